// SPDX-License-Identifier: MIT
#include "dialogs/changedhostdialog.h"
#include "dialogs/codefield.h"
#include "dialogs/devicelinkdialog.h"
#include "dialogs/enlargedqr.h"
#include "support/dialogstage.h"
#include "support/signedinclient.h"
#include "texts.h"
#include "widgets/qrview.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace simulated;
using Flow = DeviceLinkFlow;

namespace {

constexpr auto providerId = "github";
constexpr auto exchangePath = "/api/v2/external-auth/github/device";

/// A real flow against a real server, and the dialog that shows it.
struct Scene {
    explicit Scene(const LinkBaseline &baseline = {}, const AcceptedHost &accepted = {},
                   const QString &provider = u"GitHub"_s)
        : flow(std::make_unique<Flow>(client.api, client.calls,
                                      ProviderId(QString::fromLatin1(providerId)), baseline,
                                      stage.clock, Flow::Policy())),
          dialog(*flow, DialogStage::subject(provider), accepted, stage.tools())
    {
        client.deployment.unlink(QString::fromLatin1(providerId));
    }

    [[nodiscard]] bool begin()
    {
        flow->start();
        dialog.show();
        return QTest::qWaitFor([this] { return flow->as<Flow::AwaitingUser>() != nullptr; });
    }
    /// Lets one poll go out and its answer come in.
    [[nodiscard]] bool poll(std::chrono::milliseconds after = 6s)
    {
        const qsizetype before = client.count("POST", "/external-auth/github/device");
        stage.clock.advance(after);
        const bool sent = QTest::qWaitFor(
            [&] { return client.count("POST", "/external-auth/github/device") > before; });
        return sent && QTest::qWaitFor([this] {
                   const auto *state = flow->as<Flow::AwaitingUser>();
                   return !state || !state->exchanging;
               });
    }
    /// The looks at the link that follow an answer.
    [[nodiscard]] bool settle()
    {
        return QTest::qWaitFor([this] {
            if (flow->as<Flow::Verifying>())
                stage.clock.advance(100ms);
            return flow->isSettled();
        });
    }
    [[nodiscard]] EnlargedQr *enlargeQr()
    {
        QTest::mouseClick(named<QrView>(dialog, "qr"), Qt::LeftButton);
        return dialog.findChild<EnlargedQr *>();
    }
    [[nodiscard]] QString code() const
    {
        const auto *state = flow->as<Flow::AwaitingUser>();
        return state ? state->code.userCode : QString();
    }
    [[nodiscard]] ProviderKnobs &knobs()
    {
        return client.deployment.knobs(QString::fromLatin1(providerId));
    }

    DialogStage stage;
    SignedInClient client;
    std::unique_ptr<Flow> flow;
    DeviceLinkDialog dialog;
};

/// What a screen reader says of the labels in sight.
QStringList namesIn(const QWidget &root)
{
    QStringList names;
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (label->isVisible())
            names.append(label->accessibleName().isEmpty() ? label->text()
                                                           : label->accessibleName());
    }
    return names;
}

LinkBaseline linkedAs(const QString &login)
{
    return {.linked = true, .user = LinkUser{.login = UntrustedText::name(login)}};
}

} // namespace

class TestDeviceLinkDialog : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void showsTheCodeExactlyAsSent();
    void saysForWhomTheLinkIsMade();
    void defaultButtonCopiesAndOpens();
    void copiedKeepsItsWidthAndEndsAfterThreeSeconds();
    void copyKeysCopyTheCode();
    void withoutABrowserTheAddressStaysInSight();
    void linkCanBeCopied();
    void asksBeforeAChangedHost();
    void remembersTheFirstHost();
    void qrOpensLarger();
    void enlargedQrEndsWithItsCode();
    void enlargedQrIsHiddenWithTheCode();
    void enlargedQrGoesToTheBackgroundToo();
    void enlargedQrIsLookingToo();
    void countsDownByTheSecond();
    void onlyMilestonesAreHeard();
    void standsStillWhileNobodyLooks();
    void saysWhatIsWaitedFor_data();
    void saysWhatIsWaitedFor();
    void thirdSlowDownHintsAtTheClock();
    void signedOutPausesAndOffersToSignIn();
    void suspendedPausesAndOffersNoSignIn();
    void expiredCodeIsStruckOutAndANewOneIsOneKeyAway();
    void denialOffersAnotherTry();
    void successNamesTheAccount_data();
    void successNamesTheAccount();
    void missingAppIsTold();
    void refusalKeepsTheServersWordsBehindDetails();
    void noUsableCodeIsTold();
    void refusedPageIsToldByFieldAndRule_data();
    void refusedPageIsToldByFieldAndRule();
    void escapeCancelsAtOnce();
    void approvalInSpiteOfCancellingIsTold();
    void approvalInSpiteOfCancellingBringsTheWindowBack();
    void continuingInBackgroundIsAWish();
    void codeIsHiddenWhenTheWindowIsLeftForLong();
    void hiddenCodeIsNotReadOut();
    void survivesTheFlow();
    void endingOutlivesTheFlow();
    void longCodesBreakAtHyphens_data();
    void longCodesBreakAtHyphens();
    void nothingIsClippedAtTwiceTheSize();
    void hostileNamesStayText();
};

void TestDeviceLinkDialog::cleanup()
{
    QGuiApplication::clipboard()->clear();
}

void TestDeviceLinkDialog::showsTheCodeExactlyAsSent()
{
    Scene scene;
    QVERIFY(scene.begin());
    auto *field = named<QPlainTextEdit>(scene.dialog, "code");
    QVERIFY(field);
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(field);
    QCOMPARE(spoken->text(QAccessible::Name), u"Code"_s);
    QVERIFY(spoken->textInterface());
    QCOMPARE(spoken->textInterface()->text(0, spoken->textInterface()->characterCount()),
             scene.code());
    QVERIFY(field->isReadOnly());
    QVERIFY(field->font().pointSizeF() >= 28);
    QVERIFY(QFontInfo(field->font()).fixedPitch());
    QVERIFY(field->textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
}

void TestDeviceLinkDialog::saysForWhomTheLinkIsMade()
{
    Scene scene;
    QVERIFY(scene.begin());
    QCOMPARE(scene.dialog.windowTitle(), u"Link by device code"_s);
    const QString words = wordsIn(scene.dialog);
    QVERIFY2(words.contains(u"Link GitHub\nfor ada on coder.example.com"_s), qPrintable(words));
    const QString host = scene.flow->as<Flow::AwaitingUser>()->code.verification.host();
    QVERIFY2(words.contains(u"Copy the code and open "_s + host), qPrintable(words));
    QVERIFY(words.contains(u"never enter a code that someone sent you."_s));
}

void TestDeviceLinkDialog::defaultButtonCopiesAndOpens()
{
    Scene scene;
    QVERIFY(scene.begin());
    QPushButton *button = buttonOf(scene.dialog, "copyAndOpen");
    QVERIFY(button->isDefault());
    QCOMPARE(scene.dialog.focusWidget(), button);
    button->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), scene.code());
    const QString page = scene.flow->as<Flow::AwaitingUser>()->code.verification.encoded();
    QCOMPARE(scene.stage.browser.opened, QStringList(page));
}

void TestDeviceLinkDialog::copiedKeepsItsWidthAndEndsAfterThreeSeconds()
{
    Scene scene;
    QVERIFY(scene.begin());
    for (const char *name : {"copyCode", "copyAndOpen"}) {
        QPushButton *button = buttonOf(scene.dialog, name);
        const QString label = button->text();
        const int width = button->sizeHint().width();
        button->click();
        QCOMPARE(button->text(), u"Copied"_s);
        QCOMPARE(button->sizeHint().width(), width);
        scene.stage.clock.advance(2900ms);
        QCOMPARE(button->text(), u"Copied"_s);
        scene.stage.clock.advance(200ms);
        QCOMPARE(button->text(), label);
    }
}

void TestDeviceLinkDialog::copyKeysCopyTheCode()
{
    Scene scene;
    QVERIFY(scene.begin());
    QTest::keyClick(buttonOf(scene.dialog, "background"), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), scene.code());

    QGuiApplication::clipboard()->clear();
    auto *field = named<QPlainTextEdit>(scene.dialog, "code");
    QTest::keyClick(field, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), scene.code());

    QTextCursor part = field->textCursor();
    part.setPosition(0);
    part.setPosition(4, QTextCursor::KeepAnchor);
    field->setTextCursor(part);
    QTest::keyClick(field, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), scene.code().left(4));
}

void TestDeviceLinkDialog::withoutABrowserTheAddressStaysInSight()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.stage.browser.works = false;
    buttonOf(scene.dialog, "openPage")->click();
    auto *address = named<QLabel>(scene.dialog, "address");
    QVERIFY(address->isVisible());
    QCOMPARE(address->text(), scene.flow->as<Flow::AwaitingUser>()->code.verification.encoded());
    QVERIFY(address->textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
    QVERIFY(scene.poll()); // the flow does not mind
    QVERIFY(scene.flow->as<Flow::AwaitingUser>());
}

void TestDeviceLinkDialog::linkCanBeCopied()
{
    Scene scene;
    QVERIFY(scene.begin());
    buttonOf(scene.dialog, "copyLink")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             scene.flow->as<Flow::AwaitingUser>()->code.verification.encoded());
    QCOMPARE(buttonOf(scene.dialog, "copyLink")->text(), u"Copied"_s);
}

void TestDeviceLinkDialog::asksBeforeAChangedHost()
{
    QStringList remembered;
    Scene scene({}, {.host = u"git.example"_s, .remember = [&](const QString &host) {
                         remembered.append(host);
                     }});
    QVERIFY(scene.begin());
    const QString host = scene.flow->as<Flow::AwaitingUser>()->code.verification.host();
    QVERIFY(wordsIn(scene.dialog)
                .contains(u"The page is on %1; until now this was git.example."_s.arg(host)));

    buttonOf(scene.dialog, "copyAndOpen")->click();
    auto *question = scene.dialog.findChild<ChangedHostDialog *>();
    QVERIFY(question && question->isVisible());
    QVERIFY(buttonOf(*question, "keepClosed")->isDefault());
    QVERIFY(scene.stage.browser.opened.isEmpty());
    buttonOf(*question, "keepClosed")->click();
    QVERIFY(scene.stage.browser.opened.isEmpty());
    QVERIFY(remembered.isEmpty());
    QTRY_VERIFY(!scene.dialog.findChild<ChangedHostDialog *>());

    buttonOf(scene.dialog, "openPage")->click();
    buttonOf(*scene.dialog.findChild<ChangedHostDialog *>(), "openAllTheSame")->click();
    QCOMPARE(scene.stage.browser.opened.size(), 1);
    QCOMPARE(remembered, QStringList(host));
    buttonOf(scene.dialog, "openPage")->click(); // accepted now
    QCOMPARE(scene.stage.browser.opened.size(), 2);
}

void TestDeviceLinkDialog::remembersTheFirstHost()
{
    QStringList remembered;
    Scene scene({}, {.remember = [&](const QString &host) { remembered.append(host); }});
    QVERIFY(scene.begin());
    buttonOf(scene.dialog, "openPage")->click();
    buttonOf(scene.dialog, "openPage")->click();
    QCOMPARE(remembered,
             QStringList(scene.flow->as<Flow::AwaitingUser>()->code.verification.host()));
}

void TestDeviceLinkDialog::qrOpensLarger()
{
    Scene scene;
    QVERIFY(scene.begin());
    auto *small = named<QrView>(scene.dialog, "qr");
    QVERIFY(small->isVisible());
    QVERIFY(!small->accessibleName().isEmpty());
    QTest::mouseClick(small, Qt::LeftButton);
    auto *large = scene.dialog.findChild<EnlargedQr *>();
    QVERIFY(large && large->isVisible());
    QVERIFY(named<QrView>(*large, "largeQr")->width() > small->width());
}

void TestDeviceLinkDialog::enlargedQrEndsWithItsCode()
{
    Scene scene;
    QVERIFY(scene.begin());
    const QPointer<EnlargedQr> large = scene.enlargeQr();
    QVERIFY(large && large->isVisible());
    scene.knobs().exchangeWord = "expired_token";
    QVERIFY(scene.poll());
    QVERIFY(scene.settle());
    QVERIFY(!large || !large->isVisible());
    QVERIFY(buttonOf(scene.dialog, "main")->isVisible());
}

void TestDeviceLinkDialog::enlargedQrIsHiddenWithTheCode()
{
    Scene scene;
    QVERIFY(scene.begin());
    const QPointer<EnlargedQr> large = scene.enlargeQr();
    QVERIFY(large && large->isVisible());
    scene.dialog.hideCode();
    QVERIFY(!large || !large->isVisible());
}

void TestDeviceLinkDialog::enlargedQrGoesToTheBackgroundToo()
{
    Scene scene;
    QVERIFY(scene.begin());
    const QPointer<EnlargedQr> large = scene.enlargeQr();
    QVERIFY(large && large->isVisible());
    scene.dialog.hide();
    QVERIFY(!large || !large->isVisible());
}

void TestDeviceLinkDialog::enlargedQrIsLookingToo()
{
    Scene scene;
    scene.knobs().interval = 600s;
    QVERIFY(scene.begin());
    scene.dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&scene.dialog));
    const QPointer<EnlargedQr> large = scene.enlargeQr();
    QVERIFY(large && QTest::qWaitForWindowActive(large));
    scene.stage.clock.advance(360s);
    QVERIFY(large && large->isVisible());

    QWidget browser;
    browser.show();
    browser.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&browser));
    scene.stage.clock.advance(301s);
    QVERIFY(!large || !large->isVisible());
}

void TestDeviceLinkDialog::countsDownByTheSecond()
{
    Scene scene;
    QVERIFY(scene.begin());
    auto *line = named<QLabel>(scene.dialog, "waiting");
    QCOMPARE(line->text(), u"Waiting for your approval. The code is valid for 15:00."_s);
    scene.stage.clock.advance(1s);
    QVERIFY(line->text().endsWith(u"14:59."_s));
    scene.stage.clock.advance(1s);
    QVERIFY(line->text().endsWith(u"14:58."_s));
}

void TestDeviceLinkDialog::onlyMilestonesAreHeard()
{
    Scene scene;
    scene.knobs().interval = 600s; // no poll comes between
    QVERIFY(scene.begin());
    auto *line = named<QLabel>(scene.dialog, "waiting");
    QVERIFY(line->accessibleName().contains(u"15 minute"_s));
    // Qt tells a screen reader of every new name, and of a new text only where a label has no name.
    const QStringList atFirst = namesIn(scene.dialog);
    for (int second = 1; second < 600; ++second) {
        scene.stage.clock.advance(1s);
        QCOMPARE(namesIn(scene.dialog), atFirst);
    }
    QVERIFY(line->text().endsWith(u"5:01."_s));
    scene.stage.clock.advance(1s);
    QVERIFY(line->accessibleName().contains(u" 5 minute"_s));
    QVERIFY(line->text().endsWith(u"5:00."_s));
}

void TestDeviceLinkDialog::standsStillWhileNobodyLooks()
{
    Scene scene;
    QVERIFY(scene.begin());
    auto *line = named<QLabel>(scene.dialog, "waiting");
    scene.dialog.hide();
    scene.stage.clock.advance(3s);
    QVERIFY(line->text().endsWith(u"15:00."_s));
    scene.dialog.show();
    QVERIFY(line->text().endsWith(u"14:57."_s));
}

void TestDeviceLinkDialog::saysWhatIsWaitedFor_data()
{
    QTest::addColumn<int>("trouble");
    QTest::addColumn<QString>("words");
    QTest::newRow("slowed down") << 0
                                 << u"GitHub asked us to wait a little longer between checks."_s;
    QTest::newRow("the provider is down") << 1 << u"Coder cannot reach GitHub, trying again."_s;
    QTest::newRow("Coder is down") << 2 << u"Connection lost, trying again."_s;
    QTest::newRow("Coder wants rest") << 3 << u"asks for fewer requests."_s;
}

void TestDeviceLinkDialog::saysWhatIsWaitedFor()
{
    QFETCH(int, trouble);
    QFETCH(QString, words);
    Scene scene;
    QVERIFY(scene.begin());
    const QString code = scene.code();
    if (trouble == 0)
        scene.knobs().slowDowns = 1;
    else if (trouble == 1)
        scene.knobs().exchange = ProviderKnobs::Exchange::Unavailable;
    else if (trouble == 2)
        scene.client.deployment.misbehave(
            {.kind = Misconduct::Kind::Status, .path = exchangePath, .status = 503});
    else
        scene.client.deployment.misbehave(
            {.kind = Misconduct::Kind::RateLimited, .path = exchangePath});
    QVERIFY(scene.poll());
    QVERIFY2(wordsIn(scene.dialog).contains(words), qPrintable(wordsIn(scene.dialog)));
    // Only the line under the bar changes.
    QCOMPARE(named<QPlainTextEdit>(scene.dialog, "code")->toPlainText(), code);
    QVERIFY(buttonOf(scene.dialog, "background")->isVisible());
    QCOMPARE(clippedIn(scene.dialog), QStringList());
}

void TestDeviceLinkDialog::thirdSlowDownHintsAtTheClock()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.knobs().slowDowns = 3;
    QVERIFY(scene.poll(6s));
    QVERIFY(scene.poll(12s));
    QVERIFY(!wordsIn(scene.dialog).contains(u"clock"_s));
    QVERIFY(scene.poll(18s));
    QVERIFY(wordsIn(scene.dialog).contains(u"clock of this computer"_s));
}

void TestDeviceLinkDialog::suspendedPausesAndOffersNoSignIn()
{
    Scene scene;
    QVERIFY(scene.begin());
    const QString code = scene.code();
    scene.client.deployment.suspend(u"ada"_s);
    QVERIFY(scene.poll());
    QVERIFY(wordsIn(scene.dialog).contains(u"Your Coder user is suspended."_s));
    QVERIFY(!wordsIn(scene.dialog).contains(u"Sign in again"_s));
    QVERIFY(!buttonOf(scene.dialog, "main")->isVisible());
    QVERIFY(buttonOf(scene.dialog, "close")->isVisible());
    scene.client.deployment.suspend(u"ada"_s, false);
    scene.flow->resume();
    QVERIFY(wordsIn(scene.dialog).contains(u"Waiting for your approval."_s));
    QCOMPARE(scene.code(), code);
}

void TestDeviceLinkDialog::signedOutPausesAndOffersToSignIn()
{
    Scene scene;
    QVERIFY(scene.begin());
    const QString code = scene.code();
    scene.client.rest.setToken(SessionToken::fromText(u"abcdefghij-abcdefghijklmnopqrstuv"));
    QVERIFY(scene.poll());
    QVERIFY(wordsIn(scene.dialog).contains(u"Your Coder session has ended"_s));
    QPushButton *button = buttonOf(scene.dialog, "main");
    QCOMPARE(button->text(), u"Sign in again…"_s);
    QCOMPARE(button->accessibleName(), u"Sign in again"_s);
    QVERIFY(button->isDefault() && button->isVisible());
    QVERIFY(!buttonOf(scene.dialog, "background")->isVisible());
    const QSignalSpy wishes(&scene.dialog, &DeviceLinkDialog::signInWished);
    button->click();
    QCOMPARE(wishes.size(), 1);

    scene.client.useNewToken();
    scene.flow->resume();
    QCOMPARE(scene.code(), code);
    QVERIFY(!button->isVisible());
    QVERIFY(buttonOf(scene.dialog, "copyAndOpen")->isDefault());
}

void TestDeviceLinkDialog::expiredCodeIsStruckOutAndANewOneIsOneKeyAway()
{
    Scene scene;
    QVERIFY(scene.begin());
    const QString code = scene.code();
    scene.knobs().exchangeWord = "expired_token";
    QVERIFY(scene.poll());
    QVERIFY(scene.settle());
    QVERIFY(wordsIn(scene.dialog).contains(u"This code has expired. Nothing was linked."_s));
    auto *old = named<CodeField>(scene.dialog, "expiredCodeField");
    QVERIFY(old->isVisible());
    auto *text = named<QPlainTextEdit>(*old, "code");
    QCOMPARE(text->toPlainText(), code);
    QVERIFY(text->font().strikeOut());
    QVERIFY(!named<QrView>(scene.dialog, "qr")->isVisible());
    QPushButton *button = buttonOf(scene.dialog, "main");
    QCOMPARE(button->text(), u"Get a new code"_s);
    QCOMPARE(scene.dialog.focusWidget(), button);

    scene.knobs().exchangeWord.clear();
    QTest::keyClick(button, Qt::Key_Return);
    QTRY_VERIFY(scene.flow->as<Flow::AwaitingUser>());
    QVERIFY(scene.code() != code);
    auto *live = named<QPlainTextEdit>(*named<CodeField>(scene.dialog, "codeField"), "code");
    QCOMPARE(live->toPlainText(), scene.code());
    QVERIFY(!text->isVisible());
    QCOMPARE(scene.dialog.focusWidget(), buttonOf(scene.dialog, "copyAndOpen"));
}

void TestDeviceLinkDialog::denialOffersAnotherTry()
{
    Scene scene;
    QVERIFY(scene.begin());
    QVERIFY(scene.client.deployment.deny(scene.code()));
    QVERIFY(scene.poll());
    QVERIFY(scene.settle());
    QVERIFY(
        wordsIn(scene.dialog).contains(u"Access was declined at GitHub. Nothing was linked."_s));
    QCOMPARE(buttonOf(scene.dialog, "main")->text(), u"Try again"_s);
    QCOMPARE(buttonOf(scene.dialog, "close")->text(), u"Close"_s);
}

void TestDeviceLinkDialog::successNamesTheAccount_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("words");
    QTest::newRow("first time") << QString() << QString();
    QTest::newRow("same account") << u"ada"_s << u"The same account as before."_s;
    QTest::newRow("another account") << u"bob"_s << u"Another account than before: it was @bob."_s;
}

void TestDeviceLinkDialog::successNamesTheAccount()
{
    QFETCH(QString, before);
    QFETCH(QString, words);
    Scene scene(before.isEmpty() ? LinkBaseline() : linkedAs(before));
    QVERIFY(scene.begin());
    QVERIFY(scene.client.deployment.approve(scene.code(), u"ada"_s));
    QVERIFY(scene.poll());
    QVERIFY(scene.settle());
    const QString shown = wordsIn(scene.dialog);
    QVERIFY2(shown.contains(u"Linked as @ada. Not you?"_s), qPrintable(shown));
    QVERIFY2(shown.contains(words), qPrintable(shown));
    QCOMPARE(words.isEmpty(), !shown.contains(u"before"_s));
    QCOMPARE(scene.dialog.focusWidget(), buttonOf(scene.dialog, "main"));
    const QSignalSpy wishes(&scene.dialog, &DeviceLinkDialog::unlinkWished);
    buttonOf(scene.dialog, "unlink")->click();
    QCOMPARE(wishes.size(), 1);
    buttonOf(scene.dialog, "main")->click();
    QVERIFY(!scene.dialog.isVisible());
}

void TestDeviceLinkDialog::missingAppIsTold()
{
    LinkBaseline baseline;
    baseline.hasApps = true;
    Scene scene(baseline);
    scene.knobs().installationCount = 0;
    QVERIFY(scene.begin());
    QVERIFY(scene.client.deployment.approve(scene.code()));
    QVERIFY(scene.poll());
    QVERIFY(scene.settle());
    const QString shown = wordsIn(scene.dialog);
    QVERIFY2(shown.contains(u"The app is not installed anywhere yet"_s), qPrintable(shown));
    const WebAddress page = scene.flow->as<Flow::Linked>()->appInstall;
    QVERIFY(page.isUsable());
    QVERIFY(shown.contains(u"The page is on %1."_s.arg(page.host())));
    QSignalSpy wishes(&scene.dialog, &DeviceLinkDialog::installWished);
    buttonOf(scene.dialog, "installApp")->click();
    QCOMPARE(wishes.size(), 1);
    QCOMPARE(wishes.first().first().value<WebAddress>(), page);
}

void TestDeviceLinkDialog::refusalKeepsTheServersWordsBehindDetails()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.knobs().exchangeWord = "unsupported_grant_type";
    QVERIFY(scene.poll());
    QVERIFY(scene.settle());
    QVERIFY(wordsIn(scene.dialog)
                .contains(u"GitHub refused to go on with this code. Nothing was linked."_s));
    QVERIFY(!wordsIn(scene.dialog).contains(u"unsupported_grant_type"_s));
    buttonOf(scene.dialog, "details")->click();
    const QString shown = wordsIn(scene.dialog);
    QVERIFY2(shown.contains(u"Coder said: “unsupported_grant_type”"_s), qPrintable(shown));
    QTRY_COMPARE(clippedIn(scene.dialog), QStringList());
}

void TestDeviceLinkDialog::refusedPageIsToldByFieldAndRule_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<WebAddress::State>("rule");
    QTest::newRow("none") << QByteArray() << WebAddress::State::Absent;
    QTest::newRow("plain http") << "http://git.example/login"_ba << WebAddress::State::NotEncrypted;
    QTest::newRow("a script") << "javascript:alert(1)"_ba << WebAddress::State::NotWeb;
    QTest::newRow("a user in it") << "https://ada@git.example/"_ba
                                  << WebAddress::State::HasUserInfo;
}

void TestDeviceLinkDialog::refusedPageIsToldByFieldAndRule()
{
    QFETCH(QByteArray, page);
    QFETCH(WebAddress::State, rule);
    Scene scene;
    scene.client.deployment.misbehave(
        {.kind = Misconduct::Kind::Status,
         .method = "GET",
         .path = exchangePath,
         .status = 200,
         .mediaType = "application/json",
         .body = R"({"device_code":"d","user_code":"ABCD-1234","interval":5,"expires_in":900,)"
                 R"("verification_uri":")"
             + page + R"("})",
         .isCoders = true});
    scene.flow->start();
    scene.dialog.show();
    QVERIFY(scene.settle());
    QVERIFY(wordsIn(scene.dialog).contains(u"GitHub gave no code that can be used."_s));
    buttonOf(scene.dialog, "details")->click();
    const QString shown = wordsIn(scene.dialog);
    QVERIFY2(shown.contains(u"What Coder gave as verification_uri cannot be used."_s),
             qPrintable(shown));
    QVERIFY2(shown.contains(Texts::of(rule).what), qPrintable(shown));
    QVERIFY(!shown.contains(u"ada@"_s));
    QTRY_COMPARE(clippedIn(scene.dialog), QStringList());
}

void TestDeviceLinkDialog::noUsableCodeIsTold()
{
    Scene scene;
    scene.knobs().deviceStart = ProviderKnobs::DeviceStart::Empty;
    scene.flow->start();
    scene.dialog.show();
    QVERIFY(scene.settle());
    QVERIFY(wordsIn(scene.dialog).contains(u"GitHub gave no code that can be used."_s));
    QVERIFY(!named<CodeField>(scene.dialog, "codeField")->isVisible());
}

void TestDeviceLinkDialog::escapeCancelsAtOnce()
{
    Scene scene;
    QVERIFY(scene.begin());
    QTest::keyClick(&scene.dialog, Qt::Key_Escape);
    QVERIFY(scene.flow->as<Flow::Cancelled>());
    QVERIFY(!scene.dialog.isVisible());
    const qsizetype asked = scene.client.count();
    scene.stage.clock.advance(20min);
    QCOMPARE(scene.client.count(), asked);
}

void TestDeviceLinkDialog::approvalInSpiteOfCancellingIsTold()
{
    Scene scene;
    QVERIFY(scene.begin());
    QVERIFY(scene.client.deployment.approve(scene.code(), u"ada"_s));
    scene.client.deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer, .path = exchangePath});
    scene.stage.clock.advance(7s);
    QTRY_COMPARE(scene.client.deployment.heldCount(), 1);
    buttonOf(scene.dialog, "close")->click();
    QVERIFY(scene.dialog.isVisible());
    QVERIFY(
        wordsIn(scene.dialog).contains(u"Cancelled. Fairlead looks whether GitHub was linked"_s));
    QVERIFY(scene.settle());
    QVERIFY(
        wordsIn(scene.dialog)
            .contains(u"The link was approved after you cancelled. GitHub is linked as @ada."_s));
    QCOMPARE(scene.dialog.focusWidget(), buttonOf(scene.dialog, "main"));
    QCOMPARE(buttonOf(scene.dialog, "main")->text(), u"Keep link"_s);
    const QSignalSpy wishes(&scene.dialog, &DeviceLinkDialog::unlinkWished);
    buttonOf(scene.dialog, "unlinkApproved")->click();
    QCOMPARE(wishes.size(), 1);
}

void TestDeviceLinkDialog::approvalInSpiteOfCancellingBringsTheWindowBack()
{
    Scene scene;
    QVERIFY(scene.begin());
    QVERIFY(scene.client.deployment.approve(scene.code()));
    scene.client.deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer, .path = exchangePath});
    scene.stage.clock.advance(7s);
    QTRY_COMPARE(scene.client.deployment.heldCount(), 1);
    scene.dialog.close();
    scene.dialog.close();
    QVERIFY(!scene.dialog.isVisible());
    QVERIFY(scene.settle());
    QVERIFY(scene.dialog.isVisible());
}

void TestDeviceLinkDialog::continuingInBackgroundIsAWish()
{
    Scene scene;
    QVERIFY(scene.begin());
    const QSignalSpy wishes(&scene.dialog, &DeviceLinkDialog::backgroundWished);
    buttonOf(scene.dialog, "background")->click();
    QCOMPARE(wishes.size(), 1);
    QVERIFY(scene.flow->as<Flow::AwaitingUser>());
}

void TestDeviceLinkDialog::codeIsHiddenWhenTheWindowIsLeftForLong()
{
    Scene scene;
    scene.knobs().interval = 600s;
    QVERIFY(scene.begin());
    scene.dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&scene.dialog));
    auto *field = named<CodeField>(scene.dialog, "codeField");
    scene.stage.clock.advance(360s);
    QVERIFY(!field->isMasked());

    QWidget browser;
    browser.show();
    browser.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&browser));
    scene.stage.clock.advance(299s);
    QVERIFY(!field->isMasked());
    scene.stage.clock.advance(2s);
    QVERIFY(field->isMasked());
    buttonOf(scene.dialog, "hideCode")->click();
    QVERIFY(!field->isMasked());
}

void TestDeviceLinkDialog::hiddenCodeIsNotReadOut()
{
    Scene scene;
    QVERIFY(scene.begin());
    QPushButton *button = buttonOf(scene.dialog, "hideCode");
    QCOMPARE(button->accessibleName(), u"Hide code"_s);
    button->click();
    QCOMPARE(button->accessibleName(), u"Show code"_s);
    auto *field = named<QPlainTextEdit>(scene.dialog, "code");
    const QString part = scene.code().left(4);
    QVERIFY(!field->toPlainText().contains(part));
    QVERIFY(
        !QAccessible::queryAccessibleInterface(field)->textInterface()->text(0, 99).contains(part));
    buttonOf(scene.dialog, "copyCode")->click(); // copying still works
    QCOMPARE(QGuiApplication::clipboard()->text(), scene.code());
}

void TestDeviceLinkDialog::survivesTheFlow()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.flow.reset();
    QVERIFY(!scene.dialog.isVisible());
    buttonOf(scene.dialog, "copyAndOpen")->click();
    buttonOf(scene.dialog, "copyLink")->click();
    scene.stage.clock.advance(90s);
    scene.dialog.show();
    scene.dialog.close();
    QVERIFY(scene.stage.browser.opened.isEmpty());
}

void TestDeviceLinkDialog::endingOutlivesTheFlow()
{
    Scene scene;
    QVERIFY(scene.begin());
    QVERIFY(scene.client.deployment.deny(scene.code()));
    QVERIFY(scene.poll());
    QVERIFY(scene.settle());
    scene.flow.reset();
    QVERIFY(scene.dialog.isVisible());
    QVERIFY(wordsIn(scene.dialog).contains(u"Access was declined"_s));
    QVERIFY(!buttonOf(scene.dialog, "main")->isVisible());
    buttonOf(scene.dialog, "close")->click();
    QVERIFY(!scene.dialog.isVisible());
}

void TestDeviceLinkDialog::longCodesBreakAtHyphens_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QList<int>>("lines");
    QTest::newRow("fits") << u"JNGD-GKDD"_s << 12 << QList<int>{9};
    QTest::newRow("two lines") << u"ABCD-EFGH-1234-5678"_s << 12 << QList<int>{10, 9};
    QTest::newRow("every hyphen") << u"ABCD-EFGH-1234"_s << 7 << QList<int>{5, 5, 4};
    QTest::newRow("exact") << u"ABCD-EFGH"_s << 5 << QList<int>{5, 4};
    QTest::newRow("no hyphen") << u"ABCDEFGHIJ"_s << 4 << QList<int>{4, 4, 2};
    QTest::newRow("empty") << QString() << 4 << QList<int>{0};
}

void TestDeviceLinkDialog::longCodesBreakAtHyphens()
{
    QFETCH(QString, code);
    QFETCH(int, columns);
    QFETCH(QList<int>, lines);
    QCOMPARE(codeLines(code, columns), lines);
}

void TestDeviceLinkDialog::nothingIsClippedAtTwiceTheSize()
{
    const QFont usual = QApplication::font();
    QFont twice = usual;
    twice.setPointSizeF(QFontInfo(usual).pointSizeF() * 2);
    const auto restore = qScopeGuard([&usual] { QApplication::setFont(usual); });
    Scene scene({}, {.host = u"git.example"_s});
    QVERIFY(scene.begin());
    QApplication::setFont(twice); // while it is open
    QTRY_COMPARE(clippedIn(scene.dialog), QStringList());
    auto *field = named<QPlainTextEdit>(scene.dialog, "code");
    QVERIFY(field->width() >= QFontMetrics(field->font()).horizontalAdvance(scene.code()));
    QVERIFY(field->height() >= QFontMetrics(field->font()).height());
}

void TestDeviceLinkDialog::hostileNamesStayText()
{
    const QString evil = u"<img src=\"file:///dev/zero\"><b>evil</b> %1 %2"_s;
    Scene scene({}, {}, evil);
    QVERIFY(scene.begin());
    QVERIFY(wordsIn(scene.dialog).contains(u"Link "_s + evil));
    scene.knobs().slowDowns = 1;
    QVERIFY(scene.poll());
    QVERIFY(wordsIn(scene.dialog).contains(evil + u" asked us to wait"_s));
    QVERIFY(!scene.dialog.windowTitle().contains(u"evil"_s));
    for (const QLabel *label : scene.dialog.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

QTEST_MAIN(TestDeviceLinkDialog)
#include "tst_devicelinkdialog.moc"

// SPDX-License-Identifier: MIT
#include "dialogs/signindialog.h"
#include "session/memorytokenstore.h"
#include "support/clifolder.h"
#include "support/dialogstage.h"
#include "support/scriptedtokenstore.h"
#include "support/signedinclient.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QCompleter>
#include <QLabel>
#include <QListView>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace simulated;

namespace {

/// A real sign-in against a real server, and the dialog that shows it.
struct Scene {
    explicit Scene(StoreState keyring = StoreState::Ready, std::optional<Account> expected = {})
    {
        ring.state = keyring;
        signIn = std::make_unique<SignIn>(ring, thisRun, std::move(expected));
        dialog = std::make_unique<SignInDialog>(*signIn, stage.tools());
        dialog->show();
    }

    [[nodiscard]] QLineEdit &address() const { return *named<QLineEdit>(*dialog, "address"); }
    [[nodiscard]] QLineEdit &token() const { return *named<QLineEdit>(*dialog, "token"); }
    [[nodiscard]] QPushButton &button(const char *name) const { return *buttonOf(*dialog, name); }
    [[nodiscard]] QRadioButton &choice(const char *name) const
    {
        return *named<QRadioButton>(*dialog, name);
    }
    [[nodiscard]] QString words() const { return wordsIn(*dialog); }

    void typeAddress(const QString &text) const
    {
        address().setFocus();
        address().selectAll();
        QTest::keyClicks(&address(), text);
    }
    [[nodiscard]] bool reach()
    {
        typeAddress(client.deployment.url().toString());
        button("check").click();
        return QTest::qWaitFor([this] { return signIn->as<SignIn::NeedsToken>() != nullptr; });
    }
    /// The command line is signed in where this client is.
    [[nodiscard]] CliImport cli(const QString &token) const
    {
        folder.signIn(client.deployment.url().toString(), token);
        return folder.cli();
    }
    [[nodiscard]] QListView &suggestions() const
    {
        return *qobject_cast<QListView *>(address().completer()->popup());
    }
    [[nodiscard]] bool enterToken(const QString &text)
    {
        token().setText(text);
        return QTest::qWaitFor([this] {
            const auto *needs = signIn->as<SignIn::NeedsToken>();
            return signIn->as<SignIn::Known>() || (needs && needs->problem);
        });
    }

    DialogStage stage;
    SignedInClient client;
    ScriptedTokenStore ring;
    MemoryTokenStore thisRun;
    CliFolder folder;
    std::unique_ptr<SignIn> signIn;
    std::unique_ptr<SignInDialog> dialog;
};

} // namespace

class TestSignInDialog : public QObject
{
    Q_OBJECT

private slots:
    void goesTheWholeWay();
    void sendsNothingBeforeThePersonSaysSo();
    void checksWithoutAToken();
    void fieldsAreNamed();
    void tokenFieldKeepsSecrets();
    void refusalsStandUnderTheField_data();
    void refusalsStandUnderTheField();
    void enterChecksTheAddressAndNothingElse();
    void unreachableServerOffersAnotherTry();
    void plainHttpNeedsConsent();
    void wholeTokenIsCheckedAtOnce();
    void halfTokenWaitsForEnter();
    void noPartOfALongTextIsSent_data();
    void noPartOfALongTextIsSent();
    void pasteAndClear();
    void rejectedTokenIsToldUnderItsField();
    void narrowTokenIsTold();
    void suspendedUserIsTold();
    void editingTheAddressForgetsWhatWasLearnt_data();
    void editingTheAddressForgetsWhatWasLearnt();
    void tokenPageIsOpenedWithItsHostInSight();
    void withoutABrowserTheLinkCanBeCopied();
    void lockedKeyringIsUnlockedOnAButton();
    void waitingForTheKeyringCanBeCancelled();
    void withoutAKeyringThisRunIsOfferedNotChosen_data();
    void withoutAKeyringThisRunIsOfferedNotChosen();
    void failedKeepingLeavesTheTokenThere();
    void signingInAgainHasItsAddressFixed();
    void signingInAgainSaysAsWhom_data();
    void signingInAgainSaysAsWhom();
    void signingInAgainRefusesAnotherUser();
    void aDeploymentThatMayHaveMovedIsToldAndNotReplacedUnasked();
    void restingButtonsSayWhy();
    void nothingIsClippedAtTwiceTheSize();
    void knownAddressesAreOfferedToKeyboardAndMouse();
    void knownAddressesShowWhileTyping();
    void workspaceProxyLeadsToItsDeployment();
    void anotherAddressOfTheDeploymentIsOffered();
    void redirectLeadsToTheAddressItNames();
    void redirectNeverOffersPlainHttp();
    void commandLineSessionIsOfferedAndUsed();
    void commandLineIsOfferedOnlyWhereItFits();
    void saysThatTheSessionOfTheCommandLineIsInTheKeyring();
    void refusedCommandLineSessionNamesTheNextStep();
    void failureToMakeAKeyIsTold_data();
    void failureToMakeAKeyIsTold();
};

void TestSignInDialog::goesTheWholeWay()
{
    Scene scene;
    QCOMPARE(scene.dialog->windowTitle(), u"Add account"_s);
    QVERIFY(scene.reach());
    QVERIFY(scene.words().contains(u"This is Coder, version "_s));
    QVERIFY(scene.button("openTokenPage").isDefault());
    QVERIFY(scene.enterToken(scene.client.deployment.mintToken()));
    QVERIFY(scene.signIn->as<SignIn::Known>());
    const QString host = scene.signIn->as<SignIn::Known>()->at.server.display();
    QVERIFY2(scene.words().contains(u"ada on "_s + host), qPrintable(scene.words()));
    QVERIFY2(scene.words().contains(u", extended while you use it."_s), qPrintable(scene.words()));
    QVERIFY(scene.choice("inKeyring").isChecked());
    QVERIFY(scene.button("addAccount").isDefault());
    QCOMPARE(scene.dialog->focusWidget(), &scene.button("addAccount"));
    const QSignalSpy accepted(scene.dialog.get(), &QDialog::accepted);
    scene.button("addAccount").click();
    QTRY_COMPARE(accepted.size(), 1);
    QVERIFY(scene.signIn->as<SignIn::Finished>());
    QCOMPARE(scene.ring.tokens.size(), 1);
    QVERIFY(scene.token().text().isEmpty());
}

void TestSignInDialog::sendsNothingBeforeThePersonSaysSo()
{
    Scene scene;
    scene.dialog->setAddress(scene.client.deployment.url().toString());
    QVERIFY(scene.signIn->as<SignIn::NeedsAddress>());
    scene.typeAddress(scene.client.deployment.url().toString());
    QVERIFY(scene.signIn->as<SignIn::NeedsAddress>());
    QCOMPARE(scene.client.count(), 0);
}

void TestSignInDialog::checksWithoutAToken()
{
    Scene scene;
    QVERIFY(scene.reach());
    QVERIFY(scene.client.count() > 0);
    for (const Request &request : scene.client.deployment.requests())
        QVERIFY(!request.hadToken);
    QVERIFY(scene.words().contains(u"Only the address was sent, no token."_s));
}

void TestSignInDialog::fieldsAreNamed()
{
    const Scene scene;
    QCOMPARE(scene.address().accessibleName(), u"Address"_s);
    QCOMPARE(scene.token().accessibleName(), u"Token"_s);
}

void TestSignInDialog::tokenFieldKeepsSecrets()
{
    const Scene scene;
    QCOMPARE(scene.token().echoMode(), QLineEdit::Password);
    QVERIFY(!scene.token().completer());
    scene.token().setText(u"something"_s);
    scene.dialog->reject();
    QVERIFY(scene.token().text().isEmpty());
    QVERIFY(!scene.token().isUndoAvailable());
}

void TestSignInDialog::refusalsStandUnderTheField_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << QString() << u"There is no address yet."_s;
    QTest::newRow("user and password") << u"https://ada:secret@coder.example.com"_s
                                       << u"An address with a user name or a password in it"_s;
    QTest::newRow("another scheme") << u"ftp://coder.example.com"_s << u"not one of a web server"_s;
    QTest::newRow("port") << u"https://coder.example.com:0"_s << u"The port in this address"_s;
}

void TestSignInDialog::refusalsStandUnderTheField()
{
    QFETCH(QString, typed);
    QFETCH(QString, words);
    const Scene scene;
    scene.typeAddress(typed);
    scene.button("check").click();
    QVERIFY2(scene.words().contains(words), qPrintable(scene.words()));
    QVERIFY(!scene.words().contains(u"secret"_s));
    QCOMPARE(scene.address().text(), typed);
    QTRY_COMPARE(clippedIn(*scene.dialog), QStringList());
}

void TestSignInDialog::enterChecksTheAddressAndNothingElse()
{
    Scene scene;
    scene.typeAddress(scene.client.deployment.url().toString());
    QTest::keyClick(&scene.address(), Qt::Key_Return);
    QTRY_VERIFY(scene.signIn->as<SignIn::NeedsToken>());
    scene.address().setFocus();
    QTest::keyClick(&scene.address(), Qt::Key_Return);
    QVERIFY(scene.signIn->as<SignIn::Probing>());
    QVERIFY(scene.stage.browser.opened.isEmpty());
}

void TestSignInDialog::unreachableServerOffersAnotherTry()
{
    Scene scene;
    scene.client.deployment.goDown();
    const QString typed = scene.client.deployment.url().toString();
    scene.typeAddress(typed);
    scene.button("check").click();
    QTRY_VERIFY(scene.button("tryAddressAgain").isVisible());
    QVERIFY2(scene.words().contains(u" does not answer.\n"_s), qPrintable(scene.words()));
    QVERIFY(scene.words().contains(u"Your text is kept."_s));
    QCOMPARE(scene.address().text(), typed);
    QCOMPARE(scene.dialog->focusWidget(), &scene.address());
    QVERIFY(scene.client.deployment.comeBack());
    scene.button("tryAddressAgain").click();
    QTRY_VERIFY(scene.signIn->as<SignIn::NeedsToken>());
}

void TestSignInDialog::plainHttpNeedsConsent()
{
    const Scene scene;
    scene.typeAddress(u"http://coder.example.com"_s);
    scene.button("check").click();
    QVERIFY(scene.signIn->as<SignIn::NeedsConsent>());
    QVERIFY(scene.words().contains(
        u"With http anyone on the way can read the token and act as you."_s));
    QVERIFY(scene.button("useHttps").isDefault());
    QCOMPARE(scene.dialog->focusWidget(), &scene.button("useHttps"));
    QVERIFY(scene.button("useHttp").isVisible());
    scene.button("useHttps").click();
    QVERIFY(scene.address().text().startsWith(u"https://"_s));
    QVERIFY(scene.signIn->as<SignIn::Probing>());
    QVERIFY(!scene.signIn->as<SignIn::Probing>()->plainHttpAccepted);
}

void TestSignInDialog::wholeTokenIsCheckedAtOnce()
{
    Scene scene;
    QVERIFY(scene.reach());
    QGuiApplication::clipboard()->setText(scene.client.deployment.mintToken() + u"\n"_s);
    scene.button("pasteToken").click();
    QTRY_VERIFY(scene.signIn->as<SignIn::Known>());
    QCOMPARE(scene.client.count("GET", "/users/me"), 1);
}

void TestSignInDialog::halfTokenWaitsForEnter()
{
    Scene scene;
    QVERIFY(scene.reach());
    scene.token().setFocus();
    QTest::keyClicks(&scene.token(), u"abcdef"_s);
    QVERIFY(scene.signIn->as<SignIn::NeedsToken>());
    QVERIFY(!scene.signIn->as<SignIn::NeedsToken>()->problem);
    QTest::keyClick(&scene.token(), Qt::Key_Return);
    QVERIFY(scene.signIn->as<SignIn::Asking>());
    QVERIFY(scene.words().contains(u"whose token this is."_s));
}

void TestSignInDialog::noPartOfALongTextIsSent_data()
{
    QTest::addColumn<QString>("text");
    const QString token = u"abcdefghij-"_s + QString(22, u'x');
    QTest::newRow("too long by one") << token + QString(513 - token.size(), u'x');
    QTest::newRow("longer than the field") << token + QString(100'000, u'x');
    QTest::newRow("cut to a token by the field") << QString(1000, u' ') + token;
}

void TestSignInDialog::noPartOfALongTextIsSent()
{
    QFETCH(QString, text);
    Scene scene;
    QVERIFY(scene.reach());
    const auto requests = scene.client.count();
    QGuiApplication::clipboard()->setText(text);
    scene.token().setFocus();
    QTest::keyClick(&scene.token(), Qt::Key_V, Qt::ControlModifier);
    const auto *needs = scene.signIn->as<SignIn::NeedsToken>();
    QVERIFY(needs && needs->problem == SignIn::TokenProblem::NotAToken);
    QVERIFY(scene.words().contains(u"This is not a token; nothing was sent."_s));
    QTest::keyClick(&scene.token(), Qt::Key_Return);
    QVERIFY(scene.signIn->as<SignIn::NeedsToken>());
    QCOMPARE(scene.client.count(), requests);
}

void TestSignInDialog::pasteAndClear()
{
    Scene scene;
    QVERIFY(scene.reach());
    QCOMPARE(scene.button("pasteToken").text(), u"Paste"_s);
    QVERIFY(scene.enterToken(scene.client.deployment.mintToken()));
    QVERIFY(scene.signIn->as<SignIn::Known>());
    QCOMPARE(scene.button("pasteToken").text(), u"Clear"_s);
    scene.button("pasteToken").click();
    QVERIFY(scene.token().text().isEmpty());
    QVERIFY(scene.signIn->as<SignIn::NeedsToken>());
    QVERIFY(!scene.button("addAccount").isEnabled());
}

void TestSignInDialog::rejectedTokenIsToldUnderItsField()
{
    Scene scene;
    QVERIFY(scene.reach());
    const QString typed = u"abcdefghij-abcdefghijklmnopqrstuv"_s;
    QVERIFY(scene.enterToken(typed));
    QVERIFY(scene.words().contains(u"Coder did not accept this token."_s));
    QCOMPARE(scene.token().text(), typed);
    QCOMPARE(scene.dialog->focusWidget(), &scene.token());

    const qsizetype asked = scene.client.count();
    scene.token().setText(u"two words"_s);
    QTest::keyClick(&scene.token(), Qt::Key_Return);
    QVERIFY(scene.words().contains(u"This is not a token; nothing was sent."_s));
    QCOMPARE(scene.client.count(), asked);
}

void TestSignInDialog::narrowTokenIsTold()
{
    Scene scene;
    QVERIFY(scene.reach());
    QVERIFY(scene.enterToken(scene.client.deployment.mintToken(TokenScope::Narrow)));
    QVERIFY2(scene.words().contains(u"This token may not see who you are, nor your links."_s),
             qPrintable(scene.words()));
}

void TestSignInDialog::suspendedUserIsTold()
{
    Scene scene;
    QVERIFY(scene.reach());
    const QString token = scene.client.deployment.mintToken();
    scene.client.deployment.suspend(u"ada"_s);
    QVERIFY(scene.enterToken(token));
    QVERIFY2(scene.words().contains(u"its user is suspended"_s), qPrintable(scene.words()));
    scene.client.deployment.suspend(u"ada"_s, false);
    scene.button("checkTokenAgain").click();
    QTRY_VERIFY(scene.signIn->as<SignIn::Known>());
}

void TestSignInDialog::editingTheAddressForgetsWhatWasLearnt_data()
{
    QTest::addColumn<bool>("isTyped");
    QTest::newRow("typed") << true;
    QTest::newRow("set by an assistive program") << false;
}

void TestSignInDialog::editingTheAddressForgetsWhatWasLearnt()
{
    QFETCH(const bool, isTyped);
    Scene scene;
    QVERIFY(scene.reach());
    QVERIFY(scene.enterToken(scene.client.deployment.mintToken()));
    if (isTyped)
        QTest::keyClick(&scene.address(), Qt::Key_X);
    else
        scene.address().setText(u"https://elsewhere.example"_s);
    QVERIFY(scene.signIn->as<SignIn::NeedsAddress>());
    QVERIFY(!scene.words().contains(u"This is Coder"_s));
    QVERIFY(!scene.button("addAccount").isEnabled());
    QVERIFY(!scene.token().isEnabled());
    QCOMPARE(scene.token().text(), QString()); // or nothing would lead on from here
}

void TestSignInDialog::tokenPageIsOpenedWithItsHostInSight()
{
    Scene scene;
    QVERIFY(scene.reach());
    const ServerUrl server = scene.signIn->as<SignIn::NeedsToken>()->at.server;
    QVERIFY(scene.words().contains(server.display() + u"/cli-auth"_s));
    scene.button("openTokenPage").click();
    QCOMPARE(scene.stage.browser.opened, QStringList(server.origin() + u"/cli-auth"_s));
    QCOMPARE(scene.dialog->focusWidget(), &scene.token());
}

void TestSignInDialog::withoutABrowserTheLinkCanBeCopied()
{
    Scene scene;
    scene.stage.browser.works = false;
    QVERIFY(scene.reach());
    scene.button("openTokenPage").click();
    QVERIFY(scene.words().contains(u"No browser could be started."_s));
    scene.button("copyTokenLink").click();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             scene.signIn->as<SignIn::NeedsToken>()->at.server.origin() + u"/cli-auth"_s);
}

void TestSignInDialog::lockedKeyringIsUnlockedOnAButton()
{
    Scene scene(StoreState::Locked);
    QVERIFY(scene.reach());
    QVERIFY(scene.enterToken(scene.client.deployment.mintToken()));
    QVERIFY(scene.words().contains(u"The keyring is locked."_s));
    QCOMPARE(scene.ring.unlocks, 0);
    QVERIFY(!scene.choice("inKeyring").isEnabled());
    QVERIFY(!scene.button("addAccount").isEnabled());
    QCOMPARE(scene.button("unlockKeyring").text(), u"Unlock keyring"_s);
    scene.ring.hold();
    scene.button("unlockKeyring").click();
    QVERIFY(scene.words().contains(u"Waiting for the keyring."_s));
    scene.ring.letGo();
    QTRY_VERIFY(scene.choice("inKeyring").isChecked());
    QVERIFY(scene.button("addAccount").isEnabled());
}

void TestSignInDialog::waitingForTheKeyringCanBeCancelled()
{
    Scene scene(StoreState::Locked);
    QVERIFY(scene.reach());
    QVERIFY(scene.enterToken(scene.client.deployment.mintToken()));
    scene.ring.hold();
    QTest::keyClick(&scene.button("unlockKeyring"), Qt::Key_Space);
    QVERIFY(scene.button("cancelUnlock").hasFocus());
    QTest::keyClick(&scene.button("cancelUnlock"), Qt::Key_Space);
    QVERIFY(scene.words().contains(u"The keyring is locked."_s));
    QVERIFY(!scene.button("cancelUnlock").isVisible());
    QVERIFY(scene.button("unlockKeyring").hasFocus());
    QVERIFY(scene.choice("thisRun").isEnabled()); // the way on without it
    QVERIFY(!scene.button("addAccount").isEnabled());
    scene.ring.letGo(); // the person unlocks it after all
    QTRY_VERIFY(scene.choice("inKeyring").isChecked());
    QVERIFY(scene.choice("inKeyring").hasFocus());
    QVERIFY(scene.button("addAccount").isEnabled());
}

void TestSignInDialog::withoutAKeyringThisRunIsOfferedNotChosen_data()
{
    QTest::addColumn<StoreState>("state");
    QTest::newRow("no keyring yet") << StoreState::NoCollection;
    QTest::newRow("no service") << StoreState::Absent;
    QTest::newRow("denied") << StoreState::Denied;
    QTest::newRow("hangs") << StoreState::Hung;
    QTest::newRow("broken") << StoreState::Broken;
}

void TestSignInDialog::withoutAKeyringThisRunIsOfferedNotChosen()
{
    QFETCH(StoreState, state);
    Scene scene(state);
    QVERIFY(scene.reach());
    QVERIFY(scene.enterToken(scene.client.deployment.mintToken()));
    QVERIFY(!scene.choice("inKeyring").isEnabled());
    QVERIFY(!scene.choice("inKeyring").toolTip().isEmpty());
    QVERIFY(!scene.choice("thisRun").isChecked());
    QVERIFY(!scene.button("addAccount").isEnabled());
    scene.choice("thisRun").click();
    QVERIFY(scene.button("addAccount").isEnabled());
    scene.button("addAccount").click();
    QTRY_VERIFY(scene.signIn->as<SignIn::Finished>());
    QCOMPARE(scene.signIn->as<SignIn::Finished>()->account.keeping, Account::Keeping::ThisRun);
    QCOMPARE(scene.ring.writes, 0);
}

void TestSignInDialog::failedKeepingLeavesTheTokenThere()
{
    Scene scene;
    QVERIFY(scene.reach());
    QVERIFY(scene.enterToken(scene.client.deployment.mintToken()));
    scene.ring.failure = StoreState::Broken;
    scene.button("addAccount").click();
    QTRY_VERIFY(scene.words().contains(u"The token could not be kept."_s));
    QVERIFY(scene.dialog->isVisible());
    QVERIFY(!scene.token().text().isEmpty());
    scene.choice("thisRun").click();
    scene.button("addAccount").click();
    QTRY_VERIFY(scene.signIn->as<SignIn::Finished>());
}

void TestSignInDialog::signingInAgainHasItsAddressFixed()
{
    SignedInClient client;
    const Account account{.server = client.rest.server(),
                          .userId = u"somebody"_s,
                          .userName = UntrustedText::name(u"ada")};
    Scene scene(StoreState::Ready, account);
    QCOMPARE(scene.dialog->windowTitle(), u"Sign in again"_s);
    QVERIFY(scene.address().isReadOnly());
    QCOMPARE(scene.address().text(), client.rest.server().origin());
    QTRY_VERIFY(scene.signIn->as<SignIn::NeedsToken>()); // asked for by opening the window
    for (const Request &request : client.deployment.requests())
        QVERIFY(!request.hadToken);
    QCOMPARE(scene.button("addAccount").text(), u"Sign in"_s);
}

void TestSignInDialog::signingInAgainSaysAsWhom_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("words");
    QTest::newRow("ada") << u"ada"_s << QString() << u"This is for ada on "_s;
    QTest::newRow("grace") << u"grace"_s << QString() << u"This is for grace on "_s;
    QTest::newRow("by the person's own name")
        << u"ada"_s << u"Work"_s << u"This is for Work, ada on "_s;
    QTest::newRow("markup") << u"<b>ada</b>"_s << QString() << u"This is for <b>ada</b> on "_s;
}

/// Before a token is made that would be refused: others may have an account there.
void TestSignInDialog::signingInAgainSaysAsWhom()
{
    QFETCH(const QString, user);
    QFETCH(const QString, label);
    QFETCH(const QString, words);
    SignedInClient client;
    const Scene scene(StoreState::Ready,
                      Account{.server = client.rest.server(),
                              .userId = u"somebody"_s,
                              .userName = UntrustedText::name(user),
                              .label = UntrustedText::name(label)});
    QString said = scene.words();
    said.remove(QRegularExpression(u"[\u2068\u2069]"_s)); // the marks around a name
    QVERIFY2(said.contains(words + client.rest.server().display() + u'.'), qPrintable(said));
    QVERIFY(said.contains(u"A token of another user is refused."_s));
    QTRY_COMPARE(clippedIn(*scene.dialog), QStringList());
    const Scene fresh;
    QVERIFY(!fresh.words().contains(u"another user"_s));
}

void TestSignInDialog::signingInAgainRefusesAnotherUser()
{
    SignedInClient client;
    const Account account{.server = client.rest.server(),
                          .userId = u"somebody"_s,
                          .userName = UntrustedText::name(u"grace")};
    Scene scene(StoreState::Ready, account);
    QTRY_VERIFY(scene.signIn->as<SignIn::NeedsToken>());
    QVERIFY(scene.enterToken(client.deployment.mintToken()));
    QVERIFY2(scene.words().contains(
                 u"This token belongs to somebody else.\nSign in to Coder as grace"_s),
             qPrintable(scene.words()));
}

void TestSignInDialog::aDeploymentThatMayHaveMovedIsToldAndNotReplacedUnasked()
{
    Scene scene;
    World &world = scene.client.deployment.world();
    const Account old{.server = *ServerUrl::fromUserInput(u"coder.old.example.com"_s),
                      .userId = world.keyring.userNamed(u"ada"_s)->id,
                      .userName = UntrustedText::name(u"ada"),
                      .deploymentId = world.deploymentId};
    scene.signIn->setOthers({old});
    QVERIFY(scene.reach());
    auto *replace = named<QCheckBox>(*scene.dialog, "replaceMoved");
    QVERIFY(!replace->isVisible());
    QVERIFY(scene.enterToken(scene.client.deployment.mintToken()));
    QVERIFY2(scene.words().contains(u"already: ada on coder.old.example.com."_s),
             qPrintable(scene.words()));
    QVERIFY(replace->isVisible() && !replace->isChecked());
    QTRY_COMPARE(clippedIn(*scene.dialog), QStringList());
    replace->click();
    scene.button("addAccount").click();
    QTRY_VERIFY(scene.signIn->as<SignIn::Finished>());
    QCOMPARE(scene.signIn->as<SignIn::Finished>()->replaces, old.id());
}

void TestSignInDialog::restingButtonsSayWhy()
{
    const Scene scene;
    for (const QAbstractButton *button : scene.dialog->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && !button->isEnabled())
            QVERIFY2(!button->toolTip().isEmpty(), qPrintable(button->text()));
    }
    QVERIFY(!scene.token().toolTip().isEmpty());
}

void TestSignInDialog::nothingIsClippedAtTwiceTheSize()
{
    const QFont usual = QApplication::font();
    QFont twice = usual;
    twice.setPointSizeF(QFontInfo(usual).pointSizeF() * 2);
    QApplication::setFont(twice);
    const auto restore = qScopeGuard([&usual] { QApplication::setFont(usual); });
    Scene scene(StoreState::Absent);
    QVERIFY(scene.reach());
    QVERIFY(scene.enterToken(scene.client.deployment.mintToken()));
    QTRY_COMPARE(clippedIn(*scene.dialog), QStringList());
}

void TestSignInDialog::knownAddressesAreOfferedToKeyboardAndMouse()
{
    Scene scene;
    const QString own = scene.client.deployment.url().toString();
    scene.dialog->setSuggestions({u"https://coder.example.com"_s, own});
    QCOMPARE(scene.address().accessibleName(), u"Address"_s);
    scene.address().setFocus();
    QTest::keyClick(&scene.address(), Qt::Key_Down);
    QVERIFY(scene.suggestions().isVisible());
    QCOMPARE(scene.suggestions().accessibleName(), u"Known addresses"_s);
    QCOMPARE(scene.suggestions().model()->rowCount(), 2);
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(&scene.suggestions(), Qt::Key_Down);
    QTest::keyClick(&scene.suggestions(), Qt::Key_Return);
    QVERIFY(!scene.suggestions().isVisible());
    QCOMPARE(scene.address().text(), own);
    QVERIFY(scene.client.deployment.requests().isEmpty()); // choosing sends nothing
    QTest::keyClick(&scene.address(), Qt::Key_Return);
    QTRY_VERIFY(scene.signIn->as<SignIn::NeedsToken>());

    auto *open = scene.address().findChild<QToolButton *>();
    QVERIFY(open && open->isVisible());
    open->click();
    QVERIFY(scene.suggestions().isVisible());
    QTest::mouseClick(
        scene.suggestions().viewport(), Qt::LeftButton, {},
        scene.suggestions().visualRect(scene.suggestions().model()->index(0, 0)).center());
    QCOMPARE(scene.address().text(), u"https://coder.example.com"_s);
    QVERIFY(scene.signIn->as<SignIn::NeedsAddress>()); // nothing is known of that one
}

void TestSignInDialog::knownAddressesShowWhileTyping()
{
    Scene scene;
    scene.dialog->setSuggestions({u"https://coder.example.com"_s, u"https://dev.example.org"_s});
    scene.typeAddress(u"dev"_s);
    QVERIFY(scene.suggestions().isVisible());
    QCOMPARE(scene.suggestions().model()->rowCount(), 1);
    Scene without;
    QVERIFY(!without.address().findChild<QToolButton *>()->isVisible());
    QTest::keyClick(&without.address(), Qt::Key_Down);
    QVERIFY(!without.suggestions().isVisible());
}

void TestSignInDialog::workspaceProxyLeadsToItsDeployment()
{
    Scene scene;
    Deployment proxy;
    QVERIFY(proxy.listen());
    const QString own = scene.client.deployment.url().toString();
    proxy.misbehave({.kind = Misconduct::Kind::Status,
                     .status = 200,
                     .mediaType = "application/json",
                     .body = R"({"version":"v2.30.0","workspace_proxy":true,"dashboard_url":")"
                         + own.toLatin1() + R"(/some/page"})",
                     .isCoders = true});
    scene.typeAddress(proxy.url().toString());
    scene.button("check").click();
    QTRY_VERIFY(scene.button("useOtherAddress").isVisible());
    const QString host = scene.client.deployment.url().authority();
    QVERIFY(scene.words().contains(u"This is a workspace proxy"_s));
    QVERIFY(scene.words().contains(host));
    QCOMPARE(scene.button("useOtherAddress").text(), u"Use "_s + host);
    scene.button("useOtherAddress").click();
    QCOMPARE(scene.address().text(), own);
    QTRY_VERIFY(scene.signIn->as<SignIn::NeedsToken>());
    QCOMPARE(scene.signIn->as<SignIn::NeedsToken>()->at.server.origin(), own);
}

void TestSignInDialog::anotherAddressOfTheDeploymentIsOffered()
{
    Scene scene;
    Deployment behind;
    QVERIFY(behind.listen());
    behind.world().dashboardUrl = scene.client.deployment.url();
    scene.typeAddress(behind.url().toString());
    scene.button("check").click();
    QTRY_VERIFY(scene.button("useOtherAddress").isVisible());
    const QString host = scene.client.deployment.url().authority();
    QVERIFY(scene.words().contains(u"It says that its own address is %1."_s.arg(host)));
    QVERIFY(scene.token().isEnabled()); // the address that was typed goes on being good
    scene.button("useOtherAddress").click();
    QTRY_VERIFY(scene.signIn->as<SignIn::NeedsToken>());
    QCOMPARE(scene.signIn->as<SignIn::NeedsToken>()->at.server.display(), host);
    QVERIFY(scene.button("useOtherAddress").isHidden());
}

void TestSignInDialog::redirectLeadsToTheAddressItNames()
{
    Scene scene;
    Deployment old;
    QVERIFY(old.listen());
    const QUrl own = scene.client.deployment.url();
    old.misbehave(
        {.kind = Misconduct::Kind::Redirect, .location = own.resolved(QUrl(u"/some/page"_s))});
    scene.typeAddress(old.url().toString());
    scene.button("check").click();
    QTRY_VERIFY(scene.button("useOtherAddress").isVisible());
    QVERIFY(scene.button("tryAddressAgain").isVisible());
    QVERIFY(scene.words().contains(u"sends requests on to "_s + own.authority()));
    QVERIFY(scene.words().contains(u"Go there only if"_s));
    scene.button("useOtherAddress").click();
    QCOMPARE(scene.address().text(), own.toString());
    QTRY_VERIFY(scene.signIn->as<SignIn::NeedsToken>());
}

void TestSignInDialog::redirectNeverOffersPlainHttp()
{
    Scene scene;
    scene.client.deployment.misbehave(
        {.kind = Misconduct::Kind::Redirect, .location = QUrl(u"http://coder.example.com/"_s)});
    scene.typeAddress(scene.client.deployment.url().toString());
    scene.button("check").click();
    QTRY_VERIFY(scene.button("tryAddressAgain").isVisible());
    QVERIFY(scene.words().contains(u"sends requests on to coder.example.com"_s));
    QVERIFY(scene.button("useOtherAddress").isHidden());
    QVERIFY(!scene.words().contains(u"Go there only if"_s));

    scene.client.deployment.behave();
    scene.client.deployment.misbehave(
        {.kind = Misconduct::Kind::Redirect, .location = QUrl(u"https://coder.example.com/"_s)});
    scene.button("tryAddressAgain").click();
    QTRY_VERIFY(scene.button("useOtherAddress").isVisible());
}

void TestSignInDialog::commandLineSessionIsOfferedAndUsed()
{
    Scene scene;
    const QString theirs = scene.client.deployment.mintToken();
    scene.dialog->setCommandLine(scene.cli(theirs));
    QTRY_VERIFY(scene.button("useCommandLine").isVisible());
    const QString host = scene.client.deployment.url().authority();
    QVERIFY(scene.words().contains(u"The Coder command line is signed in on %1."_s.arg(host)));
    scene.button("useCommandLine").click();
    QCOMPARE(scene.address().text(), scene.client.deployment.url().toString());
    QTRY_VERIFY(scene.signIn->as<SignIn::Known>());
    QVERIFY(scene.words().contains(u"This is Coder"_s));
    QVERIFY2(scene.words().contains(u"ada on "_s + host), qPrintable(scene.words()));
    QVERIFY(scene.words().contains(u"The command line keeps its."_s));
    QVERIFY(!scene.button("useCommandLine").isVisible());
    QVERIFY(scene.token().text().isEmpty());
    QCOMPARE(scene.dialog->focusWidget(), &scene.button("addAccount"));
    scene.button("addAccount").click();
    QTRY_VERIFY(scene.signIn->as<SignIn::Finished>());
    QCOMPARE(scene.ring.tokens.size(), 1);
    QVERIFY(!(*scene.ring.tokens.cbegin() == *SessionToken::fromText(theirs)));
}

void TestSignInDialog::commandLineIsOfferedOnlyWhereItFits()
{
    Scene scene;
    scene.folder.write(u"url"_s, "https://coder.example.com");
    scene.dialog->setCommandLine(scene.folder.cli());
    QVERIFY(!scene.button("useCommandLine").isVisible()); // it has no session
    scene.folder.write(u"session"_s, "abcdefghij-0123456789ABCDEFGHIJKL");
    scene.dialog->setCommandLine(scene.folder.cli());
    QVERIFY(scene.button("useCommandLine").isVisible());
    QVERIFY(scene.reach());
    QVERIFY(!scene.button("useCommandLine").isVisible()); // that is another deployment

    const Account other{.server = *ServerUrl::fromUserInput(u"https://dev.example.org"_s),
                        .userId = u"u"_s};
    const Scene again(StoreState::Ready, other);
    again.dialog->setCommandLine(scene.folder.cli());
    QVERIFY(!again.button("useCommandLine").isVisible());
}

/// As on macOS and Windows, where Fairlead does not read it.
void TestSignInDialog::saysThatTheSessionOfTheCommandLineIsInTheKeyring()
{
    Scene scene;
    const QString said = u"it keeps its session in the keyring"_s;
    scene.folder.write(u"url"_s, scene.client.deployment.url().toEncoded());
    scene.dialog->setCommandLine(scene.folder.cli());
    QVERIFY(!scene.words().contains(said)); // there is none
    scene.dialog->setCommandLine(scene.folder.cli(CliImport::Else::Keyring));
    QVERIFY(scene.words().contains(said));
    QVERIFY(scene.words().contains(
        u"The Coder command line knows %1."_s.arg(scene.client.deployment.url().authority())));
    QVERIFY(!scene.button("useCommandLine").isVisible());
    QTRY_COMPARE(clippedIn(*scene.dialog), QStringList());
    QVERIFY(scene.reach());
    QVERIFY(scene.words().contains(said)); // while a token is looked for
    QVERIFY(scene.enterToken(scene.client.deployment.mintToken()));
    QVERIFY(!scene.words().contains(said));

    Scene other;
    other.folder.write(u"url"_s, "https://coder.example.com");
    other.dialog->setCommandLine(other.folder.cli(CliImport::Else::Keyring));
    QVERIFY(other.words().contains(said));
    QVERIFY(other.reach());
    QVERIFY(!other.words().contains(said)); // that is another deployment
}

void TestSignInDialog::refusedCommandLineSessionNamesTheNextStep()
{
    Scene scene;
    const QString theirs = scene.client.deployment.mintToken();
    scene.client.deployment.expireToken(theirs);
    scene.dialog->setCommandLine(scene.cli(theirs));
    scene.button("useCommandLine").click();
    QTRY_VERIFY(
        scene.words().contains(u"Coder no longer accepts the session of the command line."_s));
    QVERIFY(scene.words().contains(u"Open the token page instead."_s));
    QVERIFY(scene.button("openTokenPage").isEnabled());
    QVERIFY(scene.button("checkTokenAgain").isHidden()); // nothing was pasted
    QVERIFY(scene.button("useCommandLine").isVisible()); // after "coder login", say
    QVERIFY(scene.enterToken(scene.client.deployment.mintToken()));
    QVERIFY(scene.signIn->as<SignIn::Known>());
}

void TestSignInDialog::failureToMakeAKeyIsTold_data()
{
    QTest::addColumn<int>("misconduct");
    QTest::addColumn<QString>("words");
    QTest::newRow("forbidden") << int(Misconduct::Kind::Status)
                               << u"Coder does not let the session of the command line"_s;
    QTest::newRow("lost") << int(Misconduct::Kind::Reset) << u"Coder’s answer was lost."_s;
}

void TestSignInDialog::failureToMakeAKeyIsTold()
{
    QFETCH(const int, misconduct);
    QFETCH(const QString, words);
    Scene scene;
    scene.dialog->setCommandLine(scene.cli(scene.client.deployment.mintToken()));
    scene.button("useCommandLine").click();
    QTRY_VERIFY(scene.signIn->as<SignIn::Known>());
    Misconduct wrong = Misconduct::coderError(403, u"Forbidden."_s);
    wrong.kind = static_cast<Misconduct::Kind>(misconduct);
    scene.client.deployment.misbehave(wrong);
    scene.button("addAccount").click();
    QTRY_VERIFY2(scene.words().contains(words), qPrintable(scene.words()));
    QVERIFY(scene.dialog->isVisible());
    scene.client.deployment.behave();
    scene.button("addAccount").click();
    QTRY_VERIFY(scene.signIn->as<SignIn::Finished>());
}

QTEST_MAIN(TestSignInDialog)
#include "tst_signindialog.moc"

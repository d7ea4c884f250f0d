// SPDX-License-Identifier: MIT
#include "signoutdesk.h"

#include "browserlinkdesk.h"
#include "devicelinkdesk.h"
#include "dialogs/signoutdialog.h"
#include "links/linkservice.h"
#include "session/memorytokenstore.h"
#include "session/session.h"
#include "support/accountstage.h"
#include "unlinkdesk.h"

#include <QApplication>
#include <QClipboard>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using simulated::Misconduct;
using simulated::TokenScope;
using Afterwards = SignOut::Afterwards;

namespace {

/// The desk of somebody who is signed in, beside a window.
struct Scene : AccountStage {
    Scene() { window.show(); }

    [[nodiscard]] AccountId id() const { return key({}).account; }
    [[nodiscard]] Session &session() { return services.find(id())->session(); }
    /// The question is on the screen, and Coder has said what kind of session it is.
    [[nodiscard]] bool ask(Afterwards afterwards = Afterwards::StaysListed)
    {
        desk.begin(id(), afterwards, &window);
        return QTest::qWaitFor([this] { return go() && go()->isEnabled(); });
    }
    [[nodiscard]] SignOutDialog *dialog() const
    {
        for (SignOutDialog *dialog : window.findChildren<SignOutDialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    [[nodiscard]] QPushButton *go() const
    {
        return dialog() ? buttonOf(*dialog(), "signOut") : nullptr;
    }
    [[nodiscard]] bool reads(const QString &words) const
    {
        const bool there
            = QTest::qWaitFor([&] { return dialog() && wordsIn(*dialog()).contains(words); });
        if (!there && dialog())
            qWarning().noquote() << wordsIn(*dialog());
        return there;
    }
    [[nodiscard]] bool sees(const char *button) const
    {
        return dialog() && buttonOf(*dialog(), button)->isVisible();
    }
    void press(const char *button) const { buttonOf(*dialog(), button)->click(); }
    [[nodiscard]] QString keyId() { return session().api().rest().token()->keyId(); }

    QWidget window;
    MemoryTokenStore thisRun;
    DeviceLinkDesk device{services, links, preferences, stage.tools()};
    BrowserLinkDesk browser{services, links, preferences, stage.tools()};
    UnlinkDesk unlink{services, links, stage.tools()};
    SignOutDesk desk{{.stores = {.accounts = accounts, .keychain = keychain, .thisRun = thisRun},
                      .services = services},
                     {.device = device, .browser = browser, .unlink = unlink},
                     stage.tools()};
};

} // namespace

class TestSignOutDesk : public QObject
{
    Q_OBJECT

private slots:
    void cancelIsTheEasyAnswer();
    void saysWhatItWillDo();
    void endsTheSessionWithAReceipt();
    void forgetsOnlyHere();
    void sparesAKeyMadeByHand();
    void saysThatTheSessionCouldNotBeEnded();
    void saysThatTheKeyringKeepsTheToken();
    void givesUpWhatIsUnderWay();
    void removesTheAccount();
    void closingWhileUnderWayOnlyHides();
    void receiptStaysBesideTheNextQuestion();
    void choiceIsThePersons();
    void receiptOffersNothingOnceSignedInAgain_data();
    void receiptOffersNothingOnceSignedInAgain();
    void questionBeginsAnewOnceSignedInAgain();
    void waitingForTheKeyringCanBeCancelled();
};

void TestSignOutDesk::cancelIsTheEasyAnswer()
{
    Scene scene;
    QVERIFY(scene.signIn());
    QVERIFY(scene.ask());
    QPushButton *cancel = buttonOf(*scene.dialog(), "close");
    QCOMPARE(cancel->text(), u"Cancel"_s);
    QVERIFY(cancel->isDefault());
    QCOMPARE(scene.dialog()->focusWidget(), cancel);
    QTest::keyClick(scene.dialog(), Qt::Key_Return);
    QVERIFY(!scene.dialog());
    QVERIFY(scene.session().as<Session::SignedIn>());
    QCOMPARE(scene.keychain.erasures, 0);
}

void TestSignOutDesk::saysWhatItWillDo()
{
    Scene scene;
    QVERIFY(scene.signIn());
    QVERIFY(scene.accounts.rename(scene.id(), UntrustedText::name(u"Work")));
    QVERIFY(scene.ask());
    const QString words = wordsIn(*scene.dialog());
    const QString host = scene.deployment.url().authority();
    QVERIFY2(words.contains(u"Sign out of %1?"_s.arg(host)), qPrintable(words));
    QVERIFY2(words.contains(u"Work, ada on %1"_s.arg(host)), qPrintable(words));
    QVERIFY(words.contains(u"Coder deletes the key that Fairlead uses."_s));
    QVERIFY(words.contains(u"The session on the server goes on until"_s));
    QVERIFY(words.contains(u"The token is erased from the keyring."_s));
    QVERIFY(words.contains(u"The account stays in the list"_s));
    QTRY_COMPARE(clippedIn(*scene.dialog()), QStringList());
}

void TestSignOutDesk::endsTheSessionWithAReceipt()
{
    Scene scene;
    QVERIFY(scene.signIn());
    const QString keyId = scene.keyId();
    QVERIFY(scene.ask());
    QVERIFY(named<QRadioButton>(*scene.dialog(), "endOnServer")->isChecked());
    scene.press("signOut");
    QVERIFY(scene.reads(u"Coder has ended the session."_s));
    QVERIFY(scene.reads(u"The keyring no longer holds the token."_s));
    QVERIFY(scene.reads(u"The account stays in the list, signed out."_s));
    QCOMPARE(scene.dialog()->windowTitle(), u"Signed out"_s);
    QVERIFY(!scene.sees("copyReport") && !scene.sees("tryAgain") && !scene.sees("signOut"));
    QVERIFY(!scene.deployment.world().keyring.keyWithId(keyId));
    QVERIFY(scene.keychain.tokens.isEmpty());
    QVERIFY(scene.session().as<Session::SignedOut>());
    QVERIFY(scene.links.links().empty());
    QCOMPARE(scene.accounts.accounts().size(), 1);
    scene.press("close");
    QVERIFY(!scene.dialog());
}

void TestSignOutDesk::forgetsOnlyHere()
{
    Scene scene;
    QVERIFY(scene.signIn());
    const QString keyId = scene.keyId();
    QVERIFY(scene.ask());
    named<QRadioButton>(*scene.dialog(), "forgetHere")->click();
    scene.press("signOut");
    QVERIFY(scene.reads(u"The session on the server was left alone."_s));
    QVERIFY(scene.deployment.world().keyring.keyWithId(keyId));
    QVERIFY(scene.keychain.tokens.isEmpty());
}

void TestSignOutDesk::sparesAKeyMadeByHand()
{
    Scene scene;
    QVERIFY(scene.signIn());
    const QString token = scene.deployment.mintApiToken(TokenScope::All);
    scene.session().adopt(scene.session().account(), *SessionToken::fromText(token), {});
    QVERIFY(scene.ask());
    const auto *end = named<QRadioButton>(*scene.dialog(), "endOnServer");
    QVERIFY(!end->isEnabled());
    QVERIFY(end->toolTip().contains(u"other programs may use it"_s));
    QVERIFY(scene.reads(u"this token was made by hand"_s));
    QVERIFY(named<QRadioButton>(*scene.dialog(), "forgetHere")->isChecked());
    scene.press("signOut");
    QVERIFY(scene.reads(u"was left alone"_s));
    QVERIFY(scene.deployment.world().keyring.keyWithId(token.left(10)));
}

void TestSignOutDesk::saysThatTheSessionCouldNotBeEnded()
{
    Scene scene;
    QVERIFY(scene.signIn());
    QVERIFY(scene.ask());
    scene.deployment.misbehave({.kind = Misconduct::Kind::Status, .method = "DELETE"});
    scene.press("signOut");
    QVERIFY(scene.reads(u"Coder could not end the session. Nothing has changed."_s));
    QVERIFY(scene.reads(u"Fairlead still has the token."_s));
    QVERIFY(!scene.keychain.tokens.isEmpty());
    QVERIFY(scene.sees("tryAgain") && scene.sees("close"));
    QCOMPARE(scene.go()->text(), u"Forget only here"_s);
    scene.press("signOut");
    QVERIFY(scene.reads(u"The session on the server could not be ended."_s));
    QVERIFY(scene.reads(u"The keyring no longer holds the token."_s));
    scene.press("copyReport");
    const QString report = QApplication::clipboard()->text();
    QVERIFY2(report.contains(u"could not be ended"_s) && report.contains(u"Account: ada on"_s),
             qPrintable(report));
}

void TestSignOutDesk::saysThatTheKeyringKeepsTheToken()
{
    Scene scene;
    QVERIFY(scene.signIn());
    QVERIFY(scene.ask(Afterwards::IsRemoved));
    scene.keychain.state = StoreState::Locked;
    scene.press("signOut");
    QVERIFY(scene.reads(u"The token could not be erased from the keyring."_s));
    QVERIFY(scene.reads(u"Nothing else remembers that its token is in the keyring."_s));
    QCOMPARE(scene.accounts.accounts().size(), 1);
    QCOMPARE(buttonOf(*scene.dialog(), "tryAgain")->text(), u"Unlock keyring"_s);
    scene.press("tryAgain");
    QVERIFY(scene.reads(u"The account is no longer in the list."_s));
    QVERIFY(scene.keychain.tokens.isEmpty());
    QVERIFY(scene.accounts.accounts().isEmpty());
}

void TestSignOutDesk::givesUpWhatIsUnderWay()
{
    Scene scene;
    QVERIFY(scene.signIn());
    scene.deployment.unlink(u"github"_s);
    scene.device.begin(scene.key(u"github"_s), &scene.window);
    QTRY_VERIFY(scene.device.flow()->as<DeviceLinkFlow::AwaitingUser>());
    for (const QString &provider : {u"forgejo"_s, u"bitbucket-server"_s})
        scene.browser.begin(scene.key(provider), &scene.window);
    QVERIFY(scene.ask());
    QVERIFY(scene.reads(u"Linking GitHub, which is under way, is given up."_s));
    for (const QString &name : {u"Forgejo"_s, u"Bitbucket Server"_s})
        QVERIFY(scene.reads(u"Linking %1, which is under way, is given up."_s.arg(name)));
    QVERIFY(scene.device.isUnderWay()); // not before the person says so
    scene.press("signOut");
    QVERIFY(!scene.device.isUnderWay());
    QVERIFY(scene.reads(u"Coder has ended the session."_s));
}

void TestSignOutDesk::removesTheAccount()
{
    Scene scene;
    QVERIFY(scene.signIn());
    QVERIFY(scene.ask(Afterwards::IsRemoved));
    QVERIFY(scene.reads(u"The account leaves the list."_s));
    QCOMPARE(scene.go()->text(), u"Remove"_s);
    scene.press("signOut");
    QVERIFY(scene.reads(u"The account is no longer in the list."_s));
    QCOMPARE(scene.dialog()->windowTitle(), u"Account removed"_s);
    QVERIFY(scene.accounts.accounts().isEmpty());
    QVERIFY(scene.services.all().empty());
    QVERIFY(scene.links.links().empty());
}

void TestSignOutDesk::closingWhileUnderWayOnlyHides()
{
    Scene scene;
    QVERIFY(scene.signIn());
    const AccountId id = scene.id();
    QVERIFY(scene.ask());
    scene.deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer, .method = "DELETE"});
    QVERIFY(!scene.desk.underWay());
    scene.press("signOut");
    QTRY_COMPARE(scene.deployment.heldCount(), 1);
    QVERIFY(scene.desk.underWay());
    QCOMPARE(scene.desk.underWay()->id(), id);
    QVERIFY(scene.reads(u"Coder ends the session."_s));
    scene.dialog()->reject();
    QVERIFY(!scene.dialog());
    QVERIFY(scene.desk.showIfUnderWay(id)); // in place of signing in
    QVERIFY(scene.dialog());
    scene.dialog()->reject();
    const QSignalSpy changed(&scene.desk, &SignOutDesk::changed);
    scene.deployment.release();
    QVERIFY(scene.reads(u"Coder has ended the session."_s));
    QVERIFY(!scene.desk.underWay());
    QVERIFY(!changed.isEmpty());
    QVERIFY(!scene.desk.showIfUnderWay(id));
}

void TestSignOutDesk::receiptStaysBesideTheNextQuestion()
{
    Scene scene;
    QVERIFY(scene.signIn());
    QVERIFY(scene.ask());
    scene.press("signOut");
    QVERIFY(scene.reads(u"Coder has ended the session."_s));
    const QPointer<SignOutDialog> receipt = scene.dialog();
    scene.desk.begin(scene.id(), Afterwards::IsRemoved, &scene.window);
    QVERIFY(receipt && receipt->isVisible());
    receipt->close();
    QVERIFY(scene.reads(u"Remove the account on"_s));
}

void TestSignOutDesk::choiceIsThePersons()
{
    Scene scene;
    QVERIFY(scene.signIn());
    scene.deployment.misbehave(
        {.kind = Misconduct::Kind::HoldAnswer, .method = "GET", .path = "/api/v2/users/me/keys/*"});
    scene.desk.begin(scene.id(), Afterwards::StaysListed, &scene.window);
    QVERIFY(!scene.go()->isEnabled());
    QVERIFY(!scene.go()->toolTip().isEmpty());
    auto *forget = named<QRadioButton>(*scene.dialog(), "forgetHere");
    forget->setFocus();
    forget->click();
    QVERIFY(scene.go()->isEnabled());
    QTRY_COMPARE(scene.deployment.heldCount(), 1);
    scene.deployment.behave();
    QCOMPARE(scene.deployment.release(), 1);
    QVERIFY(scene.reads(u"Coder deletes the key"_s));
    QVERIFY(forget->isChecked());
    QCOMPARE(scene.dialog()->focusWidget(), forget);
}

void TestSignOutDesk::receiptOffersNothingOnceSignedInAgain_data()
{
    QTest::addColumn<bool>("isLeft");
    QTest::newRow("the newest") << false;
    QTest::newRow("beside the next question") << true;
}

void TestSignOutDesk::receiptOffersNothingOnceSignedInAgain()
{
    QFETCH(const bool, isLeft);
    Scene scene;
    QVERIFY(scene.signIn());
    QVERIFY(scene.ask(Afterwards::IsRemoved));
    scene.keychain.state = StoreState::Locked;
    scene.press("signOut");
    QVERIFY(scene.reads(u"The token could not be erased from the keyring."_s));
    QVERIFY(scene.sees("tryAgain") && scene.sees("signOut"));
    const QPointer<SignOutDialog> receipt = scene.dialog();
    if (isLeft)
        scene.desk.begin(scene.id(), Afterwards::StaysListed, &scene.window);
    scene.keychain.state = StoreState::Ready;
    QVERIFY(scene.signIn());
    QVERIFY(receipt && receipt->isVisible());
    const QString words = wordsIn(*receipt);
    QVERIFY2(words.contains(u"You have signed in to this account again since then."_s)
                 && words.contains(u"Coder has ended the session."_s),
             qPrintable(words));
    QVERIFY(!buttonOf(*receipt, "tryAgain")->isVisible());
    QVERIFY(!buttonOf(*receipt, "signOut")->isVisible());
    buttonOf(*receipt, "tryAgain")->click();
    buttonOf(*receipt, "signOut")->click();
    QCOMPARE(scene.keychain.unlocks, 0);
    QCOMPARE(scene.keychain.tokens.size(), 1);
    QCOMPARE(scene.accounts.accounts().size(), 1);
}

void TestSignOutDesk::questionBeginsAnewOnceSignedInAgain()
{
    Scene scene;
    QVERIFY(scene.signIn());
    QVERIFY(scene.ask());
    scene.deployment.misbehave({.kind = Misconduct::Kind::Status, .method = "DELETE"});
    scene.press("signOut");
    QVERIFY(scene.reads(u"Coder could not end the session. Nothing has changed."_s));
    QVERIFY(named<QWidget>(*scene.dialog(), "details")->isVisible());
    const QString first = scene.keyId();
    QVERIFY(scene.signIn());
    QVERIFY(scene.reads(u"Coder deletes the key that Fairlead uses."_s));
    QVERIFY(!scene.sees("tryAgain") && !scene.sees("copyReport"));
    QVERIFY(!named<QWidget>(*scene.dialog(), "details")->isVisible());
    scene.deployment.behave();
    const QString second = scene.keyId();
    scene.press("signOut");
    QVERIFY(scene.reads(u"Coder has ended the session."_s));
    QVERIFY(!scene.deployment.world().keyring.keyWithId(second));
    QVERIFY(scene.deployment.world().keyring.keyWithId(first));
}

void TestSignOutDesk::waitingForTheKeyringCanBeCancelled()
{
    Scene scene;
    QVERIFY(scene.signIn());
    QVERIFY(scene.ask());
    scene.keychain.state = StoreState::Locked;
    scene.press("signOut");
    QVERIFY(scene.reads(u"The token could not be erased from the keyring."_s));
    scene.keychain.hold();
    scene.press("tryAgain");
    QVERIFY(scene.reads(u"Waiting for the keyring."_s));
    QVERIFY(scene.desk.underWay());
    QCOMPARE(buttonOf(*scene.dialog(), "close")->text(), u"Cancel"_s);
    scene.press("close");
    QVERIFY(scene.reads(u"The token could not be erased from the keyring."_s));
    QVERIFY(scene.sees("tryAgain"));
    QVERIFY(!scene.desk.underWay()); // nothing else waits for it
    QVERIFY(!scene.desk.showIfUnderWay(scene.id()));
    scene.press("close");
    QVERIFY(!scene.dialog());
}

QTEST_MAIN(TestSignOutDesk)
#include "tst_signoutdesk.moc"

// SPDX-License-Identifier: MIT
#include "accountsdesk.h"

#include "browserlinkdesk.h"
#include "devicelinkdesk.h"
#include "dialogs/accountrows.h"
#include "dialogs/accountsdialog.h"
#include "dialogs/removealldialog.h"
#include "links/linkservice.h"
#include "session/memorytokenstore.h"
#include "session/session.h"
#include "sessiontexts.h"
#include "support/accountstage.h"
#include "unlinkdesk.h"
#include "window/accountstatus.h"
#include "window/linkrows.h"

#include <QCheckBox>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using simulated::Misconduct;

namespace {

/// Ada is signed in on one deployment, and a file of another kind lies about.
struct Scene : AccountStage {
    Scene()
    {
        window.show();
        QFile entry(autostartPath());
        if (!entry.open(QIODevice::WriteOnly) || entry.write("[Desktop Entry]\n") < 0)
            qFatal("Nowhere to write");
    }
    [[nodiscard]] QString autostartPath() const { return folder.filePath(u"fairlead.desktop"_s); }
    [[nodiscard]] QString cachePath() const { return folder.filePath(u"links-cache.json"_s); }
    [[nodiscard]] AccountId id() const { return key({}).account; }
    template <typename D>
    [[nodiscard]] D *dialog() const
    {
        for (D *dialog : window.findChildren<D *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    [[nodiscard]] bool reads(const QString &words) const
    {
        const bool there = QTest::qWaitFor([&] {
            return dialog<RemoveAllDialog>() && wordsIn(*dialog<RemoveAllDialog>()).contains(words);
        });
        if (!there && dialog<RemoveAllDialog>())
            qWarning().noquote() << wordsIn(*dialog<RemoveAllDialog>());
        return there;
    }

    QWidget window;
    MemoryTokenStore thisRun;
    StoredFile autostart{StoredThing::Kind::Autostart, autostartPath()};
    StoredFile cache{StoredThing::Kind::LinkCache, cachePath()};
    DeviceLinkDesk device{services, links, preferences, stage.tools()};
    BrowserLinkDesk browser{services, links, preferences, stage.tools()};
    UnlinkDesk unlink{services, links, stage.tools()};
    AccountsDesk desk{{.stores = {.accounts = accounts, .keychain = keychain, .thisRun = thisRun},
                       .services = services,
                       .things = {&file, &autostart, &cache}},
                      {.device = device, .browser = browser, .unlink = unlink},
                      stage.tools()};
};

} // namespace

class TestAccountsDesk : public QObject
{
    Q_OBJECT

private slots:
    void namesAndOrdersTheAccounts();
    void tellsTheEndOfASessionByOurClock();
    void removesEverythingWithAReceipt();
    void leavesTheSessionsWhereThatIsWished();
    void tellsWhenASessionCouldNotBeEnded();
    void tellsAlsoOfFilesThatGoWithTheAccounts();
    void asksForTheKeyringOnceForAll();
    void removalCanBeTakenBackWhileTheKeyringAsks();
    void dismissedPromptRemovesNothing();
    void removesAllTheSameOnceThePersonSaysSo();
    void tellsWhatCannotBeTakenBack();
    void keepsSigningInOutWhileEverythingGoes();
    void saysWhatCouldNotBeRemoved();
    void saysWhereTokensMayBeLeft();
    void cancellingRemovesNothing();
    void replacesAnAccountThatMoved();
    void keepsAReplacedAccountWhoseTokenIsStillThere();
    void sendsNoTokenToWhereAReplacedAccountWas();
};

void TestAccountsDesk::namesAndOrdersTheAccounts()
{
    Scene scene;
    QVERIFY(scene.signIn());
    Account other = *scene.accounts.find(scene.id());
    other.userId = u"somebody-else"_s;
    QVERIFY(scene.accounts.put(other));
    scene.desk.manage(&scene.window);
    auto *dialog = scene.dialog<AccountsDialog>();
    QVERIFY(dialog);
    emit dialog->renameWished(scene.id(), u" Work\u202e "_s);
    QCOMPARE(scene.accounts.find(scene.id())->label.plain(), u"Work"_s);
    emit dialog->moveWished(scene.id(), 1);
    QCOMPARE(scene.accounts.accounts().last().id(), scene.id());
    scene.desk.manage(&scene.window);
    QCOMPARE(scene.window.findChildren<AccountsDialog *>().size(), 1);
}

void TestAccountsDesk::tellsTheEndOfASessionByOurClock()
{
    Scene scene;
    scene.stage.clock.setWall(QDateTime::currentDateTimeUtc().addDays(-2));
    QVERIFY(scene.signIn());
    LinkService &service = *scene.services.find(scene.id());
    const auto status = [&] { return AccountStatus::of(service, scene.stage.clock); };
    QTRY_VERIFY(!SessionTexts::end(status().session, {}).isEmpty());
    AccountRows rows(scene.stage.clock);
    rows.setAccounts({status()});
    QCOMPARE(rows.index(0).data(LinkRows::TimeRole).toString(), u"session ends in 7 days"_s);
}

void TestAccountsDesk::removesEverythingWithAReceipt()
{
    Scene scene;
    QVERIFY(scene.signIn());
    QVERIFY(scene.accounts.rename(scene.id(), UntrustedText::name(u"Work")));
    QFile aside(scene.file.path() + u".broken-3"_s);
    QVERIFY(aside.open(QIODevice::WriteOnly));
    aside.write(R"({"version": 2, "accounts":
                    [{"origin": "https://old.example.com", "user_id": "ada-1", "new": []}]})");
    aside.close();
    const AccountId forgotten(u"https://old.example.com/ada-1"_s);
    scene.keychain.tokens.insert(forgotten, *SessionToken::fromText(u"aaaaaaaaaa-b"_s));
    const QString keyId = scene.services.find(scene.id())->session().api().rest().token()->keyId();
    const QSignalSpy over(&scene.desk, &AccountsDesk::everythingRemoved);
    scene.desk.removeEverything(&scene.window);
    QVERIFY(scene.reads(u"The token and the account Work"_s));
    QVERIFY(scene.reads(scene.file.path()));
    QVERIFY(scene.reads(aside.fileName()));
    QVERIFY(scene.reads(scene.autostartPath()));
    QVERIFY(scene.keychain.erasures == 0 && QFile::exists(scene.file.path()));
    buttonOf(*scene.dialog<RemoveAllDialog>(), "removeAll")->click();
    QVERIFY(scene.reads(u"Everything is removed"_s));
    QVERIFY(scene.reads(u"Coder has ended the session."_s));
    QVERIFY(scene.reads(u"The keyring no longer holds the token."_s));
    QVERIFY(scene.reads(u"The keyring no longer holds them."_s));
    QVERIFY(!scene.deployment.world().keyring.keyWithId(keyId));
    QVERIFY(scene.keychain.tokens.isEmpty());
    QVERIFY(scene.accounts.accounts().isEmpty());
    QVERIFY(scene.links.links().empty());
    QVERIFY(over.isEmpty());
    scene.dialog<RemoveAllDialog>()->close();
    QCOMPARE(over.size(), 1);
    scene.preferences.setWindowGeometry("as at the end of a run"); // writes nothing any more
    QCOMPARE(QDir(scene.folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList());
}

void TestAccountsDesk::leavesTheSessionsWhereThatIsWished()
{
    Scene scene;
    QVERIFY(scene.signIn());
    const QString keyId = scene.services.find(scene.id())->session().api().rest().token()->keyId();
    scene.desk.removeEverything(&scene.window);
    named<QCheckBox>(*scene.dialog<RemoveAllDialog>(), "endSessions")->click();
    buttonOf(*scene.dialog<RemoveAllDialog>(), "removeAll")->click();
    QVERIFY(scene.reads(u"The session on the server was left alone."_s));
    QVERIFY(scene.deployment.world().keyring.keyWithId(keyId));
    QVERIFY(scene.keychain.tokens.isEmpty());
}

void TestAccountsDesk::tellsWhenASessionCouldNotBeEnded()
{
    Scene scene;
    QVERIFY(scene.signIn());
    scene.deployment.misbehave({.kind = Misconduct::Kind::Status, .status = 503});
    scene.desk.removeEverything(&scene.window);
    buttonOf(*scene.dialog<RemoveAllDialog>(), "removeAll")->click();
    QVERIFY(scene.reads(u"Not everything could be removed"_s));
    QVERIFY(scene.reads(u"The session on the server could not be ended."_s));
    QVERIFY(scene.reads(u"The session on the server goes on."_s));
    QVERIFY(scene.reads(u"The keyring no longer holds the token."_s)); // all the same
}

void TestAccountsDesk::tellsAlsoOfFilesThatGoWithTheAccounts()
{
    Scene scene;
    QVERIFY(scene.signIn());
    QFile cache(scene.cachePath());
    QVERIFY(cache.open(QIODevice::WriteOnly));
    connect(&scene.accounts, &AccountBook::changed, &cache, [&cache] { cache.remove(); });
    scene.desk.removeEverything(&scene.window);
    buttonOf(*scene.dialog<RemoveAllDialog>(), "removeAll")->click();
    QVERIFY(scene.reads(u"Everything is removed"_s));
    QVERIFY(scene.reads(u"Removed: "_s + scene.cachePath()));
}

void TestAccountsDesk::asksForTheKeyringOnceForAll()
{
    Scene scene;
    QVERIFY(scene.signIn());
    Account other = *scene.accounts.find(scene.id());
    other.userId = u"somebody-else"_s;
    QVERIFY(scene.accounts.put(other));
    scene.keychain.state = StoreState::Locked;
    scene.desk.removeEverything(&scene.window);
    buttonOf(*scene.dialog<RemoveAllDialog>(), "removeAll")->click();
    QVERIFY(scene.reads(u"Everything is removed"_s));
    QCOMPARE(scene.keychain.unlocks, 1);
    QVERIFY(scene.keychain.tokens.isEmpty());
}

void TestAccountsDesk::removalCanBeTakenBackWhileTheKeyringAsks()
{
    Scene scene;
    QVERIFY(scene.signIn());
    scene.keychain.state = StoreState::Locked;
    scene.keychain.hold();
    scene.desk.removeEverything(&scene.window);
    buttonOf(*scene.dialog<RemoveAllDialog>(), "removeAll")->click();
    QCOMPARE(buttonOf(*scene.dialog<RemoveAllDialog>(), "close")->text(), u"Cancel"_s);
    scene.keychain.letGo(); // it is locked, and asks
    scene.keychain.hold();
    QTRY_COMPARE(scene.keychain.unlocks, 1);
    buttonOf(*scene.dialog<RemoveAllDialog>(), "close")->click();
    scene.keychain.letGo(); // the person answers its prompt after all
    QCoreApplication::processEvents();
    scene.desk.removeEverything(&scene.window); // as if nothing had been said
    QVERIFY(scene.reads(u"Remove everything Fairlead has stored?"_s));
    QCOMPARE(scene.keychain.erasures, 0);
    QVERIFY(QFile::exists(scene.file.path()));
    QCOMPARE(scene.accounts.accounts().size(), 1);
}

void TestAccountsDesk::dismissedPromptRemovesNothing()
{
    Scene scene;
    QVERIFY(scene.signIn());
    scene.keychain.state = StoreState::Locked;
    scene.keychain.afterUnlock = StoreState::Denied;
    scene.desk.removeEverything(&scene.window);
    named<QCheckBox>(*scene.dialog<RemoveAllDialog>(), "endSessions")->click();
    buttonOf(*scene.dialog<RemoveAllDialog>(), "removeAll")->click();
    QVERIFY(scene.reads(u"The keyring did not let Fairlead in."_s));
    QVERIFY(scene.reads(u"Nothing has been removed yet."_s));
    QVERIFY(scene.reads(u"If the rest goes all the same, the tokens stay in the keyring."_s));
    auto *dialog = scene.dialog<RemoveAllDialog>();
    QCOMPARE(dialog->focusWidget(), buttonOf(*dialog, "close"));
    QCOMPARE(buttonOf(*dialog, "close")->text(), u"Cancel"_s);
    QVERIFY(QFile::exists(scene.file.path()) && QFile::exists(scene.autostartPath()));
    QCOMPARE(scene.keychain.erasures, 0);
    QVERIFY(scene.services.find(scene.id())->session().as<Session::SignedIn>());
    QVERIFY(!scene.desk.showIfUnderWay(scene.id()));
    scene.keychain.state = StoreState::Locked;
    scene.keychain.afterUnlock = StoreState::Ready;
    QCOMPARE(buttonOf(*dialog, "tryAgain")->text(), u"Unlock keyring"_s);
    buttonOf(*dialog, "tryAgain")->click();
    QVERIFY(scene.reads(u"Everything is removed"_s));
    QVERIFY(scene.reads(u"The session on the server was left alone."_s)); // as was chosen before
    QCOMPARE(scene.keychain.unlocks, 2);
    QVERIFY(scene.keychain.tokens.isEmpty());
}

void TestAccountsDesk::removesAllTheSameOnceThePersonSaysSo()
{
    Scene scene;
    QVERIFY(scene.signIn());
    scene.keychain.state = StoreState::Locked;
    scene.keychain.afterUnlock = StoreState::Locked;
    scene.desk.removeEverything(&scene.window);
    buttonOf(*scene.dialog<RemoveAllDialog>(), "removeAll")->click();
    QVERIFY(scene.reads(u"The keyring is locked."_s));
    QPushButton *go = buttonOf(*scene.dialog<RemoveAllDialog>(), "removeAll");
    QCOMPARE(go->text(), u"Remove all the same"_s);
    go->click();
    QVERIFY(scene.reads(u"Not everything could be removed"_s));
    QVERIFY(scene.reads(u"The token could not be erased from the keyring."_s));
    QCOMPARE(scene.keychain.unlocks, 1);
    QVERIFY(!QFile::exists(scene.file.path()));
}

void TestAccountsDesk::tellsWhatCannotBeTakenBack()
{
    Scene scene;
    QVERIFY(scene.signIn());
    const QSignalSpy changed(&scene.desk, &AccountsDesk::changed);
    scene.deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer, .method = "DELETE"});
    scene.keychain.hold();
    scene.desk.removeEverything(&scene.window);
    buttonOf(*scene.dialog<RemoveAllDialog>(), "removeAll")->click();
    QVERIFY(!scene.desk.isRemovingEverything()); // the keyring has not said anything yet
    scene.keychain.letGo();
    QTRY_COMPARE(scene.deployment.heldCount(), 1);
    QVERIFY(scene.desk.isRemovingEverything());
    QVERIFY(!scene.desk.signingOut()); // nobody sees a receipt of it
    const qsizetype before = changed.size();
    scene.deployment.behave();
    scene.deployment.release();
    QVERIFY(scene.reads(u"Everything is removed"_s));
    QVERIFY(!scene.desk.isRemovingEverything());
    QVERIFY(changed.size() > before);
}

void TestAccountsDesk::keepsSigningInOutWhileEverythingGoes()
{
    Scene scene;
    QVERIFY(scene.signIn());
    const QSignalSpy leavingAll(&scene.desk, &AccountsDesk::leavingAll);
    scene.deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer, .method = "DELETE"});
    scene.desk.removeEverything(&scene.window);
    QVERIFY(!scene.desk.showIfUnderWay({})); // it may still be cancelled
    QVERIFY(leavingAll.isEmpty());
    buttonOf(*scene.dialog<RemoveAllDialog>(), "removeAll")->click();
    QCOMPARE(leavingAll.size(), 1); // whatever is being added
    QVERIFY(scene.desk.showIfUnderWay({}));
    QTRY_COMPARE(scene.deployment.heldCount(), 1);
    scene.dialog<RemoveAllDialog>()->close();
    QVERIFY(!scene.dialog<RemoveAllDialog>());
    QVERIFY(scene.desk.showIfUnderWay({}));
    QVERIFY(scene.dialog<RemoveAllDialog>());
    scene.deployment.behave();
    scene.deployment.release();
    QVERIFY(scene.reads(u"Everything is removed"_s));
    QVERIFY(scene.desk.showIfUnderWay({}));
}

void TestAccountsDesk::saysWhatCouldNotBeRemoved()
{
    Scene scene;
    QVERIFY(scene.signIn());
    scene.deployment.goDown();
    scene.keychain.state = StoreState::Absent;
    scene.desk.removeEverything(&scene.window);
    buttonOf(*scene.dialog<RemoveAllDialog>(), "removeAll")->click();
    QVERIFY(scene.reads(u"Not everything could be removed"_s));
    QVERIFY(scene.reads(u"The token could not be erased from the keyring."_s));
    QVERIFY(!QFile::exists(scene.file.path())); // the rest goes all the same
    QVERIFY(buttonOf(*scene.dialog<RemoveAllDialog>(), "copyReport")->isVisible());
}

void TestAccountsDesk::saysWhereTokensMayBeLeft()
{
    Scene scene;
    QVERIFY(scene.signIn());
    QFile aside(scene.file.path() + u".broken-1"_s);
    QVERIFY(aside.open(QIODevice::WriteOnly));
    aside.write(R"({"version": 1, "accounts": [{"origin": "https://old.exam)");
    aside.close();
    scene.desk.removeEverything(&scene.window);
    buttonOf(*scene.dialog<RemoveAllDialog>(), "removeAll")->click();
    QVERIFY(scene.reads(u"Not everything could be removed"_s));
    QVERIFY(scene.reads(u"The keyring may still hold tokens of Fairlead, under the service "
                        "fairlead."_s));
    QVERIFY(scene.keychain.tokens.isEmpty());
    QVERIFY(!aside.exists());
}

void TestAccountsDesk::cancellingRemovesNothing()
{
    Scene scene;
    QVERIFY(scene.signIn());
    const QSignalSpy over(&scene.desk, &AccountsDesk::everythingRemoved);
    scene.desk.removeEverything(&scene.window);
    auto *dialog = scene.dialog<RemoveAllDialog>();
    QVERIFY(buttonOf(*dialog, "close")->isDefault());
    QCOMPARE(dialog->focusWidget(), buttonOf(*dialog, "close"));
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(!scene.dialog<RemoveAllDialog>());
    QVERIFY(over.isEmpty());
    QCOMPARE(scene.accounts.accounts().size(), 1);
    QVERIFY(QFile::exists(scene.autostartPath()));
    scene.desk.removeEverything(&scene.window);
    QVERIFY(scene.dialog<RemoveAllDialog>());
}

void TestAccountsDesk::replacesAnAccountThatMoved()
{
    Scene scene;
    QVERIFY(scene.signIn());
    Account old = *scene.accounts.find(scene.id());
    old.server = *ServerUrl::fromUserInput(u"old.example.com"_s);
    old.label = UntrustedText::name(u"Work");
    QVERIFY(scene.accounts.put(old));
    QVERIFY(scene.accounts.move(old.id(), 0));
    scene.keychain.tokens.insert(old.id(), *SessionToken::fromText(u"aaaaaaaaaa-b"_s));
    scene.desk.replace(old.id(), scene.id());
    QTRY_COMPARE(scene.accounts.accounts().size(), 1);
    QCOMPARE(scene.accounts.accounts().first().id(), scene.id());
    QCOMPARE(scene.accounts.accounts().first().label.plain(), u"Work"_s);
    QVERIFY(!scene.keychain.tokens.contains(old.id()));
    QVERIFY(scene.keychain.tokens.contains(scene.id()));
}

void TestAccountsDesk::keepsAReplacedAccountWhoseTokenIsStillThere()
{
    Scene scene;
    QVERIFY(scene.signIn());
    Account old = *scene.accounts.find(scene.id());
    old.server = *ServerUrl::fromUserInput(u"old.example.com"_s);
    QVERIFY(scene.accounts.put(old));
    scene.keychain.failure = StoreState::Denied;
    const QSignalSpy noticed(&scene.desk, &AccountsDesk::noticed);
    scene.desk.replace(old.id(), scene.id());
    QTRY_COMPARE(noticed.size(), 1);
    QVERIFY(noticed.first().first().toString().contains(u"still holds the token"_s));
    QVERIFY(scene.accounts.find(old.id()));
    QCOMPARE(scene.accounts.find(old.id())->keeping, Account::Keeping::Nowhere);
}

/// Somebody else may own that address by now.
void TestAccountsDesk::sendsNoTokenToWhereAReplacedAccountWas()
{
    Scene scene;
    QVERIFY(scene.signIn());
    Account fresh = *scene.accounts.find(scene.id());
    fresh.server = *ServerUrl::fromUserInput(u"new.example.com"_s);
    QVERIFY(scene.accounts.put(fresh));
    scene.keychain.failure = StoreState::Locked; // so the account stays in the list
    const QSignalSpy noticed(&scene.desk, &AccountsDesk::noticed);
    scene.desk.replace(scene.id(), fresh.id());
    LinkService &service = *scene.services.find(scene.id());
    QTRY_COMPARE(noticed.size(), 1);
    scene.services.refreshAll();
    scene.stage.clock.advance(std::chrono::hours(1));
    scene.services.timePassed();
    QVERIFY(!service.askingSince());
    QVERIFY(!service.session().hasToken());
    QVERIFY(service.session().as<Session::SignedOut>());
    QVERIFY(scene.links.links().empty());
}

QTEST_MAIN(TestAccountsDesk)
#include "tst_accountsdesk.moc"

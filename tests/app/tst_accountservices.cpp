// SPDX-License-Identifier: MIT
#include "links/accountservices.h"

#include "deployment/deployment.h"
#include "links/devicelinkflow.h"
#include "links/linkbook.h"
#include "links/linkservice.h"
#include "session/accountbook.h"
#include "session/session.h"
#include "session/settingsfile.h"
#include "session/signin.h"
#include "support/fakeclock.h"
#include "support/scriptedtokenstore.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using simulated::Deployment;
using simulated::Misconduct;
using simulated::TokenScope;

/// A deployment, a keychain, and Fairlead's own part of one run between them.
class ServicesStage
{
public:
    explicit ServicesStage(const RestLimits &restLimits = {}) : limits(restLimits)
    {
        if (!deployment.listen())
            qFatal("No port to listen on");
        deployment.addStandardProviders();
        deployment.addUser(u"grace"_s, u"Grace Hopper"_s);
        clock.setWall(QDateTime::currentDateTimeUtc());
        startRun();
    }

    /// Fairlead is started; what was kept by the run before is there.
    void startRun()
    {
        services.reset();
        accounts.reset();
        file = std::make_unique<SettingsFile>(path());
        links = std::make_unique<LinkBook>(clock);
        accounts = std::make_unique<AccountBook>(*file);
        services = std::make_unique<AccountServices>(*accounts, keychain, *links, clock, limits);
    }

    [[nodiscard]] QString path() const { return folder.filePath(u"fairlead/settings.json"_s); }

    [[nodiscard]] std::unique_ptr<SignIn> recognise(const QString &user = u"ada"_s)
    {
        auto signIn = std::make_unique<SignIn>(keychain, thisRun);
        signIn->checkAddress(deployment.url().toString());
        if (!QTest::qWaitFor([&] { return signIn->as<SignIn::NeedsToken>() != nullptr; }))
            return nullptr;
        signIn->checkToken(deployment.mintToken(TokenScope::All, user));
        if (!QTest::qWaitFor([&] { return signIn->as<SignIn::Known>() != nullptr; }))
            return nullptr;
        return signIn;
    }
    /// Signed in and listed; the account's id.
    [[nodiscard]] AccountId signIn(const QString &user = u"ada"_s,
                                   Account::Keeping keeping = Account::Keeping::Keychain)
    {
        const std::unique_ptr<SignIn> signIn = recognise(user);
        if (!signIn)
            return {};
        signIn->keep(keeping);
        if (!QTest::qWaitFor([&] { return signIn->as<SignIn::Finished>() != nullptr; }))
            return {};
        services->adopt(*signIn);
        const AccountId id = signIn->as<SignIn::Finished>()->account.id();
        return isListed(id) ? id : AccountId();
    }
    [[nodiscard]] bool isListed(const AccountId &account)
    {
        return QTest::qWaitFor([&] {
            const LinkService *service = services->find(account);
            return service && service->learntAt().isValid();
        });
    }
    [[nodiscard]] qsizetype linksOf(const AccountId &account) const
    {
        return std::count_if(links->links().begin(), links->links().end(),
                             [&](const GitLink &link) { return link.key.account == account; });
    }

    RestLimits limits;
    QTemporaryDir folder;
    Deployment deployment;
    FakeClock clock;
    ScriptedTokenStore keychain;
    ScriptedTokenStore thisRun;
    std::unique_ptr<SettingsFile> file;
    std::unique_ptr<LinkBook> links;
    std::unique_ptr<AccountBook> accounts;
    std::unique_ptr<AccountServices> services;
};

/// Accounts come with everything that serves them, and leave with everything that was known.
class AccountServicesTest : public QObject
{
    Q_OBJECT

private slots:
    void servesAnAccountOnceItIsSignedIn();
    void restoresWhatAnEarlierRunKept();
    void saysSinceWhenASessionIsBeingChecked();
    void signingInAgainKeepsOneServiceAnAccount();
    void pagesOfADeploymentAreTheSameForAllItsAccounts();
    void asksAgainWhereADeploymentWasDown();
    void goesOnWhereTheKeyringWasUnlockedElsewhere();
    void looksOnceForAllWhoAwaitTheKeyring();
    void leavingAccountsTakeTheirLinksAlong();
    void followsTheOrderOfTheBook();
    void followsTheNamesOfTheBook();
    void keepsTheNewNameOfARenamedUser();
    void askingAllTellsNothingOfWhoSignedOut();
    void aRefusedTokenSuspendsOneAccountOnly();
    void aSignInGivenUpLeavesNoTokenOfWhoSignedOut();
    void aListHeldUpHoldsUpNothingElse();
    void aListThatIsTooLateIsAskedForAgain();
    void saysThatAnAccountCouldNotBeSaved();
    void aSignInGivenUpLeavesNoToken();
    void aSignInGivenUpSparesAKnownAccount();
    void aSignInGivenUpBeforeKeepingErasesNothing();
    void aSignInGivenUpLeavesNoTokenBesideThatOfThisRun();
    void erasesAtTheNextStartWhatTheKeyringDidNotLetGo();
};

void AccountServicesTest::servesAnAccountOnceItIsSignedIn()
{
    ServicesStage stage;
    QVERIFY(stage.services->all().empty());
    const QSignalSpy changed(stage.services.get(), &AccountServices::changed);
    const AccountId ada = stage.signIn();
    QVERIFY(!ada.isEmpty());
    QVERIFY(!changed.isEmpty());
    QCOMPARE(stage.accounts->accounts().size(), 1);
    QCOMPARE(stage.services->all().size(), 1U);
    QVERIFY(stage.linksOf(ada) > 0);
}

void AccountServicesTest::restoresWhatAnEarlierRunKept()
{
    ServicesStage stage;
    const AccountId ada = stage.signIn();
    stage.startRun();
    QCOMPARE(stage.services->all().size(), 1U);
    QVERIFY(stage.services->find(ada)->session().as<Session::SignedOut>());
    stage.services->restoreAll();
    QVERIFY(stage.isListed(ada));
}

/// A deployment that hangs at the start is waited for, too, though its list has not been asked.
void AccountServicesTest::saysSinceWhenASessionIsBeingChecked()
{
    ServicesStage stage;
    const AccountId ada = stage.signIn();
    stage.startRun();
    stage.deployment.misbehave(
        {.kind = Misconduct::Kind::HoldAnswer, .path = "/api/v2/users/me", .times = 1});
    stage.services->restoreAll();
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    const LinkService &service = *stage.services->find(ada);
    stage.clock.advance(12s);
    QVERIFY(service.askingSince());
    QCOMPARE(stage.clock.pace() - *service.askingSince(), 12s);
    stage.deployment.release();
    QVERIFY(stage.isListed(ada));
    QTRY_VERIFY(!service.askingSince());
}

void AccountServicesTest::signingInAgainKeepsOneServiceAnAccount()
{
    ServicesStage stage;
    const AccountId ada = stage.signIn();
    const LinkService *before = stage.services->find(ada);
    QCOMPARE(stage.signIn(), ada);
    QCOMPARE(stage.services->find(ada), before);
    const AccountId grace = stage.signIn(u"grace"_s);
    QVERIFY(!grace.isEmpty());
    QVERIFY(grace != ada);
    QCOMPARE(stage.services->all().size(), 2U);
}

void AccountServicesTest::asksAgainWhereADeploymentWasDown()
{
    ServicesStage stage;
    const AccountId ada = stage.signIn();
    stage.startRun();
    stage.deployment.misbehave({.kind = Misconduct::Kind::Status, .status = 503});
    stage.services->restoreAll();
    QTRY_VERIFY(stage.services->find(ada)->session().as<Session::Failed>());
    stage.deployment.behave();
    stage.services->refreshAll();
    QVERIFY(stage.isListed(ada));
}

void AccountServicesTest::goesOnWhereTheKeyringWasUnlockedElsewhere()
{
    ServicesStage stage;
    const AccountId ada = stage.signIn();
    stage.startRun();
    stage.keychain.state = StoreState::Locked;
    stage.services->restoreAll();
    const Session &session = stage.services->find(ada)->session();
    QTRY_VERIFY(session.as<Session::Failed>());
    stage.keychain.state = StoreState::Ready;
    stage.services->activated(); // the person comes back to the window
    QVERIFY(stage.isListed(ada));
    QCOMPARE(stage.keychain.unlocks, 0);
}

void AccountServicesTest::looksOnceForAllWhoAwaitTheKeyring()
{
    ServicesStage stage;
    const AccountId ada = stage.signIn();
    const AccountId grace = stage.signIn(u"grace"_s);
    stage.deployment.addUser(u"edsger"_s, u"Edsger Dijkstra"_s);
    const AccountId edsger = stage.signIn(u"edsger"_s);
    stage.startRun();
    stage.keychain.state = StoreState::Absent;
    stage.services->restoreAll();
    for (const AccountId &account : {ada, grace, edsger})
        QTRY_VERIFY(stage.services->find(account)->session().awaitsKeyring());
    const int probes = stage.keychain.probes;
    stage.services->timePassed();
    QCOMPARE(stage.keychain.probes, probes + 1);

    stage.keychain.state = StoreState::Ready;
    stage.keychain.tokens.remove(grace); // which stops nobody behind her
    stage.services->activated();
    stage.services->timePassed();
    QVERIFY(stage.isListed(ada));
    QVERIFY(stage.isListed(edsger));
    QCOMPARE(stage.keychain.reads, 3);
    QVERIFY(!stage.services->find(grace)->session().awaitsKeyring());
}

void AccountServicesTest::leavingAccountsTakeTheirLinksAlong()
{
    ServicesStage stage;
    const AccountId ada = stage.signIn();
    const AccountId grace = stage.signIn(u"grace"_s);
    const qsizetype ofGrace = stage.linksOf(grace);
    QVERIFY(stage.accounts->remove(ada));
    QVERIFY(!stage.services->find(ada));
    QCOMPARE(stage.linksOf(ada), 0);
    QCOMPARE(stage.linksOf(grace), ofGrace);
}

/// As where a provider behind an older server hangs (recordings, 1).
void AccountServicesTest::aListHeldUpHoldsUpNothingElse()
{
    ServicesStage stage;
    const AccountId ada = stage.signIn();
    const AccountId grace = stage.signIn(u"grace"_s);
    LinkService &held = *stage.services->find(ada);
    LinkService &other = *stage.services->find(grace);
    stage.deployment.misbehave(
        {.kind = Misconduct::Kind::HoldAnswer, .path = "/api/v2/external-auth", .times = 1});
    held.refresh();
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.clock.advance(12s);
    QVERIFY(held.askingSince());
    QCOMPARE(stage.clock.pace() - *held.askingSince(), 12s);
    QVERIFY(!stage.services->nextAsk(ada).isValid()); // it is being asked

    other.refresh(); // the other account
    QTRY_COMPARE(other.learntAt(), stage.clock.wall());
    QVERIFY(stage.services->nextAsk(grace).isValid());
    const QByteArray byId = "/api/v2/external-auth/gitlab";
    const qsizetype before = stage.deployment.requestsTo("GET", byId).size();
    held.check(ProviderId(u"gitlab"_s)); // a link of the same account
    QTRY_COMPARE(stage.deployment.requestsTo("GET", byId).size(), before + 1);
    const std::unique_ptr<DeviceLinkFlow> flow = held.deviceLink(ProviderId(u"github"_s));
    flow->start(); // and a linking
    QTRY_VERIFY(flow->as<DeviceLinkFlow::AwaitingUser>());
    QVERIFY(held.askingSince());
    stage.deployment.release();
    QTRY_VERIFY(!held.askingSince());
    QVERIFY(!held.problem());
}

void AccountServicesTest::aListThatIsTooLateIsAskedForAgain()
{
    ServicesStage stage({.listTotal = 300ms});
    const AccountId ada = stage.signIn();
    const qsizetype links = stage.linksOf(ada);
    stage.deployment.misbehave({.path = "/api/v2/external-auth"}); // hangs
    stage.services->find(ada)->refresh();
    QTRY_VERIFY(stage.services->find(ada)->problem());
    QCOMPARE(stage.services->find(ada)->problem()->kind, ApiError::Kind::TimedOut);
    QCOMPARE(stage.linksOf(ada), links);
    const QDateTime next = stage.services->nextAsk(ada);
    QVERIFY(next > stage.clock.wall() && next < stage.clock.wall().addSecs(19));
    stage.deployment.behave();
    stage.clock.advance(18s);
    QTRY_VERIFY(!stage.services->find(ada)->problem());
}

void AccountServicesTest::followsTheOrderOfTheBook()
{
    ServicesStage stage;
    const AccountId ada = stage.signIn();
    const AccountId grace = stage.signIn(u"grace"_s);
    QCOMPARE(stage.links->links().front().key.account, ada);
    QVERIFY(stage.accounts->move(grace, 0));
    QCOMPARE(stage.services->all().front()->session().account().id(), grace);
    QCOMPARE(stage.links->links().front().key.account, grace);
    QCOMPARE(stage.links->links().back().key.account, ada);
}

void AccountServicesTest::followsTheNamesOfTheBook()
{
    ServicesStage stage;
    const AccountId ada = stage.signIn();
    const QSignalSpy changed(stage.services.get(), &AccountServices::changed);
    QVERIFY(stage.accounts->rename(ada, UntrustedText::name(u"Work")));
    QVERIFY(!changed.isEmpty());
    QCOMPARE(stage.services->find(ada)->session().account().label.plain(), u"Work"_s);
    QCOMPARE(stage.signIn(), ada); // again: what the person chose stays
    QCOMPARE(stage.accounts->find(ada)->label.plain(), u"Work"_s);
}

void AccountServicesTest::keepsTheNewNameOfARenamedUser()
{
    ServicesStage stage;
    const AccountId ada = stage.signIn();
    const AccountId grace = stage.signIn(u"grace"_s);
    QVERIFY(stage.accounts->rename(ada, UntrustedText::name(u"Work")));
    stage.deployment.world().keyring.userNamed(u"ada"_s)->username = u"ada-lovelace"_s;
    stage.startRun();
    stage.services->restoreAll();
    QVERIFY(stage.isListed(ada) && stage.isListed(grace));
    stage.startRun(); // as the file says
    QCOMPARE(stage.accounts->find(ada)->userName.plain(), u"ada-lovelace"_s);
    QCOMPARE(stage.accounts->find(ada)->label.plain(), u"Work"_s);
    QCOMPARE(stage.accounts->find(grace)->userName.plain(), u"grace"_s);
}

/// Each time the whole list would be drawn and what is known of everybody written.
void AccountServicesTest::askingAllTellsNothingOfWhoSignedOut()
{
    ServicesStage stage;
    const AccountId ada = stage.signIn();
    QVERIFY(stage.accounts->noteSignedOut(ada));
    stage.startRun();
    const QSignalSpy told(stage.links.get(), &LinkBook::linksChanged);
    const QSignalSpy forgotten(stage.links.get(), &LinkBook::accountRemoved);
    const QSignalSpy changed(stage.services.get(), &AccountServices::changed);
    stage.services->restoreAll();
    stage.services->refreshAll();
    QVERIFY(told.isEmpty() && forgotten.isEmpty() && changed.isEmpty());
    QVERIFY(stage.services->find(ada)->session().as<Session::SignedOut>());
}

void AccountServicesTest::aRefusedTokenSuspendsOneAccountOnly()
{
    ServicesStage stage;
    const AccountId ada = stage.signIn();
    const AccountId grace = stage.signIn(u"grace"_s);
    const qsizetype ofAda = stage.linksOf(ada);
    stage.deployment.revokeToken(
        QString::fromLatin1(stage.keychain.tokens.constFind(ada)->bytes().toByteArray()));
    stage.services->refreshAll();
    const Session &adas = stage.services->find(ada)->session();
    QTRY_VERIFY(adas.as<Session::Failed>());
    QCOMPARE(adas.as<Session::Failed>()->why, Session::Trouble::TokenRejected);
    QVERIFY(stage.services->find(grace)->session().as<Session::SignedIn>());
    QCOMPARE(stage.linksOf(ada), ofAda);
    QCOMPARE(stage.accounts->accounts().size(), 2);
    QCOMPARE(stage.keychain.tokens.size(), 2); // suspended, not deleted

    SignIn somebodyElse(stage.keychain, stage.thisRun, *stage.accounts->find(ada));
    somebodyElse.checkAddress(stage.deployment.url().toString());
    QTRY_VERIFY(somebodyElse.as<SignIn::NeedsToken>());
    somebodyElse.checkToken(stage.deployment.mintToken(TokenScope::All, u"grace"_s));
    QTRY_VERIFY(somebodyElse.as<SignIn::NeedsToken>()
                && somebodyElse.as<SignIn::NeedsToken>()->problem);
    QCOMPARE(somebodyElse.as<SignIn::NeedsToken>()->problem, SignIn::TokenProblem::OtherUser);

    QCOMPARE(stage.signIn(), ada);
    QVERIFY(adas.as<Session::SignedIn>());
    QCOMPARE(stage.services->all().size(), 2U);
}

void AccountServicesTest::aSignInGivenUpLeavesNoTokenOfWhoSignedOut()
{
    ServicesStage stage;
    const AccountId ada = stage.signIn();
    QVERIFY(stage.accounts->noteSignedOut(ada));
    const std::unique_ptr<SignIn> signIn = stage.recognise();
    QVERIFY(signIn);
    stage.keychain.hold();
    signIn->keep(Account::Keeping::Keychain);
    stage.services->abandon(*signIn);
    stage.keychain.letGo();
    QVERIFY(stage.keychain.tokens.isEmpty());
}

void AccountServicesTest::saysThatAnAccountCouldNotBeSaved()
{
    ServicesStage stage;
    QFile inTheWay(stage.folder.filePath(u"fairlead"_s)); // where the folder would be
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const QSignalSpy notSaved(stage.services.get(), &AccountServices::notSaved);
    const AccountId ada = stage.signIn();
    QCOMPARE(notSaved.size(), 1);
    QVERIFY(stage.services->find(ada)); // it serves all the same
}

void AccountServicesTest::aSignInGivenUpLeavesNoToken()
{
    ServicesStage stage;
    std::unique_ptr<SignIn> signIn = stage.recognise();
    QVERIFY(signIn);
    stage.keychain.hold();
    signIn->keep(Account::Keeping::Keychain);
    QCOMPARE(stage.keychain.tokens.size(), 1); // the keyring has it, and has not said so
    stage.services->abandon(*signIn);
    signIn.reset();
    stage.keychain.letGo();
    QCOMPARE(stage.keychain.erasures, 1);
    QVERIFY(stage.keychain.tokens.isEmpty());
}

void AccountServicesTest::aSignInGivenUpSparesAKnownAccount()
{
    ServicesStage stage;
    QVERIFY(!stage.signIn().isEmpty());
    const std::unique_ptr<SignIn> signIn
        = stage.recognise(); // added once more, not signed in again
    QVERIFY(signIn);
    stage.keychain.hold();
    signIn->keep(Account::Keeping::Keychain);
    stage.services->abandon(*signIn);
    stage.keychain.letGo();
    QCOMPARE(stage.keychain.erasures, 0);
    QCOMPARE(stage.keychain.tokens.size(), 1);
}

void AccountServicesTest::aSignInGivenUpBeforeKeepingErasesNothing()
{
    ServicesStage stage;
    const std::unique_ptr<SignIn> signIn = stage.recognise();
    QVERIFY(signIn);
    stage.services->abandon(*signIn);
    QCOMPARE(stage.keychain.erasures, 0);
}

void AccountServicesTest::aSignInGivenUpLeavesNoTokenBesideThatOfThisRun()
{
    ServicesStage stage;
    const AccountId ada = stage.signIn(u"ada"_s, Account::Keeping::ThisRun);
    const std::unique_ptr<SignIn> signIn = stage.recognise();
    QVERIFY(signIn);
    stage.keychain.hold();
    signIn->keep(Account::Keeping::Keychain);
    stage.services->abandon(*signIn);
    QVERIFY(stage.accounts->find(ada)->mayBeInKeychain());
    stage.keychain.letGo();
    QVERIFY(stage.keychain.tokens.isEmpty());
    QTRY_VERIFY(!stage.accounts->find(ada)->mayBeInKeychain());
}

/// Signed in again for this run only, while the keyring was closed.
void AccountServicesTest::erasesAtTheNextStartWhatTheKeyringDidNotLetGo()
{
    ServicesStage stage;
    const AccountId ada = stage.signIn();
    stage.keychain.state = StoreState::Locked;
    QCOMPARE(stage.signIn(u"ada"_s, Account::Keeping::ThisRun), ada);
    QTRY_COMPARE(stage.keychain.erasures, 1);
    QCOMPARE(stage.keychain.tokens.size(), 1);
    stage.keychain.state = StoreState::Ready;
    stage.startRun();
    QVERIFY(stage.accounts->find(ada)->mayBeInKeychain());
    stage.services->restoreAll();
    QTRY_VERIFY(!stage.accounts->find(ada)->mayBeInKeychain());
    QVERIFY(stage.keychain.tokens.isEmpty());
}

void AccountServicesTest::pagesOfADeploymentAreTheSameForAllItsAccounts()
{
    ServicesStage stage;
    const AccountId ada = stage.signIn();
    const auto host
        = [&](const AccountId &account) { return stage.accounts->find(account)->page("/").host(); };
    const ServerUrl server = stage.accounts->find(ada)->server;
    stage.services->setWebAddress(ada, WebAddress::judge(u"https://web.example"_s, server));
    const AccountId grace = stage.signIn(u"grace"_s);
    QCOMPARE(host(grace), u"web.example"_s);
    stage.services->setWebAddress(grace, WebAddress::judge(u"https://other.example"_s, server));
    QCOMPARE(host(ada), u"other.example"_s);
    QCOMPARE(stage.services->find(ada)->session().account().page("/").host(), u"other.example"_s);
}

QTEST_GUILESS_MAIN(AccountServicesTest)
#include "tst_accountservices.moc"

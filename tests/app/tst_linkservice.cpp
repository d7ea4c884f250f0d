// SPDX-License-Identifier: MIT
#include "links/linkservice.h"

#include "deployment/deployment.h"
#include "links/browserlinkflow.h"
#include "links/devicelinkflow.h"
#include "links/incidents.h"
#include "links/linkbook.h"
#include "links/unlinking.h"
#include "session/session.h"
#include "support/fakeclock.h"
#include "support/scriptedtokenstore.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using simulated::Deployment;
using simulated::Generation;
using simulated::Misconduct;
using simulated::TokenScope;

namespace {

constexpr auto listPath = "/api/v2/external-auth";

} // namespace

/// ada's account, with every kind of link.
class ServiceStage
{
public:
    explicit ServiceStage(Generation generation = Generation::Gen26b)
        : deployment(generation), book(clock)
    {
        if (!deployment.listen())
            qFatal("No port to listen on");
        deployment.addStandardProviders();
        clock.setWall(QDateTime::currentDateTimeUtc());
        account = {.server = *ServerUrl::fromUserInput(deployment.url().toString()),
                   .userId = deployment.world().keyring.userNamed(u"ada"_s)->id};
        session = std::make_unique<Session>(account, store);
        service = std::make_unique<LinkService>(*session, book, clock);
    }

    void restore(TokenScope scope = TokenScope::All)
    {
        token = deployment.mintToken(scope);
        store.tokens.insert(account.id(), *SessionToken::fromText(token));
        session->restore();
    }
    /// Signed in, listed, and nothing under way any more.
    [[nodiscard]] bool begin()
    {
        restore();
        return QTest::qWaitFor([this] { return service->learntAt().isValid() && isQuiet(); });
    }
    [[nodiscard]] bool isQuiet() const
    {
        for (const GitLink &link : book.links()) {
            if (link.checking)
                return false;
        }
        return !service->askingSince();
    }
    [[nodiscard]] qsizetype lists() const { return deployment.requestsTo("GET", listPath).size(); }
    [[nodiscard]] qsizetype byId(const QByteArray &id) const
    {
        return deployment.requestsTo("GET", QByteArray(listPath) + '/' + id).size();
    }
    [[nodiscard]] const GitLink *link(const QString &id) const
    {
        return book.find({.account = account.id(), .provider = ProviderId(id)});
    }
    [[nodiscard]] LinkHealth health(const QString &id) const
    {
        return link(id) ? book.health(*link(id)) : LinkHealth::Unknown;
    }
    void loseLists()
    {
        deployment.misbehave(
            {.kind = Misconduct::Kind::Status, .method = "GET", .path = listPath, .status = 503});
    }
    /// One is under way, and what it will say is fixed by now.
    [[nodiscard]] bool holdsAList()
    {
        deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer, .path = listPath, .times = 1});
        service->refresh();
        return QTest::qWaitFor([this] { return deployment.heldCount() == 1; });
    }
    /// The person has approved the code, and the flow has seen it.
    void approve(DeviceLinkFlow &flow, const QString &id)
    {
        flow.start();
        QTRY_VERIFY(flow.as<DeviceLinkFlow::AwaitingUser>());
        QVERIFY(deployment.approve(deployment.newestUserCode(id)));
        clock.advance(6s);
        QTRY_VERIFY(flow.as<DeviceLinkFlow::Verifying>() || flow.isSettled());
    }

    /// Its page is open in the browser.
    [[nodiscard]] BrowserLinkFlow *openPage(const QString &id)
    {
        flows.push_back(service->browserLink(ProviderId(id)));
        BrowserLinkFlow *flow = flows.back().get();
        flow->start();
        if (!QTest::qWaitFor([&] { return flow->as<BrowserLinkFlow::Ready>() != nullptr; }))
            return nullptr;
        flow->pageOpened();
        return flow;
    }
    [[nodiscard]] bool areFlowsQuiet() const
    {
        return isQuiet() && std::none_of(flows.cbegin(), flows.cend(), [](const auto &flow) {
                   const auto *waiting = flow->template as<BrowserLinkFlow::Waiting>();
                   return waiting && waiting->wait == BrowserLinkFlow::Wait::Checking;
               });
    }
    /// Turns the clock by seconds, and waits for what the flows ask on the way.
    [[nodiscard]] bool pass(std::chrono::seconds time)
    {
        for (; time > 0s; time -= 1s) {
            clock.advance(1s);
            if (!QTest::qWaitFor([this] { return areFlowsQuiet(); }))
                return false;
        }
        return true;
    }

    Deployment deployment;
    FakeClock clock;
    ScriptedTokenStore store;
    Account account;
    QString token;
    LinkBook book;
    std::unique_ptr<Session> session;
    std::unique_ptr<LinkService> service;
    std::vector<std::unique_ptr<BrowserLinkFlow>> flows;
};

/// The list is kept fresh politely, and what is known outlives every failure to ask.
class LinkServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void learnsEveryHealthAtTheStart();
    void asksOldServersByIdWhereTheListCannotTell();
    void findsARevokedLinkThatOldServersCouldRenew();
    void takesALimitForOneWhereTheServerDoesNotTell_data();
    void takesALimitForOneWhereTheServerDoesNotTell();
    void runsOneListAtATime();
    void refreshesOnActivationOnlyWhatIsOld();
    void countsTheSleepOfTheMachineAsAge();
    void waitsAsLongAsItIsAskedTo();
    void asksByIdOneAtATime();
    void asksNoMoreByIdOfADeploymentThatIsAway_data();
    void asksNoMoreByIdOfADeploymentThatIsAway();
    void asksByIdOnSelectionAtMostEveryFiveMinutes();
    void checksOnAWishAtOnce();
    void listsWhereOnlyTheListRenews();
    void keepsWhatIsKnownWhenAskingFails();
    void saysWhyACheckFailed();
    void asksNothingUnbiddenWhileSuspended();
    void narrowTokenMakesLinksUnknown();
    void aPersonAsksByIdToo();
    void asksAgainAfterANewSignIn();
    void countsByTheClockOfTheServer();
    void foldsADeviceLink();
    void asksForTheListOnceAfterAnApproval_data();
    void asksForTheListOnceAfterAnApproval();
    void asksForNoListThatCameAfterAnApproval();
    void believesANewLinkWhereTheListIsLost_data();
    void believesANewLinkWhereTheListIsLost();
    void aLinkMadeAgainHasNotEndedWhereTheListIsLost();
    void asksForTheTimesOfALinkMadeAgain();
    void aListThatAFlowHasReadIsNotAskedForAgain();
    void severalRelinksAskTheListNoMoreOftenThanOne();
    void severalRelinksAskTheListNoMoreOftenWhereItFails();
    void aPersonWhoComesBackAsksForOneList();
    void asksForTheListWhereAnApprovalCouldNotBeRead();
    void olderListsDoNotUndoALink();
    void olderListsDoNotUndoWhatByIdHasFound_data();
    void olderListsDoNotUndoWhatByIdHasFound();
    void asksNoSecondListWhereNothingIsLinked();
    void asksAnewWhereALinkIsMadeMeanwhile();
    void takesTheRestOfAnOlderList();
    void olderAnswersByIdDoNotUndoALink();
    void olderListsDoNotUndoAnUnlinking();
    void theListOfAnotherFlowDoesNotUndoAnUnlinking();
    void goesOnWhereTheRefusalWasOfTheTokenBefore();
    void foldsAnUnlinking();
    void asksForTheListOnceAfterAnUnlinking();
    void unlinkedStaysUnlinkedWhereTheListFails();
};

void LinkServiceTest::learnsEveryHealthAtTheStart()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    QCOMPARE(stage.lists(), 1);
    QCOMPARE(stage.health(u"github"_s), LinkHealth::Valid);
    QCOMPARE(stage.health(u"gitlab"_s), LinkHealth::NotLinked);
    QCOMPARE(stage.health(u"gitea"_s), LinkHealth::RenewsItself);
    QCOMPARE(stage.health(u"codeberg"_s), LinkHealth::ExpiringSoon);
    QCOMPARE(stage.health(u"gitlab-archive"_s), LinkHealth::Expired);
    QCOMPARE(stage.health(u"github-enterprise"_s), LinkHealth::NeedsReconnect);
    QCOMPARE(stage.health(u"azure-devops"_s), LinkHealth::NotVerifiable);
    QCOMPARE(stage.health(u"gitlab-mirror"_s), LinkHealth::ProviderUnreachable);
    QCOMPARE(stage.health(u"bitbucket-server"_s), LinkHealth::RateLimited);
    QCOMPARE(stage.health(u"github-apps"_s), LinkHealth::AppNotInstalled);
    QCOMPARE(stage.health(u"old-gitlab"_s), LinkHealth::Orphan);
    QCOMPARE(stage.byId("github"), 1);   // for its user and its app
    QCOMPARE(stage.byId("codeberg"), 0); // the list has told
    QCOMPARE(stage.book.attentionCount(), 4);
}

void LinkServiceTest::asksOldServersByIdWhereTheListCannotTell()
{
    ServiceStage stage(Generation::Gen24);
    QVERIFY(stage.begin());
    QCOMPARE(stage.byId("bitbucket"), 1);
    QCOMPARE(stage.health(u"bitbucket"_s), LinkHealth::Valid);
    QCOMPARE(stage.health(u"github-enterprise"_s), LinkHealth::NeedsReconnect);
    QCOMPARE(stage.byId("gitlab-archive"), 0); // past its end
    const qsizetype requests = stage.deployment.requests().size();
    stage.service->refresh();
    QTRY_VERIFY(stage.isQuiet());
    QCOMPARE(stage.deployment.requests().size(),
             requests + 1); // by id, not again within five minutes
    QCOMPARE(stage.health(u"bitbucket"_s), LinkHealth::Valid);
}

void LinkServiceTest::findsARevokedLinkThatOldServersCouldRenew()
{
    ServiceStage stage(Generation::Gen24);
    stage.deployment.linkTo(u"gitea"_s)->isRevokedAtProvider = true;
    QVERIFY(stage.begin());
    QTRY_COMPARE(stage.health(u"gitea"_s), LinkHealth::NeedsReconnect);
    QTRY_VERIFY(stage.isQuiet());
    QCOMPARE(stage.byId("gitea"), 2); // before and after the list that might have renewed it
    QCOMPARE(stage.lists(), 2);
}

void LinkServiceTest::takesALimitForOneWhereTheServerDoesNotTell_data()
{
    QTest::addColumn<Generation>("generation");
    QTest::addColumn<bool>("looksRevoked");
    QTest::newRow("gen25") << Generation::Gen25 << true;
    QTest::newRow("gen26a") << Generation::Gen26a << true;
    QTest::newRow("gen26b") << Generation::Gen26b << false;
}

/// GitHub's 403 for a limit (recordings, 4).
void LinkServiceTest::takesALimitForOneWhereTheServerDoesNotTell()
{
    QFETCH(const Generation, generation);
    QFETCH(const bool, looksRevoked);
    ServiceStage stage(generation);
    QVERIFY(stage.begin());
    for (const QString &id : {u"github"_s, u"github-apps"_s})
        stage.deployment.knobs(id).check = simulated::ProviderKnobs::Check::ForbiddenLimited;
    const qsizetype lists = stage.lists();
    stage.service->refresh();
    QTRY_VERIFY(stage.lists() > lists && stage.isQuiet());
    const auto calm = looksRevoked ? LinkHealth::RateLimited : LinkHealth::Valid;
    QCOMPARE(stage.health(u"github"_s), calm);
    QSet<LinkKey> expected;
    for (const QString &id : {u"github"_s, u"github-apps"_s}) {
        if (looksRevoked)
            expected.insert({.account = stage.account.id(), .provider = ProviderId(id)});
    }
    QCOMPARE(perhapsLimited(stage.book.links(), stage.clock.wall()), expected);
    QCOMPARE(stage.health(u"github-enterprise"_s), LinkHealth::NeedsReconnect); // truly revoked
}

void LinkServiceTest::runsOneListAtATime()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    stage.deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer, .path = listPath});
    stage.service->refresh();
    stage.service->refresh();
    QVERIFY(stage.service->askingSince());
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.service->refresh();
    stage.clock.advance(1h);
    stage.service->activated();
    stage.deployment.release();
    QTRY_VERIFY(!stage.service->askingSince());
    QCOMPARE(stage.lists(), 2);
}

void LinkServiceTest::refreshesOnActivationOnlyWhatIsOld()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    stage.clock.advance(5min);
    stage.service->activated();
    QVERIFY(!stage.service->askingSince());
    stage.clock.advance(1ms);
    stage.service->activated();
    QVERIFY(stage.service->askingSince());
    QTRY_VERIFY(stage.isQuiet());
    QCOMPARE(stage.lists(), 2);
    stage.clock.advance(12h); // nobody promised a timed refresh
    QVERIFY(!stage.service->askingSince());
}

void LinkServiceTest::countsTheSleepOfTheMachineAsAge()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    stage.clock.suspendMachine(8h);
    stage.service->activated();
    QVERIFY(stage.service->askingSince());
}

void LinkServiceTest::waitsAsLongAsItIsAskedTo()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    stage.deployment.misbehave(
        {.kind = Misconduct::Kind::RateLimited, .path = listPath}); // Retry-After: 60
    stage.clock.advance(6min);
    stage.service->activated();
    QTRY_VERIFY(stage.service->problem());
    QCOMPARE(stage.service->problem()->kind, ApiError::Kind::Throttled);
    stage.clock.advance(59s);
    stage.service->activated();
    QVERIFY(!stage.service->askingSince());
    stage.deployment.behave();
    stage.clock.advance(1s);
    stage.service->activated();
    QVERIFY(stage.service->askingSince());
    QTRY_VERIFY(!stage.service->problem());
}

void LinkServiceTest::asksByIdOneAtATime()
{
    ServiceStage stage(Generation::Gen24);
    stage.deployment.misbehave(
        {.kind = Misconduct::Kind::HoldAnswer, .path = QByteArray(listPath) + "/*"});
    stage.restore();
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    int rounds = 0;
    while (stage.deployment.heldCount() > 0) {
        QCOMPARE(stage.deployment.heldCount(), 1);
        QCOMPARE(stage.deployment.release(), 1);
        ++rounds;
        QVERIFY(
            QTest::qWaitFor([&] { return stage.deployment.heldCount() > 0 || stage.isQuiet(); }));
    }
    QVERIFY(rounds >= 8);
    QSet<QByteArray> asked;
    for (const simulated::Request &request : stage.deployment.requests()) {
        if (request.path.startsWith(QByteArray(listPath) + '/')) {
            QVERIFY2(!asked.contains(request.path), request.path.constData());
            asked.insert(request.path);
        }
    }
}

void LinkServiceTest::asksNoMoreByIdOfADeploymentThatIsAway_data()
{
    QTest::addColumn<Misconduct>("misconduct");
    QTest::addColumn<bool>("isOfTheDeployment");
    QTest::addColumn<std::chrono::seconds>("rest");
    const QByteArray byId = QByteArray(listPath) + "/*";
    QTest::newRow("maintenance") << Misconduct{.kind = Misconduct::Kind::Status,
                                               .path = byId,
                                               .status = 503}
                                 << true << 15s;
    QTest::newRow("asked to wait")
        << Misconduct{.kind = Misconduct::Kind::RateLimited, .path = byId} << true << 60s;
    Misconduct couldNotCheck = Misconduct::coderError(500, u"Internal error."_s);
    couldNotCheck.path = byId;
    QTest::newRow("one provider's") << couldNotCheck << false << 15s;
}

/// Between the list and the links it could not tell of, all of which a person asked about.
void LinkServiceTest::asksNoMoreByIdOfADeploymentThatIsAway()
{
    QFETCH(const Misconduct, misconduct);
    QFETCH(const bool, isOfTheDeployment);
    QFETCH(const std::chrono::seconds, rest);
    ServiceStage stage(Generation::Gen24);
    QVERIFY(stage.begin());
    const auto asked = [&] {
        const QList<simulated::Request> all = stage.deployment.requests();
        return std::count_if(all.cbegin(), all.cend(), [](const simulated::Request &request) {
            return request.path.startsWith(QByteArray(listPath) + '/');
        });
    };
    const auto before = asked();
    stage.deployment.misbehave(misconduct);
    stage.service->tryAgain();
    QTRY_VERIFY(stage.lists() == 2 && stage.isQuiet());
    QCOMPARE(asked() - before, isOfTheDeployment ? 1 : before);
    stage.clock.advance(rest - 1s);
    QVERIFY(stage.isQuiet());
    stage.deployment.behave();
    stage.clock.advance(1s + rest / 5); // of chance
    QTRY_COMPARE(asked() - before, before);
    QCOMPARE(stage.lists(), 2);
}

void LinkServiceTest::asksByIdOnSelectionAtMostEveryFiveMinutes()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    const ProviderId id(u"bitbucket"_s);
    stage.service->selected(id);
    QTRY_VERIFY(stage.byId("bitbucket") == 1 && stage.isQuiet());
    stage.clock.advance(5min - 1ms);
    stage.service->selected(id);
    QVERIFY(stage.isQuiet());
    stage.clock.advance(1ms);
    stage.service->selected(id);
    QVERIFY(!stage.isQuiet());
    QTRY_VERIFY(stage.isQuiet());
    QCOMPARE(stage.byId("bitbucket"), 2);
    stage.service->selected(ProviderId(u"old-gitlab"_s)); // an orphan has nobody to ask
    stage.service->selected(ProviderId(u"no-such"_s));
    QVERIFY(stage.isQuiet());
}

void LinkServiceTest::checksOnAWishAtOnce()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    stage.deployment.knobs(u"bitbucket"_s).check = simulated::ProviderKnobs::Check::Unauthorized;
    for (int click = 1; click <= 2; ++click) {
        stage.service->check(ProviderId(u"bitbucket"_s));
        stage.service->check(ProviderId(u"bitbucket"_s));
        QTRY_VERIFY(stage.isQuiet());
        QCOMPARE(stage.byId("bitbucket"), click);
    }
    QCOMPARE(stage.health(u"bitbucket"_s), LinkHealth::NeedsReconnect);
}

/// By id never renews: a person who asks about such a link gets the list's word.
void LinkServiceTest::listsWhereOnlyTheListRenews()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    QCOMPARE(stage.health(u"bitbucket-server"_s), LinkHealth::RateLimited);
    stage.deployment.knobs(u"bitbucket-server"_s).refresh = simulated::ProviderKnobs::Refresh::Ok;
    stage.deployment.knobs(u"bitbucket-server"_s).check = simulated::ProviderKnobs::Check::Ok;
    stage.service->check(ProviderId(u"bitbucket-server"_s));
    QTRY_VERIFY(stage.lists() == 2 && stage.isQuiet());
    QVERIFY(stage.health(u"bitbucket-server"_s) != LinkHealth::RateLimited);
}

void LinkServiceTest::keepsWhatIsKnownWhenAskingFails()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    const GitLinks before = stage.book.links();
    const QDateTime learnt = stage.service->learntAt();
    stage.clock.advance(1min);
    stage.deployment.goDown();
    stage.service->refresh();
    QVERIFY(stage.book.links() == before); // while asking, too
    QTRY_VERIFY(stage.service->problem());
    QCOMPARE(stage.service->problem()->kind, ApiError::Kind::Offline);
    QVERIFY(stage.book.links() == before);
    QCOMPARE(stage.service->learntAt(), learnt);
    QVERIFY(stage.deployment.comeBack());
    stage.service->refresh();
    QTRY_VERIFY(!stage.service->askingSince());
    QVERIFY(!stage.service->problem());
    QVERIFY(stage.service->learntAt() > learnt);
}

void LinkServiceTest::saysWhyACheckFailed()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    const LinkKey key{.account = stage.session->account().id(),
                      .provider = ProviderId(u"bitbucket"_s)};
    const LinkHealth health = stage.health(u"bitbucket"_s);
    const QDateTime learnt = stage.book.learntAt(key);
    stage.clock.advance(6min);
    stage.deployment.goDown();
    stage.service->selected(key.provider); // nobody asked whether it works
    QTRY_VERIFY(stage.isQuiet());
    QVERIFY(!stage.book.find(key)->checkProblem);
    stage.service->check(key.provider);
    QTRY_VERIFY(stage.book.find(key)->checkProblem);
    QCOMPARE(stage.book.find(key)->checkProblem->kind, ApiError::Kind::Offline);
    QCOMPARE(stage.health(u"bitbucket"_s), health);
    QCOMPARE(stage.book.learntAt(key), learnt);
    QVERIFY(stage.deployment.comeBack());
    stage.service->check(key.provider);
    QTRY_VERIFY(!stage.book.find(key)->checkProblem);
}

void LinkServiceTest::asksNothingUnbiddenWhileSuspended()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    const GitLinks before = stage.book.links();
    stage.deployment.revokeToken(stage.token);
    stage.service->refresh();
    QTRY_VERIFY(stage.session->as<Session::Failed>());
    QTRY_VERIFY(stage.isQuiet());
    const qsizetype requests = stage.deployment.requests().size();
    stage.clock.advance(1h);
    stage.service->activated();
    stage.service->selected(ProviderId(u"bitbucket"_s));
    QVERIFY(stage.isQuiet());
    QCOMPARE(stage.deployment.requests().size(), requests);
    QVERIFY(stage.book.links() == before);
}

void LinkServiceTest::narrowTokenMakesLinksUnknown()
{
    ServiceStage stage;
    stage.restore(TokenScope::Narrow);
    QTRY_VERIFY(stage.session->as<Session::Failed>());
    stage.service->refresh();
    QTRY_VERIFY(stage.service->learntAt().isValid());
    QVERIFY(!stage.book.links().empty());
    for (const GitLink &link : stage.book.links())
        QCOMPARE(stage.book.health(link), LinkHealth::Unknown);
}

/// What only by id can tell is asked on a wish, however recent the last answer is.
void LinkServiceTest::aPersonAsksByIdToo()
{
    ServiceStage stage(Generation::Gen24);
    QVERIFY(stage.begin());
    QCOMPARE(stage.byId("bitbucket"), 1);
    stage.clock.advance(1min);
    stage.service->tryAgain();
    QTRY_VERIFY(stage.lists() == 2 && stage.isQuiet());
    QCOMPARE(stage.byId("bitbucket"), 2);
    QCOMPARE(stage.byId("github"), 2);
}

/// The list that is under way was asked with the token before: its refusal says nothing of this
/// one, and nobody else asks.
void LinkServiceTest::asksAgainAfterANewSignIn()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    QVERIFY(stage.holdsAList());
    stage.session->adopt(stage.account,
                         *SessionToken::fromText(stage.deployment.mintToken(TokenScope::All)), {});
    QTRY_COMPARE(stage.lists(), 3);
    stage.deployment.revokeToken(stage.token);
    stage.deployment.release();
    QTRY_VERIFY(stage.isQuiet());
    QVERIFY(!stage.service->problem());
    QVERIFY(stage.session->as<Session::SignedIn>());
}

/// The clock here is four days ahead; what ends in five by the server's does not end soon.
void LinkServiceTest::countsByTheClockOfTheServer()
{
    constexpr auto day = std::chrono::hours(24);
    ServiceStage stage;
    stage.deployment.link(u"bitbucket"_s, {.life = 40 * day});
    stage.deployment.advance(35 * day);
    stage.clock.setWall(QDateTime::currentDateTimeUtc().addDays(35 + 4));
    QVERIFY(stage.begin());
    QCOMPARE(stage.health(u"bitbucket"_s), LinkHealth::Valid);
    stage.deployment.advance(3 * day); // and now it does
    stage.clock.advance(3 * day);
    stage.service->refresh();
    QTRY_VERIFY(stage.isQuiet());
    QCOMPARE(stage.health(u"bitbucket"_s), LinkHealth::ExpiringSoon);
    const AccountId ada = stage.account.id();
    const auto off = stage.clock.wall().secsTo(stage.book.serverNow(ada)) + 4 * 24 * 3600;
    QVERIFY(qAbs(off) < 60);
}

void LinkServiceTest::foldsADeviceLink()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    const auto flow = stage.service->deviceLink(ProviderId(u"gitlab"_s));
    flow->start();
    QTRY_VERIFY(flow->as<DeviceLinkFlow::AwaitingUser>());
    QVERIFY(stage.deployment.approve(stage.deployment.newestUserCode(u"gitlab"_s)));
    stage.clock.advance(6s);
    QTRY_VERIFY(flow->as<DeviceLinkFlow::Linked>());
    QCOMPARE(stage.health(u"gitlab"_s), LinkHealth::Valid);
    QVERIFY(!flow->as<DeviceLinkFlow::Linked>()->wasLinked);
    QTRY_COMPARE(stage.lists(), 2);
}

void LinkServiceTest::asksForTheListOnceAfterAnApproval_data()
{
    QTest::addColumn<bool>("isUnderWay");
    QTest::newRow("none is under way") << false;
    QTest::newRow("one is under way, of before") << true;
}

/// It may take as long as the most silent provider, and who has approved is told at once.
void LinkServiceTest::asksForTheListOnceAfterAnApproval()
{
    QFETCH(const bool, isUnderWay);
    ServiceStage stage;
    QVERIFY(stage.begin());
    if (isUnderWay)
        QVERIFY(stage.holdsAList());
    const qsizetype held = stage.deployment.heldCount();
    const qsizetype lists = stage.lists();
    stage.deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer, .path = listPath});
    const auto flow = stage.service->deviceLink(ProviderId(u"gitlab"_s));
    stage.approve(*flow, u"gitlab"_s);
    QTRY_VERIFY(flow->as<DeviceLinkFlow::Linked>());
    QTRY_COMPARE(stage.deployment.heldCount(), held + 1);
    QVERIFY(!stage.link(u"gitlab"_s)->areTimesKnown());
    QCOMPARE(stage.health(u"gitlab"_s), LinkHealth::Valid);
    stage.deployment.behave();
    stage.deployment.release();
    QTRY_VERIFY(stage.link(u"gitlab"_s)->areTimesKnown());
    QVERIFY(stage.isQuiet());
    QCOMPARE(stage.lists(), lists + 1);
}

/// One that was under way was asked anew, and has come before the flow was at its end.
void LinkServiceTest::asksForNoListThatCameAfterAnApproval()
{
    ServiceStage stage;
    stage.deployment.unlink(u"github"_s);
    QVERIFY(stage.begin());
    QVERIFY(stage.holdsAList());
    const qsizetype lists = stage.lists();
    stage.deployment.knobs(u"github"_s).check
        = simulated::ProviderKnobs::Check::BadJson; // nobody, so far
    const auto flow = stage.service->deviceLink(ProviderId(u"github"_s));
    stage.approve(*flow, u"github"_s);
    QTRY_VERIFY(stage.link(u"github"_s)->areTimesKnown());
    QTRY_VERIFY(stage.isQuiet());
    QVERIFY(flow->as<DeviceLinkFlow::Verifying>());
    stage.clock.advance(2s);
    QTRY_VERIFY(flow->as<DeviceLinkFlow::Linked>());
    QVERIFY(stage.isQuiet());
    QCOMPARE(stage.lists(), lists + 1);
}

void LinkServiceTest::believesANewLinkWhereTheListIsLost_data()
{
    QTest::addColumn<bool>("inBrowser");
    QTest::newRow("device code") << false;
    QTest::newRow("browser") << true;
}

/// And it is asked for again, as politely as any list that came to nothing.
void LinkServiceTest::believesANewLinkWhereTheListIsLost()
{
    QFETCH(const bool, inBrowser);
    ServiceStage stage;
    QVERIFY(stage.begin());
    const ProviderId id(u"gitlab"_s);
    const auto device = stage.service->deviceLink(id);
    const auto browser = stage.service->browserLink(id);
    if (inBrowser) {
        browser->start();
        QTRY_VERIFY(browser->as<BrowserLinkFlow::Ready>());
        browser->pageOpened();
        stage.loseLists();
        stage.deployment.link(id.toString());
        stage.clock.advance(2s);
        QTRY_VERIFY(browser->as<BrowserLinkFlow::Linked>());
    } else {
        stage.loseLists();
        stage.approve(*device, id.toString());
        QTRY_VERIFY(device->as<DeviceLinkFlow::Linked>());
    }
    QCOMPARE(stage.health(u"gitlab"_s), LinkHealth::Valid);
    QTRY_VERIFY(stage.service->problem());
    QVERIFY(!stage.link(u"gitlab"_s)->stored);

    const qsizetype lists = stage.lists();
    const qsizetype asked = stage.byId("gitlab");
    stage.clock.advance(6min);
    stage.service->selected(id); // the next list is planned by now
    QTRY_VERIFY(stage.byId("gitlab") > asked && stage.isQuiet());
    QCOMPARE(stage.lists(), lists);
    QCOMPARE(stage.health(u"gitlab"_s), LinkHealth::Valid);

    stage.deployment.behave();
    stage.service->check(id);
    QTRY_VERIFY(stage.link(u"gitlab"_s)->stored);
    QCOMPARE(stage.health(u"gitlab"_s), LinkHealth::Valid);
}

void LinkServiceTest::aLinkMadeAgainHasNotEndedWhereTheListIsLost()
{
    ServiceStage stage;
    stage.deployment.link(u"gitlab"_s, {.life = -48h});
    QVERIFY(stage.begin());
    QCOMPARE(stage.health(u"gitlab"_s), LinkHealth::Expired);
    const auto flow = stage.service->deviceLink(ProviderId(u"gitlab"_s));
    stage.loseLists();
    stage.approve(*flow, u"gitlab"_s);
    QTRY_VERIFY(flow->as<DeviceLinkFlow::Linked>());
    QCOMPARE(stage.health(u"gitlab"_s), LinkHealth::Valid);
    QVERIFY(!stage.link(u"gitlab"_s)->areTimesKnown());
    QTRY_VERIFY(!stage.service->askingSince()); // the one that is lost
    stage.deployment.behave();
    stage.service->tryAgain();
    QTRY_VERIFY(stage.link(u"gitlab"_s)->areTimesKnown());
}

void LinkServiceTest::asksForTheTimesOfALinkMadeAgain()
{
    ServiceStage stage;
    stage.deployment.link(u"gitlab"_s, {.life = 24h});
    stage.deployment.advance(22h);
    stage.clock.setWall(QDateTime::currentDateTimeUtc().addSecs(22 * 3600));
    QVERIFY(stage.begin());
    QCOMPARE(stage.health(u"gitlab"_s), LinkHealth::ExpiringSoon);
    const auto flow = stage.service->deviceLink(ProviderId(u"gitlab"_s));
    stage.loseLists();
    stage.approve(*flow, u"gitlab"_s);
    QTRY_VERIFY(flow->as<DeviceLinkFlow::Linked>());
    QTRY_VERIFY(stage.service->problem());
}

void LinkServiceTest::aListThatAFlowHasReadIsNotAskedForAgain()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    const auto flow = stage.service->browserLink(ProviderId(u"bitbucket"_s));
    flow->start();
    QTRY_VERIFY(flow->as<BrowserLinkFlow::Ready>());
    flow->pageOpened();
    stage.deployment.advance(1s);
    stage.deployment.link(u"bitbucket"_s);
    stage.clock.advance(20s);
    QTRY_VERIFY(flow->as<BrowserLinkFlow::Linked>());
    QVERIFY(!stage.service->askingSince());
    QCOMPARE(stage.lists(), 3);
}

/// Each was begun at a moment of its own, and finds its own link.
void LinkServiceTest::severalRelinksAskTheListNoMoreOftenThanOne()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    QList<BrowserLinkFlow *> flows;
    for (const QString &id : {u"github"_s, u"bitbucket"_s, u"azure-devops"_s}) {
        flows.append(stage.openPage(id));
        QVERIFY(flows.last());
        QVERIFY(stage.pass(7s));
    }
    stage.deployment.forgetRequests();
    QVERIFY(stage.pass(200s));
    QCOMPARE_GE(stage.lists(), 9);
    QCOMPARE_LE(stage.lists(), 10);
    QCOMPARE(stage.byId("bitbucket"), 0);

    stage.deployment.link(u"bitbucket"_s);
    QVERIFY(stage.pass(21s));
    QVERIFY(flows[1]->as<BrowserLinkFlow::Linked>());
    QVERIFY(flows[0]->as<BrowserLinkFlow::Waiting>());
    stage.deployment.link(u"github"_s);
    stage.deployment.link(u"azure-devops"_s);
    stage.deployment.forgetRequests();
    QVERIFY(stage.pass(21s));
    QVERIFY(flows[0]->as<BrowserLinkFlow::Linked>());
    QVERIFY(flows[2]->as<BrowserLinkFlow::Linked>());
    QCOMPARE_LE(stage.lists(), 2);
}

void LinkServiceTest::severalRelinksAskTheListNoMoreOftenWhereItFails()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    const BrowserLinkFlow *first = stage.openPage(u"github"_s);
    QVERIFY(first && stage.pass(7s));
    const BrowserLinkFlow *second = stage.openPage(u"bitbucket"_s);
    QVERIFY(second && stage.pass(1s));
    stage.loseLists();
    stage.deployment.forgetRequests();
    QVERIFY(stage.pass(200s));
    QCOMPARE_GE(stage.lists(), 4); // each as late as one that failed
    QCOMPARE_LE(stage.lists(), 6);
    for (const BrowserLinkFlow *flow : {first, second}) {
        QVERIFY(flow->as<BrowserLinkFlow::Waiting>());
        QCOMPARE(flow->as<BrowserLinkFlow::Waiting>()->wait, BrowserLinkFlow::Wait::Unanswered);
    }
}

/// The window is activated, which wakes all of them.
void LinkServiceTest::aPersonWhoComesBackAsksForOneList()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    for (const QString &id : {u"github"_s, u"bitbucket"_s, u"azure-devops"_s})
        QVERIFY(stage.openPage(id));
    QVERIFY(stage.pass(5s));
    for (int activation = 0; activation < 2; ++activation) {
        const qsizetype lists = stage.lists();
        for (const auto &flow : stage.flows)
            flow->lookNow();
        QTRY_VERIFY(stage.lists() > lists && stage.areFlowsQuiet());
        QVERIFY(stage.pass(10s));
        QCOMPARE(stage.lists(), lists + 1);
    }
    const qsizetype lists = stage.lists();
    stage.flows.front()->lookNow(); // "Check now" in one of the dialogs
    QTRY_VERIFY(stage.lists() > lists && stage.areFlowsQuiet());
    QVERIFY(stage.pass(1s));
    for (const auto &flow : stage.flows)
        flow->lookNow(); // too soon after it for all of them
    QVERIFY(stage.pass(1s));
    QTRY_VERIFY(stage.areFlowsQuiet());
    QVERIFY(stage.pass(10s));
    QCOMPARE(stage.lists(), lists + 2);
}

void LinkServiceTest::asksForTheListWhereAnApprovalCouldNotBeRead()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    const auto flow = stage.service->deviceLink(ProviderId(u"gitlab"_s));
    stage.loseLists();
    stage.deployment.misbehave({.kind = Misconduct::Kind::Status,
                                .method = "GET",
                                .path = QByteArray(listPath) + "/gitlab"});
    stage.approve(*flow, u"gitlab"_s);
    QTRY_COMPARE(stage.byId("gitlab"), 1);
    QVERIFY(QTest::qWaitFor([&] {
        stage.clock.advance(2s); // it looks twice
        return flow->as<DeviceLinkFlow::LinkedUnread>() != nullptr;
    }));
    QTRY_VERIFY(stage.service->problem());
}

/// A list read before the approval arrives after it.
void LinkServiceTest::olderListsDoNotUndoALink()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    const auto flow = stage.service->deviceLink(ProviderId(u"gitlab"_s));
    flow->start();
    QTRY_VERIFY(flow->as<DeviceLinkFlow::AwaitingUser>());
    QVERIFY(stage.holdsAList());
    QVERIFY(stage.deployment.approve(stage.deployment.newestUserCode(u"gitlab"_s)));
    stage.clock.advance(6s);
    QTRY_VERIFY(flow->as<DeviceLinkFlow::Linked>());
    QCOMPARE(stage.health(u"gitlab"_s), LinkHealth::Valid);
    stage.deployment.release();
    QTRY_VERIFY(stage.isQuiet());
    QCOMPARE(stage.health(u"gitlab"_s), LinkHealth::Valid);
}

void LinkServiceTest::olderListsDoNotUndoWhatByIdHasFound_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("breaks");
    QTest::addColumn<LinkHealth>("health");
    QTest::newRow("a link") << u"gitlab"_s << false << LinkHealth::Valid;
    QTest::newRow("that it works again") << u"github-enterprise"_s << false << LinkHealth::Valid;
    QTest::newRow("that it is broken") << u"bitbucket"_s << true << LinkHealth::NeedsReconnect;
    QTest::newRow("that a renewable one is") << u"gitea"_s << true << LinkHealth::NeedsReconnect;
}

/// The list was asked for before by id was, and comes after it.
void LinkServiceTest::olderListsDoNotUndoWhatByIdHasFound()
{
    QFETCH(const QString, id);
    QFETCH(const bool, breaks);
    QFETCH(const LinkHealth, health);
    ServiceStage stage;
    QVERIFY(stage.begin());
    QVERIFY(stage.holdsAList());
    if (breaks)
        stage.deployment.linkTo(id)->isRevokedAtProvider = true;
    else
        stage.deployment.link(id);
    if (!breaks)
        stage.deployment.knobs(id).check = simulated::ProviderKnobs::Check::Ok;
    const LinkHealth before = stage.health(id);
    stage.service->check(ProviderId(id));
    QTRY_VERIFY(!stage.link(id)->checking);
    const LinkHealth found = stage.health(id);
    QVERIFY(found == health || (breaks && found == before)); // by id never renews
    bool wasUndone = false;
    connect(&stage.book, &LinkBook::linksChanged, this, [&] {
        wasUndone = wasUndone || (stage.health(id) != found && stage.health(id) != health);
    });
    stage.deployment.release();
    QTRY_VERIFY(stage.lists() == 3 && stage.isQuiet()); // and asked again, for what it did not say
    QCOMPARE(stage.health(id), health);
    QVERIFY(!wasUndone);
    QVERIFY(stage.link(id)->areTimesKnown());
}

/// "Not linked" and "does not work" say the same of what is not there.
void LinkServiceTest::asksNoSecondListWhereNothingIsLinked()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    QVERIFY(stage.holdsAList());
    stage.service->selected(ProviderId(u"gitlab"_s));
    QTRY_COMPARE(stage.byId("gitlab"), 1);
    QTRY_COMPARE(stage.link(u"gitlab"_s)->authenticated, std::optional(false));
    stage.deployment.release();
    QTRY_VERIFY(stage.isQuiet());
    QCOMPARE(stage.lists(), 2);
    QCOMPARE(stage.health(u"gitlab"_s), LinkHealth::NotLinked);
}

/// The list under way has read when the link before ended, and the one after it is lost.
void LinkServiceTest::asksAnewWhereALinkIsMadeMeanwhile()
{
    ServiceStage stage;
    stage.deployment.linkTo(u"github"_s)->expires = stage.deployment.linkTo(u"codeberg"_s)->expires;
    QVERIFY(stage.begin());
    QCOMPARE(stage.health(u"github"_s), LinkHealth::ExpiringSoon);
    const auto flow = stage.service->deviceLink(ProviderId(u"github"_s));
    flow->start();
    QTRY_VERIFY(flow->as<DeviceLinkFlow::AwaitingUser>());
    QVERIFY(stage.holdsAList());
    stage.deployment.misbehave({.kind = Misconduct::Kind::Status, .path = listPath});
    QVERIFY(stage.deployment.approve(stage.deployment.newestUserCode(u"github"_s)));
    stage.clock.advance(6s);
    QTRY_VERIFY(flow->isSettled());
    QTRY_VERIFY(stage.service->problem()); // nobody waits for the one of before
    stage.deployment.behave();
    stage.deployment.release();
    stage.service->tryAgain();
    QTRY_COMPARE(stage.health(u"github"_s), LinkHealth::Valid);
}

void LinkServiceTest::takesTheRestOfAnOlderList()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    stage.deployment.unlink(u"bitbucket"_s);
    stage.deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer, .path = listPath});
    stage.service->refresh();
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.deployment.link(u"gitlab"_s);
    stage.service->check(ProviderId(u"gitlab"_s));
    QTRY_COMPARE(stage.health(u"gitlab"_s), LinkHealth::Valid);
    QCOMPARE(stage.health(u"bitbucket"_s), LinkHealth::Valid);
    stage.deployment.release();
    QTRY_COMPARE(stage.health(u"bitbucket"_s), LinkHealth::NotLinked);
    QCOMPARE(stage.health(u"gitlab"_s), LinkHealth::Valid);
    QVERIFY(!stage.link(u"gitlab"_s)->areTimesKnown());
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.deployment.release();
    QTRY_VERIFY(stage.link(u"gitlab"_s)->areTimesKnown());
    QVERIFY(stage.isQuiet());
}

/// "Not authenticated" was true when it was asked.
void LinkServiceTest::olderAnswersByIdDoNotUndoALink()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    const ProviderId id(u"github-enterprise"_s);
    const auto flow = stage.service->deviceLink(id);
    flow->start();
    QTRY_VERIFY(flow->as<DeviceLinkFlow::AwaitingUser>());
    stage.deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer,
                                .path = QByteArray(listPath) + "/github-enterprise",
                                .times = 1});
    stage.service->check(id);
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.deployment.knobs(id.toString()).check = simulated::ProviderKnobs::Check::Ok;
    QVERIFY(stage.deployment.approve(stage.deployment.newestUserCode(id.toString())));
    stage.clock.advance(6s);
    QTRY_VERIFY(flow->as<DeviceLinkFlow::Linked>());
    stage.deployment.release();
    QTRY_VERIFY(stage.isQuiet());
    QCOMPARE(stage.health(id.toString()), LinkHealth::Valid);
    stage.service->check(ProviderId(u"bitbucket"_s)); // the queue is not stuck
    QTRY_COMPARE(stage.byId("bitbucket"), 1);
}

void LinkServiceTest::olderListsDoNotUndoAnUnlinking()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    QVERIFY(stage.holdsAList());
    const auto unlinking = stage.service->unlinking(ProviderId(u"github"_s));
    unlinking->confirm();
    QTRY_VERIFY(unlinking->as<Unlinking::Removed>());
    stage.deployment.release();
    QTRY_VERIFY(stage.isQuiet());
    QCOMPARE(stage.health(u"github"_s), LinkHealth::NotLinked);
    QCOMPARE(stage.book.find({.account = stage.account.id(), .provider = ProviderId(u"github"_s)})
                 ->stored.has_value(),
             false);
}

/// It was asked for after the approval of one link and before another was removed.
void LinkServiceTest::theListOfAnotherFlowDoesNotUndoAnUnlinking()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    const auto flow = stage.service->deviceLink(ProviderId(u"gitlab"_s));
    stage.deployment.misbehave({.kind = Misconduct::Kind::Status,
                                .method = "GET",
                                .path = QByteArray(listPath) + "/gitlab"});
    stage.deployment.misbehave(
        {.kind = Misconduct::Kind::HoldAnswer, .path = listPath, .times = 1});
    stage.approve(*flow, u"gitlab"_s);
    QTRY_VERIFY(stage.byId("gitlab") == 1 && stage.clock.untilNextTimer() == 2'000ms);
    stage.clock.advance(2s); // it looks twice by id, in vain
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    const auto unlinking = stage.service->unlinking(ProviderId(u"github"_s));
    unlinking->confirm();
    QTRY_COMPARE(stage.lists(), 3);
    QTRY_VERIFY(stage.link(u"gitlab"_s)->areTimesKnown()); // the list after the unlinking
    QCOMPARE(stage.health(u"github"_s), LinkHealth::NotLinked);
    stage.deployment.release();
    QTRY_VERIFY(flow->as<DeviceLinkFlow::Linked>());
    QCOMPARE(stage.health(u"github"_s), LinkHealth::NotLinked);
    QVERIFY(stage.link(u"gitlab"_s)->areTimesKnown());
}

/// Signed in again while an exchange was under way with the token before: its refusal comes later.
void LinkServiceTest::goesOnWhereTheRefusalWasOfTheTokenBefore()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    const auto flow = stage.service->deviceLink(ProviderId(u"gitlab"_s));
    flow->start();
    QTRY_VERIFY(flow->as<DeviceLinkFlow::AwaitingUser>());
    const auto next = *SessionToken::fromText(stage.deployment.mintToken(TokenScope::All));
    stage.deployment.revokeToken(stage.token);
    stage.deployment.misbehave(
        {.kind = Misconduct::Kind::HoldAnswer, .method = "POST", .times = 1});
    stage.clock.advance(6s);
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.session->adopt(stage.account, next, {});
    stage.deployment.release();
    QTRY_VERIFY(!flow->as<DeviceLinkFlow::AwaitingUser>()->exchanging);
    QTRY_COMPARE(flow->as<DeviceLinkFlow::AwaitingUser>()->wait, DeviceLinkFlow::Wait::Waiting);
    QVERIFY(stage.deployment.approve(stage.deployment.newestUserCode(u"gitlab"_s)));
    stage.clock.advance(6s);
    QTRY_VERIFY(flow->as<DeviceLinkFlow::Linked>());
}

void LinkServiceTest::foldsAnUnlinking()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    const auto unlinking = stage.service->unlinking(ProviderId(u"github"_s));
    QVERIFY(unlinking->plan().grantWide);
    unlinking->confirm();
    QTRY_VERIFY(unlinking->as<Unlinking::Removed>());
    QTRY_COMPARE(stage.health(u"github"_s), LinkHealth::NotLinked);
}

/// The one that was under way is asked anew, and serves both.
void LinkServiceTest::asksForTheListOnceAfterAnUnlinking()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    QVERIFY(stage.holdsAList());
    const qsizetype lists = stage.lists();
    const auto unlinking = stage.service->unlinking(ProviderId(u"github"_s));
    unlinking->confirm();
    QTRY_VERIFY(unlinking->as<Unlinking::Removed>());
    QTRY_VERIFY(stage.isQuiet());
    stage.deployment.release();
    QCOMPARE(stage.lists(), lists + 1);
    QCOMPARE(stage.health(u"github"_s), LinkHealth::NotLinked);
}

void LinkServiceTest::unlinkedStaysUnlinkedWhereTheListFails()
{
    ServiceStage stage;
    QVERIFY(stage.begin());
    const auto unlinking = stage.service->unlinking(ProviderId(u"github"_s));
    stage.deployment.misbehave(
        {.kind = Misconduct::Kind::Status, .method = "GET", .path = listPath, .status = 502});
    unlinking->confirm();
    QTRY_VERIFY(unlinking->as<Unlinking::Removed>());
    QCOMPARE(stage.health(u"github"_s), LinkHealth::NotLinked);
    QTRY_COMPARE(stage.lists(), 2);
    QCOMPARE(stage.health(u"github"_s), LinkHealth::NotLinked);
}

QTEST_GUILESS_MAIN(LinkServiceTest)
#include "tst_linkservice.moc"

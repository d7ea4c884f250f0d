// SPDX-License-Identifier: MIT
#include "links/browserlinkflow.h"

#include "support/fakeclock.h"
#include "support/listingmaker.h"
#include "support/signedinclient.h"

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using simulated::Generation;
using simulated::Misconduct;
using std::chrono::milliseconds;
using Flow = BrowserLinkFlow;
using Wait = Flow::Wait;

namespace {

constexpr auto provider = "github"_L1; // tells whose account it is
constexpr auto listPath = "/external-auth";
constexpr auto byIdPath = "/external-auth/github";

/// Every step any flow of this program has taken.
std::set<std::pair<size_t, size_t>> &stepsTaken()
{
    static std::set<std::pair<size_t, size_t>> steps;
    return steps;
}

} // namespace

/// One flow against a deployment, on a clock that only the test turns.
class BrowserStage : public SignedInClient
{
public:
    explicit BrowserStage(Generation generation = Generation::Gen26b, const RestLimits &limits = {})
        : SignedInClient(generation, limits)
    {
        clock.setWall(QDateTime::currentDateTimeUtc());
    }

    FakeClock clock;
    LinkBaseline known;
    std::unique_ptr<Flow> flow;
    size_t before = Flow::IdleIndex;

    void make()
    {
        flow = std::make_unique<Flow>(api, calls, ProviderId(provider), known, clock,
                                      Flow::Policy());
        before = Flow::IdleIndex;
        QObject::connect(flow.get(), &Flow::stateChanged, flow.get(), [this] {
            stepsTaken().insert({before, flow->state().index()});
            before = flow->state().index();
        });
    }

    /// Until the page has been opened; nothing has been asked since.
    [[nodiscard]] bool open()
    {
        make();
        flow->start();
        if (!QTest::qWaitFor([this] { return flow->as<Flow::Ready>() != nullptr; }))
            return false;
        flow->pageOpened();
        deployment.forgetRequests();
        return flow->as<Flow::Waiting>() != nullptr;
    }

    /// Of a link the book knows.
    void linkBefore(const simulated::Grant &grant = {})
    {
        deployment.link(provider, grant);
        known = {.linked = true, .works = true, .renews = grant.renewable};
    }
    /// The provider's check of every token fails.
    void refuseChecks()
    {
        deployment.knobs(provider).check = simulated::ProviderKnobs::Check::Unauthorized;
    }
    /// Another provider keeps silent, and with it the list of servers of this generation.
    void silenceTheList()
    {
        deployment.knobs(u"bitbucket"_s).check = simulated::ProviderKnobs::Check::Hang;
    }
    void letTheListSpeak()
    {
        deployment.knobs(u"bitbucket"_s).check = simulated::ProviderKnobs::Check::Ok;
    }
    /// Until the flow has gone on without the list.
    [[nodiscard]] bool prepareWithoutList()
    {
        make();
        flow->start();
        if (!QTest::qWaitFor([this] { return lists() == 1; }))
            return false;
        clock.advance(5s);
        return QTest::qWaitFor([this] { return !flow->as<Flow::Preparing>(); });
    }
    [[nodiscard]] bool openWithoutList()
    {
        if (!prepareWithoutList() || !flow->as<Flow::Ready>())
            return false;
        flow->pageOpened();
        deployment.forgetRequests();
        return flow->as<Flow::Waiting>() != nullptr;
    }
    /// Turns the clock, and once the list has been asked in vain, on until it is no longer awaited.
    [[nodiscard]] bool passAskingInVain(milliseconds time)
    {
        const qsizetype asked = lists() + 1;
        clock.advance(time);
        if (!QTest::qWaitFor([&] { return lists() == asked; }))
            return false;
        clock.advance(5s);
        return quiet();
    }

    /// Another flow of the account, and is answered.
    void somebodyAsks()
    {
        QObject somebody;
        const auto answered = std::make_shared<int>(0);
        QObject::connect(&calls, &ListCalls::answered, &somebody,
                         [answered](int call) { *answered = call; });
        const int asked = calls.ask(somebody);
        QTRY_COMPARE(*answered, asked);
    }
    /// Turns the clock, and waits for the answers if that made the flow ask.
    [[nodiscard]] bool pass(milliseconds time)
    {
        clock.advance(time);
        return quiet();
    }
    [[nodiscard]] bool quiet()
    {
        return QTest::qWaitFor([this] { return wait() != Wait::Checking; });
    }
    [[nodiscard]] Wait wait() const
    {
        const auto *waiting = flow->as<Flow::Waiting>();
        return waiting ? waiting->wait : Wait::Waiting;
    }
    [[nodiscard]] qsizetype lists() const { return count("GET", listPath); }
    [[nodiscard]] qsizetype byId() const { return count("GET", byIdPath); }
    [[nodiscard]] QString loginLinked() const
    {
        const auto *linked = flow->as<Flow::Linked>();
        return linked ? linked->user.value_or(LinkUser()).login.plain() : QString();
    }
};

/// Linking in the browser, of whose end only the link itself tells.
class BrowserLinkFlowTest : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatIsLinkedBeforeThePageMayBeOpened();
    void opensNoPageWhereTheListFails();
    void goesOnWithoutTheListOfASilentProvider();
    void goesOnWhereTheListRunsIntoItsTime();
    void goesOnByTheBookWhereItsOwnProviderIsSilent();
    void waitsForASilentProviderNoLongerThanForTheList();
    void takesAListThatComesLateForWhatWasThere();
    void tellsARelinkByItsUserWhereTheListIsSilent();
    void claimsNoLinkWhereOneWorksAgain();
    void claimsNoLinkWhereOneWorksAllAlong();
    void claimsNoLinkByAnOlderList();
    void comparesWithAnOlderListOnceThereIsANewOne();
    void findsWhatHasBeenLinkedSince_data();
    void findsWhatHasBeenLinkedSince();
    void linksAgainWhatHasRecovered();
    void waitsForALinkThatWasTakenEarly();
    void looksByIdMoreAndMorePatiently();
    void findsANewLink();
    void findsALinkThatCannotBeChecked();
    void believesTheAnswerByIdWhereTheListIsLost();
    void findsARelinkInTheList();
    void takesWhatOthersHaveAskedForALook();
    void comparesWithNoListOfBefore();
    void looksByIdNoSlowerWhereOthersAskTheList();
    void saysLinkedOnlyOnceTheNewLinkWorks();
    void givesUpOnANewLinkThatDoesNotWork_data();
    void givesUpOnANewLinkThatDoesNotWork();
    void givesUpWithoutTheListOfASilentProvider();
    void knowsANewLinkThatDoesNotWorkByWhatOthersAsk();
    void tellsARenewalApart();
    void takesARefusedRenewalForNoLink();
    void looksAtOnceOnAWish();
    void givesUpVisibly();
    void looksOnceMoreAfterTheMachineSlept();
    void saysWhereTheLastLookHadNoAnswer();
    void goesOnWhereItGaveUp();
    void keepsWaitingWhileNobodyAnswers();
    void waitsAsLongAsItIsAskedTo();
    void endsWhereTheProviderIsRemoved_data();
    void endsWhereTheProviderIsRemoved();
    void endsWhereItMayNotLook();
    void asksTheListNoMoreOftenWhereByIdIsBroken();
    void pausesWhileSignedOut();
    void cancelsAtOnce_data();
    void cancelsAtOnce();
    void endsQuietlyWhenItIsDestroyed();
    void everyDeclaredTransitionWasTaken();
};

void BrowserLinkFlowTest::readsWhatIsLinkedBeforeThePageMayBeOpened()
{
    BrowserStage stage;
    stage.make();
    QVERIFY(stage.flow->isSettled());
    stage.flow->pageOpened(); // too early
    QVERIFY(stage.flow->as<Flow::Idle>());
    stage.flow->start();
    QVERIFY(stage.flow->as<Flow::Preparing>());
    stage.flow->start(); // a second click
    QTRY_VERIFY(stage.flow->as<Flow::Ready>());
    QCOMPARE(stage.count(), 1);
    stage.clock.advance(1h); // nothing was opened, so nothing is looked for
    QVERIFY(stage.flow->as<Flow::Ready>());
    QCOMPARE(stage.count(), 1);
}

void BrowserLinkFlowTest::opensNoPageWhereTheListFails()
{
    BrowserStage stage;
    stage.deployment.misbehave({.kind = Misconduct::Kind::Status, .status = 503});
    stage.make();
    stage.flow->start();
    QTRY_VERIFY(stage.flow->as<Flow::Failed>());
    QCOMPARE(stage.flow->as<Flow::Failed>()->error.kind, ApiError::Kind::ServerFault);
    stage.deployment.behave();
    stage.flow->start();
    QTRY_VERIFY(stage.flow->as<Flow::Ready>());
}

/// Of a link that was not there, by id tells all there is to tell.
void BrowserLinkFlowTest::goesOnWithoutTheListOfASilentProvider()
{
    for (const Generation generation : {Generation::Gen24, Generation::Gen25, Generation::Gen26a}) {
        BrowserStage stage(generation);
        stage.silenceTheList();
        QVERIFY(stage.openWithoutList());
        QVERIFY(!stage.flow->works());
        QVERIFY(stage.pass(2s));
        QCOMPARE(stage.byId(), 1);
        stage.deployment.link(provider);
        QVERIFY(stage.passAskingInVain(3s));
        QVERIFY(stage.flow->as<Flow::Linked>());
        QVERIFY(!stage.flow->as<Flow::Linked>()->isFound);
        QCOMPARE(stage.loginLinked(), u"ada"_s);
    }
}

void BrowserLinkFlowTest::goesOnWhereTheListRunsIntoItsTime()
{
    BrowserStage stage(Generation::Gen26a, {.listTotal = 300ms});
    stage.silenceTheList();
    stage.make();
    stage.flow->start();
    QTRY_VERIFY(stage.flow->as<Flow::Ready>());
    QCOMPARE(stage.byId(), 1);
}

/// By id it has to be asked, too, and says nothing either.
void BrowserLinkFlowTest::goesOnByTheBookWhereItsOwnProviderIsSilent()
{
    BrowserStage stage(Generation::Gen26a, {.idle = 300ms, .listTotal = 10'000ms});
    stage.linkBefore();
    stage.deployment.knobs(provider).check = simulated::ProviderKnobs::Check::Hang;
    QVERIFY(stage.prepareWithoutList());
    QVERIFY(stage.flow->as<Flow::Ready>());
    QVERIFY(stage.flow->works());
}

void BrowserLinkFlowTest::waitsForASilentProviderNoLongerThanForTheList()
{
    BrowserStage stage; // whose list is bounded
    stage.deployment.world().delays.hangingProvider = 0ms;
    stage.linkBefore();
    stage.deployment.knobs(provider).check = simulated::ProviderKnobs::Check::Hang;
    stage.make();
    stage.flow->start();
    QTRY_COMPARE(stage.byId(), 1);
    QVERIFY(stage.flow->as<Flow::Preparing>());
    stage.clock.advance(5s);
    QVERIFY(stage.flow->as<Flow::Ready>());
}

/// Coder has read the links before it asks anybody.
void BrowserLinkFlowTest::takesAListThatComesLateForWhatWasThere()
{
    BrowserStage stage;
    stage.linkBefore();
    stage.known.updatedAt = make::at(make::noon()); // of an older list
    stage.deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer,
                                .path = QByteArray("/api/v2") + listPath,
                                .times = 1});
    QVERIFY(stage.openWithoutList());
    QVERIFY(stage.pass(20s)); // no second one beside it
    QCOMPARE(stage.lists(), 0);
    QCOMPARE(stage.deployment.release(), 1);
    for (int i = 0; i < 10 && stage.lists() == 0; ++i) // until it has arrived
        QVERIFY(stage.pass(20s));
    QVERIFY(stage.flow->as<Flow::Waiting>());
    stage.deployment.advance(30s);
    stage.deployment.link(provider);
    QVERIFY(stage.pass(20s));
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
}

void BrowserLinkFlowTest::tellsARelinkByItsUserWhereTheListIsSilent()
{
    BrowserStage stage(Generation::Gen26a);
    stage.silenceTheList();
    stage.linkBefore();
    QVERIFY(stage.openWithoutList());
    QVERIFY(stage.flow->works());
    stage.deployment.link(provider, {.account = {.id = 4711, .login = u"grace"_s}});
    QVERIFY(stage.passAskingInVain(20s));
    QVERIFY(stage.flow->as<Flow::Linked>());
    QVERIFY(stage.flow->as<Flow::Linked>()->wasLinked);
    QCOMPARE(stage.flow->as<Flow::Linked>()->before.value_or(LinkUser()).login.plain(), u"ada"_s);
    QCOMPARE(stage.loginLinked(), u"grace"_s);
}

/// The provider may have limited it, and on servers of that time nothing tells that apart.
void BrowserLinkFlowTest::claimsNoLinkWhereOneWorksAgain()
{
    BrowserStage stage(Generation::Gen26a);
    stage.silenceTheList();
    stage.linkBefore();
    stage.known.works = false;
    stage.deployment.knobs(provider).check = simulated::ProviderKnobs::Check::ForbiddenLimited;
    QVERIFY(stage.openWithoutList());
    QVERIFY(!stage.flow->works());
    stage.deployment.knobs(provider).check = simulated::ProviderKnobs::Check::Ok;
    QVERIFY(stage.passAskingInVain(2s)); // soon: it costs one provider's check
    QVERIFY(stage.flow->as<Flow::SeemsRenewed>());
    QVERIFY(stage.flow->as<Flow::SeemsRenewed>()->isDoubtful);
}

void BrowserLinkFlowTest::claimsNoLinkWhereOneWorksAllAlong()
{
    BrowserStage stage;
    stage.linkBefore();
    Misconduct lost{.kind = Misconduct::Kind::Status, .status = 504};
    lost.path = QByteArray("/api/v2") + listPath;
    stage.deployment.misbehave(lost);
    QVERIFY(stage.open());
    for (int i = 0; i < 20 && stage.flow->as<Flow::Waiting>(); ++i)
        QVERIFY(stage.pass(40s));
    QVERIFY(stage.flow->as<Flow::GaveUp>());
    QVERIFY(stage.flow->as<Flow::GaveUp>()->error);
}

/// What it was just before the page was opened, nobody knows.
void BrowserLinkFlowTest::claimsNoLinkByAnOlderList()
{
    BrowserStage stage;
    stage.linkBefore();
    stage.known.updatedAt = make::at(make::noon());
    Misconduct lost{.kind = Misconduct::Kind::Status, .times = 1, .status = 504};
    lost.path = QByteArray("/api/v2") + listPath;
    stage.deployment.misbehave(lost);
    QVERIFY(stage.open());
    QVERIFY(stage.pass(20s));
    QVERIFY(stage.flow->as<Flow::SeemsRenewed>());
    QVERIFY(stage.flow->as<Flow::SeemsRenewed>()->isDoubtful);

    stage.flow->lookNow(); // the person is still at it
    QVERIFY(stage.quiet());
    QVERIFY(stage.flow->as<Flow::Waiting>());
    stage.deployment.advance(30s);
    stage.deployment.link(provider);
    QVERIFY(stage.pass(20s));
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
}

void BrowserLinkFlowTest::comparesWithAnOlderListOnceThereIsANewOne()
{
    BrowserStage stage;
    stage.linkBefore();
    Answer<Listing> before(ApiError{});
    QObject receiver;
    stage.api.list(receiver, [&](const Answer<Listing> &answer) { before = answer; });
    QTRY_VERIFY(before);
    stage.known.take(*before, ProviderId(provider));
    Misconduct lost{.kind = Misconduct::Kind::Status, .times = 1, .status = 504};
    lost.path = QByteArray("/api/v2") + listPath;
    stage.deployment.misbehave(lost);
    QVERIFY(stage.open());
    QVERIFY(stage.pass(20s));
    QVERIFY(stage.flow->as<Flow::Waiting>());
    stage.deployment.advance(30s);
    stage.deployment.link(provider);
    QVERIFY(stage.pass(20s));
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
    QVERIFY(stage.flow->as<Flow::Linked>()->wasLinked);
}

void BrowserLinkFlowTest::findsWhatHasBeenLinkedSince_data()
{
    QTest::addColumn<Generation>("generation");
    QTest::addColumn<bool>("wasLinked");
    QTest::newRow("a first link") << Generation::Gen26b << false;
    QTest::newRow("a first link, by a list that tells nothing") << Generation::Gen24 << false;
    QTest::newRow("instead of one that did not work") << Generation::Gen26b << true;
}

/// In Coder's own pages, for instance, or on another machine.
void BrowserLinkFlowTest::findsWhatHasBeenLinkedSince()
{
    QFETCH(const Generation, generation);
    QFETCH(const bool, wasLinked);
    BrowserStage stage(generation);
    stage.deployment.link(provider);
    if (wasLinked)
        stage.known = {.linked = true, .updatedAt = make::at(make::noon())};
    stage.make();
    stage.flow->start();
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
    QVERIFY(stage.flow->as<Flow::Linked>()->isFound);
    QCOMPARE(stage.flow->as<Flow::Linked>()->wasLinked, wasLinked);
    QCOMPARE(stage.loginLinked(), u"ada"_s);
}

/// It is the same link, which the person may still want to replace.
void BrowserLinkFlowTest::linksAgainWhatHasRecovered()
{
    BrowserStage stage;
    stage.deployment.link(provider);
    Answer<Listing> before(ApiError{});
    QObject receiver;
    stage.api.list(receiver, [&](const Answer<Listing> &answer) { before = answer; });
    QTRY_VERIFY(before);
    stage.known.take(*before, ProviderId(provider));
    stage.known.works = false; // its provider could not be reached
    QVERIFY(stage.open());
    QVERIFY(stage.flow->works());
    QCOMPARE(stage.clock.untilNextTimer(), 20'000ms);
}

void BrowserLinkFlowTest::waitsForALinkThatWasTakenEarly()
{
    BrowserStage stage;
    stage.make();
    stage.flow->start();
    stage.flow->pageOpened();
    QVERIFY(stage.flow->as<Flow::Preparing>()->isTaken);
    QTRY_VERIFY(stage.flow->as<Flow::Waiting>());
    QCOMPARE(stage.clock.untilNextTimer(), 2000ms);

    BrowserStage quick; // who has linked it before Coder has said what was there
    quick.deployment.link(provider);
    quick.make();
    quick.flow->start();
    quick.flow->pageOpened();
    QTRY_VERIFY(quick.flow->as<Flow::Linked>());
    QVERIFY(!quick.flow->as<Flow::Linked>()->isFound);
}

void BrowserLinkFlowTest::looksByIdMoreAndMorePatiently()
{
    BrowserStage stage;
    QVERIFY(stage.open());
    int looks = 0;
    for (const milliseconds pause : {2000ms, 3000ms, 4500ms, 6750ms, 10'000ms, 10'000ms}) {
        QVERIFY(stage.pass(pause - 1ms));
        QCOMPARE(stage.byId(), looks);
        QVERIFY(stage.pass(1ms));
        QCOMPARE(stage.byId(), ++looks);
    }
    QCOMPARE(stage.lists(), 0);
    QCOMPARE(stage.flow->waited(), 36'250ms);
}

void BrowserLinkFlowTest::findsANewLink()
{
    BrowserStage stage;
    QVERIFY(stage.open());
    QVERIFY(stage.pass(2s));
    stage.deployment.link(provider);
    QVERIFY(stage.pass(3s));
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
    QVERIFY(!stage.flow->as<Flow::Linked>()->wasLinked);
    QCOMPARE(stage.loginLinked(), u"ada"_s);
    QCOMPARE(stage.lists(), 1); // for the book: by id tells no times
    QVERIFY(stage.flow->isSettled());
    QCOMPARE(stage.clock.untilNextTimer(), -1ms);
}

void BrowserLinkFlowTest::findsALinkThatCannotBeChecked()
{
    BrowserStage stage;
    stage.deployment.knobs(provider).check = simulated::ProviderKnobs::Check::Unavailable;
    QVERIFY(stage.open());
    stage.deployment.link(provider);
    QVERIFY(stage.pass(2s));
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
    QCOMPARE(stage.loginLinked(), QString());
}

void BrowserLinkFlowTest::believesTheAnswerByIdWhereTheListIsLost()
{
    BrowserStage stage;
    QVERIFY(stage.open());
    stage.deployment.misbehave(
        {.kind = Misconduct::Kind::Status, .path = "/api/v2/external-auth", .status = 503});
    stage.deployment.link(provider);
    QVERIFY(stage.pass(2s));
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
    QCOMPARE(stage.loginLinked(), u"ada"_s);
}

/// By id says "authenticated" before and after: only the list tells when the link was changed.
void BrowserLinkFlowTest::findsARelinkInTheList()
{
    BrowserStage stage;
    stage.linkBefore();
    stage.known.user = make::user(u"ada"_s);
    QVERIFY(stage.open());
    QVERIFY(stage.pass(20s - 1ms));
    QCOMPARE(stage.count(), 0);
    QVERIFY(stage.pass(1ms));
    QCOMPARE(stage.lists(), 1);
    QCOMPARE(stage.byId(), 0);
    stage.deployment.advance(30s);
    stage.deployment.link(provider, {.account = {.login = u"grace"_s}});
    QVERIFY(stage.pass(20s));
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
    QVERIFY(stage.flow->as<Flow::Linked>()->wasLinked);
    QCOMPARE(stage.flow->as<Flow::Linked>()->before.value_or(LinkUser()).login.plain(), u"ada"_s);
    QCOMPARE(stage.loginLinked(), u"grace"_s);
}

void BrowserLinkFlowTest::takesWhatOthersHaveAskedForALook()
{
    BrowserStage stage;
    stage.linkBefore();
    QVERIFY(stage.open());
    QVERIFY(stage.pass(15s));
    stage.somebodyAsks();
    QCOMPARE(stage.clock.untilNextTimer(), 20'000ms);
    stage.deployment.advance(30s);
    stage.deployment.link(provider);
    stage.somebodyAsks();
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
    QCOMPARE(stage.lists(), 2);
}

/// It was asked before what is known was, and is answered later.
void BrowserLinkFlowTest::comparesWithNoListOfBefore()
{
    BrowserStage stage;
    stage.linkBefore();
    stage.deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer, .times = 1});
    QObject other;
    const int old = stage.calls.ask(other);
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.calls.outdate();
    stage.deployment.advance(30s);
    stage.deployment.link(provider);
    QVERIFY(stage.open());
    int heard = 0;
    QObject::connect(&stage.calls, &ListCalls::answered, &other, [&](int call) { heard = call; });
    stage.deployment.release();
    QTRY_COMPARE(heard, old);
    QVERIFY(stage.quiet());
    QVERIFY(stage.flow->as<Flow::Waiting>());
}

void BrowserLinkFlowTest::looksByIdNoSlowerWhereOthersAskTheList()
{
    BrowserStage stage;
    QVERIFY(stage.open());
    QVERIFY(stage.pass(1s));
    stage.somebodyAsks();
    QCOMPARE(stage.clock.untilNextTimer(), 1000ms);
    stage.deployment.link(provider);
    stage.somebodyAsks(); // news all the same
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
    QCOMPARE(stage.loginLinked(), u"ada"_s);
    QCOMPARE(stage.byId(), 1);
}

/// Coder stores what the provider gives, and then the check of it fails: the page says so and
/// offers to try again.
void BrowserLinkFlowTest::saysLinkedOnlyOnceTheNewLinkWorks()
{
    BrowserStage stage;
    stage.linkBefore();
    stage.refuseChecks();
    QVERIFY(stage.open());
    stage.deployment.advance(30s);
    stage.deployment.link(provider);
    QVERIFY(stage.pass(20s));
    QVERIFY(stage.flow->as<Flow::Waiting>());
    QVERIFY(stage.flow->as<Flow::Waiting>()->isBroken);
    QCOMPARE(stage.clock.untilNextTimer(), 20'000ms);
    stage.deployment.knobs(provider).check = simulated::ProviderKnobs::Check::Ok;
    QVERIFY(stage.pass(20s));
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
    QVERIFY(stage.flow->as<Flow::Linked>()->wasLinked);
    QCOMPARE(stage.loginLinked(), u"ada"_s);
}

void BrowserLinkFlowTest::givesUpOnANewLinkThatDoesNotWork_data()
{
    QTest::addColumn<bool>("wasLinked");
    QTest::newRow("where there was none") << false;
    QTest::newRow("instead of another") << true;
}

void BrowserLinkFlowTest::givesUpOnANewLinkThatDoesNotWork()
{
    QFETCH(const bool, wasLinked);
    BrowserStage stage;
    if (wasLinked)
        stage.linkBefore();
    stage.refuseChecks();
    QVERIFY(stage.open());
    stage.deployment.advance(30s);
    stage.deployment.link(provider);
    for (int i = 0; i < 70 && stage.flow->as<Flow::Waiting>(); ++i)
        QVERIFY(stage.pass(10s));
    QVERIFY(stage.flow->as<Flow::GaveUp>());
    QVERIFY(!stage.flow->as<Flow::GaveUp>()->error);
    QVERIFY(stage.flow->as<Flow::GaveUp>()->isBroken);
    if (!wasLinked)
        QCOMPARE(stage.lists(), 1); // by id says "no" of both: only the list has a link
    stage.deployment.knobs(provider).check = simulated::ProviderKnobs::Check::Ok;
    stage.flow->lookNow();
    QVERIFY(!stage.flow->as<Flow::Waiting>() || stage.flow->as<Flow::Waiting>()->isBroken);
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
    QCOMPARE(stage.flow->as<Flow::Linked>()->wasLinked, wasLinked);
}

void BrowserLinkFlowTest::givesUpWithoutTheListOfASilentProvider()
{
    BrowserStage stage(Generation::Gen26a);
    QVERIFY(stage.open());
    stage.silenceTheList();
    stage.clock.suspendMachine(1h);
    QVERIFY(stage.passAskingInVain(2s));
    QVERIFY(stage.flow->as<Flow::GaveUp>());
    QVERIFY(!stage.flow->as<Flow::GaveUp>()->error); // by id there is none
    QVERIFY(!stage.flow->as<Flow::GaveUp>()->isBroken);
}

void BrowserLinkFlowTest::knowsANewLinkThatDoesNotWorkByWhatOthersAsk()
{
    BrowserStage stage;
    stage.refuseChecks();
    QVERIFY(stage.open());
    stage.deployment.link(provider);
    stage.somebodyAsks();
    QVERIFY(stage.quiet());
    QVERIFY(stage.flow->as<Flow::Waiting>());
    QVERIFY(stage.flow->as<Flow::Waiting>()->isBroken);
    QVERIFY(stage.pass(20s)); // by id, which cannot know
    QVERIFY(stage.flow->as<Flow::Waiting>()->isBroken);
    stage.deployment.unlink(provider);
    stage.somebodyAsks();
    QVERIFY(stage.quiet());
    QVERIFY(!stage.flow->as<Flow::Waiting>()->isBroken);
}

void BrowserLinkFlowTest::tellsARenewalApart()
{
    BrowserStage stage;
    stage.linkBefore({.life = 60s, .renewable = true});
    QVERIFY(stage.open());
    stage.deployment.advance(2min);
    stage.clock.setWall(stage.clock.wall().addSecs(120));
    QVERIFY(stage.pass(20s)); // a list call renews what has expired
    QTRY_VERIFY(stage.flow->as<Flow::SeemsRenewed>());
    QVERIFY(stage.flow->isSettled());

    stage.flow->lookNow(); // the person is still at it
    QVERIFY(stage.quiet());
    QVERIFY(stage.flow->as<Flow::Waiting>());
    stage.deployment.advance(30s);
    stage.deployment.link(provider);
    QVERIFY(stage.pass(20s));
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
}

/// A renewal that the provider refuses moves the time of the link too, a list later.
void BrowserLinkFlowTest::takesARefusedRenewalForNoLink()
{
    BrowserStage stage;
    stage.deployment.knobs(provider).refresh = simulated::ProviderKnobs::Refresh::BadRefreshToken;
    stage.deployment.link(provider, {.life = 60s, .renewable = true});
    stage.deployment.advance(2min);
    stage.clock.setWall(QDateTime::currentDateTimeUtc().addSecs(120));
    QVERIFY(stage.open()); // this list has it refused, and the next shows it
    QVERIFY(stage.pass(20s));
    QVERIFY(stage.flow->as<Flow::Waiting>());
    QCOMPARE(stage.wait(), Wait::Waiting);
    stage.deployment.advance(30s);
    stage.deployment.link(provider);
    QVERIFY(stage.pass(20s));
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
}

void BrowserLinkFlowTest::looksAtOnceOnAWish()
{
    BrowserStage stage;
    QVERIFY(stage.open());
    stage.flow->lookNow();
    QCOMPARE(stage.wait(), Wait::Checking);
    stage.flow->lookNow(); // while it looks
    QVERIFY(stage.quiet());
    QCOMPARE(stage.byId(), 1);
    for (int i = 0; i < 20; ++i)
        stage.flow->lookNow(); // a window that is activated again and again
    QVERIFY(stage.pass(2s - 1ms));
    QCOMPARE(stage.byId(), 1);
    QVERIFY(stage.pass(1ms));
    QCOMPARE(stage.byId(), 2);
}

void BrowserLinkFlowTest::givesUpVisibly()
{
    BrowserStage stage;
    QVERIFY(stage.open());
    while (stage.flow->as<Flow::Waiting>() && stage.flow->waited() < 11min)
        QVERIFY(stage.pass(1s));
    QVERIFY(stage.flow->as<Flow::GaveUp>());
    QVERIFY(!stage.flow->as<Flow::GaveUp>()->error);
    const qsizetype requests = stage.count();
    QVERIFY(requests > 50 && requests < 70);
    stage.clock.advance(1h);
    QCOMPARE(stage.count(), requests);
}

void BrowserLinkFlowTest::looksOnceMoreAfterTheMachineSlept()
{
    for (const bool isLinked : {false, true}) {
        BrowserStage stage;
        QVERIFY(stage.open());
        stage.clock.suspendMachine(1h);
        if (isLinked)
            stage.deployment.link(provider);
        QVERIFY(stage.pass(2s));
        QTRY_VERIFY(stage.flow->isSettled());
        QCOMPARE(stage.flow->as<Flow::Linked>() != nullptr, isLinked);
        QCOMPARE(stage.byId(), 1);
    }
}

void BrowserLinkFlowTest::saysWhereTheLastLookHadNoAnswer()
{
    BrowserStage stage;
    QVERIFY(stage.open());
    stage.clock.suspendMachine(1h);
    stage.deployment.goDown();
    QVERIFY(stage.pass(2s));
    QVERIFY(stage.flow->as<Flow::GaveUp>());
    QVERIFY(stage.flow->as<Flow::GaveUp>()->error);
    QCOMPARE(stage.flow->as<Flow::GaveUp>()->error->kind, ApiError::Kind::Offline);
}

void BrowserLinkFlowTest::goesOnWhereItGaveUp()
{
    BrowserStage stage;
    QVERIFY(stage.open());
    stage.clock.suspendMachine(1h);
    QVERIFY(stage.pass(2s));
    QVERIFY(stage.flow->as<Flow::GaveUp>());
    stage.deployment.link(provider);
    stage.flow->lookNow();
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
}

void BrowserLinkFlowTest::keepsWaitingWhileNobodyAnswers()
{
    BrowserStage stage;
    QVERIFY(stage.open());
    stage.deployment.goDown();
    QVERIFY(stage.pass(2s));
    QCOMPARE(stage.wait(), Wait::Unanswered);
    QCOMPARE(stage.clock.untilNextTimer(), 4'000ms);
    QVERIFY(stage.pass(4s));
    QCOMPARE(stage.clock.untilNextTimer(), 8'000ms);
    QVERIFY(stage.deployment.comeBack());
    stage.deployment.link(provider);
    QVERIFY(stage.pass(8s));
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
}

void BrowserLinkFlowTest::waitsAsLongAsItIsAskedTo()
{
    BrowserStage stage;
    QVERIFY(stage.open());
    stage.deployment.misbehave({.kind = Misconduct::Kind::RateLimited, .times = 1});
    QVERIFY(stage.pass(2s));
    QCOMPARE(stage.wait(), Wait::Unanswered);
    QCOMPARE(stage.clock.untilNextTimer(), 60'000ms); // its Retry-After
    QVERIFY(stage.flow->as<Flow::Waiting>()->error);
    QCOMPARE(stage.flow->as<Flow::Waiting>()->error->kind, ApiError::Kind::Throttled);
    QCOMPARE(stage.flow->as<Flow::Waiting>()->error->retryAfter, 60s);
    QVERIFY(stage.pass(30s));
    for (int i = 0; i < 5; ++i)
        stage.flow->lookNow(); // a person who comes back does not shorten it
    QVERIFY(stage.pass(30s - 1ms));
    QCOMPARE(stage.byId(), 1);
    QVERIFY(stage.pass(1ms));
    QCOMPARE(stage.byId(), 2);
    QVERIFY(!stage.flow->as<Flow::Waiting>()->error);
}

void BrowserLinkFlowTest::endsWhereTheProviderIsRemoved_data()
{
    QTest::addColumn<bool>("isLinked");
    QTest::newRow("before it was linked") << false;
    QTest::newRow("of a link that stays stored") << true;
}

void BrowserLinkFlowTest::endsWhereTheProviderIsRemoved()
{
    QFETCH(const bool, isLinked);
    BrowserStage stage;
    if (isLinked)
        stage.linkBefore();
    QVERIFY(stage.open());
    stage.deployment.removeProvider(provider);
    QVERIFY(stage.pass(20s));
    QVERIFY(stage.flow->as<Flow::Refused>());
    QCOMPARE(stage.flow->as<Flow::Refused>()->error.kind, ApiError::Kind::NotFound);
    QVERIFY(stage.flow->isSettled());
    QCOMPARE(stage.clock.untilNextTimer(), -1ms);
}

void BrowserLinkFlowTest::endsWhereItMayNotLook()
{
    BrowserStage stage;
    QVERIFY(stage.open());
    stage.deployment.misbehave(Misconduct::coderError(403, u"Forbidden."_s));
    QVERIFY(stage.pass(2s));
    QVERIFY(stage.flow->as<Flow::Refused>());
    QCOMPARE(stage.flow->as<Flow::Refused>()->error.kind, ApiError::Kind::Forbidden);
    stage.clock.advance(1h);
    QCOMPARE(stage.byId(), 1);
}

void BrowserLinkFlowTest::asksTheListNoMoreOftenWhereByIdIsBroken()
{
    BrowserStage stage;
    QVERIFY(stage.open());
    Misconduct broken = Misconduct::coderError(500, u"Internal error."_s);
    broken.path = QByteArray("/api/v2") + byIdPath;
    stage.deployment.misbehave(broken);
    QVERIFY(stage.pass(2s));
    QCOMPARE(stage.lists(), 1);
    QVERIFY(stage.pass(20s - 1ms));
    QCOMPARE(stage.lists(), 1);
    QVERIFY(stage.pass(1ms));
    QCOMPARE(stage.lists(), 2);
}

void BrowserLinkFlowTest::pausesWhileSignedOut()
{
    BrowserStage stage;
    QVERIFY(stage.open());
    stage.rest.setToken(SessionToken::fromText(u"aaaaaaaaaa-bbbbbbbbbbbbbbbbbbbbbb"));
    QVERIFY(stage.pass(2s));
    QCOMPARE(stage.wait(), Wait::SignedOut);
    const qsizetype requests = stage.count();
    stage.flow->lookNow();
    stage.clock.advance(5min);
    QCOMPARE(stage.count(), requests);
    stage.useNewToken();
    stage.deployment.link(provider);
    stage.flow->resume();
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
}

void BrowserLinkFlowTest::cancelsAtOnce_data()
{
    QTest::addColumn<int>("when");
    QTest::newRow("while it reads what is linked") << int(Flow::PreparingIndex);
    QTest::newRow("before the page is opened") << int(Flow::ReadyIndex);
    QTest::newRow("while it waits") << int(Flow::WaitingIndex);
}

void BrowserLinkFlowTest::cancelsAtOnce()
{
    QFETCH(const int, when);
    BrowserStage stage;
    stage.make();
    stage.flow->start();
    if (when != Flow::PreparingIndex)
        QTRY_VERIFY(stage.flow->as<Flow::Ready>());
    if (when == Flow::WaitingIndex)
        stage.flow->pageOpened();
    QCOMPARE(int(stage.flow->state().index()), when);
    const qsizetype requests = stage.count();
    stage.flow->cancel();
    QVERIFY(stage.flow->as<Flow::Cancelled>());
    stage.flow->cancel();
    stage.flow->lookNow();
    stage.clock.advance(1h);
    QVERIFY(stage.count() <= requests + 1); // what was on its way may still arrive
    QVERIFY(stage.flow->as<Flow::Cancelled>());
}

void BrowserLinkFlowTest::endsQuietlyWhenItIsDestroyed()
{
    BrowserStage stage;
    QVERIFY(stage.open());
    stage.deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer});
    stage.clock.advance(2s);
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.flow.reset();
    stage.deployment.release();
    stage.clock.advance(1h);
    QCOMPARE(stage.count(), 1);
}

void BrowserLinkFlowTest::everyDeclaredTransitionWasTaken()
{
    for (const auto &[from, to] : Flow::transitions) {
        QVERIFY2(
            stepsTaken().contains({from, to}),
            qPrintable(u"never taken: %1 to %2"_s.arg(QString::number(from), QString::number(to))));
    }
    QCOMPARE(stepsTaken().size(), Flow::transitions.size());
}

QTEST_GUILESS_MAIN(BrowserLinkFlowTest)
#include "tst_browserlinkflow.moc"

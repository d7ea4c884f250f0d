// SPDX-License-Identifier: MIT
#include "links/devicelinkflow.h"

#include "support/fakeclock.h"
#include "support/listingmaker.h"
#include "support/signedinclient.h"

#include <QSet>
#include <QTest>

#include <sys/uio.h>
#include <unistd.h>

#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using simulated::Generation;
using simulated::Misconduct;
using simulated::ProviderKnobs;
using simulated::TokenScope;
using std::chrono::milliseconds;
using Flow = DeviceLinkFlow;
using Wait = Flow::Wait;
using Why = Flow::Failed::Why;

Q_DECLARE_METATYPE(Misconduct)

namespace {

constexpr auto gitHub = "github"_L1;
constexpr auto gitLab = "gitlab"_L1; // answers as RFC 8628 says

/// Every step any flow of this program has taken.
std::set<std::pair<size_t, size_t>> &stepsTaken()
{
    static std::set<std::pair<size_t, size_t>> steps;
    return steps;
}

QByteArray devicePath(const QString &provider)
{
    return "/external-auth/" + provider.toLatin1() + "/device";
}

/// What stands at \a address now; empty where nothing is mapped there any more.
QByteArray memoryAt(const void *address, qsizetype size)
{
    QByteArray found(size, '\0');
    iovec to{.iov_base = found.data(), .iov_len = static_cast<size_t>(size)};
    iovec from{.iov_base = const_cast<void *>(address), .iov_len = static_cast<size_t>(size)};
    return process_vm_readv(getpid(), &to, 1, &from, 1, 0) == size ? found : QByteArray();
}

} // namespace

/// One flow against a deployment, on a clock that only the test turns.
class Stage : public SignedInClient
{
public:
    explicit Stage(const QString &provider = gitHub, const RestLimits &limits = {})
        : SignedInClient(Generation::Gen26b, limits),
          id(provider), baseline{.hasApps = provider == gitHub}
    {
        clock.setWall(QDateTime::currentDateTimeUtc());
    }

    QString id;
    FakeClock clock;
    LinkBaseline baseline;
    std::unique_ptr<Flow> flow;
    size_t before = Flow::IdleIndex;

    [[nodiscard]] ProviderKnobs &knobs() { return deployment.knobs(id); }

    void make()
    {
        flow = std::make_unique<Flow>(api, calls, ProviderId(id), baseline, clock, Flow::Policy());
        before = Flow::IdleIndex;
        QObject::connect(flow.get(), &Flow::stateChanged, flow.get(), [this] {
            stepsTaken().insert({before, flow->state().index()});
            before = flow->state().index();
        });
    }

    /// Until the code is on the screen.
    [[nodiscard]] bool begin()
    {
        make();
        flow->start();
        return QTest::qWaitFor([this] { return flow->as<Flow::AwaitingUser>() != nullptr; });
    }

    /// Turns the clock, and waits for the answer if that made the flow ask.
    [[nodiscard]] bool pass(milliseconds time)
    {
        clock.advance(time);
        return QTest::qWaitFor([this] {
            const auto *waiting = flow->as<Flow::AwaitingUser>();
            return !waiting || !waiting->exchanging;
        });
    }

    [[nodiscard]] bool settle()
    {
        return QTest::qWaitFor([this] { return flow->isSettled(); });
    }

    [[nodiscard]] qsizetype exchanges() const { return count("POST", devicePath(id)); }
    [[nodiscard]] Flow::AwaitingUser waiting() const
    {
        const auto *state = flow->as<Flow::AwaitingUser>();
        return state ? *state : Flow::AwaitingUser{};
    }
    [[nodiscard]] bool approve(const QString &login = {})
    {
        return deployment.approve(deployment.newestUserCode(id), login);
    }
    [[nodiscard]] Flow::Failed failed() const
    {
        const auto *state = flow->as<Flow::Failed>();
        return state ? *state : Flow::Failed{};
    }
    /// The next exchanges end so.
    void answerExchanges(Misconduct misconduct, int times = Misconduct::everyTime)
    {
        misconduct.method = "POST";
        misconduct.path = "/api/v2" + devicePath(id);
        misconduct.times = times;
        deployment.misbehave(misconduct);
    }
    void answerReads(const Misconduct &wanted)
    {
        Misconduct misconduct = wanted;
        misconduct.method = "GET";
        misconduct.path = "/api/v2/external-auth*";
        deployment.misbehave(misconduct);
    }
};

/// Linking by device code, to the letter of RFC 8628 3.2 to 3.5, and in
/// whatever trouble.
class DeviceLinkFlowTest : public QObject
{
    Q_OBJECT

private slots:
    // Beginning.
    void asksForACodeOnlyWhenToldTo();
    void showsTheCodeAsItWasSent();
    void clampsWhatTheServerPromises_data();
    void clampsWhatTheServerPromises();
    void refusesACodeOfNoUse_data();
    void refusesACodeOfNoUse();
    void takesANewCodeAfterAFailure();

    // Pace.
    void firstPollComesAfterAFullIntervalAndAMargin_data();
    void firstPollComesAfterAFullIntervalAndAMargin();
    void nextPollIsCountedFromTheLastAnswer();
    void neverAsksTwiceAtOnce();
    void slowDownAddsFiveSecondsForGood();
    void doublesTheWaitUntilSomebodyAnswers_data();
    void doublesTheWaitUntilSomebodyAnswers();
    void neverWaitsLessThanTheInterval();
    void waitsAsLongAsItIsAskedTo();
    void keepsAProviderInTroubleApart_data();
    void keepsAProviderInTroubleApart();

    // Words.
    void endsOnAWordOfTheProvider_data();
    void endsOnAWordOfTheProvider();
    void waitsOnAWordOfTheProvider_data();
    void waitsOnAWordOfTheProvider();
    void endsWhereCoderCannotKeepTheLink();
    void endsWhereTheProviderIsGone();

    // Signed out.
    void pausesWhenSignedOutAndGoesOnWithTheSameCode();
    void knowsWhereTheUserIsSuspended();
    void expiresWhilePaused();
    void goesOnOnlyWherePaused();

    // Deadline.
    void expiresAtTheDeadline();
    void expiresInTheSleepOfTheMachine_data();
    void expiresInTheSleepOfTheMachine();
    void asksALastTimeOnlyAfterAFullInterval_data();
    void asksALastTimeOnlyAfterAFullInterval();
    void keepsTheAskedPatienceAtTheEndToo();
    void awaitsAnExchangeUnderWayAtTheDeadline_data();
    void awaitsAnExchangeUnderWayAtTheDeadline();

    // Success.
    void saysLinkedOnlyAfterAFreshRead();
    void linksWithAProviderOfTheRfc();
    void looksAgainWhereTheUserIsNotThereYet();
    void looksNoSecondTimeBeforeItMay();
    void saysSoWhereTheLinkCannotBeReadBack();
    void saysSoWhereTheLinkWasNotSeenToWork();
    void comparesWithTheAccountBefore();
    void seesThatTheAppIsMissing();

    // Unknown outcomes.
    void findsTheLinkThatALostAnswerMade();
    void findsTheLinkThatALostAnswerMadeAtTheDeadline();
    void claimsNoLinkThatWasNotSeenToWorkAfterALostAnswer();
    void failsAfterALostAnswerThatMadeNothing();
    void doesNotSayThatNothingWasLinkedWhereNobodyCouldLook();
    void trustsTheAnswerByIdWhereTheListIsLost_data();
    void trustsTheAnswerByIdWhereTheListIsLost();
    void takesAChangeForARenewalOnlyWhereCoderRenews_data();
    void takesAChangeForARenewalOnlyWhereCoderRenews();
    void sendsEveryExchangeOnce();

    // Cancelling.
    void cancelsWhileRequesting();
    void cancelsWhileWaitingWithoutAnotherRequest();
    void cancelsWhilePaused();
    void looksAfterCancellingAnExchange();
    void seesWhatWasApprovedInSpiteOfCancelling();
    void seesARelinkInSpiteOfCancelling();
    void isNotSureWhereARenewalExplainsTheChange();
    void takesARefusedRenewalForNoLink();
    void looksAfterCancellingWithAnUnknownOutcome();
    void tellsWhereNothingCanBeReadAfterCancelling();
    void cancelChangesNothingAfterTheEnd();
    void endsQuietlyWhenItIsDestroyed();

    void neverRepeatsTheDeviceCode();
    void wipesTheDeviceCode();
    void everyDeclaredTransitionWasTaken();
};

void DeviceLinkFlowTest::asksForACodeOnlyWhenToldTo()
{
    Stage stage;
    stage.make();
    QVERIFY(stage.flow->as<Flow::Idle>());
    QVERIFY(stage.flow->isSettled());
    stage.clock.advance(1h);
    QCOMPARE(stage.count(), 0);
    stage.flow->start();
    QVERIFY(stage.flow->as<Flow::Requesting>());
    stage.flow->start(); // a second click
    QTRY_VERIFY(stage.flow->as<Flow::AwaitingUser>());
    stage.flow->start();
    QCOMPARE(stage.count("GET", devicePath(gitHub)), 1);
    QCOMPARE(stage.count(), 1);
}

void DeviceLinkFlowTest::showsTheCodeAsItWasSent()
{
    Stage stage;
    QVERIFY(stage.begin());
    QCOMPARE(stage.waiting().code.userCode, stage.deployment.newestUserCode(gitHub));
    QCOMPARE(stage.waiting().code.verification.url(),
             stage.deployment.provider(gitHub).verificationUrl());
    QCOMPARE(stage.flow->remaining(), milliseconds(stage.waiting().code.lifetime));
    QCOMPARE(stage.waiting().wait, Wait::Waiting);
    stage.clock.advance(3s);
    QCOMPARE(stage.flow->remaining(), milliseconds(stage.waiting().code.lifetime - 3s));
}

void DeviceLinkFlowTest::clampsWhatTheServerPromises_data()
{
    QTest::addColumn<qint64>("promised");
    QTest::addColumn<qint64>("taken");
    QTest::addColumn<bool>("assumed");
    QTest::newRow("as promised") << qint64(600) << qint64(600) << false;
    QTest::newRow("none") << qint64(0) << qint64(900) << true;
    QTest::newRow("negative") << qint64(-5) << qint64(900) << true;
    QTest::newRow("an hour") << qint64(3600) << qint64(3600) << false;
    QTest::newRow("absurd") << qint64(9'000'000'000'000) << qint64(3600) << false;
}

void DeviceLinkFlowTest::clampsWhatTheServerPromises()
{
    QFETCH(const qint64, promised);
    QFETCH(const qint64, taken);
    QFETCH(const bool, assumed);
    Stage stage;
    stage.answerReads({.kind = Misconduct::Kind::Status,
                       .status = 200,
                       .mediaType = "application/json",
                       .body = "{\"device_code\":\"d\",\"user_code\":\"ABCD-1234\",\"interval\":5,"
                               "\"verification_uri\":\"https://git.example/login\",\"expires_in\":"
                           + QByteArray::number(promised) + '}',
                       .isCoders = true});
    QVERIFY(stage.begin());
    QCOMPARE(qint64(stage.waiting().code.lifetime.count()), taken);
    QCOMPARE(stage.waiting().code.lifetimeAssumed, assumed);
    QCOMPARE(stage.flow->remaining(), milliseconds(taken * 1000));
}

void DeviceLinkFlowTest::refusesACodeOfNoUse_data()
{
    using Start = ProviderKnobs::DeviceStart;
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("interval");
    QTest::addColumn<int>("why");
    QTest::newRow("empty") << int(Start::Empty) << 5 << int(Why::NoCode);
    QTest::newRow("an error word only") << int(Start::ErrorOnly) << 5 << int(Why::NoCode);
    QTest::newRow("an interval longer than the code lives")
        << int(Start::Good) << 901 << int(Why::NoCode);
    QTest::newRow("a description") << int(Start::Description) << 5 << int(Why::Api);
    QTest::newRow("a page") << int(Start::Html) << 5 << int(Why::Api);
    QTest::newRow("too many") << int(Start::TooMany) << 5 << int(Why::Api);
}

void DeviceLinkFlowTest::refusesACodeOfNoUse()
{
    QFETCH(const int, start);
    QFETCH(const int, interval);
    QFETCH(const int, why);
    Stage stage;
    stage.knobs().deviceStart = static_cast<ProviderKnobs::DeviceStart>(start);
    stage.knobs().interval = std::chrono::seconds(interval);
    stage.make();
    stage.flow->start();
    QVERIFY(stage.settle());
    QVERIFY(stage.flow->as<Flow::Failed>());
    QCOMPARE(int(stage.failed().why), why);
    QVERIFY(stage.failed().error);
    stage.clock.advance(1h);
    QCOMPARE(stage.count(), 1); // and nothing begins again by itself
}

void DeviceLinkFlowTest::takesANewCodeAfterAFailure()
{
    Stage stage;
    QVERIFY(stage.begin());
    const QString first = stage.waiting().code.userCode;
    stage.clock.suspendMachine(16min);
    stage.clock.advance(10s);
    QCOMPARE(stage.failed().why, Why::Expired);
    QCOMPARE(stage.failed().userCode, first);
    stage.flow->start();
    QTRY_VERIFY(stage.flow->as<Flow::AwaitingUser>());
    QVERIFY(stage.waiting().code.userCode != first);
    QVERIFY(stage.pass(6s));
    QCOMPARE(stage.exchanges(), 1);
}

void DeviceLinkFlowTest::firstPollComesAfterAFullIntervalAndAMargin_data()
{
    QTest::addColumn<int>("interval");
    QTest::addColumn<int>("pause");
    QTest::newRow("none means five") << 0 << 6'000;
    QTest::newRow("one") << 1 << 2'000;
    QTest::newRow("five") << 5 << 6'000;
    QTest::newRow("a fifth above five") << 10 << 12'000;
    QTest::newRow("ninety") << 90 << 108'000;
}

void DeviceLinkFlowTest::firstPollComesAfterAFullIntervalAndAMargin()
{
    QFETCH(const int, interval);
    QFETCH(const int, pause);
    Stage stage;
    stage.knobs().interval = std::chrono::seconds(interval);
    QVERIFY(stage.begin());
    QVERIFY(stage.pass(milliseconds(pause - 1)));
    QVERIFY(!stage.waiting().exchanging);
    QCOMPARE(stage.exchanges(), 0);
    stage.clock.advance(1ms);
    QVERIFY(stage.waiting().exchanging);
    QCOMPARE(stage.waiting().wait, Wait::Checking);
    QVERIFY(stage.pass(0s));
    QCOMPARE(stage.exchanges(), 1);
    QCOMPARE(stage.waiting().wait, Wait::Waiting);
}

void DeviceLinkFlowTest::nextPollIsCountedFromTheLastAnswer()
{
    Stage stage;
    QVERIFY(stage.begin());
    stage.answerExchanges({.kind = Misconduct::Kind::HoldAnswer}, 1);
    stage.clock.advance(6s);
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.clock.advance(20s);
    stage.deployment.release();
    QVERIFY(stage.pass(0s));
    QVERIFY(stage.pass(5999ms));
    QCOMPARE(stage.exchanges(), 1);
    QVERIFY(stage.pass(1ms));
    QCOMPARE(stage.exchanges(), 2);
}

void DeviceLinkFlowTest::neverAsksTwiceAtOnce()
{
    Stage stage;
    QVERIFY(stage.begin());
    stage.answerExchanges({.kind = Misconduct::Kind::HoldAnswer});
    for (int round = 1; round <= 3; ++round) {
        stage.clock.advance(6s);
        QTRY_COMPARE(stage.deployment.heldCount(), 1);
        for (int i = 0; i < 20; ++i)
            stage.clock.advance(3s);
        stage.flow->resume();
        QCOMPARE(stage.exchanges(), round);
        QCOMPARE(stage.deployment.release(), 1);
        QVERIFY(stage.pass(0s));
    }
}

void DeviceLinkFlowTest::slowDownAddsFiveSecondsForGood()
{
    Stage stage;
    QVERIFY(stage.begin());
    stage.knobs().slowDowns = 1;
    QVERIFY(stage.pass(6s));
    QCOMPARE(stage.waiting().wait, Wait::SlowedDown);
    QCOMPARE(stage.waiting().interval, 10s);
    QCOMPARE(stage.waiting().slowDowns, 1);
    for (qsizetype poll = 2; poll < 5; ++poll) { // pending now, and the interval stays
        QVERIFY(stage.pass(11'999ms));
        QCOMPARE(stage.exchanges(), poll - 1);
        QVERIFY(stage.pass(1ms));
        QCOMPARE(stage.exchanges(), poll);
        QCOMPARE(stage.waiting().wait, Wait::Waiting);
    }
    stage.knobs().slowDowns = 2;
    QVERIFY(stage.pass(12s));
    QCOMPARE(stage.waiting().interval, 15s);
    QVERIFY(stage.pass(18s));
    QCOMPARE(stage.waiting().interval, 20s);
    QCOMPARE(stage.waiting().slowDowns, 3);
    QVERIFY(stage.approve());
    QVERIFY(stage.pass(24s));
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
}

void DeviceLinkFlowTest::doublesTheWaitUntilSomebodyAnswers_data()
{
    QTest::addColumn<Misconduct>("misconduct");
    using Kind = Misconduct::Kind;
    QTest::newRow("silence") << Misconduct{.kind = Kind::Hang};
    QTest::newRow("dropped") << Misconduct{.kind = Kind::Reset};
    QTest::newRow("garbage") << Misconduct{.kind = Kind::GarbageStatus};
    QTest::newRow("a gateway's 502")
        << Misconduct{.kind = Kind::Status, .status = 502, .body = "<html>"};
    QTest::newRow("maintenance") << Misconduct{
        .kind = Kind::Status, .status = 503, .body = "<html>"};
    QTest::newRow("Coder's own 500") << Misconduct::coderError(500, u"Internal error."_s);
    QTest::newRow("a sign-in page") << Misconduct{.kind = Kind::HtmlPage};
    QTest::newRow("a page with 403")
        << Misconduct{.kind = Kind::Status, .status = 403, .body = "<html>"};
    QTest::newRow("a page with 401")
        << Misconduct{.kind = Kind::Status, .status = 401, .body = "<html>"};
    QTest::newRow("redirected") << Misconduct{.kind = Kind::Redirect,
                                              .location = QUrl(u"https://x.example/"_s)};
}

void DeviceLinkFlowTest::doublesTheWaitUntilSomebodyAnswers()
{
    QFETCH(const Misconduct, misconduct);
    // Only silence is ended by our own limit, so only there it is worth a short one.
    const bool isSilence = misconduct.kind == Misconduct::Kind::Hang;
    Stage stage(gitHub, isSilence ? RestLimits{.idle = 500ms, .total = 600ms} : RestLimits());
    QVERIFY(stage.begin());
    stage.answerExchanges(misconduct);
    qsizetype polls = 0;
    for (const milliseconds pause : {6'000ms, 10'000ms, 20'000ms, 40'000ms, 60'000ms, 60'000ms}) {
        QVERIFY(stage.pass(pause - 1ms));
        QCOMPARE(stage.exchanges(), polls);
        QVERIFY(stage.pass(1ms));
        QCOMPARE(stage.exchanges(), ++polls);
        QCOMPARE(stage.waiting().wait, Wait::Offline);
    }
    stage.deployment.behave();
    QVERIFY(stage.pass(60s));
    QCOMPARE(stage.waiting().wait, Wait::Waiting);
    QVERIFY(stage.pass(6s));
    QCOMPARE(stage.exchanges(), polls + 2);
}

void DeviceLinkFlowTest::neverWaitsLessThanTheInterval()
{
    Stage stage;
    stage.knobs().interval = 90s;
    QVERIFY(stage.begin());
    stage.answerExchanges({.kind = Misconduct::Kind::Reset});
    for (qsizetype poll = 1; poll < 5; ++poll) {
        QVERIFY(stage.pass(107'999ms));
        QCOMPARE(stage.exchanges(), poll - 1);
        QVERIFY(stage.pass(1ms));
        QCOMPARE(stage.exchanges(), poll);
    }
}

void DeviceLinkFlowTest::waitsAsLongAsItIsAskedTo()
{
    Stage stage;
    QVERIFY(stage.begin());
    stage.answerExchanges({.kind = Misconduct::Kind::RateLimited}, 1); // Retry-After: 60
    QVERIFY(stage.pass(6s));
    QCOMPARE(stage.waiting().wait, Wait::Throttled);
    QVERIFY2(!stage.waiting().outcomeUnknown, "a refused request has no effect");
    QVERIFY(stage.pass(59'999ms));
    QCOMPARE(stage.exchanges(), 1);
    QVERIFY(stage.pass(1ms));
    QCOMPARE(stage.exchanges(), 2);
}

void DeviceLinkFlowTest::keepsAProviderInTroubleApart_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<int>("exchange");
    QTest::addColumn<bool>("dead");
    using Exchange = ProviderKnobs::Exchange;
    for (const QString &provider : {QString(gitHub), QString(gitLab)}) {
        const QByteArray name = provider.toLatin1();
        QTest::newRow((name + ", a page").constData()) << provider << int(Exchange::Html) << false;
        QTest::newRow((name + ", 503").constData())
            << provider << int(Exchange::Unavailable) << false;
        QTest::newRow((name + ", 429").constData()) << provider << int(Exchange::TooMany) << false;
        QTest::newRow((name + ", dead").constData()) << provider << int(Exchange::Good) << true;
    }
}

void DeviceLinkFlowTest::keepsAProviderInTroubleApart()
{
    QFETCH(const QString, provider);
    QFETCH(const int, exchange);
    QFETCH(const bool, dead);
    Stage stage(provider);
    QVERIFY(stage.begin());
    stage.knobs().exchange = static_cast<ProviderKnobs::Exchange>(exchange);
    stage.knobs().isDead = dead;
    QVERIFY(stage.pass(6s));
    QCOMPARE(stage.waiting().wait, Wait::ProviderTrouble);
    QVERIFY(stage.pass(9'999ms));
    QCOMPARE(stage.exchanges(), 1);
    QVERIFY(stage.pass(1ms));
    QCOMPARE(stage.waiting().wait, Wait::ProviderTrouble);
    stage.knobs().exchange = ProviderKnobs::Exchange::Good;
    stage.knobs().isDead = false;
    QVERIFY(stage.approve());
    QVERIFY(stage.pass(20s));
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
}

void DeviceLinkFlowTest::endsOnAWordOfTheProvider_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<int>("why");
    for (const QString &provider : {QString(gitHub), QString(gitLab)}) {
        const auto row = [&](const QByteArray &word, Why why) {
            QTest::newRow((provider.toLatin1() + ' ' + word).constData())
                << provider << word << int(why);
        };
        row("access_denied", Why::Denied);
        row("expired_token", Why::Expired);
        row("unsupported_grant_type", Why::Rejected);
        row("incorrect_client_credentials", Why::Rejected);
        row("incorrect_device_code", Why::Rejected);
        row("device_flow_disabled", Why::Rejected);
        row("a_word_of_the_future", Why::Rejected);
    }
}

void DeviceLinkFlowTest::endsOnAWordOfTheProvider()
{
    QFETCH(const QString, provider);
    QFETCH(const QByteArray, word);
    QFETCH(const int, why);
    Stage stage(provider);
    QVERIFY(stage.begin());
    const QString code = stage.waiting().code.userCode;
    stage.knobs().exchangeWord = word;
    QVERIFY(stage.pass(6s));
    QVERIFY(stage.flow->as<Flow::Failed>());
    QCOMPARE(int(stage.failed().why), why);
    QCOMPARE(stage.failed().userCode, code);
    stage.clock.advance(1h);
    QCOMPARE(stage.exchanges(), 1);
    QCOMPARE(stage.clock.untilNextTimer(), -1ms);
}

void DeviceLinkFlowTest::waitsOnAWordOfTheProvider_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<int>("wait");
    for (const QString &provider : {QString(gitHub), QString(gitLab)}) {
        QTest::newRow((provider.toLatin1() + " pending").constData())
            << provider << QByteArray("authorization_pending") << int(Wait::Waiting);
        QTest::newRow((provider.toLatin1() + " slow down").constData())
            << provider << QByteArray("slow_down") << int(Wait::SlowedDown);
    }
}

void DeviceLinkFlowTest::waitsOnAWordOfTheProvider()
{
    QFETCH(const QString, provider);
    QFETCH(const QByteArray, word);
    QFETCH(const int, wait);
    Stage stage(provider);
    QVERIFY(stage.begin());
    stage.knobs().exchangeWord = word;
    QVERIFY(stage.pass(6s));
    QCOMPARE(int(stage.waiting().wait), wait);
    QVERIFY(!stage.waiting().exchanging);
}

/// A token that may only read: the code is spent, and Coder cannot store the link
/// (recordings/README, 10).
void DeviceLinkFlowTest::endsWhereCoderCannotKeepTheLink()
{
    Stage stage;
    stage.useNewToken(TokenScope::ReadOnly);
    QVERIFY(stage.begin());
    QVERIFY(stage.approve());
    QVERIFY(stage.pass(6s));
    QCOMPARE(stage.failed().why, Why::Rejected);
    QVERIFY(stage.failed().error && stage.failed().error->verdicts.linkNotStored);
    stage.clock.advance(1h);
    QCOMPARE(stage.exchanges(), 1);
}

void DeviceLinkFlowTest::endsWhereTheProviderIsGone()
{
    Stage stage;
    QVERIFY(stage.begin());
    stage.deployment.removeProvider(gitHub);
    QVERIFY(stage.pass(6s));
    QCOMPARE(stage.failed().why, Why::Api);
    QVERIFY(stage.failed().error);
    QCOMPARE(stage.failed().error->kind, ApiError::Kind::NotFound);
    stage.clock.advance(1h);
    QCOMPARE(stage.exchanges(), 1);
}

void DeviceLinkFlowTest::pausesWhenSignedOutAndGoesOnWithTheSameCode()
{
    Stage stage;
    QVERIFY(stage.begin());
    const QString code = stage.waiting().code.userCode;
    stage.rest.setToken(SessionToken::fromText(u"aaaaaaaaaa-bbbbbbbbbbbbbbbbbbbbbb"));
    QVERIFY(stage.pass(6s));
    QCOMPARE(stage.waiting().wait, Wait::SignedOut);
    QVERIFY(!stage.waiting().isSuspended());
    QVERIFY(stage.pass(5min));
    QCOMPARE(stage.exchanges(), 1);

    stage.useNewToken();
    QVERIFY(stage.approve());
    stage.flow->resume();
    QCOMPARE(stage.waiting().wait, Wait::Waiting);
    QCOMPARE(stage.waiting().code.userCode, code);
    QVERIFY(stage.pass(5'999ms));
    QCOMPARE(stage.exchanges(), 1);
    QVERIFY(stage.pass(1ms));
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
    QCOMPARE(stage.count("GET", devicePath(gitHub)), 1);
}

void DeviceLinkFlowTest::knowsWhereTheUserIsSuspended()
{
    Stage stage;
    QVERIFY(stage.begin());
    stage.deployment.suspend(u"ada"_s);
    QVERIFY(stage.pass(6s));
    QCOMPARE(stage.waiting().wait, Wait::SignedOut);
    QVERIFY(stage.waiting().isSuspended());
    stage.deployment.suspend(u"ada"_s, false);
    stage.flow->resume();
    QVERIFY(!stage.waiting().isSuspended());
    QVERIFY(stage.approve());
    QVERIFY(stage.pass(6s));
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
}

void DeviceLinkFlowTest::expiresWhilePaused()
{
    Stage stage;
    QVERIFY(stage.begin());
    stage.rest.setToken(SessionToken::fromText(u"aaaaaaaaaa-bbbbbbbbbbbbbbbbbbbbbb"));
    QVERIFY(stage.pass(6s));
    stage.clock.advance(15min);
    QCOMPARE(stage.failed().why, Why::Expired);
    stage.useNewToken();
    stage.flow->resume();
    stage.clock.advance(1min);
    QCOMPARE(stage.exchanges(), 1);
}

void DeviceLinkFlowTest::goesOnOnlyWherePaused()
{
    Stage stage;
    stage.make();
    stage.flow->resume();
    QVERIFY(stage.flow->as<Flow::Idle>());
    QVERIFY(stage.begin());
    QVERIFY(stage.pass(3s));
    stage.flow->resume(); // the session was only checked again
    QVERIFY(stage.pass(3s));
    QCOMPARE(stage.exchanges(), 1);
}

void DeviceLinkFlowTest::expiresAtTheDeadline()
{
    Stage stage;
    stage.knobs().codeLife = 60s;
    QVERIFY(stage.begin());
    for (int second = 0; second < 59; ++second)
        QVERIFY(stage.pass(1s));
    QVERIFY(stage.flow->as<Flow::AwaitingUser>());
    QVERIFY(stage.pass(1s));
    QCOMPARE(stage.failed().why, Why::Expired);
    const qsizetype requests = stage.count();
    stage.clock.advance(1h);
    QCOMPARE(stage.count(), requests);
}

void DeviceLinkFlowTest::expiresInTheSleepOfTheMachine_data()
{
    QTest::addColumn<milliseconds>("awake");
    QTest::newRow("a poll was due first") << 6'000ms;
    QTest::newRow("the look at the deadline was due first") << 10'000ms;
}

/// Timers stand still while the machine sleeps; the code does not live longer for it.
void DeviceLinkFlowTest::expiresInTheSleepOfTheMachine()
{
    QFETCH(const milliseconds, awake);
    Stage stage;
    stage.knobs().interval = awake == 6s ? 5s : 60s;
    QVERIFY(stage.begin());
    stage.clock.suspendMachine(14min);
    QVERIFY(stage.flow->remaining() <= 1min);
    stage.clock.suspendMachine(2min);
    QCOMPARE(stage.flow->remaining(), 0ms);
    stage.clock.advance(awake);
    QCOMPARE(stage.failed().why, Why::Expired);
    QCOMPARE(stage.exchanges(), 0);
}

void DeviceLinkFlowTest::asksALastTimeOnlyAfterAFullInterval_data()
{
    QTest::addColumn<int>("life");
    QTest::addColumn<int>("exchanges");
    QTest::newRow("no full interval") << 5 << 0;
    QTest::newRow("just one, before the margin") << 6 << 1;
    QTest::newRow("one, and not yet another") << 11 << 1;
    QTest::newRow("one, and a last one before the margin") << 12 << 2;
    QTest::newRow("two") << 13 << 2;
}

void DeviceLinkFlowTest::asksALastTimeOnlyAfterAFullInterval()
{
    QFETCH(const int, life);
    QFETCH(const int, exchanges);
    Stage stage;
    stage.knobs().codeLife = std::chrono::seconds(life);
    QVERIFY(stage.begin());
    QCOMPARE(stage.waiting().code.lifetime.count(), life);
    for (int tick = 0; tick < life * 10 && stage.flow->as<Flow::AwaitingUser>(); ++tick)
        QVERIFY(stage.pass(100ms));
    QCOMPARE(stage.failed().why, Why::Expired);
    QCOMPARE(stage.exchanges(), exchanges);
}

void DeviceLinkFlowTest::keepsTheAskedPatienceAtTheEndToo()
{
    Stage stage;
    stage.knobs().codeLife = 50s;
    QVERIFY(stage.begin());
    stage.answerExchanges({.kind = Misconduct::Kind::RateLimited}); // Retry-After: 60
    QVERIFY(stage.pass(6s));
    QVERIFY(stage.pass(44s));
    QCOMPARE(stage.failed().why, Why::Expired);
    QCOMPARE(stage.exchanges(), 1);
}

void DeviceLinkFlowTest::awaitsAnExchangeUnderWayAtTheDeadline_data()
{
    QTest::addColumn<bool>("approved");
    QTest::newRow("still pending") << false;
    QTest::newRow("approved in the last moment") << true;
}

void DeviceLinkFlowTest::awaitsAnExchangeUnderWayAtTheDeadline()
{
    QFETCH(const bool, approved);
    Stage stage;
    QVERIFY(stage.begin());
    stage.answerExchanges({.kind = Misconduct::Kind::HoldRequest}, 1);
    stage.clock.advance(6s);
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.clock.advance(20min);
    QVERIFY(stage.waiting().exchanging);
    if (approved)
        QVERIFY(stage.approve());
    stage.deployment.release();
    QVERIFY(stage.settle());
    QCOMPARE(stage.flow->as<Flow::Linked>() != nullptr, approved);
    QCOMPARE(stage.flow->as<Flow::Failed>() != nullptr, !approved);
    if (!approved)
        QCOMPARE(stage.failed().why, Why::Expired);
    QCOMPARE(stage.exchanges(), 1);
}

void DeviceLinkFlowTest::saysLinkedOnlyAfterAFreshRead()
{
    Stage stage;
    QVERIFY(stage.begin());
    QVERIFY(stage.approve(u"ada"_s));
    int details = 0;
    connect(stage.flow.get(), &Flow::detailed, this,
            [&](const LinkDetails &read) { details += read.authenticated; });
    stage.answerReads({.kind = Misconduct::Kind::HoldAnswer});
    QVERIFY(stage.pass(6s));
    QVERIFY(stage.flow->as<Flow::Verifying>());
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.deployment.release();
    QTRY_VERIFY(stage.flow->as<Flow::Linked>()); // the list may take as long as a silent provider
    const auto linked = *stage.flow->as<Flow::Linked>();
    QCOMPARE(linked.user.value_or(LinkUser()).login.plain(), u"ada"_s);
    QVERIFY(!linked.before);
    QVERIFY(!linked.wasLinked);
    QVERIFY(!linked.appMissing);
    QCOMPARE(details, 1);
    stage.clock.advance(1h);
    QCOMPARE(stage.count(), 3); // code, exchange, by id
}

void DeviceLinkFlowTest::linksWithAProviderOfTheRfc()
{
    Stage stage(gitLab);
    stage.baseline.hasApps = false;
    QVERIFY(stage.begin());
    QVERIFY(stage.pass(6s));
    QCOMPARE(stage.waiting().wait, Wait::Waiting);
    QVERIFY(stage.approve());
    QVERIFY(stage.pass(6s));
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
    QVERIFY2(!stage.flow->as<Flow::Linked>()->user, "only for GitHub does Coder tell who it is");
    QCOMPARE(stage.count("GET", "/external-auth/gitlab"), 1);
}

void DeviceLinkFlowTest::looksAgainWhereTheUserIsNotThereYet()
{
    Stage stage;
    QVERIFY(stage.begin());
    QVERIFY(stage.approve());
    stage.knobs().check = ProviderKnobs::Check::BadJson; // authenticated, and nobody
    QVERIFY(stage.pass(6s));
    QTRY_COMPARE(stage.clock.untilNextTimer(), 2'000ms);
    QCOMPARE(stage.count("GET", "/external-auth"), 0);
    stage.knobs().check = ProviderKnobs::Check::Ok;
    stage.clock.advance(2s);
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
    QVERIFY(stage.flow->as<Flow::Linked>()->user);
    QCOMPARE(stage.count("GET", "/external-auth/github"), 2);
}

void DeviceLinkFlowTest::looksNoSecondTimeBeforeItMay()
{
    Stage stage;
    QVERIFY(stage.begin());
    QVERIFY(stage.approve());
    stage.deployment.misbehave({.kind = Misconduct::Kind::RateLimited, // Retry-After: 60
                                .method = "GET",
                                .path = "/api/v2/external-auth/github"});
    QVERIFY(stage.pass(6s));
    QVERIFY(stage.settle()); // by the list
    QVERIFY(stage.flow->as<Flow::Linked>());
    QCOMPARE(stage.count("GET", "/external-auth/github"), 1);
}

void DeviceLinkFlowTest::saysSoWhereTheLinkCannotBeReadBack()
{
    Stage stage;
    QVERIFY(stage.begin());
    QVERIFY(stage.approve());
    stage.answerReads({.kind = Misconduct::Kind::Status, .status = 503, .body = "<html>"});
    QVERIFY(stage.pass(6s));
    QTRY_COMPARE(stage.clock.untilNextTimer(), 2'000ms);
    stage.clock.advance(2s);
    QTRY_VERIFY(stage.flow->as<Flow::LinkedUnread>());
    QCOMPARE(stage.count("GET", "/external-auth/github"), 2);
    QCOMPARE(stage.count("GET", "/external-auth"), 1);
}

/// Coder has the link, and the provider does not confirm it.
void DeviceLinkFlowTest::saysSoWhereTheLinkWasNotSeenToWork()
{
    Stage stage;
    QVERIFY(stage.begin());
    QVERIFY(stage.approve());
    stage.knobs().check = ProviderKnobs::Check::Unauthorized;
    QVERIFY(stage.pass(6s));
    QTRY_COMPARE(stage.clock.untilNextTimer(), 2'000ms);
    stage.clock.advance(2s);
    QTRY_VERIFY(stage.flow->as<Flow::LinkedUnread>());
}

void DeviceLinkFlowTest::comparesWithTheAccountBefore()
{
    Stage stage;
    const simulated::Link &link = stage.deployment.link(gitHub);
    stage.baseline = {.linked = true,
                      .updatedAt = momentFrom(simulated::rfc3339(link.updatedAt)),
                      .expires = make::never(),
                      .hasApps = true,
                      .user = make::user(u"ada"_s)};
    QVERIFY(stage.begin());
    QVERIFY(stage.approve(u"grace"_s));
    QVERIFY(stage.pass(6s));
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
    const auto linked = *stage.flow->as<Flow::Linked>();
    QVERIFY(linked.wasLinked);
    QCOMPARE(linked.before.value_or(LinkUser()).login.plain(), u"ada"_s);
    QCOMPARE(linked.user.value_or(LinkUser()).login.plain(), u"grace"_s);
}

void DeviceLinkFlowTest::seesThatTheAppIsMissing()
{
    Stage stage;
    stage.knobs().installationCount = 0;
    QVERIFY(stage.begin());
    QVERIFY(stage.approve());
    QVERIFY(stage.pass(6s));
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
    QVERIFY(stage.flow->as<Flow::Linked>()->appMissing);
    QVERIFY(stage.flow->as<Flow::Linked>()->appInstall.isUsable());
}

/// The exchange went through and its answer was lost: the provider calls the code used, the list
/// knows.
void DeviceLinkFlowTest::findsTheLinkThatALostAnswerMade()
{
    Stage stage;
    QVERIFY(stage.begin());
    QVERIFY(stage.approve(u"ada"_s));
    stage.answerExchanges({.kind = Misconduct::Kind::Reset, .takesEffect = true}, 1);
    QVERIFY(stage.pass(6s));
    QCOMPARE(stage.waiting().wait, Wait::Offline);
    QVERIFY(stage.waiting().outcomeUnknown);
    QVERIFY(stage.pass(10s));
    QTRY_VERIFY(stage.flow->as<Flow::Linked>());
    QCOMPARE(stage.flow->as<Flow::Linked>()->user.value_or(LinkUser()).login.plain(), u"ada"_s);
}

void DeviceLinkFlowTest::findsTheLinkThatALostAnswerMadeAtTheDeadline()
{
    Stage stage;
    QVERIFY(stage.begin());
    QVERIFY(stage.approve());
    stage.answerExchanges({.kind = Misconduct::Kind::Reset, .takesEffect = true});
    QVERIFY(stage.pass(6s));
    const qsizetype exchanges = stage.exchanges();
    stage.clock.suspendMachine(16min);
    stage.clock.advance(10s);
    QVERIFY(stage.flow->as<Flow::Verifying>());
    QVERIFY(stage.settle());
    QVERIFY(stage.flow->as<Flow::Linked>());
    QCOMPARE(stage.exchanges(), exchanges);
}

void DeviceLinkFlowTest::claimsNoLinkThatWasNotSeenToWorkAfterALostAnswer()
{
    Stage stage;
    QVERIFY(stage.begin());
    QVERIFY(stage.approve());
    stage.answerExchanges({.kind = Misconduct::Kind::Reset, .takesEffect = true}, 1);
    QVERIFY(stage.pass(6s));
    stage.knobs().check = ProviderKnobs::Check::Unauthorized;
    QVERIFY(stage.pass(10s));
    QVERIFY(stage.settle());
    QVERIFY(stage.flow->as<Flow::LinkedUnread>());
}

void DeviceLinkFlowTest::failsAfterALostAnswerThatMadeNothing()
{
    Stage stage;
    QVERIFY(stage.begin());
    stage.answerExchanges({.kind = Misconduct::Kind::Reset}, 1);
    QVERIFY(stage.pass(6s));
    stage.knobs().exchangeWord = "access_denied";
    QVERIFY(stage.pass(10s));
    QVERIFY(stage.flow->as<Flow::Verifying>());
    QVERIFY(stage.settle());
    QCOMPARE(stage.failed().why, Why::Denied);
    QVERIFY(!stage.failed().maybeLinked);
    QCOMPARE(stage.count("GET", "/external-auth/github"), 1);
    QCOMPARE(stage.count("GET", "/external-auth"), 1);
}

void DeviceLinkFlowTest::doesNotSayThatNothingWasLinkedWhereNobodyCouldLook()
{
    Stage stage;
    QVERIFY(stage.begin());
    QVERIFY(stage.approve());
    stage.answerExchanges({.kind = Misconduct::Kind::Reset, .takesEffect = true}, 1);
    QVERIFY(stage.pass(6s));
    stage.answerReads({.kind = Misconduct::Kind::Status, .status = 503, .body = "<html>"});
    stage.clock.suspendMachine(16min);
    stage.clock.advance(10s);
    QVERIFY(stage.settle());
    QVERIFY(stage.flow->as<Flow::Failed>());
    QCOMPARE(stage.failed().why, Why::Expired);
    QVERIFY(stage.failed().maybeLinked);
    stage.deployment.behave();
    stage.flow->start(); // a new code is a new question
    QTRY_VERIFY(stage.flow->as<Flow::AwaitingUser>());
    QVERIFY(!stage.waiting().outcomeUnknown);
}

void DeviceLinkFlowTest::trustsTheAnswerByIdWhereTheListIsLost_data()
{
    QTest::addColumn<bool>("wasLinked");
    QTest::addColumn<bool>("approved");
    QTest::addColumn<int>("end");
    QTest::addColumn<bool>("maybe");
    QTest::newRow("a new link") << false << true << int(Flow::LinkedIndex) << false;
    QTest::newRow("none") << false << false << int(Flow::FailedIndex) << false;
    QTest::newRow("one that was there before") << true << true << int(Flow::FailedIndex) << true;
}

void DeviceLinkFlowTest::trustsTheAnswerByIdWhereTheListIsLost()
{
    QFETCH(const bool, wasLinked);
    QFETCH(const bool, approved);
    Stage stage;
    if (wasLinked)
        stage.baseline = {.linked = true, .expires = make::never(), .hasApps = true};
    QVERIFY(stage.begin());
    if (approved)
        QVERIFY(stage.approve());
    stage.answerExchanges({.kind = Misconduct::Kind::Reset, .takesEffect = true}, 1);
    QVERIFY(stage.pass(6s));
    stage.knobs().exchangeWord = "access_denied";
    stage.deployment.misbehave({.kind = Misconduct::Kind::Status,
                                .method = "GET",
                                .path = "/api/v2/external-auth",
                                .status = 503});
    QVERIFY(stage.pass(10s));
    QVERIFY(stage.settle());
    QTEST(int(stage.flow->state().index()), "end");
    QTEST(stage.failed().maybeLinked, "maybe");
}

void DeviceLinkFlowTest::takesAChangeForARenewalOnlyWhereCoderRenews_data()
{
    QTest::addColumn<bool>("renews");
    QTest::addColumn<int>("end");
    QTest::newRow("renewed by Coder") << true << int(Flow::FailedIndex);
    QTest::newRow("by nobody else than us") << false << int(Flow::LinkedIndex);
}

/// A link past its end that was approved anew, and the answer was lost.
void DeviceLinkFlowTest::takesAChangeForARenewalOnlyWhereCoderRenews()
{
    QFETCH(const bool, renews);
    Stage stage;
    const simulated::Link &link = stage.deployment.link(gitHub);
    stage.baseline = {.linked = true,
                      .updatedAt = momentFrom(simulated::rfc3339(link.updatedAt)),
                      .expires = make::at(stage.clock.wall().addDays(-1)),
                      .renews = renews,
                      .hasApps = true};
    QVERIFY(stage.begin());
    QVERIFY(stage.approve());
    QVERIFY(stage.pass(1s));
    stage.answerExchanges({.kind = Misconduct::Kind::Reset, .takesEffect = true}, 1);
    QVERIFY(stage.pass(5s));
    QVERIFY(stage.waiting().outcomeUnknown);
    QVERIFY(stage.pass(10s)); // the provider calls the code used
    QVERIFY(stage.settle());
    QTEST(int(stage.flow->state().index()), "end");
    QCOMPARE(stage.failed().maybeLinked, renews);
}

void DeviceLinkFlowTest::sendsEveryExchangeOnce()
{
    Stage stage;
    QVERIFY(stage.begin());
    for (const auto kind :
         {Misconduct::Kind::Reset, Misconduct::Kind::GarbageStatus, Misconduct::Kind::CutBody}) {
        stage.deployment.behave();
        stage.answerExchanges({.kind = kind});
        const qsizetype before = stage.exchanges();
        QVERIFY(stage.pass(60s));
        QCOMPARE(stage.exchanges(), before + 1);
    }
    for (const simulated::Request &request :
         stage.deployment.requestsTo("POST", "/api/v2" + devicePath(gitHub)))
        QVERIFY(request.body.startsWith("{\"device_code\":\""));
}

void DeviceLinkFlowTest::cancelsWhileRequesting()
{
    Stage stage;
    stage.answerReads({.kind = Misconduct::Kind::HoldAnswer});
    stage.make();
    stage.flow->start();
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.flow->cancel();
    QVERIFY(stage.flow->as<Flow::Cancelled>());
    stage.deployment.release();
    stage.clock.advance(1h);
    QVERIFY(stage.flow->as<Flow::Cancelled>());
    QCOMPARE(stage.count(), 1);
}

void DeviceLinkFlowTest::cancelsWhileWaitingWithoutAnotherRequest()
{
    Stage stage;
    QVERIFY(stage.begin());
    QVERIFY(stage.pass(6s));
    QVERIFY(stage.approve()); // too late: nothing was asked since
    const qsizetype requests = stage.count();
    stage.flow->cancel();
    QVERIFY(stage.flow->as<Flow::Cancelled>());
    stage.clock.advance(1h);
    QCOMPARE(stage.count(), requests);
    QCOMPARE(stage.clock.untilNextTimer(), -1ms);
    QVERIFY(!stage.deployment.linkTo(gitHub));
}

void DeviceLinkFlowTest::cancelsWhilePaused()
{
    Stage stage;
    QVERIFY(stage.begin());
    stage.rest.setToken(SessionToken::fromText(u"aaaaaaaaaa-bbbbbbbbbbbbbbbbbbbbbb"));
    QVERIFY(stage.pass(6s));
    QCOMPARE(stage.waiting().wait, Wait::SignedOut);
    stage.flow->cancel();
    QVERIFY(stage.flow->as<Flow::Cancelled>());
    stage.flow->resume();
    stage.clock.advance(1h);
    QCOMPARE(stage.exchanges(), 1);
}

void DeviceLinkFlowTest::looksAfterCancellingAnExchange()
{
    Stage stage;
    QVERIFY(stage.begin());
    stage.answerExchanges({.kind = Misconduct::Kind::Hang});
    stage.clock.advance(6s);
    QTRY_COMPARE(stage.exchanges(), 1);
    stage.flow->cancel();
    QVERIFY(stage.flow->as<Flow::Verifying>());
    stage.flow->cancel(); // a second click
    QVERIFY(stage.settle());
    QVERIFY(stage.flow->as<Flow::Cancelled>());
    QCOMPARE(stage.count("GET", "/external-auth/github"), 1);
    QCOMPARE(stage.count("GET", "/external-auth"), 1);
    stage.clock.advance(1h);
    QCOMPARE(stage.exchanges(), 1);
}

void DeviceLinkFlowTest::seesWhatWasApprovedInSpiteOfCancelling()
{
    Stage stage;
    QVERIFY(stage.begin());
    QVERIFY(stage.approve(u"ada"_s));
    stage.answerExchanges({.kind = Misconduct::Kind::HoldAnswer});
    stage.clock.advance(6s);
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.flow->cancel();
    QVERIFY(stage.settle());
    QVERIFY(stage.flow->as<Flow::CancelledButApproved>());
    QCOMPARE(stage.flow->as<Flow::CancelledButApproved>()->evidence, LinkEvidence::Changed);
    QCOMPARE(stage.flow->as<Flow::CancelledButApproved>()->user.value_or(LinkUser()).login.plain(),
             u"ada"_s);
    QCOMPARE(stage.exchanges(), 1);
}

void DeviceLinkFlowTest::seesARelinkInSpiteOfCancelling()
{
    for (const bool approved : {false, true}) {
        Stage stage;
        const simulated::Link &link = stage.deployment.link(gitHub);
        stage.baseline.linked = true;
        stage.baseline.updatedAt = momentFrom(simulated::rfc3339(link.updatedAt));
        stage.baseline.expires = make::never();
        QVERIFY(stage.begin());
        if (approved)
            QVERIFY(stage.approve());
        stage.answerExchanges({.kind = Misconduct::Kind::HoldAnswer});
        stage.clock.advance(6s);
        QTRY_COMPARE(stage.deployment.heldCount(), 1);
        stage.flow->cancel();
        QVERIFY(stage.settle());
        QCOMPARE(stage.flow->as<Flow::CancelledButApproved>() != nullptr, approved);
    }
}

void DeviceLinkFlowTest::isNotSureWhereARenewalExplainsTheChange()
{
    Stage stage;
    const simulated::Link &link = stage.deployment.link(gitHub);
    stage.baseline.linked = true;
    stage.baseline.updatedAt = momentFrom(simulated::rfc3339(link.updatedAt));
    stage.baseline.renews = true;
    stage.baseline.expires
        = make::at(stage.clock.wall().addSecs(60)); // it ends while the code lives
    QVERIFY(stage.begin());
    QVERIFY(stage.approve());
    QVERIFY(stage.pass(1s));
    stage.clock.suspendMachine(2min);
    stage.answerExchanges({.kind = Misconduct::Kind::HoldAnswer});
    stage.clock.advance(6s);
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.flow->cancel();
    QVERIFY(stage.settle());
    QVERIFY(stage.flow->as<Flow::CancelledButApproved>());
    QCOMPARE(stage.flow->as<Flow::CancelledButApproved>()->evidence, LinkEvidence::MaybeRenewed);
}

/// The time of a link moves when the provider refuses to renew it, too.
void DeviceLinkFlowTest::takesARefusedRenewalForNoLink()
{
    Stage stage;
    stage.knobs().refresh = ProviderKnobs::Refresh::BadRefreshToken;
    const simulated::Link link = stage.deployment.link(gitHub, {.life = 60s, .renewable = true});
    stage.baseline = {.linked = true,
                      .updatedAt = momentFrom(simulated::rfc3339(link.updatedAt)),
                      .expires = make::at(stage.clock.wall().addSecs(60)),
                      .renews = true,
                      .hasApps = true};
    stage.deployment.advance(2min);
    stage.clock.setWall(stage.clock.wall().addSecs(120));
    QObject receiver;
    bool isListed = false;
    stage.api.list(receiver, [&](const Answer<Listing> &) { isListed = true; });
    QTRY_VERIFY(isListed); // refused here, and shown in the list after
    QVERIFY(stage.begin());
    stage.answerExchanges({.kind = Misconduct::Kind::HoldAnswer});
    stage.clock.advance(6s);
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.flow->cancel();
    QVERIFY(stage.settle());
    QVERIFY(stage.flow->as<Flow::Cancelled>());
}

void DeviceLinkFlowTest::looksAfterCancellingWithAnUnknownOutcome()
{
    Stage stage;
    QVERIFY(stage.begin());
    QVERIFY(stage.approve());
    stage.answerExchanges({.kind = Misconduct::Kind::Reset, .takesEffect = true}, 1);
    QVERIFY(stage.pass(6s));
    QVERIFY(stage.waiting().outcomeUnknown);
    stage.flow->cancel();
    QVERIFY(stage.settle());
    QVERIFY(stage.flow->as<Flow::CancelledButApproved>());
}

/// Whoever cancels is not left in the belief that nothing happened.
void DeviceLinkFlowTest::tellsWhereNothingCanBeReadAfterCancelling()
{
    Stage stage;
    QVERIFY(stage.begin());
    QVERIFY(stage.approve());
    stage.answerExchanges({.kind = Misconduct::Kind::HoldAnswer});
    stage.clock.advance(6s);
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.answerReads({.kind = Misconduct::Kind::Status, .status = 503, .body = "<html>"});
    stage.flow->cancel();
    QVERIFY(stage.settle());
    QVERIFY(stage.flow->as<Flow::CancelledButApproved>());
    QCOMPARE(stage.flow->as<Flow::CancelledButApproved>()->evidence, LinkEvidence::Unread);
}

void DeviceLinkFlowTest::cancelChangesNothingAfterTheEnd()
{
    Stage stage;
    stage.make();
    stage.flow->cancel();
    QVERIFY(stage.flow->as<Flow::Idle>());
    QVERIFY(stage.begin());
    stage.knobs().exchangeWord = "access_denied";
    QVERIFY(stage.pass(6s));
    const qsizetype requests = stage.count();
    stage.flow->cancel();
    QCOMPARE(stage.failed().why, Why::Denied);
    QCOMPARE(stage.count(), requests);
}

void DeviceLinkFlowTest::endsQuietlyWhenItIsDestroyed()
{
    Stage stage;
    QVERIFY(stage.begin());
    stage.answerExchanges({.kind = Misconduct::Kind::HoldAnswer});
    stage.clock.advance(6s);
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.flow.reset();
    stage.deployment.release();
    QCOMPARE(stage.clock.untilNextTimer(), -1ms);
    stage.clock.advance(1h);
    QCOMPARE(stage.exchanges(), 1);
}

/// A server may quote in its words what was sent to it; Details show those.
void DeviceLinkFlowTest::neverRepeatsTheDeviceCode()
{
    Stage stage;
    QVERIFY(stage.begin());
    const QByteArray secret = stage.waiting().code.deviceCode.bytes().toByteArray();
    stage.answerExchanges({.kind = Misconduct::Kind::Status,
                           .status = 400,
                           .mediaType = "application/json",
                           .body = R"({"message":"The code )" + secret
                               + R"( is bad.","detail":"bad_code: ')" + secret + R"(' again"})",
                           .isCoders = true});
    QVERIFY(stage.pass(6s));
    QVERIFY(stage.settle());
    const ApiError error = stage.failed().error.value_or(ApiError());
    QCOMPARE(error.message.plain(), u"The code … is bad."_s);
    QCOMPARE(error.detail.plain(), u"bad_code: '…' again"_s);
}

void DeviceLinkFlowTest::wipesTheDeviceCode()
{
    const auto address = [](const Stage &stage) { return stage.waiting().code.deviceCode.bytes(); };
    const auto ends = [&](const std::function<void(Stage &)> &end) {
        Stage stage;
        if (!stage.begin())
            return false;
        const void *where = address(stage).data();
        const QByteArray code = address(stage).toByteArray();
        if (code.isEmpty() || memoryAt(where, code.size()) != code)
            return false; // the search must find it while it is there
        end(stage);
        return stage.settle() && memoryAt(where, code.size()) != code;
    };
    QVERIFY(ends([](Stage &stage) { stage.flow->cancel(); }));
    QVERIFY(ends([](Stage &stage) {
        stage.knobs().exchangeWord = "access_denied";
        stage.clock.advance(6s);
    }));
    QVERIFY(ends([](Stage &stage) {
        stage.clock.suspendMachine(16min);
        stage.clock.advance(10s);
    }));
    QVERIFY(ends([](Stage &stage) {
        if (stage.approve())
            stage.clock.advance(6s);
    }));
}

/// The last of all: what is declared and was never seen to happen is not tested, or not true.
void DeviceLinkFlowTest::everyDeclaredTransitionWasTaken()
{
    for (const auto &[from, to] : Flow::transitions) {
        QVERIFY2(
            stepsTaken().contains({from, to}),
            qPrintable(u"never taken: %1 to %2"_s.arg(QString::number(from), QString::number(to))));
    }
    QCOMPARE(stepsTaken().size(), Flow::transitions.size());
}

QTEST_GUILESS_MAIN(DeviceLinkFlowTest)
#include "tst_devicelinkflow.moc"

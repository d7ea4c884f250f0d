// SPDX-License-Identifier: MIT
#include "links/healthwatch.h"

#include "deployment/deployment.h"
#include "links/linkbook.h"
#include "links/linkservice.h"
#include "session/session.h"
#include "support/fakeclock.h"
#include "support/scriptedtokenstore.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using simulated::Deployment;
using simulated::Misconduct;

namespace {

constexpr auto listPath = "/api/v2/external-auth";

Misconduct unavailable(int status = 503)
{
    return {.kind = Misconduct::Kind::Status, .status = status};
}

/// What a proxy says that knows how long it will take.
Misconduct patience(const QByteArray &seconds)
{
    return {.kind = Misconduct::Kind::Raw,
            .body = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: " + seconds
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"};
}

} // namespace

/// ada's account and who watches it; chance falls as the test says.
class WatchStage
{
public:
    WatchStage()
    {
        if (!deployment.listen())
            qFatal("No port to listen on");
        deployment.addStandardProviders();
        clock.setWall(QDateTime::currentDateTimeUtc());
        account = {.server = *ServerUrl::fromUserInput(deployment.url().toString()),
                   .userId = deployment.world().keyring.userNamed(u"ada"_s)->id};
        session = std::make_unique<Session>(account, store);
        service = std::make_unique<LinkService>(*session, book, clock);
        watch = std::make_unique<HealthWatch>(*service, clock,
                                              WatchPolicy{.chance = [this] { return chance; }});
        token = deployment.mintToken();
        store.tokens.insert(account.id(), *SessionToken::fromText(token));
    }

    /// Signed in and listed; nothing under way any more.
    [[nodiscard]] bool begin()
    {
        session->restore();
        return QTest::qWaitFor([this] { return watch->as<HealthWatch::Calm>() && isQuiet(); });
    }
    [[nodiscard]] bool isQuiet() const
    {
        for (const GitLink &link : book.links()) {
            if (link.checking)
                return false;
        }
        return true;
    }
    [[nodiscard]] qsizetype lists() const { return deployment.requestsTo("GET", listPath).size(); }
    [[nodiscard]] std::chrono::milliseconds wait() const
    {
        return watch->due() ? *watch->due() - clock.deadline() : -1ms;
    }
    /// Time passes until the watch asks, and its question comes to nothing.
    [[nodiscard]] bool failsOnceMore(int failures)
    {
        clock.advance(std::max(0ms, wait()));
        return QTest::qWaitFor([&] {
            const auto *retrying = watch->as<HealthWatch::Retrying>();
            return retrying && retrying->failures == failures;
        });
    }

    Deployment deployment;
    FakeClock clock;
    LinkBook book{clock};
    ScriptedTokenStore store;
    double chance = 0.5;
    Account account;
    QString token;
    std::unique_ptr<Session> session;
    std::unique_ptr<LinkService> service;
    std::unique_ptr<HealthWatch> watch;
};

/// Nobody has to ask, and no server is asked more often than it can bear.
class HealthWatchTest : public QObject
{
    Q_OBJECT

private slots:
    void asksNowAndThen_data();
    void asksNowAndThen();
    void manyAccountsWakeTheMachineTogether();
    void needsFewWakeUps();
    void aListSomebodyElseAskedForCounts();
    void backsOffWhileTheDeploymentIsDown();
    void chanceMovesRetriesByAFifth_data();
    void chanceMovesRetriesByAFifth();
    void beginsAnewAfterASuccess();
    void retriesWhereNothingWasEverLearnt();
    void neverAsksBeforeRetryAfter();
    void retryAfterHoldsForASessionToo();
    void comingBackAsksAtOnce();
    void comingBackDoesNotHurryAServerThatFails();
    void restsWhileSignedOut();
    void restsWhileSuspendedAndGoesOnAfter();
    void asksAtOnceAfterTheMachineSlept();
    void tellsWhenItWillAsk();
};

void HealthWatchTest::asksNowAndThen_data()
{
    QTest::addColumn<double>("chance");
    QTest::addColumn<int>("minutes");
    QTest::newRow("earliest") << 0.0 << 15;
    QTest::newRow("between") << 0.5 << 23; // 22:30 and on to the full minute
    QTest::newRow("latest") << 1.0 << 30;
}

void HealthWatchTest::asksNowAndThen()
{
    QFETCH(const double, chance);
    QFETCH(const int, minutes);
    WatchStage stage;
    stage.chance = chance;
    QVERIFY(stage.begin());
    QCOMPARE(stage.wait(), std::chrono::minutes(minutes));
    stage.clock.advance(stage.wait() - 1ms);
    QVERIFY(!stage.service->askingSince());
    stage.clock.advance(1ms);
    QVERIFY(stage.service->askingSince());
    QTRY_COMPARE(stage.lists(), 2);
    QTRY_VERIFY(stage.watch->as<HealthWatch::Calm>());
    QCOMPARE(stage.wait(), std::chrono::minutes(minutes));
}

void HealthWatchTest::manyAccountsWakeTheMachineTogether()
{
    for (const double chance : {0.013, 0.31, 0.77}) {
        WatchStage stage;
        stage.chance = chance;
        stage.clock.advance(7123ms);
        QVERIFY(stage.begin());
        const auto at = (stage.clock.pace() + stage.wait()).time_since_epoch();
        QCOMPARE(at % 1min, 0ms);
        QVERIFY(stage.wait() >= 15min && stage.wait() <= 31min);
    }
}

void HealthWatchTest::needsFewWakeUps()
{
    WatchStage stage;
    stage.chance = 0; // as often as ever
    QVERIFY(stage.begin());
    const auto end = stage.clock.pace() + 3h;
    int wakeUps = 0;
    while (stage.clock.pace() + stage.clock.untilNextTimer() <= end) {
        QVERIFY(++wakeUps < 100);
        const qsizetype before = stage.lists();
        stage.clock.advance(stage.clock.untilNextTimer());
        QTRY_COMPARE(stage.lists(), before + 1);
        QTRY_VERIFY(stage.watch->as<HealthWatch::Calm>());
    }
    QVERIFY2(wakeUps >= 11 && wakeUps <= 12, qPrintable(QString::number(wakeUps)));
}

void HealthWatchTest::aListSomebodyElseAskedForCounts()
{
    WatchStage stage;
    QVERIFY(stage.begin());
    stage.clock.advance(20min);
    QVERIFY(stage.wait() < 4min);
    stage.service->tryAgain();
    QVERIFY(!stage.watch->due());
    QTRY_VERIFY(stage.watch->as<HealthWatch::Calm>());
    QVERIFY(stage.wait() > 20min);
}

void HealthWatchTest::backsOffWhileTheDeploymentIsDown()
{
    WatchStage stage;
    QVERIFY(stage.begin());
    const GitLinks before = stage.book.links();
    stage.deployment.misbehave(unavailable());
    const QList<std::chrono::seconds> waits{15s, 30s, 60s, 120s, 240s, 480s, 600s, 600s};
    int failures = 0;
    for (const std::chrono::seconds wait : waits) {
        QVERIFY(stage.failsOnceMore(++failures));
        QCOMPARE(stage.wait(), wait);
    }
    QCOMPARE(stage.lists(), 1 + waits.size()); // not one more
    QCOMPARE(stage.book.links().size(), before.size());
    for (const GitLink &link : before)
        QVERIFY(*stage.book.find(link.key) == link); // nobody blames the links
}

void HealthWatchTest::chanceMovesRetriesByAFifth_data()
{
    QTest::addColumn<double>("chance");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::newRow("earliest") << 0.0 << 12 << 24;
    QTest::newRow("latest") << 1.0 << 18 << 36;
}

void HealthWatchTest::chanceMovesRetriesByAFifth()
{
    QFETCH(const double, chance);
    QFETCH(const int, first);
    QFETCH(const int, second);
    WatchStage stage;
    QVERIFY(stage.begin());
    stage.chance = chance;
    stage.deployment.goDown();
    QVERIFY(stage.failsOnceMore(1));
    QCOMPARE(stage.wait(), std::chrono::seconds(first));
    QVERIFY(stage.failsOnceMore(2));
    QCOMPARE(stage.wait(), std::chrono::seconds(second));
}

void HealthWatchTest::beginsAnewAfterASuccess()
{
    WatchStage stage;
    QVERIFY(stage.begin());
    stage.deployment.misbehave(unavailable(502));
    QVERIFY(stage.failsOnceMore(1));
    QVERIFY(stage.failsOnceMore(2));
    stage.deployment.behave();
    stage.clock.advance(stage.wait());
    QTRY_VERIFY(stage.watch->as<HealthWatch::Calm>());
    QVERIFY(!stage.service->problem());
    stage.deployment.misbehave(unavailable(504));
    QVERIFY(stage.failsOnceMore(1));
    QCOMPARE(stage.wait(), 15s);
}

void HealthWatchTest::retriesWhereNothingWasEverLearnt()
{
    WatchStage stage;
    stage.deployment.misbehave(unavailable());
    stage.session->restore();
    QTRY_VERIFY(stage.watch->as<HealthWatch::Retrying>());
    QVERIFY(stage.session->as<Session::Failed>());
    QVERIFY(stage.failsOnceMore(2));
    QCOMPARE(stage.wait(), 30s);
    stage.deployment.behave();
    stage.clock.advance(30s);
    QTRY_VERIFY(stage.watch->as<HealthWatch::Calm>());
    QVERIFY(stage.session->as<Session::SignedIn>());
    QVERIFY(stage.service->learntAt().isValid());
}

void HealthWatchTest::neverAsksBeforeRetryAfter()
{
    WatchStage stage;
    QVERIFY(stage.begin());
    stage.deployment.misbehave(patience("120"));
    QVERIFY(stage.failsOnceMore(1));
    QVERIFY2(stage.wait() >= 120s && stage.wait() <= 144s, "and not everybody at once");
    const qsizetype lists = stage.lists();
    stage.clock.advance(119s);
    stage.watch->activated(); // nor does a person's coming back change that
    stage.watch->lookAtTheClock();
    QVERIFY(!stage.service->askingSince());
    stage.clock.advance(1s);
    stage.watch->activated();
    QTRY_COMPARE(stage.lists(), lists + 1);
}

void HealthWatchTest::retryAfterHoldsForASessionToo()
{
    WatchStage stage;
    stage.deployment.misbehave(patience("300"));
    stage.session->restore();
    QTRY_VERIFY(stage.watch->as<HealthWatch::Retrying>());
    QVERIFY(stage.wait() >= 300s);
    stage.watch->activated();
    QVERIFY(stage.session->as<Session::Failed>());
}

void HealthWatchTest::comingBackAsksAtOnce()
{
    WatchStage stage;
    QVERIFY(stage.begin());
    stage.deployment.goDown();
    for (int failures = 1; failures <= 5; ++failures)
        QVERIFY(stage.failsOnceMore(failures));
    QVERIFY(stage.deployment.comeBack());
    stage.watch->activated();
    QTRY_VERIFY(stage.watch->as<HealthWatch::Calm>());
    const qsizetype lists = stage.lists();
    stage.watch->activated(); // it is fresh
    QVERIFY(!stage.service->askingSince());
    QCOMPARE(stage.lists(), lists);
}

/// Each list that a server fails to give has cost its providers as much as one that it gives.
void HealthWatchTest::comingBackDoesNotHurryAServerThatFails()
{
    WatchStage stage;
    QVERIFY(stage.begin());
    stage.deployment.misbehave(unavailable());
    for (int failures = 1; failures <= 5; ++failures)
        QVERIFY(stage.failsOnceMore(failures));
    const qsizetype lists = stage.lists();
    stage.watch->activated();
    QVERIFY(!stage.service->askingSince());
    stage.deployment.behave();
    stage.clock.advance(stage.wait());
    QTRY_VERIFY(stage.watch->as<HealthWatch::Calm>());
    QCOMPARE(stage.lists(), lists + 1);
}

void HealthWatchTest::restsWhileSignedOut()
{
    WatchStage stage;
    QVERIFY(stage.begin());
    stage.deployment.revokeToken(stage.token);
    stage.clock.advance(stage.wait());
    QTRY_VERIFY(stage.session->as<Session::Failed>());
    QTRY_VERIFY(stage.watch->as<HealthWatch::Resting>());
    QCOMPARE(stage.clock.untilNextTimer(), -1ms);
    const qsizetype asked = stage.deployment.requests().size();
    stage.clock.advance(24h);
    stage.watch->activated();
    stage.watch->lookAtTheClock();
    QCOMPARE(stage.deployment.requests().size(), asked);
    stage.session->forget();
    QCOMPARE(stage.clock.untilNextTimer(), -1ms);
}

void HealthWatchTest::restsWhileSuspendedAndGoesOnAfter()
{
    WatchStage stage;
    QVERIFY(stage.begin());
    stage.deployment.suspend(u"ada"_s);
    stage.clock.advance(stage.wait());
    QTRY_VERIFY(stage.watch->as<HealthWatch::Resting>());
    stage.deployment.suspend(u"ada"_s, false);
    stage.session->checkAgain(); // the person does
    QTRY_VERIFY(stage.watch->as<HealthWatch::Calm>());
}

void HealthWatchTest::asksAtOnceAfterTheMachineSlept()
{
    WatchStage stage;
    QVERIFY(stage.begin());
    const qsizetype lists = stage.lists();
    stage.clock.suspendMachine(8h);
    QVERIFY(!stage.service->askingSince());
    stage.watch->lookAtTheClock();
    QTRY_COMPARE(stage.lists(), lists + 1);
}

void HealthWatchTest::tellsWhenItWillAsk()
{
    WatchStage stage;
    QVERIFY(!stage.watch->due());
    QVERIFY(stage.begin());
    const auto due = *stage.watch->due();
    stage.clock.advance(10min);
    QCOMPARE(*stage.watch->due(), due);
    stage.service->tryAgain();
    QVERIFY2(!stage.watch->due(), "it is being asked");
}

QTEST_GUILESS_MAIN(HealthWatchTest)
#include "tst_healthwatch.moc"

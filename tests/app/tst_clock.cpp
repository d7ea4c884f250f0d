// SPDX-License-Identifier: MIT
#include "base/clock.h"
#include "support/fakeclock.h"

#include <QTest>

#include <ctime>
#include <type_traits>

using namespace std::chrono_literals;

/// Three times that are never mixed, and timers; the clock of the tests keeps the same promises.
class TestClock : public QObject
{
    Q_OBJECT

private slots:
    void readsTheMachinesClocks();
    void cannotMixItsTimes();
    void firesOnceAndLater();
    void startsAgainWithTheWholeDelay();
    void isCancelledByItsEnd();
    void turnsByHandInOrder();
    void sleepsLikeAMachine();
    void aTimerMayDeleteItself();
};

namespace {

std::chrono::milliseconds machineTime(clockid_t id)
{
    timespec now{};
    clock_gettime(id, &now);
    return std::chrono::milliseconds(now.tv_sec * 1000 + now.tv_nsec / 1'000'000);
}

} // namespace

void TestClock::readsTheMachinesClocks()
{
    const SystemClock clock;
    const auto before = machineTime(CLOCK_MONOTONIC);
    const auto pace = clock.pace().time_since_epoch();
    QVERIFY(before <= pace && pace <= machineTime(CLOCK_MONOTONIC));

    const auto bootBefore = machineTime(CLOCK_BOOTTIME);
    const auto deadline = clock.deadline().time_since_epoch();
    QVERIFY(bootBefore <= deadline && deadline <= machineTime(CLOCK_BOOTTIME));

    const QDateTime wallBefore = QDateTime::currentDateTimeUtc();
    const QDateTime wall = clock.wall();
    QVERIFY(wallBefore <= wall && wall <= QDateTime::currentDateTimeUtc());
    QCOMPARE(wall.timeSpec(), Qt::UTC);
}

void TestClock::cannotMixItsTimes()
{
    static_assert(!std::is_convertible_v<Clock::Pace, Clock::Deadline>);
    static_assert(!std::is_convertible_v<Clock::Deadline, Clock::Pace>);
    static_assert(!std::is_constructible_v<Clock::Deadline, Clock::Pace>);
    const FakeClock clock;
    QVERIFY(clock.pace().time_since_epoch() != clock.deadline().time_since_epoch());
}

void TestClock::firesOnceAndLater()
{
    SystemClock clock;
    int fired = 0;
    const auto timer = clock.makeTimer([&] { ++fired; });
    QVERIFY(!timer->isActive());
    timer->start(0ms);
    QCOMPARE(fired, 0);
    QVERIFY(timer->isActive());
    QTRY_COMPARE(fired, 1);
    QVERIFY(!timer->isActive());

    int second = 0;
    const auto later = clock.makeTimer([&] { ++second; });
    const Clock::Pace started = clock.pace();
    later->start(30ms);
    QTRY_COMPARE(second, 1);
    QVERIFY(clock.pace() - started >= 28ms); // coarse timers may be 5 % early
    QCOMPARE(fired, 1);
}

void TestClock::startsAgainWithTheWholeDelay()
{
    SystemClock clock;
    int fired = 0;
    const auto timer = clock.makeTimer([&] { ++fired; });
    timer->start(10ms);
    timer->start(1h);
    int other = 0;
    const auto reference = clock.makeTimer([&] { ++other; });
    reference->start(60ms);
    QTRY_COMPARE(other, 1);
    QCOMPARE(fired, 0);
    timer->stop();
    QVERIFY(!timer->isActive());
}

void TestClock::isCancelledByItsEnd()
{
    SystemClock clock;
    int fired = 0;
    auto timer = clock.makeTimer([&] { ++fired; });
    timer->start(0ms);
    timer.reset();
    int other = 0;
    const auto reference = clock.makeTimer([&] { ++other; });
    reference->start(20ms);
    QTRY_COMPARE(other, 1);
    QCOMPARE(fired, 0);
}

void TestClock::turnsByHandInOrder()
{
    FakeClock clock;
    QList<int> fired;
    const auto late = clock.makeTimer([&] { fired.append(2); });
    const auto early = clock.makeTimer([&] { fired.append(1); });
    late->start(20s);
    early->start(10s);
    QCOMPARE(clock.untilNextTimer(), 10s);
    clock.advance(9999ms);
    QCOMPARE(fired, QList<int>());
    clock.advance(1ms);
    QCOMPARE(fired, QList<int>({1}));
    clock.advance(1h);
    QCOMPARE(fired, QList<int>({1, 2}));
    QVERIFY(clock.untilNextTimer() < 0ms);
}

void TestClock::sleepsLikeAMachine()
{
    FakeClock clock;
    const Clock::Pace pace = clock.pace();
    const Clock::Deadline deadline = clock.deadline();
    const QDateTime wall = clock.wall();
    int fired = 0;
    const auto timer = clock.makeTimer([&] { ++fired; });
    timer->start(10s);
    clock.suspendMachine(1h);
    QCOMPARE(clock.pace(), pace);
    QCOMPARE(clock.deadline() - deadline, 1h);
    QCOMPARE(wall.secsTo(clock.wall()), 3600);
    QCOMPARE(fired, 0);
    clock.advance(10s);
    QCOMPARE(fired, 1);
}

void TestClock::aTimerMayDeleteItself()
{
    for (const bool fake : {true, false}) {
        FakeClock byHand;
        SystemClock machine;
        Clock &clock = fake ? static_cast<Clock &>(byHand) : machine;
        int fired = 0;
        std::unique_ptr<ClockTimer> timer;
        timer = clock.makeTimer([&] {
            ++fired;
            timer.reset();
        });
        timer->start(0ms);
        byHand.advance(1ms);
        QTRY_COMPARE(fired, 1);
        QVERIFY(!timer);
    }
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"

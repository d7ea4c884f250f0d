// SPDX-License-Identifier: MIT
#include "support/fakeclock.h"

#include <QTimeZone>

#include <algorithm>
#include <optional>

using std::chrono::milliseconds;

class FakeClock::Timer final : public ClockTimer
{
public:
    Timer(FakeClock &clock, std::function<void()> callback)
        : m_clock(clock), m_callback(std::move(callback))
    {
        m_clock.m_timers.push_back(this);
    }
    ~Timer() override { std::erase(m_clock.m_timers, this); }
    Timer(const Timer &) = delete;
    Timer &operator=(const Timer &) = delete;

    void start(milliseconds delay) override { m_due = m_clock.m_pace + delay; }
    void stop() override { m_due.reset(); }
    [[nodiscard]] bool isActive() const override { return m_due.has_value(); }
    [[nodiscard]] std::optional<Pace> due() const { return m_due; }

    void fire()
    {
        m_due.reset();
        const std::function<void()> callback = m_callback; // the callback may delete this timer
        callback();
    }

private:
    FakeClock &m_clock;
    std::function<void()> m_callback;
    std::optional<Pace> m_due;
};

FakeClock::FakeClock() : m_wall(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC) { }

FakeClock::~FakeClock() = default;

std::unique_ptr<ClockTimer> FakeClock::makeTimer(std::function<void()> callback)
{
    return std::make_unique<Timer>(*this, std::move(callback));
}

FakeClock::Timer *FakeClock::nextDue() const
{
    Timer *next = nullptr;
    for (Timer *timer : m_timers) {
        if (timer->isActive() && (!next || *timer->due() < *next->due()))
            next = timer;
    }
    return next;
}

void FakeClock::advance(milliseconds by)
{
    const Pace end = m_pace + by;
    const auto moveTo = [this](Pace to) {
        const milliseconds step = std::max(milliseconds(0), to - m_pace);
        m_pace += step;
        m_deadline += step;
        m_wall = m_wall.addMSecs(step.count());
    };
    for (Timer *timer = nextDue(); timer && *timer->due() <= end; timer = nextDue()) {
        moveTo(*timer->due());
        timer->fire();
    }
    moveTo(end);
}

void FakeClock::suspendMachine(milliseconds by)
{
    m_deadline += by;
    m_wall = m_wall.addMSecs(by.count());
}

milliseconds FakeClock::untilNextTimer() const
{
    const Timer *next = nextDue();
    return next ? std::max(milliseconds(0), *next->due() - m_pace) : milliseconds(-1);
}

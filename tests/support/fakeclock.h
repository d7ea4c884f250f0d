// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"

#include <vector>

/// A clock that tests turn by hand. Timers follow the pace and fire, in order, inside advance().
class FakeClock final : public Clock
{
public:
    FakeClock();
    ~FakeClock() override;

    [[nodiscard]] Pace pace() const override { return m_pace; }
    [[nodiscard]] Deadline deadline() const override { return m_deadline; }
    [[nodiscard]] QDateTime wall() const override { return m_wall; }
    [[nodiscard]] std::unique_ptr<ClockTimer> makeTimer(std::function<void()> callback) override;

    /// All three times go on; timers that fall due fire on the way, each at its own moment.
    void advance(std::chrono::milliseconds by);
    /// The machine sleeps: pace and timers stand still, the deadline and the date do not.
    void suspendMachine(std::chrono::milliseconds by);
    /// Somebody sets the date.
    void setWall(const QDateTime &wall) { m_wall = wall; }
    /// How long until the next timer fires; negative where none is active.
    [[nodiscard]] std::chrono::milliseconds untilNextTimer() const;

private:
    class Timer;
    [[nodiscard]] Timer *nextDue() const;

    Pace m_pace{std::chrono::hours(1)};
    Deadline m_deadline{std::chrono::hours(2)};
    QDateTime m_wall;
    std::vector<Timer *> m_timers;
};

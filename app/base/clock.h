// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>
#include <memory>

/// Fires its callback once, some time after start(); destroying it cancels.
class ClockTimer
{
public:
    ClockTimer() = default;
    ClockTimer(const ClockTimer &) = delete;
    ClockTimer &operator=(const ClockTimer &) = delete;
    virtual ~ClockTimer();

    /// Starts, or starts again, with the whole \a delay before it.
    virtual void start(std::chrono::milliseconds delay) = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual bool isActive() const = 0;
};

/// The three times of the house, never mixed, and timers; tests turn a clock of their own by hand.
class Clock
{
public:
    /// Tags; a time point of one cannot be compared with another's.
    struct PaceTag {
        using duration = std::chrono::milliseconds;
    };
    struct DeadlineTag {
        using duration = std::chrono::milliseconds;
    };
    /// Monotonic, for intervals and back-off. It may stand still while the machine sleeps.
    using Pace = std::chrono::time_point<PaceTag, std::chrono::milliseconds>;
    /// Monotonic and running on while the machine sleeps, for what ends.
    using Deadline = std::chrono::time_point<DeadlineTag, std::chrono::milliseconds>;

    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock();

    [[nodiscard]] virtual Pace pace() const = 0;
    [[nodiscard]] virtual Deadline deadline() const = 0;
    /// UTC; only to show dates and to compare with the server's.
    [[nodiscard]] virtual QDateTime wall() const = 0;
    /// The callback runs on the main thread, from the event loop.
    [[nodiscard]] virtual std::unique_ptr<ClockTimer> makeTimer(std::function<void()> callback) = 0;
};

/// The machine's clocks: CLOCK_MONOTONIC, CLOCK_BOOTTIME (see clock_gettime(2)) and the date.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] Pace pace() const override;
    [[nodiscard]] Deadline deadline() const override;
    [[nodiscard]] QDateTime wall() const override;
    [[nodiscard]] std::unique_ptr<ClockTimer> makeTimer(std::function<void()> callback) override;
};

// SPDX-License-Identifier: MIT
#include "base/clock.h"

#include <QTimer>

#include <ctime>

namespace {

std::chrono::milliseconds readClock(clockid_t id)
{
    timespec now{};
    clock_gettime(id, &now);
    return std::chrono::milliseconds(std::chrono::seconds(now.tv_sec))
        + std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::nanoseconds(now.tv_nsec));
}

class SystemTimer final : public ClockTimer
{
public:
    explicit SystemTimer(std::function<void()> callback)
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, std::move(callback));
    }

    void start(std::chrono::milliseconds delay) override { m_timer.start(delay); }
    void stop() override { m_timer.stop(); }
    [[nodiscard]] bool isActive() const override { return m_timer.isActive(); }

private:
    QTimer m_timer;
};

} // namespace

ClockTimer::~ClockTimer() = default;
Clock::~Clock() = default;

Clock::Pace SystemClock::pace() const
{
    return Pace(readClock(CLOCK_MONOTONIC));
}

Clock::Deadline SystemClock::deadline() const
{
    return Deadline(readClock(CLOCK_BOOTTIME));
}

QDateTime SystemClock::wall() const
{
    return QDateTime::currentDateTimeUtc();
}

std::unique_ptr<ClockTimer> SystemClock::makeTimer(std::function<void()> callback)
{
    return std::make_unique<SystemTimer>(std::move(callback));
}

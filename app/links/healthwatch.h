// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <variant>

class LinkService;

/// How often an account is asked unbidden.
struct WatchPolicy {
    std::chrono::milliseconds firstRetry{
        std::chrono::seconds(15)}; ///< then twice as long each time
    std::chrono::milliseconds longestRetry{std::chrono::minutes(10)};
    std::chrono::milliseconds shortestCalm{std::chrono::minutes(15)};
    std::chrono::milliseconds longestCalm{std::chrono::minutes(30)};
    double jitter = 0.2; ///< of a retry, either way: many programs heard of the same outage
    std::function<double()> chance{}; ///< evenly from 0 to 1; empty: the system's
};

/// When one account is asked again without anybody asking for it: now and then while all is well,
/// backing off while it cannot be reached, never earlier than the server allows, and not at all
/// while signed out or suspended. The plan follows what session and service tell, before whoever is
/// connected to them later hears of it.
class HealthWatch : public QObject
{
    Q_OBJECT

public:
    struct Resting { };
    struct Asking {
        int failures = 0; ///< in a row, before this
    };
    struct Calm {
        Clock::Deadline due{};
    };
    struct Retrying {
        int failures = 1;
        Clock::Deadline due{};
        Clock::Deadline notBefore{}; ///< the server asked for patience
    };
    using State = std::variant<Resting, Asking, Calm, Retrying>;

    HealthWatch(LinkService &service, Clock &clock, WatchPolicy policy, QObject *parent = nullptr);
    ~HealthWatch() override;

    template <typename S>
    [[nodiscard]] const S *as() const
    {
        return std::get_if<S>(&m_state);
    }
    /// When the account will be asked next; none where that is now, or not at all.
    [[nodiscard]] std::optional<Clock::Deadline> due() const;

    /// A person is back: a deployment that could not be reached is asked at once, where it allows
    /// that; one that answered with a failure when its time has come.
    void activated();
    /// The machine may have slept through the time to ask.
    void lookAtTheClock();

private:
    void enter(State next);
    void consider();
    void ask();
    [[nodiscard]] int failures() const;
    [[nodiscard]] Calm calm() const;
    [[nodiscard]] Retrying retryAfter(int failures) const;

    LinkService &m_service;
    Clock &m_clock;
    WatchPolicy m_policy;
    State m_state;
    QDateTime m_learntAt; ///< of the list that the plan follows
    std::unique_ptr<ClockTimer> m_timer;
};

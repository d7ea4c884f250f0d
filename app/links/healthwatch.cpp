// SPDX-License-Identifier: MIT
#include "links/healthwatch.h"

#include "links/linkservice.h"
#include "session/session.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

milliseconds times(milliseconds span, double factor)
{
    return milliseconds(std::llround(static_cast<double>(span.count()) * factor));
}

/// Something that says nothing about the token, and may be over the next time.
bool isUnreachable(const Session &session)
{
    const auto *failed = session.as<Session::Failed>();
    return failed && failed->why == Session::Trouble::Unreachable;
}

bool isOnItsWay(const Session &session)
{
    return session.as<Session::Restoring>() || session.as<Session::Checking>();
}

/// Why the newest question came to nothing.
const ApiError *failureOf(LinkService &service)
{
    const auto *failed = service.session().as<Session::Failed>();
    if (failed && failed->error)
        return &*failed->error;
    return service.problem() ? &*service.problem() : nullptr;
}

} // namespace

HealthWatch::HealthWatch(LinkService &service, Clock &clock, WatchPolicy policy, QObject *parent)
    : QObject(parent), m_service(service), m_clock(clock), m_policy(std::move(policy)),
      m_timer(clock.makeTimer([this] { ask(); }))
{
    if (!m_policy.chance)
        m_policy.chance = [] { return QRandomGenerator::global()->generateDouble(); };
    connect(&service, &LinkService::statusChanged, this, &HealthWatch::consider);
    connect(&service.session(), &Session::stateChanged, this, &HealthWatch::consider);
}

HealthWatch::~HealthWatch() = default;

void HealthWatch::enter(State next)
{
    m_state = std::move(next);
    m_learntAt = m_service.learntAt();
    if (const auto when = due())
        m_timer->start(std::max<milliseconds>(0ms, *when - m_clock.deadline()));
    else
        m_timer->stop();
}

std::optional<Clock::Deadline> HealthWatch::due() const
{
    if (const auto *calm = as<Calm>())
        return calm->due;
    if (const auto *retrying = as<Retrying>())
        return retrying->due;
    return std::nullopt;
}

int HealthWatch::failures() const
{
    if (const auto *asking = as<Asking>())
        return asking->failures;
    const auto *retrying = as<Retrying>();
    return retrying ? retrying->failures : 0;
}

/// What session and service have come to makes the plan.
void HealthWatch::consider()
{
    const Session &session = m_service.session();
    const bool isUnable = !session.as<Session::SignedIn>() && !isUnreachable(session);
    if (m_service.askingSince() || isOnItsWay(session)) {
        if (!as<Asking>())
            enter(Asking{.failures = failures()});
    } else if (isUnable) {
        if (!as<Resting>())
            enter(Resting{});
    } else if (isUnreachable(session) || m_service.problem()) {
        if (!as<Retrying>())
            enter(retryAfter(failures() + 1));
    } else if (m_service.learntAt().isValid()) {
        // A list that somebody else asked for counts as well.
        if (!as<Calm>() || m_service.learntAt() != m_learntAt)
            enter(calm());
    }
}

/// On full minutes, so that many accounts wake the machine together.
HealthWatch::Calm HealthWatch::calm() const
{
    const milliseconds span = m_policy.shortestCalm
        + times(m_policy.longestCalm - m_policy.shortestCalm, m_policy.chance());
    const milliseconds end = m_clock.pace().time_since_epoch() + span;
    const milliseconds toMinute = (1min - end % 1min) % 1min;
    return {.due = m_clock.deadline() + span + toMinute};
}

HealthWatch::Retrying HealthWatch::retryAfter(int failures) const
{
    const int doublings = std::min(failures - 1, 16); // long past the longest
    const milliseconds plain
        = std::min(m_policy.firstRetry * (1 << doublings), m_policy.longestRetry);
    milliseconds wait = times(plain, 1 + m_policy.jitter * (2 * m_policy.chance() - 1));
    milliseconds patience = 0ms;
    const ApiError *failure = failureOf(m_service);
    if (failure && failure->retryAfter) {
        patience = *failure->retryAfter;
        if (wait < patience) // and then not everybody at once
            wait = times(patience, 1 + m_policy.jitter * m_policy.chance());
    }
    const Clock::Deadline now = m_clock.deadline();
    return {.failures = failures, .due = now + wait, .notBefore = now + patience};
}

void HealthWatch::ask()
{
    if (as<Resting>() || as<Asking>())
        return;
    Session &session = m_service.session();
    if (session.as<Session::SignedIn>())
        m_service.refresh();
    else
        session.checkAgain();
}

/// A network that is back costs nobody anything to ask, and a server that named a time meant it.
/// One that answered too late, or with a failure, has asked the providers for each list, and a
/// window is activated often.
void HealthWatch::activated()
{
    const auto *retrying = as<Retrying>();
    const ApiError *failure = failureOf(m_service);
    const bool mayHurry
        = failure && (failure->kind == ApiError::Kind::Offline || failure->retryAfter);
    if (!retrying)
        m_service.activated();
    else if (mayHurry && m_clock.deadline() >= retrying->notBefore)
        ask();
    else
        lookAtTheClock();
}

void HealthWatch::lookAtTheClock()
{
    if (const auto when = due(); when && m_clock.deadline() >= *when)
        ask();
}

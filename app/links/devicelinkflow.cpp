// SPDX-License-Identifier: MIT
#include "links/devicelinkflow.h"

#include "base/logging.h"
#include "links/listcalls.h"

#include <QPointer>

#include <algorithm>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

/// A margin is a fifth of the interval: clocks differ, and who asks early is slowed down.
constexpr int marginDivisor = 5;
/// The last look before the end leaves a second for the answer.
constexpr milliseconds lastLook = 1s;
/// Timers stand still while the machine sleeps and the deadline does not, so it is looked at often.
constexpr milliseconds deadlineCheck = 10s;
constexpr int mostLooksById = 2;

DeviceLinkFlow::Failed::Why reasonOf(const ApiError &error)
{
    using Why = DeviceLinkFlow::Failed::Why;
    // A 200 with empty codes, or with what cannot be used (recordings, 9).
    if (error.kind == ApiError::Kind::Unreadable && !error.field.isEmpty())
        return Why::NoCode;
    return error.verdicts.deviceFlowUnsupported ? Why::Rejected : Why::Api;
}

/// Whether the request may have made the link although we never heard so.
bool mayHaveLinked(const ApiError &error)
{
    return error.sent != ApiError::Sent::No && error.kind != ApiError::Kind::Throttled
        && error.kind != ApiError::Kind::Redirected;
}

/// Coder's own answer that no later exchange can change.
bool isFinal(ApiError::Kind kind)
{
    return kind == ApiError::Kind::NotFound || kind == ApiError::Kind::Forbidden;
}

} // namespace

/// Receives the answers of one phase, and keeps what was read in it; destroying it ends the
/// requests. It has no signals.
class DeviceLinkFlow::Work : public QObject // clazy:exclude=missing-qobject-macro
{
public:
    int looksById = 0;
    int listCall = 0;
    std::optional<LinkDetails> details{};
};

DeviceLinkFlow::DeviceLinkFlow(CoderApi &api, ListCalls &lists, ProviderId provider,
                               LinkBaseline baseline, Clock &clock, const Policy &policy,
                               QObject *parent)
    : QObject(parent), m_api(api), m_lists(lists), m_provider(std::move(provider)),
      m_baseline(std::move(baseline)), m_clock(clock), m_policy(policy)
{
    m_pollTimer = clock.makeTimer([this] { as<AwaitingUser>() ? poll() : lookById(); });
    m_deadlineTimer = clock.makeTimer([this] { watchDeadline(); });
    connect(&lists, &ListCalls::answered, this, &DeviceLinkFlow::listed);
}

DeviceLinkFlow::~DeviceLinkFlow() = default;

void DeviceLinkFlow::enter(State next)
{
    const std::pair step(static_cast<StateIndex>(m_state.index()),
                         static_cast<StateIndex>(next.index()));
    Q_ASSERT(std::find(transitions.begin(), transitions.end(), step) != transitions.end());
    m_state = std::move(next);
    emit stateChanged();
}

bool DeviceLinkFlow::isSettled() const
{
    return !as<Requesting>() && !as<AwaitingUser>() && !as<Verifying>();
}

bool DeviceLinkFlow::isUnread() const
{
    const auto *failed = as<Failed>();
    return as<LinkedUnread>() || (failed && failed->maybeLinked);
}

milliseconds DeviceLinkFlow::remaining() const
{
    const auto *waiting = as<AwaitingUser>();
    return waiting ? std::max(milliseconds(0), waiting->deadline - m_clock.deadline())
                   : milliseconds(0);
}

void DeviceLinkFlow::stopTimers()
{
    m_pollTimer->stop();
    m_deadlineTimer->stop();
}

void DeviceLinkFlow::start()
{
    if (!as<Idle>() && !as<Failed>())
        return;
    m_work = std::make_unique<Work>();
    m_api.requestDeviceCode(m_provider, *m_work,
                            [this](const Answer<DeviceCode> &answer) { codeAnswered(answer); });
    enter(Requesting{});
}

void DeviceLinkFlow::codeAnswered(const Answer<DeviceCode> &answer)
{
    if (!answer) {
        enter(Failed{.why = reasonOf(answer.error()), .error = answer.error()});
        return;
    }
    AwaitingUser waiting{.code = *answer,
                         .deadline = m_clock.deadline() + answer->lifetime,
                         .interval = answer->interval};
    m_deadlineTimer->start(std::min(deadlineCheck, milliseconds(answer->lifetime)));
    schedulePoll(waiting);
    enter(waiting);
}

void DeviceLinkFlow::watchDeadline()
{
    if (!as<AwaitingUser>())
        return;
    const milliseconds left = remaining();
    if (left > 0ms)
        m_deadlineTimer->start(std::min(deadlineCheck, left));
    else
        deadlineReached();
}

/// An exchange under way at the deadline is awaited; its answer ends the flow.
void DeviceLinkFlow::deadlineReached()
{
    const auto *waiting = as<AwaitingUser>();
    if (waiting && !waiting->exchanging)
        finish(AwaitingUser(*waiting), Failed::Why::Expired);
}

/// The next poll, a full interval and a margin after the last answer; where the deadline comes
/// first, one last poll just before it, if a full interval has passed by then.
void DeviceLinkFlow::schedulePoll(AwaitingUser &waiting)
{
    const milliseconds interval = waiting.interval;
    const milliseconds margin = std::max(interval / marginDivisor, m_policy.leastMargin);
    const milliseconds pause = std::max(interval + margin, waiting.backOff);
    const milliseconds left = waiting.deadline - m_clock.deadline();
    const milliseconds least = std::max(interval, waiting.backOff);
    if (pause < left)
        m_pollTimer->start(pause);
    else if (least <= left - lastLook)
        m_pollTimer->start(left - lastLook);
    else
        m_pollTimer->stop();
}

void DeviceLinkFlow::poll()
{
    const auto *now = as<AwaitingUser>();
    if (!now || now->exchanging || now->wait == Wait::SignedOut)
        return;
    if (remaining() <= 0ms) { // the machine slept: no request after the deadline
        deadlineReached();
        return;
    }
    AwaitingUser waiting = *now;
    waiting.exchanging = true;
    if (waiting.wait == Wait::Waiting)
        waiting.wait = Wait::Checking;
    m_api.exchangeDeviceCode(m_provider, waiting.code.deviceCode, *m_work,
                             [this](const Answer<Done> &answer) { polled(answer); });
    enter(waiting);
}

void DeviceLinkFlow::polled(const Answer<Done> &answer)
{
    AwaitingUser waiting = *as<AwaitingUser>();
    waiting.exchanging = false;
    if (answer) {
        verify(Verifying::After::Approval, {});
        return;
    }
    const ApiError &error = answer.error();
    if (error.kind == ApiError::Kind::SignedOut) {
        waiting.wait = Wait::SignedOut;
        waiting.error = error;
        if (remaining() > 0ms)
            enter(waiting);
        else
            finish(waiting, Failed::Why::Expired);
    } else if (error.kind == ApiError::Kind::Rejected) {
        judgeRejection(waiting, error);
    } else if (isFinal(error.kind)) {
        finish(waiting, Failed::Why::Api, error);
    } else {
        waiting.outcomeUnknown = waiting.outcomeUnknown || mayHaveLinked(error);
        const bool isThrottled = error.kind == ApiError::Kind::Throttled;
        keepTrying(waiting, isThrottled ? Wait::Throttled : Wait::Offline, error);
    }
}

/// Everything an exchange can be refused for arrives as one 400; only the words tell (RFC
/// 8628 3.5).
void DeviceLinkFlow::judgeRejection(AwaitingUser waiting, const ApiError &error)
{
    if (error.verdicts.linkNotStored || error.verdicts.deviceFlowUnsupported) {
        finish(waiting, Failed::Why::Rejected, error);
        return;
    }
    switch (error.verdicts.exchange) {
    case ExchangeWord::AuthorizationPending:
        waiting.outcomeUnknown = false; // nobody has approved, so nothing was linked either
        waiting.backOff = 0ms;
        goOn(waiting, Wait::Waiting);
        return;
    case ExchangeWord::SlowDown:
        waiting.interval += m_policy.slowDownStep; // for this and all later requests
        waiting.backOff = 0ms;
        ++waiting.slowDowns;
        goOn(waiting, Wait::SlowedDown);
        return;
    case ExchangeWord::ProviderTrouble:
        keepTrying(waiting, Wait::ProviderTrouble, error);
        return;
    case ExchangeWord::ExpiredToken:
        finish(waiting, Failed::Why::Expired, error);
        return;
    case ExchangeWord::AccessDenied:
        finish(waiting, Failed::Why::Denied, error);
        return;
    case ExchangeWord::Other:
    case ExchangeWord::None:
        finish(waiting, Failed::Why::Rejected, error);
        return;
    }
    Q_UNREACHABLE();
}

/// Nobody answered as they should: the wait doubles up to a minute, or the interval where that is
/// longer, until somebody does (RFC 8628 3.5).
void DeviceLinkFlow::keepTrying(const AwaitingUser &before, Wait wait, const ApiError &error)
{
    AwaitingUser waiting = before;
    const milliseconds usual = waiting.interval;
    const milliseconds longest = std::max<milliseconds>(m_policy.longestBackOff, usual);
    waiting.backOff = std::min(longest, 2 * std::max(usual, waiting.backOff));
    if (error.retryAfter)
        waiting.backOff = std::max<milliseconds>(waiting.backOff, *error.retryAfter);
    qCDebug(lcLink) << "no useful answer while waiting for approval";
    goOn(waiting, wait, error);
}

void DeviceLinkFlow::goOn(AwaitingUser waiting, Wait wait, const std::optional<ApiError> &error)
{
    waiting.wait = wait;
    waiting.error = error;
    if (remaining() <= 0ms) {
        finish(waiting, Failed::Why::Expired);
        return;
    }
    schedulePoll(waiting);
    enter(waiting);
}

void DeviceLinkFlow::resume()
{
    const auto *paused = as<AwaitingUser>();
    if (paused && paused->wait == Wait::SignedOut)
        goOn(*paused, Wait::Waiting);
}

/// What ends without a link is said only after a look, where an exchange may have made one.
void DeviceLinkFlow::finish(const AwaitingUser &waiting, Failed::Why why,
                            std::optional<ApiError> error)
{
    Failed ending{.why = why, .error = std::move(error), .userCode = waiting.code.userCode};
    stopTimers();
    if (waiting.outcomeUnknown)
        verify(Verifying::After::Failure, ending);
    else
        enter(ending);
}

void DeviceLinkFlow::cancel()
{
    const auto *waiting = as<AwaitingUser>();
    if (!waiting && !as<Requesting>())
        return;
    stopTimers();
    m_work.reset();
    if (waiting && (waiting->exchanging || waiting->outcomeUnknown))
        verify(Verifying::After::Cancel, {});
    else
        enter(Cancelled{});
}

void DeviceLinkFlow::verify(Verifying::After after, Failed ending)
{
    stopTimers();
    m_work = std::make_unique<Work>();
    lookById();
    enter(Verifying{.after = after, .ending = std::move(ending)});
}

void DeviceLinkFlow::lookById()
{
    ++m_work->looksById;
    m_api.details(m_provider, *m_work,
                  [this](const Answer<LinkDetails> &answer) { lookedById(answer); });
}

void DeviceLinkFlow::lookedById(const Answer<LinkDetails> &answer)
{
    const QPointer<DeviceLinkFlow> alive(this);
    if (answer) {
        m_work->details = *answer;
        emit detailed(*answer);
        if (!alive)
            return;
    }
    const bool approved = as<Verifying>()->after == Verifying::After::Approval;
    const bool seen = answer && answer->authenticated && (answer->user || !m_baseline.hasApps);
    const bool isTooSoon = !answer && answer.error().retryAfter.value_or(0s) > m_policy.secondLook;
    if (approved && !seen && !isTooSoon && m_work->looksById < mostLooksById)
        m_pollTimer->start(m_policy.secondLook); // GitHub's replicas lag
    else if (approved && m_work->details)        // the list may take as long as a silent provider
        enter(conclusion(*as<Verifying>(), LinkEvidence::Unread));
    else
        lookAtList();
}

void DeviceLinkFlow::lookAtList()
{
    m_lists.outdate(); // what is under way was asked before
    m_work->listCall = m_lists.ask(*m_work);
}

void DeviceLinkFlow::listed(int call, const Answer<Listing> &answer)
{
    if (!m_work || m_work->listCall != call)
        return;
    const LinkEvidence evidence = m_baseline.evidenceIn(
        answer ? &*answer : nullptr, m_work->details, m_provider, m_clock.wall());
    enter(conclusion(*as<Verifying>(), evidence));
}

DeviceLinkFlow::Linked DeviceLinkFlow::linkedNow() const
{
    const std::optional<LinkDetails> &details = m_work->details;
    return {.user = details ? details->user : std::nullopt,
            .isRead = details.has_value(),
            .before = m_baseline.user,
            .wasLinked = m_baseline.linked,
            .appMissing = m_baseline.hasApps && details && details->authenticated
                && details->appInstallable && details->installations.isEmpty(),
            .appInstall = details ? details->appInstall : WebAddress()};
}

DeviceLinkFlow::State DeviceLinkFlow::conclusion(const Verifying &verifying,
                                                 LinkEvidence evidence) const
{
    switch (verifying.after) {
    case Verifying::After::Approval: {
        // Where by id says no, the link is there and nobody has seen it work.
        const bool isNews
            = evidence == LinkEvidence::Changed || evidence == LinkEvidence::MaybeRenewed;
        const bool isSeen = m_work->details ? m_work->details->authenticated : isNews;
        return isSeen ? State(linkedNow()) : State(LinkedUnread{});
    }
    case Verifying::After::Cancel:
        if (evidence == LinkEvidence::Unchanged)
            return Cancelled{};
        return CancelledButApproved{.evidence = evidence, .user = linkedNow().user};
    case Verifying::After::Failure: {
        const bool isBroken = m_work->details && !m_work->details->authenticated;
        if (evidence == LinkEvidence::Changed)
            return isBroken ? State(LinkedUnread{}) : State(linkedNow());
        Failed ending = verifying.ending;
        ending.maybeLinked = evidence != LinkEvidence::Unchanged;
        return ending;
    }
    }
    Q_UNREACHABLE();
}

// SPDX-License-Identifier: MIT
#include "links/browserlinkflow.h"

#include "links/browserlinklook.h"
#include "links/gitlink.h"
#include "links/linkpreparation.h"
#include "links/listcalls.h"

#include <QPointer>

#include <algorithm>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

/// Coder will not say otherwise the next time.
bool isFinal(const ApiError &error)
{
    return error.kind == ApiError::Kind::Forbidden || error.kind == ApiError::Kind::NotFound;
}

} // namespace

BrowserLinkFlow::BrowserLinkFlow(CoderApi &api, ListCalls &lists, ProviderId provider,
                                 LinkBaseline known, Clock &clock, const Policy &policy,
                                 QObject *parent)
    : QObject(parent), m_api(api), m_lists(lists), m_provider(std::move(provider)),
      m_known(std::move(known)), m_baseline(m_known), m_clock(clock), m_policy(policy)
{
    m_timer = clock.makeTimer([this] { timerFired(); });
    connect(&lists, &ListCalls::answered, this, &BrowserLinkFlow::heard);
}

BrowserLinkFlow::~BrowserLinkFlow() = default;

void BrowserLinkFlow::enter(State next)
{
    const std::pair step(static_cast<StateIndex>(m_state.index()),
                         static_cast<StateIndex>(next.index()));
    Q_ASSERT(std::find(transitions.begin(), transitions.end(), step) != transitions.end());
    m_state = std::move(next);
    emit stateChanged();
}

bool BrowserLinkFlow::isSettled() const
{
    return !as<Preparing>() && !as<Ready>() && !as<Waiting>();
}

milliseconds BrowserLinkFlow::waited() const
{
    const auto *waiting = as<Waiting>();
    return waiting ? m_clock.deadline() - waiting->since : 0ms;
}

void BrowserLinkFlow::start()
{
    if (!as<Idle>() && !as<Failed>())
        return;
    m_preparation = std::make_unique<LinkPreparation>(m_api, m_lists, m_provider, m_known, m_clock,
                                                      m_policy.listPatience);
    connect(m_preparation.get(), &LinkPreparation::detailed, this, &BrowserLinkFlow::detailed);
    connect(m_preparation.get(), &LinkPreparation::prepared, this, &BrowserLinkFlow::prepared);
    connect(m_preparation.get(), &LinkPreparation::failed, this,
            [this](const ApiError &error) { enter(Failed{.error = error}); });
    connect(m_preparation.get(), &LinkPreparation::listedLate, this,
            [this](const Listing &listing) {
                if (m_baseline.isListOld) // else a newer one was heard meanwhile
                    m_baseline.take(listing, m_provider);
            });
    m_preparation->start();
    m_listCall = m_preparation->listCall();
    enter(Preparing{});
}

void BrowserLinkFlow::prepared()
{
    const bool isTaken = as<Preparing>()->isTaken;
    const std::optional<LinkDetails> &details = m_preparation->details();
    m_baseline = m_preparation->baseline();
    if (m_preparation->isFound())
        enter(Linked{.user = details ? details->user : std::nullopt,
                     .isRead = details.has_value(),
                     .before = m_known.user,
                     .wasLinked = m_known.linked,
                     .isFound = !isTaken});
    else if (isTaken)
        startWaiting();
    else
        enter(Ready{});
}

/// Of a link that did not work, by id tells that it does, which is soon asked; of one that worked,
/// only the list tells more.
milliseconds BrowserLinkFlow::usualPause() const
{
    const bool isByList = m_baseline.isListed() || (m_baseline.linked && m_baseline.works);
    return isByList ? m_policy.listPause : m_policy.firstPause;
}

void BrowserLinkFlow::pageOpened()
{
    if (as<Preparing>())
        enter(Preparing{.isTaken = true});
    else if (as<Ready>())
        startWaiting();
}

void BrowserLinkFlow::startWaiting()
{
    enter(Waiting{.since = m_clock.deadline()});
    goOn(Wait::Waiting, usualPause());
}

void BrowserLinkFlow::lookNow()
{
    if (as<GaveUp>() || as<SeemsRenewed>())
        enter(Waiting{.since = m_clock.deadline(),
                      .pause = usualPause(),
                      .isBroken = as<GaveUp>() && as<GaveUp>()->isBroken});
    if (!as<Waiting>() || m_look || as<Waiting>()->wait == Wait::SignedOut)
        return;
    const milliseconds left = m_notBefore ? *m_notBefore - m_clock.pace() : 0ms;
    if (left <= 0ms)
        look();
    else
        m_timer->start(left);
}

/// The last look, when the patience is at its end, is a look too: after a sleep of the machine
/// nobody has looked yet.
void BrowserLinkFlow::timerFired()
{
    if (m_look)
        conclude(); // the list was to add to what by id has told
    else if (as<Waiting>())
        look();
}

void BrowserLinkFlow::look()
{
    m_timer->stop();
    m_look = std::make_unique<BrowserLinkLook>();
    if (m_baseline.isListed())
        askList();
    else
        askById();
}

void BrowserLinkFlow::askById()
{
    m_look->isAskedById = true;
    m_api.details(m_provider, *m_look,
                  [this](const Answer<LinkDetails> &answer) { answeredById(answer); });
    enterChecking();
}

void BrowserLinkFlow::askList()
{
    m_look->listCall = m_lists.ask(*m_look);
    enterChecking();
}

void BrowserLinkFlow::enterChecking()
{
    Waiting checking = *as<Waiting>();
    if (std::exchange(checking.wait, Wait::Checking) != Wait::Checking)
        enter(checking);
}

/// What somebody else of the account has asked is a look as well, which costs nothing.
void BrowserLinkFlow::heard(int call, const Answer<Listing> &answer)
{
    const bool isOwn = m_look && m_look->listCall == call;
    if (!isOwn && !isOfUse(call, answer))
        return;
    m_listCall = call;
    if (!isOwn)
        m_look = std::make_unique<BrowserLinkLook>();
    answeredByList(answer);
}

/// Where by id is asked, and soon again, only what it cannot tell is news.
bool BrowserLinkFlow::isOfUse(int call, const Answer<Listing> &answer) const
{
    const auto *waiting = as<Waiting>();
    if (!waiting || m_look || waiting->wait == Wait::SignedOut || call <= m_listCall)
        return false;
    if (waiting->pause >= m_policy.listPause || waiting->isBroken)
        return true;
    return answer
        && m_baseline.evidenceIn(&*answer, {}, m_provider, m_clock.wall())
        != LinkEvidence::Unchanged;
}

void BrowserLinkFlow::answeredById(const Answer<LinkDetails> &answer)
{
    const QPointer<BrowserLinkFlow> alive(this);
    if (answer) {
        m_look->details = *answer;
        emit detailed(*answer);
        if (!alive)
            return;
    }
    const bool isSeen = evidence() == LinkEvidence::Changed || evidence() == LinkEvidence::Doubtful;
    if (!answer && isFinal(answer.error()))
        refuse(answer.error());
    else if (m_look->listing || (m_look->listError && isSeen))
        conclude(); // the list has told already; by id only adds who it is
    else if (m_look->listError)
        failed(*m_look->listError);
    else if (answer ? answer->authenticated : isCouldNotCheck(answer.error()))
        confirmByList(isSeen);
    else if (answer && !m_baseline.linked && isPatienceOver())
        askListLast();
    else if (answer)
        goOn(Wait::Waiting, std::min(m_policy.longestPause, as<Waiting>()->pause * 3 / 2));
    else
        failed(answer.error());
}

/// Linked, or there is a link that could not be checked, or it worked before too. Where by id has
/// told enough, the list is not waited for as long as it takes.
void BrowserLinkFlow::confirmByList(bool isSeen)
{
    if (!isSeen && m_preparation && m_preparation->isListUnderWay()) {
        goOn(Wait::Waiting, m_policy.listPause); // one list at a time
        return;
    }
    if (isSeen) {
        m_lists.outdate(); // what is under way was asked before
        m_timer->start(m_policy.listPatience);
    }
    askList();
}

/// By id says "no" of a link that does not work as it does of none, so that is looked up before
/// it is said that there is none.
void BrowserLinkFlow::askListLast()
{
    m_timer->start(m_policy.listPatience);
    askList();
}

void BrowserLinkFlow::answeredByList(const Answer<Listing> &answer)
{
    m_timer->stop();
    if (!answer) {
        failedByList(answer.error());
        return;
    }
    m_look->listing = *answer;
    judgeList();
}

/// By id may still tell something.
void BrowserLinkFlow::failedByList(const ApiError &error)
{
    m_look->listError = error;
    const bool isLast = m_look->details && !m_look->details->authenticated;
    if (isLast || evidence() == LinkEvidence::Changed || evidence() == LinkEvidence::Doubtful)
        conclude();
    else if (!m_look->isAskedById && m_baseline.isReadById && isOfTheList(error))
        askById();
    else
        failed(error);
}

void BrowserLinkFlow::judgeList()
{
    const bool seen = !m_baseline.linked && m_look->details && m_look->details->authenticated;
    if (!m_look->details && m_look->isProviderGone(m_provider))
        refuse({.kind = ApiError::Kind::NotFound});
    else if (!seen && evidence() == LinkEvidence::Unchanged && !m_baseline.isListOld)
        goOn(Wait::Waiting, m_policy.listPause); // a list has been asked, so not sooner
    else if (!seen && !m_look->isAskedById)
        askById();
    else
        conclude();
}

LinkEvidence BrowserLinkFlow::evidence() const
{
    return m_look->evidence(m_baseline, m_provider, m_clock.wall());
}

/// Nobody answered as they should: the pause doubles, and nothing that was known is forgotten.
void BrowserLinkFlow::failed(const ApiError &error)
{
    if (error.kind == ApiError::Kind::SignedOut) {
        goOn(Wait::SignedOut, usualPause(), error);
        return;
    }
    if (isFinal(error)) {
        refuse(error);
        return;
    }
    const milliseconds longest = std::max(m_policy.longestPause, m_policy.listPause);
    const milliseconds pause = std::min(2 * as<Waiting>()->pause, 2 * longest);
    const milliseconds asked = error.retryAfter.value_or(0s);
    goOn(Wait::Unanswered, std::max(pause, asked), error);
    if (asked > m_policy.leastPause)
        m_notBefore = m_clock.pace() + asked; // a person who comes back does not shorten it
}

void BrowserLinkFlow::refuse(const ApiError &error)
{
    m_look.reset();
    m_notBefore.reset();
    m_timer->stop();
    enter(Refused{.error = error});
}

void BrowserLinkFlow::goOn(Wait wait, milliseconds pause, const std::optional<ApiError> &error)
{
    Waiting waiting = *as<Waiting>();
    if (m_look) {
        m_notBefore = m_clock.pace() + m_policy.leastPause;
        if (m_look->listing) // which alone tells it from none
            waiting.isBroken = isBroken();
    }
    m_look.reset();
    waiting.wait = wait;
    waiting.pause = std::max(pause, m_policy.firstPause);
    waiting.error = error;
    if (isPatienceOver()) {
        m_timer->stop();
        m_notBefore.reset();
        enter(GaveUp{.error = error, .isBroken = waiting.isBroken});
        return;
    }
    if (wait == Wait::SignedOut)
        m_timer->stop();
    else
        m_timer->start(waiting.pause);
    enter(waiting);
}

/// Coder has stored what came of the page, and by id the check of it fails.
bool BrowserLinkFlow::isBroken() const
{
    const std::optional<LinkDetails> &details = m_look->details;
    return details && !details->authenticated && evidence() == LinkEvidence::Changed;
}

void BrowserLinkFlow::conclude()
{
    if (isBroken()) { // what it is compared with stays: once it works, it is linked
        goOn(Wait::Waiting, m_policy.listPause);
        return;
    }
    const std::optional<LinkDetails> details = m_look->details;
    const LinkBaseline before = m_baseline;
    const LinkEvidence told = evidence();
    // By id tells of a new link also where the list does not have it yet.
    const bool isNew = !before.linked && details && details->authenticated;
    const LinkEvidence seen = isNew ? LinkEvidence::Changed : told;
    m_look->takeInto(m_baseline, m_provider);
    if (seen == LinkEvidence::Unchanged || seen == LinkEvidence::Unread) {
        goOn(Wait::Waiting, m_policy.listPause); // it changed by a renewal that was refused
        return;
    }
    m_look.reset();
    m_preparation.reset();
    m_notBefore.reset();
    m_timer->stop();
    const std::optional<LinkUser> user = details ? details->user : std::nullopt;
    if (seen != LinkEvidence::Changed)
        enter(SeemsRenewed{.user = user, .isDoubtful = seen == LinkEvidence::Doubtful});
    else
        enter(Linked{.user = user,
                     .isRead = details.has_value(),
                     .before = before.user,
                     .wasLinked = before.linked});
}

void BrowserLinkFlow::cancel()
{
    if (isSettled())
        return;
    m_timer->stop();
    m_look.reset();
    m_preparation.reset();
    enter(Cancelled{});
}

void BrowserLinkFlow::resume()
{
    const auto *waiting = as<Waiting>();
    if (!waiting || waiting->wait != Wait::SignedOut)
        return;
    enter(Waiting{.since = waiting->since, .pause = waiting->pause, .isBroken = waiting->isBroken});
    lookNow();
}

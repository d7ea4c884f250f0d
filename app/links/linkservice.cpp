// SPDX-License-Identifier: MIT
#include "links/linkservice.h"

#include "base/logging.h"
#include "links/browserlinkflow.h"
#include "links/devicelinkflow.h"
#include "links/linkbook.h"
#include "links/linkhealth.h"
#include "links/unlinking.h"
#include "session/session.h"

#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

LinkService::LinkService(Session &session, LinkBook &book, Clock &clock, QObject *parent)
    : QObject(parent), m_session(session), m_book(book), m_clock(clock), m_lists(session.api()),
      m_rest(clock.makeTimer([this] { restIsOver(); }))
{
    book.addAccount(session.account().id());
    connect(&m_lists, &ListCalls::answered, this, &LinkService::listed);
    connect(&session, &Session::stateChanged, this, &LinkService::sessionChanged);
    connect(&session.api().rest(), &RestClient::serverTimeHeard, this, &LinkService::compareClocks);
}

LinkService::~LinkService() = default;

void LinkService::compareClocks(const QDateTime &server)
{
    const std::chrono::milliseconds ahead(m_clock.wall().msecsTo(server));
    const AccountId account = m_session.account().id();
    if (std::chrono::abs(ahead - m_book.serverAhead(account)) >= clockDoubt)
        m_book.setServerAhead(account, std::chrono::abs(ahead) >= clockDoubt ? ahead : 0ms);
}

void LinkService::sessionChanged()
{
    m_checkingSince
        = m_session.as<Session::Checking>() ? std::optional(m_clock.pace()) : std::nullopt;
    if (m_session.as<Session::SignedIn>()) {
        m_book.setMayRead(m_session.account().id(), true);
        disregardLists(); // what was asked with the token before says nothing of this one
        refresh();
        return;
    }
    const auto *failed = m_session.as<Session::Failed>();
    if (failed && failed->why == Session::Trouble::ScopeTooNarrow)
        m_book.setMayRead(m_session.account().id(), false);
    if (m_session.as<Session::SignedOut>())
        forgetAll();
}

/// Who signs out leaves nothing to look at, nor anything that is still being asked.
void LinkService::forgetAll()
{
    disregardLists();
    m_byIdReceiver.reset();
    m_problem.reset();
    m_listedAt.reset();
    m_notBefore.reset();
    m_queue = {};
    m_asked.reset();
    m_book.forgetLinks(m_session.account().id());
    emit statusChanged();
}

QDateTime LinkService::byOurClock(const QDateTime &theirs) const
{
    return m_book.byOurClock(theirs, m_session.account().id());
}

QDateTime LinkService::learntAt() const
{
    return m_book.listedAt(m_session.account().id());
}

void LinkService::refresh()
{
    list(Wish::Unbidden);
}

void LinkService::tryAgain()
{
    if (m_session.as<Session::SignedIn>())
        list(Wish::Person);
    else
        m_session.checkAgain();
}

void LinkService::list(Wish wish)
{
    if (m_asking || !m_session.hasToken())
        return;
    m_asking = {.asker = std::make_unique<QObject>(), .since = m_clock.pace(), .wish = wish};
    m_asking->call = m_lists.ask(*m_asking->asker);
    emit statusChanged();
}

/// A list answer, whoever asked for it. One that comes after a newer one has nothing to say.
void LinkService::listed(int call, const Answer<Listing> &answer)
{
    const bool isOwn = m_asking && m_asking->call == call;
    const Wish wish = isOwn ? m_asking->wish : Wish::Unbidden;
    if (isOwn)
        m_asking.reset();
    if (answer && call > m_oldCall)
        take(call, *answer, wish);
    if (answer)
        return;
    holdBack(answer.error()); // whoever was told to wait
    if (!isOwn)
        return;
    qCDebug(lcLink) << "no list";
    m_problem = answer.error();
    emit statusChanged();
}

/// What is under way is of no use to the book any more; flows may still be waiting for it.
void LinkService::disregardLists()
{
    m_asking.reset();
    m_lists.outdate();
    m_oldCall = m_lists.newest();
}

/// Something has become known of the link: no list that was asked for before may take it back.
void LinkService::noteNews(const ProviderId &provider)
{
    m_newsAfter.insert(provider, m_lists.newest());
    m_lists.outdate();
}

/// Whoever has asked by id. True where the list has to be asked to make sense of it.
bool LinkService::applyDetails(const LinkKey &key, const Answer<LinkDetails> &answer)
{
    const GitLink *link = m_book.find(key);
    const std::optional<GitLink> before = link ? std::optional(*link) : std::nullopt;
    const bool isListWanted = m_book.applyDetails(key, answer);
    if (before && (isListWanted || isTakenBack(*before, *m_book.find(key))))
        noteNews(key.provider);
    return isListWanted;
}

/// What is under way was asked before, and would tell of a link as it was, such as when it ends.
void LinkService::askAnew()
{
    if (!m_asking)
        return;
    const Wish wish = m_asking->wish;
    m_asking.reset();
    list(wish);
}

/// A flow has changed the link, and knows it: what was asked before is of no use.
void LinkService::outdate(const ProviderId &provider)
{
    noteNews(provider);
    askAnew();
    if (!m_asked || m_asked->provider != provider)
        return;
    m_byIdReceiver.reset();
    m_asked.reset();
    m_book.setChecking({.account = m_session.account().id(), .provider = provider}, false);
    askNext();
}

void LinkService::take(int call, const Listing &listing, Wish wish)
{
    m_oldCall = call;
    if (m_asking && m_asking->call < call)
        m_asking.reset();
    m_newsAfter.removeIf([call](auto news) { return news.value() < call; });
    m_queue.endRest();
    const QSet<ProviderId> newer(m_newsAfter.keyBegin(), m_newsAfter.keyEnd());
    m_problem.reset();
    m_notBefore.reset();
    m_listedAt = m_clock.deadline();
    const bool isAskedAgain = m_book.applyListing(m_session.account().id(), listing, newer);
    queueDoubtful(wish);
    emit statusChanged();
    if (isAskedAgain)
        wishForList();
}

void LinkService::activated()
{
    if (!m_session.as<Session::SignedIn>() || !mayAskUnbidden())
        return;
    if (!m_listedAt || m_clock.deadline() - *m_listedAt > ByIdQueue::oldEnough)
        refresh();
}

/// A suspended account asks nothing by itself, and neither does one that was told to wait.
bool LinkService::mayAskUnbidden() const
{
    const auto *failed = m_session.as<Session::Failed>();
    if (!m_session.hasToken() || (failed && failed->why != Session::Trouble::Unreachable))
        return false;
    return !m_notBefore || m_clock.deadline() >= *m_notBefore;
}

void LinkService::holdBack(const ApiError &error)
{
    if (error.retryAfter)
        m_notBefore = m_clock.deadline() + *error.retryAfter;
}

/// By id where only by id can tell, and for authenticated GitHub links, which have a user and an
/// app. A person who asks about everything asks about what only by id can tell, too.
void LinkService::queueDoubtful(Wish wish)
{
    const QDateTime now = m_book.serverNow(m_session.account().id());
    QList<std::pair<ProviderId, Wish>> doubtful;
    for (const GitLink &link : m_book.links()) {
        if (link.key.account != m_session.account().id() || !link.provider || !link.stored)
            continue;
        if (link.falseUnconfirmed) // the list renewed it, or could not: ask once more
            m_queue.forgetTimeOf(link.key.provider);
        const bool isGitHub = link.provider->type == "github"_L1 && link.stored->authenticated;
        if (asksById(link, now))
            doubtful.append({link.key.provider, wish});
        else if (isGitHub)
            doubtful.append({link.key.provider, Wish::Unbidden});
    }
    for (const auto &[provider, why] : std::as_const(doubtful))
        ask(provider, why);
}

void LinkService::ask(const ProviderId &provider, Wish wish)
{
    const GitLink *link = m_book.find({.account = m_session.account().id(), .provider = provider});
    if (!link || !link->provider || !link->provider->hasUsableId || !m_session.hasToken())
        return;
    if (m_asked && m_asked->provider == provider) {
        m_asked->wish = std::max(m_asked->wish, wish);
        return;
    }
    if (wish == Wish::Unbidden && !mayAskUnbidden())
        return;
    m_queue.add({.provider = provider, .wish = wish}, m_clock.deadline());
    askNext();
}

void LinkService::askNext()
{
    if (m_asked)
        return;
    m_asked = m_queue.take(m_clock.deadline());
    if (!m_asked)
        return;
    const ProviderId provider = m_asked->provider;
    m_byIdReceiver = std::make_unique<QObject>();
    m_session.api().details(provider, *m_byIdReceiver,
                            [this](const Answer<LinkDetails> &answer) { answered(answer); });
    m_book.setChecking({.account = m_session.account().id(), .provider = provider}, true);
}

void LinkService::answered(const Answer<LinkDetails> &answer)
{
    const ByIdQueue::Question asked = *std::exchange(m_asked, std::nullopt);
    const LinkKey key{.account = m_session.account().id(), .provider = asked.provider};
    const bool isWished = asked.wish == Wish::Person;
    m_book.setChecking(key, false);
    if (answer)
        m_queue.endRest();
    else
        restAfter(answer.error());
    const bool isListWanted = applyDetails(key, answer);
    if (isWished && !answer && isNoWord(answer.error()))
        m_book.setCheckProblem(key, answer.error());
    // By id never renews: what a person asks about may need the list to be told truly.
    const GitLink *link = m_book.find(key);
    const bool isUnrenewed = isWished && answer && !answer->authenticated && link && link->stored
        && link->stored->hasRefreshToken;
    if (isUnrenewed || (isListWanted && isWished))
        refresh();
    else if (isListWanted)
        wishForList();
    askNext();
}

/// Where it is the deployment that does not answer, the next questions would come to the same.
void LinkService::restAfter(const ApiError &error)
{
    holdBack(error);
    if (error.kind == ApiError::Kind::SignedOut && !mayAskUnbidden())
        m_queue.giveUp();
    else if (isOfTheDeployment(error) || error.retryAfter)
        m_rest->start(m_queue.rest(m_clock.deadline(), error.retryAfter.value_or(0s)));
}

void LinkService::restIsOver()
{
    if (!mayAskUnbidden())
        m_queue.dropUnbidden();
    askNext();
}

/// Where the newest list came to nothing the next is planned, each later than the one before.
void LinkService::wishForList()
{
    if (!m_problem && mayAskUnbidden())
        refresh();
}

LinkBaseline LinkService::baselineOf(const LinkKey &key) const
{
    const GitLink *link = m_book.find(key);
    LinkBaseline baseline = link ? LinkBaseline::of(*link) : LinkBaseline();
    baseline.serverAhead = m_book.serverAhead(key.account);
    return baseline;
}

std::unique_ptr<DeviceLinkFlow> LinkService::deviceLink(const ProviderId &provider)
{
    const LinkKey key{.account = m_session.account().id(), .provider = provider};
    auto flow = std::make_unique<DeviceLinkFlow>(
        m_session.api(), m_lists, provider, baselineOf(key), m_clock, DeviceLinkFlow::Policy());
    listAfter(*flow, key, true); // it reads only after an exchange, and by id first
    connect(flow.get(), &DeviceLinkFlow::stateChanged, this, [this, key, flow = flow.get()] {
        if (!flow->isUnread())
            return;
        outdate(key.provider);
        wishForList();
    });
    resumeWhenSignedIn(*flow);
    return flow;
}

std::unique_ptr<BrowserLinkFlow> LinkService::browserLink(const ProviderId &provider)
{
    const LinkKey key{.account = m_session.account().id(), .provider = provider};
    auto flow = std::make_unique<BrowserLinkFlow>(
        m_session.api(), m_lists, provider, baselineOf(key), m_clock, BrowserLinkFlow::Policy());
    connect(flow.get(), &BrowserLinkFlow::stateChanged, this, [this, key, flow = flow.get()] {
        if (flow->as<BrowserLinkFlow::Linked>() || flow->as<BrowserLinkFlow::SeemsRenewed>())
            outdate(key.provider);
    });
    listAfter(*flow, key, false);
    resumeWhenSignedIn(*flow);
    return flow;
}

/// What a flow reads by id is folded in. Once it is at its end, the list is asked for the rest
/// where none was answered since. Of a flow that asks only after a change the first "yes" tells of
/// it; else nothing has changed that it knows of.
template <typename Flow>
void LinkService::listAfter(Flow &flow, const LinkKey &key, bool isYesNews)
{
    struct Heard {
        int newerThan = -1; ///< the list that is asked for
        bool isYes = false;
    };
    const auto heard = std::make_shared<Heard>();
    connect(&flow, &Flow::detailed, this,
            [this, key, heard, isYesNews](const LinkDetails &details) {
                const bool isYes = isYesNews && details.authenticated;
                const bool isNews = isYes && !std::exchange(heard->isYes, isYes);
                if (applyDetails(key, details) || isNews)
                    heard->newerThan = m_lists.newest();
                if (isNews)
                    outdate(key.provider);
            });
    connect(&flow, &Flow::stateChanged, this, [this, heard, &flow] {
        if (flow.isSettled() && m_oldCall <= std::exchange(*heard, {}).newerThan)
            wishForList();
    });
}

template <typename Flow>
void LinkService::resumeWhenSignedIn(Flow &flow)
{
    const auto resume = [this, flow = QPointer<Flow>(&flow)] {
        if (flow && m_session.as<Session::SignedIn>())
            flow->resume();
    };
    connect(&m_session, &Session::stateChanged, &flow, resume);
    // Where the refusal was of the token before, nobody will sign in again. Queued, so with a
    // context that dies with what is used.
    connect(&flow, &Flow::stateChanged, this, resume, Qt::QueuedConnection);
}

std::unique_ptr<Unlinking> LinkService::unlinking(const ProviderId &provider)
{
    const LinkKey key{.account = m_session.account().id(), .provider = provider};
    const GitLink *link = m_book.find(key);
    auto unlinking
        = std::make_unique<Unlinking>(m_session.api(), m_lists, link ? *link : GitLink{.key = key});
    connect(unlinking.get(), &Unlinking::removed, this, [this, key] {
        m_book.applyUnlinked(key);
        outdate(key.provider);
    });
    return unlinking;
}

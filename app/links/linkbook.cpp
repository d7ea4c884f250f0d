// SPDX-License-Identifier: MIT
#include "links/linkbook.h"

#include "links/incidents.h"
#include "links/linkhealth.h"

#include <algorithm>
#include <utility>

namespace {

/// Coder calls every provider of one type the same where the admin gave none of them a name.
void noteSharedNames(std::vector<GitLink> &links)
{
    QHash<QString, int> times;
    for (GitLink &link : links) {
        link.sharesName = false;
        ++times[link.name().plain()];
    }
    for (GitLink &link : links)
        link.sharesName = times.value(link.name().plain()) > 1;
}

} // namespace

LinkBook::LinkBook(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) { }

const GitLink *LinkBook::find(const LinkKey &key) const
{
    const std::optional<size_t> place = placeOf(key);
    return place ? &m_links[*place] : nullptr;
}

GitLink *LinkBook::findMutable(const LinkKey &key)
{
    const std::optional<size_t> place = placeOf(key);
    return place ? &m_links[*place] : nullptr;
}

std::optional<size_t> LinkBook::placeOf(const LinkKey &key) const
{
    const size_t place = m_places.value(key);
    if (place < m_links.size() && m_links[place].key == key)
        return place;
    const auto found = std::find_if(m_links.begin(), m_links.end(),
                                    [&](const GitLink &link) { return link.key == key; });
    if (found == m_links.end())
        return std::nullopt;
    m_places.clear();
    for (size_t i = 0; i < m_links.size(); ++i)
        m_places.insert(m_links[i].key, i);
    return static_cast<size_t>(found - m_links.begin());
}

LinkHealth LinkBook::health(const GitLink &link) const
{
    return healthAt(link, serverNow(link.key.account));
}

LinkHealth LinkBook::healthAt(const GitLink &link, const QDateTime &serverNow) const
{
    return m_limited.contains(link.key) ? LinkHealth::RateLimited : healthOf(link, serverNow);
}

int LinkBook::attentionCount() const
{
    ServerDates dates(*this);
    return static_cast<int>(std::count_if(m_links.begin(), m_links.end(), [&](const GitLink &link) {
        return needsAttention(healthAt(link, dates.of(link.key.account)));
    }));
}

/// Remembers since when a health holds; the same health again keeps its beginning.
void LinkBook::noteHealth(GitLink &link, const QDateTime &serverNow) const
{
    const LinkHealth now = healthOf(link, serverNow);
    if (link.healthSince.isValid() && now == link.lastKnown)
        return;
    if (!saysNothing(link.lastKnown))
        link.healthBefore = link.lastKnown;
    link.lastKnown = now;
    link.healthSince = m_clock.wall();
}

/// Looks again which links may only be limited. Says whose links may differ now if those of
/// \a account do: nobody else's, or all.
AccountId LinkBook::noteLimits(const AccountId &account)
{
    const QSet<LinkKey> before = std::exchange(m_limited, perhapsLimited(m_links, now()));
    const auto isElsewhere = [&](const QSet<LinkKey> &some, const QSet<LinkKey> &others) {
        return std::any_of(some.begin(), some.end(), [&](const LinkKey &key) {
            return key.account != account && !others.contains(key);
        });
    };
    return isElsewhere(before, m_limited) || isElsewhere(m_limited, before) ? AccountId() : account;
}

/// Just this one has changed, which may put others in another light.
void LinkBook::tellOne(const GitLink &link)
{
    const LinkKey key = link.key;
    if (m_limited.contains(key) || ::isPerhapsLimited(link, m_links, now()))
        emit linksChanged(noteLimits(key.account));
    emit linkChanged(key);
}

AccountLinks LinkBook::knownOf(const AccountId &account) const
{
    AccountLinks known{.listedAt = listedAt(account)};
    for (const GitLink &link : m_links) {
        if (link.key.account == account)
            known.links.push_back({.link = link, .learntAt = learntAt(link.key)});
    }
    return known;
}

void LinkBook::recall(const AccountId &account, const AccountLinks &known)
{
    if (listedAt(account).isValid())
        return;
    const QDateTime now = serverNow(account);
    std::vector<GitLink> links;
    links.reserve(known.links.size());
    for (const AccountLinks::Entry &entry : known.links) {
        GitLink link = entry.link;
        noteHealth(link, now); // it may have expired since
        links.push_back(std::move(link));
        if (entry.learntAt.isValid())
            m_learntAt.insert(entry.link.key, entry.learntAt);
    }
    m_listedAt.insert(account, known.listedAt);
    replaceLinks(account, std::move(links));
    emit linksChanged(noteLimits(account));
}

void LinkBook::addAccount(const AccountId &account)
{
    if (!m_accounts.contains(account))
        m_accounts.append(account);
}

bool LinkBook::applyListing(const AccountId &account, const Listing &listing,
                            const QSet<ProviderId> &newer)
{
    bool isAskedAgain = false;
    const QDateTime now = serverNow(account);
    const bool isReadableAgain = m_readableAgain.remove(account);
    QHash<ProviderId, const StoredLink *> stored;
    for (const StoredLink &link : listing.links)
        stored.insert(link.provider, &link);
    QHash<ProviderId, const GitLink *> known;
    for (const GitLink &link : m_links) {
        if (link.key.account == account)
            known.insert(link.key.provider, &link);
    }

    std::vector<GitLink> fresh;
    const auto fold = [&](const ProviderId &id, const Provider *provider, const StoredLink *link) {
        const GitLink *before = known.value(id);
        GitLink folded = before ? *before : GitLink{.key = {.account = account, .provider = id}};
        folded.mayRead
            = !m_unreadable.contains(account) && (folded.mayRead || isReadableAgain || link);
        foldListing(folded, provider, link, now);
        if (before && newer.contains(id) && isTakenBack(*before, folded)) {
            folded = *before;
            isAskedAgain = true;
        } else if (!asksById(folded, now)) { // else the list has told nothing
            m_learntAt.insert(folded.key, m_clock.wall());
        }
        noteHealth(folded, now);
        fresh.push_back(std::move(folded));
    };
    for (const Provider &provider : listing.providers)
        fold(provider.id, &provider, stored.take(provider.id));
    for (const StoredLink &link : listing.links) {
        if (stored.contains(link.provider)) // no provider took it: an orphan
            fold(link.provider, nullptr, &link);
    }

    m_listedAt.insert(account, m_clock.wall());
    replaceLinks(account, std::move(fresh));
    emit linksChanged(noteLimits(account));
    emit learnt(account);
    return isAskedAgain;
}

void LinkBook::replaceLinks(const AccountId &account, std::vector<GitLink> fresh)
{
    addAccount(account);
    noteSharedNames(fresh);
    const auto isOurs = [&](const GitLink &link) { return link.key.account == account; };
    const auto first = std::find_if(m_links.begin(), m_links.end(), isOurs);
    const auto end = std::find_if_not(first, m_links.end(), isOurs);
    const auto isSame = [](const GitLink &a, const GitLink &b) { return a.key == b.key; };
    if (std::equal(first, end, fresh.begin(), fresh.end(), isSame)) { // as most answers are
        std::move(fresh.begin(), fresh.end(), first);
        return;
    }
    auto place = m_links.erase(first, end);
    if (place == m_links.end()) { // from there, as most that are new come last
        const qsizetype rank = m_accounts.indexOf(account);
        const auto isBefore
            = [&](const GitLink &link) { return m_accounts.indexOf(link.key.account) <= rank; };
        place = std::find_if(m_links.rbegin(), m_links.rend(), isBefore).base();
    }
    m_links.insert(place, std::make_move_iterator(fresh.begin()),
                   std::make_move_iterator(fresh.end()));
}

bool LinkBook::applyDetails(const LinkKey &key, const Answer<LinkDetails> &answer)
{
    GitLink *link = findMutable(key);
    if (!link)
        return false;
    const QDateTime now = serverNow(key.account);
    const bool isInDoubt = foldDetails(*link, answer);
    const bool listWanted = forgetEndOfBefore(*link, now) || isInDoubt;
    noteHealth(*link, now);
    const bool counts = answer || !isNoWord(answer.error());
    if (counts)
        m_learntAt.insert(key, m_clock.wall());
    tellOne(*link);
    if (counts)
        emit learnt(key.account);
    return listWanted;
}

void LinkBook::applyUnlinked(const LinkKey &key)
{
    GitLink *link = findMutable(key);
    if (!link || !link->provider) // an orphan: only a list tells that it is gone
        return;
    const Provider provider = *link->provider;
    foldListing(*link, &provider, nullptr, serverNow(key.account));
    noteHealth(*link, serverNow(key.account));
    m_learntAt.insert(key, m_clock.wall());
    tellOne(*link);
    emit learnt(key.account);
}

QDateTime LinkBook::serverNow(const AccountId &account) const
{
    return m_clock.wall().addMSecs(serverAhead(account).count());
}

QDateTime LinkBook::byOurClock(const QDateTime &theirs, const AccountId &account) const
{
    return theirs.addMSecs(-serverAhead(account).count());
}

void LinkBook::setServerAhead(const AccountId &account, std::chrono::milliseconds ahead)
{
    if (serverAhead(account) == ahead)
        return;
    m_serverAhead.insert(account, ahead);
    reconsider();
    emit serverClockLearnt(account);
}

void LinkBook::setChecking(const LinkKey &key, bool checking)
{
    GitLink *link = findMutable(key);
    if (!link || link->checking == checking)
        return;
    link->checking = checking;
    emit linkChanged(key);
}

void LinkBook::setCheckProblem(const LinkKey &key, const ApiError &problem)
{
    GitLink *link = findMutable(key);
    if (!link)
        return;
    link->checkProblem = problem;
    emit linkChanged(key);
}

void LinkBook::setMayRead(const AccountId &account, bool mayRead)
{
    if (mayRead) {
        m_unreadable.remove(account);
        m_readableAgain.insert(account);
        return;
    }
    m_unreadable.insert(account);
    for (GitLink &link : m_links) {
        if (link.key.account == account) {
            link.mayRead = false;
            noteHealth(link, serverNow(account));
        }
    }
    emit linksChanged(noteLimits(account));
}

void LinkBook::removeAccount(const AccountId &account)
{
    m_accounts.removeOne(account);
    forgetLinks(account);
}

void LinkBook::forgetLinks(const AccountId &account)
{
    m_unreadable.remove(account);
    m_readableAgain.remove(account);
    m_serverAhead.remove(account);
    std::erase_if(m_links, [&](const GitLink &link) { return link.key.account == account; });
    m_learntAt.removeIf([&](auto entry) { return entry.key().account == account; });
    m_listedAt.remove(account);
    noteLimits({});
    emit linksChanged();
    emit accountRemoved(account);
}

void LinkBook::arrange(const QList<AccountId> &accounts)
{
    QList<AccountId> arranged;
    for (const AccountId &account : accounts) {
        if (m_accounts.contains(account))
            arranged.append(account);
    }
    for (const AccountId &account : std::as_const(m_accounts)) {
        if (!arranged.contains(account))
            arranged.append(account);
    }
    if (arranged == m_accounts)
        return;
    m_accounts = arranged;
    std::stable_sort(m_links.begin(), m_links.end(), [this](const GitLink &a, const GitLink &b) {
        return m_accounts.indexOf(a.key.account) < m_accounts.indexOf(b.key.account);
    });
    emit linksChanged();
}

void LinkBook::reconsider()
{
    ServerDates dates(*this);
    for (GitLink &link : m_links)
        noteHealth(link, dates.of(link.key.account));
    noteLimits({});
    emit linksChanged();
}

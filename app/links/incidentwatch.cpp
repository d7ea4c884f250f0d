// SPDX-License-Identifier: MIT
#include "links/incidentwatch.h"

#include "links/linkbook.h"
#include "links/linkhealth.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace {

/// Several accounts answer within seconds at the start, and after an outage.
constexpr auto together = 5s;

} // namespace

IncidentWatch::IncidentWatch(LinkBook &book, Clock &clock, QObject *parent)
    : QObject(parent), m_book(book), m_timer(clock.makeTimer([this] { tell(); }))
{
    look({});
    connect(&book, &LinkBook::linkChanged, this, [this](const LinkKey &key) {
        if (const GitLink *link = m_book.find(key))
            lookAt(*link, m_book.health(*link), m_known[key.account]);
    });
    connect(&book, &LinkBook::linksChanged, this, &IncidentWatch::look); // time passes, too
    connect(&book, &LinkBook::accountRemoved, this,
            [this](const AccountId &account) { m_known.remove(account); });
}

IncidentWatch::~IncidentWatch() = default;

/// At the links of one account, or at all, where those of an account stand together.
void IncidentWatch::look(const AccountId &account)
{
    ServerDates dates(m_book);
    AccountId last;
    Known *known = nullptr;
    for (const GitLink &link : m_book.links()) {
        if (!account.isEmpty() && link.key.account != account)
            continue;
        if (!known || link.key.account != last) {
            last = link.key.account;
            known = &m_known[last];
        }
        lookAt(link, m_book.healthAt(link, dates.of(last)), *known);
    }
}

void IncidentWatch::lookAt(const GitLink &link, LinkHealth health, Known &ofAccount)
{
    if (saysNothing(health))
        return;
    const std::optional<Incident::Kind> kind = incidentOf(health);
    const auto known = ofAccount.constFind(link.key.provider);
    const bool isFirst = known == ofAccount.cend();
    if (!isFirst && *known == kind)
        return;
    ofAccount.insert(link.key.provider, kind);
    if (!kind || (isFirst && !hasChanged(link)))
        return;
    m_news.append({.kind = *kind, .link = link.key});
    if (!m_timer->isActive())
        m_timer->start(together);
}

/// What is heard of a link for the first time, which on older servers is by id, tells how it is and
/// not that it has changed; unless it was recalled, and has changed since it was learnt.
bool IncidentWatch::hasChanged(const GitLink &link) const
{
    return link.healthSince
        > std::max(m_book.listedAt(link.key.account), m_book.learntAt(link.key));
}

void IncidentWatch::tell()
{
    QList<Incident> news = std::exchange(m_news, {});
    news.removeIf([this](const Incident &incident) { // over again meanwhile
        const GitLink *link = m_book.find(incident.link);
        return !link || incidentOf(m_book.health(*link)) != incident.kind;
    });
    std::stable_partition(news.begin(), news.end(), [](const Incident &incident) {
        return incident.kind == Incident::Kind::Broken;
    });
    if (!news.isEmpty())
        emit found(news);
}

// SPDX-License-Identifier: MIT
#include "links/linkhealth.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds soon = std::chrono::hours(72);

/// Within 72 hours of its end, or within a tenth of its life if that is shorter.
bool endsSoon(const StoredLink &stored, const QDateTime &now)
{
    if (stored.expires.kind != Moment::Kind::At)
        return false;
    std::chrono::milliseconds window = soon;
    if (stored.updatedAt.kind == Moment::Kind::At) {
        const std::chrono::milliseconds life(stored.updatedAt.at.msecsTo(stored.expires.at));
        window = std::min(window, life / 10);
    }
    return std::chrono::milliseconds(now.msecsTo(stored.expires.at)) <= window;
}

LinkHealth brokenHealth(const GitLink &link, const QDateTime &now)
{
    if (link.word == ProviderWord::RateLimited)
        return LinkHealth::RateLimited;
    if (link.word == ProviderWord::Unreachable)
        return LinkHealth::ProviderUnreachable;
    if ((link.stored && isPast(link.stored->expires, now))
        || link.word == ProviderWord::TokenExpired)
        return LinkHealth::Expired;
    if (link.word == ProviderWord::Other)
        return LinkHealth::Unknown;
    return LinkHealth::NeedsReconnect;
}

LinkHealth workingHealth(const GitLink &link, const QDateTime &now)
{
    if (!link.provider->allowValidate)
        return LinkHealth::NotVerifiable;
    const bool appMissing = link.details && link.details->installations.isEmpty()
        && link.details->appInstallable && link.details->authenticated
        && link.provider->type == "github"_L1;
    if (appMissing)
        return LinkHealth::AppNotInstalled;
    if (!link.stored) // it works, and only the list tells until when
        return LinkHealth::Valid;
    if (link.stored->expires.kind == Moment::Kind::At && renewsItself(link))
        return LinkHealth::RenewsItself;
    if (isPast(link.stored->expires, now)) // Coder says so of it, too, from its next list on
        return LinkHealth::Expired;
    if (endsSoon(*link.stored, now))
        return LinkHealth::ExpiringSoon;
    return LinkHealth::Valid;
}

} // namespace

LinkHealth healthOf(const GitLink &link, const QDateTime &now)
{
    if (!link.provider)
        return link.stored ? LinkHealth::Orphan : LinkHealth::Unknown;
    if (!link.mayRead || !link.provider->hasUsableId)
        return LinkHealth::Unknown;
    if (!link.isLinked())
        return LinkHealth::NotLinked;
    if (!link.authenticated)
        return link.lastKnown;
    return *link.authenticated ? workingHealth(link, now) : brokenHealth(link, now);
}

QDateTime seenToBegin(const GitLink &link)
{
    return link.healthBefore == LinkHealth::Unknown ? QDateTime() : link.healthSince;
}

bool saysNothing(LinkHealth health)
{
    return health == LinkHealth::ProviderUnreachable || health == LinkHealth::RateLimited
        || health == LinkHealth::Unknown;
}

bool needsAttention(LinkHealth health)
{
    switch (health) {
    case LinkHealth::NeedsReconnect:
    case LinkHealth::Expired:
    case LinkHealth::ExpiringSoon:
    case LinkHealth::AppNotInstalled:
        return true;
    case LinkHealth::Valid:
    case LinkHealth::RenewsItself:
    case LinkHealth::NotVerifiable:
    case LinkHealth::ProviderUnreachable:
    case LinkHealth::RateLimited:
    case LinkHealth::NotLinked:
    case LinkHealth::Orphan:
    case LinkHealth::Unknown:
        return false;
    }
    Q_UNREACHABLE();
}

bool renewsItself(const GitLink &link)
{
    return link.stored && link.provider && link.stored->hasRefreshToken
        && link.provider->allowRefresh;
}

bool isPast(const Moment &expires, const QDateTime &now)
{
    return expires.kind == Moment::Kind::At && expires.at <= now;
}

bool asksById(const GitLink &link, const QDateTime &now)
{
    return link.provider && link.stored && !link.stored->authenticated
        && link.stored->word == ProviderWord::None && !isPast(link.stored->expires, now);
}

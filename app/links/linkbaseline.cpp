// SPDX-License-Identifier: MIT
#include "links/linkbaseline.h"

#include <algorithm>

namespace {

/// Null where it has none.
const StoredLink *linkIn(const Listing &listing, const ProviderId &provider)
{
    const auto found
        = std::find_if(listing.links.begin(), listing.links.end(),
                       [&](const StoredLink &link) { return link.provider == provider; });
    return found == listing.links.end() ? nullptr : &*found;
}

/// By id tells no times: of a link that was there before, only that it does not work.
LinkEvidence evidenceById(const std::optional<LinkDetails> &details, bool wasLinked)
{
    if (!details || (details->authenticated && wasLinked))
        return LinkEvidence::Unread;
    return details->authenticated ? LinkEvidence::Changed : LinkEvidence::Unchanged;
}

} // namespace

void LinkBaseline::take(const Listing &listing, const ProviderId &provider)
{
    const StoredLink *link = linkIn(listing, provider);
    linked = link != nullptr;
    if (!link) {
        user.reset();
        return;
    }
    const auto listed
        = std::find_if(listing.providers.begin(), listing.providers.end(),
                       [&](const Provider &candidate) { return candidate.id == provider; });
    updatedAt = link->updatedAt;
    expires = link->expires;
    renews = link->hasRefreshToken && listed != listing.providers.end() && listed->allowRefresh;
}

LinkEvidence LinkBaseline::evidenceIn(const Listing *listing,
                                      const std::optional<LinkDetails> &details,
                                      const ProviderId &provider, const QDateTime &now) const
{
    if (!listing)
        return evidenceById(details, linked);
    const StoredLink *found = linkIn(*listing, provider);
    if (!found || (linked && found->updatedAt == updatedAt))
        return LinkEvidence::Unchanged;
    if (!mayHaveBeenRenewed(now))
        return LinkEvidence::Changed;
    // A renewal that was refused moves the time too, and takes the refresh token away
    // (recordings, 3).
    const bool isBroken = details && !details->authenticated && !found->hasRefreshToken;
    return isBroken ? LinkEvidence::Unchanged : LinkEvidence::MaybeRenewed;
}

bool LinkBaseline::mayHaveBeenRenewed(const QDateTime &now) const
{
    return linked && renews && expires.kind == Moment::Kind::At
        && expires.at <= now.addMSecs((serverAhead + clockDoubt).count());
}

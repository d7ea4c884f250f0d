// SPDX-License-Identifier: MIT
#include "links/linkbaseline.h"

#include "links/linkhealth.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Null where it has none.
const StoredLink *linkIn(const Listing &listing, const ProviderId &provider)
{
    const auto found
        = std::find_if(listing.links.begin(), listing.links.end(),
                       [&](const StoredLink &link) { return link.provider == provider; });
    return found == listing.links.end() ? nullptr : &*found;
}

bool isAnother(const LinkUser &before, const LinkUser &now)
{
    if (before.login.isEmpty() || now.login.isEmpty())
        return false;
    return before.id && now.id ? before.id != now.id : before.login != now.login;
}

} // namespace

LinkBaseline LinkBaseline::of(const GitLink &link)
{
    LinkBaseline baseline;
    if (link.isLinked()) {
        baseline.linked = true;
        baseline.works = link.authenticated.value_or(true);
        baseline.renews = renewsItself(link);
        baseline.user = link.user;
    }
    if (link.stored) {
        baseline.updatedAt = link.stored->updatedAt;
        baseline.expires = link.stored->expires;
    }
    baseline.hasApps = link.provider && link.provider->type == "github"_L1;
    return baseline;
}

void LinkBaseline::take(const Listing &listing, const ProviderId &provider)
{
    const StoredLink *link = linkIn(listing, provider);
    linked = link != nullptr;
    isListOld = false;
    if (!link) {
        works = false;
        user.reset();
        return;
    }
    if (link->authenticated || link->word != ProviderWord::None)
        works = link->authenticated;
    const auto listed
        = std::find_if(listing.providers.begin(), listing.providers.end(),
                       [&](const Provider &candidate) { return candidate.id == provider; });
    updatedAt = link->updatedAt;
    expires = link->expires;
    renews = link->hasRefreshToken && listed != listing.providers.end() && listed->allowRefresh;
}

void LinkBaseline::take(const LinkDetails &details)
{
    isReadById = true;
    works = details.authenticated;
    linked = linked || works;
    if (details.user)
        user = details.user;
}

/// By id tells no times. Of a link that was there it tells who it is; and where that one did not
/// work, Coder may just have renewed it, or the provider may have recovered.
LinkEvidence LinkBaseline::evidenceById(const std::optional<LinkDetails> &details) const
{
    if (!details)
        return LinkEvidence::Unread;
    if (!details->authenticated)
        return LinkEvidence::Unchanged;
    if (!linked)
        return LinkEvidence::Changed;
    if (!isReadById)
        return LinkEvidence::Unread;
    if (user && details->user && isAnother(*user, *details->user))
        return LinkEvidence::Changed;
    return works ? LinkEvidence::Unread : LinkEvidence::Doubtful;
}

LinkEvidence LinkBaseline::evidenceIn(const Listing *listing,
                                      const std::optional<LinkDetails> &details,
                                      const ProviderId &provider, const QDateTime &now) const
{
    if (!listing)
        return evidenceById(details);
    const StoredLink *found = linkIn(*listing, provider);
    if (!found || (linked && found->updatedAt == updatedAt))
        return LinkEvidence::Unchanged;
    const bool isBroken = details && !details->authenticated;
    // A renewal that was refused moves the time too, and takes the refresh token away
    // (recordings, 3).
    if (mayHaveBeenRenewed(now))
        return isBroken && !found->hasRefreshToken ? LinkEvidence::Unchanged
                                                   : LinkEvidence::MaybeRenewed;
    if (!linked || !isListOld || evidenceById(details) == LinkEvidence::Changed)
        return LinkEvidence::Changed;
    return isBroken ? LinkEvidence::Unchanged : LinkEvidence::Doubtful;
}

bool LinkBaseline::mayHaveBeenRenewed(const QDateTime &now) const
{
    return linked && renews && expires.kind == Moment::Kind::At
        && expires.at <= now.addMSecs((serverAhead + clockDoubt).count());
}

bool isOfTheList(const ApiError &error)
{
    return error.kind == ApiError::Kind::TimedOut || error.kind == ApiError::Kind::ServerFault;
}

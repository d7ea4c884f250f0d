// SPDX-License-Identifier: MIT
#include "links/browserlinklook.h"

#include <algorithm>

LinkEvidence BrowserLinkLook::evidence(const LinkBaseline &before, const ProviderId &provider,
                                       const QDateTime &now) const
{
    return before.evidenceIn(listing ? &*listing : nullptr, details, provider, now);
}

bool BrowserLinkLook::isProviderGone(const ProviderId &provider) const
{
    return listing
        && std::none_of(listing->providers.cbegin(), listing->providers.cend(),
                        [&](const Provider &listed) { return listed.id == provider; });
}

void BrowserLinkLook::takeInto(LinkBaseline &baseline, const ProviderId &provider) const
{
    if (listing)
        baseline.take(*listing, provider);
    if (details)
        baseline.take(*details);
}

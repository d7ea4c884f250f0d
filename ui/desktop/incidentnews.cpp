// SPDX-License-Identifier: MIT
#include "desktop/incidentnews.h"

#include "links/linkbook.h"
#include "session/accountbook.h"

std::optional<LinkNews> IncidentNews::of(const QList<Incident> &incidents, const LinkBook &links,
                                         const AccountBook &accounts)
{
    if (incidents.isEmpty())
        return std::nullopt;
    const Incident &first = incidents.constFirst();
    const GitLink *link = links.find(first.link);
    const Account *account = accounts.find(first.link.account);
    if (!link || !account)
        return std::nullopt;
    return LinkNews{.kind = first.kind == Incident::Kind::Broken ? LinkNews::Kind::Broken
                                                                 : LinkNews::Kind::Ending,
                    .link = first.link,
                    .provider = link->name(),
                    .server = account->server,
                    .others = static_cast<int>(incidents.size()) - 1};
}

// SPDX-License-Identifier: MIT
#include "dialogs/authorisedapps.h"

#include "links/gitlink.h"

using namespace Qt::StringLiterals;

WebAddress authorisedAppsPage(const GitLink &link, const ServerUrl &account)
{
    return link.provider && link.user ? authorisedAppsPage(link.provider->type, *link.user, account)
                                      : WebAddress();
}

WebAddress authorisedAppsPage(const QString &type, const LinkUser &user, const ServerUrl &account)
{
    if (type.compare("github"_L1, Qt::CaseInsensitive) != 0 || !user.profile.isUsable())
        return {};
    // docs.github.com: "Reviewing your authorized OAuth apps"; the same path on GitHub Enterprise
    QUrl page = user.profile.url();
    page.setPath(u"/settings/applications"_s);
    page.setQuery(QString());
    page.setFragment(QString());
    return WebAddress::judge(page.toString(QUrl::FullyEncoded), account);
}

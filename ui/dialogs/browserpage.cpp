// SPDX-License-Identifier: MIT
#include "dialogs/browserpage.h"

#include "links/gitlink.h"
#include "session/account.h"

#include <QUrl>

/// Of a link that works, Coder's page only says so and starts nothing: what it would start has an
/// address of its own, which those that link by device code do not have.
BrowserPage BrowserPage::of(const GitLink &link, const Account &account)
{
    const QByteArray page
        = "/external-auth/" + QUrl::toPercentEncoding(link.key.provider.toString());
    const bool hasCallback = link.provider && !link.provider->device;
    if (hasCallback && link.isLinked() && link.authenticated.value_or(true))
        return {.address = account.page(page + "/callback"), .linksAgain = true};
    return {.address = account.page(page)};
}

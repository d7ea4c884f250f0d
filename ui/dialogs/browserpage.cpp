// SPDX-License-Identifier: MIT
#include "dialogs/browserpage.h"

#include "links/gitlink.h"
#include "session/account.h"

#include <QUrl>

BrowserPages BrowserPages::of(const GitLink &link, const Account &account)
{
    const QByteArray page
        = "/external-auth/" + QUrl::toPercentEncoding(link.key.provider.toString());
    const bool hasCallback = link.provider && !link.provider->device;
    return {.first = account.page(page),
            .again = hasCallback ? account.page(page + "/callback") : WebAddress()};
}

/// Of a link that works, Coder's page only says so and starts nothing: what it would start has an
/// address of its own, which those that link by device code do not have.
BrowserPage BrowserPages::page(bool works) const
{
    if (works && again.isUsable())
        return {.address = again, .linksAgain = true};
    return {.address = first};
}

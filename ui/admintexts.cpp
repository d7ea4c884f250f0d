// SPDX-License-Identifier: MIT
#include "admintexts.h"

#include "links/gitlink.h"

QString AdminTexts::providerRemoved(const GitLink &link, const QString &host)
{
    //: A message to an admin. %1 is the host of a deployment, %2 the id of a provider
    return tr("Hello, %1 still keeps my link to the external authentication provider “%2”, which "
              "is no "
              "longer set up there, and Coder offers no way to remove such a link. Could you bring "
              "the "
              "provider back for a while, so that I can unlink it?")
        .arg(host, link.name().plain());
}

QString AdminTexts::noProvider(const QString &host)
{
    //: A message to an admin. %1 is the host of a deployment
    return tr("Hello, Fairlead finds no external authentication provider on %1. Could you set one "
              "up? It "
              "is done with the CODER_EXTERNAL_AUTH_0_* settings of the server; the Coder "
              "documentation "
              "has a page on external authentication.")
        .arg(host);
}

// SPDX-License-Identifier: MIT
#include "keychain/libsecretsession.h"

#include <QLibrary>

using namespace Qt::StringLiterals;

void forgetLibsecretSession()
{
    using Disconnect = void (*)();
    const int interfaceVersion = 0; // libsecret-1.so.0
    QLibrary library(u"secret-1"_s, interfaceVersion);
    // https://gnome.pages.gitlab.gnome.org/libsecret/type_func.Service.disconnect.html
    const auto disconnect
        = reinterpret_cast<Disconnect>(library.resolve("secret_service_disconnect"));
    if (disconnect)
        disconnect();
}

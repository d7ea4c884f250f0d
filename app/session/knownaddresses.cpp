// SPDX-License-Identifier: MIT
#include "session/knownaddresses.h"

#include "session/accountbook.h"
#include "session/cliimport.h"
#include "session/preferences.h"

QStringList knownAddresses(const AccountBook &accounts, const Preferences &preferences,
                           const QString &coderUrl, const CliImport &cli)
{
    QStringList addresses;
    const auto add = [&addresses](const ServerUrl &server) {
        if (!addresses.contains(server.origin()))
            addresses.append(server.origin());
    };
    for (const Account &account : accounts.accounts())
        add(account.server);
    // A file and the environment may hold anything.
    const QStringList others = preferences.pastAddresses() + QStringList{coderUrl};
    for (const QString &other : others) {
        if (const auto server = ServerUrl::fromUserInput(other))
            add(*server);
    }
    if (const auto server = cli.server())
        add(*server);
    return addresses;
}

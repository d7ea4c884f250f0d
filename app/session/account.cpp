// SPDX-License-Identifier: MIT
#include "session/account.h"

AccountId Account::id() const
{
    return AccountId(server.origin() + u'/' + userId);
}

WebAddress Account::page(const QByteArray &path) const
{
    const QString base = dashboard.isUsable()
        ? dashboard.url().toString(QUrl::FullyEncoded | QUrl::RemovePath | QUrl::RemoveQuery
                                   | QUrl::RemoveFragment)
        : server.origin();
    return WebAddress::judge(base + QString::fromLatin1(path), server);
}

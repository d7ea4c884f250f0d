// SPDX-License-Identifier: MIT
#include "session/account.h"

AccountId Account::id() const
{
    return AccountId(server.origin() + u'/' + userId);
}

WebAddress Account::page(const QByteArray &path) const
{
    const WebAddress &pages = webAddress.isUsable() ? webAddress : dashboard;
    const QString base = pages.isUsable()
        ? pages.url().toString(QUrl::FullyEncoded | QUrl::RemovePath | QUrl::RemoveQuery
                               | QUrl::RemoveFragment)
        : server.origin();
    return WebAddress::judge(base + QString::fromLatin1(path), server);
}

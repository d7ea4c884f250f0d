// SPDX-License-Identifier: MIT
#include "sessionwarnings.h"

#include "datetexts.h"
#include "window/accountstatus.h"

void SessionWarnings::consider(const QList<AccountStatus> &accounts, const Today &today)
{
    for (const AccountStatus &account : accounts) {
        if (!account.sessionEnds.isValid())
            m_told.remove(account.id); // the next session will end, too
        if (!account.sessionEnds.isValid() || m_told.contains(account.id))
            continue;
        m_told.insert(account.id);
        emit due({.kind = LinkNews::Kind::SessionEnds,
                  .link = {.account = account.id},
                  .server = account.server,
                  .owner = account.userName,
                  .when = DateTexts::ahead(account.sessionEnds, today)});
    }
}

// SPDX-License-Identifier: MIT
#include "dialogs/linksubject.h"

#include "links/gitlink.h"
#include "session/account.h"

LinkSubject LinkSubject::of(const GitLink &link, const Account &account)
{
    const UntrustedText name = link.name();
    const QString type = link.provider ? link.provider->type : QString();
    const QString icon = link.provider ? link.provider->displayIcon : QString();
    return {.provider = name,
            .mark = markFor(type, icon, name.plain()),
            .user = account.userName,
            .server = account.server,
            .type = type};
}

TextRuns LinkSubject::userRun(bool strong) const
{
    return {{.text = user.plain(), .strong = strong}};
}

TextRuns LinkSubject::serverRun(bool strong) const
{
    return {{.text = server.display(), .strong = strong}};
}

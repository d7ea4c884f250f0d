// SPDX-License-Identifier: MIT
#include "dialogs/accountsubject.h"

#include "linktexts.h"

namespace AccountSubject {

TextRuns name(const Account &account)
{
    if (account.label.isEmpty())
        return {{.text = LinkTexts::account(account.userName, account.server)}};
    return {{.text = account.label.plain(), .strong = true}};
}

TextRuns fullName(const Account &account)
{
    if (account.label.isEmpty())
        return name(account);
    return runsOf(
        //: %1 is the person's own name for an account, %2 is "ada on coder.example.com"
        QCoreApplication::translate("AccountSubject", "%1, %2"),
        {name(account), {{.text = LinkTexts::account(account.userName, account.server)}}});
}

} // namespace AccountSubject

// SPDX-License-Identifier: MIT
#include "window/statustexts.h"

using namespace std::chrono_literals;

namespace {

/// Shorter waits are not worth a word that comes and goes.
constexpr auto worthSaying = 5s;

} // namespace

/// The account we wait for longest, where that is worth a word; empty where there is none.
QString StatusTexts::asking(const QList<AccountStatus> &accounts, const Today &today)
{
    const AccountStatus *slowest = nullptr;
    for (const AccountStatus &account : accounts) {
        if (account.askingFor && *account.askingFor >= worthSaying
            && (!slowest || *account.askingFor > *slowest->askingFor))
            slowest = &account;
    }
    if (!slowest)
        return {};
    const QString seconds
        = today.locale.toString(static_cast<qlonglong>(slowest->askingFor->count()));
    //: %1 is a number of seconds
    if (accounts.size() == 1)
        return tr("Asking for %1 s").arg(seconds);
    //: %1 is an account such as "ada on coder.example.com", %2 a number of seconds
    return tr("Asking %1 for %2 s").arg(slowest->title(), seconds);
}

QString StatusTexts::of(const QList<AccountStatus> &accounts, const Today &today)
{
    if (accounts.isEmpty())
        return tr("No account");
    if (const QString text = asking(accounts, today); !text.isEmpty())
        return text;
    QDateTime oldest; // no part of the window is older
    QDateTime next;
    for (const AccountStatus &account : accounts) {
        if (account.learntAt.isValid() && (!oldest.isValid() || account.learntAt < oldest))
            oldest = account.learntAt;
        if (account.nextAsk.isValid() && (!next.isValid() || account.nextAsk < next))
            next = account.nextAsk;
    }
    //: %1 is "2 minutes ago"
    const QString learnt = oldest.isValid() ? tr("Learnt %1").arg(DateTexts::ago(oldest, today))
                                            : tr("Nothing learnt yet");
    //: %1 is "Learnt 2 minutes ago", %2 is "in 12 min"
    return next.isValid() ? tr("%1, next check %2").arg(learnt, DateTexts::ahead(next, today))
                          : learnt;
}

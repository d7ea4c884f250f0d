// SPDX-License-Identifier: MIT
#include "window/emptycontent.h"

#include "admintexts.h"
#include "texts.h"
#include "window/accountstatus.h"

namespace {

TextRuns plain(const QString &text)
{
    return text.isEmpty() ? TextRuns() : TextRuns{{.text = text}};
}

EmptyWish wishFor(Remedy remedy)
{
    switch (remedy) {
    case Remedy::UnlockKeyring:
        return EmptyWish::Unlock;
    case Remedy::CancelUnlock:
        return EmptyWish::CancelUnlock;
    case Remedy::SignInAgain:
        return EmptyWish::SignIn;
    case Remedy::None:
    case Remedy::TryAgain:
        return EmptyWish::TryAgain;
    }
    Q_UNREACHABLE();
}

EmptyContent noAccount()
{
    return {.showsIcon = true,
            .title = EmptyContent::tr("Add your Coder account"),
            .text = plain(
                EmptyContent::tr("Fairlead shows the git links Coder keeps for you, tells you when "
                                 "one breaks, and links again without a detour.")),
            .wishes = {EmptyWish::AddAccount}};
}

EmptyContent trouble(const AccountStatus &account, Session::Trouble why)
{
    const Sentence sentence = Texts::of(why);
    const EmptyWish wish = wishFor(Texts::remedyFor(why));
    EmptyContent content{.title = sentence.what,
                         .text = plain(sentence.next),
                         .wishes = {wish},
                         .account = account.id};
    if (wish == EmptyWish::TryAgain)
        content.wishes.append(EmptyWish::SignIn);
    return content;
}

EmptyContent failure(const AccountStatus &account, const ApiError &error)
{
    const Sentence sentence = Texts::of(error, account.server);
    // There is no link yet that could be checked alone.
    const QString next = account.isListHeldUp()
        ? EmptyContent::tr("A provider behind Coder may be hanging: some servers wait for each of "
                           "them. Fairlead asks again by itself; if it stays so, ask your "
                           "administrator.")
        : sentence.next;
    return {.title = sentence.what,
            .text = plain(next),
            .wishes = {EmptyWish::TryAgain},
            .account = account.id};
}

EmptyContent unlocking(const AccountStatus &account)
{
    return {.title = EmptyContent::tr("Waiting for the keyring"),
            .text = plain(EmptyContent::tr("It may be asking you in another window.")),
            .wishes = {EmptyWish::CancelUnlock},
            .account = account.id};
}

EmptyContent starting(const AccountStatus &account)
{
    if (std::holds_alternative<Session::Restoring>(account.session)) {
        return {.title = EmptyContent::tr("Opening your session"),
                .text = plain(
                    EmptyContent::tr("Fairlead is reading your session token from the keyring.")),
                .account = account.id};
    }
    return {.title = EmptyContent::tr("Looking at your links"),
            //: %1 is the host of a deployment
            .text
            = runsOf(EmptyContent::tr("Fairlead is asking %1 for the first time in this run."),
                     {{{.text = account.server.display(), .strong = true}}}),
            .account = account.id};
}

EmptyContent noProvider(const AccountStatus &account)
{
    const QString host = account.server.display();
    return {//: %1 is the host of a deployment
            .title = EmptyContent::tr("No providers on %1").arg(host),
            //: %1 is the name of a Coder user
            .text = runsOf(
                EmptyContent::tr("You are signed in as %1, but an admin has not set up any git "
                                 "provider yet. You can send them this:"),
                {{{.text = account.userName.plain()}}}),
            .toPaste = AdminTexts::noProvider(host),
            .wishes = {EmptyWish::CopyText, EmptyWish::CheckAgain},
            .account = account.id};
}

EmptyContent contentOf(const QList<AccountStatus> &accounts)
{
    for (const AccountStatus &account : accounts) {
        if (account.isUnlocking())
            return unlocking(account);
    }
    for (const AccountStatus &account : accounts) {
        const auto why = account.trouble();
        if (why && *why != Session::Trouble::Unreachable)
            return trouble(account, *why);
        if (const ApiError *error = account.failure())
            return failure(account, *error);
        if (why)
            return trouble(account, *why);
    }
    for (const AccountStatus &account : accounts) {
        if (account.isStarting())
            return starting(account);
    }
    for (const AccountStatus &account : accounts) {
        if (!std::holds_alternative<Session::SignedOut>(account.session))
            return noProvider(account);
    }
    return trouble(accounts.constFirst(), Session::Trouble::TokenMissing);
}

} // namespace

std::optional<EmptyContent> EmptyContent::of(const QList<AccountStatus> &accounts, bool hasLinks)
{
    if (accounts.isEmpty())
        return noAccount();
    if (hasLinks)
        return std::nullopt;
    EmptyContent content = contentOf(accounts);
    for (const AccountStatus &account : accounts) {
        if (account.id == content.account && account.plainHttp) { // the badge lasts
            //: %1 is the host of a deployment, %2 are sentences about the account there
            content.text = runsOf(tr("The connection to %1 is not encrypted. %2"),
                                  {{{.text = account.server.display()}}, content.text});
        }
    }
    return content;
}

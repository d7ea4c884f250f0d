// SPDX-License-Identifier: MIT
#include "desktop/traycontent.h"

#include "window/accountstatus.h"

#include <algorithm>

namespace {

using State = TrayContent::State;

bool isOfKeychain(Session::Trouble trouble)
{
    switch (trouble) {
    case Session::Trouble::KeychainLocked:
    case Session::Trouble::KeychainNoCollection:
    case Session::Trouble::KeychainAbsent:
    case Session::Trouble::KeychainDenied:
    case Session::Trouble::KeychainHung:
    case Session::Trouble::KeychainBroken:
        return true;
    case Session::Trouble::TokenMissing:
    case Session::Trouble::TokenRejected:
    case Session::Trouble::UserSuspended:
    case Session::Trouble::ScopeTooNarrow:
    case Session::Trouble::OtherUser:
    case Session::Trouble::Unreachable:
        return false;
    }
    Q_UNREACHABLE();
}

/// Where no account can ask: what stands between a person and the one that is nearest to it.
State stateWithoutSession(const QList<AccountStatus> &accounts)
{
    State state = State::SignedOut;
    for (const AccountStatus &account : accounts) {
        if (std::holds_alternative<Session::Restoring>(account.session))
            return State::OpeningKeyring;
        const std::optional<Session::Trouble> trouble = account.trouble();
        if (trouble == Session::Trouble::KeychainLocked)
            state = State::KeyringLocked;
        else if (state == State::SignedOut && trouble && isOfKeychain(*trouble))
            state = State::KeyringClosed;
    }
    return state;
}

} // namespace

TrayContent::State TrayContent::stateFor(const QList<AccountStatus> &accounts) const
{
    const auto any = [&accounts](auto holds) {
        return std::any_of(accounts.cbegin(), accounts.cend(), holds);
    };
    if (!flows.isEmpty())
        return State::Linking;
    if (any([](const AccountStatus &account) { return account.isOffline(); }))
        return State::Offline;
    if (!any([](const AccountStatus &account) { return account.isSignedIn(); }))
        return stateWithoutSession(accounts);
    if (!items.isEmpty())
        return State::Attention;
    const bool asking = any([](const AccountStatus &account) {
        return account.isStarting() && !account.learntAt.isValid();
    });
    return asking ? State::Asking : State::AllWell;
}

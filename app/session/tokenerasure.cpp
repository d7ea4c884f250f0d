// SPDX-License-Identifier: MIT
#include "session/tokenerasure.h"

#include "session/accountbook.h"

#include <utility>

void eraseFromKeychain(const AccountId &account, AccountBook &accounts, TokenStore &keychain,
                       QObject &receiver, TokenStore::Handler<Done> done)
{
    keychain.erase(
        account, receiver,
        [account, book = &accounts, done = std::move(done)](const StoreAnswer<Done> &erased) {
            if (erased)
                book->noteLeftInKeychain(account, false);
            done(erased);
        });
}

void eraseToken(const Account &account, const TokenPlaces &from, QObject &receiver,
                TokenStore::Handler<Done> done)
{
    if (!account.mayBeInKeychain()) {
        from.thisRun.erase(account.id(), receiver, std::move(done));
        return;
    }
    from.thisRun.erase(account.id(), receiver, [](const StoreAnswer<Done> &) {});
    eraseFromKeychain(account.id(), from.accounts, from.keychain, receiver, std::move(done));
}

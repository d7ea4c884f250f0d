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

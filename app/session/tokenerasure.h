// SPDX-License-Identifier: MIT
#pragma once

#include "session/tokenstore.h"

class AccountBook;
struct Account;

/// Where tokens are kept, and who remembers whose there are.
struct TokenPlaces {
    AccountBook &accounts;
    TokenStore &keychain;
    TokenStore &thisRun;
};

/// Takes an account's token out of wherever one may be.
void eraseToken(const Account &account, const TokenPlaces &from, QObject &receiver,
                TokenStore::Handler<Done> done);
/// Takes an account's token out of the keychain, and then notes in the book that it no longer is
/// there. Nothing of it happens in a keychain that is closed.
void eraseFromKeychain(const AccountId &account, AccountBook &accounts, TokenStore &keychain,
                       QObject &receiver, TokenStore::Handler<Done> done);

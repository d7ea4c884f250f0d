// SPDX-License-Identifier: MIT
#pragma once

#include "session/tokenstore.h"

class AccountBook;

/// Takes an account's token out of the keychain, and then notes in the book that it no longer is
/// there. Nothing of it happens in a keychain that is closed.
void eraseFromKeychain(const AccountId &account, AccountBook &accounts, TokenStore &keychain,
                       QObject &receiver, TokenStore::Handler<Done> done);

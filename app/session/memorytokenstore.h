// SPDX-License-Identifier: MIT
#pragma once

#include "session/tokenstore.h"

#include <QHash>

/// Keeps tokens for this run only: what a person chooses who has no keyring, or wants none.
class MemoryTokenStore final : public TokenStore
{
    Q_OBJECT

public:
    using TokenStore::TokenStore;

    void probe(QObject &receiver, StateHandler done) override;
    void unlock(QObject &receiver, StateHandler done) override;
    void read(const AccountId &account, QObject &receiver, Handler<SessionToken> done) override;
    void write(const AccountId &account, const SessionToken &token, QObject &receiver,
               Handler<Done> done) override;
    void erase(const AccountId &account, QObject &receiver, Handler<Done> done) override;

private:
    QHash<AccountId, SessionToken> m_tokens;
};

// SPDX-License-Identifier: MIT
#pragma once

#include "session/tokenstore.h"

#include <QHash>

#include <functional>
#include <vector>

/// A keychain in any state a test wants, which keeps the promises of TokenStore: every handler runs
/// once, later, unless its receiver has died; only unlock() would show a dialog.
class ScriptedTokenStore final : public TokenStore
{
    Q_OBJECT

public:
    StoreState state = StoreState::Ready;
    /// What an unlock leads to.
    StoreState afterUnlock = StoreState::Ready;
    /// Reads and writes answer so although the store is ready, as one does that locks itself
    /// meanwhile.
    std::optional<StoreState> failure{};
    QHash<AccountId, SessionToken> tokens{};
    int probes = 0;
    int unlocks = 0;
    int reads = 0;
    int writes = 0;
    int erasures = 0;

    using TokenStore::TokenStore;

    /// From now on answers wait for letGo().
    void hold() { m_isHolding = true; }
    void letGo();

    void probe(QObject &receiver, StateHandler done) override;
    void unlock(QObject &receiver, StateHandler done) override;
    void read(const AccountId &account, QObject &receiver, Handler<SessionToken> done) override;
    void write(const AccountId &account, const SessionToken &token, QObject &receiver,
               Handler<Done> done) override;
    void erase(const AccountId &account, QObject &receiver, Handler<Done> done) override;

signals:
    /// A probe has been answered.
    void probed();
    /// An unlock has been answered.
    void unlocked();

private:
    void answer(QObject &receiver, std::function<void()> answer);
    [[nodiscard]] std::optional<StoreError> trouble() const;

    bool m_isHolding = false;
    std::vector<std::function<void()>> m_held;
};

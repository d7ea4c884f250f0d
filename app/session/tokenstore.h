// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "base/strongid.h"
#include "coder/sessiontoken.h"

#include <QObject>

#include <functional>

/// How a place for secrets is doing, told apart because each asks something else of the person
/// (QtKeychain's own errors do not tell them apart).
enum class StoreState {
    Ready,
    Locked,
    NoCollection, ///< a service without a default collection
    Absent,       ///< no service, or no session bus
    Denied,       ///< a prompt was closed, or the wallet refused
    Hung,         ///< no answer in time
    Broken,
};

struct StoreError {
    StoreState state = StoreState::Broken;
    bool missing = false; ///< the store is Ready and holds no such entry

    friend bool operator==(const StoreError &, const StoreError &) = default;
};

template <typename T>
using StoreAnswer = Result<T, StoreError>;

/// Keeps one session token per account. Every handler runs once, later, on the main thread, unless
/// its receiver has died. No call but unlock() makes a dialog appear.
class TokenStore : public QObject
{
    Q_OBJECT

public:
    using StateHandler = std::function<void(StoreState)>;
    template <typename T>
    using Handler = std::function<void(StoreAnswer<T>)>;

    using QObject::QObject;
    ~TokenStore() override;

    virtual void probe(QObject &receiver, StateHandler done) = 0;
    /// May wait for a person as long as it takes; destroying \a receiver stops the waiting.
    virtual void unlock(QObject &receiver, StateHandler done) = 0;
    virtual void read(const AccountId &account, QObject &receiver, Handler<SessionToken> done) = 0;
    /// Read back and compared before it says Done.
    virtual void write(const AccountId &account, const SessionToken &token, QObject &receiver,
                       Handler<Done> done)
        = 0;
    /// Read back too; an entry that never was is Done.
    virtual void erase(const AccountId &account, QObject &receiver, Handler<Done> done) = 0;
};

// SPDX-License-Identifier: MIT
#pragma once

#include "session/tokenstore.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QObject>

#include <functional>

class QDBusError;

/// One kind of keyring on the session bus: says how it is, and unlocks it. It is asked beforehand
/// because QtKeychain's own errors do not tell a locked keyring from a missing entry.
class KeychainService : public QObject
{
    Q_OBJECT

public:
    using StateHandler = std::function<void(StoreState)>;

    using QObject::QObject;
    ~KeychainService() override;

    /// Never makes a dialog appear. A service that is not running yet may be started by the bus.
    virtual void probe(QObject &receiver, StateHandler done) = 0;
    /// Waits for the person as long as it takes, or until \a receiver is gone.
    virtual void unlock(QObject &receiver, StateHandler done) = 0;
};

/// What an error of the bus says about the service that was asked.
StoreState storeStateFrom(const QDBusError &error);

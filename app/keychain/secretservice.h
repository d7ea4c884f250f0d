// SPDX-License-Identifier: MIT
#pragma once

#include "keychain/keychainservice.h"

#include <QString>

#include <chrono>

class Clock;
class SecretServiceProbe;

/// The Secret Service of freedesktop.org: GNOME's keyring, KeePassXC and others.
class SecretService final : public KeychainService
{
    Q_OBJECT

public:
    /// \a limit: how long the service may take to answer what needs no person.
    SecretService(const QDBusConnection &bus, Clock &clock, std::chrono::milliseconds limit,
                  QObject *parent = nullptr);

    void probe(QObject &receiver, StateHandler done) override;
    void unlock(QObject &receiver, StateHandler done) override;

private:
    void follow(const SecretServiceProbe &probe);

    QDBusConnection m_bus;
    Clock &m_clock;
    std::chrono::milliseconds m_limit;
    QString m_owner; ///< unique name of the service that answered last
};

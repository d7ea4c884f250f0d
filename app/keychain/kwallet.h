// SPDX-License-Identifier: MIT
#pragma once

#include "keychain/keychainservice.h"

#include <QString>

#include <chrono>

class Clock;

/// The wallet of KDE, where QtKeychain uses it: on Plasma 5, and on KDE 4.
class KWallet final : public KeychainService
{
    Q_OBJECT

public:
    enum class Generation { Kde4, Plasma5 };

    /// \a application is the name the wallet asks the person about.
    KWallet(Generation generation, const QString &application, const QDBusConnection &bus,
            Clock &clock, std::chrono::milliseconds limit, QObject *parent = nullptr);

    void probe(QObject &receiver, StateHandler done) override;
    void unlock(QObject &receiver, StateHandler done) override;

private:
    Generation m_generation;
    QString m_application;
    QDBusConnection m_bus;
    Clock &m_clock;
    std::chrono::milliseconds m_limit;
};

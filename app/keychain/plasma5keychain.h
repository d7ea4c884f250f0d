// SPDX-License-Identifier: MIT
#pragma once

#include "keychain/kwallet.h"
#include "keychain/secretservice.h"

#include <chrono>

class Clock;

/// On Plasma 5 the wallet, and the Secret Service where there is no wallet, as QtKeychain does it.
class Plasma5Keychain final : public KeychainService
{
    Q_OBJECT

public:
    Plasma5Keychain(const QString &application, const QDBusConnection &bus, Clock &clock,
                    std::chrono::milliseconds limit, QObject *parent = nullptr);

    void probe(QObject &receiver, StateHandler done) override;
    void unlock(QObject &receiver, StateHandler done) override;

private:
    KWallet m_wallet;
    SecretService m_secretService;
};

// SPDX-License-Identifier: MIT
#pragma once

#include "keychain/keychainjobs.h"
#include "session/tokenstore.h"

#include <QDBusConnection>
#include <QList>

#include <chrono>
#include <memory>

class KeychainErrand;
class KeychainService;

/// How long the keyring may take for what needs no person.
struct KeychainLimits {
    std::chrono::milliseconds preflight{5000};
    std::chrono::milliseconds job{10000};
};

/// Keeps tokens in the desktop's keyring, under the service `fairlead`. One errand at a time;
/// none while the keyring hangs.
class KeychainTokenStore final : public TokenStore
{
    Q_OBJECT

public:
    /// \a bus is the session bus: where it is not connected, there is no keyring.
    KeychainTokenStore(const QDBusConnection &bus, Clock &clock, const KeychainLimits &limits = {},
                       QObject *parent = nullptr);
    ~KeychainTokenStore() override;

    void probe(QObject &receiver, StateHandler done) override;
    void unlock(QObject &receiver, StateHandler done) override;
    void read(const AccountId &account, QObject &receiver, Handler<SessionToken> done) override;
    void write(const AccountId &account, const SessionToken &token, QObject &receiver,
               Handler<Done> done) override;
    void erase(const AccountId &account, QObject &receiver, Handler<Done> done) override;

private:
    void enqueue(KeychainErrand &errand, QObject &receiver);
    void settled(KeychainErrand &errand);
    void remove(KeychainErrand &errand);

    std::unique_ptr<KeychainService> m_service;
    KeychainJobs m_jobs;
    QList<KeychainErrand *> m_errands; ///< children of this; the first one is under way
};

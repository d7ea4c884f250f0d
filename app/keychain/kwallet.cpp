// SPDX-License-Identifier: MIT
#include "keychain/kwallet.h"

#include "keychain/kwalletprobe.h"
#include "keychain/kwalletunlock.h"

#include <utility>

KWallet::KWallet(Generation generation, const QString &application, const QDBusConnection &bus,
                 Clock &clock, std::chrono::milliseconds limit, QObject *parent)
    : KeychainService(parent), m_generation(generation), m_application(application), m_bus(bus),
      m_clock(clock), m_limit(limit)
{ }

void KWallet::probe(QObject &receiver, StateHandler done)
{
    auto *probe = new KWalletProbe(m_bus, m_clock, receiver, std::move(done), this);
    probe->start(m_generation, m_limit);
}

void KWallet::unlock(QObject &receiver, StateHandler done)
{
    auto *unlocking = new KWalletUnlock(m_bus, m_clock, receiver, std::move(done), this);
    unlocking->setApplication(m_application);
    unlocking->start(m_generation, m_limit);
}

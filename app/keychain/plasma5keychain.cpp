// SPDX-License-Identifier: MIT
#include "keychain/plasma5keychain.h"

#include <QPointer>

#include <utility>

Plasma5Keychain::Plasma5Keychain(const QString &application, const QDBusConnection &bus,
                                 Clock &clock, std::chrono::milliseconds limit, QObject *parent)
    : KeychainService(parent),
      m_wallet(KWallet::Generation::Plasma5, application, bus, clock, limit),
      m_secretService(bus, clock, limit)
{ }

void Plasma5Keychain::probe(QObject &receiver, StateHandler done)
{
    const QPointer<Plasma5Keychain> self = this;
    m_wallet.probe(receiver, [self, &receiver, done = std::move(done)](StoreState state) {
        if (state != StoreState::Absent)
            done(state);
        else if (self)
            self->m_secretService.probe(receiver, done);
    });
}

void Plasma5Keychain::unlock(QObject &receiver, StateHandler done)
{
    const QPointer<Plasma5Keychain> self = this;
    m_wallet.unlock(receiver, [self, &receiver, done = std::move(done)](StoreState state) {
        if (state != StoreState::Absent)
            done(state);
        else if (self)
            self->m_secretService.unlock(receiver, done);
    });
}

// SPDX-License-Identifier: MIT
#include "keychain/secretservice.h"

#include "keychain/libsecretsession.h"
#include "keychain/secretserviceprobe.h"
#include "keychain/secretserviceunlock.h"

#include <utility>

SecretService::SecretService(const QDBusConnection &bus, Clock &clock,
                             std::chrono::milliseconds limit, QObject *parent)
    : KeychainService(parent), m_bus(bus), m_clock(clock), m_limit(limit)
{ }

void SecretService::probe(QObject &receiver, StateHandler done)
{
    auto *probe = new SecretServiceProbe(m_bus, m_clock, receiver, std::move(done), this);
    follow(*probe);
    probe->start(m_limit);
}

void SecretService::unlock(QObject &receiver, StateHandler done)
{
    auto *unlocking = new SecretServiceUnlock(m_bus, m_clock, receiver, std::move(done), this);
    follow(*unlocking);
    unlocking->start(m_limit);
}

void SecretService::follow(const SecretServiceProbe &probe)
{
    connect(&probe, &SecretServiceProbe::answeredBy, this, [this](const QString &owner) {
        if (std::exchange(m_owner, owner) != owner)
            forgetLibsecretSession();
    });
}

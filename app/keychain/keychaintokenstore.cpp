// SPDX-License-Identifier: MIT
#include "keychain/keychaintokenstore.h"

#include "keychain/keychainbackend.h"
#include "keychain/keychainerase.h"
#include "keychain/keychainread.h"
#include "keychain/keychainservice.h"
#include "keychain/keychainwrite.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace {

/// Also what the wallet of KDE calls us when it asks the person.
const auto serviceName = u"fairlead"_s;

QString keyOf(const AccountId &account)
{
    return u"fairlead/"_s + account.toString();
}

void tellOutcome(const KeychainErrand &errand, QObject &receiver, TokenStore::Handler<Done> done)
{
    QObject::connect(&errand, &KeychainErrand::settled, &receiver,
                     [&errand, done = std::move(done)] {
                         if (errand.problem())
                             done(*errand.problem());
                         else
                             done(Done{});
                     });
}

} // namespace

KeychainTokenStore::KeychainTokenStore(const QDBusConnection &bus, Clock &clock,
                                       const KeychainLimits &limits, QObject *parent)
    : TokenStore(parent), m_service(makeKeychainService(serviceName, bus, clock, limits.preflight)),
      m_jobs(serviceName, clock, limits.job)
{ }

KeychainTokenStore::~KeychainTokenStore() = default;

void KeychainTokenStore::probe(QObject &receiver, StateHandler done)
{
    if (!m_jobs.isHung())
        m_service->probe(receiver, std::move(done));
    else
        QMetaObject::invokeMethod(
            &receiver, [done = std::move(done)] { done(StoreState::Hung); }, Qt::QueuedConnection);
}

void KeychainTokenStore::unlock(QObject &receiver, StateHandler done)
{
    if (!m_jobs.isHung())
        m_service->unlock(receiver, std::move(done));
    else
        probe(receiver, std::move(done));
}

void KeychainTokenStore::read(const AccountId &account, QObject &receiver,
                              Handler<SessionToken> done)
{
    auto *errand = new KeychainRead(*m_service, m_jobs, keyOf(account), this);
    enqueue(*errand, receiver);
    connect(errand, &KeychainErrand::settled, &receiver, [errand, done = std::move(done)] {
        if (errand->token())
            done(*errand->token());
        else
            done(errand->problem().value_or(StoreError{}));
    });
}

void KeychainTokenStore::write(const AccountId &account, const SessionToken &token,
                               QObject &receiver, Handler<Done> done)
{
    auto *errand = new KeychainWrite(*m_service, m_jobs, keyOf(account), token, this);
    enqueue(*errand, receiver);
    tellOutcome(*errand, receiver, std::move(done));
}

void KeychainTokenStore::erase(const AccountId &account, QObject &receiver, Handler<Done> done)
{
    auto *errand = new KeychainErase(*m_service, m_jobs, keyOf(account), this);
    enqueue(*errand, receiver);
    tellOutcome(*errand, receiver, std::move(done));
}

void KeychainTokenStore::enqueue(KeychainErrand &errand, QObject &receiver)
{
    // Before the receiver hears of it, as that may delete this.
    connect(&errand, &KeychainErrand::settled, this, [this, &errand] { settled(errand); });
    connect(&receiver, &QObject::destroyed, &errand, [this, &errand] { remove(errand); });
    m_errands.append(&errand);
    if (m_errands.size() == 1)
        errand.start();
}

void KeychainTokenStore::settled(KeychainErrand &errand)
{
    const std::optional<StoreError> problem = errand.problem();
    if (problem && problem->state == StoreState::Hung) {
        // The others would only wait as long, one after another.
        const QList<KeychainErrand *> stranded = std::exchange(m_errands, {});
        for (KeychainErrand *other : stranded) {
            if (other != &errand)
                other->giveUp();
        }
    }
    remove(errand);
}

void KeychainTokenStore::remove(KeychainErrand &errand)
{
    const bool wasUnderWay = !m_errands.isEmpty() && m_errands.constFirst() == &errand;
    m_errands.removeOne(&errand);
    errand.deleteLater();
    if (wasUnderWay && !m_errands.isEmpty())
        m_errands.constFirst()->start();
}

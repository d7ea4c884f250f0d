// SPDX-License-Identifier: MIT
#include "desktop/fakesecretservice.h"

#include "desktop/keyringdaemon.h"

using namespace Qt::StringLiterals;

namespace {

const auto connectionName = u"fake secret service"_s;
const auto collectionPath = u"/org/freedesktop/secrets/collection/login"_s;
const auto noObject = u"/"_s;

} // namespace

FakeSecretService::FakeSecretService(int timesUnaware)
    : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, connectionName)),
      m_timesUnaware(timesUnaware)
{ }

FakeSecretService::~FakeSecretService()
{
    m_bus.unregisterService(KeyringDaemon::busName);
    QDBusConnection::disconnectFromBus(connectionName);
}

bool FakeSecretService::takeName()
{
    return m_bus.registerObject(u"/org/freedesktop/secrets"_s, this,
                                QDBusConnection::ExportScriptableSlots)
        && m_bus.registerObject(collectionPath, &m_collection, QDBusConnection::ExportAllProperties)
        && m_bus.registerService(KeyringDaemon::busName);
}

QDBusObjectPath FakeSecretService::ReadAlias(const QString &)
{
    const bool unaware = ++timesAsked <= m_timesUnaware;
    return QDBusObjectPath(unaware ? noObject : collectionPath);
}

QList<QDBusObjectPath> FakeSecretService::Unlock(const QList<QDBusObjectPath> &objects,
                                                 QDBusObjectPath &prompt)
{
    m_collection.locked = !objects.contains(QDBusObjectPath(collectionPath));
    prompt.setPath(noObject);
    return objects;
}

// SPDX-License-Identifier: MIT
#include "desktop/fakenotifications.h"

#include <QDBusConnectionInterface>
#include <QDBusError>

using namespace Qt::StringLiterals;

FakeNotifications::FakeNotifications(const QStringList &capabilities)
    : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"fake notifications"_s)),
      m_capabilities(capabilities)
{ }

FakeNotifications::~FakeNotifications()
{
    m_bus.unregisterService(u"org.freedesktop.Notifications"_s);
    QDBusConnection::disconnectFromBus(u"fake notifications"_s);
}

bool FakeNotifications::takeName()
{
    return m_bus.registerObject(u"/org/freedesktop/Notifications"_s, this,
                                QDBusConnection::ExportScriptableContents)
        && m_bus.registerService(u"org.freedesktop.Notifications"_s);
}

QStringList FakeNotifications::GetCapabilities()
{
    ++timesAsked;
    return m_capabilities;
}

uint FakeNotifications::Notify(const QString &, uint replaces, const QString &icon,
                               const QString &title, const QString &body,
                               const QStringList &actions, const QVariantMap &hints, int)
{
    if (refuses) {
        sendErrorReply(QDBusError::LimitsExceeded, u"too many"_s);
        return 0;
    }
    const uint id = replaces == 0 ? ++m_lastId : replaces;
    told.append({.id = id,
                 .replaces = replaces,
                 .icon = icon,
                 .title = title,
                 .body = body,
                 .actions = actions,
                 .hints = hints});
    return id;
}

void FakeNotifications::CloseNotification(uint id)
{
    closed.append(id);
}

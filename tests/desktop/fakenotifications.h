// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/notificationpicture.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

/// A notification service that shows nothing and keeps what it was told.
class FakeNotifications : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Notification {
        uint id = 0;
        uint replaces = 0;
        QString icon{};
        QString title{};
        QString body{};
        QStringList actions{};
        QVariantMap hints{};
    };

    explicit FakeNotifications(const QStringList &capabilities);
    ~FakeNotifications() override;

    bool takeName();
    QList<Notification> told;
    QList<uint> closed;
    int timesAsked = 0;
    bool refuses = false;

public slots:
    Q_SCRIPTABLE QStringList GetCapabilities();
    Q_SCRIPTABLE uint Notify(const QString &application, uint replaces, const QString &icon,
                             const QString &title, const QString &body, const QStringList &actions,
                             const QVariantMap &hints, int timeout);
    Q_SCRIPTABLE void CloseNotification(uint id);

signals:
    Q_SCRIPTABLE void ActionInvoked(uint id, const QString &action);
    Q_SCRIPTABLE void ActivationToken(uint id, const QString &token);
    Q_SCRIPTABLE void NotificationClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
    QStringList m_capabilities;
    uint m_lastId = 41;
};

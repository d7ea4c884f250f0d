// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QObject>

/// What a fake Secret Service says of its default collection.
class FakeCollection : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Collection")
    Q_PROPERTY(bool Locked MEMBER locked)

public:
    bool locked = true;
};

/// A Secret Service with one locked keyring, which at first it says it does not have; unlocking it
/// asks nobody.
class FakeSecretService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Service")

public:
    /// So many questions are answered as though there were no keyring.
    explicit FakeSecretService(int timesUnaware);
    ~FakeSecretService() override;

    bool takeName();
    int timesAsked = 0;

public slots:
    Q_SCRIPTABLE QDBusObjectPath ReadAlias(const QString &alias);
    Q_SCRIPTABLE QList<QDBusObjectPath> Unlock(const QList<QDBusObjectPath> &objects,
                                               QDBusObjectPath &prompt);

private:
    QDBusConnection m_bus;
    FakeCollection m_collection;
    int m_timesUnaware;
};

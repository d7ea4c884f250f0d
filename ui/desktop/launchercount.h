// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>

#include <optional>

/// The number on our icon in the desktop's launcher, where it has one: the LauncherEntry signal
/// that began with Unity and that Plasma and the docks of GNOME hear. Nobody answers, so where
/// there is no such launcher nothing happens.
class LauncherCount : public QObject
{
    Q_OBJECT

public:
    explicit LauncherCount(const QDBusConnection &bus, QObject *parent = nullptr);

    /// 0 shows no number.
    void set(int count);

private:
    void send(int count);

    QDBusConnection m_bus;
    QDBusServiceWatcher m_launchers;
    std::optional<int> m_count; ///< none: nothing was ever shown
};

// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QObject>

/// Hears when the desktop locks the screen, from whoever offers org.freedesktop.ScreenSaver (KDE,
/// Xfce, MATE) or GNOME's own name for it. Nothing is asked and no service is started.
class ScreenLock : public QObject
{
    Q_OBJECT

public:
    explicit ScreenLock(const QDBusConnection &bus, QObject *parent = nullptr);
    ~ScreenLock() override;

signals:
    void locked();

private slots:
    void activeChanged(bool active);
};

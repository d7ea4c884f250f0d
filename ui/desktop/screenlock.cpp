// SPDX-License-Identifier: MIT
#include "desktop/screenlock.h"

using namespace Qt::StringLiterals;

ScreenLock::ScreenLock(const QDBusConnection &bus, QObject *parent) : QObject(parent)
{
    QDBusConnection listening(bus);
    // The path is left open: KDE signals on /ScreenSaver and on /org/freedesktop/ScreenSaver.
    for (const QString &name : {u"org.freedesktop.ScreenSaver"_s, u"org.gnome.ScreenSaver"_s})
        listening.connect(name, {}, name, u"ActiveChanged"_s, this, SLOT(activeChanged(bool)));
}

ScreenLock::~ScreenLock() = default;

void ScreenLock::activeChanged(bool active)
{
    if (active)
        emit locked();
}

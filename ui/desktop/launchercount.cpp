// SPDX-License-Identifier: MIT
#include "desktop/launchercount.h"

#include <QDBusMessage>
#include <QGuiApplication>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace {

// https://wiki.ubuntu.com/Unity/LauncherAPI, "Low level DBus API"
const auto interfaceName = "com.canonical.Unity.LauncherEntry"_L1;
const auto path = "/dev/fairlead/Fairlead"_L1;
const auto launcherName = "com.canonical.Unity"_L1; // Plasma takes this name, too

} // namespace

LauncherCount::LauncherCount(const QDBusConnection &bus, QObject *parent)
    : QObject(parent), m_bus(bus),
      m_launchers(launcherName, bus, QDBusServiceWatcher::WatchForRegistration)
{
    // One that comes later has not heard the number yet.
    connect(&m_launchers, &QDBusServiceWatcher::serviceRegistered, this, [this] {
        if (m_count)
            send(*m_count);
    });
}

void LauncherCount::set(int count)
{
    if (m_count.value_or(0) == count)
        return;
    m_count = count;
    send(count);
}

void LauncherCount::send(int count)
{
    if (!m_bus.isConnected())
        return;
    const QString uri = u"application://%1.desktop"_s.arg(QGuiApplication::desktopFileName());
    const QVariantMap what{{u"count"_s, QVariant::fromValue(static_cast<qint64>(count))},
                           {u"count-visible"_s, count > 0}};
    QDBusMessage signal = QDBusMessage::createSignal(path, interfaceName, u"Update"_s);
    signal.setArguments({uri, what});
    m_bus.send(signal);
}

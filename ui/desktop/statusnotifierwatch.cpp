// SPDX-License-Identifier: MIT
#include "desktop/statusnotifierwatch.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace {

// https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/
const auto watcherName = "org.kde.StatusNotifierWatcher"_L1;
const auto watcherPath = "/StatusNotifierWatcher"_L1;

} // namespace

StatusNotifierWatch::StatusNotifierWatch(const QDBusConnection &bus, QObject *parent)
    : QObject(parent), m_bus(bus), m_serviceWatcher(watcherName, bus)
{
    connect(&m_serviceWatcher, &QDBusServiceWatcher::serviceRegistered, this,
            &StatusNotifierWatch::ask);
    connect(&m_serviceWatcher, &QDBusServiceWatcher::serviceUnregistered, this, [this] {
        ++m_question; // what is still being asked was about the one that is gone
        learn(false);
    });
    for (const QString &change :
         {u"StatusNotifierHostRegistered"_s, u"StatusNotifierHostUnregistered"_s})
        m_bus.connect(watcherName, watcherPath, watcherName, change, this, SLOT(ask()));
    ask();
}

StatusNotifierWatch::~StatusNotifierWatch() = default;

void StatusNotifierWatch::ask()
{
    if (!m_bus.isConnected()) { // Qt's answer to a call on no bus never comes
        QMetaObject::invokeMethod(
            this, [this] { learn(false); }, Qt::QueuedConnection);
        return;
    }
    QDBusMessage message = QDBusMessage::createMethodCall(
        watcherName, watcherPath, "org.freedesktop.DBus.Properties"_L1, "Get"_L1);
    message.setArguments({QString(watcherName), u"IsStatusNotifierHostRegistered"_s});
    message.setAutoStartService(false); // a tray that nobody has started is not there
    const quint64 question = ++m_question;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, question] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (question == m_question)
            learn(reply.isValid() && reply.value().variant().toBool());
    });
}

void StatusNotifierWatch::learn(bool there)
{
    if (m_known && m_there == there)
        return;
    m_known = true;
    m_there = there;
    emit changed();
}

// SPDX-License-Identifier: MIT
#include "keychain/keychaininquiry.h"

#include "base/logging.h"

#include <QDBusError>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <limits>
#include <utility>

KeychainInquiry::KeychainInquiry(const QDBusConnection &bus, Clock &clock, QObject &receiver,
                                 StateHandler done, QObject *parent)
    : QObject(parent), m_bus(bus), m_receiver(receiver), m_done(std::move(done)),
      m_limit(clock.makeTimer([this] { answer(StoreState::Hung); }))
{
    connect(&receiver, &QObject::destroyed, this, [this] { delete this; });
}

KeychainInquiry::~KeychainInquiry() = default;

void KeychainInquiry::call(const QDBusMessage &message, ReplyHandler done)
{
    if (!m_bus.isConnected()) { // Qt's answer to a call on no bus never comes
        answer(StoreState::Absent);
        return;
    }
    // The limit is ours: the bus's own cannot be lifted while a person is at it.
    const QDBusPendingCall pending = m_bus.asyncCall(message, std::numeric_limits<int>::max());
    auto *watcher = new QDBusPendingCallWatcher(pending, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, watcher, done = std::move(done)] {
                watcher->deleteLater();
                const QDBusPendingReply<> reply = *watcher;
                if (reply.isError())
                    failed(reply.error());
                else
                    done(reply.reply());
            });
}

void KeychainInquiry::failed(const QDBusError &error)
{
    const StoreState state = storeStateFrom(error);
    qCDebug(lcSession) << "the keyring answered" << error.name();
    answer(state);
}

void KeychainInquiry::expectAnswerWithin(std::chrono::milliseconds limit)
{
    m_limit->start(limit);
}

void KeychainInquiry::waitWithoutLimit()
{
    m_limit->stop();
}

void KeychainInquiry::answer(StoreState state)
{
    m_limit->stop();
    if (!m_done)
        return;
    // From the event loop, because this may be the callback of our own timer or of a call of ours,
    // and the handler may delete whoever owns us.
    QMetaObject::invokeMethod(
        &m_receiver, [done = std::exchange(m_done, {}), state] { done(state); },
        Qt::QueuedConnection);
    deleteLater();
}

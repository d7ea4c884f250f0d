// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "keychain/keychainservice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

/// One question to a keyring, made of one or more calls on the bus that each wait for the one
/// before. It answers once, with a state, and goes away by itself; it goes away unanswered with its
/// receiver.
class KeychainInquiry : public QObject
{
    Q_OBJECT

public:
    using StateHandler = KeychainService::StateHandler;

    KeychainInquiry(const QDBusConnection &bus, Clock &clock, QObject &receiver, StateHandler done,
                    QObject *parent);
    ~KeychainInquiry() override;

protected:
    using ReplyHandler = std::function<void(const QDBusMessage &)>;

    [[nodiscard]] const QDBusConnection &bus() const { return m_bus; }
    /// Calls without a time limit of its own; an error reply ends the inquiry by failed().
    void call(const QDBusMessage &message, ReplyHandler done);
    virtual void failed(const QDBusError &error);
    /// From now on no answer within \a limit means Hung.
    void expectAnswerWithin(std::chrono::milliseconds limit);
    /// A person is at it now.
    void waitWithoutLimit();
    /// Only the first answer counts.
    void answer(StoreState state);

private:
    QDBusConnection m_bus;
    QObject &m_receiver; ///< outlives this
    StateHandler m_done;
    std::unique_ptr<ClockTimer> m_limit;
};

// SPDX-License-Identifier: MIT
#pragma once

#include "keychain/keychaininquiry.h"

#include <QDBusObjectPath>
#include <QString>

#include <chrono>
#include <functional>

/// Asks which collection is the default one and whether it is locked: a few calls, no dialog.
class SecretServiceProbe : public KeychainInquiry
{
    Q_OBJECT

public:
    using KeychainInquiry::KeychainInquiry;

    void start(std::chrono::milliseconds limit);

signals:
    /// The unique name of the service that is asked.
    void answeredBy(const QString &owner);

protected:
    void lookAgain();
    /// What is known of the default collection; answers it, unless there is more to do.
    virtual void learnt(StoreState state, const QDBusObjectPath &collection);
    [[nodiscard]] const QString &owner() const { return m_owner; }

private:
    using CollectionHandler = std::function<void(const QDBusObjectPath &)>;

    void askForCollection(CollectionHandler done);
    void askWhoAnswered(const QDBusObjectPath &collection);
    void judge(const QDBusObjectPath &collection);
    void askWhetherLocked(const QDBusObjectPath &collection);

    std::chrono::milliseconds m_limit{};
    QString m_owner;
};

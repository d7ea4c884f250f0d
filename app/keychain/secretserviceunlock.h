// SPDX-License-Identifier: MIT
#pragma once

#include "keychain/secretserviceprobe.h"

#include <QDBusServiceWatcher>
#include <QDBusVariant>
#include <QString>

/// Has the default collection unlocked. The service shows a dialog of its own for that, a "prompt".
/// It is left to the person, even where nobody waits for its answer any more: gnome-keyring 42.1
/// ends with all it holds when a prompt is dismissed (measured).
class SecretServiceUnlock final : public SecretServiceProbe
{
    Q_OBJECT

public:
    SecretServiceUnlock(const QDBusConnection &bus, Clock &clock, QObject &receiver,
                        StateHandler done, QObject *parent);
    ~SecretServiceUnlock() override;

protected:
    void learnt(StoreState state, const QDBusObjectPath &collection) override;

private slots:
    void promptCompleted(bool dismissed, const QDBusVariant &result);

private:
    void unlock(const QDBusObjectPath &collection);
    void showPrompt(const QDBusObjectPath &prompt);
    void lookAfterPrompt();

    bool m_asked = false; ///< the dialog has been answered, so what is locked now stays locked
    QDBusServiceWatcher m_serviceWatcher;
};

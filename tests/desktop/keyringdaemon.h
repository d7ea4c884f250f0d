// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/daemon.h"

#include <QTemporaryDir>

/// A real gnome-keyring with a folder of its own.
class KeyringDaemon
{
public:
    static const QString busName;
    static const QString password;

    bool startUnlocked();
    bool startLocked();
    /// Without any keyring in it, as a fresh minimal desktop has it.
    bool startBare();
    /// As another program would.
    bool lock();

    void kill() { m_daemon.kill(); }
    void hang() { m_daemon.hang(); }
    void wake() { m_daemon.wake(); }

private:
    bool start(const QStringList &options);

    QTemporaryDir m_folder;
    Daemon m_daemon;
};

// SPDX-License-Identifier: MIT
#include "desktop/keyringdaemon.h"

#include <QFile>

using namespace Qt::StringLiterals;

const QString KeyringDaemon::busName = u"org.freedesktop.secrets"_s;
const QString KeyringDaemon::password = u"test-password"_s;

bool KeyringDaemon::startUnlocked()
{
    // An empty password, or none, makes no keyring at all.
    QFile file(m_folder.filePath(u"password"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(password.toUtf8()) < 0)
        return false;
    file.close();
    m_daemon.setInputFile(file.fileName());
    return start({u"--unlock"_s});
}

bool KeyringDaemon::startLocked()
{
    return startUnlocked() && lock();
}

bool KeyringDaemon::startBare()
{
    m_daemon.setInputFile(QProcess::nullDevice());
    return start({});
}

bool KeyringDaemon::lock()
{
    const std::optional<QString> answer = outputOf(
        u"gdbus"_s,
        {u"call"_s, u"--session"_s, u"--dest"_s, busName, u"--object-path"_s,
         u"/org/freedesktop/secrets"_s, u"--method"_s, u"org.freedesktop.Secret.Service.Lock"_s,
         u"['/org/freedesktop/secrets/collection/login']"_s});
    return answer && answer->contains(u"collection/login"_s);
}

bool KeyringDaemon::start(const QStringList &options)
{
    m_daemon.setEnvironment(u"XDG_DATA_HOME"_s, m_folder.path());
    return m_daemon.start(u"gnome-keyring-daemon"_s,
                          QStringList{u"--foreground"_s, u"--components=secrets"_s} + options,
                          busName);
}

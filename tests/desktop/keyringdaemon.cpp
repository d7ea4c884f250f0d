// SPDX-License-Identifier: MIT
#include "desktop/keyringdaemon.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Asks until the answer names the keyring: a caller's first question may be answered as though
/// there were none.
bool keyringAnswers(const QString &method, const QString &argument)
{
    return QTest::qWaitFor([&] {
        const std::optional<QString> answer
            = outputOf(u"gdbus"_s,
                       {u"call"_s, u"--session"_s, u"--dest"_s, KeyringDaemon::busName,
                        u"--object-path"_s, u"/org/freedesktop/secrets"_s, u"--method"_s,
                        u"org.freedesktop.Secret.Service."_s + method, argument});
        return answer && answer->contains(u"collection/login"_s);
    });
}

} // namespace

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
    return start({u"--unlock"_s}) && keyringAnswers(u"ReadAlias"_s, u"default"_s);
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
    return keyringAnswers(u"Lock"_s, u"['/org/freedesktop/secrets/collection/login']"_s);
}

bool KeyringDaemon::start(const QStringList &options)
{
    m_daemon.setEnvironment(u"XDG_DATA_HOME"_s, m_folder.path());
    return m_daemon.start(u"gnome-keyring-daemon"_s,
                          QStringList{u"--foreground"_s, u"--components=secrets"_s} + options,
                          busName);
}

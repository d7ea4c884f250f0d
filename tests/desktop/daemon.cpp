// SPDX-License-Identifier: MIT
#include "desktop/daemon.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusReply>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 10000;

}

Daemon::Daemon()
{
    m_process.setProcessEnvironment(QProcessEnvironment::systemEnvironment());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
}

Daemon::~Daemon()
{
    kill();
}

void Daemon::setEnvironment(const QString &name, const QString &value)
{
    QProcessEnvironment environment = m_process.processEnvironment();
    environment.insert(name, value);
    m_process.setProcessEnvironment(environment);
}

void Daemon::setInputFile(const QString &path)
{
    m_process.setStandardInputFile(path);
}

bool Daemon::startWithoutName(const QString &program, const QStringList &arguments)
{
    m_process.start(program, arguments);
    return m_process.waitForStarted(patience);
}

bool Daemon::start(const QString &program, const QStringList &arguments, const QString &busName)
{
    m_busName = busName;
    if (!startWithoutName(program, arguments))
        return false;
    const bool owned = QTest::qWaitFor([&] { return hasOwner(busName) || !isRunning(); }, patience);
    if (owned && isRunning())
        return true;
    qWarning().noquote() << program << "did not come up:" << m_process.readAll();
    return false;
}

void Daemon::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(patience);
    if (!m_busName.isEmpty())
        QVERIFY(QTest::qWaitFor([&] { return !hasOwner(m_busName); }, patience));
}

void Daemon::hang()
{
    signal(SIGSTOP);
}

void Daemon::wake()
{
    signal(SIGCONT);
}

/// Where nothing runs the process id is 0, which to kill() is everybody in our group: another
/// test's daemon went on in the midst of its hanging.
void Daemon::signal(int number)
{
    if (isRunning())
        ::kill(static_cast<pid_t>(m_process.processId()), number);
}

bool hasOwner(const QString &busName)
{
    return QDBusConnection::sessionBus().interface()->isServiceRegistered(busName);
}

std::optional<QString> outputOf(const QString &program, const QStringList &arguments,
                                const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(patience);
    if (!ended || process.exitCode() != 0)
        return {};
    const QString output = QString::fromUtf8(process.readAllStandardOutput());
    return output.endsWith(u'\n') ? output.chopped(1) : output;
}

// SPDX-License-Identifier: MIT
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

#include <optional>

/// A service of the desktop that a test starts, hangs and kills. It dies with the test.
class Daemon
{
public:
    Daemon();
    Daemon(const Daemon &) = delete;
    Daemon &operator=(const Daemon &) = delete;
    ~Daemon();

    void setEnvironment(const QString &name, const QString &value);
    void setInputFile(const QString &path);
    /// False where \a busName has no owner within ten seconds.
    bool start(const QString &program, const QStringList &arguments, const QString &busName);
    bool startWithoutName(const QString &program, const QStringList &arguments);
    /// Ends it by SIGKILL and waits until its name is free again.
    void kill();
    void hang();
    void wake();
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }

private:
    void signal(int number);

    QProcess m_process;
    QString m_busName;
};

/// Whether somebody on the session bus has the name.
bool hasOwner(const QString &busName);

/// What a program prints, without the last newline; nothing where it fails.
std::optional<QString> outputOf(const QString &program, const QStringList &arguments,
                                const QByteArray &input = {});

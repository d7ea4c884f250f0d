// SPDX-License-Identifier: MIT
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <optional>

/// The shipped program with folders of its own and a browser that only notes what it was given.
/// What it says on its error stream is kept; it dies with the test.
class FairleadProcess
{
public:
    FairleadProcess();
    FairleadProcess(const FairleadProcess &) = delete;
    FairleadProcess &operator=(const FairleadProcess &) = delete;
    ~FairleadProcess();

    void setEnvironment(const QString &name, const QString &value);
    void removeEnvironment(const QString &name);
    /// From the next start() on, the certificates in \a folder are the only ones the program
    /// believes: it runs in a mount namespace of its own, where they lie over the system's. It
    /// knows nothing of it.
    void trustOnly(const QString &folder) { m_trusted = folder; }
    /// Whether this user may have such a namespace: root may.
    [[nodiscard]] static bool canTrust() { return !privateMounts().isEmpty(); }
    bool start(const QStringList &arguments);
    /// Waits for the end; nothing where it does not come within 15 s or is a crash.
    std::optional<int> exitCode();
    void kill();

    [[nodiscard]] qint64 id() const { return m_process.processId(); }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }

    /// "config", "cache", "data", "state" and "home".
    [[nodiscard]] QString folder(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString accountsFile() const
    {
        return folder(QStringLiteral("config/fairlead/accounts.json"));
    }
    [[nodiscard]] QString cacheFile() const
    {
        return folder(QStringLiteral("cache/fairlead/links-cache.json"));
    }
    /// All that was said on the error stream, by every process started here.
    [[nodiscard]] QString logFile() const { return folder(QStringLiteral("log")); }
    [[nodiscard]] QByteArray log() const { return contentOf(logFile()); }
    [[nodiscard]] QByteArray output() { return m_process.readAllStandardOutput(); }
    /// The pages given to the browser, and the environment of the last.
    [[nodiscard]] QStringList openedPages() const;
    [[nodiscard]] QByteArray browserEnvironment() const
    {
        return contentOf(folder(QStringLiteral("environment")));
    }

    [[nodiscard]] static QByteArray contentOf(const QString &path);

private:
    void writeBrowser();
    /// The command that gives what follows it mounts of its own; empty where none may be had.
    [[nodiscard]] static const QStringList &privateMounts();

    QTemporaryDir m_folder;
    QString m_trusted;
    QProcess m_process;
};

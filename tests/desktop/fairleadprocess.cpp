// SPDX-License-Identifier: MIT
#include "desktop/fairleadprocess.h"

#include "places.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15000;

const QString certificates = u"/etc/ssl/certs"_s;

} // namespace

FairleadProcess::FairleadProcess()
{
    m_process.setProcessEnvironment(QProcessEnvironment::systemEnvironment());
    for (const auto &[variable, name] : {std::pair(u"HOME"_s, u"home"_s),
                                         {u"XDG_CONFIG_HOME"_s, u"config"_s},
                                         {u"XDG_CACHE_HOME"_s, u"cache"_s},
                                         {u"XDG_DATA_HOME"_s, u"data"_s},
                                         // This machine's browsers are none of a test's.
                                         {u"XDG_DATA_DIRS"_s, u"system"_s},
                                         {u"XDG_STATE_HOME"_s, u"state"_s}}) {
        QDir().mkpath(folder(name));
        setEnvironment(variable, folder(name));
    }
    writeBrowser();
    setEnvironment(u"PATH"_s, folder(u"bin"_s) + u':' + qEnvironmentVariable("PATH"));
    m_process.setStandardErrorFile(logFile(), QIODevice::Append);
}

FairleadProcess::~FairleadProcess()
{
    kill();
}

void FairleadProcess::writeBrowser()
{
    QDir().mkpath(folder(u"bin"_s));
    QFile script(folder(u"bin/xdg-open"_s));
    if (!script.open(QIODevice::WriteOnly))
        return;
    const QByteArray at = m_folder.path().toUtf8();
    script.write("#!/bin/sh\ntr '\\0' '\\n' </proc/$$/environ >'" + at
                 + "/environment'\nprintf '%s\\n' \"$1\" >>'" + at + "/opened'\n");
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void FairleadProcess::setEnvironment(const QString &name, const QString &value)
{
    QProcessEnvironment environment = m_process.processEnvironment();
    environment.insert(name, value);
    m_process.setProcessEnvironment(environment);
}

void FairleadProcess::removeEnvironment(const QString &name)
{
    QProcessEnvironment environment = m_process.processEnvironment();
    environment.remove(name);
    m_process.setProcessEnvironment(environment);
}

const QStringList &FairleadProcess::privateMounts()
{
    // Each program becomes the next one, so that the process stays the one that was started
    static const QStringList possible = [] {
        const QStringList asRoot{u"unshare"_s, u"--mount"_s};
        const QStringList asUser{u"unshare"_s, u"--user"_s, u"--map-current-user"_s,
                                 u"--keep-caps"_s, u"--mount"_s};
        for (const QStringList &command : {asRoot, asUser}) {
            QStringList trial = command.sliced(1);
            trial << u"mount"_s << u"--bind"_s << QDir::tempPath() << certificates;
            if (QProcess::execute(command.first(), trial) == 0)
                return command;
        }
        return QStringList();
    }();
    return possible;
}

bool FairleadProcess::start(const QStringList &arguments)
{
    QStringList command;
    if (!m_trusted.isEmpty()) {
        command = privateMounts();
        command << u"sh"_s << u"-c"_s << uR"(mount --bind "$0" "$1" && shift && exec "$@")"_s
                << m_trusted << certificates;
    }
    command << QStringLiteral(FAIRLEAD_BINARY_DIR "/fairlead") << arguments;
    const QString program = command.takeFirst();
    m_process.start(program, command);
    return m_process.waitForStarted(patience);
}

std::optional<int> FairleadProcess::exitCode()
{
    // The deployment of a test lives in this very process and is to go on answering.
    const bool ended
        = QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, patience);
    if (!ended || m_process.exitStatus() == QProcess::CrashExit)
        return {};
    return m_process.exitCode();
}

void FairleadProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(patience);
}

QStringList FairleadProcess::openedPages() const
{
    return QString::fromUtf8(contentOf(folder(u"opened"_s))).split(u'\n', Qt::SkipEmptyParts);
}

QByteArray FairleadProcess::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// SPDX-License-Identifier: MIT
#include "places.h"
#include "support/files.h"

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// A machine with no package and nobody who may install one.
class BareMachine
{
public:
    [[nodiscard]] bool make() const
    {
        return put(u"dpkg-query"_s, "exit 1") && put(u"sudo"_s, "exit 1")
            && put(u"id"_s, "echo 1000") && put(u"cmake"_s, "exit 70");
    }

    struct Run {
        int code = -1;
        QString said{};
    };
    [[nodiscard]] Run run(const QString &command, const QString &display) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PATH"_s, m_programs.path() + u':' + qEnvironmentVariable("PATH"));
        environment.remove(u"WAYLAND_DISPLAY"_s);
        environment.insert(u"DISPLAY"_s, display);
        QProcess dev;
        dev.setProcessEnvironment(environment);
        dev.setProcessChannelMode(QProcess::MergedChannels);
        dev.start(QStringLiteral(FAIRLEAD_SOURCE_DIR "/dev"), {command});
        if (!dev.waitForFinished())
            return {};
        return {.code = dev.exitCode(), .said = QString::fromUtf8(dev.readAll())};
    }

private:
    [[nodiscard]] bool put(const QString &program, const QByteArray &script) const
    {
        const QString path = m_programs.filePath(program);
        return files::put(path, "#!/bin/sh\n" + script + '\n')
            && QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    QTemporaryDir m_programs;
};

} // namespace

/// The script at the top of the tree, on a machine that lacks everything.
class DevTest : public QObject
{
    Q_OBJECT

private slots:
    void namesAllThatIsMissingAtOnce_data();
    void namesAllThatIsMissingAtOnce();
};

void DevTest::namesAllThatIsMissingAtOnce_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("display");
    QTest::addColumn<bool>("needsDesktop");
    QTest::newRow("build") << u"build"_s << QString() << false;
    QTest::newRow("run on a display") << u"run"_s << u":0"_s << false;
    QTest::newRow("run without one") << u"run"_s << QString() << true;
    QTest::newRow("test") << u"test"_s << QString() << true;
}

void DevTest::namesAllThatIsMissingAtOnce()
{
    QFETCH(const QString, command);
    QFETCH(const QString, display);
    QFETCH(const bool, needsDesktop);
    const BareMachine machine;
    QVERIFY(machine.make());
    const BareMachine::Run run = machine.run(command, display);
    QVERIFY2(run.code == 2, qPrintable(run.said)); // nothing was tried without them
    const QStringList words = run.said.simplified().split(u' ');
    QCOMPARE(words.count(u"g++"_s), 1);
    QCOMPARE(words.count(u"xvfb"_s), needsDesktop ? 1 : 0);
    QVERIFY2(words.count(u"fonts-dejavu-core"_s) <= 1, qPrintable(run.said));
}

QTEST_GUILESS_MAIN(DevTest)
#include "tst_dev.moc"

// SPDX-License-Identifier: MIT
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QImageReader>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

struct Outcome {
    int code = -1;
    QString said{};
};

Outcome run(const QString &program, const QStringList &arguments,
            const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit)
        return {.said = process.errorString()};
    return {.code = process.exitCode(), .said = QString::fromUtf8(process.readAll())};
}

} // namespace

/// `cmake --install` into a folder of its own, as a packager does it.
class TestInstall : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void putsExactlyTheseFilesThere();
    void letsEverybodyReadThem();
    void startsFromThere();
    void hasAValidDesktopFile();
    void hasValidMetainfo();
    void namesItsIconInTheDesktopFile();
    void hasIconsOfTheSizesTheyClaim();

private:
    [[nodiscard]] QString installed(const QString &path) const
    {
        return m_stage.filePath(u"usr/"_s + path);
    }
    [[nodiscard]] static QString icon(int size)
    {
        return u"share/icons/hicolor/%1x%1/apps/dev.fairlead.Fairlead.png"_s.arg(size);
    }

    QTemporaryDir m_stage;
    const QList<int> m_sizes{16, 22, 24, 32, 48, 64, 128, 256, 512};
};

void TestInstall::initTestCase()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DESTDIR"_s, m_stage.path());
    const Outcome outcome
        = run(QStringLiteral(FAIRLEAD_CMAKE),
              {u"--install"_s, QStringLiteral(FAIRLEAD_BUILD_DIR), u"--prefix"_s, u"/usr"_s},
              environment);
    QVERIFY2(outcome.code == 0, qPrintable(outcome.said));
}

void TestInstall::putsExactlyTheseFilesThere()
{
    QStringList expected{u"bin/fairlead"_s,
                         u"share/applications/dev.fairlead.Fairlead.desktop"_s,
                         u"share/icons/hicolor/scalable/apps/dev.fairlead.Fairlead.svg"_s,
                         u"share/licenses/fairlead/LICENSE"_s,
                         u"share/licenses/fairlead/lucide-static.txt"_s,
                         u"share/licenses/fairlead/simple-icons.md"_s,
                         u"share/metainfo/dev.fairlead.Fairlead.metainfo.xml"_s};
    for (const int size : m_sizes)
        expected.append(icon(size));
    expected.sort();

    QStringList found;
    const QDir root(m_stage.path());
    QDirIterator files(root.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        found.append(root.relativeFilePath(files.next()));
    for (QString &path : expected)
        path.prepend(u"usr/"_s);
    found.sort();
    QCOMPARE(found, expected);
}

void TestInstall::letsEverybodyReadThem()
{
    QDirIterator files(m_stage.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        const bool isProgram = file.fileName() == "fairlead"_L1;
        QVERIFY2(file.permission(QFile::ReadOther), qPrintable(file.filePath()));
        QVERIFY2(!file.permission(QFile::WriteOther), qPrintable(file.filePath()));
        QVERIFY2(file.permission(QFile::ExeOther) == isProgram, qPrintable(file.filePath()));
    }
}

void TestInstall::startsFromThere()
{
    const Outcome outcome = run(installed(u"bin/fairlead"_s), {u"--version"_s});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.said, QStringLiteral("fairlead " FAIRLEAD_VERSION "\n"));
}

void TestInstall::hasAValidDesktopFile()
{
    const Outcome outcome = run(u"desktop-file-validate"_s,
                                {installed(u"share/applications/dev.fairlead.Fairlead.desktop"_s)});
    QCOMPARE(outcome.said, QString());
    QCOMPARE(outcome.code, 0);
}

void TestInstall::hasValidMetainfo()
{
    const Outcome outcome
        = run(u"appstreamcli"_s,
              {u"validate"_s, u"--no-net"_s,
               installed(u"share/metainfo/dev.fairlead.Fairlead.metainfo.xml"_s)});
    // AppStream 1.0 warns that the project has no page of its own, which is so.
    const QStringList grave = outcome.said.split(u'\n').filter(QRegularExpression(u"^[EW]: "_s));
    if (grave != QStringList{u"W: dev.fairlead.Fairlead:~: url-homepage-missing"_s})
        QVERIFY2(outcome.code == 0, qPrintable(outcome.said));
}

void TestInstall::namesItsIconInTheDesktopFile()
{
    QFile file(installed(u"share/applications/dev.fairlead.Fairlead.desktop"_s));
    QVERIFY(file.open(QFile::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QVERIFY(lines.contains("Icon=dev.fairlead.Fairlead"));
    QVERIFY(lines.contains("Exec=fairlead"));
}

void TestInstall::hasIconsOfTheSizesTheyClaim()
{
    for (const int size : m_sizes) {
        QImageReader reader(installed(icon(size)));
        const QImage picture = reader.read();
        QCOMPARE(picture.size(), QSize(size, size));
        QVERIFY(qAlpha(picture.pixel(0, 0)) < 255); // the corners are round
        QVERIFY(qAlpha(picture.pixel(size / 2, size / 4)) == 255);
    }
}

QTEST_GUILESS_MAIN(TestInstall)
#include "tst_install.moc"

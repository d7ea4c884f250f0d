// SPDX-License-Identifier: MIT
#include "session/settingsfile.h"

#include "support/files.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

using files::contentOf;
using files::modeOf;
using files::put;

/// What a person has set survives, is theirs alone, and is never dropped unread.
class SettingsFileTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void startsEmptyWhereThereIsNoFile();
    void readsBackWhatWasSet();
    void keepsSectionsItDoesNotKnow();
    void isReadableByItsOwnerOnly();
    void tightensWhatWasTooOpen();
    void writesNothingWhereNothingChanged();
    void leavesNoHalfWrittenFileBehind();
    void setsAsideWhatItCannotRead_data();
    void setsAsideWhatItCannotRead();
    void setsAsideWhatIsNoFile_data();
    void setsAsideWhatIsNoFile();
    void setsTheSecondBrokenFileAsideToo();
    void neverWritesOverWhatItCouldNotSetAside();
    void saysWhenItCouldNotWrite();
    void writesAgainAfterAFailure();
    void setsAsideWhatItMayNotRead();
    void saysWhenItMayNotMakeItsFolder();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void SettingsFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(u"fairlead/accounts.json"_s);
}

void SettingsFileTest::startsEmptyWhereThereIsNoFile()
{
    const SettingsFile file(m_path);
    QVERIFY(file.section(u"accounts"_s).isUndefined());
    QVERIFY(file.setAside().isEmpty());
    QVERIFY2(!QFile::exists(m_path), "reading must not make a file");
}

void SettingsFileTest::readsBackWhatWasSet()
{
    {
        SettingsFile file(m_path);
        QVERIFY(file.setSection(u"one"_s, 1));
        QVERIFY(file.setSection(u"two"_s, QJsonArray{1, u"ä"_s}));
        QCOMPARE(file.section(u"one"_s), QJsonValue(1));
    }
    const SettingsFile again(m_path);
    QCOMPARE(again.section(u"one"_s), QJsonValue(1));
    QCOMPARE(again.section(u"two"_s), QJsonValue(QJsonArray{1, u"ä"_s}));
    QVERIFY(again.setAside().isEmpty());
}

void SettingsFileTest::keepsSectionsItDoesNotKnow()
{
    QVERIFY(put(m_path, R"({"version": 1, "from_the_future": {"a": [1, 2]}})"));
    SettingsFile file(m_path);
    QVERIFY(file.setSection(u"mine"_s, true));
    const QJsonObject root = QJsonDocument::fromJson(contentOf(m_path)).object();
    QCOMPARE(root.value("from_the_future"_L1), QJsonValue(QJsonObject{{u"a"_s, QJsonArray{1, 2}}}));
    QCOMPARE(root.value("mine"_L1), QJsonValue(true));
    QCOMPARE(root.value("version"_L1), QJsonValue(1));
}

void SettingsFileTest::isReadableByItsOwnerOnly()
{
    const mode_t before = umask(0);
    SettingsFile file(m_path);
    const bool saved = file.setSection(u"one"_s, 1);
    umask(before);
    QVERIFY(saved);
    QCOMPARE(modeOf(m_path), 0600U);
    QCOMPARE(modeOf(QFileInfo(m_path).path()), 0700U);
}

void SettingsFileTest::tightensWhatWasTooOpen()
{
    QVERIFY(put(m_path, R"({"version": 1})"));
    QCOMPARE(chmod(QFile::encodeName(m_path).constData(), 0644), 0);
    QCOMPARE(chmod(QFile::encodeName(QFileInfo(m_path).path()).constData(), 0755), 0);
    SettingsFile file(m_path);
    QVERIFY(file.setSection(u"one"_s, 1));
    QCOMPARE(modeOf(m_path), 0600U);
    QCOMPARE(modeOf(QFileInfo(m_path).path()), 0700U);
}

void SettingsFileTest::writesNothingWhereNothingChanged()
{
    SettingsFile file(m_path);
    QVERIFY(file.setSection(u"one"_s, 1));
    QVERIFY(QFile::remove(m_path));
    QVERIFY(file.setSection(u"one"_s, 1));
    QVERIFY(!QFile::exists(m_path));
    QVERIFY(file.setSection(u"one"_s, 2));
    QVERIFY(QFile::exists(m_path));
}

/// The new file takes the old one's place in one step, so the old one's bytes stay whole for who
/// has it open, and no other file remains.
void SettingsFileTest::leavesNoHalfWrittenFileBehind()
{
    SettingsFile file(m_path);
    QVERIFY(file.setSection(u"one"_s, 1));
    QFile old(m_path);
    QVERIFY(old.open(QIODevice::ReadOnly));
    QVERIFY(file.setSection(u"one"_s, QString(100'000, u'x')));
    QCOMPARE(QJsonDocument::fromJson(old.readAll()).object().value("one"_L1), QJsonValue(1));
    QCOMPARE(QDir(QFileInfo(m_path).path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{u"accounts.json"_s});
}

void SettingsFileTest::setsAsideWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("content");

    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("accounts=1");
    QTest::newRow("cut short") << QByteArray(R"({"version": 1, "accounts": [{"or)");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("without a version") << QByteArray(R"({"accounts": []})");
    QTest::newRow("of a newer version") << QByteArray(R"({"version": 2, "accounts": []})");
    QTest::newRow("version as text") << QByteArray(R"({"version": "1"})");
    QTest::newRow("binary") << QByteArray("\x00\xff\xfe{}", 5);
    QTest::newRow("huge") << QByteArray(5 * 1024 * 1024, ' ') + R"({"version": 1})";
}

void SettingsFileTest::setsAsideWhatItCannotRead()
{
    QFETCH(const QByteArray, content);
    QVERIFY(put(m_path, content));

    SettingsFile file(m_path);
    QVERIFY(file.section(u"accounts"_s).isUndefined());
    QCOMPARE(file.setAside(), m_path + u".broken-1"_s);
    QCOMPARE(contentOf(file.setAside()), content);

    QVERIFY(file.setSection(u"accounts"_s, QJsonArray()));
    QCOMPARE(contentOf(file.setAside()), content);
    QVERIFY(SettingsFile(m_path).setAside().isEmpty());
}

void SettingsFileTest::setsAsideWhatIsNoFile_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const char *kind : {"folder", "pipe", "zeros", "loop", "dangling"})
        QTest::newRow(kind) << QByteArray(kind);
}

/// A pipe would be waited for, and a device read for ever.
void SettingsFileTest::setsAsideWhatIsNoFile()
{
    QFETCH(const QByteArray, kind);
    QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
    if (kind == "folder")
        QVERIFY(QDir().mkpath(m_path));
    else if (kind == "pipe")
        QCOMPARE(mkfifo(QFile::encodeName(m_path).constData(), 0600), 0);
    else if (kind == "zeros")
        QVERIFY(QFile::link(u"/dev/zero"_s, m_path));
    else if (kind == "loop")
        QVERIFY(QFile::link(m_path, m_path));
    else
        QVERIFY(QFile::link(m_folder->filePath(u"gone"_s), m_path));
    SettingsFile file(m_path);
    QCOMPARE(file.setAside(), m_path + u".broken-1"_s);
    QVERIFY(file.setSection(u"one"_s, 1));
    QVERIFY(QFileInfo(m_path).isFile() && !QFileInfo(m_path).isSymLink());
    QCOMPARE(SettingsFile(m_path).section(u"one"_s), QJsonValue(1));
}

void SettingsFileTest::setsTheSecondBrokenFileAsideToo()
{
    QVERIFY(put(m_path, "first"));
    QCOMPARE(SettingsFile(m_path).setAside(), m_path + u".broken-1"_s);
    QVERIFY(put(m_path, "second"));
    QCOMPARE(SettingsFile(m_path).setAside(), m_path + u".broken-2"_s);
    QCOMPARE(contentOf(m_path + u".broken-1"_s), "first");
    QCOMPARE(contentOf(m_path + u".broken-2"_s), "second");
}

void SettingsFileTest::neverWritesOverWhatItCouldNotSetAside()
{
    QVERIFY(put(m_path, "precious"));
    for (int taken = 1; taken < 100; ++taken)
        QVERIFY(put(u"%1.broken-%2"_s.arg(m_path, QString::number(taken)), "taken"));

    SettingsFile file(m_path);
    QVERIFY(file.setAside().isEmpty());
    QVERIFY(!file.setSection(u"one"_s, 1));
    QCOMPARE(file.section(u"one"_s), QJsonValue(1)); // for this run all the same
    QCOMPARE(contentOf(m_path), "precious");
}

void SettingsFileTest::saysWhenItCouldNotWrite()
{
    const QString notAFolder = m_folder->filePath(u"file"_s);
    QVERIFY(put(notAFolder, "x"));
    SettingsFile file(notAFolder + u"/accounts.json"_s);
    QVERIFY(!file.setSection(u"one"_s, 1));
    QCOMPARE(file.section(u"one"_s), QJsonValue(1));
}

void SettingsFileTest::writesAgainAfterAFailure()
{
    const QString folder = m_folder->filePath(u"later"_s);
    QVERIFY(put(folder, "in the way"));
    SettingsFile file(folder + u"/accounts.json"_s);
    QVERIFY(!file.setSection(u"one"_s, 1));
    QVERIFY2(!file.setSection(u"one"_s, 1), "it was not written the first time either");
    QVERIFY(QFile::remove(folder));
    QVERIFY(file.setSection(u"one"_s, 1));
    QCOMPARE(SettingsFile(folder + u"/accounts.json"_s).section(u"one"_s), QJsonValue(1));
}

void SettingsFileTest::setsAsideWhatItMayNotRead()
{
    QVERIFY2(geteuid() != 0, "permissions do not hold for root");
    QVERIFY(put(m_path, "precious"));
    QCOMPARE(chmod(QFile::encodeName(m_path).constData(), 0), 0);
    SettingsFile file(m_path);
    QCOMPARE(file.setAside(), m_path + u".broken-1"_s);
    QVERIFY(file.setSection(u"one"_s, 1));
    QCOMPARE(chmod(QFile::encodeName(file.setAside()).constData(), 0600), 0);
    QCOMPARE(contentOf(file.setAside()), "precious");
}

void SettingsFileTest::saysWhenItMayNotMakeItsFolder()
{
    QVERIFY2(geteuid() != 0, "permissions do not hold for root");
    const QByteArray above = QFile::encodeName(m_folder->path());
    QCOMPARE(chmod(above.constData(), 0500), 0);
    SettingsFile file(m_path);
    QVERIFY(!file.setSection(u"one"_s, 1));
    QCOMPARE(file.section(u"one"_s), QJsonValue(1)); // for this run all the same
    QCOMPARE(chmod(above.constData(), 0700), 0);
    QVERIFY(file.setSection(u"one"_s, 1));
}

QTEST_GUILESS_MAIN(SettingsFileTest)
#include "tst_settingsfile.moc"

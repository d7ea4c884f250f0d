// SPDX-License-Identifier: MIT
#include "settingstexts.h"

#include "session/accountbook.h"
#include "session/settingsfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// One account that can be read, as Fairlead writes it.
constexpr auto good = R"({"origin":"https://coder.example.com","user_id":"ada","user_name":"ada"})";

} // namespace

/// What could not be read is told, and where it lies now.
class TestSettingsTexts : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nothingIsSaidWhereAllIsWell();
    void filesSetAsideAreNamed();
    void filesThatCannotBeSetAsideAreToldWithWhatThatMeans();
    void entriesThatCannotBeReadAreCounted_data();
    void entriesThatCannotBeReadAreCounted();

private:
    void put(const QByteArray &content) const;
    [[nodiscard]] QString notice() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestSettingsTexts::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(u"accounts.json"_s);
}

void TestSettingsTexts::put(const QByteArray &content) const
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QString TestSettingsTexts::notice() const
{
    SettingsFile file(m_path);
    const AccountBook accounts(file);
    return SettingsTexts::notice(file, accounts);
}

void TestSettingsTexts::nothingIsSaidWhereAllIsWell()
{
    QCOMPARE(notice(), QString()); // no file yet
    put(QByteArray(R"({"version": 1, "accounts": [)") + good + "]}");
    QCOMPARE(notice(), QString());
}

void TestSettingsTexts::filesSetAsideAreNamed()
{
    put("[]");
    QCOMPARE(
        notice(),
        u"The file of accounts could not be read and was set aside as %1.broken-1."_s.arg(m_path));
}

void TestSettingsTexts::filesThatCannotBeSetAsideAreToldWithWhatThatMeans()
{
    put("[]");
    for (int number = 1; number < 100; ++number) // every name it could have is taken
        QVERIFY(QDir().mkpath(u"%1.broken-%2"_s.arg(m_path, QString::number(number))));
    QCOMPARE(notice(),
             u"The file of accounts, %1, could not be read nor set aside, so nothing is "
             "saved."_s.arg(m_path));
}

void TestSettingsTexts::entriesThatCannotBeReadAreCounted_data()
{
    QTest::addColumn<QByteArray>("accounts");
    QTest::addColumn<QString>("words");
    QTest::newRow("one of two") << "["_ba + good + ",{}]" << u"One account in "_s;
    QTest::newRow("two") << "[{},7]"_ba << u"2 accounts in "_s;
    QTest::newRow("not even a list") << "7"_ba << u"One account in "_s;
}

void TestSettingsTexts::entriesThatCannotBeReadAreCounted()
{
    QFETCH(QByteArray, accounts);
    QFETCH(QString, words);
    put(R"({"version": 1, "accounts": )" + accounts + '}');
    const QString said = notice();
    QVERIFY2(said.startsWith(words + m_path + u" could not be read."_s), qPrintable(said));
}

QTEST_MAIN(TestSettingsTexts)
#include "tst_settingstexts.moc"

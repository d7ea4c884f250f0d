// SPDX-License-Identifier: MIT
#include "session/accountbook.h"

#include "session/settingsfile.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Account accountOf(const QString &origin, const QString &userId = u"0f0e0d0c-1"_s)
{
    return {.server = *ServerUrl::fromUserInput(origin),
            .userId = userId,
            .userName = UntrustedText::name(u"ada"),
            .deploymentId = u"d-1"_s};
}

} // namespace

/// Accounts come back as they were put in, and what cannot be read of them is not lost.
class AccountBookTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void remembersEverythingOfAnAccount();
    void keepsTheOrderInWhichTheyWereAdded();
    void renewsAnAccountOfTheSameIdentity();
    void tellsUsersAndOriginsApart();
    void remembersThePersonsOwnNames();
    void remembersTheOrderThePersonChose();
    void remembersWhoSignedOut();
    void takesTokensToBeLeftWhereItIsNotSaid();
    void removesOnlyTheOneAsked();
    void keepsEntriesItCannotRead_data();
    void keepsEntriesItCannotRead();
    void keepsASectionThatIsNoList();
    void ignoresASecondEntryOfTheSameIdentity();
    void cleansTheNameItReads();
    void holdsNoSecret();
    void saysWhenItCouldNotBeSaved();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void AccountBookTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"fairlead/accounts.json"_s);
}

void AccountBookTest::remembersEverythingOfAnAccount()
{
    Account account = accountOf(u"http://coder.example.com:8080"_s);
    account.plainHttpAccepted = true;
    account.keeping = Account::Keeping::ThisRun;
    {
        SettingsFile file(m_path);
        AccountBook book(file);
        QSignalSpy changed(&book, &AccountBook::changed);
        QVERIFY(book.put(account));
        QCOMPARE(changed.size(), 1);
        QVERIFY(book.put(accountOf(u"coder.example.org"_s)));
    }
    SettingsFile file(m_path);
    const AccountBook book(file);
    QCOMPARE(book.accounts().size(), 2);
    QCOMPARE(book.accounts().at(0), account);
    QCOMPARE(book.accounts().at(1), accountOf(u"https://coder.example.org"_s));
    QCOMPARE(book.unreadable(), 0);
    QCOMPARE(*book.find(account.id()), account);
}

void AccountBookTest::keepsTheOrderInWhichTheyWereAdded()
{
    SettingsFile file(m_path);
    AccountBook book(file);
    for (const QString &host : {u"z.example"_s, u"a.example"_s, u"m.example"_s})
        QVERIFY(book.put(accountOf(host)));
    const AccountBook again(file);
    QCOMPARE(again.accounts().at(0).server.origin(), u"https://z.example"_s);
    QCOMPARE(again.accounts().at(1).server.origin(), u"https://a.example"_s);
    QCOMPARE(again.accounts().at(2).server.origin(), u"https://m.example"_s);
}

void AccountBookTest::renewsAnAccountOfTheSameIdentity()
{
    SettingsFile file(m_path);
    AccountBook book(file);
    QVERIFY(book.put(accountOf(u"one.example"_s)));
    QVERIFY(book.put(accountOf(u"two.example"_s)));
    Account renamed = accountOf(u"https://ONE.example:443/"_s);
    renamed.userName = UntrustedText::name(u"countess");
    QVERIFY(book.put(renamed));
    QCOMPARE(book.accounts().size(), 2);
    QCOMPARE(book.accounts().at(0).userName.plain(), u"countess"_s);
}

/// The deployment's id comes from an answer without a token and proves nothing: nothing merges by
/// it.
void AccountBookTest::tellsUsersAndOriginsApart()
{
    SettingsFile file(m_path);
    AccountBook book(file);
    QVERIFY(book.put(accountOf(u"one.example"_s, u"u-1"_s)));
    QVERIFY(book.put(accountOf(u"one.example"_s, u"u-2"_s)));
    QVERIFY(book.put(accountOf(u"one.example:8443"_s, u"u-1"_s)));
    QVERIFY(book.put(accountOf(u"two.example"_s, u"u-1"_s)));
    QCOMPARE(book.accounts().size(), 4);
}

void AccountBookTest::remembersThePersonsOwnNames()
{
    const AccountId id = accountOf(u"coder.example.com"_s).id();
    {
        SettingsFile file(m_path);
        AccountBook book(file);
        QVERIFY(book.put(accountOf(u"coder.example.com"_s)));
        const QSignalSpy changed(&book, &AccountBook::changed);
        QVERIFY(book.rename(id, UntrustedText::name(u"  Work\u202e ")));
        QCOMPARE(changed.size(), 1);
        QVERIFY(book.rename(id, UntrustedText::name(u"Work")));
        QCOMPARE(changed.size(), 1);
        QVERIFY(!book.rename(AccountId(u"nobody"_s), UntrustedText::name(u"Work")));
    }
    SettingsFile file(m_path);
    AccountBook book(file);
    QCOMPARE(book.find(id)->label.plain(), u"Work"_s);
    QVERIFY(book.rename(id, {}));
    QVERIFY(AccountBook(file).find(id)->label.isEmpty());
}

void AccountBookTest::remembersTheOrderThePersonChose()
{
    const QStringList hosts{u"one.example"_s, u"two.example"_s, u"three.example"_s};
    {
        SettingsFile file(m_path);
        AccountBook book(file);
        for (const QString &host : hosts)
            QVERIFY(book.put(accountOf(host)));
        const QSignalSpy changed(&book, &AccountBook::changed);
        QVERIFY(book.move(accountOf(hosts.at(2)).id(), 0));
        QVERIFY(book.move(accountOf(hosts.at(0)).id(), 99));
        QVERIFY(book.move(accountOf(hosts.at(2)).id(), -1)); // is there already
        QCOMPARE(changed.size(), 2);
        QVERIFY(!book.move(AccountId(u"nobody"_s), 0));
    }
    SettingsFile file(m_path);
    QStringList order;
    const AccountBook book(file);
    for (const Account &account : book.accounts())
        order.append(account.server.display());
    QCOMPARE(order, (QStringList{hosts.at(2), hosts.at(1), hosts.at(0)}));
}

void AccountBookTest::remembersWhoSignedOut()
{
    const AccountId id = accountOf(u"coder.example.com"_s).id();
    SettingsFile file(m_path);
    AccountBook book(file);
    QVERIFY(book.put(accountOf(u"coder.example.com"_s)));
    QVERIFY(book.noteSignedOut(id));
    SettingsFile read(m_path);
    AccountBook later(read);
    QCOMPARE(later.find(id)->keeping, Account::Keeping::Nowhere);
    QVERIFY(later.find(id)->mayBeInKeychain()); // until it is proven to be gone
    QVERIFY(later.noteLeftInKeychain(id, false));
    SettingsFile last(m_path);
    QVERIFY(!AccountBook(last).find(id)->mayBeInKeychain());
}

/// As in files of before it was noted.
void AccountBookTest::takesTokensToBeLeftWhereItIsNotSaid()
{
    const QJsonObject entry{{u"origin"_s, u"https://x.example"_s},
                            {u"user_id"_s, u"u"_s},
                            {u"user_name"_s, u"ada"_s},
                            {u"keeping"_s, u"nowhere"_s}};
    SettingsFile file(m_path);
    QVERIFY(file.setSection(u"accounts"_s, QJsonArray{entry}));
    QVERIFY(AccountBook(file).accounts().constFirst().mayBeInKeychain());
}

void AccountBookTest::removesOnlyTheOneAsked()
{
    SettingsFile file(m_path);
    AccountBook book(file);
    QVERIFY(book.put(accountOf(u"one.example"_s)));
    QVERIFY(book.put(accountOf(u"two.example"_s)));
    QVERIFY(book.remove(accountOf(u"one.example"_s).id()));
    QCOMPARE(book.accounts().size(), 1);
    QVERIFY(!book.find(accountOf(u"one.example"_s).id()));
    QVERIFY(AccountBook(file).find(accountOf(u"two.example"_s).id()));
}

void AccountBookTest::keepsEntriesItCannotRead_data()
{
    QTest::addColumn<QJsonValue>("entry");

    const QJsonObject good{{u"origin"_s, u"https://x.example"_s}, {u"user_id"_s, u"u"_s}};
    const auto with = [&](const QString &key, const QJsonValue &value) {
        QJsonObject entry = good;
        entry.insert(key, value);
        return QJsonValue(entry);
    };
    QTest::newRow("not an object") << QJsonValue(u"https://x.example"_s);
    QTest::newRow("null") << QJsonValue(QJsonValue::Null);
    QTest::newRow("nothing in it") << QJsonValue(QJsonObject());
    QTest::newRow("no user") << QJsonValue(QJsonObject{{u"origin"_s, u"https://x.example"_s}});
    QTest::newRow("no origin") << QJsonValue(QJsonObject{{u"user_id"_s, u"u"_s}});
    QTest::newRow("an origin that is none") << with(u"origin"_s, u"file:///etc/passwd"_s);
    QTest::newRow("an origin with a user") << with(u"origin"_s, u"https://a:b@x.example"_s);
    QTest::newRow("a user id that is none") << with(u"user_id"_s, u"../me"_s);
    QTest::newRow("a consent that is text") << with(u"plain_http_accepted"_s, u"yes"_s);
    QTest::newRow("plain http without consent") << with(u"origin"_s, u"http://x.example"_s);
}

void AccountBookTest::keepsEntriesItCannotRead()
{
    QFETCH(const QJsonValue, entry);
    {
        SettingsFile file(m_path);
        QVERIFY(file.setSection(u"accounts"_s, QJsonArray{entry}));
    }
    {
        SettingsFile file(m_path);
        AccountBook book(file);
        QCOMPARE(book.accounts().size(), 0);
        QCOMPARE(book.unreadable(), 1);
        QVERIFY(book.put(accountOf(u"one.example"_s)));
    }
    const SettingsFile file(m_path);
    const QJsonArray kept = file.section(u"accounts"_s).toArray();
    QCOMPARE(kept.size(), 2);
    QVERIFY(kept.contains(entry));
}

void AccountBookTest::keepsASectionThatIsNoList()
{
    const QJsonObject strange{{u"https://x.example"_s, u"ada"_s}};
    SettingsFile file(m_path);
    QVERIFY(file.setSection(u"accounts"_s, strange));
    AccountBook book(file);
    QCOMPARE(book.unreadable(), 1);
    QVERIFY(book.put(accountOf(u"one.example"_s)));
    QVERIFY(file.section(u"accounts"_s).toArray().contains(strange));
}

void AccountBookTest::ignoresASecondEntryOfTheSameIdentity()
{
    const QJsonObject first{{u"origin"_s, u"https://x.example"_s},
                            {u"user_id"_s, u"u"_s},
                            {u"user_name"_s, u"first"_s}};
    const QJsonObject second{{u"origin"_s, u"https://x.example"_s},
                             {u"user_id"_s, u"u"_s},
                             {u"user_name"_s, u"second"_s}};
    SettingsFile file(m_path);
    QVERIFY(file.setSection(u"accounts"_s, QJsonArray{first, second}));
    const AccountBook book(file);
    QCOMPARE(book.accounts().size(), 1);
    QCOMPARE(book.accounts().first().userName.plain(), u"first"_s);
}

void AccountBookTest::cleansTheNameItReads()
{
    const QJsonObject entry{{u"origin"_s, u"https://x.example"_s},
                            {u"user_id"_s, u"u"_s},
                            {u"user_name"_s, u"ad\u202ea\u0007"_s}};
    SettingsFile file(m_path);
    QVERIFY(file.setSection(u"accounts"_s, QJsonArray{entry}));
    QCOMPARE(AccountBook(file).accounts().first().userName.plain(), u"ada"_s);
}

void AccountBookTest::holdsNoSecret()
{
    SettingsFile file(m_path);
    AccountBook book(file);
    QVERIFY(book.put(accountOf(u"one.example"_s)));
    const QStringList keys = file.section(u"accounts"_s).toArray().first().toObject().keys();
    const QStringList known{u"dashboard"_s,
                            u"deployment_id"_s,
                            u"keeping"_s,
                            u"label"_s,
                            u"left_in_keychain"_s,
                            u"origin"_s,
                            u"plain_http_accepted"_s,
                            u"user_id"_s,
                            u"user_name"_s,
                            u"web_address"_s};
    QCOMPARE(keys, known);
}

void AccountBookTest::saysWhenItCouldNotBeSaved()
{
    QFile inTheWay(m_folder->filePath(u"fairlead"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    SettingsFile file(m_path);
    AccountBook book(file);
    QSignalSpy changed(&book, &AccountBook::changed);
    QVERIFY(!book.put(accountOf(u"one.example"_s)));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(book.accounts().size(), 1); // for this run all the same
}

QTEST_GUILESS_MAIN(AccountBookTest)
#include "tst_accountbook.moc"

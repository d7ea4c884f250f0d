// SPDX-License-Identifier: MIT
#include "base/clock.h"
#include "desktop/daemon.h"
#include "desktop/storeanswers.h"
#include "keychain/keychainbackend.h"
#include "keychain/keychaintokenstore.h"
#include "places.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcessEnvironment>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const auto walletName = u"org.kde.kwalletd5"_s;

QDBusMessage control(const QString &method, const QVariantList &arguments = {})
{
    QDBusMessage message = QDBusMessage::createMethodCall(walletName, u"/modules/kwalletd5"_s,
                                                          u"dev.fairlead.Test.Wallet"_s, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message);
}

} // namespace

/// KeychainTokenStore on Plasma 5, where QtKeychain uses a wallet and calls its errors success.
class tst_KWallet : public QObject
{
    Q_OBJECT

public:
    static void initMain()
    {
        // QtKeychain looks once, at its first job.
        qputenv("XDG_CURRENT_DESKTOP", "KDE");
        qputenv("KDE_SESSION_VERSION", "5");
    }

private:
    const AccountId m_ada{u"https://coder.example.com/8f0c0c8e-6d5a-4a54-9b6e-0e2c4a1d7d11"_s};
    const SessionToken m_token = *SessionToken::fromText(u"abcdefghij-0123456789ABCDEFGHIJKL"_s);
    const SessionToken m_other = *SessionToken::fromText(u"zyxwvutsrq-LKJIHGFEDCBA9876543210"_s);
    SystemClock m_clock;
    Daemon m_wallet;
    std::unique_ptr<KeychainTokenStore> m_store;
    std::unique_ptr<StoreAnswers> m_answers;

    void behave(const QString &behaviour) { control(u"Behave"_s, {behaviour}); }
    int writes() { return control(u"Writes"_s).arguments().value(0).toInt(); }
    QString written(const SessionToken &token)
    {
        m_answers->write(m_ada, token);
        [[maybe_unused]] const bool answered
            = QTest::qWaitFor([&] { return !m_answers->changes.isEmpty(); });
        return problemOf(m_answers->changes.takeFirst());
    }
    QString erased()
    {
        m_answers->erase(m_ada);
        [[maybe_unused]] const bool answered
            = QTest::qWaitFor([&] { return !m_answers->changes.isEmpty(); });
        return problemOf(m_answers->changes.takeFirst());
    }
    StoreAnswer<SessionToken> read()
    {
        m_answers->read(m_ada);
        [[maybe_unused]] const bool answered
            = QTest::qWaitFor([&] { return !m_answers->reads.isEmpty(); });
        return m_answers->reads.takeFirst();
    }

private slots:
    void initTestCase();
    void init();

    void knowsWhichServiceQtKeychainUses_data();
    void knowsWhichServiceQtKeychainUses();
    void keepsReadsAndErases();
    void leavesAnUnchangedSecretAlone();
    void aWriteThatFailedIsNotBelieved_data();
    void aWriteThatFailedIsNotBelieved();
    void anUnreadableEntryIsBrokenAndNotMissing();
    void anEntryThatStaysIsNotErased();
    void aClosedWalletIsLockedAndOpensOnRequest();
    void aRefusalIsDenied();
    void aWalletSwitchedOffIsNoPlaceForATokenAtAll();
    void withoutAWalletTheSecretServiceCounts();
};

void tst_KWallet::initTestCase()
{
    QVERIFY(m_wallet.start(u"/usr/bin/python3"_s,
                           {QStringLiteral(FAIRLEAD_SOURCE_DIR "/tests/desktop/fakekwalletd.py")},
                           walletName));
}

void tst_KWallet::init()
{
    behave(u"good"_s);
    m_store = std::make_unique<KeychainTokenStore>(QDBusConnection::sessionBus(), m_clock);
    m_answers = std::make_unique<StoreAnswers>(*m_store);
}

void tst_KWallet::knowsWhichServiceQtKeychainUses_data()
{
    QTest::addColumn<QStringList>("environment");
    QTest::addColumn<KeychainBackend>("backend");
    const auto secretService = KeychainBackend::SecretService;
    QTest::newRow("nothing said") << QStringList() << secretService;
    QTest::newRow("GNOME") << QStringList{u"XDG_CURRENT_DESKTOP=GNOME"_s} << secretService;
    QTest::newRow("Ubuntu") << QStringList{u"XDG_CURRENT_DESKTOP=ubuntu:GNOME"_s} << secretService;
    QTest::newRow("Plasma 5") << QStringList{u"XDG_CURRENT_DESKTOP=KDE"_s,
                                             u"KDE_SESSION_VERSION=5"_s}
                              << KeychainBackend::Plasma5;
    QTest::newRow("Plasma 6") << QStringList{u"XDG_CURRENT_DESKTOP=KDE"_s,
                                             u"KDE_SESSION_VERSION=6"_s}
                              << secretService;
    QTest::newRow("KDE 4") << QStringList{u"XDG_CURRENT_DESKTOP=KDE"_s, u"KDE_SESSION_VERSION=4"_s}
                           << KeychainBackend::Kde4;
    QTest::newRow("Plasma 5 by its session")
        << QStringList{u"DESKTOP_SESSION=kde"_s, u"KDE_SESSION_VERSION=5"_s}
        << KeychainBackend::Plasma5;
    QTest::newRow("Plasma 5 by its mark")
        << QStringList{u"KDE_FULL_SESSION=true"_s, u"KDE_SESSION_VERSION=5"_s}
        << KeychainBackend::Plasma5;
    QTest::newRow("a version without a desktop")
        << QStringList{u"KDE_SESSION_VERSION=5"_s} << secretService;
}

void tst_KWallet::knowsWhichServiceQtKeychainUses()
{
    QFETCH(const QStringList, environment);
    QFETCH(const KeychainBackend, backend);
    QProcessEnvironment variables;
    for (const QString &variable : environment)
        variables.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    QCOMPARE(keychainBackendOf(variables), backend);
}

void tst_KWallet::keepsReadsAndErases()
{
    QCOMPARE(problemOf(read()), u"missing"_s);
    QCOMPARE(written(m_token), u"none"_s);
    QVERIFY(*read() == m_token);
    QCOMPARE(written(m_other), u"none"_s);
    QVERIFY(*read() == m_other);
    QCOMPARE(erased(), u"none"_s);
    QCOMPARE(problemOf(read()), u"missing"_s);
}

void tst_KWallet::leavesAnUnchangedSecretAlone()
{
    QCOMPARE(written(m_token), u"none"_s);
    QCOMPARE(writes(), 1);
    QCOMPARE(written(m_token), u"none"_s);
    QCOMPARE(writes(), 1);
    QCOMPARE(written(m_other), u"none"_s);
    QCOMPARE(writes(), 2);
}

void tst_KWallet::aWriteThatFailedIsNotBelieved_data()
{
    QTest::addColumn<QString>("behaviour");
    QTest::newRow("answered by -1") << u"write-refused"_s;
    QTest::newRow("answered by an error") << u"write-error"_s;
}

void tst_KWallet::aWriteThatFailedIsNotBelieved()
{
    QFETCH(const QString, behaviour);
    behave(behaviour);
    QCOMPARE(written(m_token), u"Broken"_s); // there was nothing before
    behave(u"good"_s);
    QCOMPARE(written(m_token), u"none"_s);
    behave(behaviour);
    QCOMPARE(written(m_other), u"Broken"_s); // the old one is still there
    QVERIFY(*read() == m_token);
}

void tst_KWallet::anUnreadableEntryIsBrokenAndNotMissing()
{
    QCOMPARE(written(m_token), u"none"_s);
    behave(u"read-error"_s);
    QCOMPARE(problemOf(read()), u"Broken"_s);
}

void tst_KWallet::anEntryThatStaysIsNotErased()
{
    QCOMPARE(written(m_token), u"none"_s);
    behave(u"keep-entries"_s);
    QCOMPARE(erased(), u"Broken"_s);
}

void tst_KWallet::aClosedWalletIsLockedAndOpensOnRequest()
{
    QCOMPARE(written(m_token), u"none"_s);
    behave(u"closed"_s);
    QCOMPARE(problemOf(read()), u"Locked"_s);
    QCOMPARE(problemOf(read()), u"Locked"_s); // asking has not opened it
    m_answers->unlock();
    QTRY_COMPARE(m_answers->states, QList<StoreState>{StoreState::Ready});
    QVERIFY(*read() == m_token);
}

void tst_KWallet::aRefusalIsDenied()
{
    behave(u"refusing"_s);
    m_answers->unlock();
    QTRY_COMPARE(m_answers->states, QList<StoreState>{StoreState::Denied});
}

void tst_KWallet::aWalletSwitchedOffIsNoPlaceForATokenAtAll()
{
    behave(u"disabled"_s);
    m_answers->probe();
    m_answers->unlock();
    QTRY_COMPARE(m_answers->states, (QList{StoreState::NoCollection, StoreState::NoCollection}));
    QCOMPARE(written(m_token), u"NoCollection"_s);
}

void tst_KWallet::withoutAWalletTheSecretServiceCounts()
{
    m_wallet.kill();
    m_answers->probe();
    QTRY_COMPARE(m_answers->states, QList<StoreState>{StoreState::Absent}); // there is none either
}

QTEST_GUILESS_MAIN(tst_KWallet)
#include "tst_kwallet.moc"

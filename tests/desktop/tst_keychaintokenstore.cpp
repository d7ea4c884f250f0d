// SPDX-License-Identifier: MIT
#include "base/clock.h"
#include "desktop/heartbeat.h"
#include "desktop/keyringdaemon.h"
#include "desktop/storeanswers.h"
#include "keychain/keychaintokenstore.h"
#include "session/memorytokenstore.h"

#include <QElapsedTimer>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const auto prompterName = u"org.gnome.keyring.SystemPrompter"_s;

SessionToken tokenOf(const QString &text)
{
    return *SessionToken::fromText(text);
}

} // namespace

/// KeychainTokenStore against a real gnome-keyring in every state it can be in.
class tst_KeychainTokenStore : public QObject
{
    Q_OBJECT

private:
    const AccountId m_ada{u"https://coder.example.com/8f0c0c8e-6d5a-4a54-9b6e-0e2c4a1d7d11"_s};
    const AccountId m_bob{u"https://coder.example.com:8443/1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"_s};
    const SessionToken m_token = tokenOf(u"abcdefghij-0123456789ABCDEFGHIJKL"_s);
    const SessionToken m_other = tokenOf(u"zyxwvutsrq-LKJIHGFEDCBA9876543210"_s);
    const KeychainLimits m_short{.preflight = 400ms, .job = 400ms};
    SystemClock m_clock;
    std::unique_ptr<KeyringDaemon> m_keyring;

    std::unique_ptr<KeychainTokenStore> makeStore(const KeychainLimits &limits = {})
    {
        return std::make_unique<KeychainTokenStore>(QDBusConnection::sessionBus(), m_clock, limits);
    }
    void keep(const AccountId &account, const SessionToken &token)
    {
        const auto store = makeStore();
        StoreAnswers answers(*store);
        answers.write(account, token);
        QTRY_COMPARE(answers.changes.size(), 1);
        QCOMPARE(problemOf(answers.changes.constFirst()), u"none"_s);
    }
    /// As another program finds it.
    std::optional<QString> lookUp(const AccountId &account)
    {
        return outputOf(u"secret-tool"_s,
                        {u"lookup"_s, u"server"_s, u"fairlead"_s, u"user"_s,
                         u"fairlead/"_s + account.toString()});
    }
    bool plant(const AccountId &account, const QByteArray &text)
    {
        return outputOf(u"secret-tool"_s,
                        {u"store"_s, u"--label"_s, u"fairlead"_s, u"user"_s,
                         u"fairlead/"_s + account.toString(), u"server"_s, u"fairlead"_s, u"type"_s,
                         u"plaintext"_s, u"xdg:schema"_s, u"org.qt.keychain"_s},
                        text)
            .has_value();
    }
    static QString nameOf(StoreState state)
    {
        return problemOf(StoreAnswer<Done>(StoreError{.state = state}));
    }

private slots:
    void init();
    void cleanup();

    void keepsThePromisesOfATokenStore_data();
    void keepsThePromisesOfATokenStore();
    void answersLaterAndOnce();
    void isSilentTowardsTheDead();
    void survivesBeingDeletedByAnAnswer();
    void doesOneThingAfterTheOther();
    void storesUnderTheNameOthersCanFind();
    void tellsTheStatesApart_data();
    void tellsTheStatesApart();
    void aMissingBusCountsAsAbsent();
    void lockedIsNotMissingAndNothingIsLost();
    void rubbishIsBrokenAndCanBeReplaced();
    void aHungKeyringIsToldWithoutAStall();
    void aDyingKeyringIsAnErrorNotACrash();
};

void tst_KeychainTokenStore::init()
{
    m_keyring = std::make_unique<KeyringDaemon>();
}

void tst_KeychainTokenStore::cleanup()
{
    if (m_keyring)
        m_keyring->wake();
    m_keyring.reset();
}

void tst_KeychainTokenStore::keepsThePromisesOfATokenStore_data()
{
    QTest::addColumn<bool>("inMemory");
    QTest::newRow("memory") << true;
    QTest::newRow("keyring") << false;
}

void tst_KeychainTokenStore::keepsThePromisesOfATokenStore()
{
    QFETCH(const bool, inMemory);
    std::unique_ptr<TokenStore> store;
    if (inMemory) {
        store = std::make_unique<MemoryTokenStore>();
    } else {
        QVERIFY(m_keyring->startUnlocked());
        store = makeStore();
    }
    StoreAnswers answers(*store);
    answers.probe();
    QTRY_COMPARE(answers.states, QList<StoreState>{StoreState::Ready});
    answers.unlock();
    QTRY_COMPARE(answers.states.size(), 2);
    QCOMPARE(answers.states.last(), StoreState::Ready);

    const auto read = [&](const AccountId &account) {
        const qsizetype before = answers.reads.size();
        answers.read(account);
        [[maybe_unused]] const bool answered
            = QTest::qWaitFor([&] { return answers.reads.size() > before; });
        return answers.reads.constLast();
    };
    const auto changed = [&] {
        const qsizetype before = answers.changes.size();
        [[maybe_unused]] const bool answered
            = QTest::qWaitFor([&] { return answers.changes.size() > before; });
        return problemOf(answers.changes.constLast());
    };

    QCOMPARE(problemOf(read(m_ada)), u"missing"_s);
    answers.write(m_ada, m_token);
    QCOMPARE(changed(), u"none"_s);
    answers.write(m_bob, m_other);
    QCOMPARE(changed(), u"none"_s);
    QVERIFY(*read(m_ada) == m_token);
    QVERIFY(*read(m_bob) == m_other);
    answers.write(m_ada, m_other);
    QCOMPARE(changed(), u"none"_s);
    QVERIFY(*read(m_ada) == m_other);
    answers.erase(m_ada);
    QCOMPARE(changed(), u"none"_s);
    QCOMPARE(problemOf(read(m_ada)), u"missing"_s);
    QVERIFY(*read(m_bob) == m_other);
    answers.erase(m_ada); // what never was is done too
    QCOMPARE(changed(), u"none"_s);
}

void tst_KeychainTokenStore::answersLaterAndOnce()
{
    QVERIFY(m_keyring->startUnlocked());
    const auto store = makeStore();
    StoreAnswers answers(*store);
    answers.probe();
    answers.read(m_ada);
    answers.write(m_ada, m_token);
    QVERIFY(answers.states.isEmpty() && answers.reads.isEmpty() && answers.changes.isEmpty());
    QTRY_COMPARE(answers.changes.size(), 1);
    answers.erase(m_ada); // everything before it has been answered by the time it is done
    QTRY_COMPARE(answers.changes.size(), 2);
    QCOMPARE(answers.states.size(), 1);
    QCOMPARE(answers.reads.size(), 1);
}

void tst_KeychainTokenStore::isSilentTowardsTheDead()
{
    QVERIFY(m_keyring->startUnlocked());
    const auto store = makeStore();
    int heard = 0;
    {
        QObject receiver;
        store->read(m_ada, receiver, [&](const auto &) { ++heard; });
        store->write(m_ada, m_token, receiver, [&](const auto &) { ++heard; });
        store->probe(receiver, [&](StoreState) { ++heard; });
        store->unlock(receiver, [&](StoreState) { ++heard; });
    }
    // One that dies while its job is under way leaves the job to end by itself.
    auto dying = std::make_unique<QObject>();
    store->write(m_bob, m_other, *dying, [&](const auto &) { ++heard; });
    QTRY_VERIFY(lookUp(m_bob));
    dying.reset();

    StoreAnswers answers(*store);
    answers.read(m_bob);
    QTRY_COMPARE(answers.reads.size(), 1);
    QVERIFY(*answers.reads.constFirst() == m_other);
    QVERIFY(!lookUp(m_ada));
    QVERIFY(heard <= 1); // the last one may have been answered before it died
}

void tst_KeychainTokenStore::survivesBeingDeletedByAnAnswer()
{
    QVERIFY(m_keyring->startUnlocked());
    keep(m_ada, m_token);
    QObject receiver;
    int heard = 0;
    auto store = makeStore();
    store->read(m_ada, receiver, [&](const auto &) {
        ++heard;
        store.reset();
    });
    QTRY_COMPARE(heard, 1);
    store = makeStore();
    store->probe(receiver, [&](StoreState) {
        ++heard;
        store.reset();
    });
    QTRY_COMPARE(heard, 2);

    auto shortLived = std::make_unique<QObject>();
    store = makeStore();
    store->erase(m_ada, *shortLived, [&](const auto &) {
        ++heard;
        shortLived.reset();
    });
    QTRY_COMPARE(heard, 3);
    QVERIFY(!shortLived);
}

void tst_KeychainTokenStore::doesOneThingAfterTheOther()
{
    QVERIFY(m_keyring->startUnlocked());
    const auto store = makeStore();
    StoreAnswers answers(*store);
    // At the same time they would read back each other's tokens.
    answers.write(m_ada, m_token);
    answers.write(m_ada, m_other);
    answers.read(m_ada);
    answers.erase(m_ada);
    QTRY_COMPARE(answers.changes.size(), 3);
    for (const StoreAnswer<Done> &answer : std::as_const(answers.changes))
        QCOMPARE(problemOf(answer), u"none"_s);
    QVERIFY(*answers.reads.constFirst() == m_other);
}

void tst_KeychainTokenStore::storesUnderTheNameOthersCanFind()
{
    QVERIFY(m_keyring->startUnlocked());
    keep(m_ada, m_token);
    QCOMPARE(lookUp(m_ada).value_or(QString()), QString::fromLatin1(m_token.bytes()));
    QVERIFY(!lookUp(m_bob));
}

void tst_KeychainTokenStore::tellsTheStatesApart_data()
{
    QTest::addColumn<QString>("fixture");
    QTest::addColumn<QString>("state");
    QTest::newRow("locked") << u"locked"_s << u"Locked"_s;
    QTest::newRow("a service without a keyring") << u"bare"_s << u"NoCollection"_s;
    QTest::newRow("no service") << u"none"_s << u"Absent"_s;
    QTest::newRow("stopped") << u"stopped"_s << u"Hung"_s;
}

void tst_KeychainTokenStore::tellsTheStatesApart()
{
    QFETCH(const QString, fixture);
    QFETCH(const QString, state);
    if (fixture == "locked"_L1)
        QVERIFY(m_keyring->startLocked());
    else if (fixture == "bare"_L1)
        QVERIFY(m_keyring->startBare());
    else if (fixture == "stopped"_L1)
        QVERIFY(m_keyring->startUnlocked());
    if (fixture == "stopped"_L1)
        m_keyring->hang();

    const auto store = makeStore(m_short);
    StoreAnswers answers(*store);
    answers.probe();
    answers.read(m_ada);
    answers.write(m_ada, m_token);
    answers.erase(m_ada);
    QTRY_COMPARE(answers.changes.size(), 2);
    QTRY_COMPARE(answers.states.size(), 1);
    QCOMPARE(nameOf(answers.states.first()), state);
    QCOMPARE(problemOf(answers.reads.constFirst()), state);
    QCOMPARE(problemOf(answers.changes.constFirst()), state);
    QCOMPARE(problemOf(answers.changes.constLast()), state);
    QVERIFY(!hasOwner(prompterName));
}

void tst_KeychainTokenStore::aMissingBusCountsAsAbsent()
{
    KeychainTokenStore store(QDBusConnection(u"nowhere"_s), m_clock);
    StoreAnswers answers(store);
    answers.probe();
    answers.unlock();
    answers.read(m_ada);
    answers.write(m_ada, m_token);
    QVERIFY(answers.states.isEmpty());
    QTRY_COMPARE(answers.changes.size(), 1);
    QCOMPARE(answers.states, (QList{StoreState::Absent, StoreState::Absent}));
    QCOMPARE(problemOf(answers.reads.constFirst()), u"Absent"_s);
    QCOMPARE(problemOf(answers.changes.constFirst()), u"Absent"_s);
}

void tst_KeychainTokenStore::lockedIsNotMissingAndNothingIsLost()
{
    QVERIFY(m_keyring->startUnlocked());
    keep(m_ada, m_token);
    const auto store = makeStore();
    StoreAnswers answers(*store);
    QVERIFY(m_keyring->lock());
    answers.read(m_ada);
    answers.erase(m_ada);
    answers.write(m_ada, m_other);
    QTRY_COMPARE(answers.changes.size(), 2);
    QCOMPARE(problemOf(answers.reads.constFirst()), u"Locked"_s);
    QCOMPARE(problemOf(answers.changes.constFirst()), u"Locked"_s);
    QCOMPARE(problemOf(answers.changes.constLast()), u"Locked"_s);

    m_keyring->kill();
    QVERIFY(m_keyring->startUnlocked());
    answers.read(m_ada);
    QTRY_COMPARE(answers.reads.size(), 2);
    QCOMPARE(problemOf(answers.reads.constLast()), u"none"_s);
    QVERIFY(*answers.reads.constLast() == m_token);
}

void tst_KeychainTokenStore::rubbishIsBrokenAndCanBeReplaced()
{
    QVERIFY(m_keyring->startUnlocked());
    QVERIFY(plant(m_ada, "not a token"));
    const auto store = makeStore();
    StoreAnswers answers(*store);
    answers.read(m_ada);
    QTRY_COMPARE(answers.reads.size(), 1);
    QCOMPARE(problemOf(answers.reads.constFirst()), u"Broken"_s);
    QCOMPARE(lookUp(m_ada).value_or(QString()), u"not a token"_s);
    answers.write(m_ada, m_token);
    QTRY_COMPARE(answers.changes.size(), 1);
    QCOMPARE(problemOf(answers.changes.constFirst()), u"none"_s);
    QCOMPARE(lookUp(m_ada).value_or(QString()), QString::fromLatin1(m_token.bytes()));
}

void tst_KeychainTokenStore::aHungKeyringIsToldWithoutAStall()
{
    QVERIFY(m_keyring->startUnlocked());
    keep(m_ada, m_token);
    m_keyring->hang();
    const Heartbeat heartbeat;
    const auto store = makeStore(m_short);
    StoreAnswers answers(*store);
    QElapsedTimer waited;
    waited.start();
    answers.read(m_ada);
    answers.read(m_bob);
    answers.read(m_ada);
    QTRY_COMPARE(answers.reads.size(), 3);
    for (const StoreAnswer<SessionToken> &answer : std::as_const(answers.reads))
        QCOMPARE(problemOf(answer), u"Hung"_s);
    QVERIFY2(waited.elapsed() < 3 * m_short.preflight.count(), "they waited one after another");
    answers.unlock();
    QTRY_COMPARE(answers.states, QList<StoreState>{StoreState::Hung});
    QVERIFY2(heartbeat.longestPause() < 100, "the event loop stood still");

    m_keyring->wake();
    answers.read(m_ada);
    QTRY_COMPARE(answers.reads.size(), 4);
    QVERIFY(*answers.reads.constLast() == m_token);
}

void tst_KeychainTokenStore::aDyingKeyringIsAnErrorNotACrash()
{
    QVERIFY(m_keyring->startUnlocked());
    m_keyring->hang();
    const auto store = makeStore();
    StoreAnswers answers(*store);
    answers.read(m_ada);
    answers.write(m_ada, m_token);
    m_keyring->kill();
    QTRY_COMPARE(answers.changes.size(), 1);
    QVERIFY(!answers.reads.constFirst() && !answers.reads.constFirst().error().missing);
    QCOMPARE(problemOf(answers.changes.constFirst()), u"Absent"_s);
}

QTEST_GUILESS_MAIN(tst_KeychainTokenStore)
#include "tst_keychaintokenstore.moc"

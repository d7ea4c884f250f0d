// SPDX-License-Identifier: MIT
#include "session/memorytokenstore.h"

#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

namespace {

SessionToken tokenOf(const QString &text)
{
    return *SessionToken::fromText(text);
}

} // namespace

/// The store that forgets keeps the promises of TokenStore.
class MemoryTokenStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void isReadyAtOnceAndAfterUnlocking();
    void answersLaterAndOnce();
    void readsBackWhatWasWritten();
    void saysThatAnEntryIsMissing();
    void keepsAccountsApart();
    void forgetsWhatIsErased();
    void answersNobodyWhoHasDied();
    void forgetsEverythingWithItself();

private:
    std::optional<StoreAnswer<SessionToken>> read(MemoryTokenStore &store, const QString &account);

    QObject m_receiver;
};

std::optional<StoreAnswer<SessionToken>> MemoryTokenStoreTest::read(MemoryTokenStore &store,
                                                                    const QString &account)
{
    std::optional<StoreAnswer<SessionToken>> answer;
    store.read(AccountId(account), m_receiver,
               [&](const StoreAnswer<SessionToken> &got) { answer = got; });
    (void)QTest::qWaitFor([&] { return answer.has_value(); });
    return answer;
}

void MemoryTokenStoreTest::isReadyAtOnceAndAfterUnlocking()
{
    MemoryTokenStore store;
    QList<StoreState> states;
    const auto note = [&](StoreState state) { states.append(state); };
    store.probe(m_receiver, note);
    store.unlock(m_receiver, note);
    QTRY_COMPARE(states, (QList<StoreState>{StoreState::Ready, StoreState::Ready}));
}

void MemoryTokenStoreTest::answersLaterAndOnce()
{
    MemoryTokenStore store;
    int answers = 0;
    store.write(AccountId(u"a"_s), tokenOf(u"t"_s), m_receiver,
                [&](const StoreAnswer<Done> &) { ++answers; });
    store.read(AccountId(u"a"_s), m_receiver,
               [&](const StoreAnswer<SessionToken> &) { ++answers; });
    store.erase(AccountId(u"a"_s), m_receiver, [&](const StoreAnswer<Done> &) { ++answers; });
    QCOMPARE(answers, 0);
    QTRY_COMPARE(answers, 3);
    QCoreApplication::processEvents();
    QCOMPARE(answers, 3);
}

void MemoryTokenStoreTest::readsBackWhatWasWritten()
{
    MemoryTokenStore store;
    store.write(AccountId(u"a"_s), tokenOf(u"first"_s), m_receiver,
                [](const StoreAnswer<Done> &) {});
    store.write(AccountId(u"a"_s), tokenOf(u"second"_s), m_receiver,
                [](const StoreAnswer<Done> &) {});
    const auto answer = read(store, u"a"_s);
    QVERIFY(answer && *answer);
    QVERIFY(**answer == tokenOf(u"second"_s));
}

void MemoryTokenStoreTest::saysThatAnEntryIsMissing()
{
    MemoryTokenStore store;
    const auto answer = read(store, u"a"_s);
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error(), (StoreError{.state = StoreState::Ready, .missing = true}));
}

void MemoryTokenStoreTest::keepsAccountsApart()
{
    MemoryTokenStore store;
    store.write(AccountId(u"a"_s), tokenOf(u"t"_s), m_receiver, [](const StoreAnswer<Done> &) {});
    QVERIFY(!*read(store, u"b"_s));
    QVERIFY(*read(store, u"a"_s));
}

void MemoryTokenStoreTest::forgetsWhatIsErased()
{
    MemoryTokenStore store;
    store.write(AccountId(u"a"_s), tokenOf(u"t"_s), m_receiver, [](const StoreAnswer<Done> &) {});
    bool erased = false;
    store.erase(AccountId(u"a"_s), m_receiver,
                [&](const StoreAnswer<Done> &done) { erased = done.hasValue(); });
    QVERIFY(!*read(store, u"a"_s));
    QVERIFY(erased);
    bool erasedAgain = false;
    store.erase(AccountId(u"a"_s), m_receiver,
                [&](const StoreAnswer<Done> &done) { erasedAgain = done.hasValue(); });
    QTRY_VERIFY(erasedAgain); // an entry that never was is Done
}

void MemoryTokenStoreTest::answersNobodyWhoHasDied()
{
    MemoryTokenStore store;
    bool called = false;
    {
        QObject shortLived;
        store.probe(shortLived, [&](StoreState) { called = true; });
        store.read(AccountId(u"a"_s), shortLived,
                   [&](const StoreAnswer<SessionToken> &) { called = true; });
    }
    QVERIFY(read(store, u"a"_s)); // by now the others would have been answered
    QVERIFY(!called);
}

void MemoryTokenStoreTest::forgetsEverythingWithItself()
{
    {
        MemoryTokenStore store;
        store.write(AccountId(u"a"_s), tokenOf(u"t"_s), m_receiver,
                    [](const StoreAnswer<Done> &) {});
    }
    MemoryTokenStore store;
    QVERIFY(!*read(store, u"a"_s));
}

QTEST_GUILESS_MAIN(MemoryTokenStoreTest)
#include "tst_memorytokenstore.moc"

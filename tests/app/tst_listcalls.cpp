// SPDX-License-Identifier: MIT
#include "links/listcalls.h"

#include "support/signedinclient.h"

#include <QSignalSpy>
#include <QTest>

using simulated::Misconduct;

/// What several ask of one list costs one request.
class ListCallsTest : public QObject
{
    Q_OBJECT

private slots:
    void whoAsksMeanwhileJoins();
    void everybodyHearsWhatFailed();
    void nobodyJoinsWhatIsOutdated();
    void lastsAsLongAsSomebodyWantsIt();
};

class CallsStage : public SignedInClient
{
public:
    QSignalSpy answers{&calls, &ListCalls::answered};
    QObject one;

    void hold() { deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer, .times = 1}); }
    [[nodiscard]] qsizetype lists() const { return count("GET", "/external-auth"); }
    [[nodiscard]] QList<int> numbers() const
    {
        QList<int> numbers;
        for (const QList<QVariant> &answer : answers)
            numbers.append(answer.first().toInt());
        return numbers;
    }
    [[nodiscard]] const ApiError *errorOf(qsizetype answer) const
    {
        const auto &told = *static_cast<const Answer<Listing> *>(answers[answer][1].constData());
        return told ? nullptr : &told.error();
    }
};

void ListCallsTest::whoAsksMeanwhileJoins()
{
    CallsStage stage;
    QCOMPARE(stage.calls.newest(), 0);
    QObject other;
    const int first = stage.calls.ask(stage.one);
    QCOMPARE(stage.calls.newest(), first);
    QCOMPARE(stage.calls.ask(other), first);
    QTRY_COMPARE(stage.answers.size(), 1);
    QVERIFY(!stage.errorOf(0));
    QVERIFY(stage.calls.ask(other) > first);
    QTRY_COMPARE(stage.answers.size(), 2);
    QCOMPARE(stage.lists(), 2);
    QCOMPARE(stage.numbers(), (QList<int>{first, stage.calls.newest()}));
}

void ListCallsTest::everybodyHearsWhatFailed()
{
    CallsStage stage;
    stage.deployment.goDown();
    stage.calls.ask(stage.one);
    QTRY_COMPARE(stage.answers.size(), 1);
    QVERIFY(stage.errorOf(0));
    QCOMPARE(stage.errorOf(0)->kind, ApiError::Kind::Offline);
}

void ListCallsTest::nobodyJoinsWhatIsOutdated()
{
    CallsStage stage;
    stage.hold();
    const int old = stage.calls.ask(stage.one);
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.calls.outdate();
    const int fresh = stage.calls.ask(stage.one);
    QVERIFY(fresh > old);
    QTRY_COMPARE(stage.numbers(), QList<int>{fresh});
    stage.deployment.release();
    QTRY_COMPARE(stage.numbers(), (QList<int>{fresh, old}));
    QCOMPARE(stage.lists(), 2);
}

void ListCallsTest::lastsAsLongAsSomebodyWantsIt()
{
    CallsStage stage;
    stage.hold();
    auto first = std::make_unique<QObject>();
    auto second = std::make_unique<QObject>();
    const int call = stage.calls.ask(*first);
    QCOMPARE(stage.calls.ask(*second), call);
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    first.reset();
    QCOMPARE(stage.calls.ask(*second), call);
    second.reset();
    stage.deployment.release();
    QVERIFY(stage.calls.ask(stage.one) > call);
    QTRY_COMPARE(stage.numbers(), QList<int>{stage.calls.newest()}); // and the one before never
}

QTEST_GUILESS_MAIN(ListCallsTest)
#include "tst_listcalls.moc"

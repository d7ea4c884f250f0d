// SPDX-License-Identifier: MIT
#include "base/clock.h"
#include "desktop/fakesecretservice.h"
#include "keychain/secretserviceprobe.h"

#include <QTest>

using namespace std::chrono_literals;

/// SecretServiceProbe against a service that errs; tst_KeychainTokenStore has the real ones.
class tst_SecretServiceProbe : public QObject
{
    Q_OBJECT

private slots:
    void believesAMissingKeyringOnlyWhenToldTwice_data();
    void believesAMissingKeyringOnlyWhenToldTwice();
};

void tst_SecretServiceProbe::believesAMissingKeyringOnlyWhenToldTwice_data()
{
    QTest::addColumn<int>("timesUnaware");
    QTest::addColumn<int>("questions");
    QTest::addColumn<StoreState>("state");
    QTest::newRow("there at once") << 0 << 1 << StoreState::Locked;
    QTest::newRow("unaware once") << 1 << 2 << StoreState::Locked;
    QTest::newRow("none") << 9 << 2 << StoreState::NoCollection;
}

void tst_SecretServiceProbe::believesAMissingKeyringOnlyWhenToldTwice()
{
    QFETCH(const int, timesUnaware);
    QFETCH(const int, questions);
    QFETCH(const StoreState, state);
    FakeSecretService service(timesUnaware);
    QVERIFY(service.takeName());

    SystemClock clock;
    QObject receiver;
    QList<StoreState> answers;
    auto *probe = new SecretServiceProbe(
        QDBusConnection::sessionBus(), clock, receiver,
        [&](StoreState answer) { answers.append(answer); }, &receiver);
    probe->start(10s);
    QTRY_COMPARE(answers, QList{state});
    QCOMPARE(service.timesAsked, questions);
}

QTEST_GUILESS_MAIN(tst_SecretServiceProbe)

#include "tst_secretserviceprobe.moc"

// SPDX-License-Identifier: MIT
#include "base/clock.h"
#include "desktop/keyringdaemon.h"
#include "keychain/keychainjobs.h"

#include <QElapsedTimer>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// KeychainJobs before a keyring that stops answering in the middle.
class tst_KeychainJobs : public QObject
{
    Q_OBJECT

private:
    const QString m_key = u"fairlead/https://coder.example.com/1"_s;
    const SessionToken m_token = *SessionToken::fromText(u"abcdefghij-0123456789ABCDEFGHIJKL"_s);
    SystemClock m_clock;
    KeyringDaemon m_keyring;

private slots:
    void cleanup() { m_keyring.wake(); }

    void startsNoJobWhileOneHangs();
};

void tst_KeychainJobs::startsNoJobWhileOneHangs()
{
    QVERIFY(m_keyring.startUnlocked());
    KeychainJobs jobs(u"fairlead"_s, m_clock, 400ms);
    QObject receiver;
    QList<JobEnd> ends;
    const auto note = [&](const JobEnd &end) { ends.append(end); };
    jobs.write(m_key, m_token, receiver, note);
    QTRY_COMPARE(ends.size(), 1);
    QCOMPARE(ends.takeFirst().kind, JobEnd::Kind::Succeeded);

    m_keyring.hang();
    jobs.read(m_key, receiver, note);
    jobs.erase(m_key, receiver, note); // waits for the one under way
    QTRY_COMPARE(ends.size(), 2);
    QCOMPARE(ends.constFirst().kind, JobEnd::Kind::Hung);
    QCOMPARE(ends.constLast().kind, JobEnd::Kind::Hung);
    QVERIFY(jobs.isHung());

    QElapsedTimer waited;
    waited.start();
    jobs.erase(m_key, receiver, note);
    QTRY_COMPARE(ends.size(), 3);
    QCOMPARE(ends.constLast().kind, JobEnd::Kind::Hung);
    QVERIFY2(waited.elapsed() < 200, "it was started after all");

    m_keyring.wake();
    QTRY_VERIFY(!jobs.isHung());
    QCOMPARE(ends.size(), 3); // the late result is nobody's
    jobs.read(m_key, receiver, note);
    QTRY_COMPARE(ends.size(), 4);
    QCOMPARE(ends.constLast().kind, JobEnd::Kind::Succeeded); // nothing was erased
    QVERIFY(ends.constLast().token == m_token);
}

QTEST_GUILESS_MAIN(tst_KeychainJobs)
#include "tst_keychainjobs.moc"

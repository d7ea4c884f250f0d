// SPDX-License-Identifier: MIT
#include "desktop/daemon.h"
#include "desktop/traywatch.h"
#include "places.h"

#include <QDBusConnection>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// TrayWatch beside real trays of both kinds that come and go.
class tst_TrayWatch : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Daemon> m_statusNotifier;
    std::unique_ptr<Daemon> m_xembed;

    bool startStatusNotifier();
    bool startXembed();

private slots:
    void init();
    void cleanup();

    void seesNothingWhereNothingIs();
    void seesAStatusNotifierComeAndGo();
    void seesAnXembedTrayComeAndGo();
    void seesWhatWasThereBefore_data();
    void seesWhatWasThereBefore();
    void staysWithTheKindQtHasChosen();
    void worksWithoutASessionBus();
};

bool tst_TrayWatch::startStatusNotifier()
{
    return m_statusNotifier->start(
        u"/usr/bin/python3"_s,
        {QStringLiteral(FAIRLEAD_SOURCE_DIR "/tests/runner/statusnotifierhost.py")},
        u"org.kde.StatusNotifierWatcher"_s);
}

bool tst_TrayWatch::startXembed()
{
    return m_xembed->startWithoutName(u"trayer"_s,
                                      {u"--widthtype"_s, u"request"_s, u"--height"_s, u"30"_s});
}

void tst_TrayWatch::init()
{
    m_statusNotifier = std::make_unique<Daemon>();
    m_xembed = std::make_unique<Daemon>();
}

void tst_TrayWatch::cleanup()
{
    m_statusNotifier.reset();
    m_xembed.reset();
}

void tst_TrayWatch::seesNothingWhereNothingIs()
{
    TrayWatch watch(QDBusConnection::sessionBus());
    StatusNotifierWatch inner(QDBusConnection::sessionBus());
    const QSignalSpy appeared(&watch, &TrayWatch::appeared);
    QTRY_VERIFY(inner.isKnown()); // asked after the other one
    QVERIFY(!watch.isThere());
    QCOMPARE(appeared.size(), 0);
}

void tst_TrayWatch::seesAStatusNotifierComeAndGo()
{
    TrayWatch watch(QDBusConnection::sessionBus());
    const QSignalSpy appeared(&watch, &TrayWatch::appeared);
    const QSignalSpy vanished(&watch, &TrayWatch::vanished);
    QVERIFY(startStatusNotifier());
    QTRY_COMPARE(appeared.size(), 1);
    QVERIFY(watch.isThere());
    m_statusNotifier->kill();
    QTRY_COMPARE(vanished.size(), 1);
    QVERIFY(!watch.isThere());
    QVERIFY(startStatusNotifier());
    QTRY_COMPARE(appeared.size(), 2);
}

void tst_TrayWatch::seesAnXembedTrayComeAndGo()
{
    TrayWatch watch(QDBusConnection::sessionBus());
    const QSignalSpy appeared(&watch, &TrayWatch::appeared);
    const QSignalSpy vanished(&watch, &TrayWatch::vanished);
    QVERIFY(startXembed());
    QTRY_COMPARE(appeared.size(), 1);
    QVERIFY(watch.isThere());
    m_xembed->kill();
    QTRY_COMPARE(vanished.size(), 1);
    QVERIFY(!watch.isThere());
    QVERIFY(startXembed());
    QTRY_COMPARE(appeared.size(), 2);
}

void tst_TrayWatch::seesWhatWasThereBefore_data()
{
    QTest::addColumn<bool>("xembed");
    QTest::newRow("StatusNotifier") << false;
    QTest::newRow("XEmbed") << true;
}

void tst_TrayWatch::seesWhatWasThereBefore()
{
    QFETCH(const bool, xembed);
    QVERIFY(xembed ? startXembed() : startStatusNotifier());
    XembedWatch first;
    QTRY_COMPARE(first.isThere(), xembed);
    TrayWatch watch(QDBusConnection::sessionBus());
    const QSignalSpy appeared(&watch, &TrayWatch::appeared);
    QTRY_COMPARE(appeared.size(), 1);
}

void tst_TrayWatch::staysWithTheKindQtHasChosen()
{
    QVERIFY(startXembed());
    TrayWatch watch(QDBusConnection::sessionBus());
    const QSignalSpy appeared(&watch, &TrayWatch::appeared);
    const QSignalSpy vanished(&watch, &TrayWatch::vanished);
    QTRY_COMPARE(appeared.size(), 1);
    // From here on Qt shows its icon in XEmbed trays and nowhere else.
    QVERIFY(startStatusNotifier());
    m_xembed->kill();
    QTRY_COMPARE(vanished.size(), 1);
    QVERIFY(!watch.isThere());
    QCOMPARE(appeared.size(), 1);
}

void tst_TrayWatch::worksWithoutASessionBus()
{
    QVERIFY(startXembed());
    TrayWatch watch(QDBusConnection(u"nowhere"_s));
    QTRY_VERIFY(watch.isThere());
}

QTEST_MAIN(tst_TrayWatch)
#include "tst_traywatch.moc"

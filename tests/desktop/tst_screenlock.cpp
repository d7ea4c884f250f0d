// SPDX-License-Identifier: MIT
#include "desktop/screenlock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

/// ScreenLock beside a screen saver on the real bus.
class tst_ScreenLock : public QObject
{
    Q_OBJECT

private slots:
    void hearsTheScreenLock_data();
    void hearsTheScreenLock();
    void believesNobodyElse();
};

namespace {

const auto otherProgram = u"screensaver"_s;

bool signalFrom(const QDBusConnection &bus, const QString &path, const QString &interface,
                bool active)
{
    QDBusMessage message = QDBusMessage::createSignal(path, interface, u"ActiveChanged"_s);
    message.setArguments({active});
    return bus.send(message);
}

} // namespace

void tst_ScreenLock::hearsTheScreenLock_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("path");
    const auto freedesktop = u"org.freedesktop.ScreenSaver"_s;
    QTest::newRow("KDE") << freedesktop << u"/ScreenSaver"_s;
    QTest::newRow("Xfce") << freedesktop << u"/org/freedesktop/ScreenSaver"_s;
    QTest::newRow("GNOME") << u"org.gnome.ScreenSaver"_s << u"/org/gnome/ScreenSaver"_s;
}

void tst_ScreenLock::hearsTheScreenLock()
{
    QFETCH(const QString, name);
    QFETCH(const QString, path);
    QDBusConnection saver
        = QDBusConnection::connectToBus(QDBusConnection::SessionBus, otherProgram);
    QVERIFY(saver.registerService(name));
    {
        const ScreenLock lock(QDBusConnection::sessionBus());
        QSignalSpy locked(&lock, &ScreenLock::locked);
        QVERIFY(signalFrom(saver, path, name, false));
        QVERIFY(signalFrom(saver, path, name, true));
        QVERIFY(locked.wait());
        QCOMPARE(locked.size(), 1); // the end of a lock, sent before, says nothing
    }
    QVERIFY(saver.unregisterService(name));
    QDBusConnection::disconnectFromBus(otherProgram);
}

void tst_ScreenLock::believesNobodyElse()
{
    const auto name = u"org.freedesktop.ScreenSaver"_s;
    QDBusConnection other
        = QDBusConnection::connectToBus(QDBusConnection::SessionBus, otherProgram);
    const ScreenLock lock(QDBusConnection::sessionBus());
    QSignalSpy locked(&lock, &ScreenLock::locked);
    QVERIFY(signalFrom(other, u"/ScreenSaver"_s, name, true)); // it does not own the name
    QVERIFY(other.registerService(name));
    QVERIFY(signalFrom(other, u"/ScreenSaver"_s, name, true));
    QVERIFY(locked.wait());
    QCOMPARE(locked.size(), 1);
    QVERIFY(other.unregisterService(name));
    QDBusConnection::disconnectFromBus(otherProgram);
}

QTEST_GUILESS_MAIN(tst_ScreenLock)

#include "tst_screenlock.moc"

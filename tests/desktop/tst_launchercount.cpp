// SPDX-License-Identifier: MIT
#include "desktop/launchercount.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QGuiApplication>
#include <QTest>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace {

const auto launcherConnection = u"launcher"_s;

} // namespace

/// A launcher on the real bus, as Plasma's and the docks of GNOME listen.
class Launcher : public QObject
{
    Q_OBJECT

public:
    Launcher() : bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, launcherConnection))
    {
        // clang-format off
        isListening = bus.connect({}, {}, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s,
                                  u"sa{sv}"_s, this, SLOT(update(QString,QVariantMap)));
        // clang-format on
    }
    ~Launcher() override { QDBusConnection::disconnectFromBus(launcherConnection); }
    Q_DISABLE_COPY_MOVE(Launcher)

    QDBusConnection bus;
    bool isListening = false;
    QStringList heard; ///< "URI COUNT shown" or "URI COUNT hidden"

public slots:
    void update(const QString &uri, const QVariantMap &what)
    {
        const QVariant count = what.value(u"count"_s);
        const bool isShown = what.value(u"count-visible"_s).toBool();
        heard.append(u"%1 %2 %3"_s.arg(
            uri, count.typeId() == QMetaType::LongLong ? count.toString() : u"of another type"_s,
            isShown ? u"shown"_s : u"hidden"_s));
    }
};

/// The number in the launcher, where there is one.
class tst_LauncherCount : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void tellsTheNumberAndWhoseItIs();
    void tellsNothingTwice();
    void tellsALauncherThatComesLater();
    void nobodyToTellIsNoTrouble();
};

void tst_LauncherCount::initTestCase()
{
    QGuiApplication::setDesktopFileName(u"dev.fairlead.Fairlead"_s);
}

void tst_LauncherCount::tellsTheNumberAndWhoseItIs()
{
    Launcher launcher;
    QVERIFY(launcher.isListening);
    LauncherCount count(QDBusConnection::sessionBus());
    count.set(3);
    QTRY_COMPARE(launcher.heard,
                 QStringList{u"application://dev.fairlead.Fairlead.desktop 3 shown"_s});
    count.set(0);
    QTRY_COMPARE(launcher.heard.size(), 2);
    QCOMPARE(launcher.heard.constLast(), u"application://dev.fairlead.Fairlead.desktop 0 hidden"_s);
}

void tst_LauncherCount::tellsNothingTwice()
{
    Launcher launcher;
    LauncherCount count(QDBusConnection::sessionBus());
    count.set(0); // nothing was ever shown
    count.set(2);
    count.set(2);
    count.set(1);
    count.set(1);
    count.set(5);
    QTRY_COMPARE(launcher.heard.size(), 3); // signals of one connection come in order
    QVERIFY(launcher.heard.at(0).contains(u" 2 "_s));
    QVERIFY(launcher.heard.at(1).contains(u" 1 "_s));
    QVERIFY(launcher.heard.at(2).contains(u" 5 "_s));
}

void tst_LauncherCount::tellsALauncherThatComesLater()
{
    LauncherCount count(QDBusConnection::sessionBus());
    count.set(4);
    Launcher launcher;
    QVERIFY(launcher.bus.registerService(u"com.canonical.Unity"_s));
    QTRY_VERIFY(!launcher.heard.isEmpty());
    QVERIFY(launcher.heard.constLast().contains(u" 4 shown"_s));
}

void tst_LauncherCount::nobodyToTellIsNoTrouble()
{
    LauncherCount count(QDBusConnection(u"nowhere"_s));
    count.set(1);
    count.set(0);
}

QTEST_MAIN(tst_LauncherCount)
#include "tst_launchercount.moc"

// SPDX-License-Identifier: MIT
#include "desktop/colorscheme.h"
#include "desktop/daemon.h"
#include "places.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QPalette>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

const auto portalName = u"org.freedesktop.portal.Desktop"_s;

QPalette paletteOf(const QColor &window, const QColor &text)
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    return palette;
}

void choose(uint value, const QString &method = u"Set"_s)
{
    QDBusMessage message
        = QDBusMessage::createMethodCall(portalName, u"/org/freedesktop/portal/desktop"_s,
                                         u"dev.fairlead.Test.ColorScheme"_s, method);
    message.setArguments({value});
    QDBusConnection::sessionBus().call(message);
}

} // namespace

/// ColorScheme beside a settings portal, and without one.
class tst_ColorScheme : public QObject
{
    Q_OBJECT

private:
    const QPalette m_light = paletteOf(Qt::white, Qt::black);
    const QPalette m_grey = paletteOf(QColor(0xef, 0xef, 0xef), Qt::black); // Qt's own
    const QPalette m_dark = paletteOf(Qt::black, Qt::white);
    std::unique_ptr<Daemon> m_portal;

    bool startPortal(const QString &scheme);

private slots:
    void init();
    void cleanup();

    void followsThePortal(); // first, while QtDBus has not seen any variant yet
    void goesByThePaletteWithoutAPortal();
    void goesByThePortal_data();
    void goesByThePortal();
    void comesAfterThePersonsOwnChoice();
    void followsTheContrastOfThePortal();
    void takesTheContrastOfTheSystem();
    void tellsNothingWhereNothingChanges();
    void aSilentPortalHoldsNothingUp();
    void believesTheNewsBeforeALateAnswer();
};

bool tst_ColorScheme::startPortal(const QString &scheme)
{
    return m_portal->start(
        u"/usr/bin/python3"_s,
        {QStringLiteral(FAIRLEAD_SOURCE_DIR "/tests/runner/settingsportal.py"), scheme},
        portalName);
}

void tst_ColorScheme::init()
{
    m_portal = std::make_unique<Daemon>();
}

void tst_ColorScheme::cleanup()
{
    m_portal.reset();
}

void tst_ColorScheme::followsThePortal()
{
    QVERIFY(startPortal(u"none"_s));
    const ColorScheme colors(QDBusConnection::sessionBus(), m_light);
    const uint none = 0;
    const uint dark = 1;
    const uint light = 2;
    choose(dark);
    QTRY_COMPARE(colors.scheme(), Scheme::Dark);
    choose(light);
    QTRY_COMPARE(colors.scheme(), Scheme::Light);
    choose(dark);
    QTRY_COMPARE(colors.scheme(), Scheme::Dark);
    choose(none);
    QTRY_COMPARE(colors.scheme(), Scheme::Light); // the palette's
}

void tst_ColorScheme::goesByThePaletteWithoutAPortal()
{
    const auto bus = QDBusConnection::sessionBus();
    QCOMPARE(ColorScheme(bus, m_light).scheme(), Scheme::Light);
    QCOMPARE(ColorScheme(bus, m_dark).scheme(), Scheme::Dark);
    QCOMPARE(ColorScheme(QDBusConnection(u"nowhere"_s), m_dark).scheme(), Scheme::Dark);
}

void tst_ColorScheme::goesByThePortal_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("darkPalette");
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("dark on a light system") << u"dark"_s << false << Scheme::Dark;
    QTest::newRow("light on a dark system") << u"light"_s << true << Scheme::Light;
}

void tst_ColorScheme::goesByThePortal()
{
    QFETCH(const QString, said);
    QFETCH(const bool, darkPalette);
    QFETCH(const Scheme, scheme);
    QVERIFY(startPortal(said));
    const ColorScheme colors(QDBusConnection::sessionBus(), darkPalette ? m_dark : m_light);
    const QSignalSpy changed(&colors, &ColorScheme::changed);
    QCOMPARE(colors.scheme(), darkPalette ? Scheme::Dark : Scheme::Light); // nobody waited
    QTRY_COMPARE(colors.scheme(), scheme);
    QCOMPARE(changed.size(), 1);
}

void tst_ColorScheme::comesAfterThePersonsOwnChoice()
{
    QVERIFY(startPortal(u"dark"_s));
    ColorScheme colors(QDBusConnection::sessionBus(), m_light);
    QTRY_COMPARE(colors.scheme(), Scheme::Dark);
    colors.choose(Appearance::Light);
    QCOMPARE(colors.scheme(), Scheme::Light);
    colors.choose(Appearance::FollowSystem);
    QCOMPARE(colors.scheme(), Scheme::Dark);
}

void tst_ColorScheme::followsTheContrastOfThePortal()
{
    QVERIFY(startPortal(u"none"_s));
    const ColorScheme colors(QDBusConnection::sessionBus(), m_grey);
    QCOMPARE(colors.contrast(), Contrast::Normal);
    choose(1, u"SetContrast"_s);
    QTRY_COMPARE(colors.contrast(), Contrast::High);
    const ColorScheme later(QDBusConnection::sessionBus(), m_grey);
    QTRY_COMPARE(later.contrast(), Contrast::High);
    choose(0, u"SetContrast"_s);
    QTRY_COMPARE(colors.contrast(), Contrast::Normal);
}

void tst_ColorScheme::takesTheContrastOfTheSystem()
{
    const auto bus = QDBusConnection::sessionBus();
    QCOMPARE(ColorScheme(bus, m_grey).contrast(), Contrast::Normal);
    QCOMPARE(ColorScheme(bus, m_light).contrast(), Contrast::High);
    qputenv("GTK_THEME", "HighContrastInverse");
    const auto restore = qScopeGuard([] { qunsetenv("GTK_THEME"); });
    QCOMPARE(ColorScheme(bus, m_grey).contrast(), Contrast::High);
}

void tst_ColorScheme::tellsNothingWhereNothingChanges()
{
    QVERIFY(startPortal(u"light"_s));
    const ColorScheme colors(QDBusConnection::sessionBus(), m_light);
    const QSignalSpy changed(&colors, &ColorScheme::changed);
    choose(2);
    choose(0);
    choose(1);
    QTRY_COMPARE(colors.scheme(), Scheme::Dark);
    QCOMPARE(changed.size(), 1);
}

void tst_ColorScheme::aSilentPortalHoldsNothingUp()
{
    QVERIFY(startPortal(u"dark"_s));
    m_portal->hang();
    const ColorScheme colors(QDBusConnection::sessionBus(), m_light);
    QCOMPARE(colors.scheme(), Scheme::Light);
    m_portal->wake();
    QTRY_COMPARE(colors.scheme(), Scheme::Dark);
}

/// The answer is as old as the question, and QtDBus may deliver it after what was sent later.
void tst_ColorScheme::believesTheNewsBeforeALateAnswer()
{
    QVERIFY(startPortal(u"light"_s));
    choose(1, u"Hold"_s);
    const ColorScheme colors(QDBusConnection::sessionBus(), m_grey);
    choose(1);
    choose(1, u"SetContrast"_s);
    QTRY_COMPARE(colors.scheme(), Scheme::Dark);
    QTRY_COMPARE(colors.contrast(), Contrast::High);
    const QSignalSpy changed(&colors, &ColorScheme::changed);
    choose(0, u"Hold"_s);
    choose(2); // comes after the answers
    QTRY_COMPARE(colors.scheme(), Scheme::Light);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(colors.contrast(), Contrast::High);
}

QTEST_MAIN(tst_ColorScheme)
#include "tst_colorscheme.moc"

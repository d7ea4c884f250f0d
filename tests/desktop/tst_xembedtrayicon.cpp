// SPDX-License-Identifier: MIT
#include "desktop/daemon.h"
#include "desktop/trayicon.h"
#include "desktop/traywatch.h"
#include "pictures/icons.h"
#include "support/fakeclock.h"
#include "theme.h"

#include <QDBusConnection>
#include <QGuiApplication>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

/// What the person sees in the tray: how many pixels of the screen's bottom have the colour.
int pixelsOf(const QColor &color)
{
    const QImage screen = QGuiApplication::primaryScreen()->grabWindow(0).toImage();
    int count = 0;
    for (int y = screen.height() - 40; y < screen.height(); ++y) {
        for (int x = 0; x < screen.width(); ++x)
            count += screen.pixelColor(x, y) == color ? 1 : 0;
    }
    return count;
}

bool clickIntoTray(const QString &button)
{
    const QString window
        = outputOf(u"xdotool"_s, {u"search"_s, u"--onlyvisible"_s, u"--class"_s, u"^trayer$"_s})
              .value_or(QString())
              .section(u'\n', -1);
    return outputOf(u"xdotool"_s,
                    {u"mousemove"_s, u"--window"_s, window, u"12"_s, u"15"_s, u"click"_s, button})
        .has_value();
}

} // namespace

/// TrayIcon in an XEmbed tray, with real clicks.
class tst_XembedTrayIcon : public QObject
{
    Q_OBJECT

private:
    const QColor m_plate{0x12, 0x59, 0x8a};
    Icons m_icons;
    Theme m_theme;
    FakeClock m_clock;
    Daemon m_tray;
    std::unique_ptr<TrayIcon> m_icon;

private slots:
    void initTestCase();

    void isSeenInATrayThatCameLater();
    void opensByLeftClick();
    void showsItsMenuByRightClick();
    void isGoneWithoutItsOwner();
};

void tst_XembedTrayIcon::initTestCase()
{
    TrayWatch watch(QDBusConnection::sessionBus());
    const QSignalSpy appeared(&watch, &TrayWatch::appeared);
    QVERIFY(m_tray.startWithoutName(u"trayer"_s,
                                    {u"--edge"_s, u"bottom"_s, u"--align"_s, u"right"_s,
                                     u"--widthtype"_s, u"request"_s, u"--height"_s, u"30"_s}));
    QTRY_COMPARE(appeared.size(), 1);
    m_icon = std::make_unique<TrayIcon>(m_icons, m_theme, m_clock);
}

void tst_XembedTrayIcon::isSeenInATrayThatCameLater()
{
    QTRY_VERIFY(pixelsOf(m_plate) > 50);
}

void tst_XembedTrayIcon::opensByLeftClick()
{
    const QSignalSpy opened(m_icon.get(), &TrayIcon::openWished);
    QVERIFY(clickIntoTray(u"1"_s));
    QTRY_COMPARE(opened.size(), 1);
}

void tst_XembedTrayIcon::showsItsMenuByRightClick()
{
    const QSignalSpy quit(m_icon.get(), &TrayIcon::quitWished);
    QVERIFY(clickIntoTray(u"3"_s));
    QTRY_VERIFY(m_icon->menu().isVisible());
    for (const auto *key : {"Up", "Return"}) // the last entry
        QVERIFY(outputOf(u"xdotool"_s, {u"key"_s, QString::fromLatin1(key)}));
    QTRY_COMPARE(quit.size(), 1);
    QTRY_VERIFY(!m_icon->menu().isVisible());
}

void tst_XembedTrayIcon::isGoneWithoutItsOwner()
{
    m_icon.reset();
    QTRY_COMPARE(pixelsOf(m_plate), 0);
}

QTEST_MAIN(tst_XembedTrayIcon)
#include "tst_xembedtrayicon.moc"

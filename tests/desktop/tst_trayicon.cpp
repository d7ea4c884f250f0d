// SPDX-License-Identifier: MIT
#include "desktop/daemon.h"
#include "desktop/dbusmenu.h"
#include "desktop/trayicon.h"
#include "desktop/traypicture.h"
#include "pictures/icons.h"
#include "places.h"
#include "support/fakeclock.h"
#include "theme.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

LinkKey keyOf(const QString &provider)
{
    return {.account = AccountId(u"https://coder.example.com/1"_s),
            .provider = ProviderId(provider)};
}

} // namespace

/// TrayIcon in a StatusNotifier tray, driven over the bus as a panel does.
class tst_TrayIcon : public QObject
{
    Q_OBJECT

private:
    Icons m_icons;
    Theme m_theme;
    FakeClock m_clock;
    StatusNotifierPanel m_panel;
    std::unique_ptr<Daemon> m_tray;

    bool startTray();
    TrayContent busyContent() const;

private slots:
    void initTestCase();
    void init();

    void registersWithATrayThatCameAfterTheStart();
    void readsAsDrawn();
    void saysHowThingsAre_data();
    void saysHowThingsAre();
    void countsWhatNeedsAttentionWhileOffline();
    void saysNoMoreThanIsKnown();
    void drawsEachStateDifferently();
    void drawsInTheChosenStyle_data();
    void drawsInTheChosenStyle();
    void opensByClick();
    void wishesWhatIsClicked_data();
    void wishesWhatIsClicked();
    void countsDown();
    void tellsNothingOfAServersChoosing();
    void keepsALongListShort();
    void comesBackWithTheTray();
};

bool tst_TrayIcon::startTray()
{
    return m_tray->start(
        u"/usr/bin/python3"_s,
        {QStringLiteral(FAIRLEAD_SOURCE_DIR "/tests/runner/statusnotifierhost.py")},
        u"org.kde.StatusNotifierWatcher"_s);
}

TrayContent tst_TrayIcon::busyContent() const
{
    using Item = TrayContent::Item;
    return {.state = TrayContent::State::Attention,
            .items = {Item{.link = keyOf(u"gitlab"_s),
                           .provider = UntrustedText::name(u"GitLab"),
                           .health = LinkHealth::NeedsReconnect},
                      Item{.link = keyOf(u"gitea"_s),
                           .provider = UntrustedText::name(u"Gitea"),
                           .health = LinkHealth::ExpiringSoon,
                           .expires = m_clock.wall().addDays(2).addSecs(3600)},
                      Item{.link = keyOf(u"old"_s),
                           .provider = UntrustedText::name(u"Forgejo"),
                           .health = LinkHealth::Expired},
                      Item{.link = keyOf(u"github"_s),
                           .provider = UntrustedText::name(u"GitHub"),
                           .health = LinkHealth::AppNotInstalled}},
            .flows = {{.link = keyOf(u"github"_s),
                       .provider = UntrustedText::name(u"GitHub"),
                       .deadline = m_clock.deadline() + 14min + 32s}}};
}

void tst_TrayIcon::initTestCase()
{
    m_tray = std::make_unique<Daemon>();
    QVERIFY(startTray());
}

void tst_TrayIcon::init()
{
    QTRY_VERIFY(m_panel.items().isEmpty());
}

void tst_TrayIcon::registersWithATrayThatCameAfterTheStart()
{
    const TrayIcon icon(m_icons, m_theme, m_clock);
    QTRY_COMPARE(m_panel.items().size(), 1);
    QVERIFY(m_panel.pictureSizes().contains(22));
}

void tst_TrayIcon::readsAsDrawn()
{
    TrayIcon icon(m_icons, m_theme, m_clock);
    icon.setContent(busyContent());
    QTRY_COMPARE(m_panel.items().size(), 1);
    const QStringList expected{u"4 links need attention"_s,
                               u"GitLab: reconnect needed"_s,
                               u"Gitea: expires in 2 days"_s,
                               u"Forgejo: expired"_s,
                               u"GitHub: app not installed"_s,
                               u"-"_s,
                               u"Linking GitHub, 14:32 left"_s,
                               u"-"_s,
                               u"Open Fairlead"_s,
                               u"Check all now"_s,
                               u"-"_s,
                               u"Quit"_s};
    QTRY_COMPARE(m_panel.menu().labels(), expected);
    const MenuEntry menu = m_panel.menu();
    QVERIFY(!menu.children.first().isEnabled());
    QVERIFY(menu.children.at(1).properties.contains(u"icon-data"_s));
    QCOMPARE(menu.find(u"Linking GitHub, 14:32 left"_s)->labels(),
             (QStringList{u"Show"_s, u"Copy code"_s, u"Cancel"_s}));

    TrayContent calm = busyContent();
    calm.items.clear();
    calm.flows.clear();
    icon.setContent(calm);
    QTRY_COMPARE(m_panel.menu().labels(),
                 (QStringList{u"Open Fairlead"_s, u"Check all now"_s, u"-"_s, u"Quit"_s}));
}

void tst_TrayIcon::saysHowThingsAre_data()
{
    QTest::addColumn<TrayContent::State>("state");
    QTest::addColumn<QString>("sentence");
    using State = TrayContent::State;
    QTest::newRow("all well") << State::AllWell << u"Fairlead: all links work"_s;
    QTest::newRow("nothing linked") << State::NothingLinked << u"Fairlead: nothing is linked yet"_s;
    QTest::newRow("attention") << State::Attention << u"Fairlead: 4 links need attention"_s;
    QTest::newRow("linking") << State::Linking << u"Fairlead: a link is under way"_s;
    QTest::newRow("offline") << State::Offline
                             << u"Fairlead: offline, 4 of the last known links need attention"_s;
    QTest::newRow("not checked") << State::NotChecked
                                 << u"Fairlead: the links could not be checked"_s;
    QTest::newRow("partly checked")
        << State::PartlyChecked << u"Fairlead: all links that could be checked work"_s;
    QTest::newRow("some links unchecked")
        << State::LinksUnchecked << u"Fairlead: no problems known, 3 links could not be checked"_s;
    QTest::newRow("signed out") << State::SignedOut << u"Fairlead: signed out"_s;
    QTest::newRow("opening") << State::OpeningKeyring << u"Fairlead: opening the keyring"_s;
    QTest::newRow("locked") << State::KeyringLocked << u"Fairlead: the keyring is locked"_s;
    QTest::newRow("closed") << State::KeyringClosed << u"Fairlead: the keyring cannot be read"_s;
    QTest::newRow("asking") << State::Asking << u"Fairlead: asking how the links are"_s;
}

void tst_TrayIcon::saysHowThingsAre()
{
    QFETCH(const TrayContent::State, state);
    QFETCH(const QString, sentence);
    TrayIcon icon(m_icons, m_theme, m_clock);
    TrayContent content = busyContent();
    content.state = state;
    content.counts.unchecked = 3;
    icon.setContent(content);
    QTRY_COMPARE(m_panel.items().size(), 1);
    QTRY_COMPARE(m_panel.toolTip(), sentence);
}

void tst_TrayIcon::countsWhatNeedsAttentionWhileOffline()
{
    TrayIcon icon(m_icons, m_theme, m_clock);
    TrayContent content = busyContent();
    content.state = TrayContent::State::Offline;
    content.items.resize(1);
    icon.setContent(content);
    QCOMPARE(icon.toolTip(), u"Fairlead: offline, 1 of the last known links needs attention"_s);
    content.items.clear();
    icon.setContent(content);
    QCOMPARE(icon.toolTip(), u"Fairlead: offline, showing the last known links"_s);
}

void tst_TrayIcon::saysNoMoreThanIsKnown()
{
    using State = TrayContent::State;
    TrayIcon icon(m_icons, m_theme, m_clock);
    icon.setContent({.state = State::AllWell, .counts = {.uncheckable = 1}});
    QCOMPARE(icon.toolTip(), u"Fairlead: all links that can be checked work"_s);
    icon.setContent({.state = State::LinksUnchecked, .counts = {.unchecked = 1, .uncheckable = 1}});
    QCOMPARE(icon.toolTip(), u"Fairlead: no problems known, 1 link could not be checked"_s);
    const auto picture = [this](State state) {
        return trayPicture(m_icons, state).pixmap(QSize(22, 22), 1.0).toImage();
    };
    QVERIFY(picture(State::LinksUnchecked) != picture(State::AllWell));
}

void tst_TrayIcon::drawsEachStateDifferently()
{
    using State = TrayContent::State;
    QList<QImage> pictures;
    for (const State state :
         {State::AllWell, State::Attention, State::Linking, State::Offline, State::SignedOut}) {
        for (const int size : {16, 22, 32}) {
            const QImage picture
                = trayPicture(m_icons, state).pixmap(QSize(size, size), 1.0).toImage();
            QCOMPARE(picture.size(), QSize(size, size));
            QCOMPARE(picture.pixelColor(size / 2, 0), QColor(0x12, 0x59, 0x8a)); // the plate
            QVERIFY(!pictures.contains(picture));
            pictures.append(picture);
        }
    }
}

void tst_TrayIcon::drawsInTheChosenStyle_data()
{
    QTest::addColumn<TrayIconStyle>("style");
    QTest::addColumn<QColor>("color");
    QTest::newRow("light") << TrayIconStyle::PlainLight << QColor(0xff, 0xff, 0xff);
    QTest::newRow("dark") << TrayIconStyle::PlainDark << QColor(0x1a, 0x21, 0x27);
}

void tst_TrayIcon::drawsInTheChosenStyle()
{
    QFETCH(const TrayIconStyle, style);
    QFETCH(const QColor, color);
    const QImage picture = trayPicture(m_icons, TrayContent::State::Attention, style)
                               .pixmap(QSize(32, 32), 1.0)
                               .toImage();
    QCOMPARE(picture.pixelColor(0, 0).alpha(), 0); // no plate
    std::set<QRgb> full;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixelColor(x, y).alpha() == 255)
                full.insert(picture.pixel(x, y));
        }
    }
    QCOMPARE(full, std::set<QRgb>{color.rgb()});
}

void tst_TrayIcon::opensByClick()
{
    TrayIcon icon(m_icons, m_theme, m_clock);
    const QSignalSpy opened(&icon, &TrayIcon::openWished);
    QTRY_COMPARE(m_panel.items().size(), 1);
    m_panel.activate();
    QTRY_COMPARE(opened.size(), 1);
}

void tst_TrayIcon::wishesWhatIsClicked_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("wish");
    QTest::newRow("a link") << u"Gitea: expires in 2 days"_s << u"link gitea"_s;
    QTest::newRow("show") << u"Show"_s << u"show github"_s;
    QTest::newRow("copy") << u"Copy code"_s << u"copy github"_s;
    QTest::newRow("cancel") << u"Cancel"_s << u"cancel github"_s;
    QTest::newRow("open") << u"Open Fairlead"_s << u"open"_s;
    QTest::newRow("check") << u"Check all now"_s << u"check"_s;
    QTest::newRow("quit") << u"Quit"_s << u"quit"_s;
}

void tst_TrayIcon::wishesWhatIsClicked()
{
    QFETCH(const QString, entry);
    QFETCH(const QString, wish);
    TrayIcon icon(m_icons, m_theme, m_clock);
    icon.setContent(busyContent());
    QStringList wishes;
    const auto note = [&wishes](const QString &verb) {
        return [&wishes, verb](const LinkKey &link) {
            wishes.append(verb + u' ' + link.provider.toString());
        };
    };
    connect(&icon, &TrayIcon::linkWished, this, note(u"link"_s));
    connect(&icon, &TrayIcon::flowShowWished, this, note(u"show"_s));
    connect(&icon, &TrayIcon::flowCopyWished, this, note(u"copy"_s));
    connect(&icon, &TrayIcon::flowCancelWished, this, note(u"cancel"_s));
    connect(&icon, &TrayIcon::openWished, this, [&wishes] { wishes.append(u"open"_s); });
    connect(&icon, &TrayIcon::checkAllWished, this, [&wishes] { wishes.append(u"check"_s); });
    connect(&icon, &TrayIcon::quitWished, this, [&wishes] { wishes.append(u"quit"_s); });
    QTRY_COMPARE(m_panel.items().size(), 1);
    QTRY_VERIFY(m_panel.menu().find(entry));
    m_panel.click(*m_panel.menu().find(entry));
    QTRY_COMPARE(wishes, QStringList{wish});
}

void tst_TrayIcon::countsDown()
{
    TrayIcon icon(m_icons, m_theme, m_clock);
    icon.setContent(busyContent());
    QTRY_COMPARE(m_panel.items().size(), 1);
    QTRY_VERIFY(m_panel.menu().find(u"Linking GitHub, 14:32 left"_s));
    m_clock.advance(14min + 27s);
    QTRY_VERIFY(m_panel.menu().find(u"Linking GitHub, 0:05 left"_s));
    m_clock.advance(1min);
    QTRY_VERIFY(m_panel.menu().find(u"Linking GitHub, 0:00 left"_s));
}

void tst_TrayIcon::tellsNothingOfAServersChoosing()
{
    TrayIcon icon(m_icons, m_theme, m_clock);
    TrayContent content = busyContent();
    const QString hostile = u"<b>Git&Hub</b>\tCtrl+Q"_s;
    content.items.first().provider = UntrustedText::name(hostile);
    content.flows.first().provider = UntrustedText::name(QString(41, u'x'));
    content.flows.first().link.provider = ProviderId(u"#0"_s); // what stands for an unusable id
    icon.setContent(content);
    QTRY_COMPARE(m_panel.items().size(), 1);
    QTRY_VERIFY(m_panel.menu().find(u"gitlab: reconnect needed"_s));
    QVERIFY(m_panel.menu().find(u"Linking a provider, 14:32 left"_s));
    const QStringList labels = m_panel.menu().labels();
    QVERIFY(labels.filter(u"Hub</b>"_s).isEmpty());
    QVERIFY(labels.filter(u"xxxx"_s).isEmpty());
}

void tst_TrayIcon::keepsALongListShort()
{
    TrayIcon icon(m_icons, m_theme, m_clock);
    TrayContent content = busyContent();
    while (content.items.size() < 40)
        content.items.append(content.items.constFirst());
    icon.setContent(content);
    QTRY_COMPARE(m_panel.items().size(), 1);
    QTRY_VERIFY(m_panel.menu().find(u"40 links need attention"_s));
    QVERIFY(m_panel.menu().labels().size() < 25);
    QVERIFY(m_panel.menu().find(u"All links that need attention"_s));
}

void tst_TrayIcon::comesBackWithTheTray()
{
    auto icon = std::make_unique<TrayIcon>(m_icons, m_theme, m_clock);
    QTRY_COMPARE(m_panel.items().size(), 1);
    m_tray->kill();
    icon.reset();
    QVERIFY(startTray());
    icon = std::make_unique<TrayIcon>(m_icons, m_theme, m_clock);
    QTRY_COMPARE(m_panel.items().size(), 1);
    const QSignalSpy opened(icon.get(), &TrayIcon::openWished);
    m_panel.activate();
    QTRY_COMPARE(opened.size(), 1);
}

QTEST_MAIN(tst_TrayIcon)
#include "tst_trayicon.moc"

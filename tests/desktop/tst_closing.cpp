// SPDX-License-Identifier: MIT
#include "desktop/daemon.h"
#include "desktop/dbusmenu.h"
#include "desktop/dunst.h"
#include "desktop/person.h"
#include "places.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

int widthOfXembedTray()
{
    static const QRegularExpression geometry(u"Geometry: (\\d+)x"_s);
    const QString told = outputOf(u"xdotool"_s,
                                  {u"search"_s, u"--onlyvisible"_s, u"--class"_s, u"^trayer$"_s,
                                   u"getwindowgeometry"_s})
                             .value_or(QString());
    return geometry.match(told).captured(1).toInt();
}

} // namespace

/// What closing and quitting mean to the shipped program, with trays of both kinds that are there,
/// come and go.
class tst_Closing : public QObject
{
    Q_OBJECT

private:
    simulated::Deployment m_deployment;
    std::unique_ptr<Person> m_first; ///< signed in once for all
    std::unique_ptr<Person> m_ada;
    std::unique_ptr<Daemon> m_tray;
    StatusNotifierPanel m_panel;

    bool startStatusNotifier();
    bool startXembed();
    /// A link that waits for an approval, its dialog closed.
    bool beginInBackground();
    /// One that waits for the browser.
    bool beginInBrowser(const QString &provider);
    bool showsMenuEntry(const QString &pattern, MenuEntry *found = nullptr);

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void hidesWhereATrayIsAndExplainsItOnce();
    void quitsWithoutATray();
    void comesBackAsLargeAsItWas();
    void minimisesWithoutATrayWhileACodeWaits();
    void minimisesWithoutATrayWhileTheBrowserIsWaitedFor();
    void minimisesWithoutATrayWhileSeveralAreLinked();
    void asksBeforeACodeIsLost();
    void asksWhileALinkIsMadeInTheBrowser();
    void namesAllThatIsBeingLinked();
    void asksWhileALinkIsBeingRemoved();
    void saysWhoseItIsWhereAccountsAreAlike();
    void asksNoLongerWhenNothingIsLost();
    void asksTruthfullyOnceTheApprovalIsIn();
    void comesBackWhenTheTrayDies();
    void takesATrayThatAppearsLater();
    void takesTheDialogAlongIntoTheTray();
    void takesEveryDialogAlongIntoTheTray_data();
    void takesEveryDialogAlongIntoTheTray();
    void quitsWhereThePersonDoesNotWantItInTheTray();
    void offersTheCodeThatWaitsInTheTray();
    void asksWhenQuittingFromTheTray();
};

bool tst_Closing::startStatusNotifier()
{
    m_tray = std::make_unique<Daemon>();
    return m_tray->start(
        u"/usr/bin/python3"_s,
        {QStringLiteral(FAIRLEAD_SOURCE_DIR "/tests/runner/statusnotifierhost.py")},
        u"org.kde.StatusNotifierWatcher"_s);
}

bool tst_Closing::startXembed()
{
    m_tray = std::make_unique<Daemon>();
    return m_tray->startWithoutName(u"trayer"_s,
                                    {u"--widthtype"_s, u"request"_s, u"--height"_s, u"30"_s})
        && QTest::qWaitFor([] {
               return outputOf(u"xdotool"_s, {u"search"_s, u"--class"_s, u"^trayer$"_s})
                   .has_value();
           });
}

bool tst_Closing::beginInBackground()
{
    return !m_ada->beginLink(u"GitHub"_s).isEmpty() && m_ada->sendLinkToBackground();
}

bool tst_Closing::beginInBrowser(const QString &provider)
{
    return m_ada->select(m_ada->row(provider, u"Not linked"_s))
        && m_ada->press(u"Open page in browser"_s)
        && m_ada->reads(u"Waiting until %1 is linked."_s.arg(provider))
        && m_ada->sendLinkToBackground(u"Link in the browser"_s);
}

bool tst_Closing::showsMenuEntry(const QString &pattern, MenuEntry *found)
{
    const QRegularExpression expected(QRegularExpression::anchoredPattern(pattern));
    return QTest::qWaitFor(
        [&] {
            const MenuEntry menu = m_panel.menu();
            for (const MenuEntry &entry : menu.children) {
                if (!expected.match(entry.label()).hasMatch())
                    continue;
                if (found)
                    *found = entry;
                return true;
            }
            return false;
        },
        Person::usualPatience);
}

void tst_Closing::initTestCase()
{
    QVERIFY(m_deployment.listen());
    m_deployment.addStandardProviders(simulated::Deployment::GitHub::NotLinked);
    m_first = std::make_unique<Person>(m_deployment);
    QVERIFY(m_first->start());
    QVERIFY(m_first->signIn(m_deployment.mintToken()));
    QVERIFY(m_first->quit());
}

void tst_Closing::init()
{
    m_ada = std::make_unique<Person>(m_deployment);
}

void tst_Closing::cleanup()
{
    m_ada.reset();
    m_tray.reset();
    Dunst::all();
}

void tst_Closing::hidesWhereATrayIsAndExplainsItOnce()
{
    const qsizetype before = Dunst::all().size();
    QVERIFY(startStatusNotifier());
    QVERIFY(m_ada->startAs(*m_first));
    QTRY_COMPARE(m_panel.items().size(), 1);
    QVERIFY(m_ada->closeMainWindow());
    QVERIFY(m_ada->losesMainWindow());
    QVERIFY(Dunst::shows());
    QList<Dunst::Notification> told = Dunst::all();
    QCOMPARE(told.size(), before + 1);
    QCOMPARE(told.first().title, u"Fairlead goes on in the tray"_s);

    m_panel.activate();
    QVERIFY(m_ada->seesMainWindow());
    QVERIFY(m_ada->closeMainWindow());
    QVERIFY(m_ada->losesMainWindow());
    m_panel.activate(); // answered after whatever closing had to say
    QVERIFY(m_ada->seesMainWindow());
    QCOMPARE(Dunst::all().size(), before + 1);
}

void tst_Closing::quitsWithoutATray()
{
    QVERIFY(m_ada->startAs(*m_first));
    QVERIFY(m_ada->closeMainWindow());
    QCOMPARE(m_ada->fairlead().exitCode(), std::optional(0));
}

void tst_Closing::comesBackAsLargeAsItWas()
{
    const auto size = [] {
        return outputOf(u"xdotool"_s, {u"getwindowgeometry"_s, Person::mainWindow()})
            .value_or(QString())
            .section(u"Geometry: "_s, 1)
            .trimmed();
    };
    QVERIFY(m_ada->startAs(*m_first));
    QVERIFY(outputOf(u"xdotool"_s,
                     {u"windowsize"_s, u"--sync"_s, Person::mainWindow(), u"1010"_s, u"633"_s}));
    QTRY_COMPARE(size(), u"1010x633"_s);
    QVERIFY(m_ada->quit());
    QVERIFY(m_ada->start());
    QTRY_COMPARE(size(), u"1010x633"_s);
}

void tst_Closing::minimisesWithoutATrayWhileACodeWaits()
{
    QVERIFY(m_ada->startAs(*m_first));
    const QString window = Person::mainWindow();
    QVERIFY(beginInBackground());
    QVERIFY(m_ada->closeMainWindow());
    const auto state = [&window] {
        return outputOf(u"xprop"_s, {u"-id"_s, window, u"WM_STATE"_s}).value_or(QString());
    };
    QTRY_VERIFY(state().contains(u"Iconic"_s));
    const QString why = u"Fairlead stays open until the code is used or has expired."_s;
    QVERIFY(m_ada->reads(why));
    QVERIFY(Dunst::shows()); // nobody reads a minimised window
    QCOMPARE(Dunst::all().value(0).title, why);
    QVERIFY(m_deployment.deny(m_deployment.newestUserCode(u"github"_s)));
    QVERIFY(Dunst::shows());
    QVERIFY(Dunst::click());
    QTRY_VERIFY(state().contains(u"Normal"_s));
    QVERIFY(m_ada->seesWindow(u"Link by device code"_s)); // with the reason
    QVERIFY(m_ada->reads(u"Access was declined"_s));
    QVERIFY(m_ada->closeMainWindow()); // nothing waits any more
    QCOMPARE(m_ada->fairlead().exitCode(), std::optional(0));
}

/// The person is in the browser; what is linked there is still noticed.
void tst_Closing::minimisesWithoutATrayWhileTheBrowserIsWaitedFor()
{
    QVERIFY(m_ada->startAs(*m_first));
    QVERIFY(beginInBrowser(u"Forgejo"_s));
    QVERIFY(m_ada->closeMainWindow());
    QVERIFY(m_ada->reads(u"Fairlead stays open until the link is made in the browser."_s));
    QVERIFY(m_ada->fairlead().isRunning());

    QVERIFY(startStatusNotifier()); // where the browser is waited for, too
    MenuEntry flow;
    QVERIFY(showsMenuEntry(u"Forgejo: linking in the browser"_s, &flow));
    m_panel.click(*flow.find(u"Show"_s));
    QVERIFY(m_ada->seesWindow(u"Link in the browser"_s));
    QVERIFY(showsMenuEntry(u"Forgejo: linking in the browser"_s, &flow));
    m_panel.click(*flow.find(u"Cancel"_s));
    QTRY_VERIFY(!m_panel.menu().labels().join(u'\n').contains(u"Forgejo: linking"_s));
}

void tst_Closing::minimisesWithoutATrayWhileSeveralAreLinked()
{
    QVERIFY(m_ada->startAs(*m_first));
    QVERIFY(beginInBrowser(u"Forgejo"_s));
    QVERIFY(beginInBackground());
    QVERIFY(m_ada->closeMainWindow());
    QVERIFY(m_ada->reads(u"Fairlead stays open until nothing is being linked any more."_s));
    QVERIFY(m_ada->fairlead().isRunning());
}

void tst_Closing::asksBeforeACodeIsLost()
{
    const auto dialog = u"Quit Fairlead"_s;
    QVERIFY(m_ada->startAs(*m_first));
    QVERIFY(beginInBackground());
    QVERIFY(m_ada->chooseInMenu(u"Quit"_s));
    QVERIFY(m_ada->seesWindow(dialog));
    QVERIFY(m_ada->reads(u"A code for GitHub still waits to be approved."_s));
    QTRY_VERIFY(AccessibleApp::find(m_ada->app().window(dialog), {u"push button"_s}, u"Stay"_s)
                    .isFocused());
    QVERIFY(outputOf(u"xdotool"_s, {u"key"_s, u"Return"_s}));
    QVERIFY(m_ada->losesWindow(dialog));
    QVERIFY(m_ada->fairlead().isRunning());

    QVERIFY(m_ada->chooseInMenu(u"Quit"_s));
    QVERIFY(m_ada->press(u"Quit"_s, dialog));
    QCOMPARE(m_ada->fairlead().exitCode(), std::optional(0));
}

void tst_Closing::asksWhileALinkIsMadeInTheBrowser()
{
    QVERIFY(m_ada->startAs(*m_first));
    QVERIFY(beginInBrowser(u"Forgejo"_s));
    QVERIFY(m_ada->chooseInMenu(u"Quit"_s));
    QVERIFY(m_ada->reads(u"A link to Forgejo is still being made in the browser."_s));
    m_deployment.link(u"forgejo"_s);
    QVERIFY(m_ada->losesWindow(u"Quit Fairlead"_s)); // it is made
    QVERIFY(m_ada->quit());
}

/// Each with its entry in the tray, and what has ended is no longer named.
void tst_Closing::namesAllThatIsBeingLinked()
{
    m_deployment.unlink(u"forgejo"_s);
    m_deployment.unlink(u"gitea"_s);
    QVERIFY(startStatusNotifier());
    QVERIFY(m_ada->startAs(*m_first));
    QVERIFY(beginInBrowser(u"Forgejo"_s));
    QVERIFY(beginInBrowser(u"Gitea"_s));
    QVERIFY(beginInBackground());
    QVERIFY(showsMenuEntry(u"Forgejo: linking in the browser"_s));
    QVERIFY(showsMenuEntry(u"Gitea: linking in the browser"_s));
    QVERIFY(m_ada->chooseInMenu(u"Quit"_s));
    const QString code = u"A code for GitHub still waits to be approved."_s;
    QVERIFY(m_ada->reads(code));
    QVERIFY(m_ada->reads(u"Links to Forgejo, Gitea are still being made in the browser."_s));
    QVERIFY(m_deployment.deny(m_deployment.newestUserCode(u"github"_s)));
    QTRY_VERIFY(!m_ada->app().labels().join(u'\n').contains(code));
    m_deployment.link(u"forgejo"_s);
    QVERIFY(m_ada->reads(u"A link to Gitea is still being made in the browser."_s));
    m_deployment.link(u"gitea"_s);
    QVERIFY(m_ada->losesWindow(u"Quit Fairlead"_s));
    QVERIFY(m_ada->quit());
}

/// The receipt may hold the only word on a token that still works; closing without a tray quits.
void tst_Closing::asksWhileALinkIsBeingRemoved()
{
    const auto dialog = u"Quit Fairlead"_s;
    QVERIFY(m_ada->startAs(*m_first));
    QVERIFY(m_ada->select(m_ada->row(u"Azure DevOps"_s, u"Not verifiable"_s)));
    QVERIFY(m_ada->press(u"Unlink"_s));
    m_deployment.misbehave(
        {.kind = simulated::Misconduct::Kind::HoldAnswer, .method = "DELETE", .times = 1});
    QVERIFY(m_ada->press(u"Unlink"_s, u"Unlink"_s));
    QTRY_COMPARE(m_deployment.heldCount(), 1);
    QVERIFY(m_ada->chooseInMenu(u"Quit"_s));
    QVERIFY(m_ada->reads(u"Azure DevOps is still being unlinked."_s));
    QVERIFY(m_ada->press(u"Stay"_s, dialog));
    QVERIFY(m_ada->losesWindow(dialog));
    QVERIFY(m_ada->closeMainWindow());
    QVERIFY(m_ada->seesWindow(dialog));
    m_deployment.release();
    QVERIFY(m_ada->losesWindow(dialog));
    QVERIFY(m_ada->seesWindow(u"Unlinked"_s));
    QVERIFY(m_ada->quit());
    m_deployment.link(u"azure-devops"_s);
}

/// The tray says so, too; and the account that is signed out is named.
void tst_Closing::saysWhoseItIsWhereAccountsAreAlike()
{
    const auto dialog = u"Quit Fairlead"_s;
    simulated::Deployment other;
    QVERIFY(other.listen());
    other.addStandardProviders(simulated::Deployment::GitHub::NotLinked);
    const QString here = u"ada on "_s + m_deployment.url().authority();
    const QString there = u"ada on "_s + other.url().authority();
    QVERIFY(startStatusNotifier());
    QVERIFY(m_ada->startAs(*m_first));
    QVERIFY(m_ada->signInTo(other, other.mintToken()));
    QVERIFY(m_ada->seesRow(Person::rowOn(other, u"Codeberg"_s, u"Expires soon"_s)));
    QVERIFY(beginInBackground());
    QVERIFY(showsMenuEntry(u"Linking GitHub \\(%1\\), .* left"_s.arg(here)));
    QVERIFY(m_ada->chooseInMenu(u"Quit"_s));
    QVERIFY(m_ada->reads(u"A code for GitHub (%1) still waits to be approved."_s.arg(here)));
    QVERIFY(m_deployment.deny(m_deployment.newestUserCode(u"github"_s)));
    QVERIFY(m_ada->losesWindow(dialog));

    QVERIFY(m_ada->chooseInMenu(u"Accounts"_s));
    QVERIFY(m_ada->seesWindow(u"Accounts"_s));
    QVERIFY(outputOf(u"xdotool"_s, {u"key"_s, u"End"_s}));
    QVERIFY(m_ada->press(u"Sign out"_s, u"Accounts"_s));
    QVERIFY(m_ada->reads(u"Coder deletes the key that Fairlead uses."_s));
    other.misbehave(
        {.kind = simulated::Misconduct::Kind::HoldAnswer, .method = "DELETE", .times = 1});
    QVERIFY(m_ada->press(u"Sign out"_s, u"Sign out"_s));
    QTRY_COMPARE(other.heldCount(), 1);
    QVERIFY(m_ada->chooseInMenu(u"Quit"_s));
    QVERIFY(m_ada->reads(there + u" is still being signed out."_s));
    other.release();
    QVERIFY(m_ada->losesWindow(dialog));
    QVERIFY(m_ada->quit());
}

void tst_Closing::asksNoLongerWhenNothingIsLost()
{
    QVERIFY(m_ada->startAs(*m_first));
    QVERIFY(beginInBackground());
    QVERIFY(m_ada->chooseInMenu(u"Quit"_s));
    QVERIFY(m_ada->seesWindow(u"Quit Fairlead"_s));
    QVERIFY(m_deployment.deny(m_deployment.newestUserCode(u"github"_s)));
    QVERIFY(m_ada->losesWindow(u"Quit Fairlead"_s));
    QVERIFY(m_ada->fairlead().isRunning()); // staying can be undone
    QVERIFY(m_ada->quit());
}

void tst_Closing::asksTruthfullyOnceTheApprovalIsIn()
{
    QVERIFY(m_ada->startAs(*m_first));
    QVERIFY(beginInBackground());
    QVERIFY(m_ada->chooseInMenu(u"Quit"_s));
    QVERIFY(m_ada->reads(u"If you quit now, the code is lost and nothing is linked."_s));
    m_deployment.misbehave({.kind = simulated::Misconduct::Kind::HoldAnswer,
                            .method = "GET",
                            .path = "/api/v2/external-auth/github"});
    QVERIFY(m_deployment.approve(m_deployment.newestUserCode(u"github"_s)));
    QVERIFY(m_ada->reads(u"Coder accepted the approval for GitHub."_s));
    m_deployment.behave();
    m_deployment.release();
    QVERIFY(m_ada->losesWindow(u"Quit Fairlead"_s));
    QVERIFY(m_ada->quit());
    QVERIFY(m_deployment.unlink(u"github"_s));
}

void tst_Closing::comesBackWhenTheTrayDies()
{
    QVERIFY(startXembed());
    QVERIFY(m_ada->startAs(*m_first));
    QTRY_VERIFY(widthOfXembedTray() > 10); // with an icon in it; closing before that would quit
    QVERIFY(m_ada->closeMainWindow());
    QVERIFY(m_ada->losesMainWindow());
    QVERIFY(m_ada->fairlead().isRunning());
    m_tray->kill();
    QVERIFY(m_ada->seesMainWindow());
}

void tst_Closing::takesATrayThatAppearsLater()
{
    QVERIFY(m_ada->startAs(*m_first));
    QVERIFY(m_ada->seesRow(m_ada->row(u"GitHub"_s, u"Not linked"_s)));
    QVERIFY(startStatusNotifier());
    QTRY_COMPARE(m_panel.items().size(), 1);
    QVERIFY(m_ada->closeMainWindow());
    QVERIFY(m_ada->losesMainWindow());
    QVERIFY(m_ada->fairlead().isRunning());
}

void tst_Closing::takesTheDialogAlongIntoTheTray()
{
    const auto dialog = u"Link by device code"_s;
    QVERIFY(startStatusNotifier());
    QVERIFY(m_ada->startAs(*m_first));
    QTRY_COMPARE(m_panel.items().size(), 1);
    QVERIFY(!m_ada->beginLink(u"GitHub"_s).isEmpty());
    QVERIFY(m_ada->closeMainWindow());
    QVERIFY(m_ada->losesMainWindow());
    QVERIFY(m_ada->losesWindow(dialog));
    QVERIFY(showsMenuEntry(u"Linking GitHub, .*"_s));
    m_panel.activate();
    QVERIFY(m_ada->seesMainWindow());
    QVERIFY(m_ada->seesWindow(dialog));
}

void tst_Closing::takesEveryDialogAlongIntoTheTray_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("dialog");
    QTest::newRow("signing in") << u"Add account"_s << u"Add account"_s;
    QTest::newRow("unlinking") << u"Unlink"_s << u"Unlink"_s;
    QTest::newRow("settings") << u"Settings"_s << u"Settings"_s;
}

void tst_Closing::takesEveryDialogAlongIntoTheTray()
{
    QFETCH(const QString, entry);
    QFETCH(const QString, dialog);
    QVERIFY(startStatusNotifier());
    QVERIFY(m_ada->startAs(*m_first));
    QTRY_COMPARE(m_panel.items().size(), 1);
    QVERIFY(m_ada->select(m_ada->row(u"Azure DevOps"_s, u"Not verifiable"_s)));
    QVERIFY(m_ada->chooseInMenu(entry));
    QVERIFY(m_ada->seesWindow(dialog));
    QVERIFY(m_ada->closeMainWindow());
    QVERIFY(m_ada->losesMainWindow());
    QVERIFY(m_ada->losesWindow(dialog));
    m_panel.activate();
    QVERIFY(m_ada->seesMainWindow());
    QVERIFY(m_ada->seesWindow(dialog));
}

void tst_Closing::quitsWhereThePersonDoesNotWantItInTheTray()
{
    QVERIFY(startStatusNotifier());
    QVERIFY(m_ada->startAs(*m_first));
    QTRY_COMPARE(m_panel.items().size(), 1);
    QVERIFY(m_ada->chooseInMenu(u"Settings"_s));
    QVERIFY(m_ada->toggle(u"Keep running when the window is closed"_s, u"Settings"_s));
    QVERIFY(m_ada->press(u"Close"_s, u"Settings"_s));
    QVERIFY(m_ada->losesWindow(u"Settings"_s));
    QVERIFY(m_ada->closeMainWindow());
    QCOMPARE(m_ada->fairlead().exitCode(), std::optional(0));
}

void tst_Closing::offersTheCodeThatWaitsInTheTray()
{
    QVERIFY(startStatusNotifier());
    QVERIFY(m_ada->startAs(*m_first));
    QTRY_COMPARE(m_panel.items().size(), 1);
    QVERIFY(showsMenuEntry(u"\\d links need attention"_s));
    QVERIFY(showsMenuEntry(u"GitHub Enterprise: reconnect needed"_s));
    QVERIFY(!m_ada->beginLink(u"GitHub"_s).isEmpty());
    QVERIFY(m_ada->sendLinkToBackground());
    QVERIFY(m_ada->closeMainWindow());
    QVERIFY(m_ada->losesMainWindow());

    MenuEntry flow;
    QVERIFY(showsMenuEntry(u"Linking GitHub, 1[45]:\\d\\d left"_s, &flow));
    QCOMPARE(flow.labels(), (QStringList{u"Show"_s, u"Copy code"_s, u"Cancel"_s}));
    const QString before = flow.label();
    QTRY_VERIFY(showsMenuEntry(u"Linking GitHub, .*"_s, &flow) && flow.label() != before);
    m_panel.click(*flow.find(u"Copy code"_s));
    QTRY_COMPARE(
        outputOf(u"timeout"_s, {u"3"_s, u"xclip"_s, u"-o"_s, u"-selection"_s, u"clipboard"_s}),
        m_deployment.newestUserCode(u"github"_s));
    m_panel.click(*flow.find(u"Show"_s));
    QVERIFY(m_ada->seesWindow(u"Link by device code"_s));

    QVERIFY(showsMenuEntry(u"Linking GitHub, .*"_s, &flow));
    m_panel.click(*flow.find(u"Cancel"_s));
    QVERIFY(m_ada->losesWindow(u"Link by device code"_s));
    QTRY_VERIFY(!m_panel.menu().labels().join(u'\n').contains(u"Linking"_s));
    QVERIFY(!m_deployment.linkTo(u"github"_s));
}

void tst_Closing::asksWhenQuittingFromTheTray()
{
    QVERIFY(startStatusNotifier());
    QVERIFY(m_ada->startAs(*m_first));
    QTRY_COMPARE(m_panel.items().size(), 1);
    QVERIFY(beginInBackground());
    QVERIFY(m_ada->closeMainWindow());
    QVERIFY(m_ada->losesMainWindow());
    MenuEntry quit;
    QVERIFY(showsMenuEntry(u"Quit"_s, &quit));
    m_panel.click(quit);
    QVERIFY(m_ada->seesMainWindow());
    QVERIFY(m_ada->press(u"Stay"_s, u"Quit Fairlead"_s));
    QVERIFY(m_ada->losesWindow(u"Quit Fairlead"_s));
    QVERIFY(showsMenuEntry(u"Quit"_s, &quit));
    m_panel.click(quit);
    QVERIFY(m_ada->press(u"Quit"_s, u"Quit Fairlead"_s));
    QCOMPARE(m_ada->fairlead().exitCode(), std::optional(0));
}

QTEST_GUILESS_MAIN(tst_Closing)
#include "tst_closing.moc"

// SPDX-License-Identifier: MIT
#include "browserlinkdesk.h"

#include "deployment/checks/visitor.h"
#include "dialogs/browserlinkdialog.h"
#include "flownews.h"
#include "links/linkservice.h"
#include "session/session.h"
#include "support/accountstage.h"

#include <QClipboard>
#include <QComboBox>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Flow = BrowserLinkFlow;
using simulated::Misconduct;

namespace {

QList<InstalledBrowser> twoBrowsers()
{
    return {{.id = u"a.desktop"_s, .name = UntrustedText::name(u"Alpha")},
            {.id = u"a.desktop#new-private-window"_s,
             .name = UntrustedText::name(u"Alpha"),
             .isPrivate = true}};
}

/// The desk of somebody who is signed in, beside a window.
struct Scene : AccountStage {
    Scene() { window.show(); }

    /// The page is open, and the dialog waits.
    [[nodiscard]] bool begin(const QString &provider = u"github"_s)
    {
        deployment.unlink(u"github"_s);
        return signIn() && beginToo(provider);
    }
    [[nodiscard]] bool beginToo(const QString &provider)
    {
        start(provider);
        return QTest::qWaitFor([this] { return flow() && flow()->as<Flow::Waiting>(); });
    }
    /// The page is not open yet: the dialog asks in which browser.
    [[nodiscard]] bool beginAsking(const QString &provider)
    {
        start(provider);
        return QTest::qWaitFor([this] { return flow() && flow()->as<Flow::Ready>(); });
    }
    void start(const QString &provider)
    {
        newest = key(provider);
        desk.begin(newest, &window);
    }
    /// Of the link that was begun last; null where there is none.
    [[nodiscard]] BrowserLinking *linking() const { return desk.find(newest); }
    [[nodiscard]] const Flow *flow() const { return linking() ? &linking()->flow() : nullptr; }
    [[nodiscard]] QList<BrowserLinkDialog *> dialogs() const
    {
        QList<BrowserLinkDialog *> visible;
        const auto all = window.findChildren<BrowserLinkDialog *>();
        for (auto *dialog : all) {
            if (dialog->isVisible())
                visible.append(dialog);
        }
        return visible;
    }
    /// The one that was made last; null where none is on the screen.
    [[nodiscard]] BrowserLinkDialog *dialog() const
    {
        const QList<BrowserLinkDialog *> visible = dialogs();
        return visible.isEmpty() ? nullptr : visible.last();
    }
    /// What the tray shows of all of them.
    [[nodiscard]] QStringList entries() const
    {
        QStringList names;
        for (const TrayContent::Flow &flow : desk.trayFlows())
            names.append(flow.provider.plain());
        return names;
    }
    [[nodiscard]] bool shows(const QString &words) const
    {
        return dialog() && wordsIn(*dialog()).contains(words);
    }
    void press(const char *button) const { buttonOf(*dialog(), button)->click(); }
    [[nodiscard]] bool pass(std::chrono::milliseconds time)
    {
        stage.clock.advance(time);
        return QTest::qWaitFor([this] {
            const auto *waiting = flow() ? flow()->as<Flow::Waiting>() : nullptr;
            return !waiting || waiting->wait != Flow::Wait::Checking;
        });
    }

    [[nodiscard]] bool stopInTheBackground()
    {
        if (dialog())
            press("background");
        stage.clock.suspendMachine(1h);
        return pass(20s) && flow() && flow()->as<Flow::GaveUp>();
    }
    /// The person presses the one button on the page that has opened; false where it has none.
    [[nodiscard]] bool approve()
    {
        const QUrl page(stage.browser.opened.constLast());
        const simulated::Visitor person(deployment);
        static const QRegularExpression form(u"<form method=\"post\" action=\"([^\"]*)\">"_s);
        const auto found = form.match(QString::fromUtf8(person.get(page.path().toLatin1()).body));
        return found.hasMatch()
            && person.post(page.resolved(QUrl(found.captured(1))), {}).status == 303;
    }

    QWidget window;
    LinkKey newest; ///< begun last
    BrowserLinkDesk desk{services, links, preferences, stage.tools()};
};

} // namespace

/// Linking in the browser as a person sees it.
class TestBrowserLinkDesk : public QObject
{
    Q_OBJECT

private slots:
    void opensThePageOnceItKnowsWhatIsLinked();
    void namesTheHostThatWillOpen();
    void linksAgainWhatStillWorks();
    void opensThePageOfALinkThatDoesNotWork();
    void saysForWhomTheLinkWillBe();
    void opensNothingWhereTheListFails();
    void opensThePageAlthoughTheListIsSilent();
    void givesTheLinkWhileItReads();
    void givesTheLinkInEveryStateWithAPage();
    void saysThatItWasLinkedSince();
    void linksAgainWhatHasRecovered();
    void givesTheAddressWhereNoBrowserStarts();
    void copiesTheLink();
    void showsWhoIsLinked();
    void hintsAtAnotherUserAfterAMinute();
    void looksWhenThePersonComesBack();
    void asksOnTheSpotWhereItGaveUp();
    void saysThatTheNewLinkDoesNotWork();
    void tellsWhatEndedInTheBackground();
    void whatStoppedInTheBackgroundWaitsToBeSeen();
    void whatStoppedCanBeTakenUpFromTheTray();
    void whatStoppedGivesWayToABeginning();
    void cancelEndsTheLooking();
    void theSameLinkIsShownAgain();
    void severalWaitAtOnce();
    void eachIsToldOnItsOwn();
    void saysWhyNothingIsLearnt();
    void saysThatTheProviderIsGone();
    void saysThatItMayNotLook();
    void signsInAgain();
    void offersNoSignInToWhoIsSuspended();
    void unlinksWhoeverThatIs();
    void tellsWhoeverIsInTheBrowser();
    void leavesAndComesBackWithTheWindow();
    void leavingAccountTakesItAlong();
    void theTrayKnowsWhatItDoes();
    void leadsToTheProvidersOwnPage();
    void asksInWhichBrowserBeforeItOpens();
    void takesTheLinkToAnyBrowser();
    void remembersTheBrowserOfAProvider();
    void offersNoChoiceWhereThereIsNone();
    void opensThePageAtThePersonsOwnAddress();
};

void TestBrowserLinkDesk::opensThePageOnceItKnowsWhatIsLinked()
{
    Scene scene;
    QVERIFY(scene.signIn());
    scene.deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer, .times = 1});
    scene.start(u"forgejo"_s);
    QTRY_COMPARE(scene.deployment.heldCount(), 1);
    QVERIFY(scene.shows(u"Fairlead reads what is linked now."_s));
    QCOMPARE(scene.stage.browser.opened, QStringList());
    scene.deployment.release();
    QTRY_COMPARE(scene.stage.browser.opened,
                 QStringList{scene.deployment.url().toString() + u"/external-auth/forgejo"_s});
    QTRY_VERIFY(scene.shows(u"Waiting until Forgejo is linked."_s));
}

/// The dashboard may be elsewhere than the address a person entered.
void TestBrowserLinkDesk::namesTheHostThatWillOpen()
{
    Scene scene;
    QVERIFY(scene.signIn());
    Account account = *scene.accounts.find(scene.key(u"forgejo"_s).account);
    account.dashboard = WebAddress::judge(u"https://dash.example.org/"_s, account.server);
    QVERIFY(scene.accounts.put(account));
    scene.services.find(account.id())
        ->session()
        .adopt(account, *SessionToken::fromText(scene.deployment.mintToken()), {});
    scene.deployment.misbehave(
        {.kind = Misconduct::Kind::HoldAnswer, .path = "/api/v2/external-auth"});
    scene.start(u"forgejo"_s);
    QTRY_COMPARE(scene.deployment.heldCount(), 1); // of the list, which is for the sign-in as well
    QVERIFY(scene.shows(u"dash.example.org"_s));
    scene.deployment.behave();
    scene.deployment.release();
    QTRY_COMPARE(scene.stage.browser.opened,
                 QStringList{u"https://dash.example.org/external-auth/forgejo"_s});
    QVERIFY(scene.shows(u"dash.example.org"_s));
}

/// Of a link that works, the page itself only says so.
void TestBrowserLinkDesk::linksAgainWhatStillWorks()
{
    Scene scene;
    scene.deployment.link(u"forgejo"_s);
    QVERIFY(scene.signIn());
    QVERIFY(scene.beginToo(u"forgejo"_s));
    QVERIFY(scene.shows(u"links Forgejo anew for whoever is signed in there. That must be"_s));
    QVERIFY(scene.shows(u"Waiting until Forgejo is linked anew."_s));
    scene.deployment.advance(30s);
    QVERIFY(scene.approve());
    QVERIFY(scene.pass(20s));
    QTRY_VERIFY(scene.flow()->as<Flow::Linked>());
}

void TestBrowserLinkDesk::opensThePageOfALinkThatDoesNotWork()
{
    Scene scene;
    scene.deployment.link(u"forgejo"_s).isRevokedAtProvider = true;
    QVERIFY(scene.signIn());
    QCOMPARE(scene.links.health(*scene.links.find(scene.key(u"forgejo"_s))),
             LinkHealth::NeedsReconnect);
    QVERIFY(scene.beginToo(u"forgejo"_s));
    QCOMPARE(scene.stage.browser.opened,
             QStringList{scene.deployment.url().toString() + u"/external-auth/forgejo"_s});
    QVERIFY(scene.shows(u"links Forgejo for whoever is signed in there. That must be"_s));
}

void TestBrowserLinkDesk::saysForWhomTheLinkWillBe()
{
    Scene scene;
    QVERIFY(scene.begin());
    const QString host = u"127.0.0.1:%1"_s.arg(scene.deployment.url().port());
    QVERIFY(scene.shows(host));
    QVERIFY(scene.shows(u"whoever is signed in there. That must be"_s));
    QVERIFY(scene.shows(u"ada"_s));
}

void TestBrowserLinkDesk::opensNothingWhereTheListFails()
{
    Scene scene;
    QVERIFY(scene.signIn());
    scene.deployment.goDown();
    scene.start(u"forgejo"_s);
    QTRY_VERIFY(scene.shows(u"was not opened."_s));
    QCOMPARE(scene.stage.browser.opened, QStringList());
    QVERIFY(scene.deployment.comeBack());
    scene.press("main");
    QTRY_COMPARE(scene.stage.browser.opened.size(), 1);
}

/// As on an old server where another provider hangs.
void TestBrowserLinkDesk::opensThePageAlthoughTheListIsSilent()
{
    Scene scene;
    QVERIFY(scene.signIn());
    scene.deployment.forgetRequests();
    scene.deployment.misbehave({.kind = Misconduct::Kind::Hang, .path = "/api/v2/external-auth"});
    scene.start(u"forgejo"_s);
    QTRY_COMPARE(scene.count("GET", "/external-auth"), 1);
    scene.stage.clock.advance(5s);
    QTRY_COMPARE(scene.stage.browser.opened,
                 QStringList{scene.deployment.url().toString() + u"/external-auth/forgejo"_s});
    QVERIFY(scene.shows(u"Waiting until Forgejo is linked."_s));
    scene.deployment.link(u"forgejo"_s);
    scene.stage.clock.advance(2s);
    QTRY_COMPARE(scene.count("GET", "/external-auth"), 2);
    scene.stage.clock.advance(5s);
    QVERIFY(scene.shows(u"Forgejo is linked."_s));
    QTRY_COMPARE(scene.count("GET", "/external-auth"), 3); // by which the list shows it, too
}

void TestBrowserLinkDesk::givesTheLinkWhileItReads()
{
    Scene scene;
    QVERIFY(scene.signIn());
    scene.deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer, .times = 1});
    scene.start(u"forgejo"_s);
    QTRY_COMPARE(scene.deployment.heldCount(), 1);
    QVERIFY(buttonOf(*scene.dialog(), "copyLink")->isVisible());
    scene.press("copyLink");
    QCOMPARE(QGuiApplication::clipboard()->text(),
             scene.deployment.url().toString() + u"/external-auth/forgejo"_s);
    QVERIFY(scene.shows(u"Then Fairlead waits for the link."_s));
    scene.deployment.release();
    QTRY_VERIFY(scene.shows(u"Waiting until Forgejo is linked."_s));
    QCOMPARE(scene.stage.browser.opened, QStringList());
}

void TestBrowserLinkDesk::givesTheLinkInEveryStateWithAPage()
{
    Scene scene;
    QVERIFY(scene.signIn());
    scene.deployment.goDown();
    scene.start(u"forgejo"_s);
    QTRY_VERIFY(scene.shows(u"was not opened."_s));
    QVERIFY(buttonOf(*scene.dialog(), "copyLink")->isVisible());
    scene.press("copyLink");
    QVERIFY(scene.shows(u"was not opened."_s));
    QVERIFY(scene.deployment.comeBack());
    scene.press("main");
    QTRY_COMPARE(scene.stage.browser.opened.size(), 1);
    scene.stage.clock.suspendMachine(1h);
    QVERIFY(scene.pass(2s));
    QVERIFY(scene.shows(u"Fairlead has stopped looking."_s));
    QVERIFY(buttonOf(*scene.dialog(), "copyLink")->isVisible());
}

/// On another machine, for instance.
void TestBrowserLinkDesk::saysThatItWasLinkedSince()
{
    Scene scene;
    scene.deployment.unlink(u"github"_s);
    QVERIFY(scene.signIn());
    scene.deployment.link(u"github"_s);
    scene.start(u"github"_s);
    QTRY_VERIFY(scene.shows(u"Linked as"_s));
    QVERIFY(scene.shows(u"It was linked since Fairlead last looked, so no page was opened."_s));
    QCOMPARE(scene.stage.browser.opened, QStringList());
    QCOMPARE(buttonOf(*scene.dialog(), "main")->text(), u"Done"_s);
    QVERIFY(scene.links.find(scene.key(u"github"_s))->isLinked());
}

/// Of a link that works, Coder's page would start nothing.
void TestBrowserLinkDesk::linksAgainWhatHasRecovered()
{
    Scene scene;
    scene.deployment.link(u"forgejo"_s);
    scene.deployment.knobs(u"forgejo"_s).check = simulated::ProviderKnobs::Check::Unavailable;
    QVERIFY(scene.signIn());
    QCOMPARE(scene.links.health(*scene.links.find(scene.key(u"forgejo"_s))),
             LinkHealth::ProviderUnreachable);
    scene.deployment.knobs(u"forgejo"_s).check = simulated::ProviderKnobs::Check::Ok;
    QVERIFY(scene.beginToo(u"forgejo"_s));
    const QString page = scene.deployment.url().toString() + u"/external-auth/forgejo"_s;
    QCOMPARE(scene.stage.browser.opened, QStringList{page + u"/callback"_s});
    QVERIFY(scene.shows(u"Waiting until Forgejo is linked anew."_s));
    scene.deployment.advance(30s);
    QVERIFY(scene.approve());
    QVERIFY(scene.pass(20s));
    QTRY_VERIFY(scene.flow()->as<Flow::Linked>());
}

void TestBrowserLinkDesk::givesTheAddressWhereNoBrowserStarts()
{
    Scene scene;
    scene.stage.browser.works = false;
    QVERIFY(scene.begin());
    QVERIFY(scene.shows(u"No browser could be started."_s));
    QVERIFY(scene.shows(scene.deployment.url().toString() + u"/external-auth/github"_s));
    scene.stage.browser.works = true;
    scene.press("openPage");
    QVERIFY(!scene.shows(u"No browser could be started."_s));
}

void TestBrowserLinkDesk::copiesTheLink()
{
    Scene scene;
    QVERIFY(scene.begin());
    const QSignalSpy copied(buttonOf(*scene.dialog(), "copyLink"), &QPushButton::clicked);
    scene.press("copyLink");
    QCOMPARE(copied.size(), 1);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             scene.deployment.url().toString() + u"/external-auth/github"_s);
}

void TestBrowserLinkDesk::showsWhoIsLinked()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.deployment.link(u"github"_s);
    QVERIFY(scene.pass(2s));
    QTRY_VERIFY(scene.shows(u"Linked as"_s));
    QVERIFY(!scene.shows(u"Link GitHub again"_s));
    const GitLink *link = scene.links.find(scene.key(u"github"_s));
    QVERIFY(link && link->isLinked());
    QCOMPARE(scene.links.health(*link), LinkHealth::Valid);
    scene.press("main");
    QVERIFY(!scene.dialog());
    QVERIFY(!scene.flow());
}

void TestBrowserLinkDesk::hintsAtAnotherUserAfterAMinute()
{
    Scene scene;
    QVERIFY(scene.begin());
    while (scene.flow()->waited() < 55s)
        QVERIFY(scene.pass(1s));
    QVERIFY(!scene.shows(u"Nothing has changed yet."_s));
    QVERIFY(scene.pass(5s));
    QVERIFY(scene.shows(u"Nothing has changed yet."_s));
}

void TestBrowserLinkDesk::looksWhenThePersonComesBack()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.deployment.forgetRequests();
    scene.desk.lookNow();
    QVERIFY(scene.pass(0s));
    QCOMPARE(scene.count("GET", "/external-auth/github"), 1);
    scene.press("background");
    scene.stage.clock.advance(1999ms);
    scene.desk.lookNow();
    QVERIFY(scene.pass(1ms));
    QCOMPARE(scene.count("GET", "/external-auth/github"), 2);
}

void TestBrowserLinkDesk::asksOnTheSpotWhereItGaveUp()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.stage.clock.suspendMachine(1h);
    QVERIFY(scene.pass(2s));
    QVERIFY(scene.shows(u"Fairlead has stopped looking."_s));
    scene.deployment.link(u"github"_s);
    scene.press("main");
    QTRY_VERIFY(scene.shows(u"Linked as"_s));
}

/// Who is signed in there is not the question then.
void TestBrowserLinkDesk::saysThatTheNewLinkDoesNotWork()
{
    Scene scene;
    scene.deployment.knobs(u"github"_s).check = simulated::ProviderKnobs::Check::Unauthorized;
    QVERIFY(scene.signIn());
    QVERIFY(scene.beginToo(u"github"_s));
    scene.deployment.advance(30s);
    scene.deployment.link(u"github"_s);
    QVERIFY(scene.pass(20s));
    QVERIFY(scene.shows(u"GitHub was linked, but the link does not work yet."_s));
    while (scene.flow()->waited() < 80s)
        QVERIFY(scene.pass(20s));
    QVERIFY(scene.shows(u"GitHub was linked, but the link does not work yet."_s));
    QVERIFY(!scene.shows(u"Nothing has changed yet."_s));
    scene.stage.clock.suspendMachine(1h);
    QVERIFY(scene.pass(20s));
    QVERIFY(scene.shows(u"Fairlead has stopped looking."_s));
    QVERIFY(scene.shows(u"GitHub was linked, but the link does not work."_s));
}

void TestBrowserLinkDesk::tellsWhatEndedInTheBackground()
{
    Scene scene;
    QVERIFY(scene.begin());
    bool wasLinked = false;
    connect(&scene.desk, &BrowserLinkDesk::endedUnseen, this, [&](const BrowserLinking &linking) {
        wasLinked = linking.flow().as<Flow::Linked>() != nullptr;
    });
    scene.press("background");
    QVERIFY(!scene.dialog());
    scene.deployment.link(u"github"_s);
    QVERIFY(scene.pass(2s));
    QTRY_VERIFY(wasLinked);
    QVERIFY(!scene.flow());
}

/// Who is told to check again finds where.
void TestBrowserLinkDesk::whatStoppedInTheBackgroundWaitsToBeSeen()
{
    Scene scene;
    QVERIFY(scene.begin());
    const QSignalSpy told(&scene.desk, &BrowserLinkDesk::endedUnseen);
    QVERIFY(scene.stopInTheBackground());
    QCOMPARE(told.size(), 1);
    QVERIFY(!scene.dialog());
    QVERIFY(!scene.linking()->isUnderWay());
    scene.desk.showUnseen();
    QVERIFY(scene.shows(u"Fairlead has stopped looking."_s));
    scene.deployment.link(u"github"_s);
    QCOMPARE(buttonOf(*scene.dialog(), "main")->text(), u"Check again"_s);
    scene.press("main");
    QTRY_VERIFY(scene.shows(u"Linked as"_s));
}

void TestBrowserLinkDesk::whatStoppedCanBeTakenUpFromTheTray()
{
    Scene scene;
    QVERIFY(scene.begin());
    QVERIFY(scene.stopInTheBackground());
    const auto entry = scene.linking()->trayFlow();
    QVERIFY(entry);
    QCOMPARE(entry->doing, TrayContent::Flow::Doing::StoppedLooking);
    scene.desk.lookNow(); // whoever only comes back has not asked for it
    QVERIFY(scene.flow()->as<Flow::GaveUp>());
    scene.linking()->checkAgain();
    QVERIFY(scene.pass(0s));
    QCOMPARE(scene.linking()->trayFlow()->doing, TrayContent::Flow::Doing::Looking);
    QVERIFY(scene.stopInTheBackground());
    scene.linking()->cancel();
    QVERIFY(!scene.flow());
    QCOMPARE(scene.entries(), QStringList());
}

void TestBrowserLinkDesk::whatStoppedGivesWayToABeginning()
{
    Scene scene;
    QVERIFY(scene.begin());
    QVERIFY(scene.stopInTheBackground());
    QVERIFY(scene.beginToo(u"github"_s));
    QCOMPARE(scene.stage.browser.opened.size(), 2);
    QVERIFY(scene.dialog());
}

void TestBrowserLinkDesk::cancelEndsTheLooking()
{
    Scene scene;
    QVERIFY(scene.begin());
    const QSignalSpy told(&scene.desk, &BrowserLinkDesk::endedUnseen);
    scene.press("close");
    QVERIFY(!scene.dialog());
    QVERIFY(!scene.flow());
    scene.deployment.forgetRequests();
    scene.stage.clock.advance(1min);
    QCOMPARE(scene.count("GET", "/external-auth/github"), 0);
    QVERIFY(told.isEmpty());
}

void TestBrowserLinkDesk::theSameLinkIsShownAgain()
{
    Scene scene;
    QVERIFY(scene.begin());
    const BrowserLinkFlow *flow = scene.flow();
    scene.press("background");
    scene.start(u"github"_s);
    QVERIFY(scene.dialog());
    QCOMPARE(scene.flow(), flow);
    QCOMPARE(scene.stage.browser.opened.size(), 1);
}

void TestBrowserLinkDesk::severalWaitAtOnce()
{
    Scene scene;
    QVERIFY(scene.begin());
    QVERIFY(scene.beginToo(u"forgejo"_s));
    QVERIFY(scene.shows(u"Waiting until Forgejo is linked."_s));
    QCOMPARE(scene.dialogs().size(), 2);
    QCOMPARE(scene.desk.underWay().size(), 2);
    QCOMPARE(scene.entries(), (QStringList{u"GitHub"_s, u"Forgejo"_s}));
    scene.deployment.forgetRequests();
    QVERIFY(scene.pass(2s));
    QTRY_COMPARE(scene.count("GET", "/external-auth/forgejo"), 1);
    QTRY_COMPARE(scene.count("GET", "/external-auth/github"), 1);

    scene.desk.hideWithWindow();
    QVERIFY(!scene.dialog());
    scene.desk.showUnseen();
    QCOMPARE(scene.dialogs().size(), 2);
    scene.press("close"); // of the newer one
    QCOMPARE(scene.entries(), QStringList{u"GitHub"_s});
    QVERIFY(scene.shows(u"Waiting until GitHub is linked."_s));
    QVERIFY(scene.accounts.remove(scene.newest.account));
    QVERIFY(scene.desk.underWay().isEmpty());
}

void TestBrowserLinkDesk::eachIsToldOnItsOwn()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.press("background");
    QVERIFY(scene.beginToo(u"forgejo"_s));
    scene.press("background");
    QVERIFY(!scene.dialog());
    QStringList told;
    connect(&scene.desk, &BrowserLinkDesk::endedUnseen, this, [&](const BrowserLinking &linking) {
        if (flowNewsOf(linking.flow()) == LinkNews::Kind::Linked)
            told.append(linking.subject().provider.plain());
    });
    scene.deployment.link(u"github"_s);
    QVERIFY(scene.pass(2s));
    QTRY_COMPARE(told, QStringList{u"GitHub"_s});
    QCOMPARE(scene.entries(), QStringList{u"Forgejo"_s});
    scene.start(u"forgejo"_s); // which is there
    QVERIFY(scene.shows(u"Waiting until Forgejo is linked."_s));
    QCOMPARE(scene.stage.browser.opened.size(), 2);
    scene.press("background");
    scene.deployment.link(u"forgejo"_s);
    QVERIFY(scene.pass(3s));
    QTRY_COMPARE(told, (QStringList{u"GitHub"_s, u"Forgejo"_s}));
    QCOMPARE(scene.entries(), QStringList());
}

void TestBrowserLinkDesk::saysWhyNothingIsLearnt()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.deployment.misbehave({.kind = Misconduct::Kind::RateLimited, .times = 1});
    QVERIFY(scene.pass(2s));
    QVERIFY(scene.shows(u"asks for fewer requests."_s));
    QVERIFY(scene.shows(u"It wants 60 second(s) of rest."_s)); // without a translation
    QCOMPARE(scene.linking()->trayFlow()->doing, TrayContent::Flow::Doing::Looking);
    scene.deployment.misbehave({.kind = Misconduct::Kind::Status, .status = 503});
    QVERIFY(scene.pass(60s));
    QVERIFY(scene.shows(u"is down for maintenance or a restart."_s));
    QVERIFY(scene.shows(u"Fairlead goes on trying."_s));
    scene.deployment.behave();
    QVERIFY(scene.pass(40s));
    QVERIFY(scene.shows(u"Waiting until GitHub is linked."_s));
}

void TestBrowserLinkDesk::saysThatTheProviderIsGone()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.deployment.removeProvider(u"github"_s);
    QVERIFY(scene.pass(2s));
    QVERIFY(scene.shows(u"Coder no longer knows GitHub."_s));
    QVERIFY(!buttonOf(*scene.dialog(), "main")->isVisible());
    QVERIFY(!buttonOf(*scene.dialog(), "copyLink")->isVisible()); // its page is gone, too
}

void TestBrowserLinkDesk::saysThatItMayNotLook()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.press("background");
    scene.deployment.misbehave(Misconduct::coderError(403, u"Forbidden."_s));
    QVERIFY(scene.pass(2s));
    QVERIFY(scene.flow());
    QCOMPARE(flowNewsOf(*scene.flow()), LinkNews::Kind::Failed);
    scene.desk.showUnseen(); // which the news promises
    QVERIFY(scene.shows(u"Coder does not allow this to you."_s));
    QVERIFY(scene.shows(u"So Fairlead cannot see whether GitHub is linked."_s));
    QVERIFY(buttonOf(*scene.dialog(), "copyLink")->isVisible());
}

void TestBrowserLinkDesk::offersNoSignInToWhoIsSuspended()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.deployment.suspend(u"ada"_s);
    QVERIFY(scene.pass(2s));
    QTRY_VERIFY(scene.shows(u"Your Coder user is suspended."_s));
    QVERIFY(!scene.shows(u"Sign in again"_s));
    QVERIFY(!buttonOf(*scene.dialog(), "main")->isVisible());
    scene.deployment.suspend(u"ada"_s, false);
    scene.services.retry(scene.newest.account);
    QTRY_VERIFY(scene.shows(u"Waiting until GitHub is linked."_s));
    QVERIFY(buttonOf(*scene.dialog(), "main")->isVisible());
}

void TestBrowserLinkDesk::signsInAgain()
{
    Scene scene;
    QVERIFY(scene.begin());
    const QSignalSpy wished(&scene.desk, &BrowserLinkDesk::signInWished);
    scene.deployment.misbehave(Misconduct::coderError(401, u"Sign in again."_s));
    QVERIFY(scene.pass(2s));
    QTRY_VERIFY(scene.shows(u"Your Coder session has ended"_s));
    scene.press("main");
    QCOMPARE(wished.size(), 1);
}

void TestBrowserLinkDesk::unlinksWhoeverThatIs()
{
    Scene scene;
    QVERIFY(scene.begin());
    const QSignalSpy wished(&scene.desk, &BrowserLinkDesk::unlinkWished);
    scene.deployment.link(u"github"_s);
    QVERIFY(scene.pass(2s));
    QTRY_VERIFY(scene.shows(u"Linked as"_s));
    scene.press("unlink");
    QCOMPARE(wished.size(), 1);
    QVERIFY(!scene.dialog());
}

/// The dialog is on the screen, behind the browser.
void TestBrowserLinkDesk::tellsWhoeverIsInTheBrowser()
{
    Scene scene;
    QVERIFY(scene.begin());
    QWidget browser;
    browser.show();
    browser.activateWindow();
    QTRY_VERIFY(browser.isActiveWindow());
    const QSignalSpy told(&scene.desk, &BrowserLinkDesk::endedUnseen);
    scene.deployment.link(u"github"_s);
    QVERIFY(scene.pass(2s));
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(scene.shows(u"Linked as"_s)); // and it is still there to be seen
}

void TestBrowserLinkDesk::leavesAndComesBackWithTheWindow()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.desk.hideWithWindow();
    QVERIFY(!scene.dialog());
    QVERIFY(scene.linking()->isUnderWay());
    scene.desk.showUnseen();
    QVERIFY(scene.dialog());
    scene.press("background"); // by wish: it does not come back by itself
    scene.desk.showUnseen();
    QVERIFY(!scene.dialog());
}

void TestBrowserLinkDesk::leavingAccountTakesItAlong()
{
    Scene scene;
    QVERIFY(scene.begin());
    QVERIFY(scene.accounts.remove(scene.key(u"github"_s).account));
    QVERIFY(!scene.dialog());
    QVERIFY(!scene.flow());
}

void TestBrowserLinkDesk::theTrayKnowsWhatItDoes()
{
    using Doing = TrayContent::Flow::Doing;
    Scene scene;
    QCOMPARE(scene.entries(), QStringList());
    const QSignalSpy changed(&scene.desk, &BrowserLinkDesk::changed);
    QVERIFY(scene.begin());
    QVERIFY(changed.size() > 0);
    const auto flow = scene.linking()->trayFlow();
    QVERIFY(flow);
    QCOMPARE(flow->link, scene.key(u"github"_s));
    QCOMPARE(flow->provider.plain(), u"GitHub"_s);
    QCOMPARE(flow->doing, Doing::Looking);

    scene.press("background");
    QVERIFY(!scene.dialog());
    scene.deployment.goDown();
    QVERIFY(scene.pass(2s));
    QCOMPARE(scene.linking()->trayFlow()->doing, Doing::Unanswered);
    QVERIFY(scene.deployment.comeBack());
    scene.linking()->show();
    QVERIFY(scene.dialog());
    scene.linking()->cancel();
    QCOMPARE(scene.entries(), QStringList());
    QVERIFY(!scene.dialog());
}

/// Where the provider lists the apps it lets in.
void TestBrowserLinkDesk::leadsToTheProvidersOwnPage()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.deployment.link(u"github"_s);
    QVERIFY(scene.pass(2s));
    QTRY_VERIFY(scene.dialog() && buttonOf(*scene.dialog(), "authorisedApps")->isVisible());
    const GitLink *link = scene.links.find(scene.key(u"github"_s));
    QVERIFY(link && link->user);
    const QString host = link->user->profile.host();
    QCOMPARE(buttonOf(*scene.dialog(), "authorisedApps")->text(), u"Authorised apps on "_s + host);
    QList<WebAddress> opened;
    connect(&scene.desk, &BrowserLinkDesk::openWished, this,
            [&opened](const WebAddress &page) { opened.append(page); });
    scene.press("authorisedApps");
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().host(), host);
    QCOMPARE(opened.first().pathAndQuery(), u"/settings/applications"_s);

    Scene other; // of whose pages nothing is known
    QVERIFY(other.begin(u"forgejo"_s));
    other.deployment.link(u"forgejo"_s);
    QVERIFY(other.pass(2s));
    QTRY_VERIFY(other.shows(u"Forgejo is linked."_s));
    QVERIFY(!buttonOf(*other.dialog(), "authorisedApps")->isVisible());
}

/// Nothing opens in what may be the wrong browser before anybody could say so.
void TestBrowserLinkDesk::asksInWhichBrowserBeforeItOpens()
{
    Scene scene;
    scene.stage.browser.browsers = twoBrowsers();
    QVERIFY(scene.signIn());
    QVERIFY(scene.beginAsking(u"forgejo"_s));
    QCOMPARE(scene.stage.browser.opened, QStringList());
    QVERIFY(!scene.linking()->isUnderWay() && !scene.linking()->trayFlow());
    auto *choice = named<QComboBox>(*scene.dialog(), "browser");
    QVERIFY(choice->isVisible());
    QCOMPARE(choice->accessibleName(), u"Browser"_s);
    QCOMPARE(choice->itemText(0), u"Default browser"_s);
    QCOMPARE(choice->itemText(1), u"Alpha"_s);
    QCOMPARE(choice->itemText(2), u"Alpha, private window"_s);
    const QPushButton *main = buttonOf(*scene.dialog(), "main");
    QCOMPARE(main->text(), u"Open page"_s);
    QVERIFY(main->isDefault());
    QVERIFY(!buttonOf(*scene.dialog(), "openPage")->isVisible());
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_End);
    QCOMPARE(scene.stage.browser.opened, QStringList());
    QTest::keyClick(choice, Qt::Key_Return);
    QCOMPARE(scene.stage.browser.opened.size(), 1);
    QCOMPARE(scene.stage.browser.openedIn, u"a.desktop#new-private-window"_s);
    QVERIFY(scene.shows(u"Waiting until Forgejo is linked."_s));
    QCOMPARE(main->text(), u"Check now"_s);
    QVERIFY(buttonOf(*scene.dialog(), "openPage")->isVisible());
}

void TestBrowserLinkDesk::takesTheLinkToAnyBrowser()
{
    Scene scene;
    scene.stage.browser.browsers = twoBrowsers();
    QVERIFY(scene.signIn());
    QVERIFY(scene.beginAsking(u"forgejo"_s));
    scene.press("copyLink");
    QVERIFY(scene.shows(u"Waiting until Forgejo is linked."_s));
    QCOMPARE(scene.stage.browser.opened, QStringList());
}

void TestBrowserLinkDesk::remembersTheBrowserOfAProvider()
{
    Scene scene;
    scene.stage.browser.browsers = twoBrowsers();
    QVERIFY(scene.signIn());
    QVERIFY(scene.beginAsking(u"forgejo"_s));
    QTest::keyClick(named<QComboBox>(*scene.dialog(), "browser"), Qt::Key_End);
    scene.press("main");
    scene.linking()->cancel();
    QVERIFY(scene.beginToo(u"forgejo"_s)); // opens by itself where it was opened last
    QCOMPARE(scene.stage.browser.openedIn, u"a.desktop#new-private-window"_s);
    QVERIFY(buttonOf(*scene.dialog(), "copyLink")->isVisible());

    QVERIFY(scene.beginAsking(u"gitea"_s)); // of another provider nothing is known
    scene.press("main");                    // and the default browser is remembered too
    QCOMPARE(scene.stage.browser.openedIn, QString());
    QCOMPARE(scene.stage.browser.opened.size(), 3);
    scene.linking()->cancel();
    QVERIFY(scene.beginToo(u"gitea"_s));
    QCOMPARE(scene.stage.browser.openedIn, QString());
    QCOMPARE(scene.stage.browser.opened.size(), 4);

    scene.desk.find(scene.key(u"forgejo"_s))->cancel();
    scene.stage.browser.browsers.removeLast(); // uninstalled
    QVERIFY(scene.beginAsking(u"forgejo"_s));
    QCOMPARE(scene.stage.browser.opened.size(), 4);
    scene.stage.browser.browsers.clear(); // and the last one too
    QVERIFY(scene.beginToo(u"bitbucket"_s));
    QCOMPARE(scene.stage.browser.openedIn, QString());
}

void TestBrowserLinkDesk::offersNoChoiceWhereThereIsNone()
{
    Scene scene;
    QVERIFY(scene.begin());
    QVERIFY(!named<QComboBox>(*scene.dialog(), "browser")->isVisible());
}

/// The host shown is the host opened.
void TestBrowserLinkDesk::opensThePageAtThePersonsOwnAddress()
{
    Scene scene;
    QVERIFY(scene.signIn());
    const AccountId account = scene.key({}).account;
    const ServerUrl server = scene.accounts.find(account)->server;
    scene.services.setWebAddress(account, WebAddress::judge(u"https://web.example"_s, server));
    QVERIFY(scene.beginToo(u"forgejo"_s));
    QCOMPARE(scene.stage.browser.opened,
             QStringList{u"https://web.example/external-auth/forgejo"_s});
    QVERIFY(scene.shows(u"The page on web.example links Forgejo"_s));
    QVERIFY(scene.signIn()); // once more: what the person chose stays
    QCOMPARE(scene.accounts.find(account)->page("/").host(), u"web.example"_s);
    const AccountBook read(scene.file);
    QCOMPARE(read.find(account)->page("/").host(), u"web.example"_s);
    scene.services.setWebAddress(account, {});
    QCOMPARE(scene.accounts.find(account)->page("/").host(), server.display());
}

QTEST_MAIN(TestBrowserLinkDesk)
#include "tst_browserlinkdesk.moc"

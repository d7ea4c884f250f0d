// SPDX-License-Identifier: MIT
#include "desktop/daemon.h"
#include "desktop/dunst.h"
#include "desktop/person.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(simulated::Generation)

/// The shipped program from sign-in to restart, before real servers' generations, a real keyring,
/// a real tray and a real notification service.
class tst_Journey : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<simulated::Deployment> m_deployment;
    std::unique_ptr<Person> m_ada;
    QString m_token;

    bool setUp(simulated::Generation generation);
    bool signIn() { return m_ada->start() && m_ada->signIn(m_token); }
    /// Gitea has revoked its link, and the list that is to tell so waits for release().
    bool holdNewsOfGitea();

private slots:
    void init();
    void cleanup();

    void goesFromSignInToRestart_data();
    void goesFromSignInToRestart();
    void staysSignedInByTheKeyringAlone();
    void tellsByAClickWhatWasLinkedWhileTheWindowWasClosed();
    void tellsWithoutDelayWhatTheServerSaid();
    void tellsOfALinkThatBreaksWhileNobodyLooks();
    void tellsOfASessionThatEndsAndSignsInAgain();
    void opensItsPagesWhereThePersonWants();
    void takesTheNewsBackOnceTheLinkIsAttendedTo();
    void tellsWhatWasDeclined_data();
    void tellsWhatWasDeclined();
    void offersANewCodeForAnExpiredOne_data();
    void offersANewCodeForAnExpiredOne();
    void linksInTheBrowser_data();
    void linksInTheBrowser();
    void hidesTheCodeWhenTheScreenIsLocked();
    void signsOutOnTheServerAndInTheKeyring();
    void removesEverythingItHasStored();
    void takesOverTheCommandLinesSessionAsACopy();

private:
    [[nodiscard]] static QString kept();
};

bool tst_Journey::setUp(simulated::Generation generation)
{
    m_deployment = std::make_unique<simulated::Deployment>(generation);
    if (!m_deployment->listen())
        return false;
    m_deployment->addStandardProviders(simulated::Deployment::GitHub::NotLinked);
    for (const QString &id : {u"github"_s, u"gitlab"_s})
        m_deployment->knobs(id).interval = 1s;
    m_token = m_deployment->mintToken();
    m_ada = std::make_unique<Person>(*m_deployment);
    return true;
}

bool tst_Journey::holdNewsOfGitea()
{
    if (!m_ada->seesRow(m_ada->row(u"Gitea"_s, u"Renews itself"_s)))
        return false;
    m_deployment->linkTo(u"gitea"_s)->isRevokedAtProvider = true;
    m_deployment->misbehave({.kind = simulated::Misconduct::Kind::HoldRequest,
                             .path = "/api/v2/external-auth",
                             .times = 1});
    return m_ada->press(u"Check all now"_s)
        && QTest::qWaitFor([this] { return m_deployment->heldCount() == 1; });
}

void tst_Journey::init()
{
    QVERIFY(setUp(simulated::Generation::Gen26b));
}

void tst_Journey::cleanup()
{
    m_ada.reset();
    m_deployment.reset();
    Dunst::all();
}

void tst_Journey::goesFromSignInToRestart_data()
{
    QTest::addColumn<simulated::Generation>("generation");
    QTest::addColumn<QString>("receipt");
    QTest::newRow("gen26b") << simulated::Generation::Gen26b << u"GitHub is unlinked"_s;
    QTest::newRow("gen24") << simulated::Generation::Gen24
                           << u"GitHub is unlinked, but not revoked"_s;
}

void tst_Journey::goesFromSignInToRestart()
{
    QFETCH(const simulated::Generation, generation);
    QFETCH(const QString, receipt);
    QVERIFY(setUp(generation));
    const QString host = m_deployment->url().authority();
    QVERIFY(signIn());

    const QString code = m_ada->beginLink(u"GitHub"_s);
    QCOMPARE(code, m_deployment->newestUserCode(u"github"_s));
    QVERIFY(m_deployment->approve(code));
    QVERIFY(Dunst::shows());
    const Dunst::Notification news = Dunst::all().value(0);
    QCOMPARE(news.title, u"GitHub is linked"_s);
    QCOMPARE(news.body, u"For your account on %1."_s.arg(host));
    QVERIFY(m_ada->reads(u"@ada"_s));
    QVERIFY(m_ada->press(u"Done"_s, u"Link by device code"_s));
    QVERIFY(m_ada->seesRow(m_ada->row(u"GitHub"_s, u"Valid"_s)));

    QVERIFY(m_ada->press(u"Unlink"_s));
    QVERIFY(m_ada->press(u"Unlink"_s, u"Unlink"_s));
    QVERIFY(m_ada->seesWindow(u"Unlinked"_s));
    QVERIFY(m_ada->app().labels().contains(receipt));
    QVERIFY(!m_deployment->linkTo(u"github"_s));
    QVERIFY(m_ada->press(u"Done"_s, u"Unlinked"_s));
    QVERIFY(m_ada->seesRow(m_ada->row(u"GitHub"_s, u"Not linked"_s)));
    QVERIFY(m_ada->quit());

    m_deployment->forgetRequests();
    QVERIFY(m_ada->start());
    QVERIFY(m_ada->seesRow(m_ada->row(u"GitHub"_s, u"Not linked"_s)));
    QCOMPARE(m_ada->app().windows().size(), 1); // nobody asks for anything
    const auto lists = [this] { return m_deployment->requestsTo("GET", "/api/v2/external-auth"); };
    QTRY_VERIFY_WITH_TIMEOUT(!lists().isEmpty(), 15000); // the row was known before
    QVERIFY(lists().constFirst().isTokenValid);
}

void tst_Journey::staysSignedInByTheKeyringAlone()
{
    QVERIFY(signIn());
    QVERIFY(m_ada->quit());
    const QString kept
        = outputOf(u"secret-tool"_s, {u"search"_s, u"--all"_s, u"server"_s, u"fairlead"_s})
              .value_or(QString());
    QVERIFY(kept.contains(m_token));
    QVERIFY(
        !FairleadProcess::contentOf(m_ada->fairlead().accountsFile()).contains(m_token.toUtf8()));

    QVERIFY(outputOf(u"secret-tool"_s, {u"clear"_s, u"server"_s, u"fairlead"_s}));
    QVERIFY(m_ada->start());
    QVERIFY(m_ada->reads(u"You are signed out: no token is kept for this account."_s));
}

void tst_Journey::tellsByAClickWhatWasLinkedWhileTheWindowWasClosed()
{
    QVERIFY(signIn());
    const QString code = m_ada->beginLink(u"GitHub"_s);
    QVERIFY(m_ada->sendLinkToBackground());
    QVERIFY(m_ada->select(m_ada->row(u"Azure DevOps"_s, u"Not verifiable"_s)));
    QVERIFY(m_ada->closeMainWindow());
    QVERIFY(m_ada->losesMainWindow());
    QVERIFY(m_ada->fairlead().isRunning());

    QVERIFY(m_deployment->approve(code));
    QVERIFY(Dunst::shows());
    QVERIFY(m_deployment->linkTo(u"github"_s));
    QVERIFY(m_ada->mainWindow().isEmpty());
    QVERIFY(Dunst::click());
    QVERIFY(m_ada->seesMainWindow());
    const QString row = m_ada->row(u"GitHub"_s, u"Valid"_s);
    QVERIFY(m_ada->seesRow(row));
    QTRY_VERIFY(m_ada->isSelected(row));
    QCOMPARE(Dunst::all().value(0).title, u"GitHub is linked"_s);
}

/// From the poll that learns of the approval to the notification, our own time and the network's;
/// the better of two, as the machine has other things to do.
void tst_Journey::tellsWithoutDelayWhatTheServerSaid()
{
    const auto polledAt = std::make_shared<std::chrono::microseconds>();
    connect(m_deployment.get(), &simulated::Deployment::requestArrived, m_deployment.get(),
            [polledAt](const simulated::Request &request) {
                if (request.method == "POST" && request.path.endsWith("/device"))
                    *polledAt = Dunst::now();
            });
    QVERIFY(signIn());
    auto best = std::chrono::microseconds::max();
    for (const QString &name : {u"GitHub"_s, u"GitLab"_s}) {
        const QString id = name.toLower();
        const QString code = m_ada->beginLink(name);
        m_deployment->forgetRequests();
        QVERIFY(m_deployment->approve(code));
        // Asking the desktop would keep our server from answering.
        const QByteArray path = "/api/v2/external-auth/" + id.toLatin1();
        QTRY_VERIFY(!m_deployment->requestsTo("GET", path).isEmpty());
        QVERIFY(m_deployment->linkTo(id));
        QVERIFY(Dunst::shows());
        const Dunst::Notification news = Dunst::all().value(0);
        QCOMPARE(news.title, u"%1 is linked"_s.arg(name));
        QCOMPARE_GT(news.shownAt, *polledAt);
        best = std::min(best, news.shownAt - *polledAt);
        QVERIFY(m_ada->press(u"Done"_s, u"Link by device code"_s));
    }
    qInfo("%.1f ms from the poll to the notification", static_cast<double>(best.count()) / 1e3);
    QCOMPARE_LE(best, std::chrono::microseconds(150ms));
}

void tst_Journey::tellsOfALinkThatBreaksWhileNobodyLooks()
{
    QVERIFY(signIn());
    QVERIFY(holdNewsOfGitea());
    QVERIFY(m_ada->closeMainWindow());
    QVERIFY(m_ada->losesMainWindow());
    QCOMPARE(m_deployment->release(), 1);

    QVERIFY(Dunst::shows());
    QVERIFY(Dunst::click());
    QVERIFY(m_ada->seesMainWindow());
    const QString row = m_ada->row(u"Gitea"_s, u"Reconnect needed"_s);
    QVERIFY(m_ada->seesRow(row));
    QTRY_VERIFY(m_ada->isSelected(row));
    const QList<Dunst::Notification> all = Dunst::all();
    QCOMPARE(all.value(0).title, u"Gitea needs to be reconnected"_s);
    QVERIFY(all.value(1).title != all.value(0).title); // once
}

void tst_Journey::tellsOfASessionThatEndsAndSignsInAgain()
{
    m_token = m_deployment->mintApiToken(simulated::TokenScope::All); // lives on by no use
    m_deployment->world().keyring.keyWithId(m_token.left(10))->expiresAt -= 160h; // of a week
    m_ada->fairlead().setEnvironment(u"CODER_URL"_s, u"http://127.0.0.1:9"_s);
    QVERIFY(m_ada->start());
    QVERIFY(m_ada->press(u"Add account"_s));
    QVERIFY(m_ada->seesWindow(u"Add account"_s));
    QTRY_COMPARE(m_ada->app().focused().name(), u"Address"_s);
    QVERIFY(outputOf(u"xdotool"_s, {u"key"_s, u"Down"_s, u"Down"_s, u"Return"_s}));
    QTRY_COMPARE(m_ada->textIn(u"Address"_s, u"Add account"_s), u"http://127.0.0.1:9"_s);
    QVERIFY(m_ada->press(u"Cancel"_s, u"Add account"_s));
    QVERIFY(m_ada->losesWindow(u"Add account"_s));

    QVERIFY(m_ada->signIn(m_token));
    QVERIFY(m_ada->reads(u"Your Coder session is about to end."_s));
    QVERIFY(Dunst::shows());
    QVERIFY(Dunst::choose(u"Sign in again"_s));
    QVERIFY(m_ada->seesWindow(u"Sign in again"_s));
    QCOMPARE(Dunst::all().value(0).title, u"Your Coder session is about to end"_s);
}

void tst_Journey::opensItsPagesWhereThePersonWants()
{
    QVERIFY(signIn());
    const QString pages = u"localhost:%1"_s.arg(m_deployment->url().port());
    QVERIFY(m_ada->chooseInMenu(u"Web address of "_s + m_deployment->url().authority()));
    QVERIFY(m_ada->type(u"Web address"_s, u"http://"_s + pages, u"Web address"_s));
    QVERIFY(m_ada->press(u"Save"_s, u"Web address"_s));
    QVERIFY(m_ada->chooseInMenu(u"Open dashboard on "_s + pages));
    QTRY_COMPARE(m_ada->fairlead().openedPages().value(0), u"http://%1/"_s.arg(pages));
}

void tst_Journey::takesTheNewsBackOnceTheLinkIsAttendedTo()
{
    QVERIFY(signIn());
    QVERIFY(holdNewsOfGitea());
    const QString window = Person::mainWindow();
    QVERIFY(outputOf(u"xdotool"_s, {u"windowminimize"_s, u"--sync"_s, window}));
    QCOMPARE(m_deployment->release(), 1);
    QVERIFY(Dunst::shows());
    QVERIFY(outputOf(u"xdotool"_s, {u"windowactivate"_s, u"--sync"_s, window}));
    QVERIFY(m_ada->select(m_ada->row(u"Gitea"_s, u"Reconnect needed"_s)));
    QVERIFY(Dunst::shows()); // it stays until somebody does something about it
    QVERIFY(m_ada->press(u"Open page in browser"_s));
    QTRY_COMPARE(outputOf(u"dunstctl"_s, {u"count"_s, u"displayed"_s}), std::optional(u"0"_s));
    QCOMPARE(Dunst::all().value(0).title, u"Gitea needs to be reconnected"_s);
}

void tst_Journey::tellsWhatWasDeclined_data()
{
    QTest::addColumn<simulated::Generation>("generation");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("provider");
    QTest::newRow("GitHub's way") << simulated::Generation::Gen26b << u"github"_s << u"GitHub"_s;
    QTest::newRow("RFC 8628, old server")
        << simulated::Generation::Gen24 << u"gitlab"_s << u"GitLab"_s;
}

void tst_Journey::tellsWhatWasDeclined()
{
    QFETCH(const simulated::Generation, generation);
    QFETCH(const QString, id);
    QFETCH(const QString, provider);
    QVERIFY(setUp(generation));
    QVERIFY(signIn());
    const QString code = m_ada->beginLink(provider);
    QCOMPARE(code, m_deployment->newestUserCode(id));
    QVERIFY(m_deployment->deny(code));
    QVERIFY(Dunst::shows());
    QCOMPARE(Dunst::all().value(0).title, u"Access was declined at %1"_s.arg(provider));
    QVERIFY(m_ada->reads(u"Access was declined at %1."_s.arg(provider)));
    QVERIFY(m_ada->press(u"Close"_s, u"Link by device code"_s));
    QVERIFY(m_ada->seesRow(m_ada->row(provider, u"Not linked"_s)));
    QVERIFY(!m_deployment->linkTo(id));
}

void tst_Journey::offersANewCodeForAnExpiredOne_data()
{
    tellsWhatWasDeclined_data();
}

void tst_Journey::offersANewCodeForAnExpiredOne()
{
    QFETCH(const simulated::Generation, generation);
    QFETCH(const QString, id);
    QFETCH(const QString, provider);
    QVERIFY(setUp(generation));
    QVERIFY(signIn());
    const QString first = m_ada->beginLink(provider);
    QVERIFY(m_ada->sendLinkToBackground());
    QVERIFY(m_ada->closeMainWindow());
    QVERIFY(m_ada->losesMainWindow());

    QVERIFY(m_deployment->expire(first));
    QVERIFY(Dunst::shows());
    QCOMPARE(m_deployment->newestUserCode(id), first); // never a new one by itself, RFC 8628 3.1
    QVERIFY(Dunst::choose(u"Get a new code"_s));
    QVERIFY(m_ada->seesWindow(u"Link by device code"_s));
    const QString second = m_ada->textIn(u"Code"_s, u"Link by device code"_s);
    QVERIFY(!second.isEmpty());
    QVERIFY(second != first);
    QCOMPARE(second, m_deployment->newestUserCode(id));
    QCOMPARE(Dunst::all().value(0).title, u"The code for %1 has expired"_s.arg(provider));
    QVERIFY(m_deployment->approve(second));
    QVERIFY(m_ada->press(u"Done"_s, u"Link by device code"_s));
    QVERIFY(m_deployment->linkTo(id));
}

void tst_Journey::linksInTheBrowser_data()
{
    QTest::addColumn<simulated::Generation>("generation");
    QTest::newRow("gen26b") << simulated::Generation::Gen26b;
    QTest::newRow("gen24") << simulated::Generation::Gen24;
}

/// Where the provider has no device flow: Coder's page does it, and Fairlead notices.
void tst_Journey::linksInTheBrowser()
{
    QFETCH(const simulated::Generation, generation);
    QVERIFY(setUp(generation));
    QVERIFY(signIn());
    QVERIFY(m_ada->select(m_ada->row(u"Forgejo"_s, u"Not linked"_s)));
    QVERIFY(m_ada->press(u"Open page in browser"_s));
    QVERIFY(m_ada->seesWindow(u"Link in the browser"_s));
    const QString page = m_deployment->url().toString() + u"/external-auth/forgejo"_s;
    QTRY_COMPARE_WITH_TIMEOUT(m_ada->fairlead().openedPages().value(0), page,
                              Person::usualPatience);
    QVERIFY(m_ada->reads(u"Waiting until Forgejo is linked."_s));
    m_deployment->link(u"forgejo"_s);
    QVERIFY(m_ada->reads(u"Forgejo is linked."_s));
    QVERIFY(m_ada->press(u"Done"_s, u"Link in the browser"_s));
    QVERIFY(m_ada->seesRow(m_ada->row(u"Forgejo"_s, u"Valid"_s)));
}

void tst_Journey::hidesTheCodeWhenTheScreenIsLocked()
{
    QVERIFY(signIn());
    QVERIFY(!m_ada->beginLink(u"GitHub"_s).isEmpty());
    const auto screenSaver = u"org.freedesktop.ScreenSaver"_s;
    QDBusConnection bus = QDBusConnection::sessionBus();
    QVERIFY(bus.registerService(screenSaver));
    QDBusMessage lock
        = QDBusMessage::createSignal(u"/ScreenSaver"_s, screenSaver, u"ActiveChanged"_s);
    lock.setArguments({true});
    QVERIFY(bus.send(lock));
    QVERIFY(m_ada->press(u"Show code"_s, u"Link by device code"_s)); // there is none to show before
    QVERIFY(bus.unregisterService(screenSaver));
}

/// What the keyring holds of Fairlead.
QString tst_Journey::kept()
{
    return outputOf(u"secret-tool"_s, {u"search"_s, u"--all"_s, u"server"_s, u"fairlead"_s})
        .value_or(QString());
}

void tst_Journey::signsOutOnTheServerAndInTheKeyring()
{
    QVERIFY(signIn());
    const QString host = m_deployment->url().authority();
    QVERIFY(kept().contains(m_token));
    QVERIFY(m_ada->chooseInMenu(u"Accounts"_s));
    QVERIFY(m_ada->press(u"Sign out"_s, u"Accounts"_s));
    QVERIFY(m_ada->seesWindow(u"Sign out"_s));
    QVERIFY(m_ada->reads(u"Coder deletes the key that Fairlead uses."_s));
    QVERIFY(m_ada->press(u"Sign out"_s, u"Sign out"_s));
    QVERIFY(m_ada->seesWindow(u"Signed out"_s));
    QVERIFY(m_ada->reads(u"Signed out of %1"_s.arg(host)));
    QVERIFY(m_ada->reads(u"Coder has ended the session."_s));
    QVERIFY(m_ada->reads(u"The keyring no longer holds the token."_s));
    QVERIFY(!kept().contains(m_token));
    QVERIFY(!m_deployment->world().keyring.keyWithId(m_token.left(10)));
    QCOMPARE(m_deployment->requestsTo("POST", "/api/v2/users/logout").size(), 0);
    QVERIFY(m_ada->press(u"Done"_s, u"Signed out"_s));
    QVERIFY(m_ada->press(u"Close"_s, u"Accounts"_s));
    QVERIFY(m_ada->quit());

    m_deployment->forgetRequests();
    QVERIFY(m_ada->start());
    QVERIFY(m_ada->reads(u"You are signed out"_s));
    QVERIFY(m_deployment->requests().isEmpty());
}

void tst_Journey::removesEverythingItHasStored()
{
    QVERIFY(signIn());
    QVERIFY(m_ada->chooseInMenu(u"Remove everything stored"_s));
    QVERIFY(m_ada->seesWindow(u"Remove everything"_s));
    QVERIFY(m_ada->reads(m_ada->fairlead().accountsFile()));
    QVERIFY(m_ada->press(u"Remove everything"_s, u"Remove everything"_s));
    QVERIFY(m_ada->seesWindow(u"Everything removed"_s));
    QVERIFY(m_ada->reads(u"The keyring no longer holds the token."_s));
    QVERIFY(m_ada->press(u"Quit Fairlead"_s, u"Everything removed"_s));
    QCOMPARE(m_ada->fairlead().exitCode(), std::optional(0));
    QVERIFY(!kept().contains(m_token));
    QVERIFY(!m_deployment->world().keyring.keyWithId(m_token.left(10)));
    QVERIFY(!QFileInfo::exists(m_ada->fairlead().accountsFile()));
    QVERIFY(!QFileInfo::exists(m_ada->fairlead().folder(u"config/fairlead"_s)));
}

/// It makes a key of its own with the command line's, which stays signed in and is kept nowhere.
void tst_Journey::takesOverTheCommandLinesSessionAsACopy()
{
    const QString theirs = m_token;
    QVERIFY(QDir().mkpath(m_ada->fairlead().folder(u"config/coderv2"_s)));
    for (const auto &[name, content] :
         {std::pair(u"url"_s, m_deployment->url().toString()), {u"session"_s, theirs}}) {
        QFile file(m_ada->fairlead().folder(u"config/coderv2/"_s + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(content.toUtf8()) > 0);
    }
    const auto dialog = u"Add account"_s;
    QVERIFY(m_ada->start());
    QVERIFY(m_ada->press(dialog));
    QVERIFY(m_ada->seesWindow(dialog));
    QVERIFY(m_deployment->requests().isEmpty()); // offering it asks nobody
    QVERIFY(m_ada->press(u"Use the session of the Coder command line"_s, dialog));
    QVERIFY(m_ada->reads(u"ada on 127.0.0.1"_s));
    QVERIFY(m_ada->press(dialog, dialog));
    QVERIFY(m_ada->losesWindow(dialog));
    QVERIFY(m_ada->seesRow(m_ada->row(u"GitHub"_s, u"Not linked"_s)));

    QCOMPARE(m_deployment->requestsTo("POST", "/api/v2/users/me/keys").size(), 1);
    QVERIFY(m_deployment->world().keyring.judge(theirs).isOpen());
    const QString keyring = kept();
    QVERIFY(!keyring.contains(theirs));
    QString ours;
    for (const simulated::Key &key : m_deployment->world().keyring.keys()) {
        if (keyring.contains(key.token()))
            ours = key.token();
    }
    QVERIFY(!ours.isEmpty());
    QVERIFY(m_ada->quit());
    QDirIterator files(m_ada->fairlead().folder(u"."_s), QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QByteArray content = FairleadProcess::contentOf(path);
        if (!path.endsWith("/coderv2/session"_L1))
            QVERIFY2(!content.contains(theirs.toUtf8()), qPrintable(path));
        QVERIFY2(!content.contains(ours.toUtf8()), qPrintable(path));
    }

    // Signed out there, the command line takes nothing along.
    m_deployment->revokeToken(theirs);
    QVERIFY(m_ada->start());
    QVERIFY(m_ada->seesRow(m_ada->row(u"GitHub"_s, u"Not linked"_s)));
}

QTEST_GUILESS_MAIN(tst_Journey)
#include "tst_journey.moc"

// SPDX-License-Identifier: MIT
#include "desktop/daemon.h"
#include "desktop/keyringdaemon.h"
#include "desktop/person.h"
#include "desktop/screenwindow.h"
#include "desktop/windowrule.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTcpServer>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

const auto prompterName = u"org.gnome.keyring.SystemPrompter"_s;

bool promptHasFocus()
{
    return hasFocus(visibleWindow(u"--class"_s, u"gcr-prompter"_s));
}

} // namespace

/// The start of the shipped program where the keyring, the server, the files or the command line
/// are not as they should be.
class tst_Startup : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<simulated::Deployment> m_deployment;
    std::unique_ptr<KeyringDaemon> m_keyring;
    std::unique_ptr<Person> m_ada;
    QString m_token;

    /// An account whose token is in the keyring, and Fairlead ended.
    bool signInOnce();
    /// The main window is activated anew.
    bool returnToTheWindow();
    [[nodiscard]] qsizetype listsAsked() const
    {
        return m_deployment->requestsTo("GET", "/api/v2/external-auth").size();
    }

private slots:
    void init();
    void cleanup();

    void showsTheWindowWhileTheKeyringHangs();
    void showsTheWindowWhileTheServerIsABlackHole();
    void saysWhoIsSignedOutWithoutHavingTheFocus();
    void watchesWhereItsWindowIsNotSeen();
    void asksForNoPasswordBeforeTheButton();
    void waitsForTheKeyringUntilThePersonDoesNot();
    void saysWhichAccountsItCouldNotRead();
    void goesOnOnceTheKeyringHasStarted();
    void keepsATokenForThisRunWhereNoKeyringIs();
    void setsAnUnreadableFileAside_data();
    void setsAnUnreadableFileAside();
    void keepsItsFilesToItself();
    void answersWithoutADisplay_data();
    void answersWithoutADisplay();
    void takesNoOptionOfQts_data();
    void takesNoOptionOfQts();
};

bool tst_Startup::signInOnce()
{
    return m_keyring->startUnlocked() && m_ada->start() && m_ada->signIn(m_token) && m_ada->quit();
}

bool tst_Startup::returnToTheWindow()
{
    const auto about = u"About Fairlead"_s;
    const auto isAway = [&] { return hasFocus(visibleWindow(u"--name"_s, u"^%1$"_s.arg(about))); };
    const auto isBack = [] { return hasFocus(Person::mainWindow()); };
    return m_ada->chooseInMenu(about) && QTest::qWaitFor(isAway, Person::usualPatience)
        && m_ada->press(u"Close"_s, about) && QTest::qWaitFor(isBack, Person::usualPatience);
}

void tst_Startup::init()
{
    m_deployment = std::make_unique<simulated::Deployment>();
    QVERIFY(m_deployment->listen());
    m_deployment->addStandardProviders();
    m_token = m_deployment->mintToken();
    m_keyring = std::make_unique<KeyringDaemon>();
    m_ada = std::make_unique<Person>(*m_deployment);
}

void tst_Startup::cleanup()
{
    m_ada.reset();
    m_keyring.reset();
    m_deployment.reset();
}

void tst_Startup::showsTheWindowWhileTheKeyringHangs()
{
    QVERIFY(signInOnce());
    m_keyring->hang();
    QVERIFY(m_ada->start());
    QVERIFY(m_ada->seesMainWindow());
    QVERIFY(m_ada->seesRow(m_ada->row(u"GitHub"_s, u"Valid"_s))); // as the run before knew it
    QVERIFY(m_ada->reads(u"when last seen"_s));
    QVERIFY(m_ada->reads(u"The keyring that holds your token does not answer."_s));
    QVERIFY(returnToTheWindow()); // it goes on to work
    m_keyring->wake();
    QVERIFY(returnToTheWindow());
    QTRY_COMPARE_WITH_TIMEOUT(listsAsked(), 2, 15000);
    QVERIFY(m_ada->seesRow(m_ada->row(u"GitHub"_s, u"Valid"_s)));
}

void tst_Startup::showsTheWindowWhileTheServerIsABlackHole()
{
    QVERIFY(signInOnce());
    const auto port = static_cast<quint16>(m_deployment->url().port());
    m_deployment->goDown();
    QTcpServer blackHole; // the kernel makes connections, nobody takes them
    QVERIFY(blackHole.listen(QHostAddress::LocalHost, port));
    blackHole.pauseAccepting();
    QVERIFY(m_ada->start());
    QVERIFY(m_ada->seesMainWindow());
    QVERIFY(m_ada->seesRow(m_ada->row(u"GitHub"_s, u"Valid"_s))); // as the run before knew it
    QVERIFY(m_ada->chooseInMenu(u"About Fairlead"_s));
    QVERIFY(m_ada->seesWindow(u"About Fairlead"_s));
    QVERIFY(m_ada->press(u"Close"_s, u"About Fairlead"_s));
    QVERIFY(m_ada->reads(u"did not answer in time."_s, 40000));
    blackHole.close();
    QVERIFY(m_deployment->comeBack());
    QVERIFY(m_ada->press(u"Try again"_s));
    QTRY_COMPARE_WITH_TIMEOUT(listsAsked(), 2, 15000);
    QVERIFY(m_ada->seesRow(m_ada->row(u"GitHub"_s, u"Valid"_s)));
}

void tst_Startup::saysWhoIsSignedOutWithoutHavingTheFocus()
{
    QVERIFY(m_keyring->startUnlocked() && m_ada->start() && m_ada->signIn(m_token));
    QVERIFY(m_ada->chooseInMenu(u"Accounts"_s));
    QVERIFY(m_ada->press(u"Sign out"_s, u"Accounts"_s));
    QVERIFY(m_ada->press(u"Sign out"_s, u"Sign out"_s));
    QVERIFY(m_ada->press(u"Done"_s, u"Signed out"_s));
    QVERIFY(m_ada->press(u"Close"_s, u"Accounts"_s));
    QVERIFY(m_ada->quit());

    const WindowRule rule(WindowRule::withoutFocus);
    QVERIFY(rule.holds());
    QVERIFY(m_ada->start());
    QVERIFY(m_ada->reads(u"You are signed out"_s));
    QVERIFY(!hasFocus(Person::mainWindow()));
}

void tst_Startup::watchesWhereItsWindowIsNotSeen()
{
    QVERIFY(signInOnce());
    QCOMPARE(listsAsked(), 1);
    const WindowRule rule(WindowRule::onAnotherWorkspace);
    QVERIFY(rule.holds());
    QVERIFY(m_ada->start());
    QTRY_COMPARE_WITH_TIMEOUT(listsAsked(), 2, 15000);
    QCOMPARE(Person::mainWindow(), QString());
}

void tst_Startup::asksForNoPasswordBeforeTheButton()
{
    QVERIFY(signInOnce());
    QVERIFY(m_keyring->lock());
    QVERIFY(m_ada->start());
    QVERIFY(m_ada->reads(u"The keyring that holds your token is locked."_s));
    QVERIFY(!hasOwner(prompterName));
    QCOMPARE(listsAsked(), 1); // of before
    QVERIFY(m_ada->press(u"Unlock keyring"_s));
    QTRY_VERIFY_WITH_TIMEOUT(promptHasFocus(), 15000);
    QVERIFY(outputOf(u"xdotool"_s, {u"type"_s, u"--delay"_s, u"20"_s, KeyringDaemon::password}));
    QVERIFY(outputOf(u"xdotool"_s, {u"key"_s, u"Return"_s}));
    QVERIFY(m_ada->seesRow(m_ada->row(u"GitHub"_s, u"Valid"_s)));
}

void tst_Startup::waitsForTheKeyringUntilThePersonDoesNot()
{
    QVERIFY(signInOnce());
    QVERIFY(m_keyring->lock());
    QVERIFY(m_ada->start());
    QVERIFY(m_ada->press(u"Unlock keyring"_s));
    QVERIFY(m_ada->reads(u"Waiting for the keyring"_s));
    QTRY_VERIFY_WITH_TIMEOUT(promptHasFocus(), 15000);
    QVERIFY(m_ada->press(u"Cancel"_s));
    QVERIFY(m_ada->reads(u"The keyring that holds your token is locked."_s));
    // The password comes all the same.
    QTRY_VERIFY_WITH_TIMEOUT(promptHasFocus(), 15000);
    QVERIFY(outputOf(u"xdotool"_s, {u"type"_s, u"--delay"_s, u"20"_s, KeyringDaemon::password}));
    QVERIFY(outputOf(u"xdotool"_s, {u"key"_s, u"Return"_s}));
    QVERIFY(m_ada->seesRow(m_ada->row(u"GitHub"_s, u"Valid"_s)));
}

void tst_Startup::saysWhichAccountsItCouldNotRead()
{
    const QString path = m_ada->fairlead().accountsFile();
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(R"({"version": 1, "accounts": [{}]})") > 0);
    file.close();
    QVERIFY(m_ada->start());
    QVERIFY(m_ada->reads(u"One account in %1 could not be read."_s.arg(path)));
}

/// In the morning Fairlead may be there before the keyring is.
void tst_Startup::goesOnOnceTheKeyringHasStarted()
{
    QVERIFY(signInOnce());
    m_keyring->kill();
    QVERIFY(m_ada->start());
    QVERIFY(m_ada->reads(u"There is no keyring on this system, so your token is out of reach."_s));
    QVERIFY(m_keyring->startUnlocked());
    QVERIFY(returnToTheWindow());
    QTRY_COMPARE_WITH_TIMEOUT(listsAsked(), 2, 15000);
}

void tst_Startup::keepsATokenForThisRunWhereNoKeyringIs()
{
    const auto dialog = u"Add account"_s;
    QVERIFY(m_ada->start());
    QVERIFY(m_ada->enterToken(m_token));
    QVERIFY(m_ada->reads(u"This system has no keyring."_s));
    const AccessibleNode add
        = AccessibleApp::find(m_ada->app().window(dialog), {u"push button"_s}, dialog);
    QVERIFY(!add.isEnabled()); // never silently
    QVERIFY(m_ada->choose(u"Only until Fairlead quits"_s, dialog));
    QVERIFY(m_ada->press(dialog, dialog));
    QVERIFY(m_ada->seesRow(m_ada->row(u"GitHub"_s, u"Valid"_s)));
    QVERIFY(m_ada->quit());
    const QByteArray kept = FairleadProcess::contentOf(m_ada->fairlead().accountsFile());
    QVERIFY(kept.contains("127.0.0.1"));
    QVERIFY(!kept.contains(m_token.toUtf8()));
    QVERIFY(m_ada->start());
    QVERIFY(m_ada->reads(u"You are signed out: no token is kept for this account."_s));
}

void tst_Startup::setsAnUnreadableFileAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("cut off") << QByteArray(R"({"version": 1, "accounts": [)");
    QTest::newRow("not JSON") << QByteArray("\0\xff garbage", 10);
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("of a newer version") << QByteArray(R"({"version": 2, "accounts": []})");
}

void tst_Startup::setsAnUnreadableFileAside()
{
    QFETCH(const QByteArray, content);
    const QString path = m_ada->fairlead().accountsFile();
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    file.close();
    QVERIFY(m_ada->start());
    const QString aside = path + u".broken-1"_s;
    QVERIFY(m_ada->reads(u"could not be read and was set aside as %1."_s.arg(aside)));
    QCOMPARE(FairleadProcess::contentOf(aside), content);
    QVERIFY(m_ada->reads(u"Add your Coder account"_s));
}

void tst_Startup::keepsItsFilesToItself()
{
    QVERIFY(signInOnce());
    using Permission = QFileDevice::Permission;
    const auto others = QFileDevice::Permissions(Permission::ReadGroup | Permission::WriteGroup
                                                 | Permission::ExeGroup | Permission::ReadOther
                                                 | Permission::WriteOther | Permission::ExeOther);
    for (const QString &path : {m_ada->fairlead().accountsFile(), m_ada->fairlead().cacheFile()}) {
        const QFileInfo file(path);
        QVERIFY2(file.exists(), qPrintable(path));
        QCOMPARE(file.permissions() & (others | Permission::ExeOwner), QFileDevice::Permissions());
        const QFileInfo folder(file.path());
        QCOMPARE(folder.permissions() & others, QFileDevice::Permissions());
        QVERIFY(folder.isExecutable());
    }
}

void tst_Startup::answersWithoutADisplay_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("--help") << u"--help"_s << "Usage: fairlead"_ba;
    QTest::newRow("-h") << u"-h"_s << "Usage: fairlead"_ba;
    QTest::newRow("--version") << u"--version"_s << "fairlead 0."_ba;
}

void tst_Startup::answersWithoutADisplay()
{
    QFETCH(const QString, option);
    QFETCH(const QByteArray, begins);
    FairleadProcess &fairlead = m_ada->fairlead();
    for (const auto &name :
         {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s, u"DBUS_SESSION_BUS_ADDRESS"_s})
        fairlead.removeEnvironment(name);
    QVERIFY(fairlead.start({option}));
    QCOMPARE(fairlead.exitCode(), std::optional(0));
    const QByteArray said = fairlead.output();
    QVERIFY2(said.startsWith(begins), said.constData());
    QCOMPARE(fairlead.log(), QByteArray());
}

void tst_Startup::takesNoOptionOfQts_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("plugins") << QStringList{u"-platformpluginpath"_s, u"/tmp"_s};
    QTest::newRow("plugins, two hyphens") << QStringList{u"--platformpluginpath"_s, u"/tmp"_s};
    QTest::newRow("platform") << QStringList{u"-platform"_s, u"minimal"_s};
    QTest::newRow("after the end of options")
        << QStringList{u"--"_s, u"-platformpluginpath"_s, u"/tmp"_s};
    QTest::newRow("style sheet") << QStringList{u"-stylesheet"_s, u"/etc/passwd"_s};
    QTest::newRow("a file") << QStringList{u"/etc/passwd"_s};
}

void tst_Startup::takesNoOptionOfQts()
{
    QFETCH(const QStringList, arguments);
    FairleadProcess &fairlead = m_ada->fairlead();
    QVERIFY(fairlead.start(arguments));
    QCOMPARE(fairlead.exitCode(), std::optional(2));
    QCOMPARE(fairlead.log(),
             u"Fairlead has no option %1. Try --help.\n"_s.arg(arguments.first()).toUtf8());
}

QTEST_GUILESS_MAIN(tst_Startup)
#include "tst_startup.moc"

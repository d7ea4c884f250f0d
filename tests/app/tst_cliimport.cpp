// SPDX-License-Identifier: MIT
#include "session/cliimport.h"

#include "session/accountbook.h"
#include "session/knownaddresses.h"
#include "session/preferences.h"
#include "session/settingsfile.h"
#include "support/clifolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(CliImport::Surroundings)

namespace {

const QByteArray goodToken = "abcdefghij-0123456789ABCDEFGHIJKL";

} // namespace

/// What the Coder command line left on this machine, and where it is looked for.
class CliImportTest : public QObject
{
    Q_OBJECT

private slots:
    void looksWhereTheCommandLineWrites_data();
    void looksWhereTheCommandLineWrites();
    void knowsWhereASessionMayBeInTheKeyring_data();
    void knowsWhereASessionMayBeInTheKeyring();
    void takesASessionThatIsInTheFile();
    void readsAddressAndToken_data();
    void readsAddressAndToken();
    void findsNothingWhereNothingIs();
    void refusesWhatIsNoAddress_data();
    void refusesWhatIsNoAddress();
    void refusesWhatIsNoToken_data();
    void refusesWhatIsNoToken();
    void followsALinkToAFileAndNothingElse();
    void isNotHeldUpByAPipe();
    void changesNothing();
    void suggestsEveryAddressOnce();
};

void CliImportTest::looksWhereTheCommandLineWrites_data()
{
    using Surroundings = CliImport::Surroundings;
    using System = CliImport::System;
    QTest::addColumn<Surroundings>("surroundings");
    QTest::addColumn<QString>("folder");
    const auto row = [](const char *name, const Surroundings &surroundings, const QString &folder) {
        QTest::newRow(name) << surroundings << folder;
    };
    row("Linux", {.home = u"/home/ada"_s}, u"/home/ada/.config/coderv2"_s);
    row("Linux, another folder", {.home = u"/home/ada"_s, .xdgConfigHome = u"/cfg"_s},
        u"/cfg/coderv2"_s);
    row("Linux, a relative folder", {.home = u"/home/ada"_s, .xdgConfigHome = u"cfg"_s},
        u"/home/ada/.config/coderv2"_s);
    row("Linux heeds no Windows folder", {.home = u"/home/ada"_s, .appData = u"/roaming"_s},
        u"/home/ada/.config/coderv2"_s);
    row("macOS", {.system = System::MacOs, .home = u"/Users/ada"_s},
        u"/Users/ada/Library/Application Support/coderv2"_s);
    row("macOS heeds no XDG folder",
        {.system = System::MacOs, .home = u"/Users/ada"_s, .xdgConfigHome = u"/cfg"_s},
        u"/Users/ada/Library/Application Support/coderv2"_s);
    row("Windows",
        {.system = System::Windows,
         .home = u"C:/Users/ada"_s,
         .appData = u"C:/Users/ada/AppData/Roaming"_s},
        u"C:/Users/ada/AppData/Roaming/coderv2"_s);
    row("Windows without its folder", {.system = System::Windows, .home = u"C:/Users/ada"_s}, {});
    for (const System system : {System::Linux, System::MacOs, System::Windows}) {
        QTest::addRow("told otherwise, %d", int(system))
            << Surroundings{.system = system,
                            .home = u"/home/ada"_s,
                            .coderConfigDir = u"/own/place/"_s,
                            .xdgConfigHome = u"/cfg"_s,
                            .appData = u"/roaming"_s}
            << u"/own/place"_s;
    }
    row("nothing is known", {}, {});
}

void CliImportTest::looksWhereTheCommandLineWrites()
{
    QFETCH(const CliImport::Surroundings, surroundings);
    QFETCH(const QString, folder);
    QCOMPARE(CliImport::folderIn(surroundings), folder);
}

void CliImportTest::knowsWhereASessionMayBeInTheKeyring_data()
{
    using Surroundings = CliImport::Surroundings;
    using System = CliImport::System;
    QTest::addColumn<Surroundings>("surroundings");
    QTest::addColumn<bool>("inKeyring");
    const Surroundings mac{.system = System::MacOs, .home = u"/Users/ada"_s};
    const Surroundings windows{.system = System::Windows, .appData = u"C:/Roaming"_s};
    const QString macFolder = CliImport::folderIn(mac);
    const auto row = [](const char *name, const Surroundings &usual, const QString &folder,
                        const QString &useKeyring, bool inKeyring) {
        Surroundings surroundings = usual;
        surroundings.coderConfigDir = folder;
        surroundings.useKeyring = useKeyring;
        QTest::newRow(name) << surroundings << inKeyring;
    };
    row("Linux", {.home = u"/home/ada"_s}, {}, {}, false);
    row("Linux, told to", {.home = u"/home/ada"_s}, {}, u"true"_s, false);
    row("macOS", mac, {}, {}, true);
    row("macOS, told to", mac, {}, u"1"_s, true);
    row("macOS, told not to", mac, {}, u"false"_s, false);
    row("macOS, told not to as briefly as may be", mac, {}, u"0"_s, false);
    row("macOS, in another folder", mac, u"/own/place"_s, {}, false);
    row("macOS, in the usual folder by name", mac, macFolder + u'/', {}, true);
    row("Windows", windows, {}, {}, true);
    row("Windows, told not to", windows, {}, u"False"_s, false);
    row("Windows, in another folder", windows, u"D:/own"_s, {}, false);
}

void CliImportTest::knowsWhereASessionMayBeInTheKeyring()
{
    QFETCH(const CliImport::Surroundings, surroundings);
    QFETCH(const bool, inKeyring);
    const CliImport::Else place = CliImport::otherPlaceIn(surroundings);
    QCOMPARE(place == CliImport::Else::Keyring, inKeyring);
    const CliFolder folder;
    QVERIFY(!folder.cli(place).keepsSessionInKeyring()); // it knows no deployment
    folder.write(u"url"_s, "https://coder.example.com\n");
    QCOMPARE(folder.cli(place).keepsSessionInKeyring(), inKeyring);
    QVERIFY(!folder.cli(place).isSignedIn());
}

/// As an older command line has left it, also on those systems.
void CliImportTest::takesASessionThatIsInTheFile()
{
    const CliFolder folder;
    folder.signIn(u"https://coder.example.com"_s, QString::fromLatin1(goodToken));
    const CliImport cli = folder.cli(CliImport::Else::Keyring);
    QVERIFY(cli.isSignedIn());
    QVERIFY(!cli.keepsSessionInKeyring());
}

void CliImportTest::readsAddressAndToken_data()
{
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("bare") << QByteArray();
    QTest::newRow("a line end") << QByteArray("\n");
    QTest::newRow("two, as Windows has them") << QByteArray("\r\n");
}

void CliImportTest::readsAddressAndToken()
{
    QFETCH(const QByteArray, after);
    const CliFolder folder;
    folder.write(u"url"_s, "https://coder.example.com/" + after);
    QVERIFY(!folder.cli().isSignedIn());
    folder.write(u"session"_s, goodToken + after);
    const CliImport cli = folder.cli();
    QVERIFY(cli.isSignedIn());
    QCOMPARE(cli.server()->origin(), u"https://coder.example.com"_s);
    QVERIFY(cli.token() == SessionToken::fromBytes(goodToken));
}

void CliImportTest::findsNothingWhereNothingIs()
{
    const CliFolder folder;
    for (const CliImport &cli :
         {folder.cli(), CliImport(QString()), CliImport(folder.path(u"no/such/folder"_s))}) {
        QVERIFY(!cli.isSignedIn());
        QVERIFY(!cli.server());
        QVERIFY(!cli.token());
    }
    folder.write(u"session"_s, goodToken);
    QVERIFY(!folder.cli().isSignedIn()); // nobody knows where it belongs
}

void CliImportTest::refusesWhatIsNoAddress_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("two lines") << QByteArray("https://a.example\nhttps://b.example\n");
    QTest::newRow("a path of a file") << QByteArray("file:///etc/passwd");
    QTest::newRow("a password") << QByteArray("https://ada:pass@coder.example.com");
    QTest::newRow("a NUL") << QByteArray("https://coder.example.com\0.evil.example", 40);
    QTest::newRow("not UTF-8") << QByteArray("https://coder\xff.example.com");
    QTest::newRow("too long") << "https://coder.example.com/" + QByteArray(2048, 'x');
}

void CliImportTest::refusesWhatIsNoAddress()
{
    QFETCH(const QByteArray, content);
    const CliFolder folder;
    folder.write(u"url"_s, content);
    folder.write(u"session"_s, goodToken);
    QVERIFY(!folder.cli().server());
    QVERIFY(!folder.cli().isSignedIn());
}

void CliImportTest::refusesWhatIsNoToken_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("two words") << QByteArray("abcdefghij 0123456789ABCDEFGHIJKL");
    QTest::newRow("a header in it") << goodToken + "\r\nX-Evil: 1";
    QTest::newRow("a NUL") << goodToken + QByteArray("\0", 1);
    QTest::newRow("not ASCII") << goodToken + "\xc3\xa4";
    QTest::newRow("too long") << QByteArray(513, 'a');
    QTest::newRow("endless") << QByteArray(1 << 20, 'a');
}

void CliImportTest::refusesWhatIsNoToken()
{
    QFETCH(const QByteArray, content);
    const CliFolder folder;
    folder.write(u"url"_s, "https://coder.example.com");
    folder.write(u"session"_s, content);
    QVERIFY(!folder.cli().token());
}

void CliImportTest::followsALinkToAFileAndNothingElse()
{
    const CliFolder folder;
    folder.write(u"url"_s, "https://coder.example.com");
    folder.write(u"elsewhere"_s, goodToken);
    QVERIFY(QFile::link(folder.path(u"elsewhere"_s), folder.path(u"session"_s)));
    QVERIFY(folder.cli().token());
    QVERIFY(QFile::remove(folder.path(u"session"_s)));
    for (const QString &target : {u"/dev/zero"_s, u"/"_s, folder.path(u"session"_s)}) {
        QVERIFY(QFile::link(target, folder.path(u"session"_s)));
        QVERIFY(!folder.cli().isSignedIn());
        QVERIFY(!folder.cli().token());
        QVERIFY(QFile::remove(folder.path(u"session"_s)));
    }
}

/// Opening a pipe that nobody writes to would wait for ever.
void CliImportTest::isNotHeldUpByAPipe()
{
    const CliFolder folder;
    for (const QString &name : {u"url"_s, u"session"_s})
        QCOMPARE(::mkfifo(QFile::encodeName(folder.path(name)).constData(), 0600), 0);
    QVERIFY(!folder.cli().server());
    QVERIFY(!folder.cli().isSignedIn());
    QVERIFY(!folder.cli().token());
}

void CliImportTest::changesNothing()
{
    const CliFolder folder;
    folder.write(u"url"_s, "https://coder.example.com\n");
    folder.write(u"session"_s, goodToken);
    for (const QString &name : {u"url"_s, u"session"_s, u"."_s})
        QVERIFY(QFile::setPermissions(folder.path(name), QFile::ReadOwner | QFile::ExeOwner));
    QVERIFY(folder.cli().isSignedIn());
    QVERIFY(folder.cli().token());
    QFile session(folder.path(u"session"_s));
    QVERIFY(session.open(QIODevice::ReadOnly));
    QCOMPARE(session.readAll(), goodToken);
    QCOMPARE(QDir(folder.path(u"."_s)).entryList(QDir::Files | QDir::Hidden).size(), 2);
    QVERIFY(QFile::setPermissions(folder.path(u"."_s),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void CliImportTest::suggestsEveryAddressOnce()
{
    const QTemporaryDir dir;
    SettingsFile file(dir.filePath(u"settings.json"_s));
    AccountBook accounts(file);
    Preferences preferences(file);
    const CliFolder folder;
    folder.write(u"url"_s, "https://cli.example\n");
    QCOMPARE(knownAddresses(accounts, preferences, u"ftp://nowhere"_s, folder.cli()),
             QStringList{u"https://cli.example"_s});

    const auto put = [&accounts](const QString &origin, const QString &user) {
        return accounts.put(
            {.server = *ServerUrl::fromUserInput(origin), .userId = user, .userName = {}});
    };
    QVERIFY(put(u"https://one.example"_s, u"u1"_s));
    QVERIFY(put(u"https://one.example"_s, u"u2"_s));
    for (const QString &past :
         {u"https://past.example"_s, u"https://one.example"_s, u"https://newer.example"_s})
        preferences.addPastAddress(past);
    const QStringList expected{u"https://one.example"_s, u"https://newer.example"_s,
                               u"https://past.example"_s, u"https://env.example:8443"_s,
                               u"https://cli.example"_s};
    QCOMPARE(knownAddresses(accounts, preferences, u"env.example:8443/workspaces"_s, folder.cli()),
             expected);
    QCOMPARE(knownAddresses(accounts, Preferences(file), u"env.example:8443"_s, folder.cli()),
             expected); // the history is kept
    for (int i = 0; i < 20; ++i)
        preferences.addPastAddress(u"https://many%1.example"_s.arg(i));
    QCOMPARE(preferences.pastAddresses().size(), 8);
    QCOMPARE(preferences.pastAddresses().constFirst(), u"https://many19.example"_s);
}

QTEST_GUILESS_MAIN(CliImportTest)
#include "tst_cliimport.moc"

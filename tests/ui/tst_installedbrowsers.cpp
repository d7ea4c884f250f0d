// SPDX-License-Identifier: MIT
#include "desktop/installedbrowsers.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Two data folders, the person's own and the system's, with what is put into them.
class Folders
{
public:
    void write(const QString &folder, const QString &name, const QByteArray &content) const
    {
        const QString path = m_dir.filePath(folder + u"/applications/"_s + name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("The folder cannot be written");
    }
    [[nodiscard]] QList<InstalledBrowser> browsers(const QString &language = u"en_GB"_s) const
    {
        return installedBrowsers({m_dir.filePath(u"own"_s), m_dir.filePath(u"system"_s)}, language);
    }

private:
    QTemporaryDir m_dir;
};

QByteArray entry(const QByteArray &name, const QByteArray &more = {})
{
    return "[Desktop Entry]\nVersion=1.0\nType=Application\nName=" + name + "\nExec=" + name
        + " %u\nMimeType=text/html;x-scheme-handler/http;x-scheme-handler/https;\n" + more;
}

QStringList namesOf(const QList<InstalledBrowser> &browsers)
{
    QStringList names;
    for (const InstalledBrowser &browser : browsers)
        names.append(browser.name.plain());
    return names;
}

} // namespace

/// Which browsers there are, and how one is started, by the desktop's own files.
class TestInstalledBrowsers : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatOpensPages();
    void leavesOutWhatIsNoBrowser_data();
    void leavesOutWhatIsNoBrowser();
    void offersAPrivateWindowWhereThereIsOne();
    void thePersonsOwnFileStandsForTheSystems();
    void namesAreInThePersonsLanguageAndCleaned();
    void readsWhateverLiesThere();
    void takesACommandApart_data();
    void takesACommandApart();
};

void TestInstalledBrowsers::findsWhatOpensPages()
{
    const Folders folders;
    QVERIFY(folders.browsers().isEmpty());
    folders.write(u"system"_s, u"zeta.desktop"_s, entry("zeta"));
    folders.write(u"own"_s, u"alpha.desktop"_s, entry("alpha"));
    folders.write(u"system"_s, u"notes.txt"_s, entry("notes"));
    const QList<InstalledBrowser> found = folders.browsers();
    QCOMPARE(namesOf(found), (QStringList{u"alpha"_s, u"zeta"_s}));
    QCOMPARE(found.first().id, u"alpha.desktop"_s);
    QCOMPARE(found.first().command, u"alpha %u"_s);
    QVERIFY(!found.first().isPrivate);
}

void TestInstalledBrowsers::leavesOutWhatIsNoBrowser_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("hidden") << entry("x", "Hidden=true\n");
    QTest::newRow("not to be shown") << entry("x", "NoDisplay=true\n");
    QTest::newRow("in a terminal") << entry("x", "Terminal=true\n");
    QTest::newRow("another kind") << QByteArray(
        "[Desktop Entry]\nType=Application\nName=x\nExec=x\nMimeType=text/plain;\n");
    QTest::newRow("a link") << QByteArray("[Desktop Entry]\nType=Link\nName=x\nExec=x\n"
                                          "MimeType=x-scheme-handler/https;\n");
    QTest::newRow("no command") << QByteArray("[Desktop Entry]\nType=Application\nName=x\n"
                                              "MimeType=x-scheme-handler/https;\n");
    QTest::newRow("only in an action")
        << QByteArray("[Desktop Entry]\nType=Application\nName=x\nExec=x\n[Desktop Action y]\n"
                      "MimeType=x-scheme-handler/https;\n");
}

void TestInstalledBrowsers::leavesOutWhatIsNoBrowser()
{
    QFETCH(const QByteArray, content);
    const Folders folders;
    folders.write(u"system"_s, u"x.desktop"_s, content);
    QVERIFY(folders.browsers().isEmpty());
}

void TestInstalledBrowsers::offersAPrivateWindowWhereThereIsOne()
{
    const Folders folders;
    const QByteArray action = "[Desktop Action new-private-window]\nName=New private window\n"
                              "Exec=/usr/bin/firefox --private-window %u\n";
    folders.write(u"system"_s, u"firefox.desktop"_s,
                  entry("firefox", "Actions=new-window;new-private-window;\n" + action));
    folders.write(u"system"_s, u"other.desktop"_s, entry("other", action)); // not announced
    const QList<InstalledBrowser> found = folders.browsers();
    QCOMPARE(found.size(), 3);
    QVERIFY(found.at(1).isPrivate);
    QCOMPARE(found.at(1).id, u"firefox.desktop#new-private-window"_s);
    QCOMPARE(found.at(1).command, u"/usr/bin/firefox --private-window %u"_s);
}

void TestInstalledBrowsers::thePersonsOwnFileStandsForTheSystems()
{
    const Folders folders;
    folders.write(u"system"_s, u"a.desktop"_s, entry("a"));
    folders.write(u"own"_s, u"a.desktop"_s, entry("mine"));
    QCOMPARE(namesOf(folders.browsers()), QStringList{u"mine"_s});
    folders.write(u"own"_s, u"a.desktop"_s, entry("mine", "Hidden=true\n")); // taken away
    QVERIFY(folders.browsers().isEmpty());
}

void TestInstalledBrowsers::namesAreInThePersonsLanguageAndCleaned()
{
    const Folders folders;
    folders.write(u"system"_s, u"a.desktop"_s,
                  entry("Web", "Name[de]=Netz\nName[de_AT]=Ö\u202enetz\n"));
    QCOMPARE(namesOf(folders.browsers(u"de_AT"_s)), QStringList{u"Önetz"_s});
    QCOMPARE(namesOf(folders.browsers(u"de_DE"_s)), QStringList{u"Netz"_s});
    QCOMPARE(namesOf(folders.browsers(u"fr_FR"_s)), QStringList{u"Web"_s});
}

void TestInstalledBrowsers::readsWhateverLiesThere()
{
    const Folders folders;
    folders.write(u"system"_s, u"big.desktop"_s, entry("big") + QByteArray(1 << 20, '#'));
    folders.write(u"system"_s, u"bytes.desktop"_s, QByteArray("\xff\xfe\0[=]\n=\n[", 11));
    folders.write(u"system"_s, u"empty.desktop"_s, {});
    folders.write(u"system"_s, u"good.desktop"_s, entry("good"));
    QCOMPARE(namesOf(folders.browsers()), QStringList{u"good"_s});
}

void TestInstalledBrowsers::takesACommandApart_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("words");
    const QString page = u"https://e.example/%20a%u"_s;
    QTest::newRow("where it is wanted")
        << u"firefox %u --new"_s << QStringList{u"firefox"_s, page, u"--new"_s};
    QTest::newRow("at the end") << u"chromium --incognito"_s
                                << QStringList{u"chromium"_s, u"--incognito"_s, page};
    QTest::newRow("quoted") << uR"("/opt/my browser/run" --name "a \"b\" \\ c" %U)"_s
                            << QStringList{u"/opt/my browser/run"_s, u"--name"_s, uR"(a "b" \ c)"_s,
                                           page};
    QTest::newRow("other codes") << u"run %i --class %c 100%% %u"_s
                                 << QStringList{u"run"_s, u"--class"_s, u"100%"_s, page};
    QTest::newRow("no shell") << u"run; rm -rf $HOME `id` %u"_s
                              << QStringList{u"run;"_s,  u"rm"_s,   u"-rf"_s,
                                             u"$HOME"_s, u"`id`"_s, page};
    QTest::newRow("within a word")
        << u"run --url=%u"_s << QStringList{u"run"_s, u"--url=https://e.example/%20a%u"_s};
    QTest::newRow("nothing") << u"  "_s << QStringList();
}

void TestInstalledBrowsers::takesACommandApart()
{
    QFETCH(const QString, command);
    QFETCH(const QStringList, words);
    QCOMPARE(wordsFor(command, u"https://e.example/%20a%u"_s), words);
}

QTEST_GUILESS_MAIN(TestInstalledBrowsers)
#include "tst_installedbrowsers.moc"

// SPDX-License-Identifier: MIT
#include "desktop/browser.h"
#include "desktop/childenvironment.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QTemporaryDir &folder()
{
    static QTemporaryDir dir;
    return dir;
}

QByteArray contentOf(const QString &name)
{
    QFile file(folder().filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ServerUrl serverAt(const QString &address)
{
    return *ServerUrl::fromUserInput(address);
}

} // namespace

/// DesktopBrowser in front of an xdg-open that only notes what it was given.
class tst_Browser : public QObject
{
    Q_OBJECT

public:
    static void initMain()
    {
        // Qt looks for a browser once.
        const QString path = folder().filePath(u"xdg-open"_s);
        QFile script(path);
        if (script.open(QIODevice::WriteOnly)) {
            const QByteArray at = folder().path().toUtf8();
            script.write("#!/bin/sh\nenv >'" + at + "/environment'\n(umask; ulimit -c) >'" + at
                         + "/limits'\nprintf '%s\\n' \"$@\" >>'" + at + "/opened.part'\nmv '" + at
                         + "/opened.part' '" + at + "/opened'\n");
            script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
        qputenv("PATH", folder().path().toUtf8() + ':' + qgetenv("PATH"));
    }

private slots:
    void cleanup();

    void opensExactlyTheAddress();
    void neverStartsForARefusedAddress_data();
    void neverStartsForARefusedAddress();
    void handsOnNoTokenAndNoForeignLibraries();
    void putsTheEnvironmentBack();
    void givesThePersonsLimitsBack();
    void startsTheBrowserThatWasChosen_data();
    void startsTheBrowserThatWasChosen();
    void startsTheDefaultWhereTheChosenIsGone();
};

void tst_Browser::cleanup()
{
    QFile::remove(folder().filePath(u"opened"_s));
    QFile::remove(folder().filePath(u"environment"_s));
}

void tst_Browser::opensExactlyTheAddress()
{
    DesktopBrowser browser{ProcessLimits()};
    const WebAddress page = WebAddress::judge(u"https://github.com/login/device?a=b%20c#d"_s,
                                              serverAt(u"https://coder.example.com"_s));
    QVERIFY(page.isUsable());
    QVERIFY(browser.open(page));
    QTRY_COMPARE(contentOf(u"opened"_s), QByteArray("https://github.com/login/device?a=b%20c#d\n"));
}

void tst_Browser::neverStartsForARefusedAddress_data()
{
    QTest::addColumn<QString>("raw");
    // What QDesktopServices itself would have started something for.
    for (const auto *raw : {"file:///etc/passwd",
                            "/etc/passwd",
                            "smb://host/share",
                            "javascript:alert(1)",
                            "data:text/html,x",
                            "mailto:a@example.com?attach=/etc/passwd",
                            "vscode://open",
                            "qrc:/x",
                            "https:evil",
                            "https:///x",
                            "https://user:pass@example.com",
                            "--help",
                            "-x",
                            "",
                            "http://example.com",
                            "https://example.com:0/",
                            "https://host\\@evil.com/",
                            "https://example.com/\n",
                            "https://exa mple.com/",
                            "https://example.com/\"x",
                            "https://example.com/<x>",
                            "ftp://example.com/"})
        QTest::addRow("%s", raw) << QString::fromLatin1(raw);
    QTest::newRow("too long") << u"https://example.com/"_s + QString(2048, u'x');
}

void tst_Browser::neverStartsForARefusedAddress()
{
    QFETCH(const QString, raw);
    DesktopBrowser browser{ProcessLimits()};
    const ServerUrl server = serverAt(u"https://coder.example.com"_s);
    QVERIFY(!browser.open(WebAddress::judge(raw, server)));
    // What comes after it arrives alone.
    QVERIFY(browser.open(WebAddress::judge(u"https://example.com/after"_s, server)));
    QTRY_COMPARE(contentOf(u"opened"_s), QByteArray("https://example.com/after\n"));
}

void tst_Browser::handsOnNoTokenAndNoForeignLibraries()
{
    qputenv("CODER_SESSION_TOKEN", "abcdefghij-0123456789ABCDEFGHIJKL");
    qputenv("APPDIR", "/tmp/.mount_Fairlead");
    qputenv("LD_LIBRARY_PATH", "/tmp/.mount_Fairlead/usr/lib:/opt/own/lib");
    qputenv("QT_PLUGIN_PATH", "/tmp/.mount_Fairlead/usr/plugins");
    DesktopBrowser browser{ProcessLimits()};
    const bool started = browser.open(
        WebAddress::judge(u"https://example.com/"_s, serverAt(u"https://coder.example.com"_s)));
    const QByteArray kept = qgetenv("LD_LIBRARY_PATH");
    for (const auto *name : {"CODER_SESSION_TOKEN", "APPDIR", "LD_LIBRARY_PATH", "QT_PLUGIN_PATH"})
        qunsetenv(name);
    QVERIFY(started);
    QCOMPARE(kept, QByteArray("/tmp/.mount_Fairlead/usr/lib:/opt/own/lib"));
    QTRY_VERIFY(!contentOf(u"opened"_s).isEmpty());
    const QByteArray environment = contentOf(u"environment"_s);
    QVERIFY(environment.contains("\nLD_LIBRARY_PATH=/opt/own/lib\n")
            || environment.startsWith("LD_LIBRARY_PATH=/opt/own/lib\n"));
    QVERIFY(!environment.contains("QT_PLUGIN_PATH"));
    QVERIFY(!environment.contains("abcdefghij-0123456789ABCDEFGHIJKL"));
    QVERIFY(environment.contains("DISPLAY="));
}

void tst_Browser::putsTheEnvironmentBack()
{
    qputenv("CODER_SESSION_TOKEN", "planted");
    qputenv("APPDIR", "/a");
    qputenv("LD_LIBRARY_PATH", "/usr/lib");
    {
        const ChildEnvironment lent{ProcessLimits()};
        QVERIFY(!qEnvironmentVariableIsSet("CODER_SESSION_TOKEN"));
        QCOMPARE(qgetenv("LD_LIBRARY_PATH"), QByteArray("/usr/lib"));
    }
    QCOMPARE(qgetenv("CODER_SESSION_TOKEN"), QByteArray("planted"));
    QCOMPARE(qgetenv("LD_LIBRARY_PATH"), QByteArray("/usr/lib"));
    for (const auto *name : {"CODER_SESSION_TOKEN", "APPDIR", "LD_LIBRARY_PATH"})
        qunsetenv(name);
}

void tst_Browser::givesThePersonsLimitsBack()
{
    const rlim_t block = 512; // in which shells count
    rlimit core{};
    QCOMPARE(getrlimit(RLIMIT_CORE, &core), 0);
    const rlim_t blocks = std::min<rlim_t>(8, core.rlim_max / block);
    const ProcessLimits own = ProcessLimits{.fileMask = 027, .coreSize = blocks * block}.apply();
    DesktopBrowser browser(hardenProcess());
    const bool started = browser.open(
        WebAddress::judge(u"https://example.com/"_s, serverAt(u"https://coder.example.com"_s)));
    const ProcessLimits meanwhile = own.apply();
    QVERIFY(started);
    QTRY_VERIFY(!contentOf(u"opened"_s).isEmpty());
    QCOMPARE(contentOf(u"limits"_s), "0027\n" + QByteArray::number(qulonglong(blocks)) + '\n');
    QCOMPARE(meanwhile.fileMask, mode_t(077));
    QCOMPARE(meanwhile.coreSize, rlim_t(0));
}

void tst_Browser::startsTheBrowserThatWasChosen_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("a window") << u"noter.desktop"_s
                              << QByteArray("--profile\na b\nhttps://example.com/?q=$(id)\n");
    QTest::newRow("a private one") << u"noter.desktop#new-private-window"_s
                                   << QByteArray("--private\nhttps://example.com/?q=$(id)\n");
}

/// No shell, and nothing of ours in the environment.
void tst_Browser::startsTheBrowserThatWasChosen()
{
    QFETCH(const QString, id);
    QFETCH(const QByteArray, words);
    const QByteArray noter = folder().filePath(u"xdg-open"_s).toUtf8();
    QVERIFY(QDir().mkpath(folder().filePath(u"applications"_s)));
    QFile entry(folder().filePath(u"applications/noter.desktop"_s));
    QVERIFY(entry.open(QIODevice::WriteOnly));
    entry.write("[Desktop Entry]\nType=Application\nName=Noter\nExec=" + noter
                + " --profile \"a b\" %u\nMimeType=x-scheme-handler/https;\n"
                  "Actions=new-private-window;\n[Desktop Action new-private-window]\n"
                  "Name=Private\nExec="
                + noter + " --private\n");
    entry.close();
    qputenv("XDG_DATA_DIRS", folder().path().toUtf8());
    qputenv("CODER_SESSION_TOKEN", "abcdefghij-0123456789ABCDEFGHIJKL");
    DesktopBrowser browser{ProcessLimits()};
    const bool started = browser.open(WebAddress::judge(u"https://example.com/?q=$(id)"_s,
                                                        serverAt(u"https://coder.example.com"_s)),
                                      id);
    qunsetenv("CODER_SESSION_TOKEN");
    qunsetenv("XDG_DATA_DIRS");
    QVERIFY(started);
    QTRY_COMPARE(contentOf(u"opened"_s), words);
    QVERIFY(!contentOf(u"environment"_s).contains("abcdefghij-0123456789ABCDEFGHIJKL"));
}

void tst_Browser::startsTheDefaultWhereTheChosenIsGone()
{
    DesktopBrowser browser{ProcessLimits()};
    QVERIFY(browser.open(
        WebAddress::judge(u"https://example.com/"_s, serverAt(u"https://coder.example.com"_s)),
        u"gone.desktop"_s));
    QTRY_COMPARE(contentOf(u"opened"_s), QByteArray("https://example.com/\n"));
}

QTEST_MAIN(tst_Browser)
#include "tst_browser.moc"

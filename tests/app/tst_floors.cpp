// SPDX-License-Identifier: MIT
#include "places.h"
#include "support/sourcerules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QStringList filesUnder(const QStringList &folders, const QStringList &patterns)
{
    QStringList paths;
    const QDir top(QStringLiteral(FAIRLEAD_SOURCE_DIR));
    for (const QString &folder : folders) {
        QDirIterator walk(top.filePath(folder), patterns, QDir::Files | QDir::Hidden,
                          QDirIterator::Subdirectories);
        while (walk.hasNext())
            paths << top.relativeFilePath(walk.next());
    }
    paths.sort();
    return paths;
}

QString read(const QString &path)
{
    QFile file(QStringLiteral(FAIRLEAD_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

/// Holds every source of the checkout against the rules that no compiler knows: floors, loops,
/// sleeps, sizes.
class FloorsTest : public QObject
{
    Q_OBJECT

private slots:
    void everySourceKeepsTheRule_data();
    void everySourceKeepsTheRule();
    void everyRuleCatchesItsViolation_data();
    void everyRuleCatchesItsViolation();
    void commentsAndQuotedTextAreNotCode();
    void everySourceIsBuiltBySomeTarget();
    void everyScriptNamesItsLicence();
    void noBlacklistHidesATest();
};

void FloorsTest::everySourceKeepsTheRule_data()
{
    QTest::addColumn<int>("rule");
    for (int i = 0; i < sourceRules().size(); ++i)
        QTest::newRow(qUtf8Printable(sourceRules().at(i).promise)) << i;
}

void FloorsTest::everySourceKeepsTheRule()
{
    QFETCH(int, rule);
    const QStringList paths = filesUnder({u"app"_s, u"ui"_s, u"tests"_s}, {u"*.h"_s, u"*.cpp"_s});
    QVERIFY2(paths.contains(u"tests/app/tst_floors.cpp"_s), "the checkout was not found");
    Findings found;
    for (const QString &path : paths)
        found += sourceRules().at(rule).check(sourceFile(path, read(path)));
    QVERIFY2(found.isEmpty(), qUtf8Printable(u'\n' + found.join(u'\n')));
}

void FloorsTest::everyRuleCatchesItsViolation_data()
{
    QTest::addColumn<int>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, int rule, const char *path, const char *text) {
        QTest::newRow(name) << rule << QString::fromUtf8(path) << QString::fromUtf8(text);
    };
    row("base looks up to coder", 0, "app/base/a.cpp", "#include \"coder/restclient.h\"\n");
    row("links knows the keychain", 0, "app/links/a.h", "#include \"keychain/keychainstate.h\"\n");
    row("session knows the window", 0, "app/session/a.h", "  #  include \"window/mainwindow.h\"\n");
    row("an include without its floor", 0, "app/links/a.h", "#include \"gitlink.h\"\n");
    row("core paints", 1, "app/links/a.h", "#include <QColor>\n");
    row("core paints, module named", 1, "app/links/a.h", "#include <QtGui/QColor>\n");
    row("core talks D-Bus", 1, "app/session/a.h", "#include <QDBusConnection>\n");
    row("two files know QtKeychain", 1, "app/keychain/keychainstate.h",
        "#include <qt6keychain/keychain.h>\n");
    row("a second network manager", 2, "ui/window/a.cpp", "QNetworkAccessManager m;\n");
    row("a dialog runs a loop", 3, "ui/dialogs/a.cpp", "dialog.exec();\n");
    row("main runs two loops", 3, "ui/main.cpp",
        "int main(int c, char **v)\n{\nd->exec();\nreturn app.exec();\n}\n");
    row("a nested loop", 3, "tests/app/a.cpp", "QEventLoop loop;\n");
    row("a blocking question", 3, "ui/a.cpp", "QMessageBox::question(this, t, t);\n");
    row("a test waits", 4, "tests/app/a.cpp", "QTest::qWait(50);\n");
    row("a thread sleeps", 4, "app/base/a.cpp", "std::this_thread::sleep_for(1s);\n");
    row("a test skips", 4, "tests/app/a.cpp", "QSKIP(\"later\");\n");
    row("the window blocks", 4, "ui/a.cpp", "process.waitForFinished();\n");
    row("TLS errors are ignored", 5, "app/coder/a.cpp", "reply->ignoreSslErrors();\n");
    row("a style sheet", 5, "ui/a.cpp", "label->setStyleSheet(s);\n");
    row("an exception", 5, "app/coder/a.cpp", "throw 1;\n");
    row("a sentence in the core", 5, "app/links/a.cpp", "return tr(\"Linked\");\n");
    row("a clock of its own", 5, "app/links/a.cpp", "QTimer timer;\n");
    row("no licence", 6, "app/links/a.cpp", "#include \"links/a.h\"\n");
    row("no guard", 6, "app/links/a.h", "// SPDX-License-Identifier: MIT\nclass A;\n");
    row("own header second", 6, "app/links/a.cpp",
        "// SPDX-License-Identifier: MIT\n#include \"links/b.h\"\n#include \"links/a.h\"\n");
    QTest::newRow("a long function")
        << 7 << u"ui/a.cpp"_s << QString(u"void f()\n{\n"_s + u"g();\n"_s.repeated(41) + u"}\n"_s);
    row("a rule by its number", 8, "ui/a.cpp",
        "a(); // as S"
        "41 says\n");
    row("a note", 8, "ui/a.cpp",
        "/// See design"
        ".md.\n");
    QTest::newRow("a long file") << 7 << u"ui/a.cpp"_s << u"int a;\n"_s.repeated(401);
}

void FloorsTest::everyRuleCatchesItsViolation()
{
    QFETCH(int, rule);
    QFETCH(QString, path);
    QFETCH(QString, text);
    QCOMPARE(sourceRules().at(rule).check(sourceFile(path, text)).size(), 1);
}

void FloorsTest::commentsAndQuotedTextAreNotCode()
{
    const QString text
        = u"a(1'000, u'\"'); // exec(\nb(\"exec(\\\"\", R\"x(exec(\")x\"); /* QSKIP\n*/ c('\\'');\n"_s;
    const QString code = sourceFile(u"a.cpp"_s, text).code;
    QCOMPARE(code.size(), text.size());
    QCOMPARE(code.count(u'\n'), text.count(u'\n'));
    QVERIFY2(!code.contains("exec"_L1) && !code.contains("QSKIP"_L1), qUtf8Printable(code));
    QVERIFY2(code.contains("a(1'000"_L1) && code.contains("b("_L1) && code.contains("c("_L1),
             qUtf8Printable(code));
}

void FloorsTest::everySourceIsBuiltBySomeTarget()
{
    const QStringList lists = filesUnder({u"app"_s, u"ui"_s, u"tests"_s}, {u"CMakeLists.txt"_s});
    QString listed;
    for (const QString &list : lists)
        listed += read(list);
    Findings found;
    for (const QString &path : filesUnder({u"app"_s, u"ui"_s, u"tests"_s}, {u"*.cpp"_s})) {
        const QString file = QRegularExpression::escape(path.section(u'/', -1));
        // fairlead_add_test(tst_x SUITE y …) builds y/tst_x.cpp.
        const QRegularExpression test(u"fairlead_add_test\\(%1 SUITE %2\\b"_s.arg(
            QFileInfo(path).completeBaseName(), path.section(u'/', -2, -2)));
        const QRegularExpression source(u"(^|[\\s/\"(])%1\\b"_s.arg(file));
        if (!listed.contains(source) && !listed.contains(test))
            found << path;
    }
    QVERIFY2(found.isEmpty(), qUtf8Printable(u"in no CMakeLists.txt: "_s + found.join(u", "_s)));
}

void FloorsTest::everyScriptNamesItsLicence()
{
    QStringList paths = filesUnder(
        {u"app"_s, u"ui"_s, u"tests"_s, u"packaging"_s, u".ci"_s},
        {u"CMakeLists.txt"_s, u"*.cmake"_s, u"*.sh"_s, u"*.py"_s, u"run"_s, u"*.desktop"_s});
    paths << u"CMakeLists.txt"_s << u"dev"_s;
    Findings found;
    for (const QString &path : paths) {
        const QStringList head = read(path).split(u'\n').mid(0, 2); // after the interpreter's line
        if (!head.contains(u"# SPDX-License-Identifier: MIT"_s))
            found << path;
    }
    QVERIFY2(found.isEmpty(), qUtf8Printable(found.join(u", "_s)));
}

void FloorsTest::noBlacklistHidesATest()
{
    QCOMPARE(filesUnder({u"tests"_s}, {u"BLACKLIST"_s}), QStringList());
}

QTEST_GUILESS_MAIN(FloorsTest)
#include "tst_floors.moc"

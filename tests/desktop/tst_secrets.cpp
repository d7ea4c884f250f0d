// SPDX-License-Identifier: MIT
#include "desktop/daemon.h"
#include "desktop/dunst.h"
#include "desktop/person.h"
#include "desktop/secretsearch.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray plantedSecret = "AbCdEfGhIj-0123456789abcdefGHIJKL"_ba;

QByteArray procFile(qint64 process, const QString &name)
{
    return FairleadProcess::contentOf(u"/proc/%1/%2"_s.arg(process).arg(name));
}

/// What another program would be given; as bytes, for a text may hold anything.
QByteArray selection(const QString &which)
{
    QProcess xclip;
    xclip.start(u"timeout"_s, {u"3"_s, u"xclip"_s, u"-o"_s, u"-selection"_s, which});
    xclip.waitForFinished();
    return xclip.readAllStandardOutput();
}

} // namespace

/// Token, device code and user code are nowhere but in memory and in the keyring, whatever Fairlead
/// is asked to log and whatever happens to it.
class tst_Secrets : public QObject
{
    Q_OBJECT

private:
    simulated::Deployment m_deployment;
    std::unique_ptr<Person> m_ada;

    /// Every trace of a program that runs, or of one that has ended.
    QStringList traces(const SecretSearch &search, qint64 process);
    QStringList traces(const SecretSearch &search)
    {
        return traces(search, m_ada->fairlead().id());
    }
    /// Links a provider and returns its device code and its user code; nothing where that left a
    /// trace.
    QList<QByteArray> link(const QString &id, const QString &name, int slowDowns);
    /// Where the codes of a link are found while it waits, but for the one that was copied.
    QStringList tracesOfCodes(const QList<QByteArray> &codes);

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void findsAPlantedSecret_data();
    void findsAPlantedSecret();
    void findsNothingInHarmlessText();
    void leavesNoTraceOfTokenAndCodes();
    void refusesATokenOnTheCommandLine_data();
    void refusesATokenOnTheCommandLine();
    void writesNoCore();
    void handsNoTokenToTheBrowser();
};

void tst_Secrets::initTestCase()
{
    QVERIFY(m_deployment.listen());
    m_deployment.addStandardProviders(simulated::Deployment::GitHub::NotLinked);
    for (const QString &id : {u"github"_s, u"gitlab"_s})
        m_deployment.knobs(id).interval = 1s;
}

void tst_Secrets::init()
{
    m_ada = std::make_unique<Person>(m_deployment);
}

void tst_Secrets::cleanup()
{
    m_ada.reset();
    m_deployment.behave();
    Dunst::all();
}

QStringList tst_Secrets::traces(const SecretSearch &search, qint64 process)
{
    QStringList found;
    const auto look = [&](const QString &place, const QByteArray &content) {
        const QStringList forms = search.in(content);
        for (const QString &form : forms)
            found.append(u"%1: %2"_s.arg(place, form));
    };
    look(u"log"_s, m_ada->fairlead().log());
    look(u"arguments"_s, procFile(process, u"cmdline"_s));
    look(u"environment"_s, procFile(process, u"environ"_s));
    look(u"clipboard"_s, selection(u"clipboard"_s));
    look(u"primary selection"_s, selection(u"primary"_s));
    // Fairlead's own folders lie in that of temporary files.
    found += search.below(qEnvironmentVariable("TMPDIR"));
    found += search.below(qEnvironmentVariable("XDG_RUNTIME_DIR"));
    return found;
}

void tst_Secrets::findsAPlantedSecret_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("form");
    const SecretSearch search(plantedSecret);
    for (const auto &place :
         {u"log"_s, u"home"_s, u"config"_s, u"cache"_s, u"data"_s, u"state"_s, u"runtime"_s,
          u"arguments"_s, u"environment"_s, u"clipboard"_s, u"primary selection"_s, u"name"_s}) {
        const bool takesBytes = QStringList{u"log"_s,  u"home"_s,  u"config"_s, u"cache"_s,
                                            u"data"_s, u"state"_s, u"runtime"_s}
                                    .contains(place);
        for (const SecretSearch::Form &form : search.forms()) {
            if (!takesBytes && form.planted.contains('\0')) // these take text alone
                continue;
            if (place == "name"_L1 && form.planted.contains('/'))
                continue;
            QTest::addRow("%s, %s", qPrintable(place), qPrintable(form.name))
                << place << form.planted << form.name;
        }
    }
}

void tst_Secrets::findsAPlantedSecret()
{
    QFETCH(const QString, place);
    QFETCH(const QByteArray, text);
    QFETCH(const QString, form);
    FairleadProcess &fairlead = m_ada->fairlead();
    const auto write = [&](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QStringList expected{u"%1: %2"_s.arg(place, form)};
    Daemon owner;
    QProcess other;
    if (place == "log"_L1) {
        QVERIFY(write(fairlead.logFile()));
    } else if (place == "arguments"_L1) {
        other.start(u"cat"_s, {u"-"_s, QString::fromUtf8(text)}); // it waits for its input first
        QVERIFY(other.waitForStarted());
    } else if (place == "environment"_L1) {
        QProcessEnvironment environment;
        environment.insert(u"PLANTED"_s, QString::fromUtf8(text));
        other.setProcessEnvironment(environment);
        other.start(u"/bin/cat"_s, QStringList{u"-"_s});
        QVERIFY(other.waitForStarted());
    } else if (place == "clipboard"_L1 || place == "primary selection"_L1) {
        const QString which = place.section(u' ', 0, 0);
        const QString path = fairlead.folder(u"planted"_s);
        QVERIFY(write(path));
        QVERIFY(owner.startWithoutName(u"xclip"_s,
                                       {u"-quiet"_s, u"-i"_s, u"-selection"_s, which, path}));
        QTRY_COMPARE(selection(which), text);
        QVERIFY(QFile::remove(path));
    } else {
        const bool inName = place == "name"_L1;
        const QString top = place == "runtime"_L1 ? qEnvironmentVariable("XDG_RUNTIME_DIR")
                                                  : fairlead.folder(inName ? u"cache"_s : place);
        const QString folder = top + u"/a/.b"_s;
        QVERIFY(QDir().mkpath(folder));
        const QString path = folder + u'/' + (inName ? QString::fromUtf8(text) : u".hidden"_s);
        QVERIFY(inName ? QFile(path).open(QIODevice::WriteOnly) : write(path));
        expected = {u"%1: %2"_s.arg(path, form)};
    }
    const qint64 process = other.processId();
    if (process != 0) // a program that begins has no arguments for a moment
        QTRY_VERIFY(procFile(process, u"cmdline"_s).contains("cat"));
    const QStringList found = traces(SecretSearch(plantedSecret), process);
    other.kill();
    other.waitForFinished();
    QVERIFY(QDir(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/a"_s).removeRecursively());
    QVERIFY2(found.contains(expected.first()), qPrintable(found.join(u'\n')));
}

void tst_Secrets::findsNothingInHarmlessText()
{
    const SecretSearch search(plantedSecret);
    QCOMPARE(search.in(plantedSecret.chopped(1)), QStringList());
    QCOMPARE(search.in(plantedSecret.sliced(1).toBase64()), QStringList());
    QCOMPARE(search.in(QByteArray(1000, '0')), QStringList());
}

QStringList tst_Secrets::tracesOfCodes(const QList<QByteArray> &codes)
{
    QStringList found;
    for (const QByteArray &code : codes) {
        found += traces(SecretSearch(code));
        if (selection(u"clipboard"_s) == code) // as the person wished
            found = found.filter(QRegularExpression(u"^(?!clipboard: )"_s));
    }
    return found;
}

QList<QByteArray> tst_Secrets::link(const QString &id, const QString &name, int slowDowns)
{
    m_deployment.knobs(id).slowDowns = slowDowns;
    const QString code = m_ada->beginLink(name);
    if (code.isEmpty() || !m_ada->press(u"Copy code"_s, u"Link by device code"_s))
        return {};
    const QByteArray path = "/api/v2/external-auth/" + id.toUtf8() + "/device";
    const auto wasTold = [&] { return m_deployment.requestsTo("POST", path).size() >= 2; };
    if (slowDowns > 0 && !m_ada->reads(u"asked us to wait a little longer"_s))
        return {};
    if (slowDowns == 0 && !QTest::qWaitFor(wasTold, Person::usualPatience))
        return {};
    const QByteArray deviceCode = m_deployment.provider(id).grants().back().deviceCode.toUtf8();
    const QList<QByteArray> codes{deviceCode, code.toUtf8()};
    const QStringList whileItWaits = tracesOfCodes(codes);
    if (!whileItWaits.isEmpty()) {
        qWarning().noquote() << whileItWaits.join(u'\n');
        return {};
    }
    const bool linked = m_deployment.approve(code)
        && m_ada->press(u"Done"_s, u"Link by device code"_s) && m_deployment.linkTo(id);
    return linked ? codes : QList<QByteArray>();
}

void tst_Secrets::leavesNoTraceOfTokenAndCodes()
{
    m_ada->fairlead().setEnvironment(u"QT_LOGGING_RULES"_s, u"*=true"_s);
    const QString token = m_deployment.mintToken();
    const SecretSearch search(token.toUtf8());
    const SecretSearch halfSearch(token.section(u'-', 1).toUtf8()); // the part that is secret
    QVERIFY(m_ada->start());
    QVERIFY(m_ada->signIn(token));
    QCOMPARE(traces(search).join(u'\n'), QString());
    QCOMPARE(traces(halfSearch).join(u'\n'), QString());

    simulated::Misconduct rejected = simulated::Misconduct::coderError(
        500, u"Internal error."_s, u"The token was %1."_s.arg(token));
    rejected.path = "/api/v2/external-auth"_ba;
    m_deployment.misbehave(rejected);
    QVERIFY(m_ada->press(u"Check all now"_s));
    QVERIFY(m_ada->reads(u"This is the list as learnt"_s));
    m_deployment.behave();
    QVERIFY(m_ada->press(u"Try again"_s));

    QList<QByteArray> codes = link(u"github"_s, u"GitHub"_s, 1);
    QCOMPARE(codes.size(), 2);
    codes += link(u"gitlab"_s, u"GitLab"_s, 0); // RFC 8628's long texts hold the device code
    QCOMPARE(codes.size(), 4);
    QVERIFY(m_ada->select(m_ada->row(u"GitHub"_s, u"Valid"_s)));
    QVERIFY(m_ada->press(u"Unlink"_s));
    QVERIFY(m_ada->press(u"Unlink"_s, u"Unlink"_s));
    QVERIFY(m_ada->press(u"Done"_s, u"Unlinked"_s));
    for (const bool ended : {false, true}) {
        if (ended)
            QVERIFY(m_ada->quit());
        QCOMPARE(traces(search).join(u'\n'), QString());
        QCOMPARE(traces(halfSearch).join(u'\n'), QString());
        for (const QByteArray &code : std::as_const(codes))
            QCOMPARE(traces(SecretSearch(code)).join(u'\n'), QString());
    }
    QVERIFY(m_ada->fairlead().log().contains("fairlead.")); // everything was said
    QVERIFY(m_ada->fairlead().log().contains("qt."));
}

void tst_Secrets::refusesATokenOnTheCommandLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString token = QString::fromLatin1(plantedSecret);
    QTest::newRow("alone") << QStringList{token};
    QTest::newRow("as an option's value") << QStringList{u"--token"_s, token};
    QTest::newRow("as an option") << QStringList{u"--token="_s + token};
    QTest::newRow("as the address") << QStringList{u"--address"_s, token};
    QTest::newRow("in the address")
        << QStringList{u"--address=https://coder.example.com/?token="_s + token};
}

void tst_Secrets::refusesATokenOnTheCommandLine()
{
    QFETCH(const QStringList, arguments);
    FairleadProcess &fairlead = m_ada->fairlead();
    QVERIFY(fairlead.start(arguments));
    QCOMPARE(fairlead.exitCode(), std::optional(2));
    QVERIFY(fairlead.log().startsWith("Fairlead takes no token on the command line"));
    QCOMPARE(traces(SecretSearch(plantedSecret)).join(u'\n'), QString());
}

void tst_Secrets::writesNoCore()
{
    QVERIFY(m_ada->start());
    const QByteArray limits = procFile(m_ada->fairlead().id(), u"limits"_s);
    const qsizetype at = limits.indexOf("Max core file size");
    QVERIFY(at >= 0);
    const QByteArray line = limits.mid(at).split('\n').first().simplified();
    QVERIFY2(line.startsWith("Max core file size 0 "), line.constData());
}

void tst_Secrets::handsNoTokenToTheBrowser()
{
    FairleadProcess &fairlead = m_ada->fairlead();
    fairlead.setEnvironment(u"CODER_SESSION_TOKEN"_s, QString::fromLatin1(plantedSecret));
    QVERIFY(m_ada->start());
    QVERIFY(m_ada->press(u"Add account"_s));
    const auto dialog = u"Add account"_s;
    QVERIFY(m_ada->type(u"Address"_s, m_deployment.url().toString(), dialog));
    QVERIFY(m_ada->press(u"Check"_s, dialog));
    QVERIFY(m_ada->press(u"Open token page"_s, dialog));
    QTRY_COMPARE(fairlead.openedPages(),
                 QStringList{m_deployment.url().toString() + u"/cli-auth"_s});
    const QByteArray environment = fairlead.browserEnvironment();
    QVERIFY(environment.contains("DISPLAY="));
    QCOMPARE(SecretSearch(plantedSecret).in(environment), QStringList());
    QVERIFY(!environment.contains("CODER_SESSION_TOKEN"));
}

QTEST_GUILESS_MAIN(tst_Secrets)
#include "tst_secrets.moc"

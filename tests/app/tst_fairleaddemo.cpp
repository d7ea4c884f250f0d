// SPDX-License-Identifier: MIT
#include "coder/coderapi.h"
#include "coder/restclient.h"
#include "deployment/checks/rawclient.h"
#include "deployment/generation.h"
#include "places.h"

#include <QProcess>
#include <QSslConfiguration>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

namespace {

/// The program, until the end of the test.
class Demo
{
public:
    Demo() = default;
    Demo(const Demo &) = delete;
    Demo &operator=(const Demo &) = delete;
    ~Demo()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    void run(const QStringList &arguments)
    {
        m_process.start(QStringLiteral(FAIRLEAD_BINARY_DIR "/fairlead-demo"), arguments);
    }
    /// What it prints after \a label once it listens.
    [[nodiscard]] QString told(const QString &label)
    {
        const auto look = [&] {
            m_output += QString::fromUtf8(m_process.readAllStandardOutput());
            return m_output.contains(label) && m_output.endsWith(u'\n');
        };
        if (!QTest::qWaitFor(look, 20'000))
            return {};
        return m_output.section(label, 1, 1).section(u'\n', 0, 0).trimmed();
    }
    [[nodiscard]] QUrl url() { return QUrl(told(u"Fairlead demo deployment:"_s)); }
    /// Below zero where it does not end.
    [[nodiscard]] int exitCode() { return m_process.waitForFinished() ? m_process.exitCode() : -1; }

private:
    QProcess m_process;
    QString m_output;
};

/// Nothing where there was no good answer.
std::optional<BuildInfo> buildInfoOf(const QUrl &url)
{
    RestClient rest(*ServerUrl::fromUserInput(url.toString()));
    CoderApi api(rest);
    QObject receiver;
    std::optional<Answer<BuildInfo>> heard;
    api.buildInfo(receiver, [&](const Answer<BuildInfo> &answer) { heard = answer; });
    if (!QTest::qWaitFor([&] { return heard.has_value(); }, 10'000) || !*heard)
        return std::nullopt;
    return **heard;
}

} // namespace

/// The simulated deployment as a program for people.
class TestFairleadDemo : public QObject
{
    Q_OBJECT

private slots:
    void speaksAsTheGenerationItIsToldTo_data();
    void speaksAsTheGenerationItIsToldTo();
    void speaksTlsAndTellsWhomToTrust();
    void hasAsManyProvidersAsAskedFor();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
};

void TestFairleadDemo::speaksAsTheGenerationItIsToldTo_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("version");
    for (const simulated::Generation generation : simulated::allGenerations) {
        const simulated::GenerationTraits &traits = simulated::traitsOf(generation);
        QTest::addRow("%s", qPrintable(traits.name)) << traits.name << traits.version();
    }
}

void TestFairleadDemo::speaksAsTheGenerationItIsToldTo()
{
    QFETCH(const QString, name);
    QFETCH(const QString, version);
    Demo demo;
    demo.run({u"--generation"_s, name});
    const std::optional<BuildInfo> info = buildInfoOf(demo.url());
    QVERIFY(info);
    QCOMPARE(info->version.plain(), version);
}

void TestFairleadDemo::speaksTlsAndTellsWhomToTrust()
{
    Demo demo;
    demo.run({u"--tls"_s});
    const QString authority = demo.told(u"authority:"_s);
    QCOMPARE(demo.url().scheme(), u"https"_s);
    QVERIFY(!buildInfoOf(demo.url()));

    const QSslConfiguration usual = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = usual;
    QVERIFY2(trusting.addCaCertificates(authority), qPrintable(authority));
    QSslConfiguration::setDefaultConfiguration(trusting);
    const std::optional<BuildInfo> info = buildInfoOf(demo.url());
    QSslConfiguration::setDefaultConfiguration(usual);
    QVERIFY(info);
}

void TestFairleadDemo::hasAsManyProvidersAsAskedFor()
{
    Demo demo;
    demo.run({u"--providers"_s, u"1000"_s});
    const auto page = simulated::RawClient::ask(
        demo.url(), {.method = "GET"_ba, .path = "/"_ba, .query = {}, .headers = {}, .body = {}});
    QCOMPARE(page.status, 200);
    QCOMPARE(page.body.count("/external-auth/git-"), 1000);
    QVERIFY(demo.told(u"provider pages:"_s).endsWith(u"/git-0001/login/device"_s));
}

void TestFairleadDemo::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("generation") << QStringList{u"--generation"_s, u"gen23"_s};
    QTest::newRow("providers") << QStringList{u"--providers"_s, u"many"_s};
    QTest::newRow("port") << QStringList{u"--port"_s, u"65536"_s};
}

void TestFairleadDemo::refusesWhatMakesNoSense()
{
    QFETCH(const QStringList, arguments);
    Demo demo;
    demo.run(arguments);
    QCOMPARE(demo.exitCode(), 2);
}

QTEST_GUILESS_MAIN(TestFairleadDemo)
#include "tst_fairleaddemo.moc"

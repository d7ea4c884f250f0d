// SPDX-License-Identifier: MIT
#include "deployment/testauthority.h"

#include "coder/coderapi.h"
#include "coder/restclient.h"
#include "deployment/deployment.h"

#include <QDirIterator>
#include <QSslConfiguration>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using simulated::Misconduct;

/// The simulated deployment over TLS, and who believes it.
class TestTestAuthority : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void vouchesForCoderAndItsProviders();
    void isBelievedByNobodyUnasked();
    void vouchesForOneRunOnly();
    void leavesNoKeyOnTheDisk();
    void comesBackAtTheSameAddress();
    void misbehavesOverTlsToo_data();
    void misbehavesOverTlsToo();

private:
    [[nodiscard]] Answer<Listing> list();
    [[nodiscard]] Answer<Listing> listAt(const QUrl &url);
    static void trust(const simulated::TestAuthority &authority);

    QSslConfiguration m_usual = QSslConfiguration::defaultConfiguration();
    simulated::TestAuthority m_authority;
    std::unique_ptr<simulated::Deployment> m_deployment;
};

void TestTestAuthority::trust(const simulated::TestAuthority &authority)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.addCaCertificates(authority.certificateFile());
    QSslConfiguration::setDefaultConfiguration(tls);
}

Answer<Listing> TestTestAuthority::listAt(const QUrl &url)
{
    RestClient rest(*ServerUrl::fromUserInput(url.toString()), {.listTotal = 3000ms});
    rest.setToken(SessionToken::fromText(m_deployment->mintToken()));
    CoderApi api(rest);
    QObject receiver;
    std::optional<Answer<Listing>> heard;
    api.list(receiver, [&](const Answer<Listing> &answer) { heard = answer; });
    const bool hasCome = QTest::qWaitFor([&] { return heard.has_value(); }, 10'000);
    return hasCome ? *heard : ApiError{.status = -1};
}

Answer<Listing> TestTestAuthority::list()
{
    return listAt(m_deployment->url());
}

void TestTestAuthority::initTestCase()
{
    QVERIFY(m_authority.make());
}

void TestTestAuthority::init()
{
    m_deployment = std::make_unique<simulated::Deployment>();
    m_deployment->useTls(m_authority);
    QVERIFY(m_deployment->listen());
    m_deployment->addStandardProviders();
}

void TestTestAuthority::cleanup()
{
    QSslConfiguration::setDefaultConfiguration(m_usual);
}

void TestTestAuthority::vouchesForCoderAndItsProviders()
{
    trust(m_authority);
    QCOMPARE(m_deployment->url().scheme(), u"https"_s);
    QCOMPARE(m_deployment->providerUrl().scheme(), u"https"_s);
    QCOMPARE(m_deployment->provider(u"github"_s).verificationUrl().scheme(), u"https"_s);
    const Answer<Listing> answer = list();
    QVERIFY(answer);
    QCOMPARE(answer->providers.size(), 13);
    QUrl byName = m_deployment->url();
    byName.setHost(u"localhost"_s);
    QVERIFY(listAt(byName));
}

void TestTestAuthority::isBelievedByNobodyUnasked()
{
    const Answer<Listing> answer = list();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ApiError::Kind::Tls);
    QVERIFY(m_deployment->requests().isEmpty());
}

void TestTestAuthority::vouchesForOneRunOnly()
{
    simulated::TestAuthority another;
    QVERIFY(another.make());
    trust(another);
    const Answer<Listing> answer = list();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ApiError::Kind::Tls);
}

void TestTestAuthority::leavesNoKeyOnTheDisk()
{
    int seen = 0;
    QDirIterator files(QFileInfo(m_authority.trustFolder()).path(), QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("PRIVATE KEY"), qPrintable(file.fileName()));
        ++seen;
    }
    QVERIFY(seen > 1);
}

void TestTestAuthority::comesBackAtTheSameAddress()
{
    trust(m_authority);
    m_deployment->goDown();
    const Answer<Listing> down = list();
    QVERIFY(!down);
    QCOMPARE(down.error().kind, ApiError::Kind::Offline);
    QVERIFY(m_deployment->comeBack());
    QVERIFY(list());
}

void TestTestAuthority::misbehavesOverTlsToo_data()
{
    QTest::addColumn<Misconduct>("misconduct");
    QTest::addColumn<ApiError::Kind>("kind");
    QTest::newRow("hangs") << Misconduct{} << ApiError::Kind::TimedOut;
    QTest::newRow("resets") << Misconduct{.kind = Misconduct::Kind::Reset}
                            << ApiError::Kind::Offline;
    QTest::newRow("endless body") << Misconduct{.kind = Misconduct::Kind::EndlessBody}
                                  << ApiError::Kind::Unreadable;
    QTest::newRow("redirects") << Misconduct{.kind = Misconduct::Kind::Redirect,
                                             .location = QUrl(u"https://elsewhere.example"_s)}
                               << ApiError::Kind::Redirected;
}

void TestTestAuthority::misbehavesOverTlsToo()
{
    QFETCH(const Misconduct, misconduct);
    trust(m_authority);
    m_deployment->misbehave(misconduct);
    const Answer<Listing> answer = list();
    QVERIFY(!answer);
    QTEST(answer.error().kind, "kind");
}

QTEST_GUILESS_MAIN(TestTestAuthority)
#include "tst_testauthority.moc"

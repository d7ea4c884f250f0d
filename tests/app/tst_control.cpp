// SPDX-License-Identifier: MIT
#include "deployment/checks/rawclient.h"
#include "deployment/checks/visitor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace simulated;
using namespace std::chrono_literals;

namespace {
constexpr auto github = "/api/v2/external-auth/github";
constexpr auto githubDevice = "/api/v2/external-auth/github/device";
} // namespace

/// The control surface over HTTP, the clock, and the standard set of providers.
class TestControl : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void controlDecidesAboutCodes_data();
    void controlDecidesAboutCodes();
    void controlTurnsKnobs();
    void controlRefusesWhatItDoesNotKnow_data();
    void controlRefusesWhatItDoesNotKnow();
    void controlMisbehavesAndStopsMisbehaving();
    void controlLooksAfterTokens();
    void controlStaysUpWhileCoderIsDown();
    void controlShowsNoToken();
    void strictProviderAsksForMoreTime();
    void countedSlowDownsComeFirst();
    void codesEndWithTheClock();
    void keysSlideWithUse();
    void suspendedUserIsToldSo();
    void standardSetHasEveryHealth_data();
    void standardSetHasEveryHealth();

private:
    std::unique_ptr<Deployment> m_deployment;
    std::unique_ptr<Visitor> m_visitor;
};

void TestControl::init()
{
    m_deployment = std::make_unique<Deployment>();
    QVERIFY(m_deployment->listen());
    m_deployment->addStandardProviders(Deployment::GitHub::NotLinked);
    m_visitor = std::make_unique<Visitor>(*m_deployment);
}

void TestControl::controlDecidesAboutCodes_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QByteArray>("detail");
    QTest::newRow("approve") << u"approve"_s << ""_ba;
    QTest::newRow("deny") << u"deny"_s << "access_denied"_ba;
    QTest::newRow("expire") << u"expire"_s << "expired_token"_ba;
}

void TestControl::controlDecidesAboutCodes()
{
    QFETCH(const QString, action);
    QFETCH(const QByteArray, detail);
    const DeviceGrant grant = m_visitor->startDevice();
    QVERIFY(m_visitor->canControl(action, {{u"code"_s, grant.userCode}}));
    const HttpResponse answer = m_visitor->exchange(grant.deviceCode);
    QCOMPARE(answer.status, detail.isEmpty() ? 204 : 400);
    QVERIFY(answer.body.contains(detail));
    QVERIFY(!m_visitor->canControl(action, {{u"code"_s, u"AAAA-AAAA"_s}}));
}

void TestControl::controlTurnsKnobs()
{
    m_deployment->link(u"github"_s);
    QVERIFY(m_visitor->canControl(u"provider"_s,
                                  {{u"id"_s, u"github"_s},
                                   {u"check"_s, u"unavailable"_s},
                                   {u"interval"_s, u"7"_s},
                                   {u"dead"_s, u"0"_s}}));
    QCOMPARE(m_visitor->get(github).status, 500);
    QVERIFY(m_visitor->get(githubDevice).body.contains(R"("interval":7)"));
    QVERIFY(m_visitor->canControl(u"provider"_s, {{u"id"_s, u"github"_s}, {u"dead"_s, u"1"_s}}));
    QVERIFY(m_visitor->get(githubDevice).body.contains("connection refused"));
}

void TestControl::controlRefusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("form");
    QTest::newRow("an action") << u"dance"_s << QString();
    QTest::newRow("a provider") << u"provider"_s << u"id=nobody"_s;
    QTest::newRow("a word") << u"provider"_s << u"id=github&check=perhaps"_s;
    QTest::newRow("a number") << u"provider"_s << u"id=github&interval=soon"_s;
    QTest::newRow("a misconduct") << u"misbehave"_s << u"kind=sulk"_s;
    QTest::newRow("a user") << u"suspend"_s << u"user=nobody"_s;
    QTest::newRow("a scope") << u"token"_s << u"scope=wide"_s;
}

void TestControl::controlRefusesWhatItDoesNotKnow()
{
    QFETCH(const QString, what);
    QFETCH(const QString, form);
    const QJsonObject answer = m_visitor->control(what, QUrlQuery(form));
    QVERIFY(!answer.value("ok"_L1).toBool(true));
    QVERIFY(!answer.value("error"_L1).toString().isEmpty());
}

void TestControl::controlMisbehavesAndStopsMisbehaving()
{
    const QUrlQuery form{
        {u"kind"_s, u"status"_s}, {u"status"_s, u"502"_s}, {u"path"_s, u"/api/v2/users/*"_s}};
    QVERIFY(m_visitor->canControl(u"misbehave"_s, form));
    QCOMPARE(m_visitor->get("/api/v2/users/me").status, 502);
    QVERIFY(m_visitor->canControl(u"behave"_s));
    QCOMPARE(m_visitor->get("/api/v2/users/me").status, 200);
}

void TestControl::controlLooksAfterTokens()
{
    m_visitor->useToken(m_visitor->control(u"token"_s).value("token"_L1).toString().toLatin1());
    QCOMPARE(m_visitor->get("/api/v2/users/me").status, 200);
    const QUrlQuery form{{u"token"_s, QString::fromLatin1(m_visitor->token())}};
    QVERIFY(m_visitor->canControl(u"expire-token"_s, form));
    QVERIFY(m_visitor->get("/api/v2/users/me").body.contains("API key expired at"));
    QVERIFY(m_visitor->canControl(u"revoke-token"_s, form));
    QVERIFY(m_visitor->get("/api/v2/users/me").body.contains("API key is invalid."));
}

void TestControl::controlStaysUpWhileCoderIsDown()
{
    QVERIFY(m_visitor->canControl(u"down"_s, {{u"seconds"_s, u"1"_s}}));
    RawClient refused(m_deployment->url());
    QTRY_VERIFY(refused.wasRefused());
    QVERIFY(m_visitor->canControl(u"behave"_s));
    QTRY_COMPARE(m_visitor->get("/api/v2/buildinfo").status, 200);
}

void TestControl::controlShowsNoToken()
{
    const DeviceGrant grant = m_visitor->startDevice();
    QCOMPARE(m_visitor->exchange(grant.deviceCode).status, 400);
    for (const auto *what : {"state", "requests", "provider-requests"}) {
        const HttpResponse shown = RawClient::ask(
            m_deployment->providerUrl(), {.method = "GET"_ba, .path = "/control/"_ba + what});
        QCOMPARE(shown.status, 200);
        QVERIFY(!QJsonDocument::fromJson(shown.body).object().isEmpty());
        QVERIFY(!shown.body.contains(m_visitor->token()));
        QVERIFY(!shown.body.contains(grant.deviceCode.toLatin1()));
    }
}

void TestControl::strictProviderAsksForMoreTime()
{
    m_deployment->knobs(u"github"_s).enforcesInterval = true;
    const DeviceGrant grant = m_visitor->startDevice();
    QVERIFY(m_visitor->exchange(grant.deviceCode).body.contains("authorization_pending"));
    m_deployment->advance(4s);
    QVERIFY(m_visitor->exchange(grant.deviceCode).body.contains("slow_down"));
    // Five more seconds from now on, RFC 8628 section 3.5
    m_deployment->advance(9s);
    QVERIFY(m_visitor->exchange(grant.deviceCode).body.contains("slow_down"));
    m_deployment->advance(15s);
    QVERIFY(m_visitor->exchange(grant.deviceCode).body.contains("authorization_pending"));
}

void TestControl::countedSlowDownsComeFirst()
{
    m_deployment->knobs(u"github"_s).slowDowns = 2;
    const DeviceGrant grant = m_visitor->startDevice();
    QVERIFY(m_deployment->approve(grant.userCode));
    QVERIFY(m_visitor->exchange(grant.deviceCode).body.contains("slow_down"));
    QVERIFY(m_visitor->exchange(grant.deviceCode).body.contains("slow_down"));
    QCOMPARE(m_visitor->exchange(grant.deviceCode).status, 204);
}

void TestControl::codesEndWithTheClock()
{
    const DeviceGrant grant = m_visitor->startDevice();
    m_deployment->advance(899s);
    QVERIFY(m_visitor->exchange(grant.deviceCode).body.contains("authorization_pending"));
    m_deployment->advance(2s);
    QVERIFY(m_visitor->exchange(grant.deviceCode).body.contains("expired_token"));
}

void TestControl::keysSlideWithUse()
{
    for (int day = 0; day < 10; ++day) {
        m_deployment->advance(24h);
        QCOMPARE(m_visitor->get("/api/v2/users/me").status, 200);
    }
    m_deployment->advance(24h * 7 + 1s);
    QVERIFY(m_visitor->get("/api/v2/users/me").body.contains("API key expired at"));
}

void TestControl::suspendedUserIsToldSo()
{
    QVERIFY(m_visitor->canControl(u"suspend"_s));
    const HttpResponse answer = m_visitor->get("/api/v2/users/me");
    QCOMPARE(answer.status, 401);
    QVERIFY(answer.body.contains("User is not active"));
    QVERIFY(!answer.body.contains("detail"));
    QVERIFY(m_visitor->canControl(u"activate"_s));
    QCOMPARE(m_visitor->get("/api/v2/users/me").status, 200);
}

void TestControl::standardSetHasEveryHealth_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<bool>("isAuthenticated");
    QTest::addColumn<QString>("validateError");
    QTest::newRow("valid") << u"bitbucket"_s << true << QString();
    QTest::newRow("renews itself") << u"gitea"_s << true << QString();
    QTest::newRow("expiring soon") << u"codeberg"_s << true << QString();
    QTest::newRow("expired") << u"gitlab-archive"_s << false << u"token expired"_s;
    QTest::newRow("needs reconnect")
        << u"github-enterprise"_s << false << u"token failed to validate"_s;
    QTest::newRow("not verifiable") << u"azure-devops"_s << true << QString();
    QTest::newRow("unreachable") << u"gitlab-mirror"_s << false << u"status 503"_s;
    QTest::newRow("rate limited") << u"bitbucket-server"_s << false << u"429"_s;
    QTest::newRow("app not installed") << u"github-apps"_s << true << QString();
    QTest::newRow("another service") << u"slack"_s << true << QString();
    QTest::newRow("orphan") << u"old-gitlab"_s << false << QString();
}

void TestControl::standardSetHasEveryHealth()
{
    QFETCH(const QString, provider);
    QFETCH(const bool, isAuthenticated);
    QFETCH(const QString, validateError);
    const QJsonObject listing
        = QJsonDocument::fromJson(m_visitor->get("/api/v2/external-auth").body).object();
    QJsonObject found;
    const QJsonArray links = listing.value("links"_L1).toArray();
    for (const QJsonValue &link : links) {
        QVERIFY(link["provider_id"_L1] != u"github"_s && link["provider_id"_L1] != u"gitlab"_s
                && link["provider_id"_L1] != u"forgejo"_s); // those are not linked
        if (link["provider_id"_L1] == provider)
            found = link.toObject();
    }
    QVERIFY(!found.isEmpty());
    QCOMPARE(found.value("authenticated"_L1).toBool(), isAuthenticated);
    const QString error = found.value("validate_error"_L1).toString();
    QCOMPARE(error.isEmpty(), validateError.isEmpty());
    QVERIFY(error.contains(validateError));
}

QTEST_GUILESS_MAIN(TestControl)
#include "tst_control.moc"

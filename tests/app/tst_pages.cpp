// SPDX-License-Identifier: MIT
#include "deployment/checks/rawclient.h"
#include "deployment/checks/visitor.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace simulated;

namespace {
constexpr auto github = "/api/v2/external-auth/github";
constexpr auto forgejoPage = "/external-auth/forgejo";
constexpr auto forgejoCallback = "/external-auth/forgejo/callback";
} // namespace

/// The pages of Coder and of the providers, as a person or a script walks through them.
class TestPages : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void pageMintsATokenThatWorks();
    void personApprovesOnTheProvidersPage();
    void personDeniesOnTheProvidersPage();
    void providersPageRefusesAnUnknownCode();
    void browserPageMakesALink();
    void browserPageOnlyShowsALinkThatWorks();
    void providersSettingsTakeAccessAway();
    void installingTheAppIsSeenByCoder();
    void overviewLeadsToEveryPage();

private:
    std::unique_ptr<Deployment> m_deployment;
    std::unique_ptr<Visitor> m_visitor;
};

void TestPages::init()
{
    m_deployment = std::make_unique<Deployment>();
    QVERIFY(m_deployment->listen());
    m_deployment->addStandardProviders(Deployment::GitHub::NotLinked);
    m_visitor = std::make_unique<Visitor>(*m_deployment);
}

void TestPages::pageMintsATokenThatWorks()
{
    const QString page = QString::fromUtf8(m_visitor->get("/cli-auth").body);
    static const QRegularExpression field(
        uR"~(id="session-token"[^>]*readonly value="([0-9A-Za-z]{10}-[0-9A-Za-z]{22})")~"_s);
    const QRegularExpressionMatch match = field.match(page);
    QVERIFY(match.hasMatch());
    QVERIFY(match.captured(1).toLatin1() != m_visitor->token());
    m_visitor->useToken(match.captured(1).toLatin1());
    QCOMPARE(m_visitor->get("/api/v2/users/me").status, 200);
}

void TestPages::personApprovesOnTheProvidersPage()
{
    const DeviceGrant grant = m_visitor->startDevice();
    QVERIFY(
        m_visitor->exchange(grant.deviceCode).body.contains(R"("detail":"authorization_pending")"));
    const QUrl entry = m_deployment->provider(u"github"_s).verificationUrl();
    // As a person types it
    const QString typed = grant.userCode.toLower().remove(u'-');
    const QString consent = m_visitor->page(entry, {{u"user_code"_s, typed}});
    QVERIFY(consent.contains(m_deployment->url().toString()));
    QVERIFY(consent.contains(u"Approve"_s) && consent.contains(u"Deny"_s));
    const QUrl decide(entry.toString() + u"/decide"_s);
    const QString done = m_visitor->page(decide,
                                         {{u"user_code"_s, grant.userCode},
                                          {u"decision"_s, u"approve"_s},
                                          {u"login"_s, u"lovelace"_s}});
    QVERIFY(done.contains(u"is connected"_s));
    QCOMPARE(m_visitor->exchange(grant.deviceCode).status, 204);
    QVERIFY(m_visitor->get(github).body.contains(R"("login":"lovelace")"));
}

void TestPages::personDeniesOnTheProvidersPage()
{
    const DeviceGrant grant = m_visitor->startDevice();
    const QUrl entry = m_deployment->provider(u"github"_s).verificationUrl();
    const QString done
        = m_visitor->page(QUrl(entry.toString() + u"/decide"_s),
                          {{u"user_code"_s, grant.userCode}, {u"decision"_s, u"deny"_s}});
    QVERIFY(done.contains(u"denied"_s));
    QVERIFY(m_visitor->exchange(grant.deviceCode).body.contains(R"("detail":"access_denied")"));
}

void TestPages::providersPageRefusesAnUnknownCode()
{
    const QUrl entry = m_deployment->provider(u"github"_s).verificationUrl();
    QVERIFY(m_visitor->page(entry, {{u"user_code"_s, u"AAAA-AAAA"_s}}).contains(u"not valid"_s));
}

void TestPages::browserPageMakesALink()
{
    const QByteArray page = m_visitor->get(forgejoPage).body;
    QVERIFY(page.contains("content=\"0; url=/external-auth/forgejo/callback\""));
    QVERIFY(m_visitor->get(forgejoCallback).body.contains("<button type=\"submit\">Link</button>"));
    QVERIFY(!m_deployment->linkTo(u"forgejo"_s));
    const QUrl callback = m_deployment->url().resolved(QUrl(QLatin1StringView(forgejoCallback)));
    const HttpResponse done = m_visitor->post(callback, {});
    QCOMPARE(done.status, 303);
    QCOMPARE(headerValue(done.headers, "Location"), QByteArray(forgejoPage) + "?redirected=true");
    QVERIFY(m_deployment->linkTo(u"forgejo"_s));
    QVERIFY(m_visitor->get("/api/v2/external-auth/forgejo")
                .body.startsWith(R"({"authenticated":true)"));
}

/// Coder's page starts nothing where the link works; its callback does.
void TestPages::browserPageOnlyShowsALinkThatWorks()
{
    m_deployment->link(u"forgejo"_s);
    const QByteArray page = m_visitor->get(forgejoPage).body;
    QVERIFY(page.contains("Reauthenticate"));
    QVERIFY(!page.contains("<form") && !page.contains("http-equiv"));
    const QUrl address = m_deployment->url().resolved(QUrl(QLatin1StringView(forgejoPage)));
    const Instant before = m_deployment->linkTo(u"forgejo"_s)->updatedAt;
    m_deployment->advance(1s);
    QVERIFY(m_visitor->post(address, {}).body.contains("Reauthenticate"));
    QCOMPARE(m_deployment->linkTo(u"forgejo"_s)->updatedAt, before);
    QVERIFY(m_visitor->get(forgejoCallback).body.contains("<form"));
    // By device code there is none
    QVERIFY(m_visitor->get("/external-auth/github/callback").body.contains("its dashboard"));
}

void TestPages::providersSettingsTakeAccessAway()
{
    m_deployment->link(u"github"_s);
    QVERIFY(m_visitor->get(github).body.startsWith(R"({"authenticated":true)"));
    const QUrl settings(m_deployment->providerUrl().toString() + u"/github/settings"_s);
    QVERIFY(m_visitor->page(settings, {}).contains(u"taken away"_s));
    QVERIFY(m_visitor->get(github).body.startsWith(R"({"authenticated":false)"));
}

void TestPages::installingTheAppIsSeenByCoder()
{
    QVERIFY(
        m_visitor->get("/api/v2/external-auth/github-apps").body.contains(R"("installations":[])"));
    const QUrl page(m_deployment->provider(u"github-apps"_s).config().appInstallUrl);
    QVERIFY(m_visitor->page(page, {}).contains(u"installed in 1 places"_s));
    QVERIFY(
        m_visitor->get("/api/v2/external-auth/github-apps").body.contains(R"("installations":[{)"));
}

void TestPages::overviewLeadsToEveryPage()
{
    const QString page = QString::fromUtf8(m_visitor->get("/").body);
    static const QRegularExpression address(u"href=\"([^\"]*)\""_s);
    int count = 0;
    for (const QRegularExpressionMatch &match : address.globalMatch(page)) {
        const QUrl url = m_deployment->url().resolved(QUrl(match.captured(1)));
        const QUrl origin(url.adjusted(QUrl::RemovePath).toString());
        const HttpResponse answer
            = RawClient::ask(origin, {.method = "GET"_ba, .path = url.path().toLatin1()});
        QVERIFY2(answer.status == 200, qPrintable(url.toString()));
        QVERIFY2(!answer.body.contains("would show its dashboard"), qPrintable(url.toString()));
        ++count;
    }
    QVERIFY(count > 30);
}

QTEST_GUILESS_MAIN(TestPages)
#include "tst_pages.moc"

// SPDX-License-Identifier: MIT
#include "links/accountservices.h"

#include "deployment/deployment.h"
#include "links/linkbook.h"
#include "links/linkservice.h"
#include "session/accountbook.h"
#include "session/session.h"
#include "session/settingsfile.h"
#include "support/fakeclock.h"
#include "support/scriptedtokenstore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using simulated::Deployment;
using simulated::Misconduct;

namespace {

constexpr auto listPath = "/api/v2/external-auth";
constexpr auto buildPath = "/api/v2/buildinfo";

/// Somebody who is signed in while the deployment is upgraded.
class UpgradeStage
{
public:
    UpgradeStage()
    {
        if (!deployment.listen())
            qFatal("No port to listen on");
        deployment.addStandardProviders();
        clock.setWall(QDateTime::currentDateTimeUtc());
        const Account account{.server = *ServerUrl::fromUserInput(deployment.url().toString()),
                              .userId = deployment.world().keyring.userNamed(u"ada"_s)->id};
        id = account.id();
        store.tokens.insert(id, *SessionToken::fromText(deployment.mintToken()));
        if (!accounts.put(account))
            qFatal("The account cannot be stored");
        services = std::make_unique<AccountServices>(accounts, store, links, clock);
    }

    [[nodiscard]] LinkService &service() const { return *services->find(id); }
    [[nodiscard]] bool isQuiet() const
    {
        for (const GitLink &link : links.links()) {
            if (link.checking)
                return false;
        }
        const auto *in = service().session().as<Session::SignedIn>();
        return in && in->key && !service().session().account().deploymentId.isEmpty()
            && service().learntAt().isValid() && !service().askingSince();
    }
    [[nodiscard]] bool begin() const
    {
        services->restoreAll();
        return QTest::qWaitFor([this] { return isQuiet(); });
    }
    /// An answer of the deployment comes, whatever it is to.
    [[nodiscard]] bool hear() const
    {
        QSignalSpy learnt(&service().session(), &Session::keyLearnt);
        service().session().askForKey();
        return learnt.wait();
    }
    [[nodiscard]] qsizetype count(const char *path) const
    {
        return deployment.requestsTo("GET", path).size();
    }
    /// What can be said of revoking at the first provider.
    [[nodiscard]] std::optional<bool> revokes() const
    {
        const GitLink *link = links.find({.account = id, .provider = ProviderId(u"github"_s)});
        return link && link->provider ? link->provider->supportsRevocation : std::nullopt;
    }

    Deployment deployment;
    FakeClock clock;
    ScriptedTokenStore store;
    QTemporaryDir folder;
    SettingsFile file{folder.filePath(u"settings.json"_s)};
    AccountBook accounts{file};
    LinkBook links{clock};
    AccountId id;
    std::unique_ptr<AccountServices> services;
};

} // namespace

/// A deployment that is upgraded while we run shows at once what it can do now.
class UpgradeWatchTest : public QObject
{
    Q_OBJECT

private slots:
    void readsEverythingAnewAfterAnUpgrade();
    void asksNothingWhileTheVersionStays();
    void isNotWornOutByReplicasOfTwoVersions();
    void believesTheShapeOfAnswersAndNotTheVersion();
};

void UpgradeWatchTest::readsEverythingAnewAfterAnUpgrade()
{
    UpgradeStage stage;
    // As servers before v2.27 have it.
    stage.deployment.misbehave(
        {.kind = Misconduct::Kind::Status,
         .path = listPath,
         .status = 200,
         .mediaType = "application/json",
         .body = R"({"providers":[{"id":"github","type":"github","device":true,"display_name":"",)"
                 R"("display_icon":"","allow_refresh":true,"allow_validate":true}],"links":[]})",
         .isCoders = true});
    QVERIFY(stage.begin());
    QCOMPARE(stage.revokes(), std::optional<bool>());

    stage.deployment.behave();
    stage.deployment.world().version = u"v9.9.9+upgraded"_s;
    stage.deployment.world().dashboardUrl = QUrl(u"https://coder.example.com"_s);
    QVERIFY(stage.hear());
    QTRY_COMPARE(stage.revokes(), std::optional(true));
    QCOMPARE(stage.count(listPath), 2);
    QTRY_COMPARE(stage.count(buildPath), 2); // the first at the start
    QTRY_COMPARE(stage.service().session().account().page("/").host(), u"coder.example.com"_s);
    QCOMPARE(stage.accounts.find(stage.id)->page("/").host(), u"coder.example.com"_s);
    QVERIFY(stage.service().session().as<Session::SignedIn>()); // and nobody had to do anything
}

void UpgradeWatchTest::asksNothingWhileTheVersionStays()
{
    UpgradeStage stage;
    QVERIFY(stage.begin());
    stage.clock.advance(6min); // not as long as the watch waits
    for (int i = 0; i < 5; ++i)
        QVERIFY(stage.hear());
    QCOMPARE(stage.count(listPath), 1);
    QCOMPARE(stage.count(buildPath), 1);
}

void UpgradeWatchTest::isNotWornOutByReplicasOfTwoVersions()
{
    UpgradeStage stage;
    QVERIFY(stage.begin());
    for (int i = 0; i < 6; ++i) {
        stage.deployment.world().version = i % 2 == 0 ? u"v2.40.0"_s : u"v2.41.0"_s;
        QVERIFY(stage.hear());
    }
    QCOMPARE(stage.count(listPath), 2);
    stage.clock.advance(6min);
    QVERIFY(stage.hear()); // by now it is over
    QTRY_COMPARE(stage.count(listPath), 3);
}

void UpgradeWatchTest::believesTheShapeOfAnswersAndNotTheVersion()
{
    UpgradeStage stage;
    QVERIFY(stage.begin());
    QCOMPARE(stage.revokes(), std::optional(true));
    stage.deployment.world().version = u"v2.1.0"_s; // long before there was any revoking
    QVERIFY(stage.hear());
    QTRY_COMPARE(stage.count(listPath), 2);
    QTRY_VERIFY(stage.isQuiet());
    QCOMPARE(stage.revokes(), std::optional(true));
}

QTEST_GUILESS_MAIN(UpgradeWatchTest)
#include "tst_upgradewatch.moc"

// SPDX-License-Identifier: MIT
#include "links/unlinking.h"

#include "support/listingmaker.h"
#include "support/signedinclient.h"

#include <QSignalSpy>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using simulated::Generation;
using simulated::Misconduct;
using simulated::ProviderKnobs;
using simulated::TokenScope;
using Revocation = UnlinkOutcome::Revocation;

namespace {

constexpr auto gitHubPath = "/api/v2/external-auth/github";

Misconduct onDelete(Misconduct misconduct, int times = Misconduct::everyTime)
{
    misconduct.method = "DELETE";
    misconduct.times = times;
    return misconduct;
}

Misconduct onList(Misconduct misconduct)
{
    misconduct.method = "GET";
    misconduct.path = "/api/v2/external-auth";
    return misconduct;
}

GitLink linkTo(const QString &id, const QString &type = u"github"_s)
{
    return {.key = {.account = AccountId(u"a"_s), .provider = ProviderId(id)},
            .provider = make::provider(id, type),
            .stored = make::link(id),
            .authenticated = true};
}

} // namespace

/// ada's GitHub link is about to go.
class UnlinkStage : public SignedInClient
{
public:
    explicit UnlinkStage(Generation generation = Generation::Gen26b,
                         const GitLink &link = linkTo(u"github"_s))
        : SignedInClient(generation), unlinking(api, calls, link)
    {
        deployment.link(u"github"_s);
    }

    [[nodiscard]] bool confirm()
    {
        unlinking.confirm();
        return QTest::qWaitFor([this] {
            return unlinking.as<Unlinking::Removed>() || unlinking.as<Unlinking::Failed>();
        });
    }

    Unlinking unlinking;
};

/// A link is gone when it is gone, and what became of the provider's access is told as it was.
class UnlinkingTest : public QObject
{
    Q_OBJECT

private slots:
    void saysBeforehandWhatWillHappen_data();
    void saysBeforehandWhatWillHappen();
    void doesNothingBeforeItIsConfirmed();
    void removesAndRevokes();
    void tellsWhyTheAccessWasNotRevoked_data();
    void tellsWhyTheAccessWasNotRevoked();
    void removesWhereNothingIsRevoked();
    void understandsOldServers();
    void findsThatItWasGoneAlready_data();
    void findsThatItWasGoneAlready();
    void isHonestAboutOrphans();
    void looksAgainAfterALostAnswer_data();
    void looksAgainAfterALostAnswer();
    void saysSoWhereTheListCannotBeReadEither();
    void stillLinkedWhereNothingWasSent();
    void stillLinkedWhenSignedOut();
    void neverCallsALinkRemovedThatItMayNotSee();
    void canBeTriedAgain();
    void staysRemovedWhereTheListFails();
};

void UnlinkingTest::saysBeforehandWhatWillHappen_data()
{
    using Plan = Unlinking::Plan;
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("supports"); // 0 no, 1 yes, 2 not told, 3 no provider
    QTest::addColumn<int>("revocation");
    QTest::addColumn<bool>("grantWide");
    QTest::newRow("GitHub") << u"github"_s << 1 << int(Plan::Revocation::WillBeTried) << true;
    QTest::newRow("GitLab") << u"gitlab"_s << 1 << int(Plan::Revocation::WillBeTried) << false;
    QTest::newRow("no address") << u"github"_s << 0 << int(Plan::Revocation::NotConfigured)
                                << false;
    QTest::newRow("an old server")
        << u"github"_s << 2 << int(Plan::Revocation::NotByThisServer) << false;
    QTest::newRow("orphan") << u"github"_s << 3 << int(Plan::Revocation::NotConfigured) << false;
}

void UnlinkingTest::saysBeforehandWhatWillHappen()
{
    QFETCH(const QString, type);
    QFETCH(const int, supports);
    QFETCH(const int, revocation);
    QFETCH(const bool, grantWide);
    GitLink link = linkTo(u"git"_s, type);
    link.provider->supportsRevocation = supports == 2 ? std::nullopt : std::optional(supports == 1);
    if (supports == 3)
        link.provider.reset();
    const UnlinkStage stage(Generation::Gen26b, link);
    QCOMPARE(int(stage.unlinking.plan().revocation), revocation);
    QCOMPARE(stage.unlinking.plan().grantWide, grantWide);
    QCOMPARE(stage.unlinking.plan().orphan, supports == 3);
}

void UnlinkingTest::doesNothingBeforeItIsConfirmed()
{
    UnlinkStage stage;
    QVERIFY(stage.unlinking.as<Unlinking::Confirming>());
    QCoreApplication::processEvents();
    QCOMPARE(stage.count(), 0);
    stage.unlinking.confirm();
    stage.unlinking.confirm(); // a second click
    QVERIFY(stage.unlinking.as<Unlinking::Deleting>());
    QTRY_VERIFY(stage.unlinking.as<Unlinking::Removed>());
    QCOMPARE(stage.count("DELETE", "/external-auth/github"), 1);
}

void UnlinkingTest::removesAndRevokes()
{
    UnlinkStage stage;
    QSignalSpy listed(&stage.calls, &ListCalls::answered);
    QVERIFY(stage.confirm());
    QVERIFY(stage.unlinking.as<Unlinking::Removed>());
    QCOMPARE(stage.unlinking.as<Unlinking::Removed>()->outcome.revocation, Revocation::Revoked);
    QVERIFY(!stage.unlinking.as<Unlinking::Removed>()->alreadyGone);
    QVERIFY(!stage.unlinking.as<Unlinking::Removed>()->answerLost);
    QVERIFY(!stage.deployment.linkTo(u"github"_s));
    QTRY_COMPARE(listed.size(), 1); // what is shown from now on
    QCOMPARE(stage.count("DELETE", "/external-auth/github"), 1);
}

void UnlinkingTest::tellsWhyTheAccessWasNotRevoked_data()
{
    QTest::addColumn<int>("revocation");
    QTest::addColumn<QString>("reason");
    QTest::newRow("404") << int(ProviderKnobs::Revocation::NotFound) << u"404"_s;
    QTest::newRow("500") << int(ProviderKnobs::Revocation::ServerError) << u"500"_s;
    QTest::newRow("silence") << int(ProviderKnobs::Revocation::Hang)
                             << u"context deadline exceeded"_s;
}

void UnlinkingTest::tellsWhyTheAccessWasNotRevoked()
{
    QFETCH(const int, revocation);
    QFETCH(const QString, reason);
    UnlinkStage stage;
    stage.deployment.world().delays.hangingRevocation = {};
    stage.deployment.knobs(u"github"_s).revocation
        = static_cast<ProviderKnobs::Revocation>(revocation);
    QVERIFY(stage.confirm());
    QVERIFY(stage.unlinking.as<Unlinking::Removed>());
    QCOMPARE(stage.unlinking.as<Unlinking::Removed>()->outcome.revocation, Revocation::Failed);
    QVERIFY(stage.unlinking.as<Unlinking::Removed>()->outcome.reason.plain().contains(reason));
    QVERIFY(!QUuid(stage.unlinking.as<Unlinking::Removed>()->outcome.requestId).isNull());
}

void UnlinkingTest::removesWhereNothingIsRevoked()
{
    UnlinkStage stage(Generation::Gen26b, linkTo(u"azure-devops"_s, u"azure-devops"_s));
    QVERIFY(stage.confirm());
    QVERIFY(stage.unlinking.as<Unlinking::Removed>());
    QCOMPARE(stage.unlinking.as<Unlinking::Removed>()->outcome.revocation, Revocation::NotTried);
}

void UnlinkingTest::understandsOldServers()
{
    UnlinkStage stage(Generation::Gen24);
    QVERIFY(stage.confirm());
    QVERIFY(stage.unlinking.as<Unlinking::Removed>());
    QCOMPARE(stage.unlinking.as<Unlinking::Removed>()->outcome.revocation, Revocation::NotTold);
    QVERIFY(!stage.deployment.linkTo(u"github"_s));
}

void UnlinkingTest::findsThatItWasGoneAlready_data()
{
    QTest::addColumn<int>("generation");
    QTest::newRow("404") << int(Generation::Gen26b);
    QTest::newRow("500 of an old server") << int(Generation::Gen24);
}

void UnlinkingTest::findsThatItWasGoneAlready()
{
    QFETCH(const int, generation);
    UnlinkStage stage(static_cast<Generation>(generation));
    QVERIFY(stage.deployment.unlink(u"github"_s));
    QSignalSpy listed(&stage.calls, &ListCalls::answered);
    QVERIFY(stage.confirm());
    QVERIFY(stage.unlinking.as<Unlinking::Removed>());
    QVERIFY(stage.unlinking.as<Unlinking::Removed>()->alreadyGone);
    QVERIFY(!stage.unlinking.as<Unlinking::Removed>()->answerLost);
    QCOMPARE(listed.size(), 1); // only after a look
}

void UnlinkingTest::isHonestAboutOrphans()
{
    GitLink orphan = linkTo(u"old-gitlab"_s);
    orphan.provider.reset();
    UnlinkStage stage(Generation::Gen26b, orphan);
    QVERIFY(stage.confirm());
    QVERIFY(stage.unlinking.as<Unlinking::Failed>());
    QCOMPARE(stage.unlinking.as<Unlinking::Failed>()->stillLinked, std::optional(true));
    QVERIFY(stage.unlinking.plan().orphan);
}

void UnlinkingTest::looksAgainAfterALostAnswer_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("takesEffect");
    using Kind = Misconduct::Kind;
    for (const bool takesEffect : {true, false}) {
        const char *end = takesEffect ? "gone" : "still there";
        QTest::addRow("dropped, %s", end) << int(Kind::Reset) << 0 << takesEffect;
        QTest::addRow("garbage, %s", end) << int(Kind::GarbageStatus) << 0 << takesEffect;
        QTest::addRow("a gateway's 502, %s", end) << int(Kind::Status) << 502 << takesEffect;
        QTest::addRow("a page, %s", end) << int(Kind::HtmlPage) << 0 << takesEffect;
    }
}

void UnlinkingTest::looksAgainAfterALostAnswer()
{
    QFETCH(const int, kind);
    QFETCH(const int, status);
    QFETCH(const bool, takesEffect);
    UnlinkStage stage;
    stage.deployment.misbehave(onDelete({.kind = static_cast<Misconduct::Kind>(kind),
                                         .takesEffect = takesEffect,
                                         .status = status}));
    QVERIFY(stage.confirm());
    QCOMPARE(stage.count("GET", "/external-auth"), 1);
    if (takesEffect) {
        QVERIFY(stage.unlinking.as<Unlinking::Removed>());
        QVERIFY(stage.unlinking.as<Unlinking::Removed>()->answerLost
                || stage.unlinking.as<Unlinking::Removed>()->alreadyGone);
    } else {
        QVERIFY(stage.unlinking.as<Unlinking::Failed>());
        QCOMPARE(stage.unlinking.as<Unlinking::Failed>()->stillLinked, std::optional(true));
    }
}

void UnlinkingTest::saysSoWhereTheListCannotBeReadEither()
{
    UnlinkStage stage;
    stage.deployment.misbehave(onDelete({.kind = Misconduct::Kind::Reset}));
    stage.deployment.misbehave(onList({.kind = Misconduct::Kind::Status, .status = 502}));
    QVERIFY(stage.confirm());
    QVERIFY(stage.unlinking.as<Unlinking::Failed>());
    QCOMPARE(stage.unlinking.as<Unlinking::Failed>()->stillLinked, std::optional<bool>());
    QCOMPARE(stage.unlinking.as<Unlinking::Failed>()->error.kind,
             ApiError::Kind::Offline); // the first trouble
}

void UnlinkingTest::stillLinkedWhereNothingWasSent()
{
    UnlinkStage stage;
    stage.deployment.goDown();
    QVERIFY(stage.confirm());
    QVERIFY(stage.unlinking.as<Unlinking::Failed>());
    QCOMPARE(stage.unlinking.as<Unlinking::Failed>()->stillLinked, std::optional(true));
}

void UnlinkingTest::stillLinkedWhenSignedOut()
{
    UnlinkStage stage;
    stage.rest.setToken(SessionToken::fromText(u"aaaaaaaaaa-bbbbbbbbbbbbbbbbbbbbbb"));
    QVERIFY(stage.confirm());
    QVERIFY(stage.unlinking.as<Unlinking::Failed>());
    QCOMPARE(stage.unlinking.as<Unlinking::Failed>()->stillLinked, std::optional(true));
    QCOMPARE(stage.count("GET", "/external-auth"), 0);
    QVERIFY(stage.deployment.linkTo(u"github"_s));
}

/// To a token that may not read links the list shows none: that is no proof of anything.
void UnlinkingTest::neverCallsALinkRemovedThatItMayNotSee()
{
    for (const TokenScope scope : {TokenScope::Narrow, TokenScope::ReadOnly}) {
        UnlinkStage stage;
        stage.useNewToken(scope);
        QSignalSpy listed(&stage.calls, &ListCalls::answered);
        QVERIFY(stage.confirm());
        QVERIFY(stage.unlinking.as<Unlinking::Failed>());
        QCOMPARE(stage.unlinking.as<Unlinking::Failed>()->stillLinked, std::optional(true));
        QVERIFY(stage.unlinking.as<Unlinking::Failed>()->error.verdicts.scopeTooNarrow);
        QVERIFY(stage.deployment.linkTo(u"github"_s));
        QCOMPARE(listed.size(), 0);
    }
}

void UnlinkingTest::canBeTriedAgain()
{
    UnlinkStage stage;
    stage.deployment.misbehave(onDelete(Misconduct::coderError(500, u"Internal error."_s), 1));
    QVERIFY(stage.confirm());
    QVERIFY(stage.unlinking.as<Unlinking::Failed>());
    QVERIFY(stage.confirm());
    QVERIFY(stage.unlinking.as<Unlinking::Removed>());
    QVERIFY(!stage.unlinking.as<Unlinking::Removed>()->alreadyGone);
}

void UnlinkingTest::staysRemovedWhereTheListFails()
{
    UnlinkStage stage;
    stage.deployment.misbehave(onList({.kind = Misconduct::Kind::Status, .status = 502}));
    QVERIFY(stage.confirm());
    QTRY_COMPARE(stage.count("GET", "/external-auth"), 1);
    QVERIFY(stage.unlinking.as<Unlinking::Removed>());
    QVERIFY(!stage.deployment.linkTo(u"github"_s));
    QCOMPARE(stage.deployment.requestsTo("DELETE", gitHubPath).size(), 1);
}

QTEST_GUILESS_MAIN(UnlinkingTest)
#include "tst_unlinking.moc"

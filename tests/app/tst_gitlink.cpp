// SPDX-License-Identifier: MIT
#include "links/gitlink.h"

#include "links/linkhealth.h"
#include "support/listingmaker.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// A link as the book folds it, with the health it would remember.
class Folded
{
public:
    explicit Folded(const QString &type = u"gitlab"_s) : m_provider(make::provider(u"git"_s, type))
    { }

    Folded &list(const StoredLink &stored) { return listed(&m_provider, &stored); }
    Folded &listUnlinked() { return listed(&m_provider, nullptr); }
    Folded &listOrphan(const StoredLink &stored) { return listed(nullptr, &stored); }
    Folded &byId(const Answer<LinkDetails> &answer)
    {
        wantsList = foldDetails(link, answer);
        link.lastKnown = health();
        return *this;
    }
    [[nodiscard]] LinkHealth health() const { return healthOf(link, make::noon()); }

    GitLink link{.key = {.account = AccountId(u"a"_s), .provider = ProviderId(u"git"_s)}};
    bool wantsList = false;

private:
    Folded &listed(const Provider *provider, const StoredLink *stored)
    {
        foldListing(link, provider, stored, make::noon());
        link.lastKnown = health();
        return *this;
    }

    Provider m_provider;
};

StoredLink good()
{
    return make::link(u"git"_s);
}

StoredLink renewable(StoredLink link)
{
    link.hasRefreshToken = true;
    link.expires = make::at(make::noon().addSecs(3600));
    return link;
}

/// What servers before v2.13 say of every link.
StoredLink untold()
{
    return make::brokenLink(u"git"_s);
}

StoredLink refused()
{
    return make::brokenLink(u"git"_s, u"token failed to validate"_s);
}

} // namespace

/// Which answer counts.
class GitLinkTest : public QObject
{
    Q_OBJECT

private slots:
    void takesTheNewestAnswer();
    void listThatCannotTellDoesNotConfirmANo();
    void listThatCannotTellDoesNotReplaceAYes();
    void listThatCannotTellShowsTheLastKnownHealth();
    void noByIdOnARenewableLinkChangesNothing();
    void noByIdOnARenewableLinkAsksForTheListOnce();
    void noByIdThatOutlivesAListThatCannotTellCounts();
    void noByIdOnARenewableLinkKeepsWhyItCouldNotBeRenewed();
    void noByIdReplacesThatNobodyCouldTell();
    void noByIdKeepsTheWordsThatExplainIt();
    void unreadableInstallationsLeaveTheListsWord_data();
    void unreadableInstallationsLeaveTheListsWord();
    void troubleByIdCounts();
    void lostAnswersChangeNothing_data();
    void lostAnswersChangeNothing();
    void nobodyNeverErasesALogin();
    void unlinkingForgetsWhoItWas();
    void relinkedAfterUnlinkingStartsFresh();
    void relinkedBetweenTwoListsStartsFresh();
    void freshLinkIsNotCalledBrokenByAnOldNo();
    void freshLinkKeepsWhatByIdSaidFirst();
    void yesByIdOnAnUnlinkedOneAsksForTheList();
    void troubleByIdOnAnUnlinkedOneTellsOfALink();
    void yesByIdPastTheEndForgetsTheEnd();
    void yesByIdAfterANoAsksForTheList();
    void forbiddenIsUnknownAndNeverUnlinked();
    void readableAgainByAYes();
    void orphanIsNotJudgedByWhatNobodyChecked();
    void missingProviderAsksForTheList();
    void groupsByType_data();
    void groupsByType();
    void isNamedByItsProviderOrItsId();
};

void GitLinkTest::takesTheNewestAnswer()
{
    Folded link;
    QCOMPARE(link.list(good()).health(), LinkHealth::Valid);
    QCOMPARE(link.byId(make::details(false)).health(), LinkHealth::NeedsReconnect);
    QCOMPARE(link.list(good()).health(), LinkHealth::Valid);
    QCOMPARE(link.list(refused()).health(), LinkHealth::NeedsReconnect);
    QCOMPARE(link.byId(make::details(true)).health(), LinkHealth::Valid);
}

void GitLinkTest::listThatCannotTellDoesNotConfirmANo()
{
    Folded link;
    link.list(untold()).byId(make::details(false));
    QCOMPARE(link.health(), LinkHealth::NeedsReconnect);
    QCOMPARE(link.list(untold()).health(), LinkHealth::NeedsReconnect);
    // … and for a renewable link it is no confirmation either.
    Folded renewing;
    renewing.list(renewable(untold())).byId(make::details(true));
    QCOMPARE(renewing.health(), LinkHealth::RenewsItself);
    renewing.byId(make::details(false)).list(renewable(untold()));
    QCOMPARE(renewing.health(), LinkHealth::RenewsItself);
}

void GitLinkTest::listThatCannotTellDoesNotReplaceAYes()
{
    Folded link;
    link.list(untold()).byId(make::details(true));
    QCOMPARE(link.list(untold()).health(), LinkHealth::Valid);
}

void GitLinkTest::listThatCannotTellShowsTheLastKnownHealth()
{
    Folded link;
    StoredLink past = renewable(untold());
    past.expires = make::at(make::noon().addSecs(-1));
    QCOMPARE(link.list(past).health(), LinkHealth::Expired);
    // Renewed since. That is no reason to call it broken: nobody has said so.
    QCOMPARE(link.list(renewable(untold())).health(), LinkHealth::Expired);
    QCOMPARE(link.byId(make::details(true)).health(), LinkHealth::RenewsItself);
}

void GitLinkTest::noByIdOnARenewableLinkChangesNothing()
{
    Folded link;
    link.list(renewable(good()));
    QCOMPARE(link.byId(make::details(false)).health(), LinkHealth::RenewsItself);
    StoredLink gone = renewable(refused());
    QCOMPARE(link.list(gone).health(), LinkHealth::NeedsReconnect);
}

void GitLinkTest::noByIdOnARenewableLinkAsksForTheListOnce()
{
    Folded link;
    link.list(renewable(good()));
    QVERIFY(link.byId(make::details(false)).wantsList);
    QVERIFY2(!link.byId(make::details(false)).wantsList, "the list is asked for already");
    link.list(renewable(good()));
    QVERIFY(link.byId(make::details(false)).wantsList);
}

void GitLinkTest::noByIdThatOutlivesAListThatCannotTellCounts()
{
    Folded link;
    link.list(renewable(untold()));
    QVERIFY(link.byId(make::details(false)).wantsList);
    QCOMPARE(link.byId(make::details(false)).health(), LinkHealth::Unknown); // no list since
    QCOMPARE(link.list(renewable(untold())).health(), LinkHealth::Unknown);
    QVERIFY(!link.byId(make::details(false)).wantsList);
    QCOMPARE(link.health(), LinkHealth::NeedsReconnect);
    QCOMPARE(link.byId(make::details(true)).health(), LinkHealth::RenewsItself);
}

void GitLinkTest::noByIdOnARenewableLinkKeepsWhyItCouldNotBeRenewed()
{
    Folded link;
    StoredLink down = make::brokenLink(
        u"git"_s, u"refresh token: oauth2: cannot fetch token: 503 Service Unavailable"_s);
    down.hasRefreshToken = true;
    link.list(down).byId(make::details(false));
    QCOMPARE(link.health(), LinkHealth::ProviderUnreachable);
}

void GitLinkTest::noByIdReplacesThatNobodyCouldTell()
{
    Folded link;
    link.list(good()).byId(make::couldNotCheck(u"status 429: body: slow"_s));
    QCOMPARE(link.health(), LinkHealth::RateLimited);
    link.byId(make::details(false));
    QCOMPARE(link.health(), LinkHealth::NeedsReconnect);
}

void GitLinkTest::noByIdKeepsTheWordsThatExplainIt()
{
    Folded link;
    link.list(make::brokenLink(u"git"_s, u"token expired, refreshing is either disabled"_s));
    link.byId(make::details(false));
    QCOMPARE(link.health(), LinkHealth::Expired);
    QCOMPARE(link.link.serverText.plain(), u"token expired, refreshing is either disabled"_s);
}

void GitLinkTest::unreadableInstallationsLeaveTheListsWord_data()
{
    QTest::addColumn<StoredLink>("stored");
    QTest::addColumn<int>("health");
    QTest::newRow("good") << good() << int(LinkHealth::Valid);
    QTest::newRow("refused") << refused() << int(LinkHealth::NeedsReconnect);
    QTest::newRow("untold") << untold() << int(LinkHealth::Unknown);
}

void GitLinkTest::unreadableInstallationsLeaveTheListsWord()
{
    QFETCH(const StoredLink, stored);
    QFETCH(const int, health);
    Folded link;
    link.list(stored).byId(
        make::couldNotCheck(u"invalid character '<' looking for beginning of value"_s));
    QCOMPARE(int(link.health()), health);
    QCOMPARE(link.link.couldNotCheck.plain(),
             u"invalid character '<' looking for beginning of value"_s);
    link.byId(make::details(true));
    QVERIFY2(link.link.couldNotCheck.isEmpty(), "it could be read now");
}

void GitLinkTest::troubleByIdCounts()
{
    Folded link;
    link.list(good()).byId(make::couldNotCheck(u"invalid character '<'"_s));
    link.byId(make::couldNotCheck(u"status 503: body: <html>"_s));
    QCOMPARE(link.health(), LinkHealth::ProviderUnreachable);
    QVERIFY(link.link.couldNotCheck.isEmpty());
    QCOMPARE(link.link.serverText.plain(), u"status 503: body: <html>"_s);
    QCOMPARE(link.list(good()).health(), LinkHealth::Valid);
    QVERIFY(link.link.serverText.isEmpty());
}

void GitLinkTest::lostAnswersChangeNothing_data()
{
    QTest::addColumn<ApiError>("error");
    using Kind = ApiError::Kind;
    QTest::newRow("offline") << make::error(Kind::Offline);
    QTest::newRow("time-out") << make::error(Kind::TimedOut);
    QTest::newRow("a gateway's 502") << make::error(Kind::ServerFault, 502);
    QTest::newRow("429") << make::error(Kind::Throttled, 429);
    QTest::newRow("401") << make::error(Kind::SignedOut, 401);
    QTest::newRow("403") << make::error(Kind::Forbidden, 403);
    QTest::newRow("a page") << make::error(Kind::NotCoder, 200);
    QTest::newRow("unreadable") << make::error(Kind::Unreadable, 200);
    QTest::newRow("redirect") << make::error(Kind::Redirected, 307);
}

void GitLinkTest::lostAnswersChangeNothing()
{
    QFETCH(const ApiError, error);
    for (const StoredLink &stored : {good(), refused(), untold(), renewable(good())}) {
        Folded link;
        link.list(stored);
        const LinkHealth before = link.health();
        link.byId(error);
        QCOMPARE(link.health(), before);
        QVERIFY(!link.wantsList);
    }
}

void GitLinkTest::nobodyNeverErasesALogin()
{
    Folded link(u"github"_s);
    link.list(good()).byId(make::details(true, make::user(u"ada"_s)));
    link.byId(make::details(true)); // a limited provider tells nobody (recordings/README, 4)
    link.list(good()).byId(make::details(false));
    QCOMPARE(link.link.user.value_or(LinkUser()).login.plain(), u"ada"_s);
    link.byId(make::details(true, make::user(u"grace"_s)));
    QCOMPARE(link.link.user.value_or(LinkUser()).login.plain(), u"grace"_s);
}

void GitLinkTest::unlinkingForgetsWhoItWas()
{
    Folded link(u"github"_s);
    link.list(good()).byId(make::details(true, make::user(u"ada"_s))).listUnlinked();
    QCOMPARE(link.health(), LinkHealth::NotLinked);
    QVERIFY(!link.link.user);
    QVERIFY(!link.link.details);
    QVERIFY(!link.link.isLinked());
}

void GitLinkTest::relinkedAfterUnlinkingStartsFresh()
{
    Folded link;
    link.list(untold()).byId(make::details(false));
    QCOMPARE(link.health(), LinkHealth::NeedsReconnect);
    link.listUnlinked().list(untold());
    QCOMPARE(link.health(), LinkHealth::Unknown);
    QVERIFY(!link.link.healthSince.isValid());
}

void GitLinkTest::relinkedBetweenTwoListsStartsFresh()
{
    Folded link(u"github"_s);
    link.list(untold()).byId(make::details(true, make::user(u"ada"_s))).list(untold());
    StoredLink another = untold();
    another.createdAt = make::at(make::noon().addSecs(-60));
    link.list(another);
    QCOMPARE(link.health(), LinkHealth::Unknown);
    QVERIFY2(!link.link.user, "nobody has said yet whose the new link is");
    // Renewing moves updated_at, and is no new link.
    Folded renewed(u"github"_s);
    renewed.list(good()).byId(make::details(true, make::user(u"ada"_s)));
    StoredLink later = good();
    later.updatedAt = make::at(make::noon());
    renewed.list(later);
    QVERIFY(renewed.link.user);
}

void GitLinkTest::freshLinkIsNotCalledBrokenByAnOldNo()
{
    Folded link;
    link.listUnlinked().byId(make::details(false));
    QCOMPARE(link.health(), LinkHealth::NotLinked);
    QCOMPARE(link.list(untold()).health(), LinkHealth::Unknown);
}

void GitLinkTest::freshLinkKeepsWhatByIdSaidFirst()
{
    Folded link(u"github"_s);
    link.listUnlinked().byId(make::details(true, make::user(u"ada"_s))).list(untold());
    QCOMPARE(link.health(), LinkHealth::Valid);
    QCOMPARE(link.link.user.value_or(LinkUser()).login.plain(), u"ada"_s);
}

void GitLinkTest::yesByIdOnAnUnlinkedOneAsksForTheList()
{
    Folded link;
    QVERIFY(!link.listUnlinked().byId(make::details(false)).wantsList);
    QVERIFY(link.byId(make::details(true)).wantsList);
    QCOMPARE(link.health(), LinkHealth::Valid);
    QVERIFY(link.link.isLinked());
    QVERIFY(!link.link.areTimesKnown());
    QVERIFY(link.byId(make::details(false)).wantsList); // gone again, or broken
    link.byId(make::details(true)).listUnlinked();
    QCOMPARE(link.health(), LinkHealth::NotLinked);
    QVERIFY(!link.link.isLinked());
}

/// Of what is not linked there is nothing to check.
void GitLinkTest::troubleByIdOnAnUnlinkedOneTellsOfALink()
{
    Folded link;
    link.listUnlinked().byId(make::couldNotCheck(u"status 503: body: x"_s));
    QVERIFY(link.wantsList);
    QCOMPARE(link.health(), LinkHealth::ProviderUnreachable);
    link.listUnlinked();
    QCOMPARE(link.health(), LinkHealth::NotLinked);
}

/// By id never says yes past the end.
void GitLinkTest::yesByIdPastTheEndForgetsTheEnd()
{
    StoredLink ended = refused();
    ended.expires = make::at(make::noon().addDays(-3));
    Folded link;
    link.list(ended);
    QCOMPARE(link.health(), LinkHealth::Expired);
    link.byId(make::details(false));
    QVERIFY(!forgetEndOfBefore(link.link, make::noon()));
    link.byId(make::details(true));
    QVERIFY(forgetEndOfBefore(link.link, make::noon()));
    QCOMPARE(link.health(), LinkHealth::Valid);
    QVERIFY(!link.link.areTimesKnown());
    QVERIFY(!forgetEndOfBefore(link.link, make::noon()));

    Folded renewing;
    renewing.list(renewable(good())).byId(make::details(true));
    QVERIFY(!forgetEndOfBefore(renewing.link, make::noon().addDays(1)));
}

void GitLinkTest::yesByIdAfterANoAsksForTheList()
{
    Folded link;
    QVERIFY(link.list(refused()).byId(make::details(true)).wantsList);
    QVERIFY(!link.byId(make::details(true)).wantsList);
}

void GitLinkTest::forbiddenIsUnknownAndNeverUnlinked()
{
    Folded link;
    link.list(good()).byId(make::couldNotCheck(u"unauthorized: rbac: forbidden"_s));
    QCOMPARE(link.health(), LinkHealth::Unknown);
    link.listUnlinked(); // to such a token no link is listed
    QCOMPARE(link.health(), LinkHealth::Unknown);
    QVERIFY(link.link.isLinked());
}

void GitLinkTest::readableAgainByAYes()
{
    Folded link;
    link.list(good()).byId(make::couldNotCheck(u"unauthorized: rbac: forbidden"_s));
    QCOMPARE(link.byId(make::details(true)).health(), LinkHealth::Valid);
}

void GitLinkTest::orphanIsNotJudgedByWhatNobodyChecked()
{
    Folded link;
    link.list(untold()).byId(make::details(true));
    QCOMPARE(link.listOrphan(untold()).health(), LinkHealth::Orphan);
    QCOMPARE(link.list(untold()).health(), LinkHealth::Valid); // configured again
    Folded always;
    QCOMPARE(always.listOrphan(untold()).health(), LinkHealth::Orphan);
    QCOMPARE(always.list(untold()).health(), LinkHealth::Unknown);
}

void GitLinkTest::missingProviderAsksForTheList()
{
    Folded link;
    QVERIFY(link.list(good()).byId(make::error(ApiError::Kind::NotFound, 404)).wantsList);
    QCOMPARE(link.health(), LinkHealth::Valid);
    QVERIFY(!link.listOrphan(untold()).byId(make::error(ApiError::Kind::NotFound, 404)).wantsList);
}

void GitLinkTest::groupsByType_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("isOther");
    for (const char *git : {"github", "GitLab", "bitbucket-cloud", "bitbucket-server",
                            "azure-devops", "azure-devops-entra", "gitea"})
        QTest::newRow(git) << QString::fromLatin1(git) << false;
    for (const char *other : {"slack", "jfrog", "linear", "", "githubx"})
        QTest::newRow(other) << QString::fromLatin1(other) << true;
}

void GitLinkTest::groupsByType()
{
    QFETCH(const QString, type);
    QFETCH(const bool, isOther);
    QCOMPARE(Folded(type).list(good()).link.isOtherService(), isOther);
}

void GitLinkTest::isNamedByItsProviderOrItsId()
{
    Folded link;
    link.list(good());
    link.link.provider->displayName = UntrustedText::name(u"My Git");
    QCOMPARE(link.link.name().plain(), u"My Git"_s);
    QCOMPARE(link.listOrphan(good()).link.name().plain(), u"git"_s);
}

QTEST_GUILESS_MAIN(GitLinkTest)
#include "tst_gitlink.moc"

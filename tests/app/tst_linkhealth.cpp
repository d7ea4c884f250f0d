// SPDX-License-Identifier: MIT
#include "links/linkhealth.h"

#include "links/linkbook.h"
#include "support/fakeclock.h"
#include "support/listingmaker.h"
#include "support/replay.h"

#include <QMap>
#include <QMetaEnum>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(GitLink)

namespace {

const QList<std::pair<LinkHealth, QString>> &names()
{
    static const QList<std::pair<LinkHealth, QString>> all{
        {LinkHealth::NeedsReconnect, u"NeedsReconnect"_s},
        {LinkHealth::Expired, u"Expired"_s},
        {LinkHealth::ExpiringSoon, u"ExpiringSoon"_s},
        {LinkHealth::AppNotInstalled, u"AppNotInstalled"_s},
        {LinkHealth::Valid, u"Valid"_s},
        {LinkHealth::RenewsItself, u"RenewsItself"_s},
        {LinkHealth::NotVerifiable, u"NotVerifiable"_s},
        {LinkHealth::ProviderUnreachable, u"ProviderUnreachable"_s},
        {LinkHealth::RateLimited, u"RateLimited"_s},
        {LinkHealth::NotLinked, u"NotLinked"_s},
        {LinkHealth::Orphan, u"Orphan"_s},
        {LinkHealth::Unknown, u"Unknown"_s},
    };
    return all;
}

QString nameOf(LinkHealth health)
{
    for (const auto &[value, name] : names()) {
        if (value == health)
            return name;
    }
    return {};
}

/// A GitHub link without an end that the list calls good; a row of the table changes it.
GitLink goodLink()
{
    return {.key = {.account = AccountId(u"a"_s), .provider = ProviderId(u"github"_s)},
            .provider = make::provider(u"github"_s, u"github"_s),
            .stored = make::link(u"github"_s),
            .authenticated = true};
}

template <typename Change>
GitLink good(Change change)
{
    GitLink link = goodLink();
    change(link);
    return link;
}

/// The list says no, with this text.
GitLink broken(const QString &text, const Moment &expires = make::never())
{
    GitLink link = goodLink();
    link.stored = make::brokenLink(u"github"_s, text);
    link.stored->expires = expires;
    link.authenticated = false;
    link.word = providerWordIn(text);
    link.serverText = UntrustedText::message(text);
    return link;
}

GitLink ending(const QDateTime &made, const QDateTime &end)
{
    return good([&](GitLink &link) {
        link.stored->updatedAt = make::at(made);
        link.stored->expires = make::at(end);
    });
}

/// What each answer of a server changes: `id=Health`, and `-id` where a link leaves the list. What
/// is not named stays as it was, so every answer decides about every link.
using Expectations = QMap<QString, QString>;

Expectations expectedOfModernServers()
{
    return {
        {u"list-nothing-linked"_s,
         u"azure=NotLinked dead=NotLinked gitea=NotLinked github=NotLinked "
         "github-web=NotLinked gitlab=NotLinked leaving=NotLinked "
         "linear=NotLinked norefresh=NotLinked slow=NotLinked"_s},
        {u"list-github-linked"_s, u"github=Valid"_s},
        {u"detail-github-install-none"_s, u"github=AppNotInstalled"_s},
        {u"detail-github-install-many"_s, u"github=Valid"_s},
        {u"detail-gitlab"_s, u"gitlab=Valid"_s},
        {u"list-mixed"_s,
         u"azure=NotVerifiable gitea=RenewsItself github-web=Valid gitlab=Valid "
         "leaving=Valid linear=Valid norefresh=Expired slow=Valid"_s},
        {u"list-github-validate-401"_s,
         u"github=NeedsReconnect github-web=NeedsReconnect leaving=NeedsReconnect"_s},
        {u"list-github-validate-429"_s,
         u"github=RateLimited github-web=RateLimited leaving=RateLimited"_s},
        {u"list-github-validate-503"_s,
         u"github=ProviderUnreachable github-web=ProviderUnreachable "
         "leaving=ProviderUnreachable"_s},
        {u"list-github-validate-badjson"_s, u"github=Valid github-web=Valid leaving=Valid"_s},
        {u"list-refresh-503"_s, u"gitea=ProviderUnreachable"_s},
        // The refusal of a renewal is told of a token past its end: line 7 comes before line 8.
        {u"list-refresh-bad_refresh_token"_s, u"gitea=Expired"_s},
        {u"list-orphan"_s, u"azure=NotLinked gitea=RenewsItself gitlab=NotLinked leaving=Orphan"_s},
        {u"list-default"_s,
         u"gitea=Orphan github=Orphan github-web=Orphan linear=Orphan "
         "norefresh=Orphan slow=Orphan -azure -dead -gitlab"_s},
    };
}

Expectations expectedOf(const QString &generation)
{
    Expectations expected = expectedOfModernServers();
    if (generation == u"gen25"_s)
        expected[u"list-orphan"_s]
            = u"azure=NotLinked gitea=RenewsItself gitlab=NotLinked -leaving"_s;
    if (generation == u"gen26b"_s) {
        // A limited provider counts as a good answer there (recordings/README, 4).
        expected[u"list-github-validate-403limited"_s]
            = u"github=Valid github-web=Valid leaving=Valid"_s;
        expected.remove(u"list-github-validate-429"_s);
        expected[u"list-provider-hangs"_s] = u"gitea=RenewsItself slow=ProviderUnreachable"_s;
        expected[u"list-orphan"_s]
            = u"azure=NotLinked gitlab=NotLinked leaving=Orphan slow=Valid"_s;
    }
    if (generation != u"gen24"_s)
        return expected;
    // Its list never says that a link is good; only by id does.
    return {
        {u"list-nothing-linked"_s, expected[u"list-nothing-linked"_s]},
        {u"list-github-linked"_s, u"github=Unknown"_s},
        {u"detail-github"_s, u"github=Valid"_s},
        {u"detail-github-install-none"_s, u"github=AppNotInstalled"_s},
        {u"detail-github-install-many"_s, u"github=Valid"_s},
        {u"detail-gitlab"_s, u"gitlab=Valid"_s},
        {u"list-mixed"_s,
         u"azure=Unknown gitea=Unknown github-web=Unknown gitlab=Valid leaving=Unknown "
         "linear=Unknown norefresh=Expired slow=Unknown"_s},
        {u"detail-gitea-refreshed"_s, u"gitea=RenewsItself"_s},
        {u"detail-azure"_s, u"azure=NotVerifiable"_s},
        {u"detail-linear"_s, u"linear=Valid"_s},
        {u"detail-github-web"_s, u"github-web=Valid"_s},
        {u"detail-github-validate-401"_s, u"github=NeedsReconnect"_s},
        {u"detail-github-validate-403limited"_s, u"github=RateLimited"_s},
        {u"detail-github-validate-503"_s, u"github=ProviderUnreachable"_s},
        {u"detail-github-validate-badjson"_s, u"github=Valid"_s},
        {u"list-refresh-503"_s, u"gitea=Expired"_s},
        {u"list-orphan"_s, u"azure=NotLinked github=Unknown gitlab=NotLinked -leaving"_s},
        {u"list-default"_s, expected[u"list-default"_s]},
    };
}

void apply(const QString &changes, QMap<QString, QString> &healths)
{
    const QStringList words = changes.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (word.startsWith(u'-'))
            healths.remove(word.mid(1));
        else
            healths[word.section(u'=', 0, 0)] = word.section(u'=', 1);
    }
}

/// Of each link for itself. That several which fail at one moment may be limited is told on top of
/// it: the recorded provider refuses all of its type.
QMap<QString, QString> healthsIn(const LinkBook &book)
{
    QMap<QString, QString> healths;
    for (const GitLink &link : book.links())
        healths[link.key.provider.toString()]
            = nameOf(healthOf(link, book.serverNow(link.key.account)));
    return healths;
}

} // namespace

/// The table of healthOf(), line by line and over everything real servers were heard to
/// say.
class LinkHealthTest : public QObject
{
    Q_OBJECT

private slots:
    void followsTheTable_data();
    void followsTheTable();
    void followsEveryRecordedAnswer_data();
    void followsEveryRecordedAnswer();
    void asksForAttentionOnlyWhereAPersonCanAct();
    void asksByIdOnlyWhereTheListCannotTell_data();
    void asksByIdOnlyWhereTheListCannotTell();
};

void LinkHealthTest::followsTheTable_data()
{
    QTest::addColumn<GitLink>("link");
    QTest::addColumn<QString>("health");
    const QDateTime now = make::noon();
    const auto past = make::at(now.addSecs(-1));

    QTest::newRow("1 no provider") << good([](GitLink &l) { l.provider.reset(); }) << u"Orphan"_s;
    QTest::newRow("1 before 2") << good([](GitLink &l) {
        l.provider.reset();
        l.mayRead = false;
    }) << u"Orphan"_s;
    QTest::newRow("2 may not read") << good([](GitLink &l) { l.mayRead = false; }) << u"Unknown"_s;
    QTest::newRow("2 may not read, none told") << good([](GitLink &l) {
        l.mayRead = false;
        l.stored.reset();
    }) << u"Unknown"_s;
    QTest::newRow("2 nothing learnt") << GitLink{} << u"Unknown"_s;
    QTest::newRow("2 an id that cannot be asked about")
        << good([](GitLink &l) { l.provider->hasUsableId = false; }) << u"Unknown"_s;
    QTest::newRow("3 no link") << good([](GitLink &l) {
        l.stored.reset();
        l.authenticated.reset();
    }) << u"NotLinked"_s;
    QTest::newRow("3 by id knows none either") << good([](GitLink &l) {
        l.stored.reset();
        l.authenticated = false;
    }) << u"NotLinked"_s;
    QTest::newRow("14 by id alone knows of it")
        << good([](GitLink &l) { l.stored.reset(); }) << u"Valid"_s;
    QTest::newRow("10 by id alone knows of it") << good([](GitLink &l) {
        l.stored.reset();
        l.provider->allowValidate = false;
    }) << u"NotVerifiable"_s;
    QTest::newRow("4 first list of an old server") << good([](GitLink &l) {
        l.stored = make::brokenLink(u"github"_s);
        l.authenticated.reset();
    }) << u"Unknown"_s;
    QTest::newRow("4 last known health") << good([](GitLink &l) {
        l.stored = make::brokenLink(u"github"_s);
        l.authenticated.reset();
        l.lastKnown = LinkHealth::Valid;
    }) << u"Valid"_s;
    QTest::newRow("5 status 429") << broken(u"validate external auth token: status 429: body: {}"_s)
                                  << u"RateLimited"_s;
    QTest::newRow("5 in words") << broken(u"status 403: body: API rate limit exceeded"_s)
                                << u"RateLimited"_s;
    QTest::newRow("5 before 7") << broken(
        u"refresh token: oauth2: cannot fetch token: 429 Too Many Requests"_s, past)
                                << u"RateLimited"_s;
    QTest::newRow("6 a 503") << broken(u"validate external auth token: status 503: body: x"_s)
                             << u"ProviderUnreachable"_s;
    QTest::newRow("6 refused connection") << broken(
        u"validate external auth token: Get \"https://x\": dial tcp 1.2.3.4:443: connect: connection refused"_s)
                                          << u"ProviderUnreachable"_s;
    QTest::newRow("6 time-out") << broken(
        u"validate external auth token: Get \"https://x\": context deadline exceeded"_s)
                                << u"ProviderUnreachable"_s;
    QTest::newRow("6 before 7") << broken(
        u"refresh token: oauth2: cannot fetch token: 503 Service Unavailable"_s, past)
                                << u"ProviderUnreachable"_s;
    QTest::newRow("7 past its end, no text") << broken({}, past) << u"Expired"_s;
    QTest::newRow("7 the text says so") << broken(
        u"token expired, refreshing is either disabled or refreshing failed and will not be retried"_s)
                                        << u"Expired"_s;
    QTest::newRow("7 the text with a duration") << broken(
        u"token expired and refreshing failed 3 hours ago with: oauth2: \"invalid_grant\""_s)
                                                << u"Expired"_s;
    QTest::newRow("7 before 8") << broken(u"token failed to validate"_s, past) << u"Expired"_s;
    QTest::newRow("7 before 9") << broken(u"something new"_s, past) << u"Expired"_s;
    QTest::newRow("7 at its very end") << broken({}, make::at(now)) << u"Expired"_s;
    QTest::newRow("8 refused") << broken(u"token failed to validate"_s) << u"NeedsReconnect"_s;
    QTest::newRow("8 renewal refused")
        << broken(u"refresh token: oauth2: \"bad_refresh_token\" \"…\""_s) << u"NeedsReconnect"_s;
    QTest::newRow("8 by id said no") << broken({}) << u"NeedsReconnect"_s;
    QTest::newRow("9 another text") << broken(u"something new"_s) << u"Unknown"_s;
    QTest::newRow("10 cannot be checked")
        << good([](GitLink &l) { l.provider->allowValidate = false; }) << u"NotVerifiable"_s;
    QTest::newRow("10 before 13") << good([&](GitLink &l) {
        l.provider->allowValidate = false;
        l.stored->expires = make::at(now.addSecs(60));
    }) << u"NotVerifiable"_s;

    const auto withApp = [](bool installable, int installations, const QString &type) {
        return good([&](GitLink &l) {
            l.provider->type = type;
            l.details = make::details(true);
            l.details->appInstallable = installable;
            for (int i = 0; i < installations; ++i)
                l.details->installations.append(Installation{.id = i});
        });
    };
    QTest::newRow("11 nowhere installed") << withApp(true, 0, u"github"_s) << u"AppNotInstalled"_s;
    QTest::newRow("11 installed") << withApp(true, 1, u"github"_s) << u"Valid"_s;
    QTest::newRow("11 not installable") << withApp(false, 0, u"github"_s) << u"Valid"_s;
    QTest::newRow("11 the type exactly") << withApp(true, 0, u"GitHub"_s) << u"Valid"_s;
    QTest::newRow("11 another type") << withApp(true, 0, u"gitlab"_s) << u"Valid"_s;
    QTest::newRow("11 details of a no") << good([](GitLink &l) {
        l.details = make::details(false);
        l.details->appInstallable = true;
    }) << u"Valid"_s;

    const auto renewing = [&](bool hasToken, bool allowed) {
        return good([&](GitLink &l) {
            l.stored->expires = make::at(now.addSecs(60));
            l.stored->hasRefreshToken = hasToken;
            l.provider->allowRefresh = allowed;
        });
    };
    QTest::newRow("12 renews itself") << renewing(true, true) << u"RenewsItself"_s;
    QTest::newRow("12 not without a token") << renewing(false, true) << u"ExpiringSoon"_s;
    QTest::newRow("12 not where it is switched off") << renewing(true, false) << u"ExpiringSoon"_s;
    QTest::newRow("12 not without an end")
        << good([](GitLink &l) { l.stored->hasRefreshToken = true; }) << u"Valid"_s;
    QTest::newRow("13 within 72 hours")
        << ending(now.addDays(-60), now.addSecs(72 * 3600)) << u"ExpiringSoon"_s;
    QTest::newRow("13 a second more")
        << ending(now.addDays(-60), now.addSecs(72 * 3600 + 1)) << u"Valid"_s;
    QTest::newRow("13 within a tenth of its life")
        << ending(now.addSecs(-9 * 3600), now.addSecs(3600)) << u"ExpiringSoon"_s;
    QTest::newRow("13 not yet within a tenth")
        << ending(now.addSecs(-8 * 3600), now.addSecs(3600)) << u"Valid"_s;
    QTest::newRow("13 at its end, before anybody has asked")
        << ending(now.addDays(-60), now) << u"Expired"_s;
    QTest::newRow("13 of unknown life") << good([&](GitLink &l) {
        l.stored->updatedAt = {};
        l.stored->expires = make::at(now.addDays(2));
    }) << u"ExpiringSoon"_s;
    QTest::newRow("14 valid") << goodLink() << u"Valid"_s;
    QTest::newRow("14 with an end that cannot be read")
        << good([](GitLink &l) { l.stored->expires = {}; }) << u"Valid"_s;
}

void LinkHealthTest::followsTheTable()
{
    QFETCH(const GitLink, link);
    QFETCH(const QString, health);
    QCOMPARE(nameOf(healthOf(link, make::noon())), health);
}

void LinkHealthTest::followsEveryRecordedAnswer_data()
{
    QTest::addColumn<QString>("generation");
    for (const char *generation : {"gen24", "gen25", "gen26a", "gen26b"})
        QTest::newRow(generation) << QString::fromLatin1(generation);
}

/// In the order in which they were recorded, each by way of our own client into one book.
void LinkHealthTest::followsEveryRecordedAnswer()
{
    QFETCH(const QString, generation);
    const AccountId account(u"a"_s);
    Expectations expected = expectedOf(generation);
    Replay replay;
    FakeClock clock;
    LinkBook book(clock);
    QMap<QString, QString> healths;
    int answers = 0;

    const QList<RecordedAnswer> recorded = recordedAnswers(generation);
    for (const RecordedAnswer &answer : recorded) {
        const bool isList = answer.name.startsWith(u"list-"_s);
        if (answer.status == 0 || (!isList && !answer.name.startsWith(u"detail-"_s)))
            continue; // the list of old servers hangs with a provider, and no answer says nothing
        ++answers;
        clock.setWall(answer.saidAt);
        if (isList) {
            const Answer<Listing> listing = replay.list(answer);
            QVERIFY2(listing, qPrintable(answer.name));
            book.applyListing(account, *listing);
        } else {
            book.applyDetails({.account = account, .provider = answer.provider()},
                              replay.details(answer));
        }
        apply(expected.take(answer.name), healths);
        const QMap<QString, QString> now = healthsIn(book);
        for (auto health = healths.cbegin(); health != healths.cend(); ++health) {
            QVERIFY2(now.value(health.key()) == health.value(),
                     qPrintable(u"%1: %2 is %3 instead of %4"_s.arg(
                         answer.name, health.key(), now.value(health.key()), health.value())));
        }
        QVERIFY2(now.size() == healths.size(), qPrintable(answer.name));
    }
    QVERIFY2(expected.isEmpty(),
             qPrintable(u"never recorded: "_s
                        + QStringList(expected.keyBegin(), expected.keyEnd()).join(u' ')));
    QVERIFY2(answers >= 44, "fewer answers than were recorded");
}

void LinkHealthTest::asksForAttentionOnlyWhereAPersonCanAct()
{
    const QList<LinkHealth> urgent{LinkHealth::NeedsReconnect, LinkHealth::Expired,
                                   LinkHealth::ExpiringSoon, LinkHealth::AppNotInstalled};
    QCOMPARE(names().size(), 12);
    for (const auto &[health, name] : names())
        QVERIFY2(needsAttention(health) == urgent.contains(health), qPrintable(name));
}

void LinkHealthTest::asksByIdOnlyWhereTheListCannotTell_data()
{
    QTest::addColumn<GitLink>("link");
    QTest::addColumn<bool>("asks");

    QTest::newRow("no without a word") << broken({}) << true;
    QTest::newRow("no with a word") << broken(u"token failed to validate"_s) << false;
    QTest::newRow("past its end") << broken({}, make::at(make::noon().addSecs(-1))) << false;
    QTest::newRow("yes") << goodLink() << false;
    QTest::newRow("not linked") << good([](GitLink &l) { l.stored.reset(); }) << false;
    QTest::newRow("orphan") << good([](GitLink &l) {
        l.stored = make::brokenLink(u"github"_s);
        l.provider.reset();
    }) << false;
}

void LinkHealthTest::asksByIdOnlyWhereTheListCannotTell()
{
    QFETCH(const GitLink, link);
    QFETCH(const bool, asks);
    QCOMPARE(asksById(link, make::noon()), asks);
}

QTEST_GUILESS_MAIN(LinkHealthTest)
#include "tst_linkhealth.moc"

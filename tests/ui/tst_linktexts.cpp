// SPDX-License-Identifier: MIT
#include "linktexts.h"

#include "admintexts.h"
#include "datetexts.h"
#include "desktop/traycontent.h"
#include "ui/linkworld.h"
#include "widgets/textrun.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString host = u"coder.example.com"_s;

Today british()
{
    return {.now = make::noon(), .locale = QLocale(QLocale::English, QLocale::UnitedKingdom)};
}

QString plain(const TextRuns &runs)
{
    return plainTextOf(runs);
}

QString bare(const QString &text)
{
    return plainTextOf({{.text = text}});
}

} // namespace

/// The words for links and times.
class TestLinkTexts : public QObject
{
    Q_OBJECT

public:
    static void initMain() { qputenv("TZ", "UTC"); }

private slots:
    void everyHealthHasItsWord_data();
    void everyHealthHasItsWord();
    void everySentenceIsWholeAndItsOwn();
    void waitingIsAdvisedWhereTheProviderIsInTrouble();
    void theNextStepIsSaidWhereThereIsOne();
    void whatOnlyAListTellsIsNotKnownYet();
    void rowTimesSayWhatMatters_data();
    void rowTimesSayWhatMatters();
    void beginningsAreToldWhereTheyWereSeen_data();
    void beginningsAreToldWhereTheyWereSeen();
    void timesAreToldInWords_data();
    void timesAreToldInWords();
    void datesFollowTheLanguage();
    void appPageNamesItsHost();
    void appWithoutPageSendsToTheAdmin();
    void oldStatesAreToldAsPast();
    void secondLinesSayWhoOrSinceWhenOrHow();
    void expiryIsExact();
    void expiryIsToldByOurClock();
    void namesCannotTurnTheSentence();
    void serverWordsAreQuoted();
    void adminTextsNameDeploymentAndProvider();
};

void TestLinkTexts::everyHealthHasItsWord_data()
{
    QTest::addColumn<LinkHealth>("health");
    QTest::addColumn<QString>("word");
    const QStringList words{u"Reconnect needed"_s,
                            u"Expired"_s,
                            u"Expires soon"_s,
                            u"App not installed"_s,
                            u"Valid"_s,
                            u"Renews itself"_s,
                            u"Not verifiable"_s,
                            u"Provider unreachable"_s,
                            u"Rate limited"_s,
                            u"Not linked"_s,
                            u"Provider removed"_s,
                            u"Unknown"_s};
    for (size_t at = 0; at < LinkWorld::healths.size(); ++at) {
        const QString word = words.at(static_cast<qsizetype>(at));
        QTest::newRow(qPrintable(word)) << LinkWorld::healths.at(at) << word;
    }
}

void TestLinkTexts::everyHealthHasItsWord()
{
    QFETCH(LinkHealth, health);
    QFETCH(QString, word);
    QCOMPARE(LinkTexts::word(health), word);
    QVERIFY(!LinkTexts::pastWord(health).isEmpty());
    QVERIFY(LinkTexts::pastWord(health) != word);
}

void TestLinkTexts::everySentenceIsWholeAndItsOwn()
{
    QSet<QString> sentences;
    for (const LinkHealth health : LinkWorld::healths) {
        LinkWorld world;
        world.addAdaWith(health);
        const GitLink &link = world.book.links().front();
        QCOMPARE(world.book.health(link), health);
        const QString sentence = plain(LinkTexts::sentence(link, health, host, british()));
        QVERIFY2(sentence.endsWith(u'.') && sentence.front().isUpper(), qPrintable(sentence));
        QVERIFY2(!sentence.contains(u'!') && !sentence.contains(u'%'), qPrintable(sentence));
        const TextRuns state = LinkTexts::state(link, health, host, british());
        QVERIFY(plain(state).startsWith(LinkTexts::word(health) + u". "_s));
        QVERIFY(!sentences.contains(sentence));
        sentences.insert(sentence);
    }
    QCOMPARE(sentences.size(), qsizetype(LinkWorld::healths.size()));
}

void TestLinkTexts::waitingIsAdvisedWhereTheProviderIsInTrouble()
{
    for (const LinkHealth health : {LinkHealth::ProviderUnreachable, LinkHealth::RateLimited}) {
        LinkWorld world;
        world.addAdaWith(health);
        const QString sentence
            = plain(LinkTexts::sentence(world.book.links().front(), health, host, british()));
        QVERIFY2(sentence.contains(u"wait, do not unlink"_s), qPrintable(sentence));
    }
    LinkWorld world;
    world.addAdaWith(LinkHealth::Valid);
    world.book.applyListing(LinkWorld::ada(),
                            LinkWorld::listingFor(LinkHealth::ProviderUnreachable));
    Today later = british();
    later.now = later.now.addSecs(20 * 60);
    QCOMPARE(
        plain(LinkTexts::sentence(world.book.links().front(), LinkHealth::ProviderUnreachable, host,
                                  later)),
        u"Coder has not reached GitHub for 20 minutes. The link may be fine: wait, do not unlink."_s);
}

void TestLinkTexts::theNextStepIsSaidWhereThereIsOne()
{
    const auto says = [](LinkHealth health) {
        LinkWorld world;
        world.addAdaWith(health);
        return plain(LinkTexts::sentence(world.book.links().front(), health, host, british()));
    };
    QCOMPARE(says(LinkHealth::NeedsReconnect),
             u"GitHub no longer accepts this link. Clones and pushes fail until you reconnect."_s);
    QCOMPARE(says(LinkHealth::ExpiringSoon),
             u"It ends 24 November 2026 at 12:00 and does not renew itself. "
             "Reconnect before then."_s);
    QCOMPARE(says(LinkHealth::RenewsItself),
             u"Coder renews this link in time, next before 17:00 today. Nothing to do."_s);
    QCOMPARE(says(LinkHealth::NotLinked), u"Link it to clone and push from your workspaces."_s);
}

/// By id says that it is linked, and the list that would tell more is lost.
void TestLinkTexts::whatOnlyAListTellsIsNotKnownYet()
{
    LinkWorld world;
    world.addAdaWith(LinkHealth::NotLinked);
    world.book.applyDetails(LinkWorld::key(u"github"_s), make::details(true));
    const GitLink &link = world.book.links().front();
    const LinkHealth health = world.book.health(link);
    QCOMPARE(health, LinkHealth::Valid);
    QCOMPARE(plain(LinkTexts::sentence(link, health, host, british())),
             u"Git in your workspaces can use it. When it ends is not known yet."_s);
    QCOMPARE(LinkTexts::expires(link, british()), u"not known yet"_s);
    QCOMPARE(LinkTexts::whoOrSince(link, british()), u"linked"_s);
    QCOMPARE(LinkTexts::rowTime(link, health, british()), QString());
}

void TestLinkTexts::rowTimesSayWhatMatters_data()
{
    QTest::addColumn<LinkHealth>("health");
    QTest::addColumn<QString>("time");
    QTest::newRow("nobody saw it break") << LinkHealth::NeedsReconnect << QString();
    QTest::newRow("ended") << LinkHealth::Expired << u"3 days ago"_s;
    QTest::newRow("ends") << LinkHealth::ExpiringSoon << u"in 2 days"_s;
    QTest::newRow("who has no app") << LinkHealth::AppNotInstalled << u"as @ada"_s;
    QTest::newRow("has no end") << LinkHealth::Valid << u"does not expire"_s;
    QTest::newRow("renews by") << LinkHealth::RenewsItself << u"in 5 hours"_s;
    QTest::newRow("nobody can tell, no end") << LinkHealth::NotVerifiable << u"does not expire"_s;
    QTest::newRow("nobody saw it go") << LinkHealth::ProviderUnreachable << QString();
    QTest::newRow("no promise when to retry") << LinkHealth::RateLimited << QString();
    QTest::newRow("nothing to tell") << LinkHealth::NotLinked << QString();
    QTest::newRow("honest") << LinkHealth::Orphan << u"cannot be unlinked"_s;
    QTest::newRow("words behind Details") << LinkHealth::Unknown << u"see the details"_s;
}

void TestLinkTexts::rowTimesSayWhatMatters()
{
    QFETCH(LinkHealth, health);
    QFETCH(QString, time);
    LinkWorld world;
    world.addAdaWith(health);
    QCOMPARE(bare(LinkTexts::rowTime(world.book.links().front(), health, british())), time);
}

void TestLinkTexts::beginningsAreToldWhereTheyWereSeen_data()
{
    QTest::addColumn<LinkHealth>("health");
    QTest::addColumn<QString>("time");
    QTest::newRow("broken") << LinkHealth::NeedsReconnect << u"since today"_s;
    QTest::newRow("unreachable") << LinkHealth::ProviderUnreachable << u"for 20 min"_s;
    QTest::newRow("limited") << LinkHealth::RateLimited << u"for 20 min"_s;
}

void TestLinkTexts::beginningsAreToldWhereTheyWereSeen()
{
    QFETCH(LinkHealth, health);
    QFETCH(QString, time);
    LinkWorld world;
    world.addAdaWith(LinkHealth::Valid);
    world.book.applyListing(LinkWorld::ada(), LinkWorld::listingFor(health));
    Today later = british();
    later.now = later.now.addSecs(20 * 60);
    QCOMPARE(LinkTexts::rowTime(world.book.links().front(), health, later), time);
}

void TestLinkTexts::timesAreToldInWords_data()
{
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("expected");
    const Today today = british();
    const auto past = [&](qint64 seconds) { return today.now.addSecs(-seconds); };
    const auto next = [&](qint64 seconds) { return today.now.addSecs(seconds); };
    QTest::newRow("seconds ago") << DateTexts::ago(past(59), today) << u"just now"_s;
    QTest::newRow("one minute ago") << DateTexts::ago(past(60), today) << u"1 minute ago"_s;
    QTest::newRow("minutes ago") << DateTexts::ago(past(179), today) << u"2 minutes ago"_s;
    QTest::newRow("one hour ago") << DateTexts::ago(past(3600), today) << u"1 hour ago"_s;
    QTest::newRow("hours ago") << DateTexts::ago(past(7200), today) << u"2 hours ago"_s;
    QTest::newRow("a day ago") << DateTexts::ago(past(86400), today) << u"1 day ago"_s;
    QTest::newRow("days ago") << DateTexts::ago(past(3 * 86400), today) << u"3 days ago"_s;
    QTest::newRow("long ago") << DateTexts::ago(past(100 * 86400), today) << u"14 August 2026"_s;
    QTest::newRow("a clock ahead of ours") << DateTexts::ago(next(300), today) << u"just now"_s;
    QTest::newRow("over") << DateTexts::ahead(past(1), today) << u"now"_s;
    QTest::newRow("in seconds") << DateTexts::ahead(next(30), today) << u"in less than a minute"_s;
    QTest::newRow("in minutes") << DateTexts::ahead(next(12 * 60), today) << u"in 12 min"_s;
    QTest::newRow("in hours, to the nearest")
        << DateTexts::ahead(next(17880), today) << u"in 5 hours"_s;
    QTest::newRow("in days") << DateTexts::ahead(next(47 * 3600), today) << u"in 2 days"_s;
    QTest::newRow("far away") << DateTexts::ahead(next(101 * 86400), today) << u"3 March 2027"_s;
    QTest::newRow("since today") << DateTexts::since(past(3600), today) << u"since today"_s;
    QTest::newRow("since yesterday")
        << DateTexts::since(past(13 * 3600), today) << u"since yesterday"_s;
    QTest::newRow("since a date") << DateTexts::since(past(10 * 86400), today)
                                  << u"since 12 November 2026"_s;
    QTest::newRow("lasting") << DateTexts::lasting(past(20 * 60), today) << u"for 20 min"_s;
    QTest::newRow("lasting an hour") << DateTexts::lasting(past(3600), today) << u"for 1 hour"_s;
    QTest::newRow("lasting days") << DateTexts::lasting(past(2 * 86400), today) << u"for 2 days"_s;
    QTest::newRow("today") << DateTexts::day(next(3600), today) << u"today at 13:00"_s;
    QTest::newRow("tomorrow") << DateTexts::day(next(86400), today) << u"tomorrow at 12:00"_s;
    QTest::newRow("yesterday") << DateTexts::day(past(86400), today) << u"yesterday at 12:00"_s;
    QTest::newRow("this week") << DateTexts::day(next(3 * 86400), today)
                               << u"25 November 2026 at 12:00"_s;
    QTest::newRow("later") << DateTexts::day(next(30 * 86400), today) << u"22 December 2026"_s;
}

void TestLinkTexts::timesAreToldInWords()
{
    QFETCH(QString, told);
    QFETCH(QString, expected);
    QCOMPARE(told, expected);
}

void TestLinkTexts::datesFollowTheLanguage()
{
    Today today = british();
    QCOMPARE(DateTexts::date(today.now, today), u"22 November 2026"_s);
    today.locale = QLocale(QLocale::English, QLocale::UnitedStates);
    QCOMPARE(DateTexts::date(today.now, today), u"November 22, 2026"_s);
    today.locale = QLocale(QLocale::German, QLocale::Germany);
    QCOMPARE(DateTexts::date(today.now, today), u"22. November 2026"_s);
    QCOMPARE(DateTexts::time(today.now, today), u"12:00"_s);
}

void TestLinkTexts::appPageNamesItsHost()
{
    LinkWorld world;
    world.addAdaWith(LinkHealth::AppNotInstalled);
    const TextRuns runs = LinkTexts::sentence(world.book.links().front(),
                                              LinkHealth::AppNotInstalled, host, british());
    QVERIFY(std::any_of(runs.begin(), runs.end(), [](const TextRun &run) {
        return run.strong && run.text == "git.example"_L1;
    }));
}

void TestLinkTexts::appWithoutPageSendsToTheAdmin()
{
    LinkWorld world;
    world.addAdaWith(LinkHealth::AppNotInstalled);
    GitLink link = world.book.links().front();
    link.details->appInstall = {};
    const auto says = [&] {
        return plain(LinkTexts::sentence(link, LinkHealth::AppNotInstalled, host, british()));
    };
    const QString without = says();
    QVERIFY2(without.contains(u"admin"_s), qPrintable(without));
    link.details->appInstall = LinkWorld::page(u"ftp://git.example/"_s);
    QVERIFY2(says().contains(u"cannot be opened"_s) && says() != without, qPrintable(says()));
}

void TestLinkTexts::oldStatesAreToldAsPast()
{
    const TextRuns runs
        = LinkTexts::lastState(LinkHealth::RenewsItself, make::noon().addSecs(-7200), british());
    QCOMPARE(plain(runs), u"Renewed itself when last seen, 2 hours ago."_s);
}

void TestLinkTexts::secondLinesSayWhoOrSinceWhenOrHow()
{
    LinkWorld world;
    world.addAdaWith(LinkHealth::AppNotInstalled);
    GitLink link = world.book.links().front();
    QCOMPARE(bare(LinkTexts::whoOrSince(link, british())), u"as @ada"_s);
    link.user.reset();
    QCOMPARE(LinkTexts::whoOrSince(link, british()), u"linked 23 October 2026"_s);
    link.details.reset(); // nobody asked
    QCOMPARE(LinkTexts::linkedAs(link), u"not known yet"_s);
    link.details = make::details(true);
    QCOMPARE(LinkTexts::linkedAs(link), u"Coder does not tell the account for this provider"_s);
    link.stored.reset();
    QCOMPARE(LinkTexts::whoOrSince(link, british()), u"linked"_s);
    link.authenticated = false;
    QCOMPARE(LinkTexts::whoOrSince(link, british()), u"links by device code"_s);
    link.provider->device = false;
    QCOMPARE(LinkTexts::whoOrSince(link, british()), u"links in the browser"_s);
}

void TestLinkTexts::expiryIsExact()
{
    LinkWorld renewing;
    renewing.addAdaWith(LinkHealth::RenewsItself);
    QCOMPARE(LinkTexts::expires(renewing.book.links().front(), british()),
             u"today at 17:00, renews itself before that"_s);
    LinkWorld ending;
    ending.addAdaWith(LinkHealth::ExpiringSoon);
    QCOMPARE(LinkTexts::expires(ending.book.links().front(), british()),
             u"24 November 2026 at 12:00, does not renew itself"_s);
    GitLink untold = ending.book.links().front();
    untold.stored->expires = {};
    QCOMPARE(LinkTexts::expires(untold, british()), u"Coder does not tell"_s);
}

void TestLinkTexts::expiryIsToldByOurClock()
{
    LinkWorld world;
    world.book.setServerAhead(LinkWorld::ada(), 24h);
    world.addAdaWith(LinkHealth::ExpiringSoon); // in two days by our clock, were it the server's
    const GitLink &link = world.model.link(0);
    QCOMPARE(LinkTexts::rowTime(link, LinkHealth::ExpiringSoon, british()), u"in 24 hours"_s);
    QCOMPARE(LinkTexts::expires(link, british()), u"tomorrow at 12:00, does not renew itself"_s);
    const TextRuns runs = LinkTexts::sentence(link, LinkHealth::ExpiringSoon, host, british());
    QCOMPARE(plain(runs),
             u"It ends tomorrow at 12:00 and does not renew itself. Reconnect before then."_s);
    QCOMPARE(TrayContent::itemsOf(world.model).constFirst().expires, make::noon().addDays(1));
    world.book.setServerAhead(LinkWorld::ada(), 0h); // somebody has set the clock right
    QCOMPARE(LinkTexts::rowTime(link, LinkHealth::ExpiringSoon, british()), u"in 2 days"_s);
}

void TestLinkTexts::namesCannotTurnTheSentence()
{
    LinkWorld world;
    world.addAda();
    const Listing listing = LinkWorld::listingFor(LinkHealth::NeedsReconnect, u"evil"_s,
                                                  u"\u202eeliv\u2066E %1 %2"_s);
    world.book.applyListing(LinkWorld::ada(), listing);
    const TextRuns runs = LinkTexts::sentence(world.book.links().front(),
                                              LinkHealth::NeedsReconnect, host, british());
    QString all;
    for (const TextRun &run : runs)
        all += run.text;
    QVERIFY(!all.contains(u'\u202e') && !all.contains(u'\u2066'));
    QVERIFY(all.contains(u"\u2068elivE %1 %2\u2069 no longer accepts"_s));
}

void TestLinkTexts::serverWordsAreQuoted()
{
    LinkWorld world;
    world.addAdaWith(LinkHealth::NeedsReconnect);
    GitLink link = world.book.links().front();
    QCOMPARE(bare(LinkTexts::serverWords(link).join(u'\n')),
             u"Coder said: “token failed to validate”"_s);
    link.couldNotCheck = UntrustedText::message(u"unexpected EOF");
    QCOMPARE(LinkTexts::serverWords(link).size(), 2);
    link.couldNotCheck = {};
    link.serverText = {};
    QVERIFY(LinkTexts::serverWords(link).isEmpty());
}

void TestLinkTexts::adminTextsNameDeploymentAndProvider()
{
    LinkWorld world;
    world.addAdaWith(LinkHealth::Orphan);
    const QString text = AdminTexts::providerRemoved(world.book.links().front(), host);
    QVERIFY(text.contains(host) && text.contains(u"“github”"_s));
    QVERIFY(AdminTexts::noProvider(host).contains(host));
    QVERIFY(AdminTexts::noProvider(host).contains(u"CODER_EXTERNAL_AUTH_0_*"_s));
}

QTEST_GUILESS_MAIN(TestLinkTexts)
#include "tst_linktexts.moc"

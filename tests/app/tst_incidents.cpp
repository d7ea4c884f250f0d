// SPDX-License-Identifier: MIT
#include "links/incidents.h"

#include "links/linkbook.h"
#include "support/fakeclock.h"
#include "support/listingmaker.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString notValidated = u"token failed to validate"_s;

struct Turn {
    QString id{};
    QString type = u"github"_s;
    QString text = notValidated;
    bool worked = true;           ///< before
    std::chrono::seconds later{}; ///< than the first
    AccountId account{u"ada"_s};
};

using Turns = QList<Turn>;

} // namespace

Q_DECLARE_METATYPE(Turns)

/// What looks like a revoked link may be a limit: told by the shape of what happens.
class IncidentsTest : public QObject
{
    Q_OBJECT

private slots:
    void severalAtOnceMayBeALimit_data();
    void severalAtOnceMayBeALimit();
    void aLimitIsOneWhateverWasSaidFirst_data();
    void aLimitIsOneWhateverWasSaidFirst();
    void aLimitIsOverAfterAnHour();
    void aLinkThatWorksAgainIsNotLimited();
    void whatNeedsAPersonIsAnIncident_data();
    void whatNeedsAPersonIsAnIncident();
};

void IncidentsTest::severalAtOnceMayBeALimit_data()
{
    QTest::addColumn<Turns>("turns");
    QTest::addColumn<QStringList>("limited");

    QTest::newRow("none") << Turns() << QStringList();
    QTest::newRow("one alone") << Turns{{.id = u"a"_s}} << QStringList();
    QTest::newRow("two") << Turns{{.id = u"a"_s}, {.id = u"b"_s}} << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("two, written differently")
        << Turns{{.id = u"a"_s, .type = u"GitHub"_s}, {.id = u"b"_s}}
        << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("of two types") << Turns{{.id = u"a"_s}, {.id = u"b"_s, .type = u"gitlab"_s}}
                                  << QStringList();
    QTest::newRow("of no type") << Turns{{.id = u"a"_s, .type = {}}, {.id = u"b"_s, .type = {}}}
                                << QStringList();
    QTest::newRow("two of three") << Turns{{.id = u"a"_s},
                                           {.id = u"b"_s, .type = u"gitea"_s},
                                           {.id = u"c"_s}}
                                  << QStringList{u"a"_s, u"c"_s};
    QTest::newRow("of two accounts")
        << Turns{{.id = u"a"_s}, {.id = u"b"_s, .later = 40s, .account = AccountId(u"grace"_s)}}
        << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("one after the other")
        << Turns{{.id = u"a"_s}, {.id = u"b"_s, .later = 20min}} << QStringList();
    QTest::newRow("one never worked")
        << Turns{{.id = u"a"_s}, {.id = u"b"_s, .worked = false}} << QStringList();
    QTest::newRow("renewals refused")
        << Turns{{.id = u"a"_s, .text = u"refresh token: oauth2: \"bad_refresh_token\" \"x\""_s},
                 {.id = u"b"_s, .text = u"refresh token: oauth2: \"bad_refresh_token\" \"x\""_s}}
        << QStringList();
    QTest::newRow("one expired") << Turns{{.id = u"a"_s},
                                          {.id = u"b"_s, .text = u"token expired"_s}}
                                 << QStringList();
    QTest::newRow("said to be limited") // and so told as such
        << Turns{{.id = u"a"_s, .text = u"validate external auth token: status 429: x"_s},
                 {.id = u"b"_s, .text = u"validate external auth token: status 429: x"_s}}
        << QStringList();
    QTest::newRow("not said why") // by servers before v2.13
        << Turns{{.id = u"a"_s, .text = {}}, {.id = u"b"_s, .text = {}}} << QStringList();
}

void IncidentsTest::severalAtOnceMayBeALimit()
{
    QFETCH(const Turns, turns);
    QFETCH(const QStringList, limited);
    FakeClock clock;
    clock.setWall(make::noon());
    LinkBook book(clock);
    QHash<AccountId, Listing> now;
    const auto listAll = [&] {
        for (auto listing = now.cbegin(); listing != now.cend(); ++listing)
            book.applyListing(listing.key(), listing.value());
    };
    for (const Turn &turn : turns) {
        now[turn.account].providers.append(make::provider(turn.id, turn.type));
        now[turn.account].links.append(turn.worked ? make::link(turn.id)
                                                   : make::brokenLink(turn.id, turn.text));
    }
    listAll();
    clock.advance(20min);
    std::chrono::seconds passed{};
    for (const Turn &turn : turns) {
        if (turn.later > passed) {
            listAll();
            clock.advance(turn.later - passed);
            passed = turn.later;
        }
        for (StoredLink &link : now[turn.account].links) {
            if (link.provider.toString() == turn.id)
                link = make::brokenLink(turn.id, turn.text);
        }
    }
    listAll();
    QStringList found;
    const QSet<LinkKey> doubtful = perhapsLimited(book.links(), clock.wall());
    for (const LinkKey &key : doubtful)
        found.append(key.provider.toString());
    found.sort();
    QCOMPARE(found, limited);
    for (const GitLink &link : book.links())
        QCOMPARE(isPerhapsLimited(link, book.links(), clock.wall()), doubtful.contains(link.key));
}

void IncidentsTest::aLimitIsOneWhateverWasSaidFirst_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<bool>("isLimit");
    const QString limited = u"validate external auth token: status 429: x"_s;
    QTest::newRow("that they are limited") << limited << true;
    QTest::newRow("nothing of use")
        << u"validate external auth token: Get \"https://x\": EOF"_s << true;
    QTest::newRow("another text") << u"persist refreshed token: pq: x"_s << true;
    QTest::newRow("that they have ended") << u"token expired"_s << false;
}

void IncidentsTest::aLimitIsOneWhateverWasSaidFirst()
{
    QFETCH(const QString, first);
    QFETCH(const bool, isLimit);
    FakeClock clock;
    LinkBook book(clock);
    const AccountId ada(u"ada"_s);
    const QList<Provider> providers{make::provider(u"a"_s), make::provider(u"b"_s)};
    const auto list = [&](const QString &text) {
        book.applyListing(
            ada,
            make::listing(providers,
                          {make::brokenLink(u"a"_s, text), make::brokenLink(u"b"_s, text)}));
        clock.advance(10min);
    };
    book.applyListing(ada, make::listing(providers, {make::link(u"a"_s), make::link(u"b"_s)}));
    list(first);
    list(first);
    list(notValidated);
    QCOMPARE(perhapsLimited(book.links(), clock.wall()).size(), isLimit ? 2 : 0);
    QCOMPARE(book.attentionCount(), isLimit ? 0 : 2);
}

void IncidentsTest::aLimitIsOverAfterAnHour()
{
    FakeClock clock;
    LinkBook book(clock);
    const AccountId ada(u"ada"_s);
    const QList<Provider> providers{make::provider(u"a"_s), make::provider(u"b"_s)};
    book.applyListing(ada, make::listing(providers, {make::link(u"a"_s), make::link(u"b"_s)}));
    const Listing refused = make::listing(
        providers,
        {make::brokenLink(u"a"_s, notValidated), make::brokenLink(u"b"_s, notValidated)});
    book.applyListing(ada, refused);
    clock.advance(70min);
    book.applyListing(ada, refused); // said again, it is still the same moment
    QCOMPARE(perhapsLimited(book.links(), clock.wall()).size(), 2);
    clock.advance(6min);
    QVERIFY(perhapsLimited(book.links(), clock.wall()).isEmpty());
}

void IncidentsTest::aLinkThatWorksAgainIsNotLimited()
{
    FakeClock clock;
    LinkBook book(clock);
    const AccountId ada(u"ada"_s);
    const QList<Provider> providers{make::provider(u"a"_s), make::provider(u"b"_s)};
    book.applyListing(ada, make::listing(providers, {make::link(u"a"_s), make::link(u"b"_s)}));
    book.applyListing(ada,
                      make::listing(providers,
                                    {make::brokenLink(u"a"_s, notValidated),
                                     make::brokenLink(u"b"_s, notValidated)}));
    book.applyListing(
        ada,
        make::listing(providers, {make::brokenLink(u"a"_s, notValidated), make::link(u"b"_s)}));
    QVERIFY2(perhapsLimited(book.links(), clock.wall()).isEmpty(),
             "the limit is over, so the other one is broken");
}

void IncidentsTest::whatNeedsAPersonIsAnIncident_data()
{
    QTest::addColumn<LinkHealth>("health");
    QTest::addColumn<QString>("kind");
    QTest::newRow("reconnect") << LinkHealth::NeedsReconnect << u"broken"_s;
    QTest::newRow("expired") << LinkHealth::Expired << u"broken"_s;
    QTest::newRow("soon") << LinkHealth::ExpiringSoon << u"ending"_s;
    for (const LinkHealth health :
         {LinkHealth::AppNotInstalled, LinkHealth::Valid, LinkHealth::RenewsItself,
          LinkHealth::NotVerifiable, LinkHealth::ProviderUnreachable, LinkHealth::RateLimited,
          LinkHealth::NotLinked, LinkHealth::Orphan, LinkHealth::Unknown})
        QTest::addRow("none %d", static_cast<int>(health)) << health << QString();
}

void IncidentsTest::whatNeedsAPersonIsAnIncident()
{
    QFETCH(const LinkHealth, health);
    QFETCH(const QString, kind);
    const auto incident = incidentOf(health);
    QCOMPARE(incident.has_value(), !kind.isEmpty());
    if (incident)
        QCOMPARE(*incident == Incident::Kind::Broken ? u"broken"_s : u"ending"_s, kind);
}

QTEST_GUILESS_MAIN(IncidentsTest)
#include "tst_incidents.moc"

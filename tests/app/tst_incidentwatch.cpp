// SPDX-License-Identifier: MIT
#include "links/incidentwatch.h"

#include "links/linkbook.h"
#include "support/fakeclock.h"
#include "support/listingmaker.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString notValidated = u"token failed to validate"_s;
const QString refused = u"refresh token: oauth2: \"bad_refresh_token\" \"x\""_s;

const AccountId &ada()
{
    static const AccountId id(u"ada"_s);
    return id;
}

/// Providers called as given, with these links.
Listing listOf(const QList<StoredLink> &links)
{
    Listing listing{.links = links};
    for (const StoredLink &link : links)
        listing.providers.append(make::provider(link.provider.toString()));
    return listing;
}

StoredLink ending(const QString &id, const QDateTime &end)
{
    StoredLink link = make::link(id);
    link.expires = make::at(end);
    return link;
}

/// A book, who watches it, and what is heard.
struct Stage {
    Stage() { clock.setWall(make::noon()); }
    void watch() { watcher = std::make_unique<IncidentWatch>(book, clock); }
    /// What was told by now, as "broken a, ending b" a telling.
    [[nodiscard]] QStringList told()
    {
        clock.advance(10s);
        QStringList all;
        for (const QList<Incident> &incidents : std::as_const(heard)) {
            QStringList one;
            for (const Incident &incident : incidents) {
                one.append((incident.kind == Incident::Kind::Broken ? u"broken "_s : u"ending "_s)
                           + incident.link.provider.toString());
            }
            all.append(one.join(u", "_s));
        }
        heard.clear();
        return all;
    }
    void listen()
    {
        QObject::connect(watcher.get(), &IncidentWatch::found, watcher.get(),
                         [this](const QList<Incident> &incidents) { heard.append(incidents); });
    }

    FakeClock clock;
    LinkBook book{clock};
    std::unique_ptr<IncidentWatch> watcher;
    QList<QList<Incident>> heard;
};

struct Watched : Stage {
    explicit Watched(const Listing &before)
    {
        watch();
        listen();
        book.applyListing(ada(), before);
    }
};

} // namespace

/// A person hears of a broken link once, and of nothing that is none of theirs.
class IncidentWatchTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsKnownAtFirstIsNoNews();
    void whatAnEarlierRunKnewIsNoNews();
    void whatHappenedBetweenRunsIsNews();
    void aLinkThatBreaksIsToldOnce();
    void aRepairedLinkMayBreakAgain();
    void anEndIsToldBeforeItComesAndWhenItHasCome();
    void severalAreToldTogether();
    void somebodyElsesTroubleIsNoNews();
    void aPossibleLimitIsNotToldUntilItHasLasted();
    void whatIsOverWithinMomentsIsNotTold();
    void anAccountAddedLaterTellsNothing();
    void whatOnlyByIdTellsIsNoNewsAtFirst();
    void aRemovedAccountTakesItsNewsAlong();
    void nothingWaitsWhereNothingHappened();
};

void IncidentWatchTest::whatIsKnownAtFirstIsNoNews()
{
    Watched stage(listOf({make::brokenLink(u"a"_s, refused), make::link(u"b"_s)}));
    QCOMPARE(stage.told(), QStringList());
    stage.book.applyListing(ada(), listOf({make::brokenLink(u"a"_s, refused), make::link(u"b"_s)}));
    QCOMPARE(stage.told(), QStringList());
}

void IncidentWatchTest::whatAnEarlierRunKnewIsNoNews()
{
    FakeClock clock;
    LinkBook before(clock);
    before.applyListing(ada(), listOf({make::brokenLink(u"a"_s, refused)}));
    const AccountLinks kept = before.knownOf(ada());

    Stage stage;
    stage.clock.advance(1h);
    stage.book.recall(ada(), kept);
    stage.watch();
    stage.listen();
    stage.book.applyListing(ada(), listOf({make::brokenLink(u"a"_s, refused)}));
    stage.book.applyListing(ada(), listOf({make::brokenLink(u"a"_s, refused)}));
    QCOMPARE(stage.told(), QStringList());
}

void IncidentWatchTest::whatHappenedBetweenRunsIsNews()
{
    Stage earlier;
    earlier.book.applyListing(ada(), listOf({make::link(u"a"_s), make::link(u"b"_s)}));
    const AccountLinks kept = earlier.book.knownOf(ada());

    Stage stage;
    stage.clock.advance(24h);
    stage.book.recall(ada(), kept);
    stage.watch();
    stage.listen();
    QCOMPARE(stage.told(), QStringList());
    stage.book.applyListing(ada(), listOf({make::brokenLink(u"a"_s, refused), make::link(u"b"_s)}));
    QCOMPARE(stage.told(), QStringList{u"broken a"_s});
}

void IncidentWatchTest::aLinkThatBreaksIsToldOnce()
{
    Watched stage(listOf({make::link(u"a"_s)}));
    for (int time = 0; time < 5; ++time) {
        stage.book.applyListing(ada(), listOf({make::brokenLink(u"a"_s, refused)}));
        QCOMPARE(stage.told(), time == 0 ? QStringList{u"broken a"_s} : QStringList());
        stage.book.reconsider();
        stage.clock.advance(20min);
    }
    // The words change, the incident does not.
    stage.book.applyListing(ada(), listOf({make::brokenLink(u"a"_s, u"token expired"_s)}));
    QCOMPARE(stage.told(), QStringList());
}

void IncidentWatchTest::aRepairedLinkMayBreakAgain()
{
    Watched stage(listOf({make::link(u"a"_s)}));
    stage.book.applyListing(ada(), listOf({make::brokenLink(u"a"_s, refused)}));
    QCOMPARE(stage.told(), QStringList{u"broken a"_s});
    stage.book.applyListing(ada(), listOf({make::link(u"a"_s)}));
    stage.book.applyListing(ada(), listOf({make::brokenLink(u"a"_s, refused)}));
    QCOMPARE(stage.told(), QStringList{u"broken a"_s});
}

void IncidentWatchTest::anEndIsToldBeforeItComesAndWhenItHasCome()
{
    StoredLink link = ending(u"a"_s, make::noon().addDays(5));
    Watched stage(listOf({link}));
    QCOMPARE(stage.told(), QStringList());
    stage.clock.advance(60h);
    stage.book.reconsider(); // nobody asked, time has passed
    QCOMPARE(stage.told(), QStringList{u"ending a"_s});
    stage.book.applyListing(ada(), listOf({link}));
    QCOMPARE(stage.told(), QStringList());
    stage.clock.advance(72h);
    stage.book.reconsider();
    QCOMPARE(stage.told(), QStringList{u"broken a"_s});
    link.authenticated = false;
    link.word = ProviderWord::TokenExpired;
    stage.book.applyListing(ada(), listOf({link}));
    QCOMPARE(stage.told(), QStringList());
}

void IncidentWatchTest::severalAreToldTogether()
{
    const AccountId grace(u"grace"_s);
    Watched stage(listOf({make::link(u"a"_s), make::link(u"b"_s)}));
    stage.book.applyListing(grace, listOf({make::link(u"c"_s)}));
    QCOMPARE(stage.told(), QStringList());
    stage.book.applyListing(
        ada(),
        listOf({ending(u"a"_s, make::noon().addSecs(3600)), make::brokenLink(u"b"_s, refused)}));
    stage.clock.advance(3s);
    stage.book.applyListing(grace, listOf({make::brokenLink(u"c"_s, refused)}));
    QCOMPARE(stage.told(), QStringList{u"broken b, broken c, ending a"_s});
}

void IncidentWatchTest::somebodyElsesTroubleIsNoNews()
{
    Watched stage(listOf({make::link(u"a"_s), make::link(u"b"_s), make::link(u"c"_s)}));
    stage.book.applyListing(
        ada(),
        listOf({make::brokenLink(u"a"_s, u"validate external auth token: status 429: x"_s),
                make::brokenLink(u"b"_s, u"validate external auth token: status 503: x"_s),
                make::brokenLink(u"c"_s, u"something new"_s)}));
    QCOMPARE(stage.told(), QStringList());
    // And what was told stays told across it.
    stage.book.applyListing(ada(), listOf({make::brokenLink(u"a"_s, refused)}));
    QCOMPARE(stage.told(), QStringList{u"broken a"_s});
    stage.book.applyListing(ada(), listOf({make::brokenLink(u"a"_s, u"status 503"_s)}));
    stage.book.applyListing(ada(), listOf({make::brokenLink(u"a"_s, refused)}));
    QCOMPARE(stage.told(), QStringList());
}

void IncidentWatchTest::aPossibleLimitIsNotToldUntilItHasLasted()
{
    Watched stage(listOf({make::link(u"a"_s), make::link(u"b"_s)}));
    const Listing limited
        = listOf({make::brokenLink(u"a"_s, notValidated), make::brokenLink(u"b"_s, notValidated)});
    for (int time = 0; time < 3; ++time) {
        stage.book.applyListing(ada(), limited);
        QCOMPARE(stage.told(), QStringList());
        stage.clock.advance(20min);
    }
    stage.clock.advance(20min);
    stage.book.applyListing(ada(), limited);
    QCOMPARE(stage.told(), QStringList{u"broken a, broken b"_s});
}

void IncidentWatchTest::whatIsOverWithinMomentsIsNotTold()
{
    Watched stage(listOf({make::link(u"a"_s)}));
    stage.book.applyListing(ada(), listOf({make::brokenLink(u"a"_s, refused)}));
    stage.clock.advance(2s);
    stage.book.applyListing(ada(), listOf({make::link(u"a"_s)}));
    QCOMPARE(stage.told(), QStringList());
}

void IncidentWatchTest::anAccountAddedLaterTellsNothing()
{
    const AccountId grace(u"grace"_s);
    Watched stage(listOf({make::link(u"a"_s)}));
    stage.book.addAccount(grace);
    stage.book.applyListing(ada(), listOf({make::link(u"a"_s)}));
    stage.book.applyListing(grace, listOf({make::brokenLink(u"b"_s, refused)}));
    QCOMPARE(stage.told(), QStringList());
}

/// The lists of servers before v2.13 do not tell whether a link works.
void IncidentWatchTest::whatOnlyByIdTellsIsNoNewsAtFirst()
{
    const Listing silent = listOf({make::brokenLink(u"a"_s)});
    Watched stage(silent);
    stage.clock.advance(1s);
    const LinkKey key{.account = ada(), .provider = ProviderId(u"a"_s)};
    stage.book.applyDetails(key, make::details(false));
    QCOMPARE(stage.book.health(*stage.book.find(key)), LinkHealth::NeedsReconnect);
    QCOMPARE(stage.told(), QStringList());
    stage.book.applyDetails(key, make::details(true));
    stage.book.applyListing(ada(), silent);
    stage.book.applyDetails(key, make::details(false)); // by now it has changed
    QCOMPARE(stage.told(), QStringList{u"broken a"_s});
}

void IncidentWatchTest::aRemovedAccountTakesItsNewsAlong()
{
    Watched stage(listOf({make::link(u"a"_s)}));
    stage.book.applyListing(ada(), listOf({make::brokenLink(u"a"_s, refused)}));
    stage.book.removeAccount(ada());
    QCOMPARE(stage.told(), QStringList());
    stage.book.applyListing(ada(), listOf({make::brokenLink(u"a"_s, refused)})); // added again
    QCOMPARE(stage.told(), QStringList());
}

void IncidentWatchTest::nothingWaitsWhereNothingHappened()
{
    Watched stage(listOf({make::link(u"a"_s), make::brokenLink(u"b"_s, refused)}));
    stage.book.reconsider();
    QCOMPARE(stage.clock.untilNextTimer(), -1ms);
}

QTEST_GUILESS_MAIN(IncidentWatchTest)
#include "tst_incidentwatch.moc"

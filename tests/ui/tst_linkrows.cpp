// SPDX-License-Identifier: MIT
#include "window/linkrows.h"

#include "desktop/traycontent.h"
#include "ui/linkworld.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

Q_DECLARE_METATYPE(AccountStatus)

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The whole list as a screen reader tells it.
QStringList told(const LinkRows &rows)
{
    QStringList lines;
    for (int row = 0; row < rows.rowCount(); ++row)
        lines.append(rows.index(row).data(Qt::AccessibleTextRole).toString());
    return lines;
}

/// Every signal by which a model says that something differs.
struct Spies {
    explicit Spies(LinkRows &rows)
        : changed(&rows, &LinkRows::dataChanged), inserted(&rows, &LinkRows::rowsInserted),
          removed(&rows, &LinkRows::rowsRemoved), moved(&rows, &LinkRows::rowsMoved),
          reset(&rows, &LinkRows::modelReset), layout(&rows, &LinkRows::layoutChanged)
    { }
    [[nodiscard]] qsizetype structural() const
    {
        return inserted.size() + removed.size() + moved.size() + reset.size() + layout.size();
    }
    QSignalSpy changed;
    QSignalSpy inserted;
    QSignalSpy removed;
    QSignalSpy moved;
    QSignalSpy reset;
    QSignalSpy layout;
};

struct ListedWorld : LinkWorld {
    ListedWorld()
    {
        addAda();
        addGrace();
        book.applyListing(ada(), adas());
        book.applyListing(grace(), graces());
        rows.setAccounts(accounts);
    }
    static Listing adas()
    {
        Listing listing = listingFor(LinkHealth::NeedsReconnect, u"gitlab"_s, u"GitLab"_s);
        const Listing hub = listingFor(LinkHealth::RenewsItself);
        listing.providers += hub.providers;
        listing.links += hub.links;
        listing.providers += named(u"slack"_s, u"slack"_s, u"Slack"_s);
        return listing;
    }
    static Listing graces()
    {
        Listing listing = listingFor(LinkHealth::ExpiringSoon, u"gitea"_s, u"Gitea"_s);
        const Listing valid = listingFor(LinkHealth::Valid, u"codeberg"_s, u"Codeberg"_s);
        listing.providers += valid.providers;
        listing.links += valid.links;
        return listing;
    }

    LinkRows rows{model, clock};
    QAbstractItemModelTester tester{&rows, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

/// The list of links as people read it.
class TestLinkRows : public QObject
{
    Q_OBJECT

public:
    static void initMain() { qputenv("TZ", "UTC"); }

private slots:
    void linksStandOnceInTheirGroups();
    void rowsHoldTheirWords();
    void attentionAndServicesNameTheAccount();
    void unchangedRefreshTellsNothing();
    void tellsOnlyTheRowThatChanged();
    void tellsNothingThatNoRowShows();
    void aLinkMovesToItsNewGroup();
    void aPossibleLimitNeedsNobody();
    void linksComeAndGo();
    void filtersByProviderLoginAccountAndState_data();
    void filtersByProviderLoginAccountAndState();
    void aFilterIsToldAsOneNewLayout();
    void everyLetterTypedFindsWhatTheWordFinds_data();
    void everyLetterTypedFindsWhatTheWordFinds();
    void whatChangesBehindAFilterIsNewsAfterIt();
    void linksThatMoveTogetherAreToldAsOne();
    void manyThatMoveAreToldAsOneNewLayout();
    void foldedGroupsKeepTheirHeader();
    void troubleStandsInTheHeader_data();
    void troubleStandsInTheHeader();
    void accountWithoutProvidersHasAHeader();
    void onlyWordsThatTimeChangedAreTold();
    void checkingStandsInPlaceOfTheTime();
    void headersCannotBeSelected();
    void hostileNamesStayPlain();
};

void TestLinkRows::linksStandOnceInTheirGroups()
{
    const ListedWorld world;
    QCOMPARE(
        told(world.rows),
        (QStringList{
            u"Needs attention, 2"_s, u"GitLab, ada on coder.example.com, Reconnect needed"_s,
            u"Gitea, grace on coder.git.example, Expires soon"_s, u"ada on coder.example.com, 1"_s,
            u"GitHub, ada on coder.example.com, Renews itself"_s,
            u"grace on coder.git.example, 1"_s, u"Codeberg, grace on coder.git.example, Valid"_s,
            u"Other services, 1"_s, u"Slack, ada on coder.example.com, Not linked"_s}));
}

void TestLinkRows::rowsHoldTheirWords()
{
    const ListedWorld world;
    const QModelIndex hub = world.rows.indexOf(LinkWorld::key(u"github"_s));
    QCOMPARE(hub.data().toString(), u"GitHub"_s);
    QCOMPARE(hub.data(LinkRows::EndRole).toString(), u"Renews itself"_s);
    QCOMPARE(hub.data(LinkRows::TimeRole).toString(), u"in 5 hours"_s);
    QVERIFY(hub.data(LinkRows::SecondRole).toString().startsWith(u"linked "_s));
    QCOMPARE(hub.data(LinkRows::HealthRole).toInt(), int(LinkHealth::RenewsItself));
    QCOMPARE(hub.data(LinkRows::MarkRole).value<ProviderMark>().iconName, u"mark/github"_s);
    QCOMPARE(world.rows.index(0).data().toString(), u"Needs attention"_s);
    QCOMPARE(world.rows.index(0).data(LinkRows::EndRole).toString(), u"2"_s);
}

void TestLinkRows::attentionAndServicesNameTheAccount()
{
    const ListedWorld world;
    for (const QString &id : {u"gitlab"_s, u"slack"_s}) {
        const QModelIndex index = world.rows.indexOf(LinkWorld::key(id));
        QVERIFY(index.data(LinkRows::SecondIsAccountRole).toBool());
        QVERIFY(index.data(LinkRows::SecondRole).toString().contains(u"coder.example.com"_s));
    }
    QVERIFY(!world.rows.indexOf(LinkWorld::key(u"github"_s))
                 .data(LinkRows::SecondIsAccountRole)
                 .toBool());
}

void TestLinkRows::unchangedRefreshTellsNothing()
{
    ListedWorld world;
    told(world.rows);
    const Spies spies(world.rows);
    world.clock.advance(2s);
    world.book.applyListing(LinkWorld::ada(), ListedWorld::adas());
    world.rows.setAccounts(world.accounts);
    world.rows.refreshTimes();
    QCOMPARE(spies.structural(), 0);
    QCOMPARE(spies.changed.size(), 0);
}

void TestLinkRows::tellsOnlyTheRowThatChanged()
{
    ListedWorld world;
    told(world.rows);
    const Spies spies(world.rows);
    Listing changed = ListedWorld::graces();
    changed.links.last().expires = make::at(make::noon().addDays(100));
    world.book.applyListing(LinkWorld::grace(), changed);
    QCOMPARE(spies.structural(), 0);
    QCOMPARE(spies.changed.size(), 1);
    const QModelIndex told = spies.changed.first().first().toModelIndex();
    QCOMPARE(world.rows.keyOf(told), LinkWorld::key(u"codeberg"_s, LinkWorld::grace()));
    QCOMPARE(told.data(LinkRows::TimeRole).toString(),
             u"expires "_s + DateTexts::date(make::noon().addDays(100), {.now = make::noon()}));
}

void TestLinkRows::tellsNothingThatNoRowShows()
{
    ListedWorld world;
    told(world.rows);
    const Spies spies(world.rows);
    const LinkKey key = LinkWorld::key(u"codeberg"_s, LinkWorld::grace());
    world.book.applyDetails(key, make::couldNotCheck(u"unexpected end of JSON input"_s));
    QVERIFY(!world.book.find(key)->couldNotCheck.isEmpty());
    QCOMPARE(spies.structural(), 0);
    QCOMPARE(spies.changed.size(), 0);
}

void TestLinkRows::aLinkMovesToItsNewGroup()
{
    ListedWorld world;
    const QPersistentModelIndex lab(world.rows.indexOf(LinkWorld::key(u"gitlab"_s)));
    const Spies spies(world.rows);
    Listing mended = ListedWorld::adas();
    mended.links.first() = make::link(u"gitlab"_s);
    world.book.applyListing(LinkWorld::ada(), mended);
    QVERIFY(lab.isValid());
    QCOMPARE(world.rows.keyOf(lab), LinkWorld::key(u"gitlab"_s));
    QCOMPARE(lab.data(Qt::AccessibleTextRole).toString(),
             u"GitLab, ada on coder.example.com, Valid"_s);
    QCOMPARE(world.rows.index(0).data(Qt::AccessibleTextRole).toString(), u"Needs attention, 1"_s);
    QCOMPARE(spies.moved.size() + spies.inserted.size() + spies.removed.size(), spies.moved.size());
    QVERIFY(!spies.moved.isEmpty());
}

void TestLinkRows::aPossibleLimitNeedsNobody()
{
    LinkWorld world;
    world.addAda();
    world.addGrace();
    const auto list = [&](LinkHealth health) {
        for (const AccountId &account : {LinkWorld::ada(), LinkWorld::grace()}) {
            world.book.applyListing(account, LinkWorld::listingFor(health));
            world.clock.advance(30s);
        }
    };
    list(LinkHealth::Valid);
    LinkRows rows{world.model, world.clock};
    rows.setAccounts(world.accounts);
    list(LinkHealth::NeedsReconnect); // hers looked revoked until the other failed, too
    QCOMPARE(told(rows),
             (QStringList{u"ada on coder.example.com, 1"_s,
                          u"GitHub, ada on coder.example.com, Perhaps rate limited"_s,
                          u"grace on coder.git.example, 1"_s,
                          u"GitHub, grace on coder.git.example, Perhaps rate limited"_s}));
    QCOMPARE(world.book.attentionCount(), 0);
    QVERIFY(TrayContent::itemsOf(world.model).isEmpty());

    world.book.applyDetails(LinkWorld::key(u"github"_s), make::details(true)); // so it is alone
    QCOMPARE(world.book.attentionCount(), 1);
    QCOMPARE(told(rows).constFirst(), u"Needs attention, 1"_s);
    list(LinkHealth::Valid);
    list(LinkHealth::NeedsReconnect);
    world.clock.advance(2h); // no limit lasts so long
    world.book.reconsider();
    QCOMPARE(world.book.attentionCount(), 2);
    QCOMPARE(TrayContent::itemsOf(world.model).size(), 2);
    QCOMPARE(told(rows).constFirst(), u"Needs attention, 2"_s);
}

void TestLinkRows::linksComeAndGo()
{
    ListedWorld world;
    const QPersistentModelIndex hub(world.rows.indexOf(LinkWorld::key(u"github"_s)));
    Listing less = ListedWorld::adas();
    less.providers.removeFirst();
    less.links.removeFirst();
    world.book.applyListing(LinkWorld::ada(), less);
    QVERIFY(!world.rows.indexOf(LinkWorld::key(u"gitlab"_s)).isValid());
    world.book.applyListing(LinkWorld::ada(), ListedWorld::adas());
    QVERIFY(world.rows.indexOf(LinkWorld::key(u"gitlab"_s)).isValid());
    QCOMPARE(world.rows.keyOf(hub), LinkWorld::key(u"github"_s));
    world.book.removeAccount(LinkWorld::ada());
    world.book.removeAccount(LinkWorld::grace());
    world.rows.setAccounts({});
    QCOMPARE(world.rows.rowCount(), 0);
}

void TestLinkRows::filtersByProviderLoginAccountAndState_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("providers");
    QTest::newRow("provider") << u"lab"_s << QStringList{u"gitlab"_s};
    QTest::newRow("case does not matter") << u"GITEA"_s << QStringList{u"gitea"_s};
    QTest::newRow("login") << u"octo"_s << QStringList{u"github"_s};
    QTest::newRow("account") << u"grace"_s << QStringList{u"gitea"_s, u"codeberg"_s};
    QTest::newRow("host") << u"coder.git"_s << QStringList{u"gitea"_s, u"codeberg"_s};
    QTest::newRow("state") << u"renews"_s << QStringList{u"github"_s};
    QTest::newRow("every word counts") << u"grace valid"_s << QStringList{u"codeberg"_s};
    QTest::newRow("nothing") << u"bitbukcet"_s << QStringList{};
}

void TestLinkRows::filtersByProviderLoginAccountAndState()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, providers);
    ListedWorld world;
    world.book.applyDetails(LinkWorld::key(u"github"_s),
                            make::details(true, make::user(u"octocat"_s)));
    const QStringList all = told(world.rows);
    world.rows.setFilter(typed);
    QStringList left;
    for (int row = 0; row < world.rows.rowCount(); ++row) {
        if (!world.rows.isHeader(world.rows.index(row)))
            left.append(world.rows.keyOf(world.rows.index(row)).provider.toString());
    }
    QCOMPARE(left, providers);
    QCOMPARE(world.rows.rowCount() == 0, providers.isEmpty());
    world.rows.setFilter({});
    QCOMPARE(told(world.rows), all);
}

void TestLinkRows::aFilterIsToldAsOneNewLayout()
{
    ListedWorld world;
    const QPersistentModelIndex attention(world.rows.index(0));
    const QPersistentModelIndex lab(world.rows.indexOf(LinkWorld::key(u"gitlab"_s)));
    const QPersistentModelIndex hub(world.rows.indexOf(LinkWorld::key(u"github"_s)));
    const QPersistentModelIndex slack(world.rows.indexOf(LinkWorld::key(u"slack"_s)));
    const Spies spies(world.rows);
    world.rows.setFilter(u"git"_s);
    QCOMPARE(spies.layout.size(), 1);
    QCOMPARE(spies.structural(), 1);
    QCOMPARE(attention.data().toString(), u"Needs attention"_s);
    QCOMPARE(world.rows.keyOf(lab), LinkWorld::key(u"gitlab"_s));
    QCOMPARE(world.rows.keyOf(hub), LinkWorld::key(u"github"_s));
    QVERIFY(!slack.isValid());
}

void TestLinkRows::everyLetterTypedFindsWhatTheWordFinds_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"gitlab", "grace valid", "@octo", "b ada", "expires  git"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

/// Letter by letter, and back again.
void TestLinkRows::everyLetterTypedFindsWhatTheWordFinds()
{
    QFETCH(QString, typed);
    ListedWorld typing;
    ListedWorld pasting;
    for (ListedWorld *world : {&typing, &pasting})
        world->book.applyDetails(LinkWorld::key(u"github"_s),
                                 make::details(true, make::user(u"octocat"_s)));
    QList<qsizetype> lengths;
    for (qsizetype length = 1; length <= typed.size(); ++length)
        lengths.append(length);
    for (qsizetype length = typed.size() - 1; length > 0; --length)
        lengths.append(length);
    for (const qsizetype length : std::as_const(lengths)) {
        typing.rows.setFilter(typed.left(length));
        pasting.rows.setFilter({});
        pasting.rows.setFilter(typed.left(length));
        QCOMPARE(told(typing.rows), told(pasting.rows));
    }
    QVERIFY(typing.rows.rowCount() > 0);
}

void TestLinkRows::whatChangesBehindAFilterIsNewsAfterIt()
{
    ListedWorld world;
    told(world.rows);
    world.rows.setFilter(u"slack"_s);
    Listing mended = ListedWorld::adas();
    mended.links.first() = make::link(u"gitlab"_s);
    world.book.applyListing(LinkWorld::ada(), mended);
    QCOMPARE(world.rows.rowCount(), 2);
    world.rows.setFilter({});
    QVERIFY(told(world.rows).contains(u"GitLab, ada on coder.example.com, Valid"_s));
    QVERIFY(told(world.rows).contains(u"Needs attention, 1"_s));
}

void TestLinkRows::linksThatMoveTogetherAreToldAsOne()
{
    ListedWorld world;
    Listing many;
    for (int number = 0; number < 40; ++number) {
        const QString id = QStringLiteral("p%1").arg(number);
        many.providers += LinkWorld::named(id, u"gitlab"_s, id);
        many.links += make::link(id);
    }
    world.book.applyListing(LinkWorld::grace(), many);
    const QPersistentModelIndex last(
        world.rows.indexOf(LinkWorld::key(u"p39"_s, LinkWorld::grace())));
    const Spies spies(world.rows);
    for (StoredLink &link : many.links)
        link = make::brokenLink(link.provider.toString(),
                                u"refresh token: oauth2: \"bad_refresh_token\" \"x\""_s);
    world.book.applyListing(LinkWorld::grace(), many);
    QCOMPARE(last.data(Qt::AccessibleTextRole).toString(),
             u"p39, grace on coder.git.example, Reconnect needed"_s);
    QCOMPARE(world.rows.index(0).data(LinkRows::EndRole).toString(), u"41"_s);
    QCOMPARE(spies.moved.size(), 1);
}

void TestLinkRows::manyThatMoveAreToldAsOneNewLayout()
{
    ListedWorld world;
    Listing many;
    for (int number = 0; number < 300; ++number) {
        const QString id = QStringLiteral("p%1").arg(number);
        many.providers += LinkWorld::named(id, u"gitlab"_s, id);
        many.links += make::link(id);
    }
    world.book.applyListing(LinkWorld::grace(), many);
    const QPersistentModelIndex moved(
        world.rows.indexOf(LinkWorld::key(u"p298"_s, LinkWorld::grace())));
    const QPersistentModelIndex staying(
        world.rows.indexOf(LinkWorld::key(u"p299"_s, LinkWorld::grace())));
    const Spies spies(world.rows);
    for (qsizetype place = 0; place < 300; place += 2)
        many.links[place]
            = make::brokenLink(many.links.at(place).provider.toString(),
                               u"refresh token: oauth2: \"bad_refresh_token\" \"x\""_s);
    world.book.applyListing(LinkWorld::grace(), many);
    QCOMPARE(spies.layout.size(), 1);
    QCOMPARE(spies.structural(), 1);
    QCOMPARE(world.rows.index(0).data(LinkRows::EndRole).toString(), u"151"_s);
    QCOMPARE(moved.row(), 151);
    QCOMPARE(world.rows.keyOf(moved), LinkWorld::key(u"p298"_s, LinkWorld::grace()));
    QCOMPARE(world.rows.keyOf(staying), LinkWorld::key(u"p299"_s, LinkWorld::grace()));
}

void TestLinkRows::foldedGroupsKeepTheirHeader()
{
    ListedWorld world;
    const int all = world.rows.rowCount();
    world.rows.setExpanded(world.rows.index(0), false);
    QCOMPARE(world.rows.rowCount(), all - 2);
    QCOMPARE(world.rows.index(0).data(LinkRows::EndRole).toString(), u"2"_s);
    QCOMPARE(world.rows.index(0).data(Qt::AccessibleDescriptionRole).toString(), u"collapsed"_s);
    world.rows.setFilter(u"gitlab"_s); // what is looked for is found in a folded group, too
    QVERIFY(world.rows.indexOf(LinkWorld::key(u"gitlab"_s)).isValid());
    world.rows.setFilter({});
    QCOMPARE(world.rows.rowCount(), all - 2);
    world.rows.setAllExpanded(false);
    QCOMPARE(world.rows.rowCount(), 4);
    world.rows.setAllExpanded(true);
    QCOMPARE(world.rows.rowCount(), all);
}

void TestLinkRows::troubleStandsInTheHeader_data()
{
    QTest::addColumn<AccountStatus>("status");
    QTest::addColumn<QString>("end");
    AccountStatus status = LinkWorld::signedIn(LinkWorld::ada(), u"coder.example.com"_s);
    QTest::newRow("none") << status << u"1"_s;
    status.askingFor = 3s;
    QTest::newRow("asking for a moment") << status << u"1"_s;
    status.askingFor = 12s;
    QTest::newRow("asking") << status << u"asking for 12 s"_s;
    status.askingFor.reset();
    status.plainHttp = true;
    status.askingFor = 12s;
    QTest::newRow("asking in the clear") << status << u"asking for 12 s, not encrypted"_s;
    status.askingFor.reset();
    QTest::newRow("plain http") << status << u"not encrypted"_s;
    status.problem = make::error(ApiError::Kind::Offline);
    QTest::newRow("offline") << status << u"offline, not encrypted"_s;
    status.session = Session::Failed{.why = Session::Trouble::TokenRejected};
    QTest::newRow("signed out") << status << u"signed out, not encrypted"_s;
    status.session = Session::Failed{.why = Session::Trouble::KeychainLocked};
    QTest::newRow("keyring locked") << status << u"keyring locked, not encrypted"_s;
    status.plainHttp = false;
    QTest::newRow("locked, encrypted") << status << u"keyring locked"_s;
}

void TestLinkRows::troubleStandsInTheHeader()
{
    QFETCH(AccountStatus, status);
    QFETCH(QString, end);
    ListedWorld world;
    world.accounts.first() = status;
    world.rows.setAccounts(world.accounts);
    QCOMPARE(world.rows.index(3).data(LinkRows::EndRole).toString(), end);
    QCOMPARE(world.rows.index(3).data(Qt::AccessibleTextRole).toString(),
             u"ada on coder.example.com, "_s + end);
}

void TestLinkRows::accountWithoutProvidersHasAHeader()
{
    ListedWorld world;
    world.book.applyListing(LinkWorld::grace(), {});
    QVERIFY(told(world.rows).contains(u"grace on coder.git.example, 0"_s));
}

void TestLinkRows::onlyWordsThatTimeChangedAreTold()
{
    ListedWorld world;
    told(world.rows);
    const Spies spies(world.rows);
    world.clock.advance(1h); // "in 5 hours" is now "in 4 hours"; no other row tells hours
    world.rows.refreshTimes();
    QCOMPARE(spies.structural(), 0);
    QCOMPARE(spies.changed.size(), 1);
    const QModelIndex index = spies.changed.first().first().toModelIndex();
    QCOMPARE(world.rows.keyOf(index), LinkWorld::key(u"github"_s));
    QCOMPARE(index.data(LinkRows::TimeRole).toString(), u"in 4 hours"_s);
}

void TestLinkRows::checkingStandsInPlaceOfTheTime()
{
    ListedWorld world;
    const LinkKey hub = LinkWorld::key(u"github"_s);
    world.book.setChecking(hub, true);
    QCOMPARE(world.rows.indexOf(hub).data(LinkRows::TimeRole).toString(), u"Checking…"_s);
    QCOMPARE(world.rows.indexOf(hub).data(LinkRows::EndRole).toString(), u"Renews itself"_s);
    world.book.setChecking(hub, false);
    QCOMPARE(world.rows.indexOf(hub).data(LinkRows::TimeRole).toString(), u"in 5 hours"_s);
}

void TestLinkRows::headersCannotBeSelected()
{
    const ListedWorld world;
    QVERIFY(!world.rows.flags(world.rows.index(0)).testFlag(Qt::ItemIsSelectable));
    QVERIFY(world.rows.flags(world.rows.index(0)).testFlag(Qt::ItemIsEnabled));
    QVERIFY(world.rows.flags(world.rows.index(1)).testFlag(Qt::ItemIsSelectable));
    QCOMPARE(world.rows.keyOf(world.rows.index(0)), LinkKey{});
}

void TestLinkRows::hostileNamesStayPlain()
{
    ListedWorld world;
    const QString name = u"<img src='file:///red.png'>\u202e%1"_s + QString(1'000'000, u'x');
    world.book.applyListing(LinkWorld::ada(),
                            LinkWorld::listingFor(LinkHealth::Valid, u"evil"_s, name));
    const QModelIndex index = world.rows.indexOf(LinkWorld::key(u"evil"_s));
    QCOMPARE(index.data().toString().size(), UntrustedText::nameLength);
    QVERIFY(!index.data(Qt::ToolTipRole).toString().contains(u"<img"_s));
    QVERIFY(index.data(Qt::ToolTipRole).toString().contains(u"&lt;img"_s));
    QVERIFY(!index.data(Qt::AccessibleTextRole).toString().contains(u'\u202e'));
}

QTEST_MAIN(TestLinkRows)
#include "tst_linkrows.moc"

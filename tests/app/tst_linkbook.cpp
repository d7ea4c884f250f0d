// SPDX-License-Identifier: MIT
#include "links/linkbook.h"

#include "support/fakeclock.h"
#include "support/listingmaker.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const AccountId &ada()
{
    static const AccountId id(u"https://one.example/ada"_s);
    return id;
}

const AccountId &grace()
{
    static const AccountId id(u"https://two.example/grace"_s);
    return id;
}

LinkKey keyOf(const AccountId &account, const QString &id)
{
    return {.account = account, .provider = ProviderId(id)};
}

Listing two()
{
    return make::listing({make::provider(u"b"_s), make::provider(u"a"_s)}, {make::link(u"a"_s)});
}

QStringList idsIn(const LinkBook &book)
{
    QStringList ids;
    for (const GitLink &link : book.links())
        ids.append(link.key.account.toString().section(u'/', -1) + u' '
                   + link.key.provider.toString());
    return ids;
}

QStringList namesIn(const LinkBook &book)
{
    QStringList names;
    for (const GitLink &link : book.links())
        names.append(link.name().plain());
    return names;
}

Provider called(const QString &name, const QString &id)
{
    Provider provider = make::provider(id, u"github"_s);
    provider.displayName = UntrustedText::name(name);
    return provider;
}

} // namespace

/// One source for all that is known of links, in one order, with when it was learnt.
class LinkBookTest : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheOrderOfConfigurationOrphansLast();
    void keepsAccountsInTheOrderTheyWereAdded();
    void keepsAccountsInOrderWhoeverAnswersFirst();
    void changesOnlyTheAccountThatWasListed();
    void remembersWhenEachWasLearnt();
    void lostAnswersAreNotLearning();
    void aListThatCannotTellIsNotLearning();
    void remembersSinceWhenAHealthHolds();
    void countsWhatNeedsAttention();
    void tellsJustTheLinkThatChanged();
    void ignoresAnswersAboutUnknownLinks();
    void keepsACheckUnderWayThroughAList();
    void unreadableLinksAreUnknownUntilAReadableList();
    void knownLinksOutliveATokenThatMayNotReadThem();
    void tellsProvidersOfOneNameApart();
    void forgetsARemovedAccount();
    void noticesThatTimePasses();

private:
    FakeClock m_clock;
};

void LinkBookTest::keepsTheOrderOfConfigurationOrphansLast()
{
    LinkBook book(m_clock);
    book.applyListing(
        ada(),
        make::listing({make::provider(u"z"_s), make::provider(u"a"_s)},
                      {make::link(u"gone"_s), make::link(u"a"_s), make::link(u"also"_s)}));
    QCOMPARE(idsIn(book), (QStringList{u"ada z"_s, u"ada a"_s, u"ada gone"_s, u"ada also"_s}));
}

void LinkBookTest::keepsAccountsInTheOrderTheyWereAdded()
{
    LinkBook book(m_clock);
    book.addAccount(ada());
    book.addAccount(grace());
    book.applyListing(grace(), two()); // the faster server answers first
    book.applyListing(ada(), two());
    QCOMPARE(idsIn(book), (QStringList{u"ada b"_s, u"ada a"_s, u"grace b"_s, u"grace a"_s}));
    book.applyListing(ada(), {});
    book.applyListing(ada(), two());
    QCOMPARE(idsIn(book), (QStringList{u"ada b"_s, u"ada a"_s, u"grace b"_s, u"grace a"_s}));
}

void LinkBookTest::keepsAccountsInOrderWhoeverAnswersFirst()
{
    const QList<AccountId> inOrder{grace(), ada(), AccountId(u"https://three.example/mary"_s)};
    const QStringList expected{u"grace b"_s, u"grace a"_s, u"ada b"_s,
                               u"ada a"_s,   u"mary b"_s,  u"mary a"_s};
    QList<int> answers{0, 1, 2};
    do {
        LinkBook book(m_clock);
        for (const AccountId &account : inOrder)
            book.addAccount(account);
        for (const int next : std::as_const(answers))
            book.applyListing(inOrder.at(next), two());
        QCOMPARE(idsIn(book), expected);
        book.applyListing(inOrder.at(answers.at(0)), {}); // and again from nothing
        book.applyListing(inOrder.at(answers.at(0)), two());
        QCOMPARE(idsIn(book), expected);
    } while (std::next_permutation(answers.begin(), answers.end()));
}

void LinkBookTest::changesOnlyTheAccountThatWasListed()
{
    LinkBook book(m_clock);
    book.applyListing(ada(), two());
    book.applyListing(grace(), two());
    const GitLink before = *book.find(keyOf(ada(), u"a"_s));
    m_clock.advance(1min);
    book.applyListing(grace(), make::listing({make::provider(u"a"_s)}, {}));
    QCOMPARE(*book.find(keyOf(ada(), u"a"_s)), before);
    QCOMPARE(book.health(*book.find(keyOf(grace(), u"a"_s))), LinkHealth::NotLinked);
}

void LinkBookTest::remembersWhenEachWasLearnt()
{
    LinkBook book(m_clock);
    const LinkKey key = keyOf(ada(), u"a"_s);
    QVERIFY(!book.learntAt(key).isValid());
    book.applyListing(ada(), two());
    const QDateTime listed = m_clock.wall();
    QCOMPARE(book.learntAt(key), listed);
    m_clock.advance(3min);
    book.applyDetails(key, make::details(true));
    QCOMPARE(book.learntAt(key), listed.addSecs(180));
    QCOMPARE(book.learntAt(keyOf(ada(), u"b"_s)), listed);
}

void LinkBookTest::lostAnswersAreNotLearning()
{
    LinkBook book(m_clock);
    const LinkKey key = keyOf(ada(), u"a"_s);
    book.applyListing(ada(), two());
    const QDateTime listed = m_clock.wall();
    m_clock.advance(3min);
    book.applyDetails(key, make::error(ApiError::Kind::Offline));
    book.applyDetails(key, make::error(ApiError::Kind::ServerFault, 502));
    QCOMPARE(book.learntAt(key), listed);
    book.applyDetails(key, make::couldNotCheck(u"status 503: body: x"_s));
    QCOMPARE(book.learntAt(key), listed.addSecs(180));
}

/// Old servers list a link without a word on whether it works; its age is that of the answer by id.
void LinkBookTest::aListThatCannotTellIsNotLearning()
{
    LinkBook book(m_clock);
    const LinkKey key = keyOf(ada(), u"a"_s);
    const Listing silent = make::listing({make::provider(u"a"_s)}, {make::brokenLink(u"a"_s)});
    book.applyListing(ada(), silent);
    QVERIFY(!book.learntAt(key).isValid());
    const QDateTime asked = m_clock.wall();
    book.applyDetails(key, make::details(true));
    m_clock.advance(3min);
    book.applyListing(ada(), silent);
    QCOMPARE(book.learntAt(key), asked);
}

void LinkBookTest::remembersSinceWhenAHealthHolds()
{
    LinkBook book(m_clock);
    const LinkKey key = keyOf(ada(), u"a"_s);
    book.applyListing(ada(), two());
    const QDateTime begin = m_clock.wall();
    m_clock.advance(10min);
    book.applyListing(ada(), two());
    QCOMPARE(book.find(key)->healthSince, begin);
    book.applyDetails(key, make::details(false));
    QCOMPARE(book.find(key)->healthSince, begin.addSecs(600));
    m_clock.advance(10min);
    book.applyDetails(key, make::details(false));
    QCOMPARE(book.find(key)->healthSince, begin.addSecs(600));
    // A by-id question about one that is not linked does not restart its clock either.
    const LinkKey other = keyOf(ada(), u"b"_s);
    book.applyDetails(other, make::details(false));
    book.applyListing(ada(), two());
    QCOMPARE(book.find(other)->healthSince, begin);
}

void LinkBookTest::countsWhatNeedsAttention()
{
    LinkBook book(m_clock);
    QCOMPARE(book.attentionCount(), 0);
    book.applyListing(
        ada(),
        make::listing({make::provider(u"a"_s), make::provider(u"b"_s), make::provider(u"c"_s)},
                      {make::brokenLink(u"a"_s, u"token failed to validate"_s),
                       make::brokenLink(u"b"_s, u"token expired"_s), make::link(u"c"_s)}));
    QCOMPARE(book.attentionCount(), 2);
}

void LinkBookTest::tellsJustTheLinkThatChanged()
{
    LinkBook book(m_clock);
    book.applyListing(ada(), two());
    QSignalSpy all(&book, &LinkBook::linksChanged);
    QList<LinkKey> changed;
    connect(&book, &LinkBook::linkChanged, this, [&](const LinkKey &key) { changed.append(key); });
    book.applyDetails(keyOf(ada(), u"a"_s), make::details(false));
    book.setChecking(keyOf(ada(), u"b"_s), true);
    book.setChecking(keyOf(ada(), u"b"_s), true);
    QCOMPARE(changed, (QList<LinkKey>{keyOf(ada(), u"a"_s), keyOf(ada(), u"b"_s)}));
    QCOMPARE(all.size(), 0);
}

void LinkBookTest::ignoresAnswersAboutUnknownLinks()
{
    LinkBook book(m_clock);
    QVERIFY(!book.applyDetails(keyOf(ada(), u"a"_s), make::details(true)));
    book.setChecking(keyOf(ada(), u"a"_s), true);
    QVERIFY(book.links().empty());
}

void LinkBookTest::keepsACheckUnderWayThroughAList()
{
    LinkBook book(m_clock);
    book.applyListing(ada(), two());
    book.setChecking(keyOf(ada(), u"a"_s), true);
    book.applyListing(ada(), two());
    QVERIFY(book.find(keyOf(ada(), u"a"_s))->checking);
}

void LinkBookTest::unreadableLinksAreUnknownUntilAReadableList()
{
    LinkBook book(m_clock);
    book.setMayRead(ada(), false);
    book.applyListing(ada(), make::listing({make::provider(u"a"_s)}, {}));
    QCOMPARE(book.health(book.links().front()), LinkHealth::Unknown);
    book.setMayRead(ada(), true);
    QCOMPARE(book.health(book.links().front()), LinkHealth::Unknown); // that list told nothing
    book.applyListing(ada(), make::listing({make::provider(u"a"_s)}, {}));
    QCOMPARE(book.health(book.links().front()), LinkHealth::NotLinked);
}

void LinkBookTest::knownLinksOutliveATokenThatMayNotReadThem()
{
    LinkBook book(m_clock);
    book.applyListing(ada(), two());
    book.setMayRead(ada(), false);
    book.applyListing(ada(), make::listing({make::provider(u"b"_s), make::provider(u"a"_s)}, {}));
    QVERIFY(book.find(keyOf(ada(), u"a"_s))->isLinked());
    QCOMPARE(book.health(*book.find(keyOf(ada(), u"a"_s))), LinkHealth::Unknown);
    book.setMayRead(ada(), true);
    book.applyListing(ada(), two());
    QCOMPARE(book.health(*book.find(keyOf(ada(), u"a"_s))), LinkHealth::Valid);
}

void LinkBookTest::tellsProvidersOfOneNameApart()
{
    const Provider first = called(u"GitHub"_s, u"github"_s);
    const Provider own = called(u"GitHub"_s, u"github-ee"_s);
    const Provider other = called(u"github-lab"_s, u"lab"_s);
    LinkBook book(m_clock);
    book.applyListing(ada(), make::listing({first, own, other}, {make::link(u"github-lab"_s)}));
    const QStringList apart{u"GitHub (github)"_s, u"GitHub (github-ee)"_s, u"github-lab (lab)"_s,
                            u"github-lab"_s}; // the last is an orphan: its id says it all
    QCOMPARE(namesIn(book), apart);
    LinkBook next(m_clock);
    next.recall(ada(), book.knownOf(ada()));
    QCOMPARE(namesIn(next), apart);
    next.applyListing(grace(), make::listing({own}, {})); // elsewhere it is the only one
    QCOMPARE(namesIn(next).constLast(), u"GitHub"_s);

    const GitLink before = *book.find(keyOf(ada(), u"github"_s));
    book.applyListing(ada(), make::listing({first}, {}));
    QCOMPARE(namesIn(book), QStringList{u"GitHub"_s});
    QVERIFY(!book.links().front().showsLike(before));
    const QString longest(UntrustedText::nameLength, u'x');
    book.applyListing(ada(), make::listing({called(longest, u"a"_s), called(longest, u"b"_s)}, {}));
    QCOMPARE(namesIn(book), (QStringList{u"a"_s, u"b"_s})); // not the same letters, cut
}

void LinkBookTest::forgetsARemovedAccount()
{
    LinkBook book(m_clock);
    book.applyListing(ada(), two());
    book.applyListing(grace(), two());
    book.removeAccount(ada());
    QCOMPARE(idsIn(book), (QStringList{u"grace b"_s, u"grace a"_s}));
    QVERIFY(!book.learntAt(keyOf(ada(), u"a"_s)).isValid());
    QVERIFY(book.learntAt(keyOf(grace(), u"a"_s)).isValid());
}

void LinkBookTest::noticesThatTimePasses()
{
    FakeClock clock;
    LinkBook book(clock);
    StoredLink ending = make::link(u"a"_s);
    ending.expires = make::at(clock.wall().addDays(4));
    book.applyListing(ada(), make::listing({make::provider(u"a"_s)}, {ending}));
    // A tenth of 34 days is more than 72 hours.
    QCOMPARE(book.health(book.links().front()), LinkHealth::Valid);
    QSignalSpy changed(&book, &LinkBook::linksChanged);
    clock.suspendMachine(25h);
    book.reconsider();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(book.health(book.links().front()), LinkHealth::ExpiringSoon);
    QCOMPARE(book.links().front().healthSince, clock.wall());
}

QTEST_GUILESS_MAIN(LinkBookTest)
#include "tst_linkbook.moc"

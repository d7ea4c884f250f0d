// SPDX-License-Identifier: MIT
#include "links/linkmodel.h"

#include "links/linkbook.h"
#include "support/fakeclock.h"
#include "support/listingmaker.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
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

/// Providers called by these letters, each of them linked.
Listing listed(const QString &letters)
{
    Listing listing;
    for (const QChar letter : letters) {
        listing.providers.append(make::provider(letter));
        listing.links.append(make::link(letter));
    }
    return listing;
}

} // namespace

/// The list under Qt's own model tester: it tells the smallest truth.
class LinkModelTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void unchangedRefreshEmitsNothing();
    void unchangedRefreshAfterAnAnswerByIdEmitsNothing();
    void oneChangedLinkEmitsOneDataChanged();
    void neighboursThatChangedAreToldAsOne();
    void settlesOnceAChange();
    void oneDetailEmitsOneDataChanged();
    void selectionSurvives_data();
    void selectionSurvives();
    void everyIndexFollowsItsLink();
    void insertsInOnePiece();
    void laterAccountsDoNotDisturbEarlierOnes();
    void anAccountMovesInOnePiece();
    void saysWhatItHolds();

private:
    void refresh(const QString &letters) { m_book->applyListing(ada(), listed(letters)); }
    [[nodiscard]] QString letters() const;

    FakeClock m_clock;
    std::unique_ptr<LinkBook> m_book;
    std::unique_ptr<LinkModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void LinkModelTest::init()
{
    m_tester.reset();
    m_model.reset();
    m_book = std::make_unique<LinkBook>(m_clock);
    m_model = std::make_unique<LinkModel>(*m_book);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

QString LinkModelTest::letters() const
{
    QString all;
    for (int row = 0; row < m_model->rowCount(); ++row)
        all += m_model->link(row).key.provider.toString();
    return all;
}

void LinkModelTest::unchangedRefreshEmitsNothing()
{
    refresh(u"abc"_s);
    QSignalSpy data(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_clock.advance(10min);
    refresh(u"abc"_s);
    m_book->reconsider();
    QCOMPARE(data.size() + inserted.size() + removed.size() + moved.size() + reset.size(), 0);
}

void LinkModelTest::unchangedRefreshAfterAnAnswerByIdEmitsNothing()
{
    refresh(u"abc"_s);
    const LinkKey asked{.account = ada(), .provider = ProviderId(u"b"_s)};
    m_book->applyDetails(asked, make::details(true));
    QSignalSpy data(m_model.get(), &QAbstractItemModel::dataChanged);
    refresh(u"abc"_s);
    m_book->applyDetails(asked, make::details(true));
    QCOMPARE(data.size(), 0);
}

void LinkModelTest::oneChangedLinkEmitsOneDataChanged()
{
    refresh(u"abc"_s);
    QSignalSpy data(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    Listing changed = listed(u"abc"_s);
    changed.links[1] = make::brokenLink(u"b"_s, u"token failed to validate"_s);
    m_book->applyListing(ada(), changed);
    QCOMPARE(data.size(), 1);
    QCOMPARE(data.first().at(0).toModelIndex(), m_model->index(1));
    QCOMPARE(data.first().at(1).toModelIndex(), m_model->index(1));
    QCOMPARE(inserted.size() + removed.size(), 0);
    QCOMPARE(m_model->health(1), LinkHealth::NeedsReconnect);
}

void LinkModelTest::neighboursThatChangedAreToldAsOne()
{
    refresh(u"abcdef"_s);
    const QSignalSpy data(m_model.get(), &QAbstractItemModel::dataChanged);
    Listing changed = listed(u"abcdef"_s);
    for (const qsizetype place : {1, 2, 5})
        changed.links[place] = make::brokenLink(changed.links.at(place).provider.toString(),
                                                u"token failed to validate"_s);
    m_book->applyListing(ada(), changed);
    QCOMPARE(data.size(), 2);
    QCOMPARE(data.at(0).at(0).toModelIndex(), m_model->index(1));
    QCOMPARE(data.at(0).at(1).toModelIndex(), m_model->index(2));
    QCOMPARE(data.at(1).at(0).toModelIndex(), m_model->index(5));
    QCOMPARE(data.at(1).at(1).toModelIndex(), m_model->index(5));
}

void LinkModelTest::settlesOnceAChange()
{
    QStringList told;
    LinkModel &model = *m_model;
    QObject ear; // goes with what it tells
    connect(&model, &LinkModel::rowsInserted, &ear, [&told] { told << u"inserted"_s; });
    connect(&model, &LinkModel::dataChanged, &ear, [&told] { told << u"changed"_s; });
    connect(&model, &LinkModel::settled, &ear, [&told] { told << u"settled"_s; });
    refresh(u"abc"_s);
    Listing changed = listed(u"abcd"_s);
    changed.links[1] = make::brokenLink(u"b"_s, u"token failed to validate"_s);
    m_book->applyListing(ada(), changed);
    m_book->setChecking({.account = ada(), .provider = ProviderId(u"c"_s)}, true);
    QCOMPARE(told,
             (QStringList{u"inserted"_s, u"settled"_s, u"inserted"_s, u"changed"_s, u"settled"_s,
                          u"changed"_s, u"settled"_s}));
}

void LinkModelTest::oneDetailEmitsOneDataChanged()
{
    refresh(u"abc"_s);
    QSignalSpy data(m_model.get(), &QAbstractItemModel::dataChanged);
    const LinkKey key{.account = ada(), .provider = ProviderId(u"c"_s)};
    m_book->setChecking(key, true);
    QCOMPARE(data.size(), 1);
    m_book->setChecking(key, false);
    m_book->applyDetails(key, make::details(true));
    QCOMPARE(data.size(), 3);
    m_book->applyDetails(key, make::details(true));
    QCOMPARE(data.size(), 3);
}

void LinkModelTest::selectionSurvives_data()
{
    QTest::addColumn<QString>("after");
    QTest::newRow("a removal before") << u"bcde"_s;
    QTest::newRow("removals around") << u"bd"_s.prepend(u'c');
    QTest::newRow("removals on both sides") << u"ce"_s;
    QTest::newRow("insertions on both sides") << u"xabyczde"_s;
    QTest::newRow("a removal and an insertion around") << u"bxcye"_s;
    QTest::newRow("moved up") << u"cabde"_s;
    QTest::newRow("moved down") << u"abdec"_s;
    QTest::newRow("all turned round") << u"edcba"_s;
    QTest::newRow("all others new") << u"vwcxy"_s;
    QTest::newRow("alone") << u"c"_s;
}

void LinkModelTest::selectionSurvives()
{
    QFETCH(const QString, after);
    refresh(u"abcde"_s);
    QItemSelectionModel selection(m_model.get());
    selection.setCurrentIndex(m_model->index(2), QItemSelectionModel::ClearAndSelect);
    refresh(after);
    QCOMPARE(letters(), after);
    QVERIFY(selection.currentIndex().isValid());
    QCOMPARE(selection.currentIndex().data(Qt::DisplayRole).toString(), u"c"_s);
    QCOMPARE(selection.selectedIndexes(), QModelIndexList{selection.currentIndex()});
}

void LinkModelTest::everyIndexFollowsItsLink()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QString alphabet = u"abcdefghijklmnop"_s;
    refresh(alphabet.left(8));
    for (int round = 0; round < 200; ++round) {
        QList<std::pair<QString, QPersistentModelIndex>> before;
        for (int row = 0; row < m_model->rowCount(); ++row)
            before.append({m_model->link(row).key.provider.toString(),
                           QPersistentModelIndex(m_model->index(row))});
        QString after = alphabet;
        std::shuffle(after.begin(), after.end(), random);
        after.truncate(random.bounded(alphabet.size() + 1));
        refresh(after);
        QCOMPARE(letters(), after);
        for (const auto &[letter, index] : std::as_const(before)) {
            QCOMPARE(index.isValid(), after.contains(letter));
            if (index.isValid())
                QCOMPARE(index.data(Qt::DisplayRole).toString(), letter);
        }
    }
}

void LinkModelTest::insertsInOnePiece()
{
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    refresh(u"abcdef"_s);
    QCOMPARE(inserted.size(), 1);
    refresh({});
    QCOMPARE(removed.size(), 1);
    QCOMPARE(m_model->rowCount(), 0);
}

void LinkModelTest::laterAccountsDoNotDisturbEarlierOnes()
{
    refresh(u"ab"_s);
    QSignalSpy data(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    const AccountId grace(u"https://two.example/grace"_s);
    m_book->applyListing(grace, listed(u"ab"_s));
    QCOMPARE(data.size(), 0);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(letters(), u"abab"_s);
    m_book->removeAccount(ada());
    QCOMPARE(letters(), u"ab"_s);
    QCOMPARE(m_model->rowOf({.account = grace, .provider = ProviderId(u"b"_s)}), 1);
    QCOMPARE(m_model->rowOf({.account = ada(), .provider = ProviderId(u"b"_s)}), -1);
}

void LinkModelTest::anAccountMovesInOnePiece()
{
    const AccountId grace(u"https://two.example/grace"_s);
    refresh(u"abcd"_s);
    m_book->applyListing(grace, listed(u"xyz"_s));
    const QPersistentModelIndex selected(m_model->index(1));
    QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
    QSignalSpy others(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_book->arrange({grace, ada()});
    QCOMPARE(letters(), u"xyzabcd"_s);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(others.size() + reset.size(), 0);
    QCOMPARE(selected.data(Qt::DisplayRole).toString(), u"b"_s);
    m_book->arrange({grace, ada()});
    QCOMPARE(moved.size(), 1);
    refresh(u"abe"_s); // its next list stays where the account is now
    QCOMPARE(letters(), u"xyzabe"_s);
}

void LinkModelTest::saysWhatItHolds()
{
    refresh(u"a"_s);
    const QModelIndex index = m_model->index(0);
    QCOMPARE(index.data(Qt::DisplayRole).toString(), u"a"_s);
    QCOMPARE(index.data(LinkModel::HealthRole).toInt(), int(LinkHealth::Valid));
    const auto *link = index.data(LinkModel::LinkRole).value<const GitLink *>();
    QVERIFY(link);
    QCOMPARE(link->key.provider, ProviderId(u"a"_s));
    QVERIFY(!m_model->data({}, Qt::DisplayRole).isValid());
    QVERIFY(!index.data(Qt::ToolTipRole).isValid());
}

QTEST_GUILESS_MAIN(LinkModelTest)
#include "tst_linkmodel.moc"

// SPDX-License-Identifier: MIT
#include "window/linkrows.h"

#include "base/clock.h"
#include "links/linkmodel.h"
#include "links/rowrun.h"

#include <algorithm>
#include <functional>
#include <utility>

/// More runs of rows are not moved one by one, which each time moves all behind, too.
static constexpr int mostPieces = 60;

LinkRows::LinkRows(LinkModel &links, Clock &clock, QObject *parent)
    : QAbstractListModel(parent), m_links(links), m_clock(clock)
{
    connect(&links, &LinkModel::rowsInserted, this, &LinkRows::sourceInserted);
    connect(&links, &LinkModel::rowsRemoved, this, &LinkRows::sourceRemoved);
    connect(&links, &LinkModel::rowsMoved, this, &LinkRows::sourceMoved);
    connect(&links, &LinkModel::dataChanged, this, &LinkRows::sourceChanged);
    connect(&links, &LinkModel::settled, this, &LinkRows::sourceSettled);
    if (links.rowCount() > 0)
        sourceInserted({}, 0, links.rowCount() - 1);
}

int LinkRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags LinkRows::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    if (isHeader(index))
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QVariant LinkRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    switch (role) {
    case KindRole:
        return static_cast<int>(at(row).isHeader() ? Kind::Header : Kind::Link);
    case Qt::DisplayRole:
        return wordsAt(row).name;
    case EndRole:
        return wordsAt(row).end;
    case Qt::AccessibleTextRole:
        return wordsAt(row).accessible;
    default:
        return at(row).isHeader() ? headData(row, role) : linkData(row, role);
    }
}

QVariant LinkRows::headData(int row, int role) const
{
    switch (role) {
    case ExpandedRole:
        return headAt(row).expanded;
    case Qt::AccessibleDescriptionRole:
        return headAt(row).expanded ? tr("expanded") : tr("collapsed");
    default:
        return {};
    }
}

QVariant LinkRows::linkData(int row, int role) const
{
    if (at(row).source < 0) // on its way out
        return {};
    const RowWords &words = wordsAt(row);
    switch (role) {
    case SecondRole:
        return words.second;
    case SecondIsAccountRole:
        return words.secondIsAccount;
    case TimeRole:
        return words.time;
    case HealthRole:
        return static_cast<int>(words.health);
    case MarkRole:
        return QVariant::fromValue(words.mark);
    case Qt::ToolTipRole:
        return words.toolTip;
    case Qt::AccessibleDescriptionRole:
        //: %1 is the second line of a row, %2 a time: "as @ada, in 5 hours"
        return words.time.isEmpty() ? RowWords::spoken(words.second)
                                    : RowWords::spoken(tr("%1, %2").arg(words.second, words.time));
    default:
        return {};
    }
}

void LinkRows::setAccounts(const QList<AccountStatus> &accounts)
{
    const LinkGroups::Change change = m_groups.setAccounts(accounts);
    if (change == LinkGroups::Change::None)
        return;
    if (change == LinkGroups::Change::Titles)
        regroup();
    rebuild();
    if (change == LinkGroups::Change::Titles)
        refreshTimes();
}

/// Thousands of rows may come and go, here and there: told as one new layout.
void LinkRows::setFilter(const QString &text)
{
    if (m_groups.filter() == text)
        return;
    const bool narrows = m_groups.wouldNarrow(text);
    m_groups.setFilter(text);
    regroup(narrows);
    rebuild(Telling::AsNewLayout);
}

void LinkRows::setExpanded(const QModelIndex &header, bool expanded)
{
    if (!isHeader(header))
        return;
    if (expanded)
        m_collapsed.remove(headAt(header.row()).id);
    else
        m_collapsed.insert(headAt(header.row()).id);
    rebuild();
}

void LinkRows::setAllExpanded(bool expanded)
{
    m_collapsed.clear();
    for (const RowPlan::Head &head : m_heads) {
        if (!expanded)
            m_collapsed.insert(head.id);
    }
    rebuild();
}

LinkKey LinkRows::keyOf(const QModelIndex &index) const
{
    const int source = index.isValid() ? at(index.row()).source : -1;
    return source < 0 ? LinkKey{} : m_links.link(source).key;
}

QModelIndex LinkRows::indexOf(const LinkKey &key) const
{
    const int source = m_links.rowOf(key);
    return source < 0 ? QModelIndex() : index(rowOf({.source = source}));
}

int LinkRows::groupOf(int source) const
{
    return m_groups.groupOf(m_links.link(source), m_links.health(source));
}

/// -1 where there is none.
int LinkRows::rowOf(const Row &wanted) const
{
    const auto source = static_cast<size_t>(wanted.source);
    const int noted = source < m_places.size() ? m_places[source].row : -1;
    if (noted >= 0 && noted < rowCount() && at(noted) == wanted)
        return noted;
    const auto found = std::find(m_rows.begin(), m_rows.end(), wanted);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void LinkRows::regroup(bool onlyShown)
{
    for (size_t source = 0; source < m_places.size(); ++source) {
        if (!onlyShown || m_places[source].group != LinkGroups::hidden)
            m_places[source].group = groupOf(static_cast<int>(source));
    }
}

// Rows point into the LinkModel, so all learn their new places before anybody is told anything.

void LinkRows::sourceInserted(const QModelIndex &, int first, int last)
{
    const int count = last - first + 1;
    for (Row &row : m_rows) {
        if (row.source >= first)
            row.source += count;
    }
    std::vector<Place> fresh(static_cast<size_t>(count));
    for (int source = first; source <= last; ++source)
        fresh[static_cast<size_t>(source - first)].group = groupOf(source);
    m_places.insert(m_places.begin() + first, std::make_move_iterator(fresh.begin()),
                    std::make_move_iterator(fresh.end()));
    rebuild();
}

void LinkRows::sourceRemoved(const QModelIndex &, int first, int last)
{
    for (Row &row : m_rows) {
        if (row.source > last)
            row.source -= last - first + 1;
        else if (row.source >= first)
            row.source = -1;
    }
    m_places.erase(m_places.begin() + first, m_places.begin() + last + 1);
    rebuild();
}

void LinkRows::sourceMoved(const QModelIndex &, int first, int last, const QModelIndex &,
                           int target)
{
    // Either way, two neighbouring runs change places.
    const int begin = std::min(first, target);
    const int end = std::max(last + 1, target);
    const int middle = target < first ? first : last + 1;
    for (Row &row : m_rows) {
        if (row.source >= begin && row.source < end)
            row.source += row.source < middle ? end - middle : begin - middle;
    }
    std::rotate(m_places.begin() + begin, m_places.begin() + middle, m_places.begin() + end);
    rebuild();
}

/// Only noted: many may follow, and a new order costs as much for one as for all.
void LinkRows::sourceChanged(const QModelIndex &first, const QModelIndex &last)
{
    for (int source = first.row(); source <= last.row(); ++source)
        m_changed.push_back(source);
}

void LinkRows::sourceSettled()
{
    const std::vector<int> changed = std::exchange(m_changed, {});
    bool isElsewhere = false;
    for (const int source : changed) {
        const int group = groupOf(source);
        isElsewhere = std::exchange(placeOf(source).group, group) != group || isElsewhere;
    }
    if (isElsewhere)
        rebuild();
    for (const int source : changed)
        tellNewWords(source);
}

/// From what is there to what is wanted: first what goes, then in order what comes or moves, so
/// that persistent indexes follow their links.
void LinkRows::rebuild(Telling telling)
{
    RowPlan wanted = RowPlan::of(m_links, m_groups, m_places, m_collapsed, today().locale);
    const std::vector<bool> isChanged = wanted.countHeads(m_rows, m_heads);
    m_heads = std::move(wanted.heads);
    if (telling == Telling::AsNewLayout || wanted.pieces(m_rows, m_places) > mostPieces) {
        relayout(std::move(wanted.rows));
        return;
    }
    removeUnwanted(wanted.rows);
    insertAndMove(wanted.rows);
    noteRows();
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row).isHeader() && isChanged[static_cast<size_t>(at(row).head)])
            emit dataChanged(index(row), index(row));
    }
}

/// The same without telling one by one what comes and goes.
void LinkRows::relayout(std::vector<Row> wanted)
{
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<Row> held;
    for (const QModelIndex &index : before)
        held.push_back(at(index.row()));
    m_rows = std::move(wanted);
    noteRows();
    QModelIndexList after;
    for (const Row &row : held)
        after.append(row == Row() ? QModelIndex() : index(rowOf(row)));
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

void LinkRows::removeUnwanted(const std::vector<Row> &wanted)
{
    const std::vector<bool> wantedLinks = RowPlan::linksIn(wanted, m_places.size());
    const auto isWanted = [&](int row) {
        const int source = at(row).source;
        return at(row).isHeader() || (source >= 0 && wantedLinks[static_cast<size_t>(source)]);
    };
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (isWanted(last))
            continue;
        int first = last;
        while (first > 0 && !isWanted(first - 1))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

void LinkRows::insertAndMove(const std::vector<Row> &wanted)
{
    const std::vector<bool> knownLinks = RowPlan::linksIn(m_rows, m_places.size());
    std::vector<bool> knownHeads(m_heads.size());
    for (const Row &row : m_rows) {
        if (row.isHeader())
            knownHeads[static_cast<size_t>(row.head)] = true;
    }
    const auto isKnown = [&](const Row &row) {
        return row.isHeader() ? knownHeads[static_cast<size_t>(row.head)]
                              : knownLinks[static_cast<size_t>(row.source)];
    };
    for (auto next = wanted.begin(); next != wanted.end();) {
        const int row = static_cast<int>(next - wanted.begin());
        const auto known = std::find_if(next, wanted.end(), isKnown);
        if (known == next) {
            next += moveHere(row, wanted);
            continue;
        }
        beginInsertRows({}, row, static_cast<int>(known - wanted.begin()) - 1);
        m_rows.insert(m_rows.begin() + row, next, known);
        endInsertRows();
        next = known;
    }
}

/// Says how many rows are in their places then.
int LinkRows::moveHere(int row, const std::vector<Row> &wanted)
{
    const RowRun run = RowRun::wantedAt(row, m_rows, wanted, std::equal_to<>());
    if (run.first != row) {
        beginMoveRows({}, run.first, run.end - 1, {}, row);
        run.moveTo(row, m_rows);
        endMoveRows();
    }
    return run.end - run.first;
}

void LinkRows::noteRows()
{
    for (Place &place : m_places)
        place.row = -1;
    for (int row = 0; row < rowCount(); ++row) {
        if (const int source = at(row).source; source >= 0)
            placeOf(source).row = row;
    }
}

/// What nobody has looked at is news to nobody.
void LinkRows::tellNewWords(int source)
{
    Place &place = placeOf(source);
    if (!place.words)
        return;
    if (place.row < 0) {
        place.words.reset();
        return;
    }
    RowWords fresh = linkWords(source);
    if (*place.words == fresh)
        return;
    *place.words = std::move(fresh);
    emit dataChanged(index(place.row), index(place.row));
}

void LinkRows::refreshTimes()
{
    for (int source = 0; source < static_cast<int>(m_places.size()); ++source)
        tellNewWords(source);
}

const RowWords &LinkRows::wordsAt(int row) const
{
    static const RowWords none; // of a link on its way out
    if (at(row).isHeader())
        return headAt(row).words;
    const int source = at(row).source;
    if (source < 0)
        return none;
    const Place &place = placeOf(source);
    if (!place.words)
        place.words = std::make_unique<RowWords>(linkWords(source));
    return *place.words;
}

RowWords LinkRows::linkWords(int source) const
{
    const GitLink &link = m_links.link(source);
    return RowWords::of(link, m_links.health(source), m_groups.find(link.key.account),
                        placeOf(source).showsAccount(), today());
}

Today LinkRows::today() const
{
    return {.now = m_clock.wall()};
}

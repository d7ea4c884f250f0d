// SPDX-License-Identifier: MIT
#include "window/linkrows.h"

#include "base/clock.h"
#include "links/linkmodel.h"

#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto attentionGroup = "attention"_L1;
constexpr auto otherGroup = "other"_L1;

QString accountGroup(const AccountId &id)
{
    return u"account "_s + id.toString();
}

} // namespace

LinkRows::LinkRows(LinkModel &links, Clock &clock, QObject *parent)
    : QAbstractListModel(parent), m_links(links), m_clock(clock)
{
    connect(&links, &LinkModel::rowsInserted, this, &LinkRows::rebuild);
    connect(&links, &LinkModel::rowsRemoved, this, &LinkRows::rebuild);
    connect(&links, &LinkModel::rowsMoved, this, &LinkRows::rebuild);
    connect(&links, &LinkModel::modelReset, this, &LinkRows::rebuild);
    connect(&links, &LinkModel::dataChanged, this, &LinkRows::sourceChanged);
    rebuild();
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
    const Row &row = at(index.row());
    switch (role) {
    case KindRole:
        return static_cast<int>(row.id.kind);
    case Qt::DisplayRole:
        return wordsOf(row).name;
    case EndRole:
        return wordsOf(row).end;
    case Qt::AccessibleTextRole:
        return wordsOf(row).accessible;
    case ExpandedRole:
        return row.expanded;
    case Qt::AccessibleDescriptionRole:
        if (row.id.kind == Kind::Header)
            return row.expanded ? tr("expanded") : tr("collapsed");
        break;
    default:
        break;
    }
    return row.id.kind == Kind::Link ? linkData(row, role) : QVariant();
}

QVariant LinkRows::linkData(const Row &row, int role) const
{
    const RowWords &words = wordsOf(row);
    if (row.source < 0) // on its way out
        return {};
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
    rebuild();
    if (change == LinkGroups::Change::Titles)
        refreshTimes();
}

/// Thousands of rows may come and go, here and there: told as one new layout.
void LinkRows::setFilter(const QString &text)
{
    if (m_groups.filter() == text)
        return;
    m_groups.setFilter(text);
    emit layoutAboutToBeChanged();
    QSignalBlocker quiet(this);
    rebuild();
    quiet.unblock();
    emit layoutChanged();
}

void LinkRows::setExpanded(const QModelIndex &header, bool expanded)
{
    if (!isHeader(header))
        return;
    if (expanded)
        m_collapsed.remove(at(header.row()).id.group);
    else
        m_collapsed.insert(at(header.row()).id.group);
    rebuild();
}

void LinkRows::setAllExpanded(bool expanded)
{
    m_collapsed.clear();
    for (const Row &row : m_rows) {
        if (!expanded && row.id.kind == Kind::Header)
            m_collapsed.insert(row.id.group);
    }
    rebuild();
}

LinkKey LinkRows::keyOf(const QModelIndex &index) const
{
    return index.isValid() ? at(index.row()).id.link : LinkKey{};
}

QModelIndex LinkRows::indexOf(const LinkKey &key) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) {
        return row.id.kind == Kind::Link && row.id.link == key;
    });
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

std::vector<LinkRows::Row> LinkRows::wantedRows() const
{
    const QList<AccountStatus> &accounts = m_groups.accounts();
    std::vector<int> attention;
    std::vector<int> other;
    std::vector<std::vector<int>> own(static_cast<size_t>(accounts.size()));
    QSet<AccountId> present;
    for (int source = 0; source < m_links.rowCount(); ++source) {
        present.insert(m_links.link(source).key.account);
        const int group = placeOf(source).group;
        if (group == LinkGroups::attention)
            attention.push_back(source);
        else if (group == LinkGroups::other)
            other.push_back(source);
        else if (group != LinkGroups::hidden)
            own[static_cast<size_t>(group)].push_back(source);
    }
    std::vector<Row> rows;
    if (!attention.empty())
        appendGroup(rows, attentionGroup, tr("Needs attention"), {}, attention, true);
    for (qsizetype place = 0; place < accounts.size(); ++place) {
        const AccountStatus &account = accounts.at(place);
        const auto &sources = own[static_cast<size_t>(place)];
        // A header without rows is there for a trouble, or for an account without any provider.
        const bool speaks = !account.badge().isEmpty() || !present.contains(account.id);
        if (!sources.empty() || (!m_groups.isFiltered() && speaks))
            appendGroup(rows, accountGroup(account.id), account.title(), account.badge(), sources,
                        false);
    }
    if (!other.empty())
        appendGroup(rows, otherGroup, tr("Other services"), {}, other, true);
    return rows;
}

void LinkRows::appendGroup(std::vector<Row> &rows, const QString &id, const QString &name,
                           const QString &badge, const std::vector<int> &sources,
                           bool showsAccount) const
{
    const bool expanded = !m_collapsed.contains(id) || m_groups.isFiltered();
    const QString count = today().locale.toString(static_cast<qulonglong>(sources.size()));
    const QString end = badge.isEmpty() ? count : badge;
    //: What a screen reader says of a group: its name, and a count or a trouble
    const QString accessible = RowWords::spoken(tr("%1, %2").arg(name, end));
    rows.push_back({.id = {.kind = Kind::Header, .group = id},
                    .expanded = expanded,
                    .words = std::make_unique<RowWords>(RowWords{
                        .name = name, .end = end, .toolTip = name, .accessible = accessible})});
    if (!expanded)
        return;
    for (const int source : sources) {
        rows.push_back({.id = {.kind = Kind::Link, .link = m_links.link(source).key},
                        .source = source,
                        .showsAccount = showsAccount});
    }
}

/// From what is there to what is wanted: first what goes, then in order what comes or moves, so
/// that persistent indexes follow their links.
void LinkRows::rebuild()
{
    m_places.assign(static_cast<size_t>(m_links.rowCount()), {});
    for (int source = 0; source < m_links.rowCount(); ++source)
        placeOf(source).group = groupOf(source);
    std::vector<Row> wanted = wantedRows();
    for (const Row &row : wanted) {
        if (row.source >= 0)
            placeOf(row.source).isWanted = true;
    }
    // Rows point into the LinkModel, so all learn their new places before anybody is told anything.
    for (Row &row : m_rows) {
        if (row.id.kind == Kind::Link)
            row.source = wantedSource(row);
    }
    removeUnwanted(wanted);
    insertAndMove(wanted);
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row).source >= 0)
            placeOf(at(row).source).row = row;
    }
}

/// Where the link of a row is now, most often where it was; -1 where it is to have no row.
int LinkRows::wantedSource(const Row &row) const
{
    const bool isThere = row.source >= 0 && row.source < m_links.rowCount()
        && m_links.link(row.source).key == row.id.link;
    const int source = isThere ? row.source : m_links.rowOf(row.id.link);
    return source >= 0 && placeOf(source).isWanted ? source : -1;
}

int LinkRows::rowOf(int source) const
{
    const int row = placeOf(source).row;
    if (row >= 0 && row < rowCount() && at(row).source == source)
        return row;
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const Row &other) { return other.source == source; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int LinkRows::groupOf(int source) const
{
    return m_groups.groupOf(m_links.link(source), m_links.health(source));
}

QSet<QString> LinkRows::headsOf(const std::vector<Row> &rows)
{
    QSet<QString> heads;
    for (const Row &row : rows) {
        if (row.id.kind == Kind::Header)
            heads.insert(row.id.group);
    }
    return heads;
}

void LinkRows::removeUnwanted(const std::vector<Row> &wanted)
{
    const QSet<QString> heads = headsOf(wanted);
    const auto isWanted = [&](int row) {
        const RowId &id = at(row).id;
        return id.kind == Kind::Header ? heads.contains(id.group) : at(row).source >= 0;
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

void LinkRows::insertAndMove(std::vector<Row> &wanted)
{
    const QSet<QString> heads = headsOf(m_rows);
    for (const Row &row : m_rows) {
        if (row.source >= 0)
            placeOf(row.source).isKnown = true;
    }
    const int count = static_cast<int>(wanted.size());
    const auto want = [&](int row) -> Row & { return wanted[static_cast<size_t>(row)]; };
    const auto isKnown = [&](const Row &row) {
        return row.source < 0 ? heads.contains(row.id.group) : placeOf(row.source).isKnown;
    };

    for (int row = 0; row < count; ++row) {
        int end = row;
        while (end < count && !isKnown(want(end)))
            ++end;
        if (end > row) {
            beginInsertRows({}, row, end - 1);
            m_rows.insert(m_rows.begin() + row, std::make_move_iterator(wanted.begin() + row),
                          std::make_move_iterator(wanted.begin() + end));
            endInsertRows();
            row = end - 1;
            continue;
        }
        if (at(row).id != want(row).id) {
            const auto from
                = std::find_if(m_rows.begin() + row, m_rows.end(),
                               [&](const Row &other) { return other.id == want(row).id; });
            const int place = static_cast<int>(from - m_rows.begin());
            beginMoveRows({}, place, place, {}, row);
            std::rotate(m_rows.begin() + row, from, from + 1);
            endMoveRows();
        }
        update(row, std::move(want(row)));
    }
}

void LinkRows::update(int row, Row wanted)
{
    Row &known = m_rows[static_cast<size_t>(row)];
    const bool sameWords = known.id.kind == Kind::Header
        ? *known.words == *wanted.words
        : known.showsAccount == wanted.showsAccount;
    const bool same = sameWords && known.expanded == wanted.expanded;
    if (sameWords)
        wanted.words = std::move(known.words);
    known = std::move(wanted);
    if (!same)
        emit dataChanged(index(row), index(row));
}

void LinkRows::sourceChanged(const QModelIndex &first, const QModelIndex &last)
{
    for (int source = first.row(); source <= last.row(); ++source) {
        if (groupOf(source) != placeOf(source).group) {
            rebuild();
            break;
        }
    }
    for (int source = first.row(); source <= last.row(); ++source) {
        if (const int row = rowOf(source); row >= 0)
            tellNewWords(row);
    }
}

/// What nobody has looked at is news to nobody.
void LinkRows::tellNewWords(int row)
{
    Row &known = m_rows[static_cast<size_t>(row)];
    if (known.id.kind == Kind::Header || !known.words)
        return;
    RowWords fresh = linkWords(known);
    if (*known.words == fresh)
        return;
    *known.words = std::move(fresh);
    emit dataChanged(index(row), index(row));
}

void LinkRows::refreshTimes()
{
    for (int row = 0; row < rowCount(); ++row)
        tellNewWords(row);
}

const RowWords &LinkRows::wordsOf(const Row &row) const
{
    if (!row.words)
        row.words = std::make_unique<RowWords>(linkWords(row));
    return *row.words;
}

RowWords LinkRows::linkWords(const Row &row) const
{
    if (row.source < 0) // on its way out
        return {};
    const GitLink &link = m_links.link(row.source);
    return RowWords::of(link, m_links.health(row.source), m_groups.find(link.key.account),
                        row.showsAccount, today());
}

Today LinkRows::today() const
{
    return {.now = m_clock.wall()};
}

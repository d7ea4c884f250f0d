// SPDX-License-Identifier: MIT
#include "links/linkmodel.h"

#include "links/linkbook.h"
#include "links/rowrun.h"

#include <QSet>

#include <algorithm>

LinkModel::LinkModel(LinkBook &book, QObject *parent)
    : QAbstractListModel(parent), m_book(book), m_rows(freshRows())
{
    connect(&book, &LinkBook::linksChanged, this, &LinkModel::update);
    connect(&book, &LinkBook::linkChanged, this, &LinkModel::updateOne);
}

int LinkModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant LinkModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.link.name().plain();
    case LinkRole:
        return QVariant::fromValue<const GitLink *>(&row.link);
    case HealthRole:
        return static_cast<int>(row.health);
    default:
        return {};
    }
}

int LinkModel::rowOf(const LinkKey &key) const
{
    // The book has the same order, but while a change is being told.
    const size_t place = m_book.placeOf(key).value_or(m_rows.size());
    if (place < m_rows.size() && m_rows[place].link.key == key)
        return static_cast<int>(place);
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const Row &row) { return row.link.key == key; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

/// Who reads of an end reads it by our clock.
LinkModel::Row LinkModel::rowFor(const GitLink &link) const
{
    Row row{.link = link, .health = m_book.health(link)};
    if (row.link.stored) {
        QDateTime &end = row.link.stored->expires.at;
        end = m_book.byOurClock(end, link.key.account);
    }
    return row;
}

LinkModel::Rows LinkModel::freshRows() const
{
    Rows rows;
    for (const GitLink &link : m_book.links())
        rows.push_back(rowFor(link));
    return rows;
}

void LinkModel::update(const AccountId &account)
{
    rearrange();
    const GitLinks &links = m_book.links();
    ServerDates dates(m_book);
    size_t first = 0; // of neighbours that changed
    for (size_t row = 0; row < links.size(); ++row) {
        const GitLink &link = links[row];
        const bool isAsked = account.isEmpty() || link.key.account == account;
        if (isAsked && updateRow(row, link, m_book.healthAt(link, dates.of(link.key.account))))
            continue;
        tellChanged(first, row);
        first = row + 1;
    }
    tellChanged(first, links.size());
    emit settled();
}

void LinkModel::tellChanged(size_t first, size_t end)
{
    if (first < end)
        emit dataChanged(index(static_cast<int>(first)), index(static_cast<int>(end) - 1));
}

/// What is gone is removed, what moved is moved, what is new is inserted: an index of a link that
/// stays stays with it.
void LinkModel::rearrange()
{
    const GitLinks &links = m_book.links();
    const auto isSame
        = [](const Row &row, const GitLink &link) { return row.link.key == link.key; };
    const auto [row, link]
        = std::mismatch(m_rows.begin(), m_rows.end(), links.begin(), links.end(), isSame);
    const auto gone = std::distance(row, m_rows.end());
    const auto come = std::distance(link, links.end());
    if (gone == 0 && come == 0) // as after most answers
        return;
    const int first = static_cast<int>(row - m_rows.begin());
    if (come > gone && std::equal(row, m_rows.end(), link + (come - gone), links.end(), isSame)) {
        insertFromBook(first, static_cast<int>(come - gone)); // an account's first list
        return;
    }
    const Rows fresh = freshRows();
    removeAllBut(fresh);
    arrangeAs(fresh);
}

void LinkModel::insertFromBook(int first, int count)
{
    std::vector<Row> fresh;
    fresh.reserve(static_cast<size_t>(count));
    const auto link = m_book.links().begin() + first;
    std::transform(link, link + count, std::back_inserter(fresh),
                   [this](const GitLink &one) { return rowFor(one); });
    beginInsertRows({}, first, first + count - 1);
    m_rows.insert(m_rows.begin() + first, std::make_move_iterator(fresh.begin()),
                  std::make_move_iterator(fresh.end()));
    endInsertRows();
}

/// True where a person can see the difference.
bool LinkModel::updateRow(size_t row, const GitLink &link, LinkHealth health)
{
    Row &known = m_rows[row];
    const bool isAhead = m_book.serverAhead(link.key.account).count() != 0;
    if (known.health == health && !isAhead && known.link.showsLike(link))
        return false;
    Row fresh = rowFor(link);
    if (known.health == health && isAhead && known.link.showsLike(fresh.link))
        return false;
    known = std::move(fresh);
    return true;
}

void LinkModel::removeAllBut(const Rows &fresh)
{
    QSet<LinkKey> wanted;
    for (const Row &row : fresh)
        wanted.insert(row.link.key);
    const auto isWanted = [&](int row) { return wanted.contains(link(row).key); };
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

void LinkModel::arrangeAs(const Rows &fresh)
{
    QSet<LinkKey> known;
    for (const Row &row : m_rows)
        known.insert(row.link.key);
    const int count = static_cast<int>(fresh.size());
    const auto keyAt = [&](int row) { return fresh[static_cast<size_t>(row)].link.key; };
    for (int row = 0; row < count;) {
        if (known.contains(keyAt(row))) {
            row += moveHere(row, fresh);
            continue;
        }
        int end = row + 1;
        while (end < count && !known.contains(keyAt(end)))
            ++end;
        beginInsertRows({}, row, end - 1);
        m_rows.insert(m_rows.begin() + row, fresh.begin() + row, fresh.begin() + end);
        endInsertRows();
        row = end;
    }
}

/// Brings the link that is to be at \a row, and is there or below, to its place, together with
/// those that follow it before and after: an account moves as one. Says how many those are.
int LinkModel::moveHere(int row, const Rows &fresh)
{
    const RowRun run = RowRun::wantedAt(
        row, m_rows, fresh, [](const Row &a, const Row &b) { return a.link.key == b.link.key; });
    if (run.first != row) {
        beginMoveRows({}, run.first, run.end - 1, {}, row);
        run.moveTo(row, m_rows);
        endMoveRows();
    }
    return run.end - run.first;
}

void LinkModel::updateOne(const LinkKey &key)
{
    const int row = rowOf(key);
    const GitLink *link = m_book.find(key);
    const auto place = static_cast<size_t>(row);
    if (row < 0 || !link || !updateRow(place, *link, m_book.health(*link)))
        return;
    tellChanged(place, place + 1);
    emit settled();
}

// SPDX-License-Identifier: MIT
#include "window/linkrows.h"

#include "base/clock.h"
#include "links/linkhealth.h"
#include "links/linkmodel.h"
#include "linktexts.h"
#include "texts.h"
#include "widgets/textrun.h"

#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto attentionGroup = "attention"_L1;
constexpr auto otherGroup = "other"_L1;

QString accountGroup(const AccountId &id)
{
    return u"account "_s + id.toString();
}

/// What is read out holds no direction marks.
QString spoken(const QString &text)
{
    return plainTextOf({{.text = text}});
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
    const Words &words = wordsOf(row);
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
        return static_cast<int>(m_links.health(row.source));
    case MarkRole: {
        const GitLink &link = m_links.link(row.source);
        return QVariant::fromValue(
            link.provider ? markFor(link.provider->type, link.provider->displayIcon, words.name)
                          : markFor({}, {}, words.name));
    }
    case Qt::ToolTipRole:
        return words.toolTip;
    case Qt::AccessibleDescriptionRole:
        //: %1 is the second line of a row, %2 a time: "as @ada, in 5 hours"
        return words.time.isEmpty() ? spoken(words.second)
                                    : spoken(tr("%1, %2").arg(words.second, words.time));
    default:
        return {};
    }
}

void LinkRows::setAccounts(const QList<AccountStatus> &accounts)
{
    const auto sameTitles = [](const AccountStatus &a, const AccountStatus &b) {
        return a.id == b.id && a.userName == b.userName;
    };
    const bool renamed = !std::equal(accounts.begin(), accounts.end(), m_accounts.begin(),
                                     m_accounts.end(), sameTitles);
    m_accounts = accounts;
    m_accountPlaces.clear();
    for (int place = 0; place < m_accounts.size(); ++place)
        m_accountPlaces.insert(m_accounts.at(place).id, place);
    rebuild();
    if (renamed)
        refreshTimes();
}

void LinkRows::setFilter(const QString &text)
{
    if (m_filter == text)
        return;
    m_filter = text;
    m_filterWords = text.simplified().split(u' ', Qt::SkipEmptyParts);
    rebuild();
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

bool LinkRows::matches(const GitLink &link, LinkHealth health) const
{
    if (m_filterWords.isEmpty())
        return true;
    const QString all = link.name().plain() + u'\n' + LinkTexts::login(link) + u'\n'
        + spoken(accountTitle(link.key.account)) + u'\n' + LinkTexts::word(health);
    return std::all_of(m_filterWords.begin(), m_filterWords.end(), [&](const QString &word) {
        return all.contains(word, Qt::CaseInsensitive);
    });
}

std::vector<LinkRows::Row> LinkRows::wantedRows() const
{
    std::vector<int> attention;
    std::vector<int> other;
    std::vector<std::vector<int>> own(static_cast<size_t>(m_accounts.size()));
    QSet<AccountId> present;
    for (int source = 0; source < m_links.rowCount(); ++source) {
        const GitLink &link = m_links.link(source);
        present.insert(link.key.account);
        const LinkHealth health = m_links.health(source);
        if (!matches(link, health))
            continue;
        const int place = m_accountPlaces.value(link.key.account, -1);
        if (needsAttention(health))
            attention.push_back(source);
        else if (link.isOtherService() || place < 0)
            other.push_back(source);
        else
            own[static_cast<size_t>(place)].push_back(source);
    }
    std::vector<Row> rows;
    if (!attention.empty())
        appendGroup(rows, attentionGroup, tr("Needs attention"), {}, attention, true);
    for (qsizetype place = 0; place < m_accounts.size(); ++place) {
        const AccountStatus &account = m_accounts.at(place);
        const auto &sources = own[static_cast<size_t>(place)];
        // A header without rows is there for a trouble, or for an account without any provider.
        const bool speaks = !account.badge().isEmpty() || !present.contains(account.id);
        if (!sources.empty() || (m_filterWords.isEmpty() && speaks))
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
    const bool expanded = !m_collapsed.contains(id) || !m_filterWords.isEmpty();
    const QString count = today().locale.toString(static_cast<qulonglong>(sources.size()));
    const QString end = badge.isEmpty() ? count : badge;
    //: What a screen reader says of a group: its name, and a count or a trouble
    const QString accessible = spoken(tr("%1, %2").arg(name, end));
    rows.push_back(
        {.id = {.kind = Kind::Header, .group = id},
         .expanded = expanded,
         .header = {.name = name, .end = end, .toolTip = name, .accessible = accessible}});
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
    std::vector<Row> wanted = wantedRows();
    // Rows point into the LinkModel, so all learn their new places before anybody is told anything.
    QHash<RowId, int> sources;
    for (const Row &row : wanted)
        sources.insert(row.id, row.source);
    for (Row &row : m_rows)
        row.source = sources.value(row.id, -1);
    removeUnwanted(wanted);
    insertAndMove(wanted);
}

void LinkRows::removeUnwanted(const std::vector<Row> &wanted)
{
    QSet<RowId> ids;
    for (const Row &row : wanted)
        ids.insert(row.id);
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (ids.contains(at(last).id))
            continue;
        int first = last;
        while (first > 0 && !ids.contains(at(first - 1).id))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

void LinkRows::insertAndMove(std::vector<Row> &wanted)
{
    QSet<RowId> known;
    for (const Row &row : m_rows)
        known.insert(row.id);
    const int count = static_cast<int>(wanted.size());
    const auto want = [&](int row) -> Row & { return wanted[static_cast<size_t>(row)]; };

    for (int row = 0; row < count; ++row) {
        int end = row;
        while (end < count && !known.contains(want(end).id))
            ++end;
        if (end > row) {
            beginInsertRows({}, row, end - 1);
            m_rows.insert(m_rows.begin() + row, wanted.begin() + row, wanted.begin() + end);
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
    const bool sameWords
        = known.header == wanted.header && known.showsAccount == wanted.showsAccount;
    const bool same = sameWords && known.expanded == wanted.expanded;
    if (sameWords)
        wanted.words = std::move(known.words);
    known = std::move(wanted);
    if (!same)
        emit dataChanged(index(row), index(row));
}

void LinkRows::sourceChanged(const QModelIndex &first, const QModelIndex &last)
{
    rebuild(); // health may have moved it to another group
    for (int row = 0; row < rowCount(); ++row) {
        const int source = at(row).source;
        if (source < first.row() || source > last.row())
            continue;
        m_rows[static_cast<size_t>(row)].words.reset();
        emit dataChanged(index(row), index(row));
    }
}

void LinkRows::refreshTimes()
{
    for (int row = 0; row < rowCount(); ++row) {
        Row &known = m_rows[static_cast<size_t>(row)];
        if (!known.words) // nobody has looked at it yet
            continue;
        Words fresh = linkWords(known);
        if (*known.words == fresh)
            continue;
        known.words = std::move(fresh);
        emit dataChanged(index(row), index(row));
    }
}

const LinkRows::Words &LinkRows::wordsOf(const Row &row) const
{
    if (row.id.kind == Kind::Header)
        return row.header;
    if (!row.words)
        row.words = linkWords(row);
    return *row.words;
}

LinkRows::Words LinkRows::linkWords(const Row &row) const
{
    if (row.source < 0) // on its way out
        return {};
    const GitLink &link = m_links.link(row.source);
    const LinkHealth health = m_links.health(row.source);
    const Today now = today();
    const QString name = link.name().plain();
    const QString account = accountTitle(link.key.account);
    const QString word = LinkTexts::word(health);
    Words words{.name = name,
                .end = word,
                .second = row.showsAccount ? account : LinkTexts::whoOrSince(link, now),
                .secondIsAccount = row.showsAccount,
                .time = link.checking ? tr("Checking…") : LinkTexts::rowTime(link, health, now)};
    //: What a screen reader says of a link: provider, account, state
    words.accessible = spoken(tr("%1, %2, %3").arg(name, account, word));
    QStringList lines{name, account, LinkTexts::whoOrSince(link, now), word, words.time};
    lines.removeDuplicates();
    lines.removeAll(QString());
    words.toolTip = Qt::convertFromPlainText(lines.join(u'\n')); // S37
    return words;
}

QString LinkRows::accountTitle(const AccountId &id) const
{
    const int place = m_accountPlaces.value(id, -1);
    return place < 0 ? QString() : m_accounts.at(place).title();
}

Today LinkRows::today() const
{
    return {.now = m_clock.wall()};
}

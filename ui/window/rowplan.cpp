// SPDX-License-Identifier: MIT
#include "window/rowplan.h"

#include "links/linkmodel.h"
#include "window/linkrows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto attentionGroup = "attention"_L1;
constexpr auto otherGroup = "other"_L1;

QString accountGroup(const AccountId &id)
{
    return u"account "_s + id.toString();
}

/// The links of each group, by their places in the LinkModel.
struct Groups {
    std::vector<int> attention{};
    std::vector<int> other{};
    std::vector<std::vector<int>> own{}; ///< by account
    QSet<AccountId> present{};           ///< accounts with any link, be it hidden

    Groups(const LinkModel &links, const std::vector<RowPlan::Place> &places, qsizetype accounts)
        : own(static_cast<size_t>(accounts))
    {
        AccountId last;
        for (int source = 0; source < links.rowCount(); ++source) {
            if (const AccountId &account = links.link(source).key.account; account != last) {
                present.insert(account); // an account's links stand together
                last = account;
            }
            const int group = places[static_cast<size_t>(source)].group;
            if (group == LinkGroups::attention)
                attention.push_back(source);
            else if (group == LinkGroups::other)
                other.push_back(source);
            else if (group != LinkGroups::hidden)
                own[static_cast<size_t>(group)].push_back(source);
        }
    }
};

} // namespace

RowPlan RowPlan::of(const LinkModel &links, const LinkGroups &groups,
                    const std::vector<Place> &places, const QSet<QString> &collapsed,
                    const QLocale &locale)
{
    const QList<AccountStatus> &accounts = groups.accounts();
    const Groups grouped(links, places, accounts.size());
    RowPlan plan;
    plan.rows.reserve(places.size() + static_cast<size_t>(accounts.size()) + 2);
    const auto append = [&](const QString &id, const QString &name, const QString &badge,
                            const std::vector<int> &sources) {
        const bool expanded = !collapsed.contains(id) || groups.isFiltered();
        const QString count = locale.toString(static_cast<qulonglong>(sources.size()));
        plan.appendHead(id, expanded, name, badge.isEmpty() ? count : badge);
        if (!expanded)
            return;
        for (const int source : sources)
            plan.rows.push_back({.source = source});
    };
    if (!grouped.attention.empty())
        append(attentionGroup, LinkRows::tr("Needs attention"), {}, grouped.attention);
    for (qsizetype place = 0; place < accounts.size(); ++place) {
        const AccountStatus &account = accounts.at(place);
        const auto &sources = grouped.own[static_cast<size_t>(place)];
        const QString badge = account.badge();
        // A header without rows is there for a trouble, or for an account without any provider.
        const bool speaks = !badge.isEmpty() || !grouped.present.contains(account.id);
        if (!sources.empty() || (!groups.isFiltered() && speaks))
            append(accountGroup(account.id), account.title(), badge, sources);
    }
    if (!grouped.other.empty())
        append(otherGroup, LinkRows::tr("Other services"), {}, grouped.other);
    return plan;
}

void RowPlan::appendHead(const QString &id, bool expanded, const QString &name, const QString &end)
{
    //: What a screen reader says of a group: its name, and a count or a trouble
    const QString accessible = RowWords::spoken(LinkRows::tr("%1, %2").arg(name, end));
    rows.push_back({.head = static_cast<int>(heads.size())});
    heads.push_back(
        {.id = id,
         .expanded = expanded,
         .words = {.name = name, .end = end, .toolTip = name, .accessible = accessible}});
}

std::vector<bool> RowPlan::countHeads(std::vector<Row> &known,
                                      const std::vector<Head> &knownHeads) const
{
    std::vector<bool> isChanged(heads.size());
    for (Row &row : known) {
        if (!row.isHeader())
            continue;
        const Head &before = knownHeads[static_cast<size_t>(row.head)];
        const auto now = std::find_if(heads.begin(), heads.end(),
                                      [&](const Head &head) { return head.id == before.id; });
        row.head = now == heads.end() ? -1 : static_cast<int>(now - heads.begin());
        if (row.isHeader())
            isChanged[static_cast<size_t>(row.head)] = *now != before;
    }
    return isChanged;
}

std::vector<bool> RowPlan::linksIn(const std::vector<Row> &rows, size_t count)
{
    std::vector<bool> isIn(count);
    for (const Row &row : rows) {
        if (row.source >= 0)
            isIn[static_cast<size_t>(row.source)] = true;
    }
    return isIn;
}

int RowPlan::pieces(const std::vector<Row> &known, const std::vector<Place> &places) const
{
    std::vector<int> headPlaces(rows.size(), -1);
    for (size_t place = 0; place < known.size(); ++place) {
        if (known[place].isHeader())
            headPlaces[static_cast<size_t>(known[place].head)] = static_cast<int>(place);
    }
    int count = 0;
    int last = -1;
    for (const Row &row : rows) {
        const int place = row.isHeader() ? headPlaces[static_cast<size_t>(row.head)]
                                         : places[static_cast<size_t>(row.source)].row;
        const bool goesOn = place < 0 ? last < 0 : place == last + 1;
        count += goesOn ? 0 : 1;
        last = place;
    }
    return count;
}

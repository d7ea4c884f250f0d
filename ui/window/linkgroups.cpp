// SPDX-License-Identifier: MIT
#include "window/linkgroups.h"

#include "links/linkhealth.h"
#include "linktexts.h"
#include "widgets/textrun.h"

#include <algorithm>
#include <array>

LinkGroups::Change LinkGroups::setAccounts(const QList<AccountStatus> &accounts)
{
    const auto areSame = [&](const auto &same) {
        return std::equal(accounts.begin(), accounts.end(), m_accounts.cbegin(), m_accounts.cend(),
                          same);
    };
    const bool sameTitles = areSame([](const AccountStatus &a, const AccountStatus &b) {
        return a.id == b.id && a.fullTitle() == b.fullTitle();
    });
    const bool sameBadges = areSame(
        [](const AccountStatus &a, const AccountStatus &b) { return a.badge() == b.badge(); });
    m_accounts = accounts;
    m_titles.clear();
    for (const AccountStatus &account : accounts)
        m_titles.append(plainTextOf({{.text = account.fullTitle()}}));
    m_places.clear();
    for (int place = 0; place < m_accounts.size(); ++place)
        m_places.insert(m_accounts.at(place).id, place);
    if (!sameTitles)
        return Change::Titles;
    return sameBadges ? Change::None : Change::Badges;
}

const AccountStatus *LinkGroups::find(const AccountId &id) const
{
    const int place = m_places.value(id, -1);
    return place < 0 ? nullptr : &m_accounts.at(place);
}

void LinkGroups::setFilter(const QString &text)
{
    m_filter = text;
    m_words = text.simplified().split(u' ', Qt::SkipEmptyParts);
}

int LinkGroups::groupOf(const GitLink &link, LinkHealth health) const
{
    if (!matches(link, health))
        return hidden;
    if (needsAttention(health))
        return attention;
    return link.isOtherService() ? other : m_places.value(link.key.account, other);
}

bool LinkGroups::matches(const GitLink &link, LinkHealth health) const
{
    if (m_words.isEmpty())
        return true;
    const int place = m_places.value(link.key.account, -1);
    const std::array parts{link.name().plain(), LinkTexts::login(link),
                           place < 0 ? QString() : m_titles.at(place), LinkTexts::word(health)};
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
        return std::any_of(parts.begin(), parts.end(), [&](const QString &part) {
            return part.contains(word, Qt::CaseInsensitive);
        });
    });
}

// SPDX-License-Identifier: MIT
#include "window/linkgroups.h"

#include "links/linkhealth.h"
#include "linktexts.h"
#include "widgets/textrun.h"

#include <algorithm>

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
    if (sameTitles)
        return sameBadges ? Change::None : Change::Badges;
    m_titles.clear();
    m_places.clear();
    for (int place = 0; place < m_accounts.size(); ++place) {
        m_titles.append(plainTextOf({{.text = m_accounts.at(place).fullTitle()}}));
        m_places.insert(m_accounts.at(place).id, place);
    }
    setFilter(m_filter); // it looks through the titles
    return Change::Titles;
}

const AccountStatus *LinkGroups::find(const AccountId &id) const
{
    const int place = m_places.value(id, -1);
    return place < 0 ? nullptr : &m_accounts.at(place);
}

void LinkGroups::setFilter(const QString &text)
{
    m_filter = text;
    m_words.clear();
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words)
        m_words.push_back(wordOf(word));
}

LinkGroups::Word LinkGroups::wordOf(const QString &text) const
{
    Word word{.text = text};
    for (const QString &title : m_titles)
        word.isInTitle.push_back(title.contains(text, Qt::CaseInsensitive));
    for (int health = 0; health <= static_cast<int>(LinkHealth::Unknown); ++health) {
        const QString state = LinkTexts::word(static_cast<LinkHealth>(health));
        word.isInState.push_back(state.contains(text, Qt::CaseInsensitive));
    }
    return word;
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
    if (m_words.empty())
        return true;
    const auto place = static_cast<size_t>(m_places.value(link.key.account, -1));
    const auto state = static_cast<size_t>(health);
    return std::all_of(m_words.begin(), m_words.end(), [&](const Word &word) {
        const bool isInTitle = place < word.isInTitle.size() && word.isInTitle[place];
        return isInTitle || word.isInState[state] || word.isIn(link);
    });
}

bool LinkGroups::Word::isIn(const GitLink &link) const
{
    if (link.name().plain().contains(text, Qt::CaseInsensitive))
        return true;
    if (!link.user || link.user->login.isEmpty())
        return false;
    const QString &login = link.user->login.plain(); // shown behind an "@"
    return login.contains(text, Qt::CaseInsensitive)
        || (text.startsWith(u'@')
            && login.startsWith(QStringView(text).sliced(1), Qt::CaseInsensitive));
}

// SPDX-License-Identifier: MIT
#pragma once

#include "links/gitlink.h"
#include "window/accountstatus.h"

#include <QHash>
#include <QStringList>

/// In which group of the list a link stands: with what needs attention, with its account, with
/// other services, or in none where a filter hides it.
class LinkGroups
{
public:
    /// What groupOf() says beside the place of an account.
    static constexpr int hidden = -1;
    static constexpr int attention = -2;
    static constexpr int other = -3;

    enum class Change { None, Badges, Titles };
    /// What of it a person could see.
    Change setAccounts(const QList<AccountStatus> &accounts);
    [[nodiscard]] const QList<AccountStatus> &accounts() const { return m_accounts; }
    /// Null where there is no such account.
    [[nodiscard]] const AccountStatus *find(const AccountId &id) const;

    /// Keeps the links whose provider, login, account or state contains every word of \a text.
    void setFilter(const QString &text);
    [[nodiscard]] const QString &filter() const { return m_filter; }
    [[nodiscard]] bool isFiltered() const { return !m_words.isEmpty(); }

    [[nodiscard]] int groupOf(const GitLink &link, LinkHealth health) const;

private:
    [[nodiscard]] bool matches(const GitLink &link, LinkHealth health) const;

    QList<AccountStatus> m_accounts;
    QHash<AccountId, int> m_places;
    QStringList m_titles; ///< as they are looked through
    QString m_filter;
    QStringList m_words;
};

// SPDX-License-Identifier: MIT
#pragma once

#include "links/gitlink.h"
#include "window/accountstatus.h"

#include <QHash>
#include <QStringList>

#include <vector>

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
    [[nodiscard]] bool isFiltered() const { return !m_words.empty(); }
    /// Whether \a text can only hide more links than the filter does now.
    [[nodiscard]] bool wouldNarrow(const QString &text) const { return text.startsWith(m_filter); }

    [[nodiscard]] int groupOf(const GitLink &link, LinkHealth health) const;

private:
    /// What many links share is looked through once, not for each of them.
    struct Word {
        QString text{};
        std::vector<bool> isInTitle{}; ///< by place of the account
        std::vector<bool> isInState{}; ///< by health

        [[nodiscard]] bool isIn(const GitLink &link) const;
    };

    [[nodiscard]] bool matches(const GitLink &link, LinkHealth health) const;
    [[nodiscard]] Word wordOf(const QString &text) const;

    QList<AccountStatus> m_accounts;
    QHash<AccountId, int> m_places;
    QStringList m_titles; ///< as they are looked through
    QString m_filter;
    std::vector<Word> m_words;
};

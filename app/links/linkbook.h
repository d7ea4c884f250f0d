// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "links/gitlink.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <chrono>
#include <vector>

/// All that is known of one account's links.
struct AccountLinks {
    struct Entry {
        GitLink link{};
        QDateTime learntAt{}; ///< UTC; invalid where nothing that counts was learnt
        friend bool operator==(const Entry &, const Entry &) = default;
    };

    QDateTime listedAt{}; ///< UTC, of the newest list; invalid before the first
    std::vector<Entry> links{};

    friend bool operator==(const AccountLinks &, const AccountLinks &) = default;
};

/// All links of all accounts and when each was last learnt: the one source for list, tray and
/// notifications. Accounts stand in the order they were added, or were arranged in since; links in
/// the order of configuration, orphans last.
class LinkBook : public QObject
{
    Q_OBJECT

public:
    explicit LinkBook(Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const GitLinks &links() const { return m_links; }
    [[nodiscard]] const GitLink *find(const LinkKey &key) const;
    /// Its index in links().
    [[nodiscard]] std::optional<size_t> placeOf(const LinkKey &key) const;
    [[nodiscard]] LinkHealth health(const GitLink &link) const;
    /// The same for going through many: \a serverNow is serverNow() of its account.
    [[nodiscard]] LinkHealth healthAt(const GitLink &link, const QDateTime &serverNow) const;
    /// It may not be the link that is broken: perhapsLimited().
    [[nodiscard]] bool isPerhapsLimited(const LinkKey &key) const
    {
        return m_limited.contains(key);
    }
    [[nodiscard]] int attentionCount() const;
    /// UTC, by our own clock.
    [[nodiscard]] QDateTime now() const { return m_clock.wall(); }
    /// The date by the clock of an account's server, as its links' times are (UTC).
    [[nodiscard]] QDateTime serverNow(const AccountId &account) const;
    /// What a server says of a time, by our clock: for words such as "in 3 days".
    [[nodiscard]] QDateTime byOurClock(const QDateTime &theirs, const AccountId &account) const;
    /// UTC, of the newest answer that counts; invalid where nothing was learnt yet.
    [[nodiscard]] QDateTime learntAt(const LinkKey &key) const { return m_learntAt.value(key); }

    /// UTC, of the newest list of an account; invalid before the first.
    [[nodiscard]] QDateTime listedAt(const AccountId &account) const
    {
        return m_listedAt.value(account);
    }
    /// In the order they were added.
    [[nodiscard]] const QList<AccountId> &accounts() const { return m_accounts; }
    [[nodiscard]] AccountLinks knownOf(const AccountId &account) const;

    /// What an earlier run knew, until the first answer of this one; after that it changes nothing.
    void recall(const AccountId &account, const AccountLinks &known);
    /// Gives an account its place before anything is known of it.
    void addAccount(const AccountId &account);
    /// Of \a newer something is known that came after \a listing was asked for, and is not taken
    /// back by it. True where that happened: the list is to be asked again.
    bool applyListing(const AccountId &account, const Listing &listing,
                      const QSet<ProviderId> &newer = {});
    /// True where the list has to be asked to make sense of the answer.
    bool applyDetails(const LinkKey &key, const Answer<LinkDetails> &answer);
    /// Coder has removed the link: it is not shown as linked until the next list says more.
    void applyUnlinked(const LinkKey &key);
    /// What a person asked about could not be learnt; what is known stays.
    void setCheckProblem(const LinkKey &key, const ApiError &problem);
    /// How far the clock of an account's server is ahead of ours.
    void setServerAhead(const AccountId &account, std::chrono::milliseconds ahead);
    [[nodiscard]] std::chrono::milliseconds serverAhead(const AccountId &account) const
    {
        return m_serverAhead.value(account);
    }
    void setChecking(const LinkKey &key, bool checking);
    /// The token may not read links, or may again: then the next list tells.
    void setMayRead(const AccountId &account, bool mayRead);
    void removeAccount(const AccountId &account);
    /// Nothing is known of it any more; it keeps its place.
    void forgetLinks(const AccountId &account);
    /// The accounts in the order in which their links are to stand; the others follow.
    void arrange(const QList<AccountId> &accounts);
    /// Looks at the clock again: links expire without anybody saying so.
    void reconsider();

signals:
    /// Links came, went or moved, or many changed: of this account only, unless it is empty.
    void linksChanged(const AccountId &account = {});
    /// Just this one differs from before.
    void linkChanged(const LinkKey &key);
    /// An answer has told that serverAhead() differs.
    void serverClockLearnt(const AccountId &account);
    /// An answer about this account counted.
    void learnt(const AccountId &account);
    /// Nothing is known of it any more.
    void accountRemoved(const AccountId &account);

private:
    GitLink *findMutable(const LinkKey &key);
    void noteHealth(GitLink &link, const QDateTime &serverNow) const;
    AccountId noteLimits(const AccountId &account);
    void tellOne(const GitLink &link);
    void replaceLinks(const AccountId &account, std::vector<GitLink> fresh);

    Clock &m_clock;
    GitLinks m_links;
    mutable QHash<LinkKey, size_t> m_places; ///< where placeOf() looks first
    QHash<LinkKey, QDateTime> m_learntAt;
    QHash<AccountId, QDateTime> m_listedAt;
    QList<AccountId> m_accounts; ///< in their order
    QHash<AccountId, std::chrono::milliseconds> m_serverAhead;
    QSet<LinkKey> m_limited;         ///< perhaps
    QSet<AccountId> m_unreadable;    ///< whose token may not read links
    QSet<AccountId> m_readableAgain; ///< since the last list
};

/// The dates by the clocks of the accounts' servers, for going through links as they stand: those
/// of an account together.
class ServerDates
{
public:
    explicit ServerDates(const LinkBook &book) : m_book(book), m_now(book.serverNow(m_account)) { }

    const QDateTime &of(const AccountId &account)
    {
        if (account != m_account) {
            m_account = account;
            m_now = m_book.serverNow(account);
        }
        return m_now;
    }

private:
    const LinkBook &m_book;
    AccountId m_account{};
    QDateTime m_now;
};

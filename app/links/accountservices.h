// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/strongid.h"
#include "coder/restclient.h"
#include "links/healthwatch.h"
#include "session/account.h"

#include <QObject>

#include <memory>
#include <vector>

class AccountBook;
class LinkBook;
class LinkService;
class Session;
class SignIn;
class TokenStore;

/// A session and a link service for every account of the book, made and removed with it.
class AccountServices : public QObject
{
    Q_OBJECT

public:
    AccountServices(AccountBook &accounts, TokenStore &keychain, LinkBook &links, Clock &clock,
                    const RestLimits &limits = {}, const WatchPolicy &policy = {},
                    QObject *parent = nullptr);
    ~AccountServices() override;

    /// In the order of the book.
    [[nodiscard]] std::vector<LinkService *> all() const;
    /// Null where there is no such account.
    [[nodiscard]] LinkService *find(const AccountId &account) const;
    /// UTC, when an account will be asked again unbidden; invalid where that is not planned.
    [[nodiscard]] QDateTime nextAsk(const AccountId &account) const;

    /// When the session of \a account ends for good, if that is near (UTC, by our clock); invalid
    /// otherwise.
    [[nodiscard]] QDateTime sessionEnds(const AccountId &account) const;

    /// Reads every token from where it is kept and asks each deployment for its list. Tokens that
    /// are left in the keychain go.
    void restoreAll();
    /// Goes on with accounts that await their keyring, where it is open by now.
    void restoreIfKeyringIsOpen();
    void activated();
    /// A minute or so has passed, or the machine has slept: keyrings are opened, times to ask
    /// pass and keys come to their end without anybody saying so.
    void timePassed();
    void refreshAll();
    // What a person wishes for one account.
    void unlock(const AccountId &account);
    void cancelUnlock(const AccountId &account);
    void retry(const AccountId &account);
    /// Takes over what a finished sign-in has found out; adds the account or renews it.
    void adopt(const SignIn &signIn);
    /// Where the pages of an account's deployment are from now on, for all its accounts; absent is
    /// where the deployment says.
    void setWebAddress(const AccountId &id, const WebAddress &address);
    /// A sign-in is given up: what it was still keeping is taken out again, unless it opens an
    /// account whose token is kept there.
    void abandon(const SignIn &signIn);

signals:
    /// An account came or went, or what is known of one differs.
    void changed();
    /// The account book could not be written.
    void notSaved();

private:
    struct Entry;
    Entry &add(const Account &account);
    [[nodiscard]] Entry *entryOf(const AccountId &account) const;
    void followBook();
    void eraseLeftover(const AccountId &account);

    AccountBook &m_accounts;
    TokenStore &m_keychain;
    LinkBook &m_links;
    Clock &m_clock;
    RestLimits m_limits;
    WatchPolicy m_policy;
    std::vector<std::unique_ptr<Entry>> m_entries;
};

// SPDX-License-Identifier: MIT
#pragma once

struct Account;
struct LinkKey;
class AccountBook;
class LinkBook;
class UntrustedText;

/// Whose a link is, for where only its provider is named.
class LinkOwners
{
public:
    LinkOwners(const LinkBook &links, const AccountBook &accounts);

    /// Null where \a provider, as the provider of \a link is called, tells: no other account has
    /// one that is called so.
    [[nodiscard]] const Account *toName(const LinkKey &link, const UntrustedText &provider) const;

private:
    const LinkBook &m_links;
    const AccountBook &m_accounts;
};

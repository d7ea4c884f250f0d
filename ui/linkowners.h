// SPDX-License-Identifier: MIT
#pragma once

#include "base/untrustedtext.h"
#include "links/gitlink.h"

#include <QList>

struct Account;
class AccountBook;
class LinkBook;

/// Whose a link is, for where only its provider is named.
class LinkOwners
{
public:
    struct Named {
        LinkKey link{};
        UntrustedText provider{}; ///< as it is called
    };

    LinkOwners(const LinkBook &links, const AccountBook &accounts);

    /// Null where \a provider, as the provider of \a link is called, tells: no other account has
    /// one that is called so.
    [[nodiscard]] const Account *toName(const LinkKey &link, const UntrustedText &provider) const;
    /// The same of each of a few, for which all links are gone through once.
    [[nodiscard]] QList<const Account *> toName(const QList<Named> &few) const;

private:
    const LinkBook &m_links;
    const AccountBook &m_accounts;
};

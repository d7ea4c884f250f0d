// SPDX-License-Identifier: MIT
#include "linkowners.h"

#include "desktop/plainname.h"
#include "links/linkbook.h"
#include "session/accountbook.h"

#include <algorithm>

LinkOwners::LinkOwners(const LinkBook &links, const AccountBook &accounts)
    : m_links(links), m_accounts(accounts)
{ }

const Account *LinkOwners::toName(const LinkKey &link, const UntrustedText &provider) const
{
    const std::optional<QString> inMenus = plainName(provider, link.provider);
    const auto isTakenForIt = [&](const GitLink &other) {
        if (other.key.account == link.account)
            return false; // those have names of their own
        const UntrustedText name = other.name();
        return name == provider || plainName(name, other.key.provider) == inMenus;
    };
    const std::vector<GitLink> &links = m_links.links();
    return std::any_of(links.cbegin(), links.cend(), isTakenForIt) ? m_accounts.find(link.account)
                                                                   : nullptr;
}

// SPDX-License-Identifier: MIT
#include "linkowners.h"

#include "desktop/plainname.h"
#include "links/linkbook.h"
#include "session/accountbook.h"

#include <QSet>

#include <optional>

namespace {

/// Tells most links apart from a few by a look at name and id, without what is put together from
/// them: a name may be one with an id in brackets behind it.
class Likely
{
public:
    void add(const UntrustedText &name, const std::optional<QString> &inMenu)
    {
        addHeads(name.plain());
        if (inMenu)
            addHeads(*inMenu);
        m_isUnnamed = m_isUnnamed || !inMenu;
    }
    [[nodiscard]] bool contains(const GitLink &link) const
    {
        return m_isUnnamed || !link.provider || m_heads.contains(link.provider->displayName.plain())
            || m_heads.contains(link.key.provider.toString());
    }

private:
    void addHeads(const QString &name)
    {
        m_heads.insert(name);
        for (qsizetype end = name.indexOf(u" ("); end >= 0; end = name.indexOf(u" (", end + 1))
            m_heads.insert(name.left(end));
    }

    QSet<QString> m_heads;
    bool m_isUnnamed = false; ///< menus cannot tell one of them from any that is like it
};

} // namespace

LinkOwners::LinkOwners(const LinkBook &links, const AccountBook &accounts)
    : m_links(links), m_accounts(accounts)
{ }

const Account *LinkOwners::toName(const LinkKey &link, const UntrustedText &provider) const
{
    return toName({{.link = link, .provider = provider}}).constFirst();
}

QList<const Account *> LinkOwners::toName(const QList<Named> &few) const
{
    QList<const Account *> owners(few.size(), nullptr);
    if (few.isEmpty() || m_accounts.accounts().size() < 2)
        return owners;
    QList<std::optional<QString>> inMenus;
    Likely likely;
    for (const Named &one : few) {
        inMenus.append(plainName(one.provider, one.link.provider));
        likely.add(one.provider, inMenus.constLast());
    }
    for (const GitLink &other : m_links.links()) {
        if (!likely.contains(other))
            continue;
        const UntrustedText name = other.name();
        const std::optional<QString> inMenu = plainName(name, other.key.provider);
        for (qsizetype i = 0; i < few.size(); ++i) {
            const bool isTakenForIt = name == few.at(i).provider || inMenu == inMenus.at(i);
            // The account's own have names of their own.
            if (isTakenForIt && other.key.account != few.at(i).link.account && !owners.at(i))
                owners[i] = m_accounts.find(few.at(i).link.account);
        }
    }
    return owners;
}

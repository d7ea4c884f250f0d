// SPDX-License-Identifier: MIT
#include "desktop/traycontent.h"

#include "desktop/plainname.h"
#include "linkowners.h"
#include "links/linkhealth.h"
#include "links/linkmodel.h"
#include "session/account.h"
#include "window/accountstatus.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace {

using State = TrayContent::State;

bool isOfKeychain(Session::Trouble trouble)
{
    switch (trouble) {
    case Session::Trouble::KeychainLocked:
    case Session::Trouble::KeychainNoCollection:
    case Session::Trouble::KeychainAbsent:
    case Session::Trouble::KeychainDenied:
    case Session::Trouble::KeychainHung:
    case Session::Trouble::KeychainBroken:
        return true;
    case Session::Trouble::TokenMissing:
    case Session::Trouble::TokenRejected:
    case Session::Trouble::UserSuspended:
    case Session::Trouble::ScopeTooNarrow:
    case Session::Trouble::OtherUser:
    case Session::Trouble::Unreachable:
        return false;
    }
    Q_UNREACHABLE();
}

/// Where no account can ask: what stands between a person and the one that is nearest to it.
State stateWithoutSession(const QList<AccountStatus> &accounts)
{
    State state = State::SignedOut;
    for (const AccountStatus &account : accounts) {
        if (std::holds_alternative<Session::Restoring>(account.session))
            return State::OpeningKeyring;
        const std::optional<Session::Trouble> trouble = account.trouble();
        if (trouble == Session::Trouble::KeychainLocked)
            state = State::KeyringLocked;
        else if (state == State::SignedOut && trouble && isOfKeychain(*trouble))
            state = State::KeyringClosed;
    }
    return state;
}

/// Only the person can help. Who signed out wanted it so and is in no trouble.
bool needsPerson(const AccountStatus &account)
{
    const std::optional<Session::Trouble> trouble = account.trouble();
    return trouble && *trouble != Session::Trouble::Unreachable;
}

/// Whether the accounts could be asked, where nothing else is to be told.
State stateOfChecks(const QList<AccountStatus> &accounts)
{
    qsizetype checked = 0;
    qsizetype failed = 0;
    for (const AccountStatus &account : accounts) {
        if (account.isStarting() && !account.learntAt.isValid())
            return State::Asking;
        if (account.couldNotCheck())
            ++failed;
        else if (account.isSignedIn())
            ++checked;
    }
    if (failed == 0)
        return State::AllWell;
    return checked == 0 ? State::NotChecked : State::PartlyChecked;
}

/// The list could not tell, as that of an older server never can, and by id has said nothing yet.
bool isOpen(const GitLink &link)
{
    return link.stored && link.mayRead && !link.authenticated
        && link.couldNotCheck.plain().isEmpty();
}

void addUnknown(const GitLink &link, const QSet<AccountId> &beingAsked, TrayContent::Counts &counts)
{
    if (link.provider && !link.provider->hasUsableId)
        counts.uncheckable += link.stored ? 1 : 0; // else nothing is there to be checked
    else if (isOpen(link) && beingAsked.contains(link.key.account))
        ++counts.pending;
    else
        ++counts.unchecked;
}

void addKnown(LinkHealth health, TrayContent::Counts &counts)
{
    switch (health) {
    case LinkHealth::ProviderUnreachable:
    case LinkHealth::RateLimited:
        ++counts.unchecked;
        return;
    case LinkHealth::NotVerifiable:
    case LinkHealth::Orphan:
        ++counts.uncheckable;
        return;
    case LinkHealth::Valid:
    case LinkHealth::RenewsItself:
        ++counts.working;
        return;
    case LinkHealth::NotLinked:
    case LinkHealth::NeedsReconnect:
    case LinkHealth::Expired:
    case LinkHealth::ExpiringSoon:
    case LinkHealth::AppNotInstalled:
    case LinkHealth::Unknown:
        return;
    }
    Q_UNREACHABLE();
}

/// As menus and tool tips may show it; some panels take them for markup.
template <typename AnAccount>
QString harmlessName(const AnAccount &account)
{
    if (const auto label = plainName(account.label))
        return *label;
    const QString host = account.server.display();
    const std::optional<QString> user = plainName(account.userName);
    //: %1 is the name of a Coder user, %2 is the host of a deployment
    return user ? QCoreApplication::translate("TrayContent", "%1 on %2").arg(*user, host) : host;
}

} // namespace

QList<TrayContent::Item> TrayContent::itemsOf(const LinkModel &links)
{
    QList<Item> items;
    for (int row = 0; row < links.rowCount(); ++row) {
        const GitLink &link = links.link(row);
        if (!needsAttention(links.health(row)))
            continue;
        items.append({.link = link.key,
                      .provider = link.name(),
                      .health = links.health(row),
                      .expires = link.stored ? link.stored->expires.at : QDateTime()});
    }
    return items;
}

TrayContent::Counts TrayContent::countsOf(const LinkModel &links)
{
    Counts counts;
    QSet<AccountId> beingAsked;
    QList<const GitLink *> unknown;
    for (int row = 0; row < links.rowCount(); ++row) {
        const GitLink &link = links.link(row);
        if (link.checking)
            beingAsked.insert(link.key.account);
        if (links.health(row) == LinkHealth::Unknown)
            unknown.append(&link);
        else
            addKnown(links.health(row), counts);
    }
    for (const GitLink *link : std::as_const(unknown))
        addUnknown(*link, beingAsked, counts);
    return counts;
}

void TrayContent::nameOwners(const LinkOwners &owners)
{
    QList<LinkOwners::Named> named;
    QList<QString *> accounts;
    const auto add = [&](auto &entry) {
        named.append({.link = entry.link, .provider = entry.provider});
        accounts.append(&entry.account);
    };
    for (Item &item : items) {
        if (named.size() == mostItems)
            break;
        add(item);
    }
    for (Flow &flow : flows)
        add(flow);
    const QList<const Account *> toName = owners.toName(named);
    for (qsizetype i = 0; i < toName.size(); ++i) {
        if (toName.at(i))
            *accounts.at(i) = harmlessName(*toName.at(i));
    }
}

QList<TrayContent::Troubled> TrayContent::troubledOf(const QList<AccountStatus> &accounts)
{
    QList<Troubled> troubled;
    if (accounts.size() < 2)
        return troubled; // then the state says it all
    for (const AccountStatus &account : accounts) {
        if (needsPerson(account) || account.couldNotCheck())
            troubled.append(
                {.account = account.id, .name = harmlessName(account), .trouble = account.badge()});
    }
    return troubled;
}

TrayContent::State TrayContent::stateFor(const QList<AccountStatus> &accounts) const
{
    const auto any = [&accounts](auto holds) {
        return std::any_of(accounts.cbegin(), accounts.cend(), holds);
    };
    const auto isOffline = [](const AccountStatus &account) { return account.isOffline(); };
    const auto isReached
        = [](const AccountStatus &account) { return account.isSignedIn() && !account.isOffline(); };
    const bool isLinking = std::any_of(flows.cbegin(), flows.cend(), [](const Flow &flow) {
        return flow.doing != Flow::Doing::StoppedLooking;
    });
    if (isLinking)
        return State::Linking;
    if (any(isOffline) && !any(isReached))
        return State::Offline;
    if (!any([](const AccountStatus &account) { return account.isSignedIn(); }))
        return stateWithoutSession(accounts);
    if (!items.isEmpty())
        return State::Attention;
    if (any(needsPerson))
        return State::AccountTrouble;
    const State checks = stateOfChecks(accounts);
    if (checks != State::AllWell)
        return checks;
    if (counts.unchecked > 0)
        return State::LinksUnchecked;
    if (counts.pending > 0)
        return State::Asking;
    return counts.working + counts.uncheckable > 0 ? State::AllWell : State::NothingLinked;
}

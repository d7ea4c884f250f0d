// SPDX-License-Identifier: MIT
#include "window/linkaction.h"

#include "window/accountstatus.h"

namespace {

bool needsDeployment(LinkAction action)
{
    switch (action) {
    case LinkAction::Link:
    case LinkAction::Reconnect:
    case LinkAction::CheckNow:
    case LinkAction::Unlink:
    case LinkAction::TryUnlink:
    case LinkAction::OpenPage: // what is linked is read first
        return true;
    case LinkAction::InstallApp:
    case LinkAction::CopyForAdmin:
        return false;
    }
    Q_UNREACHABLE();
}

LinkActions unlinked(const GitLink &link)
{
    const LinkAction connect = link.provider->device ? LinkAction::Link : LinkAction::OpenPage;
    return {.actions = {connect, LinkAction::CheckNow}, .firstIsDefault = true};
}

} // namespace

LinkActions LinkActions::of(const GitLink &link, LinkHealth health)
{
    if (!link.provider) {
        return {.actions = {LinkAction::CopyForAdmin, LinkAction::TryUnlink},
                .firstIsDefault = true};
    }
    if (!link.provider->hasUsableId) // no request is made with such an id
        return {};
    const LinkAction connect = link.provider->device ? LinkAction::Reconnect : LinkAction::OpenPage;
    switch (health) {
    case LinkHealth::NotLinked:
        return unlinked(link);
    case LinkHealth::NeedsReconnect:
    case LinkHealth::Expired:
    case LinkHealth::ExpiringSoon:
        return {.actions = {connect, LinkAction::CheckNow, LinkAction::Unlink},
                .firstIsDefault = true};
    case LinkHealth::AppNotInstalled:
        if (!link.details || !link.details->appInstall.isUsable())
            break;
        return {.actions
                = {LinkAction::InstallApp, LinkAction::CheckNow, connect, LinkAction::Unlink},
                .firstIsDefault = true};
    case LinkHealth::Unknown:
        if (!link.isLinked())
            return {.actions = {LinkAction::CheckNow}};
        break;
    case LinkHealth::Valid:
    case LinkHealth::RenewsItself:
    case LinkHealth::NotVerifiable:
    case LinkHealth::ProviderUnreachable:
    case LinkHealth::RateLimited:
    case LinkHealth::Orphan:
        break;
    }
    return {.actions = {LinkAction::CheckNow, connect, LinkAction::Unlink}};
}

const QList<LinkAction> &LinkActions::all()
{
    static const QList<LinkAction> actions{LinkAction::Link,         LinkAction::Reconnect,
                                           LinkAction::OpenPage,     LinkAction::InstallApp,
                                           LinkAction::CopyForAdmin, LinkAction::CheckNow,
                                           LinkAction::Unlink,       LinkAction::TryUnlink};
    return actions;
}

QString LinkActions::label(LinkAction action)
{
    switch (action) {
    case LinkAction::Link:
        //: A verb: connect an account
        return tr("Link…");
    case LinkAction::Reconnect:
        return tr("Reconnect…");
    case LinkAction::OpenPage:
        return tr("Open page in browser");
    case LinkAction::InstallApp:
        return tr("Install app");
    case LinkAction::CopyForAdmin:
        return tr("Copy text for the admin");
    case LinkAction::CheckNow:
        return tr("Check now");
    case LinkAction::Unlink:
        return tr("Unlink…");
    case LinkAction::TryUnlink:
        return tr("Try to unlink…");
    }
    Q_UNREACHABLE();
}

bool LinkActions::opensBrowser(LinkAction action)
{
    return action == LinkAction::OpenPage || action == LinkAction::InstallApp;
}

QString LinkActions::obstacle(LinkAction action, const AccountStatus &account)
{
    if (!needsDeployment(action))
        return {};
    if (account.isOffline())
        return tr("This needs the deployment, which cannot be reached at present.");
    if (std::holds_alternative<Session::Restoring>(account.session))
        return tr(
            "This needs your session token, which Fairlead is still reading from the keyring.");
    if (!account.isSignedIn())
        return tr("This needs you to be signed in.");
    return {};
}

// SPDX-License-Identifier: MIT
#include "window/windowmenus.h"

#include "dialogs/shortcutsdialog.h"
#include "pictures/icons.h"
#include "texts.h"
#include "window/buttons.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

Remedy remedyOf(const AccountStatus &account)
{
    if (std::holds_alternative<Session::SignedOut>(account.session))
        return Remedy::SignInAgain;
    const auto trouble = account.trouble();
    return trouble ? Texts::remedyFor(*trouble) : Remedy::None;
}

/// The account of the chosen link comes first.
const AccountStatus *firstWith(const MenuState &state, Remedy remedy)
{
    const AccountStatus *first = nullptr;
    for (const AccountStatus &account : state.accounts) {
        if (remedyOf(account) != remedy)
            continue;
        if (account.id == state.linkAccount.id)
            return &account;
        if (!first)
            first = &account;
    }
    return first;
}

QKeySequence keysOf(LinkAction action)
{
    switch (action) {
    case LinkAction::Link:
    case LinkAction::Reconnect:
    case LinkAction::OpenPage:
        return QKeySequence(Qt::CTRL | Qt::Key_L);
    case LinkAction::CheckNow:
        return QKeySequence(Qt::CTRL | Qt::Key_R);
    case LinkAction::Unlink:
    case LinkAction::TryUnlink:
        return QKeySequence(Qt::CTRL | Qt::Key_U);
    case LinkAction::InstallApp:
    case LinkAction::CopyForAdmin:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

WindowMenus::WindowMenus(QMenuBar &bar, const Icons &icons, QObject *parent)
    : QObject(parent), m_bar(bar)
{
    makeFile(bar);
    makeLink(bar, icons);
    makeView(bar);
    makeHelp(bar, icons);
    show({});
}

/// Without "…", which accessible names do not have: in Qt 6.4 an entry is always called what it
/// shows.
QAction *WindowMenus::add(QMenu &menu, const QString &text, const QKeySequence &keys,
                          const std::function<void()> &triggered)
{
    QAction *action = menu.addAction(text);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, triggered);
    return action;
}

void WindowMenus::makeFile(QMenuBar &bar)
{
    QMenu *menu = bar.addMenu(tr("&File"));
    add(*menu, tr("&Add account"), QKeySequence::New, [this] { emit addAccountWished(); });
    add(*menu, tr("Accou&nts"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
        [this] { emit accountsWished(); });
    m_signIn = add(*menu, tr("&Sign in again"), {}, [this] { emit signInWished(m_suspended); });
    m_webAddress
        = add(*menu, tr("&Web address"), {}, [this] { emit webAddressWished(m_dashboardAccount); });
    m_unlock = add(*menu, tr("&Unlock keyring"), {}, [this] { emit unlockWished(m_locked); });
    menu->addSeparator();
    add(*menu, tr("Se&ttings"), QKeySequence(Qt::CTRL | Qt::Key_Comma),
        [this] { emit settingsWished(); });
    add(*menu, tr("&Remove everything stored"), {}, [this] { emit removeEverythingWished(); });
    menu->addSeparator();
    add(*menu, tr("&Close window"), QKeySequence(Qt::CTRL | Qt::Key_W),
        [this] { emit closeWindowWished(); });
    add(*menu, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { emit quitWished(); });
}

void WindowMenus::makeLink(QMenuBar &bar, const Icons &icons)
{
    QMenu *menu = bar.addMenu(tr("&Link"));
    for (const LinkAction action : LinkActions::all()) {
        if (action == LinkAction::CheckNow || action == LinkAction::Unlink)
            menu->addSeparator();
        QAction *entry = add(*menu, LinkActions::label(action).remove(u'…'), {},
                             [this, action] { emit linkActionWished(action); });
        if (LinkActions::opensBrowser(action))
            entry->setIcon(icons.icon(u"external-link"_s));
        m_linkActions.insert(action, entry);
        if (action == LinkAction::CheckNow) {
            m_checkAll = add(*menu, tr("Check all now"), QKeySequence(Qt::Key_F5),
                             [this] { emit checkAllWished(); });
        }
    }
}

void WindowMenus::makeView(QMenuBar &bar)
{
    QMenu *menu = bar.addMenu(tr("&View"));
    m_listActions.append(
        add(*menu, tr("&Filter"), QKeySequence::Find, [this] { emit filterWished(); }));
    menu->addSeparator();
    m_listActions.append(add(*menu, tr("&Expand all groups"), QKeySequence(Qt::CTRL | Qt::Key_Plus),
                             [this] { emit expandWished(true); }));
    m_listActions.append(add(*menu, tr("&Collapse all groups"),
                             QKeySequence(Qt::CTRL | Qt::Key_Minus),
                             [this] { emit expandWished(false); }));
}

void WindowMenus::makeHelp(QMenuBar &bar, const Icons &icons)
{
    QMenu *menu = bar.addMenu(tr("&Help"));
    add(*menu, tr("&Keyboard shortcuts"), QKeySequence(QKeySequence::HelpContents),
        [this] { emit shortcutsWished(); });
    //: The web pages of a Coder deployment
    m_dashboard = add(*menu, tr("Open &dashboard"), {},
                      [this] { emit openDashboardWished(m_dashboardAccount); });
    m_dashboard->setIcon(icons.icon(u"external-link"_s));
    menu->addSeparator();
    add(*menu, tr("&About Fairlead"), {}, [this] { emit aboutWished(); });
}

/// Who it is for is in sight where there are several.
QString WindowMenus::signInLabel(const AccountStatus &account, bool isOneOfSeveral)
{
    if (!isOneOfSeveral)
        return tr("&Sign in again");
    QString user = account.userName.plain();
    //: %1 is a Coder user, %2 the host of a deployment
    return tr("&Sign in again as %1 on %2")
        .arg(user.replace(u'&', "&&"_L1), account.server.display());
}

void WindowMenus::show(const MenuState &state)
{
    const AccountStatus *suspended = firstWith(state, Remedy::SignInAgain);
    const AccountStatus *locked = firstWith(state, Remedy::UnlockKeyring);
    m_suspended = suspended ? suspended->id : AccountId();
    m_locked = locked ? locked->id : AccountId();
    m_signIn->setVisible(suspended);
    if (suspended)
        m_signIn->setText(signInLabel(*suspended, state.accounts.size() > 1));
    m_unlock->setVisible(!m_locked.isEmpty());
    m_dashboardAccount = state.linkAccount.id;
    if (m_dashboardAccount.isEmpty() && !state.accounts.isEmpty())
        m_dashboardAccount = state.accounts.first().id;
    m_dashboard->setEnabled(!m_dashboardAccount.isEmpty());
    m_webAddress->setVisible(!m_dashboardAccount.isEmpty());
    const auto found
        = std::find_if(state.accounts.begin(), state.accounts.end(),
                       [this](const AccountStatus &a) { return a.id == m_dashboardAccount; });
    // The host is in sight before the browser opens.
    m_dashboard->setText(found == state.accounts.end()
                             ? tr("Open &dashboard")
                             //: %1 is the host of a deployment
                             : tr("Open &dashboard on %1").arg(found->pageHost));
    if (found != state.accounts.end())
        //: %1 is the host of a deployment
        m_webAddress->setText(tr("&Web address of %1").arg(found->server.display()));
    m_checkAll->setEnabled(!state.accounts.isEmpty());
    for (QAction *action : std::as_const(m_listActions))
        action->setEnabled(state.showsList);
    showLinkActions(state);
}

/// Entries that do not fit the link are not there, but the menu is never without its verbs.
void WindowMenus::showLinkActions(const MenuState &state)
{
    const QList<LinkAction> &fitting = state.link.actions;
    for (const LinkAction action : LinkActions::all()) {
        QAction *entry = m_linkActions.value(action);
        const bool fits = fitting.contains(action);
        const bool resting = fitting.isEmpty()
            && (action == LinkAction::Link || action == LinkAction::CheckNow
                || action == LinkAction::Unlink);
        entry->setText(labelFor(action, state));
        entry->setVisible(fits || resting);
        entry->setEnabled(fits && LinkActions::obstacle(action, state.linkAccount).isEmpty());
        entry->setShortcut(fits || resting ? keysFor(action, state) : QKeySequence());
    }
}

/// The host is in sight before the browser opens, also where the details are not.
QString WindowMenus::labelFor(LinkAction action, const MenuState &state)
{
    if (action == LinkAction::OpenPage && !state.linkAccount.pageHost.isEmpty()) {
        //: %1 is the host of a web page
        return tr("Open page on %1 in browser").arg(state.linkAccount.pageHost);
    }
    if (action == LinkAction::InstallApp && !state.appHost.isEmpty()) {
        //: %1 is the host of a web page
        return tr("Install app on %1").arg(state.appHost);
    }
    return LinkActions::label(action).remove(u'…');
}

/// A key shows no host, so it opens no browser unless the details do.
QKeySequence WindowMenus::keysFor(LinkAction action, const MenuState &state)
{
    const bool isBlind = LinkActions::opensBrowser(action) && !state.showsDetails;
    return isBlind ? QKeySequence() : keysOf(action);
}

void WindowMenus::fillContextMenu(QMenu &menu) const
{
    menu.clear();
    for (const LinkAction action : LinkActions::all()) {
        if (m_linkActions.value(action)->isVisible())
            menu.addAction(m_linkActions.value(action));
    }
}

QList<Shortcut> WindowMenus::shortcuts() const
{
    QList<Shortcut> shortcuts;
    const QList<QAction *> menus = m_bar.actions();
    for (const QAction *menu : menus) {
        const QList<QAction *> entries = menu->menu()->actions();
        for (const QAction *entry : entries) {
            if (entry->isVisible() && !entry->shortcut().isEmpty())
                shortcuts.append(
                    {.does = Buttons::spokenLabel(entry->text()), .keys = entry->shortcut()});
        }
    }
    return shortcuts;
}

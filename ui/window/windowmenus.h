// SPDX-License-Identifier: MIT
#pragma once

#include "window/accountstatus.h"
#include "window/linkaction.h"

#include <QHash>
#include <QKeySequence>
#include <QObject>

#include <functional>
#include <optional>

class Icons;
class QAction;
class QMenu;
class QMenuBar;
struct Shortcut;

/// What the menus have to know to offer only what can be done.
struct MenuState {
    QList<AccountStatus> accounts{};
    LinkActions link{}; ///< of the selected link; empty without one
    AccountStatus linkAccount{};
    QString appHost{}; ///< of the page to install the link's app
    bool showsList = false;
    bool showsDetails = false; ///< with the host of every page the link's actions open
};

/// The menus of the window: every wish has a place here, with its key.
class WindowMenus : public QObject
{
    Q_OBJECT

public:
    WindowMenus(QMenuBar &bar, const Icons &icons, QObject *parent = nullptr);

    void show(const MenuState &state);
    [[nodiscard]] QAction *action(LinkAction action) const { return m_linkActions.value(action); }
    /// What can be done with the selected link, for the menu beside it.
    void fillContextMenu(QMenu &menu) const;
    /// Every key of the menus and what it does.
    [[nodiscard]] QList<Shortcut> shortcuts() const;

signals:
    void addAccountWished();
    void accountsWished();
    void removeEverythingWished();
    void signInWished(const AccountId &account);
    void unlockWished(const AccountId &account);
    void settingsWished();
    void closeWindowWished();
    void quitWished();
    void linkActionWished(LinkAction action);
    void checkAllWished();
    void filterWished();
    void expandWished(bool expanded);
    void shortcutsWished();
    void openDashboardWished(const AccountId &account);
    /// Where the pages of the account's deployment are to open.
    void webAddressWished(const AccountId &account);
    void aboutWished();

private:
    QAction *add(QMenu &menu, const QString &text, const QKeySequence &keys,
                 const std::function<void()> &triggered);
    void makeFile(QMenuBar &bar);
    void makeLink(QMenuBar &bar, const Icons &icons);
    void makeView(QMenuBar &bar);
    void makeHelp(QMenuBar &bar, const Icons &icons);
    void showLinkActions(const MenuState &state);
    static QString signInLabel(const AccountStatus &account, bool isOneOfSeveral);
    static QString labelFor(LinkAction action, const MenuState &state);
    static QKeySequence keysFor(LinkAction action, const MenuState &state);

    QMenuBar &m_bar;
    QAction *m_signIn = nullptr;
    QAction *m_unlock = nullptr;
    QAction *m_checkAll = nullptr;
    QAction *m_dashboard = nullptr;
    QAction *m_webAddress = nullptr;
    QList<QAction *> m_listActions;
    QHash<LinkAction, QAction *> m_linkActions;
    AccountId m_suspended;
    AccountId m_locked;
    AccountId m_dashboardAccount;
};

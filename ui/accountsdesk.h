// SPDX-License-Identifier: MIT
#pragma once

#include "linkdesks.h"
#include "links/removingall.h"
#include "signoutdesk.h"

#include <QObject>
#include <QPointer>

#include <memory>

class AccountsDialog;
class RemoveAllDialog;
struct AccountStatus;

/// What a person does with their accounts: name, order, sign out, remove, and remove everything.
class AccountsDesk : public QObject
{
    Q_OBJECT

public:
    AccountsDesk(const RemovingAll::Parts &parts, const LinkDesks &desks, const DialogTools &tools,
                 QObject *parent = nullptr);
    ~AccountsDesk() override;

    /// Shows the dialog of accounts beside \a window.
    void manage(QWidget *window);
    void setAccounts(const QList<AccountStatus> &accounts);
    /// An account whose deployment moved: \a fresh takes its name and place, and its token goes.
    void replace(const AccountId &old, const AccountId &fresh);
    /// Asks beside \a window whether everything stored is to go.
    void removeEverything(QWidget *window);
    /// Shown instead of signing in to an account that is being signed out, or to any while
    /// everything goes; false where neither is so.
    bool showIfUnderWay(const AccountId &account);
    /// What can no longer be taken back and is not done yet: null where nobody is signed out.
    [[nodiscard]] const Account *signingOut() const { return m_signOutDesk.underWay(); }
    [[nodiscard]] bool isRemovingEverything() const;

signals:
    /// signingOut() or isRemovingEverything() may differ.
    void changed();
    void addWished();
    void signInWished(const AccountId &account);
    /// It is being signed out from now on.
    void leaving(const AccountId &account);
    /// The same of all of them, and no other is to come.
    void leavingAll();
    /// Something for the window's status line.
    void noticed(const QString &text);
    /// Nothing is stored any more; Fairlead has nothing left to do.
    void everythingRemoved();

private:
    void connectDialog(QWidget *window);
    void tellUnlessSaved(bool saved);
    void showRemoval();
    void confirmRemoval(RemovingAll::Sessions sessions, RemovingAll::Keyring keyring);
    void removalChanged();

    RemovingAll::Parts m_parts;
    LinkDesks m_desks;
    DialogTools m_tools;
    SignOutDesk m_signOutDesk;
    QPointer<AccountsDialog> m_dialog;
    QList<AccountStatus> m_accounts;
    std::unique_ptr<RemovingAll> m_removing;
    std::unique_ptr<RemoveAllDialog> m_removeAllDialog;
};

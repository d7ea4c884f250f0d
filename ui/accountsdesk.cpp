// SPDX-License-Identifier: MIT
#include "accountsdesk.h"

#include "dialogs/accountsdialog.h"
#include "dialogs/removealldialog.h"
#include "letgo.h"
#include "links/accountservices.h"
#include "links/linkservice.h"
#include "session/accountbook.h"
#include "session/session.h"
#include "session/tokenerasure.h"

#include <algorithm>

AccountsDesk::AccountsDesk(const RemovingAll::Parts &parts, const LinkDesks &desks,
                           const DialogTools &tools, QObject *parent)
    : QObject(parent), m_parts(parts), m_desks(desks), m_tools(tools),
      m_signOutDesk({.stores = parts.stores, .services = parts.services}, desks, tools)
{
    connect(&m_signOutDesk, &SignOutDesk::confirmed, this, &AccountsDesk::leaving);
    connect(&m_signOutDesk, &SignOutDesk::changed, this, &AccountsDesk::changed);
    connect(&parts.services, &AccountServices::notSaved, this, [this] {
        emit noticed(tr("The account could not be saved. It is there until Fairlead quits."));
    });
}

AccountsDesk::~AccountsDesk() = default;

void AccountsDesk::manage(QWidget *window)
{
    if (!m_dialog) {
        m_dialog = new AccountsDialog(m_tools, window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_dialog->setAccounts(m_accounts);
        connectDialog(window);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void AccountsDesk::connectDialog(QWidget *window)
{
    connect(m_dialog, &AccountsDialog::addWished, this, &AccountsDesk::addWished);
    connect(m_dialog, &AccountsDialog::signInWished, this, &AccountsDesk::signInWished);
    connect(m_dialog, &AccountsDialog::renameWished, this,
            [this](const AccountId &account, const QString &name) {
                tellUnlessSaved(m_parts.stores.accounts.rename(account, UntrustedText::name(name)));
            });
    connect(m_dialog, &AccountsDialog::moveWished, this, [this](const AccountId &account, int to) {
        tellUnlessSaved(m_parts.stores.accounts.move(account, to));
    });
    connect(m_dialog, &AccountsDialog::signOutWished, this,
            [this, window](const AccountId &account) {
                m_signOutDesk.begin(account, SignOut::Afterwards::StaysListed, window);
            });
    connect(m_dialog, &AccountsDialog::removeWished, this,
            [this, window](const AccountId &account) {
                m_signOutDesk.begin(account, SignOut::Afterwards::IsRemoved, window);
            });
}

void AccountsDesk::tellUnlessSaved(bool saved)
{
    if (!saved)
        emit noticed(tr("The change could not be saved. It holds until Fairlead quits."));
}

void AccountsDesk::setAccounts(const QList<AccountStatus> &accounts)
{
    m_accounts = accounts;
    if (m_dialog)
        m_dialog->setAccounts(accounts);
}

/// The old account goes once its token is gone: before, nothing else would remember where that is.
void AccountsDesk::replace(const AccountId &old, const AccountId &fresh)
{
    const Account *known = m_parts.stores.accounts.find(old);
    if (!known || !m_parts.stores.accounts.find(fresh))
        return;
    const Account gone = *known;
    const QList<Account> &all = m_parts.stores.accounts.accounts();
    const qsizetype place = std::find(all.cbegin(), all.cend(), gone) - all.cbegin();
    if (!gone.label.isEmpty())
        tellUnlessSaved(m_parts.stores.accounts.rename(fresh, gone.label));
    tellUnlessSaved(m_parts.stores.accounts.move(fresh, place));
    emit leaving(old);
    m_desks.leave(old);
    tellUnlessSaved(m_parts.stores.accounts.noteSignedOut(old));
    if (LinkService *service = m_parts.services.find(old))
        service->session().forget(); // somebody else may own that address by now
    const auto done = [this, old](const StoreAnswer<Done> &erased) {
        if (erased)
            tellUnlessSaved(m_parts.stores.accounts.remove(old));
        else
            emit noticed(tr("The keyring still holds the token of the account that moved, so that "
                            "account stays in the list."));
    };
    const SignOut::Stores &stores = m_parts.stores;
    eraseToken(
        gone, {.accounts = stores.accounts, .keychain = stores.keychain, .thisRun = stores.thisRun},
        *this, done);
}

void AccountsDesk::removeEverything(QWidget *window)
{
    if (!m_removing || (!m_removing->isUnderWay() && !m_removeAllDialog->isVisible())) {
        letGo(m_removeAllDialog);
        letGo(m_removing);
        m_removing = std::make_unique<RemovingAll>(m_parts);
        m_removeAllDialog = std::make_unique<RemoveAllDialog>(*m_removing, m_tools, window);
        connect(m_removeAllDialog.get(), &RemoveAllDialog::confirmed, this,
                &AccountsDesk::confirmRemoval);
        connect(m_removeAllDialog.get(), &QDialog::finished, this, [this] {
            m_removing->cancel(); // does nothing where it is too late
            if (m_removing->as<RemovingAll::Settled>())
                emit everythingRemoved();
        });
        connect(m_removing.get(), &RemovingAll::stateChanged, this, &AccountsDesk::removalChanged);
        connect(m_removing.get(), &RemovingAll::stateChanged, this, &AccountsDesk::changed);
    }
    showRemoval();
}

void AccountsDesk::showRemoval()
{
    m_removeAllDialog->show();
    m_removeAllDialog->raise();
    m_removeAllDialog->activateWindow();
}

bool AccountsDesk::showIfUnderWay(const AccountId &account)
{
    if (!m_removing || m_removing->as<RemovingAll::Choosing>())
        return m_signOutDesk.showIfUnderWay(account);
    showRemoval();
    return true;
}

bool AccountsDesk::isRemovingEverything() const
{
    return m_removing && m_removing->as<RemovingAll::SigningOut>();
}

void AccountsDesk::confirmRemoval(RemovingAll::Sessions sessions, RemovingAll::Keyring keyring)
{
    for (const Account &account : m_parts.stores.accounts.accounts())
        m_desks.leave(account.id());
    emit leavingAll();
    m_removing->confirm(sessions, keyring);
}

/// Whoever closed the dialog meanwhile still reads the receipt.
void AccountsDesk::removalChanged()
{
    if (m_removing->as<RemovingAll::Settled>() && !m_removeAllDialog->isVisible())
        m_removeAllDialog->show();
}

// SPDX-License-Identifier: MIT
#include "signoutdesk.h"

#include "browserlinkdesk.h"
#include "devicelinkdesk.h"
#include "dialogs/linksubject.h"
#include "dialogs/signoutdialog.h"
#include "letgo.h"
#include "links/accountservices.h"
#include "links/linkservice.h"

SignOutDesk::SignOutDesk(const Parts &parts, const LinkDesks &desks, const DialogTools &tools,
                         QObject *parent)
    : QObject(parent), m_parts(parts), m_desks(desks), m_tools(tools)
{ }

SignOutDesk::~SignOutDesk() = default;

void SignOutDesk::begin(const AccountId &account, SignOut::Afterwards afterwards, QWidget *window)
{
    const bool isSame = m_signOut && m_signOut->account().id() == account
        && m_signOut->afterwards() == afterwards && !m_signOut->as<SignOut::Settled>();
    if (underWay() || isSame) {
        show();
        return;
    }
    LinkService *service = m_parts.services.find(account);
    if (!service)
        return;
    if (m_signOut && m_signOut->as<SignOut::Settled>())
        leaveReceipt();
    else
        drop();
    m_signOut = std::make_unique<SignOut>(service->session(), m_parts.stores, afterwards);
    m_dialog = std::make_unique<SignOutDialog>(*m_signOut, runningFor(account), m_tools, window);
    connect(m_dialog.get(), &SignOutDialog::confirmed, this, &SignOutDesk::confirm);
    connect(m_signOut.get(), &SignOut::stateChanged, this, &SignOutDesk::stateChanged);
    connect(m_signOut.get(), &SignOut::stateChanged, this, &SignOutDesk::changed);
    connect(m_dialog.get(), &QDialog::finished, this, [this] {
        if (!m_signOut->isUnderWay())
            drop();
    });
    show();
    m_signOut->look();
}

QList<TextRuns> SignOutDesk::runningFor(const AccountId &account) const
{
    QList<TextRuns> running;
    const auto add = [&](const LinkKey &key, const LinkSubject &subject) {
        if (key.account == account)
            //: %1 is the name of a Git provider, such as GitHub
            running.append(runsOf(tr("Linking %1, which is under way, is given up."),
                                  {subject.providerRun()}));
    };
    if (m_desks.device.isUnderWay())
        add(m_desks.device.key(), *m_desks.device.subject());
    for (const BrowserLinking *linking : m_desks.browser.underWay())
        add(linking->key(), linking->subject());
    return running;
}

/// A flow that went on would only hear that nobody is signed in any more.
void SignOutDesk::confirm(SignOut::Wish wish)
{
    const AccountId account = m_signOut->account().id();
    m_desks.leave(account);
    emit confirmed(account);
    m_signOut->confirm(wish);
}

bool SignOutDesk::showIfUnderWay(const AccountId &account)
{
    const Account *leaving = underWay();
    if (!leaving || leaving->id() != account)
        return false;
    show();
    return true;
}

void SignOutDesk::stateChanged()
{
    if (!m_signOut->isUnderWay() && !m_dialog->isVisible())
        show();
}

void SignOutDesk::show()
{
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

/// The next question does not take it away: it may hold the only word on a token that still works.
void SignOutDesk::leaveReceipt()
{
    m_signOut->disconnect(this);
    m_dialog->disconnect(this);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_signOut.release()->setParent(m_dialog.get());
    (void)m_dialog.release(); // its window's from now on
}

void SignOutDesk::drop()
{
    if (m_signOut)
        m_signOut->disconnect(this);
    if (m_dialog) {
        m_dialog->disconnect(this);
        m_dialog->hide();
    }
    letGo(m_dialog);
    letGo(m_signOut);
}

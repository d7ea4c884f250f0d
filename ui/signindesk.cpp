// SPDX-License-Identifier: MIT
#include "signindesk.h"

#include "base/logging.h"
#include "dialogs/signindialog.h"
#include "links/accountservices.h"
#include "session/accountbook.h"
#include "session/keyreturn.h"
#include "session/knownaddresses.h"
#include "session/memorytokenstore.h"
#include "session/preferences.h"
#include "session/signin.h"

SignInDesk::SignInDesk(const Sources &sources, const DialogTools &tools, QObject *parent)
    : QObject(parent), m_sources(sources), m_tools(tools)
{ }

SignInDesk::~SignInDesk() = default;

void SignInDesk::begin(const AccountId &account, QWidget *window)
{
    // What is at hand for one account is of no use to another.
    const auto *signIn = m_dialog ? &m_dialog->signIn() : nullptr;
    if (signIn && m_account != account && !signIn->isKeeping())
        m_dialog->reject();
    if (!m_dialog || !m_dialog->isVisible()) {
        m_account = account;
        makeDialog(m_sources.accounts.find(account), window);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void SignInDesk::giveUp(const AccountId &account)
{
    const auto *keeping = m_dialog ? m_dialog->signIn().as<SignIn::Keeping>() : nullptr;
    if (m_account == account || (keeping && keeping->account.id() == account))
        giveUpAny();
}

/// What is on its way to be kept comes too late.
void SignInDesk::giveUpAny()
{
    if (!m_dialog)
        return;
    disconnect(m_dialog, &QDialog::accepted, this, nullptr);
    m_sources.services.abandon(m_dialog->signIn());
    m_dialog->reject();
}

void SignInDesk::makeDialog(const Account *known, QWidget *window)
{
    auto *signIn = new SignIn(m_sources.keychain, m_sources.thisRun,
                              known ? std::optional<Account>(*known) : std::nullopt, {}, this);
    signIn->setOthers(m_sources.accounts.accounts());
    signIn->setCommandLine(m_sources.cli);
    m_dialog = new SignInDialog(*signIn, m_tools, window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(signIn, &SignIn::keyUnused, this,
            [this](const ServerUrl &server, const SessionToken &token) {
                new KeyReturn(server, token, this);
            });
    connect(m_dialog, &QObject::destroyed, signIn, [this, signIn] {
        m_sources.services.abandon(*signIn);
        signIn->giveUp();
        signIn->deleteLater();
    });
    if (!known) {
        m_dialog->setAddress(m_address);
        m_dialog->setSuggestions(knownAddresses(m_sources.accounts, m_sources.preferences,
                                                m_sources.coderUrl, m_sources.cli));
    }
    m_dialog->setCommandLine(m_sources.cli);
    connect(m_dialog, &QDialog::accepted, this, [this, signIn] { signedIn(*signIn); });
}

void SignInDesk::signedIn(const SignIn &signIn)
{
    const auto *finished = signIn.as<SignIn::Finished>();
    if (!finished)
        return;
    m_sources.preferences.addPastAddress(finished->account.server.origin());
    m_sources.services.adopt(signIn);
    if (finished->replaces)
        emit replaced(*finished->replaces, finished->account.id());
}

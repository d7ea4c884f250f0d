// SPDX-License-Identifier: MIT
#pragma once

#include "base/strongid.h"
#include "dialogs/dialogtools.h"
#include "session/cliimport.h"

#include <QObject>
#include <QPointer>

class AccountBook;
class AccountServices;
class MemoryTokenStore;
class Preferences;
class SignIn;
class SignInDialog;
class TokenStore;
class QWidget;
struct Account;

/// Lets a person add an account, or sign in to one again, in one dialog at a time, and hands what
/// came of it to the services.
class SignInDesk : public QObject
{
    Q_OBJECT

public:
    /// What an account is made of, and where; all of it outlives the desk.
    struct Sources {
        AccountBook &accounts;
        AccountServices &services;
        Preferences &preferences;
        TokenStore &keychain;
        MemoryTokenStore &thisRun;
        CliImport cli;      ///< of the Coder command line
        QString coderUrl{}; ///< $CODER_URL
    };

    SignInDesk(const Sources &sources, const DialogTools &tools, QObject *parent = nullptr);
    ~SignInDesk() override;

    /// What adding an account begins with.
    void setAddress(const QString &address) { m_address = address; }
    /// An unknown \a account adds one.
    void begin(const AccountId &account, QWidget *window);
    /// \a account is being signed out: a token for it would only be erased again.
    void giveUp(const AccountId &account);
    /// The same, whatever the account: everything is being removed.
    void giveUpAny();

signals:
    /// An account whose deployment moved, by the person's word.
    void replaced(const AccountId &old, const AccountId &fresh);

private:
    void makeDialog(const Account *known, QWidget *window);
    void signedIn(const SignIn &signIn);

    Sources m_sources;
    DialogTools m_tools;
    QString m_address;
    QPointer<SignInDialog> m_dialog;
    AccountId m_account; ///< of that dialog; empty where it adds one
};

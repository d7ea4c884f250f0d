// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/dialogtools.h"
#include "linkdesks.h"
#include "session/signout.h"
#include "widgets/textrun.h"

#include <QObject>

#include <memory>

class AccountServices;
class QWidget;
class SignOutDialog;

/// Keeps the one signing out that is asked about or under way, from the question to the receipt.
/// Once it is confirmed nothing ends it: closing its dialog only hides that until there is a
/// receipt.
class SignOutDesk : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        SignOut::Stores stores;
        AccountServices &services;
    };

    SignOutDesk(const Parts &parts, const LinkDesks &desks, const DialogTools &tools,
                QObject *parent = nullptr);
    ~SignOutDesk() override;

    /// Asks in a dialog beside \a window, in place of a question about another account; while a
    /// signing out is under way, that one is shown instead.
    void begin(const AccountId &account, SignOut::Afterwards afterwards, QWidget *window);
    /// Shown instead of signing in to an account that is being signed out; false where it is not.
    bool showIfUnderWay(const AccountId &account);
    /// Whose signing out can no longer be taken back and has no receipt yet; null where none is.
    [[nodiscard]] const Account *underWay() const
    {
        return m_signOut && m_signOut->isUnderWay() ? &m_signOut->account() : nullptr;
    }

signals:
    /// underWay() may differ.
    void changed();
    /// It is done from now on.
    void confirmed(const AccountId &account);

private:
    [[nodiscard]] QList<TextRuns> runningFor(const AccountId &account) const;
    void confirm(SignOut::Wish wish);
    void stateChanged();
    void show();
    void leaveReceipt();
    void drop();

    Parts m_parts;
    LinkDesks m_desks;
    DialogTools m_tools;
    std::unique_ptr<SignOut> m_signOut;
    std::unique_ptr<SignOutDialog> m_dialog;
};

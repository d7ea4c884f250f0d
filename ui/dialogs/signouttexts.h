// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/receipt.h"
#include "session/signout.h"

#include <QCoreApplication>

/// The words of signing out: what can be chosen, what will happen, and what did.
class SignOutTexts
{
    Q_DECLARE_TR_FUNCTIONS(SignOutTexts)

public:
    static TextRuns question(const SignOut &signOut);
    /// Under the choice to end the session on the server: what that means, or why it is not there.
    static QString endingNote(const SignOut &signOut);
    /// Under the choice to forget only here.
    static QString forgettingNote(const SignOut &signOut);
    /// \a running is what is under way for the account and will be given up.
    static QList<TextRuns> plan(const SignOut &signOut, const QList<TextRuns> &running);
    static Receipt underWay(const SignOut &signOut);
    static Receipt notEnded(const SignOut::NotEnded &state, const Account &account);
    static Receipt settled(const SignOut &signOut, const SignOut::Settled &state);
    /// The receipt as text, for the clipboard.
    static QString report(const Receipt &receipt, const Account &account);
    /// Whether the session on the server may go on though the person wanted it to end.
    static bool mayGoOn(const SignOut::Outcome &outcome);

    /// One line about the session, for whoever signs out of several.
    static ReceiptLine ending(const SignOut::Outcome &outcome, const Account &account);
    static ReceiptLine erasing(const SignOut::Settled &state);

private:
    static QString goesOn(const Moment &end);
    static TextRuns settledTitle(const SignOut &signOut, const SignOut::Settled &state);
    static ReceiptLine listing(const SignOut &signOut, const SignOut::Settled &state);
};

// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/dialogtools.h"
#include "dialogs/plaindialog.h"
#include "dialogs/receipt.h"
#include "session/signout.h"

#include <QPointer>

class CopyButton;
class DialogHeading;
class Disclosure;
class FactLines;
class PlainLabel;
class QRadioButton;

/// Says what signing out will do, on the server and here, lets it be done, and shows the receipt.
/// Cancel is the easy answer. Not modal by itself: show() or open() it.
class SignOutDialog : public PlainDialog
{
    Q_OBJECT

public:
    /// \a running is what is under way for the account and will be given up.
    SignOutDialog(SignOut &signOut, const QList<TextRuns> &running, const DialogTools &tools,
                  QWidget *parent = nullptr);

signals:
    /// The person wants it done; what is under way for the account has to end first.
    void confirmed(SignOut::Wish wish);

private:
    void makeChoice();
    void makeButtons();
    void render();
    void renderQuestion();
    void renderChoice();
    void renderReceipt(const Receipt &receipt);
    void renderNotEnded(const SignOut::NotEnded &state);
    void renderSettled(const SignOut::Settled &state);
    void confirm(SignOut::Wish wish);
    void leave();

    QPointer<SignOut> m_signOut;
    const QList<TextRuns> m_running;
    const DialogTools m_tools;
    DialogHeading *m_heading;
    QWidget *m_choice;
    QRadioButton *m_end;
    PlainLabel *m_endNote;
    QRadioButton *m_forget;
    PlainLabel *m_forgetNote;
    FactLines *m_lines;
    Disclosure *m_details;
    CopyButton *m_copy = nullptr;
    QPushButton *m_again = nullptr; ///< what failed: ask, end, erase
    QPushButton *m_go = nullptr;    ///< Sign out, Remove, Forget only here, Remove all the same
    QPushButton *m_close = nullptr; ///< Cancel, then Close or Done
    bool m_chosen = false;          ///< by the person, so no longer by us
    QString m_report;
};

// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/dialogtools.h"
#include "dialogs/signinstep.h"
#include "session/signin.h"

class QPushButton;
class QRadioButton;
class StatusNote;

/// Where the token is kept. Without a usable keyring "for this run only" is offered, never chosen
/// for the person.
class KeepStep : public SignInStep
{
    Q_OBJECT

public:
    KeepStep(SignIn &signIn, const DialogTools &tools, QWidget *parent = nullptr);

    void render();
    /// What the person chose; none as long as nothing possible is.
    [[nodiscard]] std::optional<Account::Keeping> choice() const;
    /// To what there is to decide.
    void focusChoice();

signals:
    void choiceChanged();

private:
    void renderKeyring(bool known);
    void unlock();
    void stopWaiting();

    SignIn &m_signIn;
    QRadioButton *m_keyring;
    QRadioButton *m_thisRun;
    StatusNote *m_note;
    QPushButton *m_unlock;
    QPushButton *m_cancelUnlock;
    bool m_waiting = false; ///< for the keyring, which may be asking the person
    bool m_chosen = false;  ///< by the person, so no longer by us
};

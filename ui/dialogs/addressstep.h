// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/dialogtools.h"
#include "dialogs/signinstep.h"
#include "session/signin.h"

class EntryField;
class QPushButton;
class StatusNote;

/// Where the deployment is, and whether it is one; nothing secret is sent.
class AddressStep : public SignInStep
{
    Q_OBJECT

public:
    AddressStep(SignIn &signIn, const DialogTools &tools, QWidget *parent = nullptr);

    [[nodiscard]] QString address() const;
    void setAddress(const QString &address);
    /// The address of an account is not changed by signing in to it again.
    void setFixed();
    void render();
    void check();
    void focusField();
    /// The button that goes on from here.
    [[nodiscard]] QPushButton &mainButton() const;

private:
    void edited();
    void useDashboard();
    void renderProblem(const SignIn::AddressProblem &problem);

    SignIn &m_signIn;
    EntryField *m_field;
    QPushButton *m_check;
    StatusNote *m_note;
    QPushButton *m_tryAgain;
    QPushButton *m_useHttps;
    QPushButton *m_useHttp;
    QPushButton *m_useDashboard;
};

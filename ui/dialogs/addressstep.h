// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/dialogtools.h"
#include "dialogs/signinstep.h"
#include "session/signin.h"

class AddressField;
class QPushButton;
class StatusNote;

/// Where the deployment is, and whether it is one; nothing secret is sent. The command line may
/// know it, and have a session there.
class AddressStep : public SignInStep
{
    Q_OBJECT

public:
    AddressStep(SignIn &signIn, const DialogTools &tools, QWidget *parent = nullptr);

    [[nodiscard]] QString address() const;
    void setAddress(const QString &address);
    void setSuggestions(const QStringList &addresses);
    /// Offers its session, where it has one there, or says why it cannot.
    void setCommandLine(const CliImport &cli);
    void render();
    void check();
    void focusField();
    /// The button that goes on from here.
    [[nodiscard]] QPushButton &mainButton() const;

private:
    void makeButtons();
    void edited();
    void useCommandLine();
    void useOther();
    /// The address that is offered in place of the one in the field.
    [[nodiscard]] std::optional<ServerUrl> otherServer() const;
    QPushButton *otherButton(const ServerUrl &server);
    void renderOffer();
    void renderReached(const SignIn::Reached &at);
    void renderProblem(const SignIn::AddressProblem &problem);

    SignIn &m_signIn;
    AddressField *m_field;
    QPushButton *m_check;
    StatusNote *m_note;
    QPushButton *m_tryAgain;
    QPushButton *m_useHttps;
    QPushButton *m_useHttp;
    QPushButton *m_useOther;
    StatusNote *m_offer;
    QPushButton *m_useCli;
    std::optional<CliImport> m_cli;
    std::optional<ServerUrl> m_offered; ///< whose session is offered now
};

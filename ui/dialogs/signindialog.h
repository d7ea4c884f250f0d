// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/dialogtools.h"
#include "dialogs/plaindialog.h"
#include "session/signin.h"

class AddressStep;
class KeepStep;
class QPushButton;
class TokenStep;
class WhoStep;

/// Adds an account, or signs in to one again, on one page of four steps. It is accepted when the
/// SignIn has finished; the SignIn outlives it and tells the rest. Not modal: show() or open() it.
class SignInDialog : public PlainDialog
{
    Q_OBJECT

public:
    SignInDialog(SignIn &signIn, const DialogTools &tools, QWidget *parent = nullptr);
    ~SignInDialog() override;

    /// Fills the field in; nothing is sent before the person says so.
    [[nodiscard]] const SignIn &signIn() const { return m_signIn; }
    void setAddress(const QString &address);
    /// The addresses the person may mean.
    void setSuggestions(const QStringList &addresses);
    /// Offers its session where it fits.
    void setCommandLine(const CliImport &cli);

public slots:
    void done(int result) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeHeading();
    void render();
    void renderButtons();
    void keep();

    SignIn &m_signIn;
    AddressStep *m_address;
    TokenStep *m_token;
    WhoStep *m_who;
    KeepStep *m_keep;
    QPushButton *m_add;
    QPushButton *m_cancel;
    QPushButton *m_main = nullptr; ///< the default button of the step we are at
    size_t m_seen;
};

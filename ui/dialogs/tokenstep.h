// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/dialogtools.h"
#include "dialogs/signinstep.h"
#include "session/signin.h"

class CopyButton;
class EmphasisLabel;
class EntryField;
class QPushButton;
class StatusNote;

/// The token: where a browser shows one, and the field it is pasted into. The field is emptied as
/// soon as its text is no longer needed.
class TokenStep : public SignInStep
{
    Q_OBJECT

public:
    TokenStep(SignIn &signIn, const DialogTools &tools, QWidget *parent = nullptr);

    void render();
    void forget();
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QPushButton &mainButton() const { return *m_open; }
    void focusField();

private:
    void arrange();
    void edited();
    void check();
    void pasteOrClear();
    void openPage();
    [[nodiscard]] QString wholeText() const;
    [[nodiscard]] WebAddress page() const;
    void setUsable(bool usable);

    SignIn &m_signIn;
    const DialogTools m_tools;
    EmphasisLabel *m_where;
    QPushButton *m_open;
    CopyButton *m_copyLink;
    StatusNote *m_noBrowser;
    EntryField *m_field;
    QPushButton *m_paste;
    StatusNote *m_note;
    QPushButton *m_again;
};

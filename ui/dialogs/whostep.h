// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/dialogtools.h"
#include "dialogs/signinstep.h"
#include "session/signin.h"

class EmphasisLabel;
class MarkView;
class PlainLabel;
class QCheckBox;
class StatusNote;

/// Whose token it is, said by Coder before anything is kept.
class WhoStep : public SignInStep
{
    Q_OBJECT

public:
    WhoStep(SignIn &signIn, const DialogTools &tools, QWidget *parent = nullptr);

    void render();
    /// What is to become of the account that may be this one before its deployment moved.
    [[nodiscard]] SignIn::Moved moved() const;

private:
    SignIn &m_signIn;
    StatusNote *m_later;
    QWidget *m_person;
    MarkView *m_picture;
    EmphasisLabel *m_name;
    PlainLabel *m_end;
    StatusNote *m_maybeMoved;
    QCheckBox *m_replace;
};

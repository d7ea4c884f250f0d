// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/dialogtools.h"
#include "dialogs/signinstep.h"
#include "session/signin.h"

class EmphasisLabel;
class MarkView;
class PlainLabel;
class StatusNote;

/// Whose token it is, said by Coder before anything is kept.
class WhoStep : public SignInStep
{
    Q_OBJECT

public:
    WhoStep(SignIn &signIn, const DialogTools &tools, QWidget *parent = nullptr);

    void render();

private:
    SignIn &m_signIn;
    StatusNote *m_later;
    QWidget *m_person;
    MarkView *m_picture;
    EmphasisLabel *m_name;
    PlainLabel *m_end;
};

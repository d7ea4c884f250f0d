// SPDX-License-Identifier: MIT
#include "dialogs/countdownsentence.h"

CountdownSentence::CountdownSentence(Kind kind, QWidget *parent) : EmphasisLabel(parent)
{
    setKind(kind);
    setStrongStandsOut(false);
}

// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/emphasislabel.h"

/// A sentence with a time in it that changes every second. Its words for a screen reader are set
/// apart and change only when told, for nobody wants to hear a second hand.
class CountdownSentence : public EmphasisLabel
{
    Q_OBJECT

public:
    explicit CountdownSentence(Kind kind, QWidget *parent = nullptr);
};

// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

/// A line edit whose Enter means "look at this", and never also the default button of its dialog.
class EntryField : public QLineEdit
{
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

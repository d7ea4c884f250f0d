// SPDX-License-Identifier: MIT
#include "dialogs/entryfield.h"

#include <QKeyEvent>

void EntryField::keyPressEvent(QKeyEvent *event)
{
    QLineEdit::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->accept();
}

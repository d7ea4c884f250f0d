// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class Icons;
class QPushButton;
class QWidget;

// Buttons of the window, made alike.
namespace Buttons {

/// The label as a screen reader says it: without "…".
QString spokenLabel(QString label);
/// \a name is the object name.
QPushButton *make(const QString &label, const QString &name, QWidget *parent);
/// The icon that says that a browser opens.
void markAsBrowserButton(QPushButton &button, const Icons &icons);
/// Rests, with a tool tip that says why, where \a obstacle is not empty.
void restBecause(QPushButton &button, const QString &obstacle);

} // namespace Buttons

// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

// Windows as the X server knows them, by the numbers xdotool takes.

/// The last that shows with a match of \a pattern in its \a property, "--name" or "--class"; empty
/// where there is none.
QString visibleWindow(const QString &property, const QString &pattern);
bool hasFocus(const QString &window);

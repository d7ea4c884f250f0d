// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <QWidget>

/// Controls of \a window without a name for a screen reader, with one that reads badly, or with the
/// name of another of their kind; in words.
[[nodiscard]] QStringList badlyNamed(QWidget &window);
/// Controls that Tab does not come to, in words.
[[nodiscard]] QStringList unreachable(QWidget &window);
/// Controls that look the same with the keyboard focus as without, in words.
[[nodiscard]] QStringList focusUnseen(QWidget &window);

// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

class QWidget;

/// Tells assistive technology \a sentences, which begin on \a widget, without moving the focus.
/// Nothing where the widget does not show.
void announce(QWidget &widget, const QStringList &sentences);

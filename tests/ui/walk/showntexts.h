// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QList>
#include <QRect>
#include <QString>
#include <QWidget>

#include <optional>

/// One text that a person sees, where it stands and how much room it needs.
struct ShownText {
    QString text{};
    const char *kind = ""; ///< the class that shows it
    QRect place{};         ///< in the window; none where a part is scrolled away
    QSize room{};
    QSize needed{};
    std::optional<QColor> color{}; ///< where the widget says it; the rest is read off the picture
    bool enabled = true;
    bool shortened = false; ///< elided although it stands at the end of a row
    bool cutOff = false;    ///< by the edge of something it lies in that does not scroll
};

/// All texts of \a window: those of its widgets, of its menus, and of the rows its lists paint.
[[nodiscard]] QList<ShownText> shownTexts(QWidget &window);

/// Texts that have less room than they need, in words.
[[nodiscard]] QStringList crampedTexts(QWidget &window);
/// Texts that stand out from what is behind them by less than 4.5 to 1 (WCAG 2, 1.4.3), in words.
[[nodiscard]] QStringList faintTexts(QWidget &window);

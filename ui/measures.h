// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>

/// The sizes of the interface. All follow from the height of one line of text; no pixel counts.
class Measures
{
public:
    /// Of the application's font.
    Measures();
    explicit Measures(const QFont &body);

    /// One line of text.
    int line() const { return m_line; }
    /// So many lines of text.
    int lines(qreal count) const;
    /// So many units; a unit is a line / 4.5. 1 inside a pair, 2 between controls, 3 inside lists
    /// and dialogs, 4 to 5 between sections, 6 around a page.
    int units(qreal count) const;

    int controlHeight() const { return lines(1.67); }
    int radius() const { return units(1); }
    int fieldMargin() const { return units(2); }
    int buttonMargin() const { return units(3.5); }
    int pageMargin() const { return units(6); }
    int iconSize() const { return lines(0.9); }
    int markSize() const { return lines(1.1); }
    int titleMarkSize() const { return lines(2); }
    int rowHeight() const { return lines(2) + units(3); }
    int groupHeight() const { return lines(1.5); }
    int barHeight() const { return units(1.2); }

    static constexpr int lineWidth = 1;
    static constexpr int focusWidth = 2;
    static constexpr int selectionBarWidth = 3;

    /// 1.4 times the body, DemiBold.
    QFont titleFont() const;
    /// As large as the body, DemiBold.
    QFont sectionFont() const;
    /// For device codes: 28 pt or 2.8 times the body, whichever is larger, in a typeface that tells
    /// 0 from O and 1 from I.
    QFont codeFont() const;

private:
    QFont m_body{};
    int m_line = 0;
};

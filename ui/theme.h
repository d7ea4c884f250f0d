// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QPalette>

#include <optional>

class QApplication;

enum class Scheme { Light, Dark };
enum class Contrast { Normal, High };
/// What a health means for the person, as far as a colour can say it.
enum class HealthTone { Ok, Soon, Bad, Wait, Quiet };

/// The colours of Fairlead: one palette per scheme and contrast, the health colours, and the
/// colours of a selected row. Widgets learn of a change by Qt's own palette change events.
class Theme
{
public:
    /// The colours of a row that is selected.
    struct SelectedRow {
        QColor background{};
        QColor text{};
        QColor secondary{};
        QColor bar{};
        /// Marks and health shapes are drawn in `text` too.
        bool shapesFollowText = false;
    };

    /// `system` is the palette of the desktop, before anything of ours was applied. It is kept
    /// where high contrast is asked for and it has that.
    explicit Theme(std::optional<QPalette> system = {});

    /// Sets style, palette and tool tip palette of the application; may be called again.
    void apply(QApplication &application, Scheme scheme, Contrast contrast = Contrast::Normal);

    Scheme scheme() const { return m_scheme; }
    Contrast contrast() const { return m_contrast; }
    const QPalette &palette() const { return m_palette; }
    QColor healthColor(HealthTone tone) const;
    SelectedRow selectedRow() const;

    /// The palette itself, for tests and pictures; `system` matters for high contrast only.
    static QPalette paletteFor(Scheme scheme, Contrast contrast,
                               const std::optional<QPalette> &system = {});
    /// Qt's own default (black on light grey, 18.3) is none; a desktop's is 21 or close.
    static bool isHighContrast(const QPalette &palette);
    /// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
    static qreal contrastRatio(const QColor &one, const QColor &other);
    /// `share` (0 to 1) of `over` laid on `under`.
    static QColor blended(const QColor &under, const QColor &over, qreal share);

private:
    std::optional<QPalette> m_system{};
    Scheme m_scheme = Scheme::Light;
    Contrast m_contrast = Contrast::Normal;
    QPalette m_palette{};
};

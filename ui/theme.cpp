// SPDX-License-Identifier: MIT
#include "theme.h"

#include "style.h"

#include <QApplication>
#include <QToolTip>

#include <array>
#include <cmath>
#include <utility>

namespace {

struct Tints {
    QRgb window;
    QRgb alternateBase;
    QRgb base;
    QRgb button;
    QRgb text;
    QRgb secondary;
    QRgb link;
    QRgb highlight;
    QRgb mid;
    QRgb midlight;
    QRgb light;
    QRgb dark;
    QRgb shadow;
    QRgb toolTipBase;
    QRgb toolTipText;
    QRgb disabledText;
};

constexpr Tints lightTints{.window = 0xFFF0F2F4,
                           .alternateBase = 0xFFF7F8F9,
                           .base = 0xFFFFFFFF,
                           .button = 0xFFFFFFFF,
                           .text = 0xFF1A2127,
                           .secondary = 0xFF55606A,
                           .link = 0xFF12598A,
                           .highlight = 0xFF12598A,
                           .mid = 0xFF828D97,
                           .midlight = 0xFFD9DEE2,
                           .light = 0xFFFFFFFF,
                           .dark = 0xFF6B757E,
                           .shadow = 0xFF3B434A,
                           .toolTipBase = 0xFF1A2127,
                           .toolTipText = 0xFFFFFFFF,
                           .disabledText = 0xFF7D868F};

constexpr Tints darkTints{.window = 0xFF23282D,
                          .alternateBase = 0xFF20252A,
                          .base = 0xFF1B1F23,
                          .button = 0xFF2E353B,
                          .text = 0xFFE7EBEE,
                          .secondary = 0xFFA6B0B9,
                          .link = 0xFF7FC1EC,
                          .highlight = 0xFF2778AE,
                          .mid = 0xFF76818B,
                          .midlight = 0xFF343B42,
                          .light = 0xFF3A424A,
                          .dark = 0xFF8C969F,
                          .shadow = 0xFF0C0E10,
                          .toolTipBase = 0xFFE7EBEE,
                          .toolTipText = 0xFF1A2127,
                          .disabledText = 0xFF7D8790};

constexpr QRgb white = 0xFFFFFFFF;

QPalette paletteOf(const Tints &tints)
{
    const std::array<std::pair<QPalette::ColorRole, QRgb>, 20> roles{{
        {QPalette::Window, tints.window},
        {QPalette::AlternateBase, tints.alternateBase},
        {QPalette::Base, tints.base},
        {QPalette::Button, tints.button},
        {QPalette::WindowText, tints.text},
        {QPalette::Text, tints.text},
        {QPalette::ButtonText, tints.text},
        {QPalette::BrightText, white},
        {QPalette::PlaceholderText, tints.secondary},
        {QPalette::Link, tints.link},
        {QPalette::LinkVisited, tints.link},
        {QPalette::Highlight, tints.highlight},
        {QPalette::HighlightedText, white},
        {QPalette::Mid, tints.mid},
        {QPalette::Midlight, tints.midlight},
        {QPalette::Light, tints.light},
        {QPalette::Dark, tints.dark},
        {QPalette::Shadow, tints.shadow},
        {QPalette::ToolTipBase, tints.toolTipBase},
        {QPalette::ToolTipText, tints.toolTipText},
    }};
    QPalette palette;
    for (const auto &[role, color] : roles)
        palette.setColor(QPalette::All, role, QColor::fromRgb(color));
    const QColor resting = QColor::fromRgb(tints.disabledText);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::PlaceholderText, QPalette::Link, QPalette::LinkVisited}) {
        palette.setColor(QPalette::Disabled, role, resting);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor::fromRgb(tints.midlight));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, resting);
    return palette;
}

/// Black and white: every border in the text colour, no tints, selections the other way round.
QPalette blackAndWhite(Scheme scheme)
{
    const bool light = scheme == Scheme::Light;
    const QRgb paper = light ? 0xFFFFFFFF : 0xFF000000;
    const QRgb ink = light ? 0xFF000000 : 0xFFFFFFFF;
    QPalette palette = paletteOf({.window = paper,
                                  .alternateBase = paper,
                                  .base = paper,
                                  .button = paper,
                                  .text = ink,
                                  .secondary = ink,
                                  .link = ink,
                                  .highlight = ink,
                                  .mid = ink,
                                  .midlight = ink,
                                  .light = paper,
                                  .dark = ink,
                                  .shadow = ink,
                                  .toolTipBase = paper,
                                  .toolTipText = ink,
                                  .disabledText = light ? 0xFF6B6B6B : 0xFF959595});
    palette.setColor(QPalette::HighlightedText, QColor::fromRgb(paper));
    return palette;
}

QPalette withPlainLines(QPalette palette)
{
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        const QColor text = palette.color(group, QPalette::Text);
        for (const auto role : {QPalette::Mid, QPalette::Midlight, QPalette::PlaceholderText})
            palette.setColor(group, role, text);
    }
    return palette;
}

QColor toneOf(HealthTone tone, bool light, const QPalette &palette)
{
    switch (tone) {
    case HealthTone::Ok:
        return QColor::fromRgb(light ? 0xFF146A3A : 0xFF63CB90);
    case HealthTone::Soon:
        return QColor::fromRgb(light ? 0xFF855300 : 0xFFE8B75A);
    case HealthTone::Bad:
        return QColor::fromRgb(light ? 0xFFB3261E : 0xFFFF8F86);
    case HealthTone::Wait:
        return QColor::fromRgb(light ? 0xFF3F5F86 : 0xFF9CB9DC);
    case HealthTone::Quiet:
        return palette.color(QPalette::Active, QPalette::PlaceholderText);
    }
    Q_UNREACHABLE();
}

/// WCAG 2.2, "relative luminance".
qreal luminance(const QColor &color)
{
    const auto linear = [](qreal channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

} // namespace

Theme::Theme(std::optional<QPalette> system)
    : m_system(std::move(system)), m_palette(paletteFor(Scheme::Light, Contrast::Normal))
{ }

void Theme::apply(QApplication &application, Scheme scheme, Contrast contrast)
{
    m_scheme = scheme;
    m_contrast = contrast;
    m_palette = paletteFor(scheme, contrast, m_system);
    // The style stays the one it is: setting it again would polish every widget anew.
    if (!qobject_cast<Style *>(application.style()))
        application.setStyle(new Style);
    QApplication::setPalette(m_palette);
    QToolTip::setPalette(m_palette);
}

QColor Theme::healthColor(HealthTone tone) const
{
    if (m_contrast == Contrast::High)
        return m_palette.color(QPalette::Active, QPalette::Text);
    return toneOf(tone, m_scheme == Scheme::Light, m_palette);
}

Theme::SelectedRow Theme::selectedRow() const
{
    const auto color
        = [this](QPalette::ColorRole role) { return m_palette.color(QPalette::Active, role); };
    const QColor bar = color(QPalette::Link);
    if (m_contrast == Contrast::High) {
        const QColor text = color(QPalette::HighlightedText);
        return {.background = color(QPalette::Highlight),
                .text = text,
                .secondary = text,
                .bar = bar,
                .shapesFollowText = true};
    }
    const qreal share = m_scheme == Scheme::Light ? 0.14 : 0.32;
    return {.background = blended(color(QPalette::Window), color(QPalette::Highlight), share),
            .text = color(QPalette::Text),
            .secondary = color(QPalette::PlaceholderText),
            .bar = bar};
}

QPalette Theme::paletteFor(Scheme scheme, Contrast contrast, const std::optional<QPalette> &system)
{
    if (contrast == Contrast::Normal)
        return paletteOf(scheme == Scheme::Light ? lightTints : darkTints);
    return system && isHighContrast(*system) ? withPlainLines(*system) : blackAndWhite(scheme);
}

bool Theme::isHighContrast(const QPalette &palette)
{
    constexpr qreal enough = 19;
    return contrastRatio(palette.color(QPalette::WindowText), palette.color(QPalette::Window))
        >= enough
        && contrastRatio(palette.color(QPalette::Text), palette.color(QPalette::Base)) >= enough;
}

qreal Theme::contrastRatio(const QColor &one, const QColor &other)
{
    const qreal first = luminance(one);
    const qreal second = luminance(other);
    return (qMax(first, second) + 0.05) / (qMin(first, second) + 0.05);
}

QColor Theme::blended(const QColor &under, const QColor &over, qreal share)
{
    const auto mix = [share](int from, int to) { return qRound(from + (to - from) * share); };
    return {mix(under.red(), over.red()), mix(under.green(), over.green()),
            mix(under.blue(), over.blue())};
}

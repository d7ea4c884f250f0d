// SPDX-License-Identifier: MIT
#include "stylepainting.h"

#include "measures.h"
#include "pictures/icons.h"
#include "theme.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace {

bool isOn(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

QColor active(const QPalette &palette, QPalette::ColorRole role)
{
    return palette.color(QPalette::Active, role);
}

/// Under the pointer or pressed: a little of the text colour. With high contrast there are no
/// tints, and the border gets wider instead.
QColor touched(const QStyleOption &option, const QColor &fill, const QColor &over)
{
    const bool plain
        = active(option.palette, QPalette::Mid) == active(option.palette, QPalette::Text);
    if (plain || !isOn(option, QStyle::State_Enabled))
        return fill;
    if (isOn(option, QStyle::State_Sunken))
        return Theme::blended(fill, over, 0.16);
    return isOn(option, QStyle::State_MouseOver) ? Theme::blended(fill, over, 0.06) : fill;
}

QColor borderOf(const QStyleOption &option)
{
    return active(option.palette,
                  isOn(option, QStyle::State_Enabled) ? QPalette::Mid : QPalette::Midlight);
}

bool isFilled(const QStyleOptionButton &option)
{
    return option.features.testFlag(QStyleOptionButton::DefaultButton)
        && !option.features.testFlag(QStyleOptionButton::Flat)
        && isOn(option, QStyle::State_Enabled);
}

QColor labelColor(const QStyleOptionButton &option)
{
    if (!isOn(option, QStyle::State_Enabled))
        return option.palette.color(QPalette::Disabled, QPalette::ButtonText);
    return active(option.palette,
                  isFilled(option) ? QPalette::HighlightedText : QPalette::ButtonText);
}

/// Indicators are squares of whole pixels in the middle of what they are given.
QRectF squareIn(const QRect &rect)
{
    const int side = qMin(rect.width(), rect.height());
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    return square;
}

void stroke(QPainter &painter, const QPolygonF &line, const QColor &color, qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    painter.restore();
}

} // namespace

void StylePainting::roundedBox(QPainter &painter, const QRectF &rect, const QColor &fill,
                               const QColor &border, qreal borderWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal inset = border.isValid() ? borderWidth / 2 : 0;
    const qreal radius = qMax(0.0, Measures().radius() - inset);
    painter.setPen(border.isValid() ? QPen(border, borderWidth) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void StylePainting::focusRing(QPainter &painter, const QRect &rect, const QPalette &palette)
{
    roundedBox(painter, rect, {}, active(palette, QPalette::Link), Measures::focusWidth);
}

void StylePainting::pushButton(QPainter &painter, const QStyleOptionButton &option)
{
    const QPalette &palette = option.palette;
    const bool focused = isOn(option, QStyle::State_HasFocus);
    if (isFilled(option)) {
        // Darker, not lighter, under the pointer: white text keeps its contrast.
        roundedBox(painter, option.rect,
                   touched(option, active(palette, QPalette::Highlight), Qt::black), {}, 0);
        if (!focused)
            return;
        const QRectF inner = QRectF(option.rect).adjusted(2, 2, -2, -2);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(active(palette, QPalette::HighlightedText), 1.5));
        painter.setBrush(Qt::NoBrush);
        const qreal radius = qMax(0.0, Measures().radius() - 2.75);
        painter.drawRoundedRect(inner.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius);
        painter.restore();
        return;
    }
    const QColor text = active(palette, QPalette::ButtonText);
    if (option.features.testFlag(QStyleOptionButton::Flat)) {
        QColor wash = text;
        wash.setAlphaF(isOn(option, QStyle::State_Sunken)          ? 0.16F
                           : isOn(option, QStyle::State_MouseOver) ? 0.08F
                                                                   : 0.0F);
        roundedBox(painter, option.rect, wash, {}, 0);
    } else {
        roundedBox(painter, option.rect, touched(option, active(palette, QPalette::Button), text),
                   borderOf(option), Measures::lineWidth);
    }
    if (focused)
        focusRing(painter, option.rect, palette);
}

void StylePainting::pushButtonLabel(QPainter &painter, const QStyleOptionButton &option,
                                    const QStyle &style, const QWidget *widget)
{
    const QColor color = labelColor(option);
    const int mnemonic = style.styleHint(QStyle::SH_UnderlineShortcut, &option, widget)
        ? Qt::TextShowMnemonic
        : Qt::TextHideMnemonic;
    const int flags = Qt::AlignCenter | Qt::TextSingleLine | mnemonic;
    painter.save();
    painter.setPen(color);
    if (option.icon.isNull()) {
        painter.drawText(option.rect, flags, option.text);
        painter.restore();
        return;
    }
    const qreal scale = painter.device()->devicePixelRatio();
    const bool enabled = isOn(option, QStyle::State_Enabled);
    QPixmap picture
        = option.icon.pixmap(option.iconSize, scale, enabled ? QIcon::Normal : QIcon::Disabled);
    if (option.icon.isMask())
        picture = Icons::tinted(picture, color);
    const QSize iconSize = picture.deviceIndependentSize().toSize();
    const int gap = option.text.isEmpty() ? 0 : Measures().units(2);
    const int textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    QRect content(0, 0, iconSize.width() + gap + textWidth, option.rect.height());
    content.moveCenter(option.rect.center());
    const bool after = Icons::standsAfterText(option.icon);
    const QRect iconRect = QStyle::alignedRect(
        option.direction, (after ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, iconSize,
        content);
    const QRect textRect = QStyle::alignedRect(
        option.direction, (after ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
        QSize(textWidth, content.height()), content);
    painter.drawPixmap(iconRect.topLeft(), picture);
    painter.drawText(textRect, flags, option.text);
    painter.restore();
}

void StylePainting::field(QPainter &painter, const QStyleOption &option)
{
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool focused = enabled && isOn(option, QStyle::State_HasFocus);
    roundedBox(painter, option.rect,
               active(option.palette, enabled ? QPalette::Base : QPalette::Window),
               focused ? active(option.palette, QPalette::Link) : borderOf(option),
               focused ? Measures::focusWidth : Measures::lineWidth);
}

void StylePainting::checkIndicator(QPainter &painter, const QStyleOption &option)
{
    const QRectF box = squareIn(option.rect);
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool marked = isOn(option, QStyle::State_On) || isOn(option, QStyle::State_NoChange);
    const bool filled = marked && enabled;
    const QColor base = active(option.palette, QPalette::Base);
    roundedBox(painter, box,
               filled ? active(option.palette, QPalette::Highlight)
                      : touched(option, base, active(option.palette, QPalette::Text)),
               filled ? QColor() : active(option.palette, QPalette::Mid), Measures::lineWidth);
    const QColor ink = filled ? active(option.palette, QPalette::HighlightedText)
                              : option.palette.color(QPalette::Disabled, QPalette::Text);
    const auto at = [&box](qreal x, qreal y) {
        return QPointF(box.x() + x * box.width(), box.y() + y * box.height());
    };
    if (isOn(option, QStyle::State_NoChange))
        stroke(painter, {at(0.28, 0.5), at(0.72, 0.5)}, ink, box.width() * 0.12);
    else if (marked)
        stroke(painter, {at(0.25, 0.52), at(0.43, 0.7), at(0.76, 0.32)}, ink, box.width() * 0.12);
}

void StylePainting::radioIndicator(QPainter &painter, const QStyleOption &option)
{
    const QRectF disc = squareIn(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool enabled = isOn(option, QStyle::State_Enabled);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(active(option.palette, QPalette::Mid), Measures::lineWidth));
    painter.setBrush(touched(option, active(option.palette, QPalette::Base),
                             active(option.palette, QPalette::Text)));
    painter.drawEllipse(disc);
    if (isOn(option, QStyle::State_On)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(enabled ? active(option.palette, QPalette::Link)
                                 : option.palette.color(QPalette::Disabled, QPalette::Text));
        const qreal dot = disc.width() * 0.22;
        painter.drawEllipse(disc.center(), dot, dot);
    }
    painter.restore();
}

void StylePainting::comboBox(QPainter &painter, const QStyleOptionComboBox &option,
                             const QRect &arrow)
{
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool focused = enabled && isOn(option, QStyle::State_HasFocus);
    const QPalette &palette = option.palette;
    const QColor fill = active(palette, option.editable ? QPalette::Base : QPalette::Button);
    roundedBox(painter, option.rect, touched(option, fill, active(palette, QPalette::ButtonText)),
               focused ? active(palette, QPalette::Link) : borderOf(option),
               focused ? Measures::focusWidth : Measures::lineWidth);
    chevron(painter, arrow,
            palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText),
            0);
}

void StylePainting::spinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QRect &up,
                            const QRect &down)
{
    field(painter, option);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto color = [&option](QAbstractSpinBox::StepEnabledFlag step) {
        const bool possible
            = isOn(option, QStyle::State_Enabled) && option.stepEnabled.testFlag(step);
        return option.palette.color(possible ? QPalette::Active : QPalette::Disabled,
                                    QPalette::ButtonText);
    };
    chevron(painter, up, color(QAbstractSpinBox::StepUpEnabled), 2);
    chevron(painter, down, color(QAbstractSpinBox::StepDownEnabled), 0);
}

void StylePainting::menuPanel(QPainter &painter, const QStyleOption &option)
{
    painter.save();
    painter.setPen(QPen(active(option.palette, QPalette::Mid), Measures::lineWidth));
    painter.setBrush(active(option.palette, QPalette::Base));
    painter.drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.restore();
}

void StylePainting::menuBarItem(QPainter &painter, const QStyleOptionMenuItem &option,
                                const QStyle &style, const QWidget *widget)
{
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool chosen = enabled && isOn(option, QStyle::State_Selected);
    painter.fillRect(option.rect,
                     active(option.palette, chosen ? QPalette::Highlight : QPalette::Window));
    const int mnemonic = style.styleHint(QStyle::SH_UnderlineShortcut, &option, widget)
        ? Qt::TextShowMnemonic
        : Qt::TextHideMnemonic;
    painter.save();
    painter.setPen(
        enabled ? active(option.palette, chosen ? QPalette::HighlightedText : QPalette::WindowText)
                : option.palette.color(QPalette::Disabled, QPalette::WindowText));
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextSingleLine | mnemonic, option.text);
    painter.restore();
}

void StylePainting::scrollBar(QPainter &painter, const QStyleOptionSlider &option,
                              const QStyle &style, const QWidget *widget)
{
    const QPalette &palette = option.palette;
    const bool upright = option.orientation == Qt::Vertical;
    const auto part = [&](QStyle::SubControl control) {
        return style.subControlRect(QStyle::CC_ScrollBar, &option, control, widget);
    };
    painter.fillRect(option.rect, active(palette, QPalette::Window));
    const QRect hairline = upright
        ? QStyle::visualRect(option.direction, option.rect,
                             QRect(option.rect.topLeft(), QSize(1, option.rect.height())))
        : QRect(option.rect.topLeft(), QSize(option.rect.width(), 1));
    painter.fillRect(hairline, active(palette, QPalette::Midlight));
    if (!isOn(option, QStyle::State_Enabled) || option.maximum <= option.minimum)
        return;
    QRectF slider = part(QStyle::SC_ScrollBarSlider);
    slider.adjust(upright ? 3 : 1, upright ? 1 : 3, upright ? -2 : -1, upright ? -1 : -2);
    const QColor fill = active(palette, QPalette::Button);
    const QColor text = active(palette, QPalette::ButtonText);
    const bool grabbed = option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
    roundedBox(painter, slider, grabbed ? touched(option, fill, text) : fill,
               active(palette, QPalette::Mid), Measures::lineWidth);
    const QColor ink = active(palette, QPalette::PlaceholderText);
    const bool backwards = !upright && option.direction == Qt::RightToLeft;
    chevron(painter, part(QStyle::SC_ScrollBarSubLine), ink, upright ? 2 : backwards ? 3 : 1);
    chevron(painter, part(QStyle::SC_ScrollBarAddLine), ink, upright ? 0 : backwards ? 1 : 3);
}

void StylePainting::chevron(QPainter &painter, const QRect &rect, const QColor &color, int turns)
{
    const qreal reach
        = std::min({rect.width() * 0.28, rect.height() * 0.28, Measures().units(1) * 1.0});
    painter.save();
    painter.translate(QRectF(rect).center());
    painter.rotate(90.0 * turns);
    stroke(painter, {{-reach, -reach / 2}, {0, reach / 2}, {reach, -reach / 2}}, color,
           qMax(1.5, Measures().line() / 12.0));
    painter.restore();
}

void StylePainting::arrow(QPainter &painter, const QStyleOption &option, int turns)
{
    const auto group = isOn(option, QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled;
    // Fusion puts the colour of a chosen menu item there.
    chevron(painter, option.rect, option.palette.color(group, QPalette::WindowText), turns);
}

bool StylePainting::indicator(QPainter &painter, int element, const QStyleOption &option)
{
    switch (element) {
    case QStyle::PE_IndicatorCheckBox:
        checkIndicator(painter, option);
        return true;
    case QStyle::PE_IndicatorRadioButton:
        radioIndicator(painter, option);
        return true;
    case QStyle::PE_IndicatorArrowDown:
        arrow(painter, option, 0);
        return true;
    case QStyle::PE_IndicatorArrowLeft:
        arrow(painter, option, 1);
        return true;
    case QStyle::PE_IndicatorArrowUp:
        arrow(painter, option, 2);
        return true;
    case QStyle::PE_IndicatorArrowRight:
        arrow(painter, option, 3);
        return true;
    default: // an enum of Qt's that grows with every version
        return false;
    }
}

// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

class QColor;
class QPainter;
class QRect;
class QRectF;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyle;
class QWidget;
class QPalette;

// What Style paints, one function for each thing. They hold no state; Style only decides when.
namespace StylePainting {

/// A filled rounded rectangle with a border inside its edge; an invalid colour is left out.
void roundedBox(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &border,
                qreal borderWidth);
/// The one focus: two pixels of Link inside the edge.
void focusRing(QPainter &painter, const QRect &rect, const QPalette &palette);

void pushButton(QPainter &painter, const QStyleOptionButton &option);
void pushButtonLabel(QPainter &painter, const QStyleOptionButton &option, const QStyle &style,
                     const QWidget *widget);
void field(QPainter &painter, const QStyleOption &option);
void checkIndicator(QPainter &painter, const QStyleOption &option);
void radioIndicator(QPainter &painter, const QStyleOption &option);
void comboBox(QPainter &painter, const QStyleOptionComboBox &option, const QRect &arrow);
void spinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QRect &up,
             const QRect &down);
void menuPanel(QPainter &painter, const QStyleOption &option);
void menuBarItem(QPainter &painter, const QStyleOptionMenuItem &option, const QStyle &style,
                 const QWidget *widget);
void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QStyle &style,
               const QWidget *widget);
/// An open angle in the middle of `rect`, `turns` quarter turns clockwise from pointing down.
void chevron(QPainter &painter, const QRect &rect, const QColor &color, int turns);
/// The same, in the colour that an arrow of a control has.
void arrow(QPainter &painter, const QStyleOption &option, int turns);
/// What stands for a state or a direction, by its QStyle::PrimitiveElement. True if it was one.
bool indicator(QPainter &painter, int element, const QStyleOption &option);

} // namespace StylePainting

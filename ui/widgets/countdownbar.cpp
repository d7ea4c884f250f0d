// SPDX-License-Identifier: MIT
#include "widgets/countdownbar.h"

#include "measures.h"

#include <QEvent>
#include <QPainter>

CountdownBar::CountdownBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CountdownBar::setFraction(qreal fraction)
{
    const int before = filledPixels();
    m_fraction = qBound(0.0, fraction, 1.0);
    if (filledPixels() != before)
        update();
}

QSize CountdownBar::sizeHint() const
{
    const Measures measures;
    return {measures.lines(10), measures.barHeight()};
}

QSize CountdownBar::minimumSizeHint() const
{
    const Measures measures;
    return {measures.lines(2), measures.barHeight()};
}

void CountdownBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void CountdownBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const qreal radius = height() / 2.0;
    const QColor ink = palette().color(QPalette::Link);
    const QColor groove = palette().color(QPalette::Midlight);
    painter.setBrush(groove);
    painter.drawRoundedRect(rect(), radius, radius);
    const bool plain = ink == groove; // high contrast: an outline shows what is gone
    if (plain) {
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius - 1, radius - 1);
    }
    const int filled = filledPixels();
    if (filled == 0)
        return;
    QRectF left(0, 0, filled / devicePixelRatioF(), height());
    if (layoutDirection() == Qt::RightToLeft)
        left.moveRight(width());
    painter.setBrush(ink);
    painter.drawRoundedRect(left, radius, radius);
}

int CountdownBar::filledPixels() const
{
    return qRound(width() * devicePixelRatioF() * m_fraction);
}

// SPDX-License-Identifier: MIT
#include "widgets/markview.h"

#include "measures.h"
#include "pictures/icons.h"

#include <QEvent>
#include <QPainter>

MarkView::MarkView(const Icons &icons, QWidget *parent) : QWidget(parent), m_icons(icons)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void MarkView::setMark(const ProviderMark &mark, MarkGround ground)
{
    if (m_mark == mark && m_ground == ground)
        return;
    m_mark = mark;
    m_ground = ground;
    update();
}

void MarkView::setLines(qreal lines)
{
    m_lines = lines;
    updateGeometry();
}

QSize MarkView::sizeHint() const
{
    const int side = Measures().lines(m_lines);
    return {side, side};
}

void MarkView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void MarkView::paintEvent(QPaintEvent *)
{
    if (m_mark == ProviderMark())
        return;
    QPainter painter(this);
    paintMark(painter, rect(), m_mark, m_icons, palette(), palette().color(foregroundRole()),
              m_ground);
}

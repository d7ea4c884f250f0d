// SPDX-License-Identifier: MIT
#include "widgets/shapeview.h"

#include "measures.h"
#include "pictures/icons.h"
#include "theme.h"

#include <QEvent>
#include <QPainter>

ShapeView::ShapeView(const Icons &icons, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_icons(icons), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ShapeView::setShape(const QString &name, HealthTone tone)
{
    if (m_name == name && m_tone == tone)
        return;
    m_name = name;
    m_tone = tone;
    update();
}

void ShapeView::setShape(const QString &name, QPalette::ColorRole role)
{
    if (m_name == name && !m_tone && m_role == role)
        return;
    m_name = name;
    m_tone.reset();
    m_role = role;
    update();
}

QSize ShapeView::sizeHint() const
{
    // As high as a line, so that it sits in the middle of the first line of a text that wraps.
    const Measures measures;
    return {measures.iconSize(), measures.line()};
}

void ShapeView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void ShapeView::paintEvent(QPaintEvent *)
{
    if (m_name.isEmpty())
        return;
    const QColor color
        = m_tone && isEnabled() ? m_theme.healthColor(*m_tone) : palette().color(m_role);
    const int size = Measures().iconSize();
    QPainter painter(this);
    painter.drawPixmap((width() - size) / 2, (height() - size) / 2,
                       m_icons.pixmap(m_name, size, color, devicePixelRatioF()));
}

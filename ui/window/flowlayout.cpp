// SPDX-License-Identifier: MIT
#include "window/flowlayout.h"

#include <QStyle>
#include <QWidget>

FlowLayout::FlowLayout(QWidget *parent) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::setSpacings(int between, int lines)
{
    m_between = between;
    m_lines = lines;
    invalidate();
}

void FlowLayout::setLastAtEnd(bool atEnd)
{
    if (m_lastAtEnd == atEnd)
        return;
    m_lastAtEnd = atEnd;
    invalidate();
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QList<QLayoutItem *> FlowLayout::shown() const
{
    QList<QLayoutItem *> items;
    for (QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            items.append(item);
    }
    return items;
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const QLayoutItem *item : shown()) {
        const QSize hint = item->sizeHint();
        size.setWidth(size.width() + hint.width() + (size.width() > 0 ? m_between : 0));
        size.setHeight(qMax(size.height(), hint.height()));
    }
    return size;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : shown())
        size = size.expandedTo(item->minimumSize());
    return size;
}

Qt::Orientations FlowLayout::expandingDirections() const
{
    return {};
}

bool FlowLayout::hasHeightForWidth() const
{
    return true;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange({0, 0, width, 0}, false);
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool apply) const
{
    const Qt::LayoutDirection direction
        = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    const QList<QLayoutItem *> items = shown();
    int x = rect.left();
    int y = rect.top();
    int lineHeight = 0;
    for (QLayoutItem *item : items) {
        const QSize size = item->sizeHint().boundedTo({qMax(1, rect.width()), QWIDGETSIZE_MAX});
        if (lineHeight > 0 && x + size.width() > rect.right() + 1) {
            x = rect.left();
            y += lineHeight + m_lines;
            lineHeight = 0;
        }
        const bool toEnd = m_lastAtEnd && item == items.last() && lineHeight > 0;
        const int left = toEnd ? rect.right() + 1 - size.width() : x;
        if (apply)
            item->setGeometry(QStyle::visualRect(direction, rect, {QPoint(left, y), size}));
        x += size.width() + m_between;
        lineHeight = qMax(lineHeight, size.height());
    }
    return y + lineHeight - rect.top();
}

// SPDX-License-Identifier: MIT
#include "window/linklist.h"

#include "measures.h"
#include "window/linkrows.h"

#include <QContextMenuEvent>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

LinkList::LinkList(LinkRows &rows, QWidget *parent) : RowList(rows, parent), m_rows(rows)
{
    setObjectName(u"links"_s);
    setAccessibleName(tr("Links"));
    setFrameShape(QFrame::NoFrame);
    setBackgroundRole(QPalette::Window);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LinkList::selectedLinkChanged);
}

LinkKey LinkList::selectedLink() const
{
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    return selected.isEmpty() ? LinkKey{} : m_rows.keyOf(selected.first());
}

void LinkList::select(const LinkKey &key)
{
    const QModelIndex index = m_rows.indexOf(key);
    if (index.isValid())
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    else
        clearSelection();
}

QSize LinkList::minimumSizeHint() const
{
    const Measures measures;
    return {measures.lines(15), measures.lines(6)};
}

/// A header takes the focus on the way, but does not take the selection from a link.
QItemSelectionModel::SelectionFlags LinkList::selectionCommand(const QModelIndex &index,
                                                               const QEvent *event) const
{
    if (!index.isValid() || m_rows.isHeader(index))
        return QItemSelectionModel::NoUpdate;
    return RowList::selectionCommand(index, event);
}

/// A row that a filter hides does not pass its selection on to a neighbour nobody asked about.
void LinkList::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    const int current = currentIndex().row();
    if (current >= first && current <= last)
        selectionModel()->setCurrentIndex({}, QItemSelectionModel::NoUpdate);
    RowList::rowsAboutToBeRemoved(parent, first, last);
}

bool LinkList::foldByKey(int key)
{
    const QModelIndex current = currentIndex();
    if (!m_rows.isHeader(current))
        return false;
    const bool mirrors = isRightToLeft();
    if (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter)
        m_rows.setExpanded(current, !m_rows.isExpanded(current));
    else if (key == (mirrors ? Qt::Key_Right : Qt::Key_Left))
        m_rows.setExpanded(current, false);
    else if (key == (mirrors ? Qt::Key_Left : Qt::Key_Right))
        m_rows.setExpanded(current, true);
    else
        return false;
    return true;
}

void LinkList::keyPressEvent(QKeyEvent *event)
{
    if (foldByKey(event->key()))
        return;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (currentIndex().isValid())
            emit opened(m_rows.keyOf(currentIndex()));
        return;
    }
    const QString text = event->text();
    const bool plain = !event->modifiers().testFlag(Qt::ControlModifier)
        && !event->modifiers().testFlag(Qt::AltModifier);
    if (plain && !text.isEmpty() && text.front().isPrint() && !text.front().isSpace()) {
        emit filterTyped(text);
        return;
    }
    RowList::keyPressEvent(event);
}

void LinkList::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    RowList::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    if (m_rows.isHeader(index))
        m_rows.setExpanded(index, !m_rows.isExpanded(index));
}

void LinkList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid() || m_rows.isHeader(index))
        return;
    select(m_rows.keyOf(index));
    const QPoint where = byKey ? visualRect(index).center() : event->pos();
    emit actionsWished(m_rows.keyOf(index), viewport()->mapToGlobal(where));
}

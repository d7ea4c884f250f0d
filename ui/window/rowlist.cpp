// SPDX-License-Identifier: MIT
#include "window/rowlist.h"

#include "window/linkdelegate.h"

#include <QEvent>

RowList::RowList(QAbstractItemModel &rows, QWidget *parent) : QListView(parent)
{
    setModel(&rows);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    viewport()->setBackgroundRole(QPalette::Window);
    // Assistive technology selects without moving there; the arrow keys are to start from it.
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this](const QItemSelection &selected) {
                if (const QModelIndexList now = selected.indexes(); !now.isEmpty())
                    selectionModel()->setCurrentIndex(now.constFirst(),
                                                      QItemSelectionModel::NoUpdate);
            });
}

QStyleOptionViewItem RowList::optionFor(const QModelIndex &index) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    option.state.setFlag(QStyle::State_HasFocus, hasFocus() && currentIndex() == index);
    return option;
}

void RowList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    const auto *delegate = qobject_cast<const LinkDelegate *>(itemDelegate());
    if (!delegate || viewport()->width() <= 0) // not shown
        return;
    const bool threeLines = viewport()->width() < delegate->threeLinesBelow();
    if (threeLines == m_threeLines)
        return;
    m_threeLines = threeLines;
    scheduleDelayedItemsLayout();
}

void RowList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        scheduleDelayedItemsLayout();
}

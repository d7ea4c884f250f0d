// SPDX-License-Identifier: MIT
#pragma once

#include "links/gitlink.h"
#include "window/rowlist.h"

class LinkRows;

/// The list of links: headers fold, letters filter, and the selection stays with a link while
/// headers are walked over.
class LinkList : public RowList
{
    Q_OBJECT

public:
    explicit LinkList(LinkRows &rows, QWidget *parent = nullptr);

    /// Empty where no link is selected.
    [[nodiscard]] LinkKey selectedLink() const;
    /// Selects it if it has a row; otherwise nothing is selected.
    void select(const LinkKey &key);
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void selectedLinkChanged();
    /// Enter, or a click where only the list shows.
    void opened(const LinkKey &key);
    /// Something was typed that looks for a link.
    void filterTyped(const QString &text);
    void actionsWished(const LinkKey &key, const QPoint &where);

protected slots:
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event) const override;

private:
    bool foldByKey(int key);

    LinkRows &m_rows;
};

// SPDX-License-Identifier: MIT
#pragma once

#include <QListView>

/// A list of rows that LinkDelegate paints: one is selected, and the height of each follows from
/// the width of the list and from the font.
class RowList : public QListView
{
    Q_OBJECT

public:
    explicit RowList(QAbstractItemModel &rows, QWidget *parent = nullptr);

    /// As a view would paint them; for those who ask the delegate what it paints.
    [[nodiscard]] QStyleOptionViewItem optionFor(const QModelIndex &index) const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool m_threeLines = false;
};

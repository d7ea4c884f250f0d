// SPDX-License-Identifier: MIT
#pragma once

#include <QLayout>

/// Lays widgets out in a line, and in further lines where they do not fit; mirrors with the text.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent);
    ~FlowLayout() override;

    void setSpacings(int between, int lines);
    /// The last widget stands at the end of its line, apart from the others.
    void setLastAtEnd(bool atEnd);

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    void setGeometry(const QRect &rect) override;

private:
    /// Answers the height; moves the widgets only if \a apply.
    int arrange(const QRect &rect, bool apply) const;
    [[nodiscard]] QList<QLayoutItem *> shown() const;

    QList<QLayoutItem *> m_items;
    int m_between = 0;
    int m_lines = 0;
    bool m_lastAtEnd = false;
};

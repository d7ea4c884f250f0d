// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/receipt.h"

#include <QWidget>

class QVBoxLayout;

/// What will happen, a bullet a fact, or what did, each fact with its shape.
class FactLines : public QWidget
{
    Q_OBJECT

public:
    FactLines(const Icons &icons, const Theme &theme, QWidget *parent = nullptr);

    void setPlan(const QString &introduction, const QList<TextRuns> &facts);
    void setReceipt(const QList<ReceiptLine> &lines);
    /// One more, until the next of the others.
    StatusNote &append(const ReceiptLine &line);

private:
    void clear();
    void add(QWidget *line);

    const Icons &m_icons;
    const Theme &m_theme;
    QVBoxLayout *m_lines;
};

// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class PlainLabel;
class Icons;
class LinkList;
class LinkRows;
class QLineEdit;

/// The list with its filter; where nothing matches it says so and offers the way back.
class ListPane : public QWidget
{
    Q_OBJECT

public:
    ListPane(LinkRows &rows, const Icons &icons, QWidget *parent = nullptr);

    [[nodiscard]] LinkList *list() const { return m_list; }
    void focusFilter();
    void clearFilter();
    /// Types into the filter as if it had had the focus.
    void typeIntoFilter(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeField(const Icons &icons);
    QWidget *makeNothing();
    void showMatches();

    LinkRows &m_rows;
    QLineEdit *m_filter;
    LinkList *m_list;
    PlainLabel *m_nothingTitle = nullptr;
    QWidget *m_nothing;
};

// SPDX-License-Identifier: MIT
#pragma once

#include "window/emptycontent.h"

#include <QWidget>

#include <optional>

class EmphasisLabel;
class Icons;
class QHBoxLayout;
class QLabel;
class QPlainTextEdit;

/// A page for when there is no list: no account, nothing learnt yet, no provider.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(const Icons &icons, QWidget *parent = nullptr);

    void show(const EmptyContent &content);
    using QWidget::show;
    void focusFirst();

    static QString label(EmptyWish wish);

signals:
    void wished(EmptyWish wish, const AccountId &account);
    void copyWished(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void rebuildButtons();
    void fitText();

    QWidget *m_column;
    QLabel *m_icon;
    EmphasisLabel *m_title;
    EmphasisLabel *m_text;
    QPlainTextEdit *m_toPaste;
    QHBoxLayout *m_buttons;
    std::optional<EmptyContent> m_content;
};

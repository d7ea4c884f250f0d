// SPDX-License-Identifier: MIT
#pragma once

#include "window/linkaction.h"

#include <QHash>
#include <QWidget>

class FlowLayout;
class Icons;
class QPushButton;
struct ShownLink;

/// The buttons of one link: what helps most first, Unlink at the far end.
class LinkButtons : public QWidget
{
    Q_OBJECT

public:
    explicit LinkButtons(const Icons &icons, QWidget *parent = nullptr);

    void show(const ShownLink &shown);
    using QWidget::show;
    /// False where none can be pressed.
    bool focusFirst();

signals:
    void wished(LinkAction action);

private:
    void arrange(const LinkActions &actions);

    QHash<LinkAction, QPushButton *> m_buttons;
    FlowLayout *m_layout;
    LinkActions m_shown;
};

// SPDX-License-Identifier: MIT
#pragma once

#include "window/linkaction.h"

#include <QScrollArea>

#include <optional>

class AbilitiesView;
class DetailsHead;
class FactsForm;
class Icons;
class InstallationsView;
class LinkButtons;
class PlainLabel;
class QVBoxLayout;
class Theme;
class WebAddress;
struct ShownLink;

/// All about one link, and what can be done with it. It reports wishes and decides nothing.
class DetailsPane : public QScrollArea
{
    Q_OBJECT

public:
    DetailsPane(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    /// None: nothing is selected.
    void show(const std::optional<ShownLink> &shown);
    using QWidget::show;
    [[nodiscard]] const LinkKey &shownKey() const { return m_key; }
    /// To the first thing that can be pressed.
    void focusFirst();

signals:
    void actionWished(LinkAction action, const LinkKey &key);
    void openWished(const WebAddress &address, const LinkKey &key);

private:
    void fill(const ShownLink &shown);
    void settle();
    QWidget *addLine();
    void addSections(const Theme &theme, const Icons &icons);

    QWidget *m_page;
    QVBoxLayout *m_layout;
    PlainLabel *m_nothing;
    QWidget *m_content;
    DetailsHead *m_head = nullptr;
    LinkButtons *m_buttons = nullptr;
    FactsForm *m_facts = nullptr;
    QWidget *m_abilitiesLine = nullptr;
    AbilitiesView *m_abilities = nullptr;
    QWidget *m_installationsLine = nullptr;
    InstallationsView *m_installations = nullptr;
    LinkKey m_key;
};

// SPDX-License-Identifier: MIT
#include "window/linkbuttons.h"

#include "measures.h"
#include "window/buttons.h"
#include "window/flowlayout.h"
#include "window/shownlink.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

QString objectNameOf(LinkAction action)
{
    switch (action) {
    case LinkAction::Link:
        return u"link"_s;
    case LinkAction::Reconnect:
        return u"reconnect"_s;
    case LinkAction::OpenPage:
        return u"openPage"_s;
    case LinkAction::InstallApp:
        return u"installApp"_s;
    case LinkAction::CopyForAdmin:
        return u"copyForAdmin"_s;
    case LinkAction::CheckNow:
        return u"checkNow"_s;
    case LinkAction::Unlink:
        return u"unlink"_s;
    case LinkAction::TryUnlink:
        return u"tryUnlink"_s;
    }
    Q_UNREACHABLE();
}

/// Where it may not be the link that is broken, waiting is the advice and no button stands out.
LinkActions actionsFor(const ShownLink &shown)
{
    LinkActions actions = LinkActions::of(shown.link, shown.health);
    if (shown.maybeLimited && actions.actions.removeOne(LinkAction::CheckNow)) {
        actions.actions.prepend(LinkAction::CheckNow);
        actions.firstIsDefault = false;
    }
    return actions;
}

} // namespace

LinkButtons::LinkButtons(const Icons &icons, QWidget *parent)
    : QWidget(parent), m_layout(new FlowLayout(this))
{
    const Measures measures;
    m_layout->setSpacings(measures.units(2), measures.units(2));
    for (const LinkAction action : LinkActions::all()) {
        QPushButton *button = Buttons::make(LinkActions::label(action), objectNameOf(action), this);
        if (LinkActions::opensBrowser(action))
            Buttons::markAsBrowserButton(*button, icons);
        button->hide();
        connect(button, &QPushButton::clicked, this, [this, action] { emit wished(action); });
        m_buttons.insert(action, button);
    }
}

void LinkButtons::show(const ShownLink &shown)
{
    const LinkActions actions = actionsFor(shown);
    if (!(actions == m_shown))
        arrange(actions);
    for (const LinkAction action : actions.actions)
        Buttons::restBecause(*m_buttons.value(action),
                             LinkActions::obstacle(action, shown.account));
    setVisible(!actions.actions.isEmpty());
}

bool LinkButtons::focusFirst()
{
    for (const LinkAction action : std::as_const(m_shown.actions)) {
        QPushButton *button = m_buttons.value(action);
        if (!button->isEnabled())
            continue;
        button->setFocus(Qt::TabFocusReason);
        return true;
    }
    return false;
}

void LinkButtons::arrange(const LinkActions &actions)
{
    m_shown = actions;
    while (QLayoutItem *item = m_layout->takeAt(0))
        delete item;
    QWidget *before = nullptr;
    for (const LinkAction action : actions.actions) {
        QPushButton *button = m_buttons.value(action);
        m_layout->addWidget(button);
        button->setDefault(actions.firstIsDefault && action == actions.actions.first());
        button->show();
        if (before)
            setTabOrder(before, button);
        before = button;
    }
    for (auto [action, button] : m_buttons.asKeyValueRange()) {
        if (!actions.actions.contains(action))
            button->hide();
    }
    const LinkAction last
        = actions.actions.isEmpty() ? LinkAction::CheckNow : actions.actions.last();
    m_layout->setLastAtEnd(last == LinkAction::Unlink || last == LinkAction::TryUnlink);
    m_layout->invalidate();
}

// SPDX-License-Identifier: MIT
#include "window/abilitiesview.h"

#include "measures.h"
#include "widgets/plainlabel.h"
#include "widgets/shapeview.h"
#include "window/flowlayout.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

AbilitiesView::AbilitiesView(const Theme &theme, const Icons &icons, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_icons(icons), m_list(new QWidget(this)),
      m_flow(new FlowLayout(m_list))
{
    const Measures measures;
    m_flow->setSpacings(measures.units(5), measures.units(2));
    auto *head
        = new PlainLabel(tr("What this provider can do"), PlainLabel::Kind::SectionHead, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measures.units(2));
    layout->addWidget(head);
    layout->addWidget(m_list);
}

void AbilitiesView::show(const Provider &provider)
{
    if (m_shown == provider)
        return;
    m_shown = provider;
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    addAbility(provider.device, tr("Device code"), tr("No device code"), {});
    addAbility(provider.allowRefresh, tr("Renewal"), tr("No renewal"), {});
    addAbility(provider.allowValidate, tr("Verification"), tr("No verification"), {});
    addAbility(provider.supportsRevocation, tr("Revocation"), tr("No revocation"),
               tr("No revocation by this server"));
    //: PKCE is the name of a protection of OAuth
    addAbility(provider.supportsPkce, tr("PKCE"), tr("No PKCE"),
               tr("PKCE: not told by this server"));
}

void AbilitiesView::addAbility(std::optional<bool> can, const QString &yes, const QString &no,
                               const QString &untold)
{
    const bool has = can.value_or(false);
    auto *ability = new QWidget(m_list);
    auto *shape = new ShapeView(m_icons, m_theme, ability);
    shape->setShape(has ? u"check"_s : u"minus"_s, QPalette::PlaceholderText);
    const QString &told = has ? yes : no;
    auto *label = new PlainLabel(
        can ? told : untold, has ? PlainLabel::Kind::Body : PlainLabel::Kind::Secondary, ability);
    label->setSingleLine();
    auto *layout = new QHBoxLayout(ability);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Measures().units(2));
    layout->addWidget(shape);
    layout->addWidget(label);
    m_flow->addWidget(ability);
    ability->show();
}

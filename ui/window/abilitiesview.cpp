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
    : QWidget(parent)
{
    const Measures measures;
    auto *list = new QWidget(this);
    auto *flow = new FlowLayout(list);
    flow->setSpacings(measures.units(5), measures.units(2));
    for (Ability &ability : m_abilities)
        ability = addAbility(theme, icons, *flow);
    auto *head
        = new PlainLabel(tr("What this provider can do"), PlainLabel::Kind::SectionHead, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measures.units(2));
    layout->addWidget(head);
    layout->addWidget(list);
}

void AbilitiesView::show(const Provider &provider)
{
    if (m_shown == provider)
        return;
    m_shown = provider;
    tell(Device, provider.device, tr("Device code"), tr("No device code"), {});
    tell(Renewal, provider.allowRefresh, tr("Renewal"), tr("No renewal"), {});
    tell(Verification, provider.allowValidate, tr("Verification"), tr("No verification"), {});
    tell(Revocation, provider.supportsRevocation, tr("Revocation"), tr("No revocation"),
         tr("No revocation by this server"));
    //: PKCE is the name of a protection of OAuth
    tell(Pkce, provider.supportsPkce, tr("PKCE"), tr("No PKCE"),
         tr("PKCE: not told by this server"));
}

void AbilitiesView::tell(Which which, std::optional<bool> can, const QString &yes,
                         const QString &no, const QString &untold)
{
    const bool has = can.value_or(false);
    const Ability &ability = m_abilities.at(which);
    ability.shape->setShape(has ? u"check"_s : u"minus"_s, QPalette::PlaceholderText);
    ability.label->setKind(has ? PlainLabel::Kind::Body : PlainLabel::Kind::Secondary);
    const QString &told = has ? yes : no;
    ability.label->setText(can ? told : untold);
}

AbilitiesView::Ability AbilitiesView::addAbility(const Theme &theme, const Icons &icons,
                                                 FlowLayout &flow)
{
    auto *holder = new QWidget(flow.parentWidget());
    const Ability ability{.shape = new ShapeView(icons, theme, holder),
                          .label = new PlainLabel(holder)};
    ability.label->setSingleLine();
    auto *layout = new QHBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Measures().units(2));
    layout->addWidget(ability.shape);
    layout->addWidget(ability.label);
    flow.addWidget(holder);
    return ability;
}

// SPDX-License-Identifier: MIT
#include "dialogs/disclosure.h"

#include "measures.h"
#include "pictures/icons.h"
#include "widgets/plainlabel.h"

#include <QFrame>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

Disclosure::Disclosure(const Icons &icons, QWidget *parent)
    : QWidget(parent), m_icons(icons), m_button(new QPushButton(tr("Details"), this)),
      m_frame(new QFrame(this)), m_lines(new QVBoxLayout(m_frame))
{
    m_button->setObjectName(u"details"_s);
    m_button->setFlat(true);
    m_button->setCheckable(true);
    m_button->setAutoDefault(false);
    m_frame->setFrameShape(QFrame::StyledPanel);
    m_frame->setAutoFillBackground(true);
    m_frame->setBackgroundRole(QPalette::Base);

    const Measures measures;
    m_lines->setContentsMargins(measures.units(3), measures.units(2), measures.units(3),
                                measures.units(2));
    m_lines->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measures.units(1));
    layout->addWidget(m_button, 0, Qt::AlignLeading);
    layout->addWidget(m_frame);

    connect(m_button, &QPushButton::toggled, this, &Disclosure::unfold);
    unfold(false);
    hide();
}

void Disclosure::setLines(const QStringList &lines)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString &line : lines) {
        const auto kind = m_lines->isEmpty() ? PlainLabel::Kind::Body : PlainLabel::Kind::Secondary;
        auto *label = new PlainLabel(line, kind, m_frame);
        label->setSelectable(true);
        m_lines->addWidget(label);
    }
    m_button->setChecked(false);
    setVisible(!lines.isEmpty());
}

void Disclosure::unfold(bool unfolded)
{
    m_button->setIcon(m_icons.icon(unfolded ? u"chevron-down"_s : u"chevron-right"_s));
    m_frame->setVisible(unfolded);
}

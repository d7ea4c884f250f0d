// SPDX-License-Identifier: MIT
#include "dialogs/signinstep.h"

#include "measures.h"
#include "widgets/plainlabel.h"

#include <QGridLayout>
#include <QVBoxLayout>

SignInStep::SignInStep(const QString &number, const QString &heading, QWidget *parent)
    : QWidget(parent), m_number(new PlainLabel(number, PlainLabel::Kind::SectionHead, this)),
      m_heading(new PlainLabel(heading, PlainLabel::Kind::SectionHead, this)),
      m_body(new QVBoxLayout)
{
    m_number->setSingleLine();
    const Measures measures;
    m_body->setSpacing(measures.units(2));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(measures.units(3));
    layout->setVerticalSpacing(measures.units(1.5));
    layout->addWidget(m_number, 0, 0, Qt::AlignTop);
    layout->addWidget(m_heading, 0, 1);
    layout->addLayout(m_body, 1, 1);
    layout->setColumnStretch(1, 1);
}

void SignInStep::setResting(bool resting)
{
    const auto role = resting ? QPalette::PlaceholderText : QPalette::WindowText;
    m_number->setForegroundRole(role);
    m_heading->setForegroundRole(role);
}

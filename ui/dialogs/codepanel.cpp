// SPDX-License-Identifier: MIT
#include "dialogs/codepanel.h"

#include "dialogs/codefield.h"
#include "dialogs/copybutton.h"
#include "dialogs/statusnote.h"
#include "measures.h"
#include "pictures/icons.h"
#include "widgets/emphasislabel.h"
#include "window/flowlayout.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

CodePanel::CodePanel(const DialogTools &tools, QWidget *parent)
    : QWidget(parent), m_tools(tools), m_field(new CodeField(tools.icons, this)),
      m_copyAndOpen(new CopyButton(tr("Copy code and open page"), tools.clock, this)),
      m_copy(new CopyButton(tr("Copy code"), tools.clock, this)), m_open(new EmphasisLabel(this)),
      m_enter(new EmphasisLabel(runsOf(tr("Enter the code there.")), this)),
      m_approve(new EmphasisLabel(
          runsOf(tr("Check that it names the app you expect, then approve.")), this)),
      m_changedHost(new StatusNote(tools.icons, tools.theme, this)),
      m_noBrowser(new StatusNote(tools.icons, tools.theme, this)), m_address(new PlainLabel(this)),
      m_warning(new StatusNote(tools.icons, tools.theme, this))
{
    m_copyAndOpen->setObjectName(u"copyAndOpen"_s);
    m_copyAndOpen->setIcon(tools.icons.icon(u"external-link"_s));
    m_copyAndOpen->setDefault(true);
    m_copy->setObjectName(u"copyCode"_s);
    m_open->setObjectName(u"openStep"_s);
    m_changedHost->setObjectName(u"changedHost"_s);
    m_noBrowser->setObjectName(u"noBrowser"_s);
    m_address->setObjectName(u"address"_s);
    m_address->setSelectable(true);
    m_warning->setNote(StatusNote::Shape::Shield,
                       runsOf(tr("This code belongs to this window. It is not from your "
                                 "authenticator app. Enter it only if you started this yourself; "
                                 "never enter a code that someone sent you.")));
    arrange();
    m_changedHost->hide();
    m_noBrowser->hide();
    m_address->hide();

    connect(m_copyAndOpen, &CopyButton::clicked, this, &CodePanel::copyAndOpenWished);
    connect(m_copy, &CopyButton::clicked, this, &CodePanel::copyWished);
}

void CodePanel::arrange()
{
    const Measures measures;
    auto *buttons = new FlowLayout(nullptr); // in two lines where there is no room for one
    buttons->setSpacings(measures.units(2), measures.units(2));
    buttons->addWidget(m_copyAndOpen);
    buttons->addWidget(m_copy);

    auto *steps = new QVBoxLayout;
    steps->setSpacing(measures.units(2));
    steps->setContentsMargins(0, measures.units(2), 0, measures.units(2));
    addStep(*steps, tr("1."), *m_open);
    addStep(*steps, tr("2."), *m_enter);
    addStep(*steps, tr("3."), *m_approve);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measures.units(2));
    layout->addWidget(m_field);
    layout->addLayout(buttons);
    layout->addWidget(m_changedHost);
    layout->addWidget(m_noBrowser);
    auto *address = new QHBoxLayout;
    address->addSpacing(measures.iconSize() + measures.units(2)); // under the words of the note
    address->addWidget(m_address, 1);
    layout->addLayout(address);
    layout->addLayout(steps);
    layout->addWidget(m_warning);
    layout->addStretch();
}

void CodePanel::addStep(QVBoxLayout &steps, const QString &number, EmphasisLabel &text)
{
    auto *count = new PlainLabel(number, PlainLabel::Kind::Secondary, this);
    count->setSingleLine();
    auto *row = new QHBoxLayout;
    row->setSpacing(Measures().units(2));
    row->addWidget(count, 0, Qt::AlignTop);
    row->addWidget(&text, 1);
    steps.addLayout(row);
}

void CodePanel::present(const DeviceCode &code, const QString &acceptedHost)
{
    m_field->setCode(code.userCode);
    m_copyAndOpen->showLabel();
    m_copy->showLabel();
    m_noBrowser->hide();
    m_address->hide();

    const QString host = code.verification.host();
    const TextRuns page{{.text = host, .strong = true}, {.text = code.verification.pathAndQuery()}};
    m_open->setRuns(runsOf(tr("Copy the code and open %1"), {page}));
    const bool changed = !acceptedHost.isEmpty() && acceptedHost != host;
    if (changed)
        m_changedHost->setNote(
            StatusNote::Shape::Warning,
            runsOf(tr("The page is on %1; until now this was %2."),
                   {{{.text = host, .strong = true}}, {{.text = acceptedHost, .strong = true}}}),
            runsOf(tr("Enter the code there only if you know why.")));
    m_changedHost->setVisible(changed);
}

void CodePanel::showOutcome(bool copied, bool withPage)
{
    (withPage ? m_copy : m_copyAndOpen)->showLabel();
    (withPage ? m_copyAndOpen : m_copy)->showOutcome(copied);
}

void CodePanel::showNoBrowser(const WebAddress &page)
{
    m_noBrowser->setNote(StatusNote::Shape::Warning, runsOf(tr("No browser could be started.")),
                         runsOf(tr("Open this address yourself, here or on another device:")));
    m_noBrowser->show();
    m_address->setText(page.encoded());
    m_address->show();
}

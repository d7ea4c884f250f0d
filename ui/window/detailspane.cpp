// SPDX-License-Identifier: MIT
#include "window/detailspane.h"

#include "measures.h"
#include "widgets/plainlabel.h"
#include "window/abilitiesview.h"
#include "window/detailshead.h"
#include "window/factsform.h"
#include "window/installationsview.h"
#include "window/linkbuttons.h"
#include "window/shownlink.h"

#include <QEvent>
#include <QFrame>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

DetailsPane::DetailsPane(const Theme &theme, const Icons &icons, QWidget *parent)
    : QScrollArea(parent), m_page(new QWidget(this)), m_layout(new QVBoxLayout),
      m_nothing(new PlainLabel(tr("Select a link to see its details."), PlainLabel::Kind::Secondary,
                               m_page)),
      m_content(new QWidget(m_page))
{
    setObjectName(u"details"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    for (QWidget *widget : {static_cast<QWidget *>(this), viewport(), m_page})
        widget->setBackgroundRole(QPalette::Base);
    m_page->setAutoFillBackground(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setObjectName(u"nothingSelected"_s);

    const int margin = Measures().pageMargin();
    auto *page = new QVBoxLayout(m_page);
    page->setContentsMargins(margin, margin, margin, margin);
    page->setSpacing(0);
    page->addWidget(m_nothing, 1);
    page->addWidget(m_content, 1);
    m_content->setLayout(m_layout);
    addSections(theme, icons);
    // Until show(): Qt asks the page for its size now, which takes a while and is of no use yet.
    m_nothing->hide();
    m_content->hide();
    setWidget(m_page);
}

void DetailsPane::addSections(const Theme &theme, const Icons &icons)
{
    const Measures measures;
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_head = new DetailsHead(theme, icons, m_content));
    m_layout->addSpacing(measures.units(3.75));
    m_layout->addWidget(m_buttons = new LinkButtons(icons, m_content));
    addLine();
    m_layout->addWidget(m_facts = new FactsForm(icons, m_content));
    m_abilitiesLine = addLine();
    m_layout->addWidget(m_abilities = new AbilitiesView(theme, icons, m_content));
    m_installationsLine = addLine();
    m_layout->addWidget(m_installations = new InstallationsView(icons, m_content));
    m_layout->addStretch(1);
    connect(m_buttons, &LinkButtons::wished, this,
            [this](LinkAction action) { emit actionWished(action, m_key); });
    connect(m_facts, &FactsForm::openWished, this,
            [this](const WebAddress &address) { emit openWished(address, m_key); });
    connect(m_installations, &InstallationsView::openWished, this,
            [this](const WebAddress &address) { emit openWished(address, m_key); });
}

/// A hairline with its room above and below.
QWidget *DetailsPane::addLine()
{
    const int room = Measures().units(4.5);
    auto *holder = new QWidget(m_content);
    auto *line = new QFrame(holder);
    line->setFrameShape(QFrame::HLine);
    auto *layout = new QVBoxLayout(holder);
    layout->setContentsMargins(0, room, 0, room);
    layout->addWidget(line);
    m_layout->addWidget(holder);
    return holder;
}

void DetailsPane::show(const std::optional<ShownLink> &shown)
{
    m_nothing->setVisible(!shown);
    const LinkKey key = shown ? shown->link.key : LinkKey{};
    if (!(key == m_key))
        verticalScrollBar()->setValue(0);
    m_key = key;
    if (shown)
        fill(*shown);
    // Once it says all it has to: Qt lays out the whole page for each part of a visible one that
    // is shown.
    m_content->setVisible(shown.has_value());
    if (!shown)
        return;
    settle();
    m_head->tellProblem(shown->link);
}

void DetailsPane::fill(const ShownLink &shown)
{
    m_head->show(shown);
    m_buttons->show(shown);
    m_facts->show(shown);
    const bool hasProvider = shown.link.provider.has_value();
    if (hasProvider)
        m_abilities->show(*shown.link.provider);
    m_abilities->setVisible(hasProvider);
    m_abilitiesLine->setVisible(hasProvider);
    const bool hasInstallations = m_installations->show(shown.link.details);
    m_installations->setVisible(hasInstallations);
    m_installationsLine->setVisible(hasInstallations);
}

/// Qt would pass the new heights up one level of layouts an event; until then the page is squeezed,
/// and a frame of that would be seen.
void DetailsPane::settle()
{
    const QList<QWidget *> parts = m_content->findChildren<QWidget *>();
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        if ((*part)->layout())
            (*part)->layout()->activate();
    }
    m_layout->activate();
    m_page->layout()->activate();
    QEvent request(QEvent::LayoutRequest);
    QScrollArea::event(&request);
}

void DetailsPane::focusFirst()
{
    if (m_content->isHidden() || m_buttons->focusFirst())
        return;
    const QList<QPushButton *> buttons = m_content->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isVisible() && button->isEnabled()) {
            button->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

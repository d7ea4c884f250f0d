// SPDX-License-Identifier: MIT
#include "window/listpane.h"

#include "measures.h"
#include "pictures/icons.h"
#include "widgets/plainlabel.h"
#include "window/buttons.h"
#include "window/linklist.h"
#include "window/linkrows.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestFilter = 100;

} // namespace

ListPane::ListPane(LinkRows &rows, const Icons &icons, QWidget *parent)
    : QWidget(parent), m_rows(rows), m_filter(new QLineEdit(this)),
      m_list(new LinkList(rows, this)), m_nothing(makeNothing())
{
    makeField(icons);
    const Measures measures;
    auto *field = new QVBoxLayout;
    field->setContentsMargins(measures.units(3), measures.units(2), measures.units(3),
                              measures.units(3));
    field->addWidget(m_filter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
    m_nothing->hide();

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_rows.setFilter(text);
        showMatches();
    });
    connect(&rows, &LinkRows::rowsInserted, this, &ListPane::showMatches);
    connect(&rows, &LinkRows::rowsRemoved, this, &ListPane::showMatches);
    connect(&rows, &LinkRows::layoutChanged, this, &ListPane::showMatches);
}

void ListPane::makeField(const Icons &icons)
{
    m_filter->setObjectName(u"filter"_s);
    m_filter->setAccessibleName(tr("Filter links"));
    m_filter->setPlaceholderText(
        tr("Filter links (%1)")
            .arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    m_filter->setMaxLength(longestFilter);
    m_filter->installEventFilter(this);
    QAction *search = m_filter->addAction(icons.icon(u"search"_s), QLineEdit::LeadingPosition);
    // The drawings in the field are buttons to a screen reader, so they have names.
    search->setText(tr("Search"));
    connect(search, &QAction::triggered, this, &ListPane::focusFilter);
    // Not QLineEdit's own clear button: that one fades in.
    QAction *clear = m_filter->addAction(icons.icon(u"x"_s), QLineEdit::TrailingPosition);
    clear->setText(tr("Clear"));
    clear->setVisible(false);
    connect(clear, &QAction::triggered, this, &ListPane::clearFilter);
    connect(m_filter, &QLineEdit::textChanged, clear,
            [clear](const QString &text) { clear->setVisible(!text.isEmpty()); });
}

QWidget *ListPane::makeNothing()
{
    const Measures measures;
    auto *page = new QWidget(this);
    m_nothingTitle = new PlainLabel({}, PlainLabel::Kind::SectionHead, page);
    m_nothingTitle->setObjectName(u"nothingMatches"_s);
    m_nothingTitle->setAlignment(Qt::AlignHCenter);
    m_nothingTitle->setMinimumWidth(1); // what was typed may be one long word
    auto *explanation = new PlainLabel(tr("Filters by provider, login, account and state."),
                                       PlainLabel::Kind::Secondary, page);
    explanation->setAlignment(Qt::AlignHCenter);
    QPushButton *clear = Buttons::make(tr("Clear filter"), u"clearFilter"_s, page);
    connect(clear, &QPushButton::clicked, this, &ListPane::clearFilter);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(measures.units(3), measures.units(10), measures.units(3), 0);
    layout->setSpacing(measures.units(1));
    layout->addWidget(m_nothingTitle);
    layout->addWidget(explanation);
    layout->addSpacing(measures.units(2));
    layout->addWidget(clear, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    return page;
}

void ListPane::showMatches()
{
    const bool nothing = m_rows.rowCount() == 0 && !m_rows.filter().trimmed().isEmpty();
    if (nothing) {
        //: %1 is what was typed
        m_nothingTitle->setText(tr("No link matches “%1”").arg(m_rows.filter()));
    }
    m_list->setVisible(!nothing);
    m_nothing->setVisible(nothing);
}

void ListPane::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ListPane::clearFilter()
{
    m_filter->clear();
    m_list->setFocus(Qt::OtherFocusReason);
}

void ListPane::typeIntoFilter(const QString &text)
{
    m_filter->setFocus(Qt::OtherFocusReason);
    m_filter->deselect();
    m_filter->insert(text);
}

bool ListPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        clearFilter();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_list->isVisible())
            m_list->setFocus(Qt::OtherFocusReason);
        return true;
    default: // keys of Qt's
        return QWidget::eventFilter(watched, event);
    }
}

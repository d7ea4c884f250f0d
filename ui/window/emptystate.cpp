// SPDX-License-Identifier: MIT
#include "window/emptystate.h"

#include "measures.h"
#include "pictures/icons.h"
#include "texts.h"
#include "widgets/emphasislabel.h"
#include "window/buttons.h"

#include <QEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QString objectNameOf(EmptyWish wish)
{
    switch (wish) {
    case EmptyWish::AddAccount:
        return u"addAccount"_s;
    case EmptyWish::SignIn:
        return u"signInAgain"_s;
    case EmptyWish::Unlock:
        return u"unlockKeyring"_s;
    case EmptyWish::CancelUnlock:
        return u"cancelUnlock"_s;
    case EmptyWish::TryAgain:
        return u"tryAgain"_s;
    case EmptyWish::CopyText:
        return u"copyText"_s;
    case EmptyWish::CheckAgain:
        return u"checkAgain"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QString EmptyState::label(EmptyWish wish)
{
    switch (wish) {
    case EmptyWish::AddAccount:
        return tr("Add account…");
    case EmptyWish::SignIn:
        return Texts::buttonFor(Remedy::SignInAgain);
    case EmptyWish::Unlock:
        return Texts::buttonFor(Remedy::UnlockKeyring);
    case EmptyWish::CancelUnlock:
        return Texts::buttonFor(Remedy::CancelUnlock);
    case EmptyWish::TryAgain:
        return Texts::buttonFor(Remedy::TryAgain);
    case EmptyWish::CopyText:
        return tr("Copy text");
    case EmptyWish::CheckAgain:
        return tr("Check again");
    }
    Q_UNREACHABLE();
}

EmptyState::EmptyState(const Icons &icons, QWidget *parent)
    : QWidget(parent), m_column(new QWidget(this)), m_icon(new QLabel(m_column)),
      m_title(new EmphasisLabel(m_column)), m_text(new EmphasisLabel(m_column)),
      m_toPaste(new QPlainTextEdit(m_column)), m_buttons(new QHBoxLayout)
{
    const Measures measures;
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    const int icon = measures.lines(2.5);
    m_icon->setPixmap(icons.applicationIcon().pixmap(QSize(icon, icon), devicePixelRatioF()));
    m_title->setKind(PlainLabel::Kind::Title);
    m_title->setObjectName(u"emptyTitle"_s);
    m_text->setObjectName(u"emptyText"_s);
    m_toPaste->setObjectName(u"textForAdmin"_s);
    m_toPaste->setAccessibleName(tr("Text for the admin"));
    m_toPaste->setReadOnly(true);
    m_toPaste->setTabChangesFocus(true);
    m_toPaste->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_toPaste->document()->setDocumentMargin(measures.units(2));
    m_buttons->setSpacing(measures.units(2));
    m_column->setMaximumWidth(measures.lines(26));

    auto *column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measures.units(2));
    column->addWidget(m_icon);
    column->addSpacing(measures.units(2));
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(measures.units(1));
    column->addWidget(m_toPaste);
    column->addSpacing(measures.units(1));
    column->addLayout(m_buttons);

    const int margin = measures.pageMargin();
    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(m_column, 100);
    across->addStretch(1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(margin, margin, margin, margin);
    page->addStretch(1);
    page->addLayout(across);
    page->addStretch(1);
}

void EmptyState::show(const EmptyContent &content)
{
    if (m_content == content)
        return;
    const bool newButtons = !m_content || m_content->wishes != content.wishes
        || m_content->account != content.account;
    m_content = content;
    m_icon->setVisible(content.showsIcon);
    m_title->setRuns({{.text = content.title}});
    m_text->setRuns(content.text);
    m_text->setVisible(!content.text.isEmpty());
    m_toPaste->setPlainText(content.toPaste);
    m_toPaste->setVisible(!content.toPaste.isEmpty());
    if (newButtons)
        rebuildButtons();
    fitText();
}

void EmptyState::rebuildButtons()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (QWidget *button = item->widget()) { // it may be the one that was pressed
            button->hide();
            button->deleteLater();
        }
        delete item;
    }
    for (const EmptyWish wish : m_content->wishes) {
        QPushButton *button = Buttons::make(label(wish), objectNameOf(wish), m_column);
        button->setDefault(wish == m_content->wishes.constFirst());
        connect(button, &QPushButton::clicked, this, [this, wish] {
            if (wish == EmptyWish::CopyText)
                emit copyWished(m_content->toPaste);
            else
                emit wished(wish, m_content->account);
        });
        m_buttons->addWidget(button);
        button->show();
    }
    m_buttons->addStretch(1);
    if (isVisible())
        focusFirst();
}

void EmptyState::focusFirst()
{
    if (const QLayoutItem *first = m_buttons->itemAt(0); first && first->widget())
        first->widget()->setFocus(Qt::OtherFocusReason);
}

/// As high as its text, so that nobody has to scroll in four lines.
void EmptyState::fitText()
{
    if (m_toPaste->isHidden())
        return;
    const int width = qMin(m_column->maximumWidth(), this->width() - 2 * Measures().pageMargin());
    const int rim = 2 * (Measures().units(2) + Measures::focusWidth) + 2;
    const QRect text = m_toPaste->fontMetrics().boundingRect(
        0, 0, qMax(1, width - rim), 0, Qt::TextWordWrap, m_toPaste->toPlainText());
    m_toPaste->setFixedHeight(text.height() + rim);
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitText();
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        fitText();
}

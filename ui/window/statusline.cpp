// SPDX-License-Identifier: MIT
#include "window/statusline.h"

#include "base/clock.h"
#include "measures.h"
#include "pictures/icons.h"
#include "widgets/announce.h"
#include "widgets/plainlabel.h"
#include "window/buttons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto noticeStays = 15s;

} // namespace

StatusLine::StatusLine(Clock &clock, const Icons &icons, QWidget *parent)
    : QWidget(parent), m_text(new PlainLabel(this)),
      m_checkAll(Buttons::make(tr("Check all now"), u"checkAll"_s, this)),
      m_noticeTimer(clock.makeTimer([this] {
          m_notice.clear();
          showText();
      }))
{
    const Measures measures;
    m_text->setObjectName(u"status"_s);
    m_checkAll->setFlat(true);
    m_checkAll->setIcon(icons.icon(u"refresh-cw"_s));
    auto *layout = new QHBoxLayout(this);
    // More room where the line begins, whichever side that is: margins do not mirror.
    layout->setContentsMargins(measures.units(1), Measures::lineWidth, measures.units(1), 0);
    layout->setSpacing(measures.units(2));
    layout->addSpacing(measures.units(2));
    layout->addWidget(m_text, 1);
    setMinimumHeight(measures.controlHeight() + Measures::lineWidth);
    layout->addWidget(m_checkAll);
    connect(m_checkAll, &QPushButton::clicked, this, &StatusLine::checkAllWished);
}

StatusLine::~StatusLine() = default;

void StatusLine::setAge(const QString &text)
{
    m_age = text;
    showText();
}

void StatusLine::setNotice(const QString &text)
{
    m_notice = text;
    m_noticeTimer->stop();
    countNotice();
    showText();
    announce(*m_text, {text});
}

/// The time of a notice runs only where somebody can read it, and anew when they come back.
void StatusLine::countNotice()
{
    const bool inSight = isVisible() && !window()->isMinimized();
    if (!inSight || m_notice.isEmpty())
        m_noticeTimer->stop();
    else if (!m_noticeTimer->isActive())
        m_noticeTimer->start(noticeStays);
}

void StatusLine::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    window()->installEventFilter(this); // of several times the last one counts
    countNotice();
}

void StatusLine::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    countNotice();
}

bool StatusLine::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == window() && event->type() == QEvent::WindowStateChange)
        countNotice();
    return QWidget::eventFilter(watched, event);
}

void StatusLine::setCheckAll(bool shown, const QString &obstacle)
{
    m_checkAll->setVisible(shown);
    Buttons::restBecause(*m_checkAll, obstacle);
}

void StatusLine::showText()
{
    const QString &text = m_notice.isEmpty() ? m_age : m_notice;
    if (m_text->text() != text)
        m_text->setText(text);
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_PanelStatusBar, &option, &painter, this);
}

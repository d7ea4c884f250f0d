// SPDX-License-Identifier: MIT
#include "dialogs/statusnote.h"

#include "measures.h"
#include "theme.h"
#include "widgets/announce.h"
#include "widgets/emphasislabel.h"
#include "widgets/shapeview.h"
#include "window/flowlayout.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

StatusNote::StatusNote(const Icons &icons, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_shape(new ShapeView(icons, theme, this)), m_what(new EmphasisLabel(this)),
      m_next(new EmphasisLabel(this)), m_firstLine(new QHBoxLayout), m_buttonRow(new QWidget(this)),
      m_buttons(new FlowLayout(m_buttonRow))
{
    m_what->setObjectName(u"what"_s);
    m_next->setObjectName(u"next"_s);
    m_next->setKind(PlainLabel::Kind::Secondary);

    const Measures measures;
    m_firstLine->setSpacing(measures.units(1));
    m_firstLine->addWidget(m_what);
    m_buttons->setSpacings(measures.units(2), measures.units(2));
    m_buttonRow->setContentsMargins(0, measures.units(2), 0, 0);
    m_buttonRow->hide();

    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addLayout(m_firstLine);
    words->addWidget(m_next);
    words->addWidget(m_buttonRow);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measures.units(2));
    layout->addWidget(m_shape, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
}

void StatusNote::setNote(Shape shape, const TextRuns &what, const TextRuns &next)
{
    draw(*m_shape, shape);
    m_what->setRuns(what);
    m_what->setVisible(!what.isEmpty());
    m_next->setRuns(next);
    m_next->setVisible(!next.isEmpty());
    if (isVisible())
        tell();
}

void StatusNote::setNote(Shape shape, const Sentence &sentence)
{
    setNote(shape, runsOf(sentence.what),
            sentence.next.isEmpty() ? TextRuns() : runsOf(sentence.next));
}

void StatusNote::setAfter(QWidget *widget)
{
    m_after = widget;
    m_firstLine->addWidget(widget);
    m_firstLine->addStretch();
    showAfter(true);
}

void StatusNote::showAfter(bool wanted)
{
    m_after->setVisible(wanted);
    m_firstLine->setStretchFactor(m_what, wanted ? 0 : 1);
}

void StatusNote::setButtons(const QList<QWidget *> &buttons)
{
    for (int at = 0; at < m_buttons->count(); ++at) {
        if (QWidget *button = m_buttons->itemAt(at)->widget())
            button->setVisible(buttons.contains(button));
    }
    for (QWidget *button : buttons) {
        if (m_buttons->indexOf(button) < 0)
            m_buttons->addWidget(button);
        button->show();
    }
    m_buttonRow->setVisible(!buttons.isEmpty());
}

/// Only what was not told since the note appeared: it is set again whenever anything is rendered.
void StatusNote::tell()
{
    const QStringList words{m_what->text(), m_next->text()};
    if (words == m_told)
        return;
    m_told = words;
    announce(*m_what, words);
}

void StatusNote::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tell();
}

void StatusNote::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous()) // otherwise the window was minimised, and nothing is new
        m_told.clear();
}

QString StatusNote::what() const
{
    return m_what->text();
}

QString StatusNote::next() const
{
    return m_next->text();
}

void StatusNote::draw(ShapeView &view, Shape shape)
{
    switch (shape) {
    case Shape::Good:
        view.setShape(u"health/valid"_s, HealthTone::Ok);
        return;
    case Shape::Warning:
        view.setShape(u"health/needs-reconnect"_s, HealthTone::Bad);
        return;
    case Shape::Stop:
        view.setShape(u"health/expired"_s, HealthTone::Bad);
        return;
    case Shape::Wait:
        view.setShape(u"health/provider-unreachable"_s, HealthTone::Wait);
        return;
    case Shape::Paused:
        view.setShape(u"health/rate-limited"_s, HealthTone::Wait);
        return;
    case Shape::AppMissing:
        view.setShape(u"health/app-not-installed"_s, HealthTone::Soon);
        return;
    case Shape::Unknown:
        view.setShape(u"health/unknown"_s, HealthTone::Quiet);
        return;
    case Shape::Shield:
        view.setShape(u"shield-alert"_s, QPalette::PlaceholderText);
        return;
    }
    Q_UNREACHABLE();
}

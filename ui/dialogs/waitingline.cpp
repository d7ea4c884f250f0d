// SPDX-License-Identifier: MIT
#include "dialogs/waitingline.h"

#include "dialogs/countdownsentence.h"
#include "measures.h"
#include "widgets/announce.h"
#include "widgets/countdownbar.h"
#include "widgets/shapeview.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

WaitingLine::WaitingLine(const Icons &icons, const Theme &theme, const LinkSubject &subject,
                         QWidget *parent)
    : QWidget(parent), m_subject(subject), m_bar(new CountdownBar(this)),
      m_shape(new ShapeView(icons, theme, this)),
      m_what(new CountdownSentence(PlainLabel::Kind::Body, this)),
      m_next(new CountdownSentence(PlainLabel::Kind::Secondary, this))
{
    m_what->setObjectName(u"waiting"_s);
    m_next->setObjectName(u"waitingHint"_s);

    const Measures measures;
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_what);
    words->addWidget(m_next);
    auto *line = new QHBoxLayout;
    line->setSpacing(measures.units(2));
    line->addWidget(m_shape, 0, Qt::AlignTop);
    line->addLayout(words, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measures.units(2));
    layout->addWidget(m_bar);
    layout->addLayout(line);
}

void WaitingLine::present(const DeviceLinkFlow::AwaitingUser &state, std::chrono::milliseconds left)
{
    const std::chrono::milliseconds whole = state.code.lifetime;
    m_bar->setFraction(
        whole > 0ms ? static_cast<double>(left.count()) / static_cast<double>(whole.count()) : 0);
    const QString time = DeviceLinkTexts::time(left, state.code.lifetimeAssumed);
    const DeviceLinkTexts::Waiting seen = DeviceLinkTexts::waiting(state, m_subject, time);
    const DeviceLinkTexts::Waiting heard
        = DeviceLinkTexts::waiting(state, m_subject, spokenTime(left));
    if (seen.withShape)
        StatusNote::draw(*m_shape, seen.shape);
    m_shape->setVisible(seen.withShape);
    m_what->setRuns(seen.what, plainTextOf(heard.what));
    m_next->setRuns(seen.next, plainTextOf(heard.next));
    m_next->setVisible(!seen.next.isEmpty());
    tell({plainTextOf(heard.what), plainTextOf(heard.next)});
}

/// The words for the ear, which change at milestones only.
void WaitingLine::tell(const QStringList &words)
{
    if (!isVisible() || words == m_toldWords)
        return;
    m_toldWords = words;
    announce(*m_what, words);
}

/// What was left at the last milestone, so that the words change only there.
QString WaitingLine::spokenTime(std::chrono::milliseconds left)
{
    static constexpr std::array milestones{300s, 60s, 30s};
    const auto now = std::chrono::ceil<std::chrono::seconds>(left);
    if (m_told < now) // a new code
        m_told = now;
    for (const std::chrono::seconds milestone : milestones) {
        if (now <= milestone && milestone < m_told)
            m_told = milestone;
    }
    return DeviceLinkTexts::spokenTime(m_told);
}

// SPDX-License-Identifier: MIT
#include "dialogs/copybutton.h"

#include "base/clock.h"

#include <QStyleOptionButton>

using namespace std::chrono_literals;

CopyButton::CopyButton(const QString &label, Clock &clock, QWidget *parent)
    : QPushButton(label, parent), m_label(label), m_timer(clock.makeTimer([this] { showLabel(); }))
{ }

CopyButton::~CopyButton() = default;

void CopyButton::showOutcome(bool copied)
{
    constexpr auto longEnoughToRead = 3s;
    //: The clipboard of the system did not take it
    setText(copied ? tr("Copied") : tr("Not copied"));
    m_timer->start(longEnoughToRead);
}

void CopyButton::showLabel()
{
    m_timer->stop();
    setText(m_label);
}

QSize CopyButton::sizeHint() const
{
    return sizeFor(m_label).expandedTo(sizeFor(tr("Copied"))).expandedTo(sizeFor(tr("Not copied")));
}

/// What QPushButton::sizeHint() says where \a text is the text.
QSize CopyButton::sizeFor(const QString &text) const
{
    constexpr int gapOfQt = 4;
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = text;
    QSize contents = fontMetrics().size(Qt::TextShowMnemonic, text);
    if (!icon().isNull())
        contents = {contents.width() + iconSize().width() + gapOfQt,
                    qMax(contents.height(), iconSize().height())};
    return style()->sizeFromContents(QStyle::CT_PushButton, &option, contents, this);
}

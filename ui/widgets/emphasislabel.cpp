// SPDX-License-Identifier: MIT
#include "widgets/emphasislabel.h"

#include "measures.h"

#include <QPainter>
#include <QTextLayout>

#include <cmath>

EmphasisLabel::EmphasisLabel(QWidget *parent) : EmphasisLabel(TextRuns(), parent) { }

EmphasisLabel::EmphasisLabel(const TextRuns &runs, QWidget *parent) : PlainLabel(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setRuns(runs);
}

void EmphasisLabel::setRuns(const TextRuns &runs)
{
    if (m_runs == runs && !text().isEmpty())
        return;
    setRuns(runs, plainTextOf(runs));
}

void EmphasisLabel::setRuns(const TextRuns &runs, const QString &spoken)
{
    // First the name: QLabel tells every change of its text as long as it has none.
    if (accessibleName() != spoken)
        setAccessibleName(spoken);
    if (m_runs == runs)
        return;
    m_runs = runs;
    forgetSizes();
    setText(plainTextOf(runs));
    updateGeometry();
    update();
}

void EmphasisLabel::setStrongStandsOut(bool standsOut)
{
    m_strongStandsOut = standsOut;
    update();
}

QSize EmphasisLabel::sizeHint() const
{
    if (m_sizeHint)
        return *m_sizeHint;
    // As wide as one line of it, but no wider than what is pleasant to read.
    const qreal widest = Measures(font()).lines(24);
    QTextLayout layout(shownTextOf(m_runs), font());
    const QSizeF size = layOut(layout, widest);
    m_sizeHint = QSize(static_cast<int>(std::ceil(size.width())),
                       static_cast<int>(std::ceil(size.height())));
    return *m_sizeHint;
}

QSize EmphasisLabel::minimumSizeHint() const
{
    const Measures measures(font());
    return {qMin(sizeHint().width(), measures.lines(6)), measures.line()};
}

bool EmphasisLabel::hasHeightForWidth() const
{
    return true;
}

int EmphasisLabel::measuredHeight(int width) const
{
    QTextLayout layout(shownTextOf(m_runs), font());
    return static_cast<int>(std::ceil(layOut(layout, width).height()));
}

void EmphasisLabel::forgetSizes()
{
    PlainLabel::forgetSizes();
    m_sizeHint.reset();
}

void EmphasisLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QTextLayout layout(shownTextOf(m_runs), font());
    layOut(layout, width());
    painter.setPen(palette().color(foregroundRole()));
    layout.draw(&painter, {0, 0});
}

QSizeF EmphasisLabel::layOut(QTextLayout &layout, qreal width) const
{
    QTextOption option(layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    option.setTextDirection(layoutDirection());
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);

    QList<QTextLayout::FormatRange> formats;
    int start = 0;
    for (const TextRun &run : m_runs) {
        const int length = static_cast<int>(run.text.size());
        if (run.strong) {
            QTextCharFormat format;
            format.setFontWeight(QFont::DemiBold);
            if (m_strongStandsOut && isEnabled())
                format.setForeground(palette().color(QPalette::WindowText));
            formats.append({.start = start, .length = length, .format = format});
        }
        start += length;
    }
    layout.setFormats(formats);

    QSizeF size;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(qMax(1.0, width));
        line.setPosition({0, size.height()});
        size.setWidth(qMax(size.width(), line.naturalTextWidth()));
        size.rheight() += QFontMetricsF(font()).height();
    }
    layout.endLayout();
    return size;
}

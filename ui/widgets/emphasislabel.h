// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/plainlabel.h"
#include "widgets/textrun.h"

#include <optional>

class QTextLayout;

/// A sentence with strong parts, such as a host, laid out without any markup, so that text of a
/// server cannot bring its own. Wraps, inside long words too; its text() is the whole sentence.
class EmphasisLabel : public PlainLabel
{
    Q_OBJECT

public:
    explicit EmphasisLabel(QWidget *parent = nullptr);
    explicit EmphasisLabel(const TextRuns &runs, QWidget *parent = nullptr);

    void setRuns(const TextRuns &runs);
    /// The same, with other words for the ear, which are told only where they differ from before.
    void setRuns(const TextRuns &runs, const QString &spoken);
    /// Strong parts in the colour of text, though the others are secondary.
    void setStrongStandsOut(bool standsOut);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    int measuredHeight(int width) const override;
    void forgetSizes() override;

private:
    /// Lays the text out in lines of at most `width`; answers how much room that takes.
    QSizeF layOut(QTextLayout &layout, qreal width) const;

    TextRuns m_runs{};
    bool m_strongStandsOut = true;
    mutable std::optional<QSize> m_sizeHint;
};

// SPDX-License-Identifier: MIT
#pragma once

#include "pictures/providermark.h"

#include <QWidget>

class Icons;

/// The mark of a provider or the initial of a person, two lines high unless told otherwise. The
/// name stands beside it, so it has none of its own.
class MarkView : public QWidget
{
    Q_OBJECT

public:
    explicit MarkView(const Icons &icons, QWidget *parent = nullptr);

    void setMark(const ProviderMark &mark, MarkGround ground = MarkGround::Square);
    /// In lines of text.
    void setLines(qreal lines);

    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Icons &m_icons;
    ProviderMark m_mark{};
    MarkGround m_ground = MarkGround::Square;
    qreal m_lines = 2;
};

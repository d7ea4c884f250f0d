// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

/// How much of a time is left, as a bar; the words beside it say the same. It repaints only when a
/// pixel changes and announces nothing.
class CountdownBar : public QWidget
{
    Q_OBJECT

public:
    explicit CountdownBar(QWidget *parent = nullptr);

    /// What is left, 1 for all of it, 0 for nothing.
    qreal fraction() const { return m_fraction; }
    void setFraction(qreal fraction);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int filledPixels() const;

    qreal m_fraction = 1;
};

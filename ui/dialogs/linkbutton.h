// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>

/// A button that stands in a sentence and looks like a link; to keyboard and screen reader it is
/// the button it is.
class LinkButton : public QPushButton
{
    Q_OBJECT

public:
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

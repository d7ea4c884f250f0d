// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/qrmatrix.h"

#include <QWidget>

#include <optional>

/// Shows a QR code black on white in every palette, with its quiet zone, in modules of whole device
/// pixels, and the code itself never smaller than 160 logical pixels.
class QrView : public QWidget
{
    Q_OBJECT

public:
    explicit QrView(QWidget *parent = nullptr);

    /// An empty text, or one too long for a QR code, shows nothing.
    void setText(const QString &text);
    bool isEmpty() const { return !m_matrix.has_value(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// The person wants it larger: a click, Enter or Space.
    void enlargeRequested();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void paintModules(QPainter &painter) const;

    std::optional<QrMatrix> m_matrix{};
};

// SPDX-License-Identifier: MIT
#include "widgets/qrview.h"

#include "measures.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace {

constexpr int smallestCode = 160;
// Room for the focus, so that it never lies on the quiet zone.
constexpr int edge = Measures::focusWidth;

} // namespace

QrView::QrView(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void QrView::setText(const QString &text)
{
    m_matrix = QrMatrix::encoding(text);
    updateGeometry();
    update();
}

QSize QrView::sizeHint() const
{
    if (!m_matrix)
        return {};
    const qreal scale = devicePixelRatioF();
    const int modules = m_matrix->size() + 2 * QrMatrix::quietZone;
    const qreal pixels = std::ceil(smallestCode * scale / m_matrix->size());
    const int side = static_cast<int>(std::ceil(pixels * modules / scale)) + 2 * edge;
    return {side, side};
}

QSize QrView::minimumSizeHint() const
{
    return sizeHint();
}

bool QrView::event(QEvent *event)
{
    // On another screen a module may have another number of pixels.
    if (event->type() == QEvent::ScreenChangeInternal)
        updateGeometry();
    return QWidget::event(event);
}

void QrView::paintEvent(QPaintEvent *)
{
    if (!m_matrix)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    paintModules(painter);
    const QColor line = palette().color(hasFocus() ? QPalette::Link : QPalette::Mid);
    const qreal width = hasFocus() ? Measures::focusWidth : Measures::lineWidth;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(line, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2));
}

void QrView::paintModules(QPainter &painter) const
{
    // Computed in device pixels and mapped back: with a scale of 1.25 or 1.5 neither the widget's
    // corner nor a module of whole logical pixels falls on a pixel.
    const QTransform toDevice = painter.deviceTransform();
    const QTransform toLogical = toDevice.inverted();
    const int modules = m_matrix->size() + 2 * QrMatrix::quietZone;
    const QRectF room = toDevice.mapRect(QRectF(rect()).adjusted(edge, edge, -edge, -edge));
    const int pixels = static_cast<int>(std::min(room.width(), room.height()) / modules + 0.001);
    const QPoint origin(qRound(room.x() + (room.width() - pixels * modules) / 2),
                        qRound(room.y() + (room.height() - pixels * modules) / 2));

    QList<QRectF> dark;
    for (int row = 0; row < m_matrix->size(); ++row) {
        for (int column = 0; column < m_matrix->size(); ++column) {
            if (!m_matrix->isDark(column, row))
                continue;
            const QPoint at
                = origin + QPoint(column + QrMatrix::quietZone, row + QrMatrix::quietZone) * pixels;
            dark.append(toLogical.mapRect(QRectF(at, QSizeF(pixels, pixels))));
        }
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    painter.drawRects(dark);
}

void QrView::keyPressEvent(QKeyEvent *event)
{
    const bool wanted = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
        || event->key() == Qt::Key_Space;
    if (!wanted || isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    emit enlargeRequested();
}

void QrView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || isEmpty() || !rect().contains(event->pos())) {
        QWidget::mouseReleaseEvent(event);
        return;
    }
    emit enlargeRequested();
}

// SPDX-License-Identifier: MIT
#include "window/addresslink.h"

#include "measures.h"

#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QTextDocument>

AddressLink::AddressLink(QWidget *parent) : QPushButton(parent)
{
    setFlat(true);
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setContentsMargins(Measures::focusWidth, 0, Measures::focusWidth, 0);
}

void AddressLink::setAddress(const WebAddress &address)
{
    m_address = address;
    const QString shown = address.host() + address.pathAndQuery();
    setAccessibleName(shown); // the text of a button would take "&" for a mnemonic
    setToolTip(Qt::convertFromPlainText(address.encoded())); // else it may be taken for markup
    updateGeometry();
    update();
}

QSize AddressLink::sizeHint() const
{
    const QMargins room = contentsMargins();
    return {fontMetrics().horizontalAdvance(accessibleName()) + room.left() + room.right(),
            fontMetrics().height()};
}

QSize AddressLink::minimumSizeHint() const
{
    // The host stays readable: only the path gives way.
    const int host = fontMetrics().horizontalAdvance(m_address.host() + u'…');
    return {qMin(sizeHint().width(), host + 4 * Measures::focusWidth), fontMetrics().height()};
}

void AddressLink::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont underlined = font();
    underlined.setUnderline(true);
    painter.setFont(underlined);
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::Link));
    const bool fits = width() >= sizeHint().width();
    const QString shown = fits
        ? accessibleName()
        : fontMetrics().elidedText(accessibleName(), Qt::ElideRight, contentsRect().width());
    const int side = isRightToLeft() && !fits ? Qt::AlignRight : Qt::AlignLeft;
    painter.setLayoutDirection(Qt::LeftToRight); // addresses do not mirror
    painter.drawText(contentsRect(), side | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    if (!hasFocus())
        return;
    QStyleOptionFocusRect focus;
    focus.initFrom(this);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
}

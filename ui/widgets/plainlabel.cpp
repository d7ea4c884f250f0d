// SPDX-License-Identifier: MIT
#include "widgets/plainlabel.h"

#include "measures.h"

#include <QEvent>

namespace {

QPalette::ColorRole roleOf(PlainLabel::Kind kind)
{
    return kind == PlainLabel::Kind::Secondary ? QPalette::PlaceholderText : QPalette::WindowText;
}

} // namespace

PlainLabel::PlainLabel(QWidget *parent) : PlainLabel({}, Kind::Body, parent) { }

PlainLabel::PlainLabel(const QString &text, Kind kind, QWidget *parent)
    : QLabel(parent), m_kind(kind)
{
    QLabel::setTextFormat(Qt::PlainText); // before any text, so that none is ever guessed at
    setWordWrap(true);
    followDirection();
    if (parent)
        parent->installEventFilter(this);
    setText(text);
    setForegroundRole(roleOf(kind));
    followFont();
}

void PlainLabel::setKind(Kind kind)
{
    if (m_kind == kind) // else a label that says the same is painted again
        return;
    m_kind = kind;
    setForegroundRole(roleOf(kind));
    followFont();
}

void PlainLabel::setSelectable(bool selectable)
{
    setTextInteractionFlags(selectable ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                       : Qt::NoTextInteraction);
    forgetSizes();
}

void PlainLabel::setSingleLine()
{
    setWordWrap(false);
    forgetSizes();
}

int PlainLabel::heightForWidth(int width) const
{
    if (m_measuredText != text()) {
        m_measuredText = text();
        m_heights.clear();
        m_onOneLine.reset();
    }
    if (m_onOneLine && width >= m_onOneLine->width())
        return m_onOneLine->height();
    if (const int *known = m_heights.object(width))
        return *known;
    const int height = measuredHeight(width);
    m_heights.insert(width, new int(height));
    // How lines are rounded differs; and a width below 0 is none to QLabel.
    if (width >= 0 && 2 * height < 3 * fontMetrics().height())
        m_onOneLine = QSize(width, height);
    return height;
}

int PlainLabel::measuredHeight(int width) const
{
    return QLabel::heightForWidth(width);
}

void PlainLabel::forgetSizes()
{
    m_heights.clear();
    m_onOneLine.reset();
}

bool PlainLabel::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ApplicationFontChange:
        followFont();
        break;
    case QEvent::ParentAboutToChange:
        if (parentWidget())
            parentWidget()->removeEventFilter(this);
        break;
    case QEvent::ParentChange:
        if (parentWidget())
            parentWidget()->installEventFilter(this);
        break;
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::ContentsRectChange:
    case QEvent::LayoutDirectionChange:
    case QEvent::ScreenChangeInternal: // another screen may have other dots
#if QT_VERSION >= QT_VERSION_CHECK(6, 6, 0)
    case QEvent::DevicePixelRatioChange:
#endif
        forgetSizes();
        break;
    default:
        break;
    }
    return QLabel::event(event);
}

bool PlainLabel::eventFilter(QObject *watched, QEvent *event)
{
    // A size of its own keeps a title from hearing of another font of the application; its parent
    // hears of it.
    if (watched == parentWidget() && event->type() == QEvent::FontChange)
        followFont();
    return QLabel::eventFilter(watched, event);
}

void PlainLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        followDirection();
}

void PlainLabel::followDirection()
{
    // QLabel would go by the text, and leave a Latin name at the far end of an Arabic window.
    const Qt::Alignment side = layoutDirection() == Qt::RightToLeft
        ? Qt::AlignRight | Qt::AlignAbsolute
        : Qt::AlignLeft | Qt::AlignAbsolute;
    if (!alignment().testFlag(Qt::AlignHCenter))
        setAlignment(side | (alignment() & Qt::AlignVertical_Mask));
}

void PlainLabel::followFont()
{
    QFont font; // what is not set here comes from the parent
    switch (m_kind) {
    case Kind::Body:
    case Kind::Secondary:
        break;
    case Kind::Title:
        font.setPointSizeF(Measures().titleFont().pointSizeF());
        [[fallthrough]];
    case Kind::SectionHead:
        font.setWeight(QFont::DemiBold);
        break;
    }
    setFont(font);
}

// SPDX-License-Identifier: MIT
#include "dialogs/plaindialog.h"

#include "measures.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QEvent>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QShowEvent>
#include <QVBoxLayout>

#include <utility>

PlainDialog::PlainDialog(QWidget *parent)
    : QDialog(parent), m_scroller(new QScrollArea(this)), m_content(new QWidget),
      m_contentLayout(new QVBoxLayout(m_content)), m_footer(new QDialogButtonBox(this))
{
    m_scroller->setWidget(m_content);
    m_scroller->setWidgetResizable(true);
    m_scroller->setFrameShape(QFrame::NoFrame);
    m_scroller->setFocusPolicy(Qt::NoFocus);
    m_content->installEventFilter(this);

    m_footer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_scroller, 1);
    layout->addWidget(m_footer);
    followFont();
}

void PlainDialog::setWidthInLines(qreal lines)
{
    m_lines = lines;
    setSize({qMin(Measures().lines(lines), most().width()), height()});
}

/// A resize that overtakes the window manager while it gives a new window its place moves the
/// window to the corner of the screen, title bar outside (measured with Openbox).
void PlainDialog::setSize(const QSize &size)
{
    if (m_awaitedSize)
        m_awaitedSize = size;
    else
        resize(size);
}

/// Nobody can have moved the dialog yet: it stays in the middle of its window.
void PlainDialog::settleSize()
{
    if (!m_awaitedSize)
        return;
    const QSize awaited = *std::exchange(m_awaitedSize, std::nullopt);
    if (awaited == size())
        return;
    const QPoint middle = frameGeometry().center();
    resize(awaited);
    fitHeight();
    QRect frame = frameGeometry();
    frame.moveCenter(middle);
    const QRect room = screen()->availableGeometry();
    move(qMax(room.left(), qMin(frame.left(), room.right() - frame.width())),
         qMax(room.top(), qMin(frame.top(), room.bottom() - frame.height())));
}

void PlainDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!event->spontaneous() && !testAttribute(Qt::WA_Moved))
        m_awaitedSize = size();
}

void PlainDialog::paintEvent(QPaintEvent *event)
{
    QDialog::paintEvent(event);
    if (m_awaitedSize)
        QMetaObject::invokeMethod(this, &PlainDialog::settleSize, Qt::QueuedConnection);
}

void PlainDialog::offer(const QList<QPushButton *> &buttons, QPushButton *main)
{
    const QList<QAbstractButton *> all = m_footer->buttons();
    for (QAbstractButton *made : all) {
        auto *button = qobject_cast<QPushButton *>(made);
        button->setVisible(buttons.contains(button));
        button->setDefault(false);
    }
    QPushButton *chosen = main ? main : buttons.last();
    chosen->setDefault(true);
    chosen->setFocus();
    fitHeight();
}

void PlainDialog::fitHeight()
{
    const int buttons = qMin(footerWidth(), most().width());
    const int width = qMax(m_awaitedSize.value_or(size()).width(), buttons);
    setSize({width, height()});
    arrangeFooter();
    setSize({width, qMin(neededHeight(), most().height())});
    chooseScrolling();
}

/// Of its buttons side by side.
int PlainDialog::footerWidth() const
{
    const QMargins margins = m_footer->contentsMargins();
    const int gap = m_footer->layout()->spacing();
    int width = margins.left() + margins.right() - gap;
    const QList<QAbstractButton *> buttons = m_footer->buttons();
    for (const QAbstractButton *button : buttons) {
        if (button->isVisibleTo(m_footer))
            width += button->sizeHint().width() + gap;
    }
    return width;
}

void PlainDialog::arrangeFooter()
{
    const bool fits = footerWidth() <= m_awaitedSize.value_or(size()).width();
    const Qt::Orientation orientation = fits ? Qt::Horizontal : Qt::Vertical;
    if (m_footer->orientation() == orientation)
        return;
    QList<QAbstractButton *> hidden = m_footer->buttons(); // which it would show
    hidden.removeIf(
        [this](const QAbstractButton *button) { return button->isVisibleTo(m_footer); });
    m_footer->setOrientation(orientation);
    for (QAbstractButton *button : std::as_const(hidden))
        button->hide();
    QMetaObject::invokeMethod(this, &PlainDialog::growToFit, Qt::QueuedConnection);
}

void PlainDialog::growToFit()
{
    const int needed = qMin(neededHeight(), most().height());
    if (needed > height())
        setSize({m_awaitedSize.value_or(size()).width(), needed});
    chooseScrolling();
}

/// A scroll bar makes the content narrower and so higher: once there it would never go by itself.
void PlainDialog::chooseScrolling()
{
    const bool fits = neededHeight() <= height();
    m_scroller->setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
}

/// Layouts inside layouts hear of a change one posted event after the other, the innermost first.
/// A dialog over this one settles its own.
void PlainDialog::settleLayouts() const
{
    const QList<QWidget *> inner = m_content->findChildren<QWidget *>();
    for (auto widget = inner.rbegin(); widget != inner.rend(); ++widget) {
        if ((*widget)->window() == this)
            QCoreApplication::sendPostedEvents(*widget, QEvent::LayoutRequest);
    }
}

int PlainDialog::neededHeight() const
{
    settleLayouts();
    const int contentHeight = m_contentLayout->hasHeightForWidth()
        ? m_contentLayout->totalHeightForWidth(m_awaitedSize.value_or(size()).width())
        : m_contentLayout->totalSizeHint().height();
    const int least = m_contentLayout->totalMinimumSize().height();
    return qMax(contentHeight, least) + layout()->spacing() + m_footer->sizeHint().height();
}

QSize PlainDialog::most() const
{
    constexpr qreal share = 0.92; // leaves room for the frame of the window
    return screen()->availableSize() * share;
}

bool PlainDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::ApplicationFontChange) {
        followFont();
        setWidthInLines(m_lines);
        fitHeight();
    }
    return handled;
}

/// Qt gives a button box its first button as focus proxy, also a hidden one: Tab would end there
/// and stay where it was.
bool PlainDialog::focusNextPrevChild(bool next)
{
    m_footer->setFocusProxy(nullptr);
    return QDialog::focusNextPrevChild(next);
}

void PlainDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    arrangeFooter();
    chooseScrolling();
    if (event->oldSize().width() != event->size().width()) // words wrap elsewhere
        QMetaObject::invokeMethod(this, &PlainDialog::growToFit, Qt::QueuedConnection);
}

bool PlainDialog::eventFilter(QObject *watched, QEvent *event)
{
    // Something in the content became higher: a failure under its field, or words that wrap.
    if (watched == m_content && event->type() == QEvent::LayoutRequest && !m_measuring) {
        m_measuring = true;
        growToFit();
        m_measuring = false;
    }
    return QDialog::eventFilter(watched, event);
}

void PlainDialog::followFont()
{
    const Measures measures;
    const int page = measures.pageMargin();
    layout()->setContentsMargins(0, 0, 0, 0);
    layout()->setSpacing(0);
    m_contentLayout->setContentsMargins(page, page, page, measures.units(5));
    m_contentLayout->setSpacing(measures.units(4));
    m_footer->setContentsMargins(page, 0, page, page);
    setMinimumWidth(qMin(measures.lines(18), most().width()));
}

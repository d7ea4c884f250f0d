// SPDX-License-Identifier: MIT
#include "dialogs/codefield.h"

#include "measures.h"
#include "pictures/icons.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleOptionFrame>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

QList<int> codeLines(const QString &code, int columns)
{
    QList<int> lines;
    int length = 0;
    for (qsizetype at = 0; at < code.size();) {
        const qsizetype hyphen = code.indexOf(u'-', at);
        auto piece = static_cast<int>((hyphen < 0 ? code.size() : hyphen + 1) - at);
        if (length > 0 && length + piece > columns) {
            lines.append(length);
            length = 0;
        }
        piece = qMin(piece, qMax(1, columns - length));
        length += piece;
        at += piece;
        if (length >= columns) {
            lines.append(length);
            length = 0;
        }
    }
    if (length > 0 || lines.isEmpty())
        lines.append(length);
    return lines;
}

CodeField::CodeField(const Icons &icons, QWidget *parent)
    : QWidget(parent), m_icons(icons), m_text(new QPlainTextEdit(this)),
      m_hide(new QPushButton(this))
{
    setObjectName(u"codeField"_s);
    // Not Fixed: that would cut a field off at the height of its size hint, where fewer lines may
    // do.
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    m_text->setObjectName(u"code"_s);
    m_text->setAccessibleName(tr("Code"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setLayoutDirection(Qt::LeftToRight);     // codes do not mirror
    m_text->setContextMenuPolicy(Qt::NoContextMenu); // its Copy would leave out the secret hint
    m_text->document()->setDocumentMargin(0);
    m_text->viewport()->setAutoFillBackground(false);
    m_text->installEventFilter(this);

    m_hide->setObjectName(u"hideCode"_s);
    m_hide->setFlat(true);
    m_hide->setAutoDefault(false);
    connect(m_hide, &QPushButton::clicked, this, [this] { setMasked(!m_masked); });
    followFont();
    showText();
}

void CodeField::setCode(const QString &code)
{
    if (m_code == code)
        return;
    m_code = code;
    m_masked = false;
    showText();
}

void CodeField::setLook(Look look)
{
    m_look = look;
    m_hide->setVisible(look == Look::Live);
    if (look == Look::StruckOut)
        m_masked = false; // it opens nothing any more
    followFont();
    showText();
}

void CodeField::setMasked(bool masked)
{
    if (m_masked == masked)
        return;
    m_masked = masked;
    showText();
    emit maskedChanged(masked);
}

void CodeField::showText()
{
    QString shown = m_code;
    if (m_masked)
        std::replace_if(
            shown.begin(), shown.end(), [](QChar c) { return c != u'-'; }, u'•');
    if (m_text->toPlainText() != shown)
        m_text->setPlainText(shown);
    const QString action = m_masked ? tr("Show code") : tr("Hide code");
    m_hide->setAccessibleName(action);
    m_hide->setToolTip(action);
    m_hide->setIcon(m_icons.icon(m_masked ? u"eye"_s : u"eye-off"_s));
    updateGeometry();
    place();
    update();
}

void CodeField::followFont()
{
    const Measures measures;
    QFont font = measures.codeFont();
    font.setStrikeOut(m_look == Look::StruckOut);
    m_text->setFont(font);
    QPalette colors;
    if (m_look == Look::StruckOut)
        colors.setColor(QPalette::Text, palette().color(QPalette::PlaceholderText));
    m_text->setPalette(colors);
    updateGeometry();
}

int CodeField::lineHeight() const
{
    return static_cast<int>(std::ceil(QFontMetricsF(m_text->font()).lineSpacing()));
}

int CodeField::columnWidth() const
{
    return static_cast<int>(std::ceil(QFontMetricsF(m_text->font()).horizontalAdvance(u'0')));
}

int CodeField::columnsFor(int width) const
{
    const Measures measures;
    const int taken = measures.units(4) + measures.units(3) + m_hide->sizeHint().width();
    return qMax(1, (width - taken) / columnWidth());
}

bool CodeField::hasHeightForWidth() const
{
    return true;
}

int CodeField::heightForWidth(int width) const
{
    const auto lines = static_cast<int>(codeLines(m_code, columnsFor(width)).size());
    return lines * lineHeight() + 2 * Measures().units(2.5);
}

QSize CodeField::sizeHint() const
{
    const Measures measures;
    const int columns = qBound(9, static_cast<int>(m_code.size()), 14);
    const int width = columns * columnWidth() + measures.units(7) + m_hide->sizeHint().width();
    return {width, heightForWidth(width)};
}

QSize CodeField::minimumSizeHint() const
{
    const Measures measures;
    const int width = 5 * columnWidth() + measures.units(7) + m_hide->sizeHint().width();
    return {width, lineHeight() + 2 * measures.units(2.5)};
}

void CodeField::place()
{
    const Measures measures;
    const QSize button = m_hide->sizeHint();
    const int edge = measures.units(2);
    const QRect hide(width() - edge - button.width(), (height() - button.height()) / 2,
                     button.width(), button.height());
    m_hide->setGeometry(QStyle::visualRect(layoutDirection(), rect(), hide));

    // Exactly as wide as the longest line, so that the text wraps where codeLines() says: anywhere,
    // as UAX 14 forbids a break between a hyphen and a digit; but for lines of differing lengths.
    const QList<int> lines = codeLines(m_code, columnsFor(width()));
    const int longest = *std::max_element(lines.begin(), lines.end());
    const bool even = std::all_of(lines.begin(), lines.end() - 1,
                                  [longest](int length) { return length == longest; });
    m_text->setWordWrapMode(even ? QTextOption::WrapAnywhere
                                 : QTextOption::WrapAtWordBoundaryOrAnywhere);
    const int room = static_cast<int>(
                         std::ceil(longest * QFontMetricsF(m_text->font()).horizontalAdvance(u'0')))
        + 1;
    // One pixel more than the lines: QPlainTextEdit leaves the last row of pixels out when it
    // counts what is visible, and would let a wheel scroll the code away.
    const int high = static_cast<int>(lines.size()) * lineHeight() + 1;
    const QRect text(measures.units(4), (height() - high) / 2, room, high);
    m_text->setGeometry(QStyle::visualRect(layoutDirection(), rect(), text));
}

bool CodeField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy)) {
            const QTextCursor selection = m_text->textCursor();
            // What is hidden is copied whole all the same: the dots would be of no use.
            const bool part = selection.hasSelection() && !m_masked;
            emit copyWished(part ? selection.selectedText() : m_code);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CodeField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::PaletteChange) {
        followFont();
        place();
    }
    if (event->type() == QEvent::LayoutDirectionChange)
        place();
}

void CodeField::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void CodeField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionFrame frame;
    frame.initFrom(this);
    frame.lineWidth = Measures::lineWidth;
    frame.state |= QStyle::State_Sunken;
    frame.state.setFlag(QStyle::State_HasFocus, m_text->hasFocus());
    if (m_look == Look::StruckOut)
        frame.palette.setColor(QPalette::Base, palette().color(QPalette::Window));
    style()->drawPrimitive(QStyle::PE_PanelLineEdit, &frame, &painter, this);
}

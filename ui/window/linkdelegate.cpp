// SPDX-License-Identifier: MIT
#include "window/linkdelegate.h"

#include "measures.h"
#include "pictures/icons.h"
#include "pictures/providermark.h"
#include "theme.h"
#include "window/healthlook.h"
#include "window/linkrows.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

bool isHeader(const QModelIndex &index)
{
    return index.data(LinkRows::KindRole).toInt() == static_cast<int>(LinkRows::Kind::Header);
}

LinkHealth healthOf(const QModelIndex &index)
{
    return static_cast<LinkHealth>(index.data(LinkRows::HealthRole).toInt());
}

/// The parts of a row, as if text ran from left to right.
struct RowPlaces {
    RowPlaces(const QRect &row, qreal indent)
    {
        const Measures measures;
        const int icon = measures.iconSize();
        const int mark = measures.markSize();
        const int line = measures.line();
        const int top = row.top() + (row.height() - lines(row) * line) / 2;
        const int end = row.right() + 1 - measures.units(3);
        const int start = row.left() + measures.units(indent);
        shape = QRect(end - icon, top + (line - icon) / 2, icon, icon);
        markPlace = QRect(start, row.top() + (row.height() - mark) / 2, mark, mark);
        const int left = start + mark + measures.units(2.5);
        const int width = shape.left() - measures.units(2.5) - left;
        first = QRect(left, top, width, line);
        second = first.translated(0, line);
        third = second.translated(0, line);
    }
    /// The height tells: it was chosen by the width of the whole list.
    static int lines(const QRect &row) { return row.height() > Measures().rowHeight() ? 3 : 2; }

    QRect markPlace{};
    QRect shape{};
    QRect first{};
    QRect second{};
    QRect third{};
};

int widthOf(const QFont &font, const QString &text)
{
    return QFontMetrics(font).size(Qt::TextSingleLine, text).width();
}

/// \a start and \a end share a line: the end stays whole, the start takes what is left.
void appendLine(QList<PaintedText> &texts, const QRect &line, PaintedText start, PaintedText end,
                Qt::TextElideMode mode)
{
    int room = line.width();
    if (!end.text.isEmpty()) {
        const int width = widthOf(end.font, end.text);
        end.rect = QRect(line.right() + 1 - width, line.top(), width, line.height());
        end.atEnd = true;
        room -= width + Measures().units(2);
        texts.append(end);
    }
    start.rect = QRect(line.left(), line.top(), qMax(0, room), line.height());
    if (widthOf(start.font, start.text) > room) {
        start.text = QFontMetrics(start.font).elidedText(start.text, mode, qMax(0, room));
        start.elided = true;
    }
    if (!start.text.isEmpty())
        texts.append(start);
}

QList<PaintedText> mirrored(QList<PaintedText> texts, const QStyleOptionViewItem &option)
{
    for (PaintedText &text : texts)
        text.rect = QStyle::visualRect(option.direction, option.rect, text.rect);
    return texts;
}

} // namespace

LinkDelegate::LinkDelegate(const Theme &theme, const Icons &icons, QObject *parent)
    : LinkDelegate(theme, icons, Arrangement(), parent)
{ }

LinkDelegate::LinkDelegate(const Theme &theme, const Icons &icons, const Arrangement &arrangement,
                           QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_icons(icons), m_arrangement(arrangement)
{ }

int LinkDelegate::threeLinesBelow() const
{
    return Measures().lines(m_arrangement.threeLinesBelow);
}

QSize LinkDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!m_heights || m_heights->font != QApplication::font())
        m_heights = Heights::of(QApplication::font(), threeLinesBelow());
    if (isHeader(index))
        return {0, m_heights->header};
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const bool narrow = width > 0 && width < m_heights->narrowBelow;
    return {0, narrow ? m_heights->narrowRow : m_heights->row};
}

LinkDelegate::Heights LinkDelegate::Heights::of(const QFont &body, int narrowBelow)
{
    const Measures measures;
    return {.font = body,
            .header = measures.groupHeight(),
            .row = measures.rowHeight(),
            .narrowRow = measures.rowHeight() + measures.line(),
            .narrowBelow = narrowBelow};
}

LinkDelegate::Colors LinkDelegate::colorsFor(const QStyleOptionViewItem &option) const
{
    const QPalette &palette = option.palette;
    if (!option.state.testFlag(QStyle::State_Selected)) {
        return {.background = palette.color(QPalette::Active, QPalette::Window),
                .text = palette.color(QPalette::Active, QPalette::WindowText),
                .secondary = palette.color(QPalette::Active, QPalette::PlaceholderText)};
    }
    const Theme::SelectedRow selected = m_theme.selectedRow();
    return {.background = selected.background,
            .text = selected.text,
            .secondary = selected.secondary,
            .shapesFollowText = selected.shapesFollowText};
}

QColor LinkDelegate::healthColor(const QModelIndex &index, const Colors &colors) const
{
    return colors.shapesFollowText ? colors.text
                                   : m_theme.healthColor(HealthLook::of(healthOf(index)).tone);
}

QList<PaintedText> LinkDelegate::painted(const QStyleOptionViewItem &option,
                                         const QModelIndex &index) const
{
    return mirrored(isHeader(index) ? headerTexts(option, index) : rowTexts(option, index), option);
}

QList<PaintedText> LinkDelegate::headerTexts(const QStyleOptionViewItem &option,
                                             const QModelIndex &index) const
{
    const Measures measures;
    const Colors colors = colorsFor(option);
    const int left = option.rect.left() + measures.units(8.5);
    const int right = option.rect.right() + 1 - measures.units(3);
    const QRect line(left, option.rect.top(), right - left, option.rect.height());
    QList<PaintedText> texts;
    appendLine(texts, line,
               {.text = index.data(Qt::DisplayRole).toString(),
                .font = measures.sectionFont(),
                .color = colors.text,
                .background = colors.background},
               {.text = index.data(LinkRows::EndRole).toString(),
                .font = option.font,
                .color = colors.secondary,
                .background = colors.background},
               Qt::ElideMiddle);
    return texts;
}

QList<PaintedText> LinkDelegate::rowTexts(const QStyleOptionViewItem &option,
                                          const QModelIndex &index) const
{
    const RowPlaces places(option.rect, m_arrangement.indent);
    const Colors colors = colorsFor(option);
    const PaintedText plain{
        .font = option.font, .color = colors.secondary, .background = colors.background};
    PaintedText name = plain;
    name.text = index.data(Qt::DisplayRole).toString();
    name.color = colors.text;
    PaintedText word = plain;
    word.text = index.data(LinkRows::EndRole).toString();
    if (HealthLook::of(healthOf(index)).colorsWord)
        word.color = healthColor(index, colors);
    PaintedText second = plain;
    second.text = index.data(LinkRows::SecondRole).toString();
    PaintedText time = plain;
    time.text = index.data(LinkRows::TimeRole).toString();

    QList<PaintedText> texts;
    const bool three = RowPlaces::lines(option.rect) == 3;
    const bool timeIsThird = three && m_arrangement.timeStaysWithWord;
    appendLine(texts, places.first, name, three ? PaintedText() : word, Qt::ElideRight);
    appendLine(texts, places.second, second, timeIsThird ? PaintedText() : time,
               index.data(LinkRows::SecondIsAccountRole).toBool() ? Qt::ElideMiddle
                                                                  : Qt::ElideRight);
    if (three)
        appendLine(texts, places.third, word, timeIsThird ? time : PaintedText(), Qt::ElideRight);
    return texts;
}

void LinkDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    if (isHeader(index))
        paintHeader(*painter, option, index);
    else
        paintRow(*painter, option, index);
    paintTexts(*painter, option, index);
    painter->restore();
    if (!option.state.testFlag(QStyle::State_HasFocus))
        return;
    QStyleOptionFocusRect focus;
    focus.rect = option.rect;
    focus.state = option.state;
    focus.palette = option.palette;
    focus.direction = option.direction;
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
}

void LinkDelegate::paintHeader(QPainter &painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const Measures measures;
    const int size = measures.iconSize();
    const bool mirrors = option.direction == Qt::RightToLeft;
    const QString closed = mirrors ? u"chevron-left"_s : u"chevron-right"_s;
    const QString chevron
        = index.data(LinkRows::ExpandedRole).toBool() ? u"chevron-down"_s : closed;
    const QRect place(option.rect.left() + measures.units(3.5),
                      option.rect.top() + (option.rect.height() - size) / 2, size, size);
    painter.drawPixmap(QStyle::visualRect(option.direction, option.rect, place).topLeft(),
                       m_icons.pixmap(chevron, size, colorsFor(option).secondary,
                                      painter.device()->devicePixelRatio()));
}

void LinkDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const RowPlaces places(option.rect, m_arrangement.indent);
    const Colors colors = colorsFor(option);
    const auto visual = [&](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter.fillRect(option.rect, colors.background);
        QRect bar = option.rect;
        bar.setWidth(Measures::selectionBarWidth);
        painter.fillRect(visual(bar), m_theme.selectedRow().bar);
    }
    paintMark(painter, visual(places.markPlace),
              index.data(LinkRows::MarkRole).value<ProviderMark>(), m_icons, option.palette,
              colors.text);
    painter.drawPixmap(visual(places.shape).topLeft(),
                       m_icons.pixmap(HealthLook::of(healthOf(index)).shape, places.shape.width(),
                                      healthColor(index, colors),
                                      painter.device()->devicePixelRatio()));
}

void LinkDelegate::paintTexts(QPainter &painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    painter.setLayoutDirection(option.direction);
    for (const PaintedText &text : painted(option, index)) {
        painter.setFont(text.font);
        painter.setPen(text.color);
        painter.drawText(text.rect,
                         Qt::AlignVCenter | Qt::TextSingleLine
                             | (text.atEnd ? Qt::AlignRight : Qt::AlignLeft),
                         text.text);
    }
}

// SPDX-License-Identifier: MIT
#include "ui/walk/showntexts.h"

#include "dialogs/countdownsentence.h"
#include "dialogs/linkbutton.h"
#include "measures.h"
#include "theme.h"
#include "widgets/emphasislabel.h"
#include "window/addresslink.h"
#include "window/linkdelegate.h"
#include "window/rowlist.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionButton>
#include <QTextBlock>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int unlimited = 1 << 20;

/// At most as high as its font: the size of a text is rounded up by a pixel that lines do not have.
/// Letters that come from another font, as Hebrew ones may, can need less.
QSize oneLine(const QFont &font, const QString &text)
{
    const QFontMetrics metrics(font);
    const QSize whole = metrics.size(Qt::TextSingleLine | Qt::TextShowMnemonic, text);
    return {whole.width(), std::min(whole.height(), metrics.height())};
}

QSize wrapped(const QFont &font, const QString &text, int width)
{
    return QFontMetrics(font).boundingRect(0, 0, width, unlimited, Qt::TextWordWrap, text).size();
}

/// Of everything it lies in, what does not scroll must not cut it off.
bool isCutOff(const QWidget &widget)
{
    QRect area = widget.rect();
    for (const QWidget *at = &widget; !at->isWindow(); at = at->parentWidget()) {
        const QWidget *around = at->parentWidget();
        if (qobject_cast<const QAbstractScrollArea *>(around->parentWidget()))
            return false; // a viewport
        area.translate(at->pos());
        if (!around->rect().contains(area))
            return true;
    }
    return false;
}

ShownText textOf(const QWidget &widget, const QString &text)
{
    const QWidget &window = *widget.window();
    const bool whole = widget.visibleRegion().boundingRect() == widget.rect();
    return {.text = text,
            .kind = widget.metaObject()->className(),
            .place = whole ? widget.rect().translated(widget.mapTo(&window, QPoint())) : QRect(),
            .room = widget.contentsRect().size(),
            .needed = oneLine(widget.font(), text),
            .enabled = widget.isEnabled(),
            .cutOff = isCutOff(widget)};
}

void addLabel(const QLabel &label, QList<ShownText> &texts)
{
    if (label.text().isEmpty())
        return;
    ShownText shown = textOf(label, label.text());
    shown.color = label.palette().color(label.foregroundRole());
    const int width = shown.room.width();
    if (qobject_cast<const EmphasisLabel *>(&label)
        || qobject_cast<const CountdownSentence *>(&label))
        shown.needed = QSize(0, label.heightForWidth(width)); // breaks long words
    else if (label.wordWrap())
        shown.needed = wrapped(label.font(), label.text(), width);
    texts.append(shown);
}

void addButton(const QAbstractButton &button, QList<ShownText> &texts)
{
    const auto *tool = qobject_cast<const QToolButton *>(&button);
    if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly)
        return;
    const auto *address = qobject_cast<const AddressLink *>(&button);
    const QString text = address ? address->accessibleName() : button.text();
    if (text.isEmpty())
        return;
    ShownText shown = textOf(button, text);
    QStyleOptionButton option;
    option.initFrom(&button);
    option.rect = button.rect();
    const QStyle &style = *button.style();
    if (address) {
        shown.needed = oneLine(button.font(), address->address().host()); // the path gives way
        shown.room.rwidth() -= 2 * Measures::focusWidth;
    } else if (qobject_cast<const LinkButton *>(&button)) {
        shown.room.rwidth() -= 2 * Measures::focusWidth;
    } else if (qobject_cast<const QRadioButton *>(&button)) {
        shown.room = style.subElementRect(QStyle::SE_RadioButtonContents, &option, &button).size();
    } else if (qobject_cast<const QCheckBox *>(&button)) {
        shown.room = style.subElementRect(QStyle::SE_CheckBoxContents, &option, &button).size();
    } else {
        shown.room = style.subElementRect(QStyle::SE_PushButtonContents, &option, &button).size();
        if (!button.icon().isNull())
            shown.room.rwidth() -= button.iconSize().width() + Measures().units(1);
    }
    texts.append(shown);
}

/// Whatever is chosen in it has to have its room.
void addBox(const QComboBox &box, QList<ShownText> &texts)
{
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.rect = box.rect();
    ShownText shown = textOf(box, box.currentText());
    shown.room
        = box.style()
              ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box)
              .size();
    for (int item = 0; item < box.count(); ++item)
        shown.needed = shown.needed.expandedTo(oneLine(box.font(), box.itemText(item)));
    texts.append(shown);
}

void addField(const QLineEdit &field, QList<ShownText> &texts)
{
    const bool empty = field.text().isEmpty();
    if (empty && field.placeholderText().isEmpty())
        return;
    ShownText shown = textOf(field, empty ? field.placeholderText() : field.displayText());
    const QMargins margins = field.textMargins();
    shown.room -= QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
    if (!empty)
        shown.needed.setWidth(0); // what was typed scrolls
    shown.color = field.palette().color(empty ? QPalette::PlaceholderText : QPalette::Text);
    texts.append(shown);
}

void addText(const QPlainTextEdit &edit, QList<ShownText> &texts)
{
    ShownText shown = textOf(edit, edit.toPlainText());
    shown.color = edit.palette().color(QPalette::Text);
    shown.room = edit.viewport()->size();
    shown.needed = {};
    if (edit.verticalScrollBarPolicy() == Qt::ScrollBarAlwaysOff) {
        for (QTextBlock block = edit.document()->begin(); block.isValid(); block = block.next()) {
            const QTextLayout &layout = *block.layout();
            for (int line = 0; line < layout.lineCount(); ++line) {
                const QSizeF size(layout.lineAt(line).naturalTextWidth(),
                                  layout.lineAt(line).height());
                shown.needed.setWidth(qMax(shown.needed.width(), qCeil(size.width())));
                shown.needed.rheight() += qFloor(size.height());
            }
        }
        shown.cutOff = shown.cutOff || edit.verticalScrollBar()->maximum() > 0;
    }
    texts.append(shown);
}

/// The items of a menu bar or a menu.
template <typename Menu>
void addItems(const Menu &menu, int sides, QList<ShownText> &texts)
{
    // A bar without room has the rest of its menus behind a button.
    const auto *more = menu.template findChild<QToolButton *>(u"qt_menubar_ext_button"_s);
    const QList<QAction *> behind
        = more && more->isVisible() && more->menu() ? more->menu()->actions() : QList<QAction *>();
    for (QAction *action : menu.actions()) {
        if (!action->isVisible() || action->isSeparator() || behind.contains(action))
            continue;
        ShownText shown = textOf(menu, action->text());
        const QRect place = menu.actionGeometry(action);
        shown.place = place.translated(menu.mapTo(menu.window(), QPoint()));
        shown.room = place.size();
        shown.needed = oneLine(menu.font(), action->text());
        if (!action->shortcut().isEmpty())
            shown.needed.rwidth()
                += oneLine(menu.font(), action->shortcut().toString(QKeySequence::NativeText))
                       .width()
                + Measures().units(2);
        shown.needed.rwidth() += sides;
        shown.enabled = action->isEnabled();
        shown.cutOff = !menu.rect().contains(place);
        texts.append(shown);
    }
}

/// What is elided is as long as its room, but for parts of a pixel.
QSize neededFor(const PaintedText &painted)
{
    const QSize whole = oneLine(painted.font, painted.text);
    return {painted.elided ? 0 : whole.width(), whole.height()};
}

/// Rows and headers, in the state they are in and selected.
void addRows(const RowList &list, QList<ShownText> &texts)
{
    const auto *delegate = qobject_cast<const LinkDelegate *>(list.itemDelegate());
    const QAbstractItemModel &rows = *list.model();
    const QPoint offset = list.viewport()->mapTo(list.window(), QPoint());
    for (int row = 0; row < rows.rowCount(); ++row) {
        const QModelIndex index = rows.index(row, 0);
        QStyleOptionViewItem option = list.optionFor(index);
        const bool covered = option.rect.intersects(list.visualRect(rows.index(row + 1, 0)));
        const bool whole = list.viewport()->rect().contains(option.rect);
        for (const bool selected : {option.state.testFlag(QStyle::State_Selected), true}) {
            option.state.setFlag(QStyle::State_Selected, selected);
            for (const PaintedText &painted : delegate->painted(option, index)) {
                texts.append({.text = painted.text,
                              .kind = "LinkDelegate",
                              .place = painted.rect.translated(offset),
                              .room = painted.rect.size(),
                              .needed = neededFor(painted),
                              .color = painted.color,
                              .shortened = painted.atEnd && painted.elided,
                              .cutOff = covered || !option.rect.contains(painted.rect)});
                if (!whole || selected != list.selectionModel()->isSelected(index))
                    texts.last().place = {}; // not what the picture shows
            }
        }
    }
}

/// The rows of a plain list, such as what a field suggests.
void addLines(const QListView &list, QList<ShownText> &texts)
{
    const QPoint offset = list.viewport()->mapTo(list.window(), QPoint());
    for (int row = 0; row < list.model()->rowCount(); ++row) {
        const QModelIndex index = list.model()->index(row, list.modelColumn());
        const QRect place = list.visualRect(index);
        ShownText shown = textOf(list, index.data().toString());
        shown.place = place.translated(offset);
        shown.room = place.size();
        shown.cutOff = false; // scrolls
        if (!index.data(Qt::ToolTipRole).toString().isEmpty())
            shown.needed.setWidth(0); // what is elided is told whole by the tool tip
        if (!list.viewport()->rect().contains(place))
            shown.place = {};
        texts.append(shown);
    }
}

QString describe(const ShownText &shown, const QString &trouble)
{
    return u"%1 “%2” at %3,%4: %5"_s.arg(QLatin1String(shown.kind), shown.text)
        .arg(shown.place.x())
        .arg(shown.place.y())
        .arg(trouble);
}

/// What a picture shows at a place: the colour most of it has, and how far another stands out.
struct Picture {
    QColor ground{};
    qreal strongest = 1;
};

Picture lookAt(const QImage &image, const QRect &place)
{
    QHash<QRgb, int> counts;
    const qreal ratio = image.devicePixelRatio();
    const QRect pixels
        = QRectF(place.topLeft() * ratio, QSizeF(place.size()) * ratio).toRect() & image.rect();
    for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            ++counts[image.pixel(x, y)];
    }
    QRgb ground = 0;
    int most = 0;
    for (auto color = counts.cbegin(); color != counts.cend(); ++color) {
        if (color.value() > most) {
            most = color.value();
            ground = color.key();
        }
    }
    Picture picture{.ground = QColor::fromRgb(ground)};
    for (auto color = counts.cbegin(); color != counts.cend(); ++color)
        picture.strongest = qMax(
            picture.strongest, Theme::contrastRatio(QColor::fromRgb(color.key()), picture.ground));
    return picture;
}

} // namespace

QList<ShownText> shownTexts(QWidget &window)
{
    QList<ShownText> texts;
    QList<QWidget *> widgets = window.findChildren<QWidget *>();
    widgets.prepend(&window);
    for (const QWidget *widget : std::as_const(widgets)) {
        // A dialog of a window's, or a menu not unfolded, is not part of it.
        if (!widget->isVisible() || widget->window() != &window)
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            addLabel(*label, texts);
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            addButton(*button, texts);
        else if (const auto *box = qobject_cast<const QComboBox *>(widget))
            addBox(*box, texts);
        else if (const auto *field = qobject_cast<const QLineEdit *>(widget))
            addField(*field, texts);
        else if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget))
            addText(*edit, texts);
        else if (const auto *bar = qobject_cast<const QMenuBar *>(widget))
            addItems(*bar, 0, texts);
        else if (const auto *menu = qobject_cast<const QMenu *>(widget))
            addItems(*menu, Measures().units(4), texts);
        else if (const auto *list = qobject_cast<const RowList *>(widget))
            addRows(*list, texts);
        else if (const auto *lines = qobject_cast<const QListView *>(widget))
            addLines(*lines, texts);
    }
    return texts;
}

QStringList crampedTexts(QWidget &window)
{
    QStringList cramped;
    for (const ShownText &shown : shownTexts(window)) {
        if (shown.room.width() < shown.needed.width()
            || shown.room.height() < shown.needed.height())
            cramped.append(describe(shown,
                                    u"has %1×%2, needs %3×%4"_s.arg(shown.room.width())
                                        .arg(shown.room.height())
                                        .arg(shown.needed.width())
                                        .arg(shown.needed.height())));
        if (shown.shortened)
            cramped.append(describe(shown, u"is elided at the end of its row"_s));
        if (shown.cutOff)
            cramped.append(describe(shown, u"is cut off"_s));
    }
    for (const QScrollArea *area : window.findChildren<QScrollArea *>()) {
        if (area->isVisible() && area->horizontalScrollBar()->maximum() > 0)
            cramped.append(u"what is in “%1” is wider than it"_s.arg(area->objectName()));
    }
    return cramped;
}

QStringList faintTexts(QWidget &window)
{
    constexpr qreal enough = 4.5;
    const QImage image = window.grab().toImage();
    QStringList faint;
    for (const ShownText &shown : shownTexts(window)) {
        if (!shown.enabled || shown.text.trimmed().isEmpty() || shown.place.isEmpty())
            continue;
        const Picture picture = lookAt(image, shown.place);
        const qreal ratio
            = shown.color ? Theme::contrastRatio(*shown.color, picture.ground) : picture.strongest;
        if (ratio < enough)
            faint.append(describe(shown, u"contrast %1"_s.arg(ratio)));
    }
    return faint;
}

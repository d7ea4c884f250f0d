// SPDX-License-Identifier: MIT
#include "ui/walk/controls.h"

#include "window/rowlist.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString spokenNameOf(QObject *object)
{
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(object);
    if (qobject_cast<QComboBox *>(object)) { // its own name is what is chosen
        const auto labels = spoken->relations(QAccessible::Label);
        return labels.isEmpty() ? QString() : labels.first().first->text(QAccessible::Name);
    }
    return spoken ? spoken->text(QAccessible::Name) : QString();
}

QString describe(QWidget &widget)
{
    return u"%1 “%2” (%3)"_s.arg(QLatin1String(widget.metaObject()->className()),
                                 spokenNameOf(&widget), widget.objectName());
}

bool isShown(const QWidget &widget, const QWidget &window)
{
    return widget.isVisible() && widget.isEnabled() && widget.window() == &window;
}

bool takesTab(const QWidget &widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

/// What a person can do something with.
QList<QWidget *> controlsIn(QWidget &window)
{
    QList<QWidget *> controls;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        const bool isControl = takesTab(*widget) || qobject_cast<QAbstractButton *>(widget)
            || qobject_cast<QLineEdit *>(widget) || qobject_cast<QPlainTextEdit *>(widget)
            || qobject_cast<QAbstractItemView *>(widget);
        if (isControl && isShown(*widget, window))
            controls.append(widget);
    }
    return controls;
}

QList<QWidget *> tabStopsIn(QWidget &window)
{
    QList<QWidget *> stops;
    for (QWidget *control : controlsIn(window)) {
        if (takesTab(*control) && !control->focusProxy())
            stops.append(control);
    }
    return stops;
}

/// The rows of a list, as they are read.
void judgeRows(const QAbstractItemView &view, QStringList &bad)
{
    QSet<QString> names;
    for (int row = 0; row < view.model()->rowCount(); ++row) {
        const QString name = view.model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        if (name.isEmpty())
            bad.append(u"row %1 has no name"_s.arg(row));
        if (names.contains(name))
            bad.append(u"row %1 is called “%2” as another is"_s.arg(row).arg(name));
        names.insert(name);
    }
}

/// Among radio buttons Tab comes to one, arrow keys to the others.
bool isBesideOneOf(const QSet<QWidget *> &reached, const QWidget &stop)
{
    return qobject_cast<const QRadioButton *>(&stop)
        && std::any_of(reached.cbegin(), reached.cend(), [&stop](QWidget *one) {
               return qobject_cast<QRadioButton *>(one)
                   && one->parentWidget() == stop.parentWidget();
           });
}

/// Entries of one menu, or the menus of a bar, that one key stands for.
void judgeMnemonics(const QWidget &menu, QStringList &bad)
{
    QSet<QChar> keys;
    for (const QAction *action : menu.actions()) {
        const QKeySequence mnemonic = QKeySequence::mnemonic(action->text());
        if (!action->isVisible() || mnemonic.isEmpty())
            continue;
        const QChar key = mnemonic.toString().back();
        if (keys.contains(key))
            bad.append(u"two entries have the key %1: “%2”"_s.arg(key).arg(action->text()));
        keys.insert(key);
    }
}

QImage pictureAround(QWidget &widget)
{
    constexpr int edge = 3;
    QWidget &window = *widget.window();
    const QRect place(widget.mapTo(&window, QPoint()), widget.size());
    return window.grab(place.adjusted(-edge, -edge, edge, edge)).toImage();
}

} // namespace

QStringList badlyNamed(QWidget &window)
{
    QStringList bad;
    QSet<QPair<int, QString>> names;
    for (QWidget *control : controlsIn(window)) {
        const QString name = spokenNameOf(control);
        const QPair<int, QString> own(QAccessible::queryAccessibleInterface(control)->role(), name);
        if (name.trimmed().isEmpty())
            bad.append(describe(*control) + u": no name"_s);
        if (name.contains(u'…') || name.contains(u'&'))
            bad.append(describe(*control) + u": not as it is spoken"_s);
        if (names.contains(own))
            bad.append(describe(*control) + u": called as another is"_s);
        names.insert(own);
        if (const auto *list = qobject_cast<RowList *>(control))
            judgeRows(*list, bad);
    }
    for (const QMenuBar *bar : window.findChildren<QMenuBar *>()) {
        for (const QAction *action : bar->actions()) {
            if (action->text().isEmpty())
                bad.append(u"a menu has no name"_s);
        }
        judgeMnemonics(*bar, bad);
    }
    if (const auto *menu = qobject_cast<const QMenu *>(&window))
        judgeMnemonics(*menu, bad);
    return bad;
}

QStringList unreachable(QWidget &window)
{
    const QList<QWidget *> stops = tabStopsIn(window);
    if (stops.isEmpty())
        return {};
    QSet<QWidget *> reached;
    if (!window.focusWidget())
        stops.first()->setFocus(Qt::TabFocusReason);
    for (qsizetype step = 0; step < stops.size() + 2; ++step) {
        QWidget *focused = QApplication::focusWidget();
        if (!focused)
            break;
        reached.insert(focused);
        QTest::keyClick(window.windowHandle(), Qt::Key_Tab);
    }
    QStringList missed;
    for (QWidget *stop : stops) {
        if (!reached.contains(stop) && !isBesideOneOf(reached, *stop))
            missed.append(describe(*stop) + u": Tab does not come here"_s);
    }
    return missed;
}

QStringList focusUnseen(QWidget &window)
{
    QStringList unseen;
    for (QWidget *stop : tabStopsIn(window)) {
        for (QWidget *at = stop; at; at = at->parentWidget()) {
            if (auto *scroller = qobject_cast<QScrollArea *>(at))
                scroller->ensureWidgetVisible(stop); // as Tab does
        }
        stop->setFocus(Qt::TabFocusReason);
        const QImage with = pictureAround(*stop);
        stop->clearFocus();
        if (pictureAround(*stop) == with)
            unseen.append(describe(*stop) + u": looks the same with the focus"_s);
    }
    return unseen;
}

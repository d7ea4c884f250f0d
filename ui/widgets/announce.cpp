// SPDX-License-Identifier: MIT
#include "widgets/announce.h"

#include <QAccessible>
#include <QWidget>

void announce(QWidget &widget, const QStringList &sentences)
{
    if (!widget.isVisible())
        return;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(&widget, sentences.join(u' ').trimmed());
    event.setPoliteness(QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&event);
#else
    Q_UNUSED(sentences) // read from the widget
    // Before Qt 6.8 there is no announcement: an alert where the platform knows one, and AT-SPI,
    // which does not, hears that a name is new.
    for (const QAccessible::Event type : {QAccessible::Alert, QAccessible::NameChanged}) {
        QAccessibleEvent event(&widget, type);
        QAccessible::updateAccessibility(&event);
    }
#endif
}

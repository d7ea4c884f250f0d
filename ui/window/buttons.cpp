// SPDX-License-Identifier: MIT
#include "window/buttons.h"

#include "pictures/icons.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

QString Buttons::spokenLabel(QString label)
{
    return label.remove(u'…').remove(u'&');
}

QPushButton *Buttons::make(const QString &label, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(label, parent);
    button->setObjectName(name);
    button->setAccessibleName(spokenLabel(label));
    button->setAutoDefault(false);
    return button;
}

void Buttons::markAsBrowserButton(QPushButton &button, const Icons &icons)
{
    button.setIcon(icons.icon(u"external-link"_s));
}

void Buttons::restBecause(QPushButton &button, const QString &obstacle)
{
    button.setEnabled(obstacle.isEmpty());
    button.setToolTip(obstacle);
}

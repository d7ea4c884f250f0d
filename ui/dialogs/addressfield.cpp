// SPDX-License-Identifier: MIT
#include "dialogs/addressfield.h"

#include "pictures/icons.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

using namespace Qt::StringLiterals;

AddressField::AddressField(const Icons &icons, QWidget *parent)
    : EntryField(parent), m_suggestions(new QStringListModel(this)),
      m_open(addAction(icons.icon(u"chevron-down"_s), TrailingPosition))
{
    m_open->setText(tr("Known addresses"));
    m_open->setVisible(false);
    auto *completer = new QCompleter(m_suggestions, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains); // nobody types the scheme
    completer->popup()->setObjectName(u"suggestions"_s);
    completer->popup()->setAccessibleName(tr("Known addresses"));
    setCompleter(completer);
    connect(m_open, &QAction::triggered, this, &AddressField::showAll);
}

void AddressField::setSuggestions(const QStringList &addresses)
{
    m_suggestions->setStringList(addresses);
    m_open->setVisible(!addresses.isEmpty());
}

void AddressField::showAll()
{
    setFocus();
    completer()->setCompletionPrefix({});
    completer()->complete();
}

void AddressField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && m_open->isVisible() && !isReadOnly())
        showAll();
    else
        EntryField::keyPressEvent(event);
}

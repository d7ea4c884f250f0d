// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/entryfield.h"

class Icons;
class QStringListModel;

/// A field for an address that suggests those a person may mean: the ones that fit while they type,
/// and all of them on the arrow key or its button.
class AddressField : public EntryField
{
    Q_OBJECT

public:
    explicit AddressField(const Icons &icons, QWidget *parent = nullptr);

    void setSuggestions(const QStringList &addresses);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showAll();

    QStringListModel *m_suggestions;
    QAction *m_open;
};

// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/plaindialog.h"

#include <QKeySequence>

/// What a key does, in words.
struct Shortcut {
    QString does{};
    QKeySequence keys{};
};

/// The keys of Fairlead, as a list. Whoever owns the actions says what they are.
class ShortcutsDialog : public PlainDialog
{
    Q_OBJECT

public:
    /// The keys of the dialogs are added here.
    explicit ShortcutsDialog(const QList<Shortcut> &window, QWidget *parent = nullptr);

private:
    void addGroup(const QString &name, const QList<Shortcut> &shortcuts);
};

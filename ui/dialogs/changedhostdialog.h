// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/dialogtools.h"
#include "dialogs/plaindialog.h"

/// Asks before a code is taken to another host than the one accepted until now: it may be a
/// move, it may be somebody phishing. Cancel is the easy answer.
class ChangedHostDialog : public PlainDialog
{
    Q_OBJECT

public:
    ChangedHostDialog(const QString &host, const QString &before, const DialogTools &tools,
                      QWidget *parent = nullptr);
};

// SPDX-License-Identifier: MIT
#pragma once

#include "datetexts.h"
#include "window/accountstatus.h"

#include <QCoreApplication>
#include <QList>

/// What the status line says of all accounts together: whom we wait for, or how old the oldest list
/// is and when the next one is due.
class StatusTexts
{
    Q_DECLARE_TR_FUNCTIONS(StatusTexts)

public:
    static QString of(const QList<AccountStatus> &accounts, const Today &today);

private:
    static QString asking(const QList<AccountStatus> &accounts, const Today &today);
};

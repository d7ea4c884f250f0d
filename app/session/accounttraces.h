// SPDX-License-Identifier: MIT
#pragma once

#include "base/strongid.h"

#include <QList>
#include <QStringList>

/// The accounts that files of accounts name, also those that were set aside: the keyring may hold
/// their tokens.
struct AccountTraces {
    QList<AccountId> ids{};
    bool isWhole = true; ///< false: there may be more, in what could not be read

    static AccountTraces in(const QStringList &paths);
};

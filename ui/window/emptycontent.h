// SPDX-License-Identifier: MIT
#pragma once

#include "base/strongid.h"
#include "widgets/textrun.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <optional>

struct AccountStatus;

enum class EmptyWish { AddAccount, SignIn, Unlock, CancelUnlock, TryAgain, CopyText, CheckAgain };

/// What stands where the list would be, with the next step.
struct EmptyContent {
    Q_DECLARE_TR_FUNCTIONS(EmptyContent)

public:
    bool showsIcon = false;
    QString title{};
    TextRuns text{};
    QString toPaste{};         ///< made for sending to somebody
    QList<EmptyWish> wishes{}; ///< the first is the default
    AccountId account{};

    friend bool operator==(const EmptyContent &, const EmptyContent &) = default;
    /// None where there is a list to show.
    static std::optional<EmptyContent> of(const QList<AccountStatus> &accounts, bool hasLinks);
};

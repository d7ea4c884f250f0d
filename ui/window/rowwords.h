// SPDX-License-Identifier: MIT
#pragma once

#include "datetexts.h"
#include "links/gitlink.h"
#include "pictures/providermark.h"

#include <QString>

struct AccountStatus;

/// What a row of the list says and shows: of a header, or of a link.
struct RowWords {
    QString name{};
    QString end{};
    QString second{};
    bool secondIsAccount = false;
    QString time{};
    QString toolTip{};
    QString accessible{};
    LinkHealth health = LinkHealth::Unknown; ///< of a link
    ProviderMark mark{};                     ///< of a link

    /// \a account is null where it is not known; \a showsAccount where links of others are near.
    static RowWords of(const GitLink &link, LinkHealth health, const AccountStatus *account,
                       bool showsAccount, const Today &today);
    /// The state of a link; of one that may only be limited, just that.
    static QString wordOf(const GitLink &link, LinkHealth health);
    /// What is read out holds no direction marks.
    static QString spoken(const QString &text);

    friend bool operator==(const RowWords &, const RowWords &) = default;
};

// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/untrustedtext.h"
#include "links/gitlink.h"

#include <QDateTime>
#include <QList>

struct AccountStatus;

/// Everything the tray icon and its menu show, as a value.
struct TrayContent {
    enum class State {
        AllWell,
        Attention,
        Linking,
        Offline,
        SignedOut,
        OpeningKeyring, ///< it has not said yet whether it has the tokens
        KeyringLocked,
        KeyringClosed, ///< there is none, or it does not give the tokens
        Asking,        ///< nothing has been learnt yet
    };

    /// A link that needs attention.
    struct Item {
        LinkKey link{};
        UntrustedText provider{};
        LinkHealth health = LinkHealth::NeedsReconnect;
        QDateTime expires{}; ///< UTC; for ExpiringSoon

        friend bool operator==(const Item &, const Item &) = default;
    };
    /// A linking by device code that is under way.
    struct Flow {
        LinkKey link{};
        UntrustedText provider{};
        Clock::Deadline deadline{}; ///< of the code

        friend bool operator==(const Flow &, const Flow &) = default;
    };

    State state = State::SignedOut;
    QList<Item> items{};
    QList<Flow> flows{};

    /// How things are by the accounts, and by \a items and \a flows.
    [[nodiscard]] State stateFor(const QList<AccountStatus> &accounts) const;

    friend bool operator==(const TrayContent &, const TrayContent &) = default;
};

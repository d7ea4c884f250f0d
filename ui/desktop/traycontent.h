// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/strongid.h"
#include "base/untrustedtext.h"
#include "links/gitlink.h"

#include <QDateTime>
#include <QList>

class LinkModel;
class LinkOwners;
struct AccountStatus;

/// Everything the tray icon and its menu show, as a value.
struct TrayContent {
    enum class State {
        AllWell,
        NothingLinked, ///< all is known, and there is no link to tell of
        Attention,
        Linking,
        Offline,
        NotChecked,     ///< no account could be asked, though something answers
        PartlyChecked,  ///< some accounts could not be asked, and the others are well
        LinksUnchecked, ///< the accounts were asked, and could not say it of some links
        AccountTrouble, ///< an account needs the person, and the links of the others are well
        SignedOut,
        OpeningKeyring, ///< it has not said yet whether it has the tokens
        KeyringLocked,
        KeyringClosed, ///< there is none, or it does not give the tokens
        Asking,        ///< nothing has been learnt yet, or not of all links
    };
    /// More than a person reads in a menu; the window has them all.
    static constexpr qsizetype mostItems = 12;

    /// A link that needs attention.
    struct Item {
        LinkKey link{};
        UntrustedText provider{};
        LinkHealth health = LinkHealth::NeedsReconnect;
        QDateTime expires{}; ///< UTC; for ExpiringSoon
        QString account{};   ///< as that of a flow; only of the first \c mostItems

        friend bool operator==(const Item &, const Item &) = default;
    };
    /// A linking that is under way, by device code or in the browser, or that nobody looks for any
    /// more.
    struct Flow {
        enum class Doing {
            CountingDown, ///< until the device code expires
            Looking,      ///< whether the link was made in the browser
            Unanswered,   ///< the same, but Coder does not answer
            SignedOut,    ///< the same, but the session has ended
            StoppedLooking,
        };
        LinkKey link{};
        UntrustedText provider{};
        Doing doing = Doing::CountingDown;
        Clock::Deadline deadline{}; ///< of the code
        QString account{};          ///< harmless by its letters; where the provider does not tell

        friend bool operator==(const Flow &, const Flow &) = default;
    };

    /// An account with which not all is well, where there are several.
    struct Troubled {
        AccountId account{};
        QString name{}; ///< harmless by its letters
        QString trouble{};

        friend bool operator==(const Troubled &, const Troubled &) = default;
    };

    /// How many links there are that need nobody's attention.
    struct Counts {
        int working = 0;
        int unchecked = 0;   ///< it could not be learnt this time
        int uncheckable = 0; ///< it never is
        int pending = 0;     ///< it is being learnt, one link of an account after the other

        friend bool operator==(const Counts &, const Counts &) = default;
    };

    State state = State::SignedOut;
    QList<Item> items{};
    Counts counts{};
    QList<Flow> flows{};
    QList<Troubled> troubled{}; ///< in the order of the accounts

    /// How things are by the accounts, and by \a items, \a counts and \a flows.
    [[nodiscard]] State stateFor(const QList<AccountStatus> &accounts) const;
    [[nodiscard]] static QList<Item> itemsOf(const LinkModel &links);
    [[nodiscard]] static Counts countsOf(const LinkModel &links);
    /// Says of the flows, and of the items a menu shows, whose they are where that has to be said.
    void nameOwners(const LinkOwners &owners);
    [[nodiscard]] static QList<Troubled> troubledOf(const QList<AccountStatus> &accounts);

    friend bool operator==(const TrayContent &, const TrayContent &) = default;
};

// SPDX-License-Identifier: MIT
#pragma once

#include "base/strongid.h"
#include "base/untrustedtext.h"
#include "coder/apierror.h"
#include "coder/serverurl.h"
#include "session/session.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

class Clock;
class LinkService;

/// One account as the window needs to know it: who, where, and how asking goes.
struct AccountStatus {
    AccountId id{};
    ServerUrl server{};
    QString pageHost{}; ///< of the deployment's own pages, which need not be that of its API
    UntrustedText userName{};
    UntrustedText label{}; ///< the person's own name for it; empty where they gave none
    Session::State session{};
    bool plainHttp = false; ///< http beyond loopback, with consent: badged for good
    std::optional<std::chrono::seconds> askingFor{}; ///< none: nothing is being asked
    QDateTime learntAt{};                            ///< UTC; invalid before the first list
    std::optional<ApiError> problem{};               ///< why the newest list call gave nothing
    QDateTime nextAsk{};                             ///< UTC; invalid where no question is planned
    QDateTime sessionEnds{};                         ///< UTC; invalid unless near and sure

    static AccountStatus of(LinkService &service, const Clock &clock);

    /// Why the session failed; none where it did not.
    [[nodiscard]] std::optional<Session::Trouble> trouble() const;
    /// The newest failure to reach the deployment, of session or list.
    [[nodiscard]] const ApiError *failure() const;
    /// Something else than the deployment answers, or nothing does.
    [[nodiscard]] bool isOffline() const;
    /// What stands in front of the deployment answers that it is away for a while.
    [[nodiscard]] bool isInMaintenance() const;
    /// The newest question came to nothing: nobody knows how its links are now.
    [[nodiscard]] bool couldNotCheck() const;
    /// What is known of its links is how they were, not how they are.
    [[nodiscard]] bool isAway() const;
    /// The list took longer than we wait, or than a gateway does: on older servers one provider can
    /// hold it up.
    [[nodiscard]] bool isListHeldUp() const;
    /// Requests can be sent: there is a token that was not refused.
    [[nodiscard]] bool isSignedIn() const;
    /// The keyring may be asking the person, for as long as they like.
    [[nodiscard]] bool isUnlocking() const;
    /// The session is still on its way and nothing has failed yet.
    [[nodiscard]] bool isStarting() const;

    /// The person's own name for it, else "ada on coder.example.com"; between direction
    /// marks.
    [[nodiscard]] QString title() const;
    /// "ada on coder.example.com", whatever the person calls it.
    [[nodiscard]] QString identity() const;
    /// The name, and behind it who that is where it does not say so itself.
    [[nodiscard]] QString fullTitle() const;
    /// The trouble in a few words, for the end of a group's header; empty where there is none.
    [[nodiscard]] QString badge() const;

private:
    /// What will not last.
    [[nodiscard]] QString passingBadge() const;
};

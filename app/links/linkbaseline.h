// SPDX-License-Identifier: MIT
#pragma once

#include "coder/coderapi.h"

#include <chrono>
#include <optional>

/// An answer takes its time and its Date has whole seconds, so clocks that differ by less are taken
/// to agree.
inline constexpr std::chrono::seconds clockDoubt{30};

/// What a look at a link tells, compared with what was known before.
enum class LinkEvidence {
    Unchanged,
    Changed,
    MaybeRenewed, ///< changed, and a renewal could explain it too
    Unread,
};

/// What was linked before a flow began, to tell afterwards whether something changed.
struct LinkBaseline {
    bool linked = false;
    Moment updatedAt{};
    Moment expires{};
    bool renews = false;  ///< Coder renews it once it has expired, and that moves updatedAt too
    bool hasApps = false; ///< the provider's type is exactly `github`
    std::optional<LinkUser> user{};
    std::chrono::milliseconds serverAhead{0}; ///< of our clock

    /// What \a listing says is known from now on; of who is linked it says nothing.
    void take(const Listing &listing, const ProviderId &provider);
    /// What a look tells of the link to \a provider at \a now (UTC, by our clock); \a listing is
    /// null where the list is lost, \a details none where the answer by id is.
    [[nodiscard]] LinkEvidence evidenceIn(const Listing *listing,
                                          const std::optional<LinkDetails> &details,
                                          const ProviderId &provider, const QDateTime &now) const;

private:
    [[nodiscard]] bool mayHaveBeenRenewed(const QDateTime &now) const;
};

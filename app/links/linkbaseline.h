// SPDX-License-Identifier: MIT
#pragma once

#include "links/gitlink.h"

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
    Doubtful,     ///< changed, but what it was just before was not known well enough
    Unread,
};

/// What was linked before a flow began, to tell afterwards whether something changed.
struct LinkBaseline {
    bool linked = false;
    bool works = false; ///< by the newest word on it
    Moment updatedAt{};
    Moment expires{};
    bool renews = false;  ///< Coder renews it once it has expired, and that moves updatedAt too
    bool hasApps = false; ///< the provider's type is exactly `github`
    std::optional<LinkUser> user{};
    std::chrono::milliseconds serverAhead{0}; ///< of our clock
    bool isListOld = false;  ///< the times are what an earlier list told: this one was lost
    bool isReadById = false; ///< `works` and `user` are of just before

    /// It was in the list just before, whose times are to be compared with.
    [[nodiscard]] bool isListed() const { return linked && !isListOld; }
    /// What is known of \a link.
    static LinkBaseline of(const GitLink &link);
    /// What \a listing says is known from now on; of who is linked it says nothing, and servers
    /// before v2.13 say nothing of whether it works.
    void take(const Listing &listing, const ProviderId &provider);
    /// The same for what was read by id.
    void take(const LinkDetails &details);
    /// What a look tells of the link to \a provider at \a now (UTC, by our clock); \a listing is
    /// null where the list is lost, \a details none where the answer by id is.
    [[nodiscard]] LinkEvidence evidenceIn(const Listing *listing,
                                          const std::optional<LinkDetails> &details,
                                          const ProviderId &provider, const QDateTime &now) const;

private:
    [[nodiscard]] LinkEvidence evidenceById(const std::optional<LinkDetails> &details) const;
    [[nodiscard]] bool mayHaveBeenRenewed(const QDateTime &now) const;
};

/// Whether a list failed in a way that says nothing of the rest of Coder: it asks every provider.
bool isOfTheList(const ApiError &error);

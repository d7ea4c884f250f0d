// SPDX-License-Identifier: MIT
#pragma once

#include "base/strongid.h"
#include "coder/types.h"

#include <QHashFunctions>

#include <deque>
#include <optional>

/// Names one link everywhere: by account and provider id, never by type.
struct LinkKey {
    AccountId account{};
    ProviderId provider{};

    friend bool operator==(const LinkKey &, const LinkKey &) = default;
    friend size_t qHash(const LinkKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.account, key.provider);
    }
};

enum class LinkHealth {
    NeedsReconnect,
    Expired,
    ExpiringSoon,
    AppNotInstalled,
    Valid,
    RenewsItself,
    NotVerifiable,
    ProviderUnreachable,
    RateLimited,
    NotLinked,
    Orphan,
    Unknown,
};

/// One line of a person's list: what the admin configured, what they connected, and the newest word
/// on whether it works, folded by foldListing() and foldDetails(), which know which answer counts.
struct GitLink {
    LinkKey key{};
    std::optional<Provider> provider{};   ///< none: no longer configured
    std::optional<StoredLink> stored{};   ///< none: the list has none
    std::optional<LinkDetails> details{}; ///< the last readable answer by id
    std::optional<LinkUser> user{}; ///< the last known account; `user: null` does not erase it
    bool mayRead = true;            ///< false: the token may not read links
    bool byIdAsked = false;         ///< asked by id since the last list answer

    // The word that counts.
    std::optional<bool> authenticated{}; ///< none: nothing that counts was said yet
    ProviderWord word = ProviderWord::None;
    UntrustedText serverText{};    ///< Coder's own words, for Details
    bool saidById = false;         ///< a list of line 4 of the table does not touch it then
    bool falseUnconfirmed = false; ///< by id said no, and the list has not yet confirmed it
    UntrustedText couldNotCheck{}; ///< what Coder could not read when asked by id
    std::optional<ApiError> checkProblem{}; ///< why what a person asked about was not learnt

    LinkHealth lastKnown = LinkHealth::Unknown;    ///< for line 4 of the table
    LinkHealth healthBefore = LinkHealth::Unknown; ///< the newest before it that says something
    QDateTime healthSince{};                       ///< UTC; when this health was first seen
    bool checking = false;                         ///< a question about just this link is under way
    bool sharesName = false; ///< another link of the account is called the same

    /// The list has it, or by id was told of one since; its times are not known then.
    [[nodiscard]] bool isLinked() const;
    /// Since when it is linked and when it ends is known, or Coder has been asked for it in vain.
    [[nodiscard]] bool areTimesKnown() const;
    /// A service git does not use, such as Slack: shown in a group of its own.
    [[nodiscard]] bool isOtherService() const;
    /// What it is called: the provider's name, or the id where there is no provider. With the id
    /// behind it where the name alone does not tell it from another.
    [[nodiscard]] UntrustedText name() const;

    /// Whether nobody who looks can tell them apart: what only the folding of the next answer needs
    /// does not count.
    [[nodiscard]] bool showsLike(const GitLink &other) const;

    friend bool operator==(const GitLink &, const GitLink &) = default;
};

/// Not in one piece: with thousands of links, moving them all where one more comes would take a
/// frame.
using GitLinks = std::deque<GitLink>;

/// Folds a list answer into \a link; \a provider or \a stored is null where the list has none.
void foldListing(GitLink &link, const Provider *provider, const StoredLink *stored,
                 const QDateTime &now);
/// Whether \a after takes back what \a before knows: that it is linked, or works, or does not.
bool isTakenBack(const GitLink &before, const GitLink &after);
/// Whether an answer by id is the 500 by which Coder says that it could not check.
bool isCouldNotCheck(const ApiError &error);
/// Whether a failure by id is the deployment's, and the next question would come to the same.
bool isOfTheDeployment(const ApiError &error);
/// Whether a failure by id leaves the link as it was: nothing was learnt.
bool isNoWord(const ApiError &error);
/// Folds an answer by id. True where the list has to be asked to make sense of it.
bool foldDetails(GitLink &link, const Answer<LinkDetails> &answer);
/// After foldDetails(): whether it said "yes" beyond the end the list told of. By id never does, so
/// that end was of the link before; it is forgotten.
bool forgetEndOfBefore(GitLink &link, const QDateTime &now);

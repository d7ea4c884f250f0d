// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/generation.h"
#include "deployment/link.h"

#include <QJsonObject>

#include <chrono>

namespace simulated {

class GitProvider;

/// How long Coder takes over its answer: the sum of what its providers cost it, or for ever.
struct Wait {
    std::chrono::milliseconds time{0};
    bool isForEver = false;

    Wait &operator+=(const Wait &other)
    {
        time += other.time;
        isForEver = isForEver || other.isForEver;
        return *this;
    }
};

/// The pauses inside Coder; zero where a test has no use for them.
struct Delays {
    std::chrono::milliseconds invalidGitHubToken{0};   ///< in truth 1 s: it asks again for so long
    std::chrono::milliseconds transientRefresh{0};     ///< in truth 10 s, since v2.34
    std::chrono::milliseconds hangingProvider{10'000}; ///< in the list of generations that bound it
    std::chrono::milliseconds hangingRevocation{10'000};
};

/// What Coder finds out about a link by asking its provider.
struct LinkVerdict {
    bool isAuthenticated = false;
    QString validateError{};  ///< for the list
    QString failure{};        ///< for by-id: the detail of a 500
    QJsonObject account{};    ///< what the provider told of the token's owner
    bool saidNothing = false; ///< the provider took the question and never answered
    Wait wait{};
};

/// Asks providers about links the way each generation of Coder does.
class LinkChecker
{
public:
    LinkChecker(const GenerationTraits &traits, const WorldClock &clock, const Delays &delays);

    /// For by-id: never refreshes.
    [[nodiscard]] LinkVerdict check(const Link &link, GitProvider &provider) const;
    /// For the list: refreshes what has expired. \a link is changed; \a shown is the row as the
    /// answer still shows it.
    [[nodiscard]] LinkVerdict refreshAndCheck(Link &link, Link &shown, GitProvider &provider) const;

private:
    [[nodiscard]] bool isExpired(const Link &link) const;
    [[nodiscard]] LinkVerdict validate(const Link &link, GitProvider &provider) const;
    [[nodiscard]] LinkVerdict judge(const ProviderAnswer &answer,
                                    const GitProvider &provider) const;
    [[nodiscard]] LinkVerdict failedRefresh(Link &link, const ProviderAnswer &answer,
                                            const GitProvider &provider) const;
    [[nodiscard]] Wait silence() const;
    [[nodiscard]] Wait retries() const;
    [[nodiscard]] QString expiredText(const Link &link) const;

    const GenerationTraits &m_traits;
    const WorldClock &m_clock;
    const Delays &m_delays;
};

} // namespace simulated

// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>

namespace simulated {

/// The Coder servers that can be played, named as in tests/data/recordings.
enum class Generation { Gen24, Gen25, Gen26a, Gen26b };

/// All of them, the oldest first.
inline constexpr std::array allGenerations{Generation::Gen24, Generation::Gen25, Generation::Gen26a,
                                           Generation::Gen26b};

/// In what one generation differs from another. Everything else is the same code for all.
struct GenerationTraits {
    QString name{};
    QString commit{};

    // Version drift of the list and of by-id.
    bool listTellsAuthentication = true; ///< since v2.13; before, always false and no text
    bool forbiddenMeansRevoked = true;   ///< since v2.13 a provider's 403 is "no", before an error
    bool limitMeansValid
        = true; ///< since v2.33 a provider's rate limit does not count against a link
    bool accountsHaveIds = true;           ///< since v2.14
    bool failedRefreshDropsToken = true;   ///< since v2.18, with the reason told since v2.26
    bool transientRefreshIsRetried = true; ///< since v2.34
    bool listBoundsProviders = true;       ///< a hanging provider ends after some seconds
    bool revokes = true; ///< since v2.27: supports_revocation, and an object from DELETE
    bool tellsCodeChallenges = true; ///< since v2.30

    // Sessions.
    bool acceptsBearer = true;   ///< since v2.25, with WWW-Authenticate on a 401
    bool enforcesScopes = true;  ///< gen24 and gen25 ignored them
    bool apiTokensSlide = false; ///< until v2.34
    bool limitsPerUser = true;   ///< since v2.32; before, per address

    // Shapes.
    bool modernBuildInfo = true; ///< telemetry, provisioner version, deployment id
    bool tellsPushKey = true;    ///< webpush_public_key; before, an experiment
    QString provisionerApi = QStringLiteral("1.18"); ///< its version in the modern build info
    bool modernUser = true;            ///< updated_at; no avatar_url "" and no theme_preference
    bool tellsAiSeats = true;          ///< has_ai_seat of a user
    bool emptyAnswersHaveType = false; ///< a Content-Type even on 204
    bool missingIconIsNotFound = true; ///< since v2.23; before, 200 and the dashboard

    [[nodiscard]] QString version() const;
};

[[nodiscard]] const GenerationTraits &traitsOf(Generation generation);
/// "gen24", "gen25", "gen26a", "gen26b".
[[nodiscard]] std::optional<Generation> generationNamed(QStringView name);

} // namespace simulated

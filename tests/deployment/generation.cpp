// SPDX-License-Identifier: MIT
#include "deployment/generation.h"

#include <QStringView>

using namespace Qt::StringLiterals;

namespace simulated {

namespace {

GenerationTraits gen24()
{
    return {
        .name = u"gen24"_s,
        .commit = u"2400000fa1b2c3d4e5f60718293a4b5c6d7e8f90"_s,
        .listTellsAuthentication = false,
        .forbiddenMeansRevoked = false,
        .limitMeansValid = false,
        .accountsHaveIds = false,
        .failedRefreshDropsToken = false,
        .transientRefreshIsRetried = false,
        .listBoundsProviders = false,
        .revokes = false,
        .tellsCodeChallenges = false,
        .acceptsBearer = false,
        .enforcesScopes = false,
        .apiTokensSlide = true,
        .limitsPerUser = false,
        .modernBuildInfo = false,
        .tellsPushKey = false,
        .modernUser = false,
        .tellsAiSeats = false,
        .emptyAnswersHaveType = true,
        .missingIconIsNotFound = false,
    };
}

GenerationTraits gen26a()
{
    return {
        .name = u"gen26a"_s,
        .commit = u"260000afa1b2c3d4e5f60718293a4b5c6d7e8f90"_s,
        .limitMeansValid = false,
        .transientRefreshIsRetried = false,
        .listBoundsProviders = false,
        .apiTokensSlide = true,
        .limitsPerUser = false,
        .tellsPushKey = false,
        .provisionerApi = u"1.15"_s,
        .tellsAiSeats = false,
    };
}

GenerationTraits gen25()
{
    GenerationTraits traits = gen26a();
    traits.name = u"gen25"_s;
    traits.commit = u"2500000fa1b2c3d4e5f60718293a4b5c6d7e8f90"_s;
    traits.revokes = false;
    traits.tellsCodeChallenges = false;
    traits.enforcesScopes = false;
    traits.provisionerApi = u"1.9"_s;
    return traits;
}

GenerationTraits gen26b()
{
    return {.name = u"gen26b"_s, .commit = u"260000bfa1b2c3d4e5f60718293a4b5c6d7e8f90"_s};
}

} // namespace

QString GenerationTraits::version() const
{
    // A server built from a checkout calls itself so, and abilities are not read off it.
    return u"v0.0.0-devel+"_s + commit.first(7);
}

const GenerationTraits &traitsOf(Generation generation)
{
    static const std::array all{gen24(), gen25(), gen26a(), gen26b()};
    static_assert(all.size() == allGenerations.size());
    return all.at(std::size_t(generation));
}

std::optional<Generation> generationNamed(QStringView name)
{
    for (const Generation generation : allGenerations) {
        if (traitsOf(generation).name == name)
            return generation;
    }
    return std::nullopt;
}

} // namespace simulated

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
        .modernUser = false,
        .emptyAnswersHaveType = true,
        .missingIconIsNotFound = false,
    };
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
    static const GenerationTraits oldest = gen24();
    static const GenerationTraits newest = gen26b();
    switch (generation) {
    case Generation::Gen24:
        return oldest;
    case Generation::Gen26b:
        return newest;
    }
    Q_UNREACHABLE();
}

std::optional<Generation> generationNamed(QStringView name)
{
    for (const Generation generation : {Generation::Gen24, Generation::Gen26b}) {
        if (traitsOf(generation).name == name)
            return generation;
    }
    return std::nullopt;
}

} // namespace simulated

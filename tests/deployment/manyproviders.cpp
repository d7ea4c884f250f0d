// SPDX-License-Identifier: MIT
#include "deployment/manyproviders.h"

#include "deployment/deployment.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace simulated {

namespace {

struct Kind {
    QLatin1StringView type{};
    QLatin1StringView name{};
    QLatin1StringView icon{};
    bool device = false;
};

constexpr std::array kinds{
    Kind{"github"_L1, "GitHub"_L1, "/icon/github.svg"_L1, true},
    Kind{"gitlab"_L1, "GitLab"_L1, "/icon/gitlab.svg"_L1, true},
    Kind{"gitea"_L1, "Gitea"_L1, "/icon/gitea.svg"_L1},
    Kind{"bitbucket-cloud"_L1, "Bitbucket"_L1, "/icon/bitbucket.svg"_L1},
    Kind{"bitbucket-server"_L1, "Bitbucket Server"_L1, "/icon/bitbucket.svg"_L1},
    Kind{"azure-devops-entra"_L1, "Azure DevOps"_L1, "/icon/azure-devops.svg"_L1},
    Kind{"gitlab"_L1, "GitLab without device flow"_L1, "/icon/gitlab.svg"_L1},
};

enum class State { Valid, NotLinked, Renewing, Ending, Ended, Revoked };

constexpr std::array states{State::Valid,     State::NotLinked, State::Valid, State::Renewing,
                            State::Valid,     State::Ending,    State::Valid, State::Ended,
                            State::NotLinked, State::Revoked};

ProviderConfig config(int number, const Kind &kind)
{
    const bool isGitHub = kind.type == "github"_L1;
    const QString id = u"git-%1"_s.arg(number, 4, 10, QLatin1Char('0'));
    return {.id = id,
            .type = kind.type,
            .displayName = u"%1 %2"_s.arg(kind.name).arg(number),
            .displayIcon = kind.icon,
            .device = kind.device,
            .hasRevokeUrl = true,
            .hasInstallationsUrl = isGitHub,
            .errorStyle
            = isGitHub ? ProviderConfig::ErrorStyle::GitHub : ProviderConfig::ErrorStyle::Rfc8628,
            .clientId = id + u"-client"_s,
            .scopes = {u"repo"_s}};
}

std::optional<Grant> grantFor(State state)
{
    switch (state) {
    case State::NotLinked:
        return std::nullopt;
    case State::Renewing:
        return Grant{.life = 5h, .renewable = true};
    case State::Ending:
        return Grant{.life = 20h};
    case State::Ended:
        return Grant{.life = -48h};
    case State::Valid:
    case State::Revoked:
        return Grant{};
    }
    Q_UNREACHABLE();
}

} // namespace

void addManyProviders(Deployment &deployment, int count)
{
    for (int i = 0; i < count; ++i) {
        const ProviderConfig provider = config(i + 1, kinds.at(std::size_t(i) % kinds.size()));
        const State state = states.at(std::size_t(i) % states.size());
        deployment.addProvider(provider);
        const std::optional<Grant> grant = grantFor(state);
        if (!grant)
            continue;
        Link &link = deployment.link(provider.id, *grant);
        link.isRevokedAtProvider = state == State::Revoked;
        // How soon a link counts as expiring depends on how long it was made for
        const auto age = link.hasRefreshToken ? 3h : 24h * (40 + i % 300);
        link.createdAt -= age;
        link.updatedAt -= age;
    }
}

} // namespace simulated

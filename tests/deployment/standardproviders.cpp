// SPDX-License-Identifier: MIT
#include "deployment/standardproviders.h"

#include "deployment/deployment.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace simulated {

namespace {

ProviderConfig gitHub(const QString &id, const QString &name, const QUrl &providerUrl)
{
    return {.id = id,
            .type = u"github"_s,
            .displayName = name,
            .displayIcon = u"/icon/github.svg"_s,
            .device = true,
            .hasRevokeUrl = true,
            .hasInstallationsUrl = true,
            .appInstallUrl
            = u"%1/%2/apps/coder/installations/new"_s.arg(providerUrl.toString(), id),
            .errorStyle = ProviderConfig::ErrorStyle::GitHub,
            .clientId = u"Iv1.0f1e2d3c4b5a6978"_s,
            .scopes = {u"repo"_s, u"workflow"_s}};
}

ProviderConfig gitLab(const QString &id, const QString &name)
{
    return {.id = id,
            .type = u"gitlab"_s,
            .displayName = name,
            .displayIcon = u"/icon/gitlab.svg"_s,
            .hasRevokeUrl = true,
            .clientId = id + u"-client"_s,
            .scopes = {u"write_repository"_s, u"read_api"_s}};
}

ProviderConfig gitea(const QString &id, const QString &name)
{
    return {.id = id,
            .type = u"gitea"_s,
            .displayName = name,
            .displayIcon = u"/icon/gitea.svg"_s,
            .clientId = id + u"-client"_s,
            .scopes = {u"read:repository"_s, u"write:repository"_s}};
}

ProviderConfig other(const QString &id, const QString &type, const QString &name,
                     const QString &icon)
{
    return {.id = id,
            .type = type,
            .displayName = name,
            .displayIcon = icon,
            .clientId = id + u"-client"_s};
}

ProviderConfig unverifiable(ProviderConfig config)
{
    config.allowValidate = false;
    config.codeChallengeMethods = {QString()};
    return config;
}

/// Nobody links everything within one microsecond; and how soon a link counts as expiring depends
/// on how long it was made for.
void spreadOverTheYear(Deployment &deployment)
{
    int days = 45;
    for (Link &link : deployment.world().links) {
        link.createdAt -= std::chrono::hours{24} * days;
        link.updatedAt
            -= link.hasRefreshToken ? std::chrono::hours{3} : std::chrono::hours{24} * days;
        days += 17;
    }
}

void addGitHubs(Deployment &deployment)
{
    const QUrl base = deployment.providerUrl();
    deployment.addProvider(gitHub(u"github"_s, u"GitHub"_s, base));
    deployment.link(u"github"_s);
    deployment.addProvider(gitHub(u"github-enterprise"_s, u"GitHub Enterprise"_s, base));
    deployment.link(u"github-enterprise"_s).isRevokedAtProvider = true;
    deployment.addProvider(gitHub(u"github-apps"_s, u"GitHub Apps"_s, base));
    deployment.knobs(u"github-apps"_s).installationCount = 0;
    deployment.link(u"github-apps"_s);
}

void addGitLabs(Deployment &deployment)
{
    ProviderConfig device = gitLab(u"gitlab"_s, u"GitLab"_s);
    device.device = true;
    deployment.addProvider(device);
    deployment.addProvider(gitLab(u"gitlab-archive"_s, u"GitLab Archive"_s));
    deployment.link(u"gitlab-archive"_s, {.life = -48h});
    deployment.addProvider(gitLab(u"gitlab-mirror"_s, u"GitLab Mirror"_s));
    deployment.knobs(u"gitlab-mirror"_s).check = ProviderKnobs::Check::Unavailable;
    deployment.link(u"gitlab-mirror"_s);
    deployment.link(u"old-gitlab"_s);
}

void addGiteas(Deployment &deployment)
{
    deployment.addProvider(gitea(u"gitea"_s, u"Gitea"_s));
    deployment.knobs(u"gitea"_s).tokenLife = 8h;
    deployment.knobs(u"gitea"_s).givesRefreshTokens = true;
    deployment.link(u"gitea"_s, {.life = 5h, .renewable = true});
    deployment.addProvider(gitea(u"codeberg"_s, u"Codeberg"_s));
    deployment.link(u"codeberg"_s, {.life = 26h});
    deployment.addProvider(gitea(u"forgejo"_s, u"Forgejo"_s));
}

/// The newer servers count a limited check as a good one; there the limit shows when a token that
/// has expired is to be renewed.
void addRateLimited(Deployment &deployment)
{
    const QString id = u"bitbucket-server"_s;
    deployment.addProvider(other(id, id, u"Bitbucket Server"_s, u"/icon/bitbucket.svg"_s));
    deployment.knobs(id).check = ProviderKnobs::Check::TooMany;
    deployment.knobs(id).refresh = ProviderKnobs::Refresh::TooMany;
    const bool showsOnRenewal = deployment.traits().limitMeansValid;
    deployment.link(id, showsOnRenewal ? Grant{.life = -1h, .renewable = true} : Grant{});
}

} // namespace

void addStandardProviders(Deployment &deployment)
{
    addGitHubs(deployment);
    addGitLabs(deployment);
    addGiteas(deployment);
    addRateLimited(deployment);
    deployment.addProvider(unverifiable(other(u"azure-devops"_s, u"azure-devops"_s,
                                              u"Azure DevOps"_s, u"/icon/azure-devops.svg"_s)));
    deployment.link(u"azure-devops"_s);
    deployment.addProvider(
        other(u"bitbucket"_s, u"bitbucket-cloud"_s, u"Bitbucket"_s, u"/icon/bitbucket.svg"_s));
    deployment.link(u"bitbucket"_s);
    ProviderConfig slack = other(u"slack"_s, u"slack"_s, u"Slack"_s, u"/icon/slack.svg"_s);
    slack.hasRevokeUrl = true;
    deployment.addProvider(unverifiable(slack));
    deployment.link(u"slack"_s);
    spreadOverTheYear(deployment);
}

} // namespace simulated
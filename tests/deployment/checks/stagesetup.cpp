// SPDX-License-Identifier: MIT
#include "deployment/checks/stagesetup.h"

#include "deployment/checks/rawclient.h"
#include "deployment/checks/stage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace simulated {

namespace {

ProviderConfig gitHub(const QString &id, const QString &name, const QString &base)
{
    return {.id = id,
            .type = u"github"_s,
            .displayName = name,
            .displayIcon = u"/icon/github.svg"_s,
            .device = true,
            .hasRevokeUrl = true,
            .hasInstallationsUrl = true,
            .errorStyle = ProviderConfig::ErrorStyle::GitHub,
            .clientId = u"Iv1.8a61f9b3a7aba766"_s,
            .scopes = {u"repo"_s, u"workflow"_s},
            .base = QUrl(base)};
}

ProviderConfig gitea(const QString &id, const QString &name)
{
    return {.id = id,
            .type = u"gitea"_s,
            .displayName = name,
            .displayIcon = u"/icon/gitea.svg"_s,
            .hasRevokeUrl = true,
            .errorStyle = ProviderConfig::ErrorStyle::GitHub,
            .clientId = u"gitea-client"_s,
            .base = QUrl(u"http://gitea.example"_s)};
}

QList<ProviderConfig> gitHubs()
{
    const QString host = u"http://github.example"_s;
    ProviderConfig first = gitHub(u"github"_s, u"GitHub"_s, host);
    first.appInstallUrl = host + u"/apps/coder/installations/new"_s;
    ProviderConfig inBrowser = gitHub(u"github-web"_s, u"GitHub (browser)"_s, host);
    inBrowser.device = false;
    inBrowser.appInstallUrl = first.appInstallUrl;
    return {first, inBrowser, gitHub(u"slow"_s, u"Slow Git"_s, u"http://gitslow.example"_s),
            gitHub(u"dead"_s, u"Dead Git"_s, u"http://127.0.0.1:9"_s),
            gitHub(u"leaving"_s, u"Leaving soon"_s, host)};
}

} // namespace

QList<ProviderConfig> recordedProviders()
{
    const QList<ProviderConfig> github = gitHubs();
    ProviderConfig norefresh = gitea(u"norefresh"_s, u"No refresh"_s);
    norefresh.allowRefresh = false;
    const ProviderConfig gitlab{.id = u"gitlab"_s,
                                .type = u"gitlab"_s,
                                .displayName = u"GitLab & friends"_s,
                                .displayIcon = u"/icon/gitlab.svg"_s,
                                .device = true,
                                .hasRevokeUrl = true,
                                .clientId = u"gitlab-client"_s,
                                .base = QUrl(u"http://gitlab.example"_s)};
    const ProviderConfig azure{.id = u"azure"_s,
                               .type = u"azure-devops"_s,
                               .displayName = u"Azure DevOps"_s,
                               .displayIcon = u"/icon/azure-devops.svg"_s,
                               .allowValidate = false,
                               .codeChallengeMethods = {QString()}};
    const ProviderConfig linear{.id = u"linear"_s, .type = u"linear"_s, .displayName = u"linear"_s};
    return {github.at(0), github.at(1), gitlab,       gitea(u"gitea"_s, u"Gitea"_s),
            norefresh,    azure,        github.at(2), github.at(3),
            linear,       github.at(4)};
}

ProviderConfig builtInProvider()
{
    return gitHub(u"github"_s, u"GitHub"_s, u"https://github.com"_s);
}

QStringList linkedProviders(const RecordedAnswer &recorded)
{
    QStringList ids;
    const QJsonObject body = QJsonDocument::fromJson(recorded.response.body).object();
    const QJsonArray links = body.value("links"_L1).toArray();
    for (const QJsonValue &link : links)
        ids.append(link["provider_id"_L1].toString());
    return ids;
}

void askList(Deployment &deployment, const QString &token, int times)
{
    for (int i = 0; i < times; ++i) {
        const HttpResponse answer
            = RawClient::ask(deployment.url(),
                             {.method = "GET"_ba,
                              .path = "/api/v2/external-auth"_ba,
                              .headers = {{"Coder-Session-Token"_ba, token.toLatin1()}}});
        Q_ASSERT(answer.status != 0);
        Q_UNUSED(answer)
    }
}

QStringList Stage::skippedNames()
{
    return {u"first-user-missing"_s,
            u"authmethods"_s,
            u"first-user-made"_s,
            u"first-user-exists"_s,
            u"login-wrong"_s,
            u"login"_s,
            u"user-made"_s,
            u"login-member"_s,
            u"web-no-session"_s,
            u"web-device-provider"_s,
            u"web-start"_s,
            u"web-start-return"_s,
            u"workspaces-none"_s,
            u"api-token-scope-all"_s,
            u"api-token-scope-narrow"_s,
            u"api-token-scope-read"_s,
            u"suspend"_s,
            u"activate"_s};
}

QString Stage::reasonToSkip(const QString &name)
{
    if (!skippedNames().contains(name))
        return {};
    if (name.startsWith("web-"_L1))
        return u"a browser's request; here the page's own button makes the link"_s;
    if (name.startsWith("api-token-"_L1))
        return u"Fairlead makes no API tokens"_s;
    if (name == "suspend"_L1 || name == "activate"_L1 || name == "user-made"_L1)
        return u"an owner's request"_s;
    if (name == "workspaces-none"_L1)
        return u"Fairlead does not ask for workspaces"_s;
    return u"Fairlead takes no passwords and sets no server up"_s;
}

} // namespace simulated

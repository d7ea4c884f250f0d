// SPDX-License-Identifier: MIT
#include "deployment/externalauthroutes.h"

#include "deployment/devicetexts.h"
#include "deployment/gotexts.h"
#include "deployment/world.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace simulated {

namespace {

using Delivery = ProviderAnswer::Delivery;

constexpr auto forbidden = "unauthorized: rbac: forbidden"_L1;

/// Coder compares case-sensitively: only this type has users and installations.
bool isGitHub(const GitProvider &provider)
{
    return provider.config().type == "github"_L1;
}

GoJson linkJson(const Link &link, bool isAuthenticated, const QString &validateError)
{
    return GoObject()
        .text("provider_id", link.providerId)
        .text("created_at", rfc3339(link.createdAt))
        .text("updated_at", rfc3339(link.updatedAt))
        .flag("has_refresh_token", link.hasRefreshToken)
        .text("expires", link.expires ? rfc3339(*link.expires) : zeroTime())
        .flag("authenticated", isAuthenticated)
        .text("validate_error", validateError)
        .json();
}

} // namespace

CoderAnswer ExternalAuthRoutes::answer(const HttpRequest &request, const QStringList &segments,
                                       const Entry &entry)
{
    if (segments.isEmpty())
        return request.method == "GET" ? list(entry) : methodNotAllowedAnswer();
    GitProvider *provider = m_world.provider(segments.first());
    const bool isDevice = segments.size() == 2 && segments.at(1) == "device"_L1;
    if (segments.size() > 2 || (segments.size() == 2 && !isDevice))
        return errorAnswer(404, u"Route not found."_s);
    const bool isKnownMethod = request.method == "GET" || (isDevice && request.method == "POST")
        || (!isDevice && request.method == "DELETE");
    if (!isKnownMethod)
        return methodNotAllowedAnswer();
    if (!provider)
        return notFoundAnswer();
    if (isDevice)
        return request.method == "GET" ? startDevice(*provider)
                                       : exchange(entry, *provider, request.body);
    return request.method == "GET" ? details(entry, *provider) : unlink(entry, *provider);
}

CoderAnswer ExternalAuthRoutes::list(const Entry &entry)
{
    QList<GoJson> providers;
    for (const auto &provider : m_world.providers)
        providers.append(providerJson(*provider));

    const GenerationTraits &traits = m_world.traits;
    const LinkChecker checker(traits, m_world.clock, m_world.delays);
    // A token that may not read links is not told so: the list is filtered
    const bool maySee = !traits.enforcesScopes || entry.key->scope != TokenScope::Narrow;
    QList<GoJson> links;
    Wait wait;
    for (Link &link : m_world.links) {
        if (link.userId != entry.user->id || !maySee)
            continue;
        Link shown = link;
        LinkVerdict verdict;
        if (GitProvider *provider = m_world.provider(link.providerId))
            verdict = checker.refreshAndCheck(link, shown, *provider);
        wait += verdict.wait;
        const bool isTold = traits.listTellsAuthentication;
        links.append(linkJson(shown, isTold && verdict.isAuthenticated,
                              isTold ? verdict.validateError : QString()));
    }
    CoderAnswer answer = jsonAnswer(200,
                                    GoObject()
                                        .add("providers", GoJson::array(providers))
                                        .add("links", GoJson::array(links))
                                        .json());
    answer.wait = wait;
    return answer;
}

GoJson ExternalAuthRoutes::providerJson(const GitProvider &provider) const
{
    const ProviderConfig &config = provider.config();
    GoObject object;
    object.text("id", config.id)
        .text("type", config.type)
        .flag("device", config.device)
        .text("display_name", config.displayName)
        .text("display_icon", config.displayIcon)
        .flag("allow_refresh", config.allowRefresh)
        .flag("allow_validate", config.allowValidate);
    if (m_world.traits.revokes)
        object.flag("supports_revocation", config.hasRevokeUrl);
    if (m_world.traits.tellsCodeChallenges) {
        object.add("code_challenge_methods_supported", GoJson::texts(config.codeChallengeMethods));
    }
    return object.json();
}

GoJson ExternalAuthRoutes::accountJson(const QJsonObject &account) const
{
    if (account.isEmpty())
        return GoJson::null();
    GoObject object;
    if (m_world.traits.accountsHaveIds)
        object.number("id", account.value("id"_L1).toInteger());
    return object.text("login", account.value("login"_L1).toString())
        .text("avatar_url", account.value("avatar_url"_L1).toString())
        .text("profile_url", account.value("html_url"_L1).toString())
        .text("name", account.value("name"_L1).toString())
        .json();
}

QString ExternalAuthRoutes::readInstallations(const ProviderAnswer &answer, GitProvider &provider,
                                              Findings &findings) const
{
    if (answer.delivery == Delivery::Refused)
        return gotexts::refusedConnection("GET", provider.installationsUrl());
    if (answer.status != 200)
        return {};
    if (const QString fault = gotexts::jsonFault(answer.body); !fault.isEmpty())
        return fault;
    findings.isAppInstallable = true;
    if (!isGitHub(provider))
        return {};
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    const QJsonArray items = body.value("installations"_L1).toArray();
    for (const QJsonValue &value : items) {
        const QJsonObject account = value["account"_L1].toObject();
        if (account.isEmpty())
            continue;
        findings.installations.append(GoObject()
                                          .number("id", value["id"_L1].toInteger())
                                          .add("account", accountJson(account))
                                          .text("configure_url", value["html_url"_L1].toString())
                                          .json());
    }
    return {};
}

ExternalAuthRoutes::Findings ExternalAuthRoutes::find(const Link &link, GitProvider &provider) const
{
    const LinkChecker checker(m_world.traits, m_world.clock, m_world.delays);
    const LinkVerdict verdict = checker.check(link, provider);
    Findings findings{.isAuthenticated = verdict.isAuthenticated,
                      .account = verdict.account,
                      .failure = verdict.failure,
                      .isForEver = verdict.wait.isForEver};
    if (!provider.config().hasInstallationsUrl)
        return findings;
    // Both questions are asked at once, so this one whatever became of the other
    const ProviderAnswer answer = provider.installations(link.isRevokedAtProvider);
    if (answer.delivery == Delivery::Silent) {
        findings.isForEver = true;
        return findings;
    }
    const QString fault = readInstallations(answer, provider, findings);
    if (findings.failure.isEmpty())
        findings.failure = fault;
    return findings;
}

CoderAnswer ExternalAuthRoutes::details(const Entry &entry, GitProvider &provider)
{
    const ProviderConfig &config = provider.config();
    Findings findings;
    if (const Link *link = m_world.link(entry.user->id, config.id)) {
        if (m_world.traits.enforcesScopes && entry.key->scope == TokenScope::Narrow)
            return errorAnswer(500, u"Failed to get external auth link."_s, forbidden);
        findings = find(*link, provider);
    }
    if (findings.isForEver)
        return neverAnswer();
    if (!findings.failure.isEmpty())
        return errorAnswer(500, u"Failed to validate token."_s, findings.failure);

    GoObject object;
    object.flag("authenticated", findings.isAuthenticated)
        .flag("device", config.device)
        .text("display_name", config.displayName);
    // The handler never sets it; only the list tells the truth
    if (m_world.traits.revokes)
        object.flag("supports_revocation", false);
    object.add("user", isGitHub(provider) ? accountJson(findings.account) : GoJson::null())
        .flag("app_installable", findings.isAppInstallable)
        .add("installations", GoJson::array(findings.installations))
        .text("app_install_url", config.appInstallUrl);
    return jsonAnswer(200, object.json());
}

CoderAnswer ExternalAuthRoutes::unlink(const Entry &entry, GitProvider &provider)
{
    const QString &id = provider.config().id;
    if (!m_world.link(entry.user->id, id)) {
        if (m_world.traits.revokes)
            return notFoundAnswer();
        // The condition in the handler of those servers is upside down
        return errorAnswer(500, u"Failed to delete external auth link."_s,
                           u"fetch object: sql: no rows in result set"_s);
    }
    if (m_world.traits.enforcesScopes) {
        if (entry.key->scope == TokenScope::Narrow)
            return errorAnswer(500, u"Failed to get external auth link during deletion."_s,
                               forbidden);
        if (entry.key->scope == TokenScope::ReadOnly)
            return errorAnswer(500, u"Failed to delete external auth link."_s, forbidden);
    }
    m_world.removeLink(entry.user->id, id);
    if (!m_world.traits.revokes)
        return jsonAnswer(200, GoJson::text(u"OK"_s));
    return revoke(provider);
}

CoderAnswer ExternalAuthRoutes::revoke(GitProvider &provider) const
{
    QString fault;
    Wait wait;
    if (provider.config().hasRevokeUrl) {
        const ProviderAnswer answer = provider.revoke();
        const bool isDone = answer.status == 200 || answer.status == 204;
        switch (answer.delivery) {
        case Delivery::Answered:
            if (!isDone) {
                fault = u"failed to revoke token: %1 %2"_s.arg(QString::number(answer.status),
                                                               QString::fromUtf8(answer.body));
            }
            break;
        case Delivery::Refused:
            fault = gotexts::refusedConnection(provider.revokeMethod(), provider.revokeUrl());
            break;
        case Delivery::Silent:
            fault = gotexts::deadlineExceeded(provider.revokeMethod(), provider.revokeUrl());
            wait.time = m_world.delays.hangingRevocation;
            break;
        }
    }
    CoderAnswer told
        = jsonAnswer(200,
                     GoObject()
                         .flag("token_revoked", provider.config().hasRevokeUrl && fault.isEmpty())
                         .textUnlessEmpty("token_revocation_error", fault)
                         .json());
    told.wait = wait;
    return told;
}

CoderAnswer ExternalAuthRoutes::startDevice(GitProvider &provider)
{
    if (!provider.config().device)
        return errorAnswer(400, u"Git auth device flow not supported."_s);
    const ProviderAnswer answer = provider.startDevice();
    if (answer.delivery == Delivery::Silent)
        return neverAnswer();
    if (const QString fault = startFault(answer, provider.deviceCodeUrl()); !fault.isEmpty())
        return errorAnswer(500, u"Failed to authorize device."_s, fault);
    // Coder reads the body whatever the status, and does not ask whether anything is in it.
    // verification_uri_complete has no place in its type and is lost.
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    return jsonAnswer(200,
                      GoObject()
                          .text("device_code", body.value("device_code"_L1).toString())
                          .text("user_code", body.value("user_code"_L1).toString())
                          .text("verification_uri", body.value("verification_uri"_L1).toString())
                          .number("expires_in", body.value("expires_in"_L1).toInteger())
                          .number("interval", body.value("interval"_L1).toInteger())
                          .json());
}

CoderAnswer ExternalAuthRoutes::exchange(const Entry &entry, GitProvider &provider,
                                         const QByteArray &body)
{
    const QString bodyFault = exchangeBodyFault(body);
    if (!bodyFault.isEmpty())
        return errorAnswer(400, u"Request body must be valid JSON."_s, bodyFault);
    if (!provider.config().device)
        return errorAnswer(400, u"Git auth provider does not support device flow."_s);
    const QJsonObject fields = QJsonDocument::fromJson(body).object();
    const QString deviceCode = fields.value("device_code"_L1).toString();
    const ProviderAnswer answer = provider.exchange(deviceCode);
    if (answer.delivery == Delivery::Silent)
        return neverAnswer();
    const QString fault = exchangeFault(answer, provider.deviceTokenUrl(deviceCode));
    if (!fault.isEmpty())
        return errorAnswer(400, u"Failed to exchange device code."_s, fault);
    return store(entry, provider, answer.grant.value_or(Grant{}));
}

CoderAnswer ExternalAuthRoutes::store(const Entry &entry, const GitProvider &provider,
                                      const Grant &grant)
{
    const QString &id = provider.config().id;
    const bool isLinked = m_world.link(entry.user->id, id) != nullptr;
    if (m_world.traits.enforcesScopes && entry.key->scope != TokenScope::All) {
        QString what = u"insert"_s;
        if (isLinked)
            what = entry.key->scope == TokenScope::Narrow ? u"get"_s : u"update"_s;
        // The device code is spent all the same
        return errorAnswer(400, u"Failed to %1 external auth link."_s.arg(what), forbidden);
    }
    m_world.putLink(entry.user->id, id, grant);
    return noContentAnswer(m_world.traits);
}

} // namespace simulated

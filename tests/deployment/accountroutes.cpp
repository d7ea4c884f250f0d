// SPDX-License-Identifier: MIT
#include "deployment/accountroutes.h"

#include "deployment/world.h"

using namespace Qt::StringLiterals;

namespace simulated {

namespace {

/// The scopes a token of ours was given, as the newer servers list them.
QStringList scopeNames(TokenScope scope)
{
    switch (scope) {
    case TokenScope::All:
        return {u"coder:all"_s};
    case TokenScope::Narrow:
        return {u"workspace:read"_s};
    case TokenScope::ReadOnly:
        return {u"user:read_personal"_s, u"user:read"_s};
    }
    Q_UNREACHABLE();
}

} // namespace

CoderAnswer AccountRoutes::buildInfo() const
{
    const GenerationTraits &traits = m_world.traits;
    GoObject object;
    object.text("external_url", u"https://github.com/coder/coder/commit/"_s + traits.commit)
        .text("version", m_world.version)
        .text("dashboard_url", m_world.dashboardUrl.toString());
    if (traits.modernBuildInfo)
        object.flag("telemetry", false);
    object.flag("workspace_proxy", false).text("agent_api_version", u"1.0"_s);
    if (traits.modernBuildInfo)
        object.text("provisioner_api_version", traits.provisionerApi);
    object.text("upgrade_message", QString());
    if (traits.modernBuildInfo)
        object.text("deployment_id", m_world.deploymentId);
    if (traits.tellsPushKey)
        object.text("webpush_public_key", u"not-a-key-of-any-push-service"_s);
    return jsonAnswer(200, object.json());
}

CoderAnswer AccountRoutes::answer(const HttpRequest &request, const QStringList &segments,
                                  const Entry &entry)
{
    const QString route = segments.join(u'/');
    if (route == "me"_L1)
        return request.method == "GET" ? me(entry) : methodNotAllowedAnswer();
    if (route == "me/keys"_L1)
        return request.method == "POST" ? createKey(entry) : methodNotAllowedAnswer();
    if (route == "logout"_L1)
        return request.method == "POST" ? logout(entry) : methodNotAllowedAnswer();
    if (segments.size() == 3 && route.startsWith("me/keys/"_L1))
        return key(request, segments.last(), entry);
    return errorAnswer(404, u"Route not found."_s);
}

CoderAnswer AccountRoutes::me(const Entry &entry) const
{
    const GenerationTraits &traits = m_world.traits;
    if (traits.enforcesScopes && entry.key->scope == TokenScope::Narrow)
        return notFoundAnswer();
    const User &user = *entry.user;
    GoObject object;
    object.text("id", user.id).text("username", user.username);
    if (!traits.modernUser)
        object.text("avatar_url", QString());
    // Users had no full name yet when gen24 was made
    object.text("name", traits.modernUser ? user.fullName : QString())
        .text("email", user.username + u"@coder.example"_s)
        .text("created_at", rfc3339(user.createdAt));
    if (traits.modernUser)
        object.text("updated_at", rfc3339(user.updatedAt));
    object.text("last_seen_at", rfc3339(user.lastSeenAt))
        .text("status", u"active"_s)
        .text("login_type", u"password"_s);
    if (!traits.modernUser)
        object.text("theme_preference", QString());
    object.add("organization_ids", GoJson::texts({user.organizationId}))
        .add("roles", GoJson::array({}));
    if (traits.tellsAiSeats)
        object.flag("has_ai_seat", false);
    return jsonAnswer(200, object.json());
}

CoderAnswer AccountRoutes::key(const HttpRequest &request, const QString &id, const Entry &entry)
{
    const bool isKnownMethod = request.method == "GET" || request.method == "DELETE";
    if (!isKnownMethod)
        return methodNotAllowedAnswer();
    const Key *key = m_world.keyring.keyWithId(id);
    const bool mayTouch = !m_world.traits.enforcesScopes || entry.key->scope == TokenScope::All;
    if (!key || key->userId != entry.user->id || !mayTouch)
        return notFoundAnswer();
    if (request.method == "GET")
        return jsonAnswer(200, keyJson(*key));
    m_world.keyring.remove(id);
    return noContentAnswer(m_world.traits);
}

CoderAnswer AccountRoutes::createKey(const Entry &entry)
{
    // What a server says to a token without the right was not recorded; this is what its source
    // says
    if (m_world.traits.enforcesScopes && entry.key->scope != TokenScope::All)
        return errorAnswer(403, u"Forbidden."_s);
    const Key &key = m_world.keyring.mint(*entry.user);
    return jsonAnswer(201, GoObject().text("key", key.token()).json());
}

CoderAnswer AccountRoutes::logout(const Entry &entry)
{
    m_world.keyring.remove(entry.key->id);
    return jsonAnswer(200, GoObject().text("message", u"Logged out!"_s).json());
}

GoJson AccountRoutes::keyJson(const Key &key) const
{
    GoObject object;
    object.text("id", key.id)
        .text("user_id", key.userId)
        .text("last_used", rfc3339(key.lastUsed))
        .text("expires_at", rfc3339(key.expiresAt))
        .text("created_at", rfc3339(key.createdAt))
        .text("updated_at", rfc3339(key.createdAt))
        .text("login_type", key.isApiToken() ? u"token"_s : u"password"_s)
        .text("scope", u"all"_s);
    if (m_world.traits.enforcesScopes)
        object.add("scopes", GoJson::texts(scopeNames(key.scope)));
    object.text("token_name", key.tokenName).number("lifetime_seconds", key.lifetime.count());
    if (m_world.traits.enforcesScopes)
        object.add("allow_list", GoJson::texts({u"*:*"_s}));
    return object.json();
}

} // namespace simulated

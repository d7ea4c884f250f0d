// SPDX-License-Identifier: MIT
#include "deployment/control.h"

#include "deployment/controlwords.h"
#include "deployment/deployment.h"
#include "deployment/pagetexts.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace simulated {

namespace {

constexpr auto root = "/control/";

QJsonObject done()
{
    return {{u"ok"_s, true}};
}

QJsonObject refused(const QString &why)
{
    return {{u"ok"_s, false}, {u"error"_s, why}};
}

QJsonObject doneIf(bool isDone, const QString &why)
{
    return isDone ? done() : refused(why);
}

QJsonObject linkState(const Link &link)
{
    return {{u"provider"_s, link.providerId},
            {u"login"_s, link.account.login},
            {u"expires"_s, link.expires ? rfc3339(*link.expires) : QString()},
            {u"has_refresh_token"_s, link.hasRefreshToken},
            {u"revoked"_s, link.isRevokedAtProvider}};
}

QJsonObject requestState(const Request &request)
{
    return {{u"method"_s, QString::fromLatin1(request.method)},
            {u"path"_s, QString::fromLatin1(request.path)},
            {u"had_token"_s, request.hadToken},
            {u"token_valid"_s, request.isTokenValid},
            {u"transmission"_s, request.transmission},
            {u"status"_s, request.status}};
}

QJsonObject providerRequestState(const ProviderRequest &request)
{
    return {{u"provider"_s, request.provider},
            {u"method"_s, QString::fromLatin1(request.method)},
            {u"path"_s, request.url.path()},
            {u"status"_s, request.status}};
}

} // namespace

std::optional<HttpResponse> Control::answer(const HttpRequest &request)
{
    if (!request.path.startsWith(root))
        return std::nullopt;
    const QString what = QString::fromLatin1(request.path.mid(qstrlen(root)));
    if (request.method == "GET" && what.isEmpty())
        return overview();
    const QJsonObject result
        = request.method == "GET" ? show(what) : act(what, request.parameters());
    const bool isRefused = !result.value("ok"_L1).toBool(true);
    return HttpResponse{.status = isRefused ? 400 : 200,
                        .headers = {{"Content-Type"_ba, "application/json"_ba}},
                        .body = QJsonDocument(result).toJson()};
}

QJsonObject Control::show(const QString &what)
{
    QJsonArray items;
    if (what == "state"_L1)
        return state();
    if (what == "requests"_L1) {
        for (const Request &request : m_deployment.requests())
            items.append(requestState(request));
    } else if (what == "provider-requests"_L1) {
        for (const ProviderRequest &request : m_deployment.providerRequests())
            items.append(providerRequestState(request));
    } else {
        return refused(u"no such thing to show"_s);
    }
    return {{u"requests"_s, items}};
}

QJsonObject Control::act(const QString &what, const Fields &fields)
{
    if (fields.contains(u"code"_s))
        return actOnCode(what, fields);
    if (fields.contains(u"id"_s))
        return actOnProvider(what, fields);
    static const QStringList people{u"token"_s, u"revoke-token"_s, u"expire-token"_s, u"suspend"_s,
                                    u"activate"_s};
    return people.contains(what) ? actOnPeople(what, fields) : actOnServer(what, fields);
}

QJsonObject Control::actOnCode(const QString &what, const Fields &fields)
{
    const QString code = fields.value(u"code"_s);
    const QString unknown = u"no provider gave this code"_s;
    if (what == "approve"_L1)
        return doneIf(m_deployment.approve(code, fields.value(u"login"_s)), unknown);
    if (what == "deny"_L1)
        return doneIf(m_deployment.deny(code), unknown);
    if (what == "expire"_L1)
        return doneIf(m_deployment.expire(code), unknown);
    return refused(u"no such action on a code"_s);
}

QJsonObject Control::actOnProvider(const QString &what, const Fields &fields)
{
    const QString id = fields.value(u"id"_s);
    GitProvider *provider = m_deployment.world().provider(id);
    if (what == "unlink"_L1)
        return doneIf(m_deployment.unlink(id), u"not linked"_s);
    if (!provider)
        return refused(u"no such provider"_s);
    if (what == "provider"_L1) {
        const QString fault = turnKnobs(provider->knobs(), fields);
        return doneIf(fault.isEmpty(), fault);
    }
    if (what == "remove-provider"_L1) {
        m_deployment.removeProvider(id);
        return done();
    }
    if (what == "link"_L1)
        return link(id, fields);
    if (what == "revoke"_L1) {
        Link *stored = m_deployment.linkTo(id);
        if (stored)
            stored->isRevokedAtProvider = true;
        return doneIf(stored != nullptr, u"not linked"_s);
    }
    return refused(u"no such action on a provider"_s);
}

QJsonObject Control::link(const QString &id, const Fields &fields)
{
    Grant grant{.account = m_deployment.knobs(id).account,
                .renewable = fields.value(u"renewable"_s) == "1"_L1};
    grant.account.login = fields.value(u"login"_s, grant.account.login);
    if (fields.contains(u"life"_s))
        grant.life = std::chrono::seconds{fields.value(u"life"_s).toInt()};
    m_deployment.link(id, grant);
    return done();
}

QJsonObject Control::actOnPeople(const QString &what, const Fields &fields)
{
    const QString token = fields.value(u"token"_s);
    if (what == "revoke-token"_L1) {
        m_deployment.revokeToken(token);
        return done();
    }
    if (what == "expire-token"_L1) {
        m_deployment.expireToken(token);
        return done();
    }
    const QString user = fields.value(u"user"_s, u"ada"_s);
    if (!m_deployment.world().keyring.userNamed(user))
        return refused(u"no such user"_s);
    if (what == "token"_L1) {
        const auto scope = scopeNamed(fields.value(u"scope"_s));
        if (!scope)
            return refused(u"no such scope"_s);
        return {{u"ok"_s, true}, {u"token"_s, m_deployment.mintToken(*scope, user)}};
    }
    m_deployment.suspend(user, what == "suspend"_L1);
    return done();
}

QJsonObject Control::actOnServer(const QString &what, const Fields &fields)
{
    if (what == "misbehave"_L1) {
        const auto misconduct = misconductIn(fields);
        if (misconduct)
            m_deployment.misbehave(*misconduct);
        return doneIf(misconduct.has_value(), u"no such misconduct"_s);
    }
    const int seconds = fields.value(u"seconds"_s, u"10"_s).toInt();
    if (what == "behave"_L1)
        m_deployment.behave();
    else if (what == "release"_L1)
        return {{u"ok"_s, true}, {u"released"_s, m_deployment.release()}};
    else if (what == "down"_L1)
        m_deployment.goDownFor(std::chrono::seconds{seconds});
    else if (what == "rate-limit"_L1)
        m_deployment.setRateLimit(fields.value(u"limit"_s).toInt());
    else if (what == "advance"_L1)
        m_deployment.advance(std::chrono::seconds{seconds});
    else
        return refused(u"no such action"_s);
    return done();
}

QJsonObject Control::state()
{
    World &world = m_deployment.world();
    QJsonArray providers;
    QJsonArray codes;
    for (const auto &provider : world.providers) {
        const ProviderConfig &config = provider->config();
        providers.append(QJsonObject{{u"id"_s, config.id}, {u"device"_s, config.device}});
        for (const DeviceGrant &grant : provider->grants()) {
            if (provider->isOpen(grant))
                codes.append(QJsonObject{{u"provider"_s, config.id}, {u"code"_s, grant.userCode}});
        }
    }
    QJsonArray links;
    for (const Link &link : world.links)
        links.append(linkState(link));
    return {{u"url"_s, m_deployment.url().toString()},
            {u"provider_url"_s, m_deployment.providerUrl().toString()},
            {u"generation"_s, world.traits.name},
            {u"providers"_s, providers},
            {u"links"_s, links},
            {u"codes"_s, codes},
            {u"held"_s, m_deployment.heldCount()}};
}

HttpResponse Control::overview()
{
    using namespace pagetexts;
    QString content = u"<p>%1 · %2 · %3</p>\n<h2>Codes that wait</h2>\n"_s.arg(
        pagetexts::link(u"/control/state"_s, u"state"_s),
        pagetexts::link(u"/control/requests"_s, u"requests"_s),
        pagetexts::link(u"/control/provider-requests"_s, u"requests to providers"_s));
    const QJsonArray codes = state().value("codes"_L1).toArray();
    for (const QJsonValue &each : codes) {
        const QString code = each["code"_L1].toString();
        content
            += u"<h3>%1 at %2</h3>\n"_s.arg(code, each["provider"_L1].toString().toHtmlEscaped());
        for (const QString &what : {u"approve"_s, u"deny"_s, u"expire"_s})
            content += button(u"/control/"_s + what, what, {{u"code"_s, code}});
    }
    if (codes.isEmpty())
        content += u"<p>None.</p>\n"_s;
    content += u"<h2>The deployment</h2>\n"_s + button(u"/control/down"_s, u"Down for 10 seconds"_s)
        + button(u"/control/misbehave"_s, u"Hang on every request"_s, {{u"kind"_s, u"hang"_s}})
        + button(u"/control/behave"_s, u"Behave"_s)
        + button(u"/control/suspend"_s, u"Suspend ada"_s, {{u"user"_s, u"ada"_s}})
        + button(u"/control/activate"_s, u"Activate ada"_s, {{u"user"_s, u"ada"_s}});
    return page(200, u"Control"_s, content);
}

} // namespace simulated

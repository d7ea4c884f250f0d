// SPDX-License-Identifier: MIT
#include "deployment/providerpages.h"

#include "deployment/pagetexts.h"
#include "deployment/world.h"

using namespace Qt::StringLiterals;

namespace simulated {

using namespace pagetexts;

HttpResponse ProviderPages::answer(const HttpRequest &request)
{
    const QStringList segments = request.segments();
    GitProvider *provider = segments.isEmpty() ? nullptr : m_world.provider(segments.first());
    if (!provider)
        return page(404, u"No such page"_s, {});
    const QString route = segments.sliced(1).join(u'/');
    const QString typed = request.parameters().value(u"user_code"_s);
    if (route == "login/device"_L1)
        return request.method == "POST" ? consent(*provider, typed) : codeEntry(*provider, typed);
    if (route == "login/device/decide"_L1)
        return decide(request, *provider);
    if (route == "apps/coder/installations/new"_L1)
        return install(request, *provider);
    if (route.startsWith("settings"_L1))
        return settings(request, *provider);
    return page(200, provider->config().displayName, u"<p>Nothing to do here.</p>"_s);
}

HttpResponse ProviderPages::codeEntry(GitProvider &provider, const QString &typed) const
{
    return page(
        200, u"%1: connect a device"_s.arg(provider.config().displayName),
        u"<form method=\"post\" action=\"%1\">\n"
        "<p><label for=\"user_code\">Code shown by the application</label>\n"
        "<input id=\"user_code\" name=\"user_code\" autocomplete=\"off\" autofocus required "
        "value=\"%2\"></p>\n<button type=\"submit\">Continue</button>\n</form>\n"_s.arg(
            provider.verificationUrl().path(), typed.toHtmlEscaped()));
}

HttpResponse ProviderPages::consent(GitProvider &provider, const QString &typed) const
{
    const DeviceGrant *grant = provider.grantOf(typed);
    if (!grant || !provider.isOpen(*grant)) {
        return page(404, u"That code is not valid"_s,
                    u"<p>Check the code, or ask for a new one.</p>\n<p>%1</p>\n"_s.arg(
                        link(provider.verificationUrl().path(), u"Enter another code"_s)));
    }
    const QString decide = provider.verificationUrl().path() + u"/decide"_s;
    const auto choice = [&](const QString &label, const QString &decision) {
        return button(decide, label,
                      {{u"user_code"_s, grant->userCode}, {u"decision"_s, decision}});
    };
    return page(200, u"Authorise Coder"_s,
                u"<p>Coder at %1 asks for access to %2, as %3.</p>\n<p>It may use: %4.</p>\n"_s.arg(
                    m_world.dashboardUrl.toString().toHtmlEscaped(),
                    provider.config().displayName.toHtmlEscaped(),
                    grant->account.login.toHtmlEscaped(),
                    provider.config().scopes.join(u", "_s).toHtmlEscaped())
                    + choice(u"Approve"_s, u"approve"_s) + choice(u"Deny"_s, u"deny"_s));
}

HttpResponse ProviderPages::decide(const HttpRequest &request, GitProvider &provider) const
{
    const QHash<QString, QString> fields = request.parameters();
    DeviceGrant *grant = provider.grantOf(fields.value(u"user_code"_s));
    if (!grant || !provider.isOpen(*grant))
        return page(404, u"That code is not valid"_s, {});
    const bool isApproved = fields.value(u"decision"_s) == "approve"_L1;
    grant->state = isApproved ? DeviceGrant::State::Approved : DeviceGrant::State::Denied;
    grant->account.login = fields.value(u"login"_s, grant->account.login);
    return page(200, isApproved ? u"Your device is connected"_s : u"Access was denied"_s,
                u"<p>You can close this page.</p>"_s);
}

HttpResponse ProviderPages::settings(const HttpRequest &request, GitProvider &provider)
{
    const QString &id = provider.config().id;
    QString content;
    for (Link &stored : m_world.links) {
        if (stored.providerId != id)
            continue;
        if (request.method == "POST")
            stored.isRevokedAtProvider = true;
        const QString state = stored.isRevokedAtProvider ? u"Access was taken away from Coder."_s
                                                         : u"Coder has access."_s;
        content += u"<p>%1: %2</p>\n"_s.arg(stored.account.login.toHtmlEscaped(), state);
    }
    if (content.isEmpty())
        content = u"<p>No application has access.</p>\n"_s;
    return page(
        200, u"%1: authorised apps"_s.arg(provider.config().displayName),
        content + button(provider.config().base.path() + u"/settings"_s, u"Take access away"_s));
}

HttpResponse ProviderPages::install(const HttpRequest &request, GitProvider &provider) const
{
    if (request.method == "POST") {
        provider.knobs().installations = ProviderKnobs::Installations::Some;
        provider.knobs().installationCount = std::max(1, provider.knobs().installationCount);
    }
    return page(
        200, u"Install the Coder app"_s,
        u"<p>The app is installed in %1 places.</p>\n"_s.arg(provider.knobs().installationCount)
            + button(provider.config().base.path() + u"/apps/coder/installations/new"_s,
                     u"Install"_s));
}

} // namespace simulated

// SPDX-License-Identifier: MIT
#include "deployment/coderpages.h"

#include "deployment/pagetexts.h"
#include "deployment/world.h"

using namespace Qt::StringLiterals;

namespace simulated {

using namespace pagetexts;

const User &CoderPages::browserUser() const
{
    return m_world.keyring.users().front();
}

std::optional<HttpResponse> CoderPages::answer(const HttpRequest &request)
{
    const QStringList segments = request.segments();
    if (segments.isEmpty())
        return overview();
    if (segments == QStringList{u"cli-auth"_s})
        return mintedToken();
    if (segments.first() != "external-auth"_L1 || segments.size() < 2)
        return std::nullopt;
    GitProvider *provider = m_world.provider(segments.at(1));
    if (segments.size() == 2)
        return provider ? linkPage(request, *provider) : page(404, u"No such provider"_s, {});
    const bool isCallback = segments.size() == 3 && segments.at(2) == "callback"_L1;
    // Coder has none where a provider links by device code
    return isCallback && provider && !provider->config().device
        ? std::optional(callback(request, *provider))
        : std::nullopt;
}

HttpResponse CoderPages::overview() const
{
    QString content
        = u"<h2>This deployment</h2>\n<ul>\n<li>%1</li>\n<li>%2</li>\n</ul>\n"
          "<h2>Providers</h2>\n<ul>\n"_s.arg(link(u"/cli-auth"_s, u"Make a session token"_s),
                                             link(u"/control/"_s, u"Control what happens"_s));
    for (const auto &provider : m_world.providers) {
        const ProviderConfig &config = provider->config();
        content += u"<li>%1: %2, %3, %4</li>\n"_s.arg(
            config.displayName.toHtmlEscaped(),
            link(u"/external-auth/"_s + config.id, u"link in the browser"_s),
            link(provider->verificationUrl().toString(), u"enter a device code"_s),
            link(config.base.toString() + u"/settings"_s, u"authorised apps"_s));
    }
    return page(200, u"Coder, simulated for Fairlead"_s, content + u"</ul>\n"_s);
}

HttpResponse CoderPages::mintedToken()
{
    const Key &key = m_world.keyring.mint(browserUser());
    return page(200, u"Session token"_s,
                u"<p>You are signed in as %1. Copy this token into Fairlead.</p>\n"_s.arg(
                    browserUser().username.toHtmlEscaped())
                    + readOnlyField(u"session-token"_s, u"Token"_s, key.token()));
}

void CoderPages::approve(const HttpRequest &request, GitProvider &provider)
{
    ProviderAccount account = provider.knobs().account;
    account.login = request.parameters().value(u"login"_s, account.login);
    m_world.putLink(browserUser().id, provider.config().id, provider.newGrant(account));
}

/// Its script goes on to the callback by itself, but only where there is no link that works.
HttpResponse CoderPages::linkPage(const HttpRequest &request, GitProvider &provider)
{
    const ProviderConfig &config = provider.config();
    const QString address = u"/external-auth/"_s + config.id;
    const QString title = u"%1 and Coder"_s.arg(config.displayName);
    if (config.device && request.method == "POST") // stands for a device code, and its approval
        approve(request, provider);
    const Link *stored = m_world.link(browserUser().id, config.id);
    const LinkChecker checker(m_world.traits, m_world.clock, m_world.delays);
    if (config.device)
        return page(200, title, stateOf(stored) + button(address, u"Link"_s));
    const QString callback = address + u"/callback"_s;
    if (stored && checker.check(*stored, provider).isAuthenticated)
        return page(200, title, stateOf(stored) + link(callback, u"Reauthenticate"_s));
    if (request.parameters().contains(u"redirected"_s))
        return page(200, title,
                    u"<p>Failed to validate oauth access token.</p>\n"_s
                        + link(callback, u"Retry"_s));
    return page(200, title,
                u"<meta http-equiv=\"refresh\" content=\"0; url=%1\">\n"_s.arg(callback)
                    + link(callback, u"Go on to the provider"_s));
}

/// What the provider asks on the way is asked here.
HttpResponse CoderPages::callback(const HttpRequest &request, GitProvider &provider)
{
    const ProviderConfig &config = provider.config();
    const QString address = u"/external-auth/"_s + config.id;
    if (request.method != "POST")
        return page(200, u"Let Coder use %1"_s.arg(config.displayName),
                    stateOf(m_world.link(browserUser().id, config.id))
                        + button(address + u"/callback"_s, u"Link"_s));
    approve(request, provider);
    return {.status = 303, // from the provider it is a 307
            .headers = {{"Location"_ba, (address + u"?redirected=true"_s).toLatin1()}}};
}

QString CoderPages::stateOf(const Link *stored) const
{
    const QString user = browserUser().username.toHtmlEscaped();
    const QString state = stored
        ? u"%1 is linked to %2."_s.arg(user, stored->account.login.toHtmlEscaped())
        : u"%1 has no link yet."_s.arg(user);
    return u"<p id=\"state\">%1</p>\n"_s.arg(state);
}

} // namespace simulated

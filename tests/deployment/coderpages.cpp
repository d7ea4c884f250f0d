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
    // The web flow's own address starts the round trip; here the page's button is all of it
    const bool isBrowserLink = segments.first() == "external-auth"_L1
        && (segments.size() == 2 || (segments.size() == 3 && segments.at(2) == "callback"_L1));
    if (isBrowserLink)
        return browserLink(request, segments.at(1));
    return std::nullopt;
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

HttpResponse CoderPages::browserLink(const HttpRequest &request, const QString &providerId)
{
    const GitProvider *provider = m_world.provider(providerId);
    if (!provider)
        return page(404, u"No such provider"_s, {});
    const QString name = provider->config().displayName;
    const QString user = browserUser().username.toHtmlEscaped();
    if (request.method == "POST") {
        ProviderAccount account = provider->knobs().account;
        account.login = request.parameters().value(u"login"_s, account.login);
        m_world.putLink(browserUser().id, providerId, provider->newGrant(account));
    }
    const Link *stored = m_world.link(browserUser().id, providerId);
    const QString state = stored
        ? u"%1 is linked to %2."_s.arg(user, stored->account.login.toHtmlEscaped())
        : u"%1 has no link yet."_s.arg(user);
    return page(
        200, u"%1 and Coder"_s.arg(name),
        u"<p id=\"state\">%1</p>\n"_s.arg(state)
            + button(u"/external-auth/"_s + providerId, stored ? u"Link again"_s : u"Link"_s));
}

} // namespace simulated

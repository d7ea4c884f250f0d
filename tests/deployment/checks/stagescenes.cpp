// SPDX-License-Identifier: MIT
// The scenes of the external-auth endpoints; stage.cpp has those of sessions and of the server.
#include "deployment/checks/stage.h"

#include "deployment/checks/stagesetup.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace simulated {

namespace {

using Knobs = ProviderKnobs;

Knobs::Check checkCalled(const QString &word)
{
    static const QHash<QString, Knobs::Check> checks{
        {u"401"_s, Knobs::Check::Unauthorized},
        {u"403"_s, Knobs::Check::Forbidden},
        {u"403limited"_s, Knobs::Check::ForbiddenLimited},
        {u"429"_s, Knobs::Check::TooMany},
        {u"503"_s, Knobs::Check::Unavailable},
        {u"badjson"_s, Knobs::Check::BadJson}};
    Q_ASSERT(checks.contains(word));
    return checks.value(word);
}

Knobs::DeviceStart startCalled(const QString &word)
{
    using DeviceStart = Knobs::DeviceStart;
    static const QHash<QString, DeviceStart> starts{{u"empty"_s, DeviceStart::Empty},
                                                    {u"error_only"_s, DeviceStart::ErrorOnly},
                                                    {u"description"_s, DeviceStart::Description},
                                                    {u"html"_s, DeviceStart::Html},
                                                    {u"form"_s, DeviceStart::Form},
                                                    {u"429"_s, DeviceStart::TooMany},
                                                    {u"429reset"_s, DeviceStart::TooManyReset}};
    return starts.value(word, DeviceStart::Good);
}

} // namespace

void Stage::detailScene(const QString &rest)
{
    if (rest.startsWith("unlinked"_L1))
        return;
    linkEverything();
    if (!rest.startsWith("gitea"_L1))
        return;
    m_deployment.linkTo(u"gitea"_s, u"grace"_s)->expires = m_deployment.now() - 1s;
    if (rest == "gitea-refreshed"_L1)
        askList(m_deployment, m_token, 1);
}

void Stage::installScene(const QString &rest)
{
    linkEverything();
    Knobs &github = knobs(u"github"_s);
    if (rest == "none"_L1)
        github.installationCount = 0;
    else if (rest == "many"_L1)
        github.installationCount = 30;
    else
        github.installations
            = rest == "404"_L1 ? Knobs::Installations::NotFound : Knobs::Installations::Bad;
}

void Stage::validateScene(const QString &rest)
{
    linkEverything();
    setCheck(checkCalled(rest));
}

void Stage::refreshScene(const QString &rest)
{
    linkEverything();
    m_deployment.linkTo(u"gitea"_s, u"grace"_s)->expires = m_deployment.now() - 1s;
    Knobs &gitea = knobs(u"gitea"_s);
    // It answered errors as GitHub does
    if (rest.startsWith("503"_L1))
        gitea.refresh = Knobs::Refresh::Unavailable;
    else if (rest.startsWith("bad_refresh_token"_L1))
        gitea.refresh = Knobs::Refresh::BadRefreshToken;
    else
        gitea.refresh = Knobs::Refresh::InvalidGrant;
    if (rest.endsWith("-again"_L1))
        askList(m_deployment, m_token, 1);
}

void Stage::listScene(const QString &rest)
{
    linkAsOf(*m_recorded);
    if (rest == "mixed"_L1)
        m_deployment.linkTo(u"gitea"_s, u"grace"_s)->expires = m_deployment.now() - 1s;
    if (rest == "provider-hangs"_L1) {
        linkEverything();
        // azure and gitlab had not been unlinked yet
        knobs(u"slow"_s).check = Knobs::Check::Hang;
    }
}

void Stage::startScene(const QString &rest)
{
    Knobs &provider = knobs(m_recorded->name.startsWith("rfc"_L1) ? u"gitlab"_s : u"github"_s);
    provider.deviceStart = startCalled(rest);
    if (rest == "zero_interval"_L1)
        provider.interval = 0s;
    else if (rest == "short"_L1)
        provider.codeLife = 1s;
}

void Stage::exchangeScene(const QString &rest)
{
    exchangeAt(u"github"_s, rest);
}

void Stage::rfcExchangeScene(const QString &rest)
{
    exchangeAt(u"gitlab"_s, rest);
}

void Stage::exchangeAt(const QString &provider, const QString &rest)
{
    static const QStringList asRecorded{u"unknown-code"_s, u"dead"_s,    u"empty-body"_s,
                                        u"bad-json"_s,     u"no-code"_s, u"null-code"_s,
                                        u"number-code"_s};
    static const QStringList words{u"device_flow_disabled"_s, u"unsupported_grant_type"_s,
                                   u"incorrect_client_credentials"_s};
    if (asRecorded.contains(rest))
        return;
    Knobs &asked = knobs(provider);
    if (rest == "expired"_L1)
        asked.codeLife = 1s;
    asked.enforcesInterval = rest == "slow-down"_L1;
    startDevice(provider);
    DeviceGrant &grant
        = *m_deployment.provider(provider).grantOf(m_deployment.newestUserCode(provider));
    if (rest == "ok"_L1 || rest == "used"_L1)
        grant.state = DeviceGrant::State::Approved;
    else if (rest == "denied"_L1)
        grant.state = DeviceGrant::State::Denied;
    if (rest == "slow-down"_L1 || rest == "used"_L1) {
        const ProviderAnswer before = m_deployment.provider(provider).exchange(m_deviceCode);
        Q_UNUSED(before)
    }
    if (rest == "expired"_L1)
        m_deployment.advance(2s);
    if (words.contains(rest))
        asked.exchangeWord = rest.toLatin1();
    if (rest == "html"_L1)
        asked.exchange = Knobs::Exchange::Html;
    else if (rest == "503"_L1)
        asked.exchange = Knobs::Exchange::Unavailable;
}

void Stage::deleteScene(const QString &rest)
{
    if (rest == "not-linked"_L1 || rest == "again"_L1)
        return;
    linkEverything();
    Knobs &github = knobs(u"github"_s);
    if (rest == "revoke-404"_L1)
        github.revocation = Knobs::Revocation::NotFound;
    else if (rest == "revoke-500"_L1)
        github.revocation = Knobs::Revocation::ServerError;
    else if (rest == "revoke-hangs"_L1)
        github.revocation = Knobs::Revocation::Hang;
}

void Stage::scopeScene(const QString &rest)
{
    const QString scope = rest.section(u'-', 0, 0);
    const QString what = rest.section(u'-', 1);
    const bool isNarrow = scope == "narrow"_L1;
    linkEverything();
    // What is filtered out of a narrow token's list is there all the same
    if (what == "list"_L1 && (!isNarrow || ignoresScopes()))
        linkAsOf(*m_recorded);
    TokenScope granted = TokenScope::All;
    if (scope != "all"_L1)
        granted = isNarrow ? TokenScope::Narrow : TokenScope::ReadOnly;
    m_token = m_deployment.mintApiToken(granted, u"grace"_s);
    if (what == "exchange"_L1) {
        startDevice(u"github"_s);
        m_deployment.approve(m_deployment.newestUserCode(u"github"_s));
    } else if (what == "key-self"_L1) {
        m_request.path = "/api/v2/users/me/keys/" + m_token.section(u'-', 0, 0).toLatin1();
    } else if (what == "delete"_L1 && ignoresScopes() && scope == "read"_L1) {
        m_deployment.unlink(u"leaving"_s, u"grace"_s); // the token before had done it already
    }
}

} // namespace simulated

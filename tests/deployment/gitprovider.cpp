// SPDX-License-Identifier: MIT
#include "deployment/gitprovider.h"

#include "deployment/providersays.h"
#include "deployment/random.h"

#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace simulated {

namespace {

QString plainCode(const QString &typed)
{
    QString plain = typed.toUpper();
    plain.removeIf([](QChar character) { return !character.isLetterOrNumber(); });
    return plain;
}

} // namespace

GitProvider::GitProvider(ProviderConfig config, const WorldClock &clock, Log log)
    : m_config(std::move(config)), m_clock(clock), m_log(std::move(log))
{ }

bool GitProvider::isGitHub() const
{
    return m_config.type == "github"_L1;
}

bool GitProvider::isGitHubStyle() const
{
    return m_config.errorStyle == ProviderConfig::ErrorStyle::GitHub;
}

QUrl GitProvider::at(const QString &path) const
{
    QUrl url = m_config.base;
    url.setPath(url.path() + path);
    return url;
}

QUrl GitProvider::verificationUrl() const
{
    return at(u"/login/device"_s);
}

QUrl GitProvider::deviceCodeUrl() const
{
    QUrl url = at(isGitHub() ? u"/login/device/code"_s : u"/oauth/device/code"_s);
    QUrlQuery query{{u"client_id"_s, m_config.clientId}};
    for (const QString &scope : m_config.scopes)
        query.addQueryItem(u"scope"_s, scope);
    url.setQuery(query);
    return url;
}

QUrl GitProvider::tokenUrl() const
{
    return at(isGitHub() ? u"/login/oauth/access_token"_s : u"/oauth/token"_s);
}

QUrl GitProvider::deviceTokenUrl(const QString &deviceCode) const
{
    QUrl url = tokenUrl();
    url.setQuery(u"client_id=%1&device_code=%2&grant_type="
                 "urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code"_s.arg(
                     m_config.clientId, QString::fromLatin1(QUrl::toPercentEncoding(deviceCode))),
                 QUrl::StrictMode);
    return url;
}

QUrl GitProvider::validateUrl() const
{
    return at(isGitHub() ? u"/user"_s : u"/oauth/userinfo"_s);
}

QUrl GitProvider::installationsUrl() const
{
    return at(u"/user/installations"_s);
}

QUrl GitProvider::revokeUrl() const
{
    return at(isGitHub() ? u"/applications/"_s + m_config.clientId + u"/grant"_s
                         : u"/oauth/revoke"_s);
}

QByteArray GitProvider::revokeMethod() const
{
    return isGitHub() ? "DELETE"_ba : "POST"_ba;
}

ProviderAnswer GitProvider::told(const QByteArray &method, const QUrl &url,
                                 ProviderAnswer answer) const
{
    if (m_knobs.isDead)
        answer = {.delivery = ProviderAnswer::Delivery::Refused};
    const int status = answer.delivery == ProviderAnswer::Delivery::Answered ? answer.status : 0;
    m_log({.provider = m_config.id,
           .method = method,
           .url = url,
           .delivery = answer.delivery,
           .status = status});
    return answer;
}

ProviderAnswer GitProvider::startDevice()
{
    const bool isGood = m_knobs.deviceStart == ProviderKnobs::DeviceStart::Good && !m_knobs.isDead;
    return told("POST", deviceCodeUrl(),
                isGood ? newDeviceCode() : says::failedStart(m_knobs.deviceStart));
}

ProviderAnswer GitProvider::newDeviceCode()
{
    const DeviceGrant grant{
        .deviceCode = randomText(40, "0123456789abcdef"_L1),
        .userCode = randomText(4, userCodeLetters) + u'-' + randomText(4, userCodeLetters),
        .expiresAt = m_clock.now() + m_knobs.codeLife,
        .interval = m_knobs.interval,
        .account = m_knobs.account,
    };
    m_grants.push_back(grant);
    QUrl complete = verificationUrl();
    complete.setQuery(QUrlQuery{{u"user_code"_s, grant.userCode}});
    return says::object({{u"device_code"_s, grant.deviceCode},
                         {u"user_code"_s, grant.userCode},
                         {u"verification_uri"_s, verificationUrl().toString(QUrl::FullyEncoded)},
                         {u"verification_uri_complete"_s, complete.toString(QUrl::FullyEncoded)},
                         {u"expires_in"_s, qint64(m_knobs.codeLife.count())},
                         {u"interval"_s, qint64(m_knobs.interval.count())}});
}

ProviderAnswer GitProvider::exchange(const QString &deviceCode)
{
    const QUrl url = deviceTokenUrl(deviceCode);
    if (m_knobs.isDead)
        return told("POST", url, {});
    const auto grant = std::find_if(m_grants.begin(), m_grants.end(), [&](const DeviceGrant &g) {
        return g.deviceCode == deviceCode;
    });
    return told("POST", url, judgeExchange(grant == m_grants.end() ? nullptr : &*grant));
}

ProviderAnswer GitProvider::judgeExchange(DeviceGrant *grant)
{
    if (m_knobs.exchange != ProviderKnobs::Exchange::Good)
        return says::faultyExchange(m_knobs.exchange);
    QByteArray word = m_knobs.exchangeWord;
    if (word.isEmpty()) {
        if (grant)
            word = pendingWord(*grant);
        else
            word = isGitHubStyle() ? "incorrect_device_code"_ba : "invalid_grant"_ba;
    }
    if (!word.isEmpty())
        return says::oauthError(isGitHubStyle(), word, "The device flow says " + word + '.');
    grant->state = DeviceGrant::State::Used;
    ProviderAnswer answer = says::object(
        {{u"access_token"_s, randomText(40, alphanumerics)}, {u"token_type"_s, u"bearer"_s}});
    answer.grant = newGrant(grant->account);
    return answer;
}

QByteArray GitProvider::pendingWord(DeviceGrant &grant)
{
    const Instant now = m_clock.now();
    if (grant.state == DeviceGrant::State::Used || now >= grant.expiresAt)
        return "expired_token"_ba;
    if (grant.state == DeviceGrant::State::Denied)
        return "access_denied"_ba;
    const bool isEarly
        = m_knobs.enforcesInterval && grant.lastAsked && now - *grant.lastAsked < grant.interval;
    grant.lastAsked = now;
    if (isEarly || m_knobs.slowDowns > 0) {
        m_knobs.slowDowns = std::max(0, m_knobs.slowDowns - 1);
        // RFC 8628 3.5: the interval grows by five seconds for this and every later request
        grant.interval += std::chrono::seconds{5};
        return "slow_down"_ba;
    }
    if (grant.state == DeviceGrant::State::Approved)
        return {};
    return "authorization_pending"_ba;
}

ProviderAnswer GitProvider::check(bool tokenIsRevoked, const ProviderAccount &account)
{
    return told(
        "GET", validateUrl(),
        says::aboutToken(tokenIsRevoked ? ProviderKnobs::Check::Unauthorized : m_knobs.check,
                         account, m_config.base));
}

ProviderAnswer GitProvider::installations(bool tokenIsRevoked)
{
    return told("GET", installationsUrl(),
                tokenIsRevoked ? says::badCredentials()
                               : says::aboutInstallations(m_knobs, m_config.base));
}

ProviderAnswer GitProvider::refresh()
{
    return told("POST", tokenUrl(), says::toRefresh(m_knobs, isGitHubStyle()));
}

ProviderAnswer GitProvider::revoke()
{
    return told(revokeMethod(), revokeUrl(),
                says::toRevocation(m_knobs.revocation, isGitHub() ? 204 : 200));
}

DeviceGrant *GitProvider::grantOf(const QString &userCode)
{
    const QString wanted = plainCode(userCode);
    const auto found
        = std::find_if(m_grants.begin(), m_grants.end(), [&](const DeviceGrant &grant) {
              return plainCode(grant.userCode) == wanted;
          });
    return found == m_grants.end() ? nullptr : &*found;
}

bool GitProvider::isOpen(const DeviceGrant &grant) const
{
    return grant.state == DeviceGrant::State::Pending && m_clock.now() < grant.expiresAt;
}

Grant GitProvider::newGrant(const ProviderAccount &account) const
{
    return {.account = account, .life = m_knobs.tokenLife, .renewable = m_knobs.givesRefreshTokens};
}

} // namespace simulated

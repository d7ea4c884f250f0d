// SPDX-License-Identifier: MIT
#include "deployment/providersays.h"

#include "deployment/random.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace simulated::says {

namespace {

ProviderAnswer silence()
{
    return {.delivery = ProviderAnswer::Delivery::Silent};
}

ProviderAnswer html(int status, const QByteArray &body)
{
    return {.status = status, .contentType = "text/html"_ba, .body = body};
}

ProviderAnswer json(int status, const QByteArray &body)
{
    return {.status = status, .body = body};
}

ProviderAnswer limited(int status, const QByteArray &body)
{
    ProviderAnswer answer = json(status, body);
    answer.saysLimited = true;
    return answer;
}

QString placeIn(const QUrl &base, const QString &path)
{
    return base.toString(QUrl::FullyEncoded) + path;
}

QJsonObject installation(int number, const QString &login, const QUrl &base)
{
    const qint64 id = 51'234'567 + number;
    const int accountId = 7000 + number;
    return {{u"id"_s, id},
            {u"html_url"_s, placeIn(base, u"/settings/installations/%1"_s.arg(id))},
            {u"account"_s,
             QJsonObject{{u"id"_s, accountId},
                         {u"login"_s, login},
                         {u"name"_s, QJsonValue::Null},
                         {u"avatar_url"_s, placeIn(base, u"/avatars/%1.png"_s.arg(accountId))},
                         {u"html_url"_s, placeIn(base, u'/' + login)}}}};
}

} // namespace

ProviderAnswer object(const QJsonObject &object)
{
    return json(200, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

ProviderAnswer oauthError(bool isGitHubStyle, const QByteArray &word, const QByteArray &description)
{
    return json(isGitHubStyle ? 200 : 400,
                R"({"error": ")" + word + R"(", "error_description": ")" + description
                    + R"(", "error_uri": "https://docs.github.com/developers/apps/)"
                      R"(authorizing-oauth-apps#error-codes"})");
}

ProviderAnswer failedStart(ProviderKnobs::DeviceStart kind)
{
    using DeviceStart = ProviderKnobs::DeviceStart;
    switch (kind) {
    case DeviceStart::Empty:
        return json(200, "{}"_ba);
    case DeviceStart::ErrorOnly:
        return json(200, R"({"error": "unauthorized_client"})"_ba);
    case DeviceStart::Description:
        return json(200,
                    R"({"error": "unauthorized_client", "error_description": )"
                    R"("The client is not authorized for the device flow."})"_ba);
    case DeviceStart::Html:
        return html(404, "<html><body>Not Found</body></html>"_ba);
    case DeviceStart::Form:
        return {.contentType = "application/x-www-form-urlencoded"_ba,
                .body = "device_code=a&user_code=b"_ba};
    case DeviceStart::TooMany:
        return html(429, "Too many requests"_ba);
    case DeviceStart::TooManyReset: {
        ProviderAnswer answer = html(429, "Too many requests"_ba);
        answer.limitEnds = std::chrono::seconds{90};
        return answer;
    }
    case DeviceStart::Unavailable:
        return html(503, "<html><body>no server is available</body></html>"_ba);
    case DeviceStart::Hang:
    case DeviceStart::Good:
        break;
    }
    return silence();
}

ProviderAnswer faultyExchange(ProviderKnobs::Exchange kind)
{
    using Exchange = ProviderKnobs::Exchange;
    switch (kind) {
    case Exchange::Html:
        return html(200, "<html><body>Sign in</body></html>"_ba);
    case Exchange::Unavailable:
        return html(503, "<html><body>no server is available</body></html>"_ba);
    case Exchange::TooMany:
        return html(429, "<html><body>too many requests</body></html>"_ba);
    case Exchange::Hang:
    case Exchange::Good:
        break;
    }
    return silence();
}

ProviderAnswer badCredentials()
{
    return json(401, R"({"message": "Bad credentials"})"_ba);
}

ProviderAnswer aboutToken(ProviderKnobs::Check kind, const ProviderAccount &account,
                          const QUrl &base)
{
    using Check = ProviderKnobs::Check;
    switch (kind) {
    case Check::Ok:
        return object({{u"id"_s, account.id},
                       {u"login"_s, account.login},
                       {u"name"_s, account.name},
                       {u"avatar_url"_s, placeIn(base, u"/avatars/%1.png"_s.arg(account.id))},
                       {u"html_url"_s, placeIn(base, u'/' + account.login)}});
    case Check::Unauthorized:
        return badCredentials();
    case Check::Forbidden:
        return json(403, R"({"message": "Forbidden"})"_ba);
    case Check::ForbiddenLimited:
        return limited(403, R"({"message": "API rate limit exceeded"})"_ba);
    case Check::TooMany:
        return limited(429, R"({"message": "slow"})"_ba);
    case Check::Unavailable:
        return html(503,
                    "<html><body><h1>503 Service Unavailable</h1>\nNo server is available "
                    "to handle this request.\n</body></html>"_ba);
    case Check::BadJson:
        return html(200, "<html><body>Sign in</body></html>"_ba);
    case Check::Hang:
        return silence();
    }
    Q_UNREACHABLE();
}

ProviderAnswer aboutInstallations(const ProviderKnobs &knobs, const QUrl &base)
{
    using Installations = ProviderKnobs::Installations;
    switch (knobs.installations) {
    case Installations::Some:
        break;
    case Installations::NotFound:
        return json(404, R"({"message": "Not Found"})"_ba);
    case Installations::Bad:
        return html(200, "<html><body>Sign in</body></html>"_ba);
    case Installations::Hang:
        return silence();
    }
    QJsonArray items;
    for (int i = 0; i < knobs.installationCount; ++i) {
        QString login = u"org-%1"_s.arg(i, 2, 10, QLatin1Char('0'));
        if (i == 0)
            login = u"analytical-engine"_s;
        else if (i == 1)
            login = knobs.account.login;
        items.append(installation(i, login, base));
    }
    return object({{u"total_count"_s, items.size()}, {u"installations"_s, items}});
}

ProviderAnswer toRefresh(const ProviderKnobs &knobs, bool isGitHubStyle)
{
    using Refresh = ProviderKnobs::Refresh;
    constexpr auto whyNot = "The refresh token passed is incorrect or expired.";
    switch (knobs.refresh) {
    case Refresh::Ok: {
        ProviderAnswer renewed = object({{u"access_token"_s, randomText(40, alphanumerics)}});
        renewed.grant = Grant{.account = knobs.account,
                              .life = knobs.tokenLife.value_or(std::chrono::hours{1}),
                              .renewable = true};
        return renewed;
    }
    case Refresh::Unavailable:
        return {.status = 503, .contentType = "text/plain"_ba, .body = "upstream connect error"_ba};
    case Refresh::TooMany:
        return limited(429, R"({"message": "API rate limit exceeded"})"_ba);
    case Refresh::BadRefreshToken:
        return oauthError(isGitHubStyle, "bad_refresh_token", whyNot);
    case Refresh::InvalidGrant:
        return oauthError(isGitHubStyle, "invalid_grant", whyNot);
    case Refresh::Hang:
        return silence();
    }
    Q_UNREACHABLE();
}

ProviderAnswer toRevocation(ProviderKnobs::Revocation kind, int successStatus)
{
    using Revocation = ProviderKnobs::Revocation;
    switch (kind) {
    case Revocation::Ok:
        return json(successStatus, {});
    case Revocation::NotFound:
        return json(404, R"({"message": "Not Found"})"_ba);
    case Revocation::ServerError:
        return json(500, R"({"message": "Server Error"})"_ba);
    case Revocation::Hang:
        return silence();
    }
    Q_UNREACHABLE();
}

} // namespace simulated::says

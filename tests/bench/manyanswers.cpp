// SPDX-License-Identifier: MIT
#include "bench/manyanswers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int installations = 50;
constexpr std::array types{"github"_L1, "gitlab"_L1, "gitea"_L1, "bitbucket-cloud"_L1, "slack"_L1};

static_assert(types.size() == ManyAnswers::gitHubs);

QLatin1StringView typeOf(int provider)
{
    return types.at(static_cast<size_t>(provider) % types.size());
}

QJsonObject providerJson(int account, int provider)
{
    return {{u"id"_s, ManyAnswers::id(provider).toString()},
            {u"type"_s, typeOf(provider)},
            {u"device"_s, provider % 2 == 0},
            {u"display_name"_s, u"Team %1 of office %2"_s.arg(provider).arg(account)},
            {u"display_icon"_s, u"/icon/%1.svg"_s.arg(typeOf(provider))},
            {u"allow_refresh"_s, true},
            {u"allow_validate"_s, true},
            {u"supports_revocation"_s, true},
            {u"code_challenge_methods_supported"_s, QJsonArray{u"S256"_s}}};
}

QJsonObject linkJson(int provider, bool works)
{
    return {
        {u"provider_id"_s, ManyAnswers::id(provider).toString()},
        {u"created_at"_s, u"2026-10-22T12:00:00.123456Z"_s},
        {u"updated_at"_s, u"2026-11-22T11:00:00.123456Z"_s},
        {u"has_refresh_token"_s, provider % 3 == 0},
        {u"expires"_s, provider % 3 == 0 ? u"2026-11-22T19:00:00Z"_s : u"0001-01-01T00:00:00Z"_s},
        {u"authenticated"_s, works},
        {u"validate_error"_s,
         works ? QString() : u"refresh token: oauth2: \"bad_refresh_token\" \"x\""_s}};
}

QJsonObject userJson(int number, const QString &login)
{
    return {{u"id"_s, number},
            {u"login"_s, login},
            {u"name"_s, u"Ada %1"_s.arg(number)},
            {u"avatar_url"_s, u"https://git.example/avatars/%1.png"_s.arg(number)},
            {u"profile_url"_s, u"https://git.example/%1"_s.arg(login)}};
}

} // namespace

QString ManyAnswers::host(int account)
{
    return u"coder-%1.example.com"_s.arg(account);
}

ProviderId ManyAnswers::id(int provider)
{
    return ProviderId(u"git-%1"_s.arg(provider));
}

QByteArray ManyAnswers::listing(int account, int broken) const
{
    QJsonArray providers;
    QJsonArray links;
    for (int provider = 0; provider < m_providers; ++provider) {
        providers.append(providerJson(account, provider));
        const bool works = provider % 20 != 7 && provider != broken && broken != all;
        if (provider % 10 != 9)
            links.append(linkJson(provider, works));
    }
    return QJsonDocument(QJsonObject{{u"providers"_s, providers}, {u"links"_s, links}})
        .toJson(QJsonDocument::Compact);
}

QByteArray ManyAnswers::details(int account, int provider)
{
    QJsonArray places;
    for (int place = 0; place < installations; ++place) {
        places.append(QJsonObject{
            {u"id"_s, 1000 * provider + place},
            {u"account"_s, userJson(place, u"group-%1"_s.arg(place))},
            {u"configure_url"_s, u"https://git.example/settings/installations/%1"_s.arg(place)}});
    }
    const QJsonObject answer{
        {u"authenticated"_s, true},
        {u"device"_s, provider % 2 == 0},
        {u"display_name"_s, u"Team %1 of office %2"_s.arg(provider).arg(account)},
        {u"supports_revocation"_s, true},
        {u"user"_s, userJson(provider, u"ada-%1"_s.arg(provider))},
        {u"app_installable"_s, true},
        {u"installations"_s, places},
        {u"app_install_url"_s, u"https://git.example/apps/coder/installations/new"_s}};
    return QJsonDocument(answer).toJson(QJsonDocument::Compact);
}

// SPDX-License-Identifier: MIT
#include "links/linkrecord.h"

#include "base/jsonfields.h"
#include "session/account.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

template <typename Enum, size_t count>
using Words = std::array<std::pair<Enum, QLatin1StringView>, count>;

constexpr Words<LinkHealth, 12> healthWords{{
    {LinkHealth::NeedsReconnect, "needs-reconnect"_L1},
    {LinkHealth::Expired, "expired"_L1},
    {LinkHealth::ExpiringSoon, "expiring-soon"_L1},
    {LinkHealth::AppNotInstalled, "app-not-installed"_L1},
    {LinkHealth::Valid, "valid"_L1},
    {LinkHealth::RenewsItself, "renews-itself"_L1},
    {LinkHealth::NotVerifiable, "not-verifiable"_L1},
    {LinkHealth::ProviderUnreachable, "provider-unreachable"_L1},
    {LinkHealth::RateLimited, "rate-limited"_L1},
    {LinkHealth::NotLinked, "not-linked"_L1},
    {LinkHealth::Orphan, "orphan"_L1},
    {LinkHealth::Unknown, "unknown"_L1},
}};

constexpr Words<ProviderWord, 7> providerWords{{
    {ProviderWord::None, "none"_L1},
    {ProviderWord::RateLimited, "rate-limited"_L1},
    {ProviderWord::Unreachable, "unreachable"_L1},
    {ProviderWord::TokenExpired, "token-expired"_L1},
    {ProviderWord::Refused, "refused"_L1},
    {ProviderWord::NotValidated, "not-validated"_L1},
    {ProviderWord::Other, "other"_L1},
}};

template <typename Enum, size_t count>
QString wordFor(const Words<Enum, count> &words, Enum value)
{
    const auto found = std::find_if(words.begin(), words.end(),
                                    [value](const auto &word) { return word.first == value; });
    return found == words.end() ? QString() : QString(found->second);
}

template <typename Enum, size_t count>
Enum valueIn(const Words<Enum, count> &words, JsonFields &in, QLatin1StringView key)
{
    const QString text = in.text(key);
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const auto &word) { return word.second == text; });
    if (found != words.end())
        return found->first;
    in.refuse(key);
    return {};
}

QJsonValue jsonOf(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs))
                          : QJsonValue(QJsonValue::Undefined);
}

QJsonValue jsonOf(const Moment &moment)
{
    switch (moment.kind) {
    case Moment::Kind::Unknown:
        break;
    case Moment::Kind::Never:
        return u"0001-01-01T00:00:00Z"_s;
    case Moment::Kind::At:
        return jsonOf(moment.at);
    }
    return QJsonValue::Undefined;
}

/// A refused address is not kept, only that it was refused.
QString textOf(const WebAddress &address)
{
    return address.isRefused() ? u"refused:"_s : address.encoded();
}

QJsonValue jsonOf(std::optional<bool> flag)
{
    return flag ? QJsonValue(*flag) : QJsonValue(QJsonValue::Null);
}

QJsonObject jsonOf(const Provider &provider)
{
    QJsonValue challenges(QJsonValue::Null);
    if (provider.supportsPkce)
        challenges = QJsonArray{*provider.supportsPkce ? u"S256"_s : QString()};
    return {{u"id"_s, provider.id.toString()},
            {u"type"_s, provider.type},
            {u"display_name"_s, provider.displayName.plain()},
            {u"display_icon"_s, provider.displayIcon},
            {u"device"_s, provider.device},
            {u"allow_refresh"_s, provider.allowRefresh},
            {u"allow_validate"_s, provider.allowValidate},
            {u"supports_revocation"_s, jsonOf(provider.supportsRevocation)},
            {u"code_challenge_methods_supported"_s, challenges}};
}

QJsonObject jsonOf(const StoredLink &stored)
{
    return {{u"provider_id"_s, stored.provider.toString()},
            {u"created_at"_s, jsonOf(stored.createdAt)},
            {u"updated_at"_s, jsonOf(stored.updatedAt)},
            {u"expires"_s, jsonOf(stored.expires)},
            {u"has_refresh_token"_s, stored.hasRefreshToken},
            {u"authenticated"_s, stored.authenticated},
            {u"validate_error"_s, stored.validateError.plain()}};
}

QJsonObject jsonOf(const LinkUser &user)
{
    return {{u"id"_s, user.id ? QJsonValue(*user.id) : QJsonValue(QJsonValue::Null)},
            {u"login"_s, user.login.plain()},
            {u"name"_s, user.name.plain()},
            {u"profile_url"_s, textOf(user.profile)}};
}

/// The user is the last known one: `user: null` does not erase it.
QJsonObject jsonOf(const LinkDetails &details, const std::optional<LinkUser> &user)
{
    QJsonArray installations;
    for (const Installation &installation : details.installations) {
        installations.append(QJsonObject{{u"id"_s, installation.id},
                                         {u"account"_s, jsonOf(installation.account)},
                                         {u"configure_url"_s, textOf(installation.configure)}});
    }
    return {{u"authenticated"_s, details.authenticated},
            {u"device"_s, details.device},
            {u"user"_s, user ? QJsonValue(jsonOf(*user)) : QJsonValue(QJsonValue::Null)},
            {u"app_installable"_s, details.appInstallable},
            {u"app_install_url"_s, textOf(details.appInstall)},
            {u"installations"_s, installations}};
}

/// What answers have come to: it is not a server's to say.
QJsonObject verdictOf(const AccountLinks::Entry &entry, LinkRecord::Extent extent)
{
    const GitLink &link = entry.link;
    QJsonObject json{{u"authenticated"_s, jsonOf(link.authenticated)},
                     {u"word"_s, wordFor(providerWords, link.word)},
                     {u"text"_s, link.serverText.plain()},
                     {u"could_not_check"_s, link.couldNotCheck.plain()},
                     {u"said_by_id"_s, link.saidById},
                     {u"false_unconfirmed"_s, link.falseUnconfirmed},
                     {u"health"_s, wordFor(healthWords, link.lastKnown)},
                     {u"health_since"_s, jsonOf(link.healthSince)},
                     {u"health_before"_s, wordFor(healthWords, link.healthBefore)},
                     {u"learnt_at"_s, jsonOf(entry.learntAt)}};
    if (link.stored)
        json.insert(u"list_word"_s, wordFor(providerWords, link.stored->word));
    if (link.details && extent == LinkRecord::Extent::Whole)
        json.insert(u"details"_s, jsonOf(*link.details, link.user));
    return json;
}

/// A time of the past; later ones come from a clock that was wrong.
QDateTime pastIn(JsonFields &in, QLatin1StringView key, const QDateTime &now)
{
    const Moment moment = in.moment(key);
    if (moment.kind == Moment::Kind::At && moment.at > now)
        in.refuse(key);
    return moment.kind == Moment::Kind::At ? moment.at : QDateTime();
}

bool readVerdict(const QJsonObject &json, AccountLinks::Entry &entry, const Account &account,
                 const QDateTime &now)
{
    JsonFields in(json);
    GitLink &link = entry.link;
    link.authenticated = in.maybeFlag("authenticated"_L1);
    link.word = valueIn(providerWords, in, "word"_L1);
    link.serverText = UntrustedText::message(in.text("text"_L1, {}));
    link.couldNotCheck = UntrustedText::message(in.text("could_not_check"_L1, {}));
    link.saidById = in.flag("said_by_id"_L1);
    link.falseUnconfirmed = in.flag("false_unconfirmed"_L1);
    link.lastKnown = valueIn(healthWords, in, "health"_L1);
    link.healthBefore = valueIn(healthWords, in, "health_before"_L1);
    link.healthSince = pastIn(in, "health_since"_L1, now);
    entry.learntAt = pastIn(in, "learnt_at"_L1, now);
    if (link.stored) // of the cleaned text it could be another one
        link.stored->word = valueIn(providerWords, in, "list_word"_L1);
    if (const std::optional<QJsonObject> details = in.object("details"_L1)) {
        const Answer<LinkDetails> decoded = decodeLinkDetails(*details, account.server);
        if (!decoded)
            return false;
        link.details = *decoded;
        link.user = decoded->user;
    }
    return in.misfit().isEmpty();
}

} // namespace

QJsonObject LinkRecord::of(const AccountLinks &known, Extent extent)
{
    QJsonArray providers;
    QJsonArray links;
    QJsonObject verdicts;
    for (const AccountLinks::Entry &entry : known.links) {
        const QString id = entry.link.key.provider.toString();
        if (!isUsableProviderId(id))
            continue; // named by its place in one answer: it could not be found again by that
        if (entry.link.provider)
            providers.append(jsonOf(*entry.link.provider));
        if (entry.link.stored)
            links.append(jsonOf(*entry.link.stored));
        verdicts.insert(id, verdictOf(entry, extent));
    }
    return {{u"listed_at"_s, jsonOf(known.listedAt)},
            {u"providers"_s, providers},
            {u"links"_s, links},
            {u"verdicts"_s, verdicts}};
}

std::optional<AccountLinks> LinkRecord::read(const QJsonValue &json, const Account &account,
                                             const QDateTime &now)
{
    JsonFields in(json.toObject());
    AccountLinks known{.listedAt = pastIn(in, "listed_at"_L1, now)};
    const Answer<Listing> listing = decodeListing(json);
    const QJsonObject verdicts = in.object("verdicts"_L1).value_or(QJsonObject());
    if (!known.listedAt.isValid() || !listing || !in.misfit().isEmpty())
        return std::nullopt;
    QHash<ProviderId, StoredLink> stored;
    for (const StoredLink &link : listing->links)
        stored.insert(link.provider, link);
    const auto take = [&](const ProviderId &id, const std::optional<Provider> &provider) {
        AccountLinks::Entry entry{.link = {.key = {.account = account.id(), .provider = id}}};
        entry.link.provider = provider;
        if (stored.contains(id))
            entry.link.stored = stored.take(id);
        known.links.push_back(std::move(entry));
        return readVerdict(verdicts.value(id.toString()).toObject(), known.links.back(), account,
                           now);
    };
    for (const Provider &provider : listing->providers) {
        if (!take(provider.id, provider))
            return std::nullopt;
    }
    for (const StoredLink &link : listing->links) {
        if (stored.contains(link.provider) && !take(link.provider, std::nullopt)) // an orphan
            return std::nullopt;
    }
    return known;
}

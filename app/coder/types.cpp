// SPDX-License-Identifier: MIT
#include "coder/types.h"

#include "coder/redaction.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds assumedLifetime{900};  // where the server gives none
constexpr std::chrono::seconds longestLifetime{3600}; // whatever the server gives
constexpr std::chrono::seconds assumedInterval{5};    // RFC 8628 3.2
constexpr qsizetype longestDeviceCode = 4096;
constexpr auto verificationKey = "verification_uri"_L1;

ApiError misfitAt(const QString &field)
{
    return {.kind = ApiError::Kind::Unreadable,
            .sent = ApiError::Sent::Yes,
            .layer = ApiError::Layer::Body,
            .field = field};
}

/// With the rule that the page breaks, where it is what misfits.
ApiError misfitIn(const JsonFields &in, const WebAddress &verification)
{
    ApiError error = misfitAt(in.misfit());
    if (error.field == verificationKey)
        error.address = verification.state();
    return error;
}

QString indexed(QLatin1StringView array, qsizetype index)
{
    return u"%1[%2]"_s.arg(array, QString::number(index));
}

template <typename T>
Answer<T> finished(const JsonFields &in, T value)
{
    if (!in.misfit().isEmpty())
        return misfitAt(in.misfit());
    return value;
}

bool matches(const QRegularExpression &pattern, const QString &text)
{
    return pattern.match(text).hasMatch();
}

/// Of text that nobody else holds, and that is overwritten.
Secret takeSecret(QString &text)
{
    QByteArray bytes = text.toLatin1();
    Secret secret(bytes);
    wipe(bytes);
    wipe(text);
    return secret;
}

UntrustedText firstNamed(std::initializer_list<QString> candidates)
{
    for (const QString &candidate : candidates) {
        UntrustedText name = UntrustedText::name(candidate);
        if (!name.isEmpty())
            return name;
    }
    return {};
}

/// The challenge methods; `[""]` is how Coder writes "none".
std::optional<bool> pkceIn(const QJsonObject &json, JsonFields &in)
{
    constexpr auto key = "code_challenge_methods_supported"_L1;
    const QJsonValue value = json.value(key);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    const QJsonArray methods = in.array(key);
    return std::any_of(methods.begin(), methods.end(),
                       [](const QJsonValue &method) { return !method.toString().isEmpty(); });
}

Answer<Provider> decodeProvider(const QJsonValue &json, qsizetype index)
{
    const QString path = indexed("providers"_L1, index);
    if (!json.isObject())
        return misfitAt(path);
    JsonFields in(json.toObject(), path);
    const QString id = in.text("id"_L1);
    const QString type = in.text("type"_L1, {});
    // An id that is not usable gets a name no real id can have: shown, never asked about.
    const bool isUsable = isUsableProviderId(id);
    const ProviderId key(isUsable ? id : u'#' + QString::number(index));
    return finished(in,
                    Provider{.id = key,
                             .hasUsableId = isUsable,
                             .type = type,
                             .displayName = firstNamed({in.text("display_name"_L1, {}), id, type}),
                             .displayIcon = in.text("display_icon"_L1, {}),
                             .device = in.flag("device"_L1, false),
                             .allowRefresh = in.flag("allow_refresh"_L1, false),
                             .allowValidate = in.flag("allow_validate"_L1, false),
                             .supportsRevocation = in.maybeFlag("supports_revocation"_L1),
                             .supportsPkce = pkceIn(json.toObject(), in)});
}

Answer<StoredLink> decodeLink(const QJsonValue &json, qsizetype index)
{
    const QString path = indexed("links"_L1, index);
    if (!json.isObject())
        return misfitAt(path);
    JsonFields in(json.toObject(), path);
    const QString id = in.text("provider_id"_L1);
    const QString validateError = in.text("validate_error"_L1, {});
    const ProviderId key(isUsableProviderId(id) ? id : u"#link-"_s + QString::number(index));
    return finished(in,
                    StoredLink{.provider = key,
                               .createdAt = in.moment("created_at"_L1),
                               .updatedAt = in.moment("updated_at"_L1),
                               .expires = in.moment("expires"_L1),
                               .hasRefreshToken = in.flag("has_refresh_token"_L1, false),
                               .authenticated = in.flag("authenticated"_L1, false),
                               .word = providerWordIn(validateError),
                               .validateError = UntrustedText::message(redacted(validateError))});
}

template <typename T, typename Decoder>
std::optional<ApiError> decodeAll(const QJsonArray &array, Decoder decode, QList<T> &into,
                                  ProviderId T::*id)
{
    QSet<ProviderId> seen;
    for (qsizetype i = 0; i < array.size(); ++i) {
        Answer<T> entry = decode(array.at(i), i);
        if (!entry)
            return entry.error();
        if (seen.contains((*entry).*id))
            continue; // ids are unique on a server; a second one says nothing we could act on
        seen.insert((*entry).*id);
        into.append(*std::move(entry));
    }
    return std::nullopt;
}

LinkUser userIn(const QJsonObject &json, const ServerUrl &server, JsonFields &in)
{
    return {.id = in.maybeInteger("id"_L1),
            .login = in.name("login"_L1),
            .name = in.name("name"_L1),
            .profile = WebAddress::judge(json.value("profile_url"_L1).toString(), server)};
}

Answer<Installation> decodeInstallation(const QJsonValue &json, qsizetype index,
                                        const ServerUrl &server)
{
    const QString path = indexed("installations"_L1, index);
    if (!json.isObject())
        return misfitAt(path);
    JsonFields in(json.toObject(), path);
    const QJsonObject account = in.object("account"_L1).value_or(QJsonObject());
    JsonFields accountIn(account, in.pathOf("account"_L1));
    Installation installation{.id = in.maybeInteger("id"_L1).value_or(0),
                              .account = userIn(account, server, accountIn),
                              .configure
                              = WebAddress::judge(in.text("configure_url"_L1, {}), server)};
    if (!accountIn.misfit().isEmpty())
        return misfitAt(accountIn.misfit());
    return finished(in, installation);
}

std::chrono::seconds intervalIn(JsonFields &in)
{
    const qint64 seconds = in.maybeInteger("interval"_L1).value_or(0);
    return seconds > 0 ? std::chrono::seconds(seconds) : assumedInterval;
}

/// RFC 8628 3.3.1; only one of the same origin is used. Coder drops the field so far.
std::optional<WebAddress> completeIn(const QJsonObject &json, const WebAddress &verification,
                                     const ServerUrl &server)
{
    WebAddress complete
        = WebAddress::judge(json.value("verification_uri_complete"_L1).toString(), server);
    if (!complete.isUsable() || complete.host() != verification.host()
        || complete.url().scheme() != verification.url().scheme())
        return std::nullopt;
    return complete;
}

} // namespace

bool isUsableProviderId(const QString &id)
{
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(u"[A-Za-z0-9_][A-Za-z0-9._-]{0,127}"_s));
    return matches(pattern, id);
}

Answer<Listing> decodeListing(const QJsonValue &json)
{
    if (!json.isObject())
        return misfitAt(u"(answer)"_s);
    const QJsonObject object = json.toObject();
    // null is "none", but an answer without them must not read as "nothing is linked".
    for (const auto key : {"providers"_L1, "links"_L1}) {
        if (!object.contains(key))
            return misfitAt(key);
    }
    JsonFields in(object);
    const QJsonArray providers = in.array("providers"_L1);
    const QJsonArray links = in.array("links"_L1);
    Listing listing;
    if (auto error
        = decodeAll<Provider>(providers, decodeProvider, listing.providers, &Provider::id))
        return *error;
    if (auto error = decodeAll<StoredLink>(links, decodeLink, listing.links, &StoredLink::provider))
        return *error;
    return finished(in, listing);
}

Answer<LinkDetails> decodeLinkDetails(const QJsonValue &json, const ServerUrl &server)
{
    if (!json.isObject())
        return misfitAt(u"(answer)"_s);
    JsonFields in(json.toObject());
    LinkDetails details{.authenticated = in.flag("authenticated"_L1),
                        .device = in.flag("device"_L1, false),
                        .appInstallable = in.flag("app_installable"_L1, false),
                        .appInstall = WebAddress::judge(in.text("app_install_url"_L1, {}), server)};
    if (const std::optional<QJsonObject> user = in.object("user"_L1)) {
        JsonFields userFields(*user, u"user"_s);
        details.user = userIn(*user, server, userFields);
        if (!userFields.misfit().isEmpty())
            return misfitAt(userFields.misfit());
    }
    const QJsonArray installations = in.array("installations"_L1);
    for (qsizetype i = 0; i < installations.size(); ++i) {
        Answer<Installation> installation = decodeInstallation(installations.at(i), i, server);
        if (!installation)
            return installation.error();
        details.installations.append(*std::move(installation));
    }
    return finished(in, details);
}

Answer<DeviceCode> decodeDeviceCode(const QJsonValue &json, const ServerUrl &server)
{
    static const QRegularExpression userCodePattern(
        QRegularExpression::anchoredPattern(u"[A-Za-z0-9-]{4,32}"_s)); // as RFC 8628 6.1 has them
    static const QRegularExpression deviceCodePattern(
        QRegularExpression::anchoredPattern(u"[\\x21-\\x7e]+"_s));
    if (!json.isObject())
        return misfitAt(u"(answer)"_s);
    const QJsonObject object = json.toObject();
    JsonFields in(object);

    QString deviceCode = in.text("device_code"_L1);
    if (deviceCode.size() > longestDeviceCode || !matches(deviceCodePattern, deviceCode))
        in.refuse("device_code"_L1);
    const QString userCode = in.text("user_code"_L1);
    if (!matches(userCodePattern, userCode))
        in.refuse("user_code"_L1);
    const WebAddress verification = WebAddress::judge(in.text(verificationKey), server);
    if (!verification.isUsable())
        in.refuse(verificationKey);
    const std::chrono::seconds expiresIn{in.integer("expires_in"_L1)};
    const bool assumed = expiresIn.count() <= 0;
    const std::chrono::seconds lifetime
        = assumed ? assumedLifetime : std::min(expiresIn, longestLifetime);
    const std::chrono::seconds interval = intervalIn(in);
    // A code that ends before it may be asked about for the first time is of no use; an
    // interval that we assumed does not count against it.
    if (object.value("interval"_L1).toDouble() > static_cast<double>(lifetime.count()))
        in.refuse("interval"_L1);

    Answer<DeviceCode> answer
        = finished(in,
                   DeviceCode{.deviceCode = takeSecret(deviceCode),
                              .userCode = userCode,
                              .verification = verification,
                              .verificationComplete = completeIn(object, verification, server),
                              .lifetime = lifetime,
                              .lifetimeAssumed = assumed,
                              .interval = interval});
    return answer ? answer : misfitIn(in, verification);
}

Answer<User> decodeUser(const QJsonValue &json)
{
    static const QRegularExpression idPattern(
        QRegularExpression::anchoredPattern(u"[A-Za-z0-9-]{1,64}"_s));
    if (!json.isObject())
        return misfitAt(u"(answer)"_s);
    JsonFields in(json.toObject());
    const QString id = in.text("id"_L1);
    if (!matches(idPattern, id))
        in.refuse("id"_L1);
    const UntrustedText username = UntrustedText::name(in.text("username"_L1));
    if (username.isEmpty())
        in.refuse("username"_L1);
    return finished(in, User{.id = id, .username = username, .name = in.name("name"_L1)});
}

Answer<ApiKey> decodeApiKey(const QJsonValue &json)
{
    if (!json.isObject())
        return misfitAt(u"(answer)"_s);
    JsonFields in(json.toObject());
    const qint64 lifetime = std::max<qint64>(in.maybeInteger("lifetime_seconds"_L1).value_or(0), 0);
    return finished(in,
                    ApiKey{.id = in.text("id"_L1),
                           .loginType = in.text("login_type"_L1, {}),
                           .expiresAt = in.moment("expires_at"_L1),
                           .lifetime = std::chrono::seconds(lifetime)});
}

Answer<BuildInfo> decodeBuildInfo(const QJsonValue &json, const ServerUrl &server)
{
    static const QRegularExpression idPattern(
        QRegularExpression::anchoredPattern(u"[A-Za-z0-9-]{0,64}"_s));
    if (!json.isObject())
        return misfitAt(u"(answer)"_s);
    JsonFields in(json.toObject());
    const UntrustedText version = UntrustedText::name(in.text("version"_L1));
    const QString deployment = in.text("deployment_id"_L1, {});
    return finished(
        in,
        BuildInfo{.version = version,
                  .dashboard = WebAddress::judge(in.text("dashboard_url"_L1, {}), server),
                  .workspaceProxy = in.flag("workspace_proxy"_L1, false),
                  .deploymentId = matches(idPattern, deployment) ? deployment : QString()});
}

Answer<UnlinkOutcome> decodeUnlinkOutcome(const QJsonValue &json)
{
    using Revocation = UnlinkOutcome::Revocation;
    if (json.toString() == "OK"_L1) // servers before v2.27
        return UnlinkOutcome{.revocation = Revocation::NotTold};
    if (!json.isObject())
        return misfitAt(u"(answer)"_s);
    JsonFields in(json.toObject());
    const bool revoked = in.flag("token_revoked"_L1);
    const UntrustedText reason
        = UntrustedText::message(redacted(in.text("token_revocation_error"_L1, {})));
    const Revocation unrevoked = reason.isEmpty() ? Revocation::NotTried : Revocation::Failed;
    return finished(
        in,
        UnlinkOutcome{.revocation = revoked ? Revocation::Revoked : unrevoked, .reason = reason});
}

/// What is made of it here does not stay. Qt's own buffers are out of reach: over TLS they leave
/// two copies of an answer behind, whether it is parsed or not (measured with Qt 6.4).
Answer<SessionToken> decodeNewKey(const QJsonValue &json)
{
    if (!json.isObject())
        return misfitAt(u"(answer)"_s);
    JsonFields in(json.toObject());
    QString key = in.text("key"_L1);
    const std::optional<SessionToken> token = SessionToken::fromText(key);
    wipe(key);
    if (!token)
        return misfitAt(u"key"_s);
    return *token;
}

// SPDX-License-Identifier: MIT
#include "coder/coderapi.h"

#include "coder/restclient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

using Verb = RestCall::Verb;

QByteArray encoded(const QString &segment)
{
    return QUrl::toPercentEncoding(segment);
}

QByteArray linkPath(const ProviderId &provider)
{
    return "/external-auth/" + encoded(provider.toString());
}

/// Decodes a good answer, lets a bad one through.
template <typename T, typename Decoder>
RestClient::Handler decoding(Decoder decode, CoderApi::Handler<T> done)
{
    return [decode = std::move(decode), done = std::move(done)](const Answer<QJsonValue> &json) {
        done(json ? decode(*json) : Answer<T>(json.error()));
    };
}

/// No request is made with an id that could change its path; it is told like any
/// other answer, later.
template <typename T>
bool refused(const QString &id, RestClient &rest, QObject &receiver,
             const CoderApi::Handler<T> &done)
{
    if (isUsableProviderId(id))
        return false;
    const auto tell = [done, client = QPointer<RestClient>(&rest)] {
        if (client)
            done(ApiError{.kind = ApiError::Kind::Unreadable,
                          .sent = ApiError::Sent::No,
                          .layer = ApiError::Layer::Name,
                          .field = u"id"_s});
    };
    QMetaObject::invokeMethod(&receiver, tell, Qt::QueuedConnection);
    return true;
}

Answer<Done> nothing(const QJsonValue &)
{
    return Done();
}

} // namespace

void CoderApi::buildInfo(QObject &receiver, Handler<BuildInfo> done)
{
    const auto decode = [server = m_rest.server()](const QJsonValue &json) {
        return decodeBuildInfo(json, server);
    };
    m_rest.send({.path = "/buildinfo", .withToken = false}, receiver,
                decoding<BuildInfo>(decode, std::move(done)));
}

void CoderApi::me(QObject &receiver, Handler<User> done)
{
    m_rest.send({.path = "/users/me"}, receiver, decoding<User>(decodeUser, std::move(done)));
}

void CoderApi::apiKey(const QString &keyId, QObject &receiver, Handler<ApiKey> done)
{
    if (refused(keyId, m_rest, receiver, done))
        return;
    m_rest.send({.path = "/users/me/keys/" + encoded(keyId)}, receiver,
                decoding<ApiKey>(decodeApiKey, std::move(done)));
}

void CoderApi::createKey(QObject &receiver, Handler<SessionToken> done)
{
    m_rest.send({.verb = Verb::Post, .path = "/users/me/keys", .expectedStatus = 201}, receiver,
                decoding<SessionToken>(decodeNewKey, std::move(done)));
}

void CoderApi::deleteKey(const QString &keyId, QObject &receiver, Handler<Done> done)
{
    if (refused(keyId, m_rest, receiver, done))
        return;
    m_rest.send(
        {.verb = Verb::Delete, .path = "/users/me/keys/" + encoded(keyId), .expectedStatus = 204},
        receiver, decoding<Done>(nothing, std::move(done)));
}

void CoderApi::list(QObject &receiver, Handler<Listing> done)
{
    m_rest.send({.path = "/external-auth", .patience = RestCall::Patience::List}, receiver,
                decoding<Listing>(decodeListing, std::move(done)));
}

void CoderApi::details(const ProviderId &provider, QObject &receiver, Handler<LinkDetails> done)
{
    if (refused(provider.toString(), m_rest, receiver, done))
        return;
    const auto decode = [server = m_rest.server()](const QJsonValue &json) {
        return decodeLinkDetails(json, server);
    };
    m_rest.send({.path = linkPath(provider)}, receiver,
                decoding<LinkDetails>(decode, std::move(done)));
}

void CoderApi::unlink(const ProviderId &provider, QObject &receiver, Handler<UnlinkOutcome> done)
{
    if (refused(provider.toString(), m_rest, receiver, done))
        return;
    m_rest.sendNoted(
        {.verb = Verb::Delete, .path = linkPath(provider)}, receiver,
        [done = std::move(done)](const Answer<QJsonValue> &json, const QString &requestId) {
            const Answer<UnlinkOutcome> answer
                = json ? decodeUnlinkOutcome(*json) : Answer<UnlinkOutcome>(json.error());
            if (!answer) {
                done(answer);
                return;
            }
            UnlinkOutcome outcome = *answer;
            outcome.requestId = requestId;
            done(outcome);
        });
}

void CoderApi::requestDeviceCode(const ProviderId &provider, QObject &receiver,
                                 Handler<DeviceCode> done)
{
    if (refused(provider.toString(), m_rest, receiver, done))
        return;
    const auto decode = [server = m_rest.server()](const QJsonValue &json) {
        return decodeDeviceCode(json, server);
    };
    m_rest.send({.path = linkPath(provider) + "/device"}, receiver,
                decoding<DeviceCode>(decode, std::move(done)));
}

void CoderApi::exchangeDeviceCode(const ProviderId &provider, const Secret &deviceCode,
                                  QObject &receiver, Handler<Done> done)
{
    if (refused(provider.toString(), m_rest, receiver, done))
        return;
    // Device codes are visible ASCII (decodeDeviceCode), so JSON needs to escape two letters at
    // most. Room for all of it beforehand: growing would leave copies behind.
    QByteArray body;
    body.reserve(32 + 2 * deviceCode.bytes().size());
    body += R"({"device_code":")";
    for (const char letter : deviceCode.bytes()) {
        if (letter == '"' || letter == '\\')
            body += '\\';
        body += letter;
    }
    body += R"("})";
    m_rest.send({.verb = Verb::Post,
                 .path = linkPath(provider) + "/device",
                 .expectedStatus = 204,
                 .onceOnlyBody = std::move(body), // OneShotBody wipes it
                 .unrepeatable = deviceCode},
                receiver, decoding<Done>(nothing, std::move(done)));
}

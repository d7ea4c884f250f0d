// SPDX-License-Identifier: MIT
#pragma once

#include "coder/types.h"

#include <functional>

class QObject;
class RestClient;

/// What Fairlead asks of a Coder deployment, one typed method per endpoint; the only place that
/// knows paths. A handler runs once, later, on the main thread, unless its receiver has died.
class CoderApi
{
public:
    template <typename T>
    using Handler = std::function<void(Answer<T>)>;

    explicit CoderApi(RestClient &rest) : m_rest(rest) { }

    [[nodiscard]] RestClient &rest() { return m_rest; }

    /// GET /api/v2/buildinfo, without the token.
    void buildInfo(QObject &receiver, Handler<BuildInfo> done);
    /// GET /api/v2/users/me.
    void me(QObject &receiver, Handler<User> done);
    /// GET /api/v2/users/me/keys/{id}.
    void apiKey(const QString &keyId, QObject &receiver, Handler<ApiKey> done);
    /// POST /api/v2/users/me/keys.
    void createKey(QObject &receiver, Handler<SessionToken> done);
    /// DELETE /api/v2/users/me/keys/{id}.
    void deleteKey(const QString &keyId, QObject &receiver, Handler<Done> done);
    /// GET /api/v2/external-auth. Costs one provider request per link and renews what has expired.
    void list(QObject &receiver, Handler<Listing> done);
    /// GET /api/v2/external-auth/{id}. Never renews.
    void details(const ProviderId &provider, QObject &receiver, Handler<LinkDetails> done);
    /// DELETE /api/v2/external-auth/{id}.
    void unlink(const ProviderId &provider, QObject &receiver, Handler<UnlinkOutcome> done);
    /// GET /api/v2/external-auth/{id}/device. Each call asks the provider for a new code.
    void requestDeviceCode(const ProviderId &provider, QObject &receiver, Handler<DeviceCode> done);
    /// POST /api/v2/external-auth/{id}/device, transmitted at most once.
    void exchangeDeviceCode(const ProviderId &provider, const Secret &deviceCode, QObject &receiver,
                            Handler<Done> done);

private:
    RestClient &m_rest;
};

// SPDX-License-Identifier: MIT
#pragma once

#include "coder/apierror.h"
#include "coder/serverurl.h"
#include "coder/sessiontoken.h"

#include <QByteArray>
#include <QJsonValue>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class NetworkManager;
class QNetworkRequest;

/// Time and size limits of a request.
struct RestLimits {
    std::chrono::milliseconds idle{15'000}; ///< no byte for so long
    std::chrono::milliseconds total{30'000};
    std::chrono::milliseconds listTotal{
        60'000}; ///< the list is silent until it has asked everybody
    qint64 mostBytes = 1024 * 1024;
};

/// One request below /api/v2.
struct RestCall {
    enum class Verb { Get, Post, Delete };
    enum class Patience { Usual, List };

    Verb verb = Verb::Get;
    QByteArray path{}; ///< percent-encoded, starts with a slash
    bool withToken = true;
    int expectedStatus = 200; ///< 204 answers have no body
    Patience patience = Patience::Usual;
    std::optional<QByteArray> onceOnlyBody{}; ///< of a Post, which is sent at most once; else {}
    Secret unrepeatable{};                    ///< taken out of whatever the answer says
};

/// Asks one origin with one token, and judges every answer once: redirect; 502 to 504; 429; is this
/// Coder at all; then status, type, parse. The token is attached in one function
/// only.
class RestClient : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(Answer<QJsonValue>)>;
    /// Also hears X-Coder-Request-Id, by which Coder's log knows the request; empty without one.
    using NotedHandler = std::function<void(Answer<QJsonValue>, const QString &requestId)>;

    explicit RestClient(ServerUrl server, const RestLimits &limits = {}, QObject *parent = nullptr);
    ~RestClient() override;

    [[nodiscard]] const ServerUrl &server() const { return m_server; }
    void setToken(std::optional<SessionToken> token) { m_token = std::move(token); }
    /// With the connections that have carried it; what is under way on them comes to its end first.
    void forgetToken();
    [[nodiscard]] const std::optional<SessionToken> &token() const { return m_token; }

    /// \a done runs once, later, unless \a receiver or this object dies first; then the request
    /// ends.
    void send(const RestCall &call, QObject &receiver, Handler done);
    void sendNoted(const RestCall &call, QObject &receiver, NotedHandler done);

signals:
    /// Coder itself said 401 to the token that is still set.
    void tokenRefused(const ApiError &error);
    /// What Coder's clock (UTC) shows, with every answer of Coder's own that says so.
    void serverTimeHeard(const QDateTime &time);
    /// What Coder calls its version, with every answer of its own. Never more than a sign that it
    /// is another than before: abilities are read off answers.
    void versionHeard(const QByteArray &version);

private:
    friend class RestExchange;
    [[nodiscard]] QNetworkRequest requestFor(const RestCall &call) const;
    void attachToken(QNetworkRequest &request) const;
    void giveUpOn(const std::shared_ptr<NetworkManager> &manager);
    std::shared_ptr<NetworkManager> manager();

    ServerUrl m_server;
    RestLimits m_limits;
    std::optional<SessionToken> m_token;
    std::shared_ptr<NetworkManager> m_manager;
};

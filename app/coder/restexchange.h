// SPDX-License-Identifier: MIT
#pragma once

#include "coder/restclient.h"

#include <QNetworkReply>
#include <QPointer>
#include <QSslError>
#include <QTimer>

#include <memory>

class NetworkManager;

/// One request on its way: collects the answer within the limits and judges it once.
class RestExchange : public QObject
{
    Q_OBJECT

public:
    RestExchange(RestClient &client, std::shared_ptr<NetworkManager> manager, const RestCall &call,
                 QObject &receiver, RestClient::NotedHandler done);
    ~RestExchange() override;

private:
    enum class Abort { No, Idle, Total, TooBig };

    void watch(const RestCall &call);
    void abandon();
    void abort(Abort reason);
    void endEarly();
    void take(const QByteArray &slice);
    void readMore();
    void finish();
    void armIdle();

    [[nodiscard]] Answer<QJsonValue> judge() const;
    [[nodiscard]] std::optional<ApiError> judgeTransport() const;
    [[nodiscard]] std::optional<ApiError> judgeOrigin() const;
    [[nodiscard]] ApiError brokenConnection() const;
    [[nodiscard]] ApiError tlsError() const;
    [[nodiscard]] ApiError redirected() const;
    [[nodiscard]] ApiError refused() const;
    [[nodiscard]] UntrustedText told(QString text) const;
    [[nodiscard]] Answer<QJsonValue> judgeSuccess() const;
    [[nodiscard]] ApiError error(ApiError::Kind kind, ApiError::Layer layer) const;
    [[nodiscard]] QString requestId() const;
    [[nodiscard]] ApiError::Sent sent() const;
    [[nodiscard]] int status() const;
    [[nodiscard]] bool isJson() const;
    [[nodiscard]] bool isHtml() const;
    [[nodiscard]] bool isCoders() const;

    QPointer<RestClient> m_client;
    std::shared_ptr<NetworkManager> m_manager;
    QPointer<QObject> m_receiver;
    RestClient::NotedHandler m_done;
    RestLimits m_limits;
    int m_expectedStatus = 200;
    bool m_idleFromFirstByte = false;
    std::optional<SessionToken> m_token; ///< the one it was sent with
    Secret m_unrepeatable;
    std::unique_ptr<QNetworkReply> m_reply;
    QTimer m_idle;
    QTimer m_total;
    QByteArray m_body;
    QList<QSslError> m_tlsErrors;
    int m_transmissions = 0;
    bool m_headersSeen = false;
    Abort m_aborted = Abort::No;
};

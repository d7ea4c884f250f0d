// SPDX-License-Identifier: MIT
#include "coder/restclient.h"

#include "coder/networkmanager.h"
#include "coder/restexchange.h"

#include <QCoreApplication>
#include <QNetworkRequest>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

RestClient::RestClient(ServerUrl server, const RestLimits &limits, QObject *parent)
    : QObject(parent), m_server(std::move(server)), m_limits(limits)
{ }

RestClient::~RestClient() = default;

void RestClient::forgetToken()
{
    m_token.reset();
    m_manager.reset(); // an exchange holds its own
}

void RestClient::send(const RestCall &call, QObject &receiver, Handler done)
{
    sendNoted(
        call, receiver,
        [done = std::move(done)](const Answer<QJsonValue> &json, const QString &) { done(json); });
}

void RestClient::sendNoted(const RestCall &call, QObject &receiver, NotedHandler done)
{
    new RestExchange(*this, manager(), call, receiver, std::move(done)); // deletes itself
}

/// Made when first needed: building one costs time that the first frame should not pay.
std::shared_ptr<NetworkManager> RestClient::manager()
{
    if (!m_manager)
        m_manager = std::make_shared<NetworkManager>(!m_server.isEncrypted());
    return m_manager;
}

/// One connection may be stuck: the next request gets a manager of its own, while those under way
/// on the old one go on until they end.
void RestClient::giveUpOn(const std::shared_ptr<NetworkManager> &manager)
{
    if (m_manager == manager)
        m_manager.reset();
}

QNetworkRequest RestClient::requestFor(const RestCall &call) const
{
    QNetworkRequest request(m_server.resolved("/api/v2" + call.path));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("Accept-Language", "en");
    request.setRawHeader("User-Agent",
                         "Fairlead/" + QCoreApplication::applicationVersion().toLatin1());
    if (m_server.isEncrypted()) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        request.setSslConfiguration(tls);
    }
    if (call.withToken)
        attachToken(request);
    return request;
}

/// The only place where the token meets a request, and only one to its own origin.
void RestClient::attachToken(QNetworkRequest &request) const
{
    if (!m_token || !m_server.isOriginOf(request.url()))
        return;
    request.setRawHeader("Coder-Session-Token", m_token->bytes().toByteArray());
}

// SPDX-License-Identifier: MIT
#include "coder/restexchange.h"

#include "base/logging.h"
#include "coder/networkmanager.h"
#include "coder/oneshotbody.h"
#include "coder/redaction.h"
#include "coder/replyfacts.h"

#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr const char *buildVersion = "X-Coder-Build-Version";
constexpr int sliceBytes = 64 * 1024;
/// What a POST without a body of its own carries: Qt does not tell that an empty one was sent, and
/// then a cut connection would read as "not sent" (measured).
constexpr const char *emptyObject = "{}";

} // namespace

RestExchange::RestExchange(RestClient &client, std::shared_ptr<NetworkManager> manager,
                           const RestCall &call, QObject &receiver, RestClient::NotedHandler done)
    : QObject(&client), m_client(&client), m_manager(std::move(manager)), m_receiver(&receiver),
      m_done(std::move(done)), m_limits(client.m_limits), m_expectedStatus(call.expectedStatus),
      m_idleFromFirstByte(call.patience == RestCall::Patience::List),
      m_token(call.withToken ? client.token() : std::nullopt), m_unrepeatable(call.unrepeatable)
{
    QNetworkRequest request = client.requestFor(call);
    switch (call.verb) {
    case RestCall::Verb::Get:
        m_reply.reset(m_manager->qt().get(request));
        break;
    case RestCall::Verb::Delete:
        m_reply.reset(m_manager->qt().deleteResource(request));
        break;
    case RestCall::Verb::Post: {
        auto *body = new OneShotBody(call.onceOnlyBody.value_or(emptyObject), this);
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
        request.setHeader(QNetworkRequest::ContentLengthHeader, body->bytesAvailable());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        m_reply.reset(m_manager->qt().post(request, body));
        break;
    }
    }
    watch(call);
}

RestExchange::~RestExchange()
{
    m_reply->disconnect(this);
    if (!m_reply->isFinished())
        endEarly();
    // A device code or a new key may have been in it.
    wipe(m_body);
}

void RestExchange::watch(const RestCall &call)
{
    m_reply->setReadBufferSize(sliceBytes);
    connect(m_receiver, &QObject::destroyed, this, &RestExchange::abandon);
    connect(m_reply.get(), &QNetworkReply::requestSent, this, [this] { ++m_transmissions; });
    connect(m_reply.get(), &QNetworkReply::metaDataChanged, this, [this] { m_headersSeen = true; });
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &RestExchange::readMore);
    connect(m_reply.get(), &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    // Queued: an answer never comes before send() has returned.
    connect(m_reply.get(), &QNetworkReply::finished, this, &RestExchange::finish,
            Qt::QueuedConnection);

    m_idle.setSingleShot(true);
    m_total.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, [this] { abort(Abort::Idle); });
    connect(&m_total, &QTimer::timeout, this, [this] { abort(Abort::Total); });
    m_total.start(call.patience == RestCall::Patience::List ? m_limits.listTotal : m_limits.total);
    if (!m_idleFromFirstByte)
        armIdle();
}

void RestExchange::armIdle()
{
    m_idle.start(m_limits.idle);
}

/// The receiver is half gone: nothing may reach it any more.
void RestExchange::abandon()
{
    m_done = nullptr;
    m_reply->disconnect(this);
    if (!m_reply->isFinished())
        endEarly();
    deleteLater();
}

/// Whoever is asked next gets a manager of its own: this one may be wedged, which nobody can
/// tell from here, and an aborted connection is lost anyway.
void RestExchange::endEarly()
{
    m_manager->markStuck();
    if (m_client)
        m_client->giveUpOn(m_manager);
    m_reply->abort();
}

void RestExchange::abort(Abort reason)
{
    if (m_aborted != Abort::No || m_reply->isFinished())
        return;
    m_aborted = reason;
    endEarly(); // finish() comes by the queue
}

void RestExchange::readMore()
{
    if (m_aborted != Abort::No)
        return;
    take(m_reply->readAll());
    if (m_aborted == Abort::No)
        armIdle();
}

void RestExchange::take(const QByteArray &slice)
{
    m_body += slice;
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (std::max<qint64>(m_body.size(), announced) <= m_limits.mostBytes)
        return;
    if (m_reply->isFinished())
        m_aborted = Abort::TooBig;
    else
        abort(Abort::TooBig);
}

void RestExchange::finish()
{
    m_idle.stop();
    m_total.stop();
    if (m_aborted == Abort::No)
        take(m_reply->readAll());
    if (!m_done)
        return;
    const RestClient::NotedHandler done = std::exchange(m_done, nullptr);
    const Answer<QJsonValue> answer = judge();
    const QString requestId = this->requestId();
    disconnect(m_receiver, nullptr, this, nullptr);
    deleteLater();
    const QPointer<RestClient> client = m_client;
    const QPointer<QObject> receiver = m_receiver;
    if (const auto date = dateOf(*m_reply); client && date && isCoders())
        emit client->serverTimeHeard(*date);
    if (client && isCoders())
        emit client->versionHeard(m_reply->rawHeader(buildVersion));
    if (client && !answer) {
        qCDebug(lcRest) << "no answer:" << static_cast<int>(answer.error().kind) << "status"
                        << answer.error().status << "qt" << static_cast<int>(m_reply->error());
        if (answer.error().kind == ApiError::Kind::SignedOut && m_token
            && m_token == client->token())
            emit client->tokenRefused(answer.error()); // may delete all three of us
    }
    if (client && receiver)
        done(answer, requestId);
}

int RestExchange::status() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

ApiError::Sent RestExchange::sent() const
{
    if (status() != 0)
        return ApiError::Sent::Yes;
    return m_transmissions > 0 ? ApiError::Sent::Unknown : ApiError::Sent::No;
}

QString RestExchange::requestId() const
{
    return UntrustedText::name(QString::fromLatin1(m_reply->rawHeader("X-Coder-Request-Id")))
        .plain();
}

ApiError RestExchange::error(ApiError::Kind kind, ApiError::Layer layer) const
{
    return {.kind = kind,
            .sent = sent(),
            .layer = layer,
            .status = status(),
            .requestId = requestId(),
            .retryAfter = retryAfterOf(*m_reply)};
}

bool RestExchange::isJson() const
{
    const QByteArray type = m_reply->rawHeader("Content-Type").toLower();
    return type == "application/json" || type.startsWith("application/json;");
}

bool RestExchange::isHtml() const
{
    return m_reply->rawHeader("Content-Type").toLower().startsWith("text/html");
}

Answer<QJsonValue> RestExchange::judge() const
{
    if (const std::optional<ApiError> problem = judgeTransport())
        return *problem;
    if (const std::optional<ApiError> problem = judgeOrigin())
        return *problem;
    if (status() >= 400)
        return refused();
    return judgeSuccess();
}

std::optional<ApiError> RestExchange::judgeTransport() const
{
    using Kind = ApiError::Kind;
    using Layer = ApiError::Layer;
    switch (m_aborted) {
    case Abort::TooBig:
        return error(Kind::Unreadable, Layer::Body);
    case Abort::Idle:
    case Abort::Total:
        return error(Kind::TimedOut, m_headersSeen ? Layer::Body : Layer::Http);
    case Abort::No:
        break;
    }
    if (!m_tlsErrors.isEmpty() || m_reply->error() == QNetworkReply::SslHandshakeFailedError)
        return tlsError();
    if (status() == 0)
        return brokenConnection();
    return std::nullopt;
}

/// Redirect, a gateway's trouble, a limit, and then: did Coder
/// answer at all?
std::optional<ApiError> RestExchange::judgeOrigin() const
{
    using Kind = ApiError::Kind;
    using Layer = ApiError::Layer;
    if (status() >= 300 && status() < 400)
        return redirected();
    if (status() >= 502 && status() <= 504)
        return error(Kind::ServerFault, Layer::Http);
    if (status() == 429)
        return error(Kind::Throttled, Layer::Http);
    if (status() == 407)
        return error(Kind::NotCoder, Layer::Http); // a proxy's own 407 has no status here
    if (!isCoders())
        return error(Kind::NotCoder, Layer::Http);
    return std::nullopt;
}

bool RestExchange::isCoders() const
{
    return !isHtml() && m_reply->hasRawHeader(buildVersion);
}

ApiError RestExchange::brokenConnection() const
{
    using Kind = ApiError::Kind;
    using Layer = ApiError::Layer;
    switch (m_reply->error()) {
    case QNetworkReply::HostNotFoundError:
        return error(Kind::Offline, Layer::Name);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return error(Kind::Offline, Layer::Proxy);
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::TimeoutError:
        return error(Kind::Offline, Layer::Connect);
    default:
        // Closed, cut off or garbage: something was there, and it may have heard us.
        return error(Kind::Offline, m_transmissions > 0 ? Layer::Http : Layer::Connect);
    }
}

ApiError RestExchange::tlsError() const
{
    ApiError answer = error(ApiError::Kind::Tls, ApiError::Layer::Tls);
    if (!m_tlsErrors.isEmpty())
        answer.certificate = problemOf(m_tlsErrors);
    return answer;
}

ApiError RestExchange::redirected() const
{
    ApiError answer = error(ApiError::Kind::Redirected, ApiError::Layer::Http);
    const QUrl location(QString::fromLatin1(m_reply->rawHeader("Location")), QUrl::StrictMode);
    if (!location.isValid()) // an empty one, too
        return answer;
    const QUrl target = m_reply->url().resolved(location);
    const QString authority = target.authority(QUrl::FullyEncoded).section(u'@', -1);
    answer.redirectHost = UntrustedText::name(authority).plain();
    const bool isWeb = target.scheme() == "https"_L1 || target.scheme() == "http"_L1;
    if (isWeb && !answer.redirectHost.isEmpty())
        answer.redirectOrigin = target.scheme() + u"://"_s + answer.redirectHost;
    return answer;
}

/// A 4xx or 5xx of Coder's own; what it says only counts as JSON of Coder's shape.
ApiError RestExchange::refused() const
{
    using Kind = ApiError::Kind;
    const std::optional<QJsonValue> json = isJson() ? parsedJson(m_body) : std::nullopt;
    const QJsonObject words = json ? json->toObject() : QJsonObject();
    const bool hasShape = words.value("message"_L1).isString();
    const auto kind = [&] {
        if (status() >= 500)
            return Kind::ServerFault;
        if (!hasShape)
            return Kind::Unreadable;
        switch (status()) {
        case 401:
            return Kind::SignedOut;
        case 403:
            return Kind::Forbidden;
        case 404:
            return Kind::NotFound;
        default:
            return Kind::Rejected;
        }
    };
    ApiError answer = error(kind(), ApiError::Layer::Http);
    const QString message = words.value("message"_L1).toString();
    const QString detail = words.value("detail"_L1).toString();
    answer.verdicts = verdictsOf(message, detail);
    answer.message = told(message);
    answer.detail = told(detail);
    return answer;
}

UntrustedText RestExchange::told(QString text) const
{
    if (!m_unrepeatable.isEmpty())
        text.replace(QLatin1StringView(m_unrepeatable.bytes()), u"…"_s);
    return UntrustedText::message(redacted(text));
}

Answer<QJsonValue> RestExchange::judgeSuccess() const
{
    const ApiError unreadable = error(ApiError::Kind::Unreadable, ApiError::Layer::Body);
    if (status() != m_expectedStatus)
        return unreadable;
    if (status() == 204)
        return QJsonValue();
    const QByteArray encoding = m_reply->rawHeader("Content-Encoding").trimmed().toLower();
    if (!encoding.isEmpty() && encoding != "identity")
        return unreadable;
    if (m_reply->error() != QNetworkReply::NoError)
        return error(ApiError::Kind::Offline, ApiError::Layer::Body); // cut off on the way
    if (!isJson())
        return unreadable;
    const std::optional<QJsonValue> json = parsedJson(m_body);
    if (!json)
        return unreadable;
    return *json;
}

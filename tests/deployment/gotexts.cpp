// SPDX-License-Identifier: MIT
#include "deployment/gotexts.h"

#include "deployment/httpmessage.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace simulated::gotexts {

namespace {

constexpr qsizetype mostOfJsonBody = 1024;
constexpr qsizetype mostOfOtherBody = 2048;

QString call(const QByteArray &method, const QUrl &url)
{
    const QString verb = QString::fromLatin1(method.left(1) + method.mid(1).toLower());
    return u"%1 \"%2\": "_s.arg(verb, url.toString(QUrl::FullyEncoded));
}

QJsonObject objectIn(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object();
}

} // namespace

QString refusedConnection(const QByteArray &method, const QUrl &url)
{
    const int port = url.port(url.scheme() == "https"_L1 ? 443 : 80);
    return call(method, url)
        + u"dial tcp %1:%2: connect: connection refused"_s.arg(url.host()).arg(port);
}

QString deadlineExceeded(const QByteArray &method, const QUrl &url)
{
    return call(method, url) + u"context deadline exceeded"_s;
}

QString jsonFault(const QByteArray &body)
{
    const QByteArray trimmed = body.trimmed();
    if (trimmed.isEmpty())
        return u"EOF"_s;
    QJsonParseError error;
    QJsonDocument::fromJson(trimmed, &error);
    if (error.error == QJsonParseError::NoError)
        return {};
    const QString invalid = u"invalid character '%1' looking for beginning of %2"_s;
    if (trimmed.at(0) != '{' && trimmed.at(0) != '[')
        return invalid.arg(QLatin1Char(trimmed.at(0))).arg("value"_L1);
    const QByteArray inner = trimmed.mid(1).trimmed();
    if (trimmed.at(0) == '{' && !inner.isEmpty() && inner.at(0) != '"')
        return invalid.arg(QLatin1Char(inner.at(0))).arg("object key string"_L1);
    return u"unexpected EOF"_s;
}

QString statusAndBody(const ProviderAnswer &answer)
{
    return u"status %1: body: %2"_s.arg(answer.status).arg(QString::fromUtf8(answer.body));
}

QString unexpectedAnswer(const QUrl &url, const ProviderAnswer &answer)
{
    const QString start = u"POST %1: unexpected status code %2: "_s.arg(
        url.toString(QUrl::FullyEncoded), QString::number(answer.status));
    const QString helper
        = answer.status == 401 ? u": Try logging in using 'coder login'."_s : QString();
    if (!answer.contentType.startsWith("application/json")) {
        return start
            + u"unexpected non-JSON response \"%1\""_s.arg(QString::fromLatin1(answer.contentType))
            + helper + u"\n\tError: "_s + QString::fromUtf8(answer.body.left(mostOfOtherBody));
    }
    const QString message = objectIn(answer.body).value("message"_L1).toString();
    if (!message.isEmpty())
        return start + message + helper;
    return start + u"unexpected status code %1, response has no message"_s.arg(answer.status)
        + helper + u"\n\tError: "_s + QString::fromUtf8(answer.body.left(mostOfJsonBody));
}

QString oauth2Failure(const ProviderAnswer &answer)
{
    const QString word = oauthWord(answer.body);
    if (word.isEmpty()) {
        return u"oauth2: cannot fetch token: %1 %2\nResponse: %3"_s.arg(
            QString::number(answer.status), QString::fromLatin1(reasonPhrase(answer.status)),
            QString::fromUtf8(answer.body));
    }
    const QString description = objectIn(answer.body).value("error_description"_L1).toString();
    if (description.isEmpty())
        return u"oauth2: \"%1\""_s.arg(word);
    return u"oauth2: \"%1\" \"%2\""_s.arg(word, description);
}

QString oauthWord(const QByteArray &body)
{
    return objectIn(body).value("error"_L1).toString();
}

} // namespace simulated::gotexts

// SPDX-License-Identifier: MIT
#include "deployment/httpmessage.h"

#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace simulated {

namespace {

constexpr qsizetype mostUnchunked = 2048;

void addItems(QHash<QString, QString> &items, const QByteArray &encoded)
{
    QByteArray form = encoded;
    form.replace('+', "%20");
    const QUrlQuery query(QString::fromLatin1(form));
    const auto pairs = query.queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : pairs)
        items.insert(key, value);
}

} // namespace

QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name)
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool hasHeader(const HttpHeaders &headers, QByteArrayView name)
{
    return std::any_of(headers.cbegin(), headers.cend(), [name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QHash<QString, QString> HttpRequest::parameters() const
{
    QHash<QString, QString> items;
    addItems(items, query);
    if (header("Content-Type").startsWith("application/x-www-form-urlencoded"))
        addItems(items, body);
    return items;
}

QStringList HttpRequest::segments() const
{
    QStringList parts;
    for (const QByteArray &part : path.split('/')) {
        if (!part.isEmpty())
            parts.append(QString::fromUtf8(QByteArray::fromPercentEncoding(part)));
    }
    return parts;
}

QByteArray HttpRequest::cookie(QByteArrayView name) const
{
    for (const QByteArray &pair : header("Cookie").split(';')) {
        const QByteArray trimmed = pair.trimmed();
        const qsizetype equals = trimmed.indexOf('=');
        if (equals > 0 && QByteArrayView(trimmed).first(equals) == name)
            return trimmed.mid(equals + 1);
    }
    return {};
}

QByteArray HttpResponse::toBytes() const
{
    QByteArray bytes
        = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status) + "\r\n";
    for (const auto &[key, value] : headers)
        bytes += key + ": " + value + "\r\n";
    if (status == 204 || status == 304)
        return bytes + "\r\n";
    if (body.size() <= mostUnchunked)
        return bytes + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    bytes += "Transfer-Encoding: chunked\r\n\r\n";
    return bytes + QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n0\r\n\r\n";
}

QByteArray reasonPhrase(int status)
{
    static const QHash<int, QByteArray> phrases{
        {200, "OK"_ba},
        {201, "Created"_ba},
        {204, "No Content"_ba},
        {301, "Moved Permanently"_ba},
        {302, "Found"_ba},
        {303, "See Other"_ba},
        {307, "Temporary Redirect"_ba},
        {308, "Permanent Redirect"_ba},
        {400, "Bad Request"_ba},
        {401, "Unauthorized"_ba},
        {403, "Forbidden"_ba},
        {404, "Not Found"_ba},
        {405, "Method Not Allowed"_ba},
        {407, "Proxy Authentication Required"_ba},
        {429, "Too Many Requests"_ba},
        {500, "Internal Server Error"_ba},
        {502, "Bad Gateway"_ba},
        {503, "Service Unavailable"_ba},
        {504, "Gateway Timeout"_ba},
    };
    return phrases.value(status, "Status"_ba);
}

} // namespace simulated

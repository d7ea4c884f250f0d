// SPDX-License-Identifier: MIT
#include "deployment/checks/rawclient.h"

#include <QSignalSpy>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace simulated {

namespace {

/// Undoes the chunks; null where they are broken or unfinished.
QByteArray unchunked(QByteArrayView chunks)
{
    QByteArray body("");
    while (true) {
        const qsizetype lineEnd = chunks.indexOf("\r\n");
        if (lineEnd < 0)
            return {};
        const qsizetype size = chunks.first(lineEnd).toByteArray().toLongLong(nullptr, 16);
        if (size == 0)
            return body;
        if (chunks.size() < lineEnd + 2 + size + 2)
            return {};
        body += chunks.sliced(lineEnd + 2, size).toByteArray();
        chunks = chunks.sliced(lineEnd + 2 + size + 2);
    }
}

} // namespace

RawClient::RawClient(const QUrl &server, QObject *parent) : QObject(parent)
{
    connect(&m_socket, &QTcpSocket::readyRead, this, [this] { m_bytes += m_socket.readAll(); });
    connect(&m_socket, &QTcpSocket::disconnected, this, &RawClient::closed);
    m_socket.connectToHost(server.host(), quint16(server.port()));
}

void RawClient::send(const HttpRequest &request)
{
    QByteArray target = request.path;
    if (!request.query.isEmpty())
        target += '?' + request.query;
    QByteArray bytes = request.method + ' ' + target + " HTTP/1.1\r\nHost: deployment\r\n";
    for (const auto &[key, value] : request.headers)
        bytes += key + ": " + value + "\r\n";
    if (!request.body.isEmpty())
        bytes += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    bytes += "Connection: close\r\n\r\n" + request.body;
    if (isOpen())
        m_socket.write(bytes);
    else
        connect(&m_socket, &QTcpSocket::connected, this, [this, bytes] { m_socket.write(bytes); });
}

bool RawClient::isOpen() const
{
    return m_socket.state() == QAbstractSocket::ConnectedState;
}

bool RawClient::wasRefused() const
{
    return m_socket.error() == QAbstractSocket::ConnectionRefusedError;
}

HttpResponse RawClient::answer() const
{
    HttpResponse response{.status = 0};
    const qsizetype headEnd = m_bytes.indexOf("\r\n\r\n");
    if (headEnd < 0 || !m_bytes.startsWith("HTTP/1.1 "))
        return response;
    const QList<QByteArray> lines = m_bytes.first(headEnd).split('\n');
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        response.headers.append({line.first(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    const QByteArray rest = m_bytes.mid(headEnd + 4);
    const bool isChunked = hasHeader(response.headers, "Transfer-Encoding");
    response.body = isChunked ? unchunked(rest) : rest;
    const bool isWhole = isChunked
        ? !response.body.isNull()
        : rest.size() == headerValue(response.headers, "Content-Length").toLongLong();
    if (isWhole)
        response.status = lines.first().split(' ').at(1).toInt();
    return response;
}

HttpResponse RawClient::ask(const QUrl &server, const HttpRequest &request)
{
    RawClient client(server);
    client.send(request);
    QSignalSpy changed(&client.m_socket, &QAbstractSocket::stateChanged);
    while (client.m_socket.state() != QAbstractSocket::UnconnectedState) {
        if (!changed.wait())
            return {.status = 0};
    }
    return client.answer();
}

} // namespace simulated

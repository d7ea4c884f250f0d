// SPDX-License-Identifier: MIT
#include "deployment/httpconnection.h"

#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace simulated {

namespace {
constexpr qsizetype mostHeadBytes = 256 * 1024;
}

HttpConnection::HttpConnection(QTcpSocket *socket, QObject *parent)
    : QObject(parent), m_socket(socket)
{
    m_socket->setParent(this);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    // What was encrypted has not left yet
    if (auto *tls = qobject_cast<QSslSocket *>(m_socket))
        connect(tls, &QSslSocket::encryptedBytesWritten, this, &HttpConnection::written);
    else
        connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::written);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::closed);
    // The first request may have come with the end of the handshake
    if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &HttpConnection::read, Qt::QueuedConnection);
}

void HttpConnection::send(const HttpResponse &response)
{
    HttpResponse complete = response;
    if (m_closesAfter)
        complete.headers.append({"Connection"_ba, "close"_ba});
    write(complete.toBytes());
    finish();
}

void HttpConnection::write(const QByteArray &bytes)
{
    m_socket->write(bytes);
}

void HttpConnection::finish()
{
    m_isAnswering = false;
    if (m_closesAfter)
        close();
    else if (!m_buffer.isEmpty())
        QMetaObject::invokeMethod(this, &HttpConnection::parse, Qt::QueuedConnection);
}

void HttpConnection::close()
{
    m_socket->disconnectFromHost();
}

void HttpConnection::reset()
{
    m_socket->abort();
}

void HttpConnection::read()
{
    m_buffer += m_socket->readAll();
    parse();
}

void HttpConnection::parse()
{
    if (m_isAnswering)
        return;
    const qsizetype headEnd = m_buffer.indexOf("\r\n\r\n");
    if (headEnd < 0) {
        if (m_buffer.size() > mostHeadBytes)
            reset();
        return;
    }
    if (!takeHead(QByteArrayView(m_buffer).first(headEnd))) {
        reset();
        return;
    }
    const qsizetype bodyStart = headEnd + 4;
    const qsizetype bodySize = m_request.header("Content-Length").toLongLong();
    if (m_buffer.size() < bodyStart + bodySize)
        return;
    m_request.body = m_buffer.mid(bodyStart, bodySize);
    m_buffer.remove(0, bodyStart + bodySize);
    m_closesAfter = m_request.header("Connection").compare("close", Qt::CaseInsensitive) == 0;
    m_isAnswering = true;
    const HttpRequest request = std::exchange(m_request, {});
    emit requestArrived(request);
}

bool HttpConnection::takeHead(QByteArrayView head)
{
    m_request = {};
    const QList<QByteArray> lines = head.toByteArray().split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    if (words.size() != 3 || !words.at(2).startsWith("HTTP/1."))
        return false;
    m_request.method = words.at(0);
    const QByteArray &target = words.at(1);
    const qsizetype mark = target.indexOf('?');
    m_request.path = mark < 0 ? target : target.first(mark);
    m_request.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            return false;
        m_request.headers.append({line.first(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    return true;
}

} // namespace simulated

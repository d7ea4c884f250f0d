// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/httpmessage.h"

#include <QObject>
#include <QPointer>

class QTcpSocket;

namespace simulated {

/// One client's connection: requests are read from it one after the other, each is answered before
/// the next is looked at. It can also be told to misbehave.
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    /// Takes ownership of \a socket.
    explicit HttpConnection(QTcpSocket *socket, QObject *parent = nullptr);

    void send(const HttpResponse &response);
    /// Bytes that need not be HTTP; the connection stays as it is until finish(), close() or
    /// reset().
    void write(const QByteArray &bytes);
    /// The answer is complete: the next request may be read, if the client did not ask to close.
    void finish();
    /// Sends what is left, then closes.
    void close();
    /// Drops the connection at once.
    void reset();

signals:
    void requestArrived(const simulated::HttpRequest &request);
    /// Something of what was written has left.
    void written();
    void closed();

private:
    void read();
    void parse();
    [[nodiscard]] bool takeHead(QByteArrayView head);

    QTcpSocket *m_socket = nullptr;
    QByteArray m_buffer;
    HttpRequest m_request;
    bool m_isAnswering = false;
    bool m_closesAfter = false;
};

/// Where the answer to one request goes; going nowhere once the client has left.
class HttpReply
{
public:
    explicit HttpReply(HttpConnection *connection) : m_connection(connection) { }

    [[nodiscard]] HttpConnection *connection() const { return m_connection; }
    void send(const HttpResponse &response) const
    {
        if (m_connection)
            m_connection->send(response);
    }

private:
    QPointer<HttpConnection> m_connection;
};

} // namespace simulated

// SPDX-License-Identifier: MIT
#include "deployment/httpserver.h"

#include <QTcpSocket>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace simulated {

HttpServer::HttpServer(Handler handler, QObject *parent)
    : QObject(parent), m_handler(std::move(handler))
{
    connect(&m_server, &QTcpServer::newConnection, this, &HttpServer::accept);
}

HttpServer::~HttpServer()
{
    close();
}

bool HttpServer::listen(quint16 port)
{
    if (!m_server.listen(QHostAddress::LocalHost, port == 0 ? m_port : port))
        return false;
    m_port = m_server.serverPort();
    return true;
}

void HttpServer::close()
{
    m_server.close();
    const auto connections = findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly);
    for (HttpConnection *connection : connections)
        connection->reset();
}

QUrl HttpServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

void HttpServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        auto *connection = new HttpConnection(socket, this);
        connect(connection, &HttpConnection::closed, connection, &QObject::deleteLater);
        connect(connection, &HttpConnection::requestArrived, this,
                [this, connection](const HttpRequest &request) {
                    m_handler(request, HttpReply(connection));
                });
    }
}

} // namespace simulated

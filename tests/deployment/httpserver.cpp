// SPDX-License-Identifier: MIT
#include "deployment/httpserver.h"

#include <QSslServer>
#include <QTcpSocket>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace simulated {

HttpServer::HttpServer(Handler handler, QObject *parent)
    : QObject(parent), m_handler(std::move(handler))
{
    use(std::make_unique<QTcpServer>());
}

HttpServer::~HttpServer()
{
    close();
}

void HttpServer::setTls(const QSslConfiguration &tls)
{
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    use(std::move(server));
    m_isTls = true;
}

void HttpServer::use(std::unique_ptr<QTcpServer> server)
{
    m_server = std::move(server);
    // Not newConnection: over TLS that comes before the handshake
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &HttpServer::accept);
}

bool HttpServer::listen(quint16 port)
{
    if (!m_server->listen(QHostAddress::LocalHost, port == 0 ? m_port : port))
        return false;
    m_port = m_server->serverPort();
    return true;
}

qsizetype HttpServer::openConnections() const
{
    return findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly).size();
}

void HttpServer::close()
{
    m_server->close();
    const auto connections = findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly);
    for (HttpConnection *connection : connections)
        connection->reset();
}

QUrl HttpServer::url() const
{
    return QUrl(u"%1://127.0.0.1:%2"_s.arg(m_isTls ? "https"_L1 : "http"_L1).arg(m_port));
}

void HttpServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        auto *connection = new HttpConnection(socket, this);
        connect(connection, &HttpConnection::closed, connection, &QObject::deleteLater);
        connect(connection, &HttpConnection::requestArrived, this,
                [this, connection](const HttpRequest &request) {
                    m_handler(request, HttpReply(connection));
                });
    }
}

} // namespace simulated

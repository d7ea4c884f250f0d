// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/httpconnection.h"

#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>

#include <functional>
#include <memory>

class QUrl;

namespace simulated {

/// A small HTTP/1.1 server on loopback, in the clear or over TLS, that leaves every decision, good
/// or bad, to its handler.
class HttpServer : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(const HttpRequest &request, const HttpReply &reply)>;

    explicit HttpServer(Handler handler, QObject *parent = nullptr);
    ~HttpServer() override;

    /// From the next listen() on it speaks TLS.
    void setTls(const QSslConfiguration &tls);
    /// \a port 0 lets the system choose; the same port is used again after close().
    [[nodiscard]] bool listen(quint16 port = 0);
    [[nodiscard]] bool isListening() const { return m_server->isListening(); }
    /// Refuses new connections and drops those there are.
    void close();
    [[nodiscard]] qsizetype openConnections() const;
    /// http(s)://127.0.0.1:PORT, without a slash at the end.
    [[nodiscard]] QUrl url() const;

private:
    void use(std::unique_ptr<QTcpServer> server);
    void accept();

    std::unique_ptr<QTcpServer> m_server;
    bool m_isTls = false;
    Handler m_handler;
    quint16 m_port = 0;
};

} // namespace simulated

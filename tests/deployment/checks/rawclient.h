// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/httpmessage.h"

#include <QObject>
#include <QTcpSocket>

class QUrl;

namespace simulated {

/// A client that sends exactly what it is told and shows exactly what comes back; none of the
/// cleverness of a network library is between a test and the deployment.
class RawClient : public QObject
{
    Q_OBJECT

public:
    explicit RawClient(const QUrl &server, QObject *parent = nullptr);

    void send(const HttpRequest &request);
    /// Everything that has come so far.
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] bool wasRefused() const;
    /// The answer of a server that closes after it; status 0 where the bytes are not a whole one.
    [[nodiscard]] HttpResponse answer() const;

    /// Sends, and waits for the server to close.
    [[nodiscard]] static HttpResponse ask(const QUrl &server, const HttpRequest &request);

signals:
    void closed();

private:
    QTcpSocket m_socket;
    QByteArray m_bytes;
};

} // namespace simulated

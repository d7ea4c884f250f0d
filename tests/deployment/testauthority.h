// SPDX-License-Identifier: MIT
#pragma once

#include <QSslConfiguration>
#include <QTemporaryDir>

namespace simulated {

/// A certificate authority of one run and what it vouches for: a server on loopback. The openssl
/// command line makes them; keys never outlive make() on disk, and the folder goes with this
/// object.
class TestAuthority
{
public:
    /// False, with openssl's words as a warning, where they could not be made.
    [[nodiscard]] bool make();

    /// Nothing but this authority's certificate, found by its hash as OpenSSL looks for it: what
    /// stands in for /etc/ssl/certs where it is to be trusted.
    [[nodiscard]] QString trustFolder() const { return m_folder.filePath(QStringLiteral("trust")); }
    [[nodiscard]] QString certificateFile() const
    {
        return trustFolder() + QStringLiteral("/ca.pem");
    }
    /// For servers at 127.0.0.1 and localhost.
    [[nodiscard]] const QSslConfiguration &serverConfiguration() const { return m_server; }

private:
    QTemporaryDir m_folder;
    QSslConfiguration m_server;
};

} // namespace simulated

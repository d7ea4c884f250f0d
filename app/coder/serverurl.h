// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <QString>
#include <QUrl>

/// The origin of a Coder deployment: scheme, host and port, nothing else.
class ServerUrl
{
public:
    enum class Refusal {
        Empty,
        Malformed,   ///< strict parsing refuses it, or it holds control characters
        NotWeb,      ///< neither http nor https
        HasUserInfo, ///< never echoed
        NoHost,
        BadPort,
    };

    ServerUrl() = default; ///< null; only to be assigned to
    /// Whatever a person pastes: a missing scheme is https; path, query and fragment are dropped.
    static Result<ServerUrl, Refusal> fromUserInput(const QString &typed);

    [[nodiscard]] bool isNull() const { return m_origin.isEmpty(); }
    /// `https://host[:port]`, host in ASCII; the default port is left out.
    [[nodiscard]] QString origin() const;
    /// The ASCII host, with the port where it is not the default one: what people read.
    [[nodiscard]] QString display() const;
    [[nodiscard]] QString host() const;
    [[nodiscard]] int port() const;
    [[nodiscard]] bool isEncrypted() const;
    /// localhost, 127.0.0.0/8 or [::1].
    [[nodiscard]] bool isLoopback() const;
    /// Plain http beyond loopback: nothing may be sent before the person has agreed.
    [[nodiscard]] bool needsConsent() const { return !isEncrypted() && !isLoopback(); }
    /// The host holds an xn-- label: show the ASCII form with a note.
    [[nodiscard]] bool isInternationalised() const;
    /// The same place by https, on the default port where the port was the default one.
    [[nodiscard]] ServerUrl encrypted() const;

    /// \a encodedPath starts with a slash and is percent-encoded already.
    [[nodiscard]] QUrl resolved(const QByteArray &encodedPath) const;
    [[nodiscard]] bool isOriginOf(const QUrl &url) const;

    friend bool operator==(const ServerUrl &, const ServerUrl &) = default;

private:
    explicit ServerUrl(QUrl origin) : m_origin(std::move(origin)) { }
    QUrl m_origin;
};

/// Whether \a host is this very machine by name or number.
bool isLoopbackHost(const QString &host);

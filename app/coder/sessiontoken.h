// SPDX-License-Identifier: MIT
#pragma once

#include "base/secret.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <optional>

/// A Coder session token: 10 alphanumerics (the key's id), a hyphen, 22 more (coderd/apikey),
/// though anything fromText() lets through is taken. It cannot be printed.
class SessionToken
{
public:
    /// Trims ASCII space, then accepts `[A-Za-z0-9._~+/=-]{1,512}` or nothing.
    static std::optional<SessionToken> fromText(QStringView text);
    static std::optional<SessionToken> fromBytes(QByteArrayView bytes);

    [[nodiscard]] QByteArrayView bytes() const { return m_secret.bytes(); }
    /// The id of the key, which is no secret: what `users/me/keys/{id}` asks for. Empty where the
    /// token is not of Coder's usual shape.
    [[nodiscard]] QString keyId() const;

    friend bool operator==(const SessionToken &, const SessionToken &) = default;
    friend QDebug operator<<(QDebug debug, const SessionToken &) { return debug << "<token>"; }

private:
    explicit SessionToken(Secret secret) : m_secret(std::move(secret)) { }
    Secret m_secret;
};

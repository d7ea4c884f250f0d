// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <utility>

namespace simulated {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// The value of the first header called \a name, whatever its case; null where there is none.
[[nodiscard]] QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name);
[[nodiscard]] bool hasHeader(const HttpHeaders &headers, QByteArrayView name);

/// One request as it came over the wire.
struct HttpRequest {
    QByteArray method{};
    QByteArray path{}; ///< percent-encoded, without the query
    QByteArray query{};
    HttpHeaders headers{};
    QByteArray body{};

    [[nodiscard]] QByteArray header(QByteArrayView name) const
    {
        return headerValue(headers, name);
    }
    /// The query's items and, above them, those of a form in the body.
    [[nodiscard]] QHash<QString, QString> parameters() const;
    /// The path's parts, decoded, without empty ones.
    [[nodiscard]] QStringList segments() const;
    [[nodiscard]] QByteArray cookie(QByteArrayView name) const;
};

/// One answer before it goes over the wire.
struct HttpResponse {
    int status = 200;
    HttpHeaders headers{};
    QByteArray body{};

    /// The whole message; bodies above Go's 2 KiB are sent in chunks, as Go does.
    [[nodiscard]] QByteArray toBytes() const;
};

[[nodiscard]] QByteArray reasonPhrase(int status);

} // namespace simulated

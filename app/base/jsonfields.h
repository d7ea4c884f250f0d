// SPDX-License-Identifier: MIT
#pragma once

#include "base/untrustedtext.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QLatin1StringView>
#include <QString>

#include <optional>

/// A time that may be "never": Go's zero time, and years nobody means.
struct Moment {
    enum class Kind {
        Unknown, ///< absent or not a time
        Never,
        At,
    };
    Kind kind = Kind::Unknown;
    QDateTime at{}; ///< UTC, valid only for At

    friend bool operator==(const Moment &, const Moment &) = default;
};

/// RFC 3339 with 0 to 9 fractional digits; no offset counts as UTC.
Moment momentFrom(const QJsonValue &value);

/// Reads one JSON object and remembers the first field that is not what it must be. Required fields
/// that are missing or of another type are misfits; optional ones give their default when absent or
/// null, and are misfits when they are of another type. What is unknown is ignored.
class JsonFields
{
public:
    explicit JsonFields(QJsonObject object, QString path = {});

    QString text(QLatin1StringView key); ///< required string
    QString text(QLatin1StringView key, const QString &absent);
    UntrustedText name(QLatin1StringView key); ///< optional, cleaned
    bool flag(QLatin1StringView key);          ///< required
    bool flag(QLatin1StringView key, bool absent);
    std::optional<bool> maybeFlag(QLatin1StringView key);
    std::optional<qint64> maybeInteger(QLatin1StringView key); ///< out of range or fractional: none
    qint64 integer(QLatin1StringView key);                     ///< required
    Moment moment(QLatin1StringView key);    ///< optional; not a time gives Unknown
    QJsonArray array(QLatin1StringView key); ///< optional; null is empty
    std::optional<QJsonObject> object(QLatin1StringView key); ///< optional

    /// Says that \a key holds something that cannot be true.
    void refuse(QLatin1StringView key);
    /// The first misfit, as a path such as `links[2].provider_id`; empty where all fits.
    [[nodiscard]] const QString &misfit() const { return m_misfit; }
    [[nodiscard]] QString pathOf(QLatin1StringView key) const;

private:
    QJsonValue at(QLatin1StringView key) const { return m_object.value(key); }

    QJsonObject m_object;
    QString m_path;
    QString m_misfit;
};

// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace simulated {

/// A JSON value written as Go's encoder writes it: compact, members in order, `<`, `>` and `&`
/// escaped.
class GoJson
{
public:
    [[nodiscard]] static GoJson null();
    [[nodiscard]] static GoJson text(const QString &value);
    [[nodiscard]] static GoJson flag(bool value);
    [[nodiscard]] static GoJson number(qint64 value);
    [[nodiscard]] static GoJson array(const QList<GoJson> &values);
    [[nodiscard]] static GoJson texts(const QStringList &values);

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    friend class GoObject;
    explicit GoJson(QByteArray bytes) : m_bytes(std::move(bytes)) { }

    QByteArray m_bytes;
};

/// Builds a JSON object member by member, in the order of the Go struct it stands for.
class GoObject
{
public:
    GoObject &text(QByteArrayView key, const QString &value)
    {
        return add(key, GoJson::text(value));
    }
    GoObject &flag(QByteArrayView key, bool value) { return add(key, GoJson::flag(value)); }
    GoObject &number(QByteArrayView key, qint64 value) { return add(key, GoJson::number(value)); }
    GoObject &add(QByteArrayView key, const GoJson &value);
    /// Go's `omitempty`.
    GoObject &textUnlessEmpty(QByteArrayView key, const QString &value);

    [[nodiscard]] GoJson json() const;

private:
    QByteArray m_members;
};

} // namespace simulated

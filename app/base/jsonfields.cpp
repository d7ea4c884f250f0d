// SPDX-License-Identifier: MIT
#include "base/jsonfields.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <limits>

using namespace Qt::StringLiterals;

namespace {

/// Years outside are not meant: Go's zero time is year 1, and 9999 stands for "no end".
constexpr int earliestYear = 2000;
constexpr int latestYear = 2200;

bool isNothing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    // toInteger() answers its default for fractions, text and what a qint64 cannot hold, so two
    // different defaults tell a real number from "none".
    const qint64 low = value.toInteger(std::numeric_limits<qint64>::min());
    const qint64 high = value.toInteger(std::numeric_limits<qint64>::max());
    if (low != high)
        return std::nullopt;
    return low;
}

} // namespace

Moment momentFrom(const QJsonValue &value)
{
    // Qt takes a bare date and a comma, too.
    static const QRegularExpression shape(QRegularExpression::anchoredPattern(
        uR"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?)"_s));
    const QString text = value.toString();
    if (!shape.match(text).hasMatch())
        return {};
    QDateTime at = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!at.isValid())
        return {};
    if (at.timeSpec() == Qt::LocalTime)
        at.setTimeSpec(Qt::UTC);
    at = at.toUTC();
    if (at.date().year() < earliestYear || at.date().year() > latestYear)
        return {.kind = Moment::Kind::Never};
    return {.kind = Moment::Kind::At, .at = at};
}

JsonFields::JsonFields(QJsonObject object, QString path)
    : m_object(std::move(object)), m_path(std::move(path))
{ }

QString JsonFields::pathOf(QLatin1StringView key) const
{
    return m_path.isEmpty() ? QString(key) : m_path + u'.' + key;
}

void JsonFields::refuse(QLatin1StringView key)
{
    if (m_misfit.isEmpty())
        m_misfit = pathOf(key);
}

QString JsonFields::text(QLatin1StringView key)
{
    const QJsonValue value = at(key);
    if (!value.isString())
        refuse(key);
    return value.toString();
}

QString JsonFields::text(QLatin1StringView key, const QString &absent)
{
    return isNothing(at(key)) ? absent : text(key);
}

UntrustedText JsonFields::name(QLatin1StringView key)
{
    return UntrustedText::name(text(key, {}));
}

bool JsonFields::flag(QLatin1StringView key)
{
    const QJsonValue value = at(key);
    if (!value.isBool())
        refuse(key);
    return value.toBool();
}

bool JsonFields::flag(QLatin1StringView key, bool absent)
{
    return isNothing(at(key)) ? absent : flag(key);
}

std::optional<bool> JsonFields::maybeFlag(QLatin1StringView key)
{
    if (isNothing(at(key)))
        return std::nullopt;
    return flag(key);
}

std::optional<qint64> JsonFields::maybeInteger(QLatin1StringView key)
{
    return wholeNumber(at(key));
}

qint64 JsonFields::integer(QLatin1StringView key)
{
    const std::optional<qint64> number = wholeNumber(at(key));
    if (!number)
        refuse(key);
    return number.value_or(0);
}

Moment JsonFields::moment(QLatin1StringView key)
{
    return momentFrom(at(key));
}

QJsonArray JsonFields::array(QLatin1StringView key)
{
    const QJsonValue value = at(key);
    if (!isNothing(value) && !value.isArray())
        refuse(key);
    return value.toArray();
}

std::optional<QJsonObject> JsonFields::object(QLatin1StringView key)
{
    const QJsonValue value = at(key);
    if (isNothing(value))
        return std::nullopt;
    if (!value.isObject())
        refuse(key);
    return value.toObject();
}

// SPDX-License-Identifier: MIT
#include "deployment/checks/answercomparison.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace simulated {

namespace {

/// Values that belong to one server, user, moment or token. Of a text only its emptiness is
/// compared, of a number whether it is zero.
bool isOfTheMoment(const QString &path)
{
    static const QSet<QString> leaves{
        u"external_url"_s, u"version"_s,    u"deployment_id"_s, u"webpush_public_key"_s,
        u"key"_s,          u"user_id"_s,    u"created_at"_s,    u"updated_at"_s,
        u"last_seen_at"_s, u"last_used"_s,  u"expires_at"_s,    u"device_code"_s,
        u"user_code"_s,    u"expires_in"_s, u"token_name"_s,    u"lifetime_seconds"_s,
        u"profile_url"_s,
    };
    // The id of a user or a key; those of providers and installations are configured and compared
    return path == "/id"_L1 || path.startsWith("/organization_ids/"_L1)
        || leaves.contains(path.section(u'/', -1));
}

bool isTime(const QString &path)
{
    return path.endsWith("_at"_L1) || path.endsWith("/last_used"_L1)
        || path.endsWith("/expires"_L1);
}

QString withoutCodes(QString text)
{
    static const QRegularExpression deviceCode(u"device_code=[^&\"]*"_s);
    return text.replace(deviceCode, u"device_code=*"_s);
}

class BodyComparison
{
public:
    void compare(const QString &path, const QJsonValue &recorded, const QJsonValue &given)
    {
        if (recorded.type() != given.type())
            note(path, u"another type"_s);
        else if (recorded.isObject())
            compareObjects(path, recorded.toObject(), given.toObject());
        else if (recorded.isArray())
            compareArrays(path, recorded.toArray(), given.toArray());
        else
            compareValues(path, recorded, given);
    }
    [[nodiscard]] const QStringList &found() const { return m_found; }

private:
    void note(const QString &path, const QString &what) { m_found.append(path + u": "_s + what); }

    void compareObjects(const QString &path, const QJsonObject &recorded, const QJsonObject &given)
    {
        if (recorded.keys() != given.keys()) {
            note(path,
                 u"keys %1 but recorded %2"_s.arg(given.keys().join(u','),
                                                  recorded.keys().join(u',')));
            return;
        }
        for (const QString &key : recorded.keys())
            compare(path + u'/' + key, recorded.value(key), given.value(key));
    }

    void compareArrays(const QString &path, const QJsonArray &recorded, const QJsonArray &given)
    {
        if (recorded.size() != given.size()) {
            note(path, u"%1 items but recorded %2"_s.arg(given.size()).arg(recorded.size()));
            return;
        }
        // Links come in no order that Coder promises
        const bool isLinks = path == "/links"_L1;
        for (qsizetype i = 0; i < recorded.size(); ++i) {
            const QString provider = recorded.at(i)["provider_id"_L1].toString();
            const QJsonValue other = isLinks ? linkTo(provider, given) : given.at(i);
            compare(path + u'/' + (isLinks ? provider : QString::number(i)), recorded.at(i), other);
        }
    }

    static QJsonValue linkTo(const QString &provider, const QJsonArray &links)
    {
        for (const QJsonValue &link : links) {
            if (link["provider_id"_L1] == provider)
                return link;
        }
        return {};
    }

    void compareValues(const QString &path, const QJsonValue &recorded, const QJsonValue &given)
    {
        if (isTime(path)) {
            compareTimes(path, recorded.toString(), given.toString());
        } else if (isOfTheMoment(path)) {
            const bool isSame = recorded.isString()
                ? recorded.toString().isEmpty() == given.toString().isEmpty()
                : (recorded.toInteger() == 0) == (given.toInteger() == 0);
            if (!isSame)
                note(path, u"one is nothing, the other is not"_s);
        } else if (recorded.isString()) {
            if (withoutCodes(recorded.toString()) != withoutCodes(given.toString()))
                note(path,
                     u"\"%1\" but recorded \"%2\""_s.arg(given.toString(), recorded.toString()));
        } else if (recorded != given) {
            note(path, u"another value"_s);
        }
    }

    void compareTimes(const QString &path, const QString &recorded, const QString &given)
    {
        static const QRegularExpression form(
            uR"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{0,5}[1-9])?Z$)"_s);
        const auto never = "0001-01-01T00:00:00Z"_L1;
        if (!form.match(recorded).hasMatch() || !form.match(given).hasMatch())
            note(path, u"not a time as Coder writes it: "_s + given);
        if ((recorded == never) != (given == never))
            note(path, u"one is never, the other is not"_s);
    }

    QStringList m_found;
};

QByteArray mediaType(const HttpResponse &response)
{
    return headerValue(response.headers, "Content-Type");
}

QStringList headerDifferences(const HttpResponse &recorded, const HttpResponse &given)
{
    QStringList found;
    for (const QByteArray &name :
         {"X-Coder-Build-Version"_ba, "X-Coder-Request-Id"_ba, "X-Content-Type-Options"_ba,
          "Set-Cookie"_ba, "X-RateLimit-Limit"_ba, "X-RateLimit-Remaining"_ba}) {
        if (hasHeader(recorded.headers, name) != hasHeader(given.headers, name))
            found.append(u"header %1 is in one of them only"_s.arg(QString::fromLatin1(name)));
    }
    for (const QByteArray &name :
         {"WWW-Authenticate"_ba, "Retry-After"_ba, "Location"_ba, "Content-Type"_ba}) {
        const QByteArray ours = headerValue(given.headers, name);
        const QByteArray theirs = headerValue(recorded.headers, name);
        if (ours != theirs) {
            found.append(u"header %1: \"%2\" but recorded \"%3\""_s.arg(
                QString::fromLatin1(name), QString::fromLatin1(ours), QString::fromLatin1(theirs)));
        }
    }
    return found;
}

} // namespace

QStringList differences(const RecordedAnswer &recorded, const HttpResponse &given)
{
    if (recorded.response.status != given.status)
        return {u"status %1 but recorded %2: %3"_s.arg(QString::number(given.status),
                                                       QString::number(recorded.response.status),
                                                       QString::fromUtf8(given.body.left(300)))};
    QStringList found;
    if (recorded.hasHeaders)
        found = headerDifferences(recorded.response, given);
    if (mediaType(given).startsWith("application/json") && given.status != 204) {
        // A document of a bare string needs a shell
        const auto parsed = [](const QByteArray &body) {
            return QJsonDocument::fromJson('[' + body.trimmed() + ']').array().at(0);
        };
        BodyComparison bodies;
        bodies.compare(QString(), parsed(recorded.response.body), parsed(given.body));
        found += bodies.found();
        if (!given.body.endsWith('\n'))
            found.append(u"the body's last byte is not a new line"_s);
    } else if (mediaType(given).startsWith("text/plain")
               && recorded.response.body.trimmed() != given.body.trimmed()) {
        found.append(u"another text"_s);
    }
    return found;
}

} // namespace simulated

// SPDX-License-Identifier: MIT
#include "deployment/checks/recording.h"

#include "places.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace simulated {

namespace {

HttpHeaders headersIn(const QJsonObject &object)
{
    HttpHeaders headers;
    for (auto each = object.constBegin(); each != object.constEnd(); ++each)
        headers.append({each.key().toLatin1(), each.value().toString().toLatin1()});
    return headers;
}

QByteArray bodyIn(const QJsonValue &value)
{
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    return value.toString().toUtf8();
}

RecordedAnswer answerIn(const QJsonObject &object)
{
    const QJsonObject request = object.value("request"_L1).toObject();
    const QString target = request.value("path"_L1).toString();
    const QJsonObject headers = object.value("headers"_L1).toObject();
    // Where no answer came, whether a token was sent was not noted down; it was
    const bool hasAnswer = object.contains("status"_L1);
    return {.name = object.value("name"_L1).toString(),
            .request = {.method = request.value("method"_L1).toString().toLatin1(),
                        .path = target.section(u'?', 0, 0).toLatin1(),
                        .query = target.section(u'?', 1).toLatin1(),
                        .headers = headersIn(request.value("headers"_L1).toObject()),
                        .body = bodyIn(request.value("body"_L1))},
            .withToken = request.value("token"_L1).toBool() || !hasAnswer,
            .response = {.status = object.value("status"_L1).toInt(),
                         .headers = headersIn(headers),
                         .body = object.value("body"_L1).toString().toUtf8()},
            .hasHeaders = headers.size() > 1};
}

} // namespace

QList<RecordedAnswer> recordedAnswers(const QString &generation)
{
    QFile file(QStringLiteral(FAIRLEAD_TEST_DATA "/recordings/") + generation + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<RecordedAnswer> answers;
    const QJsonArray items
        = QJsonDocument::fromJson(file.readAll()).object()["answers"_L1].toArray();
    for (const QJsonValue &item : items)
        answers.append(answerIn(item.toObject()));
    return answers;
}

} // namespace simulated

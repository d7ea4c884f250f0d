// SPDX-License-Identifier: MIT
#include "support/recordings.h"

#include "places.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

/// Recorded as text, or as the object that was sent.
QByteArray bodyOf(const QJsonValue &body)
{
    return body.isObject() ? QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact)
                           : body.toString().toUtf8();
}

/// The recorded providers spoke plain http on loopback under names that stood for the public ones.
QByteArray withRealSchemes(QString body)
{
    static const QRegularExpression plain(u"http://([a-z.-]+\\.example)"_s);
    return body.replace(plain, u"https://\\1"_s).toUtf8();
}

RecordedAnswer answerFrom(const QString &generation, const QJsonObject &json)
{
    const QJsonObject request = json.value("request"_L1).toObject();
    RecordedAnswer answer{.generation = generation,
                          .name = json.value("name"_L1).toString(),
                          .method = request.value("method"_L1).toString().toLatin1(),
                          .path = request.value("path"_L1).toString().toLatin1(),
                          .requestBody = bodyOf(request.value("body"_L1)),
                          .status = json.value("status"_L1).toInt(),
                          .body = withRealSchemes(json.value("body"_L1).toString())};
    const QJsonObject headers = json.value("headers"_L1).toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header)
        answer.headers.append({header.key().toLatin1(), header.value().toString().toLatin1()});
    if (answer.name.startsWith("default-"_L1)) { // noted without its headers (recordings README 17)
        answer.headers = {{"x-coder-build-version", "v0.0.0-devel"},
                          {"content-type", "application/json; charset=utf-8"}};
    }
    return answer;
}

QList<RecordedAnswer> readAnswers(const QString &generation)
{
    QFile file(u"" FAIRLEAD_TEST_DATA "/recordings/"_s + generation + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<RecordedAnswer> answers;
    const QJsonArray all
        = QJsonDocument::fromJson(file.readAll()).object().value("answers"_L1).toArray();
    for (const QJsonValue &answer : all)
        answers.append(answerFrom(generation, answer.toObject()));
    return answers;
}

} // namespace

QByteArray RecordedAnswer::http() const
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Recorded\r\n";
    for (const auto &[key, value] : headers) {
        if (key != "content-length" && key != "transfer-encoding")
            bytes += key + ": " + value + "\r\n";
    }
    if (status != 204)
        bytes += "content-length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

const QStringList &recordedGenerations()
{
    static const QStringList all{u"gen24"_s, u"gen25"_s, u"gen26a"_s, u"gen26b"_s};
    return all;
}

QList<RecordedAnswer> recordedAnswers(const QString &generation)
{
    static QHash<QString, QList<RecordedAnswer>> read;
    if (!read.contains(generation))
        read.insert(generation, readAnswers(generation));
    return read.value(generation);
}

RecordedAnswer recordedAnswer(const QString &generation, const QString &name)
{
    for (const RecordedAnswer &answer : recordedAnswers(generation)) {
        if (answer.name == name)
            return answer;
    }
    return {.generation = generation, .name = name};
}

// SPDX-License-Identifier: MIT
#include "support/replay.h"

#include "places.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QByteArray withEncryptedHosts(QString body)
{
    static const QRegularExpression host(uR"(http://([a-z0-9.-]+\.example))"_s);
    return body.replace(host, u"https://\\1"_s).toUtf8();
}

simulated::HttpHeaders headersIn(const QJsonObject &json)
{
    simulated::HttpHeaders headers;
    for (auto header = json.begin(); header != json.end(); ++header) {
        // The server that replays decides itself how it frames a body.
        if (header.key() != "transfer-encoding"_L1 && header.key() != "content-length"_L1)
            headers.append({header.key().toLatin1(), header.value().toString().toLatin1()});
    }
    return headers;
}

QDateTime newestTimeIn(const QByteArray &body)
{
    QDateTime newest;
    const QJsonArray links = QJsonDocument::fromJson(body).object().value("links"_L1).toArray();
    for (const QJsonValue &link : links) {
        const Moment updated = momentFrom(link["updated_at"_L1]);
        if (updated.kind == Moment::Kind::At && (!newest.isValid() || updated.at > newest))
            newest = updated.at;
    }
    return newest;
}

/// No answer was recorded with its date. Going by the newest time in each list, every answer came
/// before the next list with a newer one.
void dateAll(QList<RecordedAnswer> &answers)
{
    QDateTime newest;
    QList<QDateTime> newestByThen;
    for (RecordedAnswer &answer : answers) {
        if (answer.saidAt.isValid() && (!newest.isValid() || answer.saidAt > newest))
            newest = answer.saidAt;
        newestByThen.append(newest);
    }
    QDateTime next = newest.addSecs(60);
    for (qsizetype i = answers.size() - 1; i >= 0; --i) {
        if (i + 1 < answers.size() && newestByThen.at(i + 1) != newestByThen.at(i))
            next = newestByThen.at(i + 1);
        answers[i].saidAt = next.addMSecs(-1);
    }
}

} // namespace

ProviderId RecordedAnswer::provider() const
{
    return ProviderId(QString::fromLatin1(path.split('/').value(4)));
}

QList<RecordedAnswer> recordedAnswers(const QString &generation)
{
    QFile file(QStringLiteral(FAIRLEAD_TEST_DATA) + u"/recordings/%1.json"_s.arg(generation));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The recordings are not in tests/data");
    const QJsonArray entries
        = QJsonDocument::fromJson(file.readAll()).object().value("answers"_L1).toArray();
    QList<RecordedAnswer> answers;
    for (const QJsonValue &entry : entries) {
        const QByteArray body = withEncryptedHosts(entry["body"_L1].toString());
        answers.append({.name = entry["name"_L1].toString(),
                        .path = entry["request"_L1]["path"_L1].toString().toLatin1(),
                        .status = entry["status"_L1].toInt(),
                        .headers = headersIn(entry["headers"_L1].toObject()),
                        .body = body,
                        .saidAt = newestTimeIn(body)});
    }
    dateAll(answers);
    return answers;
}

RecordedAnswer recordedAnswer(const QString &generation, const QString &name)
{
    const QList<RecordedAnswer> all = recordedAnswers(generation);
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const RecordedAnswer &answer) { return answer.name == name; });
    if (found == all.end())
        qFatal("There is no recorded answer of that name");
    return *found;
}

Replay::Replay()
    : m_server([this](const simulated::HttpRequest &, const simulated::HttpReply &reply) {
          reply.send(
              {.status = m_current.status, .headers = m_current.headers, .body = m_current.body});
      })
{
    if (!m_server.listen())
        qFatal("No port to listen on");
    const auto url = ServerUrl::fromUserInput(m_server.url().toString());
    m_rest = std::make_unique<RestClient>(*url);
    m_api = std::make_unique<CoderApi>(*m_rest);
}

template <typename T>
Answer<T> Replay::waitFor(std::optional<Answer<T>> &answer) const
{
    if (!QTest::qWaitFor([&] { return answer.has_value(); }))
        qFatal("%s", qPrintable(u"No answer: "_s + m_current.name));
    return *answer;
}

Answer<Listing> Replay::list(const RecordedAnswer &recorded)
{
    m_current = recorded;
    std::optional<Answer<Listing>> answer;
    m_api->list(m_receiver, [&](const Answer<Listing> &got) { answer = got; });
    return waitFor(answer);
}

Answer<LinkDetails> Replay::details(const RecordedAnswer &recorded)
{
    m_current = recorded;
    std::optional<Answer<LinkDetails>> answer;
    m_api->details(recorded.provider(), m_receiver,
                   [&](const Answer<LinkDetails> &got) { answer = got; });
    return waitFor(answer);
}

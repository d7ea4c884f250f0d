// SPDX-License-Identifier: MIT
#pragma once

#include "coder/coderapi.h"
#include "coder/restclient.h"
#include "deployment/httpserver.h"

#include <QList>

#include <memory>

/// One answer of a real server, from tests/data/recordings.
struct RecordedAnswer {
    QString name{};
    QByteArray path{};
    int status = 0; ///< 0: the server never answered
    simulated::HttpHeaders headers{};
    QByteArray body{};
    QDateTime saidAt{}; ///< about: just before the next newer time that a list tells

    /// The provider of a question by id.
    [[nodiscard]] ProviderId provider() const;
};

/// In recorded order. The hosts that stood for loopback speak https here (recordings/README, 17).
[[nodiscard]] QList<RecordedAnswer> recordedAnswers(const QString &generation);
[[nodiscard]] RecordedAnswer recordedAnswer(const QString &generation, const QString &name);

/// Puts recorded answers through our own client, by way of a server that says exactly what was
/// recorded.
class Replay
{
public:
    Replay();

    [[nodiscard]] Answer<Listing> list(const RecordedAnswer &recorded);
    [[nodiscard]] Answer<LinkDetails> details(const RecordedAnswer &recorded);

private:
    template <typename T>
    [[nodiscard]] Answer<T> waitFor(std::optional<Answer<T>> &answer) const;

    RecordedAnswer m_current{};
    simulated::HttpServer m_server;
    std::unique_ptr<RestClient> m_rest;
    std::unique_ptr<CoderApi> m_api;
    QObject m_receiver;
};

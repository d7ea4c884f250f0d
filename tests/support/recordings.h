// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

/// One answer of a real Coder server, from tests/data/recordings.
struct RecordedAnswer {
    QString generation{};
    QString name{};
    QByteArray method{};
    QByteArray path{}; ///< from /api on
    QByteArray requestBody{};
    int status = 0; ///< 0: the client gave up
    QList<QPair<QByteArray, QByteArray>> headers{};
    QByteArray body{}; ///< the `.example` hosts speak https in it (recordings README 17)

    /// As bytes on the wire, with the length of this body.
    [[nodiscard]] QByteArray http() const;
};

/// gen24, gen25, gen26a, gen26b.
const QStringList &recordedGenerations();
/// In recorded order; empty where the file cannot be read.
QList<RecordedAnswer> recordedAnswers(const QString &generation);
/// One by name; status 0 where there is none.
RecordedAnswer recordedAnswer(const QString &generation, const QString &name);

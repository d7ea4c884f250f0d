// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/httpmessage.h"

#include <QList>
#include <QString>

namespace simulated {

/// One answer of a real server, from tests/data/recordings.
struct RecordedAnswer {
    QString name{};
    HttpRequest request{};
    bool withToken = false;
    HttpResponse response{}; ///< status 0: none came
    bool hasHeaders = true;  ///< some were noted down without
};

/// All answers of a generation, in the order in which they were given; empty where there is no such
/// file.
[[nodiscard]] QList<RecordedAnswer> recordedAnswers(const QString &generation);

} // namespace simulated

// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/checks/recording.h"

#include <QStringList>

namespace simulated {

/// Holds an answer against a recorded one: status, media type, the headers that matter, the body's
/// keys and types, and every value but those that differ from one server to the next (ids, codes,
/// times, versions). Each line of the result is one difference.
[[nodiscard]] QStringList differences(const RecordedAnswer &recorded, const HttpResponse &given);

} // namespace simulated

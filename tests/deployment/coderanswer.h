// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/gojson.h"
#include "deployment/httpmessage.h"
#include "deployment/linkchecker.h"

namespace simulated {

/// An answer of Coder and how long it takes over it.
struct CoderAnswer {
    HttpResponse response{};
    Wait wait{};
};

/// The forms an answer of Coder's API can have (coderd/httpapi).
[[nodiscard]] CoderAnswer jsonAnswer(int status, const GoJson &body);
[[nodiscard]] CoderAnswer errorAnswer(int status, const QString &message,
                                      const QString &detail = {});
/// Unknown, or not yours to see.
[[nodiscard]] CoderAnswer notFoundAnswer();
[[nodiscard]] CoderAnswer noContentAnswer(const GenerationTraits &traits);
[[nodiscard]] CoderAnswer methodNotAllowedAnswer();
[[nodiscard]] CoderAnswer textAnswer(int status, const QByteArray &mediaType,
                                     const QByteArray &body);
/// An answer that never comes.
[[nodiscard]] CoderAnswer neverAnswer();

} // namespace simulated

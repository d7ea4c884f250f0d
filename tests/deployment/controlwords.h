// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/keyring.h"
#include "deployment/misconduct.h"
#include "deployment/providerknobs.h"

#include <QHash>

namespace simulated {

/// The words of the control surface.
[[nodiscard]] std::optional<TokenScope> scopeNamed(const QString &word);
/// Turns the knobs that \a fields name; the text is what was not understood.
[[nodiscard]] QString turnKnobs(ProviderKnobs &knobs, const QHash<QString, QString> &fields);
/// The misconduct that \a fields describe; none where the kind is unknown.
[[nodiscard]] std::optional<Misconduct> misconductIn(const QHash<QString, QString> &fields);

} // namespace simulated

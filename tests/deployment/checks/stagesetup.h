// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/checks/recording.h"
#include "deployment/gitprovider.h"

namespace simulated {

class Deployment;

/// The providers of the recorded servers, in their order.
[[nodiscard]] QList<ProviderConfig> recordedProviders();
/// What a new gen26b deployment offers whose admin configured nothing.
[[nodiscard]] ProviderConfig builtInProvider();
/// The providers that were linked when a list was recorded; empty for answers that are no list.
[[nodiscard]] QStringList linkedProviders(const RecordedAnswer &recorded);
/// Asks for the list so many times.
void askList(Deployment &deployment, const QString &token, int times);

} // namespace simulated

// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/provideranswer.h"

namespace simulated {

/// The details of Coder's device endpoints; each text is empty where nothing is wrong.

/// Of GET …/device (externalauth.go, AuthorizeDevice): the provider's status counts only where its
/// body is not JSON.
[[nodiscard]] QString startFault(const ProviderAnswer &answer, const QUrl &url);
/// Of POST …/device (ExchangeDeviceCode): a bare OAuth word with status 200, a long text with any
/// other.
[[nodiscard]] QString exchangeFault(const ProviderAnswer &answer, const QUrl &url);
/// What Go's decoder says of the body that the client sent.
[[nodiscard]] QString exchangeBodyFault(const QByteArray &body);

} // namespace simulated

// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/providerknobs.h"

class QJsonObject;

/// The sentences of a git provider: what it answers, by what its knobs say.
namespace simulated::says {

[[nodiscard]] ProviderAnswer object(const QJsonObject &object);
/// GitHub tells errors with status 200, RFC 8628 section 3.5 with 400.
[[nodiscard]] ProviderAnswer oauthError(bool isGitHubStyle, const QByteArray &word,
                                        const QByteArray &description);
[[nodiscard]] ProviderAnswer failedStart(ProviderKnobs::DeviceStart kind);
[[nodiscard]] ProviderAnswer faultyExchange(ProviderKnobs::Exchange kind);
[[nodiscard]] ProviderAnswer badCredentials();
[[nodiscard]] ProviderAnswer aboutToken(ProviderKnobs::Check kind, const ProviderAccount &account,
                                        const QUrl &base);
[[nodiscard]] ProviderAnswer aboutInstallations(const ProviderKnobs &knobs, const QUrl &base);
[[nodiscard]] ProviderAnswer toRefresh(const ProviderKnobs &knobs, bool isGitHubStyle);
[[nodiscard]] ProviderAnswer toRevocation(ProviderKnobs::Revocation kind, int successStatus);

} // namespace simulated::says

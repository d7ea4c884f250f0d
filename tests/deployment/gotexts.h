// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/provideranswer.h"

/// What the Go libraries inside Coder say of a provider's answer; Coder passes these texts on.
namespace simulated::gotexts {

/// `Get "https://…": dial tcp 127.0.0.1:9: connect: connection refused`
[[nodiscard]] QString refusedConnection(const QByteArray &method, const QUrl &url);
/// `Get "https://…": context deadline exceeded`
[[nodiscard]] QString deadlineExceeded(const QByteArray &method, const QUrl &url);
/// What encoding/json says of \a body; empty where it is a JSON value.
[[nodiscard]] QString jsonFault(const QByteArray &body);
/// `status 503: body: …`, of the validate call.
[[nodiscard]] QString statusAndBody(const ProviderAnswer &answer);
/// codersdk.ReadBodyAsError, which Coder applies to a provider's token endpoint.
[[nodiscard]] QString unexpectedAnswer(const QUrl &url, const ProviderAnswer &answer);
/// golang.org/x/oauth2's RetrieveError.
[[nodiscard]] QString oauth2Failure(const ProviderAnswer &answer);
/// The OAuth error word in a provider's JSON body; empty where there is none.
[[nodiscard]] QString oauthWord(const QByteArray &body);

} // namespace simulated::gotexts

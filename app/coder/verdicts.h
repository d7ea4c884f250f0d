// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

/// What an exchange's `detail` says, found in the raw text (RFC 8628 3.5).
enum class ExchangeWord {
    None, ///< no OAuth word in it
    AuthorizationPending,
    SlowDown,
    ExpiredToken,
    AccessDenied,
    ProviderTrouble, ///< the provider did not answer, or not as a provider does: try again later
    Other,           ///< another OAuth word: the end
};

/// What `validate_error` or the detail of a by-id 500 says about a link.
enum class ProviderWord {
    None, ///< an empty text
    RateLimited,
    Unreachable, ///< network failure, time-out, or a 5xx of the provider
    TokenExpired,
    Refused,      ///< the renewal was refused for good
    NotValidated, ///< the check failed: revoked or, on servers before v2.33, perhaps rate-limited
    Other,
};

/// The verdicts drawn from `message` and `detail` before both are cleaned and cut.
struct Verdicts {
    ExchangeWord exchange = ExchangeWord::None;
    ProviderWord provider = ProviderWord::None;
    bool userSuspended = false;  ///< 401 `User is not active …`
    bool scopeTooNarrow = false; ///< `unauthorized: rbac: forbidden`
    bool linkMissing = false;    ///< `sql: no rows in result set` (servers before v2.27)
    bool deviceFlowUnsupported = false;
    bool linkNotStored = false; ///< `Failed to get/insert/update external auth link.`

    friend bool operator==(const Verdicts &, const Verdicts &) = default;
};

ExchangeWord exchangeWordIn(QStringView detail);
ProviderWord providerWordIn(QStringView text);
Verdicts verdictsOf(QStringView message, QStringView detail);

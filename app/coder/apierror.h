// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "base/untrustedtext.h"
#include "coder/verdicts.h"
#include "coder/webaddress.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

/// Why a certificate was refused, with what a person may compare.
struct CertificateProblem {
    enum class Reason { SelfSigned, UnknownIssuer, Expired, NotYetValid, WrongHost, Other };
    Reason reason = Reason::Other;
    UntrustedText issuer{};
    QDateTime validFrom{};
    QDateTime validUntil{};

    friend bool operator==(const CertificateProblem &, const CertificateProblem &) = default;
};

/// Why a call to a deployment gave no answer.
struct ApiError {
    enum class Kind {
        Offline, ///< name, connection or proxy
        Tls,
        TimedOut,
        SignedOut, ///< Coder's own 401
        Forbidden,
        NotFound,
        Throttled,   ///< 429
        Rejected,    ///< another 4xx of Coder's
        ServerFault, ///< 5xx, whoever answered
        Unreadable,  ///< not of the promised shape; `field` names what misfits
        Redirected,  ///< never followed; `redirectHost` says where to
        NotCoder,    ///< something in front answered
    };
    /// May the request have had an effect?
    enum class Sent { No, Yes, Unknown };
    /// How far it came.
    enum class Layer { Name, Connect, Proxy, Tls, Http, Body };

    Kind kind = Kind::Offline;
    Sent sent = Sent::No;
    Layer layer = Layer::Connect;
    int status = 0; ///< HTTP, 0 where there was none
    Verdicts verdicts{};
    UntrustedText message{}; ///< Coder's words, for a quoted line behind Details
    UntrustedText detail{};
    QString requestId{};                        ///< X-Coder-Request-Id, for reports
    QString field{};                            ///< of Unreadable
    std::optional<WebAddress::State> address{}; ///< why it is refused, where `field` is one
    QString redirectHost{};                     ///< ASCII, of Redirected
    QString redirectOrigin{}; ///< the same with its scheme, where that is http or https
    std::optional<std::chrono::seconds> retryAfter{}; ///< clamped
    std::optional<CertificateProblem> certificate{};  ///< of Tls

    /// Whatever stands in front of Coder says that it is away; 504 says that it is slow.
    [[nodiscard]] bool isMaintenance() const
    {
        return kind == Kind::ServerFault && (status == 502 || status == 503);
    }

    friend bool operator==(const ApiError &, const ApiError &) = default;
};

template <typename T>
using Answer = Result<T, ApiError>;

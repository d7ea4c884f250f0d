// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace simulated {

/// A person at a git provider.
struct ProviderAccount {
    qint64 id = 1815;
    QString login = QStringLiteral("ada");
    QString name = QStringLiteral("Ada Lovelace");
};

/// What an approved code or a sign-in in the browser gives Coder to keep.
struct Grant {
    ProviderAccount account{};
    std::optional<std::chrono::seconds> life{}; ///< none: the token does not expire
    bool renewable = false;
};

/// What a git provider says to Coder, or that it says nothing.
struct ProviderAnswer {
    enum class Delivery { Answered, Refused, Silent };

    Delivery delivery = Delivery::Answered;
    int status = 200;
    QByteArray contentType = QByteArrayLiteral("application/json");
    QByteArray body{};
    bool saysLimited = false;                        ///< carries rate-limit headers
    std::optional<std::chrono::seconds> limitEnds{}; ///< x-ratelimit-reset, from now
    std::optional<Grant> grant{};
};

/// One question of Coder to a provider, for the log.
struct ProviderRequest {
    QString provider{};
    QByteArray method{};
    QUrl url{};
    ProviderAnswer::Delivery delivery = ProviderAnswer::Delivery::Answered;
    int status = 0;
};

} // namespace simulated

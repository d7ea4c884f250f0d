// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/instant.h"
#include "deployment/provideranswer.h"

namespace simulated {

/// One user's link to one provider, as Coder's table external_auth_links keeps it, and what the
/// provider knows about its token.
struct Link {
    QString providerId{};
    QString userId{};
    Instant createdAt{};
    Instant updatedAt{};
    std::optional<Instant> expires{};
    bool hasRefreshToken = false;
    QString refreshFailure{};
    Instant refreshFailedAt{};

    ProviderAccount account{};
    bool isRevokedAtProvider = false;
};

} // namespace simulated

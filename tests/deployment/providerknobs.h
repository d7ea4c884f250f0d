// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/provideranswer.h"

#include <QByteArray>

#include <chrono>
#include <optional>

namespace simulated {

/// How a provider behaves from now on; every knob is at rest by default.
struct ProviderKnobs {
    enum class DeviceStart {
        Good,
        Empty,        ///< 200 {}
        ErrorOnly,    ///< 200 with an error word and no description
        Description,  ///< an error with a description
        Html,         ///< 404 and a page
        Form,         ///< form-encoded
        TooMany,      ///< 429
        TooManyReset, ///< 429 with the time at which it ends
        Unavailable,  ///< 503 and a page
        Hang,
    };
    enum class Exchange { Good, Html, Unavailable, TooMany, Hang };
    enum class Check {
        Ok,
        Unauthorized,
        Forbidden,
        ForbiddenLimited,
        TooMany,
        Unavailable,
        BadJson,
        Hang
    };
    enum class Installations { Some, NotFound, Bad, Hang };
    enum class Refresh { Ok, Unavailable, TooMany, BadRefreshToken, InvalidGrant, Hang };
    enum class Revocation { Ok, NotFound, ServerError, Hang };

    bool isDead = false; ///< refuses every connection

    DeviceStart deviceStart = DeviceStart::Good;
    std::chrono::seconds codeLife{900};
    std::chrono::seconds interval{5};
    bool enforcesInterval = false; ///< says slow_down to whoever asks earlier than the interval
    int slowDowns = 0;         ///< so many exchanges are answered by slow_down, whenever they come
    QByteArray exchangeWord{}; ///< every exchange is answered by this OAuth error
    Exchange exchange = Exchange::Good;

    Check check = Check::Ok;
    Installations installations = Installations::Some;
    int installationCount = 2;
    Refresh refresh = Refresh::Ok;
    Revocation revocation = Revocation::Ok;

    ProviderAccount account{};                       ///< who approves
    std::optional<std::chrono::seconds> tokenLife{}; ///< of the tokens it gives
    bool givesRefreshTokens = false;
};

} // namespace simulated

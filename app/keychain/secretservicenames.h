// SPDX-License-Identifier: MIT
#pragma once

#include <QLatin1StringView>

// The names of https://specifications.freedesktop.org/secret-service-spec/0.2/
namespace SecretServiceNames {
using namespace Qt::StringLiterals;

inline constexpr auto service = "org.freedesktop.secrets"_L1;
inline constexpr auto servicePath = "/org/freedesktop/secrets"_L1;
inline constexpr auto serviceInterface = "org.freedesktop.Secret.Service"_L1;
inline constexpr auto collectionInterface = "org.freedesktop.Secret.Collection"_L1;
inline constexpr auto promptInterface = "org.freedesktop.Secret.Prompt"_L1;
inline constexpr auto bus = "org.freedesktop.DBus"_L1;
inline constexpr auto busPath = "/org/freedesktop/DBus"_L1;
/// Stands where there is no object.
inline constexpr auto noObject = "/"_L1;
} // namespace SecretServiceNames

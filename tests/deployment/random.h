// SPDX-License-Identifier: MIT
#pragma once

#include <QLatin1String>
#include <QString>

namespace simulated {

inline constexpr QLatin1StringView alphanumerics{
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"};
/// The consonants of RFC 8628 section 6.1: no word comes about by accident.
inline constexpr QLatin1StringView userCodeLetters{"BCDFGHJKLMNPQRSTVWXZ"};

[[nodiscard]] QString randomText(int length, QLatin1StringView alphabet);

} // namespace simulated

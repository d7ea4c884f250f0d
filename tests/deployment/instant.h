// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

namespace simulated {

/// A moment as the database behind Coder keeps it: UTC, in microseconds.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

/// RFC 3339 as Go writes it: no trailing zeros in the fraction, always Z.
[[nodiscard]] QString rfc3339(Instant instant);
/// Go's zero time, which is how Coder says "never".
[[nodiscard]] QString zeroTime();
/// For the Date header, RFC 9110 section 5.6.7.
[[nodiscard]] QByteArray httpDate(Instant instant);
/// How long ago, in the words Coder puts into validate_error: "now", "3 hours ago".
[[nodiscard]] QString timeAgo(Instant then, Instant now);

/// The time the deployment lives in; a test turns it forward instead of waiting.
class WorldClock
{
public:
    [[nodiscard]] Instant now() const;
    void advance(std::chrono::seconds by) { m_offset += by; }

private:
    std::chrono::microseconds m_offset{0};
};

} // namespace simulated

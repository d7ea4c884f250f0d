// SPDX-License-Identifier: MIT
#pragma once

#include "coder/types.h"

#include <QDateTime>

/// Short ways to say what a server said, for tests above the decoders.
namespace make {

/// The moment at which these tests play.
[[nodiscard]] QDateTime noon();
[[nodiscard]] Moment at(const QDateTime &time);
[[nodiscard]] Moment never();

/// Renewable and verifiable, unless the test changes it.
[[nodiscard]] Provider provider(const QString &id, const QString &type = QStringLiteral("gitlab"));
/// Authenticated, made a month before noon, without an end.
[[nodiscard]] StoredLink link(const QString &id);
/// The list says no and, with \a validateError, why.
[[nodiscard]] StoredLink brokenLink(const QString &id, const QString &validateError = {});
[[nodiscard]] Listing listing(const QList<Provider> &providers, const QList<StoredLink> &links);

[[nodiscard]] LinkUser user(const QString &login);
[[nodiscard]] LinkDetails details(bool authenticated, const std::optional<LinkUser> &user = {});
/// Coder's 500 to a question by id.
[[nodiscard]] ApiError couldNotCheck(const QString &detail);
[[nodiscard]] ApiError error(ApiError::Kind kind, int status = 0);

} // namespace make

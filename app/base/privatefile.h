// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

/// Files that are their owner's alone: 0600 in a folder of mode 0700, replaced in
/// one step or not at all.
namespace PrivateFile {

/// False where it could not be written; what was there before then stays.
[[nodiscard]] bool write(const QString &path, const QByteArray &bytes);
/// Nothing where there is no ordinary file, it cannot be read, or it is larger than \a most bytes.
[[nodiscard]] std::optional<QByteArray> read(const QString &path, qint64 most);

} // namespace PrivateFile

// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

/// What tests do with files by their path.
namespace files {

/// The permission bits; 0 where there is no such file.
[[nodiscard]] unsigned modeOf(const QString &path);
/// Empty where it cannot be read.
[[nodiscard]] QByteArray contentOf(const QString &path);
/// Makes the folders on the way, too. False where it could not be written.
[[nodiscard]] bool put(const QString &path, const QByteArray &content);

} // namespace files

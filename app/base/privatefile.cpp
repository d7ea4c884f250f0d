// SPDX-License-Identifier: MIT
#include "base/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace

bool PrivateFile::write(const QString &path, const QByteArray &bytes)
{
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder))
        return false;
    QFile::setPermissions(folder, ownerOnly | QFileDevice::ExeOwner);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly))
        return false;
    return file.write(bytes) == bytes.size() && file.commit();
}

std::optional<QByteArray> PrivateFile::read(const QString &path, qint64 most)
{
    if (!QFileInfo(path).isFile()) // opening a pipe would wait for its writer
        return std::nullopt;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray bytes = file.read(most + 1);
    return bytes.size() > most ? std::nullopt : std::optional(bytes);
}

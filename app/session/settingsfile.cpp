// SPDX-License-Identifier: MIT
#include "session/settingsfile.h"

#include "base/logging.h"
#include "base/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr int version = 1;
constexpr qint64 mostBytes = 4 * 1024 * 1024;
const QString &asideSuffix()
{
    static const QString suffix = u".broken-"_s;
    return suffix;
}

} // namespace

SettingsFile::SettingsFile(QString path) : m_path(std::move(path))
{
    load();
}

void SettingsFile::load()
{
    const QFileInfo file(m_path);
    if (!file.exists() && !file.isSymLink())
        return;
    const std::optional<QByteArray> bytes = PrivateFile::read(m_path, mostBytes);
    const QJsonDocument document = QJsonDocument::fromJson(bytes.value_or(QByteArray()));
    // A newer version's file is set aside too: writing over it would lose what we do not know.
    if (!document.isObject() || document.object().value("version"_L1).toInt() != version) {
        moveAside();
        return;
    }
    m_root = document.object();
}

void SettingsFile::moveAside()
{
    for (int attempt = 1; attempt < 100; ++attempt) {
        const QString aside = m_path + asideSuffix() + QString::number(attempt);
        if (QFileInfo::exists(aside))
            continue;
        if (QFile::rename(m_path, aside))
            m_setAside = aside;
        break;
    }
    m_mayWrite = !m_setAside.isEmpty();
    qCWarning(lcSession) << "the settings file could not be read";
}

bool SettingsFile::setSection(const QString &name, const QJsonValue &value)
{
    if (m_isSaved && m_root.value(name) == value)
        return true;
    m_root.insert(name, value);
    m_isSaved = m_mayWrite && !m_isRemoved && save();
    return m_isSaved;
}

bool SettingsFile::save() const
{
    QJsonObject root = m_root;
    root.insert("version"_L1, version);
    return PrivateFile::write(m_path, QJsonDocument(root).toJson());
}

QStringList SettingsFile::files() const
{
    const QFileInfo file(m_path);
    const QDir folder = file.dir();
    QStringList paths;
    for (const QString &name : folder.entryList(QDir::Files | QDir::System | QDir::Hidden)) {
        if (name == file.fileName() || name.startsWith(file.fileName() + asideSuffix()))
            paths.append(folder.filePath(name));
    }
    return paths;
}

void SettingsFile::remove()
{
    m_isRemoved = true;
    m_root = {};
    for (const QString &path : files())
        QFile::remove(path);
    QDir().rmdir(QFileInfo(m_path).path()); // not where it holds anything else
}

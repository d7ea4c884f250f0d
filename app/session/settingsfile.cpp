// SPDX-License-Identifier: MIT
#include "session/settingsfile.h"

#include "base/logging.h"
#include "base/privatefile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int version = 1;
constexpr qint64 mostBytes = 4 * 1024 * 1024;

} // namespace

SettingsFile::SettingsFile(QString path) : m_path(std::move(path))
{
    load();
}

void SettingsFile::load()
{
    QFile file(m_path);
    if (!file.exists())
        return;
    if (file.size() > mostBytes || !file.open(QIODevice::ReadOnly)) {
        moveAside();
        return;
    }
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    file.close();
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
        const QString aside = u"%1.broken-%2"_s.arg(m_path, QString::number(attempt));
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
    m_isSaved = m_mayWrite && save();
    return m_isSaved;
}

bool SettingsFile::save() const
{
    QJsonObject root = m_root;
    root.insert("version"_L1, version);
    return PrivateFile::write(m_path, QJsonDocument(root).toJson());
}

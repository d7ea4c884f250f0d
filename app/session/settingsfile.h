// SPDX-License-Identifier: MIT
#pragma once

#include "session/storedthing.h"

#include <QJsonObject>
#include <QString>

/// One JSON file of named sections, written atomically, readable by its owner only.
/// A file that cannot be understood is set aside under another name and reported, never dropped.
class SettingsFile final : public StoredThing
{
public:
    /// \a path is that of the file; its folder is made, with mode 0700, when first written.
    explicit SettingsFile(QString path);

    /// Where the unreadable file now lies; empty where nothing had to be set aside.
    [[nodiscard]] const QString &setAside() const { return m_setAside; }
    /// An unreadable file is in the way and could not be moved: nothing is saved in this run.
    [[nodiscard]] bool isStuck() const { return !m_mayWrite; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QJsonValue section(const QString &name) const { return m_root.value(name); }
    /// False where the file could not be written; the section holds for this run all the same.
    bool setSection(const QString &name, const QJsonValue &value);

    [[nodiscard]] Kind kind() const override { return Kind::Accounts; }
    /// With the copies that were set aside, in this run or before.
    [[nodiscard]] QStringList files() const override;
    void remove() override;

private:
    void load();
    void moveAside();
    [[nodiscard]] bool save() const;

    QString m_path;
    QString m_setAside;
    bool m_mayWrite = true; ///< false: an unreadable file is in the way and cannot be moved
    bool m_isSaved = true;
    bool m_isRemoved = false; ///< by the person's wish
    QJsonObject m_root;
};

// SPDX-License-Identifier: MIT
#include "session/storedthing.h"

#include <QFile>
#include <QFileInfo>

StoredThing::~StoredThing() = default;

QStringList StoredFile::files() const
{
    const QFileInfo file(m_path);
    return file.exists() || file.isSymLink() ? QStringList{m_path} : QStringList();
}

void StoredFile::remove()
{
    QFile::remove(m_path);
}

// SPDX-License-Identifier: MIT
#pragma once

#include "session/cliimport.h"

#include <QTemporaryDir>

/// The folder of the Coder command line, as it writes it.
class CliFolder
{
public:
    /// It is signed in at \a address, with \a token.
    void signIn(const QString &address, const QString &token) const;
    void write(const QString &name, const QByteArray &content) const;
    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] CliImport cli(CliImport::Else otherPlace = CliImport::Else::Nowhere) const
    {
        return CliImport(m_dir.path(), otherPlace);
    }

private:
    QTemporaryDir m_dir;
};

// SPDX-License-Identifier: MIT
#include "support/clifolder.h"

#include "support/files.h"

using namespace Qt::StringLiterals;

void CliFolder::signIn(const QString &address, const QString &token) const
{
    write(u"url"_s, address.toUtf8() + '\n');
    write(u"session"_s, token.toUtf8());
}

void CliFolder::write(const QString &name, const QByteArray &content) const
{
    if (!files::put(path(name), content))
        qFatal("The folder cannot be written");
}

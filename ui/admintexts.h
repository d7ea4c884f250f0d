// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QString>

struct GitLink;

/// Messages made for pasting to an admin, where only an admin can help.
class AdminTexts
{
    Q_DECLARE_TR_FUNCTIONS(AdminTexts)

public:
    /// \a host is the deployment's.
    static QString providerRemoved(const GitLink &link, const QString &host);
    static QString noProvider(const QString &host);
};

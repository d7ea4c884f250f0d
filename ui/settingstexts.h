// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QString>

class AccountBook;
class SettingsFile;

/// What a person is told once where something that was kept could not be read.
class SettingsTexts
{
    Q_DECLARE_TR_FUNCTIONS(SettingsTexts)

public:
    /// Empty where all could be read.
    static QString notice(const SettingsFile &file, const AccountBook &accounts);
};

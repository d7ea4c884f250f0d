// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

class AccountBook;
class CliImport;
class Preferences;

/// The addresses a person may mean when adding an account, the likeliest first and each once: of
/// the accounts there are, of those there were, of \a coderUrl ($CODER_URL), of the command line.
QStringList knownAddresses(const AccountBook &accounts, const Preferences &preferences,
                           const QString &coderUrl, const CliImport &cli);

// SPDX-License-Identifier: MIT
#pragma once

#include "base/untrustedtext.h"

#include <QList>
#include <QString>
#include <QStringList>

/// A browser of this desktop, or its private window.
struct InstalledBrowser {
    QString id{};         ///< of its desktop file and, for a private window, of the action there
    UntrustedText name{}; ///< as the desktop shows it
    bool isPrivate = false;
    QString command{}; ///< as the desktop file has it

    friend bool operator==(const InstalledBrowser &, const InstalledBrowser &) = default;
};

/// What opens pages here by the desktop files of the folders \a dataFolders, the person's own first
/// (Desktop Entry Specification 1.5, mimeapps).
QList<InstalledBrowser> installedBrowsers(const QStringList &dataFolders, const QString &language);

/// The words of a command for a page, without a shell: quotes are taken off, the page is put where
/// the command wants one, else at its end. Empty where it is none.
QStringList wordsFor(const QString &command, const QString &page);

// SPDX-License-Identifier: MIT
#pragma once

#include "coder/serverurl.h"
#include "coder/sessiontoken.h"

#include <QString>

#include <optional>

/// What the Coder command line keeps on this machine: the address of its deployment and, where no
/// keyring of the system holds it, its session. It is read and never written. The token serves to
/// make a session of our own and is never kept. Another program's keyring entry is left alone.
class CliImport
{
public:
    enum class System { Linux, MacOs, Windows };
    /// What decides where the command line keeps its files; empty where it is not set.
    struct Surroundings {
        System system = System::Linux;
        QString home{};
        QString coderConfigDir{}; ///< $CODER_CONFIG_DIR
        QString xdgConfigHome{};  ///< $XDG_CONFIG_HOME, heeded on Linux only
        QString appData{};        ///< %AppData%, heeded on Windows only
        QString useKeyring{};     ///< $CODER_USE_KEYRING, heeded on macOS and Windows only

        static Surroundings ofThisMachine();
    };

    /// Where a session that is not in its file may be.
    enum class Else { Nowhere, Keyring };

    explicit CliImport(QString folder, Else otherPlace = Else::Nowhere)
        : m_folder(std::move(folder)), m_else(otherPlace)
    { }
    static CliImport fromSurroundings(const Surroundings &surroundings);
    /// Empty where nothing tells where it would be.
    static QString folderIn(const Surroundings &surroundings);
    /// Since v2.29 the keyring of macOS and Windows, unless it is told to use files.
    static Else otherPlaceIn(const Surroundings &surroundings);

    /// What its file `url` says; none where there is none, or none that could be true.
    [[nodiscard]] std::optional<ServerUrl> server() const;
    /// Its address is known, and something lies where a session would. The session is not read.
    [[nodiscard]] bool isSignedIn() const;
    /// Its address is known, and its session would be in the system's keyring.
    [[nodiscard]] bool keepsSessionInKeyring() const;
    [[nodiscard]] std::optional<SessionToken> token() const;

private:
    [[nodiscard]] QString path(const char *name) const;

    QString m_folder;
    Else m_else;
};

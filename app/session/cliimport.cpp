// SPDX-License-Identifier: MIT
#include "session/cliimport.h"

#include <QByteArrayView>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

/// More than any address or token takes; a longer file is something else.
constexpr std::size_t mostBytes = 2048;

/// What a small file of somebody else's holds, wiped when it goes: it may be a token. A link may
/// lead there, but only to a plain file: anything else could make us wait for ever.
class SmallFile
{
public:
    explicit SmallFile(const QString &path)
    {
        const int file = ::open(QFile::encodeName(path).constData(),
                                O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
        if (file < 0)
            return;
        struct stat facts = {};
        if (::fstat(file, &facts) == 0 && S_ISREG(facts.st_mode))
            fill(file);
        ::close(file);
    }
    SmallFile(const SmallFile &) = delete;
    SmallFile &operator=(const SmallFile &) = delete;
    ~SmallFile() { wipe(m_bytes.data(), m_bytes.size()); }

    /// Without the line end the command line may have put there; empty where it could not be read
    /// whole.
    [[nodiscard]] QByteArrayView content() const
    {
        if (m_size > mostBytes)
            return {};
        return QByteArrayView(m_bytes.data(), static_cast<qsizetype>(m_size)).trimmed();
    }

private:
    void fill(int file)
    {
        ssize_t got = 0;
        do {
            got = ::read(file, m_bytes.data() + m_size, m_bytes.size() - m_size);
            if (got > 0)
                m_size += static_cast<std::size_t>(got);
        } while (got > 0 && m_size < m_bytes.size());
    }

    std::array<char, mostBytes + 1> m_bytes{};
    std::size_t m_size = 0;
};

/// As Go reads a flag.
bool isFalse(const QString &flag)
{
    constexpr std::array words{"0"_L1, "f"_L1, "F"_L1, "FALSE"_L1, "false"_L1, "False"_L1};
    return std::find(words.begin(), words.end(), flag) != words.end();
}

QString below(const QString &folder, const QString &name)
{
    return folder.isEmpty() ? QString() : QDir::cleanPath(folder + u'/' + name);
}

} // namespace

CliImport::Surroundings CliImport::Surroundings::ofThisMachine()
{
    return
    {
#if defined(Q_OS_MACOS)
        .system = System::MacOs,
#elif defined(Q_OS_WIN)
        .system = System::Windows,
#endif
        .home = QDir::homePath(), .coderConfigDir = qEnvironmentVariable("CODER_CONFIG_DIR"),
        .xdgConfigHome = qEnvironmentVariable("XDG_CONFIG_HOME"),
        .appData = qEnvironmentVariable("APPDATA"),
        .useKeyring = qEnvironmentVariable("CODER_USE_KEYRING")
    };
}

CliImport CliImport::fromSurroundings(const Surroundings &surroundings)
{
    return CliImport(folderIn(surroundings), otherPlaceIn(surroundings));
}

/// In a folder that is not the usual one it looks for other programs that read the file.
CliImport::Else CliImport::otherPlaceIn(const Surroundings &surroundings)
{
    Surroundings usual = surroundings;
    usual.coderConfigDir.clear();
    const bool isUsed = surroundings.system != System::Linux && !isFalse(surroundings.useKeyring)
        && folderIn(surroundings) == folderIn(usual);
    return isUsed ? Else::Keyring : Else::Nowhere;
}

QString CliImport::folderIn(const Surroundings &surroundings)
{
    if (!surroundings.coderConfigDir.isEmpty())
        return QDir::cleanPath(surroundings.coderConfigDir);
    const auto name = u"coderv2"_s;
    switch (surroundings.system) {
    case System::Linux:
        // The specification says of a relative path: ignore it.
        return QDir::isAbsolutePath(surroundings.xdgConfigHome)
            ? below(surroundings.xdgConfigHome, name)
            : below(surroundings.home, u".config/"_s + name);
    case System::MacOs:
        return below(surroundings.home, u"Library/Application Support/"_s + name);
    case System::Windows:
        return below(surroundings.appData, name);
    }
    Q_UNREACHABLE();
}

QString CliImport::path(const char *name) const
{
    return below(m_folder, QString::fromLatin1(name));
}

std::optional<ServerUrl> CliImport::server() const
{
    if (m_folder.isEmpty())
        return std::nullopt;
    const SmallFile file(path("url"));
    const auto server = ServerUrl::fromUserInput(QString::fromUtf8(file.content()));
    return server ? std::optional(*server) : std::nullopt;
}

bool CliImport::isSignedIn() const
{
    struct stat facts = {};
    return server() && ::stat(QFile::encodeName(path("session")).constData(), &facts) == 0
        && S_ISREG(facts.st_mode) && facts.st_size > 0;
}

bool CliImport::keepsSessionInKeyring() const
{
    return m_else == Else::Keyring && server() && !isSignedIn();
}

std::optional<SessionToken> CliImport::token() const
{
    return m_folder.isEmpty() ? std::nullopt
                              : SessionToken::fromBytes(SmallFile(path("session")).content());
}

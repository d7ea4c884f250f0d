// SPDX-License-Identifier: MIT
#include "appcontroller.h"
#include "commandline.h"
#include "desktop/browser.h"
#include "desktop/clipboard.h"
#include "keychain/keychaintokenstore.h"
#include "language.h"
#include "links/accountservices.h"
#include "links/linkbook.h"
#include "links/linkcache.h"
#include "links/linkmodel.h"
#include "pictures/icons.h"
#include "process.h"
#include "session/accountbook.h"
#include "session/cliimport.h"
#include "session/memorytokenstore.h"
#include "session/preferences.h"
#include "session/settingsfile.h"
#include "session/storedthing.h"
#include "theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QStandardPaths>
#include <QTextStream>

#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int wrongUse = 2;

QString settingsPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
        + u"/accounts.json"_s;
}

QString cachePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/links-cache.json"_s;
}

QString autostartPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/autostart/" FAIRLEAD_APP_ID ".desktop"_s;
}

/// What a terminal shows; without a display there may be no application object.
int say(const QString &text, int code)
{
    QTextStream(code == 0 ? stdout : stderr) << text << Qt::endl;
    return code;
}

int run(const CommandLine &line, const ProcessLimits &persons)
{
    SystemClock clock;
    SettingsFile settings(settingsPath());
    StoredFile autostart(StoredThing::Kind::Autostart, autostartPath());
    Preferences preferences(settings);
    const Translation translation(preferences.language());
    AccountBook accounts(settings);
    KeychainTokenStore keychain(QDBusConnection::sessionBus(), clock);
    MemoryTokenStore thisRun;
    LinkBook links(clock);
    LinkModel model(links);
    AccountServices services(accounts, keychain, links, clock);
    LinkCache cache(cachePath(), links, clock);
    cache.recall(accounts.accounts());

    Theme theme(QApplication::palette());
    const Icons icons;
    Clipboard clipboard(*QGuiApplication::clipboard());
    DesktopBrowser browser(persons);

    AppController controller(
        {.settings = settings,
         .preferences = preferences,
         .accounts = accounts,
         .services = services,
         .links = links,
         .model = model,
         .keychain = keychain,
         .thisRun = thisRun,
         .cli = CliImport::fromSurroundings(CliImport::Surroundings::ofThisMachine()),
         .coderUrl = qEnvironmentVariable("CODER_URL"),
         .theme = theme,
         .tools = {.clock = clock,
                   .clipboard = clipboard,
                   .browser = browser,
                   .theme = theme,
                   .icons = icons},
         .things = {&settings, &cache, &autostart}});
    controller.open(line.address);
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    const ProcessLimits persons = hardenProcess();
    QCoreApplication::setApplicationName(u"fairlead"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(FAIRLEAD_VERSION));

    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const Result<CommandLine, CommandLine::Problem> line = CommandLine::parse(arguments);
    if (!line)
        return say(CommandLineTexts::of(line.error()), wrongUse);
    if (line->wish == CommandLine::Wish::ShowHelp)
        return say(CommandLineTexts::help(), 0);
    if (line->wish == CommandLine::Wish::ShowVersion)
        return say(u"fairlead " FAIRLEAD_VERSION ""_s, 0);

    // Qt acts on -platformpluginpath and the like wherever they stand, and loads code by them; it
    // sees the program's name only.
    int one = 1;
    std::array<char *, 2> name{argv[0], nullptr};
    QApplication app(one, name.data());
    QGuiApplication::setDesktopFileName(QStringLiteral(FAIRLEAD_APP_ID));
    QApplication::setQuitOnLastWindowClosed(false);
    return run(*line, persons);
}

// SPDX-License-Identifier: MIT
#include "desktop/traymenu.h"
#include "dialogs/aboutdialog.h"
#include "dialogs/changedhostdialog.h"
#include "dialogs/enlargedqr.h"
#include "dialogs/quitdialog.h"
#include "dialogs/settingsdialog.h"
#include "dialogs/shortcutsdialog.h"
#include "dialogs/webaddressdialog.h"
#include "session/preferences.h"
#include "session/settingsfile.h"
#include "support/dialogstage.h"
#include "ui/linkworld.h"
#include "ui/walk/exhibit.h"
#include "window/mainwindow.h"

#include <QApplication>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// One window that needs no more than what dialogs work with.
class SmallExhibit final : public Exhibit
{
public:
    using Make = std::function<std::unique_ptr<QWidget>(DialogStage &)>;

    SmallExhibit(const Look &look, const Make &make)
    {
        stage.theme.apply(*qApp, look.scheme, look.contrast);
        made = make(stage);
    }
    QWidget &window() override { return *made; }

    DialogStage stage;
    std::unique_ptr<QWidget> made;
};

/// The settings, with a file to keep them in.
class SettingsExhibit final : public Exhibit
{
public:
    explicit SettingsExhibit(const Look &look)
    {
        m_stage.theme.apply(*qApp, look.scheme, look.contrast);
        m_dialog = std::make_unique<SettingsDialog>(m_preferences);
    }
    QWidget &window() override { return *m_dialog; }

private:
    DialogStage m_stage;
    QTemporaryDir m_folder;
    SettingsFile m_file{m_folder.filePath(u"accounts.json"_s)};
    Preferences m_preferences{m_file};
    std::unique_ptr<SettingsDialog> m_dialog;
};

ExhibitPlan plan(const QByteArray &name, const SmallExhibit::Make &make)
{
    return {.name = name, .build = [=](const Look &look) -> std::unique_ptr<Exhibit> {
                return std::make_unique<SmallExhibit>(look, make);
            }};
}

std::unique_ptr<QWidget> makeShortcuts(DialogStage &stage)
{
    LinkWorld world;
    const MainWindow window(world.model, world.book, world.clock, stage.theme, stage.icons);
    return std::make_unique<ShortcutsDialog>(window.shortcuts());
}

TrayContent::Item item(const QString &provider, LinkHealth health)
{
    return {.link = LinkWorld::key(provider),
            .provider = UntrustedText::name(provider),
            .health = health,
            .expires = make::noon().addDays(2)};
}

std::unique_ptr<QWidget> makeTrayMenu(DialogStage &stage)
{
    stage.clock.setWall(make::noon());
    auto menu = std::make_unique<TrayMenu>(stage.icons, stage.theme, stage.clock);
    menu->setContent({.state = TrayContent::State::Attention,
                      .items = {item(u"GitHub"_s, LinkHealth::NeedsReconnect),
                                item(u"GitLab"_s, LinkHealth::Expired),
                                item(u"Codeberg"_s, LinkHealth::ExpiringSoon),
                                item(u"GitHub Apps"_s, LinkHealth::AppNotInstalled)},
                      .flows = {{.link = LinkWorld::key(u"gitea"_s),
                                 .provider = UntrustedText::name(u"Gitea"),
                                 .deadline = stage.clock.deadline() + 872s}}});
    menu->popup({});
    return menu;
}

std::unique_ptr<QWidget> makeTrayMenuOfTheBrowser(DialogStage &stage)
{
    using Doing = TrayContent::Flow::Doing;
    auto menu = std::make_unique<TrayMenu>(stage.icons, stage.theme, stage.clock);
    const auto flow = [](const QString &provider, Doing doing, const QString &account = {}) {
        return TrayContent::Flow{.link = LinkWorld::key(provider),
                                 .provider = UntrustedText::name(provider),
                                 .doing = doing,
                                 .account = account};
    };
    menu->setContent(
        {.state = TrayContent::State::Linking,
         .flows
         = {flow(u"Gitea"_s, Doing::Looking), flow(u"Forgejo"_s, Doing::Unanswered),
            flow(u"Bitbucket"_s, Doing::SignedOut), flow(u"Codeberg"_s, Doing::StoppedLooking),
            flow(u"Codeberg"_s, Doing::Looking, u"grace on coder.git.example"_s)}});
    menu->popup({});
    return menu;
}

using Loss = QuitDialog::Loss;

TextRuns account(const QString &name)
{
    return {{.text = name}};
}

UntrustedText provider(QStringView name)
{
    return UntrustedText::name(name);
}

SmallExhibit::Make quitting(const QList<QuitDialog::Stake> &stakes)
{
    return [stakes](DialogStage &stage) {
        return std::make_unique<QuitDialog>(stakes, stage.tools());
    };
}

WebAddress webAddress(const QString &address, const ServerUrl &server)
{
    return WebAddress::judge(address, server);
}

/// The dialog for an account that has \a address already, with \a typed in its field.
SmallExhibit::Make webAddressDialog(const QString &address, const QString &typed = {})
{
    return [address, typed](DialogStage &stage) {
        const ServerUrl server = DialogStage::subject().server;
        auto dialog = std::make_unique<WebAddressDialog>(
            Account{.server = server,
                    .dashboard = webAddress(u"https://dash.example.com"_s, server),
                    .webAddress = webAddress(address, server)},
            stage.tools());
        dialog->show();
        if (!typed.isEmpty()) {
            named<QLineEdit>(*dialog, "webAddress")->setText(typed);
            buttonOf(*dialog, "saveWebAddress")->click();
        }
        return dialog;
    };
}

QList<ExhibitPlan> quitExhibits()
{
    return {
        plan("small/quit", quitting({{provider(u"GitHub"), Loss::Code}})),
        plan("small/quit after approval", quitting({{provider(u"GitHub"), Loss::NewsOfApproval}})),
        plan("small/quit while the browser links",
             quitting({{provider(u"GitHub"), Loss::NewsOfTheBrowser}})),
        plan("small/quit while several link",
             quitting({{provider(u"GitHub"), Loss::Code},
                       {provider(u"GitLab"), Loss::NewsOfTheBrowser},
                       {provider(u"Gitea"), Loss::NewsOfTheBrowser},
                       {provider(u"Bitbucket"), Loss::NewsOfTheBrowser}})),
        plan("small/quit while accounts leave",
             quitting({{provider(u"GitHub"), Loss::NewsOfTheBrowser},
                       {provider(u"GitLab"), Loss::UnlinkReceipt},
                       {.loss = Loss::RestOfSignOut,
                        .account = account(u"ada on coder.example.com"_s)}})),
        plan("small/quit while two accounts link",
             quitting({{provider(u"GitHub"), Loss::Code, account(u"Work"_s)},
                       {provider(u"GitHub"), Loss::NewsOfTheBrowser,
                        account(u"ada on coder.example.com"_s)},
                       {provider(u"Gitea"), Loss::NewsOfTheBrowser},
                       {provider(u"GitLab"), Loss::UnlinkReceipt,
                        account(u"grace on coder.git.example"_s)}})),
        plan("small/quit while everything goes", quitting({{.loss = Loss::RestOfRemoval}})),
    };
}

} // namespace

QList<ExhibitPlan> smallExhibits()
{
    return quitExhibits()
        + QList<ExhibitPlan>{
            plan("small/about",
                 [](DialogStage &stage) { return std::make_unique<AboutDialog>(stage.icons); }),
            plan("small/shortcuts", makeShortcuts),
            {.name = "small/settings",
             .build = [](const Look &look) -> std::unique_ptr<Exhibit> {
                 return std::make_unique<SettingsExhibit>(look);
             }},
            plan("small/changed host",
                 [](DialogStage &stage) {
                     return std::make_unique<ChangedHostDialog>(u"login.git.example"_s,
                                                                u"git.example"_s, stage.tools());
                 }),
            plan("small/enlarged qr",
                 [](DialogStage &) {
                     return std::make_unique<EnlargedQr>(u"https://git.example/login/device"_s);
                 }),
            plan("small/web address", webAddressDialog({})),
            plan("small/web address set", webAddressDialog(u"https://web.example.com"_s)),
            plan("small/web address refused", webAddressDialog({}, u"http://web.example.com"_s)),
            plan("menu/tray", makeTrayMenu),
            plan("menu/tray, in the browser", makeTrayMenuOfTheBrowser),
        };
}

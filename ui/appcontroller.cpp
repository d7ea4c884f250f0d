// SPDX-License-Identifier: MIT
#include "appcontroller.h"

#include "base/logging.h"
#include "datetexts.h"
#include "desktop/browser.h"
#include "desktop/clipboard.h"
#include "desktop/incidentnews.h"
#include "dialogs/aboutdialog.h"
#include "dialogs/settingsdialog.h"
#include "dialogs/shortcutsdialog.h"
#include "dialogs/webaddressdialog.h"
#include "flownews.h"
#include "links/accountservices.h"
#include "links/linkbook.h"
#include "links/linkmodel.h"
#include "links/linkservice.h"
#include "pictures/icons.h"
#include "session/accountbook.h"
#include "session/memorytokenstore.h"
#include "session/preferences.h"
#include "settingstexts.h"

#include <QApplication>
#include <QDBusConnection>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// How long a list may take before the window counts the seconds aloud.
constexpr auto second = 1s;
constexpr auto minute = 1min;
/// A window on another workspace, or behind a full screen, may not be painted for hours.
constexpr auto firstFrameAtLatest = 2s;

void bringUp(QWidget &dialog)
{
    dialog.show();
    dialog.raise();
    dialog.activateWindow();
}

} // namespace

AppController::AppController(const AppParts &parts, QObject *parent)
    : QObject(parent), m_parts(parts), m_owners(parts.links, parts.accounts),
      m_look(QDBusConnection::sessionBus(), parts.preferences, parts.theme),
      m_window(parts.model, parts.links, parts.tools.clock, parts.theme, parts.tools.icons),
      m_desk(parts.services, parts.links, parts.preferences, parts.tools),
      m_browserDesk(parts.services, parts.links, parts.preferences, parts.tools),
      m_unlinkDesk(parts.services, parts.links, parts.tools),
      m_accountsDesk({.stores = {.accounts = parts.accounts,
                                 .keychain = parts.keychain,
                                 .thisRun = parts.thisRun,
                                 .cli = parts.cli},
                      .services = parts.services,
                      .things = parts.things},
                     {.device = m_desk, .browser = m_browserDesk, .unlink = m_unlinkDesk},
                     parts.tools),
      m_signInDesk({.accounts = parts.accounts,
                    .services = parts.services,
                    .preferences = parts.preferences,
                    .keychain = parts.keychain,
                    .thisRun = parts.thisRun,
                    .cli = parts.cli,
                    .coderUrl = parts.coderUrl},
                   parts.tools),
      m_providerPages(parts.preferences, parts.tools), m_incidents(parts.links, parts.tools.clock),
      m_begin(parts.tools.clock.makeTimer([this] { begin(); })),
      m_tick(parts.tools.clock.makeTimer([this] { tick(); })),
      m_minute(parts.tools.clock.makeTimer([this] { minutePassed(); }))
{
    connect(&m_look, &ApplicationLook::changed, this, [this] {
        if (m_presence)
            m_presence->refreshColors();
    });
    connect(&parts.services, &AccountServices::changed, this, &AppController::render);
    connect(&parts.model, &LinkModel::settled, this, &AppController::renderTray);
    connect(&m_incidents, &IncidentWatch::found, this, &AppController::tellIncidents);
    connectWindow();
    connectDesk();
    connectAccounts();
}

AppController::~AppController() = default;

void AppController::connectWindow()
{
    connect(&m_window, &MainWindow::addAccountWished, this, [this] { signIn({}); });
    connect(&m_window, &MainWindow::signInWished, this, &AppController::signIn);
    connect(&m_window, &MainWindow::checkAllWished, &m_parts.services,
            &AccountServices::refreshAll);
    connect(&m_window, &MainWindow::activated, &m_parts.services, &AccountServices::activated);
    connect(&m_window, &MainWindow::linkWished, this,
            [this](const LinkKey &key) { m_desk.begin(key, &m_window); });
    connect(&m_window, &MainWindow::openPageWished, this,
            [this](const LinkKey &key) { m_browserDesk.begin(key, &m_window); });
    connect(&m_window, &MainWindow::activated, this, &AppController::render);
    connect(&m_window, &MainWindow::activated, &m_browserDesk, &BrowserLinkDesk::lookNow);
    connect(&m_window, &MainWindow::unlinkWished, this,
            [this](const LinkKey &key) { m_unlinkDesk.begin(key, &m_window); });
    connect(&m_window, &MainWindow::openWished, this, &AppController::openProviderPage);
    connect(&m_providerPages, &ProviderPages::notOpened, this, &AppController::tellNotOpened);
    connect(&m_window, &MainWindow::openDashboardWished, this, &AppController::openDashboard);
    connect(&m_window, &MainWindow::copyWished, this, &AppController::copy);
    connect(&m_window, &MainWindow::webAddressWished, this, &AppController::chooseWebAddress);
    connect(&m_window, &MainWindow::checkWished, this, [this](const LinkKey &key) {
        if (LinkService *service = m_parts.services.find(key.account))
            service->check(key.provider);
    });
    connect(&m_window, &MainWindow::linkSelected, this, [this](const LinkKey &key) {
        if (LinkService *service = m_parts.services.find(key.account))
            service->selected(key.provider);
    });
    connect(&m_window, &MainWindow::aboutWished, this, [this] {
        auto *dialog = new AboutDialog(m_parts.tools.icons, &m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    });
    connect(&m_window, &MainWindow::settingsWished, this, &AppController::showSettings);
    connect(&m_window, &MainWindow::shortcutsWished, this, [this] {
        auto *dialog = new ShortcutsDialog(m_window.shortcuts(), &m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    });
}

void AppController::connectDesk()
{
    connect(&m_desk, &DeviceLinkDesk::changed, this, &AppController::renderTray);
    connect(&m_desk, &DeviceLinkDesk::settled, this, &AppController::flowSettled);
    connect(&m_desk, &DeviceLinkDesk::signInWished, this, &AppController::signIn);
    connect(&m_desk, &DeviceLinkDesk::unlinkWished, this,
            [this](const LinkKey &key) { m_unlinkDesk.begin(key, &m_window); });
    connect(&m_desk, &DeviceLinkDesk::openWished, this, &AppController::openProviderPage);
    connect(&m_browserDesk, &BrowserLinkDesk::changed, this, &AppController::renderTray);
    connect(&m_browserDesk, &BrowserLinkDesk::openWished, this, &AppController::openProviderPage);
    connect(&m_browserDesk, &BrowserLinkDesk::endedUnseen, this,
            [this](const BrowserLinking &linking) {
                tell(flowNewsOf(linking.flow()), linking.key(), linking.subject());
            });
    connect(&m_browserDesk, &BrowserLinkDesk::signInWished, this, &AppController::signIn);
    connect(&m_browserDesk, &BrowserLinkDesk::unlinkWished, this,
            [this](const LinkKey &key) { m_unlinkDesk.begin(key, &m_window); });
}

void AppController::connectAccounts()
{
    connect(&m_window, &MainWindow::unlockWished, &m_parts.services, &AccountServices::unlock);
    connect(&m_window, &MainWindow::cancelUnlockWished, &m_parts.services,
            &AccountServices::cancelUnlock);
    connect(&m_window, &MainWindow::retryWished, &m_parts.services, &AccountServices::retry);
    connect(&m_window, &MainWindow::accountsWished, this,
            [this] { m_accountsDesk.manage(&m_window); });
    connect(&m_window, &MainWindow::removeEverythingWished, this,
            [this] { m_accountsDesk.removeEverything(&m_window); });
    connect(&m_accountsDesk, &AccountsDesk::addWished, this, [this] { signIn({}); });
    connect(&m_accountsDesk, &AccountsDesk::signInWished, this, &AppController::signIn);
    connect(&m_accountsDesk, &AccountsDesk::leaving, &m_signInDesk, &SignInDesk::giveUp);
    connect(&m_accountsDesk, &AccountsDesk::leavingAll, &m_signInDesk, &SignInDesk::giveUpAny);
    connect(&m_signInDesk, &SignInDesk::replaced, &m_accountsDesk, &AccountsDesk::replace);
    connect(&m_accountsDesk, &AccountsDesk::noticed, this, &AppController::notice);
    connect(&m_accountsDesk, &AccountsDesk::everythingRemoved, this, &AppController::leave);
}

void AppController::open(const QString &address)
{
    m_signInDesk.setAddress(address);
    m_window.restoreGeometry(m_parts.preferences.windowGeometry());
    m_window.restoreSplitter(m_parts.preferences.splitterState());
    render();
    m_window.installEventFilter(this);
    m_begin->start(firstFrameAtLatest);
    m_window.show();
}

/// The first frame comes before anything that may take time.
bool AppController::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && event->type() == QEvent::Paint) {
        m_window.removeEventFilter(this);
        m_begin->start(0ms);
    }
    return QObject::eventFilter(watched, event);
}

void AppController::begin()
{
    m_window.removeEventFilter(this);
    QApplication::setWindowIcon(m_parts.tools.icons.applicationIcon()); // X11 wants it in all sizes
    m_presence.emplace(
        QDBusConnection::sessionBus(), m_window,
        Presence::Desks{.links
                        = {.device = m_desk, .browser = m_browserDesk, .unlink = m_unlinkDesk},
                        .accounts = m_accountsDesk,
                        .owners = m_owners},
        m_parts.preferences, m_parts.tools);
    m_screenLock.emplace(QDBusConnection::sessionBus());
    connect(&*m_screenLock, &ScreenLock::locked, &m_desk, &DeviceLinkDesk::hideCode);
    connect(&*m_presence, &Presence::linkWished, &m_window, &MainWindow::showLink);
    connect(&*m_presence, &Presence::newCodeWished, this,
            [this](const LinkKey &key) { m_desk.begin(key, &m_window); });
    connect(&*m_presence, &Presence::signInWished, this, &AppController::signIn);
    connect(&m_warnings, &SessionWarnings::due, &*m_presence, &Presence::tell);
    connect(&m_window, &MainWindow::linkWished, &*m_presence, &Presence::withdraw);
    connect(&m_window, &MainWindow::openPageWished, &*m_presence, &Presence::withdraw);
    connect(&*m_presence, &Presence::checkAllWished, &m_parts.services,
            &AccountServices::refreshAll);
    connect(&*m_presence, &Presence::leaving, this, &AppController::leave);
    const QString unread = SettingsTexts::notice(m_parts.settings, m_parts.accounts);
    if (!unread.isEmpty())
        notice(unread);
    m_parts.services.restoreAll();
    render(); // a session that stays signed out tells of nothing
    m_minute->start(minute);
}

AccountStatus AppController::statusOf(LinkService &service) const
{
    AccountStatus status = AccountStatus::of(service, m_parts.tools.clock);
    status.nextAsk = m_parts.services.nextAsk(status.id);
    if (!m_presence) // the first frame: the tokens are read right after it
        status.session = Session::Restoring{};
    status.sessionEnds = m_parts.services.sessionEnds(status.id);
    return status;
}

void AppController::showSettings()
{
    if (!m_settingsDialog) {
        m_settingsDialog = new SettingsDialog(m_parts.preferences, &m_window);
        m_settingsDialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_settingsDialog, &SettingsDialog::appearanceChosen, &m_look,
                &ApplicationLook::refresh);
        connect(m_settingsDialog, &SettingsDialog::trayIconStyleChosen, this, [this] {
            if (m_presence)
                m_presence->refreshTrayStyle();
        });
    }
    bringUp(*m_settingsDialog);
}

QList<AccountStatus> AppController::statuses() const
{
    QList<AccountStatus> accounts;
    for (LinkService *service : m_parts.services.all())
        accounts.append(statusOf(*service));
    return accounts;
}

void AppController::render()
{
    const QList<AccountStatus> accounts = statuses();
    const bool asking
        = std::any_of(accounts.cbegin(), accounts.cend(),
                      [](const AccountStatus &account) { return account.askingFor.has_value(); });
    if (asking && !m_tick->isActive())
        m_tick->start(second);
    m_window.setAccounts(accounts);
    m_accountsDesk.setAccounts(accounts);
    if (m_presence)
        m_warnings.consider(accounts, {.now = m_parts.tools.clock.wall()});
    renderTray();
}

void AppController::tick()
{
    if (m_window.isVisible()) // else its activation renders
        render();
}

/// Links expire, and keyrings are unlocked, without anybody saying so.
void AppController::minutePassed()
{
    m_parts.services.timePassed();
    m_parts.links.reconsider();
    m_minute->start(minute);
}

TrayContent AppController::trayContent() const
{
    TrayContent content{.items = TrayContent::itemsOf(m_parts.model),
                        .counts = TrayContent::countsOf(m_parts.model)};
    const auto *waiting
        = m_desk.flow() ? m_desk.flow()->as<DeviceLinkFlow::AwaitingUser>() : nullptr;
    if (waiting)
        content.flows.append({.link = m_desk.key(),
                              .provider = m_desk.subject()->provider,
                              .deadline = waiting->deadline});
    content.flows += m_browserDesk.trayFlows();
    content.nameOwners(m_owners);
    const QList<AccountStatus> all = statuses();
    content.troubled = TrayContent::troubledOf(all);
    content.state = content.stateFor(all);
    return content;
}

void AppController::renderTray()
{
    if (m_presence)
        m_presence->setTrayContent(trayContent());
}

void AppController::signIn(const AccountId &account)
{
    if (m_accountsDesk.showIfUnderWay(account))
        return;
    m_signInDesk.begin(account, &m_window);
}

void AppController::openDashboard(const AccountId &id)
{
    const Account *account = m_parts.accounts.find(id);
    if (account && !m_parts.tools.browser.open(account->page("/")))
        tellNotOpened(account->page("/"));
}

void AppController::chooseWebAddress(const AccountId &id)
{
    const Account *account = m_parts.accounts.find(id);
    if (!account)
        return;
    auto *dialog = new WebAddressDialog(*account, m_parts.tools, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &WebAddressDialog::chosen, &m_parts.services,
            [this, id](const WebAddress &address) { m_parts.services.setWebAddress(id, address); });
    dialog->open();
}

void AppController::openProviderPage(const WebAddress &page, const LinkKey &key)
{
    m_providerPages.open(page, key, &m_window);
}

void AppController::tellNotOpened(const WebAddress &page)
{
    const bool copied = m_parts.tools.clipboard.copy(page.encoded());
    notice(copied ? tr("No browser could be started. The link is on the clipboard.")
                  : tr("No browser could be started."));
}

void AppController::copy(const QString &text)
{
    notice(m_parts.tools.clipboard.copy(text) ? tr("The text is on the clipboard.")
                                              : tr("The clipboard did not take the text."));
}

void AppController::notice(const QString &text)
{
    if (m_presence)
        m_presence->notice(text);
    else
        m_window.setNotice(text);
}

void AppController::flowSettled()
{
    if (m_parts.services.find(m_desk.key().account) && m_desk.flow() && m_desk.subject())
        tell(flowNewsOf(*m_desk.flow()), m_desk.key(), *m_desk.subject());
}

/// Whoever has the window before them sees it there.
void AppController::tellIncidents(const QList<Incident> &incidents)
{
    const auto news = IncidentNews::of(incidents, m_parts.links, m_parts.accounts);
    if (news && m_presence && !m_window.isActiveWindow())
        m_presence->tell(*news);
}

void AppController::tell(LinkNews::Kind kind, const LinkKey &link, const LinkSubject &subject)
{
    if (m_presence)
        m_presence->tell(
            {.kind = kind, .link = link, .provider = subject.provider, .server = subject.server});
}

void AppController::leave()
{
    m_parts.preferences.setWindowGeometry(m_window.saveGeometry());
    m_parts.preferences.setSplitterState(m_window.splitterState());
    m_desk.cancel();
    m_parts.tools.clipboard.forgetCode();
    m_window.setCloseAllowed(true);
    QApplication::quit();
}

// SPDX-License-Identifier: MIT
#pragma once

#include "accountsdesk.h"
#include "browserlinkdesk.h"
#include "desktop/applicationlook.h"
#include "desktop/screenlock.h"
#include "devicelinkdesk.h"
#include "dialogs/dialogtools.h"
#include "linkowners.h"
#include "links/incidentwatch.h"
#include "presence.h"
#include "providerpages.h"
#include "sessionwarnings.h"
#include "signindesk.h"
#include "unlinkdesk.h"
#include "window/accountstatus.h"
#include "window/mainwindow.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

class AccountBook;
class AccountServices;
class LinkModel;
class LinkService;
class MemoryTokenStore;
class SettingsDialog;
class SettingsFile;
class TokenStore;

/// Everything Fairlead is made of; all of it outlives the controller.
struct AppParts {
    SettingsFile &settings;
    Preferences &preferences;
    AccountBook &accounts;
    AccountServices &services;
    LinkBook &links;
    LinkModel &model;
    TokenStore &keychain;
    MemoryTokenStore &thisRun;
    CliImport cli;      ///< of the Coder command line
    QString coderUrl{}; ///< $CODER_URL
    Theme &theme;
    DialogTools tools;
    QList<StoredThing *> things; ///< all that is kept in files
};

/// Turns wishes of window, tray and notifications into requests, and facts into what they show.
class AppController : public QObject
{
    Q_OBJECT

public:
    explicit AppController(const AppParts &parts, QObject *parent = nullptr);
    ~AppController() override;

    /// Shows the window at once; keyring and servers are asked after its first frame, or soon where
    /// nobody sees one. \a address is what adding an account begins with.
    void open(const QString &address);

    [[nodiscard]] MainWindow &window() { return m_window; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectWindow();
    void connectDesk();
    void connectAccounts();
    void begin();
    void showSettings();
    void render();
    void renderTray();
    [[nodiscard]] AccountStatus statusOf(LinkService &service) const;
    [[nodiscard]] QList<AccountStatus> statuses() const;
    [[nodiscard]] TrayContent trayContent() const;
    void tick();
    void minutePassed();

    void signIn(const AccountId &account);
    void openProviderPage(const WebAddress &page, const LinkKey &key);
    void tellNotOpened(const WebAddress &page);
    void copy(const QString &text);
    void notice(const QString &text);
    void openDashboard(const AccountId &account);
    void chooseWebAddress(const AccountId &account);
    void flowSettled();
    void tellIncidents(const QList<Incident> &incidents);
    void tell(LinkNews::Kind kind, const LinkKey &link, const LinkSubject &subject);
    void leave();

    AppParts m_parts;
    LinkOwners m_owners;
    ApplicationLook m_look; ///< before all that is seen
    MainWindow m_window;
    DeviceLinkDesk m_desk;
    BrowserLinkDesk m_browserDesk;
    UnlinkDesk m_unlinkDesk;
    AccountsDesk m_accountsDesk;
    SignInDesk m_signInDesk;
    ProviderPages m_providerPages;
    IncidentWatch m_incidents;
    SessionWarnings m_warnings;
    std::optional<Presence> m_presence;     ///< from the first frame on
    std::optional<ScreenLock> m_screenLock; ///< the same
    std::unique_ptr<ClockTimer> m_begin;    ///< to go on after the first frame
    std::unique_ptr<ClockTimer> m_tick;     ///< once a second while a list is being waited for
    std::unique_ptr<ClockTimer> m_minute;
    QPointer<SettingsDialog> m_settingsDialog;
};

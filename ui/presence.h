// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/colorscheme.h"
#include "desktop/launchercount.h"
#include "desktop/linknews.h"
#include "desktop/notifier.h"
#include "desktop/traycontent.h"
#include "desktop/traywatch.h"
#include "dialogs/dialogtools.h"
#include "dialogs/quitdialog.h"
#include "linkdesks.h"

#include <QDialog>
#include <QObject>
#include <QPointer>

#include <memory>

class AccountsDesk;
class LinkOwners;
class MainWindow;
class Preferences;
class TrayIcon;

/// How Fairlead lives on the desktop when nobody looks: the tray icon where there is a tray, what
/// closing and quitting mean, and notifications with their fallbacks.
class Presence : public QObject
{
    Q_OBJECT

public:
    /// Where something goes on that would be lost.
    struct Desks {
        LinkDesks links;
        AccountsDesk &accounts;
        const LinkOwners &owners;
    };

    Presence(const QDBusConnection &bus, MainWindow &window, const Desks &desks,
             Preferences &preferences, const DialogTools &tools, QObject *parent = nullptr);
    ~Presence() override;

    void setTrayContent(const TrayContent &content);
    /// After the colours of the theme have changed.
    void refreshColors();
    /// After another look of the tray icon was chosen.
    void refreshTrayStyle();
    void tell(const LinkNews &news) { m_notifier.tell(news); }
    /// The window says it, and where that is not in sight the desktop does.
    void notice(const QString &text);
    /// The person is at this link: what was told about it is over.
    void withdraw(const LinkKey &key) { m_notifier.withdraw(key); }
    /// Brings the window to the front, and what waits to be seen; \a activationToken
    /// (XDG_ACTIVATION_TOKEN) may be empty.
    void showWindow(const QString &activationToken = {});
    /// Asks first where something is under way.
    void quit();

signals:
    void linkWished(const LinkKey &key);
    void newCodeWished(const LinkKey &key);
    void signInWished(const AccountId &account);
    void checkAllWished();
    /// Nothing holds Fairlead any more.
    void leaving();

private:
    void connectNotifier();
    void raiseWindow(const QString &activationToken);
    void trayAppeared();
    void connectTrayFlows();
    void trayVanished();
    void close();
    void hideDialogs();
    void showDialogs();
    [[nodiscard]] bool isLinking() const;
    [[nodiscard]] QString whyOpen() const;
    [[nodiscard]] QList<QuitDialog::Stake> atStake() const;
    [[nodiscard]] QuitDialog::Stake stakeOf(const LinkKey &link, const UntrustedText &provider,
                                            QuitDialog::Loss loss) const;
    void renderQuestion();
    void fallBack(const QString &title, const QString &body);

    MainWindow &m_window;
    DeviceLinkDesk &m_desk;
    BrowserLinkDesk &m_browserDesk;
    UnlinkDesk &m_unlinkDesk;
    AccountsDesk &m_accountsDesk;
    const LinkOwners &m_owners;
    Preferences &m_preferences;
    DialogTools m_tools;
    TrayWatch m_trayWatch;
    Notifier m_notifier;
    LauncherCount m_launcher;
    TrayContent m_content;
    std::unique_ptr<TrayIcon> m_tray;
    std::unique_ptr<QuitDialog> m_quitDialog;
    QList<QPointer<QDialog>> m_hiddenDialogs; ///< those that went away with the window
};

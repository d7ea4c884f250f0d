// SPDX-License-Identifier: MIT
#pragma once

#include "links/gitlink.h"
#include "window/accountstatus.h"
#include "window/linkaction.h"

#include <QMainWindow>
#include <QTimer>

class AccountStrip;
class Clock;
class EmptyState;
class Icons;
class LinkBook;
class LinkModel;
class LinkRows;
class LinksPage;
class QMenu;
class QStackedWidget;
class QVBoxLayout;
class StatusLine;
class Theme;
class WebAddress;
class WindowMenus;
enum class EmptyWish;
enum class Remedy;
struct Shortcut;

/// The window: every link in groups, one of them in detail, and what can be done about it. It shows
/// what it is given and reports what the person wishes; it asks no server and decides nothing.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(LinkModel &links, LinkBook &book, Clock &clock, const Theme &theme,
               const Icons &icons, QWidget *parent = nullptr);
    ~MainWindow() override;

    void setAccounts(const QList<AccountStatus> &accounts);
    /// Stands in the status line for a while; for where notifications do not work.
    void setNotice(const QString &text);
    /// Selects the link and shows its details, opening its group and clearing the filter where they
    /// hide it.
    void showLink(const LinkKey &key);
    /// Empty where none is selected.
    [[nodiscard]] LinkKey selectedLink() const;
    /// The keys of the menus, for the list of them.
    [[nodiscard]] QList<Shortcut> shortcuts() const;
    /// Closing is a wish, closeRequested(), until this is true.
    void setCloseAllowed(bool allowed) { m_closeAllowed = allowed; }
    /// Puts times into words again; the window does so every minute while it is visible.
    void refreshTimes();

    [[nodiscard]] QByteArray splitterState() const;
    void restoreSplitter(const QByteArray &state);

signals:
    void addAccountWished();
    void accountsWished();
    void removeEverythingWished();
    void signInWished(const AccountId &account);
    void unlockWished(const AccountId &account);
    void cancelUnlockWished(const AccountId &account);
    void retryWished(const AccountId &account);
    void checkAllWished();
    /// Link or reconnect by device code.
    void linkWished(const LinkKey &key);
    /// Link or reconnect on the deployment's page.
    void openPageWished(const LinkKey &key);
    void checkWished(const LinkKey &key);
    void unlinkWished(const LinkKey &key);
    /// An address of the provider's, its host in sight.
    void openWished(const WebAddress &address, const LinkKey &key);
    void openDashboardWished(const AccountId &account);
    void webAddressWished(const AccountId &account);
    void copyWished(const QString &text);
    void settingsWished();
    void shortcutsWished();
    void aboutWished();
    void closeRequested();
    void quitWished();
    /// Another link is looked at.
    void linkSelected(const LinkKey &key);
    /// The person came to the window.
    void activated();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeCentre(LinkModel &links, LinkBook &book);
    void connectParts();
    void connectMenus();
    void render();
    void renderAccounts();
    void renderPage();
    void renderStrips();
    void renderStatus();
    void renderTitle();
    void renderMenus();
    void focusContent();
    void perform(LinkAction action, const LinkKey &key);
    void performRemedy(Remedy remedy, const AccountId &account);
    void performEmptyWish(EmptyWish wish, const AccountId &account);
    void copyForAdmin(const LinkKey &key);
    [[nodiscard]] QString checkAllObstacle() const;

    LinkModel &m_links;
    LinkBook &m_book;
    Clock &m_clock;
    const Theme &m_theme;
    const Icons &m_icons;
    QList<AccountStatus> m_accounts;
    LinkRows *m_rows;
    WindowMenus *m_menus;
    QMenu *m_contextMenu;
    QVBoxLayout *m_strips = nullptr;
    QList<AccountStrip *> m_accountStrips;
    QStackedWidget *m_pages = nullptr;
    LinksPage *m_page = nullptr;
    EmptyState *m_empty = nullptr;
    StatusLine *m_status = nullptr;
    QTimer m_minute;
    bool m_closeAllowed = false;
};

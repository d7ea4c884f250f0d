// SPDX-License-Identifier: MIT
#pragma once

#include "browserlinking.h"

#include <QObject>

#include <memory>
#include <vector>

class AccountServices;
class LinkBook;

/// Keeps the linkings in the browser that are under way, one for a link, each in its dialog or in
/// the background.
class BrowserLinkDesk : public QObject
{
    Q_OBJECT

public:
    BrowserLinkDesk(AccountServices &services, LinkBook &links, Preferences &preferences,
                    const DialogTools &tools, QObject *parent = nullptr);
    ~BrowserLinkDesk() override;

    /// Starts linking \a key and shows its dialog beside \a window; where it is under way, that
    /// dialog is shown.
    void begin(const LinkKey &key, QWidget *window);
    /// Null where there is none, settled or not.
    [[nodiscard]] BrowserLinking *find(const LinkKey &key) const;
    /// Those that look for a link to be made, or are about to, in the order they were begun.
    [[nodiscard]] QList<const BrowserLinking *> underWay() const;
    /// What the tray shows of them.
    [[nodiscard]] QList<TrayContent::Flow> trayFlows() const;
    /// Who comes back from the browser wants to know at once.
    void lookNow();
    /// The window goes away and takes the dialogs along; the flows go on.
    void hideWithWindow();
    /// The person is back to see what was hidden with the window, or what became of it.
    void showUnseen();
    /// The account is being signed out: what was begun for it goes, and nothing more is told of it.
    void leave(const AccountId &account);

signals:
    /// A linking came, went, or is in another state.
    void changed();
    /// \a linking has come to an end while the person was elsewhere, as in the browser.
    void endedUnseen(const BrowserLinking &linking);
    void signInWished(const AccountId &account);
    void unlinkWished(const LinkKey &key);
    void openWished(const WebAddress &page, const LinkKey &key);

private:
    [[nodiscard]] QList<LinkKey> keys() const; ///< for going through them while some go
    void connectLinking(BrowserLinking &linking);
    void drop(const LinkKey &key);

    AccountServices &m_services;
    LinkBook &m_links;
    Preferences &m_preferences;
    DialogTools m_tools;
    std::vector<std::unique_ptr<BrowserLinking>> m_linkings;
};

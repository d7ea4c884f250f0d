// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/traycontent.h"
#include "dialogs/dialogtools.h"
#include "dialogs/linksubject.h"
#include "links/browserlinkflow.h"
#include "links/gitlink.h"

#include <QObject>

#include <memory>
#include <optional>

class AccountServices;
class BrowserLinkDialog;
class LinkBook;
class Preferences;
class QWidget;
struct BrowserPages;

/// Keeps the one linking in the browser that is under way, in its dialog or in the background. What
/// ends in the background is told; where a person may still do something, it waits to be seen.
class BrowserLinkDesk : public QObject
{
    Q_OBJECT

public:
    BrowserLinkDesk(AccountServices &services, LinkBook &links, Preferences &preferences,
                    const DialogTools &tools, QObject *parent = nullptr);
    ~BrowserLinkDesk() override;

    /// Starts linking \a key and shows its dialog beside \a window, in place of one that only waits
    /// for another link; where it is the same link, that dialog is shown.
    void begin(const LinkKey &key, QWidget *window);
    [[nodiscard]] const std::optional<LinkSubject> &subject() const { return m_subject; }
    [[nodiscard]] const LinkKey &key() const { return m_key; }
    [[nodiscard]] const BrowserLinkFlow *flow() const { return m_flow.get(); }

    /// It looks for a link to be made, or is about to.
    [[nodiscard]] bool isUnderWay() const
    {
        return m_flow && !m_flow->isSettled() && !m_flow->as<BrowserLinkFlow::Ready>();
    }
    /// What the tray shows of it; none where nothing is under way, nor has stopped.
    [[nodiscard]] std::optional<TrayContent::Flow> trayFlow() const;
    /// Brings its dialog to the front.
    void show();
    void cancel();
    /// A person wishes a look, also where it has stopped looking.
    void checkAgain();
    /// Who comes back from the browser wants to know at once.
    void lookNow();
    /// The window goes away and takes the dialog along; the flow goes on.
    void hideWithWindow();
    /// The person is back to see what was hidden with the window, or what became of it.
    void showUnseen();
    /// The account is being signed out: what was begun for it goes, and nothing more is told of it.
    void leave(const AccountId &account);

signals:
    /// flow() came, went, or is in another state.
    void changed();
    /// The flow has come to an end while the person was elsewhere, as in the browser; flow() says
    /// which.
    void endedUnseen();
    void signInWished(const AccountId &account);
    void unlinkWished(const LinkKey &key);
    void openWished(const WebAddress &page, const LinkKey &key);

private:
    void makeDialog(const BrowserPages &pages, QWidget *window);
    void flowChanged();
    enum class Away { ByWish, WithWindow };

    void drop();

    AccountServices &m_services;
    LinkBook &m_links;
    Preferences &m_preferences;
    DialogTools m_tools;
    LinkKey m_key;
    std::optional<LinkSubject> m_subject;
    std::unique_ptr<BrowserLinkFlow> m_flow;
    std::unique_ptr<BrowserLinkDialog> m_dialog;
    Away m_away = Away::ByWish; ///< why the dialog is hidden, where it is
};

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

class BrowserLinkDialog;
class LinkService;
class Preferences;
class QWidget;

/// One linking in the browser, in its dialog or in the background. What ends in the background is
/// told; where a person may still do something, it waits to be seen.
class BrowserLinking : public QObject
{
    Q_OBJECT

public:
    BrowserLinking(const GitLink &link, LinkService &service, Preferences &preferences,
                   const DialogTools &tools, QWidget *window);
    ~BrowserLinking() override;

    [[nodiscard]] const LinkKey &key() const { return m_key; }
    [[nodiscard]] const LinkSubject &subject() const { return m_subject; }
    [[nodiscard]] const BrowserLinkFlow &flow() const { return *m_flow; }
    /// It looks for a link to be made, or is about to.
    [[nodiscard]] bool isUnderWay() const;
    /// What the tray shows of it; none where nothing is under way, nor has stopped.
    [[nodiscard]] std::optional<TrayContent::Flow> trayFlow() const;

    void start();
    /// Brings its dialog to the front.
    void show();
    void cancel();
    /// Nothing is asked or said from now on; then it is of no use any more.
    void giveUp();
    /// A person wishes a look, also where it has stopped looking.
    void checkAgain();
    /// Who comes back from the browser wants to know at once.
    void lookNow();
    /// The window goes away and takes the dialog along; the flow goes on.
    void hideWithWindow();
    /// The person is back to see what was hidden with the window, or what became of it.
    void showUnseen();

signals:
    /// flow() is in another state.
    void changed();
    /// The flow has come to an end while the person was elsewhere, as in the browser.
    void endedUnseen();
    /// Nobody needs it any more.
    void over();
    void signInWished();
    void unlinkWished();
    void openWished(const WebAddress &page);

private:
    void connectDialog();
    void flowChanged();
    enum class Away { ByWish, WithWindow };

    Preferences &m_preferences;
    const LinkKey m_key;
    const LinkSubject m_subject;
    std::unique_ptr<BrowserLinkFlow> m_flow;
    std::unique_ptr<BrowserLinkDialog> m_dialog;
    Away m_away = Away::ByWish; ///< why the dialog is hidden, where it is
};

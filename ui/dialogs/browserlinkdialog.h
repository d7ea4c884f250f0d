// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/browserlinktexts.h"
#include "dialogs/browserpage.h"
#include "dialogs/dialogtools.h"
#include "dialogs/plaindialog.h"

#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

class BrowserChoice;
class ClockTimer;
class CopyButton;
class DialogHeading;
class EndingPanel;
class QPushButton;

/// Shows one linking in the browser: it opens the deployment's page once that is of use, says for
/// whom the link will be made, and what is waited for. Closing it ends the looking, not the link.
class BrowserLinkDialog : public PlainDialog
{
    Q_OBJECT

public:
    BrowserLinkDialog(BrowserLinkFlow &flow, const LinkSubject &subject, const BrowserPages &pages,
                      const DialogTools &tools, QWidget *parent = nullptr);
    ~BrowserLinkDialog() override;

    /// The page opens in the installed browser of this id, empty for the default one; where
    /// nobody has chosen and there is a choice, the person is asked first.
    void setBrowser(const std::optional<QString> &id);

    void reject() override;

signals:
    void backgroundWished();
    void signInWished();
    void unlinkWished();
    /// A page of the provider's, its host in sight.
    void openWished(const WebAddress &page);
    void browserChosen(const QString &id);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void arrange();
    void makeButtons();
    void render();
    void renderPreparing(const BrowserLinkFlow::Preparing &state);
    void renderReady();
    void renderWaiting(const BrowserLinkFlow::Waiting &state);
    void renderLinked(const BrowserLinkFlow::Linked &state);
    void renderRefused(const BrowserLinkFlow::Refused &state);
    void renderPage();
    /// What is to be known of the page, with \a buttons below it.
    void showPage(const QList<QWidget *> &buttons);
    enum class Page { Shown, Hidden };
    void showEnding(const BrowserLinkTexts::Ending &ending, Page page);
    void setMain(const QString &text, std::function<void()> wish);
    void openPage();
    void openFirst();
    void tick();
    void flowIsGone();

    QPointer<BrowserLinkFlow> m_flow;
    const LinkSubject m_subject;
    const BrowserPages m_pages;
    BrowserPage m_page; ///< the one of use, as far as is known
    const DialogTools m_tools;
    DialogHeading *m_heading;
    QWidget *m_waiting;
    StatusNote *m_purpose;
    StatusNote *m_noBrowser;
    StatusNote *m_state;
    StatusNote *m_hint;
    EndingPanel *m_ending;
    QPushButton *m_open;
    CopyButton *m_copy;
    BrowserChoice *m_browsers;
    QPushButton *m_background = nullptr;
    QPushButton *m_apps = nullptr;
    QPushButton *m_main = nullptr;
    QPushButton *m_close = nullptr;
    WebAddress m_appsPage; ///< where the person sees what the provider lets in
    std::function<void()> m_mainWish;
    std::unique_ptr<ClockTimer> m_tick; ///< until the hint is due
};

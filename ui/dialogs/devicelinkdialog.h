// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/devicelinktexts.h"
#include "dialogs/dialogtools.h"
#include "dialogs/plaindialog.h"

#include <QPointer>

#include <functional>
#include <memory>

class ClockTimer;
class CodePanel;
class DialogHeading;
class EndingPanel;
class QBoxLayout;
class QPushButton;
class QrPanel;
class WaitingLine;

/// The host codes for this account and provider were entered on until now.
struct AcceptedHost {
    QString host{}; ///< empty for the first time
    std::function<void(const QString &host)> remember{};
};

/// Shows what a DeviceLinkFlow is waiting for and how it ended. It decides nothing: the flow does,
/// and it may go on without this window, or end before it. Not modal: show() it.
class DeviceLinkDialog : public PlainDialog
{
    Q_OBJECT

public:
    DeviceLinkDialog(DeviceLinkFlow &flow, const LinkSubject &subject, AcceptedHost accepted,
                     const DialogTools &tools, QWidget *parent = nullptr);
    ~DeviceLinkDialog() override;

    [[nodiscard]] DeviceLinkFlow *flow() const { return m_flow; }
    void hideCode();

public slots:
    /// Esc, Cancel and closing: gives the flow up, and stays only to say what came of it.
    void reject() override;

signals:
    /// Hide me, the flow goes on.
    void backgroundWished();
    void signInWished();
    void unlinkWished();
    /// The page is on the host shown beside the button.
    void installWished(const WebAddress &page);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Page { Nothing, Waiting, Paused, Ending };

    void arrange();
    void makeButtons();
    void connectPanels();
    void render();
    void renderWaiting(const DeviceLinkFlow::AwaitingUser &state);
    void renderLinked(const DeviceLinkFlow::Linked &state);
    void renderFailed(const DeviceLinkFlow::Failed &state);
    void renderEnding(const DeviceLinkTexts::Ending &ending);
    void renderCancelled();
    void turnTo(Page page);
    void flowIsGone();

    bool copyCode(const QString &text);
    void copyAndOpen();
    void openPage();
    void openKnownPage(const WebAddress &page);
    void tick();
    [[nodiscard]] bool isWatched() const;

    QPointer<DeviceLinkFlow> m_flow;
    const LinkSubject m_subject;
    AcceptedHost m_accepted;
    const DialogTools m_tools;
    DialogHeading *m_heading;
    QWidget *m_waiting;
    QBoxLayout *m_columns = nullptr;
    CodePanel *m_code;
    QrPanel *m_qr;
    WaitingLine *m_line;
    EndingPanel *m_ending;
    QPushButton *m_background = nullptr;
    QPushButton *m_install = nullptr;
    QPushButton *m_main = nullptr; ///< what helps on: its text and wish depend on the state
    QPushButton *m_unlink = nullptr;
    QPushButton *m_close = nullptr;
    std::function<void()> m_mainWish;
    std::unique_ptr<ClockTimer> m_tick; ///< once a second while somebody looks
    QString m_codeShown;
    Page m_page = Page::Nothing;
};

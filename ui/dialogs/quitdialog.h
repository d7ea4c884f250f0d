// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/dialogtools.h"
#include "dialogs/linksubject.h"
#include "dialogs/plaindialog.h"
#include "links/browserlinkflow.h"
#include "links/devicelinkflow.h"

#include <optional>

class StatusNote;

/// Asks before quitting while a linking is under way and says what would become of it. Staying is
/// the easy answer.
class QuitDialog : public PlainDialog
{
    Q_OBJECT

public:
    QuitDialog(const LinkSubject &subject, const DeviceLinkFlow::State &state,
               const DialogTools &tools, QWidget *parent = nullptr);
    /// For a link that is being made in the browser.
    QuitDialog(const LinkSubject &subject, const BrowserLinkFlow &flow, const DialogTools &tools,
               QWidget *parent = nullptr);

    /// The flow has gone on meanwhile.
    void present(const DeviceLinkFlow::State &state);

private:
    enum class Loss {
        Request,
        Code,
        CodeAfterSilence, ///< an answer was lost that may have been the link
        NewsOfApproval,
        NewsOfSecondLook,
        NewsOfTheBrowser,
    };
    QuitDialog(const LinkSubject &subject, Loss loss, const DialogTools &tools, QWidget *parent);
    [[nodiscard]] static Loss lossIn(const DeviceLinkFlow::State &state);
    void say(Loss loss);
    void render();

    LinkSubject m_subject;
    std::optional<Loss> m_loss;
    StatusNote *m_note;
};

// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/dialogtools.h"
#include "dialogs/linksubject.h"
#include "dialogs/plaindialog.h"
#include "links/devicelinkflow.h"

#include <optional>

class StatusNote;

/// Asks before quitting while a linking is under way and says what would become of it. Staying is
/// the easy answer.
class QuitDialog : public PlainDialog
{
    Q_OBJECT

public:
    /// What quitting would lose.
    enum class Loss {
        Request,
        Code,
        CodeAfterSilence, ///< an answer was lost that may have been the link
        NewsOfApproval,
        NewsOfSecondLook,
        NewsOfTheBrowser, ///< where the link is made by itself; only to hear of it is lost
    };
    [[nodiscard]] static Loss lossIn(const DeviceLinkFlow::State &state);

    QuitDialog(const LinkSubject &subject, Loss loss, const DialogTools &tools,
               QWidget *parent = nullptr);

    /// The flow may have gone on meanwhile.
    void present(Loss loss);

private:
    void render();

    LinkSubject m_subject;
    std::optional<Loss> m_loss;
    StatusNote *m_note;
};

// SPDX-License-Identifier: MIT
#pragma once

#include "base/untrustedtext.h"
#include "dialogs/dialogtools.h"
#include "dialogs/plaindialog.h"
#include "links/devicelinkflow.h"
#include "widgets/textrun.h"

#include <QList>

class StatusNote;

/// Asks before quitting while something is being linked, unlinked, signed out or removed, and says
/// what would become of it. Staying is the easy answer.
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
        UnlinkReceipt,
        RestOfSignOut,
        RestOfRemoval, ///< of everything that is stored
    };
    [[nodiscard]] static Loss lossIn(const DeviceLinkFlow::State &state);

    /// Something that is under way.
    struct Stake {
        UntrustedText provider{}; ///< of a link
        Loss loss = Loss::Code;
        TextRuns account{}; ///< that leaves, or whose the link is where that has to be said

        friend bool operator==(const Stake &, const Stake &) = default;
    };

    QuitDialog(const QList<Stake> &stakes, const DialogTools &tools, QWidget *parent = nullptr);

    /// The flows may have gone on meanwhile, and some may have ended.
    void present(const QList<Stake> &stakes);

private:
    static TextRuns providerOf(const Stake &stake);
    void presentOne(const Stake &stake);
    void presentDevice(const Stake &stake);
    void presentLeaving(const Stake &stake);
    void presentBrowser(const QStringList &providers);

    QList<Stake> m_stakes;
    StatusNote *m_device;
    StatusNote *m_browser;
    StatusNote *m_unlinking;
    StatusNote *m_leaving; ///< a sign-out, or everything that is stored
};

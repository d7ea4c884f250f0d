// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/linksubject.h"
#include "dialogs/statusnote.h"
#include "links/devicelinkflow.h"

#include <QCoreApplication>

/// The words of linking by device code: what is waited for, and how it ended.
class DeviceLinkTexts
{
    Q_DECLARE_TR_FUNCTIONS(DeviceLinkTexts)

public:
    /// Two lines; the time in them is strong.
    struct Waiting {
        StatusNote::Shape shape = StatusNote::Shape::Good;
        bool withShape = false; ///< plain waiting needs none
        TextRuns what{};
        TextRuns next{};
    };
    struct Ending {
        StatusNote::Shape shape = StatusNote::Shape::Stop;
        TextRuns what{};
        TextRuns next{};
        QStringList details{};
    };

    static Waiting waiting(const DeviceLinkFlow::AwaitingUser &state, const LinkSubject &subject,
                           const QString &time);
    /// Minutes and seconds as a clock shows them, or "about 15 minutes" where the server gave no
    /// time.
    static QString time(std::chrono::milliseconds left, bool assumed);
    /// The same for the ear, rounded to what is told: minutes, then half a minute.
    static QString spokenTime(std::chrono::milliseconds left);

    static Ending requesting(const LinkSubject &subject);
    static Ending verifying(DeviceLinkFlow::Verifying::After after, const LinkSubject &subject);
    static Ending linked(const DeviceLinkFlow::Linked &state, const LinkSubject &subject);
    static Ending linkedUnread(const LinkSubject &subject);
    static Ending approvedAfterCancel(const DeviceLinkFlow::CancelledButApproved &state,
                                      const LinkSubject &subject);
    static Ending failed(const DeviceLinkFlow::Failed &state, const LinkSubject &subject);
    static Ending appMissing(const WebAddress &install);

private:
    static Waiting paused(const DeviceLinkFlow::AwaitingUser &state, const LinkSubject &subject,
                          const TextRuns &left);
    static TextRuns comparison(const DeviceLinkFlow::Linked &state);
};

/// Sentences one after the other, the first of them strong.
TextRuns strongThen(const TextRuns &strong, const TextRuns &rest);
/// "@login" as an argument of runsOf().
TextRuns loginRun(const LinkUser &user);

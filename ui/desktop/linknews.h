// SPDX-License-Identifier: MIT
#pragma once

#include "base/untrustedtext.h"
#include "coder/serverurl.h"
#include "links/gitlink.h"

#include <QCoreApplication>
#include <QString>

/// How a linking ended, or that a link or an account needs attention, for somebody who is looking
/// elsewhere.
struct LinkNews {
    enum class Kind {
        Linked,
        LinkedUnread, ///< Coder accepted the approval; the link could not be read
        Denied,
        Expired,
        Failed,
        MaybeRenewed,   ///< it changed while it was to be linked in the browser
        StoppedLooking, ///< and there nothing changed for long
        LinkedBroken,   ///< it was linked there, and the link does not work
        MaybeLinked,    ///< it ended otherwise, after an exchange whose answer was lost
        ApprovedAfterCancel,
        MaybeApprovedAfterCancel,
        Broken, ///< found without anybody asking
        Ending,
        SessionEnds, ///< of the account of `link`, which has no provider
        Notice,      ///< what the window says in its last line, of no link and no account
    };

    Kind kind = Kind::Failed;
    LinkKey link{};
    UntrustedText provider{};
    ServerUrl server{};
    UntrustedText owner{}; ///< of the account of SessionEnds
    int others = 0;        ///< links of which the same is told at once
    QString when{};        ///< of SessionEnds, in words: "tomorrow at 18:40"
    QString words{};       ///< of Notice, all of them

    friend bool operator==(const LinkNews &, const LinkNews &) = default;
};

/// The words for it: ours, with nothing of a server's in them but a plain name and a host.
class LinkNewsTexts
{
    Q_DECLARE_TR_FUNCTIONS(LinkNewsTexts)

public:
    static QString title(const LinkNews &news);
    static QString body(const LinkNews &news);
    static QString showLink();
    static QString newCode();
    static QString signInAgain();
    static QString showWindow();

private:
    static QString incidentTitle(const LinkNews &news);
    static QString titleAfterCancel(const LinkNews &news);
    static QString titleOfNoFlow(const LinkNews &news);
    static QString bodyOfSeveral(const LinkNews &news);
    static QString bodyOfSession(const LinkNews &news);
};

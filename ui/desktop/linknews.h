// SPDX-License-Identifier: MIT
#pragma once

#include "base/untrustedtext.h"
#include "coder/serverurl.h"
#include "links/gitlink.h"

#include <QCoreApplication>
#include <QString>

/// How a linking by device code ended, for somebody who is looking elsewhere.
struct LinkNews {
    enum class Kind {
        Linked,
        LinkedUnread, ///< Coder accepted the approval; the link could not be read
        Denied,
        Expired,
        Failed,
        MaybeRenewed,   ///< it changed while it was to be linked in the browser
        StoppedLooking, ///< and there nothing changed for long
        MaybeLinked,    ///< it ended otherwise, after an exchange whose answer was lost
        ApprovedAfterCancel,
        MaybeApprovedAfterCancel,
    };

    Kind kind = Kind::Failed;
    LinkKey link{};
    UntrustedText provider{};
    ServerUrl server{};

    friend bool operator==(const LinkNews &, const LinkNews &) = default;
};

/// The words for it: ours, with nothing of a server's in them but a plain name and a host (S39).
class LinkNewsTexts
{
    Q_DECLARE_TR_FUNCTIONS(LinkNewsTexts)

public:
    static QString title(const LinkNews &news);
    static QString body(const LinkNews &news);
    static QString showLink();
    static QString newCode();
};

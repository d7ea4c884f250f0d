// SPDX-License-Identifier: MIT
#pragma once

#include "links/gitlink.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

struct AccountStatus;

/// What a person may do with one link, in the window's buttons and menus alike.
enum class LinkAction {
    Link,
    Reconnect,
    OpenPage, ///< links or reconnects where there is no device flow
    InstallApp,
    CopyForAdmin,
    CheckNow,
    Unlink,
    TryUnlink, ///< of an orphan: Coder offers no way, and says so
};

/// Which actions fit a link, in the order of their buttons.
struct LinkActions {
    Q_DECLARE_TR_FUNCTIONS(LinkActions)

public:
    QList<LinkAction> actions{};
    bool firstIsDefault
        = false; ///< the one thing to do; otherwise waiting or nothing is the advice

    static LinkActions of(const GitLink &link, LinkHealth health);
    static const QList<LinkAction> &all();
    /// As on a button, "…" where a dialog of ours follows.
    static QString label(LinkAction action);
    /// A browser opens: external-link icon, and the host in words.
    static bool opensBrowser(LinkAction action);
    /// Why it cannot be done now; empty where it can.
    static QString obstacle(LinkAction action, const AccountStatus &account);

    friend bool operator==(const LinkActions &, const LinkActions &) = default;
};

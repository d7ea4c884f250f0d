// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/browserpage.h"
#include "dialogs/devicelinktexts.h"
#include "links/browserlinkflow.h"

#include <QCoreApplication>

/// The words of linking in the browser: whose link it becomes, what is waited for, and how it
/// ended.
class BrowserLinkTexts
{
    Q_DECLARE_TR_FUNCTIONS(BrowserLinkTexts)

public:
    using Ending = DeviceLinkTexts::Ending;

    /// \a host is that of the page that will open, \a asks whether the person is
    /// asked before in which browser.
    static Ending preparing(const BrowserLinkFlow::Preparing &state, const QString &host,
                            bool asks);
    /// The link becomes that of whoever is signed in to Coder in the browser.
    static Ending purpose(const LinkSubject &subject, const BrowserPage &page);
    static Ending waiting(const BrowserLinkFlow::Waiting &state, const LinkSubject &subject,
                          const BrowserPage &page);
    /// After a while without a change.
    static Ending elsewhere(const LinkSubject &subject, const BrowserPage &page);
    static Ending linked(const BrowserLinkFlow::Linked &state, const LinkSubject &subject);
    static Ending seemsRenewed(const BrowserLinkFlow::SeemsRenewed &state,
                               const LinkSubject &subject);
    static Ending gaveUp(const BrowserLinkFlow::GaveUp &state, const LinkSubject &subject);
    static Ending failed(const BrowserLinkFlow::Failed &state, const LinkSubject &subject,
                         const QString &host);
    static Ending refused(const BrowserLinkFlow::Refused &state, const LinkSubject &subject);
    static Ending noBrowser(const WebAddress &page);

private:
    static TextRuns linkedRuns(const std::optional<LinkUser> &user, const LinkSubject &subject);
    static Ending unanswered(const ApiError &error, const LinkSubject &subject);
    static Ending looking(const LinkSubject &subject, const BrowserPage &page);
};

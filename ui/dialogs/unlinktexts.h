// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/linksubject.h"
#include "dialogs/receipt.h"
#include "links/unlinking.h"

#include <QCoreApplication>

/// The words of unlinking: what will happen, and an honest receipt of what did.
class UnlinkTexts
{
    Q_DECLARE_TR_FUNCTIONS(UnlinkTexts)

public:
    using Line = ReceiptLine;
    struct Receipt {
        TextRuns title{};
        QList<Line> lines{};
        QStringList details{};
        bool accessMayLive = false; ///< the provider may still let Coder in
    };

    static TextRuns question(const Unlinking &unlinking, const LinkSubject &subject);
    static QList<TextRuns> plan(const Unlinking &unlinking, const LinkSubject &subject);
    static Receipt underWay(bool lookingAgain, const LinkSubject &subject);
    /// \a appsPage is where the access can be ended by hand; absent where that is not known.
    static Receipt removed(const Unlinking::Removed &state, const LinkSubject &subject,
                           const WebAddress &appsPage);
    static Receipt failed(const Unlinking::Failed &state, const Unlinking::Plan &plan,
                          const LinkSubject &subject);
    /// The receipt as text, for the clipboard.
    static QString report(const Receipt &receipt, const LinkSubject &subject);

private:
    static TextRuns grantWide(const GitLink &link, const LinkSubject &subject);
    static Line revocation(const Unlinking::Removed &state, const LinkSubject &subject);
    static TextRuns byHand(const WebAddress &appsPage);
};

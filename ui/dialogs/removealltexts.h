// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/receipt.h"
#include "links/removingall.h"

#include <QCoreApplication>

/// The words of removing everything: what goes, and a receipt of what went.
class RemoveAllTexts
{
    Q_DECLARE_TR_FUNCTIONS(RemoveAllTexts)

public:
    static QList<TextRuns> plan(const RemovingAll::Choosing &state);
    /// A question once more: the keyring was to be unlocked, and is in the state \a keyring.
    static Receipt notUnlocked(StoreState keyring);
    static Receipt underWay(const RemovingAll &removing);
    static Receipt settled(const RemovingAll::Settled &state);
    static QString report(const Receipt &receipt);
    static bool isClean(const RemovingAll::Settled &state);

private:
    static QString nameOf(StoredThing::Kind kind);
    static ReceiptLine line(const RemovingAll::AccountEnd &end);
    static ReceiptLine line(const RemovingAll::Files &files);
    static QList<ReceiptLine> linesOf(const RemovingAll::Forgotten &forgotten);
};

// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/statusnote.h"

#include <QStringList>

/// One fact of a receipt, with its shape: what is, and what can still be done about it.
struct ReceiptLine {
    StatusNote::Shape shape = StatusNote::Shape::Good;
    TextRuns what{};
    TextRuns next{};
};

/// What became of something a person asked for, one line a fact.
struct Receipt {
    TextRuns title{};
    QList<ReceiptLine> lines{};
    QStringList details{};
};

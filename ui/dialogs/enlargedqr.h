// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/plaindialog.h"

/// A QR code as large as the screen comfortably allows, for a telephone farther away.
class EnlargedQr : public PlainDialog
{
    Q_OBJECT

public:
    explicit EnlargedQr(const QString &text, QWidget *parent = nullptr);
};

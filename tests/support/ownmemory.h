// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

/// What this process has left lying about in memory it may write to, freed or not.
class OwnMemory
{
public:
    /// How often the letters of \a secret (ASCII) stand there as UTF-16.
    static int wideCopies(QByteArrayView secret);
};

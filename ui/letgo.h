// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <memory>

/// Gives \a object up although a slot of its own may be running: it goes when that is over.
template <typename T>
void letGo(std::unique_ptr<T> &object)
{
    if (object)
        object.release()->deleteLater();
}

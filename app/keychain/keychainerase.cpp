// SPDX-License-Identifier: MIT
#include "keychain/keychainerase.h"

void KeychainErase::work()
{
    erase([this](const JobEnd &end) {
        if (end.kind == JobEnd::Kind::Succeeded || end.kind == JobEnd::Kind::Missing)
            makeSure();
        else
            failAfter(end);
    });
}

void KeychainErase::makeSure()
{
    read([this](const JobEnd &end) {
        if (end.kind == JobEnd::Kind::Missing)
            believeMissing([this] { succeed(); });
        else
            failAfter(end);
    });
}

// SPDX-License-Identifier: MIT
#pragma once

#include "datetexts.h"
#include "links/gitlink.h"
#include "window/accountstatus.h"

/// Everything the details of one link are made of.
struct ShownLink {
    GitLink link{};
    LinkHealth health = LinkHealth::Unknown;
    bool maybeLimited = false; ///< it may not be the link that is broken (perhapsLimited())
    AccountStatus account{};
    QDateTime learntAt{}; ///< UTC
    Today today{};
};

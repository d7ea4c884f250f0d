// SPDX-License-Identifier: MIT
#pragma once

#include "base/strongid.h"

class BrowserLinkDesk;
class DeviceLinkDesk;
class UnlinkDesk;

/// The desks whose flows a sign-out brings to an end.
struct LinkDesks {
    DeviceLinkDesk &device;
    BrowserLinkDesk &browser;
    UnlinkDesk &unlink;

    /// What was begun for \a account goes, and nothing more is told of it.
    void leave(const AccountId &account) const;
};

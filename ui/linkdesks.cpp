// SPDX-License-Identifier: MIT
#include "linkdesks.h"

#include "browserlinkdesk.h"
#include "devicelinkdesk.h"
#include "unlinkdesk.h"

void LinkDesks::leave(const AccountId &account) const
{
    device.leave(account);
    browser.leave(account);
    unlink.leave(account);
}

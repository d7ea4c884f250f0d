// SPDX-License-Identifier: MIT
#pragma once

#include "coder/webaddress.h"

struct Account;
struct GitLink;

/// Where a provider is linked in the browser.
struct BrowserPage {
    WebAddress address{};
    bool linksAgain = false; ///< what may still work

    static BrowserPage of(const GitLink &link, const Account &account);
};

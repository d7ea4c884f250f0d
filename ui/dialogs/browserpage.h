// SPDX-License-Identifier: MIT
#pragma once

#include "coder/webaddress.h"

struct Account;
struct GitLink;

/// Where a provider is linked in the browser.
struct BrowserPage {
    WebAddress address{};
    bool linksAgain = false; ///< what may still work
};

/// Its pages, of which it depends on the link which one is of use.
struct BrowserPages {
    WebAddress first{};
    WebAddress again{}; ///< not usable where the provider has none

    static BrowserPages of(const GitLink &link, const Account &account);
    /// \a works: there is a link that works.
    [[nodiscard]] BrowserPage page(bool works) const;
};

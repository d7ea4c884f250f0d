// SPDX-License-Identifier: MIT
#pragma once

#include "coder/webaddress.h"
#include "process.h"

/// Sends the person's browser to an address that S41 lets through; only ever from a click made
/// while the host is on screen. A seam for tests.
class Browser
{
public:
    Browser() = default;
    Browser(const Browser &) = delete;
    Browser &operator=(const Browser &) = delete;
    virtual ~Browser();

    /// False where no browser could be started: offer the link to copy. True does not mean that a
    /// page opened (S45).
    virtual bool open(const WebAddress &address) = 0;
};

/// Starts the desktop's browser, without our secrets or library paths in its environment (S44) and
/// with the limits the person's programs have.
class DesktopBrowser final : public Browser
{
public:
    explicit DesktopBrowser(const ProcessLimits &persons);

    bool open(const WebAddress &address) override;

private:
    ProcessLimits m_persons;
};

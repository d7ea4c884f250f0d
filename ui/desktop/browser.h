// SPDX-License-Identifier: MIT
#pragma once

#include "coder/webaddress.h"
#include "desktop/installedbrowsers.h"
#include "process.h"

/// Sends the person's browser to an address that is usable; only ever from a click made
/// while the host is on screen. A seam for tests.
class Browser
{
public:
    Browser() = default;
    Browser(const Browser &) = delete;
    Browser &operator=(const Browser &) = delete;
    virtual ~Browser();

    /// False where no browser could be started: offer the link to copy. True does not mean that a
    /// page opened.
    [[nodiscard]] bool open(const WebAddress &address) { return open(address, {}); }
    /// In the one of installed() that has this id, and nowhere else; an empty or unknown \a id is
    /// the default browser.
    [[nodiscard]] virtual bool open(const WebAddress &address, const QString &id) = 0;
    /// What there is beside the default browser.
    [[nodiscard]] virtual QList<InstalledBrowser> installed() const { return {}; }
};

/// Starts the desktop's browser, without our secrets or library paths in its environment and
/// with the limits the person's programs have.
class DesktopBrowser final : public Browser
{
public:
    explicit DesktopBrowser(const ProcessLimits &persons);

    using Browser::open;
    [[nodiscard]] bool open(const WebAddress &address, const QString &id) override;
    [[nodiscard]] QList<InstalledBrowser> installed() const override;

private:
    [[nodiscard]] static bool start(const InstalledBrowser &browser, const WebAddress &address);

    ProcessLimits m_persons;
};

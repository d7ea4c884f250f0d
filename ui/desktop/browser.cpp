// SPDX-License-Identifier: MIT
#include "desktop/browser.h"

#include "base/logging.h"
#include "desktop/childenvironment.h"

#include <QDesktopServices>

Browser::~Browser() = default;

DesktopBrowser::DesktopBrowser(const ProcessLimits &persons) : m_persons(persons) { }

bool DesktopBrowser::open(const WebAddress &address)
{
    if (!address.isUsable())
        return false;
    const ChildEnvironment environment(m_persons);
    const bool started = QDesktopServices::openUrl(address.url());
    if (!started)
        qCWarning(lcUi) << "no browser could be started";
    return started;
}

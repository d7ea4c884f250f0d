// SPDX-License-Identifier: MIT
#include "desktop/browser.h"

#include "base/logging.h"
#include "desktop/childenvironment.h"

#include <QDesktopServices>
#include <QLocale>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>

Browser::~Browser() = default;

DesktopBrowser::DesktopBrowser(const ProcessLimits &persons) : m_persons(persons) { }

QList<InstalledBrowser> DesktopBrowser::installed() const
{
    return installedBrowsers(QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation),
                             QLocale().name());
}

bool DesktopBrowser::open(const WebAddress &address, const QString &id)
{
    if (!address.isUsable())
        return false;
    const ChildEnvironment environment(m_persons);
    const QList<InstalledBrowser> browsers = id.isEmpty() ? QList<InstalledBrowser>() : installed();
    const auto chosen
        = std::find_if(browsers.cbegin(), browsers.cend(),
                       [&id](const InstalledBrowser &browser) { return browser.id == id; });
    const bool started = chosen == browsers.cend() ? QDesktopServices::openUrl(address.url())
                                                   : start(*chosen, address);
    if (!started)
        qCWarning(lcUi) << "no browser could be started";
    return started;
}

/// Without a shell: the page is one word, and begins with its scheme, so it is no option.
bool DesktopBrowser::start(const InstalledBrowser &browser, const WebAddress &address)
{
    QStringList words = wordsFor(browser.command, address.encoded());
    if (words.isEmpty())
        return false;
    const QString program = words.takeFirst();
    return QProcess::startDetached(program, words);
}

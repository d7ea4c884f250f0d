// SPDX-License-Identifier: MIT
#include "providerpages.h"

#include "desktop/browser.h"
#include "dialogs/changedhostdialog.h"
#include "session/preferences.h"

ProviderPages::ProviderPages(Preferences &preferences, const DialogTools &tools, QObject *parent)
    : QObject(parent), m_preferences(preferences), m_tools(tools)
{ }

void ProviderPages::open(const WebAddress &page, const LinkKey &key, QWidget *window)
{
    const QString before = m_preferences.acceptedHost(key.account, key.provider);
    if (before.isEmpty() || before == page.host()) {
        openAccepted(page, key);
        return;
    }
    auto *dialog = new ChangedHostDialog(page.host(), before, m_tools, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, page, key] { openAccepted(page, key); });
    dialog->open();
}

void ProviderPages::openAccepted(const WebAddress &page, const LinkKey &key)
{
    m_preferences.setAcceptedHost(key.account, key.provider, page.host());
    const QString browser = m_preferences.browser(key.account, key.provider).value_or(QString());
    if (!m_tools.browser.open(page, browser))
        emit notOpened(page);
}

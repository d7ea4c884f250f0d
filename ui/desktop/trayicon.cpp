// SPDX-License-Identifier: MIT
#include "desktop/trayicon.h"

#include "desktop/traypicture.h"
#include "pictures/icons.h"

using namespace Qt::StringLiterals;

namespace {

/// More than a tool tip holds; the window has them all.
constexpr qsizetype mostTroubled = 8;

} // namespace

TrayIcon::TrayIcon(const Icons &icons, const Theme &theme, Clock &clock, QObject *parent)
    : QObject(parent), m_icons(icons), m_menu(icons, theme, clock)
{
    connect(&m_menu, &TrayMenu::openWished, this, &TrayIcon::openWished);
    connect(&m_menu, &TrayMenu::linkWished, this, &TrayIcon::linkWished);
    connect(&m_menu, &TrayMenu::flowShowWished, this, &TrayIcon::flowShowWished);
    connect(&m_menu, &TrayMenu::flowCopyWished, this, &TrayIcon::flowCopyWished);
    connect(&m_menu, &TrayMenu::flowCheckWished, this, &TrayIcon::flowCheckWished);
    connect(&m_menu, &TrayMenu::flowCancelWished, this, &TrayIcon::flowCancelWished);
    connect(&m_menu, &TrayMenu::checkAllWished, this, &TrayIcon::checkAllWished);
    connect(&m_menu, &TrayMenu::quitWished, this, &TrayIcon::quitWished);
    connect(&m_icon, &QSystemTrayIcon::activated, this, &TrayIcon::activated);
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &TrayIcon::openWished);
    m_icon.setContextMenu(&m_menu);
    showState();
    m_icon.show();
}

TrayIcon::~TrayIcon()
{
    m_icon.setContextMenu(nullptr);
}

void TrayIcon::setContent(const TrayContent &content)
{
    if (content == m_content)
        return;
    m_content = content;
    m_menu.setContent(content);
    showState();
}

void TrayIcon::setStyle(TrayIconStyle style)
{
    m_style = style;
    showState();
}

void TrayIcon::refreshColors()
{
    m_menu.refreshColors();
}

void TrayIcon::showMessage(const QString &title, const QString &body)
{
    m_icon.showMessage(title, body, m_icons.applicationIcon());
}

void TrayIcon::activated(QSystemTrayIcon::ActivationReason reason)
{
    if (reason == QSystemTrayIcon::Trigger)
        emit openWished();
}

void TrayIcon::showState()
{
    m_icon.setIcon(trayPicture(m_icons, m_content.state, m_style));
    QStringList lines{sentence()};
    for (const TrayContent::Troubled &account : std::as_const(m_content.troubled))
        //: %1 is an account such as "ada on coder.example.com", %2 a trouble such as "offline"
        lines.append(tr("%1: %2").arg(account.name, account.trouble));
    if (lines.size() > 1 + mostTroubled)
        lines = lines.first(mostTroubled) << u"…"_s;
    m_icon.setToolTip(lines.join(u'\n'));
}

QString TrayIcon::sentence() const
{
    const int count = static_cast<int>(m_content.items.size());
    switch (m_content.state) {
    case TrayContent::State::AllWell:
        return m_content.counts.uncheckable > 0 ? tr("Fairlead: all links that can be checked work")
                                                : tr("Fairlead: all links work");
    case TrayContent::State::NothingLinked:
        return tr("Fairlead: nothing is linked yet");
    case TrayContent::State::Attention:
        return count == 1 ? tr("Fairlead: 1 link needs attention")
                          : tr("Fairlead: %n links need attention", nullptr, count);
    case TrayContent::State::Linking:
        return tr("Fairlead: a link is under way");
    case TrayContent::State::Offline:
        return offlineSentence();
    case TrayContent::State::NotChecked:
        return tr("Fairlead: the links could not be checked");
    case TrayContent::State::PartlyChecked:
        return tr("Fairlead: all links that could be checked work");
    case TrayContent::State::LinksUnchecked:
        return doubtfulSentence();
    case TrayContent::State::AccountTrouble:
        return m_content.troubled.size() == 1 ? tr("Fairlead: an account needs attention")
                                              : tr("Fairlead: accounts need attention");
    case TrayContent::State::SignedOut:
        return tr("Fairlead: signed out");
    case TrayContent::State::OpeningKeyring:
        return tr("Fairlead: opening the keyring");
    case TrayContent::State::KeyringLocked:
        return tr("Fairlead: the keyring is locked");
    case TrayContent::State::KeyringClosed:
        return tr("Fairlead: the keyring cannot be read");
    case TrayContent::State::Asking:
        return tr("Fairlead: asking how the links are");
    }
    Q_UNREACHABLE();
}

QString TrayIcon::doubtfulSentence() const
{
    const int count = m_content.counts.unchecked;
    return count == 1
        ? tr("Fairlead: no problems known, 1 link could not be checked")
        : tr("Fairlead: no problems known, %n links could not be checked", nullptr, count);
}

/// What needed attention still does, as far as anybody knows.
QString TrayIcon::offlineSentence() const
{
    const int count = static_cast<int>(m_content.items.size());
    if (count == 0)
        return tr("Fairlead: offline, showing the last known links");
    return count == 1
        ? tr("Fairlead: offline, 1 of the last known links needs attention")
        : tr("Fairlead: offline, %n of the last known links need attention", nullptr, count);
}

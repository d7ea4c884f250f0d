// SPDX-License-Identifier: MIT
#include "presence.h"

#include "accountsdesk.h"
#include "browserlinkdesk.h"
#include "desktop/trayicon.h"
#include "devicelinkdesk.h"
#include "dialogs/accountsubject.h"
#include "linkowners.h"
#include "pictures/icons.h"
#include "session/preferences.h"
#include "unlinkdesk.h"
#include "window/mainwindow.h"

#include <QIcon>
#include <QImage>

#include <utility>

namespace {

constexpr int notificationPictureSize = 48;

QImage notificationPicture(const Icons &icons)
{
    return icons.applicationIcon().pixmap(notificationPictureSize).toImage();
}

} // namespace

Presence::Presence(const QDBusConnection &bus, MainWindow &window, const Desks &desks,
                   Preferences &preferences, const DialogTools &tools, QObject *parent)
    : QObject(parent), m_window(window), m_desk(desks.links.device),
      m_browserDesk(desks.links.browser), m_unlinkDesk(desks.links.unlink),
      m_accountsDesk(desks.accounts), m_owners(desks.owners), m_preferences(preferences),
      m_tools(tools), m_trayWatch(bus), m_notifier(bus, notificationPicture(tools.icons)),
      m_launcher(bus)
{
    connect(&window, &MainWindow::closeRequested, this, &Presence::close);
    connect(&window, &MainWindow::quitWished, this, &Presence::quit);
    // Later: the dialog that was closed just now may be about to leave the desk.
    connect(&window, &MainWindow::activated, &m_desk, &DeviceLinkDesk::showUnseen,
            Qt::QueuedConnection);
    connect(&window, &MainWindow::activated, &m_browserDesk, &BrowserLinkDesk::showUnseen,
            Qt::QueuedConnection);
    connect(&m_trayWatch, &TrayWatch::appeared, this, &Presence::trayAppeared);
    connect(&m_trayWatch, &TrayWatch::vanished, this, &Presence::trayVanished);
    connect(&m_desk, &DeviceLinkDesk::changed, this, &Presence::renderQuestion);
    connect(&m_browserDesk, &BrowserLinkDesk::changed, this, &Presence::renderQuestion);
    connect(&m_unlinkDesk, &UnlinkDesk::changed, this, &Presence::renderQuestion);
    connect(&m_accountsDesk, &AccountsDesk::changed, this, &Presence::renderQuestion);
    connectNotifier();
    if (m_trayWatch.isThere())
        trayAppeared();
}

Presence::~Presence() = default;

void Presence::connectNotifier()
{
    connect(&m_notifier, &Notifier::openLinkWished, this,
            [this](const LinkKey &key, const QString &activationToken) {
                showWindow(activationToken);
                emit linkWished(key);
            });
    connect(&m_notifier, &Notifier::openWindowWished, this, &Presence::showWindow);
    connect(&m_notifier, &Notifier::newCodeWished, this,
            [this](const LinkKey &key, const QString &activationToken) {
                raiseWindow(activationToken);
                emit newCodeWished(key);
            });
    connect(&m_notifier, &Notifier::signInWished, this,
            [this](const AccountId &account, const QString &activationToken) {
                raiseWindow(activationToken);
                emit signInWished(account);
            });
    connect(&m_notifier, &Notifier::fallbackWished, this, &Presence::fallBack);
    connect(&m_window, &MainWindow::activated, this, [this] { m_notifier.withdraw({}); });
}

void Presence::notice(const QString &text)
{
    m_window.setNotice(text);
    if (!m_window.isVisible() || m_window.isMinimized())
        m_notifier.tell({.kind = LinkNews::Kind::Notice, .words = text});
}

/// Without a notification service: the tray's own message, or at least a line in the window.
void Presence::fallBack(const QString &title, const QString &body)
{
    if (m_tray)
        m_tray->showMessage(title, body);
    if (!body.isEmpty()) // a notice stands there already
        m_window.setNotice(tr("%1. %2").arg(title, body));
    if (!m_window.isActiveWindow())
        return;
    m_desk.showUnseen();
    m_browserDesk.showUnseen();
}

/// An icon is made only now: its first touch settles which kind of tray Qt uses.
void Presence::trayAppeared()
{
    if (m_tray)
        return;
    m_tray = std::make_unique<TrayIcon>(m_tools.icons, m_tools.theme, m_tools.clock);
    m_tray->setStyle(m_preferences.trayIconStyle());
    m_tray->setContent(m_content);
    connect(m_tray.get(), &TrayIcon::openWished, this, [this] { showWindow(); });
    connect(m_tray.get(), &TrayIcon::linkWished, this, [this](const LinkKey &key) {
        showWindow();
        emit linkWished(key);
    });
    connectTrayFlows();
    connect(m_tray.get(), &TrayIcon::checkAllWished, this, &Presence::checkAllWished);
    connect(m_tray.get(), &TrayIcon::quitWished, this, &Presence::quit);
}

/// A provider links in one way only.
void Presence::connectTrayFlows()
{
    connect(m_tray.get(), &TrayIcon::flowShowWished, this, [this](const LinkKey &link) {
        if (BrowserLinking *linking = m_browserDesk.find(link))
            linking->show();
        else
            m_desk.show();
    });
    connect(m_tray.get(), &TrayIcon::flowCancelWished, this, [this](const LinkKey &link) {
        if (BrowserLinking *linking = m_browserDesk.find(link))
            linking->cancel();
        else
            m_desk.cancel();
    });
    connect(m_tray.get(), &TrayIcon::flowCopyWished, &m_desk, &DeviceLinkDesk::copyCode);
    connect(m_tray.get(), &TrayIcon::flowCheckWished, this, [this](const LinkKey &link) {
        if (BrowserLinking *linking = m_browserDesk.find(link))
            linking->checkAgain();
    });
}

/// Nobody may be left without a way back to a hidden window.
void Presence::trayVanished()
{
    m_tray.reset();
    if (!m_window.isVisible())
        showWindow();
}

void Presence::setTrayContent(const TrayContent &content)
{
    m_content = content;
    m_launcher.set(static_cast<int>(content.items.size()));
    if (m_tray)
        m_tray->setContent(content);
}

void Presence::refreshColors()
{
    if (m_tray)
        m_tray->refreshColors();
}

void Presence::refreshTrayStyle()
{
    if (m_tray)
        m_tray->setStyle(m_preferences.trayIconStyle());
}

void Presence::showWindow(const QString &activationToken)
{
    raiseWindow(activationToken);
    m_desk.showUnseen();
    m_browserDesk.showUnseen();
}

void Presence::raiseWindow(const QString &activationToken)
{
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken.toUtf8());
    if (m_window.isMinimized())
        m_window.showNormal();
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
    showDialogs();
}

/// What the person was at in a dialog goes on when they come back.
void Presence::hideDialogs()
{
    const auto dialogs = m_window.findChildren<QDialog *>(Qt::FindDirectChildrenOnly);
    for (QDialog *dialog : dialogs) {
        if (!dialog->isVisible())
            continue;
        m_hiddenDialogs.append(dialog);
        dialog->hide();
    }
}

void Presence::showDialogs()
{
    const auto hidden = std::exchange(m_hiddenDialogs, {});
    for (QDialog *dialog : hidden) {
        if (!dialog || dialog->isVisible())
            continue;
        dialog->show();
        dialog->raise();
        dialog->activateWindow();
    }
}

/// With a tray, closing hides; without one, or where the person does not want that, it quits,
/// unless somebody still has to approve a code, or something would be left half done.
void Presence::close()
{
    if (m_tray && m_preferences.keepsRunningInTray()) {
        m_desk.hideWithWindow();
        m_browserDesk.hideWithWindow();
        hideDialogs();
        m_window.hide();
        if (m_preferences.hidingExplained())
            return;
        m_preferences.setHidingExplained();
        m_tray->showMessage(tr("Fairlead goes on in the tray"),
                            tr("Its icon brings the window back. Quit is in the icon's menu."));
        return;
    }
    if (!isLinking()) {
        quit();
        return;
    }
    m_window.showMinimized();
    notice(whyOpen());
}

bool Presence::isLinking() const
{
    return m_desk.isUnderWay() || !m_browserDesk.underWay().isEmpty();
}

QString Presence::whyOpen() const
{
    const qsizetype links = m_browserDesk.underWay().size();
    if (m_desk.isUnderWay() && links == 0)
        return tr("Fairlead stays open until the code is used or has expired.");
    if (!m_desk.isUnderWay() && links == 1)
        return tr("Fairlead stays open until the link is made in the browser.");
    return tr("Fairlead stays open until nothing is being linked any more.");
}

QuitDialog::Stake Presence::stakeOf(const LinkKey &link, const UntrustedText &provider,
                                    QuitDialog::Loss loss) const
{
    const Account *owner = m_owners.toName(link, provider);
    return {.provider = provider,
            .loss = loss,
            .account = owner ? AccountSubject::name(*owner) : TextRuns()};
}

QList<QuitDialog::Stake> Presence::atStake() const
{
    QList<QuitDialog::Stake> stakes;
    if (m_desk.isUnderWay())
        stakes.append(stakeOf(m_desk.key(), m_desk.subject()->provider,
                              QuitDialog::lossIn(m_desk.flow()->state())));
    for (const BrowserLinking *linking : m_browserDesk.underWay())
        stakes.append(stakeOf(linking->key(), linking->subject().provider,
                              QuitDialog::Loss::NewsOfTheBrowser));
    if (m_unlinkDesk.isUnderWay())
        stakes.append(
            stakeOf(m_unlinkDesk.key(), m_unlinkDesk.provider(), QuitDialog::Loss::UnlinkReceipt));
    if (m_accountsDesk.isRemovingEverything())
        stakes.append({.loss = QuitDialog::Loss::RestOfRemoval});
    else if (const Account *leaving = m_accountsDesk.signingOut())
        stakes.append(
            {.loss = QuitDialog::Loss::RestOfSignOut, .account = AccountSubject::name(*leaving)});
    return stakes;
}

void Presence::quit()
{
    const QList<QuitDialog::Stake> stakes = atStake();
    if (stakes.isEmpty()) {
        emit leaving();
        return;
    }
    showWindow();
    m_quitDialog = std::make_unique<QuitDialog>(stakes, m_tools, &m_window);
    connect(m_quitDialog.get(), &QDialog::accepted, this, &Presence::leaving);
    m_quitDialog->open();
}

/// A question about what has come to its end asks for nothing any more.
void Presence::renderQuestion()
{
    if (!m_quitDialog)
        return;
    const QList<QuitDialog::Stake> stakes = atStake();
    if (stakes.isEmpty())
        m_quitDialog->reject();
    else
        m_quitDialog->present(stakes);
}

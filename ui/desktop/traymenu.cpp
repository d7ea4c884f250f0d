// SPDX-License-Identifier: MIT
#include "desktop/traymenu.h"

#include "datetexts.h"
#include "desktop/plainname.h"
#include "desktop/traypicture.h"
#include "pictures/icons.h"
#include "theme.h"
#include "window/healthlook.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A shape as pixels: a panel that draws the menu would look for an icon of its own by the name
/// that Icons' own icons have.
QIcon shapeIcon(const Icons &icons, const QString &shape, const QColor &color)
{
    QIcon icon;
    for (const int size : {16, 22, 32, 44})
        icon.addPixmap(icons.pixmap(shape, size, color, 1));
    icon.setIsMask(true); // our style draws it in the colour of a hovered text
    return icon;
}

QString countdown(std::chrono::milliseconds left)
{
    return DateTexts::clock(std::chrono::ceil<std::chrono::seconds>(std::max(left, 0ms)));
}

} // namespace

TrayMenu::TrayMenu(const Icons &icons, const Theme &theme, Clock &clock)
    : m_icons(icons), m_theme(theme), m_clock(clock)
{
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &TrayMenu::tick);
    connect(this, &QMenu::aboutToShow, this, &TrayMenu::tick);
    rebuild();
}

TrayMenu::~TrayMenu() = default;

void TrayMenu::setContent(const TrayContent &content)
{
    if (content == m_content)
        return;
    m_content = content;
    rebuild();
}

void TrayMenu::refreshColors()
{
    rebuild();
}

void TrayMenu::rebuild()
{
    removeEntries();
    addItems();
    addTroubled();
    for (const TrayContent::Flow &flow : std::as_const(m_content.flows))
        addFlow(flow);
    if (!m_content.flows.isEmpty())
        addSeparator();
    addFixedEntries();
    if (countsDown())
        m_tick.start();
    else
        m_tick.stop();
}

bool TrayMenu::countsDown() const
{
    return std::any_of(m_content.flows.cbegin(), m_content.flows.cend(),
                       [](const TrayContent::Flow &flow) {
                           return flow.doing == TrayContent::Flow::Doing::CountingDown;
                       });
}

/// It may be the click on one of them that led here: Qt goes on with entry and menu after the slot.
void TrayMenu::removeEntries()
{
    const QList<QAction *> entries = actions();
    for (QAction *entry : entries) {
        removeAction(entry);
        if (entry->parent() == this) // a submenu's belongs to the submenu
            entry->deleteLater();
    }
    for (QMenu *menu : std::as_const(m_flowMenus)) {
        menu->hide();
        menu->deleteLater();
    }
    m_flowMenus.clear();
}

void TrayMenu::addItems()
{
    if (m_content.items.isEmpty())
        return;
    const int count = static_cast<int>(m_content.items.size());
    QAction *head = addAction(count == 1 ? tr("1 link needs attention")
                                         : tr("%n links need attention", nullptr, count));
    head->setEnabled(false);
    for (const TrayContent::Item &item :
         m_content.items.first(std::min<qsizetype>(count, TrayContent::mostItems)))
        addItem(item);
    if (count > TrayContent::mostItems) {
        //: At the end of a list of links in the tray's menu; opens the window
        QAction *more = addAction(tr("All links that need attention"));
        connect(more, &QAction::triggered, this, &TrayMenu::openWished);
    }
    addSeparator();
}

void TrayMenu::addTroubled()
{
    const QList<TrayContent::Troubled> &troubled = m_content.troubled;
    for (const TrayContent::Troubled &account :
         troubled.first(std::min(troubled.size(), TrayContent::mostItems))) {
        //: %1 is an account such as "ada on coder.example.com", %2 a trouble such as "offline"
        QAction *entry = addAction(tr("%1: %2").arg(account.name, account.trouble));
        connect(entry, &QAction::triggered, this, &TrayMenu::openWished);
    }
    if (!troubled.isEmpty())
        addSeparator();
}

void TrayMenu::addItem(const TrayContent::Item &item)
{
    const HealthLook look = HealthLook::of(item.health);
    const QColor color = m_theme.healthColor(look.tone);
    QAction *action = addAction(shapeIcon(m_icons, look.shape, color), labelOf(item));
    connect(action, &QAction::triggered, this, [this, link = item.link] { emit linkWished(link); });
}

void TrayMenu::addFlow(const TrayContent::Flow &flow)
{
    auto *menu = new QMenu(labelOf(flow), this);
    menu->setIcon(shapeIcon(m_icons, trayShape(TrayContent::State::Linking),
                            m_theme.palette().color(QPalette::Text)));
    const LinkKey link = flow.link;
    //: Shows the dialog of the linking again
    connect(menu->addAction(tr("Show")), &QAction::triggered, this,
            [this, link] { emit flowShowWished(link); });
    if (flow.doing == TrayContent::Flow::Doing::CountingDown)
        connect(menu->addAction(tr("Copy code")), &QAction::triggered, this,
                [this, link] { emit flowCopyWished(link); });
    else
        connect(menu->addAction(tr("Check now")), &QAction::triggered, this,
                [this, link] { emit flowCheckWished(link); });
    connect(menu->addAction(tr("Cancel")), &QAction::triggered, this,
            [this, link] { emit flowCancelWished(link); });
    addMenu(menu);
    m_flowMenus.append(menu);
}

void TrayMenu::addFixedEntries()
{
    connect(addAction(tr("Open Fairlead")), &QAction::triggered, this, &TrayMenu::openWished);
    QAction *check = addAction(tr("Check all now"));
    check->setEnabled(m_content.state != TrayContent::State::SignedOut
                      && m_content.state != TrayContent::State::OpeningKeyring);
    connect(check, &QAction::triggered, this, &TrayMenu::checkAllWished);
    addSeparator();
    connect(addAction(tr("Quit")), &QAction::triggered, this, &TrayMenu::quitWished);
}

void TrayMenu::tick()
{
    for (qsizetype i = 0; i < m_flowMenus.size(); ++i)
        m_flowMenus.at(i)->setTitle(labelOf(m_content.flows.at(i)));
}

template <typename Entry>
QString TrayMenu::nameOf(const Entry &entry)
{
    const std::optional<QString> plain = plainName(entry.provider, entry.link.provider);
    //: Stands for the name of a provider where that cannot be shown
    const QString name = plain.value_or(tr("A provider"));
    if (entry.account.isEmpty())
        return name;
    //: %1 is the name of a Git provider, %2 an account such as "ada on coder.example.com"
    return tr("%1 (%2)").arg(name, entry.account);
}

QString TrayMenu::labelOf(const TrayContent::Item &item) const
{
    const QString name = nameOf(item);
    switch (item.health) {
    case LinkHealth::Expired:
        //: %1 is the name of a Git provider, such as GitHub
        return tr("%1: expired").arg(name);
    case LinkHealth::ExpiringSoon:
        if (item.expires.isValid()) {
            const Today today{.now = m_clock.wall(), .locale = QLocale()};
            //: %1 is the name of a Git provider, %2 is "in 2 days", for instance
            return tr("%1: expires %2").arg(name, DateTexts::ahead(item.expires, today));
        }
        //: %1 is the name of a Git provider, such as GitHub
        return tr("%1: expires soon").arg(name);
    case LinkHealth::AppNotInstalled:
        //: %1 is the name of a Git provider, such as GitHub
        return tr("%1: app not installed").arg(name);
    case LinkHealth::NeedsReconnect:
    case LinkHealth::Valid:
    case LinkHealth::RenewsItself:
    case LinkHealth::NotVerifiable:
    case LinkHealth::ProviderUnreachable:
    case LinkHealth::RateLimited:
    case LinkHealth::NotLinked:
    case LinkHealth::Orphan:
    case LinkHealth::Unknown:
        break; // the others need no attention and are not in here
    }
    //: %1 is the name of a Git provider, such as GitHub
    return tr("%1: reconnect needed").arg(name);
}

QString TrayMenu::browserLabelOf(const TrayContent::Flow &flow)
{
    const QString name = nameOf(flow);
    if (flow.doing == TrayContent::Flow::Doing::Unanswered)
        //: %1 is the name of a Git provider, such as GitHub
        return tr("%1: linking in the browser, Coder does not answer").arg(name);
    if (flow.doing == TrayContent::Flow::Doing::SignedOut)
        //: %1 is the name of a Git provider, such as GitHub
        return tr("%1: linking in the browser, signed out of Coder").arg(name);
    if (flow.doing == TrayContent::Flow::Doing::StoppedLooking)
        //: %1 is the name of a Git provider, such as GitHub
        return tr("%1: stopped looking for a link").arg(name);
    //: %1 is the name of a Git provider, such as GitHub
    return tr("%1: linking in the browser").arg(name);
}

QString TrayMenu::labelOf(const TrayContent::Flow &flow) const
{
    if (flow.doing != TrayContent::Flow::Doing::CountingDown)
        return browserLabelOf(flow);
    const QString left = countdown(flow.deadline - m_clock.deadline());
    if (!plainName(flow.provider, flow.link.provider)) {
        if (!flow.account.isEmpty())
            //: %1 is an account such as "ada on coder.example.com", %2 minutes and seconds
            return tr("Linking a provider for %1, %2 left").arg(flow.account, left);
        //: %1 is minutes and seconds, such as 14:32
        return tr("Linking a provider, %1 left").arg(left);
    }
    //: %1 is the name of a Git provider, %2 is minutes and seconds, such as 14:32
    return tr("Linking %1, %2 left").arg(nameOf(flow), left);
}

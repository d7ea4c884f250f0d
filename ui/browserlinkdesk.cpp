// SPDX-License-Identifier: MIT
#include "browserlinkdesk.h"

#include "letgo.h"
#include "links/accountservices.h"
#include "links/linkbook.h"

#include <algorithm>
#include <utility>

BrowserLinkDesk::BrowserLinkDesk(AccountServices &services, LinkBook &links,
                                 Preferences &preferences, const DialogTools &tools,
                                 QObject *parent)
    : QObject(parent), m_services(services), m_links(links), m_preferences(preferences),
      m_tools(tools)
{
    // An account that leaves takes its flows along.
    connect(&services, &AccountServices::changed, this, [this] {
        for (const LinkKey &key : keys()) {
            if (!m_services.find(key.account))
                drop(key);
        }
    });
}

BrowserLinkDesk::~BrowserLinkDesk() = default;

void BrowserLinkDesk::begin(const LinkKey &key, QWidget *window)
{
    if (BrowserLinking *known = find(key); known && !known->flow().isSettled()) {
        known->show();
        return;
    }
    LinkService *service = m_services.find(key.account);
    const GitLink *link = m_links.find(key);
    if (!service || !link)
        return;
    drop(key);
    m_linkings.push_back(
        std::make_unique<BrowserLinking>(*link, *service, m_preferences, m_tools, window));
    BrowserLinking &linking = *m_linkings.back();
    connectLinking(linking);
    linking.start();
    linking.show();
    emit changed();
}

void BrowserLinkDesk::connectLinking(BrowserLinking &linking)
{
    const LinkKey key = linking.key();
    connect(&linking, &BrowserLinking::changed, this, &BrowserLinkDesk::changed);
    connect(&linking, &BrowserLinking::endedUnseen, this,
            [this, &linking] { emit endedUnseen(linking); });
    connect(&linking, &BrowserLinking::over, this, [this, key] { drop(key); });
    connect(&linking, &BrowserLinking::signInWished, this,
            [this, key] { emit signInWished(key.account); });
    connect(&linking, &BrowserLinking::unlinkWished, this, [this, key] {
        drop(key);
        emit unlinkWished(key);
    });
    connect(&linking, &BrowserLinking::openWished, this,
            [this, key](const WebAddress &page) { emit openWished(page, key); });
}

BrowserLinking *BrowserLinkDesk::find(const LinkKey &key) const
{
    const auto found = std::find_if(m_linkings.begin(), m_linkings.end(),
                                    [&](const auto &linking) { return linking->key() == key; });
    return found == m_linkings.end() ? nullptr : found->get();
}

QList<LinkKey> BrowserLinkDesk::keys() const
{
    QList<LinkKey> keys;
    for (const auto &linking : m_linkings)
        keys.append(linking->key());
    return keys;
}

QList<const BrowserLinking *> BrowserLinkDesk::underWay() const
{
    QList<const BrowserLinking *> underWay;
    for (const auto &linking : m_linkings) {
        if (linking->isUnderWay())
            underWay.append(linking.get());
    }
    return underWay;
}

QList<TrayContent::Flow> BrowserLinkDesk::trayFlows() const
{
    QList<TrayContent::Flow> flows;
    for (const auto &linking : m_linkings) {
        if (const auto flow = linking->trayFlow())
            flows.append(*flow);
    }
    return flows;
}

void BrowserLinkDesk::lookNow()
{
    for (const auto &linking : m_linkings)
        linking->lookNow();
}

void BrowserLinkDesk::hideWithWindow()
{
    for (const auto &linking : m_linkings)
        linking->hideWithWindow();
}

void BrowserLinkDesk::showUnseen()
{
    for (const auto &linking : m_linkings)
        linking->showUnseen();
}

void BrowserLinkDesk::leave(const AccountId &account)
{
    for (const LinkKey &key : keys()) {
        if (key.account == account)
            drop(key);
    }
}

void BrowserLinkDesk::drop(const LinkKey &key)
{
    const auto found = std::find_if(m_linkings.begin(), m_linkings.end(),
                                    [&](const auto &linking) { return linking->key() == key; });
    if (found == m_linkings.end())
        return;
    std::unique_ptr<BrowserLinking> gone = std::move(*found);
    m_linkings.erase(found);
    gone->disconnect(this);
    gone->giveUp();
    letGo(gone);
    emit changed();
}

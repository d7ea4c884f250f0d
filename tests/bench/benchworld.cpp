// SPDX-License-Identifier: MIT
#include "bench/benchworld.h"

#include "bench/framemeter.h"
#include "links/linkrecord.h"
#include "support/listingmaker.h"
#include "window/linklist.h"

#include <QApplication>
#include <QJsonDocument>
#include <QLineEdit>

namespace {

QJsonValue json(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

} // namespace

BenchWorld::BenchWorld(int providers)
    : m_answers(providers), m_allBroken(m_answers.listing(0, ManyAnswers::all))
{
    m_clock.setWall(make::noon());
    m_theme.apply(*qApp, Scheme::Light);
    for (int account = 0; account < accounts; ++account) {
        const QString host = ManyAnswers::host(account);
        m_accounts.append({.id = AccountId(host),
                           .server = *ServerUrl::fromUserInput(host),
                           .pageHost = host,
                           .userName = UntrustedText::name(u"ada"),
                           .session = Session::SignedIn{}});
        m_listings.append(m_answers.listing(account));
        m_oneBroken.append(m_answers.listing(account, 0));
    }
    QObject::connect(&m_model, &LinkModel::settled, &m_window, [this] { renderTray(); });
    m_window.setAccounts(m_accounts);
    m_window.resize(1100, 720);
    m_window.show();
    FrameMeter::settle();
}

LinkKey BenchWorld::key(int account, int provider) const
{
    return {.account = m_accounts.at(account).id, .provider = ManyAnswers::id(provider)};
}

void BenchWorld::take(int account, const QByteArray &body)
{
    const Answer<Listing> listing = decodeListing(json(body));
    if (!listing)
        qFatal("The bench's own listing is not readable");
    m_accounts[account].learntAt = m_clock.wall();
    m_book.applyListing(m_accounts.at(account).id, *listing);
    m_window.setAccounts(m_accounts);
    renderTray();
}

void BenchWorld::answerById(int account, int provider)
{
    const Answer<LinkDetails> details = decodeLinkDetails(
        json(ManyAnswers::details(account, provider)), m_accounts.at(account).server);
    if (!details)
        qFatal("The bench's own details are not readable");
    m_book.applyDetails(key(account, provider), *details);
}

void BenchWorld::setChecking(int account, int provider, bool checking)
{
    m_book.setChecking(key(account, provider), checking);
}

void BenchWorld::minutePasses()
{
    m_clock.advance(std::chrono::minutes(1));
    m_book.reconsider();
}

qsizetype BenchWorld::encode(int account) const
{
    const AccountLinks known = m_book.knownOf(m_accounts.at(account).id);
    return QJsonDocument(LinkRecord::of(known)).toJson(QJsonDocument::Compact).size();
}

void BenchWorld::renderTray()
{
    m_inTray = {.items = TrayContent::itemsOf(m_model), .counts = TrayContent::countsOf(m_model)};
}

// SPDX-License-Identifier: MIT
#include "links/accountservices.h"

#include "base/logging.h"
#include "links/keywatch.h"
#include "links/linkbook.h"
#include "links/linkservice.h"
#include "links/upgradewatch.h"
#include "session/accountbook.h"
#include "session/session.h"
#include "session/signin.h"
#include "session/tokenerasure.h"
#include "session/tokenstore.h"

#include <algorithm>

struct AccountServices::Entry {
    Entry(const Account &account, TokenStore &keychain, LinkBook &links, Clock &clock,
          const RestLimits &limits, const WatchPolicy &policy)
        : session(account, keychain, limits), service(session, links, clock),
          watch(service, clock, policy), keyWatch(session, links, clock),
          upgradeWatch(session, service, clock)
    { }

    Session session;
    LinkService service;
    HealthWatch watch;
    KeyWatch keyWatch;
    UpgradeWatch upgradeWatch;
};

AccountServices::AccountServices(AccountBook &accounts, TokenStore &keychain, LinkBook &links,
                                 Clock &clock, const RestLimits &limits, const WatchPolicy &policy,
                                 QObject *parent)
    : QObject(parent), m_accounts(accounts), m_keychain(keychain), m_links(links), m_clock(clock),
      m_limits(limits), m_policy(policy)
{
    for (const Account &account : accounts.accounts())
        add(account);
    connect(&accounts, &AccountBook::changed, this, &AccountServices::followBook);
}

AccountServices::~AccountServices() = default;

std::vector<LinkService *> AccountServices::all() const
{
    std::vector<LinkService *> services;
    services.reserve(m_entries.size());
    for (const auto &entry : m_entries)
        services.push_back(&entry->service);
    return services;
}

AccountServices::Entry *AccountServices::entryOf(const AccountId &account) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const auto &entry) {
        return entry->session.account().id() == account;
    });
    return found == m_entries.end() ? nullptr : found->get();
}

LinkService *AccountServices::find(const AccountId &account) const
{
    Entry *entry = entryOf(account);
    return entry ? &entry->service : nullptr;
}

QDateTime AccountServices::nextAsk(const AccountId &account) const
{
    const Entry *entry = entryOf(account);
    const auto due = entry ? entry->watch.due() : std::nullopt;
    return due ? m_clock.wall().addMSecs((*due - m_clock.deadline()).count()) : QDateTime();
}

QDateTime AccountServices::sessionEnds(const AccountId &account) const
{
    const Entry *entry = entryOf(account);
    return entry ? entry->keyWatch.endsSoon() : QDateTime();
}

AccountServices::Entry &AccountServices::add(const Account &account)
{
    m_entries.push_back(
        std::make_unique<Entry>(account, m_keychain, m_links, m_clock, m_limits, m_policy));
    Entry &entry = *m_entries.back();
    connect(&entry.session, &Session::stateChanged, this, &AccountServices::changed);
    connect(&entry.session, &Session::stateChanged, this, [this, session = &entry.session] {
        const bool isHeldUp = session->awaitsKeyring() || session->as<Session::Restoring>();
        if (!isHeldUp) // the keyring may be open
            restoreIfKeyringIsOpen();
    });
    connect(&entry.session, &Session::keyLearnt, this, &AccountServices::changed);
    connect(&entry.session, &Session::accountRenewed, this, [this, session = &entry.session] {
        if (!m_accounts.put(session->account()))
            emit notSaved();
    });
    connect(&entry.service, &LinkService::statusChanged, this, &AccountServices::changed);
    connect(&entry.keyWatch, &KeyWatch::changed, this, &AccountServices::changed);
    return entry;
}

/// Accounts that left the book leave with everything known of them; the others stand and are called
/// as it says.
void AccountServices::followBook()
{
    const auto gone
        = std::stable_partition(m_entries.begin(), m_entries.end(), [this](const auto &entry) {
              return m_accounts.find(entry->session.account().id()) != nullptr;
          });
    for (auto entry = gone; entry != m_entries.end(); ++entry)
        m_links.removeAccount((*entry)->session.account().id());
    m_entries.erase(gone, m_entries.end());
    QList<AccountId> order;
    for (const Account &account : m_accounts.accounts())
        order.append(account.id());
    std::sort(m_entries.begin(), m_entries.end(), [&](const auto &a, const auto &b) {
        return order.indexOf(a->session.account().id()) < order.indexOf(b->session.account().id());
    });
    for (const auto &entry : m_entries)
        entry->session.follow(*m_accounts.find(entry->session.account().id()));
    m_links.arrange(order);
    emit changed();
}

void AccountServices::restoreAll()
{
    for (const Account &account : m_accounts.accounts()) {
        if (account.leftInKeychain)
            eraseLeftover(account.id());
    }
    for (const auto &entry : m_entries)
        entry->session.restore();
}

/// One looks for all, as it is the same keyring; whoever finds it open is followed by the next.
void AccountServices::restoreIfKeyringIsOpen()
{
    const auto waiting = std::find_if(m_entries.begin(), m_entries.end(), [](const auto &entry) {
        return entry->session.awaitsKeyring();
    });
    if (waiting != m_entries.end())
        (*waiting)->session.restoreIfKeyringIsOpen();
}

void AccountServices::activated()
{
    restoreIfKeyringIsOpen();
    for (const auto &entry : m_entries)
        entry->watch.activated();
}

void AccountServices::timePassed()
{
    restoreIfKeyringIsOpen();
    for (const auto &entry : m_entries) {
        entry->watch.lookAtTheClock();
        entry->keyWatch.reconsider();
    }
}

/// A deployment that could not be reached before is asked from the beginning.
void AccountServices::refreshAll()
{
    for (const auto &entry : m_entries)
        entry->service.tryAgain();
}

void AccountServices::unlock(const AccountId &account)
{
    if (LinkService *service = find(account))
        service->session().unlock();
}

void AccountServices::cancelUnlock(const AccountId &account)
{
    if (LinkService *service = find(account))
        service->session().cancelUnlock();
}

void AccountServices::retry(const AccountId &account)
{
    if (LinkService *service = find(account))
        service->tryAgain();
}

void AccountServices::setWebAddress(const AccountId &id, const WebAddress &address)
{
    const Account *chosen = m_accounts.find(id);
    if (!chosen)
        return;
    const ServerUrl server = chosen->server;
    bool saved = true;
    for (const auto &entry : m_entries) {
        Account account = entry->session.account();
        if (account.server != server)
            continue;
        account.webAddress = address;
        entry->session.follow(account);
        saved = m_accounts.put(account) && saved;
    }
    if (!saved)
        emit notSaved();
}

void AccountServices::abandon(const SignIn &signIn)
{
    const auto *keeping = signIn.as<SignIn::Keeping>();
    if (!keeping || keeping->account.keeping != Account::Keeping::Keychain)
        return;
    const Account *known = m_accounts.find(keeping->account.id());
    if (known && known->keeping == Account::Keeping::Keychain)
        return;
    m_accounts.noteLeftInKeychain(keeping->account.id(), true);
    eraseLeftover(keeping->account.id());
}

/// Where that comes to nothing it is tried again at the next start, and when the account goes.
void AccountServices::eraseLeftover(const AccountId &account)
{
    eraseFromKeychain(account, m_accounts, m_keychain, *this, [](const StoreAnswer<Done> &erased) {
        if (!erased)
            qCWarning(lcSession) << "the keyring may hold a token that no account uses";
    });
}

void AccountServices::adopt(const SignIn &signIn)
{
    const auto *finished = signIn.as<SignIn::Finished>();
    if (!finished || !signIn.token())
        return;
    Account account = finished->account;
    if (const Account *before = m_accounts.find(account.id())) { // the person's own choices
        account.label = before->label;
        account.webAddress = before->webAddress;
        account.leftInKeychain
            = account.keeping != Account::Keeping::Keychain && before->mayBeInKeychain();
    } else { // where the pages are is the same for everybody
        for (const Account &other : m_accounts.accounts()) {
            if (other.server == account.server)
                account.webAddress = other.webAddress;
        }
    }
    Entry *known = entryOf(account.id());
    Entry &entry = known ? *known : add(account);
    entry.session.adopt(account, *signIn.token(), finished->key);
    if (!m_accounts.put(account))
        emit notSaved();
    if (account.leftInKeychain)
        eraseLeftover(account.id());
}

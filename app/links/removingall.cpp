// SPDX-License-Identifier: MIT
#include "links/removingall.h"

#include "links/accountservices.h"
#include "links/linkservice.h"
#include "session/accountbook.h"

#include <algorithm>

RemovingAll::RemovingAll(const Parts &parts, QObject *parent)
    : QObject(parent), m_parts(parts),
      m_state(Choosing{.accounts = parts.stores.accounts.accounts(), .files = filesNow()})
{ }

RemovingAll::~RemovingAll() = default;

void RemovingAll::enter(State next)
{
    m_state = std::move(next);
    emit stateChanged();
}

QList<RemovingAll::Files> RemovingAll::filesNow() const
{
    QList<Files> files;
    for (const StoredThing *thing : m_parts.things) {
        if (const QStringList paths = thing->files(); !paths.isEmpty())
            files.append({.kind = thing->kind(), .paths = paths});
    }
    return files;
}

/// A locked keyring gives nothing away that could be erased: the person is asked once for all.
void RemovingAll::confirm(Sessions sessions, Keyring keyring)
{
    const auto *choosing = as<Choosing>();
    if (!choosing)
        return;
    const bool needsKeyring = !forgotten().ids.isEmpty()
        || std::any_of(choosing->accounts.cbegin(), choosing->accounts.cend(),
                       [](const Account &a) { return a.mayBeInKeychain(); });
    const bool asks = needsKeyring && keyring == Keyring::Ask;
    m_question = std::make_unique<QObject>();
    if (asks)
        m_parts.stores.keychain.probe(*m_question,
                                      [this](StoreState state) { openKeyring(state); });
    enter(OpeningKeyring{.sessions = sessions});
    if (!asks)
        signOutAll();
}

void RemovingAll::openKeyring(StoreState keyring)
{
    if (keyring == StoreState::Locked)
        m_parts.stores.keychain.unlock(*m_question,
                                       [this](StoreState state) { goOnIfUnlocked(state); });
    else
        signOutAll();
}

/// Else the tokens would stay, and what names them would go.
void RemovingAll::goOnIfUnlocked(StoreState keyring)
{
    if (keyring == StoreState::Ready)
        signOutAll();
    else if (as<OpeningKeyring>())
        choose(keyring);
}

void RemovingAll::cancel()
{
    if (!as<OpeningKeyring>())
        return;
    m_question.reset();
    choose({});
}

void RemovingAll::choose(std::optional<StoreState> notUnlocked)
{
    enter(Choosing{.accounts = m_parts.stores.accounts.accounts(),
                   .files = filesNow(),
                   .notUnlocked = notUnlocked});
}

void RemovingAll::signOutAll()
{
    const auto *opening = as<OpeningKeyring>();
    if (!opening)
        return;
    const Sessions sessions = opening->sessions;
    for (LinkService *service : m_parts.services.all())
        m_signOuts.push_back(std::make_unique<SignOut>(service->session(), m_parts.stores,
                                                       SignOut::Afterwards::IsRemoved));
    const AccountTraces traces = forgotten();
    enter(SigningOut{.files = filesNow(),
                     .erasing = traces.ids.size(),
                     .forgotten = {.mayBeMore = !traces.isWhole}});
    for (const AccountId &account : traces.ids)
        eraseForgotten(account);
    for (const auto &signOut : m_signOuts) {
        connect(signOut.get(), &SignOut::stateChanged, this,
                [this, signOut = signOut.get()] { drive(*signOut); });
        if (sessions == Sessions::End)
            signOut->look();
        else
            signOut->confirm(SignOut::Wish::ForgetHere);
    }
    finishIfSettled();
}

/// The accounts that are named beside the book's.
AccountTraces RemovingAll::forgotten() const
{
    AccountTraces traces;
    for (const StoredThing *thing : m_parts.things) {
        if (thing->kind() == StoredThing::Kind::Accounts)
            traces = AccountTraces::in(thing->files());
    }
    traces.ids.removeIf([this](const AccountId &id) { return m_parts.stores.accounts.find(id); });
    return traces;
}

void RemovingAll::eraseForgotten(const AccountId &account)
{
    m_parts.stores.keychain.erase(account, *this, [this](const StoreAnswer<Done> &answer) {
        auto *signingOut = std::get_if<SigningOut>(&m_state);
        if (!signingOut)
            return;
        --signingOut->erasing;
        if (answer)
            ++signingOut->forgotten.erased;
        else
            signingOut->forgotten.notErased = answer.error();
        finishIfSettled();
    });
}

void RemovingAll::drive(SignOut &signOut)
{
    if (signOut.as<SignOut::Choosing>()) // only where sessions are to end
        signOut.confirm(SignOut::Wish::EndOnServer);
    else if (signOut.as<SignOut::NotEnded>())
        signOut.confirm(SignOut::Wish::ForgetHere);
    else if (signOut.as<SignOut::Settled>())
        finishIfSettled();
}

/// The files go last: until then they are the only memory of whose tokens there are.
void RemovingAll::finishIfSettled()
{
    const auto *signingOut = as<SigningOut>();
    const bool isOver = signingOut && signingOut->erasing == 0
        && std::all_of(m_signOuts.begin(), m_signOuts.end(), [](const auto &signOut) {
                            return signOut->template as<SignOut::Settled>();
                        });
    if (!isOver)
        return;
    Settled settled{.files = signingOut->files, .forgotten = signingOut->forgotten};
    for (const auto &signOut : m_signOuts) {
        settled.accounts.append(
            {.account = signOut->account(), .settled = *signOut->as<SignOut::Settled>()});
        signOut->disconnect(this);
        signOut->removeAllTheSame();
    }
    for (StoredThing *thing : std::as_const(m_parts.things))
        thing->remove();
    for (Files &files : settled.files) {
        for (const StoredThing *thing : std::as_const(m_parts.things)) {
            if (thing->kind() == files.kind)
                files.left = thing->files();
        }
    }
    enter(settled);
}

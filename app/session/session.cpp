// SPDX-License-Identifier: MIT
#include "session/session.h"

#include "base/logging.h"

namespace {

Session::Trouble troubleOf(StoreState state)
{
    switch (state) {
    case StoreState::Ready:
        return Session::Trouble::TokenMissing;
    case StoreState::Locked:
        return Session::Trouble::KeychainLocked;
    case StoreState::NoCollection:
        return Session::Trouble::KeychainNoCollection;
    case StoreState::Absent:
        return Session::Trouble::KeychainAbsent;
    case StoreState::Denied:
        return Session::Trouble::KeychainDenied;
    case StoreState::Hung:
        return Session::Trouble::KeychainHung;
    case StoreState::Broken:
        return Session::Trouble::KeychainBroken;
    }
    Q_UNREACHABLE();
}

} // namespace

Session::Session(Account account, TokenStore &store, const RestLimits &limits, QObject *parent)
    : QObject(parent), m_account(std::move(account)), m_store(store),
      m_rest(m_account.server, limits), m_api(m_rest)
{
    connect(&m_rest, &RestClient::tokenRefused, this, &Session::suspend);
}

Session::~Session() = default;

void Session::enter(State next)
{
    m_state = std::move(next);
    emit stateChanged();
}

void Session::restore()
{
    if (isUnlocking())
        return; // the prompt's answer comes to the same
    if (m_account.keeping == Account::Keeping::Nowhere && !hasToken()) {
        if (!as<SignedOut>())
            enter(SignedOut{});
        return;
    }
    if (m_account.keeping == Account::Keeping::ThisRun && !hasToken()) {
        enter(Failed{.why = Trouble::TokenMissing});
        return;
    }
    m_store.probe(*this, [this](StoreState state) {
        if (!isUnlocking())
            readToken(state);
    });
    enter(Restoring{});
}

/// Nobody is asked twice: a prompt that was given up may still be there.
void Session::unlock()
{
    if (m_prompt) {
        m_store.probe(*this, [this](StoreState state) { // somebody else may have unlocked it
            if (isUnlocking() && state == StoreState::Ready)
                readToken(state);
        });
    } else {
        m_prompt = std::make_unique<QObject>();
        m_store.unlock(*m_prompt, [this](StoreState state) { unlocked(state); });
    }
    enter(Restoring{.unlocking = true});
}

void Session::cancelUnlock()
{
    if (isUnlocking())
        enter(Failed{.why = Trouble::KeychainLocked, .awaitsKeyring = true});
}

/// Late is as good as in time, as long as nothing else has come of it.
void Session::unlocked(StoreState state)
{
    m_prompt.release()->deleteLater(); // it is what is being told
    if (isUnlocking())
        readToken(state);
    else
        goOnIfReady(state);
}

void Session::restoreIfKeyringIsOpen()
{
    if (awaitsKeyring())
        m_store.probe(*this, [this](StoreState state) { goOnIfReady(state); });
}

/// Otherwise there is nothing that a person would have to hear of again.
void Session::goOnIfReady(StoreState state)
{
    if (state != StoreState::Ready || !awaitsKeyring())
        return;
    enter(Restoring{});
    readToken(state);
}

bool Session::isUnlocking() const
{
    const auto *restoring = as<Restoring>();
    return restoring && restoring->unlocking;
}

bool Session::awaitsKeyring() const
{
    const auto *failed = as<Failed>();
    return failed && failed->awaitsKeyring;
}

void Session::readToken(StoreState store)
{
    if (!as<Restoring>())
        return;
    if (store != StoreState::Ready) {
        enter(Failed{.why = troubleOf(store), .awaitsKeyring = store != StoreState::Denied});
        return;
    }
    m_store.read(m_account.id(), *this, [this](const StoreAnswer<SessionToken> &token) {
        if (!as<Restoring>())
            return;
        if (!token) {
            const StoreState state = token.error().state;
            // Of an open keyring that gave nothing a person may have had a question of its own,
            // which would come back each time.
            enter(Failed{.why = troubleOf(state), .awaitsKeyring = state == StoreState::Locked});
            return;
        }
        m_rest.setToken(*token);
        check();
    });
}

void Session::checkAgain()
{
    if (!hasToken())
        restore();
    else if (!as<Checking>())
        check();
}

void Session::check()
{
    m_question = std::make_unique<QObject>();
    m_api.me(*m_question, [this](const Answer<User> &answer) {
        if (as<Checking>())
            checked(answer);
    });
    enter(Checking{});
}

void Session::checked(const Answer<User> &answer)
{
    if (answer && answer->id != m_account.userId) {
        m_rest.setToken(
            std::nullopt); // nothing of somebody else's is asked for in this account's name
        enter(Failed{.why = Trouble::OtherUser});
        return;
    }
    if (answer) {
        askForKey();   // when it ends is good to know
        askForBuild(); // its pages may have moved while nobody looked
        Account renewed = m_account;
        renewed.userName = answer->username; // may change, unlike the id
        renew(renewed);
        enter(SignedIn{});
        return;
    }
    const ApiError &error = answer.error();
    if (error.kind == ApiError::Kind::SignedOut)
        return; // suspend() has said so already
    // A token that may not read its own user is told as "not found" (recordings, 10).
    const Trouble why
        = error.kind == ApiError::Kind::NotFound ? Trouble::ScopeTooNarrow : Trouble::Unreachable;
    enter(Failed{.why = why, .error = error});
}

void Session::askForKey()
{
    const QString keyId = m_rest.token() ? m_rest.token()->keyId() : QString();
    if (keyId.isEmpty())
        return;
    if (!m_question)
        m_question = std::make_unique<QObject>();
    m_api.apiKey(keyId, *m_question, [this](const Answer<ApiKey> &key) {
        auto *signedIn = std::get_if<SignedIn>(&m_state);
        if (!signedIn || !key)
            return;
        signedIn->key = *key;
        emit keyLearnt();
    });
}

void Session::askForBuild()
{
    if (!m_question)
        m_question = std::make_unique<QObject>();
    m_api.buildInfo(*m_question, [this](const Answer<BuildInfo> &build) {
        if (build)
            buildLearnt(*build);
    });
}

void Session::buildLearnt(const BuildInfo &build)
{
    if (build.workspaceProxy || !build.dashboard.isUsable())
        return; // what is known serves better
    Account renewed = m_account;
    renewed.dashboard = build.dashboard;
    renewed.deploymentId = build.deploymentId;
    renew(renewed);
}

void Session::renew(const Account &renewed)
{
    if (renewed == m_account)
        return;
    m_account = renewed;
    emit accountRenewed();
}

void Session::adopt(const Account &account, const SessionToken &token,
                    const std::optional<ApiKey> &key)
{
    Q_ASSERT(account.id() == m_account.id());
    m_question.reset();
    m_account = account;
    m_rest.setToken(token);
    enter(SignedIn{.key = key});
}

void Session::follow(const Account &account)
{
    Q_ASSERT(account.id() == m_account.id());
    m_account = account;
}

void Session::forget()
{
    m_question.reset();
    m_rest.forgetToken();
    enter(SignedOut{});
}

void Session::suspend(const ApiError &error)
{
    if (!hasToken())
        return; // forgotten meanwhile: the refusal says nothing that still matters
    qCInfo(lcSession) << "Coder no longer accepts the token";
    const Trouble why
        = error.verdicts.userSuspended ? Trouble::UserSuspended : Trouble::TokenRejected;
    enter(Failed{.why = why, .error = error});
}

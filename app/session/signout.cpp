// SPDX-License-Identifier: MIT
#include "session/signout.h"

#include "base/logging.h"
#include "session/accountbook.h"
#include "session/session.h"
#include "session/tokenerasure.h"

using namespace Qt::StringLiterals;

namespace {

/// Coder no longer accepts the token. Of a suspended user it says 401 too, and the key lives on.
bool saysOver(const ApiError &error)
{
    return error.kind == ApiError::Kind::SignedOut && !error.verdicts.userSuspended;
}

/// Coder itself answered and did nothing.
bool isRefusal(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::SignedOut:
    case ApiError::Kind::Forbidden:
    case ApiError::Kind::NotFound:
    case ApiError::Kind::Throttled:
    case ApiError::Kind::Rejected:
        return true;
    case ApiError::Kind::Offline:
    case ApiError::Kind::Tls:
    case ApiError::Kind::TimedOut:
    case ApiError::Kind::ServerFault:
    case ApiError::Kind::Unreadable:
    case ApiError::Kind::Redirected:
    case ApiError::Kind::NotCoder:
        return error.sent == ApiError::Sent::No;
    }
    Q_UNREACHABLE();
}

bool isOver(const Session &session)
{
    const auto *failed = session.as<Session::Failed>();
    return failed && failed->why == Session::Trouble::TokenRejected;
}

} // namespace

SignOut::SignOut(Session &session, const Stores &stores, Afterwards afterwards, QObject *parent)
    : QObject(parent), m_session(&session), m_accounts(stores.accounts), m_afterwards(afterwards),
      m_account(session.account()), m_cli(stores.cli), m_keychain(stores.keychain),
      m_thisRun(stores.thisRun), m_token(session.api().rest().token())
{
    connect(&session, &Session::stateChanged, this, &SignOut::sessionChanged);
    connect(&stores.accounts, &AccountBook::changed, this, &SignOut::bookChanged);
}

SignOut::~SignOut() = default;

void SignOut::enter(State next)
{
    m_state = std::move(next);
    emit stateChanged();
}

bool SignOut::isUnderWay() const
{
    return as<EndingSession>() || as<MakingSure>() || as<Erasing>();
}

bool SignOut::isUnlocking() const
{
    const auto *erasing = as<Erasing>();
    return erasing && erasing->unlocking;
}

void SignOut::look()
{
    if (m_session && (as<Looking>() || as<Choosing>()))
        ask();
}

/// What is asked is about the session that there is.
void SignOut::sessionChanged()
{
    const auto *choosing = as<Choosing>();
    if (!choosing && !as<Looking>() && !as<NotEnded>())
        return;
    const bool isOverNoMore = choosing && choosing->plan.server == Plan::Server::AlreadyOver
        && m_session->as<Session::SignedIn>();
    if (isOverNoMore || m_session->api().rest().token() != m_token)
        ask();
}

/// What is said stays true, and what it offers is of no use any more.
void SignOut::bookChanged()
{
    if (!m_accounts.find(m_account.id()))
        accountLeft();
    if (!isSignedIn())
        return;
    const auto *settled = as<Settled>();
    if (settled && !settled->isSignedInAgain)
        enter(Settled{.outcome = settled->outcome, .isSignedInAgain = true});
    else if (isUnlocking())
        enter(Settled{.outcome = as<Erasing>()->outcome, .isSignedInAgain = true});
}

/// Somebody else has let it go, and its session with it: no answer comes any more.
void SignOut::accountLeft()
{
    if (as<Erasing>() || as<Settled>())
        return;
    m_question.reset();
    Outcome outcome;
    if (isUnderWay())
        outcome = {.ending = Ending::Unknown, .error = ApiError{.kind = ApiError::Kind::TimedOut}};
    enter(Settled{.outcome = outcome, .isRemoved = true});
}

bool SignOut::isAnotherSession() const
{
    return m_session && m_session->hasToken() && m_session->api().rest().token() != m_token;
}

bool SignOut::isSignedIn() const
{
    const Account *known = m_accounts.find(m_account.id());
    return known && known->keeping != Account::Keeping::Nowhere;
}

void SignOut::ask()
{
    m_account = m_session->account();
    m_token = m_session->api().rest().token();
    const std::optional<SessionToken> &token = m_token;
    if (!token) {
        enter(Choosing{.plan = {.server = Plan::Server::NoToken}});
    } else if (isOver(*m_session)) {
        enter(Choosing{.plan = {.server = Plan::Server::AlreadyOver}});
    } else if (m_cli.token() == token) {
        enter(Choosing{.plan = {.server = Plan::Server::CommandLineKey}});
    } else if (token->keyId().isEmpty()) {
        enter(Choosing{.plan = {.server = Plan::Server::UnknownKey}});
    } else {
        m_question = std::make_unique<QObject>();
        m_session->api().apiKey(token->keyId(), *m_question,
                                [this](const Answer<ApiKey> &answer) { looked(answer); });
        enter(Looking{});
    }
}

void SignOut::looked(const Answer<ApiKey> &answer)
{
    if (!as<Looking>())
        return;
    Plan plan;
    if (!answer && saysOver(answer.error()))
        plan.server = Plan::Server::AlreadyOver;
    else if (!answer)
        plan = {.server = Plan::Server::CouldNotAsk, .error = answer.error()};
    else
        plan = {.server
                = answer->loginType == "token"_L1 ? Plan::Server::SharedKey : Plan::Server::CanEnd,
                .keyEnds = answer->expiresAt};
    enter(Choosing{.plan = plan});
}

/// Who only wants to forget here need not wait for the server.
void SignOut::confirm(Wish wish)
{
    const auto *choosing = as<Choosing>();
    const auto *notEnded = as<NotEnded>();
    if (!choosing && !notEnded && !(as<Looking>() && wish == Wish::ForgetHere))
        return;
    Plan plan;
    if (choosing)
        plan = choosing->plan;
    else if (notEnded)
        plan = notEnded->plan;
    if (wish == Wish::EndOnServer && plan.server == Plan::Server::CanEnd)
        endSession(plan);
    else if (notEnded)
        letGo(Outcome(notEnded->outcome));
    else if (wish == Wish::EndOnServer && plan.server == Plan::Server::CouldNotAsk)
        letGo({.ending = Ending::NotEnded, .error = plan.error});
    else
        letGo({.ending
               = plan.server == Plan::Server::AlreadyOver ? Ending::AlreadyOver : Ending::LeftAlone,
               .keyEnds = plan.keyEnds});
}

/// Only the key that was asked about: logging out would end the sessions of workspace apps too.
void SignOut::endSession(const Plan &plan)
{
    if (!m_session || !m_token) { // forgotten meanwhile
        letGo({.ending = Ending::LeftAlone, .keyEnds = plan.keyEnds});
        return;
    }
    m_session->api().deleteKey(m_token->keyId(), *this, [this, plan](const Answer<Done> &answer) {
        answered(plan, answer);
    });
    enter(EndingSession{.plan = plan});
}

void SignOut::answered(const Plan &plan, const Answer<Done> &answer)
{
    if (answer)
        letGo({.ending = Ending::Ended});
    else if (saysOver(answer.error())) // perhaps by a first, lost transmission
        letGo({.ending = Ending::AlreadyOver});
    else if (isRefusal(answer.error()))
        notEnded(plan,
                 {.ending = Ending::NotEnded, .keyEnds = plan.keyEnds, .error = answer.error()});
    else if (isAnotherSession()) // whose token says nothing about this one
        letGo({.ending = Ending::Unknown, .keyEnds = plan.keyEnds, .error = answer.error()});
    else
        makeSure(plan, answer.error());
}

/// A 401 proves that the session has ended, and a user that it goes on.
void SignOut::makeSure(const Plan &plan, const ApiError &error)
{
    if (!m_session)
        return;
    m_session->api().me(
        *this, [this, plan, error](const Answer<User> &answer) { madeSure(plan, error, answer); });
    enter(MakingSure{.plan = plan, .error = error});
}

void SignOut::madeSure(const Plan &plan, const ApiError &error, const Answer<User> &answer)
{
    if (!answer && saysOver(answer.error())) {
        letGo({.ending = Ending::Ended});
        return;
    }
    const bool goesOn = answer || answer.error().kind == ApiError::Kind::SignedOut; // suspended
    qCWarning(lcSession) << "the session on the server may go on";
    notEnded(plan,
             {.ending = goesOn ? Ending::NotEnded : Ending::Unknown,
              .keyEnds = plan.keyEnds,
              .error = error});
}

void SignOut::notEnded(const Plan &plan, const Outcome &outcome)
{
    if (isAnotherSession())
        letGo(outcome);
    else
        enter(NotEnded{.plan = plan, .outcome = outcome});
}

/// From here on nothing of this account is asked any more, unless somebody has signed in to it as a
/// new one: that goes on.
void SignOut::letGo(const Outcome &outcome)
{
    m_question.reset();
    if (isAnotherSession()) {
        enter(Settled{.outcome = outcome, .isSignedInAgain = true});
        return;
    }
    if (m_session) {
        m_session->disconnect(this);
        m_account = m_session->account();
    }
    m_isSaved = m_accounts.noteSignedOut(m_account.id());
    if (m_session)
        m_session->forget();
    erase(outcome);
}

void SignOut::erase(const Outcome &outcome)
{
    const bool mayBeInKeychain = m_account.mayBeInKeychain();
    const auto done = [this, outcome, mayBeInKeychain](const StoreAnswer<Done> &erased) {
        settle({.outcome = outcome,
                .wasInKeychain = mayBeInKeychain,
                .notErased = erased ? std::nullopt : std::optional(erased.error())});
    };
    eraseToken(m_account, {.accounts = m_accounts, .keychain = m_keychain, .thisRun = m_thisRun},
               *this, done);
    enter(Erasing{.outcome = outcome});
}

void SignOut::settle(Settled settled)
{
    if (isSignedIn()) {
        enter(Settled{.outcome = settled.outcome, .isSignedInAgain = true});
        return;
    }
    settled.isRemoved = m_afterwards == Afterwards::IsRemoved
        && (!settled.notErased || !m_accounts.find(m_account.id()));
    if (settled.isRemoved)
        m_isSaved = m_accounts.remove(m_account.id());
    settled.isSaved = m_isSaved;
    enter(settled);
}

void SignOut::eraseAgain()
{
    const auto *settled = as<Settled>();
    if (!settled || !settled->notErased)
        return;
    const Outcome outcome = settled->outcome;
    if (m_prompt) { // nobody is asked twice; somebody else may have unlocked it
        m_keychain.probe(*this, [this, outcome](StoreState keyring) {
            if (isUnlocking() && keyring == StoreState::Ready)
                erase(outcome);
        });
    } else {
        m_prompt = std::make_unique<QObject>();
        m_keychain.unlock(*m_prompt, [this](StoreState keyring) { unlocked(keyring); });
    }
    enter(Erasing{.outcome = outcome, .unlocking = true});
}

/// Late is as good as in time, as long as the token is still to go.
void SignOut::unlocked(StoreState keyring)
{
    m_prompt.release()->deleteLater(); // it is what is being told
    const auto *settled = as<Settled>();
    if (isUnlocking())
        erase(Outcome(as<Erasing>()->outcome));
    else if (settled && settled->notErased && keyring == StoreState::Ready)
        erase(Outcome(settled->outcome));
}

void SignOut::cancelUnlock()
{
    if (isUnlocking())
        settle({.outcome = as<Erasing>()->outcome,
                .wasInKeychain = true,
                .notErased = StoreError{.state = StoreState::Locked}});
}

void SignOut::removeAllTheSame()
{
    const auto *settled = as<Settled>();
    if (!settled || m_afterwards != Afterwards::IsRemoved || settled->isRemoved
        || settled->isSignedInAgain)
        return;
    Settled removed = *settled;
    removed.isRemoved = true;
    removed.isSaved = m_accounts.remove(m_account.id());
    enter(removed);
}

// SPDX-License-Identifier: MIT
#include "session/signout.h"

#include "base/logging.h"
#include "session/accountbook.h"
#include "session/session.h"

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
      m_account(session.account()), m_cli(stores.cli),
      m_store(m_account.keeping == Account::Keeping::ThisRun ? stores.thisRun : stores.keychain)
{ }

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

void SignOut::look()
{
    const bool again = as<Choosing>();
    if (!m_session || (!as<Looking>() && !again))
        return;
    const std::optional<SessionToken> &token = m_session->api().rest().token();
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
    else
        letGo({.ending
               = plan.server == Plan::Server::AlreadyOver ? Ending::AlreadyOver : Ending::LeftAlone,
               .keyEnds = plan.keyEnds});
}

/// Only this key: logging out would end the sessions of workspace apps too.
void SignOut::endSession(const Plan &plan)
{
    const std::optional<SessionToken> token
        = m_session ? m_session->api().rest().token() : std::nullopt;
    if (!token) { // forgotten meanwhile
        letGo({.ending = Ending::LeftAlone, .keyEnds = plan.keyEnds});
        return;
    }
    m_session->api().deleteKey(token->keyId(), *this, [this, plan](const Answer<Done> &answer) {
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
        enter(NotEnded{
            .plan = plan,
            .outcome
            = {.ending = Ending::NotEnded, .keyEnds = plan.keyEnds, .error = answer.error()}});
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
    enter(NotEnded{.plan = plan,
                   .outcome = {.ending = goesOn ? Ending::NotEnded : Ending::Unknown,
                               .keyEnds = plan.keyEnds,
                               .error = error}});
}

/// From here on nothing of this account is asked any more.
void SignOut::letGo(const Outcome &outcome)
{
    m_question.reset();
    m_isSaved = m_accounts.noteSignedOut(m_account.id());
    if (m_session)
        m_session->forget();
    erase(outcome);
}

void SignOut::erase(const Outcome &outcome)
{
    m_store.erase(m_account.id(), *this, [this, outcome](const StoreAnswer<Done> &erased) {
        settle({.outcome = outcome,
                .wasInKeychain = m_account.keeping != Account::Keeping::ThisRun,
                .notErased = erased ? std::nullopt : std::optional(erased.error())});
    });
    enter(Erasing{.outcome = outcome});
}

void SignOut::settle(Settled settled)
{
    settled.isRemoved = m_afterwards == Afterwards::IsRemoved && !settled.notErased;
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
    m_store.unlock(*this, [this, outcome](StoreState) { erase(outcome); });
    enter(Erasing{.outcome = outcome, .unlocking = true});
}

void SignOut::removeAllTheSame()
{
    const auto *settled = as<Settled>();
    if (!settled || m_afterwards != Afterwards::IsRemoved || settled->isRemoved)
        return;
    Settled removed = *settled;
    removed.isRemoved = true;
    removed.isSaved = m_accounts.remove(m_account.id());
    enter(removed);
}

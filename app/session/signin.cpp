// SPDX-License-Identifier: MIT
#include "session/signin.h"

SignIn::SignIn(TokenStore &keychain, TokenStore &thisRun, std::optional<Account> expected,
               const RestLimits &limits, QObject *parent)
    : QObject(parent), m_keychainStore(keychain), m_thisRunStore(thisRun),
      m_expected(std::move(expected)), m_limits(limits), m_state(NeedsAddress{})
{
    m_keychainStore.probe(*this, [this](StoreState state) {
        m_keychain = state;
        emit keychainChanged();
    });
}

SignIn::~SignIn() = default;

void SignIn::enter(State next)
{
    m_state = std::move(next);
    emit stateChanged();
}

void SignIn::unlockKeychain()
{
    m_keychainStore.unlock(*this, [this](StoreState state) {
        m_keychain = state;
        emit keychainChanged();
    });
}

void SignIn::checkAddress(const QString &typed)
{
    forgetDeployment();
    const Result<ServerUrl, ServerUrl::Refusal> server = ServerUrl::fromUserInput(typed);
    if (!server) {
        enter(NeedsAddress{.problem = server.error()});
        return;
    }
    const bool accepted
        = m_expected && m_expected->server == *server && m_expected->plainHttpAccepted;
    if (server->needsConsent() && !accepted)
        enter(NeedsConsent{.server = *server});
    else
        probe(*server, accepted);
}

void SignIn::acceptPlainHttp()
{
    if (const auto *asked = as<NeedsConsent>())
        probe(ServerUrl(asked->server), true);
}

void SignIn::useHttps()
{
    if (const auto *asked = as<NeedsConsent>())
        probe(asked->server.encrypted(), false);
}

void SignIn::dropAddress()
{
    forgetDeployment();
    enter(NeedsAddress{});
}

/// An answer that is still on its way from there no longer matters.
void SignIn::forgetDeployment()
{
    m_question.reset();
    m_api.reset();
    m_rest.reset();
    m_token.reset();
}

void SignIn::probe(const ServerUrl &server, bool plainHttpAccepted)
{
    forgetDeployment();
    m_rest = std::make_unique<RestClient>(server, m_limits);
    m_api = std::make_unique<CoderApi>(*m_rest);
    m_api->buildInfo(*m_rest, [this, server, plainHttpAccepted](const Answer<BuildInfo> &build) {
        if (!build)
            enter(NeedsAddress{.problem = build.error()});
        else if (build->workspaceProxy)
            enter(NeedsAddress{.problem = WorkspaceProxy{.dashboard = build->dashboard}});
        else
            enter(NeedsToken{
                .at = {.server = server, .build = *build, .plainHttpAccepted = plainHttpAccepted}});
    });
    enter(Probing{.server = server, .plainHttpAccepted = plainHttpAccepted});
}

void SignIn::checkToken(const QString &pasted)
{
    Reached at;
    if (const auto *needs = as<NeedsToken>())
        at = needs->at;
    else if (const auto *known = as<Known>())
        at = known->at;
    else
        return;
    m_token = SessionToken::fromText(pasted);
    if (!m_token)
        enter(NeedsToken{.at = at, .problem = TokenProblem::NotAToken});
    else
        askWho(at);
}

void SignIn::dropToken()
{
    if (!as<Known>() && !as<Asking>() && !as<NeedsToken>())
        return;
    m_question.reset(); // an answer about this token must not be taken for one about the next
    m_token.reset();
    m_rest->setToken(std::nullopt);
    if (const auto *known = as<Known>())
        enter(NeedsToken{.at = known->at});
    else if (const auto *asking = as<Asking>())
        enter(NeedsToken{.at = asking->at});
    else if (const auto *needs = as<NeedsToken>())
        enter(NeedsToken{.at = needs->at});
}

void SignIn::askWho(const Reached &at)
{
    m_question = std::make_unique<QObject>();
    m_rest->setToken(m_token);
    m_api->me(*m_question, [this, at](const Answer<User> &answer) { answered(at, answer); });
    enter(Asking{.at = at});
}

void SignIn::refuseToken(const Reached &at, TokenProblem problem, std::optional<ApiError> error)
{
    m_token.reset();
    m_rest->setToken(std::nullopt);
    enter(NeedsToken{.at = at, .problem = problem, .error = std::move(error)});
}

void SignIn::answered(const Reached &at, const Answer<User> &answer)
{
    if (answer && m_expected && answer->id != m_expected->userId) {
        refuseToken(at, TokenProblem::OtherUser);
        return;
    }
    if (answer) {
        askKey(at, *answer);
        return;
    }
    const ApiError &error = answer.error();
    if (error.kind == ApiError::Kind::SignedOut && error.verdicts.userSuspended)
        refuseToken(at, TokenProblem::UserSuspended, error);
    else if (error.kind == ApiError::Kind::SignedOut)
        refuseToken(at, TokenProblem::Rejected, error);
    else if (error.kind == ApiError::Kind::NotFound) // too narrow a scope, recordings 10
        refuseToken(at, TokenProblem::ScopeTooNarrow, error);
    else
        refuseToken(at, TokenProblem::CouldNotAsk, error);
}

void SignIn::askKey(const Reached &at, const User &user)
{
    const QString keyId = m_token->keyId();
    const Known known{.at = at, .user = user, .maybeMoved = maybeMoved(at, user)};
    if (keyId.isEmpty()) {
        enter(known);
        return;
    }
    m_api->apiKey(keyId, *m_question, [this, known](const Answer<ApiKey> &key) {
        Known who = known;
        who.key = key ? std::optional<ApiKey>(*key) : std::nullopt;
        enter(who);
    });
}

/// Whoever signs in again wants this very address.
std::optional<Account> SignIn::maybeMoved(const Reached &at, const User &user) const
{
    if (m_expected || at.build.deploymentId.isEmpty())
        return std::nullopt;
    for (const Account &other : m_others) {
        if (other.deploymentId == at.build.deploymentId && other.userId == user.id
            && !(other.server == at.server))
            return other;
    }
    return std::nullopt;
}

void SignIn::keep(Account::Keeping where, Moved moved)
{
    const auto *known = as<Known>();
    if (!known)
        return;
    const Known who = *known;
    const Account account{.server = who.at.server,
                          .userId = who.user.id,
                          .userName = who.user.username,
                          .dashboard = who.at.build.dashboard,
                          .deploymentId = who.at.build.deploymentId,
                          .plainHttpAccepted = who.at.plainHttpAccepted,
                          .keeping = where};
    std::optional<AccountId> replaces;
    if (moved == Moved::Replaces && who.maybeMoved)
        replaces = who.maybeMoved->id();
    TokenStore &store = where == Account::Keeping::Keychain ? m_keychainStore : m_thisRunStore;
    store.write(
        account.id(), *m_token, *this,
        [this, who, account, replaces](const StoreAnswer<Done> &kept) {
            if (!as<Keeping>())
                return;
            if (kept) {
                const Moment ends = who.key ? who.key->expiresAt : Moment();
                enter(Finished{
                    .account = account, .user = who.user, .tokenEnds = ends, .replaces = replaces});
                return;
            }
            Known again = who;
            again.problem = kept.error();
            if (account.keeping == Account::Keeping::Keychain)
                m_keychain = kept.error().state;
            enter(again);
        });
    enter(Keeping{.who = who, .account = account, .replaces = replaces});
}

QUrl SignIn::tokenPage() const
{
    return m_rest ? m_rest->server().resolved("/cli-auth") : QUrl();
}

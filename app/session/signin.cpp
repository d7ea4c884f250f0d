// SPDX-License-Identifier: MIT
#include "session/signin.h"

WebAddress SignIn::Reached::otherAddress() const
{
    return build.dashboard.isUsable() && !server.isOriginOf(build.dashboard.url()) ? build.dashboard
                                                                                   : WebAddress();
}

SignIn::SignIn(TokenStore &keychain, TokenStore &thisRun, std::optional<Account> expected,
               const RestLimits &limits, QObject *parent)
    : QObject(parent), m_keychainStore(keychain), m_thisRunStore(thisRun),
      m_expected(std::move(expected)), m_limits(limits), m_state(NeedsAddress{})
{
    m_keychainStore.probe(*this, [this](StoreState state) { keychainAnswered(state); });
}

SignIn::~SignIn() = default;

void SignIn::enter(State next)
{
    m_state = std::move(next);
    emit stateChanged();
}

void SignIn::keychainAnswered(StoreState state)
{
    m_keychain = state;
    emit keychainChanged();
}

void SignIn::unlockKeychain()
{
    if (m_prompt) {
        m_keychainStore.probe(*this, [this](StoreState state) { // another program may have done it
            if (state == StoreState::Ready)
                keychainAnswered(state);
        });
        return;
    }
    m_prompt = std::make_unique<QObject>();
    m_keychainStore.unlock(*m_prompt, [this](StoreState state) {
        m_prompt.release()->deleteLater(); // it is what is being told
        keychainAnswered(state);
    });
}

void SignIn::checkAddress(const QString &typed)
{
    if (isKeeping())
        return;
    const Result<ServerUrl, ServerUrl::Refusal> server = ServerUrl::fromUserInput(typed);
    if (server) {
        reach(*server, {});
        return;
    }
    forgetDeployment();
    enter(NeedsAddress{.problem = server.error()});
}

void SignIn::useCommandLine(const CliImport &cli)
{
    const std::optional<ServerUrl> server = cli.server();
    if (!server || isKeeping())
        return;
    const auto *needs = as<NeedsToken>();
    if (needs && needs->at.server == *server)
        takeFrom(cli, Reached(needs->at));
    else
        reach(*server, cli);
}

void SignIn::reach(const ServerUrl &server, const std::optional<CliImport> &cli)
{
    forgetDeployment();
    const bool accepted
        = m_expected && m_expected->server == server && m_expected->plainHttpAccepted;
    if (server.needsConsent() && !accepted)
        enter(NeedsConsent{.server = server, .cli = cli});
    else
        probe({.server = server, .plainHttpAccepted = accepted, .cli = cli});
}

void SignIn::acceptPlainHttp()
{
    if (const auto *asked = as<NeedsConsent>())
        probe({.server = asked->server, .plainHttpAccepted = true, .cli = asked->cli});
}

void SignIn::useHttps()
{
    if (const auto *asked = as<NeedsConsent>())
        probe({.server = asked->server.encrypted()}); // another origin than the command line's
}

void SignIn::dropAddress()
{
    if (isKeeping())
        return;
    forgetDeployment();
    enter(NeedsAddress{});
}

/// An answer that is still on its way from there no longer matters.
void SignIn::forgetDeployment()
{
    letGoOfMadeKey();
    m_question.reset();
    m_api.reset();
    m_rest.reset();
    m_token.reset();
}

void SignIn::probe(const Probing &where)
{
    forgetDeployment();
    m_rest = std::make_unique<RestClient>(where.server, m_limits);
    m_api = std::make_unique<CoderApi>(*m_rest);
    m_api->buildInfo(*m_rest,
                     [this, where](const Answer<BuildInfo> &build) { probed(where, build); });
    enter(where);
}

void SignIn::probed(const Probing &where, const Answer<BuildInfo> &build)
{
    if (!build) {
        enter(NeedsAddress{.problem = build.error()});
        return;
    }
    if (build->workspaceProxy) {
        enter(NeedsAddress{.problem = WorkspaceProxy{.dashboard = build->dashboard}});
        return;
    }
    const Reached at{
        .server = where.server, .build = *build, .plainHttpAccepted = where.plainHttpAccepted};
    if (where.cli)
        takeFrom(*where.cli, at);
    else
        enter(NeedsToken{.at = at});
}

/// It is read no earlier than it is needed, and goes to the deployment that it is of: the command
/// line may have been signed in elsewhere meanwhile.
void SignIn::takeFrom(const CliImport &cli, const Reached &at)
{
    m_token = cli.token();
    if (cli.server() != at.server)
        m_token.reset();
    if (!m_token)
        enter(NeedsToken{
            .at = at, .problem = TokenProblem::NotAToken, .source = Source::CommandLine});
    else
        askWho(at, Source::CommandLine);
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
    letGoOfMadeKey();
    m_token = SessionToken::fromText(pasted);
    if (!m_token)
        enter(NeedsToken{.at = at, .problem = TokenProblem::NotAToken});
    else
        askWho(at, m_cli.token() == m_token ? Source::CommandLine : Source::Own);
}

void SignIn::dropToken()
{
    if (!as<Known>() && !as<Asking>() && !as<NeedsToken>())
        return;
    letGoOfMadeKey();
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

void SignIn::askWho(const Reached &at, Source source)
{
    const Asking asking{.at = at, .source = source};
    m_question = std::make_unique<QObject>();
    m_rest->setToken(m_token);
    m_api->me(*m_question,
              [this, asking](const Answer<User> &answer) { answered(asking, answer); });
    enter(asking);
}

void SignIn::refuseToken(const NeedsToken &why)
{
    m_token.reset();
    m_rest->setToken(std::nullopt);
    enter(why);
}

void SignIn::answered(const Asking &asked, const Answer<User> &answer)
{
    NeedsToken why{.at = asked.at, .source = asked.source};
    if (answer && m_expected && answer->id != m_expected->userId) {
        why.problem = TokenProblem::OtherUser;
        refuseToken(why);
        return;
    }
    if (answer && asked.source == Source::CommandLine) {
        enter(Known{.at = asked.at,
                    .user = *answer,
                    .source = asked.source,
                    .maybeMoved = maybeMoved(asked.at, *answer)});
        return;
    }
    if (answer) {
        askKey(asked.at, *answer);
        return;
    }
    const ApiError &error = answer.error();
    why.error = error;
    if (error.kind == ApiError::Kind::SignedOut && error.verdicts.userSuspended)
        why.problem = TokenProblem::UserSuspended;
    else if (error.kind == ApiError::Kind::SignedOut)
        why.problem = TokenProblem::Rejected;
    else if (error.kind == ApiError::Kind::NotFound) // too narrow a scope, recordings 10
        why.problem = TokenProblem::ScopeTooNarrow;
    else
        why.problem = TokenProblem::CouldNotAsk;
    refuseToken(why);
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
    Known who = *known;
    who.notMade.reset();
    who.problem.reset();
    const Account account{.server = who.at.server,
                          .userId = who.user.id,
                          .userName = who.user.username,
                          .dashboard = who.at.build.dashboard,
                          .deploymentId = who.at.build.deploymentId,
                          .plainHttpAccepted = who.at.plainHttpAccepted,
                          .keeping = where};
    Keeping wish{.who = who, .account = account, .replaces = {}};
    if (moved == Moved::Replaces && who.maybeMoved)
        wish.replaces = who.maybeMoved->id();
    if (who.source == Source::CommandLine)
        makeKey(wish);
    else
        store(wish);
}

void SignIn::makeKey(const Keeping &wish)
{
    m_question = std::make_unique<QObject>();
    m_api->createKey(*m_question,
                     [this, wish](const Answer<SessionToken> &key) { keyMade(wish, key); });
    enter(MakingKey{.wish = wish});
}

/// From here on nothing of the command line's is left.
void SignIn::keyMade(const Keeping &wish, const Answer<SessionToken> &key)
{
    Keeping own = wish;
    if (!key && key.error().kind == ApiError::Kind::SignedOut) {
        refuseToken({.at = own.who.at,
                     .problem = TokenProblem::Rejected,
                     .error = key.error(),
                     .source = Source::CommandLine});
        return;
    }
    if (!key) {
        own.who.notMade = key.error();
        enter(own.who);
        return;
    }
    m_token = *key;
    m_rest->setToken(m_token);
    own.who.source = Source::Made;
    enter(MakingKey{.wish = own});
    m_api->apiKey(m_token->keyId(), *m_question, [this, own](const Answer<ApiKey> &told) {
        Keeping known = own;
        if (told)
            known.who.key = *told;
        store(known);
    });
}

void SignIn::store(const Keeping &wish)
{
    const bool inKeychain = wish.account.keeping == Account::Keeping::Keychain;
    TokenStore &place = inKeychain ? m_keychainStore : m_thisRunStore;
    place.write(wish.account.id(), *m_token, *this, [this, wish](const StoreAnswer<Done> &kept) {
        if (!as<Keeping>())
            return;
        if (kept) {
            enter(
                Finished{.account = wish.account, .key = wish.who.key, .replaces = wish.replaces});
            return;
        }
        Known again = wish.who;
        again.problem = kept.error();
        if (wish.account.keeping == Account::Keeping::Keychain)
            m_keychain = kept.error().state;
        enter(again);
    });
    enter(wish);
}

/// The one made for an account that is not to be.
void SignIn::letGoOfMadeKey()
{
    const auto *making = as<MakingKey>();
    const auto *keeping = as<Keeping>();
    const auto *who = as<Known>();
    if (making)
        who = &making->wish.who;
    else if (keeping && !isInKeychain(keeping->account.id()))
        who = &keeping->who;
    if (who && who->source == Source::Made && m_token)
        emit keyUnused(who->at.server, *m_token);
}

/// Then it may be the kept token that was just replaced.
bool SignIn::isInKeychain(const AccountId &account) const
{
    return std::any_of(m_others.cbegin(), m_others.cend(), [&](const Account &other) {
        return other.id() == account && other.keeping == Account::Keeping::Keychain;
    });
}

void SignIn::giveUp()
{
    letGoOfMadeKey();
    m_question.reset();
    m_token.reset();
}

WebAddress SignIn::tokenPage() const
{
    if (!m_rest)
        return {};
    const ServerUrl &server = m_rest->server();
    if (m_expected && m_expected->server == server)
        return m_expected->page("/cli-auth");
    return WebAddress::judge(server.resolved("/cli-auth").toString(QUrl::FullyEncoded), server);
}

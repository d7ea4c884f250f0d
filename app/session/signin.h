// SPDX-License-Identifier: MIT
#pragma once

#include "base/jsonfields.h"
#include "coder/coderapi.h"
#include "coder/restclient.h"
#include "session/account.h"
#include "session/cliimport.h"
#include "session/tokenstore.h"

#include <QObject>

#include <memory>
#include <optional>
#include <variant>

/// Adding an account, step by step: an address, is it Coder (no token sent), a token, whose is it,
/// keep it. A failure stands in the state of its step; what was found out before it stays. The
/// command line's token only serves to see whose it is and, once the account is to be kept, to make
/// a key of our own; from then on it is forgotten.
class SignIn : public QObject
{
    Q_OBJECT

public:
    struct Reached {
        ServerUrl server{};
        BuildInfo build{};
        bool plainHttpAccepted = false;

        /// Where the deployment says that it is, if that is another origin than `server`.
        [[nodiscard]] WebAddress otherAddress() const;
    };
    /// `build` says that this is a workspace proxy, which knows no links; its dashboard does.
    struct WorkspaceProxy {
        WebAddress dashboard{};
    };
    using AddressProblem = std::variant<ServerUrl::Refusal, ApiError, WorkspaceProxy>;
    enum class TokenProblem {
        NotAToken, ///< it cannot be one; nothing was sent
        Rejected,
        UserSuspended,
        ScopeTooNarrow,
        OtherUser,   ///< signing in again, but as somebody else
        CouldNotAsk, ///< `error` says why
    };
    /// Whose the token at hand is to be.
    enum class Source {
        Own,         ///< ours, pasted from the token page
        Made,        ///< ours, made with the command line's
        CommandLine, ///< the command line's, found or pasted: it is used, never kept
    };

    struct NeedsAddress {
        std::optional<AddressProblem> problem{};
    };
    struct NeedsConsent { ///< plain http beyond loopback; nothing was sent
        ServerUrl server{};
        std::optional<CliImport> cli{}; ///< whose session is to be used then
    };
    struct Probing {
        ServerUrl server{};
        bool plainHttpAccepted = false;
        std::optional<CliImport> cli{};
    };
    struct NeedsToken {
        Reached at{};
        std::optional<TokenProblem> problem{};
        std::optional<ApiError> error{};
        Source source = Source::Own; ///< of the token that has the problem
    };
    struct Asking {
        Reached at{};
        Source source = Source::Own;
    };
    struct Known {
        Reached at{};
        User user{};
        Source source = Source::Own;
        std::optional<ApiKey> key{};         ///< of our own token, where Coder told
        std::optional<ApiError> notMade{};   ///< why there is no key of our own yet
        std::optional<StoreError> problem{}; ///< why it could not be kept just now
        /// The same user of the same deployment by its own word, at another address: it may have
        /// moved. Proves nothing, so the person decides.
        std::optional<Account> maybeMoved{};
    };
    struct Keeping {
        Known who{};
        Account account{};
        std::optional<AccountId> replaces{};
    };
    struct MakingKey {  ///< one call, with the command line's token, and one about what it made
        Keeping wish{}; ///< what comes next
    };
    struct Finished {
        Account account{};
        std::optional<ApiKey> key{};
        std::optional<AccountId> replaces{}; ///< by the person's wish
    };
    using State = std::variant<NeedsAddress, NeedsConsent, Probing, NeedsToken, Asking, Known,
                               MakingKey, Keeping, Finished>;

    /// \a expected is the account to sign in to again; none adds a new one.
    SignIn(TokenStore &keychain, TokenStore &thisRun,
           std::optional<Account> expected = std::nullopt, const RestLimits &limits = {},
           QObject *parent = nullptr);
    ~SignIn() override;

    [[nodiscard]] const State &state() const { return m_state; }
    template <typename S>
    [[nodiscard]] const S *as() const
    {
        return std::get_if<S>(&m_state);
    }
    [[nodiscard]] const std::optional<Account> &expected() const { return m_expected; }
    /// How the keychain is doing, asked when this object was made; none until it has answered.
    [[nodiscard]] std::optional<StoreState> keychain() const { return m_keychain; }
    /// The accounts there are: one of them may be this one before its deployment moved.
    void setOthers(const QList<Account> &accounts) { m_others = accounts; }
    /// Its session is never ours, also where the person pastes it.
    void setCommandLine(const CliImport &cli) { m_cli = cli; }
    /// Lets the keyring ask the person; keychain() then changes, however late it answers. Who gave
    /// up waiting and comes back is not asked twice.
    void unlockKeychain();

    void checkAddress(const QString &typed);
    /// Goes to the command line's deployment and asks there whose its session is.
    void useCommandLine(const CliImport &cli);
    void acceptPlainHttp();
    void useHttps();
    /// The address is being edited: what was learnt about the old one no longer holds.
    void dropAddress();
    void checkToken(const QString &pasted);
    void dropToken();
    enum class Moved { Keeps, Replaces }; ///< what becomes of Known::maybeMoved
    void keep(Account::Keeping where, Moved moved = Moved::Keeps);
    /// Nobody goes on with it: a key that was made and opens no account is told by keyUnused().
    void giveUp();
    /// An account is on its way; nothing about it can be changed meanwhile.
    [[nodiscard]] bool isKeeping() const { return as<MakingKey>() || as<Keeping>(); }

    /// The page that shows a token, where the account's pages are; unusable before the deployment
    /// was reached.
    [[nodiscard]] WebAddress tokenPage() const;
    /// What Finished leaves for the session.
    [[nodiscard]] const std::optional<SessionToken> &token() const { return m_token; }

signals:
    void stateChanged();
    void keychainChanged();
    /// A key was made for an account that will not be: it should be given back.
    void keyUnused(const ServerUrl &server, const SessionToken &token);

private:
    void enter(State next);
    void keychainAnswered(StoreState state);
    void forgetDeployment();
    void reach(const ServerUrl &server, const std::optional<CliImport> &cli);
    void letGoOfMadeKey();
    [[nodiscard]] bool isInKeychain(const AccountId &account) const;
    void probe(const Probing &where);
    void probed(const Probing &where, const Answer<BuildInfo> &build);
    void takeFrom(const CliImport &cli, const Reached &at);
    void askWho(const Reached &at, Source source);
    void answered(const Asking &asked, const Answer<User> &answer);
    void askKey(const Reached &at, const User &user);
    [[nodiscard]] std::optional<Account> maybeMoved(const Reached &at, const User &user) const;
    void refuseToken(const NeedsToken &why);
    void makeKey(const Keeping &wish);
    void keyMade(const Keeping &wish, const Answer<SessionToken> &key);
    void store(const Keeping &wish);

    TokenStore &m_keychainStore;
    TokenStore &m_thisRunStore;
    std::optional<Account> m_expected;
    QList<Account> m_others;
    CliImport m_cli{QString()};
    RestLimits m_limits;
    std::optional<StoreState> m_keychain;
    std::unique_ptr<RestClient> m_rest;
    std::unique_ptr<CoderApi> m_api;
    std::unique_ptr<QObject> m_prompt;   ///< receives what comes of an unlock; alive: not answered
    std::unique_ptr<QObject> m_question; ///< receives what is asked about the token at hand
    std::optional<SessionToken> m_token;
    State m_state;
};

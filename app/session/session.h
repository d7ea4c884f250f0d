// SPDX-License-Identifier: MIT
#pragma once

#include "base/jsonfields.h"
#include "coder/coderapi.h"
#include "coder/restclient.h"
#include "session/account.h"
#include "session/tokenstore.h"

#include <QObject>

#include <memory>
#include <optional>
#include <variant>

/// One account's life: SignedOut → Restoring → Checking → SignedIn | Failed. A 401 of Coder's
/// suspends it and deletes nothing; any other failure leaves token and account as they
/// are.
class Session : public QObject
{
    Q_OBJECT

public:
    enum class Trouble {
        KeychainLocked,
        KeychainNoCollection,
        KeychainAbsent,
        KeychainDenied,
        KeychainHung,
        KeychainBroken,
        TokenMissing, ///< the keychain is open and has none, or it was kept for an earlier run only
        TokenRejected,  ///< Coder's 401
        UserSuspended,  ///< Coder's 401 with words of its own
        ScopeTooNarrow, ///< the token may not read its own user: users/me answers 404
        OtherUser,      ///< the token belongs to somebody else
        Unreachable,    ///< anything that says nothing about the token
    };

    struct SignedOut { };
    struct Restoring {
        bool unlocking = false; ///< a dialog of the keyring may be up
    };
    struct Checking { };
    struct SignedIn {
        std::optional<ApiKey> key{}; ///< our own, told when it is known: keyLearnt()

        [[nodiscard]] Moment tokenEnds() const { return key ? key->expiresAt : Moment(); }
    };
    struct Failed {
        Trouble why = Trouble::Unreachable;
        std::optional<ApiError> error{};
        bool awaitsKeyring = false; ///< which was not open, and may be so without us
    };
    using State = std::variant<SignedOut, Restoring, Checking, SignedIn, Failed>;

    Session(Account account, TokenStore &store, const RestLimits &limits = {},
            QObject *parent = nullptr);
    ~Session() override;

    [[nodiscard]] const Account &account() const { return m_account; }
    [[nodiscard]] const State &state() const { return m_state; }
    template <typename S>
    [[nodiscard]] const S *as() const
    {
        return std::get_if<S>(&m_state);
    }
    /// Lives as long as this session; without a token its calls are answered by SignedOut.
    [[nodiscard]] CoderApi &api() { return m_api; }
    [[nodiscard]] bool awaitsKeyring() const;
    [[nodiscard]] bool hasToken() const { return m_rest.token().has_value(); }

    /// Reads the token from where it is kept and checks it. Never makes a dialog appear.
    void restore();
    /// The same, letting the keyring ask the person.
    void unlock();
    /// The person no longer waits for the keyring. Its prompt stays, for not every keyring survives
    /// having it taken away, and what comes of it still counts.
    void cancelUnlock();
    /// Where awaitsKeyring(): goes on once the keyring is open after all. Until then nothing
    /// changes and nobody is asked.
    void restoreIfKeyringIsOpen();
    /// Asks the server again with the token at hand; restores where there is none.
    void checkAgain();
    /// Takes over what a SignIn has found out.
    void adopt(const Account &account, const SessionToken &token, const std::optional<ApiKey> &key);
    /// What the person changed about the account, which stays the same identity.
    void follow(const Account &account);
    /// Asks about our own key anew: its end moves by use, or does not. Nothing waits for it.
    void askForKey();
    /// Asks again where the deployment's pages are, as after an upgrade. Nothing waits for it.
    void askForBuild();
    /// Forgets the token of this run; what the keychain holds is the caller's business.
    void forget();

signals:
    void stateChanged();
    /// SignedIn::key, in the same state.
    void keyLearnt();
    /// The deployment says something else about itself or the user; account() has it.
    void accountRenewed();

private:
    void enter(State next);
    void unlocked(StoreState state);
    void goOnIfReady(StoreState state);
    [[nodiscard]] bool isUnlocking() const;
    void readToken(StoreState store);
    void check();
    void checked(const Answer<User> &answer);
    void buildLearnt(const BuildInfo &build);
    void renew(const Account &renewed);
    void suspend(const ApiError &error);

    Account m_account;
    TokenStore &m_store;
    RestClient m_rest;
    CoderApi m_api;
    std::unique_ptr<QObject> m_prompt;   ///< hears what comes of an unlock; its end ends a prompt
    std::unique_ptr<QObject> m_question; ///< receives what is asked about the token at hand
    State m_state;
};

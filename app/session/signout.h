// SPDX-License-Identifier: MIT
#pragma once

#include "base/jsonfields.h"
#include "coder/types.h"
#include "session/account.h"
#include "session/cliimport.h"
#include "session/tokenstore.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>
#include <variant>

class AccountBook;
class Session;

/// Signs one account out, for it to stay in the book or to leave it: Looking → Choosing → Ending →
/// Erasing → Settled, with a second look wherever the answer leaves a doubt whether the session has
/// ended. The token is not let go of before that is settled, or the person wants it so. Where
/// somebody signs in again meanwhile, a question begins anew, and what is settled stays so: it
/// never acts on a later session.
class SignOut : public QObject
{
    Q_OBJECT

public:
    /// Whether the session can be ended on the server, and if not, why.
    struct Plan {
        enum class Server {
            CanEnd,         ///< the key is ours alone
            CommandLineKey, ///< the Coder command line is signed in with it, too
            SharedKey,      ///< login type `token`: made by hand, so others may use it
            AlreadyOver,
            NoToken,    ///< none at hand
            UnknownKey, ///< the token does not tell its key's id
            CouldNotAsk,
        };
        Server server = Server::NoToken;
        Moment keyEnds{};
        std::optional<ApiError> error{}; ///< of CouldNotAsk
    };
    enum class Afterwards {
        StaysListed,
        IsRemoved, ///< once its token is erased; before, nothing would remember where that is
    };
    enum class Wish { EndOnServer, ForgetHere };
    /// What became of the session on the server.
    enum class Ending {
        Ended,
        AlreadyOver,
        LeftAlone,
        NotEnded, ///< it was tried in vain
        Unknown,  ///< it was tried, and nobody can say
    };
    struct Outcome {
        Ending ending = Ending::LeftAlone;
        Moment keyEnds{};
        std::optional<ApiError> error{}; ///< of NotEnded and Unknown
    };

    struct Stores {
        AccountBook &accounts;
        TokenStore &keychain;
        TokenStore &thisRun;
        CliImport cli{QString()}; ///< whose session may be this one
    };

    struct Looking { };
    struct Choosing {
        Plan plan{};
    };
    struct EndingSession {
        Plan plan{};
    };
    struct MakingSure { ///< the answer was lost; does the token still open the door?
        Plan plan{};
        ApiError error{};
    };
    struct NotEnded { ///< asks once more, or for the wish to forget here all the same
        Plan plan{};
        Outcome outcome{};
    };
    struct Erasing {
        Outcome outcome{};
        bool unlocking = false; ///< a dialog of the keyring may be up
    };
    struct Settled {
        Outcome outcome{};
        bool wasInKeychain = false; ///< or may have been
        std::optional<StoreError> notErased{};
        bool isRemoved = false;
        bool isSaved = true;          ///< the file of accounts could be written
        bool isSignedInAgain = false; ///< since; what the account has now is none of this one's
    };
    using State
        = std::variant<Looking, Choosing, EndingSession, MakingSure, NotEnded, Erasing, Settled>;

    SignOut(Session &session, const Stores &stores, Afterwards afterwards,
            QObject *parent = nullptr);
    ~SignOut() override;

    [[nodiscard]] const Account &account() const { return m_account; }
    [[nodiscard]] Afterwards afterwards() const { return m_afterwards; }
    [[nodiscard]] const State &state() const { return m_state; }
    template <typename S>
    [[nodiscard]] const S *as() const
    {
        return std::get_if<S>(&m_state);
    }
    /// It can no longer be taken back.
    [[nodiscard]] bool isUnderWay() const;
    /// A dialog of the keyring may be up, and is waited for.
    [[nodiscard]] bool isUnlocking() const;

    /// Asks what kind of key it is; again from Choosing, where that could not be learnt.
    void look();
    /// From Choosing, or again from NotEnded.
    void confirm(Wish wish);
    /// From Settled, where the keychain did not let go of the token; the keyring may ask the
    /// person.
    void eraseAgain();
    /// Back to Settled: the person no longer waits for the keyring. Its prompt stays, and what
    /// comes of it still counts.
    void cancelUnlock();
    /// The same, where the keychain never will: the account is removed all the same.
    void removeAllTheSame();

signals:
    void stateChanged();

private:
    void enter(State next);
    void sessionChanged();
    void bookChanged();
    void accountLeft();
    [[nodiscard]] bool isAnotherSession() const;
    [[nodiscard]] bool isSignedIn() const;
    void ask();
    void looked(const Answer<ApiKey> &answer);
    void endSession(const Plan &plan);
    void answered(const Plan &plan, const Answer<Done> &answer);
    void makeSure(const Plan &plan, const ApiError &error);
    void madeSure(const Plan &plan, const ApiError &error, const Answer<User> &answer);
    void notEnded(const Plan &plan, const Outcome &outcome);
    void letGo(const Outcome &outcome);
    void erase(const Outcome &outcome);
    void unlocked(StoreState keyring);
    void settle(Settled settled);

    QPointer<Session> m_session;
    AccountBook &m_accounts;
    const Afterwards m_afterwards;
    Account m_account;
    const CliImport m_cli;
    TokenStore &m_keychain;
    TokenStore &m_thisRun;
    std::optional<SessionToken> m_token; ///< of the session this is about
    std::unique_ptr<QObject> m_question; ///< receives what is asked before anything is done
    std::unique_ptr<QObject> m_prompt;   ///< hears what comes of an unlock
    bool m_isSaved = true;
    State m_state;
};

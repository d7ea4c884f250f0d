// SPDX-License-Identifier: MIT
#pragma once

#include "session/accounttraces.h"
#include "session/signout.h"
#include "session/storedthing.h"

#include <QObject>

#include <memory>
#include <variant>
#include <vector>

class AccountServices;

/// Takes away everything Fairlead keeps on this machine, the tokens first, also those of accounts
/// that only files which were set aside name: Choosing → OpeningKeyring → SigningOut → Settled.
/// What could not be taken away is told, and stops nothing.
class RemovingAll : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        SignOut::Stores stores;
        AccountServices &services;
        QList<StoredThing *> things{}; ///< all of them outlive this object
    };
    /// Whether the sessions on the servers end too, where that can be.
    enum class Sessions { End, LeaveAlone };
    /// What is done about a locked keyring.
    enum class Keyring { Ask, LeaveLocked };

    struct Files {
        StoredThing::Kind kind = StoredThing::Kind::Accounts;
        QStringList paths{}; ///< that were there
        QStringList left{};  ///< and still are
    };
    struct AccountEnd {
        Account account{};
        SignOut::Settled settled{};
    };

    struct Choosing {
        QList<Account> accounts{};
        QList<Files> files{};
        /// The person was asked to unlock the keyring, and it is not open: nothing has gone yet.
        std::optional<StoreState> notUnlocked{};
    };
    struct OpeningKeyring {
        Sessions sessions = Sessions::End;
    };
    /// Tokens of accounts that are not in the book.
    struct Forgotten {
        int erased = 0;
        std::optional<StoreError> notErased{};
        bool mayBeMore = false; ///< not everything that names accounts could be read
    };
    struct SigningOut {
        QList<Files> files{};  ///< that were there; some go with the accounts
        qsizetype erasing = 0; ///< forgotten tokens on their way out
        Forgotten forgotten{};
    };
    struct Settled {
        QList<AccountEnd> accounts{};
        QList<Files> files{};
        Forgotten forgotten{};
    };
    using State = std::variant<Choosing, OpeningKeyring, SigningOut, Settled>;

    explicit RemovingAll(const Parts &parts, QObject *parent = nullptr);
    ~RemovingAll() override;

    [[nodiscard]] const State &state() const { return m_state; }
    template <typename S>
    [[nodiscard]] const S *as() const
    {
        return std::get_if<S>(&m_state);
    }
    [[nodiscard]] bool isUnderWay() const { return as<OpeningKeyring>() || as<SigningOut>(); }

    /// From Choosing; a keyring that is then not unlocked leads back to it.
    void confirm(Sessions sessions, Keyring keyring);
    /// Back to Choosing from OpeningKeyring: nothing has gone yet. The keyring's prompt may stay,
    /// and what comes of it no longer counts.
    void cancel();

signals:
    void stateChanged();

private:
    void enter(State next);
    [[nodiscard]] QList<Files> filesNow() const;
    void openKeyring(StoreState keyring);
    void goOnIfUnlocked(StoreState keyring);
    void choose(std::optional<StoreState> notUnlocked);
    void signOutAll();
    void eraseForgotten(const AccountId &account);
    void drive(SignOut &signOut);
    void finishIfSettled();

    [[nodiscard]] AccountTraces forgotten() const;

    Parts m_parts;
    std::unique_ptr<QObject> m_question; ///< receives what the keyring says before anything goes
    std::vector<std::unique_ptr<SignOut>> m_signOuts; ///< in the order of the accounts
    State m_state;
};

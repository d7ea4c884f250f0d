// SPDX-License-Identifier: MIT
#pragma once

#include "session/account.h"

#include <QJsonValue>
#include <QList>
#include <QObject>

#include <functional>

class SettingsFile;

/// The accounts a person has added, kept in the section `accounts` of the settings file.
class AccountBook : public QObject
{
    Q_OBJECT

public:
    explicit AccountBook(SettingsFile &file, QObject *parent = nullptr);

    [[nodiscard]] const QList<Account> &accounts() const { return m_accounts; }
    [[nodiscard]] const Account *find(const AccountId &id) const;
    /// How many entries of the file could not be understood and are left as they were.
    [[nodiscard]] qsizetype unreadable() const { return m_unreadable.size(); }

    /// Adds, or renews the account of the same identity. False where it could not be written.
    bool put(const Account &account);
    bool remove(const AccountId &id);
    /// An empty \a label gives the account back the name it has by itself.
    bool rename(const AccountId &id, const UntrustedText &label);
    /// To the place \a to among the accounts; beyond an end is at that end.
    bool move(const AccountId &id, qsizetype to);
    /// The person signed out: the account stays, and is asked nothing at the next start.
    bool noteSignedOut(const AccountId &id);
    /// Whether the keychain may hold a token of it that is not its own any more.
    bool noteLeftInKeychain(const AccountId &id, bool mayBe);

signals:
    void changed();

private:
    [[nodiscard]] qsizetype placeOf(const AccountId &id) const;
    bool change(const AccountId &id, const std::function<void(Account &)> &how);
    bool save();

    SettingsFile &m_file;
    QList<Account> m_accounts;
    QList<QJsonValue> m_unreadable;
};

// SPDX-License-Identifier: MIT
#pragma once

#include "datetexts.h"
#include "window/accountstatus.h"

#include <QAbstractListModel>

class Clock;

/// The accounts as rows that LinkDelegate paints: name, how it stands with it, who that is, and how
/// long the session lasts. Tells the smallest change, so that the selection stays with its account.
class AccountRows : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit AccountRows(Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    void setAccounts(const QList<AccountStatus> &accounts);
    [[nodiscard]] const AccountStatus &account(int row) const { return m_accounts.at(row); }
    /// -1 where there is none.
    [[nodiscard]] int rowOf(const AccountId &id) const;

private:
    void removeAllBut(const QList<AccountStatus> &accounts);
    void bring(const AccountStatus &account, int row);
    [[nodiscard]] QString end(const AccountStatus &account) const;
    [[nodiscard]] QString toolTip(const AccountStatus &account) const;

    Clock &m_clock;
    QList<AccountStatus> m_accounts;
};

// SPDX-License-Identifier: MIT
#include "dialogs/accountrows.h"

#include "base/clock.h"
#include "links/gitlink.h"
#include "pictures/providermark.h"
#include "texts.h"
#include "widgets/textrun.h"
#include "window/linkrows.h"

#include <QTextDocument>

#include <algorithm>

namespace {

/// Which of the shapes stands for how it is with an account.
LinkHealth shapeOf(const AccountStatus &account)
{
    if (std::holds_alternative<Session::SignedOut>(account.session))
        return LinkHealth::NotLinked;
    if (account.couldNotCheck())
        return LinkHealth::ProviderUnreachable;
    if (account.trouble())
        return LinkHealth::NeedsReconnect;
    return account.isStarting() ? LinkHealth::Unknown : LinkHealth::Valid;
}

QString wordOf(const AccountStatus &account)
{
    const QString badge = account.badge();
    if (!badge.isEmpty())
        return badge;
    return account.isStarting() ? AccountRows::tr("starting") : AccountRows::tr("signed in");
}

QString spoken(const QString &text)
{
    return plainTextOf({{.text = text}});
}

} // namespace

AccountRows::AccountRows(Clock &clock, QObject *parent) : QAbstractListModel(parent), m_clock(clock)
{ }

int AccountRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_accounts.size());
}

int AccountRows::rowOf(const AccountId &id) const
{
    const auto found = std::find_if(m_accounts.cbegin(), m_accounts.cend(),
                                    [&](const AccountStatus &account) { return account.id == id; });
    return found == m_accounts.cend() ? -1 : static_cast<int>(found - m_accounts.cbegin());
}

QString AccountRows::end(const AccountStatus &account) const
{
    const auto *in = std::get_if<Session::SignedIn>(&account.session);
    if (!in || in->tokenEnds().kind != Moment::Kind::At)
        return {};
    //: %1 is "in 5 days", for instance
    return tr("session ends %1")
        .arg(DateTexts::ahead(in->tokenEnds().at, {.now = m_clock.wall(), .locale = QLocale()}));
}

/// All that a row may have shortened.
QString AccountRows::toolTip(const AccountStatus &account) const
{
    QStringList lines{account.fullTitle(), account.server.origin(), wordOf(account), end(account)};
    lines.removeAll(QString());
    return Qt::convertFromPlainText(lines.join(u'\n'));
}

QVariant AccountRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const AccountStatus &account = m_accounts.at(index.row());
    switch (role) {
    case LinkRows::KindRole:
        return static_cast<int>(LinkRows::Kind::Link);
    case Qt::DisplayRole:
        return account.title();
    case LinkRows::EndRole:
        return wordOf(account);
    case LinkRows::SecondRole:
        return account.label.isEmpty() ? account.server.origin() : account.identity();
    case LinkRows::SecondIsAccountRole:
        return true;
    case LinkRows::TimeRole:
        return end(account);
    case LinkRows::HealthRole:
        return static_cast<int>(shapeOf(account));
    case LinkRows::MarkRole:
        return QVariant::fromValue(markForPerson(account.userName.plain()));
    case Qt::ToolTipRole:
        return toolTip(account);
    case Qt::AccessibleTextRole:
        //: What a screen reader says of an account: its name, and how it stands with it
        return spoken(tr("%1, %2").arg(account.title(), wordOf(account)));
    case Qt::AccessibleDescriptionRole:
        return spoken(end(account));
    default:
        return {};
    }
}

void AccountRows::setAccounts(const QList<AccountStatus> &accounts)
{
    removeAllBut(accounts);
    for (int row = 0; row < accounts.size(); ++row)
        bring(accounts.at(row), row);
}

void AccountRows::removeAllBut(const QList<AccountStatus> &accounts)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        const bool stays
            = std::any_of(accounts.cbegin(), accounts.cend(), [&](const AccountStatus &account) {
                  return account.id == m_accounts.at(row).id;
              });
        if (stays)
            continue;
        beginRemoveRows({}, row, row);
        m_accounts.removeAt(row);
        endRemoveRows();
    }
}

/// All above \a row are in their places already.
void AccountRows::bring(const AccountStatus &account, int row)
{
    const int now = rowOf(account.id);
    if (now < 0) {
        beginInsertRows({}, row, row);
        m_accounts.insert(row, account);
        endInsertRows();
        return;
    }
    if (now != row) {
        beginMoveRows({}, now, now, {}, row);
        m_accounts.move(now, row);
        endMoveRows();
    }
    const AccountStatus before = m_accounts.at(row);
    m_accounts.replace(row, account);
    if (before.title() != account.title() || before.identity() != account.identity()
        || wordOf(before) != wordOf(account) || end(before) != end(account))
        emit dataChanged(index(row), index(row));
}

// SPDX-License-Identifier: MIT
#include "session/accountbook.h"

#include "base/jsonfields.h"
#include "base/logging.h"
#include "session/settingsfile.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

const QString &sectionName()
{
    static const QString name = u"accounts"_s;
    return name;
}

QJsonObject toJson(const Account &account)
{
    return {
        {u"origin"_s, account.server.origin()},
        {u"user_id"_s, account.userId},
        {u"user_name"_s, account.userName.plain()},
        {u"dashboard"_s, account.dashboard.encoded()},
        {u"deployment_id"_s, account.deploymentId},
        {u"plain_http_accepted"_s, account.plainHttpAccepted},
        {u"keeping"_s, account.keeping == Account::Keeping::Keychain ? u"keychain"_s : u"run"_s},
    };
}

std::optional<Account> fromJson(const QJsonValue &json)
{
    static const QRegularExpression idPattern(
        QRegularExpression::anchoredPattern(u"[A-Za-z0-9-]{1,64}"_s));
    JsonFields in(json.toObject());
    const Result<ServerUrl, ServerUrl::Refusal> server
        = ServerUrl::fromUserInput(in.text("origin"_L1));
    const QString userId = in.text("user_id"_L1);
    if (!server || !idPattern.match(userId).hasMatch())
        return std::nullopt;
    Account account{.server = *server,
                    .userId = userId,
                    .userName = in.name("user_name"_L1),
                    .dashboard = WebAddress::judge(in.text("dashboard"_L1, {}), *server),
                    .deploymentId = in.text("deployment_id"_L1, {}),
                    .plainHttpAccepted = in.flag("plain_http_accepted"_L1, false),
                    .keeping = in.text("keeping"_L1, {}) == "run"_L1 ? Account::Keeping::ThisRun
                                                                     : Account::Keeping::Keychain};
    // Nothing may be sent in the clear without the consent that goes with the account (S2).
    if (!in.misfit().isEmpty() || (account.server.needsConsent() && !account.plainHttpAccepted))
        return std::nullopt;
    return account;
}

} // namespace

AccountBook::AccountBook(SettingsFile &file, QObject *parent) : QObject(parent), m_file(file)
{
    const QJsonValue section = file.section(sectionName());
    if (!section.isArray() && !section.isUndefined())
        m_unreadable.append(section);
    const QJsonArray entries = section.toArray();
    for (const QJsonValue &entry : entries) {
        const std::optional<Account> account = fromJson(entry);
        if (!account)
            m_unreadable.append(entry);
        else if (!find(account->id()))
            m_accounts.append(*account);
    }
    if (!m_unreadable.isEmpty())
        qCWarning(lcSession) << m_unreadable.size() << "account entries could not be read";
}

const Account *AccountBook::find(const AccountId &id) const
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&](const Account &account) { return account.id() == id; });
    return found == m_accounts.end() ? nullptr : &*found;
}

bool AccountBook::put(const Account &account)
{
    const auto same
        = std::find_if(m_accounts.cbegin(), m_accounts.cend(),
                       [&](const Account &other) { return other.id() == account.id(); });
    if (same == m_accounts.cend())
        m_accounts.append(account);
    else
        m_accounts.replace(same - m_accounts.cbegin(), account);
    const bool saved = save();
    emit changed();
    return saved;
}

bool AccountBook::remove(const AccountId &id)
{
    m_accounts.removeIf([&](const Account &account) { return account.id() == id; });
    const bool saved = save();
    emit changed();
    return saved;
}

bool AccountBook::save()
{
    QJsonArray entries;
    for (const Account &account : std::as_const(m_accounts))
        entries.append(toJson(account));
    for (const QJsonValue &entry : std::as_const(m_unreadable))
        entries.append(entry);
    return m_file.setSection(sectionName(), entries);
}

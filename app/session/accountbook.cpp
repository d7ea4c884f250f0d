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

QString nameOf(Account::Keeping keeping)
{
    switch (keeping) {
    case Account::Keeping::Keychain:
        return u"keychain"_s;
    case Account::Keeping::ThisRun:
        return u"run"_s;
    case Account::Keeping::Nowhere:
        return u"nowhere"_s;
    }
    Q_UNREACHABLE();
}

Account::Keeping keepingCalled(const QString &name)
{
    for (const auto keeping : {Account::Keeping::ThisRun, Account::Keeping::Nowhere}) {
        if (name == nameOf(keeping))
            return keeping;
    }
    return Account::Keeping::Keychain;
}

QJsonObject toJson(const Account &account)
{
    return {
        {u"origin"_s, account.server.origin()},
        {u"user_id"_s, account.userId},
        {u"user_name"_s, account.userName.plain()},
        {u"label"_s, account.label.plain()},
        {u"dashboard"_s, account.dashboard.encoded()},
        {u"web_address"_s, account.webAddress.encoded()},
        {u"deployment_id"_s, account.deploymentId},
        {u"plain_http_accepted"_s, account.plainHttpAccepted},
        {u"keeping"_s, nameOf(account.keeping)},
        {u"left_in_keychain"_s, account.leftInKeychain},
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
                    .label = in.name("label"_L1),
                    .dashboard = WebAddress::judge(in.text("dashboard"_L1, {}), *server),
                    .webAddress = WebAddress::judge(in.text("web_address"_L1, {}), *server),
                    .deploymentId = in.text("deployment_id"_L1, {}),
                    .plainHttpAccepted = in.flag("plain_http_accepted"_L1, false),
                    .keeping = keepingCalled(in.text("keeping"_L1, {}))};
    // Where it is not said the keychain is asked once more.
    account.leftInKeychain
        = in.flag("left_in_keychain"_L1, account.keeping != Account::Keeping::Keychain);
    // Nothing may be sent in the clear without the consent that goes with the account.
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

qsizetype AccountBook::placeOf(const AccountId &id) const
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&](const Account &account) { return account.id() == id; });
    return found == m_accounts.end() ? -1 : found - m_accounts.begin();
}

const Account *AccountBook::find(const AccountId &id) const
{
    const qsizetype place = placeOf(id);
    return place < 0 ? nullptr : &m_accounts.at(place);
}

bool AccountBook::put(const Account &account)
{
    const qsizetype place = placeOf(account.id());
    if (place < 0)
        m_accounts.append(account);
    else
        m_accounts.replace(place, account);
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

bool AccountBook::rename(const AccountId &id, const UntrustedText &label)
{
    return change(id, [&](Account &account) { account.label = label; });
}

bool AccountBook::noteSignedOut(const AccountId &id)
{
    return change(id, [](Account &account) {
        account.leftInKeychain = account.mayBeInKeychain();
        account.keeping = Account::Keeping::Nowhere;
    });
}

bool AccountBook::noteLeftInKeychain(const AccountId &id, bool mayBe)
{
    return change(id, [mayBe](Account &account) { account.leftInKeychain = mayBe; });
}

bool AccountBook::change(const AccountId &id, const std::function<void(Account &)> &how)
{
    const qsizetype place = placeOf(id);
    if (place < 0)
        return false;
    Account changed = m_accounts.at(place);
    how(changed);
    return changed == m_accounts.at(place) || put(changed);
}

bool AccountBook::move(const AccountId &id, qsizetype to)
{
    const qsizetype from = placeOf(id);
    const qsizetype place = std::clamp<qsizetype>(to, 0, m_accounts.size() - 1);
    if (from < 0 || from == place)
        return from >= 0;
    m_accounts.move(from, place);
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

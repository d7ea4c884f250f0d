// SPDX-License-Identifier: MIT
#include "session/accounttraces.h"

#include "base/jsonfields.h"
#include "base/privatefile.h"
#include "session/account.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 4 * 1024 * 1024;

/// Asks for less than whoever wants to use the account: a token is only to be found.
std::optional<AccountId> idIn(const QJsonValue &entry)
{
    JsonFields in(entry.toObject());
    const Result<ServerUrl, ServerUrl::Refusal> server
        = ServerUrl::fromUserInput(in.text("origin"_L1, {}));
    const QString userId = in.text("user_id"_L1, {});
    if (!server || userId.isEmpty())
        return std::nullopt;
    return Account{.server = *server, .userId = userId}.id();
}

} // namespace

AccountTraces AccountTraces::in(const QStringList &paths)
{
    AccountTraces traces;
    for (const QString &path : paths) {
        const QByteArray bytes = PrivateFile::read(path, mostBytes).value_or(QByteArray());
        const QJsonDocument document = QJsonDocument::fromJson(bytes);
        const QJsonValue section = document.object().value("accounts"_L1);
        if (!document.isObject() || (!section.isArray() && !section.isUndefined()))
            traces.isWhole = false;
        const QJsonArray entries = section.toArray();
        for (const QJsonValue &entry : entries) {
            const std::optional<AccountId> id = idIn(entry);
            if (!id)
                traces.isWhole = false;
            else if (!traces.ids.contains(*id))
                traces.ids.append(*id);
        }
    }
    return traces;
}

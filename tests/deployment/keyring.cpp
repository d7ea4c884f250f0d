// SPDX-License-Identifier: MIT
#include "deployment/keyring.h"

#include "deployment/random.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace simulated {

namespace {

constexpr int idLength = 10;
constexpr int secretLength = 22;

QString signedOut()
{
    return u"You are signed out or your session has expired. Please sign in again to continue."_s;
}

/// Coder's own words about a token that cannot be one; empty for one that can.
QString formatFault(const QStringList &parts)
{
    const QString start = u"Invalid API key format: "_s;
    if (parts.size() != 2)
        return start + u"incorrect amount of API key parts, expected 2 got %1"_s.arg(parts.size());
    if (parts.at(0).size() != idLength)
        return start + u"incorrect length for API key ID, expected 10"_s;
    if (parts.at(1).size() != secretLength)
        return start + u"incorrect length for API key secret, expected 22"_s;
    return {};
}

} // namespace

Keyring::Keyring(const GenerationTraits &traits, const WorldClock &clock)
    : m_traits(traits), m_clock(clock)
{ }

User &Keyring::addUser(const QString &username, const QString &fullName)
{
    const Instant now = m_clock.now();
    m_users.push_back({.id = QUuid::createUuid().toString(QUuid::WithoutBraces),
                       .organizationId = QUuid::createUuid().toString(QUuid::WithoutBraces),
                       .username = username,
                       .fullName = fullName,
                       .createdAt = now,
                       .updatedAt = now,
                       .lastSeenAt = now});
    return m_users.back();
}

User *Keyring::userNamed(const QString &username)
{
    const auto found = std::find_if(m_users.begin(), m_users.end(),
                                    [&](const User &user) { return user.username == username; });
    return found == m_users.end() ? nullptr : &*found;
}

const Key &Keyring::mint(const User &user, TokenScope scope, const QString &tokenName)
{
    const Instant now = m_clock.now();
    Key key{.id = randomText(idLength, alphanumerics),
            .secret = randomText(secretLength, alphanumerics),
            .userId = user.id,
            .scope = scope,
            .tokenName = tokenName,
            .createdAt = now,
            .lastUsed = now};
    key.expiresAt = now + key.lifetime;
    m_keys.push_back(key);
    return m_keys.back();
}

Key *Keyring::keyWithId(const QString &id)
{
    const auto found
        = std::find_if(m_keys.begin(), m_keys.end(), [&](const Key &key) { return key.id == id; });
    return found == m_keys.end() ? nullptr : &*found;
}

bool Keyring::remove(const QString &id)
{
    return std::erase_if(m_keys, [&](const Key &key) { return key.id == id; }) > 0;
}

QString Keyring::tokenIn(const HttpRequest &request) const
{
    const QHash<QString, QString> parameters = request.parameters();
    const QByteArray authorization = request.header("Authorization");
    const bool hasBearer = m_traits.acceptsBearer && authorization.startsWith("Bearer ");
    const QString candidates[]{
        QString::fromLatin1(request.cookie("coder_session_token")),
        parameters.value(u"coder_session_token"_s),
        QString::fromLatin1(request.header("Coder-Session-Token")),
        hasBearer ? QString::fromLatin1(authorization.mid(7)) : QString(),
        m_traits.acceptsBearer ? parameters.value(u"access_token"_s) : QString(),
    };
    for (const QString &candidate : candidates) {
        if (!candidate.isEmpty())
            return candidate;
    }
    return {};
}

Entry Keyring::judge(const QString &token)
{
    const auto refused
        = [](const QString &detail) { return Entry{.message = signedOut(), .detail = detail}; };
    if (token.isEmpty())
        return refused(u"Cookie \"coder_session_token\" or query parameter must be provided."_s);
    const QStringList parts = token.split(u'-');
    if (const QString fault = formatFault(parts); !fault.isEmpty())
        return refused(fault);
    Key *key = keyWithId(parts.at(0));
    if (!key)
        return refused(u"API key is invalid."_s);
    if (key->secret != parts.at(1))
        return refused(u"API key secret is invalid."_s);
    if (key->expiresAt <= m_clock.now())
        return refused(u"API key expired at \"%1\"."_s.arg(rfc3339(key->expiresAt)));
    const auto user = std::find_if(m_users.begin(), m_users.end(), [&](const User &candidate) {
        return candidate.id == key->userId;
    });
    if (user == m_users.end())
        return refused(u"API key is invalid."_s);
    if (user->isSuspended) {
        return {.message = u"User is not active (status = \"suspended\"). Contact an admin to "
                           "reactivate your account."_s,
                .isSuspended = true};
    }
    return {.user = &*user, .key = key};
}

void Keyring::noteUse(const Entry &entry)
{
    const Instant now = m_clock.now();
    entry.user->lastSeenAt = now;
    entry.key->lastUsed = now;
    const bool slides = !entry.key->isApiToken() || m_traits.apiTokensSlide;
    // Coder writes the expiry anew only once an hour of the life has gone
    if (slides && entry.key->expiresAt - now <= entry.key->lifetime - std::chrono::hours{1})
        entry.key->expiresAt = now + entry.key->lifetime;
}

} // namespace simulated

// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/generation.h"
#include "deployment/httpmessage.h"
#include "deployment/instant.h"

#include <vector>

namespace simulated {

/// A Coder user.
struct User {
    QString id{};
    QString organizationId{};
    QString username{};
    QString fullName{};
    bool isSuspended = false;
    Instant createdAt{};
    Instant updatedAt{};
    Instant lastSeenAt{};
};

/// How much a token may do. Narrow: nothing of its user. ReadOnly: read what is personal, change
/// nothing.
enum class TokenScope { All, Narrow, ReadOnly };

/// A session key or an API token; on the wire `id-secret`.
struct Key {
    QString id{};
    QString secret{};
    QString userId{};
    TokenScope scope = TokenScope::All;
    QString tokenName{}; ///< API tokens only
    Instant createdAt{};
    Instant lastUsed{};
    Instant expiresAt{};
    std::chrono::seconds lifetime{std::chrono::hours{24 * 7}};

    [[nodiscard]] QString token() const { return id + u'-' + secret; }
    [[nodiscard]] bool isApiToken() const { return !tokenName.isEmpty(); }
};

/// What the door says to a request: who it is, or why not.
struct Entry {
    User *user = nullptr;
    Key *key = nullptr;
    QString message{}; ///< of the 401
    QString detail{};
    bool isSuspended = false;

    [[nodiscard]] bool isOpen() const { return user && key; }
};

/// Users, their keys, and who may come in.
class Keyring
{
public:
    Keyring(const GenerationTraits &traits, const WorldClock &clock);

    User &addUser(const QString &username, const QString &fullName);
    [[nodiscard]] User *userNamed(const QString &username);
    [[nodiscard]] const std::vector<User> &users() const { return m_users; }

    /// What `/cli-auth` mints; with a \a tokenName an API token.
    const Key &mint(const User &user, TokenScope scope = TokenScope::All,
                    const QString &tokenName = {});
    [[nodiscard]] Key *keyWithId(const QString &id);
    bool remove(const QString &id);
    [[nodiscard]] const std::vector<Key> &keys() const { return m_keys; }

    /// The token of \a request, from wherever Coder takes it; a cookie comes before the header.
    [[nodiscard]] QString tokenIn(const HttpRequest &request) const;
    /// Judges without a trace.
    [[nodiscard]] Entry judge(const QString &token);
    /// Somebody came in: the key's life slides.
    void noteUse(const Entry &entry);

private:
    const GenerationTraits &m_traits;
    const WorldClock &m_clock;
    std::vector<User> m_users;
    std::vector<Key> m_keys;
};

} // namespace simulated

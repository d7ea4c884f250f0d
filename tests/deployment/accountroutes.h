// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/coderanswer.h"

namespace simulated {

class World;
struct Entry;
struct Key;

/// buildinfo, and what a user may ask about themselves and their keys.
class AccountRoutes
{
public:
    explicit AccountRoutes(World &world) : m_world(world) { }

    [[nodiscard]] CoderAnswer buildInfo() const;
    /// \a segments come after "users".
    [[nodiscard]] CoderAnswer answer(const HttpRequest &request, const QStringList &segments,
                                     const Entry &entry);

private:
    [[nodiscard]] CoderAnswer me(const Entry &entry) const;
    [[nodiscard]] CoderAnswer key(const HttpRequest &request, const QString &id,
                                  const Entry &entry);
    [[nodiscard]] CoderAnswer createKey(const Entry &entry);
    [[nodiscard]] CoderAnswer logout(const Entry &entry);
    [[nodiscard]] GoJson keyJson(const Key &key) const;

    World &m_world;
};

} // namespace simulated

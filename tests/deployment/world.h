// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/gitprovider.h"
#include "deployment/keyring.h"
#include "deployment/linkchecker.h"

#include <memory>
#include <vector>

namespace simulated {

/// All that a deployment and its providers know. Routes, pages and controls work on it; none of
/// them keeps anything of its own.
class World
{
public:
    explicit World(Generation generation);
    World(const World &) = delete;
    World &operator=(const World &) = delete;

    const GenerationTraits &traits;
    QString version{}; ///< what it calls itself; of its generation at first
    WorldClock clock{};
    Delays delays{};
    Keyring keyring;
    std::vector<std::unique_ptr<GitProvider>> providers{};
    std::vector<Link> links{};
    QUrl dashboardUrl{};
    QUrl providerUrl{}; ///< where providers without a base of their own live
    QString deploymentId{};
    int rateLimit = 512; ///< requests a minute and path; 0 is none
    GitProvider::Log providerLog{};

    GitProvider &addProvider(ProviderConfig config);
    bool removeProvider(const QString &id);
    [[nodiscard]] GitProvider *provider(const QString &id);
    /// The provider that gave out \a userCode.
    [[nodiscard]] GitProvider *providerOfCode(const QString &userCode);

    [[nodiscard]] Link *link(const QString &userId, const QString &providerId);
    /// Makes the link or, as Coder does, writes over the one there is.
    Link &putLink(const QString &userId, const QString &providerId, const Grant &grant);
    bool removeLink(const QString &userId, const QString &providerId);
};

} // namespace simulated

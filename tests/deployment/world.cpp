// SPDX-License-Identifier: MIT
#include "deployment/world.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace simulated {

World::World(Generation generation)
    : traits(traitsOf(generation)), version(traits.version()), keyring(traits, clock),
      deploymentId(QUuid::createUuid().toString(QUuid::WithoutBraces))
{ }

GitProvider &World::addProvider(ProviderConfig config)
{
    removeProvider(config.id);
    if (config.base.isEmpty())
        config.base = QUrl(providerUrl.toString() + u'/' + config.id);
    const auto log = [this](const ProviderRequest &request) {
        if (providerLog)
            providerLog(request);
    };
    providers.push_back(std::make_unique<GitProvider>(std::move(config), clock, log));
    return *providers.back();
}

bool World::removeProvider(const QString &id)
{
    return std::erase_if(providers, [&](const auto &each) { return each->config().id == id; }) > 0;
}

GitProvider *World::provider(const QString &id)
{
    const auto found = std::find_if(providers.begin(), providers.end(),
                                    [&](const auto &each) { return each->config().id == id; });
    return found == providers.end() ? nullptr : found->get();
}

GitProvider *World::providerOfCode(const QString &userCode)
{
    const auto found = std::find_if(providers.begin(), providers.end(),
                                    [&](const auto &each) { return each->grantOf(userCode); });
    return found == providers.end() ? nullptr : found->get();
}

Link *World::link(const QString &userId, const QString &providerId)
{
    const auto found = std::find_if(links.begin(), links.end(), [&](const Link &link) {
        return link.userId == userId && link.providerId == providerId;
    });
    return found == links.end() ? nullptr : &*found;
}

Link &World::putLink(const QString &userId, const QString &providerId, const Grant &grant)
{
    const Instant now = clock.now();
    const Link *old = link(userId, providerId);
    Link fresh{.providerId = providerId,
               .userId = userId,
               .createdAt = old ? old->createdAt : now,
               .updatedAt = now,
               .hasRefreshToken = grant.renewable,
               .account = grant.account};
    if (grant.life)
        fresh.expires = now + *grant.life;
    removeLink(userId, providerId);
    links.push_back(fresh);
    return links.back();
}

bool World::removeLink(const QString &userId, const QString &providerId)
{
    return std::erase_if(links,
                         [&](const Link &link) {
                             return link.userId == userId && link.providerId == providerId;
                         })
        > 0;
}

} // namespace simulated

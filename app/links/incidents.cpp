// SPDX-License-Identifier: MIT
#include "links/incidents.h"

#include <QDateTime>
#include <QHash>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace {

/// Lists of several accounts are asked one after the other.
constexpr std::chrono::milliseconds sameMoment = 2min;
/// GitHub's limits count by the hour.
constexpr std::chrono::milliseconds limitsLast = 75min;

bool worked(LinkHealth health)
{
    switch (health) {
    case LinkHealth::Valid:
    case LinkHealth::RenewsItself:
    case LinkHealth::NotVerifiable:
    case LinkHealth::ExpiringSoon:
    case LinkHealth::AppNotInstalled:
        return true;
    case LinkHealth::NeedsReconnect:
    case LinkHealth::Expired:
    case LinkHealth::ProviderUnreachable:
    case LinkHealth::RateLimited:
    case LinkHealth::NotLinked:
    case LinkHealth::Orphan:
    case LinkHealth::Unknown:
        return false;
    }
    Q_UNREACHABLE();
}

bool isSuspicious(const GitLink &link, const QDateTime &now)
{
    if (link.word != ProviderWord::NotValidated || link.lastKnown != LinkHealth::NeedsReconnect
        || !worked(link.healthBefore) || !link.healthSince.isValid())
        return false;
    const std::chrono::milliseconds age(link.healthSince.msecsTo(now));
    return age >= 0ms && age < limitsLast && link.provider && !link.provider->type.isEmpty();
}

} // namespace

std::optional<Incident::Kind> incidentOf(LinkHealth health)
{
    switch (health) {
    case LinkHealth::NeedsReconnect:
    case LinkHealth::Expired:
        return Incident::Kind::Broken;
    case LinkHealth::ExpiringSoon:
        return Incident::Kind::Ending;
    case LinkHealth::AppNotInstalled:
    case LinkHealth::Valid:
    case LinkHealth::RenewsItself:
    case LinkHealth::NotVerifiable:
    case LinkHealth::ProviderUnreachable:
    case LinkHealth::RateLimited:
    case LinkHealth::NotLinked:
    case LinkHealth::Orphan:
    case LinkHealth::Unknown:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

QSet<LinkKey> perhapsLimited(const GitLinks &links, const QDateTime &now)
{
    QHash<QString, QList<const GitLink *>> byType;
    for (const GitLink &link : links) {
        if (isSuspicious(link, now))
            byType[link.provider->type.toLower()].append(&link);
    }
    QSet<LinkKey> limited;
    for (QList<const GitLink *> &failed : byType) {
        std::sort(failed.begin(), failed.end(), [](const GitLink *a, const GitLink *b) {
            return a->healthSince < b->healthSince;
        });
        for (qsizetype next = 1; next < failed.size(); ++next) {
            const GitLink &one = *failed.at(next - 1);
            const GitLink &other = *failed.at(next);
            if (std::chrono::milliseconds(one.healthSince.msecsTo(other.healthSince))
                <= sameMoment) {
                limited.insert(one.key);
                limited.insert(other.key);
            }
        }
    }
    return limited;
}

bool isPerhapsLimited(const GitLink &link, const GitLinks &links, const QDateTime &now)
{
    return isSuspicious(link, now) && perhapsLimited(links, now).contains(link.key);
}

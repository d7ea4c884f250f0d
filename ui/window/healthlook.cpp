// SPDX-License-Identifier: MIT
#include "window/healthlook.h"

using namespace Qt::StringLiterals;

HealthLook HealthLook::of(LinkHealth health)
{
    switch (health) {
    case LinkHealth::NeedsReconnect:
        return {.shape = u"health/needs-reconnect"_s, .tone = HealthTone::Bad, .colorsWord = true};
    case LinkHealth::Expired:
        return {.shape = u"health/expired"_s, .tone = HealthTone::Bad, .colorsWord = true};
    case LinkHealth::ExpiringSoon:
        return {.shape = u"health/expiring-soon"_s, .tone = HealthTone::Soon, .colorsWord = true};
    case LinkHealth::AppNotInstalled:
        return {
            .shape = u"health/app-not-installed"_s, .tone = HealthTone::Soon, .colorsWord = true};
    case LinkHealth::Valid:
        return {.shape = u"health/valid"_s, .tone = HealthTone::Ok};
    case LinkHealth::RenewsItself:
        return {.shape = u"health/renews-itself"_s, .tone = HealthTone::Ok};
    case LinkHealth::NotVerifiable:
        return {.shape = u"health/not-verifiable"_s};
    case LinkHealth::ProviderUnreachable:
        return {.shape = u"health/provider-unreachable"_s,
                .tone = HealthTone::Wait,
                .colorsWord = true};
    case LinkHealth::RateLimited:
        return {.shape = u"health/rate-limited"_s, .tone = HealthTone::Wait, .colorsWord = true};
    case LinkHealth::NotLinked:
        return {.shape = u"health/not-linked"_s};
    case LinkHealth::Orphan:
        return {.shape = u"health/orphan"_s};
    case LinkHealth::Unknown:
        return {.shape = u"health/unknown"_s};
    }
    Q_UNREACHABLE();
}

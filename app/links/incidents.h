// SPDX-License-Identifier: MIT
#pragma once

#include "links/gitlink.h"

#include <QSet>

#include <optional>

/// Something a person would want to hear of: a link that no longer works, or will not for long.
struct Incident {
    enum class Kind { Broken, Ending };

    Kind kind = Kind::Broken;
    LinkKey link{};

    friend bool operator==(const Incident &, const Incident &) = default;
};

/// None where \a health is no incident.
std::optional<Incident::Kind> incidentOf(LinkHealth health);

/// Links that worked, share the type of their provider, and failed their check at the same moment
/// (UTC) not long ago. Servers before v2.33 say of a link that GitHub limits what they say of a
/// revoked one (recordings, 4), and several revoked at once are rarer than a limit.
QSet<LinkKey> perhapsLimited(const GitLinks &links, const QDateTime &now);
/// Whether \a link is one of them; that most are not is seen at a glance.
bool isPerhapsLimited(const GitLink &link, const GitLinks &links, const QDateTime &now);

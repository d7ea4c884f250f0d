// SPDX-License-Identifier: MIT
#pragma once

#include "links/gitlink.h"

#include <QDateTime>

/// The health of \a link at \a now (UTC): by a table of which the first line that fits counts.
LinkHealth healthOf(const GitLink &link, const QDateTime &now);

/// Reconnect needed, expired, about to expire, or without an app: the person has to do something.
bool needsAttention(LinkHealth health);

/// Nobody can say whether the link works: what was told of it stays told.
bool saysNothing(LinkHealth health);

/// UTC; when the last known health was first seen after another. Invalid where the link was so at
/// the first look: nobody knows since when.
QDateTime seenToBegin(const GitLink &link);

/// Whether Coder renews the link by itself, with a refresh token and leave to use it.
bool renewsItself(const GitLink &link);

/// Whether \a now (UTC) is not before that end.
bool isPast(const Moment &expires, const QDateTime &now);

/// Whether only asking by id can tell (line 4 of the table).
bool asksById(const GitLink &link, const QDateTime &now);

// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/linknews.h"
#include "links/incidents.h"

#include <optional>

class AccountBook;
class LinkBook;

/// One piece of news for all incidents found together; it is about the first, and counts the
/// others.
class IncidentNews
{
public:
    static std::optional<LinkNews> of(const QList<Incident> &incidents, const LinkBook &links,
                                      const AccountBook &accounts);
};

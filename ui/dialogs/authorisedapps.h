// SPDX-License-Identifier: MIT
#pragma once

#include "coder/webaddress.h"

struct GitLink;
struct LinkUser;

/// The provider's own page where a person ends the access of an app, as far as it is known:
/// GitHub's, on the host of the linked account's profile. Absent for all others.
WebAddress authorisedAppsPage(const GitLink &link, const ServerUrl &account);
/// The same for \a user at a provider of \a type.
WebAddress authorisedAppsPage(const QString &type, const LinkUser &user, const ServerUrl &account);

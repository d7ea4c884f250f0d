// SPDX-License-Identifier: MIT
#pragma once

#include "coder/webaddress.h"

struct GitLink;

/// The provider's own page where a person ends the access of an app, as far as it is known:
/// GitHub's, on the host of the linked account's profile. Absent for all others.
WebAddress authorisedAppsPage(const GitLink &link, const ServerUrl &account);

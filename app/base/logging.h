// SPDX-License-Identifier: MIT
#pragma once

#include <QLoggingCategory>

// One category a floor: fairlead.rest, fairlead.session, fairlead.link, fairlead.ui. Debug for the
// path taken, warning for what could not be done; never a secret, never text from a server.
Q_DECLARE_LOGGING_CATEGORY(lcRest)
Q_DECLARE_LOGGING_CATEGORY(lcSession)
Q_DECLARE_LOGGING_CATEGORY(lcLink)
Q_DECLARE_LOGGING_CATEGORY(lcUi)

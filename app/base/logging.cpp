// SPDX-License-Identifier: MIT
#include "base/logging.h"

Q_LOGGING_CATEGORY(lcRest, "fairlead.rest", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSession, "fairlead.session", QtWarningMsg)
Q_LOGGING_CATEGORY(lcLink, "fairlead.link", QtWarningMsg)
Q_LOGGING_CATEGORY(lcUi, "fairlead.ui", QtWarningMsg)

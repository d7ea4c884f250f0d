// SPDX-License-Identifier: MIT
#pragma once

#include "datetexts.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QString>

/// The words for the session of an account at Coder.
class SessionTexts
{
    Q_DECLARE_TR_FUNCTIONS(SessionTexts)

public:
    /// Until when it lasts, as a fact; empty while that is not known.
    static QString end(const Session::State &state, const Today &today);
};

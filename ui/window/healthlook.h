// SPDX-License-Identifier: MIT
#pragma once

#include "links/gitlink.h"
#include "theme.h"

#include <QString>

/// How a health is drawn: its shape and the tone of its colour. The word beside it says the same.
struct HealthLook {
    QString shape{}; ///< a name for Icons
    HealthTone tone = HealthTone::Quiet;
    /// False for "ok" and "quiet": the word then stays in secondary text.
    bool colorsWord = false;

    static HealthLook of(LinkHealth health);
};

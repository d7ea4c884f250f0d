// SPDX-License-Identifier: MIT
#pragma once

#include <sys/resource.h>
#include <sys/types.h>

/// What the person's own programs run with, where Fairlead is stricter with itself.
struct ProcessLimits {
    mode_t fileMask = 022;
    rlim_t coreSize = 0;

    /// Gives this process these, as far as it may have them; answers what it had before.
    ProcessLimits apply() const;
};

/// What is done to the process itself before anything else: no core files, nothing readable by
/// others, no secret passed on to children. It stays dumpable, because
/// portals look at /proc/PID. Answers what to give back to programs that are started.
[[nodiscard]] ProcessLimits hardenProcess();

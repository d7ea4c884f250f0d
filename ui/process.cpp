// SPDX-License-Identifier: MIT
#include "process.h"

#include <QtGlobal>

#include <sys/stat.h>

#include <algorithm>

ProcessLimits ProcessLimits::apply() const
{
    ProcessLimits before{.fileMask = umask(fileMask)};
    rlimit core{};
    if (getrlimit(RLIMIT_CORE, &core) == 0) {
        before.coreSize = core.rlim_cur;
        core.rlim_cur = std::min(coreSize, core.rlim_max);
        setrlimit(RLIMIT_CORE, &core); // the hard limit stays: no child could raise it again
    }
    return before;
}

ProcessLimits hardenProcess()
{
    // The CLI's token may be in our environment; no browser we start is to inherit it.
    qunsetenv("CODER_SESSION_TOKEN");
    return ProcessLimits{.fileMask = 077, .coreSize = 0}.apply();
}

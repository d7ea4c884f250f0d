// SPDX-License-Identifier: MIT
#pragma once

/// Has libsecret, which QtKeychain loads, forget the session it negotiated with a Secret Service
/// that is gone. It would offer the old session to the next service, which refuses it, for as long
/// as we run (seen with libsecret 0.20.5).
void forgetLibsecretSession();

// SPDX-License-Identifier: MIT
#pragma once

#include "session/account.h"
#include "widgets/textrun.h"

// How dialogs speak of an account, as arguments of runsOf().
namespace AccountSubject {

/// The person's own name for it, else "ada on coder.example.com".
TextRuns name(const Account &account);
/// The name, and behind it who that is where it does not say so itself.
TextRuns fullName(const Account &account);

} // namespace AccountSubject

// SPDX-License-Identifier: MIT
#pragma once

#include "base/untrustedtext.h"
#include "coder/serverurl.h"
#include "pictures/providermark.h"
#include "widgets/textrun.h"

struct Account;
struct GitLink;

/// Which link a dialog is about, and whose.
struct LinkSubject {
    UntrustedText provider{};
    ProviderMark mark{};
    UntrustedText user{}; ///< of Coder
    ServerUrl server{};
    QString type{}; ///< of the provider; decides, is not shown

    static LinkSubject of(const GitLink &link, const Account &account);

    /// As arguments of runsOf().
    [[nodiscard]] TextRuns providerRun() const { return {{.text = provider.plain()}}; }
    [[nodiscard]] TextRuns userRun(bool strong) const;
    [[nodiscard]] TextRuns serverRun(bool strong) const;
};

// SPDX-License-Identifier: MIT
#pragma once

#include "base/strongid.h"
#include "base/untrustedtext.h"
#include "coder/serverurl.h"
#include "coder/webaddress.h"

#include <QString>

/// Who somebody is on one deployment. Holds no secret.
struct Account {
    enum class Keeping {
        Keychain,
        ThisRun, ///< the token is forgotten when Fairlead quits
        Nowhere, ///< the person signed out
    };

    ServerUrl server{};
    QString userId{}; ///< Coder's, decoded strictly
    UntrustedText userName{};
    UntrustedText label{};          ///< the person's own name for it; empty where they gave none
    WebAddress dashboard{};         ///< where its pages are, which need not be where the API is
    WebAddress webAddress{};        ///< where the person wants its pages instead; may be absent
    QString deploymentId{};         ///< from an answer without a token: proves nothing
    bool plainHttpAccepted = false; ///< the person agreed to http beyond loopback; badged
    Keeping keeping = Keeping::Keychain;
    /// One of before may still be there, wherever the token is now: it was not proven to be gone.
    bool leftInKeychain = false;

    /// Origin and user id: the same identity again renews the account.
    [[nodiscard]] AccountId id() const;
    [[nodiscard]] bool mayBeInKeychain() const
    {
        return keeping == Keeping::Keychain || leftInKeychain;
    }
    /// A page of the deployment; `path` is percent-encoded and starts with a slash.
    [[nodiscard]] WebAddress page(const QByteArray &path) const;

    friend bool operator==(const Account &, const Account &) = default;
};

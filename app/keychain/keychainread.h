// SPDX-License-Identifier: MIT
#pragma once

#include "keychain/keychainerrand.h"

#include <optional>

/// Takes a token out.
class KeychainRead final : public KeychainErrand
{
    Q_OBJECT

public:
    using KeychainErrand::KeychainErrand;

    [[nodiscard]] const std::optional<SessionToken> &token() const { return m_token; }

protected:
    void work() override;

private:
    std::optional<SessionToken> m_token;
};

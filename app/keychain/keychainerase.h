// SPDX-License-Identifier: MIT
#pragma once

#include "keychain/keychainerrand.h"

/// Removes a token and makes sure that it is gone.
class KeychainErase final : public KeychainErrand
{
    Q_OBJECT

public:
    using KeychainErrand::KeychainErrand;

protected:
    void work() override;

private:
    void makeSure();
};

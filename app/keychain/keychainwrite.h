// SPDX-License-Identifier: MIT
#pragma once

#include "keychain/keychainerrand.h"

/// Puts a token in, unless it is there already, and reads it back.
class KeychainWrite final : public KeychainErrand
{
    Q_OBJECT

public:
    KeychainWrite(KeychainService &service, KeychainJobs &jobs, const QString &key,
                  const SessionToken &token, QObject *parent = nullptr);

protected:
    void work() override;

private:
    void writeNow();
    void compare();

    SessionToken m_token;
};

// SPDX-License-Identifier: MIT
#pragma once

#include "keychain/kwalletprobe.h"

#include <QString>

/// Has the wallet opened, for which it asks the person.
class KWalletUnlock final : public KWalletProbe
{
    Q_OBJECT

public:
    using KWalletProbe::KWalletProbe;

    void setApplication(const QString &application) { m_application = application; }

protected:
    void learnt(StoreState state, const QString &wallet) override;

private:
    QString m_application;
};

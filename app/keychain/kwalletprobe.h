// SPDX-License-Identifier: MIT
#pragma once

#include "keychain/keychaininquiry.h"
#include "keychain/kwallet.h"

#include <QString>

/// Asks the wallet of KDE whether it is enabled and open: three calls, no dialog.
class KWalletProbe : public KeychainInquiry
{
    Q_OBJECT

public:
    using KeychainInquiry::KeychainInquiry;

    void start(KWallet::Generation generation, std::chrono::milliseconds limit);

protected:
    /// Whether \a wallet is open; answers that, unless there is more to do.
    virtual void learnt(StoreState state, const QString &wallet);
    [[nodiscard]] QDBusMessage walletCall(QLatin1StringView method,
                                          const QVariantList &arguments = {}) const;

private:
    void askWhichWallet();
    void askWhetherOpen(const QString &wallet);

    QString m_service;
    QString m_path;
};

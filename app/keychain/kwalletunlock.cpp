// SPDX-License-Identifier: MIT
#include "keychain/kwalletunlock.h"

#include <QVariant>

using namespace Qt::StringLiterals;

void KWalletUnlock::learnt(StoreState state, const QString &wallet)
{
    if (state != StoreState::Locked) {
        answer(state);
        return;
    }
    waitWithoutLimit();
    const qlonglong noWindow = 0;
    call(walletCall("open"_L1, {wallet, noWindow, m_application}),
         [this](const QDBusMessage &reply) {
             const QVariant handle = reply.arguments().value(0);
             if (handle.typeId() != QMetaType::Int)
                 answer(StoreState::Broken);
             else
                 answer(handle.toInt() >= 0 ? StoreState::Ready : StoreState::Denied);
         });
}

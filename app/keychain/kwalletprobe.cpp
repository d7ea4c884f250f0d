// SPDX-License-Identifier: MIT
#include "keychain/kwalletprobe.h"

#include <QVariant>

using namespace Qt::StringLiterals;

void KWalletProbe::start(KWallet::Generation generation, std::chrono::milliseconds limit)
{
    switch (generation) {
    case KWallet::Generation::Kde4:
        m_service = u"org.kde.kwalletd"_s;
        m_path = u"/modules/kwalletd"_s;
        break;
    case KWallet::Generation::Plasma5:
        m_service = u"org.kde.kwalletd5"_s;
        m_path = u"/modules/kwalletd5"_s;
        break;
    }
    expectAnswerWithin(limit);
    call(walletCall("isEnabled"_L1), [this](const QDBusMessage &reply) {
        const QVariant enabled = reply.arguments().value(0);
        if (enabled.typeId() != QMetaType::Bool)
            answer(StoreState::Broken);
        else if (!enabled.toBool())
            answer(StoreState::NoCollection); // the person has switched KWallet off
        else
            askWhichWallet();
    });
}

void KWalletProbe::askWhichWallet()
{
    // The wallet QtKeychain writes to.
    call(walletCall("networkWallet"_L1), [this](const QDBusMessage &reply) {
        const QString wallet = reply.arguments().value(0).toString();
        if (wallet.isEmpty())
            answer(StoreState::NoCollection);
        else
            askWhetherOpen(wallet);
    });
}

void KWalletProbe::askWhetherOpen(const QString &wallet)
{
    call(walletCall("isOpen"_L1, {wallet}), [this, wallet](const QDBusMessage &reply) {
        const QVariant open = reply.arguments().value(0);
        if (open.typeId() != QMetaType::Bool)
            learnt(StoreState::Broken, wallet);
        else
            learnt(open.toBool() ? StoreState::Ready : StoreState::Locked, wallet);
    });
}

void KWalletProbe::learnt(StoreState state, const QString &)
{
    answer(state);
}

QDBusMessage KWalletProbe::walletCall(QLatin1StringView method, const QVariantList &arguments) const
{
    QDBusMessage message
        = QDBusMessage::createMethodCall(m_service, m_path, u"org.kde.KWallet"_s, method);
    message.setArguments(arguments);
    return message;
}

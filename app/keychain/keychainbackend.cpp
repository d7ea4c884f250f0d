// SPDX-License-Identifier: MIT
#include "keychain/keychainbackend.h"

#include "keychain/kwallet.h"
#include "keychain/plasma5keychain.h"
#include "keychain/secretservice.h"

using namespace Qt::StringLiterals;

namespace {

KeychainBackend kdeBackendOf(const QProcessEnvironment &environment)
{
    const QString version = environment.value(u"KDE_SESSION_VERSION"_s);
    if (version == "5"_L1)
        return KeychainBackend::Plasma5;
    if (version == "4"_L1)
        return KeychainBackend::Kde4;
    return KeychainBackend::SecretService;
}

} // namespace

// The order of QtKeychain 0.13.2 (keychain_unix.cpp), which compares whole strings.
KeychainBackend keychainBackendOf(const QProcessEnvironment &environment)
{
    const QString desktop = environment.value(u"XDG_CURRENT_DESKTOP"_s);
    if (desktop == "KDE"_L1)
        return kdeBackendOf(environment);
    if (desktop == "GNOME"_L1 || desktop == "Unity"_L1)
        return KeychainBackend::SecretService;

    const QString session = environment.value(u"DESKTOP_SESSION"_s);
    if (session == "kde"_L1)
        return kdeBackendOf(environment);
    if (session == "kde4"_L1)
        return KeychainBackend::Kde4;
    if (session == "gnome"_L1 || session.contains("xfce"_L1) || session == "xubuntu"_L1)
        return KeychainBackend::SecretService;

    if (environment.value(u"GNOME_DESKTOP_SESSION_ID"_s).isEmpty()
        && !environment.value(u"KDE_FULL_SESSION"_s).isEmpty())
        return kdeBackendOf(environment);
    return KeychainBackend::SecretService;
}

std::unique_ptr<KeychainService> makeKeychainService(const QString &application,
                                                     const QDBusConnection &bus, Clock &clock,
                                                     std::chrono::milliseconds limit)
{
    switch (keychainBackendOf(QProcessEnvironment::systemEnvironment())) {
    case KeychainBackend::SecretService:
        return std::make_unique<SecretService>(bus, clock, limit);
    case KeychainBackend::Plasma5:
        return std::make_unique<Plasma5Keychain>(application, bus, clock, limit);
    case KeychainBackend::Kde4:
        return std::make_unique<KWallet>(KWallet::Generation::Kde4, application, bus, clock, limit);
    }
    Q_UNREACHABLE();
}

// SPDX-License-Identifier: MIT
#pragma once

#include "keychain/keychainservice.h"

#include <QDBusConnection>
#include <QProcessEnvironment>
#include <QString>

#include <chrono>
#include <memory>

class Clock;

enum class KeychainBackend { SecretService, Plasma5, Kde4 };

/// Where QtKeychain will look: it goes by the name of the desktop alone.
KeychainBackend keychainBackendOf(const QProcessEnvironment &environment);

/// The service that has to be Ready before a job of QtKeychain may start.
std::unique_ptr<KeychainService> makeKeychainService(const QString &application,
                                                     const QDBusConnection &bus, Clock &clock,
                                                     std::chrono::milliseconds limit);

// SPDX-License-Identifier: MIT
#include "keychain/keychainservice.h"

#include <QDBusError>

using namespace Qt::StringLiterals;

KeychainService::~KeychainService() = default;

StoreState storeStateFrom(const QDBusError &error)
{
    switch (error.type()) {
    case QDBusError::ServiceUnknown:
    case QDBusError::NoServer:
    case QDBusError::Disconnected:
        return StoreState::Absent;
    case QDBusError::AccessDenied:
        return StoreState::Denied;
    case QDBusError::TimedOut:
    case QDBusError::Timeout:
        return StoreState::Hung;
    default: // an enumeration of Qt's; the names below have no number there
        break;
    }
    if (error.name() == "org.freedesktop.DBus.Error.NameHasNoOwner"_L1)
        return StoreState::Absent;
    if (error.name() == "org.freedesktop.Secret.Error.IsLocked"_L1)
        return StoreState::Locked;
    return StoreState::Broken;
}

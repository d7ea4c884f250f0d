// SPDX-License-Identifier: MIT
#include "keychain/secretserviceprobe.h"

#include "keychain/secretservicenames.h"

#include <QDBusVariant>

#include <utility>

using namespace Qt::StringLiterals;
namespace Names = SecretServiceNames;

void SecretServiceProbe::start(std::chrono::milliseconds limit)
{
    m_limit = limit;
    lookAgain();
}

/// gnome-keyring may answer a caller's first question before it knows the caller, and then says
/// that there is no collection (42.1, on a busy machine 17 times in 60,000): an absence is asked
/// twice.
void SecretServiceProbe::lookAgain()
{
    expectAnswerWithin(m_limit);
    askForCollection([this](const QDBusObjectPath &collection) {
        if (collection.path() == Names::noObject)
            askForCollection([this](const QDBusObjectPath &same) { askWhoAnswered(same); });
        else
            askWhoAnswered(collection);
    });
}

void SecretServiceProbe::askForCollection(CollectionHandler done)
{
    QDBusMessage message = QDBusMessage::createMethodCall(Names::service, Names::servicePath,
                                                          Names::serviceInterface, "ReadAlias"_L1);
    message.setArguments({u"default"_s});
    call(message, [done = std::move(done)](const QDBusMessage &reply) {
        done(reply.arguments().value(0).value<QDBusObjectPath>());
    });
}

/// A reply's own service() is empty in Qt 6.8.
void SecretServiceProbe::askWhoAnswered(const QDBusObjectPath &collection)
{
    QDBusMessage message
        = QDBusMessage::createMethodCall(Names::bus, Names::busPath, Names::bus, "GetNameOwner"_L1);
    message.setArguments({QString(Names::service)});
    call(message, [this, collection](const QDBusMessage &reply) {
        m_owner = reply.arguments().value(0).toString();
        emit answeredBy(m_owner);
        judge(collection);
    });
}

void SecretServiceProbe::judge(const QDBusObjectPath &collection)
{
    if (collection.path().isEmpty())
        learnt(StoreState::Broken, {});
    else if (collection.path() == Names::noObject)
        learnt(StoreState::NoCollection, {});
    else
        askWhetherLocked(collection);
}

void SecretServiceProbe::askWhetherLocked(const QDBusObjectPath &collection)
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        Names::service, collection.path(), "org.freedesktop.DBus.Properties"_L1, "Get"_L1);
    message.setArguments({QString(Names::collectionInterface), u"Locked"_s});
    call(message, [this, collection](const QDBusMessage &reply) {
        const QVariant locked = reply.arguments().value(0).value<QDBusVariant>().variant();
        if (locked.typeId() != QMetaType::Bool)
            learnt(StoreState::Broken, collection);
        else
            learnt(locked.toBool() ? StoreState::Locked : StoreState::Ready, collection);
    });
}

void SecretServiceProbe::learnt(StoreState state, const QDBusObjectPath &)
{
    answer(state);
}

// SPDX-License-Identifier: MIT
#include "keychain/secretserviceunlock.h"

#include "keychain/secretservicenames.h"

#include <utility>

using namespace Qt::StringLiterals;
namespace Names = SecretServiceNames;

SecretServiceUnlock::SecretServiceUnlock(const QDBusConnection &bus, Clock &clock,
                                         QObject &receiver, StateHandler done, QObject *parent)
    : SecretServiceProbe(bus, clock, receiver, std::move(done), parent)
{
    m_serviceWatcher.setConnection(bus);
    m_serviceWatcher.setWatchMode(QDBusServiceWatcher::WatchForUnregistration);
    connect(&m_serviceWatcher, &QDBusServiceWatcher::serviceUnregistered, this,
            [this] { answer(StoreState::Broken); });
}

SecretServiceUnlock::~SecretServiceUnlock() = default;

void SecretServiceUnlock::learnt(StoreState state, const QDBusObjectPath &collection)
{
    if (state != StoreState::Locked)
        answer(state);
    else if (m_asked)
        answer(StoreState::Denied);
    else
        unlock(collection);
}

void SecretServiceUnlock::unlock(const QDBusObjectPath &collection)
{
    // A service may ask the person inside this call already.
    waitWithoutLimit();
    const auto collections = QVariant::fromValue(QList<QDBusObjectPath>{collection});
    QDBusMessage message = QDBusMessage::createMethodCall(Names::service, Names::servicePath,
                                                          Names::serviceInterface, "Unlock"_L1);
    message.setArguments({collections});
    call(message, [this](const QDBusMessage &reply) {
        const auto prompt = reply.arguments().value(1).value<QDBusObjectPath>();
        if (prompt.path().isEmpty() || prompt.path() == Names::noObject)
            lookAfterPrompt();
        else
            showPrompt(prompt);
    });
}

void SecretServiceUnlock::showPrompt(const QDBusObjectPath &prompt)
{
    m_serviceWatcher.addWatchedService(owner());
    QDBusConnection connection = bus();
    // Signatures as moc writes them.
    // clang-format off
    connection.connect(owner(), prompt.path(), Names::promptInterface, u"Completed"_s, this,
                       SLOT(promptCompleted(bool,QDBusVariant)));
    // clang-format on
    QDBusMessage message = QDBusMessage::createMethodCall(owner(), prompt.path(),
                                                          Names::promptInterface, "Prompt"_L1);
    message.setArguments({QString()}); // no window to be placed over
    call(message, [](const QDBusMessage &) {});
}

void SecretServiceUnlock::promptCompleted(bool dismissed, const QDBusVariant &)
{
    if (dismissed)
        answer(StoreState::Denied);
    else
        lookAfterPrompt();
}

void SecretServiceUnlock::lookAfterPrompt()
{
    m_asked = true;
    lookAgain();
}

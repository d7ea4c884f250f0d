// SPDX-License-Identifier: MIT
#include "session/memorytokenstore.h"

namespace {

/// Answers from the event loop, unless the receiver dies first.
template <typename F>
void later(QObject &receiver, F answer)
{
    QMetaObject::invokeMethod(&receiver, std::move(answer), Qt::QueuedConnection);
}

} // namespace

void MemoryTokenStore::probe(QObject &receiver, StateHandler done)
{
    later(receiver, [done = std::move(done)] { done(StoreState::Ready); });
}

void MemoryTokenStore::unlock(QObject &receiver, StateHandler done)
{
    probe(receiver, std::move(done));
}

void MemoryTokenStore::read(const AccountId &account, QObject &receiver, Handler<SessionToken> done)
{
    const auto found = m_tokens.constFind(account);
    StoreAnswer<SessionToken> answer = StoreError{.state = StoreState::Ready, .missing = true};
    if (found != m_tokens.cend())
        answer = *found;
    later(receiver, [done = std::move(done), answer] { done(answer); });
}

void MemoryTokenStore::write(const AccountId &account, const SessionToken &token, QObject &receiver,
                             Handler<Done> done)
{
    m_tokens.insert(account, token);
    later(receiver, [done = std::move(done)] { done(Done()); });
}

void MemoryTokenStore::erase(const AccountId &account, QObject &receiver, Handler<Done> done)
{
    m_tokens.remove(account);
    later(receiver, [done = std::move(done)] { done(Done()); });
}

// SPDX-License-Identifier: MIT
#include "support/scriptedtokenstore.h"

#include <QPointer>

namespace {

void tell(const std::optional<StoreError> &problem, const TokenStore::Handler<Done> &done)
{
    if (problem)
        done(*problem);
    else
        done(Done());
}

} // namespace

void ScriptedTokenStore::answer(QObject &receiver, std::function<void()> answer)
{
    auto later = [receiver = QPointer<QObject>(&receiver), answer = std::move(answer)] {
        if (receiver)
            QMetaObject::invokeMethod(receiver.data(), answer, Qt::QueuedConnection);
    };
    if (m_isHolding)
        m_held.push_back(std::move(later));
    else
        later();
}

void ScriptedTokenStore::letGo()
{
    m_isHolding = false;
    for (const auto &answer : std::exchange(m_held, {}))
        answer();
}

std::optional<StoreError> ScriptedTokenStore::trouble() const
{
    const StoreState now = failure.value_or(state);
    return now == StoreState::Ready ? std::nullopt : std::optional(StoreError{.state = now});
}

void ScriptedTokenStore::probe(QObject &receiver, StateHandler done)
{
    ++probes;
    answer(receiver, [this, done = std::move(done)] {
        done(state);
        emit probed();
    });
}

void ScriptedTokenStore::unlock(QObject &receiver, StateHandler done)
{
    ++unlocks;
    answer(receiver, [this, done = std::move(done)] {
        state = afterUnlock;
        done(state);
        emit unlocked();
    });
}

void ScriptedTokenStore::read(const AccountId &account, QObject &receiver,
                              Handler<SessionToken> done)
{
    ++reads;
    answer(receiver, [this, account, done = std::move(done)] {
        const auto found = tokens.constFind(account);
        if (const std::optional<StoreError> problem = trouble())
            done(*problem);
        else if (found == tokens.cend())
            done(StoreError{.state = StoreState::Ready, .missing = true});
        else
            done(*found);
    });
}

void ScriptedTokenStore::write(const AccountId &account, const SessionToken &token,
                               QObject &receiver, Handler<Done> done)
{
    ++writes;
    const std::optional<StoreError> problem = trouble();
    if (!problem)
        tokens.insert(account, token); // whoever waits for the answer, or nobody
    answer(receiver, [problem, done = std::move(done)] { tell(problem, done); });
}

void ScriptedTokenStore::erase(const AccountId &account, QObject &receiver, Handler<Done> done)
{
    ++erasures;
    const std::optional<StoreError> problem = trouble();
    if (!problem)
        tokens.remove(account);
    answer(receiver, [problem, done = std::move(done)] { tell(problem, done); });
}

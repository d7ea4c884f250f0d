// SPDX-License-Identifier: MIT
#pragma once

#include "session/tokenstore.h"

#include <QList>
#include <QObject>

#include <utility>

/// Asks a TokenStore and keeps what it answers, in order.
class StoreAnswers
{
public:
    explicit StoreAnswers(TokenStore &store) : m_store(store) { }

    void probe()
    {
        m_store.probe(m_receiver, [this](StoreState state) { states.append(state); });
    }
    void unlock()
    {
        m_store.unlock(m_receiver, [this](StoreState state) { states.append(state); });
    }
    void read(const AccountId &account)
    {
        m_store.read(account, m_receiver,
                     [this](const StoreAnswer<SessionToken> &answer) { reads.append(answer); });
    }
    void write(const AccountId &account, const SessionToken &token)
    {
        m_store.write(account, token, m_receiver,
                      [this](const StoreAnswer<Done> &answer) { changes.append(answer); });
    }
    void erase(const AccountId &account)
    {
        m_store.erase(account, m_receiver,
                      [this](const StoreAnswer<Done> &answer) { changes.append(answer); });
    }

    QList<StoreState> states;
    QList<StoreAnswer<SessionToken>> reads;
    QList<StoreAnswer<Done>> changes;

private:
    TokenStore &m_store;
    QObject m_receiver;
};

/// The problem of an answer, in a form that QCOMPARE can show; "none" where there is none.
template <typename T>
QString problemOf(const StoreAnswer<T> &answer)
{
    static const char *const names[]
        = {"Ready", "Locked", "NoCollection", "Absent", "Denied", "Hung", "Broken"};
    if (answer)
        return QStringLiteral("none");
    if (answer.error().missing)
        return QStringLiteral("missing");
    return QString::fromLatin1(names[static_cast<int>(answer.error().state)]);
}

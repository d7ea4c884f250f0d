// SPDX-License-Identifier: MIT
#include "links/keywatch.h"

#include "links/linkbook.h"
#include "session/session.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {

/// A person has time enough to sign in again.
constexpr std::chrono::milliseconds daysAhead = 72h;
/// No oftener is Coder asked about a key that comes to its end.
constexpr auto askingPause = 1h;

} // namespace

KeyWatch::KeyWatch(Session &session, const LinkBook &book, const Clock &clock, QObject *parent)
    : QObject(parent), m_session(session), m_book(book), m_clock(clock)
{
    connect(&session, &Session::keyLearnt, this, &KeyWatch::keyLearnt);
    connect(&session, &Session::stateChanged, this, &KeyWatch::sessionChanged);
    // Queued: what taught it may be the refusal of the token, which is told next.
    connect(&book, &LinkBook::serverClockLearnt, this, &KeyWatch::serverClockLearnt,
            Qt::QueuedConnection);
}

/// Where its key is not told yet, the session has just asked.
void KeyWatch::sessionChanged()
{
    if (isUntold())
        m_askedAt = m_clock.deadline();
    reconsider();
}

bool KeyWatch::isUntold() const
{
    const auto *signedIn = m_session.as<Session::SignedIn>();
    return signedIn && !signedIn->key;
}

const ApiKey *KeyWatch::key() const
{
    const auto *signedIn = m_session.as<Session::SignedIn>();
    const bool ends = signedIn && signedIn->tokenEnds().kind == Moment::Kind::At;
    return ends ? &*signedIn->key : nullptr;
}

/// Within 72 hours of its end, or within half of its life if that is shorter.
bool KeyWatch::isNear() const
{
    const ApiKey *own = key();
    if (!own)
        return false;
    std::chrono::milliseconds window = daysAhead;
    if (own->lifetime > 0s)
        window = std::min<std::chrono::milliseconds>(window, own->lifetime / 2);
    const QDateTime now = m_book.serverNow(m_session.account().id());
    return std::chrono::milliseconds(now.msecsTo(own->expiresAt.at)) <= window;
}

void KeyWatch::reconsider()
{
    if (!isNear())
        conclude({});
    if (!isNear() && !isUntold())
        return;
    if (m_askedAt && m_clock.deadline() - *m_askedAt < askingPause)
        return;
    m_askedAt = m_clock.deadline();
    m_session.askForKey();
}

/// Just said by Coder, to a request that would have moved it.
void KeyWatch::keyLearnt()
{
    m_askedAt = m_clock.deadline();
    if (isNear())
        concludeNear();
    else
        conclude({});
}

/// A sign-in hands over a key before the account itself has heard of that clock, and ours may be
/// set.
void KeyWatch::serverClockLearnt(const AccountId &account)
{
    if (account != m_session.account().id())
        return;
    reconsider();
    if (m_endsSoon.isValid())
        concludeNear();
}

void KeyWatch::concludeNear()
{
    conclude(m_book.byOurClock(key()->expiresAt.at, m_session.account().id()));
}

void KeyWatch::conclude(const QDateTime &endsSoon)
{
    if (m_endsSoon == endsSoon)
        return;
    m_endsSoon = endsSoon;
    emit changed();
}

// SPDX-License-Identifier: MIT
#include "links/byidqueue.h"

#include <algorithm>
#include <utility>

void ByIdQueue::add(const Question &question, Clock::Deadline now)
{
    const auto isSame = [&](const Question &other) { return other.provider == question.provider; };
    if (question.wish == Wish::Person) {
        m_waiting.removeIf(isSame);
        m_waiting.prepend(question);
        return;
    }
    const auto before = m_askedAt.constFind(question.provider);
    const bool isRecent = before != m_askedAt.cend() && now - *before < oldEnough;
    if (!isRecent && std::none_of(m_waiting.cbegin(), m_waiting.cend(), isSame))
        m_waiting.append(question);
}

std::optional<ByIdQueue::Question> ByIdQueue::take(Clock::Deadline now)
{
    if (m_waiting.isEmpty())
        return std::nullopt;
    const Question next = m_waiting.takeFirst();
    m_askedAt.insert(next.provider, now);
    return next;
}

void ByIdQueue::dropUnbidden()
{
    m_waiting.removeIf([](const Question &question) { return question.wish == Wish::Unbidden; });
}

QList<ByIdQueue::Question> ByIdQueue::giveUp()
{
    return std::exchange(m_waiting, {});
}

// SPDX-License-Identifier: MIT
#include "links/byidqueue.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds firstRest = 15s;
constexpr milliseconds longestRest = 10min;

} // namespace

void ByIdQueue::add(const Question &question, Clock::Deadline now)
{
    const auto isSame = [&](const Question &other) { return other.provider == question.provider; };
    if (question.wish == Wish::Person) {
        m_waiting.removeIf(isSame);
        m_waiting.prepend(question);
        m_restsUntil.reset(); // a person has a reason
        return;
    }
    const auto before = m_askedAt.constFind(question.provider);
    const bool isRecent = before != m_askedAt.cend() && now - *before < oldEnough;
    if (!isRecent && std::none_of(m_waiting.cbegin(), m_waiting.cend(), isSame))
        m_waiting.append(question);
}

std::optional<ByIdQueue::Question> ByIdQueue::take(Clock::Deadline now)
{
    if (m_waiting.isEmpty() || (m_restsUntil && now < *m_restsUntil))
        return std::nullopt;
    const Question next = m_waiting.takeFirst();
    m_askedAt.insert(next.provider, now);
    return next;
}

void ByIdQueue::dropUnbidden()
{
    m_waiting.removeIf([](const Question &question) { return question.wish == Wish::Unbidden; });
}

milliseconds ByIdQueue::rest(Clock::Deadline now, milliseconds patience)
{
    const milliseconds plain = std::min(firstRest * (1 << std::min(m_rests, 10)), longestRest);
    ++m_rests;
    const double jitter = 1 + QRandomGenerator::global()->generateDouble() / 5; // not all at once
    const auto wait = std::llround(static_cast<double>(std::max(plain, patience).count()) * jitter);
    m_restsUntil = now + milliseconds(wait);
    return milliseconds(wait);
}

void ByIdQueue::endRest()
{
    m_restsUntil.reset();
    m_rests = 0;
}

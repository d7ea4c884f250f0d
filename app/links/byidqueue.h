// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/strongid.h"

#include <QHash>
#include <QList>

#include <chrono>
#include <optional>

/// Which links of an account are to be asked about by id, one after the other: those a person asks
/// about first and always, the others at most every five minutes. Coder asks the provider each
/// time.
class ByIdQueue
{
public:
    enum class Wish { Unbidden, Person };
    struct Question {
        ProviderId provider{};
        Wish wish = Wish::Unbidden;
    };
    static constexpr std::chrono::minutes oldEnough{5};

    void add(const Question &question, Clock::Deadline now);
    /// Takes the next; none where nothing waits.
    [[nodiscard]] std::optional<Question> take(Clock::Deadline now);
    /// It may be asked about unbidden however short ago it was.
    void forgetTimeOf(const ProviderId &provider) { m_askedAt.remove(provider); }
    void dropUnbidden();
    /// Nothing waits any more; what did.
    QList<Question> giveUp();

private:
    QList<Question> m_waiting;
    QHash<ProviderId, Clock::Deadline> m_askedAt;
};

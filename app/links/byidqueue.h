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
/// time. While the deployment does not answer it rests, longer each time.
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
    /// Takes the next; none where nothing waits, and while it rests.
    [[nodiscard]] std::optional<Question> take(Clock::Deadline now);
    /// It may be asked about unbidden however short ago it was.
    void forgetTimeOf(const ProviderId &provider) { m_askedAt.remove(provider); }
    void dropUnbidden();
    void giveUp() { m_waiting.clear(); }

    /// A question came to nothing that the next one would come to as well: tells for how long it
    /// rests, at least for \a patience.
    std::chrono::milliseconds rest(Clock::Deadline now, std::chrono::milliseconds patience);
    /// The deployment has answered.
    void endRest();

private:
    QList<Question> m_waiting;
    QHash<ProviderId, Clock::Deadline> m_askedAt;
    std::optional<Clock::Deadline> m_restsUntil;
    int m_rests = 0; ///< in a row
};

// SPDX-License-Identifier: MIT
#pragma once

#include "coder/coderapi.h"
#include "links/gitlink.h"

#include <QObject>

#include <optional>
#include <variant>

class ListCalls;

/// Removes one link and finds out what really became of it: Confirming → Deleting → Done | Failed,
/// with a second look at the list wherever the answer leaves a doubt.
class Unlinking : public QObject
{
    Q_OBJECT

public:
    /// What will happen, known beforehand from the list (by id never says it).
    struct Plan {
        enum class Revocation {
            NotByThisServer, ///< before v2.27
            NotConfigured,
            WillBeTried,
        };
        Revocation revocation = Revocation::NotConfigured;
        bool grantWide = false; ///< GitHub ends every token of the app for this user
        bool orphan = false;    ///< the provider is gone: Coder offers no way, and answers 404
    };

    struct Confirming { };
    struct Deleting { };
    struct LookingAgain {
        ApiError error{};
    };
    struct Removed {
        UnlinkOutcome outcome{};
        bool answerLost = false;  ///< gone by the list's word; what became of the access is unknown
        bool alreadyGone = false; ///< it had been unlinked before
    };
    struct Failed {
        ApiError error{};
        std::optional<bool> stillLinked{}; ///< none: the list could not be read either
    };
    using State = std::variant<Confirming, Deleting, LookingAgain, Removed, Failed>;

    Unlinking(CoderApi &api, ListCalls &lists, const GitLink &link, QObject *parent = nullptr);
    ~Unlinking() override;

    [[nodiscard]] const GitLink &link() const { return m_link; }
    [[nodiscard]] const Plan &plan() const { return m_plan; }
    [[nodiscard]] const State &state() const { return m_state; }
    template <typename S>
    [[nodiscard]] const S *as() const
    {
        return std::get_if<S>(&m_state);
    }

    /// From Confirming, or again from Failed.
    void confirm();

signals:
    void stateChanged();
    /// Coder has removed the link; the list that follows may be lost.
    void removed();

private:
    void enter(State next);
    void deleted(const Answer<UnlinkOutcome> &answer);
    void lookAgain(const ApiError &error);
    void listed(int call, const Answer<Listing> &answer);
    void looked(const ApiError &error, const Answer<Listing> &answer);
    void readList(const UnlinkOutcome &outcome);

    CoderApi &m_api;
    ListCalls &m_lists;
    GitLink m_link;
    Plan m_plan;
    int m_listCall = 0;
    State m_state;
};

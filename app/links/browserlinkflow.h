// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "coder/coderapi.h"
#include "links/linkbaseline.h"

#include <QObject>

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <utility>
#include <variant>

class BrowserLinkLook;
class LinkPreparation;
class ListCalls;

/// Links one provider on Coder's own page in the browser, of whose end nobody tells us
/// anything: what was linked before is read, the caller opens the page, and the link is
/// looked at until it has changed:
///
///   Idle → Preparing → Ready → Waiting → Linked | SeemsRenewed | GaveUp | Refused
///                   ↘ Linked | Failed
///
/// A link that was not there is looked for by id. Of one that was, only the list tells the time of
/// its last change, and a list costs Coder a request a link: it is asked less often, and what
/// others of the account have asked serves as well. Where another provider keeps the list silent,
/// the answer by id has to do, and less can be told by it.
class BrowserLinkFlow : public QObject
{
    Q_OBJECT

public:
    struct Policy {
        std::chrono::milliseconds firstPause{2000}; ///< between two looks by id, growing by half
        std::chrono::milliseconds longestPause{10'000};
        std::chrono::milliseconds listPause{20'000};
        std::chrono::milliseconds leastPause{2000};   ///< before a look on a wish
        std::chrono::milliseconds listPatience{5000}; ///< before going on without its answer
        std::chrono::seconds patience{600};
    };

    enum class Wait {
        Waiting,
        Checking,
        Unanswered, ///< the last look told nothing
        SignedOut,  ///< paused; resume() goes on
    };

    struct Idle { };
    struct Preparing {
        bool isTaken = false; ///< the person has copied the link already
    };
    struct Ready { }; ///< the page may be opened
    struct Waiting {
        Clock::Deadline since{}; ///< the page was opened, or a person asked to go on
        Wait wait = Wait::Waiting;
        std::chrono::milliseconds pause{0}; ///< before the next look
        std::optional<ApiError> error{};    ///< why the last look told nothing
        bool isBroken = false;              ///< it is linked now, and the link does not work

        /// Coder lets nobody in as this user: signing in again does not help.
        [[nodiscard]] bool isSuspended() const { return error && error->verdicts.userSuspended; }
    };
    struct Linked {
        std::optional<LinkUser> user{};   ///< none: Coder does not tell, or it was not read
        bool isRead = true;               ///< by id, which alone tells the user
        std::optional<LinkUser> before{}; ///< who was linked before
        bool wasLinked = false;
        bool isFound = false; ///< it had been linked since the book was told; no page was opened
    };
    struct SeemsRenewed { ///< it changed, and Coder may just have renewed it
        std::optional<LinkUser> user{};
        bool isDoubtful = false; ///< or it changed earlier: the list did not tell in time
    };
    struct GaveUp {
        std::optional<ApiError> error{}; ///< why the last look told nothing
        bool isBroken = false;           ///< it was linked, and the link does not work
    };
    struct Failed { ///< Coder did not answer at all: no page was opened
        ApiError error{};
    };
    struct Refused {      ///< looking on would tell nothing either
        ApiError error{}; ///< NotFound: the provider is not there any more
    };
    struct Cancelled { };
    using State = std::variant<Idle, Preparing, Ready, Waiting, Linked, SeemsRenewed, GaveUp,
                               Failed, Refused, Cancelled>;
    enum StateIndex : size_t {
        IdleIndex,
        PreparingIndex,
        ReadyIndex,
        WaitingIndex,
        LinkedIndex,
        SeemsRenewedIndex,
        GaveUpIndex,
        FailedIndex,
        RefusedIndex,
        CancelledIndex,
    };
    /// Every step this machine may take; enter() refuses others.
    static constexpr std::array<std::pair<StateIndex, StateIndex>, 18> transitions{{
        {IdleIndex, PreparingIndex},
        {PreparingIndex, PreparingIndex},
        {PreparingIndex, ReadyIndex},
        {PreparingIndex, WaitingIndex},
        {PreparingIndex, LinkedIndex},
        {PreparingIndex, FailedIndex},
        {PreparingIndex, CancelledIndex},
        {FailedIndex, PreparingIndex},
        {ReadyIndex, WaitingIndex},
        {ReadyIndex, CancelledIndex},
        {WaitingIndex, WaitingIndex},
        {WaitingIndex, LinkedIndex},
        {WaitingIndex, SeemsRenewedIndex},
        {WaitingIndex, GaveUpIndex},
        {WaitingIndex, RefusedIndex},
        {WaitingIndex, CancelledIndex},
        {GaveUpIndex, WaitingIndex},
        {SeemsRenewedIndex, WaitingIndex},
    }};

    /// \a known is who was linked by the book's last word; the rest is read afresh.
    BrowserLinkFlow(CoderApi &api, ListCalls &lists, ProviderId provider, LinkBaseline known,
                    Clock &clock, const Policy &policy, QObject *parent = nullptr);
    ~BrowserLinkFlow() override;

    [[nodiscard]] const ProviderId &provider() const { return m_provider; }
    [[nodiscard]] const State &state() const { return m_state; }
    template <typename S>
    [[nodiscard]] const S *as() const
    {
        return std::get_if<S>(&m_state);
    }
    /// Whether there is a link that works, by the newest word on what was there before.
    [[nodiscard]] bool works() const { return m_baseline.works; }
    /// Nothing more will happen by itself.
    [[nodiscard]] bool isSettled() const;
    /// How long it has been waiting; zero unless Waiting.
    [[nodiscard]] std::chrono::milliseconds waited() const;

    /// Reads what is linked: from Idle, or again from Failed.
    void start();
    /// The caller has opened the page, or copied its link: waits from now on.
    void pageOpened();
    /// Looks at once, or when Coder has asked for: the window was activated, or a person asks. From
    /// GaveUp and SeemsRenewed it waits again.
    void lookNow();
    /// Stops at once. What is approved later shows in the next list.
    void cancel();
    /// The session is back.
    void resume();

signals:
    void stateChanged();
    /// What was read by id on the way, for the book.
    void detailed(const LinkDetails &details);

private:
    void enter(State next);
    void prepared();
    void startWaiting();
    void timerFired();
    void look();
    void enterChecking();
    void askById();
    void askList();
    void answeredById(const Answer<LinkDetails> &answer);
    void heard(int call, const Answer<Listing> &answer);
    void answeredByList(const Answer<Listing> &answer);
    void failed(const ApiError &error);
    void refuse(const ApiError &error);
    void confirmByList(bool isSeen);
    void askListLast();
    void failedByList(const ApiError &error);
    void goOn(Wait wait, std::chrono::milliseconds pause,
              const std::optional<ApiError> &error = std::nullopt);
    void conclude();
    void judgeList();
    [[nodiscard]] bool isOfUse(int call, const Answer<Listing> &answer) const;
    [[nodiscard]] LinkEvidence evidence() const;
    [[nodiscard]] bool isBroken() const;
    [[nodiscard]] bool isPatienceOver() const { return waited() >= m_policy.patience; }
    [[nodiscard]] std::chrono::milliseconds usualPause() const;

    CoderApi &m_api;
    ListCalls &m_lists;
    ProviderId m_provider;
    LinkBaseline m_known; ///< by the book
    LinkBaseline m_baseline;
    Clock &m_clock;
    Policy m_policy;
    std::unique_ptr<ClockTimer> m_timer;
    std::unique_ptr<BrowserLinkLook> m_look;        ///< the one under way
    std::unique_ptr<LinkPreparation> m_preparation; ///< its list may come late
    std::optional<Clock::Pace> m_notBefore;         ///< the next look
    int m_listCall = 0;                             ///< the newest that has told something
    State m_state;
};

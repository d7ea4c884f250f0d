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

class ListCalls;

/// Links one provider by device code, to the letter of RFC 8628 3.2 to 3.5:
///
///   Idle → Requesting → AwaitingUser → Verifying → Linked | LinkedUnread
///                                                | Failed | Cancelled | CancelledButApproved
///
/// The exchange creates the link, so cancelling never sends another one, and whatever might have
/// been approved is looked up before anything is said. It polls only while AwaitingUser, never two
/// at once.
class DeviceLinkFlow : public QObject
{
    Q_OBJECT

public:
    struct Policy {
        std::chrono::milliseconds leastMargin{1000}; ///< the margin is a fifth, at least this
        std::chrono::seconds slowDownStep{5};        ///< RFC 8628 3.5
        std::chrono::seconds longestBackOff{60};
        std::chrono::milliseconds secondLook{2000}; ///< replicas of GitHub lag
    };

    enum class Wait {
        Waiting,
        Checking,
        SlowedDown,      ///< the provider asked for more patience
        Offline,         ///< Coder does not answer
        Throttled,       ///< Coder asks for fewer requests
        ProviderTrouble, ///< Coder answers, the provider does not
        SignedOut,       ///< paused; resume() goes on with the same code
    };

    struct Idle { };
    struct Requesting { };
    struct AwaitingUser {
        DeviceCode code{};
        Clock::Deadline deadline{};
        Wait wait = Wait::Waiting;
        std::chrono::seconds interval{5};     ///< the server's, and every slow_down since
        std::chrono::milliseconds backOff{0}; ///< longer than the interval while nobody answers
        int slowDowns = 0;                    ///< from the third on a wrong clock may be the reason
        bool exchanging = false;
        bool outcomeUnknown = false;     ///< an exchange may have linked without our hearing of it
        std::optional<ApiError> error{}; ///< why the last exchange told nothing of an approval

        /// Coder lets nobody in as this user: signing in again does not help.
        [[nodiscard]] bool isSuspended() const { return error && error->verdicts.userSuspended; }
    };
    struct Linked {
        std::optional<LinkUser> user{};   ///< none: Coder does not tell, or it was not read
        bool isRead = true;               ///< by id, which alone tells the user
        std::optional<LinkUser> before{}; ///< who was linked before
        bool wasLinked = false;
        bool appMissing = false; ///< an app can be installed and is nowhere
        WebAddress appInstall{};
    };
    struct LinkedUnread { ///< Coder accepted the approval; the link could not be read yet
    };
    struct Failed {
        enum class Why { Expired, Denied, Rejected, NoCode, Api };
        Why why = Why::Api;
        std::optional<ApiError> error{};
        QString userCode{};       ///< what had been shown; empty where nothing was
        bool maybeLinked = false; ///< by an exchange whose answer was lost, and no look could tell
    };
    struct Cancelled { };
    struct CancelledButApproved {
        LinkEvidence evidence = LinkEvidence::Changed; ///< anything but Unchanged
        std::optional<LinkUser> user{};
    };
    /// The fresh read before something is said; `ending` is said unless the link has changed.
    struct Verifying {
        enum class After { Approval, Cancel, Failure };
        After after = After::Approval;
        Failed ending{};
    };
    using State = std::variant<Idle, Requesting, AwaitingUser, Verifying, Linked, LinkedUnread,
                               Failed, Cancelled, CancelledButApproved>;
    enum StateIndex : size_t {
        IdleIndex,
        RequestingIndex,
        AwaitingUserIndex,
        VerifyingIndex,
        LinkedIndex,
        LinkedUnreadIndex,
        FailedIndex,
        CancelledIndex,
        CancelledButApprovedIndex,
    };
    /// Every step this machine may take; enter() refuses others.
    static constexpr std::array<std::pair<StateIndex, StateIndex>, 14> transitions{{
        {IdleIndex, RequestingIndex},
        {RequestingIndex, AwaitingUserIndex},
        {RequestingIndex, FailedIndex},
        {RequestingIndex, CancelledIndex},
        {AwaitingUserIndex, AwaitingUserIndex},
        {AwaitingUserIndex, VerifyingIndex},
        {AwaitingUserIndex, FailedIndex},
        {AwaitingUserIndex, CancelledIndex},
        {VerifyingIndex, LinkedIndex},
        {VerifyingIndex, LinkedUnreadIndex},
        {VerifyingIndex, FailedIndex},
        {VerifyingIndex, CancelledIndex},
        {VerifyingIndex, CancelledButApprovedIndex},
        {FailedIndex, RequestingIndex},
    }};

    DeviceLinkFlow(CoderApi &api, ListCalls &lists, ProviderId provider, LinkBaseline baseline,
                   Clock &clock, const Policy &policy, QObject *parent = nullptr);
    ~DeviceLinkFlow() override;

    [[nodiscard]] const ProviderId &provider() const { return m_provider; }
    [[nodiscard]] const State &state() const { return m_state; }
    template <typename S>
    [[nodiscard]] const S *as() const
    {
        return std::get_if<S>(&m_state);
    }
    /// Nothing more will happen by itself.
    [[nodiscard]] bool isSettled() const;
    /// Something may have changed, and no look could tell.
    [[nodiscard]] bool isUnread() const;
    /// How long the code still lives; zero unless AwaitingUser.
    [[nodiscard]] std::chrono::milliseconds remaining() const;

    /// Asks for a code: from Idle, or again from Failed. Only ever on a person's wish (RFC
    /// 8628 3.1).
    void start();
    /// Stops timers and requests at once. An exchange that was under way is looked up before the
    /// end.
    void cancel();
    /// The session is back: goes on with the same code if it still lives.
    void resume();

signals:
    void stateChanged();
    /// What was read by id on the way, for the book.
    void detailed(const LinkDetails &details);

private:
    class Work;
    void enter(State next);
    void codeAnswered(const Answer<DeviceCode> &answer);
    void watchDeadline();
    void deadlineReached();
    void schedulePoll(AwaitingUser &waiting);
    void poll();
    void polled(const Answer<Done> &answer);
    void judgeRejection(AwaitingUser waiting, const ApiError &error);
    void keepTrying(const AwaitingUser &before, Wait wait, const ApiError &error);
    void goOn(AwaitingUser waiting, Wait wait, const std::optional<ApiError> &error = {});
    void finish(const AwaitingUser &waiting, Failed::Why why, std::optional<ApiError> error = {});
    void verify(Verifying::After after, Failed ending);
    void lookById();
    void lookedById(const Answer<LinkDetails> &answer);
    void lookAtList();
    void listed(int call, const Answer<Listing> &answer);
    [[nodiscard]] State conclusion(const Verifying &verifying, LinkEvidence evidence) const;
    [[nodiscard]] Linked linkedNow() const;
    void stopTimers();

    CoderApi &m_api;
    ListCalls &m_lists;
    ProviderId m_provider;
    LinkBaseline m_baseline;
    Clock &m_clock;
    Policy m_policy;
    std::unique_ptr<ClockTimer> m_pollTimer;
    std::unique_ptr<ClockTimer> m_deadlineTimer;
    std::unique_ptr<Work> m_work; ///< receiver of the requests under way; destroying it ends them
    State m_state;
};

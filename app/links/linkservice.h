// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "coder/apierror.h"
#include "links/byidqueue.h"
#include "links/gitlink.h"
#include "links/listcalls.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

class BrowserLinkFlow;
class DeviceLinkFlow;
class LinkBook;
class Session;
class Unlinking;
struct LinkBaseline;

/// Keeps one account's part of the book fresh, politely: one list call at a time; by id on
/// selection and where the list cannot tell, one at a time and at most every five minutes a link
/// unless a person asks. What is known stays while asking, and when asking fails.
class LinkService : public QObject
{
    Q_OBJECT

public:
    LinkService(Session &session, LinkBook &book, Clock &clock, QObject *parent = nullptr);
    ~LinkService() override;

    [[nodiscard]] Session &session() { return m_session; }
    /// Since when the list, or before it the session, is being asked; none where nothing is.
    [[nodiscard]] std::optional<Clock::Pace> askingSince() const
    {
        return m_asking ? std::optional(m_asking->since) : m_checkingSince;
    }
    /// Why the newest list call gave nothing; none after one that did.
    [[nodiscard]] const std::optional<ApiError> &problem() const { return m_problem; }
    /// What the deployment says of a time, by our clock.
    [[nodiscard]] QDateTime byOurClock(const QDateTime &theirs) const;
    /// UTC time of the newest list answer, which may be an earlier run's; invalid before the first.
    [[nodiscard]] QDateTime learntAt() const;

    void refresh();
    /// The person asks about everything: the list where there is a session, else the session first.
    void tryAgain();
    /// The window was activated: refresh where the list is older than five minutes.
    void activated();
    /// The person looks at this link.
    void selected(const ProviderId &provider) { ask(provider, Wish::Unbidden); }
    /// The person asks about this link.
    void check(const ProviderId &provider) { ask(provider, Wish::Person); }

    /// Flows that change a link; what they read is folded into the book. The caller owns them; the
    /// service outlives them.
    [[nodiscard]] std::unique_ptr<DeviceLinkFlow> deviceLink(const ProviderId &provider);
    [[nodiscard]] std::unique_ptr<BrowserLinkFlow> browserLink(const ProviderId &provider);
    [[nodiscard]] std::unique_ptr<Unlinking> unlinking(const ProviderId &provider);

signals:
    /// askingSince(), problem() or learntAt() differ.
    void statusChanged();

private:
    using Wish = ByIdQueue::Wish;
    /// A list that the service asks for itself.
    struct Asking {
        std::unique_ptr<QObject> asker; ///< destroying it ends the question
        int call = 0;
        Clock::Pace since{};
        Wish wish = Wish::Unbidden;
    };
    void list(Wish wish);
    void listed(int call, const Answer<Listing> &answer);
    void take(int call, const Listing &listing, Wish wish);
    void disregardLists();
    bool applyDetails(const LinkKey &key, const Answer<LinkDetails> &answer);
    void noteNews(const ProviderId &provider);
    void askAnew();
    void outdate(const ProviderId &provider);
    void wishForList();
    template <typename Flow>
    void listAfter(Flow &flow, const LinkKey &key, bool isYesNews);
    void ask(const ProviderId &provider, Wish wish);
    [[nodiscard]] bool mayAskUnbidden() const;
    void holdBack(const ApiError &error);
    void askNext();
    void answered(const Answer<LinkDetails> &answer);
    void restAfter(const ApiError &error);
    void restIsOver();
    void queueDoubtful(Wish wish);
    void compareClocks(const QDateTime &server);
    [[nodiscard]] LinkBaseline baselineOf(const LinkKey &key) const;
    template <typename Flow>
    void resumeWhenSignedIn(Flow &flow);
    void sessionChanged();
    void forgetAll();

    Session &m_session;
    LinkBook &m_book;
    Clock &m_clock;
    ListCalls m_lists;
    int m_oldCall = 0; ///< it and those before it are of no use to the book any more
    QHash<ProviderId, int> m_newsAfter; ///< the newest call when a link was last heard of otherwise
    std::optional<Asking> m_asking;
    std::optional<Clock::Pace> m_checkingSince; ///< that the session is good
    std::unique_ptr<QObject> m_byIdReceiver;    ///< destroying it ends the question of m_asked
    std::optional<ApiError> m_problem;
    std::optional<Clock::Deadline> m_listedAt; ///< on a clock that goes on while the machine sleeps
    std::optional<Clock::Deadline> m_notBefore; ///< Coder asked for patience
    ByIdQueue m_queue;
    std::unique_ptr<ClockTimer> m_rest; ///< of the queue
    std::optional<ByIdQueue::Question> m_asked;
};

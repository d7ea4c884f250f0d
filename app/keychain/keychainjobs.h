// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "coder/sessiontoken.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace QKeychain {
class Job;
}

/// How one job of QtKeychain ended.
struct JobEnd {
    enum class Kind {
        Succeeded,
        Missing, ///< or locked: QtKeychain cannot tell
        Denied,
        Failed,
        Hung, ///< no answer in time, or an earlier one still has none
    };
    Kind kind = Kind::Failed;
    std::optional<SessionToken> token{}; ///< only after a read that succeeded
};

/// Runs QtKeychain's jobs, one at a time as it does itself. A job is never deleted while it runs:
/// the library underneath keeps a pointer to it. One that does not answer is left to itself, and
/// until it ends no other is started.
class KeychainJobs : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(const JobEnd &)>;

    KeychainJobs(const QString &service, Clock &clock, std::chrono::milliseconds limit,
                 QObject *parent = nullptr);
    ~KeychainJobs() override;

    [[nodiscard]] bool isHung() const { return m_hung; }

    // Each answers once, later, unless its receiver is gone by then.
    void read(const QString &key, QObject &receiver, Handler done);
    void write(const QString &key, const SessionToken &token, QObject &receiver, Handler done);
    void erase(const QString &key, QObject &receiver, Handler done);

private:
    /// What has been asked for. There is one under way and one waiting at most: only an errand
    /// whose receiver has died leaves its job behind.
    struct Order {
        std::function<QKeychain::Job *()> make{};
        QPointer<QObject> receiver{};
        Handler done{};
    };

    void place(Order order);
    void start(Order order);
    void ended(QKeychain::Job &job);
    void hang();
    static void tell(const Order &order, const JobEnd &end);

    QString m_service;
    std::chrono::milliseconds m_limit;
    std::unique_ptr<ClockTimer> m_timer;
    bool m_running = false;
    bool m_hung = false;
    Order m_current;
    std::optional<Order> m_waiting;
};

// SPDX-License-Identifier: MIT
#include "keychain/keychainjobs.h"

#include "base/logging.h"
#include "base/secret.h"

#include <qt6keychain/keychain.h>

#include <utility>

namespace {

/// The token of a read job. The bytes are the job's own: it frees them without overwriting.
std::optional<SessionToken> takeToken(const QKeychain::ReadPasswordJob &job)
{
    const QByteArray bytes = job.binaryData();
    std::optional<SessionToken> token = SessionToken::fromBytes(bytes);
    if (!bytes.isEmpty())
        wipe(const_cast<char *>(bytes.constData()), static_cast<std::size_t>(bytes.size()));
    return token;
}

JobEnd::Kind kindOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return JobEnd::Kind::Succeeded;
    case QKeychain::EntryNotFound:
        return JobEnd::Kind::Missing;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return JobEnd::Kind::Denied;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        return JobEnd::Kind::Failed;
    }
    return JobEnd::Kind::Failed;
}

JobEnd endOf(const QKeychain::Job &job)
{
    JobEnd end{.kind = kindOf(job.error())};
    if (const auto *read = qobject_cast<const QKeychain::ReadPasswordJob *>(&job)) {
        end.token = takeToken(*read);
        // KWallet's errors arrive as success without data.
        if (end.kind == JobEnd::Kind::Succeeded && !end.token)
            end.kind = JobEnd::Kind::Failed;
    }
    return end;
}

} // namespace

KeychainJobs::KeychainJobs(const QString &service, Clock &clock, std::chrono::milliseconds limit,
                           QObject *parent)
    : QObject(parent), m_service(service), m_limit(limit),
      m_timer(clock.makeTimer([this] { hang(); }))
{ }

KeychainJobs::~KeychainJobs() = default;

void KeychainJobs::read(const QString &key, QObject &receiver, Handler done)
{
    auto make = [service = m_service, key]() -> QKeychain::Job * {
        auto *job = new QKeychain::ReadPasswordJob(service);
        job->setKey(key);
        return job;
    };
    place({.make = std::move(make), .receiver = &receiver, .done = std::move(done)});
}

void KeychainJobs::write(const QString &key, const SessionToken &token, QObject &receiver,
                         Handler done)
{
    auto make = [service = m_service, key, token]() -> QKeychain::Job * {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setKey(key);
        QString text = QString::fromLatin1(token.bytes());
        job->setTextData(text);
        wipe(text);
        return job;
    };
    place({.make = std::move(make), .receiver = &receiver, .done = std::move(done)});
}

void KeychainJobs::erase(const QString &key, QObject &receiver, Handler done)
{
    auto make = [service = m_service, key]() -> QKeychain::Job * {
        auto *job = new QKeychain::DeletePasswordJob(service);
        job->setKey(key);
        return job;
    };
    place({.make = std::move(make), .receiver = &receiver, .done = std::move(done)});
}

void KeychainJobs::place(Order order)
{
    if (m_hung)
        tell(order, {.kind = JobEnd::Kind::Hung});
    else if (m_running)
        m_waiting = std::move(order);
    else
        start(std::move(order));
}

void KeychainJobs::start(Order order)
{
    QKeychain::Job *job = order.make();
    m_running = true;
    m_current = std::move(order);
    m_current.make = {}; // it may hold a token
    job->setAutoDelete(true);
    job->setInsecureFallback(false); // never into a plain file
    connect(job, &QKeychain::Job::finished, this, [this](QKeychain::Job *done) { ended(*done); });
    m_timer->start(m_limit);
    job->start();
}

void KeychainJobs::ended(QKeychain::Job &job)
{
    const JobEnd end = endOf(job);
    m_timer->stop();
    m_running = false;
    const bool late = std::exchange(m_hung, false);
    const Order order = std::exchange(m_current, {});
    if (late)
        qCInfo(lcSession) << "the keyring answers again";
    else
        tell(order, end);
    if (std::optional<Order> next = std::exchange(m_waiting, {}); next && next->receiver)
        start(*std::move(next));
}

void KeychainJobs::hang()
{
    qCWarning(lcSession) << "the keyring does not answer";
    m_hung = true;
    tell(std::exchange(m_current, {}), {.kind = JobEnd::Kind::Hung});
    if (const std::optional<Order> waiting = std::exchange(m_waiting, {}))
        tell(*waiting, {.kind = JobEnd::Kind::Hung});
}

void KeychainJobs::tell(const Order &order, const JobEnd &end)
{
    // From the event loop: the handler may delete us.
    if (order.receiver)
        QMetaObject::invokeMethod(
            order.receiver, [done = order.done, end] { done(end); }, Qt::QueuedConnection);
}

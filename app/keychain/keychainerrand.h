// SPDX-License-Identifier: MIT
#pragma once

#include "keychain/keychainjobs.h"
#include "keychain/keychainservice.h"
#include "session/tokenstore.h"

#include <QObject>

#include <functional>
#include <optional>

/// One thing to do in the keyring, from the preflight to the proof: jobs are started only while the
/// service says it is Ready, and what they report is believed only after looking. It ends once, by
/// settled(); destroying it before is quiet.
class KeychainErrand : public QObject
{
    Q_OBJECT

public:
    KeychainErrand(KeychainService &service, KeychainJobs &jobs, const QString &key,
                   QObject *parent = nullptr);
    ~KeychainErrand() override;

    void start();
    /// Without having been started: the keyring does not answer.
    void giveUp();
    /// The reason why it failed; none where it is done.
    [[nodiscard]] const std::optional<StoreError> &problem() const { return m_problem; }

signals:
    void settled();

protected:
    using JobHandler = std::function<void(const JobEnd &)>;

    /// The keyring is Ready.
    virtual void work() = 0;

    void read(JobHandler done) { m_jobs.read(m_key, *this, std::move(done)); }
    void write(const SessionToken &token, JobHandler done)
    {
        m_jobs.write(m_key, token, *this, std::move(done));
    }
    void erase(JobHandler done) { m_jobs.erase(m_key, *this, std::move(done)); }

    void succeed();
    /// A job failed: the keyring itself may know better why, so it is asked once more.
    void failAfter(const JobEnd &end);
    /// "Not found" may mean "locked": asks once more before \a certain goes on.
    void believeMissing(std::function<void()> certain);
    void fail(const StoreError &problem);

private:
    KeychainService &m_service;
    KeychainJobs &m_jobs;
    QString m_key;
    std::optional<StoreError> m_problem;
};

// SPDX-License-Identifier: MIT
#include "keychain/keychainerrand.h"

#include <utility>

KeychainErrand::KeychainErrand(KeychainService &service, KeychainJobs &jobs, const QString &key,
                               QObject *parent)
    : QObject(parent), m_service(service), m_jobs(jobs), m_key(key)
{ }

KeychainErrand::~KeychainErrand() = default;

void KeychainErrand::start()
{
    if (m_jobs.isHung()) {
        giveUp();
        return;
    }
    m_service.probe(*this, [this](StoreState state) {
        if (state == StoreState::Ready)
            work();
        else
            fail({.state = state});
    });
}

void KeychainErrand::giveUp()
{
    QMetaObject::invokeMethod(
        this, [this] { fail({.state = StoreState::Hung}); }, Qt::QueuedConnection);
}

void KeychainErrand::succeed()
{
    m_problem.reset();
    emit settled();
}

void KeychainErrand::failAfter(const JobEnd &end)
{
    if (end.kind == JobEnd::Kind::Hung) {
        fail({.state = StoreState::Hung});
        return;
    }
    const bool denied = end.kind == JobEnd::Kind::Denied;
    m_service.probe(*this, [this, denied](StoreState state) {
        if (state != StoreState::Ready)
            fail({.state = state});
        else
            fail({.state = denied ? StoreState::Denied : StoreState::Broken});
    });
}

void KeychainErrand::believeMissing(std::function<void()> certain)
{
    m_service.probe(*this, [this, certain = std::move(certain)](StoreState state) {
        if (state == StoreState::Ready)
            certain();
        else
            fail({.state = state});
    });
}

void KeychainErrand::fail(const StoreError &problem)
{
    m_problem = problem;
    emit settled();
}

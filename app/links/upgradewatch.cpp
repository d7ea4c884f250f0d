// SPDX-License-Identifier: MIT
#include "links/upgradewatch.h"

#include "base/logging.h"
#include "links/linkservice.h"
#include "session/session.h"

using namespace std::chrono_literals;

namespace {

/// While a deployment is being upgraded its replicas answer by turns, the old and the new: that is
/// no reason to ask without end.
constexpr auto readingPause = 5min;

} // namespace

UpgradeWatch::UpgradeWatch(Session &session, LinkService &service, const Clock &clock,
                           QObject *parent)
    : QObject(parent), m_session(session), m_service(service), m_clock(clock)
{
    connect(&session.api().rest(), &RestClient::versionHeard, this, &UpgradeWatch::heard);
}

void UpgradeWatch::heard(const QByteArray &version)
{
    if (m_version.isEmpty())
        m_version = version;
    if (version == m_version || !m_session.as<Session::SignedIn>())
        return;
    if (m_readAt && m_clock.deadline() - *m_readAt < readingPause)
        return; // the version stays the one before, so that a later answer tells again
    m_version = version;
    m_readAt = m_clock.deadline();
    qCInfo(lcLink) << "the deployment was upgraded";
    m_session.askForBuild();
    m_service.refresh();
}

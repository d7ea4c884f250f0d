// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"

#include <QByteArray>
#include <QObject>

#include <optional>

class LinkService;
class Session;

/// Notices by its answers that a deployment is no longer the version it was, and has read anew what
/// it says of itself and of the links. What it can do is seen in those, never in the version.
class UpgradeWatch : public QObject
{
    Q_OBJECT

public:
    UpgradeWatch(Session &session, LinkService &service, const Clock &clock,
                 QObject *parent = nullptr);

private:
    void heard(const QByteArray &version);

    Session &m_session;
    LinkService &m_service;
    const Clock &m_clock;
    QByteArray m_version;
    std::optional<Clock::Deadline> m_readAt;
};

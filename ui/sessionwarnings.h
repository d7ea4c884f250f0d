// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/linknews.h"

#include <QObject>
#include <QSet>

struct AccountStatus;
struct Today;

/// Says that the session of an account is about to end: once for each session.
class SessionWarnings : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void consider(const QList<AccountStatus> &accounts, const Today &today);

signals:
    void due(const LinkNews &news);

private:
    QSet<AccountId> m_told;
};

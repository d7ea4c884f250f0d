// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "links/incidents.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <memory>
#include <optional>

class LinkBook;

/// Finds incidents as the book learns of them, each once: what is heard of a link at first, or was
/// known to an earlier run, is no news. What may be a limit, or an outage of somebody
/// else's, is none either.
class IncidentWatch : public QObject
{
    Q_OBJECT

public:
    /// What \a book knows by now is no news.
    IncidentWatch(LinkBook &book, Clock &clock, QObject *parent = nullptr);
    ~IncidentWatch() override;

signals:
    /// Never empty; broken ones first. What is found within moments is told together.
    void found(const QList<Incident> &incidents);

private:
    /// By provider, of each link whose health was told before: the incident it is in, if any.
    using Known = QHash<ProviderId, std::optional<Incident::Kind>>;

    void look(const AccountId &account);
    void lookAt(const GitLink &link, LinkHealth health, Known &ofAccount);
    [[nodiscard]] bool hasChanged(const GitLink &link) const;
    void tell();

    LinkBook &m_book;
    QHash<AccountId, Known> m_known;
    QList<Incident> m_news;
    std::unique_ptr<ClockTimer> m_timer;
};

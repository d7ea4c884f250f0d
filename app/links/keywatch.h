// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/strongid.h"

#include <QObject>

#include <optional>

class LinkBook;
class Session;
struct ApiKey;

/// Watches the end of one account's own key. Most keys live on by being used, and the server says
/// when they end: so an end that is near is only believed once Coder has been asked again.
class KeyWatch : public QObject
{
    Q_OBJECT

public:
    KeyWatch(Session &session, const LinkBook &book, const Clock &clock, QObject *parent = nullptr);

    /// When it ends for good, by our clock (UTC), if that is near; invalid otherwise.
    [[nodiscard]] QDateTime endsSoon() const { return m_endsSoon; }
    /// Looks at the clock again, and asks where the end has come near or was not told.
    void reconsider();

signals:
    /// endsSoon() differs.
    void changed();

private:
    void sessionChanged();
    void keyLearnt();
    [[nodiscard]] bool isUntold() const;
    void serverClockLearnt(const AccountId &account);
    void concludeNear();
    void conclude(const QDateTime &endsSoon);
    [[nodiscard]] const ApiKey *key() const;
    /// By the clock of the server, which is the one that ends it.
    [[nodiscard]] bool isNear() const;

    Session &m_session;
    const LinkBook &m_book;
    const Clock &m_clock;
    std::optional<Clock::Deadline> m_askedAt;
    QDateTime m_endsSoon;
};

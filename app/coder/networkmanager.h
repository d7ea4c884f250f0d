// SPDX-License-Identifier: MIT
#pragma once

#include <QNetworkAccessManager>

#include <memory>

/// A QNetworkAccessManager that keeps nothing: no cookies, no cache, no credentials, no prompts.
/// One that got stuck in an endless header block would block whoever deletes it for seconds
/// (measured), so it is disposed of on a thread of its own.
class NetworkManager
{
public:
    /// \a direct: no proxy, for plain http: what a proxy sees there it may keep.
    explicit NetworkManager(bool direct);
    NetworkManager(const NetworkManager &) = delete;
    NetworkManager &operator=(const NetworkManager &) = delete;
    ~NetworkManager();

    [[nodiscard]] QNetworkAccessManager &qt() { return *m_qt; }
    /// From now on deleting it may block.
    void markStuck() { m_stuck = true; }

private:
    std::unique_ptr<QNetworkAccessManager> m_qt;
    bool m_stuck = false;
};

// SPDX-License-Identifier: MIT
#pragma once

#include "coder/serverurl.h"

#include <QString>
#include <QUrl>

/// An address from an answer that a browser may be sent to, judged once. It is opened
/// only after a click made while its host is on screen.
class WebAddress
{
public:
    enum class State {
        Absent,
        Usable,
        Malformed,
        NotEncrypted, ///< http, and not the loopback or consented case
        NotWeb,
        NoHost,
        HasUserInfo,
        BadPort,
        TooLong,
    };

    WebAddress() = default;
    /// \a account is the deployment whose answer held \a raw.
    static WebAddress judge(const QString &raw, const ServerUrl &account);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isUsable() const { return m_state == State::Usable; }
    [[nodiscard]] bool isRefused() const { return !isUsable() && m_state != State::Absent; }
    /// Empty unless usable.
    [[nodiscard]] const QUrl &url() const { return m_url; }
    /// ASCII, with the port where it is not the default one.
    [[nodiscard]] QString host() const;
    /// What follows the host, percent-encoded: /login/device.
    [[nodiscard]] QString pathAndQuery() const;
    /// Percent-encoded, for the clipboard, the QR picture and the browser.
    [[nodiscard]] QString encoded() const;

    friend bool operator==(const WebAddress &, const WebAddress &) = default;

private:
    State m_state = State::Absent;
    QUrl m_url;
};

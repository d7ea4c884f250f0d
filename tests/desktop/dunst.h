// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

#include <chrono>

/// The real notification service of the desktop, seen and clicked as a person does.
class Dunst
{
public:
    struct Notification {
        QString title{};
        QString body{};
        std::chrono::microseconds shownAt{}; ///< since the machine started
    };

    /// On the clock of `shownAt`.
    static std::chrono::microseconds now();

    /// Whether a notification shows within 20 s.
    static bool shows();
    /// A click on the one that shows.
    static bool click();
    /// One of its other buttons.
    static bool choose(const QString &action);
    /// Closes what shows; everything there ever was, the newest first.
    static QList<Notification> all();
};

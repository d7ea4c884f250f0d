// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QString>

#include <chrono>

/// What times are told against: the present moment and the person's language.
struct Today {
    QDateTime now{}; ///< UTC
    QLocale locale{};
};

/// Points in time and spans in the words people use for them, in the person's own time zone.
class DateTexts
{
    Q_DECLARE_TR_FUNCTIONS(DateTexts)

public:
    /// "14 March 2026": the long form of the language without the day of the week.
    static QString date(const QDateTime &when, const Today &today);
    /// "18:40"
    static QString time(const QDateTime &when, const Today &today);
    /// "today at 18:40", "tomorrow at 09:00"; with the date where that is needed, without the time
    /// where nobody asks for it any more.
    static QString day(const QDateTime &when, const Today &today);
    /// "just now", "2 minutes ago", "3 days ago", and the date when it is long ago.
    static QString ago(const QDateTime &when, const Today &today);
    /// "since today", "since yesterday", "since 2 May 2025"
    static QString since(const QDateTime &when, const Today &today);
    /// "in 12 min", "in 5 hours", "in 2 days"; the date when it is far away, "now" when it is past.
    static QString ahead(const QDateTime &when, const Today &today);
    /// How long it has lasted, short: "for 20 min"; "just now" below a minute.
    static QString lasting(const QDateTime &since, const Today &today);
    /// The same in a sentence: "20 minutes"; empty below a minute.
    static QString span(const QDateTime &since, const Today &today);
    /// As a clock shows minutes and seconds: "14:02".
    static QString clock(std::chrono::seconds left);
};

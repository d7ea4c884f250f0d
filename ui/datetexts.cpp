// SPDX-License-Identifier: MIT
#include "datetexts.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 manyDays = 60;
constexpr qint64 daysWithTime = 7;

std::chrono::milliseconds between(const QDateTime &from, const QDateTime &until)
{
    return std::chrono::milliseconds(from.msecsTo(until));
}

int minutesIn(std::chrono::milliseconds span)
{
    return static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(span).count());
}

int hoursIn(std::chrono::milliseconds span)
{
    return static_cast<int>(std::chrono::duration_cast<std::chrono::hours>(span).count());
}

int daysIn(std::chrono::milliseconds span)
{
    return hoursIn(span) / 24;
}

/// Calendar days from today's to \a when; negative in the past.
qint64 daysAway(const QDateTime &when, const Today &today)
{
    return today.now.toLocalTime().date().daysTo(when.toLocalTime().date());
}

} // namespace

QString DateTexts::date(const QDateTime &when, const Today &today)
{
    static const QRegularExpression weekday(u"dddd[,.،]?\\s*|[,.،]?\\s*dddd"_s);
    QString format = today.locale.dateFormat(QLocale::LongFormat);
    format.remove(weekday);
    return today.locale.toString(when.toLocalTime().date(), format);
}

QString DateTexts::time(const QDateTime &when, const Today &today)
{
    static const QRegularExpression seconds(u"[:.]ss"_s);
    QString format = today.locale.timeFormat(QLocale::ShortFormat);
    format.remove(seconds);
    return today.locale.toString(when.toLocalTime().time(), format);
}

QString DateTexts::day(const QDateTime &when, const Today &today)
{
    const qint64 away = daysAway(when, today);
    //: %1 is a time of day
    if (away == 0)
        return tr("today at %1").arg(time(when, today));
    //: %1 is a time of day
    if (away == 1)
        return tr("tomorrow at %1").arg(time(when, today));
    //: %1 is a time of day
    if (away == -1)
        return tr("yesterday at %1").arg(time(when, today));
    //: %1 is a date, %2 a time of day
    if (away > 1 && away <= daysWithTime)
        return tr("%1 at %2").arg(date(when, today), time(when, today));
    return date(when, today);
}

QString DateTexts::ago(const QDateTime &when, const Today &today)
{
    const auto span = between(when, today.now);
    if (span < 1min)
        return tr("just now");
    if (span < 1h) {
        const int minutes = minutesIn(span);
        return minutes == 1 ? tr("1 minute ago") : tr("%n minutes ago", nullptr, minutes);
    }
    if (span < 24h) {
        const int hours = hoursIn(span);
        return hours == 1 ? tr("1 hour ago") : tr("%n hours ago", nullptr, hours);
    }
    const int days = daysIn(span);
    if (days < manyDays)
        return days == 1 ? tr("1 day ago") : tr("%n days ago", nullptr, days);
    return date(when, today);
}

QString DateTexts::since(const QDateTime &when, const Today &today)
{
    if (!when.isValid())
        return {};
    const qint64 away = daysAway(when, today);
    if (away >= 0)
        return tr("since today");
    if (away == -1)
        return tr("since yesterday");
    //: %1 is a date
    return tr("since %1").arg(date(when, today));
}

QString DateTexts::ahead(const QDateTime &when, const Today &today)
{
    const auto span = between(today.now, when);
    if (span <= 0ms)
        return tr("now");
    if (span < 1min)
        return tr("in less than a minute");
    if (span < 90min)
        //: Short for minutes, in a list
        return tr("in %n min", nullptr, minutesIn(span));
    if (span < 36h) // to the nearest hour: 4:58 hours are "in 5 hours"
        return tr("in %n hours", nullptr, hoursIn(span + 30min));
    const int days = daysIn(span + 12h);
    if (days < manyDays)
        return tr("in %n days", nullptr, days);
    return date(when, today);
}

QString DateTexts::lasting(const QDateTime &since, const Today &today)
{
    if (!since.isValid())
        return {};
    const auto span = between(since, today.now);
    if (span < 1min)
        return tr("just now");
    if (span < 1h)
        //: Short for minutes, in a list: how long a state has lasted
        return tr("for %n min", nullptr, minutesIn(span));
    if (span < 24h) {
        const int hours = hoursIn(span);
        return hours == 1 ? tr("for 1 hour") : tr("for %n hours", nullptr, hours);
    }
    const int days = daysIn(span);
    return days == 1 ? tr("for 1 day") : tr("for %n days", nullptr, days);
}

QString DateTexts::span(const QDateTime &since, const Today &today)
{
    const auto span = between(since, today.now);
    if (!since.isValid() || span < 1min)
        return {};
    if (span < 1h) {
        const int minutes = minutesIn(span);
        return minutes == 1 ? tr("1 minute") : tr("%n minutes", nullptr, minutes);
    }
    if (span < 24h) {
        const int hours = hoursIn(span);
        return hours == 1 ? tr("1 hour") : tr("%n hours", nullptr, hours);
    }
    const int days = daysIn(span);
    return days == 1 ? tr("1 day") : tr("%n days", nullptr, days);
}

QString DateTexts::clock(std::chrono::seconds left)
{
    const QLocale locale;
    const auto minutes
        = static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(left).count());
    const QString seconds = locale.toString(static_cast<int>(left.count() % 60));
    //: minutes %1 and seconds %2, as a clock shows what is left of a time
    return tr("%1:%2").arg(locale.toString(minutes),
                           seconds.rightJustified(2, locale.zeroDigit().at(0)));
}

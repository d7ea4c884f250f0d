// SPDX-License-Identifier: MIT
#include "deployment/instant.h"

#include <QDateTime>
#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace simulated {

QString rfc3339(Instant instant)
{
    const auto whole = std::chrono::floor<std::chrono::seconds>(instant);
    const auto fraction = (instant - whole).count();
    QString text = QDateTime::fromSecsSinceEpoch(whole.time_since_epoch().count(), Qt::UTC)
                       .toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    if (fraction > 0) {
        QString digits = QString::number(fraction).rightJustified(6, u'0');
        while (digits.endsWith(u'0'))
            digits.chop(1);
        text += u'.' + digits;
    }
    return text + u'Z';
}

QString zeroTime()
{
    return u"0001-01-01T00:00:00Z"_s;
}

QByteArray httpDate(Instant instant)
{
    const auto seconds
        = std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count();
    const QDateTime time = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

QString timeAgo(Instant then, Instant now)
{
    struct Unit {
        qint64 seconds = 1;
        QLatin1StringView name{};
    };
    static constexpr std::array units{Unit{86'400, "day"_L1}, Unit{3'600, "hour"_L1},
                                      Unit{60, "minute"_L1}, Unit{1, "second"_L1}};
    const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(now - then).count();
    for (const Unit &unit : units) {
        const qint64 count = seconds / unit.seconds;
        if (count > 0)
            return u"%1 %2%3 ago"_s.arg(count).arg(unit.name, count == 1 ? ""_L1 : "s"_L1);
    }
    return u"now"_s;
}

Instant WorldClock::now() const
{
    const auto real = std::chrono::system_clock::now() + m_offset;
    return std::chrono::floor<std::chrono::microseconds>(real);
}

} // namespace simulated

// SPDX-License-Identifier: MIT
#include "desktop/dunst.h"

#include "desktop/daemon.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

constexpr int patience = 20000;

QString popUp()
{
    return outputOf(u"xdotool"_s, {u"search"_s, u"--onlyvisible"_s, u"--class"_s, u"Dunst"_s})
        .value_or(QString())
        .section(u'\n', -1);
}

} // namespace

microseconds Dunst::now()
{
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return seconds(now.tv_sec) + duration_cast<microseconds>(nanoseconds(now.tv_nsec));
}

bool Dunst::shows()
{
    return QTest::qWaitFor(
        [] {
            return outputOf(u"dunstctl"_s, {u"count"_s, u"displayed"_s}).value_or(u"0"_s) != u"0"_s;
        },
        patience);
}

bool Dunst::click()
{
    return QTest::qWaitFor([] { return !popUp().isEmpty(); }, patience)
        && outputOf(u"xdotool"_s,
                    {u"mousemove"_s, u"--window"_s, popUp(), u"60"_s, u"20"_s, u"click"_s, u"1"_s});
}

bool Dunst::choose(const QString &action)
{
    // desktop.sh gives dunst a chooser that takes the line with this text.
    QFile choice(qEnvironmentVariable("FAIRLEAD_DESKTOP_DIR") + u"/choice"_s);
    if (!choice.open(QIODevice::WriteOnly) || choice.write(action.toUtf8()) < 0)
        return false;
    choice.close();
    return outputOf(u"dunstctl"_s, {u"context"_s}).has_value();
}

QList<Dunst::Notification> Dunst::all()
{
    // Only what has been closed is in the history.
    if (!outputOf(u"dunstctl"_s, {u"close-all"_s}))
        return {};
    const QByteArray history = outputOf(u"dunstctl"_s, {u"history"_s}).value_or(QString()).toUtf8();
    const QJsonArray entries = QJsonDocument::fromJson(history)[u"data"_s][0].toArray();
    QList<Notification> found;
    for (const QJsonValue &entry : entries)
        found.append({.title = entry[u"summary"_s][u"data"_s].toString(),
                      .body = entry[u"body"_s][u"data"_s].toString(),
                      .shownAt = microseconds(entry[u"timestamp"_s][u"data"_s].toInteger())});
    return found;
}

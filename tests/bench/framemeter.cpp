// SPDX-License-Identifier: MIT
#include "bench/framemeter.h"

#include <QApplication>
#include <QEvent>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <numeric>

using namespace std::chrono_literals;

namespace {

double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace

double FrameMeter::Frames::longest() const
{
    return *std::max_element(milliseconds.begin(), milliseconds.end());
}

double FrameMeter::Frames::percentile(double share) const
{
    std::vector<double> sorted = milliseconds;
    std::sort(sorted.begin(), sorted.end());
    const auto place = static_cast<size_t>(share * static_cast<double>(sorted.size()));
    return sorted[std::min(place, sorted.size() - 1)];
}

double FrameMeter::Frames::mean() const
{
    return std::accumulate(milliseconds.begin(), milliseconds.end(), 0.0)
        / static_cast<double>(milliseconds.size());
}

FrameMeter::Frames FrameMeter::Frames::median(const QList<Frames> &measured)
{
    Frames all = measured.constFirst();
    for (size_t frame = 0; frame < all.milliseconds.size(); ++frame) {
        std::vector<double> same;
        for (const Frames &frames : measured)
            same.push_back(frames.milliseconds.at(frame));
        std::sort(same.begin(), same.end());
        all.milliseconds[frame] = same[same.size() / 2];
    }
    for (const Frames &frames : measured)
        all.paintings = std::max(all.paintings, frames.paintings);
    return all;
}

FrameMeter::FrameMeter()
{
    qApp->installEventFilter(this);
}

bool FrameMeter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && watched->isWidgetType())
        ++m_paintings;
    return QObject::eventFilter(watched, event);
}

/// Qt paints up to 5 ms after it was asked to.
void FrameMeter::settle()
{
    bool passed = false;
    QTimer::singleShot(12ms, Qt::PreciseTimer, qApp, [&passed] { passed = true; });
    if (!QTest::qWaitFor([&passed] { return passed; }))
        qFatal("A timer did not fire");
}

FrameMeter::Frames FrameMeter::measure(const QString &what, int times,
                                       const std::function<void(int)> &happening)
{
    Frames frames{.what = what};
    settle();
    m_paintings = 0;
    for (int time = 0; time < times; ++time) {
        const double before = threadMilliseconds();
        happening(time);
        settle();
        frames.milliseconds.push_back(threadMilliseconds() - before);
    }
    frames.paintings = m_paintings;
    return frames;
}

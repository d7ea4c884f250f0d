// SPDX-License-Identifier: MIT
#include "bench/benchworld.h"
#include "bench/framemeter.h"
#include "window/linklist.h"

#include <QApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <malloc.h>

// Fairlead's window over 50 accounts with many links, each happening measured as a frame; with as
// many links as the goals name, and with a tenth and ten times as many, to see how cost grows.

using namespace Qt::StringLiterals;
using Frames = FrameMeter::Frames;

namespace {

constexpr double longestFrame = 16; ///< ms
constexpr double longestStall = 50; ///< ms, where nobody waits for it
constexpr double steepest = 1.3;    ///< what is in proportion grows with 1, and caches are small

struct Scale {
    int providers = 0; ///< of each account
    int times = 1;     ///< that everything is measured
};
constexpr std::array scales{Scale{.providers = 20, .times = 3}, Scale{.providers = 200, .times = 5},
                            Scale{.providers = 2000}};
constexpr qsizetype judged = 1;
/// Of an account: at the largest scale not all are asked, which would take longer than all the
/// rest.
constexpr int mostDetails = 40;
const QString intoTheCache = u"into the cache"_s;

size_t heapBytes()
{
    const struct mallinfo2 now = mallinfo2();
    return now.uordblks + now.hblkhd;
}

QList<Frames> learn(BenchWorld &world, FrameMeter &meter)
{
    constexpr int accounts = BenchWorld::accounts;
    QList<Frames> all;
    all << meter.measure(u"first list"_s, accounts,
                         [&](int account) { world.answerList(account); });
    const int gitHubs = std::min(world.providers() / ManyAnswers::gitHubs, mostDetails);
    all << meter.measure(u"answer by id"_s, accounts, [&](int n) { world.answerById(n, 0); });
    for (int n = accounts; n < accounts * gitHubs; ++n)
        world.answerById(n % accounts, n / accounts * ManyAnswers::gitHubs);
    all << meter.measure(u"checking"_s, 50,
                         [&](int n) { world.setChecking(n / 2 % accounts, 1, n % 2 == 0); });
    return all;
}

QList<Frames> look(BenchWorld &world, FrameMeter &meter)
{
    QList<Frames> all;
    all << meter.measure(u"choose a link"_s, 20, [&](int n) { world.show(n, 3); });
    const QString words = u"team 11 office"_s;
    const int letters = static_cast<int>(words.size());
    all << meter.measure(u"filter"_s, letters,
                         [&](int n) { QTest::keyClicks(&world.filter(), words.mid(n, 1)); });
    all << meter.measure(u"filter undone"_s, letters,
                         [&](int) { QTest::keyClick(&world.filter(), Qt::Key_Backspace); });
    QScrollBar &bar = *world.list().verticalScrollBar();
    bar.setValue(0);
    all << meter.measure(u"scroll"_s, 50, [&](int n) { bar.setValue(bar.maximum() / 50 * n); });
    return all;
}

QList<Frames> refresh(BenchWorld &world, FrameMeter &meter)
{
    constexpr int accounts = BenchWorld::accounts;
    QList<Frames> all;
    all << meter.measure(u"one link breaks"_s, 20, [&](int n) {
        if (n % 2 == 0)
            world.answerWithOneBroken(25);
        else
            world.answerList(25);
    });
    all << meter.measure(u"all of one break"_s, 10, [&](int n) {
        if (n % 2 == 0)
            world.answerWithAllBroken(0);
        else
            world.answerList(0);
    });
    all << meter.measure(u"a minute passes"_s, 5, [&](int) { world.minutePasses(); });
    all << meter.measure(intoTheCache, 10, [&](int account) {
        if (world.encode(account) == 0)
            qFatal("Nothing was encoded");
    });
    for (int account = 0; account < accounts; ++account)
        world.answerList(account); // else the time when all was learnt is news
    all << meter.measure(u"nothing changed"_s, accounts,
                         [&](int account) { world.answerList(account); });
    return all;
}

struct Run {
    int links = 0;
    double bytesPerLink = 0;
    QList<Frames> frames{};
};

/// What a person does and servers answer, in an order in which it might happen.
Run runOnce(int providers)
{
    Run run;
    BenchWorld world(providers);
    FrameMeter meter;
    const size_t empty = heapBytes();
    run.frames << learn(world, meter) << look(world, meter) << refresh(world, meter);
    run.links = world.links();
    run.bytesPerLink = static_cast<double>(heapBytes() - empty) / run.links;
    return run;
}

Run runAt(const Scale &scale)
{
    QList<Run> runs;
    for (int time = 0; time < scale.times; ++time)
        runs << runOnce(scale.providers);
    Run middle = runs.constFirst();
    for (qsizetype i = 0; i < middle.frames.size(); ++i) {
        QList<Frames> same;
        for (const Run &run : std::as_const(runs))
            same << run.frames.at(i);
        middle.frames[i] = Frames::median(same);
    }
    return middle;
}

void print(const Run &run)
{
    std::printf("\n%d links, %.0f bytes each\n", run.links, run.bytesPerLink);
    std::printf("  %-18s %7s %9s %9s %9s %10s\n", "", "frames", "median", "p99", "longest",
                "paintings");
    for (const Frames &frames : run.frames)
        std::printf("  %-18s %7zu %6.2f ms %6.2f ms %6.2f ms %10d\n", qPrintable(frames.what),
                    frames.milliseconds.size(), frames.percentile(0.5), frames.percentile(0.99),
                    frames.longest(), frames.paintings);
    std::fflush(stdout);
}

/// Of the mean frame over the number of links: a straight line, fitted so that each scale is met
/// equally well in proportion.
struct Line {
    double fixed = 0;       ///< ms
    double perThousand = 0; ///< ms

    static Line through(const QList<Run> &runs, qsizetype happening)
    {
        double weights = 0, x = 0, y = 0, xx = 0, xy = 0;
        for (const Run &run : runs) {
            const double thousands = run.links / 1000.0;
            const double mean = run.frames.at(happening).mean();
            const double weight = 1 / (mean * mean);
            weights += weight;
            x += weight * thousands;
            y += weight * mean;
            xx += weight * thousands * thousands;
            xy += weight * thousands * mean;
        }
        const double slope = (weights * xy - x * y) / (weights * xx - x * x);
        return {.fixed = (y - slope * x) / weights, .perThousand = slope};
    }
};

/// From \a few links to \a many, cost grows with their number to this power.
double growth(const Run &few, const Run &many, qsizetype happening)
{
    return std::log(many.frames.at(happening).mean() / few.frames.at(happening).mean())
        / std::log(static_cast<double>(many.links) / few.links);
}

int judgeGrowth(const QList<Run> &runs)
{
    int missed = 0;
    std::printf("\nA mean frame costs, and grows from 10,000 links on with their number to the "
                "power of (1 is in proportion):\n");
    for (qsizetype i = 0; i < runs.constFirst().frames.size(); ++i) {
        const QString &what = runs.constFirst().frames.at(i).what;
        const Line line = Line::through(runs, i);
        const double power = growth(runs.at(judged), runs.constLast(), i);
        std::printf("  %-18s %6.2f ms + %6.3f ms for each 1,000 links %9.2f\n", qPrintable(what),
                    line.fixed, line.perThousand, power);
        if (power > steepest) {
            std::printf("MISSED %s: cost grows faster than the number of links\n",
                        qPrintable(what));
            ++missed;
        }
    }
    return missed;
}

double limitOf(const Frames &frames)
{
    return frames.what == intoTheCache ? longestStall : longestFrame;
}

bool isLate(const Frames &frames)
{
    return frames.longest() > limitOf(frames);
}

/// A late frame counts where it is late twice: what else the machine does takes its caches.
void lookAgainWhereLate(Run &run, const Scale &scale)
{
    if (std::none_of(run.frames.cbegin(), run.frames.cend(), isLate))
        return;
    std::printf("\nOnce more, as a frame was late:\n");
    const Run again = runAt(scale);
    print(again);
    for (qsizetype i = 0; i < run.frames.size(); ++i) {
        if (isLate(run.frames.at(i)))
            run.frames[i] = again.frames.at(i);
    }
}

int judgeFrames(const Run &run)
{
    int missed = 0;
    for (const Frames &frames : run.frames) {
        if (isLate(frames)) {
            std::printf("MISSED %s: a frame took %.1f ms, at most %.0f is the goal\n",
                        qPrintable(frames.what), frames.longest(), limitOf(frames));
            ++missed;
        }
    }
    if (run.frames.constLast().paintings > 0) {
        std::printf("MISSED nothing changed, and yet something was painted\n");
        ++missed;
    }
    return missed;
}

} // namespace

/// An argument is a number of providers: just to be profiled.
int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    if (argc > 1) {
        print(runOnce(QByteArray(argv[1]).toInt()));
        return 0;
    }
    QList<Run> runs;
    for (const Scale &scale : scales) {
        runs << runAt(scale);
        print(runs.constLast());
    }
    lookAgainWhereLate(runs[judged], scales[judged]);
    return judgeGrowth(runs) + judgeFrames(runs.at(judged)) > 0 ? 1 : 0;
}

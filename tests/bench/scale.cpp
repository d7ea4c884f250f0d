// SPDX-License-Identifier: MIT
#include "bench/framemeter.h"
#include "bench/manyanswers.h"
#include "links/linkbook.h"
#include "links/linkmodel.h"
#include "pictures/icons.h"
#include "support/fakeclock.h"
#include "support/listingmaker.h"
#include "theme.h"
#include "window/accountstatus.h"
#include "window/linklist.h"
#include "window/mainwindow.h"

#include <QApplication>
#include <QJsonDocument>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

#include <cmath>
#include <cstdio>
#include <malloc.h>

// Fairlead's window over 50 accounts with many links, each happening measured as a frame; once with
// as many links as the goals name, and with a tenth and ten times as many, to see how cost grows.

using namespace Qt::StringLiterals;
using Frames = FrameMeter::Frames;

namespace {

constexpr int accountCount = 50;
constexpr double longestFrame = 16; ///< ms

QJsonValue json(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

/// The program's parts above the network, as main() and AppController put them together.
class World
{
public:
    explicit World(int providers) : m_answers(providers)
    {
        m_clock.setWall(make::noon());
        m_theme.apply(*qApp, Scheme::Light);
        for (int account = 0; account < accountCount; ++account) {
            const QString host = ManyAnswers::host(account);
            m_accounts.append({.id = AccountId(host),
                               .server = *ServerUrl::fromUserInput(host),
                               .pageHost = host,
                               .userName = UntrustedText::name(u"ada"),
                               .session = Session::SignedIn{}});
            m_listings.append(m_answers.listing(account));
        }
        m_window.setAccounts(m_accounts);
        m_window.resize(1100, 720);
        m_window.show();
        FrameMeter::settle();
    }

    [[nodiscard]] int links() const { return static_cast<int>(m_book.links().size()); }
    [[nodiscard]] LinkList &list() { return *m_window.findChild<LinkList *>(u"links"_s); }
    [[nodiscard]] QLineEdit &filter() { return *m_window.findChild<QLineEdit *>(u"filter"_s); }
    [[nodiscard]] MainWindow &window() { return m_window; }
    [[nodiscard]] int providers() const { return m_answers.providers(); }

    /// A list answer comes in, as LinkService and AppController take it.
    void answerList(int account, const QByteArray &body)
    {
        const Answer<Listing> listing = decodeListing(json(body));
        if (!listing)
            qFatal("The bench's own listing is not readable");
        m_accounts[account].learntAt = m_clock.wall();
        m_book.applyListing(m_accounts.at(account).id, *listing);
        m_window.setAccounts(m_accounts);
    }
    void answerList(int account) { answerList(account, m_listings.at(account)); }
    void answerOtherwise(int account) { answerList(account, m_answers.listing(account, 0)); }
    void answerById(int account, int provider)
    {
        const AccountStatus &status = m_accounts.at(account);
        const Answer<LinkDetails> details
            = decodeLinkDetails(json(ManyAnswers::details(account, provider)), status.server);
        if (!details)
            qFatal("The bench's own details are not readable");
        m_book.applyDetails(key(account, provider), *details);
    }
    void setChecking(int account, int provider, bool checking)
    {
        m_book.setChecking(key(account, provider), checking);
    }
    void reconsider() { m_book.reconsider(); }
    void show(int account, int provider) { m_window.showLink(key(account, provider)); }

private:
    [[nodiscard]] LinkKey key(int account, int provider) const
    {
        return {.account = m_accounts.at(account).id, .provider = ManyAnswers::id(provider)};
    }

    ManyAnswers m_answers;
    QList<AccountStatus> m_accounts;
    QList<QByteArray> m_listings;
    FakeClock m_clock;
    LinkBook m_book{m_clock};
    LinkModel m_model{m_book};
    Theme m_theme;
    Icons m_icons;
    MainWindow m_window{m_model, m_book, m_clock, m_theme, m_icons};
};

size_t heapBytes()
{
    const struct mallinfo2 now = mallinfo2();
    return now.uordblks + now.hblkhd;
}

/// What a person does and servers answer, in an order in which it might happen.
QList<Frames> goThrough(World &world)
{
    FrameMeter meter;
    QList<Frames> all;
    all << meter.measure(u"first list"_s, accountCount,
                         [&](int account) { world.answerList(account); });
    all << meter.measure(u"answer by id"_s, 100,
                         [&](int n) { world.answerById(n % accountCount, n / accountCount); });
    all << meter.measure(u"checking"_s, 100,
                         [&](int n) { world.setChecking(n / 2 % accountCount, 1, n % 2 == 0); });
    all << meter.measure(u"choose a link"_s, 20, [&](int n) { world.show(n, 3); });
    const QString words = u"team 11 office"_s;
    all << meter.measure(u"filter"_s, static_cast<int>(words.size()),
                         [&](int n) { QTest::keyClicks(&world.filter(), words.mid(n, 1)); });
    all << meter.measure(u"filter undone"_s, static_cast<int>(words.size()),
                         [&](int) { QTest::keyClick(&world.filter(), Qt::Key_Backspace); });
    QScrollBar &bar = *world.list().verticalScrollBar();
    bar.setValue(0);
    all << meter.measure(u"scroll"_s, 100, [&](int n) { bar.setValue(bar.maximum() / 100 * n); });
    all << meter.measure(u"refresh of one"_s, 20, [&](int n) {
        if (n % 2 == 0)
            world.answerOtherwise(25);
        else
            world.answerList(25);
    });
    for (int account = 0; account < accountCount; ++account)
        world.answerList(account);
    all << meter.measure(u"a minute later"_s, 5, [&](int) { world.reconsider(); });
    all << meter.measure(u"nothing changed"_s, accountCount,
                         [&](int account) { world.answerList(account); });
    return all;
}

struct Run {
    int links = 0;
    double bytesPerLink = 0;
    QList<Frames> frames{};
};

Run runWith(int providers)
{
    Run run;
    World world(providers);
    const size_t empty = heapBytes();
    run.frames = goThrough(world);
    run.links = world.links();
    run.bytesPerLink = static_cast<double>(heapBytes() - empty) / run.links;
    return run;
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

/// How cost grows with the number of links: n to this power.
void printGrowth(const QList<Run> &runs)
{
    std::printf("\nCost grows with the links to the power of (1 is in proportion):\n");
    const Run &few = runs.constFirst();
    const Run &many = runs.constLast();
    const double decades = std::log10(many.links) - std::log10(few.links);
    for (qsizetype i = 0; i < few.frames.size(); ++i)
        std::printf("  %-18s %5.2f\n", qPrintable(few.frames.at(i).what),
                    std::log10(many.frames.at(i).total() / few.frames.at(i).total()) / decades);
}

int judge(const Run &run)
{
    int missed = 0;
    for (const Frames &frames : run.frames) {
        if (frames.longest() > longestFrame) {
            std::printf("MISSED %s: a frame took %.1f ms\n", qPrintable(frames.what),
                        frames.longest());
            ++missed;
        }
    }
    if (run.frames.constLast().paintings > 0) {
        std::printf("MISSED nothing changed, and yet something was painted\n");
        ++missed;
    }
    return missed > 0 ? 1 : 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QList<Run> runs;
    for (const int providers : {20, 200, 2000}) {
        runs << runWith(providers);
        print(runs.constLast());
    }
    printGrowth(runs);
    return judge(runs.at(1));
}

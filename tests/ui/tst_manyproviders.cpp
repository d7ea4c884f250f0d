// SPDX-License-Identifier: MIT
#include "deployment/manyproviders.h"

#include "coder/coderapi.h"
#include "coder/restclient.h"
#include "deployment/deployment.h"
#include "links/linkbook.h"
#include "links/linkmodel.h"
#include "pictures/icons.h"
#include "support/fakeclock.h"
#include "theme.h"
#include "window/linklist.h"
#include "window/linkrows.h"
#include "window/mainwindow.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using simulated::Generation;

Q_DECLARE_METATYPE(simulated::Generation)

namespace {

constexpr int manyProviders = 1000;
constexpr int manyLinks = 800; // of ten, two are not linked

/// A deployment with a thousand providers, asked over HTTP.
class ManyStage
{
public:
    explicit ManyStage(Generation generation = Generation::Gen26b)
        : deployment(generation), rest(listening(deployment)), api(rest)
    {
        simulated::addManyProviders(deployment, manyProviders);
        rest.setToken(SessionToken::fromText(deployment.mintToken()));
    }
    /// Nothing where none was given.
    [[nodiscard]] std::optional<Listing> list()
    {
        QObject receiver;
        std::optional<Answer<Listing>> heard;
        api.list(receiver, [&](const Answer<Listing> &answer) { heard = answer; });
        if (!QTest::qWaitFor([&] { return heard.has_value(); }, 20'000) || !*heard)
            return std::nullopt;
        return **heard;
    }

    simulated::Deployment deployment;
    RestClient rest;
    CoderApi api;

private:
    static ServerUrl listening(simulated::Deployment &deployment)
    {
        if (!deployment.listen())
            qFatal("No port to listen on");
        return *ServerUrl::fromUserInput(deployment.url().toString());
    }
};

/// The window on all of it.
struct ManyWindow {
    ManyWindow()
    {
        clock.setWall(QDateTime::currentDateTimeUtc());
        theme.apply(*qApp, Scheme::Light);
    }
    [[nodiscard]] bool show()
    {
        const std::optional<Listing> listing = stage.list();
        if (!listing)
            return false;
        book.applyListing(account, *listing);
        window.setAccounts({{.id = account,
                             .server = stage.rest.server(),
                             .pageHost = stage.rest.server().display(),
                             .userName = UntrustedText::name(u"ada"_s),
                             .session = Session::SignedIn{},
                             .learntAt = clock.wall()}});
        window.show();
        return QTest::qWaitForWindowActive(&window);
    }
    [[nodiscard]] LinkList &list() { return *window.findChild<LinkList *>(u"links"_s); }
    [[nodiscard]] QLineEdit &filter() { return *window.findChild<QLineEdit *>(u"filter"_s); }
    /// The links that have a row.
    [[nodiscard]] int rows()
    {
        int links = 0;
        const QAbstractItemModel &shown = *list().model();
        for (int row = 0; row < shown.rowCount(); ++row) {
            const int kind = shown.index(row, 0).data(LinkRows::KindRole).toInt();
            links += kind == int(LinkRows::Kind::Link) ? 1 : 0;
        }
        return links;
    }
    [[nodiscard]] bool shows(const QString &text)
    {
        const QList<QLabel *> labels = window.findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
            return label->isVisible() && label->text() == text;
        });
    }

    const AccountId account{u"ada"_s};
    ManyStage stage{};
    FakeClock clock{};
    LinkBook book{clock};
    LinkModel model{book};
    Theme theme{};
    Icons icons{};
    MainWindow window{model, book, clock, theme, icons};
};

} // namespace

/// A deployment with a thousand providers is read, shown, and can be lived with.
class TestManyProviders : public QObject
{
    Q_OBJECT

public:
    static void initMain() { qputenv("TZ", "UTC"); }

private slots:
    void areReadWhole_data();
    void areReadWhole();
    void comeInEveryStateOfTheirRules();
    void allHaveARow();
    void oneIsFoundByTyping();
    void theLastIsReachedByTheKeyboard();
    void nothingMovesWhereNothingChanged();
};

void TestManyProviders::areReadWhole_data()
{
    QTest::addColumn<Generation>("generation");
    for (const Generation generation : simulated::allGenerations)
        QTest::addRow("%s", qPrintable(simulated::traitsOf(generation).name)) << generation;
}

void TestManyProviders::areReadWhole()
{
    QFETCH(const Generation, generation);
    ManyStage stage(generation);
    const std::optional<Listing> listing = stage.list();
    QVERIFY(listing);
    QCOMPARE(listing->providers.size(), manyProviders);
    QCOMPARE(listing->links.size(), manyLinks);
    QVERIFY(std::all_of(listing->providers.cbegin(), listing->providers.cend(),
                        [](const Provider &provider) { return provider.hasUsableId; }));
}

void TestManyProviders::comeInEveryStateOfTheirRules()
{
    ManyWindow many;
    QVERIFY(many.show());
    QHash<LinkHealth, int> counts;
    for (int row = 0; row < many.model.rowCount(); ++row)
        ++counts[many.model.health(row)];
    const QHash<LinkHealth, int> rules{
        {LinkHealth::Valid, 400},        {LinkHealth::NotLinked, 200},
        {LinkHealth::RenewsItself, 100}, {LinkHealth::ExpiringSoon, 100},
        {LinkHealth::Expired, 100},      {LinkHealth::NeedsReconnect, 100}};
    QCOMPARE(counts, rules);
    QCOMPARE(many.book.attentionCount(), 300);
}

void TestManyProviders::allHaveARow()
{
    ManyWindow many;
    QVERIFY(many.show());
    QCOMPARE(many.rows(), manyProviders);
    const QAbstractItemModelTester tester(many.list().model());
    QVERIFY(many.list().verticalScrollBar()->maximum() > 0);
}

void TestManyProviders::oneIsFoundByTyping()
{
    ManyWindow many;
    QVERIFY(many.show());
    many.list().setFocus();
    QTest::keyClicks(&many.list(), u"b"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"itbucket 977"_s);
    QTRY_COMPARE(many.rows(), 1);
    QCOMPARE(many.filter().text(), u"bitbucket 977"_s);
    QTest::keyClick(&many.filter(), Qt::Key_Down);
    QTest::keyClick(&many.list(), Qt::Key_Down); // over the header
    QTRY_COMPARE(many.window.selectedLink().provider, ProviderId(u"git-0977"_s));
    QVERIFY(many.shows(u"Bitbucket 977"_s));
}

void TestManyProviders::theLastIsReachedByTheKeyboard()
{
    ManyWindow many;
    QVERIFY(many.show());
    many.list().setFocus();
    QTest::keyClick(&many.list(), Qt::Key_End);
    const QModelIndex last = many.list().model()->index(many.list().model()->rowCount() - 1, 0);
    QCOMPARE(many.list().currentIndex(), last);
    QVERIFY(many.list().viewport()->rect().contains(many.list().visualRect(last).center()));
    QVERIFY(!many.window.selectedLink().provider.toString().isEmpty());
}

void TestManyProviders::nothingMovesWhereNothingChanged()
{
    ManyWindow many;
    QVERIFY(many.show());
    const std::optional<Listing> again = many.stage.list();
    QVERIFY(again);
    const QAbstractItemModel *rows = many.list().model();
    const QSignalSpy changed(rows, &QAbstractItemModel::dataChanged);
    const QSignalSpy inserted(rows, &QAbstractItemModel::rowsInserted);
    const QSignalSpy removed(rows, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy moved(rows, &QAbstractItemModel::rowsMoved);
    const QSignalSpy reset(rows, &QAbstractItemModel::modelReset);
    many.book.applyListing(many.account, *again);
    for (const QSignalSpy *spy : {&changed, &inserted, &removed, &moved, &reset})
        QCOMPARE(spy->size(), 0);
}

QTEST_MAIN(TestManyProviders)
#include "tst_manyproviders.moc"

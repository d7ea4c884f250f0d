// SPDX-License-Identifier: MIT
#include "window/mainwindow.h"

#include "dialogs/shortcutsdialog.h"
#include "links/linkservice.h"
#include "measures.h"
#include "pictures/icons.h"
#include "support/scriptedtokenstore.h"
#include "texts.h"
#include "theme.h"
#include "ui/linkworld.h"
#include "widgets/textrun.h"
#include "window/abilitiesview.h"
#include "window/linklist.h"
#include "window/linkrows.h"
#include "window/statustexts.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QScreen>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Session::State)

namespace {

/// A window over a world, shown, with every way to look at it and press it that the tests need.
struct Shown : LinkWorld {
    Shown() { theme.apply(*qApp, Scheme::Light); }

    void show()
    {
        window.setAccounts(accounts);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window)); // without it nothing has the focus
    }
    template <typename T>
    [[nodiscard]] T *find(const QString &name)
    {
        return window.findChild<T *>(name);
    }
    [[nodiscard]] LinkList *list() { return find<LinkList>(u"links"_s); }
    [[nodiscard]] QLineEdit *filter() { return find<QLineEdit>(u"filter"_s); }
    /// What stands on a label, as a screen reader gets it; empty where it does not show.
    [[nodiscard]] QString text(const QString &name)
    {
        QString text;
        for (const QLabel *label : window.findChildren<QLabel *>(name)) {
            if (label->isVisible())
                text += label->text();
        }
        return text.remove(u'\u2068').remove(u'\u2069');
    }
    /// The one that shows; null where none does.
    [[nodiscard]] QPushButton *button(const QString &name)
    {
        for (QPushButton *button : window.findChildren<QPushButton *>(name)) {
            if (button->isVisible())
                return button;
        }
        return nullptr;
    }
    void press(const QString &name)
    {
        QPushButton *pressed = button(name);
        QVERIFY2(pressed, qPrintable(name));
        QTest::mouseClick(pressed, Qt::LeftButton);
    }
    /// What a menu shows under this name; null where none does.
    [[nodiscard]] QAction *menuEntry(const QString &text)
    {
        for (const QAction *menu : window.menuBar()->actions()) {
            for (QAction *entry : menu->menu()->actions()) {
                if (entry->isVisible() && entry->text().remove(u'&') == text)
                    return entry;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QStringList linkButtons()
    {
        QStringList labels;
        QList<std::pair<QPoint, QPushButton *>> places;
        for (QPushButton *one : window.findChildren<QPushButton *>()) {
            if (one->isVisible() && LinkNames.contains(one->objectName()))
                places.append({one->mapTo(&window, QPoint()), one});
        }
        std::sort(places.begin(), places.end(), [](const auto &a, const auto &b) {
            return std::pair(a.first.y(), a.first.x()) < std::pair(b.first.y(), b.first.x());
        });
        for (const auto &[place, one] : places)
            labels.append((one->isDefault() ? u"*"_s : QString()) + one->text());
        return labels;
    }
    const QStringList LinkNames{u"link"_s,         u"reconnect"_s, u"openPage"_s, u"installApp"_s,
                                u"copyForAdmin"_s, u"checkNow"_s,  u"unlink"_s,   u"tryUnlink"_s};

    Theme theme{};
    Icons icons{};
    MainWindow window{model, book, clock, theme, icons};
};

/// The widgets that are painted as long as it lives. It has no signals.
class PaintLog : public QObject // clazy:exclude=missing-qobject-macro
{
public:
    using Widgets = QSet<const QObject *>;

    PaintLog() { qApp->installEventFilter(this); }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && watched->isWidgetType())
            painted.insert(watched);
        return QObject::eventFilter(watched, event);
    }

    Widgets painted{};
};

void addAll(Shown &shown)
{
    shown.addAdaWithAll();
    shown.show();
}

} // namespace

/// The window as a person uses it.
class TestMainWindow : public QObject
{
    Q_OBJECT

public:
    static void initMain() { qputenv("TZ", "UTC"); }

private slots:
    void emptyWindowsSayTheNextStep_data();
    void emptyWindowsSayTheNextStep();
    void aFirstListHeldUpIsExplained_data();
    void aFirstListHeldUpIsExplained();
    void plainHttpIsSaidInEveryState_data();
    void plainHttpIsSaidInEveryState();
    void adminTextIsThereToCopy();
    void buttonsFitTheHealth_data();
    void buttonsFitTheHealth();
    void browserProvidersHaveNoDeadButton();
    void pagesAreNamedByTheHostThatOpens();
    void buttonsReportWishes();
    void everyMenuEntryReportsItsWish_data();
    void everyMenuEntryReportsItsWish();
    void detailsTellTheFacts();
    void providersOfOneNameAreToldApart();
    void oldServersAreToldAsSuch();
    void abilitiesAreThoseOfTheLinkThatIsShown();
    void installationsHaveTheirPages();
    void rowsComeBackWithTheirHeight();
    void typingInTheListFilters();
    void nothingMatchesIsSaid();
    void selectionSurvivesARefresh();
    void selectionComesBackAfterTheFilter();
    void headersDoNotTakeTheSelection();
    void oneSideAtATimeWhereItIsNarrow();
    void browsersOpenOnlyWithTheirHostInSight_data();
    void browsersOpenOnlyWithTheirHostInSight();
    void offlineKeepsTheListAndRestsTheButtons();
    void failedChecksAreSaid();
    void sharedTroublesAreSaidOnce();
    void manyTroublesLeaveRoomForTheList();
    void whoSignedOutIsNotNagged();
    void waitingNamesTheAccount();
    void ownNamesStandForAccounts();
    void troubleOffersItsRemedy_data();
    void troubleOffersItsRemedy();
    void waitingForTheKeyringCanBeCancelled();
    void paintsNothingWhereNothingChanged();
    void titleCountsWhatNeedsAttention();
    void timesGoOn();
    void noticesStayForAWhile();
    void noticesWaitForAWindowInSight_data();
    void noticesWaitForAWindowInSight();
    void closingIsAWish();
    void opensNoLargerThanItsScreen();
    void hostileNamesStayPlain();
    void everythingHasItsOwnName();
    void rowsReadAsListItems();
    void focusStartsOnTheList();
    void focusFollowsTheSelection();
    void focusComesBackFromTheMenuBar();
    void shortcutsAreListed();
};

void TestMainWindow::emptyWindowsSayTheNextStep_data()
{
    QTest::addColumn<QList<AccountStatus>>("accounts");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QStringList>("buttons");
    AccountStatus ada = LinkWorld::signedIn(LinkWorld::ada(), u"coder.example.com"_s);
    QTest::newRow("no account") << QList<AccountStatus>{} << u"Add your Coder account"_s
                                << QStringList{u"addAccount"_s};
    QTest::newRow("no provider") << QList{ada} << u"No providers on coder.example.com"_s
                                 << QStringList{u"copyText"_s, u"checkAgain"_s};
    ada.learntAt = {};
    QTest::newRow("asking") << QList{ada} << u"Looking at your links"_s << QStringList{};
    ada.problem = make::error(ApiError::Kind::Offline);
    QTest::newRow("offline from the start")
        << QList{ada} << u"coder.example.com does not answer."_s << QStringList{u"tryAgain"_s};
    ada.problem.reset();
    ada.session = Session::Restoring{};
    QTest::newRow("restoring") << QList{ada} << u"Opening your session"_s << QStringList{};
    ada.session = Session::Restoring{.unlocking = true};
    QTest::newRow("unlocking") << QList{ada} << u"Waiting for the keyring"_s
                               << QStringList{u"cancelUnlock"_s};
    ada.session = Session::Failed{.why = Session::Trouble::KeychainLocked};
    QTest::newRow("locked") << QList{ada} << Texts::of(Session::Trouble::KeychainLocked).what
                            << QStringList{u"unlockKeyring"_s};
    ada.session = Session::Failed{.why = Session::Trouble::TokenRejected};
    QTest::newRow("signed out") << QList{ada} << Texts::of(Session::Trouble::TokenRejected).what
                                << QStringList{u"signInAgain"_s};
}

void TestMainWindow::emptyWindowsSayTheNextStep()
{
    QFETCH(QList<AccountStatus>, accounts);
    QFETCH(QString, title);
    QFETCH(QStringList, buttons);
    Shown shown;
    shown.accounts = accounts;
    shown.show();
    QCOMPARE(shown.text(u"emptyTitle"_s), title);
    QCOMPARE(shown.window.windowTitle(), u"Fairlead"_s);
    for (const QString &name : buttons)
        QVERIFY2(shown.button(name), qPrintable(name));
    if (!buttons.isEmpty())
        QVERIFY(shown.button(buttons.first())->isDefault()
                && shown.button(buttons.first())->hasFocus());
    QVERIFY(!shown.list()->isVisible());
}

void TestMainWindow::aFirstListHeldUpIsExplained_data()
{
    QTest::addColumn<ApiError>("late");
    QTest::newRow("beyond our patience") << make::error(ApiError::Kind::TimedOut);
    QTest::newRow("beyond a gateway's") << make::error(ApiError::Kind::ServerFault, 504);
}

/// No strip is above a window without a list.
void TestMainWindow::aFirstListHeldUpIsExplained()
{
    QFETCH(const ApiError, late);
    Shown shown;
    shown.addAda();
    shown.accounts.first().learntAt = {};
    shown.accounts.first().problem = late;
    shown.show();
    QVERIFY(shown.text(u"emptyTitle"_s).endsWith(u"did not answer in time."_s));
    QVERIFY(shown.text(u"emptyText"_s).startsWith(u"A provider behind Coder may be hanging"_s));
    shown.accounts.first().problem = std::nullopt;
    shown.accounts.first().session
        = Session::Failed{.why = Session::Trouble::Unreachable, .error = late};
    shown.show();
    QVERIFY2(!shown.text(u"emptyText"_s).contains(u"provider"_s),
             "it did not come as far as the list");
}

void TestMainWindow::plainHttpIsSaidInEveryState_data()
{
    QTest::addColumn<Session::State>("session");
    QTest::newRow("restoring") << Session::State(Session::Restoring{});
    QTest::newRow("checking") << Session::State(Session::Checking{});
    QTest::newRow("signed in") << Session::State(Session::SignedIn{});
    QTest::newRow("signed out") << Session::State(Session::SignedOut{});
    QTest::newRow("locked") << Session::State(
        Session::Failed{.why = Session::Trouble::KeychainLocked});
    QTest::newRow("offline") << Session::State(
        Session::Failed{.why = Session::Trouble::Unreachable});
}

void TestMainWindow::plainHttpIsSaidInEveryState()
{
    QFETCH(Session::State, session);
    Shown shown;
    shown.addAda();
    shown.accounts.first().plainHttp = true;
    shown.accounts.first().session = session;
    shown.show();
    QVERIFY(shown.text(u"emptyText"_s)
                .startsWith(u"The connection to coder.example.com is not encrypted."_s));
    shown.book.applyListing(LinkWorld::ada(), LinkWorld::listingFor(LinkHealth::Valid));
    const QModelIndex header = shown.list()->model()->index(0, 0);
    QVERIFY(header.data(LinkRows::EndRole).toString().endsWith(u"not encrypted"_s));
    shown.list()->select(LinkWorld::key(u"github"_s));
    QCOMPARE(shown.text(u"account"_s), u"ada on coder.example.com, not encrypted"_s);
}

void TestMainWindow::adminTextIsThereToCopy()
{
    Shown shown;
    shown.addAda();
    shown.show();
    const QString text = shown.find<QPlainTextEdit>(u"textForAdmin"_s)->toPlainText();
    QVERIFY(text.contains(u"coder.example.com"_s));
    QSignalSpy copied(&shown.window, &MainWindow::copyWished);
    shown.press(u"copyText"_s);
    QCOMPARE(copied.first().first().toString(), text);
    QSignalSpy checked(&shown.window, &MainWindow::checkAllWished);
    shown.press(u"checkAgain"_s);
    QCOMPARE(checked.size(), 1);
}

void TestMainWindow::buttonsFitTheHealth_data()
{
    QTest::addColumn<LinkHealth>("health");
    QTest::addColumn<QStringList>("buttons");
    const QStringList reconnect{u"*Reconnect…"_s, u"Check now"_s, u"Unlink…"_s};
    const QStringList wait{u"Check now"_s, u"Reconnect…"_s, u"Unlink…"_s};
    QTest::newRow("needs reconnect") << LinkHealth::NeedsReconnect << reconnect;
    QTest::newRow("expired") << LinkHealth::Expired << reconnect;
    QTest::newRow("expiring soon") << LinkHealth::ExpiringSoon << reconnect;
    QTest::newRow("app not installed")
        << LinkHealth::AppNotInstalled
        << QStringList{u"*Install app"_s, u"Check now"_s, u"Reconnect…"_s, u"Unlink…"_s};
    QTest::newRow("valid") << LinkHealth::Valid << wait;
    QTest::newRow("renews itself") << LinkHealth::RenewsItself << wait;
    QTest::newRow("not verifiable") << LinkHealth::NotVerifiable << wait;
    QTest::newRow("unreachable") << LinkHealth::ProviderUnreachable << wait;
    QTest::newRow("rate limited") << LinkHealth::RateLimited << wait;
    QTest::newRow("not linked") << LinkHealth::NotLinked
                                << QStringList{u"*Link…"_s, u"Check now"_s};
    QTest::newRow("orphan") << LinkHealth::Orphan
                            << QStringList{u"*Copy text for the admin"_s, u"Try to unlink…"_s};
    QTest::newRow("unknown") << LinkHealth::Unknown << wait;
}

void TestMainWindow::buttonsFitTheHealth()
{
    QFETCH(LinkHealth, health);
    QFETCH(QStringList, buttons);
    Shown shown;
    shown.addAdaWith(health);
    shown.show();
    shown.window.showLink(LinkWorld::key(u"github"_s));
    QCOMPARE(shown.linkButtons(), buttons);
    const QString state = shown.text(u"state"_s);
    const QModelIndex row = shown.list()->model()->index(1, 0);
    QVERIFY2(state.startsWith(row.data(LinkRows::EndRole).toString() + u". "_s), qPrintable(state));
    QCOMPARE(shown.text(u"title"_s), health == LinkHealth::Orphan ? u"github"_s : u"GitHub"_s);
    QCOMPARE(shown.text(u"account"_s), u"ada on coder.example.com"_s);
}

void TestMainWindow::browserProvidersHaveNoDeadButton()
{
    for (const LinkHealth health : {LinkHealth::NotLinked, LinkHealth::NeedsReconnect}) {
        Shown shown;
        shown.addAda();
        Listing listing = LinkWorld::listingFor(health);
        listing.providers.first().device = false;
        shown.book.applyListing(LinkWorld::ada(), listing);
        shown.show();
        QCOMPARE(shown.linkButtons().constFirst(), u"*Open page in browser"_s);
        QVERIFY(shown.text(u"state"_s).endsWith(u"The page is on coder.example.com."_s));
        QSignalSpy opened(&shown.window, &MainWindow::openPageWished);
        shown.press(u"openPage"_s);
        QCOMPARE(opened.first().first().value<LinkKey>(), LinkWorld::key(u"github"_s));
    }
}

void TestMainWindow::pagesAreNamedByTheHostThatOpens()
{
    // The pages need not be where the API is.
    Account account{.server = *ServerUrl::fromUserInput(u"api.coder.example.com"_s),
                    .userId = u"ada"_s,
                    .userName = UntrustedText::name(u"ada"_s),
                    .dashboard = LinkWorld::page(u"https://pages.example.org:8443/"_s)};
    ScriptedTokenStore store;
    Session session(account, store);
    Shown shown;
    LinkService service(session, shown.book, shown.clock);
    shown.accounts.append(AccountStatus::of(service, shown.clock));
    Listing listing = LinkWorld::listingFor(LinkHealth::NotLinked);
    listing.providers.first().device = false;
    shown.book.applyListing(account.id(), listing);
    shown.show();
    const QString host = account.page("/").host();
    QCOMPARE(host, u"pages.example.org:8443"_s);
    QVERIFY(shown.text(u"state"_s).endsWith(u"The page is on %1."_s.arg(host)));
    QVERIFY(shown.menuEntry(u"Open dashboard on "_s + host));
    QCOMPARE(shown.text(u"account"_s), u"ada on api.coder.example.com"_s);
}

void TestMainWindow::buttonsReportWishes()
{
    Shown shown;
    shown.addAdaWith(LinkHealth::AppNotInstalled);
    shown.show();
    const LinkKey key = LinkWorld::key(u"github"_s);
    QSignalSpy linked(&shown.window, &MainWindow::linkWished);
    QSignalSpy checked(&shown.window, &MainWindow::checkWished);
    QSignalSpy unlinked(&shown.window, &MainWindow::unlinkWished);
    QSignalSpy opened(&shown.window, &MainWindow::openWished);
    shown.press(u"reconnect"_s);
    shown.press(u"checkNow"_s);
    shown.press(u"unlink"_s);
    shown.press(u"installApp"_s);
    QCOMPARE(linked.first().first().value<LinkKey>(), key);
    QCOMPARE(checked.first().first().value<LinkKey>(), key);
    QCOMPARE(unlinked.first().first().value<LinkKey>(), key);
    QCOMPARE(opened.first().first().value<WebAddress>().host(), u"git.example"_s);
    QVERIFY(shown.text(u"state"_s).contains(u"git.example"_s));

    Shown orphan;
    orphan.addAdaWith(LinkHealth::Orphan);
    orphan.show();
    QSignalSpy copied(&orphan.window, &MainWindow::copyWished);
    orphan.press(u"copyForAdmin"_s);
    QVERIFY(copied.first().first().toString().contains(u"“github”"_s));
}

void TestMainWindow::everyMenuEntryReportsItsWish_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QByteArray>("wish");
    QTest::newRow("add") << u"Add account"_s << QByteArray(SIGNAL(addAccountWished()));
    QTest::newRow("sign in") << u"Sign in again as grace on coder.git.example"_s
                             << QByteArray(SIGNAL(signInWished(AccountId)));
    QTest::newRow("close") << u"Close window"_s << QByteArray(SIGNAL(closeRequested()));
    QTest::newRow("quit") << u"Quit"_s << QByteArray(SIGNAL(quitWished()));
    QTest::newRow("reconnect") << u"Reconnect"_s << QByteArray(SIGNAL(linkWished(LinkKey)));
    QTest::newRow("check") << u"Check now"_s << QByteArray(SIGNAL(checkWished(LinkKey)));
    QTest::newRow("check all") << u"Check all now"_s << QByteArray(SIGNAL(checkAllWished()));
    QTest::newRow("unlink") << u"Unlink"_s << QByteArray(SIGNAL(unlinkWished(LinkKey)));
    QTest::newRow("shortcuts") << u"Keyboard shortcuts"_s << QByteArray(SIGNAL(shortcutsWished()));
    QTest::newRow("dashboard") << u"Open dashboard on coder.example.com"_s
                               << QByteArray(SIGNAL(openDashboardWished(AccountId)));
    QTest::newRow("about") << u"About Fairlead"_s << QByteArray(SIGNAL(aboutWished()));
}

void TestMainWindow::everyMenuEntryReportsItsWish()
{
    QFETCH(QString, entry);
    QFETCH(QByteArray, wish);
    Shown shown;
    shown.addAdaWith(LinkHealth::Valid);
    shown.addGrace();
    shown.accounts.last().session = Session::Failed{.why = Session::Trouble::TokenRejected};
    shown.show();
    QSignalSpy wished(&shown.window, wish.constData());
    QAction *found = shown.menuEntry(entry);
    QVERIFY(found && found->isEnabled());
    found->trigger();
    QCOMPARE(wished.size(), 1);
}

void TestMainWindow::detailsTellTheFacts()
{
    Shown shown;
    shown.addAdaWith(LinkHealth::RenewsItself);
    LinkDetails details = make::details(true, make::user(u"ada"_s));
    details.user->profile = LinkWorld::page(u"https://git.example/ada"_s);
    shown.book.applyDetails(LinkWorld::key(u"github"_s), details);
    shown.show();
    QCOMPARE(shown.text(u"login"_s), u"@ada"_s);
    QCOMPARE(shown.text(u"expires"_s), u"today at 17:00, renews itself before that"_s);
    QCOMPARE(shown.text(u"learnt"_s), u"just now"_s);
    QVERIFY(!shown.text(u"linkedSince"_s).isEmpty());
    QVERIFY(shown.text(u"linksBy"_s).isEmpty());
    QCOMPARE(shown.button(u"profile"_s)->accessibleName(), u"git.example/ada"_s);
    QSignalSpy opened(&shown.window, &MainWindow::openWished);
    shown.press(u"profile"_s);
    QCOMPARE(opened.first().first().value<WebAddress>().encoded(), u"https://git.example/ada"_s);
}

void TestMainWindow::providersOfOneNameAreToldApart()
{
    Shown shown;
    shown.addAda();
    shown.book.applyListing(LinkWorld::ada(),
                            make::listing({LinkWorld::named(u"github"_s, u"github"_s, u"GitHub"_s),
                                           LinkWorld::named(u"ee"_s, u"github"_s, u"GitHub"_s)},
                                          {}));
    shown.show();
    shown.window.showLink(LinkWorld::key(u"ee"_s));
    QCOMPARE(shown.text(u"title"_s), u"GitHub (ee)"_s);
    const QString row = shown.list()->currentIndex().data(Qt::AccessibleTextRole).toString();
    QVERIFY2(row.contains(u"GitHub (ee)"_s), qPrintable(row));
}

void TestMainWindow::oldServersAreToldAsSuch()
{
    Shown shown;
    shown.addAda();
    Listing listing = LinkWorld::listingFor(LinkHealth::Valid);
    listing.providers[0].supportsPkce.reset();
    listing.providers[0].supportsRevocation.reset();
    listing.providers.first().allowRefresh = false;
    shown.book.applyListing(LinkWorld::ada(), listing);
    shown.show();
    QStringList labels;
    for (const QLabel *label : shown.window.findChildren<QLabel *>()) {
        if (label->isVisible())
            labels.append(label->text());
    }
    for (const QString &text :
         {u"Device code"_s, u"No renewal"_s, u"Verification"_s, u"No revocation by this server"_s,
          u"PKCE: not told by this server"_s})
        QVERIFY2(labels.contains(text), qPrintable(text));
}

void TestMainWindow::abilitiesAreThoseOfTheLinkThatIsShown()
{
    Shown shown;
    shown.addAda();
    Listing listing;
    listing.providers = {LinkWorld::named(u"able"_s, u"github"_s, u"Able"_s),
                         LinkWorld::named(u"unable"_s, u"github"_s, u"Unable"_s)};
    listing.providers[0].allowRefresh = true;
    listing.providers[1].allowRefresh = false;
    shown.book.applyListing(LinkWorld::ada(), listing);
    shown.show();
    const auto *abilities = shown.window.findChild<AbilitiesView *>();
    const auto says = [&](const QString &text) {
        const QList<QLabel *> labels = abilities->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
            return label->isVisible() && label->text() == text;
        });
    };
    for (const auto &[link, can] :
         {std::pair(u"able"_s, true), std::pair(u"unable"_s, false), std::pair(u"able"_s, true)}) {
        shown.window.showLink(LinkWorld::key(link));
        QCOMPARE(says(u"Renewal"_s), can);
        QCOMPARE(says(u"No renewal"_s), !can);
    }
}

namespace {

/// What Tab reaches after \a widget, by name.
QStringList tabsFrom(QWidget *widget, int steps)
{
    widget->setFocus();
    QStringList names;
    for (int step = 0; step < steps; ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        names.append(QApplication::focusWidget()->accessibleName());
    }
    return names;
}

} // namespace

void TestMainWindow::installationsHaveTheirPages()
{
    Shown shown;
    shown.addAdaWith(LinkHealth::Valid);
    LinkDetails details = make::details(true, make::user(u"ada"_s));
    details.appInstallable = true;
    details.appInstall = LinkWorld::page(u"https://git.example/apps/coder/new"_s);
    details.installations = {{.id = 1,
                              .account = make::user(u"example-org"_s),
                              .configure = LinkWorld::page(u"https://git.example/settings/1"_s)},
                             {.id = 2,
                              .account = make::user(u"ada"_s),
                              .configure = LinkWorld::page(u"https://git.example/settings/2"_s)}};
    shown.book.applyDetails(LinkWorld::key(u"github"_s), details);
    shown.show();
    QCOMPARE(shown.text(u"installationHosts"_s),
             u"These buttons open git.example in your browser."_s);
    const auto buttons = shown.window.findChildren<QPushButton *>(u"configure"_s);
    QCOMPARE(buttons.size(), 2);
    QCOMPARE(buttons.at(0)->accessibleName(), u"Configure example-org"_s);
    QCOMPARE(tabsFrom(buttons.at(0), 2),
             QStringList({u"Configure ada"_s, u"Install for another account"_s}));
    QSignalSpy opened(&shown.window, &MainWindow::openWished);
    buttons.at(1)->click();
    QCOMPARE(opened.first().first().value<WebAddress>().encoded(),
             u"https://git.example/settings/2"_s);
    shown.press(u"installMore"_s);
    QCOMPARE(opened.size(), 2);

    // Pages on different hosts: each button has its own host beside it, and a refused one has none.
    details.installations[1].configure = LinkWorld::page(u"https://other.example/settings/2"_s);
    details.installations.append({.id = 3,
                                  .account = make::user(u"evil"_s),
                                  .configure = LinkWorld::page(u"javascript:alert(1)"_s)});
    shown.book.applyDetails(LinkWorld::key(u"github"_s), details);
    QVERIFY(shown.text(u"installationHosts"_s).isEmpty());
    QTRY_COMPARE(shown.window.findChildren<QPushButton *>(u"configure"_s).size(), 2);
    QStringList labels;
    for (const QLabel *label : shown.window.findChildren<QLabel *>())
        labels.append(label->isVisible() ? label->text() : QString());
    QVERIFY(labels.contains(u"git.example"_s) && labels.contains(u"other.example"_s));
}

void TestMainWindow::rowsComeBackWithTheirHeight()
{
    Shown shown;
    addAll(shown);
    for (const QString &id : {u"provider10"_s, u"provider5"_s, u"provider9"_s, u"provider5"_s}) {
        shown.window.showLink(LinkWorld::key(id));
        for (const QLabel *label : shown.window.findChildren<QLabel *>()) {
            if (label->isVisible() && !label->text().isEmpty())
                QVERIFY2(label->height() >= label->fontMetrics().height(),
                         qPrintable(label->text()));
        }
        for (const QPushButton *button : shown.window.findChildren<QPushButton *>())
            QVERIFY(!button->isVisible() || button->height() >= button->fontMetrics().height());
    }
}

void TestMainWindow::typingInTheListFilters()
{
    Shown shown;
    addAll(shown);
    shown.list()->setFocus();
    QTest::keyClicks(shown.list(), u"R"_s);
    QVERIFY(shown.filter()->hasFocus());
    QTest::keyClicks(shown.filter(), u"econ"_s);
    QCOMPARE(shown.filter()->text(), u"Recon"_s);
    QCOMPARE(shown.list()->model()->rowCount(), 2);
    QTest::keyClick(shown.filter(), Qt::Key_Down);
    QVERIFY(shown.list()->hasFocus());
    QTest::keyClick(&shown.window, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(shown.filter()->hasFocus());
    QTest::keyClick(shown.filter(), Qt::Key_Escape);
    QVERIFY(shown.filter()->text().isEmpty());
    QVERIFY(shown.list()->hasFocus());
    QVERIFY(shown.list()->model()->rowCount() > 12);
}

void TestMainWindow::nothingMatchesIsSaid()
{
    Shown shown;
    addAll(shown);
    shown.filter()->setText(u"bitbukcet"_s);
    QCOMPARE(shown.text(u"nothingMatches"_s), u"No link matches “bitbukcet”"_s);
    QCOMPARE(shown.text(u"nothingSelected"_s), u"Select a link to see its details."_s);
    shown.press(u"clearFilter"_s);
    QVERIFY(shown.list()->isVisible());
    QVERIFY(shown.text(u"nothingMatches"_s).isEmpty());
}

void TestMainWindow::selectionSurvivesARefresh()
{
    Shown shown;
    addAll(shown);
    const LinkKey key = LinkWorld::key(u"provider5"_s);
    shown.window.showLink(key);
    QSignalSpy selected(&shown.window, &MainWindow::linkSelected);
    for (const LinkHealth health : {LinkHealth::RenewsItself, LinkHealth::NeedsReconnect}) {
        Listing listing = LinkWorld::listingFor(LinkHealth::Valid, u"newcomer"_s);
        const Listing own = LinkWorld::listingFor(health, u"provider5"_s);
        listing.providers += own.providers;
        listing.links += own.links;
        shown.book.applyListing(LinkWorld::ada(), listing);
        QCOMPARE(shown.window.selectedLink(), key);
    }
    QCOMPARE(selected.size(), 0);
    QVERIFY(shown.text(u"state"_s).startsWith(u"Reconnect needed."_s));
}

void TestMainWindow::selectionComesBackAfterTheFilter()
{
    Shown shown;
    addAll(shown);
    const LinkKey key = LinkWorld::key(u"provider5"_s);
    shown.window.showLink(key);
    shown.filter()->setText(u"Reconnect"_s);
    QCOMPARE(shown.window.selectedLink(), LinkKey{});
    shown.filter()->clear();
    QCOMPARE(shown.window.selectedLink(), key);
    QVERIFY(shown.text(u"nothingSelected"_s).isEmpty());
}

void TestMainWindow::headersDoNotTakeTheSelection()
{
    Shown shown;
    addAll(shown);
    LinkList *list = shown.list();
    list->select(LinkWorld::key(u"provider0"_s));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Up);
    QCOMPARE(list->currentIndex().row(), 0);
    QCOMPARE(shown.window.selectedLink(), LinkWorld::key(u"provider0"_s));
    const int all = list->model()->rowCount();
    QTest::keyClick(list, Qt::Key_Left);
    QVERIFY(list->model()->rowCount() < all);
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(list->model()->rowCount(), all);
    QCOMPARE(shown.window.selectedLink(), LinkWorld::key(u"provider0"_s));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(0, 0)).center());
    QVERIFY(list->model()->rowCount() < all);
}

void TestMainWindow::oneSideAtATimeWhereItIsNarrow()
{
    Shown shown;
    addAll(shown);
    QPushButton *back = shown.find<QPushButton>(u"allLinks"_s);
    QVERIFY(!back->isVisible());
    shown.window.resize(Measures().lines(25), Measures().lines(36));
    LinkList *list = shown.list();
    QTRY_VERIFY(list->isVisible() && shown.linkButtons().isEmpty());
    list->select(LinkWorld::key(u"provider0"_s));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->currentIndex()).center());
    QVERIFY(!list->isVisible() && back->isVisible());
    QCOMPARE(shown.linkButtons().constFirst(), u"*Reconnect…"_s);
    QTest::keyClick(shown.window.focusWidget(), Qt::Key_Escape);
    QVERIFY(list->isVisible() && list->hasFocus());
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(!list->isVisible());
    back->click();
    QVERIFY(list->isVisible());
    shown.window.resize(Measures().lines(50), Measures().lines(36));
    QTRY_VERIFY(list->isVisible() && !shown.linkButtons().isEmpty() && !back->isVisible());
}

void TestMainWindow::browsersOpenOnlyWithTheirHostInSight_data()
{
    QTest::addColumn<LinkHealth>("health");
    QTest::addColumn<QString>("entry");
    QTest::newRow("page") << LinkHealth::NeedsReconnect
                          << u"Open page on coder.example.com in browser"_s;
    QTest::newRow("app") << LinkHealth::AppNotInstalled << u"Install app on git.example"_s;
}

void TestMainWindow::browsersOpenOnlyWithTheirHostInSight()
{
    QFETCH(LinkHealth, health);
    QFETCH(QString, entry);
    Shown shown;
    shown.addAdaWith(health);
    if (health == LinkHealth::NeedsReconnect) {
        Listing listing = LinkWorld::listingFor(health);
        listing.providers.first().device = false;
        shown.book.applyListing(LinkWorld::ada(), listing);
    }
    shown.show();
    shown.window.resize(Measures().lines(25), Measures().lines(36));
    QTRY_VERIFY(shown.linkButtons().isEmpty());
    shown.list()->select(LinkWorld::key(u"github"_s));
    QSignalSpy page(&shown.window, &MainWindow::openPageWished);
    QSignalSpy app(&shown.window, &MainWindow::openWished);
    QTest::keyClick(shown.list(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(page.size() + app.size(), 0); // a key shows no host
    QAction *named = shown.menuEntry(entry);
    QVERIFY(named && named->isEnabled());
    named->trigger();
    QCOMPARE(page.size() + app.size(), 1);
    if (health != LinkHealth::NeedsReconnect)
        return;
    QTest::keyClick(shown.list(), Qt::Key_Return); // the details tell it
    QVERIFY(shown.text(u"state"_s).endsWith(u"The page is on coder.example.com."_s));
    QTest::keyClick(shown.window.focusWidget(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(page.size(), 2);
}

void TestMainWindow::offlineKeepsTheListAndRestsTheButtons()
{
    Shown shown;
    shown.addAdaWith(LinkHealth::RenewsItself);
    shown.show();
    QVERIFY(!shown.button(u"remedy"_s));
    shown.clock.advance(2h);
    shown.accounts.first().problem = make::error(ApiError::Kind::Offline);
    shown.window.setAccounts(shown.accounts);
    QCOMPARE(shown.text(u"stripText"_s),
             u"Offline. This is the list as learnt 2 hours ago; it may have changed."_s);
    QCOMPARE(shown.text(u"state"_s), u"Renewed itself when last seen, 2 hours ago."_s);
    QVERIFY(shown.list()->isVisible());
    for (const QString &name : {u"checkNow"_s, u"reconnect"_s, u"unlink"_s}) {
        QVERIFY(!shown.button(name)->isEnabled());
        QVERIFY(!shown.button(name)->toolTip().isEmpty());
    }
    QSignalSpy retried(&shown.window, &MainWindow::retryWished);
    shown.press(u"remedy"_s);
    QCOMPARE(retried.first().first().value<AccountId>(), LinkWorld::ada());
    shown.accounts[0].problem.reset();
    shown.window.setAccounts(shown.accounts);
    QVERIFY(!shown.button(u"remedy"_s));
    QVERIFY(shown.button(u"unlink"_s)->isEnabled()
            && shown.button(u"unlink"_s)->toolTip().isEmpty());
}

void TestMainWindow::failedChecksAreSaid()
{
    Shown shown;
    shown.addAdaWith(LinkHealth::RenewsItself);
    shown.show();
    shown.clock.advance(2h);
    shown.book.setCheckProblem(LinkWorld::key(u"github"_s),
                               make::error(ApiError::Kind::ServerFault, 502));
    const QString what = Texts::of(make::error(ApiError::Kind::ServerFault, 502),
                                   shown.accounts.constFirst().server)
                             .what;
    QCOMPARE(shown.text(u"state"_s),
             plainTextOf({{.text = u"Renewed itself when last seen, 2 hours ago. "
                                   "The last check failed: "_s
                               + what}}));
    QVERIFY(shown.button(u"checkNow"_s)->isEnabled());
    shown.book.applyListing(LinkWorld::ada(), LinkWorld::listingFor(LinkHealth::RenewsItself));
    QVERIFY(shown.text(u"state"_s).startsWith(u"Renews itself."_s));
}

namespace {

/// Ada's links are known; so many others have an account each, in this state.
void addOthers(Shown &shown, int count, const std::function<void(AccountStatus &)> &change)
{
    shown.addAdaWith(LinkHealth::Valid);
    for (int number = 0; number < count; ++number) {
        AccountStatus other
            = LinkWorld::signedIn(AccountId(u"user%1"_s.arg(number)), u"coder.git.example"_s);
        change(other);
        shown.accounts.append(other);
    }
}

QStringList stripsIn(const Shown &shown)
{
    QStringList strips;
    for (const QLabel *label : shown.window.findChildren<QLabel *>(u"stripText"_s)) {
        if (label->isVisible())
            strips.append(plainTextOf({{.text = label->text()}}));
    }
    return strips;
}

} // namespace

void TestMainWindow::sharedTroublesAreSaidOnce()
{
    Shown shown;
    addOthers(shown, 2, [](AccountStatus &account) {
        account.session = Session::Failed{.why = Session::Trouble::KeychainLocked};
    });
    shown.show();
    QCOMPARE(stripsIn(shown).size(), 1);
    QVERIFY(
        stripsIn(shown).constFirst().startsWith(Texts::of(Session::Trouble::KeychainLocked).what));
    QSignalSpy unlocked(&shown.window, &MainWindow::unlockWished);
    shown.press(u"remedy"_s);
    QCOMPARE(unlocked.size(), 1); // one keyring, one question

    for (AccountStatus &account : shown.accounts) {
        account.session = Session::SignedIn{};
        account.problem = make::error(ApiError::Kind::Offline);
    }
    shown.window.setAccounts(shown.accounts);
    QCOMPARE(stripsIn(shown), QStringList{u"3 accounts: Offline. Their lists may have changed."_s});
    QSignalSpy retried(&shown.window, &MainWindow::retryWished);
    shown.press(u"remedy"_s);
    QCOMPARE(retried.size(), 3);
}

void TestMainWindow::manyTroublesLeaveRoomForTheList()
{
    Shown shown;
    addOthers(shown, 20, [](AccountStatus &account) {
        account.session = Session::Failed{.why = Session::Trouble::TokenRejected};
    });
    shown.show();
    QCOMPARE(stripsIn(shown).size(), 4);
    QVERIFY(stripsIn(shown).constFirst().startsWith(
        u"user0 on coder.git.example: You are signed out"_s));
    QCOMPARE(stripsIn(shown).constLast(),
             u"17 more accounts are in trouble. The list says which."_s);
}

void TestMainWindow::whoSignedOutIsNotNagged()
{
    Shown shown;
    addOthers(shown, 1, [](AccountStatus &account) { account.session = Session::SignedOut{}; });
    shown.show();
    QCOMPARE(stripsIn(shown), QStringList());
    const QAbstractItemModel &rows = *shown.list()->model();
    QCOMPARE(rows.index(rows.rowCount() - 1, 0).data(LinkRows::EndRole).toString(),
             u"signed out"_s);
    QVERIFY(shown.menuEntry(u"Sign in again as user0 on coder.git.example"_s));
}

void TestMainWindow::waitingNamesTheAccount()
{
    Shown shown;
    addOthers(shown, 1, [](AccountStatus &account) { account.askingFor = 12s; });
    const QList<AccountStatus> &accounts = shown.accounts;
    const Today today{.now = make::noon()};
    const auto spoken = [&today](const QList<AccountStatus> &some) {
        return plainTextOf({{.text = StatusTexts::of(some, today)}});
    };
    QCOMPARE(spoken(accounts), u"Asking user0 on coder.git.example for 12 s"_s);
    QCOMPARE(spoken(accounts.mid(1)), u"Asking for 12 s"_s);
}

void TestMainWindow::ownNamesStandForAccounts()
{
    Shown shown;
    shown.addAdaWith(LinkHealth::NeedsReconnect);
    shown.addGrace();
    shown.accounts.first().label = UntrustedText::name(u"Work");
    shown.show();
    shown.list()->select(LinkWorld::key(u"github"_s));
    QCOMPARE(shown.text(u"account"_s), u"Work (ada on coder.example.com)"_s);
    const QModelIndex row = shown.list()->model()->index(1, 0);
    QCOMPARE(plainTextOf({{.text = row.data(LinkRows::SecondRole).toString()}}), u"Work"_s);
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains(u"coder.example.com"_s));
    shown.filter()->setText(u"coder.example"_s); // who it is can still be looked for
    QVERIFY(shown.list()->model()->rowCount() > 0);
}

void TestMainWindow::troubleOffersItsRemedy_data()
{
    QTest::addColumn<Session::Trouble>("trouble");
    QTest::addColumn<QByteArray>("wish");
    QTest::newRow("locked") << Session::Trouble::KeychainLocked
                            << QByteArray(SIGNAL(unlockWished(AccountId)));
    QTest::newRow("hung") << Session::Trouble::KeychainHung
                          << QByteArray(SIGNAL(retryWished(AccountId)));
    QTest::newRow("rejected") << Session::Trouble::TokenRejected
                              << QByteArray(SIGNAL(signInWished(AccountId)));
    QTest::newRow("suspended") << Session::Trouble::UserSuspended
                               << QByteArray(SIGNAL(retryWished(AccountId)));
    QTest::newRow("too narrow") << Session::Trouble::ScopeTooNarrow
                                << QByteArray(SIGNAL(signInWished(AccountId)));
}

void TestMainWindow::troubleOffersItsRemedy()
{
    QFETCH(Session::Trouble, trouble);
    QFETCH(QByteArray, wish);
    Shown shown;
    shown.addAdaWith(LinkHealth::Valid);
    shown.accounts.first().session = Session::Failed{.why = trouble};
    shown.show();
    QVERIFY(shown.text(u"stripText"_s).startsWith(Texts::of(trouble).what));
    QCOMPARE(shown.button(u"remedy"_s)->text(), Texts::buttonFor(Texts::remedyFor(trouble)));
    QVERIFY(!shown.button(u"remedy"_s)->accessibleName().contains(u'…'));
    QVERIFY(!shown.button(u"checkNow"_s)->isEnabled());
    QSignalSpy wished(&shown.window, wish.constData());
    shown.press(u"remedy"_s);
    QCOMPARE(wished.first().first().value<AccountId>(), LinkWorld::ada());
}

void TestMainWindow::waitingForTheKeyringCanBeCancelled()
{
    Shown shown;
    shown.addAda();
    shown.accounts.first().session = Session::Restoring{.unlocking = true};
    shown.show();
    QSignalSpy cancelled(&shown.window, &MainWindow::cancelUnlockWished);
    shown.press(u"cancelUnlock"_s);
    QCOMPARE(cancelled.takeFirst().constFirst().value<AccountId>(), LinkWorld::ada());
    // The same over a list.
    shown.book.applyListing(LinkWorld::ada(), LinkWorld::listingFor(LinkHealth::Valid));
    QVERIFY(shown.text(u"stripText"_s).startsWith(u"Waiting for the keyring."_s));
    QCOMPARE(shown.list()->model()->index(0, 0).data(LinkRows::EndRole).toString(),
             u"waiting for the keyring"_s);
    shown.press(u"remedy"_s);
    QCOMPARE(cancelled.takeFirst().constFirst().value<AccountId>(), LinkWorld::ada());
}

void TestMainWindow::paintsNothingWhereNothingChanged()
{
    Shown shown;
    shown.addAdaWith(LinkHealth::RenewsItself);
    shown.show();
    shown.window.showLink(LinkWorld::key(u"github"_s));
    QVERIFY(!shown.text(u"learnt"_s).isEmpty());
    PaintLog log;
    QWidget &list = *shown.list()->viewport();
    // All that is due is painted at once: with the list, everything.
    const auto paintedWithList = [&] {
        log.painted.clear();
        list.update();
        return QTest::qWaitFor([&] { return log.painted.contains(&list); }) ? log.painted
                                                                            : PaintLog::Widgets();
    };
    const PaintLog::Widgets usual = paintedWithList();
    QVERIFY(!usual.isEmpty());
    shown.book.applyListing(LinkWorld::ada(), LinkWorld::listingFor(LinkHealth::RenewsItself));
    shown.window.setAccounts(shown.accounts);
    QCOMPARE(paintedWithList() - usual, PaintLog::Widgets());
    shown.clock.advance(2min);
    shown.window.refreshTimes();
    QVERIFY(!(paintedWithList() - usual).isEmpty());
}

void TestMainWindow::titleCountsWhatNeedsAttention()
{
    Shown shown;
    shown.addAdaWith(LinkHealth::NeedsReconnect);
    shown.show();
    QCOMPARE(shown.window.windowTitle(), u"Fairlead – 1 needs attention"_s);
    shown.book.applyListing(LinkWorld::grace(), LinkWorld::listingFor(LinkHealth::Expired));
    QCOMPARE(shown.window.windowTitle(), u"Fairlead – 2 need attention"_s);
    shown.book.removeAccount(LinkWorld::grace());
    shown.book.applyListing(LinkWorld::ada(), LinkWorld::listingFor(LinkHealth::Valid));
    QCOMPARE(shown.window.windowTitle(), u"Fairlead"_s);
}

void TestMainWindow::timesGoOn()
{
    Shown shown;
    shown.addAdaWith(LinkHealth::RenewsItself);
    shown.show();
    QCOMPARE(shown.text(u"status"_s), u"Learnt just now"_s);
    shown.clock.advance(2min);
    shown.window.refreshTimes();
    QCOMPARE(shown.text(u"status"_s), u"Learnt 2 minutes ago"_s);
    QCOMPARE(shown.text(u"learnt"_s), u"2 minutes ago"_s);
    shown.book.applyListing(LinkWorld::ada(), LinkWorld::listingFor(LinkHealth::RenewsItself));
    QCOMPARE(shown.text(u"learnt"_s), u"just now"_s);
}

void TestMainWindow::noticesStayForAWhile()
{
    Shown shown;
    shown.addAdaWith(LinkHealth::Valid);
    shown.show();
    shown.window.setNotice(u"GitHub is linked."_s);
    QCOMPARE(shown.text(u"status"_s), u"GitHub is linked."_s);
    shown.clock.advance(5s);
    shown.window.refreshTimes();
    QCOMPARE(shown.text(u"status"_s), u"GitHub is linked."_s);
    shown.clock.advance(15s);
    QCOMPARE(shown.text(u"status"_s), u"Learnt just now"_s);
}

void TestMainWindow::noticesWaitForAWindowInSight_data()
{
    QTest::addColumn<bool>("minimised");
    QTest::newRow("minimised") << true;
    QTest::newRow("hidden") << false;
}

void TestMainWindow::noticesWaitForAWindowInSight()
{
    QFETCH(const bool, minimised);
    Shown shown;
    shown.addAdaWith(LinkHealth::Valid);
    shown.show();
    if (minimised)
        shown.window.showMinimized();
    else
        shown.window.hide();
    shown.window.setNotice(u"GitHub is linked."_s);
    shown.clock.advance(1h);
    shown.window.showNormal();
    QCOMPARE(shown.text(u"status"_s), u"GitHub is linked."_s);
    shown.clock.advance(10s);
    shown.window.refreshTimes();
    QCOMPARE(shown.text(u"status"_s), u"GitHub is linked."_s);
    shown.clock.advance(10s);
    QVERIFY(shown.text(u"status"_s) != u"GitHub is linked."_s);
}

void TestMainWindow::opensNoLargerThanItsScreen()
{
    const QFont usual = QApplication::font();
    const auto restore = qScopeGuard([&] { QApplication::setFont(usual); });
    QFont large = usual;
    large.setPointSizeF(QFontInfo(usual).pointSizeF() * 4);
    QApplication::setFont(large);
    const Shown shown;
    const QSize screen = shown.window.screen()->availableSize();
    QCOMPARE_LE(shown.window.width(), screen.width());
    QCOMPARE_LE(shown.window.height(), screen.height());
}

void TestMainWindow::closingIsAWish()
{
    Shown shown;
    shown.show();
    QSignalSpy requested(&shown.window, &MainWindow::closeRequested);
    QVERIFY(!shown.window.close());
    QCOMPARE(requested.size(), 1);
    QVERIFY(shown.window.isVisible());
    shown.window.setCloseAllowed(true);
    QVERIFY(shown.window.close());
    QCOMPARE(requested.size(), 1);
}

void TestMainWindow::hostileNamesStayPlain()
{
    const QStringList names{u"<img src='file:///red.png'><b>bold</b>"_s, QString(1'000'000, u'W'),
                            u"\u202egnp.exe"_s, u"&File %1 %n"_s};
    for (const QString &name : names) {
        Shown shown;
        shown.addAda();
        shown.accounts.first().userName = UntrustedText::name(name);
        Listing listing = LinkWorld::listingFor(LinkHealth::NeedsReconnect, u"github"_s, name);
        listing.links.first().validateError = UntrustedText::message(name);
        shown.book.applyListing(LinkWorld::ada(), listing);
        LinkDetails details = make::details(true, make::user(name));
        details.installations = {{.id = 1,
                                  .account = make::user(name),
                                  .configure = LinkWorld::page(u"https://git.example/1"_s)}};
        shown.book.applyDetails(LinkWorld::key(u"github"_s), details);
        shown.show();
        QVERIFY(!shown.window.selectedLink().provider.isEmpty());
        for (const QLabel *label : shown.window.findChildren<QLabel *>()) {
            QVERIFY(label->textFormat() == Qt::PlainText || label->text().isEmpty());
            QVERIFY(!label->text().contains(u'\u202e'));
        }
        for (const QWidget *widget : shown.window.findChildren<QWidget *>())
            QVERIFY(!widget->toolTip().contains(u"<img"_s));
        for (const QPushButton *button : shown.window.findChildren<QPushButton *>())
            QVERIFY(!button->text().contains(UntrustedText::name(name).plain()));
        QVERIFY(!shown.window.windowTitle().contains(UntrustedText::name(name).plain()));
        QVERIFY(shown.window.width() <= Measures().lines(55));
        QVERIFY(!shown.window.grab().isNull());
    }
}

void TestMainWindow::everythingHasItsOwnName()
{
    Shown shown;
    shown.addAdaWith(LinkHealth::AppNotInstalled);
    shown.addGrace();
    for (AccountStatus &account : shown.accounts)
        account.session = Session::Failed{.why = Session::Trouble::TokenRejected};
    shown.show();
    QSet<QString> names;
    int controls = 0;
    for (QWidget *widget : shown.window.findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<QAbstractButton *>(widget)
            || qobject_cast<QLineEdit *>(widget) || qobject_cast<QAbstractItemView *>(widget);
        if (!isControl || !widget->isVisible())
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        const QString name = accessible->text(QAccessible::Name);
        QVERIFY2(!name.isEmpty(), widget->metaObject()->className());
        QVERIFY2(!names.contains(name), qPrintable(name));
        QVERIFY2(!name.contains(u'…') && !name.contains(u'&'), qPrintable(name));
        names.insert(name);
        ++controls;
    }
    QVERIFY(controls >= 8);
    QVERIFY(names.contains(u"Links"_s) && names.contains(u"Filter links"_s)
            && names.contains(u"Install app"_s) && names.contains(u"Unlink"_s));
}

void TestMainWindow::rowsReadAsListItems()
{
    Shown shown;
    shown.addAdaWith(LinkHealth::RenewsItself);
    shown.show();
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(shown.list());
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->text(QAccessible::Name), u"Links"_s);
    QCOMPARE(list->childCount(), 2);
    QCOMPARE(list->child(1)->role(), QAccessible::ListItem);
    QCOMPARE(list->child(1)->text(QAccessible::Name),
             u"GitHub, ada on coder.example.com, Renews itself"_s);
    QCOMPARE(list->child(0)->text(QAccessible::Name), u"ada on coder.example.com, 1"_s);
}

void TestMainWindow::focusStartsOnTheList()
{
    Shown shown;
    addAll(shown);
    QVERIFY(shown.list()->hasFocus());
    QCOMPARE(shown.window.selectedLink(), LinkWorld::key(u"provider0"_s));
    QTest::keyClick(shown.list(), Qt::Key_Return);
    QVERIFY(shown.button(u"reconnect"_s)->hasFocus());
}

void TestMainWindow::focusFollowsTheSelection()
{
    Shown shown;
    addAll(shown);
    const QModelIndex third = shown.list()->model()->index(3, 0);
    shown.list()->selectionModel()->select(third, QItemSelectionModel::ClearAndSelect);
    QCOMPARE(shown.list()->currentIndex(), third);
    QTest::keyClick(shown.list(), Qt::Key_Up);
    QCOMPARE(shown.list()->selectionModel()->selectedIndexes(),
             QModelIndexList{third.siblingAtRow(2)});
}

/// A menu is left by its key, and a dialog comes and goes by others.
void TestMainWindow::focusComesBackFromTheMenuBar()
{
    Shown shown;
    addAll(shown);
    shown.window.menuBar()->setFocus(Qt::MenuBarFocusReason);
    QVERIFY(!shown.list()->hasFocus());
    QWidget dialog;
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    dialog.close();
    shown.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&shown.window));
    QTRY_VERIFY(shown.list()->hasFocus());
}

void TestMainWindow::shortcutsAreListed()
{
    Shown shown;
    addAll(shown);
    QStringList all;
    for (const Shortcut &shortcut : shown.window.shortcuts())
        all.append(shortcut.does + u' ' + shortcut.keys.toString());
    for (const QString &one : {u"Filter Ctrl+F"_s, u"Check all now F5"_s, u"Close window Ctrl+W"_s,
                               u"Quit Ctrl+Q"_s, u"Reconnect Ctrl+L"_s, u"Unlink Ctrl+U"_s})
        QVERIFY2(all.contains(one), qPrintable(all.join(u", "_s)));
    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"

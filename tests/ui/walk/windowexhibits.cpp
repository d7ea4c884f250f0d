// SPDX-License-Identifier: MIT
#include "links/linkmodel.h"
#include "linktexts.h"
#include "measures.h"
#include "support/dialogstage.h"
#include "ui/linkworld.h"
#include "ui/walk/exhibit.h"
#include "window/mainwindow.h"

#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The main window over a book that was filled as a server's answers would fill it.
class WindowExhibit : public Exhibit
{
public:
    using Prepare = std::function<void(LinkWorld &)>;

    WindowExhibit(const Look &look, const Prepare &prepare)
    {
        stage.theme.apply(*qApp, look.scheme, look.contrast);
        if (prepare)
            prepare(world);
        main = std::make_unique<MainWindow>(world.model, world.book, world.clock, stage.theme,
                                            stage.icons);
        main->setAccounts(world.accounts);
        main->show();
    }
    QWidget &window() override { return *main; }
    void widen(qreal lines)
    {
        main->resize(Measures().lines(lines), main->height());
        QCoreApplication::processEvents();
    }

    DialogStage stage;
    LinkWorld world;
    std::unique_ptr<MainWindow> main;
};

/// One menu of the menu bar, unfolded.
class MenuExhibit final : public WindowExhibit
{
public:
    MenuExhibit(const Look &look, int number)
        : WindowExhibit(look, [](LinkWorld &links) { links.addAdaWith(LinkHealth::Valid); }),
          m_menu(main->menuBar()->actions().at(number)->menu())
    {
        main->showLink(LinkWorld::key(u"github"_s));
        m_menu->popup({});
    }
    QWidget &window() override { return *m_menu; }

private:
    QMenu *m_menu;
};

using Then = std::function<bool(WindowExhibit &)>;

ExhibitPlan plan(const QByteArray &name, const WindowExhibit::Prepare &prepare,
                 const Then &then = {})
{
    return {.name = name, .build = [=](const Look &look) -> std::unique_ptr<Exhibit> {
                auto exhibit = std::make_unique<WindowExhibit>(look, prepare);
                if (then && !then(*exhibit))
                    return nullptr;
                return exhibit;
            }};
}

/// Two accounts, other services, names longer than any room, and every health.
void fillWithEverything(LinkWorld &world)
{
    world.addAdaWithAll();
    world.addGrace();
    Listing listing
        = LinkWorld::listingFor(LinkHealth::NeedsReconnect, u"long"_s,
                                u"A provider whose admin had a very great deal to say about it"_s);
    listing.providers.append(LinkWorld::named(u"chat"_s, u"slack"_s, u"Slack"_s));
    world.book.applyListing(LinkWorld::grace(), listing);
    LinkDetails details = make::details(true, make::user(u"ada"_s));
    world.book.applyDetails(LinkWorld::key(u"provider4"_s), details);
}

/// What an earlier run knew, before the keyring has said anything.
void recallEverything(LinkWorld &world)
{
    LinkBook before(world.clock);
    Listing all;
    for (const LinkHealth health : LinkWorld::healths) {
        const QString id = u"provider%1"_s.arg(static_cast<int>(health));
        const Listing one
            = LinkWorld::listingFor(health, id, u"Git %1"_s.arg(all.providers.size()));
        all.providers += one.providers;
        all.links += one.links;
    }
    before.applyListing(LinkWorld::ada(), all);
    world.clock.advance(3h);
    world.addAda();
    world.accounts.first().session = Session::Restoring{};
    world.book.recall(LinkWorld::ada(), before.knownOf(LinkWorld::ada()));
}

/// Two GitHub links stop at the same moment.
void limitPerhaps(LinkWorld &world)
{
    world.addAda();
    for (const LinkHealth health : {LinkHealth::Valid, LinkHealth::NeedsReconnect}) {
        Listing listing = LinkWorld::listingFor(health);
        const Listing work = LinkWorld::listingFor(health, u"work"_s, u"GitHub at work"_s);
        listing.providers += work.providers;
        listing.links += work.links;
        world.book.applyListing(LinkWorld::ada(), listing);
    }
}

/// A server before v2.13: its list tells of no link whether it works.
WindowExhibit::Prepare oldServer(std::optional<bool> byId)
{
    return [byId](LinkWorld &world) {
        world.addAda();
        Listing listing = LinkWorld::listingFor(LinkHealth::Valid);
        listing.providers[0].supportsPkce.reset();
        listing.providers[0].supportsRevocation.reset();
        listing.links[0].authenticated = false;
        world.book.applyListing(LinkWorld::ada(), listing);
        if (byId)
            world.book.applyDetails(LinkWorld::key(u"github"_s), make::details(*byId));
    };
}

/// By id says that it is linked, and no list has come since.
void linkUnlisted(LinkWorld &world)
{
    world.addAdaWith(LinkHealth::NotLinked);
    world.accounts.first().problem = make::error(ApiError::Kind::TimedOut);
    world.book.applyDetails(LinkWorld::key(u"github"_s), make::details(true, make::user(u"ada"_s)));
}

Then showing(const QString &provider)
{
    return [provider](WindowExhibit &exhibit) {
        exhibit.main->showLink(LinkWorld::key(provider));
        return exhibit.main->selectedLink() == LinkWorld::key(provider);
    };
}

Then narrow(qreal lines, const QString &provider = {})
{
    return [lines, provider](WindowExhibit &exhibit) {
        exhibit.widen(lines);
        return provider.isEmpty() || showing(provider)(exhibit);
    };
}

bool filterForNothing(WindowExhibit &exhibit)
{
    auto *filter = named<QLineEdit>(*exhibit.main, "filter");
    filter->setText(u"nothing is called so"_s);
    return named<QLabel>(*exhibit.main, "nothingMatches")->isVisible();
}

bool unfoldServerWords(WindowExhibit &exhibit)
{
    if (!showing(u"github"_s)(exhibit))
        return false;
    QPushButton *details = buttonOf(*exhibit.main, "details");
    details->click();
    return details->isVisible() && details->isChecked();
}

void installApps(LinkWorld &world)
{
    world.addAdaWith(LinkHealth::Valid);
    LinkUser ada = make::user(u"ada"_s);
    ada.profile = LinkWorld::page(u"https://git.example/ada"_s);
    LinkDetails details = make::details(true, ada);
    details.appInstallable = true;
    details.appInstall = LinkWorld::page(u"https://git.example/apps/coder/new"_s);
    for (const QString &login :
         {u"ada"_s, u"analytical-engine"_s, u"a-company-with-a-name-as-long-as-names-may-be"_s}) {
        Installation installation;
        installation.account = make::user(login);
        installation.configure = LinkWorld::page(u"https://git.example/settings/apps/"_s + login);
        details.installations.append(installation);
    }
    world.book.applyDetails(LinkWorld::key(u"github"_s), details);
}

void installAppsElsewhereToo(LinkWorld &world)
{
    installApps(world);
    LinkDetails details = *world.book.find(LinkWorld::key(u"github"_s))->details;
    details.installations.last().configure = LinkWorld::page(u"https://other.example/apps/1"_s);
    world.book.applyDetails(LinkWorld::key(u"github"_s), details);
}

/// Nothing is known but the account, which is in this state.
WindowExhibit::Prepare onlyAccount(const std::function<void(AccountStatus &)> &change)
{
    return [change](LinkWorld &world) {
        world.addAda();
        world.accounts.first().learntAt = {};
        change(world.accounts.first());
    };
}

/// The links were learnt, and then this happened to the account.
WindowExhibit::Prepare withLinks(const std::function<void(AccountStatus &)> &change)
{
    return [change](LinkWorld &world) {
        world.addAdaWithAll();
        change(world.accounts.first());
    };
}

/// The newest list came to nothing.
std::function<void(AccountStatus &)> failing(ApiError::Kind kind, int status = 0)
{
    return [=](AccountStatus &account) { account.problem = make::error(kind, status); };
}

/// One is well, one locked out, one offline, and one is signed out.
void fillWithTroubledAccounts(LinkWorld &world)
{
    world.addAdaWithAll();
    world.accounts.first().label = UntrustedText::name(u"Work");
    world.addGrace();
    world.accounts.last().session = Session::Failed{.why = Session::Trouble::KeychainLocked};
    AccountStatus offline
        = LinkWorld::signedIn(AccountId(u"hedy"_s), u"a-long-host-name.dev.example.org"_s);
    offline.problem = make::error(ApiError::Kind::Offline);
    world.accounts.append(offline);
    world.book.applyListing(offline.id,
                            LinkWorld::listingFor(LinkHealth::Expired, u"gitea"_s, u"Gitea"_s));
    AccountStatus out = LinkWorld::signedIn(AccountId(u"eve"_s), u"coder.example.com"_s);
    out.session = Session::SignedOut{};
    out.learntAt = {};
    world.accounts.append(out);
}

void endSoon(AccountStatus &account)
{
    account.sessionEnds = make::noon().addDays(2);
    account.session = Session::SignedIn{
        .key = ApiKey{.loginType = u"token"_s, .expiresAt = make::at(account.sessionEnds)}};
}

QList<ExhibitPlan> listExhibits()
{
    return {
        plan("window/several accounts", fillWithTroubledAccounts, showing(u"provider4"_s)),
        plan("window/every health", fillWithEverything, showing(u"provider4"_s)),
        plan("window/narrow list", fillWithEverything, narrow(28)),
        plan("window/narrowest list", fillWithEverything, narrow(16)),
        plan("window/narrow details", fillWithEverything, narrow(24, u"provider5"_s)),
        plan("window/nothing matches", fillWithEverything, filterForNothing),
        plan("window/next check planned", withLinks([](AccountStatus &account) {
                 account.nextAsk = make::noon().addSecs(12 * 60);
             })),
        plan("window/asking one of several",
             [](LinkWorld &world) {
                 fillWithEverything(world);
                 world.accounts.last().askingFor = 12s;
             }),
        plan("window/recalled", recallEverything, showing(u"provider5"_s)),
        plan("window/plain http",
             withLinks([](AccountStatus &account) { account.plainHttp = true; })),
        plan("window/session ends", withLinks(endSoon), showing(u"provider4"_s)),
        plan("window/asking for long",
             withLinks([](AccountStatus &account) { account.askingFor = 12s; })),
        plan("window/notice", fillWithEverything,
             [](WindowExhibit &exhibit) {
                 exhibit.main->setNotice(u"GitHub is linked as @ada."_s);
                 return true;
             }),
    };
}

QList<ExhibitPlan> unlistedExhibits()
{
    using Kind = ApiError::Kind;
    return {
        plan("window/offline", withLinks(failing(Kind::Offline))),
        plan("window/maintenance", withLinks(failing(Kind::ServerFault, 503))),
        plan("window/list held up", withLinks(failing(Kind::TimedOut))),
        plan("window/could not check", withLinks(failing(Kind::ServerFault, 500))),
        plan("window/deployment unreachable", onlyAccount(failing(Kind::Offline))),
        plan("window/first list held up", onlyAccount(failing(Kind::ServerFault, 504))),
        plan("window/not Coder", onlyAccount(failing(Kind::NotCoder, 200))),
    };
}

QList<ExhibitPlan> emptyExhibits()
{
    return {
        plan("window/no account", {}),
        plan("window/opening session",
             onlyAccount([](AccountStatus &account) { account.session = Session::Restoring{}; })),
        plan("window/waiting for the keyring", onlyAccount([](AccountStatus &account) {
                 account.session = Session::Restoring{.unlocking = true};
                 account.plainHttp = true;
             })),
        plan("window/asking first time",
             onlyAccount([](AccountStatus &account) { account.askingFor = 7s; })),
        plan("window/no provider", [](LinkWorld &world) { world.addAda(); }),
    };
}

struct NamedTrouble {
    const char *name = nullptr;
    Session::Trouble trouble{};
};

constexpr std::array troubles{
    NamedTrouble{"keyring locked", Session::Trouble::KeychainLocked},
    NamedTrouble{"no keyring yet", Session::Trouble::KeychainNoCollection},
    NamedTrouble{"keyring absent", Session::Trouble::KeychainAbsent},
    NamedTrouble{"keyring denied", Session::Trouble::KeychainDenied},
    NamedTrouble{"keyring hangs", Session::Trouble::KeychainHung},
    NamedTrouble{"keyring broken", Session::Trouble::KeychainBroken},
    NamedTrouble{"token missing", Session::Trouble::TokenMissing},
    NamedTrouble{"token rejected", Session::Trouble::TokenRejected},
    NamedTrouble{"user suspended", Session::Trouble::UserSuspended},
    NamedTrouble{"scope too narrow", Session::Trouble::ScopeTooNarrow},
    NamedTrouble{"other user", Session::Trouble::OtherUser},
    NamedTrouble{"unreachable", Session::Trouble::Unreachable},
};

QList<ExhibitPlan> troubleExhibits()
{
    QList<ExhibitPlan> plans;
    for (const NamedTrouble &one : troubles) {
        const auto fail = [trouble = one.trouble](AccountStatus &account) {
            account.session = Session::Failed{.why = trouble};
        };
        plans.append(plan(QByteArray("window/empty, ") + one.name, onlyAccount(fail)));
        plans.append(plan(QByteArray("window/list, ") + one.name, withLinks(fail)));
    }
    return plans;
}

QList<ExhibitPlan> detailsExhibits()
{
    QList<ExhibitPlan> plans;
    for (const LinkHealth health : LinkWorld::healths) {
        plans.append(plan(
            "details/" + LinkTexts::word(health).toLatin1(),
            [health](LinkWorld &world) { world.addAdaWith(health); }, showing(u"github"_s)));
    }
    plans.append(plan("details/app installations", installApps, showing(u"github"_s)));
    plans.append(
        plan("details/installations on two hosts", installAppsElsewhereToo, showing(u"github"_s)));
    plans.append(plan("details/narrow installations", installApps, narrow(24, u"github"_s)));
    plans.append(plan("details/not listed yet", linkUnlisted, showing(u"github"_s)));
    plans.append(plan("details/perhaps limited", limitPerhaps, showing(u"github"_s)));
    plans.append(
        plan("details/old server, unasked", oldServer(std::nullopt), showing(u"github"_s)));
    plans.append(plan("details/old server, refused", oldServer(false), showing(u"github"_s)));
    plans.append(plan(
        "details/words of the server",
        [](LinkWorld &world) { world.addAdaWith(LinkHealth::NeedsReconnect); }, unfoldServerWords));
    plans.append(plan(
        "details/links in the browser",
        [](LinkWorld &world) {
            world.addAda();
            Provider gitea = LinkWorld::named(u"github"_s, u"gitea"_s, u"Gitea"_s);
            gitea.device = false;
            world.book.applyListing(LinkWorld::ada(), make::listing({gitea}, {}));
        },
        showing(u"github"_s)));
    return plans;
}

} // namespace

QList<ExhibitPlan> mainWindowExhibits()
{
    QList<ExhibitPlan> plans = listExhibits() + unlistedExhibits() + emptyExhibits()
        + troubleExhibits() + detailsExhibits();
    int number = 0;
    for (const char *name : {"menu/file", "menu/link", "menu/view", "menu/help"}) {
        plans.append(
            {.name = name, .build = [number](const Look &look) -> std::unique_ptr<Exhibit> {
                 return std::make_unique<MenuExhibit>(look, number);
             }});
        ++number;
    }
    return plans;
}

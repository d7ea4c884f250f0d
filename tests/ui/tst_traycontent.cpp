// SPDX-License-Identifier: MIT
#include "desktop/traycontent.h"

#include "desktop/linknews.h"
#include "desktop/plainname.h"
#include "desktop/traymenu.h"
#include "links/linkservice.h"
#include "support/accountstage.h"
#include "support/dialogstage.h"
#include "ui/linkworld.h"

#include <QTest>

using namespace Qt::StringLiterals;
using simulated::Misconduct;

namespace {

using State = TrayContent::State;
using Trouble = Session::Trouble;

AccountStatus account(const Session::State &session)
{
    AccountStatus status = LinkWorld::signedIn(LinkWorld::ada(), u"coder.example.com"_s);
    status.session = session;
    return status;
}

AccountStatus failed(Trouble why)
{
    return account(Session::Failed{.why = why});
}

/// Signed in, and the newest list came to nothing.
AccountStatus unlisted(ApiError::Kind kind, int status = 0)
{
    AccountStatus account = ::account(Session::SignedIn{});
    account.problem = make::error(kind, status);
    return account;
}

AccountStatus neverAsked(const Session::State &session = Session::SignedIn{})
{
    AccountStatus status = account(session);
    status.learntAt = QDateTime();
    return status;
}

} // namespace

class TestTrayContent : public QObject
{
    Q_OBJECT

private slots:
    void saysTheTruthOfTheAccounts_data();
    void saysTheTruthOfTheAccounts();
    void neverCallsWellWhatCouldNotBeAsked_data();
    void neverCallsWellWhatCouldNotBeAsked();
    void aListThatFailsIsTold_data();
    void aListThatFailsIsTold();
    void neverCallsWellALinkThatCouldNotBeChecked_data();
    void neverCallsWellALinkThatCouldNotBeChecked();
    void aProviderThatFailsIsTold();
    void missesNoCheckWhereNothingIsLinked();
    void asksWhileLinksAreAskedAboutOneByOne();
    void attentionAndFlowsComeFirst();
    void namesTheAccountsInTrouble();
    void tellsProvidersOfOneNameApart();
    void callsProvidersByTheirIdsWhereNamesAreLong();
};

void TestTrayContent::saysTheTruthOfTheAccounts_data()
{
    QTest::addColumn<QList<AccountStatus>>("accounts");
    QTest::addColumn<State>("state");
    using Accounts = QList<AccountStatus>;
    const AccountStatus well = account(Session::SignedIn{});
    QTest::newRow("no account") << Accounts{} << State::SignedOut;
    QTest::newRow("signed out") << Accounts{account(Session::SignedOut{})} << State::SignedOut;
    QTest::newRow("refused") << Accounts{failed(Trouble::TokenRejected)} << State::SignedOut;
    QTest::newRow("opening") << Accounts{account(Session::Restoring{})} << State::OpeningKeyring;
    QTest::newRow("opening one of two")
        << Accounts{failed(Trouble::KeychainLocked), account(Session::Restoring{})}
        << State::OpeningKeyring;
    QTest::newRow("locked") << Accounts{failed(Trouble::KeychainLocked)} << State::KeyringLocked;
    QTest::newRow("absent") << Accounts{failed(Trouble::KeychainAbsent)} << State::KeyringClosed;
    QTest::newRow("denied") << Accounts{failed(Trouble::KeychainDenied)} << State::KeyringClosed;
    QTest::newRow("checking") << Accounts{neverAsked(Session::Checking{})} << State::Asking;
    QTest::newRow("checking again") << Accounts{account(Session::Checking{})} << State::AllWell;
    QTest::newRow("not asked yet") << Accounts{neverAsked()} << State::Asking;
    QTest::newRow("well") << Accounts{well} << State::AllWell;
    QTest::newRow("one well, one signed out")
        << Accounts{well, account(Session::SignedOut{})} << State::AllWell;
    QTest::newRow("offline") << Accounts{failed(Trouble::Unreachable)} << State::Offline;
    QTest::newRow("one offline") << Accounts{well, failed(Trouble::Unreachable)}
                                 << State::PartlyChecked;
    QTest::newRow("one offline, one not asked yet")
        << Accounts{failed(Trouble::Unreachable), neverAsked()} << State::Asking;
    QTest::newRow("both offline") << Accounts{failed(Trouble::Unreachable),
                                              failed(Trouble::Unreachable)}
                                  << State::Offline;
    QTest::newRow("one offline, one locked")
        << Accounts{failed(Trouble::Unreachable), failed(Trouble::KeychainLocked)}
        << State::Offline;
    QTest::newRow("one well, one locked")
        << Accounts{well, failed(Trouble::KeychainLocked)} << State::AccountTrouble;
    QTest::newRow("one well, one refused")
        << Accounts{well, failed(Trouble::TokenRejected)} << State::AccountTrouble;
    QTest::newRow("one well, one refused, one offline")
        << Accounts{well, failed(Trouble::TokenRejected), failed(Trouble::Unreachable)}
        << State::AccountTrouble;
}

void TestTrayContent::saysTheTruthOfTheAccounts()
{
    QFETCH(const QList<AccountStatus>, accounts);
    QFETCH(const State, state);
    QCOMPARE(TrayContent{.counts = {.working = 1}}.stateFor(accounts), state);
}

void TestTrayContent::neverCallsWellWhatCouldNotBeAsked_data()
{
    QTest::addColumn<AccountStatus>("unlisted");
    using Kind = ApiError::Kind;
    QTest::newRow("timed out") << unlisted(Kind::TimedOut);
    QTest::newRow("throttled") << unlisted(Kind::Throttled, 429);
    QTest::newRow("an error of Coder's") << unlisted(Kind::ServerFault, 500);
    QTest::newRow("maintenance") << unlisted(Kind::ServerFault, 503);
    QTest::newRow("a gateway's time limit") << unlisted(Kind::ServerFault, 504);
    QTest::newRow("unreadable") << unlisted(Kind::Unreadable, 200);
    QTest::newRow("forbidden") << unlisted(Kind::Forbidden, 403);
}

/// However much was learnt before, and though something answers.
void TestTrayContent::neverCallsWellWhatCouldNotBeAsked()
{
    QFETCH(AccountStatus, unlisted);
    QVERIFY(!unlisted.isOffline());
    const AccountStatus well = account(Session::SignedIn{});
    QCOMPARE(TrayContent{}.stateFor({unlisted}), State::NotChecked);
    QCOMPARE(TrayContent{}.stateFor({unlisted, account(Session::SignedOut{})}), State::NotChecked);
    QCOMPARE(TrayContent{}.stateFor({unlisted, failed(Trouble::Unreachable)}), State::NotChecked);
    QCOMPARE(TrayContent{}.stateFor({well, unlisted}), State::PartlyChecked);
    QCOMPARE(TrayContent{}.stateFor({unlisted, failed(Trouble::KeychainLocked)}),
             State::AccountTrouble);
    const TrayContent broken{.items = {{.link = LinkWorld::key(u"github"_s)}}};
    QCOMPARE(broken.stateFor({unlisted}), State::Attention);
    const auto troubled = TrayContent::troubledOf({well, unlisted});
    QCOMPARE(troubled.size(), 1);
    QVERIFY(!troubled.constFirst().trouble.isEmpty());
    unlisted.learntAt = {}; // and nothing ever was
    QCOMPARE(TrayContent{}.stateFor({unlisted}), State::NotChecked);
    QCOMPARE(TrayContent{}.stateFor({unlisted, neverAsked()}), State::Asking);
}

void TestTrayContent::aListThatFailsIsTold_data()
{
    QTest::addColumn<Misconduct>("misconduct");
    using Kind = Misconduct::Kind;
    const QByteArray list = "/api/v2/external-auth";
    QTest::newRow("maintenance") << Misconduct{.kind = Kind::Status, .path = list, .status = 503};
    QTest::newRow("a gateway's time limit")
        << Misconduct{.kind = Kind::Status, .path = list, .status = 504};
    QTest::newRow("throttled") << Misconduct{.kind = Kind::RateLimited, .path = list};
    Misconduct error = Misconduct::coderError(500, u"Internal error."_s);
    error.path = list;
    QTest::newRow("an error of Coder's") << error;
    QTest::newRow("unreadable") << Misconduct{.kind = Kind::Status,
                                              .path = list,
                                              .status = 200,
                                              .mediaType = "application/json",
                                              .body = "[]",
                                              .isCoders = true};
}

void TestTrayContent::aListThatFailsIsTold()
{
    QFETCH(const Misconduct, misconduct);
    AccountStage scene;
    QVERIFY(scene.signIn());
    LinkService &service = *scene.services.find(scene.key({}).account);
    const TrayContent content{.counts = {.working = 1}};
    const auto state
        = [&] { return content.stateFor({AccountStatus::of(service, scene.stage.clock)}); };
    QCOMPARE(state(), State::AllWell);
    scene.deployment.misbehave(misconduct);
    service.tryAgain();
    QTRY_VERIFY(service.problem());
    QCOMPARE(state(), State::NotChecked);
    scene.deployment.behave();
    service.tryAgain();
    QTRY_VERIFY(!service.problem());
    QCOMPARE(state(), State::AllWell);
}

void TestTrayContent::neverCallsWellALinkThatCouldNotBeChecked_data()
{
    using Counts = TrayContent::Counts;
    QTest::addColumn<LinkHealth>("health");
    QTest::addColumn<Counts>("counts");
    QTest::addColumn<State>("state");
    const auto row = [](const char *name, LinkHealth health, const Counts &counts, State state) {
        QTest::newRow(name) << health << counts << state;
    };
    const Counts none;
    const Counts working{.working = 1};
    const Counts unchecked{.unchecked = 1};
    const Counts uncheckable{.uncheckable = 1};
    row("unreachable", LinkHealth::ProviderUnreachable, unchecked, State::LinksUnchecked);
    row("limited", LinkHealth::RateLimited, unchecked, State::LinksUnchecked);
    row("unknown", LinkHealth::Unknown, unchecked, State::LinksUnchecked);
    row("not verifiable", LinkHealth::NotVerifiable, uncheckable, State::AllWell);
    row("without provider", LinkHealth::Orphan, uncheckable, State::AllWell);
    row("valid", LinkHealth::Valid, working, State::AllWell);
    row("renews itself", LinkHealth::RenewsItself, working, State::AllWell);
    row("not linked", LinkHealth::NotLinked, none, State::NothingLinked);
    row("expired", LinkHealth::Expired, none, State::Attention);
}

void TestTrayContent::neverCallsWellALinkThatCouldNotBeChecked()
{
    QFETCH(const LinkHealth, health);
    QFETCH(const TrayContent::Counts, counts);
    QFETCH(const State, state);
    LinkWorld world;
    world.addAdaWith(health);
    const TrayContent content{.items = TrayContent::itemsOf(world.model),
                              .counts = TrayContent::countsOf(world.model)};
    QCOMPARE(content.counts, counts);
    QCOMPARE(content.stateFor(world.accounts), state);
    if (state != State::LinksUnchecked)
        return;
    AccountStatus away = failed(Trouble::Unreachable); // says of more that nobody could look
    QCOMPARE(content.stateFor({world.accounts.constFirst(), away}), State::PartlyChecked);
}

/// Though the list itself answers.
void TestTrayContent::aProviderThatFailsIsTold()
{
    AccountStage scene;
    const LinkModel model(scene.links);
    QVERIFY(scene.signIn());
    LinkService &service = *scene.services.find(scene.key({}).account);
    const auto unchecked = [&] { return TrayContent::countsOf(model).unchecked; };
    const auto health = [&] { return model.health(model.rowOf(scene.key(u"github"_s))); };
    QCOMPARE(health(), LinkHealth::Valid);
    const int before = unchecked();
    scene.deployment.knobs(u"github"_s).check = simulated::ProviderKnobs::Check::Unavailable;
    service.tryAgain();
    QTRY_COMPARE(health(), LinkHealth::ProviderUnreachable);
    QCOMPARE(unchecked(), before + 1);
    const TrayContent content{.counts = TrayContent::countsOf(model)};
    QVERIFY(!service.problem());
    QCOMPARE(content.stateFor({AccountStatus::of(service, scene.stage.clock)}),
             State::LinksUnchecked);
}

/// An id no request can be made with.
void TestTrayContent::missesNoCheckWhereNothingIsLinked()
{
    LinkWorld world;
    world.addAda();
    Listing listing = LinkWorld::listingFor(LinkHealth::NotLinked);
    listing.providers.first().hasUsableId = false;
    const auto content = [&] {
        world.book.applyListing(LinkWorld::ada(), listing);
        return TrayContent{.counts = TrayContent::countsOf(world.model)};
    };
    QCOMPARE(content().counts, TrayContent::Counts());
    QCOMPARE(content().stateFor(world.accounts), State::NothingLinked);
    listing.links = LinkWorld::listingFor(LinkHealth::Valid).links;
    QCOMPARE(content().counts, (TrayContent::Counts{.uncheckable = 1}));
    QCOMPARE(content().stateFor(world.accounts), State::AllWell);
}

/// The lists of older servers tell of no link whether it works.
void TestTrayContent::asksWhileLinksAreAskedAboutOneByOne()
{
    LinkWorld world;
    world.addAda();
    Listing listing;
    for (const QString &id : {u"github"_s, u"gitea"_s}) {
        const Listing one = LinkWorld::listingFor(LinkHealth::Valid, id);
        listing.providers += one.providers;
        listing.links += one.links;
        listing.links.last().authenticated = false;
    }
    world.book.applyListing(LinkWorld::ada(), listing);
    const auto answer = [&](const QString &id, const Answer<LinkDetails> &word) {
        world.book.setChecking(LinkWorld::key(id), false);
        world.book.applyDetails(LinkWorld::key(id), word);
    };
    const auto unchecked = [&] { return TrayContent::countsOf(world.model).unchecked; };
    const auto state = [&] {
        return TrayContent{.counts = TrayContent::countsOf(world.model)}.stateFor(world.accounts);
    };
    world.book.setChecking(LinkWorld::key(u"github"_s), true);
    QCOMPARE(unchecked(), 0);
    QCOMPARE(state(), State::Asking);
    answer(u"github"_s, make::details(true));
    world.book.setChecking(LinkWorld::key(u"gitea"_s), true);
    QCOMPARE(unchecked(), 0);
    QCOMPARE(state(), State::Asking);
    answer(u"gitea"_s, make::error(ApiError::Kind::TimedOut));
    QCOMPARE(unchecked(), 1);
    QCOMPARE(state(), State::LinksUnchecked);
    answer(u"gitea"_s, make::couldNotCheck(u"broken"_s));
    world.book.setChecking(LinkWorld::key(u"gitea"_s), true); // of which we know that it is in vain
    QCOMPARE(state(), State::LinksUnchecked);
    answer(u"gitea"_s, make::details(true));
    QCOMPARE(state(), State::AllWell);
}

void TestTrayContent::attentionAndFlowsComeFirst()
{
    TrayContent content{.items = {{.link = LinkWorld::key(u"github"_s)}}};
    const QList<AccountStatus> well{account(Session::SignedIn{})};
    QCOMPARE(content.stateFor(well), State::Attention);
    QCOMPARE(content.stateFor({failed(Trouble::Unreachable)}), State::Offline);
    content.flows = {{.link = LinkWorld::key(u"github"_s)}};
    QCOMPARE(content.stateFor(well), State::Linking);
    content.flows.first().doing = TrayContent::Flow::Doing::StoppedLooking; // nothing goes on
    QCOMPARE(content.stateFor(well), State::Attention);
}

void TestTrayContent::namesTheAccountsInTrouble()
{
    AccountStatus locked = failed(Trouble::KeychainLocked);
    locked.userName = UntrustedText::name(u"<b>eve</b>"); // some panels show markup
    AccountStatus offline = failed(Trouble::Unreachable);
    offline.label = UntrustedText::name(u"Work");
    AccountStatus refused = failed(Trouble::TokenRejected);
    const auto troubled = TrayContent::troubledOf(
        {account(Session::SignedIn{}), locked, offline, refused, account(Session::SignedOut{})});
    QStringList lines;
    for (const TrayContent::Troubled &one : troubled)
        lines.append(one.name + u": "_s + one.trouble);
    QCOMPARE(lines,
             (QStringList{u"coder.example.com: keyring locked"_s, u"Work: offline"_s,
                          u"ada on coder.example.com: signed out"_s}));
    QVERIFY(TrayContent::troubledOf({locked}).isEmpty()); // the state says it
}

void TestTrayContent::tellsProvidersOfOneNameApart()
{
    LinkWorld world;
    Listing listing = LinkWorld::listingFor(LinkHealth::Expired);
    const Listing twin = LinkWorld::listingFor(LinkHealth::Expired, u"github-ee"_s);
    listing.providers += twin.providers;
    listing.links += twin.links;
    world.book.applyListing(LinkWorld::ada(), listing);
    QStringList names; // as the menu may show them
    for (const TrayContent::Item &item : TrayContent::itemsOf(world.model))
        names.append(plainName(item.provider).value_or(u"not plain"_s));
    QCOMPARE(names, (QStringList{u"GitHub (github)"_s, u"GitHub (github-ee)"_s}));
}

void TestTrayContent::callsProvidersByTheirIdsWhereNamesAreLong()
{
    LinkWorld world;
    const QString name = u"GitHub Enterprise"_s;
    Listing listing = LinkWorld::listingFor(LinkHealth::Expired, u"github-enterprise-emea"_s, name);
    const Listing twin
        = LinkWorld::listingFor(LinkHealth::Expired, u"github-enterprise-apac"_s, name);
    listing.providers += twin.providers;
    listing.links += twin.links;
    world.book.applyListing(LinkWorld::ada(), listing);
    DialogStage stage;
    TrayMenu menu(stage.icons, stage.theme, stage.clock);
    menu.setContent({.items = TrayContent::itemsOf(world.model)});
    QCOMPARE(menu.actions().at(1)->text(), u"github-enterprise-emea: expired"_s);
    QCOMPARE(menu.actions().at(2)->text(), u"github-enterprise-apac: expired"_s);
    const TrayContent::Item item = TrayContent::itemsOf(world.model).constFirst();
    QCOMPARE(LinkNewsTexts::title(
                 {.kind = LinkNews::Kind::Broken, .link = item.link, .provider = item.provider}),
             u"github-enterprise-emea needs to be reconnected"_s);
}

QTEST_MAIN(TestTrayContent)
#include "tst_traycontent.moc"

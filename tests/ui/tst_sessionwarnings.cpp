// SPDX-License-Identifier: MIT
#include "sessionwarnings.h"

#include "datetexts.h"
#include "sessiontexts.h"
#include "support/dialogstage.h"
#include "ui/linkworld.h"
#include "window/accountstrip.h"
#include "window/mainwindow.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Today noon()
{
    return {.now = make::noon(), .locale = QLocale::c()};
}

/// Of a person's own account, on a key that ends so.
AccountStatus keyed(const QString &loginType, const Moment &ends)
{
    AccountStatus account = LinkWorld::signedIn(LinkWorld::ada(), u"coder.example.com"_s);
    account.session
        = Session::SignedIn{.key = ApiKey{.id = u"k"_s, .loginType = loginType, .expiresAt = ends}};
    return account;
}

} // namespace

/// That a Coder session comes to its end is known, shown, and said in time.
class TestSessionWarnings : public QObject
{
    Q_OBJECT

private slots:
    void warnsOnceForEachAccount();
    void wordsNameHostAndTime();
    void wordsNameWhoseSessionItIs();
    void stripOffersToSignInAgain();
    void worseTroubleComesFirst();
    void endIsAFactBesideTheLink_data();
    void endIsAFactBesideTheLink();
};

void TestSessionWarnings::warnsOnceForEachAccount()
{
    LinkWorld world;
    world.addAda();
    world.addGrace();
    SessionWarnings warnings;
    QList<LinkNews> told;
    connect(&warnings, &SessionWarnings::due, this,
            [&told](const LinkNews &news) { told.append(news); });
    warnings.consider(world.accounts, noon());
    QVERIFY(told.isEmpty());
    world.accounts.first().sessionEnds = make::noon().addDays(2);
    for (int hour = 0; hour < 3; ++hour)
        warnings.consider(world.accounts, noon());
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().link.account, LinkWorld::ada());
    world.accounts.last().sessionEnds = make::noon().addDays(1);
    warnings.consider(world.accounts, noon());
    QCOMPARE(told.size(), 2);
    QCOMPARE(told.last().link.account, LinkWorld::grace());

    world.accounts.first().sessionEnds = {}; // signed in again
    warnings.consider(world.accounts, noon());
    world.accounts.first().sessionEnds = make::noon().addDays(9);
    warnings.consider(world.accounts, noon());
    QCOMPARE(told.size(), 3);
    QCOMPARE(told.last().link.account, LinkWorld::ada());
}

void TestSessionWarnings::wordsNameHostAndTime()
{
    const LinkNews news{.kind = LinkNews::Kind::SessionEnds,
                        .server = *ServerUrl::fromUserInput(u"coder.example.com"_s),
                        .when = DateTexts::ahead(make::noon().addDays(2), noon())};
    QCOMPARE(LinkNewsTexts::title(news), u"Your Coder session is about to end"_s);
    QCOMPARE(LinkNewsTexts::body(news),
             u"On coder.example.com it ends in 2 days. Sign in again, and everything stays."_s);
}

/// Two accounts of one deployment come to their end at about the same time.
void TestSessionWarnings::wordsNameWhoseSessionItIs()
{
    AccountStatus ada = LinkWorld::signedIn(LinkWorld::ada(), u"coder.example.com"_s);
    AccountStatus grace = LinkWorld::signedIn(LinkWorld::grace(), u"coder.example.com"_s);
    AccountStatus odd = LinkWorld::signedIn(AccountId(u"odd"_s), u"coder.example.com"_s);
    ada.userName = UntrustedText::name(u"ada");
    grace.userName = UntrustedText::name(u"grace");
    odd.userName = UntrustedText::name(u"<a href='x'>odd</a>");
    for (AccountStatus *account : {&ada, &grace, &odd})
        account->sessionEnds = make::noon().addDays(2);
    SessionWarnings warnings;
    const QSignalSpy due(&warnings, &SessionWarnings::due);
    warnings.consider({ada, grace, odd}, noon());
    QStringList told;
    for (const QVariantList &news : due)
        told.append(LinkNewsTexts::body(news.constFirst().value<LinkNews>()));
    const QString rest = u"it ends in 2 days. Sign in again, and everything stays."_s;
    QCOMPARE(told,
             (QStringList{u"For ada on coder.example.com "_s + rest,
                          u"For grace on coder.example.com "_s + rest,
                          u"On coder.example.com "_s + rest}));
}

void TestSessionWarnings::stripOffersToSignInAgain()
{
    DialogStage stage;
    LinkWorld world;
    world.addAdaWith(LinkHealth::Valid);
    world.accounts.first().sessionEnds = make::noon().addDays(2);
    MainWindow window(world.model, world.book, world.clock, stage.theme, stage.icons);
    window.setAccounts(world.accounts);
    window.show();
    auto *strip = named<AccountStrip>(window, "accountStrip");
    QVERIFY(strip && strip->isVisible());
    QCOMPARE(named<QLabel>(*strip, "stripText")->text(),
             u"Your Coder session is about to end. It ends in 2 days. Sign in again, and "
             "everything stays."_s);
    const QSignalSpy wished(&window, &MainWindow::signInWished);
    QCOMPARE(buttonOf(*strip, "remedy")->text(), u"Sign in again…"_s);
    buttonOf(*strip, "remedy")->click();
    QCOMPARE(wished.size(), 1);
    world.accounts.first().sessionEnds = {};
    window.setAccounts(world.accounts);
    QVERIFY(strip->isHidden());
}

void TestSessionWarnings::worseTroubleComesFirst()
{
    AccountStatus account = LinkWorld::signedIn(LinkWorld::ada(), u"coder.example.com"_s);
    account.sessionEnds = make::noon().addDays(2);
    account.problem = make::error(ApiError::Kind::Offline);
    const auto content = StripContent::of(account, noon(), false);
    QVERIFY(content);
    QCOMPARE(content->remedy, Remedy::TryAgain);
}

void TestSessionWarnings::endIsAFactBesideTheLink_data()
{
    QTest::addColumn<QString>("loginType");
    QTest::addColumn<Moment>("ends");
    QTest::addColumn<QString>("words");
    const Moment end{.kind = Moment::Kind::At, .at = make::noon().addDays(30)};
    const QString date = DateTexts::date(end.at, noon());
    QTest::newRow("of the token page")
        << u"password"_s << end << u"until %1, extended by use"_s.arg(date);
    QTest::newRow("made by hand") << u"token"_s << end << u"until %1"_s.arg(date);
    QTest::newRow("for good") << u"token"_s << Moment{.kind = Moment::Kind::Never}
                              << u"does not expire"_s;
    QTest::newRow("not told") << u"password"_s << Moment{} << QString();
}

void TestSessionWarnings::endIsAFactBesideTheLink()
{
    QFETCH(const QString, loginType);
    QFETCH(const Moment, ends);
    QFETCH(const QString, words);
    QCOMPARE(SessionTexts::end(keyed(loginType, ends).session, noon()), words);

    DialogStage stage;
    LinkWorld world;
    world.addAdaWith(LinkHealth::Valid);
    world.accounts.first() = keyed(loginType, ends);
    MainWindow window(world.model, world.book, world.clock, stage.theme, stage.icons);
    window.setAccounts(world.accounts);
    window.show();
    window.showLink(LinkWorld::key(u"github"_s));
    QCOMPARE(named<QLabel>(window, "session")->isVisible(), !words.isEmpty());
}

QTEST_MAIN(TestSessionWarnings)
#include "tst_sessionwarnings.moc"

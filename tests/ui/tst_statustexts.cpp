// SPDX-License-Identifier: MIT
#include "window/statustexts.h"

#include "ui/linkworld.h"
#include "widgets/textrun.h"
#include "window/accountstrip.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Today noon()
{
    return {.now = make::noon(), .locale = QLocale(QLocale::English)};
}

QString plain(QString text)
{
    return text.remove(u'\u2068').remove(u'\u2069');
}

AccountStatus ada()
{
    return LinkWorld::signedIn(LinkWorld::ada(), u"coder.example.com"_s);
}

AccountStatus grace()
{
    return LinkWorld::signedIn(LinkWorld::grace(), u"coder.git.example"_s);
}

QString strip(const AccountStatus &account, bool namesAccount = false)
{
    const auto content = StripContent::of(account, noon(), namesAccount);
    return content ? plain(plainTextOf(content->text)) : QString();
}

ApiError heldUp()
{
    return make::error(ApiError::Kind::TimedOut);
}

} // namespace

/// What the window says of accounts: how old, when next, whom it waits for, and why.
class TestStatusTexts : public QObject
{
    Q_OBJECT

private slots:
    void agesAndPlansAreOfTheWholeWindow_data();
    void agesAndPlansAreOfTheWholeWindow();
    void theSlowestAccountIsNamedAmongSeveral();
    void maintenanceIsCalledSo_data();
    void maintenanceIsCalledSo();
    void anErrorOfCodersIsNoMaintenance();
    void aListHeldUpSaysWhatToDo_data();
    void aListHeldUpSaysWhatToDo();
    void headersSayWhatTheWaitIs();
};

void TestStatusTexts::agesAndPlansAreOfTheWholeWindow_data()
{
    QTest::addColumn<QList<AccountStatus>>("accounts");
    QTest::addColumn<QString>("text");
    const auto at = [](AccountStatus account, int minutesAgo, int minutesAhead) {
        account.learntAt = make::noon().addSecs(-60 * minutesAgo);
        if (minutesAhead >= 0)
            account.nextAsk = make::noon().addSecs(60 * minutesAhead);
        return account;
    };
    AccountStatus unlearnt = ada();
    unlearnt.learntAt = {};

    QTest::newRow("none") << QList<AccountStatus>{} << u"No account"_s;
    QTest::newRow("not planned") << QList{at(ada(), 2, -1)} << u"Learnt 2 minutes ago"_s;
    QTest::newRow("planned") << QList{at(ada(), 2, 12)}
                             << u"Learnt 2 minutes ago, next check in 12 min"_s;
    QTest::newRow("oldest and earliest") << QList{at(ada(), 2, 20), at(grace(), 180, 25)}
                                         << u"Learnt 3 hours ago, next check in 20 min"_s;
    QTest::newRow("within a minute")
        << QList{at(ada(), 60, 0)} << u"Learnt 1 hour ago, next check now"_s;
    unlearnt.nextAsk = make::noon().addSecs(20);
    QTest::newRow("nothing learnt")
        << QList{unlearnt} << u"Nothing learnt yet, next check in less than a minute"_s;
}

void TestStatusTexts::agesAndPlansAreOfTheWholeWindow()
{
    QFETCH(const QList<AccountStatus>, accounts);
    QFETCH(const QString, text);
    QCOMPARE(plain(StatusTexts::of(accounts, noon())), text);
}

void TestStatusTexts::theSlowestAccountIsNamedAmongSeveral()
{
    AccountStatus slow = grace();
    slow.askingFor = 12s;
    AccountStatus quick = ada();
    quick.askingFor = 2s;
    QCOMPARE(plain(StatusTexts::of({slow}, noon())), u"Asking for 12 s"_s);
    QCOMPARE(plain(StatusTexts::of({quick, slow}, noon())),
             u"Asking grace on coder.git.example for 12 s"_s);
    quick.askingFor = 40s;
    QCOMPARE(plain(StatusTexts::of({quick, slow}, noon())),
             u"Asking ada on coder.example.com for 40 s"_s);
    QCOMPARE(plain(StatusTexts::of({ada(), grace()}, noon())), u"Learnt just now"_s);
}

void TestStatusTexts::maintenanceIsCalledSo_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("atStart");
    for (const int status : {502, 503}) {
        QTest::addRow("%d", status) << status << false;
        QTest::addRow("%d at the start", status) << status << true;
    }
}

void TestStatusTexts::maintenanceIsCalledSo()
{
    QFETCH(const int, status);
    QFETCH(const bool, atStart);
    AccountStatus account = ada();
    account.learntAt = make::noon().addSecs(-2 * 3600);
    const ApiError error = make::error(ApiError::Kind::ServerFault, status);
    if (atStart)
        account.session = Session::Failed{.why = Session::Trouble::Unreachable, .error = error};
    else
        account.problem = error;
    QVERIFY(account.isInMaintenance());
    QCOMPARE(account.badge(), u"maintenance"_s);
    QCOMPARE(strip(account),
             u"coder.example.com is down for maintenance or a restart. Your links are safe, and "
             "Fairlead asks again by itself. This is the list as learnt 2 hours ago; it may have "
             "changed."_s);
    QVERIFY(strip(account, true).startsWith(u"ada on coder.example.com: "_s));
}

void TestStatusTexts::anErrorOfCodersIsNoMaintenance()
{
    AccountStatus account = ada();
    account.problem = make::error(ApiError::Kind::ServerFault, 500);
    QVERIFY(!account.isInMaintenance());
    QVERIFY(!strip(account).contains(u"maintenance"_s));
}

void TestStatusTexts::aListHeldUpSaysWhatToDo_data()
{
    QTest::addColumn<ApiError>("late");
    QTest::newRow("beyond our patience") << heldUp();
    QTest::newRow("beyond a gateway's") << make::error(ApiError::Kind::ServerFault, 504);
}

void TestStatusTexts::aListHeldUpSaysWhatToDo()
{
    QFETCH(const ApiError, late);
    AccountStatus account = ada();
    account.problem = late;
    QCOMPARE(account.badge(), u"could not check"_s);
    QCOMPARE(strip(account),
             u"coder.example.com did not answer in time. A provider behind Coder may be hanging: "
             "some servers wait for each of them. Check a single link, or ask your administrator. "
             "This is the list as learnt just now; it may have changed."_s);
    account.problem.reset();
    account.session = Session::Failed{.why = Session::Trouble::Unreachable, .error = late};
    QVERIFY2(!strip(account).contains(u"provider"_s), "it did not come as far as the list");
    QVERIFY(strip(account).startsWith(u"coder.example.com did not answer in time. This is "_s));
    QCOMPARE(account.badge(), u"offline"_s);
}

void TestStatusTexts::headersSayWhatTheWaitIs()
{
    AccountStatus account = ada();
    account.askingFor = 4s;
    QCOMPARE(account.badge(), QString()); // not worth a word that comes and goes
    account.askingFor = 12s;
    QCOMPARE(account.badge(), u"asking for 12 s"_s);
    account.problem = heldUp(); // asking again
    QCOMPARE(account.badge(), u"asking for 12 s"_s);
    account.askingFor.reset();
    QCOMPARE(account.badge(), u"could not check"_s);
    account.problem = make::error(ApiError::Kind::ServerFault, 500);
    QCOMPARE(account.badge(), u"could not check"_s);
    account.problem = make::error(ApiError::Kind::ServerFault, 503);
    QCOMPARE(account.badge(), u"maintenance"_s);
    account.problem = make::error(ApiError::Kind::Offline);
    QCOMPARE(account.badge(), u"offline"_s);
}

QTEST_MAIN(TestStatusTexts)
#include "tst_statustexts.moc"

// SPDX-License-Identifier: MIT
#include "links/keywatch.h"

#include "deployment/deployment.h"
#include "links/linkbook.h"
#include "links/linkservice.h"
#include "session/session.h"
#include "support/fakeclock.h"
#include "support/scriptedtokenstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using simulated::Deployment;
using simulated::Generation;
using simulated::Misconduct;
using simulated::TokenScope;

namespace {

/// ada's account with a key that lives for a week, on a server whose clock is \a ahead of ours.
class KeyStage
{
public:
    explicit KeyStage(Generation generation = Generation::Gen26b, std::chrono::seconds ahead = 0s)
        : deployment(generation), book(clock)
    {
        if (!deployment.listen())
            qFatal("No port to listen on");
        clock.setWall(QDateTime::currentDateTimeUtc().addSecs(-ahead.count()));
        account = {.server = *ServerUrl::fromUserInput(deployment.url().toString()),
                   .userId = deployment.world().keyring.userNamed(u"ada"_s)->id};
        session = std::make_unique<Session>(account, store);
        service = std::make_unique<LinkService>(*session, book, clock);
        watch = std::make_unique<KeyWatch>(*session, book, clock);
    }

    [[nodiscard]] bool begin(const QString &token)
    {
        store.tokens.insert(account.id(), *SessionToken::fromText(token));
        session->restore();
        return QTest::qWaitFor([this] {
            const auto *in = session->as<Session::SignedIn>();
            return in && in->key && service->learntAt().isValid();
        });
    }
    [[nodiscard]] qsizetype keyCalls() const
    {
        qsizetype calls = 0;
        for (const simulated::Request &request : deployment.requests())
            calls += request.path.startsWith("/api/v2/users/me/keys/") ? 1 : 0;
        return calls;
    }
    /// For the machine and for the server.
    void pass(std::chrono::hours time)
    {
        deployment.advance(time);
        clock.advance(time);
    }

    Deployment deployment;
    FakeClock clock;
    ScriptedTokenStore store;
    Account account;
    LinkBook book;
    std::unique_ptr<Session> session;
    std::unique_ptr<LinkService> service;
    std::unique_ptr<KeyWatch> watch;
};

} // namespace

/// The end of our own key is told while there is time, and only where it really comes.
class KeyWatchTest : public QObject
{
    Q_OBJECT

private slots:
    void tellsTheEndOfAKeyThatUseDoesNotMove();
    void isSilentAboutAKeyThatUseMoves_data();
    void isSilentAboutAKeyThatUseMoves();
    void tellsAtOnceAtTheStart();
    void asksAboutANearEndOnceAnHour();
    void goesByTheClockOfTheServer();
    void judgesAgainOnceThatClockIsKnown_data();
    void judgesAgainOnceThatClockIsKnown();
    void tellsTheEndByAClockThatWasSetMeanwhile();
    void isSilentOnceThePersonSignedInAgain();
    void asksAgainWhereTheEndWasNotTold();
};

void KeyWatchTest::tellsTheEndOfAKeyThatUseDoesNotMove()
{
    KeyStage stage;
    QVERIFY(stage.begin(stage.deployment.mintApiToken(TokenScope::All)));
    stage.pass(95h); // of 168: three days and an hour are left
    stage.watch->reconsider();
    QCOMPARE(stage.keyCalls(), 1);
    QVERIFY(!stage.watch->endsSoon().isValid());
    const QSignalSpy changed(stage.watch.get(), &KeyWatch::changed);
    stage.pass(2h);
    stage.watch->reconsider();
    QVERIFY(!stage.watch->endsSoon().isValid()); // not before Coder was asked again
    QTRY_VERIFY(stage.watch->endsSoon().isValid());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(stage.keyCalls(), 2);
    const qint64 left = stage.clock.wall().secsTo(stage.watch->endsSoon());
    QVERIFY2(left > 70 * 3600 && left < 72 * 3600, qPrintable(QString::number(left)));
}

void KeyWatchTest::isSilentAboutAKeyThatUseMoves_data()
{
    QTest::addColumn<Generation>("generation");
    QTest::addColumn<bool>("isApiToken");
    QTest::newRow("of the token page") << Generation::Gen26b << false;
    QTest::newRow("made by hand, on an old server") << Generation::Gen24 << true;
}

void KeyWatchTest::isSilentAboutAKeyThatUseMoves()
{
    QFETCH(const Generation, generation);
    QFETCH(const bool, isApiToken);
    KeyStage stage(generation);
    QVERIFY(stage.begin(isApiToken ? stage.deployment.mintApiToken(TokenScope::All)
                                   : stage.deployment.mintToken()));
    for (int day = 0; day < 3; ++day) {
        stage.pass(160h); // near the end, and nothing was asked meanwhile
        const QSignalSpy learnt(stage.session.get(), &Session::keyLearnt);
        stage.watch->reconsider();
        QTRY_COMPARE(learnt.size(), 1); // asking moves it
        QVERIFY(!stage.watch->endsSoon().isValid());
    }
}

void KeyWatchTest::tellsAtOnceAtTheStart()
{
    KeyStage stage;
    const QString token = stage.deployment.mintApiToken(TokenScope::All);
    stage.pass(160h);
    QVERIFY(stage.begin(token));
    QTRY_VERIFY(stage.watch->endsSoon().isValid());
    QCOMPARE(stage.keyCalls(), 1);
}

void KeyWatchTest::asksAboutANearEndOnceAnHour()
{
    KeyStage stage;
    QVERIFY(stage.begin(stage.deployment.mintApiToken(TokenScope::All)));
    stage.pass(160h);
    for (int minute = 0; minute < 50; ++minute) {
        stage.watch->reconsider();
        stage.clock.advance(1min);
    }
    QTRY_VERIFY(stage.watch->endsSoon().isValid());
    QCOMPARE(stage.keyCalls(), 2);
    stage.clock.advance(1h);
    stage.watch->reconsider();
    QTRY_COMPARE(stage.keyCalls(), 3);
}

/// Ours is four days behind: without heeding that, the key would seem to live for days to come.
void KeyWatchTest::goesByTheClockOfTheServer()
{
    KeyStage stage(Generation::Gen26b, 96h);
    const QString token = stage.deployment.mintApiToken(TokenScope::All);
    stage.pass(160h);
    QVERIFY(stage.begin(token));
    QTRY_VERIFY(stage.watch->endsSoon().isValid());
    const qint64 left = stage.clock.wall().secsTo(stage.watch->endsSoon());
    QVERIFY2(left > 7 * 3600 && left < 9 * 3600, qPrintable(QString::number(left)));
}

void KeyWatchTest::judgesAgainOnceThatClockIsKnown_data()
{
    QTest::addColumn<std::chrono::seconds>("ahead");
    QTest::addColumn<std::chrono::hours>("age");
    QTest::addColumn<bool>("isNear");
    QTest::newRow("ours is behind") << std::chrono::seconds(96h) << 160h << true;
    QTest::newRow("ours is ahead") << std::chrono::seconds(-96h) << 48h << false;
}

/// A sign-in hands over what it has read of the key, and the account itself has heard nothing yet.
void KeyWatchTest::judgesAgainOnceThatClockIsKnown()
{
    QFETCH(const std::chrono::seconds, ahead);
    QFETCH(const std::chrono::hours, age);
    QFETCH(const bool, isNear);
    KeyStage stage(Generation::Gen26b, ahead);
    const QString token = stage.deployment.mintApiToken(TokenScope::All);
    stage.pass(age);
    const QDateTime serverNow = stage.clock.wall().addSecs(ahead.count());
    const ApiKey key{.loginType = u"token"_s,
                     .expiresAt = {Moment::Kind::At, serverNow.addSecs((168h - age) / 1s)},
                     .lifetime = 168h};
    QSignalSpy changed(stage.watch.get(), &KeyWatch::changed);
    stage.session->adopt(stage.account, *SessionToken::fromText(token), key);
    QVERIFY(!stage.watch->endsSoon().isValid()); // whatever our clock makes of it
    QTRY_VERIFY(stage.service->learntAt().isValid());
    QTRY_COMPARE(stage.watch->endsSoon().isValid(), isNear);
    QCOMPARE(changed.size(), isNear ? 1 : 0);
    QTRY_COMPARE(stage.keyCalls(), 1); // where it seemed near or was
}

/// No question about the key comes in between.
void KeyWatchTest::tellsTheEndByAClockThatWasSetMeanwhile()
{
    KeyStage stage;
    const QString token = stage.deployment.mintApiToken(TokenScope::All);
    stage.pass(160h);
    QVERIFY(stage.begin(token));
    QTRY_VERIFY(stage.watch->endsSoon().isValid());
    const QDateTime before = stage.watch->endsSoon();
    const QSignalSpy changed(stage.watch.get(), &KeyWatch::changed);
    stage.clock.setWall(stage.clock.wall().addDays(-30));
    stage.service->refresh();
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(std::abs(stage.watch->endsSoon().secsTo(before.addDays(-30))) < 60);
    QCOMPARE(stage.keyCalls(), 1);
}

void KeyWatchTest::isSilentOnceThePersonSignedInAgain()
{
    KeyStage stage;
    const QString token = stage.deployment.mintApiToken(TokenScope::All);
    stage.pass(160h);
    QVERIFY(stage.begin(token));
    QTRY_VERIFY(stage.watch->endsSoon().isValid());
    const auto fresh = SessionToken::fromText(stage.deployment.mintToken());
    stage.session->adopt(stage.account, *fresh, {});
    QVERIFY(!stage.watch->endsSoon().isValid());
}

/// One question that failed is no reason never to know.
void KeyWatchTest::asksAgainWhereTheEndWasNotTold()
{
    KeyStage stage;
    const QString token = stage.deployment.mintApiToken(TokenScope::All);
    const QByteArray keyPath = "/api/v2/users/me/keys/" + token.section(u'-', 0, 0).toLatin1();
    stage.deployment.misbehave({.kind = Misconduct::Kind::Status, .path = keyPath, .status = 502});
    stage.store.tokens.insert(stage.account.id(), *SessionToken::fromText(token));
    stage.session->restore();
    QTRY_VERIFY(stage.service->learntAt().isValid());
    QTRY_COMPARE(stage.keyCalls(), 1);
    stage.deployment.behave();
    stage.watch->reconsider();
    stage.clock.advance(59min);
    stage.watch->reconsider();
    QCOMPARE(stage.keyCalls(), 1);
    const QSignalSpy learnt(stage.session.get(), &Session::keyLearnt);
    stage.clock.advance(1min);
    stage.watch->reconsider();
    QTRY_COMPARE(learnt.size(), 1);
    QCOMPARE(stage.keyCalls(), 2);
}

QTEST_GUILESS_MAIN(KeyWatchTest)
#include "tst_keywatch.moc"

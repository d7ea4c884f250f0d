// SPDX-License-Identifier: MIT
#include "session/session.h"

#include "deployment/deployment.h"
#include "support/scriptedtokenstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using simulated::Deployment;
using simulated::Misconduct;
using simulated::TokenScope;
using Trouble = Session::Trouble;

Q_DECLARE_METATYPE(Misconduct)

/// A deployment, a keychain and one account between them.
class SessionStage
{
public:
    explicit SessionStage(const RestLimits &limits = {})
    {
        if (!deployment.listen())
            qFatal("No port to listen on");
        account = {.server = *ServerUrl::fromUserInput(deployment.url().toString()),
                   .userId = deployment.world().keyring.userNamed(u"ada"_s)->id,
                   .userName = UntrustedText::name(u"ada")};
        session = std::make_unique<Session>(account, store, limits);
    }

    SessionToken keep(const QString &token)
    {
        store.tokens.insert(account.id(), *SessionToken::fromText(token));
        return *SessionToken::fromText(token);
    }

    [[nodiscard]] bool signIn()
    {
        keep(deployment.mintToken());
        session->restore();
        return QTest::qWaitFor([this] { return session->as<Session::SignedIn>() != nullptr; });
    }
    /// Signed in, and nothing under way any more.
    [[nodiscard]] bool begin()
    {
        return signIn() && QTest::qWaitFor([this] {
                   return session->as<Session::SignedIn>()->tokenEnds().kind == Moment::Kind::At;
               });
    }

    [[nodiscard]] bool failsWith(Trouble why)
    {
        return QTest::qWaitFor([&] {
            const auto *failed = session->as<Session::Failed>();
            return failed && failed->why == why;
        });
    }

    Deployment deployment;
    ScriptedTokenStore store;
    Account account;
    std::unique_ptr<Session> session;
};

/// One account's life, and what may and may not end it.
class SessionTest : public QObject
{
    Q_OBJECT

private slots:
    void restoresAndChecks();
    void goesThroughItsStatesInOrder();
    void tellsTheKeychainsStatesApart_data();
    void tellsTheKeychainsStatesApart();
    void neverUnlocksByItself();
    void unlocksOnAWish_data();
    void unlocksOnAWish();
    void waitingForTheKeyringCanBeCancelled();
    void lateUnlockStillSucceeds();
    void asksNobodyTwice();
    void checkingAgainLeavesThePromptAlone();
    void noticesWhoElseUnlocks();
    void goesOnWhereTheKeyringIsOpenLater_data();
    void goesOnWhereTheKeyringIsOpenLater();
    void doesNotInsistWhereAPersonMayHaveSaidNo_data();
    void doesNotInsistWhereAPersonMayHaveSaidNo();
    void looksAtALockedKeyringQuietly();
    void missingTokenKeepsTheAccount();
    void forgottenTokenOfAnEarlierRunIsNotLookedFor();
    void whoSignedOutIsAskedNothing();
    void refusedTokenSuspendsAndKeepsEverything();
    void refusedTokenSuspendsWheneverItIsSeen();
    void suspendedUserIsToldApart();
    void whatIsNotCodersChangesNothing_data();
    void whatIsNotCodersChangesNothing();
    void narrowTokenIsToldApart();
    void otherUsersTokenIsNotUsed();
    void comesBackWhenTheServerDoes();
    void signsInAgainAfterASuspension();
    void missingKeyDetailsAreNoReasonToFail();
    void waitsForNoKeyDetails();
    void learnsAtEveryStartWhereItsPagesAre();
    void learnsAtEveryStartWhatItsUserIsCalled();
    void forgetsOnAWish();
    void lateRefusalAfterForgettingSaysNothing();
    void lateAnswerAboutAnOldTokenSaysNothing();
    void diesQuietlyInTheMiddle();
};

void SessionTest::restoresAndChecks()
{
    SessionStage stage;
    QVERIFY(stage.session->as<Session::SignedOut>());
    QVERIFY(!stage.session->hasToken());
    QVERIFY(stage.begin());
    const auto *in = stage.session->as<Session::SignedIn>();
    QTRY_COMPARE(in->tokenEnds().kind, Moment::Kind::At);
    QVERIFY(stage.session->hasToken());
    QCOMPARE(stage.store.reads, 1);
}

void SessionTest::goesThroughItsStatesInOrder()
{
    SessionStage stage;
    QList<size_t> states;
    connect(stage.session.get(), &Session::stateChanged, this,
            [&] { states.append(stage.session->state().index()); });
    QVERIFY(stage.signIn());
    QCOMPARE(states, (QList<size_t>{1, 2, 3})); // Restoring, Checking, SignedIn
    QCOMPARE(stage.deployment.requestsTo("GET", "/api/v2/users/me").size(), 1);
}

void SessionTest::tellsTheKeychainsStatesApart_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("trouble");
    QTest::newRow("locked") << int(StoreState::Locked) << int(Trouble::KeychainLocked);
    QTest::newRow("no collection")
        << int(StoreState::NoCollection) << int(Trouble::KeychainNoCollection);
    QTest::newRow("absent") << int(StoreState::Absent) << int(Trouble::KeychainAbsent);
    QTest::newRow("denied") << int(StoreState::Denied) << int(Trouble::KeychainDenied);
    QTest::newRow("hung") << int(StoreState::Hung) << int(Trouble::KeychainHung);
    QTest::newRow("broken") << int(StoreState::Broken) << int(Trouble::KeychainBroken);
}

void SessionTest::tellsTheKeychainsStatesApart()
{
    QFETCH(const int, state);
    QFETCH(const int, trouble);
    SessionStage stage;
    stage.keep(stage.deployment.mintToken());
    stage.store.state = static_cast<StoreState>(state);
    stage.session->restore();
    QVERIFY(stage.failsWith(static_cast<Trouble>(trouble)));
    QCOMPARE(stage.store.reads, 0);
    QVERIFY(stage.deployment.requests().isEmpty());

    SessionStage fails; // ready when probed, and then not
    fails.keep(fails.deployment.mintToken());
    fails.store.failure = static_cast<StoreState>(state);
    fails.session->restore();
    QVERIFY(fails.failsWith(static_cast<Trouble>(trouble)));
    QVERIFY(fails.deployment.requests().isEmpty());
}

void SessionTest::neverUnlocksByItself()
{
    SessionStage stage;
    stage.store.state = StoreState::Locked;
    stage.session->restore();
    QVERIFY(stage.failsWith(Trouble::KeychainLocked));
    stage.session->checkAgain();
    QVERIFY(stage.session->as<Session::Restoring>());
    QVERIFY(!stage.session->as<Session::Restoring>()->unlocking);
    QVERIFY(stage.failsWith(Trouble::KeychainLocked));
    QCOMPARE(stage.store.unlocks, 0);
}

void SessionTest::unlocksOnAWish_data()
{
    QTest::addColumn<bool>("agrees");
    QTest::newRow("the person agrees") << true;
    QTest::newRow("the person closes the prompt") << false;
}

void SessionTest::unlocksOnAWish()
{
    QFETCH(const bool, agrees);
    SessionStage stage;
    stage.keep(stage.deployment.mintToken());
    stage.store.state = StoreState::Locked;
    stage.store.afterUnlock = agrees ? StoreState::Ready : StoreState::Denied;
    stage.store.hold(); // a prompt is up, for as long as the person likes
    stage.session->unlock();
    QVERIFY(stage.session->as<Session::Restoring>());
    QVERIFY(stage.session->as<Session::Restoring>()->unlocking);
    stage.store.letGo();
    if (agrees)
        QTRY_VERIFY(stage.session->as<Session::SignedIn>());
    else
        QVERIFY(stage.failsWith(Trouble::KeychainDenied));
}

void SessionTest::waitingForTheKeyringCanBeCancelled()
{
    SessionStage stage;
    stage.keep(stage.deployment.mintToken());
    stage.store.state = StoreState::Locked;
    stage.store.afterUnlock = StoreState::Denied;
    stage.session->cancelUnlock(); // nothing is waited for
    QVERIFY(stage.session->as<Session::SignedOut>());
    stage.store.hold();
    stage.session->unlock();
    stage.session->cancelUnlock();
    QVERIFY(stage.failsWith(Trouble::KeychainLocked));
    const QSignalSpy changed(stage.session.get(), &Session::stateChanged);
    QSignalSpy answered(&stage.store, &ScriptedTokenStore::unlocked);
    stage.store.letGo();
    QVERIFY(answered.wait());
    QVERIFY(changed.isEmpty()); // the person closed a prompt nobody waited for
    stage.store.afterUnlock = StoreState::Ready;
    stage.session->unlock();
    QTRY_VERIFY(stage.session->as<Session::SignedIn>());
    QCOMPARE(stage.store.unlocks, 2);
}

void SessionTest::lateUnlockStillSucceeds()
{
    SessionStage stage;
    stage.keep(stage.deployment.mintToken());
    stage.store.state = StoreState::Locked;
    stage.store.hold();
    stage.session->unlock();
    stage.session->cancelUnlock();
    QVERIFY(stage.failsWith(Trouble::KeychainLocked));
    stage.store.letGo();
    QTRY_VERIFY(stage.session->as<Session::SignedIn>());
}

void SessionTest::asksNobodyTwice()
{
    SessionStage stage;
    stage.keep(stage.deployment.mintToken());
    stage.store.state = StoreState::Locked;
    stage.store.hold();
    stage.session->unlock();
    stage.session->cancelUnlock();
    stage.session->unlock();
    QVERIFY(stage.session->as<Session::Restoring>()->unlocking);
    QCOMPARE(stage.store.unlocks, 1);
    stage.store.letGo();
    QTRY_VERIFY(stage.session->as<Session::SignedIn>());
}

/// "Check all now" while the keyring asks.
void SessionTest::checkingAgainLeavesThePromptAlone()
{
    SessionStage stage;
    stage.keep(stage.deployment.mintToken());
    stage.store.state = StoreState::Locked;
    stage.store.hold();
    stage.session->unlock();
    stage.session->checkAgain();
    QVERIFY(stage.session->as<Session::Restoring>()->unlocking);
    QCOMPARE(stage.store.probes, 0);
    stage.store.letGo();
    QTRY_VERIFY(stage.session->as<Session::SignedIn>());
}

/// The prompt that was given up is still there, and another program has unlocked the keyring.
void SessionTest::noticesWhoElseUnlocks()
{
    SessionStage stage;
    stage.keep(stage.deployment.mintToken());
    stage.store.state = StoreState::Locked;
    stage.store.hold();
    stage.session->unlock();
    stage.session->cancelUnlock();
    stage.store.state = StoreState::Ready;
    stage.session->unlock();
    QCOMPARE(stage.store.unlocks, 1);
    QCOMPARE(stage.store.probes, 1); // the prompt may never be answered
    stage.store.letGo();
    QTRY_VERIFY(stage.session->as<Session::SignedIn>());
}

void SessionTest::goesOnWhereTheKeyringIsOpenLater_data()
{
    QTest::addColumn<StoreState>("store");
    QTest::addColumn<Trouble>("trouble");
    QTest::newRow("locked") << StoreState::Locked << Trouble::KeychainLocked;
    QTest::newRow("not created") << StoreState::NoCollection << Trouble::KeychainNoCollection;
    QTest::newRow("not started") << StoreState::Absent << Trouble::KeychainAbsent;
    QTest::newRow("slow") << StoreState::Hung << Trouble::KeychainHung;
    QTest::newRow("starting anew") << StoreState::Broken << Trouble::KeychainBroken;
}

void SessionTest::goesOnWhereTheKeyringIsOpenLater()
{
    QFETCH(const StoreState, store);
    QFETCH(const Trouble, trouble);
    SessionStage stage;
    stage.keep(stage.deployment.mintToken());
    stage.store.state = store;
    stage.session->restore();
    QVERIFY(stage.failsWith(trouble));
    stage.store.state = StoreState::Ready; // by another program
    stage.session->restoreIfKeyringIsOpen();
    QTRY_VERIFY(stage.session->as<Session::SignedIn>());
    QCOMPARE(stage.store.unlocks, 0);
}

void SessionTest::doesNotInsistWhereAPersonMayHaveSaidNo_data()
{
    QTest::addColumn<StoreState>("store");
    QTest::addColumn<std::optional<StoreState>>("failure");
    QTest::addColumn<Trouble>("trouble");
    const std::optional<StoreState> none;
    const std::optional<StoreState> hung = StoreState::Hung;
    const std::optional<StoreState> broken = StoreState::Broken;
    QTest::newRow("denied") << StoreState::Denied << none << Trouble::KeychainDenied;
    QTest::newRow("no answer yet") << StoreState::Ready << hung << Trouble::KeychainHung;
    QTest::newRow("broken") << StoreState::Ready << broken << Trouble::KeychainBroken;
}

/// The keyring's own question would come back once a minute.
void SessionTest::doesNotInsistWhereAPersonMayHaveSaidNo()
{
    QFETCH(const StoreState, store);
    QFETCH(const std::optional<StoreState>, failure);
    QFETCH(const Trouble, trouble);
    SessionStage stage;
    stage.keep(stage.deployment.mintToken());
    stage.store.state = store;
    stage.store.failure = failure;
    stage.session->restore();
    QVERIFY(stage.failsWith(trouble));
    const int probes = stage.store.probes;
    stage.store.state = StoreState::Ready;
    stage.session->restoreIfKeyringIsOpen();
    QCOMPARE(stage.store.probes, probes);
}

void SessionTest::looksAtALockedKeyringQuietly()
{
    SessionStage stage;
    stage.keep(stage.deployment.mintToken());
    stage.store.state = StoreState::Locked;
    stage.session->restore();
    QVERIFY(stage.failsWith(Trouble::KeychainLocked));
    const QSignalSpy changed(stage.session.get(), &Session::stateChanged);
    QSignalSpy later(&stage.store, &ScriptedTokenStore::probed);
    stage.session->restoreIfKeyringIsOpen();
    QVERIFY(later.wait());
    QVERIFY(changed.isEmpty());
    QCOMPARE(stage.store.unlocks + stage.store.reads, 0);
}

void SessionTest::missingTokenKeepsTheAccount()
{
    SessionStage stage;
    stage.session->restore();
    QVERIFY(stage.failsWith(Trouble::TokenMissing));
    QCOMPARE(stage.session->account(), stage.account);
    QCOMPARE(stage.store.erasures, 0);
}

void SessionTest::forgottenTokenOfAnEarlierRunIsNotLookedFor()
{
    SessionStage stage;
    stage.account.keeping = Account::Keeping::ThisRun;
    stage.session = std::make_unique<Session>(stage.account, stage.store);
    stage.session->restore();
    QVERIFY(stage.failsWith(Trouble::TokenMissing));
    QCOMPARE(stage.store.probes + stage.store.reads, 0);
}

void SessionTest::whoSignedOutIsAskedNothing()
{
    SessionStage stage;
    stage.account.keeping = Account::Keeping::Nowhere;
    stage.session = std::make_unique<Session>(stage.account, stage.store);
    const QSignalSpy changed(stage.session.get(), &Session::stateChanged);
    stage.session->restore();
    QVERIFY(stage.session->as<Session::SignedOut>());
    stage.session->checkAgain();
    QVERIFY(stage.session->as<Session::SignedOut>());
    QVERIFY(changed.isEmpty()); // nothing is another than before
    QCOMPARE(stage.store.probes + stage.store.reads, 0);
}

void SessionTest::refusedTokenSuspendsAndKeepsEverything()
{
    SessionStage stage;
    const QString token = stage.deployment.mintToken();
    stage.keep(token);
    stage.deployment.revokeToken(token);
    stage.session->restore();
    QVERIFY(stage.failsWith(Trouble::TokenRejected));
    QCOMPARE(stage.session->as<Session::Failed>()->error->status, 401);
    QVERIFY(stage.session->hasToken());
    QCOMPARE(stage.store.erasures, 0);
    QCOMPARE(stage.store.tokens.size(), 1); // suspended, not deleted
    QCOMPARE(stage.session->account(), stage.account);
}

void SessionTest::refusedTokenSuspendsWheneverItIsSeen()
{
    SessionStage stage;
    QVERIFY(stage.begin());
    stage.deployment.revokeToken(
        QString::fromLatin1(stage.store.tokens.begin()->bytes().toByteArray()));
    stage.session->api().list(*stage.session, [](const Answer<Listing> &) {});
    QVERIFY(stage.failsWith(Trouble::TokenRejected));
    QCOMPARE(stage.store.erasures, 0);
}

void SessionTest::suspendedUserIsToldApart()
{
    SessionStage stage;
    stage.keep(stage.deployment.mintToken());
    stage.deployment.suspend(u"ada"_s);
    stage.session->restore();
    QVERIFY(stage.failsWith(Trouble::UserSuspended));
    stage.deployment.suspend(u"ada"_s, false);
    stage.session->checkAgain();
    QTRY_VERIFY(stage.session->as<Session::SignedIn>());
}

void SessionTest::whatIsNotCodersChangesNothing_data()
{
    QTest::addColumn<Misconduct>("misconduct");
    using Kind = Misconduct::Kind;
    for (const int status : {401, 403, 407, 502, 503, 504})
        QTest::addRow("a page with %d", status)
            << Misconduct{.kind = Kind::Status, .status = status, .body = "<html>"};
    QTest::newRow("a sign-in page") << Misconduct{.kind = Kind::HtmlPage};
    QTest::newRow("Coder's page with 401")
        << Misconduct{.kind = Kind::Status, .status = 401, .body = "<html>", .isCoders = true};
    QTest::newRow("JSON of somebody else's with 401") << Misconduct{.kind = Kind::Status,
                                                                    .status = 401,
                                                                    .mediaType = "application/json",
                                                                    .body = "{\"message\":\"no\"}"};
    QTest::newRow("redirect") << Misconduct{.kind = Kind::Redirect,
                                            .location = QUrl(u"https://x.example/"_s)};
    QTest::newRow("429") << Misconduct{.kind = Kind::RateLimited};
    QTest::newRow("dropped") << Misconduct{.kind = Kind::Reset};
    QTest::newRow("silence") << Misconduct{.kind = Kind::Hang};
    QTest::newRow("half an answer") << Misconduct{.kind = Kind::CutBody};
    QTest::newRow("Coder's own 403") << Misconduct::coderError(403, u"Forbidden."_s);
    QTest::newRow("Coder's own 500") << Misconduct::coderError(500, u"Internal error."_s);
}

void SessionTest::whatIsNotCodersChangesNothing()
{
    QFETCH(const Misconduct, misconduct);
    SessionStage stage({.idle = 500ms, .total = 700ms});
    stage.keep(stage.deployment.mintToken());
    stage.deployment.misbehave(misconduct);
    stage.session->restore();
    QVERIFY(stage.failsWith(Trouble::Unreachable));
    QVERIFY(stage.session->hasToken());
    QCOMPARE(stage.store.tokens.size(), 1);
    stage.deployment.behave();
    stage.session->checkAgain();
    QTRY_VERIFY(stage.session->as<Session::SignedIn>());
    QCOMPARE(stage.store.reads, 1); // with the token at hand
}

void SessionTest::narrowTokenIsToldApart()
{
    SessionStage stage;
    stage.keep(stage.deployment.mintToken(TokenScope::Narrow));
    stage.session->restore();
    QVERIFY(stage.failsWith(Trouble::ScopeTooNarrow));
    QVERIFY(stage.session->hasToken());
}

void SessionTest::otherUsersTokenIsNotUsed()
{
    SessionStage stage;
    stage.deployment.addUser(u"grace"_s, u"Grace Hopper"_s);
    stage.keep(stage.deployment.mintToken(TokenScope::All, u"grace"_s));
    stage.session->restore();
    QVERIFY(stage.failsWith(Trouble::OtherUser));
    QVERIFY2(!stage.session->hasToken(), "grace's links must not be listed as ada's");
    QCOMPARE(stage.store.tokens.size(), 1);
}

void SessionTest::comesBackWhenTheServerDoes()
{
    SessionStage stage;
    stage.keep(stage.deployment.mintToken());
    stage.deployment.goDown();
    stage.session->restore();
    QVERIFY(stage.failsWith(Trouble::Unreachable));
    QCOMPARE(stage.session->as<Session::Failed>()->error->kind, ApiError::Kind::Offline);
    QVERIFY(stage.deployment.comeBack());
    stage.session->checkAgain();
    stage.session->checkAgain(); // a second click
    QTRY_VERIFY(stage.session->as<Session::SignedIn>());
    QCOMPARE(stage.deployment.requestsTo("GET", "/api/v2/users/me").size(), 1);
}

void SessionTest::signsInAgainAfterASuspension()
{
    SessionStage stage;
    QVERIFY(stage.begin());
    stage.deployment.revokeToken(
        QString::fromLatin1(stage.store.tokens.begin()->bytes().toByteArray()));
    stage.session->checkAgain();
    QVERIFY(stage.failsWith(Trouble::TokenRejected));
    const auto token = SessionToken::fromText(stage.deployment.mintToken());
    stage.session->adopt(stage.account, *token, {});
    QVERIFY(stage.session->as<Session::SignedIn>());
    stage.session->checkAgain();
    QTRY_VERIFY(stage.session->as<Session::SignedIn>());
}

void SessionTest::missingKeyDetailsAreNoReasonToFail()
{
    SessionStage stage;
    stage.deployment.misbehave(
        {.kind = Misconduct::Kind::Status, .path = "/api/v2/users/me/keys/*", .status = 502});
    QVERIFY(stage.signIn());
    QCOMPARE(stage.session->as<Session::SignedIn>()->tokenEnds(), Moment());
}

void SessionTest::waitsForNoKeyDetails()
{
    SessionStage stage;
    stage.deployment.misbehave(
        {.kind = Misconduct::Kind::HoldAnswer, .path = "/api/v2/users/me/keys/*"});
    QSignalSpy learnt(stage.session.get(), &Session::keyLearnt);
    QVERIFY(stage.signIn());
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    QCOMPARE(learnt.count(), 0);
    stage.deployment.release();
    QTRY_COMPARE(learnt.count(), 1);
    QCOMPARE(stage.session->as<Session::SignedIn>()->tokenEnds().kind, Moment::Kind::At);
}

void SessionTest::learnsAtEveryStartWhereItsPagesAre()
{
    SessionStage stage;
    stage.deployment.world().dashboardUrl = QUrl(u"https://new.example.com"_s);
    stage.deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer, .path = "/api/v2/buildinfo"});
    const QSignalSpy renewed(stage.session.get(), &Session::accountRenewed);
    QVERIFY(stage.signIn()); // without waiting for it
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.deployment.release();
    QTRY_COMPARE(renewed.count(), 1);
    QCOMPARE(stage.session->account().dashboard.host(), u"new.example.com"_s);
    QVERIFY(!stage.session->account().deploymentId.isEmpty());
}

/// Who it is stays the same: an account is an origin and an id.
void SessionTest::learnsAtEveryStartWhatItsUserIsCalled()
{
    SessionStage stage;
    QVERIFY(stage.begin());
    QTRY_VERIFY(!stage.session->account().deploymentId.isEmpty()); // nothing else is news then
    const QSignalSpy renewed(stage.session.get(), &Session::accountRenewed);
    stage.deployment.world().keyring.userNamed(u"ada"_s)->username = u"ada-lovelace"_s;
    stage.session->checkAgain();
    QTRY_VERIFY(stage.session->as<Session::SignedIn>());
    QCOMPARE(stage.session->account().userName.plain(), u"ada-lovelace"_s);
    QCOMPARE(stage.session->account().id(), stage.account.id());
    QCOMPARE(renewed.count(), 1);
    stage.session->checkAgain();
    QTRY_VERIFY(stage.session->as<Session::SignedIn>());
    QCOMPARE(renewed.count(), 1);
}

void SessionTest::forgetsOnAWish()
{
    SessionStage stage;
    QVERIFY(stage.begin());
    QVERIFY(stage.deployment.openConnections() > 0);
    stage.session->forget();
    QVERIFY(stage.session->as<Session::SignedOut>());
    QVERIFY(!stage.session->hasToken());
    QTRY_COMPARE(stage.deployment.openConnections(), 0); // those that carried it
}

void SessionTest::lateRefusalAfterForgettingSaysNothing()
{
    SessionStage stage;
    QVERIFY(stage.begin());
    stage.deployment.revokeToken(
        QString::fromLatin1(stage.store.tokens.begin()->bytes().toByteArray()));
    stage.deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer});
    bool answered = false;
    stage.session->api().list(*this, [&](const Answer<Listing> &) { answered = true; });
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.session->forget();
    stage.deployment.release();
    QTRY_VERIFY(answered);
    QVERIFY(stage.session->as<Session::SignedOut>());
}

void SessionTest::lateAnswerAboutAnOldTokenSaysNothing()
{
    SessionStage stage;
    QVERIFY(stage.begin());
    stage.deployment.revokeToken(
        QString::fromLatin1(stage.store.tokens.begin()->bytes().toByteArray()));
    stage.deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer});
    stage.session->checkAgain();
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.session->adopt(stage.account, *SessionToken::fromText(stage.deployment.mintToken()), {});
    stage.deployment.behave();
    stage.deployment.release();
    bool answered = false;
    stage.session->api().me(*this,
                            [&](const Answer<User> &answer) { answered = answer.hasValue(); });
    QTRY_VERIFY(answered);
    QVERIFY(stage.session->as<Session::SignedIn>());
}

void SessionTest::diesQuietlyInTheMiddle()
{
    SessionStage stage;
    stage.keep(stage.deployment.mintToken());
    stage.store.hold();
    stage.session->restore();
    stage.session = std::make_unique<Session>(stage.account, stage.store);
    stage.store.letGo();
    QCoreApplication::processEvents();
    QVERIFY(stage.session->as<Session::SignedOut>());
    stage.deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer});
    stage.session->restore();
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.session.reset();
    stage.deployment.release();
    QCoreApplication::processEvents();
    QCOMPARE(stage.deployment.requests().size(), 1);
}

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"

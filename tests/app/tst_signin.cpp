// SPDX-License-Identifier: MIT
#include "session/signin.h"

#include "deployment/deployment.h"
#include "session/memorytokenstore.h"
#include "support/clifolder.h"
#include "support/scriptedtokenstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using simulated::Deployment;
using simulated::Misconduct;
using simulated::TokenScope;
using TokenProblem = SignIn::TokenProblem;

/// A person who adds an account.
class SignInStage
{
public:
    explicit SignInStage(const std::optional<Account> &expected = std::nullopt)
    {
        if (!deployment.listen())
            qFatal("No port to listen on");
        begin(expected);
    }

    void begin(const std::optional<Account> &expected)
    {
        signIn = std::make_unique<SignIn>(keychain, thisRun, expected,
                                          RestLimits{.idle = 700ms, .total = 1000ms});
    }

    template <typename S>
    [[nodiscard]] bool reaches()
    {
        return QTest::qWaitFor([this] { return signIn->as<S>() != nullptr; });
    }
    [[nodiscard]] bool reachServer()
    {
        signIn->checkAddress(deployment.url().toString());
        return reaches<SignIn::NeedsToken>();
    }
    [[nodiscard]] bool recognise()
    {
        if (!reachServer())
            return false;
        signIn->checkToken(deployment.mintToken());
        return reaches<SignIn::Known>();
    }
    [[nodiscard]] std::optional<TokenProblem> tokenProblem()
    {
        (void)QTest::qWaitFor([this] {
            const auto *needs = signIn->as<SignIn::NeedsToken>();
            return needs && needs->problem;
        });
        const auto *needs = signIn->as<SignIn::NeedsToken>();
        return needs ? needs->problem : std::nullopt;
    }
    /// The command line is signed in, with \a token.
    [[nodiscard]] CliImport cli(const QString &token) const
    {
        return cliAt(deployment.url().toString(), token);
    }
    [[nodiscard]] CliImport cliAt(const QString &address, const QString &token) const
    {
        folder.signIn(address, token);
        return folder.cli();
    }
    [[nodiscard]] bool recogniseCommandLine(const QString &token)
    {
        signIn->useCommandLine(cli(token));
        return reaches<SignIn::Known>();
    }
    /// The keychain does not take what was made for the command line's user.
    [[nodiscard]] bool failsToKeepAMadeKey()
    {
        keychain.failure = StoreState::Broken;
        if (!recogniseCommandLine(deployment.mintToken()))
            return false;
        signIn->keep(Account::Keeping::Keychain);
        return QTest::qWaitFor([this] {
            const auto *known = signIn->as<SignIn::Known>();
            return known && known->problem;
        });
    }
    [[nodiscard]] qsizetype keyCalls() const
    {
        return deployment.requestsTo("POST", "/api/v2/users/me/keys").size();
    }
    [[nodiscard]] qsizetype requests() const { return deployment.requests().size(); }

    Deployment deployment;
    ScriptedTokenStore keychain;
    MemoryTokenStore thisRun;
    CliFolder folder;
    std::unique_ptr<SignIn> signIn;
};

/// Adding an account: each failure stands at its step, and a token goes nowhere it was not meant
/// for.
class SignInTest : public QObject
{
    Q_OBJECT

private slots:
    void goesThroughEveryStep();
    void sendsNoTokenBeforeTheServerIsKnown();
    void saysWhatIsWrongWithAnAddress();
    void saysWhyAServerCannotBeReached_data();
    void saysWhyAServerCannotBeReached();
    void asksBeforePlainHttp();
    void remembersTheConsentOfTheAccount();
    void dropsTheAnswerOfAnAddressThatWasGivenUp();
    void refusesWhatIsNoTokenWithoutSendingIt();
    void tellsTokenProblemsApart_data();
    void tellsTokenProblemsApart();
    void refusesAnotherUsersTokenWhenSigningInAgain();
    void keepsTheAddressWhenATokenFails();
    void neverTakesOneTokensAnswerForAnothers();
    void tellsOfADeploymentThatMayHaveMoved();
    void mergesNothingByItself_data();
    void mergesNothingByItself();
    void keepsInTheKeychain();
    void keepsForThisRunOnlyOnAWish();
    void staysWhereTheKeychainRefuses_data();
    void staysWhereTheKeychainRefuses();
    void keepsWhatIsBeingKept();
    void asksTheKeychainAtOnceAndUnlocksOnAWish();
    void asksNobodyTwiceToUnlock();
    void makesItsOwnKeyWithTheCommandLines();
    void takesThePastedSessionOfTheCommandLineAsACopy();
    void makesNoKeyBeforeThePersonSaysSo();
    void sendsTheCommandLinesTokenNowhereElse_data();
    void sendsTheCommandLinesTokenNowhereElse();
    void tellsWhatIsWrongWithTheCommandLinesSession_data();
    void tellsWhatIsWrongWithTheCommandLinesSession();
    void tellsWhyNoKeyWasMade_data();
    void tellsWhyNoKeyWasMade();
    void asksForOneKeyThoughItsAnswerIsLost();
    void forgetsTheCommandLinesTokenOnceItHasItsOwn();
    void takesNoSessionThatWentElsewhereMeanwhile();
    void handsBackAKeyThatIsNotKept();
    void handsBackAKeyThatIsGivenUpWhileItIsKept_data();
    void handsBackAKeyThatIsGivenUpWhileItIsKept();
    void handsBackAKeyForTheNextToken();
    void changesNothingWhileItIsKept();
    void findsTheTokenPageWhereThePersonReachesIt();
    void knowsWhereADeploymentSaysThatItIs();
};

void SignInTest::goesThroughEveryStep()
{
    SignInStage stage;
    QList<size_t> states;
    connect(stage.signIn.get(), &SignIn::stateChanged, this,
            [&] { states.append(stage.signIn->state().index()); });
    QVERIFY(stage.recognise());
    const auto *known = stage.signIn->as<SignIn::Known>();
    QCOMPARE(known->user.username.plain(), u"ada"_s);
    QVERIFY(known->key);
    QCOMPARE(stage.signIn->tokenPage().url().path(), u"/cli-auth"_s);
    stage.signIn->keep(Account::Keeping::Keychain);
    QVERIFY(stage.reaches<SignIn::Finished>());
    // Probing, NeedsToken, Asking, Known, Keeping, Finished
    QCOMPARE(states, (QList<size_t>{2, 3, 4, 5, 7, 8}));
    const auto *finished = stage.signIn->as<SignIn::Finished>();
    QCOMPARE(finished->account.server.origin(), stage.deployment.url().toString());
    QCOMPARE(finished->account.userName.plain(), u"ada"_s);
    QCOMPARE(finished->key->expiresAt.kind, Moment::Kind::At);
}

void SignInTest::sendsNoTokenBeforeTheServerIsKnown()
{
    SignInStage stage;
    stage.signIn->checkToken(stage.deployment.mintToken()); // nothing to send it to yet
    QVERIFY(stage.signIn->as<SignIn::NeedsAddress>());
    QVERIFY(stage.reachServer());
    QCOMPARE(stage.requests(), 1);
    QVERIFY(!stage.deployment.requests().first().hadToken);
    QCOMPARE(stage.deployment.requests().first().path, "/api/v2/buildinfo");
}

void SignInTest::saysWhatIsWrongWithAnAddress()
{
    SignInStage stage;
    stage.signIn->checkAddress(u"file:///etc/passwd"_s);
    const auto *needs = stage.signIn->as<SignIn::NeedsAddress>();
    QVERIFY(needs && needs->problem && std::holds_alternative<ServerUrl::Refusal>(*needs->problem));
    QVERIFY(!stage.signIn->tokenPage().isUsable());
    QCOMPARE(stage.requests(), 0);
}

void SignInTest::saysWhyAServerCannotBeReached_data()
{
    QTest::addColumn<int>("misconduct");
    QTest::addColumn<int>("kind");
    using Kind = Misconduct::Kind;
    QTest::newRow("silence") << int(Kind::Hang) << int(ApiError::Kind::TimedOut);
    QTest::newRow("a page") << int(Kind::HtmlPage) << int(ApiError::Kind::NotCoder);
    QTest::newRow("a redirect") << int(Kind::Redirect) << int(ApiError::Kind::Redirected);
    QTest::newRow("dropped") << int(Kind::Reset) << int(ApiError::Kind::Offline);
    QTest::newRow("a gateway") << int(Kind::Status) << int(ApiError::Kind::ServerFault);
}

void SignInTest::saysWhyAServerCannotBeReached()
{
    QFETCH(const int, misconduct);
    QFETCH(const int, kind);
    SignInStage stage;
    stage.deployment.misbehave({.kind = static_cast<Misconduct::Kind>(misconduct),
                                .location = QUrl(u"https://x.example/"_s)});
    stage.signIn->checkAddress(stage.deployment.url().toString());
    QVERIFY(stage.signIn->as<SignIn::Probing>());
    QVERIFY(stage.reaches<SignIn::NeedsAddress>());
    const auto problem = stage.signIn->as<SignIn::NeedsAddress>()->problem;
    QVERIFY(problem && std::holds_alternative<ApiError>(*problem));
    QCOMPARE(int(std::get<ApiError>(*problem).kind), kind);
    stage.deployment.behave();
    QVERIFY(stage.reachServer());
}

void SignInTest::asksBeforePlainHttp()
{
    SignInStage stage;
    stage.signIn->checkAddress(u"http://coder.invalid"_s);
    QVERIFY(stage.signIn->as<SignIn::NeedsConsent>());
    QCOMPARE(stage.signIn->as<SignIn::NeedsConsent>()->server.origin(), u"http://coder.invalid"_s);
    stage.signIn->useHttps();
    QVERIFY(stage.signIn->as<SignIn::Probing>());
    QCOMPARE(stage.signIn->as<SignIn::Probing>()->server.origin(), u"https://coder.invalid"_s);
    stage.signIn->checkAddress(u"http://coder.invalid"_s);
    stage.signIn->acceptPlainHttp();
    QVERIFY(stage.signIn->as<SignIn::Probing>());
    QVERIFY(stage.signIn->as<SignIn::Probing>()->plainHttpAccepted);
    stage.signIn->acceptPlainHttp(); // asked only once
    QVERIFY(stage.signIn->as<SignIn::Probing>());
}

void SignInTest::remembersTheConsentOfTheAccount()
{
    const Account account{.server = *ServerUrl::fromUserInput(u"http://coder.invalid"_s),
                          .userId = u"u"_s,
                          .plainHttpAccepted = true};
    SignInStage stage(account);
    stage.signIn->checkAddress(u"http://coder.invalid"_s);
    QVERIFY(stage.signIn->as<SignIn::Probing>());
    stage.signIn->checkAddress(u"http://other.invalid"_s);
    QVERIFY(stage.signIn->as<SignIn::NeedsConsent>());
}

void SignInTest::dropsTheAnswerOfAnAddressThatWasGivenUp()
{
    SignInStage stage;
    for (const QString &next : {u"ftp://x"_s, u"http://coder.invalid"_s, QString()}) {
        stage.deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer});
        stage.signIn->checkAddress(stage.deployment.url().toString());
        QTRY_COMPARE(stage.deployment.heldCount(), 1);
        if (next.isEmpty())
            stage.signIn->dropAddress();
        else
            stage.signIn->checkAddress(next);
        const size_t state = stage.signIn->state().index();
        QSignalSpy changed(stage.signIn.get(), &SignIn::stateChanged);
        stage.deployment.behave();
        stage.deployment.release();
        SignInStage another; // whose whole exchange takes longer than the late answer needs
        QVERIFY(another.reachServer());
        QCOMPARE(changed.size(), 0);
        QCOMPARE(stage.signIn->state().index(), state);
    }
}

void SignInTest::refusesWhatIsNoTokenWithoutSendingIt()
{
    SignInStage stage;
    QVERIFY(stage.reachServer());
    for (const QString &text :
         {u""_s, u"two words"_s, u"abc\r\nX-Evil: 1"_s, QString(513, u'a'), u"tökèn"_s}) {
        stage.signIn->checkToken(text);
        QCOMPARE(stage.tokenProblem(), TokenProblem::NotAToken);
        QVERIFY(!stage.signIn->token());
    }
    QCOMPARE(stage.requests(), 1);
}

void SignInTest::tellsTokenProblemsApart_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("problem");
    QTest::newRow("unknown") << u"unknown"_s << int(TokenProblem::Rejected);
    QTest::newRow("revoked") << u"revoked"_s << int(TokenProblem::Rejected);
    QTest::newRow("suspended") << u"suspended"_s << int(TokenProblem::UserSuspended);
    QTest::newRow("narrow") << u"narrow"_s << int(TokenProblem::ScopeTooNarrow);
    QTest::newRow("down") << u"down"_s << int(TokenProblem::CouldNotAsk);
    QTest::newRow("a page with 401") << u"page"_s << int(TokenProblem::CouldNotAsk);
}

void SignInTest::tellsTokenProblemsApart()
{
    QFETCH(const QString, what);
    QFETCH(const int, problem);
    SignInStage stage;
    QVERIFY(stage.reachServer());
    QString token
        = stage.deployment.mintToken(what == u"narrow"_s ? TokenScope::Narrow : TokenScope::All);
    if (what == u"unknown"_s)
        token = u"aaaaaaaaaa-bbbbbbbbbbbbbbbbbbbbbb"_s;
    if (what == u"revoked"_s)
        stage.deployment.revokeToken(token);
    if (what == u"suspended"_s)
        stage.deployment.suspend(u"ada"_s);
    if (what == u"down"_s)
        stage.deployment.goDown();
    if (what == u"page"_s)
        stage.deployment.misbehave(
            {.kind = Misconduct::Kind::Status, .status = 401, .body = "<html>"});
    stage.signIn->checkToken(token);
    QVERIFY(stage.signIn->as<SignIn::Asking>());
    QCOMPARE(int(stage.tokenProblem().value_or(TokenProblem::NotAToken)), problem);
    QVERIFY(stage.signIn->as<SignIn::NeedsToken>()->error);
    QVERIFY(!stage.signIn->token());
    QCOMPARE(stage.keychain.writes, 0);
}

void SignInTest::refusesAnotherUsersTokenWhenSigningInAgain()
{
    SignInStage stage;
    stage.deployment.addUser(u"grace"_s, u"Grace Hopper"_s);
    stage.begin(Account{.server = *ServerUrl::fromUserInput(stage.deployment.url().toString()),
                        .userId = stage.deployment.world().keyring.userNamed(u"ada"_s)->id});
    QVERIFY(stage.reachServer());
    stage.signIn->checkToken(stage.deployment.mintToken(TokenScope::All, u"grace"_s));
    QCOMPARE(stage.tokenProblem(), TokenProblem::OtherUser);
    QVERIFY(!stage.signIn->token());
    stage.signIn->checkToken(stage.deployment.mintToken());
    QVERIFY(stage.reaches<SignIn::Known>());
}

void SignInTest::keepsTheAddressWhenATokenFails()
{
    SignInStage stage;
    QVERIFY(stage.reachServer());
    const SignIn::Reached at = stage.signIn->as<SignIn::NeedsToken>()->at;
    stage.signIn->checkToken(u"aaaaaaaaaa-bbbbbbbbbbbbbbbbbbbbbb"_s);
    QCOMPARE(stage.tokenProblem(), TokenProblem::Rejected);
    QCOMPARE(stage.signIn->as<SignIn::NeedsToken>()->at.server, at.server);
    QCOMPARE(stage.signIn->as<SignIn::NeedsToken>()->at.build, at.build);
    QCOMPARE(stage.deployment.requestsTo("GET", "/api/v2/buildinfo").size(), 1);
}

void SignInTest::neverTakesOneTokensAnswerForAnothers()
{
    SignInStage stage;
    stage.deployment.addUser(u"grace"_s, u"Grace Hopper"_s);
    QVERIFY(stage.reachServer());
    stage.deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer, .times = 1});
    stage.signIn->checkToken(stage.deployment.mintToken());
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.signIn->dropToken();
    stage.deployment.misbehave({.kind = Misconduct::Kind::HoldRequest, .times = 1});
    stage.signIn->checkToken(stage.deployment.mintToken(TokenScope::All, u"grace"_s));
    QTRY_COMPARE(stage.deployment.heldCount(), 2);
    stage.deployment.release(); // ada's answer first
    QVERIFY(stage.reaches<SignIn::Known>());
    QCOMPARE(stage.signIn->as<SignIn::Known>()->user.username.plain(), u"grace"_s);
}

namespace {

/// Ada's account as it was before her deployment moved to where it is now.
Account before(Deployment &deployment)
{
    return {.server = *ServerUrl::fromUserInput(u"coder.old.example.com"_s),
            .userId = deployment.world().keyring.userNamed(u"ada"_s)->id,
            .userName = UntrustedText::name(u"ada"),
            .deploymentId = deployment.world().deploymentId};
}

} // namespace

void SignInTest::tellsOfADeploymentThatMayHaveMoved()
{
    SignInStage stage;
    const Account old = before(stage.deployment);
    stage.signIn->setOthers({old});
    QVERIFY(stage.recognise());
    QCOMPARE(stage.signIn->as<SignIn::Known>()->maybeMoved, old);
    stage.signIn->keep(Account::Keeping::Keychain, SignIn::Moved::Replaces);
    QVERIFY(stage.reaches<SignIn::Finished>());
    QCOMPARE(stage.signIn->as<SignIn::Finished>()->replaces, old.id());
    QCOMPARE(stage.keychain.erasures, 0); // that is for whoever keeps the accounts
}

void SignInTest::mergesNothingByItself_data()
{
    QTest::addColumn<QString>("which");
    QTest::newRow("not wished") << u"not wished"_s;
    QTest::newRow("another user") << u"user"_s;
    QTest::newRow("another deployment") << u"deployment"_s;
    QTest::newRow("no deployment id") << u"none"_s;
    QTest::newRow("the same address") << u"address"_s;
}

void SignInTest::mergesNothingByItself()
{
    QFETCH(const QString, which);
    SignInStage stage;
    Account old = before(stage.deployment);
    if (which == u"user"_s)
        old.userId = u"somebody-else"_s;
    else if (which == u"deployment"_s)
        old.deploymentId = u"another"_s;
    else if (which == u"none"_s)
        old.deploymentId = stage.deployment.world().deploymentId = QString();
    else if (which == u"address"_s)
        old.server = *ServerUrl::fromUserInput(stage.deployment.url().toString());
    stage.signIn->setOthers({old});
    QVERIFY(stage.recognise());
    QCOMPARE(stage.signIn->as<SignIn::Known>()->maybeMoved.has_value(), which == u"not wished"_s);
    stage.signIn->keep(Account::Keeping::Keychain);
    QVERIFY(stage.reaches<SignIn::Finished>());
    QVERIFY(!stage.signIn->as<SignIn::Finished>()->replaces);
}

void SignInTest::keepsInTheKeychain()
{
    SignInStage stage;
    QVERIFY(stage.recognise());
    QCOMPARE(stage.keychain.writes, 0); // not before the person says so
    stage.signIn->keep(Account::Keeping::Keychain);
    QVERIFY(stage.signIn->as<SignIn::Keeping>());
    QVERIFY(stage.reaches<SignIn::Finished>());
    const Account account = stage.signIn->as<SignIn::Finished>()->account;
    QCOMPARE(account.keeping, Account::Keeping::Keychain);
    QVERIFY(stage.keychain.tokens.contains(account.id()));
    QVERIFY(stage.keychain.tokens.value(account.id(), *stage.signIn->token())
            == *stage.signIn->token());
}

void SignInTest::keepsForThisRunOnlyOnAWish()
{
    SignInStage stage;
    stage.keychain.state = StoreState::Absent;
    QVERIFY(stage.recognise());
    stage.signIn->keep(Account::Keeping::ThisRun);
    QVERIFY(stage.reaches<SignIn::Finished>());
    QCOMPARE(stage.signIn->as<SignIn::Finished>()->account.keeping, Account::Keeping::ThisRun);
    QCOMPARE(stage.keychain.writes, 0);
}

void SignInTest::staysWhereTheKeychainRefuses_data()
{
    QTest::addColumn<int>("state");
    for (const StoreState state : {StoreState::Locked, StoreState::NoCollection, StoreState::Absent,
                                   StoreState::Denied, StoreState::Hung, StoreState::Broken})
        QTest::addRow("%d", int(state)) << int(state);
}

void SignInTest::staysWhereTheKeychainRefuses()
{
    QFETCH(const int, state);
    SignInStage stage;
    QVERIFY(stage.recognise());
    stage.keychain.failure = static_cast<StoreState>(state);
    stage.signIn->keep(Account::Keeping::Keychain);
    QVERIFY(stage.reaches<SignIn::Known>());
    const auto problem = stage.signIn->as<SignIn::Known>()->problem;
    QVERIFY(problem);
    QCOMPARE(int(problem->state), state);
    QVERIFY(stage.signIn->token()); // nothing typed is lost
    stage.keychain.failure.reset();
    stage.signIn->keep(Account::Keeping::Keychain);
    QVERIFY(stage.reaches<SignIn::Finished>());
}

void SignInTest::keepsWhatIsBeingKept()
{
    SignInStage stage;
    QVERIFY(stage.recognise());
    stage.keychain.hold();
    stage.signIn->keep(Account::Keeping::Keychain);
    stage.signIn->dropToken();
    stage.signIn->keep(Account::Keeping::Keychain);
    stage.keychain.letGo();
    QVERIFY(stage.reaches<SignIn::Finished>());
    QVERIFY(stage.signIn->token());
    QCOMPARE(stage.keychain.writes, 1);
}

void SignInTest::asksTheKeychainAtOnceAndUnlocksOnAWish()
{
    SignInStage stage;
    stage.keychain.state = StoreState::Locked;
    stage.begin(std::nullopt);
    QCOMPARE(stage.signIn->keychain(), std::optional<StoreState>());
    QTRY_COMPARE(stage.signIn->keychain(), std::optional(StoreState::Locked));
    QCOMPARE(stage.keychain.unlocks, 0);
    QSignalSpy changed(stage.signIn.get(), &SignIn::keychainChanged);
    stage.signIn->unlockKeychain();
    QTRY_COMPARE(stage.signIn->keychain(), std::optional(StoreState::Ready));
    QCOMPARE(changed.size(), 1);
}

void SignInTest::asksNobodyTwiceToUnlock()
{
    SignInStage stage;
    stage.keychain.state = StoreState::Locked;
    stage.begin(std::nullopt);
    QTRY_COMPARE(stage.signIn->keychain(), std::optional(StoreState::Locked));
    const int probes = stage.keychain.probes;
    stage.keychain.hold();
    stage.signIn->unlockKeychain();
    stage.signIn->unlockKeychain(); // after giving up; the prompt is still there
    QCOMPARE(stage.keychain.unlocks, 1);
    QCOMPARE(stage.keychain.probes, probes + 1); // another program may have unlocked it meanwhile
    stage.keychain.letGo();
    QTRY_COMPARE(stage.signIn->keychain(), std::optional(StoreState::Ready));
    stage.signIn->unlockKeychain();
    QCOMPARE(stage.keychain.unlocks, 2);
}

void SignInTest::makesItsOwnKeyWithTheCommandLines()
{
    SignInStage stage;
    const QString theirs = stage.deployment.mintToken();
    QVERIFY(stage.recogniseCommandLine(theirs));
    QCOMPARE(stage.signIn->as<SignIn::Known>()->user.username.plain(), u"ada"_s);
    stage.signIn->keep(Account::Keeping::Keychain);
    QVERIFY(stage.signIn->as<SignIn::MakingKey>());
    QVERIFY(stage.reaches<SignIn::Finished>());
    QCOMPARE(stage.keyCalls(), 1);
    const auto *finished = stage.signIn->as<SignIn::Finished>();
    QCOMPARE(finished->key->expiresAt.kind, Moment::Kind::At); // of our own key
    const SessionToken ours = *stage.signIn->token();
    QVERIFY(!(ours == *SessionToken::fromText(theirs)));
    QVERIFY(stage.keychain.tokens.value(finished->account.id(), ours) == ours);
    QVERIFY(stage.deployment.world().keyring.keyWithId(ours.keyId()));
    QVERIFY(stage.deployment.world().keyring.judge(theirs).isOpen()); // it stays signed in
}

void SignInTest::takesThePastedSessionOfTheCommandLineAsACopy()
{
    SignInStage stage;
    const QString theirs = stage.deployment.mintToken();
    stage.signIn->setCommandLine(stage.cli(theirs));
    QVERIFY(stage.reachServer());
    stage.signIn->checkToken(theirs);
    QVERIFY(stage.reaches<SignIn::Known>());
    QCOMPARE(stage.signIn->as<SignIn::Known>()->source, SignIn::Source::CommandLine);
    stage.signIn->keep(Account::Keeping::Keychain);
    QVERIFY(stage.reaches<SignIn::Finished>());
    QVERIFY(!(*stage.signIn->token() == *SessionToken::fromText(theirs)));

    stage.begin(std::nullopt);
    stage.signIn->setCommandLine(stage.cli(theirs));
    QVERIFY(stage.recognise()); // with another one
    QCOMPARE(stage.signIn->as<SignIn::Known>()->source, SignIn::Source::Own);
}

void SignInTest::makesNoKeyBeforeThePersonSaysSo()
{
    SignInStage stage;
    QVERIFY(stage.recogniseCommandLine(stage.deployment.mintToken()));
    stage.signIn->dropToken();
    QVERIFY(stage.signIn->as<SignIn::NeedsToken>());
    QVERIFY(!stage.signIn->token());
    stage.deployment.addUser(u"grace"_s, u"Grace Hopper"_s);
    stage.begin(Account{.server = *ServerUrl::fromUserInput(stage.deployment.url().toString()),
                        .userId = stage.deployment.world().keyring.userNamed(u"ada"_s)->id});
    const QString graces = stage.deployment.mintToken(TokenScope::All, u"grace"_s);
    stage.signIn->useCommandLine(stage.cli(graces));
    QCOMPARE(stage.tokenProblem(), TokenProblem::OtherUser);
    QCOMPARE(stage.signIn->as<SignIn::NeedsToken>()->source, SignIn::Source::CommandLine);
    QCOMPARE(stage.keyCalls(), 0);
}

void SignInTest::sendsTheCommandLinesTokenNowhereElse_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("a page") << QByteArray("<html>");
    QTest::newRow("a workspace proxy") << QByteArray(
        R"({"version":"v2.30.0","dashboard_url":"https://coder.example.com","workspace_proxy":true})");
}

/// Before it has shown itself to be Coder, a server gets no token.
void SignInTest::sendsTheCommandLinesTokenNowhereElse()
{
    QFETCH(const QByteArray, answer);
    SignInStage stage;
    stage.deployment.misbehave({.kind = Misconduct::Kind::Status,
                                .status = 200,
                                .mediaType = "application/json",
                                .body = answer,
                                .isCoders = true});
    const QString token = stage.deployment.mintToken();
    stage.signIn->useCommandLine(stage.cli(token));
    QVERIFY(stage.reaches<SignIn::NeedsAddress>());
    QCOMPARE(stage.requests(), 1);
    QVERIFY(!stage.deployment.requests().first().hadToken);

    stage.signIn->useCommandLine(stage.cliAt(u"http://coder.invalid"_s, token));
    QVERIFY(stage.signIn->as<SignIn::NeedsConsent>());
    stage.signIn->useHttps(); // somewhere else than where the session belongs
    QVERIFY(stage.signIn->as<SignIn::Probing>());
    QVERIFY(!stage.signIn->as<SignIn::Probing>()->cli);
}

void SignInTest::tellsWhatIsWrongWithTheCommandLinesSession_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("problem");
    QTest::newRow("ended") << u"expired"_s << int(TokenProblem::Rejected);
    QTest::newRow("signed out") << u"revoked"_s << int(TokenProblem::Rejected);
    QTest::newRow("no token") << u"empty"_s << int(TokenProblem::NotAToken);
    QTest::newRow("suspended") << u"suspended"_s << int(TokenProblem::UserSuspended);
}

void SignInTest::tellsWhatIsWrongWithTheCommandLinesSession()
{
    QFETCH(const QString, what);
    QFETCH(const int, problem);
    SignInStage stage;
    QString token = stage.deployment.mintToken();
    if (what == u"expired"_s)
        stage.deployment.expireToken(token);
    if (what == u"revoked"_s)
        stage.deployment.revokeToken(token);
    if (what == u"suspended"_s)
        stage.deployment.suspend(u"ada"_s);
    if (what == u"empty"_s)
        token.clear();
    stage.signIn->useCommandLine(stage.cli(token));
    QCOMPARE(int(stage.tokenProblem().value_or(TokenProblem::OtherUser)), problem);
    QCOMPARE(stage.signIn->as<SignIn::NeedsToken>()->source, SignIn::Source::CommandLine);
    QVERIFY(!stage.signIn->token());
    stage.signIn->checkToken(stage.deployment.mintToken()); // the other way stays open
    if (what != u"suspended"_s)
        QVERIFY(stage.reaches<SignIn::Known>());
}

void SignInTest::tellsWhyNoKeyWasMade_data()
{
    QTest::addColumn<int>("misconduct");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("sent");
    using Kind = Misconduct::Kind;
    using Sent = ApiError::Sent;
    QTest::newRow("forbidden") << int(Kind::Status) << 403 << int(ApiError::Kind::Forbidden)
                               << int(Sent::Yes);
    QTest::newRow("a gateway") << int(Kind::Status) << 502 << int(ApiError::Kind::ServerFault)
                               << int(Sent::Yes);
    QTest::newRow("silence") << int(Kind::Hang) << 0 << int(ApiError::Kind::TimedOut)
                             << int(Sent::Unknown);
    QTest::newRow("dropped") << int(Kind::Reset) << 0 << int(ApiError::Kind::Offline)
                             << int(Sent::Unknown);
}

void SignInTest::tellsWhyNoKeyWasMade()
{
    QFETCH(const int, misconduct);
    QFETCH(const int, status);
    QFETCH(const int, kind);
    QFETCH(const int, sent);
    SignInStage stage;
    QVERIFY(stage.recogniseCommandLine(stage.deployment.mintToken()));
    Misconduct wrong = Misconduct::coderError(status, u"No."_s);
    wrong.kind = static_cast<Misconduct::Kind>(misconduct);
    stage.deployment.misbehave(wrong);
    stage.signIn->keep(Account::Keeping::Keychain);
    QVERIFY(stage.reaches<SignIn::Known>());
    const auto *known = stage.signIn->as<SignIn::Known>();
    QVERIFY(known->notMade);
    QCOMPARE(int(known->notMade->kind), kind);
    QCOMPARE(int(known->notMade->sent), sent);
    QCOMPARE(stage.keyCalls(), 1);
    QCOMPARE(stage.keychain.writes, 0);

    stage.deployment.behave();
    stage.signIn->keep(Account::Keeping::Keychain);
    QVERIFY(stage.reaches<SignIn::Finished>());
}

/// The one-time call is not repeated by itself, whatever becomes of its answer.
void SignInTest::asksForOneKeyThoughItsAnswerIsLost()
{
    SignInStage stage;
    QVERIFY(stage.recogniseCommandLine(stage.deployment.mintToken()));
    stage.deployment.misbehave({.kind = Misconduct::Kind::Reset, .takesEffect = true});
    stage.signIn->keep(Account::Keeping::Keychain);
    QVERIFY(stage.reaches<SignIn::Known>());
    QCOMPARE(stage.signIn->as<SignIn::Known>()->notMade->sent, ApiError::Sent::Unknown);
    QCOMPARE(stage.deployment.world().keyring.keys().size(), 2U); // theirs, and one for nobody
}

void SignInTest::forgetsTheCommandLinesTokenOnceItHasItsOwn()
{
    SignInStage stage;
    const QString theirs = stage.deployment.mintToken();
    QVERIFY(stage.recogniseCommandLine(theirs));
    stage.keychain.failure = StoreState::Broken;
    stage.signIn->keep(Account::Keeping::Keychain);
    QTRY_VERIFY(stage.signIn->as<SignIn::Known>() && stage.signIn->as<SignIn::Known>()->problem);
    QCOMPARE(stage.signIn->as<SignIn::Known>()->source, SignIn::Source::Made);
    stage.deployment.revokeToken(theirs); // nothing needs it any more
    stage.keychain.failure.reset();
    stage.deployment.forgetRequests();
    stage.signIn->keep(Account::Keeping::Keychain);
    QVERIFY(stage.reaches<SignIn::Finished>());
    QCOMPARE(stage.requests(), 0);
    QVERIFY(!(*stage.signIn->token() == *SessionToken::fromText(theirs)));
}

void SignInTest::knowsWhereADeploymentSaysThatItIs()
{
    SignInStage stage;
    QVERIFY(stage.reachServer());
    QVERIFY(!stage.signIn->as<SignIn::NeedsToken>()->at.otherAddress().isUsable());
    stage.deployment.world().dashboardUrl = QUrl(u"https://coder.example.com/"_s);
    QVERIFY(stage.reachServer());
    QTRY_COMPARE(stage.signIn->as<SignIn::NeedsToken>()->at.otherAddress().host(),
                 u"coder.example.com"_s);
    stage.deployment.world().dashboardUrl = QUrl(u"http://coder.example.com/"_s);
    QVERIFY(stage.reachServer());
    QVERIFY(!stage.signIn->as<SignIn::NeedsToken>()->at.otherAddress().isUsable()); // not encrypted
}

/// Between the wish and the need, "coder login" may have gone to another deployment.
void SignInTest::takesNoSessionThatWentElsewhereMeanwhile()
{
    SignInStage stage;
    const CliImport cli = stage.cli(stage.deployment.mintToken());
    stage.signIn->useCommandLine(cli);
    QVERIFY(stage.signIn->as<SignIn::Probing>());
    (void)stage.cliAt(u"https://coder.example.com"_s, u"theirs-of-another-deployment"_s);
    QCOMPARE(stage.tokenProblem(), TokenProblem::NotAToken);
    QCOMPARE(stage.signIn->as<SignIn::NeedsToken>()->source, SignIn::Source::CommandLine);
    QVERIFY(!stage.signIn->token());
    QCOMPARE(stage.requests(), 1);
    QVERIFY(!stage.deployment.requests().constFirst().hadToken);
}

void SignInTest::handsBackAKeyThatIsNotKept()
{
    SignInStage stage;
    QStringList handedBack;
    connect(stage.signIn.get(), &SignIn::keyUnused, this,
            [&](const ServerUrl &server, const SessionToken &token) {
                QCOMPARE(server.origin(), stage.deployment.url().toString());
                handedBack.append(token.keyId());
            });
    QVERIFY(stage.recogniseCommandLine(stage.deployment.mintToken()));
    stage.signIn->giveUp();
    QVERIFY(handedBack.isEmpty()); // the command line's is not ours to give back

    stage.begin({});
    connect(
        stage.signIn.get(), &SignIn::keyUnused, this,
        [&](const ServerUrl &, const SessionToken &token) { handedBack.append(token.keyId()); });
    QVERIFY(stage.failsToKeepAMadeKey());
    const QString made = stage.signIn->token()->keyId();
    stage.signIn->dropAddress();
    QCOMPARE(handedBack, QStringList(made));
}

void SignInTest::handsBackAKeyThatIsGivenUpWhileItIsKept_data()
{
    QTest::addColumn<QList<Account::Keeping>>("known");
    QTest::addColumn<int>("handedBack");
    QTest::newRow("a new account") << QList<Account::Keeping>() << 1;
    QTest::newRow("of this run") << QList{Account::Keeping::ThisRun} << 1;
    // What the account has in the keyring may be replaced by now.
    QTest::newRow("of the keyring") << QList{Account::Keeping::Keychain} << 0;
}

void SignInTest::handsBackAKeyThatIsGivenUpWhileItIsKept()
{
    QFETCH(const QList<Account::Keeping>, known);
    QFETCH(const int, handedBack);
    SignInStage stage;
    QList<Account> others;
    for (const Account::Keeping keeping : known)
        others.append({.server = *ServerUrl::fromUserInput(stage.deployment.url().toString()),
                       .userId = stage.deployment.world().keyring.userNamed(u"ada"_s)->id,
                       .keeping = keeping});
    stage.signIn->setOthers(others);
    const QSignalSpy unused(stage.signIn.get(), &SignIn::keyUnused);
    QVERIFY(stage.recogniseCommandLine(stage.deployment.mintToken()));
    stage.keychain.hold();
    stage.signIn->keep(Account::Keeping::Keychain);
    QVERIFY(stage.reaches<SignIn::Keeping>());
    stage.signIn->giveUp();
    QCOMPARE(unused.size(), handedBack);
}

void SignInTest::handsBackAKeyForTheNextToken()
{
    SignInStage stage;
    QVERIFY(stage.failsToKeepAMadeKey());
    const QSignalSpy unused(stage.signIn.get(), &SignIn::keyUnused);
    stage.signIn->checkToken(stage.deployment.mintToken());
    QCOMPARE(unused.size(), 1);
    QVERIFY(stage.reaches<SignIn::Known>());
    stage.signIn->giveUp(); // one's own
    QCOMPARE(unused.size(), 1);
}

void SignInTest::changesNothingWhileItIsKept()
{
    SignInStage stage;
    QVERIFY(stage.recogniseCommandLine(stage.deployment.mintToken()));
    stage.signIn->keep(Account::Keeping::Keychain);
    QVERIFY(stage.signIn->isKeeping());
    stage.signIn->dropAddress();
    stage.signIn->checkAddress(u"coder.example.com"_s);
    stage.signIn->useCommandLine(stage.cli(stage.deployment.mintToken()));
    QVERIFY(stage.signIn->isKeeping());
    QVERIFY(stage.reaches<SignIn::Finished>());
    QCOMPARE(stage.keyCalls(), 1);
}

void SignInTest::findsTheTokenPageWhereThePersonReachesIt()
{
    SignInStage stage;
    Account account{.server = *ServerUrl::fromUserInput(stage.deployment.url().toString()),
                    .userId = stage.deployment.world().keyring.userNamed(u"ada"_s)->id};
    account.webAddress = WebAddress::judge(u"https://pages.example.com"_s, account.server);
    stage.begin(account);
    QVERIFY(stage.reachServer());
    QCOMPARE(stage.signIn->tokenPage().encoded(), u"https://pages.example.com/cli-auth"_s);
}

QTEST_GUILESS_MAIN(SignInTest)
#include "tst_signin.moc"

// SPDX-License-Identifier: MIT
#include "session/signout.h"

#include "deployment/deployment.h"
#include "session/accountbook.h"
#include "session/memorytokenstore.h"
#include "session/session.h"
#include "session/settingsfile.h"
#include "support/clifolder.h"
#include "support/scriptedtokenstore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using simulated::Deployment;
using simulated::Misconduct;
using simulated::TokenScope;
using Afterwards = SignOut::Afterwards;
using Ending = SignOut::Ending;
using Server = SignOut::Plan::Server;
using Wish = SignOut::Wish;

Q_DECLARE_METATYPE(Misconduct)
Q_DECLARE_METATYPE(SignOut::Ending)

namespace {

RestLimits impatient()
{
    return {.idle = std::chrono::milliseconds(1500), .total = std::chrono::milliseconds(3000)};
}

/// Ada on a deployment, signed in, and the token where it is kept.
struct Stage {
    explicit Stage(Account::Keeping keeping = Account::Keeping::Keychain)
    {
        if (!deployment.listen())
            qFatal("No port to listen on");
        account = {.server = *ServerUrl::fromUserInput(deployment.url().toString()),
                   .userId = deployment.world().keyring.userNamed(u"ada"_s)->id,
                   .userName = UntrustedText::name(u"ada"),
                   .keeping = keeping};
        (void)accounts.put(account);
        session = std::make_unique<Session>(account, keychain, impatient());
        // As AccountServices does: who leaves the book has no session any more.
        QObject::connect(&accounts, &AccountBook::changed, session.get(), [this] {
            if (!accounts.find(account.id()))
                session.reset();
        });
    }
    /// Signed in with \a text.
    [[nodiscard]] bool signIn(const QString &text)
    {
        token = text;
        const SessionToken kept = *SessionToken::fromText(text);
        keychain.tokens.insert(account.id(), kept);
        QObject receiver;
        thisRun.write(account.id(), kept, receiver, [](const StoreAnswer<Done> &) {});
        session->adopt(account, kept, {});
        return true;
    }
    [[nodiscard]] bool signIn() { return signIn(deployment.mintToken()); }
    void make(Afterwards afterwards)
    {
        signOut = std::make_unique<SignOut>(*session,
                                            SignOut::Stores{.accounts = accounts,
                                                            .keychain = keychain,
                                                            .thisRun = thisRun,
                                                            .cli = cliFolder.cli()},
                                            afterwards);
    }
    /// Up to the person's choice.
    [[nodiscard]] bool begin(Afterwards afterwards = Afterwards::StaysListed)
    {
        make(afterwards);
        signOut->look();
        return asks();
    }
    /// As after a sign-in beside the question or its receipt.
    [[nodiscard]] bool signInAgain(const QString &text,
                                   Account::Keeping keeping = Account::Keeping::Keychain)
    {
        account.keeping = keeping;
        keychain.state = StoreState::Ready;
        return signIn(text) && accounts.put(account);
    }
    [[nodiscard]] bool asks()
    {
        return QTest::qWaitFor([this] { return signOut->as<SignOut::Choosing>() != nullptr; });
    }
    /// Signed in, and Coder refuses to end the session.
    [[nodiscard]] bool failsToEnd()
    {
        if (!signIn() || !begin())
            return false;
        deployment.misbehave({.kind = Misconduct::Kind::Status, .method = "DELETE"});
        signOut->confirm(Wish::EndOnServer);
        return QTest::qWaitFor([this] { return signOut->as<SignOut::NotEnded>() != nullptr; });
    }
    [[nodiscard]] Server plan() const { return signOut->as<SignOut::Choosing>()->plan.server; }
    [[nodiscard]] bool settles()
    {
        return QTest::qWaitFor([this] { return signOut->as<SignOut::Settled>() != nullptr; });
    }
    [[nodiscard]] const SignOut::Settled &settled() const
    {
        return *signOut->as<SignOut::Settled>();
    }
    [[nodiscard]] bool opensTheDoor()
    {
        return deployment.world().keyring.keyWithId(token.section(u'-', 0, 0)) != nullptr;
    }
    [[nodiscard]] bool isKept() const { return keychain.tokens.contains(account.id()); }

    Deployment deployment;
    QTemporaryDir folder;
    ScriptedTokenStore keychain;
    MemoryTokenStore thisRun;
    CliFolder cliFolder;
    SettingsFile file{folder.filePath(u"fairlead/accounts.json"_s)};
    AccountBook accounts{file};
    Account account;
    QString token;
    std::unique_ptr<Session> session;
    std::unique_ptr<SignOut> signOut;
};

} // namespace

/// Signing out ends what is ours, forgets what is here, and knows what became of both.
class SignOutTest : public QObject
{
    Q_OBJECT

private slots:
    void endsTheSessionAndForgetsTheToken();
    void deletesOwnKeyOnly();
    void forgetsOnlyHereOnAWish();
    void spares_data();
    void spares();
    void knowsAnEndedSession();
    void leavesTheCommandLinesSessionAlone();
    void needsNoServerToForgetHere();
    void findsOutWhatBecameOfALostAnswer_data();
    void findsOutWhatBecameOfALostAnswer();
    void keepsTheTokenUntilThePersonDecides();
    void triesAgain();
    void tellsWhenTheKeychainDoesNotLetGo();
    void erasesOnceTheKeyringIsUnlocked();
    void forgetsWhatWasKeptForThisRun();
    void erasesWhatWasLeftInTheKeychainToo();
    void asksNoKeyringThatHoldsNothing();
    void endsWithAnAccountThatLeavesMeanwhile_data();
    void endsWithAnAccountThatLeavesMeanwhile();
    void removesTheAccountWithItsToken();
    void keepsAnAccountWhoseTokenIsStillInTheKeychain();
    void tellsWhenTheBookCouldNotBeWritten();
    void diesQuietlyInTheMiddle();
    void asksAnewAboutALaterSession();
    void asksAnewWhereTheOldSessionWasOver();
    void asksAnewAfterAFailure();
    void forgetsALaterSessionWhereThatIsKept();
    void receiptActsOnNoLaterSession();
    void unlockingErasesNoLaterToken();
    void unlockingCanBeGivenUp();
    void nobodyIsAskedTwiceForTheKeyring();
    void removedAccountStaysSo();
    void laterSessionOutlivesTheEndOfTheFirst_data();
    void laterSessionOutlivesTheEndOfTheFirst();
};

void SignOutTest::endsTheSessionAndForgetsTheToken()
{
    Stage stage;
    QVERIFY(stage.signIn());
    QVERIFY(stage.begin());
    QCOMPARE(stage.plan(), Server::CanEnd);
    QCOMPARE(stage.signOut->as<SignOut::Choosing>()->plan.keyEnds.kind, Moment::Kind::At);
    stage.signOut->confirm(Wish::EndOnServer);
    QVERIFY(stage.signOut->isUnderWay());
    QVERIFY(stage.settles());
    QCOMPARE(stage.settled().outcome.ending, Ending::Ended);
    QVERIFY(stage.settled().wasInKeychain && !stage.settled().notErased);
    QVERIFY(!stage.opensTheDoor());
    QVERIFY(!stage.isKept());
    QVERIFY(!stage.session->hasToken());
    QVERIFY(stage.session->as<Session::SignedOut>());
    QCOMPARE(stage.accounts.find(stage.account.id())->keeping, Account::Keeping::Nowhere);
}

void SignOutTest::deletesOwnKeyOnly()
{
    Stage stage;
    const QString other = stage.deployment.mintToken();
    QVERIFY(stage.signIn());
    QVERIFY(stage.begin());
    stage.signOut->confirm(Wish::EndOnServer);
    QVERIFY(stage.settles());
    QVERIFY(stage.deployment.world().keyring.keyWithId(other.section(u'-', 0, 0)));
    QCOMPARE(stage.deployment.requestsTo("POST", "/api/v2/users/logout").size(), 0);
    const QByteArray own = "/api/v2/users/me/keys/" + stage.token.left(10).toLatin1();
    QCOMPARE(stage.deployment.requestsTo("DELETE", own).size(), 1);
}

void SignOutTest::forgetsOnlyHereOnAWish()
{
    Stage stage;
    QVERIFY(stage.signIn());
    QVERIFY(stage.begin());
    stage.signOut->confirm(Wish::ForgetHere);
    QVERIFY(stage.settles());
    QCOMPARE(stage.settled().outcome.ending, Ending::LeftAlone);
    QCOMPARE(stage.settled().outcome.keyEnds.kind, Moment::Kind::At);
    QVERIFY(stage.opensTheDoor());
    QVERIFY(!stage.isKept());
}

void SignOutTest::spares_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("server");
    QTest::addColumn<Ending>("ending");
    QTest::newRow("a key made by hand")
        << u"token"_s << int(Server::SharedKey) << Ending::LeftAlone;
    QTest::newRow("a token without a key's id")
        << u"odd"_s << int(Server::UnknownKey) << Ending::LeftAlone;
    QTest::newRow("a key that may not be asked about")
        << u"narrow"_s << int(Server::CouldNotAsk) << Ending::NotEnded;
}

void SignOutTest::spares()
{
    QFETCH(const QString, kind);
    QFETCH(const int, server);
    QFETCH(const Ending, ending);
    Stage stage;
    QString token = u"not-a-key-of-the-usual-shape"_s;
    if (kind == u"token"_s)
        token = stage.deployment.mintApiToken(TokenScope::All);
    else if (kind == u"narrow"_s)
        token = stage.deployment.mintToken(TokenScope::ReadOnly);
    QVERIFY(stage.signIn(token));
    QVERIFY(stage.begin());
    QCOMPARE(int(stage.plan()), server);
    stage.signOut->confirm(Wish::EndOnServer); // as who removes everything does; it is not done
    QVERIFY(stage.settles());
    QCOMPARE(stage.settled().outcome.ending, ending);
    QCOMPARE(stage.settled().outcome.error.has_value(), ending == Ending::NotEnded);
    QVERIFY(kind == u"odd"_s || stage.opensTheDoor());
    QVERIFY(!stage.isKept());
    for (const simulated::Request &request : stage.deployment.requests())
        QVERIFY(request.method != "DELETE");
}

void SignOutTest::knowsAnEndedSession()
{
    Stage stage;
    QVERIFY(stage.signIn());
    stage.deployment.revokeToken(stage.token);
    QVERIFY(stage.begin());
    QCOMPARE(stage.plan(), Server::AlreadyOver);
    QVERIFY(stage.session->as<Session::Failed>()); // it has heard so, too
    stage.signOut->confirm(Wish::ForgetHere);
    QVERIFY(stage.settles());
    QCOMPARE(stage.settled().outcome.ending, Ending::AlreadyOver);
}

void SignOutTest::leavesTheCommandLinesSessionAlone()
{
    Stage stage;
    QVERIFY(stage.signIn());
    stage.cliFolder.signIn(stage.deployment.url().toString(), stage.token);
    QVERIFY(stage.begin());
    QCOMPARE(stage.plan(), Server::CommandLineKey);
    stage.signOut->confirm(Wish::EndOnServer);
    QVERIFY(stage.settles());
    QCOMPARE(stage.settled().outcome.ending, Ending::LeftAlone);
    QVERIFY(stage.opensTheDoor());
    QVERIFY(!stage.isKept());
    QCOMPARE(stage.cliFolder.cli().token(), SessionToken::fromText(stage.token));
}

void SignOutTest::needsNoServerToForgetHere()
{
    Stage stage;
    QVERIFY(stage.signIn());
    stage.deployment.misbehave({.kind = Misconduct::Kind::Hang});
    stage.make(Afterwards::StaysListed);
    stage.signOut->look();
    stage.signOut->confirm(Wish::EndOnServer); // not before it is known whose the key is
    QVERIFY(stage.signOut->as<SignOut::Looking>());
    stage.signOut->confirm(Wish::ForgetHere);
    QVERIFY(stage.settles());
    QVERIFY(!stage.isKept());
}

void SignOutTest::findsOutWhatBecameOfALostAnswer_data()
{
    QTest::addColumn<Misconduct>("misconduct");
    QTest::addColumn<bool>("isSure");
    QTest::addColumn<Ending>("ending");
    using Kind = Misconduct::Kind;
    QTest::newRow("cut off, carried out")
        << Misconduct{.kind = Kind::Reset, .method = "DELETE", .times = 1, .takesEffect = true}
        << true << Ending::AlreadyOver; // Qt sends it again, and hears 401
    QTest::newRow("silent, carried out")
        << Misconduct{.kind = Kind::HoldAnswer, .method = "DELETE"} << true << Ending::Ended;
    QTest::newRow("silent, not carried out")
        << Misconduct{.kind = Kind::Hang, .method = "DELETE"} << false << Ending::NotEnded;
    QTest::newRow("down for maintenance")
        << Misconduct{.kind = Kind::Status, .method = "DELETE", .status = 503} << false
        << Ending::NotEnded;
    QTest::newRow("silent about everything")
        << Misconduct{.kind = Kind::Hang} << false << Ending::Unknown;
    QTest::newRow("refused") << Misconduct::coderError(403, u"Forbidden."_s) << false
                             << Ending::NotEnded;
}

void SignOutTest::findsOutWhatBecameOfALostAnswer()
{
    QFETCH(const Misconduct, misconduct);
    QFETCH(const bool, isSure);
    QFETCH(const Ending, ending);
    Stage stage;
    QVERIFY(stage.signIn());
    QVERIFY(stage.begin());
    stage.deployment.misbehave(misconduct);
    stage.signOut->confirm(Wish::EndOnServer);
    QTRY_VERIFY(stage.signOut->as<SignOut::NotEnded>() || stage.signOut->as<SignOut::Settled>());
    if (isSure) {
        QVERIFY(stage.settles());
        QCOMPARE(stage.settled().outcome.ending, ending);
        QVERIFY(!stage.opensTheDoor());
        return;
    }
    const auto *notEnded = stage.signOut->as<SignOut::NotEnded>();
    QVERIFY(notEnded);
    QCOMPARE(notEnded->outcome.ending, ending);
    QVERIFY(notEnded->outcome.error);
    QVERIFY(stage.opensTheDoor());
}

void SignOutTest::keepsTheTokenUntilThePersonDecides()
{
    Stage stage;
    QVERIFY(stage.signIn());
    QVERIFY(stage.begin());
    stage.deployment.goDown();
    stage.signOut->confirm(Wish::EndOnServer);
    QTRY_VERIFY(stage.signOut->as<SignOut::NotEnded>());
    const Ending ending = stage.signOut->as<SignOut::NotEnded>()->outcome.ending;
    QVERIFY(!stage.signOut->isUnderWay());
    QVERIFY(stage.isKept() && stage.session->hasToken());
    stage.signOut->confirm(Wish::ForgetHere);
    QVERIFY(stage.settles());
    QCOMPARE(stage.settled().outcome.ending, ending); // who then forgets here hears it again
    QVERIFY(stage.settled().outcome.error);
    QVERIFY(!stage.isKept());
}

void SignOutTest::triesAgain()
{
    Stage stage;
    QVERIFY(stage.failsToEnd());
    stage.deployment.behave();
    stage.signOut->confirm(Wish::EndOnServer);
    QVERIFY(stage.settles());
    QCOMPARE(stage.settled().outcome.ending, Ending::Ended);
}

void SignOutTest::tellsWhenTheKeychainDoesNotLetGo()
{
    Stage stage;
    QVERIFY(stage.signIn());
    QVERIFY(stage.begin());
    stage.keychain.state = StoreState::Denied;
    stage.signOut->confirm(Wish::EndOnServer);
    QVERIFY(stage.settles());
    QVERIFY(stage.settled().notErased);
    QCOMPARE(stage.settled().notErased->state, StoreState::Denied);
    // It must not come back at the next start.
    QCOMPARE(stage.accounts.find(stage.account.id())->keeping, Account::Keeping::Nowhere);
}

void SignOutTest::erasesOnceTheKeyringIsUnlocked()
{
    Stage stage;
    QVERIFY(stage.signIn());
    QVERIFY(stage.begin(Afterwards::IsRemoved));
    stage.keychain.state = StoreState::Locked;
    stage.signOut->confirm(Wish::EndOnServer);
    QVERIFY(stage.settles());
    QVERIFY(stage.isKept() && !stage.settled().isRemoved);
    QCOMPARE(stage.keychain.unlocks, 0); // not by itself
    stage.signOut->eraseAgain();
    QVERIFY(stage.signOut->as<SignOut::Erasing>()->unlocking);
    QVERIFY(stage.settles());
    QVERIFY(!stage.isKept() && stage.settled().isRemoved);
    QCOMPARE(stage.settled().outcome.ending, Ending::Ended);
}

void SignOutTest::forgetsWhatWasKeptForThisRun()
{
    Stage stage(Account::Keeping::ThisRun);
    QVERIFY(stage.signIn());
    QVERIFY(stage.begin());
    stage.signOut->confirm(Wish::EndOnServer);
    QVERIFY(stage.settles());
    QVERIFY(!stage.settled().wasInKeychain && !stage.settled().notErased);
    QCOMPARE(stage.keychain.erasures, 0);
    bool isMissing = false;
    stage.thisRun.read(stage.account.id(), stage.keychain,
                       [&](const StoreAnswer<SessionToken> &answer) {
                           isMissing = !answer && answer.error().missing;
                       });
    QTRY_VERIFY(isMissing);
}

/// The keyring was closed when the person signed in again, for this run only.
void SignOutTest::erasesWhatWasLeftInTheKeychainToo()
{
    Stage stage(Account::Keeping::ThisRun);
    QVERIFY(stage.accounts.noteLeftInKeychain(stage.account.id(), true));
    stage.account = *stage.accounts.find(stage.account.id());
    QVERIFY(stage.signIn());
    QVERIFY(stage.begin());
    stage.keychain.state = StoreState::Locked;
    stage.signOut->confirm(Wish::EndOnServer);
    QVERIFY(stage.settles());
    QVERIFY(stage.settled().wasInKeychain && stage.settled().notErased);
    QVERIFY(stage.accounts.find(stage.account.id())->mayBeInKeychain());
    stage.signOut->eraseAgain();
    QVERIFY(stage.settles());
    QVERIFY(!stage.settled().notErased);
    QVERIFY(!stage.isKept());
    QVERIFY(!stage.accounts.find(stage.account.id())->mayBeInKeychain());
}

void SignOutTest::endsWithAnAccountThatLeavesMeanwhile_data()
{
    QTest::addColumn<bool>("isConfirmed");
    QTest::addColumn<Ending>("ending");
    QTest::newRow("while the person is asked") << false << Ending::LeftAlone;
    QTest::newRow("while Coder is") << true << Ending::Unknown;
}

/// Another account has taken its place, for instance: its session is no more, and answers nothing.
void SignOutTest::endsWithAnAccountThatLeavesMeanwhile()
{
    QFETCH(const bool, isConfirmed);
    QFETCH(const Ending, ending);
    Stage stage;
    QVERIFY(stage.signIn());
    QVERIFY(stage.begin());
    stage.deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer, .method = "DELETE"});
    if (isConfirmed) {
        stage.signOut->confirm(Wish::EndOnServer);
        QTRY_COMPARE(stage.deployment.heldCount(), 1);
    }
    QVERIFY(stage.accounts.remove(stage.account.id()));
    QVERIFY(stage.settles());
    QVERIFY(stage.settled().isRemoved && stage.settled().isSaved);
    QCOMPARE(stage.settled().outcome.ending, ending);
    QVERIFY(!stage.session);
}

void SignOutTest::asksNoKeyringThatHoldsNothing()
{
    Stage stage;
    QVERIFY(stage.signIn());
    QVERIFY(stage.begin());
    stage.signOut->confirm(Wish::ForgetHere);
    QVERIFY(stage.settles());
    QCOMPARE(stage.keychain.erasures, 1);
    stage.keychain.state = StoreState::Locked;
    stage.session->follow(*stage.accounts.find(stage.account.id()));
    QVERIFY(stage.begin(Afterwards::IsRemoved));
    stage.signOut->confirm(Wish::ForgetHere);
    QVERIFY(stage.settles());
    QVERIFY(stage.settled().isRemoved && !stage.settled().wasInKeychain);
    QCOMPARE(stage.keychain.erasures, 1);
}

void SignOutTest::removesTheAccountWithItsToken()
{
    Stage stage;
    QVERIFY(stage.signIn());
    QVERIFY(stage.begin(Afterwards::IsRemoved));
    QVERIFY(stage.accounts.find(stage.account.id()));
    stage.signOut->confirm(Wish::EndOnServer);
    QVERIFY(stage.settles());
    QVERIFY(stage.settled().isRemoved && stage.settled().isSaved);
    QVERIFY(!stage.accounts.find(stage.account.id()));
    QVERIFY(!stage.isKept());
    QVERIFY(!stage.opensTheDoor());
}

void SignOutTest::keepsAnAccountWhoseTokenIsStillInTheKeychain()
{
    Stage stage;
    QVERIFY(stage.signIn());
    QVERIFY(stage.begin(Afterwards::IsRemoved));
    stage.keychain.state = StoreState::Absent;
    stage.signOut->confirm(Wish::ForgetHere);
    QVERIFY(stage.settles());
    QVERIFY(!stage.settled().isRemoved);
    QVERIFY(stage.accounts.find(stage.account.id()));
    stage.signOut->removeAllTheSame();
    QVERIFY(stage.settled().isRemoved && stage.settled().notErased);
    QVERIFY(!stage.accounts.find(stage.account.id()));
}

void SignOutTest::tellsWhenTheBookCouldNotBeWritten()
{
    Stage stage;
    QVERIFY(stage.signIn());
    QVERIFY(stage.begin());
    QVERIFY(QDir(stage.folder.path()).removeRecursively());
    QFile inTheWay(stage.folder.path()); // where the folder would be
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    stage.signOut->confirm(Wish::EndOnServer);
    QVERIFY(stage.settles());
    QVERIFY(!stage.settled().isSaved);
    QVERIFY(inTheWay.remove());
}

void SignOutTest::diesQuietlyInTheMiddle()
{
    Stage stage;
    QVERIFY(stage.signIn());
    QVERIFY(stage.begin());
    stage.deployment.misbehave({.kind = Misconduct::Kind::HoldRequest, .method = "DELETE"});
    stage.signOut->confirm(Wish::EndOnServer);
    QTRY_COMPARE(stage.deployment.heldCount(), 1);
    stage.signOut.reset();
    QCOMPARE(stage.deployment.release(), 1);
    QVERIFY(stage.isKept());
}

/// A key made by hand is not ended in the place of ours.
void SignOutTest::asksAnewAboutALaterSession()
{
    Stage stage;
    QVERIFY(stage.signIn());
    QVERIFY(stage.begin());
    QCOMPARE(stage.plan(), Server::CanEnd);
    QVERIFY(stage.signInAgain(stage.deployment.mintApiToken(TokenScope::All)));
    QVERIFY(stage.signOut->as<SignOut::Looking>());
    QVERIFY(stage.asks());
    QCOMPARE(stage.plan(), Server::SharedKey);
    stage.signOut->confirm(Wish::EndOnServer);
    QVERIFY(stage.settles());
    QCOMPARE(stage.settled().outcome.ending, Ending::LeftAlone);
    QVERIFY(stage.opensTheDoor());
}

void SignOutTest::asksAnewWhereTheOldSessionWasOver()
{
    Stage stage;
    QVERIFY(stage.signIn());
    stage.deployment.revokeToken(stage.token);
    QVERIFY(stage.begin(Afterwards::IsRemoved));
    QCOMPARE(stage.plan(), Server::AlreadyOver);
    QVERIFY(stage.signInAgain(stage.deployment.mintToken()));
    QVERIFY(stage.asks());
    QCOMPARE(stage.plan(), Server::CanEnd);
    stage.signOut->confirm(Wish::EndOnServer);
    QVERIFY(stage.settles());
    QCOMPARE(stage.settled().outcome.ending, Ending::Ended);
    QVERIFY(!stage.opensTheDoor());
}

void SignOutTest::asksAnewAfterAFailure()
{
    Stage stage;
    QVERIFY(stage.failsToEnd());
    QVERIFY(stage.signInAgain(stage.deployment.mintApiToken(TokenScope::All)));
    QVERIFY(stage.asks());
    QCOMPARE(stage.plan(), Server::SharedKey);
}

void SignOutTest::forgetsALaterSessionWhereThatIsKept()
{
    Stage stage;
    QVERIFY(stage.signIn());
    QVERIFY(stage.begin());
    QVERIFY(stage.signInAgain(stage.deployment.mintToken(), Account::Keeping::ThisRun));
    QVERIFY(stage.asks());
    stage.signOut->confirm(Wish::ForgetHere);
    QVERIFY(stage.settles());
    std::optional<bool> isMissing;
    stage.thisRun.read(stage.account.id(), stage.keychain,
                       [&](const StoreAnswer<SessionToken> &answer) {
                           isMissing = !answer && answer.error().missing;
                       });
    QTRY_VERIFY(isMissing);
    QVERIFY(*isMissing);
}

void SignOutTest::receiptActsOnNoLaterSession()
{
    Stage stage;
    QVERIFY(stage.signIn());
    QVERIFY(stage.begin(Afterwards::IsRemoved));
    stage.keychain.state = StoreState::Locked;
    stage.signOut->confirm(Wish::EndOnServer);
    QVERIFY(stage.settles());
    QVERIFY(stage.settled().notErased && !stage.settled().isSignedInAgain);
    QVERIFY(stage.signInAgain(stage.deployment.mintToken()));
    QVERIFY(stage.settled().isSignedInAgain);
    QCOMPARE(stage.settled().outcome.ending, Ending::Ended); // of the first
    stage.signOut->eraseAgain();
    stage.signOut->removeAllTheSame();
    QVERIFY(stage.signOut->as<SignOut::Settled>());
    QCOMPARE(stage.keychain.unlocks, 0);
    QVERIFY(stage.isKept() && stage.session && stage.session->hasToken());
    QVERIFY(stage.accounts.find(stage.account.id()));
}

void SignOutTest::unlockingErasesNoLaterToken()
{
    Stage stage;
    QVERIFY(stage.signIn());
    QVERIFY(stage.begin(Afterwards::IsRemoved));
    stage.keychain.state = StoreState::Locked;
    stage.signOut->confirm(Wish::EndOnServer);
    QVERIFY(stage.settles());
    const int erasures = stage.keychain.erasures;
    stage.keychain.hold();
    stage.signOut->eraseAgain();
    QVERIFY(stage.signInAgain(stage.deployment.mintToken()));
    stage.keychain.letGo();
    QVERIFY(stage.settles());
    QVERIFY(stage.settled().isSignedInAgain && !stage.settled().isRemoved);
    QCOMPARE(stage.keychain.erasures, erasures);
    QVERIFY(stage.isKept() && stage.accounts.find(stage.account.id()));
}

/// What comes of the prompt afterwards still counts, if that is of use.
void SignOutTest::unlockingCanBeGivenUp()
{
    for (const StoreState later : {StoreState::Denied, StoreState::Ready}) {
        Stage stage;
        QVERIFY(stage.signIn());
        QVERIFY(stage.begin(Afterwards::IsRemoved));
        stage.keychain.state = StoreState::Locked;
        stage.signOut->confirm(Wish::EndOnServer);
        QVERIFY(stage.settles());
        stage.keychain.hold();
        stage.keychain.afterUnlock = later;
        stage.signOut->eraseAgain();
        QVERIFY(stage.signOut->isUnderWay());
        stage.signOut->cancelUnlock();
        QVERIFY(stage.signOut->as<SignOut::Settled>());
        QVERIFY(!stage.settled().isRemoved && stage.settled().notErased);
        QCOMPARE(stage.settled().notErased->state, StoreState::Locked);
        QCOMPARE(stage.settled().outcome.ending, Ending::Ended);
        const QSignalSpy unlocked(&stage.keychain, &ScriptedTokenStore::unlocked);
        stage.keychain.letGo();
        QTRY_COMPARE(unlocked.size(), 1);
        QTRY_VERIFY(!stage.signOut->isUnderWay());
        QCOMPARE(stage.isKept(), later != StoreState::Ready);
        QCOMPARE(stage.settled().isRemoved, later == StoreState::Ready);
    }
}

void SignOutTest::nobodyIsAskedTwiceForTheKeyring()
{
    Stage stage;
    QVERIFY(stage.signIn());
    QVERIFY(stage.begin());
    stage.keychain.state = StoreState::Locked;
    stage.signOut->confirm(Wish::EndOnServer);
    QVERIFY(stage.settles());
    stage.keychain.hold();
    stage.signOut->eraseAgain();
    stage.signOut->cancelUnlock();
    stage.keychain.state = StoreState::Ready; // by somebody else
    stage.signOut->eraseAgain();
    QCOMPARE(stage.keychain.unlocks, 1);
    QCOMPARE(stage.keychain.probes, 1); // the prompt may never be answered
    stage.keychain.letGo();
    QVERIFY(stage.settles());
    QVERIFY(!stage.isKept() && !stage.settled().notErased);
}

void SignOutTest::removedAccountStaysSo()
{
    Stage stage;
    QVERIFY(stage.signIn());
    QVERIFY(stage.begin(Afterwards::IsRemoved));
    stage.keychain.state = StoreState::Denied;
    stage.keychain.afterUnlock = StoreState::Denied;
    stage.signOut->confirm(Wish::ForgetHere);
    QVERIFY(stage.settles());
    stage.signOut->removeAllTheSame();
    stage.signOut->eraseAgain();
    QVERIFY(stage.settles());
    QVERIFY(stage.settled().isRemoved && stage.settled().notErased);
}

void SignOutTest::laterSessionOutlivesTheEndOfTheFirst_data()
{
    QTest::addColumn<Misconduct>("misconduct");
    QTest::addColumn<Ending>("ending");
    using Kind = Misconduct::Kind;
    QTest::newRow("ended") << Misconduct{.kind = Kind::Reset, .method = "DELETE", .times = 1}
                           << Ending::Ended; // Qt sends it again
    QTest::newRow("refused") << Misconduct::coderError(403, u"Forbidden."_s) << Ending::NotEnded;
    QTest::newRow("lost") << Misconduct{.kind = Kind::Hang, .method = "DELETE"} << Ending::Unknown;
}

/// Somebody adds the account anew before the server has answered.
void SignOutTest::laterSessionOutlivesTheEndOfTheFirst()
{
    QFETCH(const Misconduct, misconduct);
    QFETCH(const Ending, ending);
    Stage stage;
    QVERIFY(stage.signIn());
    QVERIFY(stage.begin(Afterwards::IsRemoved));
    stage.deployment.misbehave(misconduct);
    stage.signOut->confirm(Wish::EndOnServer);
    QVERIFY(stage.signInAgain(stage.deployment.mintToken()));
    QVERIFY(stage.signOut->isUnderWay());
    QVERIFY(stage.settles());
    QCOMPARE(stage.settled().outcome.ending, ending);
    QVERIFY(stage.settled().isSignedInAgain && !stage.settled().isRemoved);
    QVERIFY(stage.opensTheDoor() && stage.isKept());
    QVERIFY(stage.session && stage.session->hasToken());
    QVERIFY(stage.accounts.find(stage.account.id()));
}

QTEST_GUILESS_MAIN(SignOutTest)
#include "tst_signout.moc"

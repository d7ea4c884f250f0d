// SPDX-License-Identifier: MIT
#include "deployment/deployment.h"
#include "dialogs/accountsdialog.h"
#include "dialogs/removealldialog.h"
#include "dialogs/signoutdialog.h"
#include "links/linkservice.h"
#include "links/removingall.h"
#include "session/memorytokenstore.h"
#include "session/session.h"
#include "support/accountstage.h"
#include "support/clifolder.h"
#include "ui/linkworld.h"
#include "ui/walk/exhibit.h"

#include <QApplication>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using simulated::Misconduct;
using simulated::TokenScope;

namespace {

class AccountsExhibit final : public Exhibit
{
public:
    AccountsExhibit(const Look &look, const QList<AccountStatus> &accounts)
    {
        stage.theme.apply(*qApp, look.scheme);
        stage.clock.setWall(make::noon());
        dialog = std::make_unique<AccountsDialog>(stage.tools());
        dialog->setAccounts(accounts);
        dialog->show();
    }
    QWidget &window() override { return *dialog; }

    DialogStage stage;
    std::unique_ptr<AccountsDialog> dialog;
};

/// Somebody who is signed in, in front of a dialog about that.
class LeavingExhibit final : public Exhibit
{
public:
    explicit LeavingExhibit(const Look &look) { all.stage.theme.apply(*qApp, look.scheme); }
    QWidget &window() override { return *dialog; }

    [[nodiscard]] bool begin()
    {
        return all.signIn()
            && all.accounts.rename(id(), UntrustedText::name(u"Work, the old deployment"));
    }
    [[nodiscard]] AccountId id() const { return all.key({}).account; }
    [[nodiscard]] Session &session() { return all.services.find(id())->session(); }
    [[nodiscard]] SignOut::Stores stores()
    {
        return {.accounts = all.accounts,
                .keychain = all.keychain,
                .thisRun = thisRun,
                .cli = cliFolder.cli()};
    }
    [[nodiscard]] bool ask(SignOut::Afterwards afterwards)
    {
        signOut = std::make_unique<SignOut>(session(), stores(), afterwards);
        auto made = std::make_unique<SignOutDialog>(
            *signOut, QList<TextRuns>{{{.text = u"Linking GitHub, which is under way, ends."_s}}},
            all.stage.tools());
        QObject::connect(made.get(), &SignOutDialog::confirmed, signOut.get(), &SignOut::confirm);
        dialog = std::move(made);
        dialog->show();
        signOut->look();
        return QTest::qWaitFor([this] { return signOut->as<SignOut::Choosing>() != nullptr; });
    }
    [[nodiscard]] bool confirm() const
    {
        buttonOf(*dialog, "signOut")->click();
        return QTest::qWaitFor(
            [this] { return signOut->as<SignOut::NotEnded>() || signOut->as<SignOut::Settled>(); });
    }
    void askForAll()
    {
        removing = std::make_unique<RemovingAll>(RemovingAll::Parts{
            .stores = stores(), .services = all.services, .things = {&all.file}});
        auto made = std::make_unique<RemoveAllDialog>(*removing, all.stage.tools());
        QObject::connect(made.get(), &RemoveAllDialog::confirmed, removing.get(),
                         &RemovingAll::confirm);
        dialog = std::move(made);
        dialog->show();
    }
    [[nodiscard]] bool confirmAll() const
    {
        buttonOf(*dialog, "removeAll")->click();
        return QTest::qWaitFor([this] { return removing->as<RemovingAll::Settled>() != nullptr; });
    }

    AccountStage all;
    MemoryTokenStore thisRun;
    CliFolder cliFolder;
    std::unique_ptr<SignOut> signOut;
    std::unique_ptr<RemovingAll> removing;
    std::unique_ptr<QDialog> dialog;
};

QList<AccountStatus> accountsInManyStates()
{
    LinkWorld world;
    world.addAda();
    world.addGrace();
    QList<AccountStatus> accounts = world.accounts;
    accounts.first().label = UntrustedText::name(u"Work");
    Session::SignedIn in;
    in.key = ApiKey{.expiresAt = make::at(make::noon().addDays(5))};
    accounts.first().session = in;
    accounts.last().problem = make::error(ApiError::Kind::Throttled, 429);
    AccountStatus third = LinkWorld::signedIn(AccountId(u"a-user-with-a-very-long-name"_s),
                                              u"a-very-long-host-name.dev.example.org"_s);
    third.session = Session::Failed{.why = Session::Trouble::TokenRejected};
    AccountStatus fourth = LinkWorld::signedIn(AccountId(u"eve"_s), u"coder.example.com"_s);
    fourth.session = Session::SignedOut{};
    return accounts << third << fourth;
}

using Then = std::function<bool(LeavingExhibit &)>;

ExhibitPlan plan(const QByteArray &name, const Then &then)
{
    return {.name = name, .build = [=](const Look &look) -> std::unique_ptr<Exhibit> {
                auto exhibit = std::make_unique<LeavingExhibit>(look);
                return exhibit->begin() && then(*exhibit) ? std::move(exhibit) : nullptr;
            }};
}

bool askAboutKeyMadeByHand(LeavingExhibit &exhibit)
{
    const QString token = exhibit.all.deployment.mintApiToken(TokenScope::All);
    exhibit.session().adopt(exhibit.session().account(), *SessionToken::fromText(token), {});
    return exhibit.ask(SignOut::Afterwards::StaysListed);
}

bool askAboutTheCommandLinesKey(LeavingExhibit &exhibit)
{
    const std::optional<SessionToken> token = exhibit.session().api().rest().token();
    exhibit.cliFolder.signIn(exhibit.all.deployment.url().toString(),
                             QString::fromLatin1(token->bytes().toByteArray()));
    return exhibit.ask(SignOut::Afterwards::StaysListed);
}

bool failToEnd(LeavingExhibit &exhibit)
{
    if (!exhibit.ask(SignOut::Afterwards::StaysListed))
        return false;
    exhibit.all.deployment.misbehave({.kind = Misconduct::Kind::Status, .method = "DELETE"});
    return exhibit.confirm();
}

bool failToErase(LeavingExhibit &exhibit)
{
    if (!exhibit.ask(SignOut::Afterwards::IsRemoved))
        return false;
    exhibit.all.keychain.state = StoreState::Locked;
    return exhibit.confirm();
}

bool signInAgain(LeavingExhibit &exhibit)
{
    if (!failToErase(exhibit))
        return false;
    exhibit.all.keychain.state = StoreState::Ready;
    return exhibit.all.signIn();
}

bool waitForTheKeyring(LeavingExhibit &exhibit)
{
    if (!failToErase(exhibit))
        return false;
    exhibit.all.keychain.hold();
    buttonOf(*exhibit.dialog, "tryAgain")->click();
    return exhibit.signOut->isUnlocking();
}

bool leaveTheKeyringLocked(LeavingExhibit &exhibit)
{
    exhibit.all.keychain.state = StoreState::Locked;
    exhibit.all.keychain.afterUnlock = StoreState::Locked;
    exhibit.askForAll();
    buttonOf(*exhibit.dialog, "removeAll")->click();
    return QTest::qWaitFor([&] {
        const auto *choosing = exhibit.removing->as<RemovingAll::Choosing>();
        return choosing && choosing->notUnlocked;
    });
}

QList<ExhibitPlan> signOutExhibits()
{
    return {
        plan("signout/question",
             [](LeavingExhibit &exhibit) { return exhibit.ask(SignOut::Afterwards::StaysListed); }),
        plan("signout/key made by hand", askAboutKeyMadeByHand),
        plan("signout/session of the command line", askAboutTheCommandLinesKey),
        plan("signout/not ended", failToEnd),
        plan("signout/signed out",
             [](LeavingExhibit &exhibit) {
                 return exhibit.ask(SignOut::Afterwards::StaysListed) && exhibit.confirm();
             }),
        plan("signout/not ended, forgotten here",
             [](LeavingExhibit &exhibit) { return failToEnd(exhibit) && exhibit.confirm(); }),
        plan("signout/remove question",
             [](LeavingExhibit &exhibit) { return exhibit.ask(SignOut::Afterwards::IsRemoved); }),
        plan("signout/not removed yet", failToErase),
        plan("signout/waiting for the keyring", waitForTheKeyring),
        plan("signout/signed in again", signInAgain),
    };
}

QList<ExhibitPlan> removalExhibits()
{
    return {
        plan("removeall/question",
             [](LeavingExhibit &exhibit) {
                 exhibit.askForAll();
                 return true;
             }),
        plan("removeall/done",
             [](LeavingExhibit &exhibit) {
                 exhibit.askForAll();
                 return exhibit.confirmAll();
             }),
        plan("removeall/keyring not unlocked", leaveTheKeyringLocked),
        plan("removeall/tokens left",
             [](LeavingExhibit &exhibit) {
                 QFile aside(exhibit.all.file.path() + u".broken-1"_s);
                 exhibit.askForAll();
                 return aside.open(QIODevice::WriteOnly) && exhibit.confirmAll();
             }),
        plan("removeall/not everything",
             [](LeavingExhibit &exhibit) {
                 exhibit.all.keychain.state = StoreState::Absent;
                 exhibit.askForAll();
                 return exhibit.confirmAll();
             }),
    };
}

} // namespace

QList<ExhibitPlan> accountExhibits()
{
    const auto accounts = [](const QByteArray &name, const QList<AccountStatus> &shown) {
        return ExhibitPlan{.name = name,
                           .build = [shown](const Look &look) -> std::unique_ptr<Exhibit> {
                               return std::make_unique<AccountsExhibit>(look, shown);
                           }};
    };
    return signOutExhibits() + removalExhibits()
        << accounts("accounts/several", accountsInManyStates()) << accounts("accounts/none", {});
}

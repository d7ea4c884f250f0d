// SPDX-License-Identifier: MIT
#include "dialogs/signindialog.h"
#include "session/memorytokenstore.h"
#include "support/clifolder.h"
#include "support/dialogstage.h"
#include "support/scriptedtokenstore.h"
#include "support/signedinclient.h"
#include "ui/walk/exhibit.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QLabel>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulated;

namespace {

/// What a workspace proxy, or a deployment that lives elsewhere, says of itself.
Misconduct buildInfo(bool isProxy)
{
    return {
        .kind = Misconduct::Kind::Status,
        .path = "/api/v2/buildinfo",
        .status = 200,
        .mediaType = "application/json",
        .body
        = R"({"version":"v2.30.0","dashboard_url":"https://coder.example.com","workspace_proxy":)"
            + QByteArray(isProxy ? "true}" : "false}"),
        .isCoders = true};
}

/// A sign-in against a real server, and the dialog that shows it.
class SignInExhibit final : public Exhibit
{
public:
    SignInExhibit(const Look &look, StoreState keyring, bool again)
    {
        stage.theme.apply(*qApp, look.scheme, look.contrast);
        ring.state = keyring;
        std::optional<Account> expected;
        if (again) {
            expected = Account{.server = client.rest.server(),
                               .userId = u"somebody"_s,
                               .userName = UntrustedText::name(u"grace")};
        }
        signIn = std::make_unique<SignIn>(ring, thisRun, expected);
        dialog = std::make_unique<SignInDialog>(*signIn, stage.tools());
        dialog->show();
    }
    QWidget &window() override { return *(shown ? shown : dialog.get()); }

    /// The list of addresses, as the arrow key opens it.
    void suggest()
    {
        dialog->setSuggestions({u"https://coder.example.com"_s, u"https://dev.example.org:8443"_s});
        auto *field = named<QLineEdit>(*dialog, "address");
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field->completer()->popup(), Qt::Key_Down);
        shown = field->completer()->popup();
    }
    void check(const QString &address) const
    {
        named<QLineEdit>(*dialog, "address")->setText(address);
        buttonOf(*dialog, "check")->click();
    }
    [[nodiscard]] QString ownAddress() const { return client.deployment.url().toString(); }
    [[nodiscard]] bool reach() const
    {
        check(ownAddress());
        return reached();
    }
    [[nodiscard]] bool reached() const
    {
        return QTest::qWaitFor([this] { return signIn->as<SignIn::NeedsToken>() != nullptr; });
    }
    [[nodiscard]] bool failsAt(const QString &address) const
    {
        check(address);
        return QTest::qWaitFor([this] {
            const auto *needs = signIn->as<SignIn::NeedsAddress>();
            return needs && needs->problem;
        });
    }
    /// A server that answers a TLS greeting by something else.
    [[nodiscard]] bool listenWithoutTls()
    {
        QObject::connect(&plain, &QTcpServer::newConnection, &plain, [this] {
            QTcpSocket *socket = plain.nextPendingConnection();
            socket->write("No TLS here\r\n");
        });
        return plain.listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] bool refuses(const QString &token)
    {
        if (!reach())
            return false;
        enter(token);
        return QTest::qWaitFor([this] {
            const auto *needs = signIn->as<SignIn::NeedsToken>();
            return needs && needs->problem;
        });
    }
    void enter(const QString &token) const
    {
        auto *field = named<QLineEdit>(*dialog, "token");
        field->setText(token);
        if (!signIn->as<SignIn::Asking>())
            QTest::keyClick(field, Qt::Key_Return);
    }
    [[nodiscard]] bool know()
    {
        if (!reach())
            return false;
        enter(client.deployment.mintToken());
        return QTest::qWaitFor([this] { return signIn->as<SignIn::Known>() != nullptr; });
    }

    /// The command line is signed in there.
    void offerCommandLine(const QString &token) const
    {
        folder.signIn(ownAddress(), token);
        dialog->setCommandLine(folder.cli());
    }
    [[nodiscard]] bool useCommandLine(const QString &token) const
    {
        offerCommandLine(token);
        buttonOf(*dialog, "useCommandLine")->click();
        return QTest::qWaitFor([this] {
            const auto *needs = signIn->as<SignIn::NeedsToken>();
            return signIn->as<SignIn::Known>() || (needs && needs->problem);
        });
    }
    [[nodiscard]] bool failsToMakeAKey(const Misconduct &misconduct)
    {
        if (!useCommandLine(client.deployment.mintToken()))
            return false;
        client.deployment.misbehave(misconduct);
        buttonOf(*dialog, "addAccount")->click();
        return QTest::qWaitFor([this] {
            const auto *known = signIn->as<SignIn::Known>();
            return known && known->notMade;
        });
    }

    DialogStage stage;
    SignedInClient client;
    CliFolder folder;
    QTcpServer plain;
    ScriptedTokenStore ring;
    MemoryTokenStore thisRun;
    std::unique_ptr<SignIn> signIn;
    std::unique_ptr<SignInDialog> dialog;
    QWidget *shown = nullptr; ///< where it is not the dialog itself
};

using Then = std::function<bool(SignInExhibit &)>;

ExhibitPlan plan(const QByteArray &name, const Then &then, StoreState keyring = StoreState::Ready,
                 bool again = false)
{
    return {.name = "sign-in/" + name, .build = [=](const Look &look) -> std::unique_ptr<Exhibit> {
                auto exhibit = std::make_unique<SignInExhibit>(look, keyring, again);
                return then(*exhibit) ? std::move(exhibit) : nullptr;
            }};
}

Then answering(const Misconduct &misconduct)
{
    return [misconduct](SignInExhibit &exhibit) {
        exhibit.client.deployment.misbehave(misconduct);
        return exhibit.failsAt(exhibit.ownAddress());
    };
}

QList<ExhibitPlan> addressExhibits()
{
    return {
        plan("start", [](SignInExhibit &) { return true; }),
        plan("address refused",
             [](SignInExhibit &exhibit) { return exhibit.failsAt(u"ftp://coder.example.com"_s); }),
        plan("unreachable",
             [](SignInExhibit &exhibit) {
                 const QString address = exhibit.ownAddress();
                 exhibit.client.deployment.goDown();
                 return exhibit.failsAt(address);
             }),
        plan("TLS problem",
             [](SignInExhibit &exhibit) {
                 return exhibit.listenWithoutTls()
                     && exhibit.failsAt(u"https://127.0.0.1:%1"_s.arg(exhibit.plain.serverPort()));
             }),
        plan("not Coder", answering({.kind = Misconduct::Kind::HtmlPage})),
        plan("deployment in trouble", answering({.kind = Misconduct::Kind::Status})),
        plan("redirected",
             answering({.kind = Misconduct::Kind::Redirect,
                        .location = QUrl(u"https://login.example/"_s)})),
        plan("consent",
             [](SignInExhibit &exhibit) {
                 exhibit.check(u"http://coder.example.com"_s);
                 return exhibit.signIn->as<SignIn::NeedsConsent>() != nullptr;
             }),
        plan("reaching",
             [](SignInExhibit &exhibit) {
                 exhibit.client.deployment.misbehave({.kind = Misconduct::Kind::HoldRequest});
                 exhibit.check(exhibit.ownAddress());
                 return exhibit.signIn->as<SignIn::Probing>() != nullptr;
             }),
        plan(
            "again", [](SignInExhibit &exhibit) { return exhibit.reached(); }, StoreState::Ready,
            true),
    };
}

QList<ExhibitPlan> tokenExhibits()
{
    return {
        plan("token", [](SignInExhibit &exhibit) { return exhibit.reach(); }),
        plan("no browser",
             [](SignInExhibit &exhibit) {
                 exhibit.stage.browser.works = false;
                 const bool reached = exhibit.reach();
                 buttonOf(*exhibit.dialog, "openTokenPage")->click();
                 return reached;
             }),
        plan("not a token", [](SignInExhibit &exhibit) { return exhibit.refuses(u"two words"_s); }),
        plan("token refused",
             [](SignInExhibit &exhibit) {
                 return exhibit.refuses(u"abcdefghij-abcdefghijklmnopqrstuv"_s);
             }),
        plan("token too narrow",
             [](SignInExhibit &exhibit) {
                 return exhibit.refuses(exhibit.client.deployment.mintToken(TokenScope::Narrow));
             }),
        plan("user suspended",
             [](SignInExhibit &exhibit) {
                 const QString token = exhibit.client.deployment.mintToken();
                 exhibit.client.deployment.suspend(u"ada"_s);
                 return exhibit.refuses(token);
             }),
        plan("could not ask",
             [](SignInExhibit &exhibit) {
                 exhibit.client.deployment.misbehave(
                     {.kind = Misconduct::Kind::Status, .path = "/api/v2/users/me"});
                 return exhibit.refuses(exhibit.client.deployment.mintToken());
             }),
        plan("asking",
             [](SignInExhibit &exhibit) {
                 exhibit.client.deployment.misbehave(
                     {.kind = Misconduct::Kind::HoldRequest, .path = "/api/v2/users/me"});
                 const bool reached = exhibit.reach();
                 exhibit.enter(exhibit.client.deployment.mintToken());
                 return reached && exhibit.signIn->as<SignIn::Asking>();
             }),
    };
}

bool knowOneThatMayHaveMoved(SignInExhibit &exhibit)
{
    World &world = exhibit.client.deployment.world();
    exhibit.signIn->setOthers({{.server = *ServerUrl::fromUserInput(u"coder.old.example.com"_s),
                                .userId = world.keyring.userNamed(u"ada"_s)->id,
                                .userName = UntrustedText::name(u"ada"),
                                .label = UntrustedText::name(u"Work"),
                                .deploymentId = world.deploymentId}});
    return exhibit.know();
}

QList<ExhibitPlan> elsewhereExhibits()
{
    return {
        plan("workspace proxy", answering(buildInfo(true))),
        plan("another address",
             [](SignInExhibit &exhibit) {
                 exhibit.client.deployment.misbehave(buildInfo(false));
                 return exhibit.reach();
             }),
        plan("known addresses",
             [](SignInExhibit &exhibit) {
                 exhibit.dialog->setSuggestions(
                     {u"https://coder.example.com"_s, u"https://dev.example.org:8443"_s});
                 return true;
             }),
        plan("list of addresses",
             [](SignInExhibit &exhibit) {
                 exhibit.suggest();
                 return exhibit.shown->isVisible();
             }),
    };
}

QList<ExhibitPlan> commandLineExhibits()
{
    return {
        plan("command line",
             [](SignInExhibit &exhibit) {
                 exhibit.offerCommandLine(exhibit.client.deployment.mintToken());
                 return true;
             }),
        plan("command line with a keyring",
             [](SignInExhibit &exhibit) {
                 exhibit.folder.write(u"url"_s, exhibit.ownAddress().toUtf8());
                 exhibit.dialog->setCommandLine(exhibit.folder.cli(CliImport::Else::Keyring));
                 return true;
             }),
        plan("command line known",
             [](SignInExhibit &exhibit) {
                 return exhibit.useCommandLine(exhibit.client.deployment.mintToken());
             }),
        plan("command line refused",
             [](SignInExhibit &exhibit) {
                 return exhibit.useCommandLine(u"abcdefghij-abcdefghijklmnopqrstuv"_s);
             }),
        plan("no key for the command line",
             [](SignInExhibit &exhibit) {
                 return exhibit.failsToMakeAKey(Misconduct::coderError(403, u"Forbidden."_s));
             }),
        plan("answer with the key lost",
             [](SignInExhibit &exhibit) {
                 return exhibit.failsToMakeAKey({.kind = Misconduct::Kind::Reset});
             }),
    };
}

QList<ExhibitPlan> keepingExhibits()
{
    const Then know = [](SignInExhibit &exhibit) { return exhibit.know(); };
    return {
        plan("known", know),
        plan("deployment may have moved", knowOneThatMayHaveMoved),
        plan("keyring locked", know, StoreState::Locked),
        plan("no keyring yet", know, StoreState::NoCollection),
        plan("keyring absent", know, StoreState::Absent),
        plan("keyring denied", know, StoreState::Denied),
        plan("keyring hangs", know, StoreState::Hung),
        plan("keyring broken", know, StoreState::Broken),
        plan(
            "waiting for the keyring",
            [](SignInExhibit &exhibit) {
                const bool known = exhibit.know();
                exhibit.ring.hold();
                buttonOf(*exhibit.dialog, "unlockKeyring")->click();
                return known;
            },
            StoreState::Locked),
        plan("keeping failed",
             [](SignInExhibit &exhibit) {
                 if (!exhibit.know())
                     return false;
                 exhibit.ring.failure = StoreState::Broken;
                 buttonOf(*exhibit.dialog, "addAccount")->click();
                 return QTest::qWaitFor([&exhibit] {
                     const auto *known = exhibit.signIn->as<SignIn::Known>();
                     return known && known->problem;
                 });
             }),
    };
}

} // namespace

QList<ExhibitPlan> signInExhibits()
{
    return addressExhibits() + elsewhereExhibits() + commandLineExhibits() + tokenExhibits()
        + keepingExhibits();
}

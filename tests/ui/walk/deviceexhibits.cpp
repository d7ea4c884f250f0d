// SPDX-License-Identifier: MIT
#include "dialogs/devicelinkdialog.h"
#include "support/dialogstage.h"
#include "support/signedinclient.h"
#include "ui/walk/exhibit.h"

#include <QApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace simulated;
using Flow = DeviceLinkFlow;

namespace {

constexpr auto exchangePath = "/api/v2/external-auth/github/device";

/// A flow against a real server, and the dialog that shows it.
class DeviceExhibit final : public Exhibit
{
public:
    DeviceExhibit(const Look &look, const LinkBaseline &baseline, const QString &acceptedHost)
    {
        stage.theme.apply(*qApp, look.scheme, look.contrast);
        client.deployment.unlink(u"github"_s);
        flow = std::make_unique<Flow>(client.api, client.calls, ProviderId(u"github"_s), baseline,
                                      stage.clock, Flow::Policy());
        dialog = std::make_unique<DeviceLinkDialog>(
            *flow, DialogStage::subject(), AcceptedHost{.host = acceptedHost}, stage.tools());
    }
    QWidget &window() override { return *dialog; }

    [[nodiscard]] ProviderKnobs &knobs() { return client.deployment.knobs(u"github"_s); }
    [[nodiscard]] bool begin() const
    {
        flow->start();
        dialog->show();
        return QTest::qWaitFor([this] { return flow->as<Flow::AwaitingUser>() != nullptr; });
    }
    /// One poll goes out and its answer comes in.
    [[nodiscard]] bool poll(std::chrono::milliseconds after = 6s)
    {
        const qsizetype before = client.count("POST", "/external-auth/github/device");
        stage.clock.advance(after);
        return QTest::qWaitFor(
                   [&] { return client.count("POST", "/external-auth/github/device") > before; })
            && QTest::qWaitFor([this] {
                   const auto *state = flow->as<Flow::AwaitingUser>();
                   return !state || !state->exchanging;
               });
    }
    [[nodiscard]] bool pollUntil(Flow::Wait wait)
    {
        const bool answered = poll();
        const auto *state = flow->as<Flow::AwaitingUser>();
        return answered && state && state->wait == wait;
    }
    /// The looks at the link that follow an answer.
    [[nodiscard]] bool settle()
    {
        return QTest::qWaitFor([this] {
            if (flow->as<Flow::Verifying>())
                stage.clock.advance(100ms);
            return flow->isSettled();
        });
    }
    [[nodiscard]] QString code() const { return flow->as<Flow::AwaitingUser>()->code.userCode; }
    [[nodiscard]] bool approve()
    {
        return begin() && client.deployment.approve(code(), u"ada"_s) && poll() && settle();
    }
    /// Holds the answer to the exchange of an approved code.
    [[nodiscard]] bool holdExchange()
    {
        if (!begin() || !client.deployment.approve(code(), u"ada"_s))
            return false;
        client.deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer, .path = exchangePath});
        stage.clock.advance(7s);
        return QTest::qWaitFor([this] { return client.deployment.heldCount() == 1; });
    }
    /// Everything but the exchange goes wrong from now on.
    void hideLinks()
    {
        client.deployment.misbehave(
            {.kind = Misconduct::Kind::Status, .method = "GET", .path = "/api/v2/external-auth*"});
    }

    DialogStage stage;
    SignedInClient client;
    std::unique_ptr<Flow> flow;
    std::unique_ptr<DeviceLinkDialog> dialog;
};

using Then = std::function<bool(DeviceExhibit &)>;

ExhibitPlan plan(const QByteArray &name, const Then &then, const LinkBaseline &baseline = {},
                 const QString &acceptedHost = {})
{
    return {.name = "device/" + name, .build = [=](const Look &look) -> std::unique_ptr<Exhibit> {
                auto exhibit = std::make_unique<DeviceExhibit>(look, baseline, acceptedHost);
                return then(*exhibit) ? std::move(exhibit) : nullptr;
            }};
}

LinkBaseline linkedAs(const QString &login)
{
    return {.linked = true, .user = LinkUser{.login = UntrustedText::name(login)}};
}

/// A provider whose codes are longer than any known one's.
bool showLongCode(DeviceExhibit &exhibit)
{
    exhibit.client.deployment.misbehave(
        {.kind = Misconduct::Kind::Status,
         .method = "GET",
         .path = exchangePath,
         .status = 200,
         .mediaType = "application/json",
         .body = R"({"device_code": "a-long-code", "user_code": "ABCD-EFGH-IJKL-1234-5678",
             "verification_uri": "https://git.example/login/device", "expires_in": 900, "interval": 5})",
         .isCoders = true});
    return exhibit.begin() && exhibit.code().size() == 24;
}

/// Coder goes on with whatever the flow was last told.
Then waitingFor(Flow::Wait wait, const std::function<void(DeviceExhibit &)> &trouble)
{
    return [wait, trouble](DeviceExhibit &exhibit) {
        if (!exhibit.begin())
            return false;
        trouble(exhibit);
        return exhibit.pollUntil(wait);
    };
}

QList<ExhibitPlan> waitingExhibits()
{
    return {
        plan("requesting",
             [](DeviceExhibit &exhibit) {
                 exhibit.client.deployment.misbehave({.kind = Misconduct::Kind::HoldRequest});
                 exhibit.flow->start();
                 exhibit.dialog->show();
                 return exhibit.flow->as<Flow::Requesting>() != nullptr;
             }),
        plan("waiting", [](DeviceExhibit &exhibit) { return exhibit.begin(); }),
        plan("checking", [](DeviceExhibit &exhibit) { return exhibit.holdExchange(); }),
        plan("copied",
             [](DeviceExhibit &exhibit) {
                 const bool begun = exhibit.begin();
                 buttonOf(*exhibit.dialog, "copyAndOpen")->click();
                 return begun;
             }),
        plan("no browser",
             [](DeviceExhibit &exhibit) {
                 const bool begun = exhibit.begin();
                 exhibit.stage.browser.works = false;
                 buttonOf(*exhibit.dialog, "openPage")->click();
                 return begun;
             }),
        plan(
            "another host", [](DeviceExhibit &exhibit) { return exhibit.begin(); }, {},
            u"git.example"_s),
        plan("long code", showLongCode),
        plan("hidden code",
             [](DeviceExhibit &exhibit) {
                 const bool begun = exhibit.begin();
                 buttonOf(*exhibit.dialog, "hideCode")->click();
                 return begun;
             }),
    };
}

QList<ExhibitPlan> troubledExhibits()
{
    return {
        plan("slowed down",
             waitingFor(Flow::Wait::SlowedDown,
                        [](DeviceExhibit &exhibit) { exhibit.knobs().slowDowns = 1; })),
        plan("slowed down three times",
             [](DeviceExhibit &exhibit) {
                 if (!exhibit.begin())
                     return false;
                 exhibit.knobs().slowDowns = 3;
                 return exhibit.poll(6s) && exhibit.poll(12s) && exhibit.poll(18s);
             }),
        plan("offline",
             waitingFor(Flow::Wait::Offline,
                        [](DeviceExhibit &exhibit) {
                            exhibit.client.deployment.misbehave(
                                {.kind = Misconduct::Kind::Status, .path = exchangePath});
                        })),
        plan("throttled",
             waitingFor(Flow::Wait::Throttled,
                        [](DeviceExhibit &exhibit) {
                            exhibit.client.deployment.misbehave(
                                {.kind = Misconduct::Kind::RateLimited, .path = exchangePath});
                        })),
        plan("provider in trouble",
             waitingFor(Flow::Wait::ProviderTrouble,
                        [](DeviceExhibit &exhibit) {
                            exhibit.knobs().exchange = ProviderKnobs::Exchange::Unavailable;
                        })),
        plan("suspended",
             waitingFor(
                 Flow::Wait::SignedOut,
                 [](DeviceExhibit &exhibit) { exhibit.client.deployment.suspend(u"ada"_s); })),
        plan("signed out",
             waitingFor(Flow::Wait::SignedOut,
                        [](DeviceExhibit &exhibit) {
                            exhibit.client.rest.setToken(
                                SessionToken::fromText(u"abcdefghij-abcdefghijklmnopqrstuv"));
                        })),
    };
}

QList<ExhibitPlan> linkedExhibits()
{
    const Then approve = [](DeviceExhibit &exhibit) { return exhibit.approve(); };
    LinkBaseline apps;
    apps.hasApps = true;
    return {
        plan("verifying",
             [](DeviceExhibit &exhibit) {
                 if (!exhibit.begin() || !exhibit.client.deployment.approve(exhibit.code()))
                     return false;
                 exhibit.client.deployment.misbehave(
                     {.kind = Misconduct::Kind::HoldRequest, .method = "GET"});
                 return exhibit.poll() && exhibit.flow->as<Flow::Verifying>();
             }),
        plan("linked", approve),
        plan("linked, same account", approve, linkedAs(u"ada"_s)),
        plan("linked, another account", approve, linkedAs(u"bob"_s)),
        plan(
            "linked, app missing",
            [](DeviceExhibit &exhibit) {
                exhibit.knobs().installationCount = 0;
                return exhibit.approve();
            },
            apps),
        plan("linked, not read",
             [](DeviceExhibit &exhibit) {
                 if (!exhibit.begin() || !exhibit.client.deployment.approve(exhibit.code()))
                     return false;
                 exhibit.hideLinks();
                 return exhibit.poll() && exhibit.settle()
                     && exhibit.flow->as<Flow::LinkedUnread>();
             }),
    };
}

QList<ExhibitPlan> cancelledExhibits()
{
    return {
        plan("looking after cancelling",
             [](DeviceExhibit &exhibit) {
                 const bool held = exhibit.holdExchange();
                 exhibit.client.deployment.misbehave(
                     {.kind = Misconduct::Kind::HoldRequest, .method = "GET"});
                 buttonOf(*exhibit.dialog, "close")->click();
                 return held && exhibit.flow->as<Flow::Verifying>();
             }),
        plan("approved after cancelling",
             [](DeviceExhibit &exhibit) {
                 const bool held = exhibit.holdExchange();
                 buttonOf(*exhibit.dialog, "close")->click();
                 return held && exhibit.settle() && exhibit.flow->as<Flow::CancelledButApproved>();
             }),
    };
}

/// What the provider does to the code.
Then failing(Flow::Failed::Why why, const std::function<void(DeviceExhibit &)> &trouble,
             bool unfolded = false)
{
    return [=](DeviceExhibit &exhibit) {
        if (!exhibit.begin())
            return false;
        trouble(exhibit);
        if (!exhibit.poll() || !exhibit.settle())
            return false;
        if (unfolded)
            buttonOf(*exhibit.dialog, "details")->click();
        const auto *failed = exhibit.flow->as<Flow::Failed>();
        return failed && failed->why == why;
    };
}

QList<ExhibitPlan> failedExhibits()
{
    return {
        plan("expired",
             failing(
                 Flow::Failed::Why::Expired,
                 [](DeviceExhibit &exhibit) { exhibit.knobs().exchangeWord = "expired_token"; })),
        plan("denied",
             failing(Flow::Failed::Why::Denied,
                     [](DeviceExhibit &exhibit) {
                         (void)exhibit.client.deployment.deny(exhibit.code());
                     })),
        plan("rejected, with details",
             failing(
                 Flow::Failed::Why::Rejected,
                 [](DeviceExhibit &exhibit) {
                     exhibit.knobs().exchangeWord = "unsupported_grant_type";
                 },
                 true)),
        plan("no code",
             [](DeviceExhibit &exhibit) {
                 exhibit.knobs().deviceStart = ProviderKnobs::DeviceStart::Empty;
                 exhibit.flow->start();
                 exhibit.dialog->show();
                 return exhibit.settle();
             }),
        plan("not reached",
             [](DeviceExhibit &exhibit) {
                 exhibit.client.deployment.goDown();
                 exhibit.flow->start();
                 exhibit.dialog->show();
                 return exhibit.settle();
             }),
    };
}

} // namespace

QList<ExhibitPlan> deviceLinkExhibits()
{
    return waitingExhibits() + troubledExhibits() + linkedExhibits() + cancelledExhibits()
        + failedExhibits();
}

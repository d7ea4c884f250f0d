// SPDX-License-Identifier: MIT
#include "dialogs/browserlinkdialog.h"
#include "support/dialogstage.h"
#include "support/listingmaker.h"
#include "support/signedinclient.h"
#include "ui/walk/exhibit.h"

#include <QApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace simulated;

namespace {

constexpr auto provider = "github"_L1; // tells whose account it is

/// The dialog over a flow that a simulated deployment answers.
class BrowserLinkExhibit final : public Exhibit
{
public:
    QWidget &window() override { return *dialog; }

    [[nodiscard]] bool open(const Look &look)
    {
        stage.theme.apply(*qApp, look.scheme, look.contrast);
        stage.browser.browsers
            = {{.id = u"firefox-esr.desktop"_s, .name = UntrustedText::name(u"Firefox ESR")},
               {.id = u"firefox-esr.desktop#new-private-window"_s,
                .name = UntrustedText::name(u"Firefox ESR"),
                .isPrivate = true}};
        flow = std::make_unique<BrowserLinkFlow>(client.api, client.calls, ProviderId(provider),
                                                 known, stage.clock, BrowserLinkFlow::Policy());
        LinkSubject subject = DialogStage::subject();
        subject.server = client.rest.server();
        const QString page = client.rest.server().origin() + u"/external-auth/github"_s;
        dialog = std::make_unique<BrowserLinkDialog>(
            *flow, subject,
            BrowserPages{.first = WebAddress::judge(page, client.rest.server()),
                         .again = WebAddress::judge(page + u"/callback"_s, client.rest.server())},
            stage.tools());
        dialog->setBrowser(browser);
        flow->start();
        dialog->show();
        return true;
    }
    [[nodiscard]] bool wait()
    {
        return QTest::qWaitFor([this] { return flow->as<BrowserLinkFlow::Waiting>() != nullptr; });
    }
    [[nodiscard]] bool pass(std::chrono::milliseconds time)
    {
        stage.clock.advance(time);
        return QTest::qWaitFor([this] {
            const auto *waiting = flow->as<BrowserLinkFlow::Waiting>();
            return !waiting || waiting->wait != BrowserLinkFlow::Wait::Checking;
        });
    }
    template <typename State>
    [[nodiscard]] bool reaches()
    {
        return QTest::qWaitFor([this] { return flow->as<State>() != nullptr; });
    }

    DialogStage stage;
    SignedInClient client;
    LinkBaseline known;
    std::optional<QString> browser{QString()};
    std::unique_ptr<BrowserLinkFlow> flow;
    std::unique_ptr<BrowserLinkDialog> dialog;
};

using Then = std::function<bool(BrowserLinkExhibit &, const Look &)>;

ExhibitPlan plan(const QByteArray &name, const Then &then)
{
    return {.name = "browser/" + name, .build = [=](const Look &look) -> std::unique_ptr<Exhibit> {
                auto exhibit = std::make_unique<BrowserLinkExhibit>();
                return then(*exhibit, look) ? std::move(exhibit) : nullptr;
            }};
}

bool preparing(BrowserLinkExhibit &exhibit, const Look &look)
{
    exhibit.client.deployment.misbehave({.kind = Misconduct::Kind::Hang});
    return exhibit.open(look);
}

bool preparingWithTheLinkTaken(BrowserLinkExhibit &exhibit, const Look &look)
{
    if (!preparing(exhibit, look))
        return false;
    exhibit.flow->pageOpened();
    return true;
}

bool linkedSince(BrowserLinkExhibit &exhibit, const Look &look)
{
    exhibit.client.deployment.link(provider);
    return exhibit.open(look) && exhibit.reaches<BrowserLinkFlow::Linked>();
}

bool unprepared(BrowserLinkExhibit &exhibit, const Look &look)
{
    exhibit.client.deployment.misbehave({.kind = Misconduct::Kind::Status, .status = 503});
    return exhibit.open(look) && exhibit.reaches<BrowserLinkFlow::Failed>();
}

bool preparingToAsk(BrowserLinkExhibit &exhibit, const Look &look)
{
    exhibit.browser.reset();
    return preparing(exhibit, look);
}

bool asking(BrowserLinkExhibit &exhibit, const Look &look)
{
    exhibit.browser.reset();
    return exhibit.open(look) && exhibit.reaches<BrowserLinkFlow::Ready>();
}

bool waiting(BrowserLinkExhibit &exhibit, const Look &look)
{
    return exhibit.open(look) && exhibit.wait();
}

bool waitingForAnother(BrowserLinkExhibit &exhibit, const Look &look)
{
    exhibit.client.deployment.link(provider);
    exhibit.known = {.linked = true, .works = true};
    return waiting(exhibit, look);
}

bool withoutBrowser(BrowserLinkExhibit &exhibit, const Look &look)
{
    exhibit.stage.browser.works = false;
    return waiting(exhibit, look);
}

bool offline(BrowserLinkExhibit &exhibit, const Look &look)
{
    if (!waiting(exhibit, look))
        return false;
    exhibit.client.deployment.goDown();
    return exhibit.pass(2s);
}

bool throttled(BrowserLinkExhibit &exhibit, const Look &look)
{
    if (!waiting(exhibit, look))
        return false;
    exhibit.client.deployment.misbehave({.kind = Misconduct::Kind::RateLimited});
    return exhibit.pass(2s);
}

bool withoutProvider(BrowserLinkExhibit &exhibit, const Look &look)
{
    if (!waiting(exhibit, look))
        return false;
    exhibit.client.deployment.removeProvider(provider);
    return exhibit.pass(2s) && exhibit.reaches<BrowserLinkFlow::Refused>();
}

bool forbidden(BrowserLinkExhibit &exhibit, const Look &look)
{
    if (!waiting(exhibit, look))
        return false;
    exhibit.client.deployment.misbehave(Misconduct::coderError(403, u"Forbidden."_s));
    return exhibit.pass(2s) && exhibit.reaches<BrowserLinkFlow::Refused>();
}

bool signedOut(BrowserLinkExhibit &exhibit, const Look &look)
{
    if (!waiting(exhibit, look))
        return false;
    exhibit.client.rest.setToken(SessionToken::fromText(u"aaaaaaaaaa-bbbbbbbbbbbbbbbbbbbbbb"));
    return exhibit.pass(2s);
}

bool suspended(BrowserLinkExhibit &exhibit, const Look &look)
{
    if (!waiting(exhibit, look))
        return false;
    exhibit.client.deployment.suspend(u"ada"_s);
    return exhibit.pass(2s) && exhibit.flow->as<BrowserLinkFlow::Waiting>()->isSuspended();
}

bool waitingForLong(BrowserLinkExhibit &exhibit, const Look &look)
{
    bool passed = waiting(exhibit, look);
    while (passed && exhibit.flow->waited() < 70s)
        passed = exhibit.pass(5s);
    return passed;
}

bool waitingForAnotherForLong(BrowserLinkExhibit &exhibit, const Look &look)
{
    exhibit.client.deployment.link(provider);
    exhibit.known = {.linked = true, .works = true};
    return waitingForLong(exhibit, look);
}

bool linked(BrowserLinkExhibit &exhibit, const Look &look)
{
    if (!waiting(exhibit, look))
        return false;
    exhibit.client.deployment.link(provider);
    return exhibit.pass(2s) && exhibit.reaches<BrowserLinkFlow::Linked>();
}

bool renewed(BrowserLinkExhibit &exhibit, const Look &look)
{
    exhibit.stage.clock.setWall(QDateTime::currentDateTimeUtc());
    exhibit.client.deployment.link(provider, {.life = 60s, .renewable = true});
    exhibit.known = {.linked = true, .works = true, .renews = true};
    if (!waiting(exhibit, look))
        return false;
    exhibit.client.deployment.advance(2min);
    exhibit.stage.clock.setWall(exhibit.stage.clock.wall().addSecs(120));
    return exhibit.pass(20s) && exhibit.reaches<BrowserLinkFlow::SeemsRenewed>();
}

/// The list was lost before the page was opened, and an older one told another time.
bool doubtful(BrowserLinkExhibit &exhibit, const Look &look)
{
    exhibit.client.deployment.link(provider);
    exhibit.known = {.linked = true, .works = true, .updatedAt = make::at(make::noon())};
    exhibit.client.deployment.misbehave({.kind = Misconduct::Kind::Status,
                                         .path = "/api/v2/external-auth",
                                         .times = 1,
                                         .status = 504});
    return waiting(exhibit, look) && exhibit.pass(20s)
        && exhibit.reaches<BrowserLinkFlow::SeemsRenewed>();
}

/// Instead of the link that was there, and the provider refuses the new one.
bool broken(BrowserLinkExhibit &exhibit, const Look &look)
{
    exhibit.client.deployment.link(provider);
    exhibit.client.deployment.knobs(provider).check = ProviderKnobs::Check::Unauthorized;
    exhibit.known = {.linked = true};
    if (!waiting(exhibit, look))
        return false;
    exhibit.client.deployment.advance(30s);
    exhibit.client.deployment.link(provider);
    return exhibit.pass(20s) && exhibit.flow->as<BrowserLinkFlow::Waiting>()->isBroken;
}

bool gaveUpOnABrokenOne(BrowserLinkExhibit &exhibit, const Look &look)
{
    if (!broken(exhibit, look))
        return false;
    exhibit.stage.clock.suspendMachine(1h);
    return exhibit.pass(20s) && exhibit.reaches<BrowserLinkFlow::GaveUp>();
}

bool gaveUp(BrowserLinkExhibit &exhibit, const Look &look)
{
    if (!waiting(exhibit, look))
        return false;
    exhibit.stage.clock.suspendMachine(1h);
    return exhibit.pass(2s) && exhibit.reaches<BrowserLinkFlow::GaveUp>();
}

} // namespace

QList<ExhibitPlan> browserLinkExhibits()
{
    return {
        plan("preparing", preparing),
        plan("preparing to ask", preparingToAsk),
        plan("preparing with the link taken", preparingWithTheLinkTaken),
        plan("linked since", linkedSince),
        plan("not prepared", unprepared),
        plan("asking for the browser", asking),
        plan("waiting", waiting),
        plan("waiting for another", waitingForAnother),
        plan("no browser", withoutBrowser),
        plan("offline", offline),
        plan("throttled", throttled),
        plan("provider gone", withoutProvider),
        plan("forbidden", forbidden),
        plan("signed out", signedOut),
        plan("suspended", suspended),
        plan("waiting for long", waitingForLong),
        plan("waiting for another for long", waitingForAnotherForLong),
        plan("linked", linked),
        plan("seems renewed", renewed),
        plan("perhaps changed before", doubtful),
        plan("gave up", gaveUp),
        plan("linked and broken", broken),
        plan("gave up on a broken one", gaveUpOnABrokenOne),
    };
}

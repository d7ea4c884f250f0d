// SPDX-License-Identifier: MIT
#include "dialogs/unlinkdialog.h"
#include "support/dialogstage.h"
#include "support/signedinclient.h"
#include "ui/walk/exhibit.h"

#include <QApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulated;

namespace {

/// The dialog over a link as a real server tells of it.
class UnlinkExhibit final : public Exhibit
{
public:
    UnlinkExhibit(const QString &id, Generation generation) : client(generation), m_id(id)
    {
        if (id == u"github"_s)
            client.deployment.link(id);
    }
    QWidget &window() override { return *dialog; }

    [[nodiscard]] bool open(const Look &look)
    {
        stage.theme.apply(*qApp, look.scheme, look.contrast);
        const std::optional<GitLink> link = learn();
        if (!link)
            return false;
        unlinking = std::make_unique<Unlinking>(client.api, client.calls, *link);
        LinkSubject subject = DialogStage::subject(link->name().plain());
        subject.server = client.rest.server();
        dialog = std::make_unique<UnlinkDialog>(*unlinking, subject, stage.tools());
        dialog->show();
        return true;
    }
    [[nodiscard]] bool confirm() const
    {
        buttonOf(*dialog, "unlink")->click();
        return QTest::qWaitFor([this] {
            return unlinking->as<Unlinking::Removed>() || unlinking->as<Unlinking::Failed>();
        });
    }

    DialogStage stage;
    SignedInClient client;
    std::unique_ptr<Unlinking> unlinking;
    std::unique_ptr<UnlinkDialog> dialog;

private:
    [[nodiscard]] std::optional<GitLink> learn()
    {
        GitLink link{.key = {.provider = ProviderId(m_id)}};
        int answers = 0;
        QObject receiver;
        client.api.list(receiver, [&](const Answer<Listing> &answer) {
            ++answers;
            if (answer)
                take(*answer, link);
        });
        client.api.details(link.key.provider, receiver, [&](const Answer<LinkDetails> &answer) {
            ++answers;
            if (answer)
                link.user = answer->user;
        });
        const bool answered = QTest::qWaitFor([&answers] { return answers == 2; });
        return answered && link.stored ? std::optional(link) : std::nullopt;
    }
    static void take(const Listing &listing, GitLink &link)
    {
        for (const Provider &provider : listing.providers) {
            if (provider.id == link.key.provider)
                link.provider = provider;
        }
        for (const StoredLink &stored : listing.links) {
            if (stored.provider == link.key.provider)
                link.stored = stored;
        }
    }

    QString m_id;
};

using Then = std::function<bool(UnlinkExhibit &)>;

ExhibitPlan plan(const QByteArray &name, const Then &then, const QString &id = u"github"_s,
                 Generation generation = Generation::Gen26b)
{
    return {.name = "unlink/" + name, .build = [=](const Look &look) -> std::unique_ptr<Exhibit> {
                auto exhibit = std::make_unique<UnlinkExhibit>(id, generation);
                return exhibit->open(look) && then(*exhibit) ? std::move(exhibit) : nullptr;
            }};
}

Then confirmedWhile(const Misconduct &misconduct)
{
    return [misconduct](UnlinkExhibit &exhibit) {
        exhibit.client.deployment.misbehave(misconduct);
        return exhibit.confirm();
    };
}

bool asIs(UnlinkExhibit &)
{
    return true;
}

bool failRevocation(UnlinkExhibit &exhibit)
{
    exhibit.client.deployment.knobs(u"github"_s).revocation
        = ProviderKnobs::Revocation::ServerError;
    const bool confirmed = exhibit.confirm();
    buttonOf(*exhibit.dialog, "details")->click();
    return confirmed;
}

bool startDeleting(UnlinkExhibit &exhibit)
{
    exhibit.client.deployment.misbehave(
        {.kind = Misconduct::Kind::HoldRequest, .method = "DELETE"});
    buttonOf(*exhibit.dialog, "unlink")->click();
    return exhibit.unlinking->as<Unlinking::Deleting>() != nullptr;
}

bool loseAnswer(UnlinkExhibit &exhibit)
{
    exhibit.client.deployment.misbehave(
        {.kind = Misconduct::Kind::Reset, .method = "DELETE", .times = 1, .takesEffect = true});
    return exhibit.confirm();
}

bool linkIsGoneBefore(UnlinkExhibit &exhibit)
{
    exhibit.client.deployment.unlink(u"github"_s);
    return exhibit.confirm();
}

} // namespace

QList<ExhibitPlan> unlinkExhibits()
{
    const Then confirm = [](UnlinkExhibit &exhibit) { return exhibit.confirm(); };
    return {
        plan("plan for the whole grant", asIs),
        plan("plan without revocation", asIs, u"github"_s, Generation::Gen24),
        plan("plan for an orphan", asIs, u"old-gitlab"_s),
        plan("plan with revocation", asIs, u"gitea"_s),
        plan("deleting", startDeleting),
        plan("revoked", confirm),
        plan("not revoked, with details", failRevocation),
        plan("removed by an old server", confirm, u"github"_s, Generation::Gen24),
        plan("orphan still linked", confirm, u"old-gitlab"_s),
        plan("answer lost", loseAnswer),
        plan("gone before", linkIsGoneBefore),
        plan("still linked", confirmedWhile({.kind = Misconduct::Kind::Reset, .method = "DELETE"})),
        plan("nobody knows", confirmedWhile({.kind = Misconduct::Kind::Reset})),
    };
}

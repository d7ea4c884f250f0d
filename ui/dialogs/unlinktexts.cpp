// SPDX-License-Identifier: MIT
#include "dialogs/unlinktexts.h"

#include "dialogs/devicelinktexts.h"

using namespace Qt::StringLiterals;
using Shape = StatusNote::Shape;
using Revocation = UnlinkOutcome::Revocation;

TextRuns UnlinkTexts::question(const Unlinking &unlinking, const LinkSubject &subject)
{
    if (unlinking.plan().orphan)
        return runsOf(tr("Try to unlink %1?"), {subject.providerRun()});
    return runsOf(tr("Unlink %1?"), {subject.providerRun()});
}

QList<TextRuns> UnlinkTexts::plan(const Unlinking &unlinking, const LinkSubject &subject)
{
    const TextRuns provider = subject.providerRun();
    const GitLink &link = unlinking.link();
    if (unlinking.plan().orphan)
        return {
            runsOf(tr("%1 is no longer set up on this Coder server, but your link is still kept."),
                   {provider}),
            runsOf(tr("Coder usually refuses to remove such a link. Then only an administrator "
                      "can."))};
    QList<TextRuns> lines;
    if (link.isOtherService())
        lines.append(runsOf(tr("Coder forgets the link, so workspaces can no longer use it.")));
    else
        lines.append(
            runsOf(tr("Coder forgets the link, so clones and pushes in workspaces fail.")));
    switch (unlinking.plan().revocation) {
    case Unlinking::Plan::Revocation::WillBeTried:
        lines.append(runsOf(tr("Coder asks %1 to revoke its access."), {provider}));
        break;
    case Unlinking::Plan::Revocation::NotConfigured:
        lines.append(runsOf(tr("Coder does not ask %1 to revoke its access, so a token may go on "
                               "working there."),
                            {provider}));
        break;
    case Unlinking::Plan::Revocation::NotByThisServer:
        lines.append(
            runsOf(tr("This Coder server is too old to revoke access, so a token may go on "
                      "working at %1."),
                   {provider}));
        break;
    }
    if (unlinking.plan().grantWide)
        lines.append(grantWide(link, subject));
    return lines;
}

TextRuns UnlinkTexts::grantWide(const GitLink &link, const LinkSubject &subject)
{
    const TextRuns provider = subject.providerRun();
    if (!link.user || link.user->login.isEmpty())
        return runsOf(tr("%1 then ends every token of this app for your account. Another Coder "
                         "deployment that uses the same app loses its link too."),
                      {provider});
    return runsOf(tr("%1 then ends every token of this app for %2. Another Coder deployment that "
                     "uses the same app loses its link too."),
                  {provider, loginRun(*link.user)});
}

UnlinkTexts::Receipt UnlinkTexts::underWay(bool lookingAgain, const LinkSubject &subject)
{
    const TextRuns title = runsOf(tr("Unlinking %1"), {subject.providerRun()});
    if (lookingAgain)
        return {
            title,
            {{Shape::Paused, runsOf(tr("The answer was lost. Fairlead looks at the list again.")),
              runsOf(tr("This takes a moment."))}}};
    return {title,
            {{Shape::Paused, runsOf(tr("Coder removes the link.")),
              runsOf(tr("This may take some seconds, for Coder asks %1 too."),
                     {subject.providerRun()})}}};
}

UnlinkTexts::Line UnlinkTexts::revocation(const Unlinking::Removed &state,
                                          const LinkSubject &subject)
{
    const TextRuns provider = subject.providerRun();
    if (state.alreadyGone)
        return {Shape::Unknown,
                runsOf(tr("Whether %1 revoked the access is not known."), {provider}),
                {}};
    if (state.answerLost)
        return {Shape::Warning,
                runsOf(tr("The connection broke off before Coder could say whether %1 revoked the "
                          "access. A token may still work."),
                       {provider}),
                {}};
    switch (state.outcome.revocation) {
    case Revocation::Revoked:
        return {
            Shape::Good, runsOf(tr("%1 confirmed that the access is revoked."), {provider}), {}};
    case Revocation::Failed:
        return {Shape::Warning,
                runsOf(tr("%1 did not confirm that the access is revoked. A token may still work."),
                       {provider}),
                {}};
    case Revocation::NotTried:
        return {Shape::Warning,
                runsOf(tr("Coder did not ask %1 to revoke the access. A token may still work."),
                       {provider}),
                {}};
    case Revocation::NotTold:
        return {
            Shape::Warning,
            runsOf(tr("This Coder server does not revoke access at %1. A token may still work."),
                   {provider}),
            {}};
    }
    Q_UNREACHABLE();
}

TextRuns UnlinkTexts::byHand(const WebAddress &appsPage)
{
    if (!appsPage.isUsable())
        return runsOf(tr("To end it yourself, remove the app on the provider's own page, under "
                         "authorised apps."));
    return runsOf(tr("To end it yourself, remove the app on %1, under authorised apps."),
                  {{{.text = appsPage.host(), .strong = true}}});
}

UnlinkTexts::Receipt UnlinkTexts::removed(const Unlinking::Removed &state,
                                          const LinkSubject &subject, const WebAddress &appsPage)
{
    const TextRuns provider = subject.providerRun();
    const bool revoked = !state.answerLost && !state.alreadyGone
        && state.outcome.revocation == Revocation::Revoked;
    Receipt receipt;
    if (revoked || state.answerLost || state.alreadyGone)
        receipt.title = runsOf(tr("%1 is unlinked"), {provider});
    else
        receipt.title = runsOf(tr("%1 is unlinked, but not revoked"), {provider});
    receipt.lines.append({Shape::Good,
                          state.alreadyGone
                              ? runsOf(tr("Coder no longer has the link; it was gone already."))
                              : runsOf(tr("Coder no longer has the link.")),
                          {}});
    receipt.lines.append(revocation(state, subject));
    receipt.accessMayLive = !revoked;
    if (receipt.accessMayLive)
        receipt.lines.last().next = byHand(appsPage);
    if (!state.outcome.reason.isEmpty())
        receipt.details.append(Texts::quoted(state.outcome.reason));
    if (receipt.accessMayLive && !state.outcome.requestId.isEmpty())
        receipt.details.append(Texts::requestLine(state.outcome.requestId));
    return receipt;
}

UnlinkTexts::Receipt UnlinkTexts::failed(const Unlinking::Failed &state,
                                         const Unlinking::Plan &plan, const LinkSubject &subject)
{
    const TextRuns provider = subject.providerRun();
    const Sentence why = Texts::of(state.error, subject.server);
    Receipt receipt{.details = Texts::detailsOf(state.error)};
    if (!state.stillLinked.value_or(false)) {
        receipt.title = runsOf(tr("Is %1 unlinked?"), {provider});
        receipt.lines.append(
            {Shape::Warning,
             runsOf(
                 tr("Coder may have removed the link; its answer was lost, and the list could not "
                    "be read either.")),
             runsOf(why.what + u' ' + tr("Check all now once Coder answers again."))});
        return receipt;
    }
    receipt.title = runsOf(tr("%1 is still linked"), {provider});
    if (plan.orphan && state.error.kind == ApiError::Kind::NotFound) {
        receipt.lines.append(
            {Shape::Stop, runsOf(tr("Coder does not remove links of a provider it no longer has.")),
             runsOf(
                 tr("Only an administrator can: by setting the provider up again for a moment, or "
                    "in the database."))});
        return receipt;
    }
    const bool lookedAgain
        = state.error.sent != ApiError::Sent::No && state.error.kind != ApiError::Kind::SignedOut;
    const QString after
        = lookedAgain ? tr("Fairlead looked again: the link is still there.") : why.next;
    receipt.lines.append({Shape::Stop,
                          runsOf(tr("Coder could not remove the link. Nothing has changed.")),
                          runsOf(after.isEmpty() ? why.what : why.what + u' ' + after)});
    return receipt;
}

QString UnlinkTexts::report(const Receipt &receipt, const LinkSubject &subject)
{
    QStringList lines{plainTextOf(receipt.title),
                      tr("Account: %1 on %2").arg(subject.user.plain(), subject.server.display())};
    for (const Line &line : receipt.lines) {
        lines.append(plainTextOf(line.what));
        if (!line.next.isEmpty())
            lines.append(plainTextOf(line.next));
    }
    for (const QString &detail : receipt.details)
        lines.append(plainTextOf({{.text = detail}}));
    return lines.join(u'\n');
}

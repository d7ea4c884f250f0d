// SPDX-License-Identifier: MIT
#include "dialogs/devicelinktexts.h"

#include "datetexts.h"
#include "texts.h"

using namespace Qt::StringLiterals;
using Shape = StatusNote::Shape;

TextRuns strongThen(const TextRuns &strong, const TextRuns &rest)
{
    TextRuns runs;
    for (const TextRun &run : strong)
        runs.append({.text = run.text, .strong = true});
    if (!rest.isEmpty())
        runs.append({.text = u" "_s});
    return runs + rest;
}

TextRuns loginRun(const LinkUser &user)
{
    return {{.text = u'@' + user.login.plain()}};
}

DeviceLinkTexts::Waiting DeviceLinkTexts::waiting(const DeviceLinkFlow::AwaitingUser &state,
                                                  const LinkSubject &subject, const QString &time)
{
    const TextRuns provider = subject.providerRun();
    const TextRuns left{{.text = time, .strong = true}};
    const TextRuns usual
        = runsOf(tr("Waiting for your approval. The code is valid for %1."), {left});
    switch (state.wait) {
    case DeviceLinkFlow::Wait::Waiting:
    case DeviceLinkFlow::Wait::Checking: // as brief as it is frequent: nothing flickers
        return {.what = usual};
    case DeviceLinkFlow::Wait::SlowedDown:
        if (state.slowDowns >= 3)
            return {
                Shape::Paused, true, usual,
                runsOf(tr("%1 keeps asking for longer pauses. If this goes on, check whether the "
                          "clock of this computer runs too fast."),
                       {provider})};
        return {Shape::Paused, true, usual,
                runsOf(tr("%1 asked us to wait a little longer between checks."), {provider})};
    case DeviceLinkFlow::Wait::Offline:
        return {
            Shape::Wait, true,
            runsOf(tr("Connection lost, trying again. The code is valid for %1."), {left}),
            runsOf(tr("If you approved already, Fairlead will notice once it is back online."))};
    case DeviceLinkFlow::Wait::Throttled:
        return {Shape::Wait, true,
                //: %1 is a deployment, %2 a time
                runsOf(tr("%1 asks for fewer requests. The code is valid for %2."),
                       {subject.serverRun(false), left}),
                runsOf(tr("If you approved already, Fairlead will notice when it asks again."))};
    case DeviceLinkFlow::Wait::ProviderTrouble:
        return {Shape::Wait, true,
                runsOf(tr("Coder cannot reach %1, trying again. The code is valid for %2."),
                       {provider, left}),
                runsOf(tr("If you approved already, Fairlead will notice once %1 answers."),
                       {provider})};
    case DeviceLinkFlow::Wait::SignedOut:
        return paused(state, subject, left);
    }
    Q_UNREACHABLE();
}

DeviceLinkTexts::Waiting DeviceLinkTexts::paused(const DeviceLinkFlow::AwaitingUser &state,
                                                 const LinkSubject &subject, const TextRuns &left)
{
    if (state.isSuspended()) {
        const Sentence sentence = Texts::of(*state.error, subject.server);
        return {Shape::Warning, true, runsOf(sentence.what), runsOf(sentence.next)};
    }
    return {Shape::Warning, true,
            runsOf(tr("Your Coder session has ended, so nothing is checked now.")),
            runsOf(tr("Sign in again to go on with the same code. It is valid for %1."), {left})};
}

QString DeviceLinkTexts::time(std::chrono::milliseconds left, bool assumed)
{
    using namespace std::chrono;
    if (assumed)
        return tr("about %n minute(s)", nullptr, static_cast<int>(ceil<minutes>(left).count()));
    return DateTexts::clock(ceil<seconds>(left));
}

QString DeviceLinkTexts::spokenTime(std::chrono::milliseconds left)
{
    using namespace std::chrono;
    const auto seconds = static_cast<int>(ceil<std::chrono::seconds>(left).count());
    if (seconds < 60)
        return tr("%n second(s)", nullptr, seconds);
    return tr("%n minute(s)", nullptr, (seconds + 30) / 60);
}

DeviceLinkTexts::Ending DeviceLinkTexts::requesting(const LinkSubject &subject)
{
    return {Shape::Paused, runsOf(tr("Asking %1 for a code."), {subject.providerRun()}),
            runsOf(tr("This takes a moment."))};
}

DeviceLinkTexts::Ending DeviceLinkTexts::verifying(DeviceLinkFlow::Verifying::After after,
                                                   const LinkSubject &subject)
{
    switch (after) {
    case DeviceLinkFlow::Verifying::After::Approval:
        return {Shape::Paused, runsOf(tr("Approved. Fairlead looks at the link once more.")),
                runsOf(tr("This takes a moment."))};
    case DeviceLinkFlow::Verifying::After::Cancel:
        return {Shape::Paused,
                runsOf(tr("Cancelled. Fairlead looks whether %1 was linked all the same."),
                       {subject.providerRun()}),
                runsOf(tr("You can close this window; if it was, you are told."))};
    case DeviceLinkFlow::Verifying::After::Failure:
        return {Shape::Paused,
                runsOf(tr("Fairlead looks whether %1 was linked all the same."),
                       {subject.providerRun()}),
                runsOf(tr("This takes a moment."))};
    }
    Q_UNREACHABLE();
}

DeviceLinkTexts::Ending DeviceLinkTexts::linked(const DeviceLinkFlow::Linked &state,
                                                const LinkSubject &subject)
{
    if (!state.user || state.user->login.isEmpty())
        return {Shape::Good, strongThen(runsOf(tr("%1 is linked."), {subject.providerRun()}), {}),
                state.isRead ? runsOf(tr("Coder does not tell with which account."))
                             : runsOf(tr("With which account could not be read yet."))};
    return {
        Shape::Good,
        strongThen(runsOf(tr("Linked as %1."), {loginRun(*state.user)}), runsOf(tr("Not you?"))),
        comparison(state)};
}

TextRuns DeviceLinkTexts::comparison(const DeviceLinkFlow::Linked &state)
{
    if (!state.wasLinked)
        return {};
    if (!state.before || state.before->login.isEmpty())
        return runsOf(tr("Which account was linked before is not known."));
    const bool sameId = state.before->id && state.user->id && state.before->id == state.user->id;
    if (sameId || state.before->login == state.user->login)
        return runsOf(tr("The same account as before."));
    return runsOf(tr("Another account than before: it was %1."), {loginRun(*state.before)});
}

DeviceLinkTexts::Ending DeviceLinkTexts::linkedUnread(const LinkSubject &subject)
{
    return {
        Shape::Good,
        strongThen(runsOf(tr("Coder accepted the approval.")),
                   runsOf(tr("The link of %1 could not be read yet."), {subject.providerRun()})),
        runsOf(tr("Check it in the list in a moment; you need not approve again."))};
}

DeviceLinkTexts::Ending
DeviceLinkTexts::approvedAfterCancel(const DeviceLinkFlow::CancelledButApproved &state,
                                     const LinkSubject &subject)
{
    const TextRuns provider = subject.providerRun();
    if (state.evidence == LinkEvidence::Unread)
        return {Shape::Warning,
                strongThen(runsOf(tr("The link may have been approved before you cancelled.")),
                           runsOf(tr("%1 could not be looked up."), {provider})),
                runsOf(tr("Check it in the list once Coder answers, and unlink it if you do not "
                          "want it."))};
    const bool named = state.user && !state.user->login.isEmpty();
    const TextRuns who = named
        ? runsOf(tr("%1 is linked as %2."), {provider, loginRun(*state.user)})
        : runsOf(tr("%1 is linked."), {provider});
    if (state.evidence == LinkEvidence::Changed)
        return {Shape::Good,
                strongThen(runsOf(tr("The link was approved after you cancelled.")), who),
                runsOf(tr("Keep it, or unlink it now."))};
    return {
        Shape::Good,
        strongThen(runsOf(tr("The link may have been approved after you cancelled.")), who),
        runsOf(tr("It changed, but Coder may only have renewed it. Keep it, or unlink it now."))};
}

DeviceLinkTexts::Ending DeviceLinkTexts::failed(const DeviceLinkFlow::Failed &state,
                                                const LinkSubject &subject)
{
    const TextRuns provider = subject.providerRun();
    const TextRuns nothing = state.maybeLinked
        ? runsOf(tr("Whether it was linked before is not known: look at the list."))
        : runsOf(tr("Nothing was linked."));
    const QStringList details = state.error ? Texts::detailsOf(*state.error) : QStringList();
    switch (state.why) {
    case DeviceLinkFlow::Failed::Why::Expired:
        return {Shape::Stop, strongThen(runsOf(tr("This code has expired.")), nothing),
                runsOf(tr("Get a new code when you are ready to enter it."))};
    case DeviceLinkFlow::Failed::Why::Denied:
        return {
            Shape::Stop, strongThen(runsOf(tr("Access was declined at %1."), {provider}), nothing),
            runsOf(tr("If that was not you, check which account your browser is signed in to."))};
    case DeviceLinkFlow::Failed::Why::Rejected:
        if (state.error && state.error->verdicts.linkNotStored)
            return {Shape::Stop, strongThen(runsOf(tr("Coder could not store the link.")), nothing),
                    runsOf(tr("Show the request under Details to your administrator.")), details};
        return {Shape::Stop,
                strongThen(runsOf(tr("%1 refused to go on with this code."), {provider}), nothing),
                runsOf(tr("What it said is under Details. A new code may help; if not, ask your "
                          "administrator.")),
                details};
    case DeviceLinkFlow::Failed::Why::NoCode:
        return {Shape::Stop,
                strongThen(runsOf(tr("%1 gave no code that can be used."), {provider}), nothing),
                runsOf(tr("It may not be set up for device codes. Ask your administrator.")),
                details};
    case DeviceLinkFlow::Failed::Why::Api:
        break;
    }
    const Sentence sentence = Texts::of(state.error.value_or(ApiError()), subject.server);
    return {Shape::Stop, strongThen(runsOf(sentence.what), nothing), runsOf(sentence.next),
            details};
}

DeviceLinkTexts::Ending DeviceLinkTexts::appMissing(const WebAddress &install)
{
    const TextRuns what
        = runsOf(tr("The app is not installed anywhere yet, so Coder reaches no repositories."));
    if (!install.isUsable())
        return {Shape::AppMissing, what, runsOf(tr("Ask your administrator how to install it."))};
    return {Shape::AppMissing, what,
            runsOf(tr("The page is on %1."), {{{.text = install.host()}}})};
}

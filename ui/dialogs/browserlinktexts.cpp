// SPDX-License-Identifier: MIT
#include "dialogs/browserlinktexts.h"

#include "texts.h"

using Shape = StatusNote::Shape;

BrowserLinkTexts::Ending BrowserLinkTexts::preparing(const BrowserLinkFlow::Preparing &state,
                                                     const QString &host, bool asks)
{
    const TextRuns what = runsOf(tr("Fairlead reads what is linked now."));
    if (state.isTaken) // and needs no page of ours
        return {Shape::Paused, what, runsOf(tr("Then Fairlead waits for the link."))};
    const QString next = asks ? tr("Then you choose in which browser the page on %1 opens.")
                              : tr("Then the page on %1 opens.");
    return {Shape::Paused, what, runsOf(next, {{{.text = host}}})};
}

BrowserLinkTexts::Ending BrowserLinkTexts::purpose(const LinkSubject &subject,
                                                   const BrowserPage &page)
{
    const TextRuns host{{.text = page.address.host(), .strong = true}};
    if (page.linksAgain)
        return {
            Shape::Shield,
            //: %1 is a host, %2 a provider, %3 a Coder user
            runsOf(tr("The page on %1 links %2 anew for whoever is signed in there. That must be "
                      "%3."),
                   {host, subject.providerRun(), subject.userRun(true)}),
            //: %1 is a provider
            runsOf(tr("It goes straight on to %1, which may take the account that is signed in "
                      "there without asking. To link another one, sign out there first."),
                   {subject.providerRun()})};
    return {Shape::Shield,
            //: %1 is a host, %2 a provider, %3 a Coder user
            runsOf(tr("The page on %1 links %2 for whoever is signed in there. That must be %3."),
                   {host, subject.providerRun(), subject.userRun(true)})};
}

/// As brief as it is frequent: nothing flickers.
BrowserLinkTexts::Ending BrowserLinkTexts::looking(const LinkSubject &subject,
                                                   const BrowserPage &page)
{
    if (page.linksAgain) // only the list tells
        return {Shape::Paused,
                runsOf(tr("Waiting until %1 is linked anew."), {subject.providerRun()}),
                runsOf(tr("Fairlead looks a few times a minute, and whenever you come back "
                          "here."))};
    return {Shape::Paused, runsOf(tr("Waiting until %1 is linked."), {subject.providerRun()}),
            runsOf(tr("Fairlead looks every few seconds, and whenever you come back here."))};
}

/// It is not asked of a person to try again: that is what is being done.
BrowserLinkTexts::Ending BrowserLinkTexts::unanswered(const ApiError &error,
                                                      const LinkSubject &subject)
{
    const Sentence sentence = Texts::of(error, subject.server);
    const TextRuns what = strongThen(runsOf(sentence.what), runsOf(tr("Fairlead goes on trying.")));
    switch (error.kind) {
    case ApiError::Kind::Throttled:
        if (!error.retryAfter)
            break;
        return {Shape::Wait, runsOf(sentence.what),
                runsOf(tr("It wants %n second(s) of rest. Fairlead looks again after that.",
                          nullptr, static_cast<int>(error.retryAfter->count())))};
    case ApiError::Kind::Tls:
    case ApiError::Kind::Redirected:
    case ApiError::Kind::NotCoder:
        return {Shape::Wait, what, runsOf(sentence.next)};
    default:
        break;
    }
    return {Shape::Wait, what,
            runsOf(tr("If it is linked already, Fairlead will notice once Coder answers."))};
}

BrowserLinkTexts::Ending BrowserLinkTexts::waiting(const BrowserLinkFlow::Waiting &state,
                                                   const LinkSubject &subject,
                                                   const BrowserPage &page)
{
    if (state.isSuspended()) {
        const Sentence sentence = Texts::of(*state.error, subject.server);
        return {Shape::Warning, runsOf(sentence.what), runsOf(sentence.next)};
    }
    if (state.wait == BrowserLinkFlow::Wait::SignedOut)
        return {Shape::Warning,
                runsOf(tr("Your Coder session has ended, so nothing is looked at now.")),
                runsOf(tr("Sign in again, and Fairlead goes on looking."))};
    if (state.error)
        return unanswered(*state.error, subject);
    if (state.isBroken)
        return {
            Shape::Warning,
            //: %1 is a provider; Coder stored the new link, and the provider refuses it
            runsOf(tr("%1 was linked, but the link does not work yet."), {subject.providerRun()}),
            runsOf(tr("The page in the browser may say why, and let you try again. Fairlead "
                      "goes on looking."))};
    return looking(subject, page);
}

BrowserLinkTexts::Ending BrowserLinkTexts::elsewhere(const LinkSubject &subject,
                                                     const BrowserPage &page)
{
    if (page.linksAgain)
        return {Shape::Unknown, runsOf(tr("Nothing has changed yet.")),
                //: %1 is a Coder user
                runsOf(tr("If the provider has sent you back to a page that says that it is "
                          "linked, look who is signed in to Coder there: Fairlead waits for %1."),
                       {subject.userRun(true)})};
    return {Shape::Unknown, runsOf(tr("Nothing has changed yet.")),
            //: %1 is a Coder user
            runsOf(tr("If the page says that it is linked, look who is signed in to Coder there: "
                      "Fairlead waits for %1."),
                   {subject.userRun(true)})};
}

BrowserLinkTexts::Ending BrowserLinkTexts::linked(const BrowserLinkFlow::Linked &state,
                                                  const LinkSubject &subject)
{
    Ending ending = DeviceLinkTexts::linked({.user = state.user,
                                             .isRead = state.isRead,
                                             .before = state.before,
                                             .wasLinked = state.wasLinked},
                                            subject);
    if (state.isFound)
        ending.next
            = runsOf(tr("It was linked since Fairlead last looked, so no page was opened."));
    return ending;
}

TextRuns BrowserLinkTexts::linkedRuns(const std::optional<LinkUser> &user,
                                      const LinkSubject &subject)
{
    if (user && !user->login.isEmpty())
        return runsOf(tr("%1 is linked as %2."), {subject.providerRun(), loginRun(*user)});
    return runsOf(tr("%1 is linked."), {subject.providerRun()});
}

BrowserLinkTexts::Ending BrowserLinkTexts::seemsRenewed(const BrowserLinkFlow::SeemsRenewed &state,
                                                        const LinkSubject &subject)
{
    const QString what = state.isDoubtful
        ? tr("The link has changed, but whether through the browser cannot be told.")
        : tr("The link has changed, but Coder may only have renewed it.");
    return {Shape::Good, strongThen(runsOf(what), linkedRuns(state.user, subject)),
            runsOf(tr("If you are still at it in the browser, let Fairlead go on looking."))};
}

BrowserLinkTexts::Ending BrowserLinkTexts::gaveUp(const BrowserLinkFlow::GaveUp &state,
                                                  const LinkSubject &subject)
{
    if (state.isBroken)
        return {Shape::Warning,
                strongThen(runsOf(tr("Fairlead has stopped looking.")),
                           //: %1 is a provider; Coder stored the new link, and the provider refuses
                           //: it
                           runsOf(tr("%1 was linked, but the link does not work."),
                                  {subject.providerRun()})),
                runsOf(tr("Try again on the page in the browser, then check again. If it stays, "
                          "ask your administrator."))};
    const TextRuns why = state.error
        ? runsOf(Texts::of(*state.error, subject.server).what)
        : runsOf(tr("The link of %1 has not changed."), {subject.providerRun()});
    return {Shape::Paused, strongThen(runsOf(tr("Fairlead has stopped looking.")), why),
            runsOf(tr("If you have linked it since, check again."))};
}

BrowserLinkTexts::Ending BrowserLinkTexts::failed(const BrowserLinkFlow::Failed &state,
                                                  const LinkSubject &subject, const QString &host)
{
    const Sentence sentence = Texts::of(state.error, subject.server);
    return {Shape::Stop,
            strongThen(runsOf(sentence.what),
                       runsOf(tr("The page on %1 was not opened."), {{{.text = host}}})),
            runsOf(sentence.next), Texts::detailsOf(state.error)};
}

BrowserLinkTexts::Ending BrowserLinkTexts::refused(const BrowserLinkFlow::Refused &state,
                                                   const LinkSubject &subject)
{
    if (state.error.kind == ApiError::Kind::NotFound)
        return {Shape::Stop,
                strongThen(runsOf(tr("Coder no longer knows %1."), {subject.providerRun()}),
                           runsOf(tr("So it can no longer be linked."))),
                runsOf(tr("Ask your administrator whether it was removed.")),
                Texts::detailsOf(state.error)};
    const Sentence sentence = Texts::of(state.error, subject.server);
    return {Shape::Stop,
            strongThen(runsOf(sentence.what),
                       runsOf(tr("So Fairlead cannot see whether %1 is linked."),
                              {subject.providerRun()})),
            runsOf(sentence.next), Texts::detailsOf(state.error)};
}

BrowserLinkTexts::Ending BrowserLinkTexts::noBrowser(const WebAddress &page)
{
    return {Shape::Warning,
            strongThen(runsOf(tr("No browser could be started.")),
                       runsOf(tr("Open this address yourself:"))),
            {{.text = page.encoded()}}};
}

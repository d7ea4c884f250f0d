// SPDX-License-Identifier: MIT
#include "dialogs/signouttexts.h"

#include "dialogs/accountsubject.h"

using Shape = StatusNote::Shape;
using Server = SignOut::Plan::Server;
using Ending = SignOut::Ending;

namespace {

TextRuns host(const Account &account)
{
    return {{.text = account.server.display()}};
}

TextRuns sentences(const Sentence &sentence)
{
    return runsOf(sentence.next.isEmpty() ? sentence.what : sentence.what + u' ' + sentence.next);
}

bool removes(const SignOut &signOut)
{
    return signOut.afterwards() == SignOut::Afterwards::IsRemoved;
}

} // namespace

TextRuns SignOutTexts::question(const SignOut &signOut)
{
    if (removes(signOut))
        return runsOf(tr("Remove the account on %1?"), {host(signOut.account())});
    //: %1 is the host of a deployment
    return runsOf(tr("Sign out of %1?"), {host(signOut.account())});
}

QString SignOutTexts::endingNote(const SignOut &signOut)
{
    const auto *choosing = signOut.as<SignOut::Choosing>();
    if (!choosing)
        return tr("Coder is being asked what kind of session this is.");
    switch (choosing->plan.server) {
    case Server::CanEnd:
        return tr("Coder deletes the key that Fairlead uses. Your browser and other programs stay "
                  "signed in.");
    case Server::CommandLineKey:
        return tr("Not offered: the Coder command line is signed in with the same session and "
                  "would be signed out, too.");
    case Server::SharedKey:
        return tr("Not offered: this token was made by hand, so other programs may use it. If none "
                  "does, delete it on Coder's page of tokens.");
    case Server::AlreadyOver:
        return tr("Coder no longer accepts this session, so there is nothing to end.");
    case Server::NoToken:
        return tr("Fairlead has no token of this account at hand, so it cannot end a session.");
    case Server::UnknownKey:
        return tr("This token does not tell which key it is, so Fairlead cannot delete that.");
    case Server::CouldNotAsk:
        return tr("Not possible now: Coder could not say whether others use this session too. %1")
            .arg(Texts::of(choosing->plan.error.value_or(ApiError()), signOut.account().server)
                     .what);
    }
    Q_UNREACHABLE();
}

QString SignOutTexts::goesOn(const Moment &end)
{
    if (end.kind != Moment::Kind::At)
        return tr("The session on the server goes on.");
    //: %1 is a date
    return tr("The session on the server goes on until %1.").arg(Texts::date(end.at));
}

QString SignOutTexts::forgettingNote(const SignOut &signOut)
{
    const auto *choosing = signOut.as<SignOut::Choosing>();
    const Server server = choosing ? choosing->plan.server : Server::CouldNotAsk;
    if (server == Server::AlreadyOver || server == Server::NoToken)
        return tr("Nothing is asked of the server.");
    return goesOn(choosing ? choosing->plan.keyEnds : Moment());
}

QList<TextRuns> SignOutTexts::plan(const SignOut &signOut, const QList<TextRuns> &running)
{
    QList<TextRuns> lines = running;
    if (signOut.account().keeping == Account::Keeping::ThisRun)
        lines.append(runsOf(tr("Fairlead forgets the token, which it kept for this run only.")));
    if (signOut.account().mayBeInKeychain())
        lines.append(runsOf(tr("The token is erased from the keyring.")));
    if (removes(signOut))
        lines.append(runsOf(tr("The account leaves the list.")));
    else
        lines.append(runsOf(tr("The account stays in the list, so that you can sign in again.")));
    lines.append(runsOf(tr("Your links stay as they are at Coder.")));
    return lines;
}

Receipt SignOutTexts::underWay(const SignOut &signOut)
{
    const TextRuns title = removes(signOut)
        ? runsOf(tr("Removing the account on %1"), {host(signOut.account())})
        : runsOf(tr("Signing out of %1"), {host(signOut.account())});
    if (signOut.as<SignOut::EndingSession>())
        return {.title = title,
                .lines = {{Shape::Paused, runsOf(tr("Coder ends the session.")),
                           runsOf(tr("This takes a moment."))}}};
    if (signOut.as<SignOut::MakingSure>())
        return {.title = title,
                .lines = {{Shape::Paused,
                           runsOf(tr("The answer was lost. Fairlead asks whether the session goes "
                                     "on.")),
                           runsOf(tr("This takes a moment."))}}};
    if (signOut.isUnlocking())
        return {.title = title,
                .lines = {{Shape::Paused, runsOf(tr("Waiting for the keyring.")),
                           runsOf(tr("It may be asking you in another window."))}}};
    return {.title = title,
            .lines = {{Shape::Paused, runsOf(tr("The token is being erased.")),
                       runsOf(tr("This takes a moment."))}}};
}

Receipt SignOutTexts::notEnded(const SignOut::NotEnded &state, const Account &account)
{
    const ApiError error = state.outcome.error.value_or(ApiError());
    const Sentence why = Texts::of(error, account.server);
    Receipt receipt{.details = Texts::detailsOf(error)};
    if (state.outcome.ending == Ending::Unknown) {
        receipt.title = runsOf(tr("Has the session ended?"));
        receipt.lines.append(
            {Shape::Warning,
             runsOf(tr("Coder may have ended the session; its answer was lost, and it could not be "
                       "asked again.")),
             sentences(why)});
    } else {
        receipt.title = runsOf(tr("The session on %1 goes on"), {host(account)});
        receipt.lines.append({Shape::Stop,
                              runsOf(tr("Coder could not end the session. Nothing has changed.")),
                              sentences(why)});
    }
    receipt.lines.append({Shape::Paused, runsOf(tr("Fairlead still has the token.")),
                          runsOf(tr("Without it the session cannot be ended from here."))});
    return receipt;
}

bool SignOutTexts::mayGoOn(const SignOut::Outcome &outcome)
{
    return outcome.ending == Ending::NotEnded || outcome.ending == Ending::Unknown;
}

ReceiptLine SignOutTexts::ending(const SignOut::Outcome &outcome, const Account &account)
{
    switch (outcome.ending) {
    case Ending::Ended:
        return {Shape::Good, runsOf(tr("Coder has ended the session."))};
    case Ending::AlreadyOver:
        return {Shape::Good, runsOf(tr("The session is over: Coder no longer accepts the token."))};
    case Ending::LeftAlone:
        return {Shape::Paused, runsOf(tr("The session on the server was left alone.")),
                outcome.keyEnds.kind == Moment::Kind::At ? runsOf(goesOn(outcome.keyEnds))
                                                         : TextRuns()};
    case Ending::NotEnded:
        return {Shape::Warning, runsOf(tr("The session on the server could not be ended.")),
                runsOf(goesOn(outcome.keyEnds) + u' '
                       + Texts::of(outcome.error.value_or(ApiError()), account.server).what)};
    case Ending::Unknown:
        return {Shape::Warning,
                runsOf(tr("Whether the session on the server has ended is not known.")),
                runsOf(Texts::of(outcome.error.value_or(ApiError()), account.server).what)};
    }
    Q_UNREACHABLE();
}

ReceiptLine SignOutTexts::erasing(const SignOut::Settled &state)
{
    if (!state.wasInKeychain)
        return {Shape::Good, runsOf(tr("Fairlead has forgotten the token."))};
    if (!state.notErased)
        return {Shape::Good, runsOf(tr("The keyring no longer holds the token."))};
    return {Shape::Warning, runsOf(tr("The token could not be erased from the keyring.")),
            runsOf(Texts::of(state.notErased->state).what)}; // what to do next is for who keeps one
}

ReceiptLine SignOutTexts::listing(const SignOut &signOut, const SignOut::Settled &state)
{
    if (state.isRemoved)
        return {Shape::Good, runsOf(tr("The account is no longer in the list."))};
    if (!removes(signOut))
        return {Shape::Good, runsOf(tr("The account stays in the list, signed out."))};
    return {Shape::Stop, runsOf(tr("The account stays in the list, signed out.")),
            runsOf(tr("Nothing else remembers that its token is in the keyring."))};
}

TextRuns SignOutTexts::settledTitle(const SignOut &signOut, const SignOut::Settled &state)
{
    const Account &account = signOut.account();
    if (state.isSignedInAgain)
        //: %1 is the host of a deployment
        return runsOf(tr("Signed in to %1 again"), {host(account)});
    if (state.isRemoved)
        return runsOf(tr("The account on %1 is removed"), {host(account)});
    if (removes(signOut))
        return runsOf(tr("The account on %1 is not removed yet"), {host(account)});
    if (mayGoOn(state.outcome))
        return runsOf(tr("Signed out of %1 here only"), {host(account)});
    return runsOf(tr("Signed out of %1"), {host(account)});
}

Receipt SignOutTexts::settled(const SignOut &signOut, const SignOut::Settled &state)
{
    Receipt receipt{.title = settledTitle(signOut, state),
                    .lines = {ending(state.outcome, signOut.account())}};
    if (state.isSignedInAgain)
        receipt.lines.append(
            {Shape::Paused,
             runsOf(
                 //: On the receipt of an earlier signing out that is still open
                 tr("You have signed in to this account again since then.")),
             runsOf(tr("All this is about the earlier session. The new one goes on."))});
    else
        receipt.lines += {erasing(state), listing(signOut, state)};
    if (!state.isSaved)
        receipt.lines.append(
            {Shape::Warning, runsOf(tr("The file of accounts could not be written.")),
             runsOf(tr("The account may be there as before when Fairlead is started again."))});
    if (state.outcome.error)
        receipt.details = Texts::detailsOf(*state.outcome.error);
    return receipt;
}

QString SignOutTexts::report(const Receipt &receipt, const Account &account)
{
    QStringList lines{plainTextOf(receipt.title),
                      //: %1 is "ada on coder.example.com"
                      tr("Account: %1").arg(plainTextOf(AccountSubject::fullName(account)))};
    for (const ReceiptLine &line : receipt.lines) {
        lines.append(plainTextOf(line.what));
        if (!line.next.isEmpty())
            lines.append(plainTextOf(line.next));
    }
    for (const QString &detail : receipt.details)
        lines.append(plainTextOf({{.text = detail}}));
    return lines.join(u'\n');
}

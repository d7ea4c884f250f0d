// SPDX-License-Identifier: MIT
#include "dialogs/signintexts.h"

#include "base/result.h"
#include "dialogs/accountsubject.h"

using namespace Qt::StringLiterals;
using Shape = StatusNote::Shape;

namespace {

TextRuns one(const QString &text, bool strong = false)
{
    return {{.text = text, .strong = strong}};
}

/// "2.35.1" of "v2.35.1+0a1b2c3".
QString releaseOf(const UntrustedText &version)
{
    const QString text = version.isEmpty() ? QString() : version.plain().section(u'+', 0, 0);
    return text.startsWith(u'v') ? text.mid(1) : text;
}

Shape shapeOf(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::Offline:
    case ApiError::Kind::TimedOut:
    case ApiError::Kind::Throttled:
    case ApiError::Kind::ServerFault:
        return Shape::Wait;
    case ApiError::Kind::Tls:
    case ApiError::Kind::SignedOut:
    case ApiError::Kind::Forbidden:
    case ApiError::Kind::NotFound:
    case ApiError::Kind::Rejected:
    case ApiError::Kind::Unreadable:
    case ApiError::Kind::Redirected:
    case ApiError::Kind::NotCoder:
        return Shape::Stop;
    }
    Q_UNREACHABLE();
}

} // namespace

SignInTexts::Note SignInTexts::note(Shape shape, const Sentence &sentence)
{
    return {shape, runsOf(sentence.what),
            sentence.next.isEmpty() ? TextRuns() : runsOf(sentence.next)};
}

SignInTexts::Note SignInTexts::reached(const SignIn::Reached &at)
{
    const QString version = releaseOf(at.build.version);
    const TextRuns what = version.isEmpty()
        ? runsOf(tr("This is Coder."))
        : runsOf(tr("This is Coder, version %1."), {one(version)});
    if (at.server.isInternationalised())
        return {
            Shape::Good, what,
            runsOf(tr("The name of the server is %1: a name with letters beyond a to z, written "
                      "so that no letter can be mistaken. Only the address was sent, no token."),
                   {one(at.server.display(), true)})};
    return {Shape::Good, what, runsOf(tr("Only the address was sent, no token."))};
}

SignInTexts::Note SignInTexts::livesElsewhere(const SignIn::Reached &at, const WebAddress &other)
{
    Note note = reached(at);
    note.shape = Shape::Unknown;
    note.what += runsOf(u" "_s
                            //: %1 is the host of a web page
                            + tr("It says that its own address is %1. The account works at either, "
                                 "but keep to one."),
                        {one(other.host(), true)});
    return note;
}

SignInTexts::Note SignInTexts::commandLine(const ServerUrl &server)
{
    return {Shape::Shield,
            //: %1 is the host of a deployment
            runsOf(tr("The Coder command line is signed in on %1."), {one(server.display(), true)}),
            runsOf(tr("With it Fairlead makes a session of its own. The command line keeps its."))};
}

SignInTexts::Note SignInTexts::commandLineInKeyring(const ServerUrl &server)
{
    return {Shape::Shield,
            //: %1 is the host of a deployment
            runsOf(tr("The Coder command line knows %1."), {one(server.display(), true)}),
            //: "it" is the Coder command line; shown on macOS and Windows
            runsOf(tr("On this system it keeps its session in the keyring, where Fairlead does not "
                      "read it: sign in with a token from the token page."))};
}

SignInTexts::Note SignInTexts::asking(const ServerUrl &server)
{
    return {Shape::Paused, runsOf(tr("Asking %1 whether it is Coder."), {one(server.display())}),
            runsOf(tr("No token is sent."))};
}

SignInTexts::Note SignInTexts::needsConsent(const ServerUrl &server)
{
    Note note{Shape::Warning, runsOf(tr("This address is not encrypted.")),
              runsOf(tr("With http anyone on the way can read the token and act as you."))};
    if (server.isInternationalised())
        note.what = runsOf(tr("This address is not encrypted: %1."), {one(server.display(), true)});
    return note;
}

SignInTexts::Note SignInTexts::addressProblem(const SignIn::AddressProblem &problem,
                                              const ServerUrl &tried, bool offersOther)
{
    return std::visit(
        Overloaded{
            [](ServerUrl::Refusal refusal) { return note(Shape::Stop, Texts::of(refusal)); },
            [&tried, offersOther](const ApiError &error) {
                Note made = note(shapeOf(error), Texts::of(error, tried));
                if (error.kind == ApiError::Kind::Redirected && offersOther)
                    made.next = runsOf(tr("Fairlead does not follow by itself. Go there only if "
                                          "that is the address of your deployment."));
                made.next += runsOf(u" "_s + tr("Your text is kept."));
                return made;
            },
            [](const SignIn::WorkspaceProxy &proxy) {
                const TextRuns what
                    = runsOf(tr("This is a workspace proxy, which knows no links."));
                if (!proxy.dashboard.isUsable())
                    return Note{Shape::Stop, what,
                                runsOf(tr("Enter the address of the deployment it belongs to."))};
                return Note{Shape::Stop, what,
                            runsOf(tr("The deployment it belongs to is %1."),
                                   {one(proxy.dashboard.host(), true)})};
            },
        },
        problem);
}

/// What is wrong with a session that nobody pasted is mended elsewhere.
SignInTexts::Note SignInTexts::commandLineProblem(SignIn::TokenProblem problem)
{
    const TextRuns next = runsOf(tr("Open the token page instead. In a terminal, “coder login” "
                                    "gives the command line a new session."));
    if (problem == SignIn::TokenProblem::NotAToken)
        return {Shape::Stop, runsOf(tr("The command line has no session that could be read.")),
                next};
    return {Shape::Stop, runsOf(tr("Coder no longer accepts the session of the command line.")),
            next};
}

SignInTexts::Note SignInTexts::tokenProblem(const SignIn::NeedsToken &state,
                                            const std::optional<Account> &expected)
{
    const auto problem = state.problem.value_or(SignIn::TokenProblem::CouldNotAsk);
    const bool fromCommandLine = state.source == SignIn::Source::CommandLine;
    if (fromCommandLine
        && (problem == SignIn::TokenProblem::NotAToken
            || problem == SignIn::TokenProblem::Rejected))
        return commandLineProblem(problem);
    switch (problem) {
    case SignIn::TokenProblem::NotAToken:
        return {Shape::Stop, runsOf(tr("This is not a token; nothing was sent.")),
                runsOf(tr("A token is one word of at most 512 letters, without blanks. Copy it "
                          "from the token page once more."))};
    case SignIn::TokenProblem::Rejected:
        return {
            Shape::Stop, runsOf(tr("Coder did not accept this token.")),
            runsOf(tr("It may be cut off or already ended. Open the token page and copy it once "
                      "more."))};
    case SignIn::TokenProblem::UserSuspended:
        return {Shape::Warning, runsOf(tr("Coder knows this token, but its user is suspended.")),
                runsOf(tr("Ask your administrator to activate the user, then check again."))};
    case SignIn::TokenProblem::ScopeTooNarrow:
        return {Shape::Stop, runsOf(tr("This token may not see who you are, nor your links.")),
                runsOf(tr("It was made with a narrow scope. One from the token page may."))};
    case SignIn::TokenProblem::OtherUser:
        return {Shape::Stop, runsOf(tr("This token belongs to somebody else.")),
                runsOf(tr("Sign in to Coder as %1 in your browser, and open the token page there. "
                          "For another user, add an account."),
                       {one(expected ? expected->userName.plain() : QString(), true)})};
    case SignIn::TokenProblem::CouldNotAsk:
        break;
    }
    const ApiError error = state.error.value_or(ApiError());
    return note(shapeOf(error), Texts::of(error, state.at.server));
}

SignInTexts::Note SignInTexts::checkingToken(const SignIn::Asking &asking)
{
    const TextRuns server = one(asking.at.server.display());
    if (asking.source == SignIn::Source::CommandLine)
        return {Shape::Paused, runsOf(tr("Asking %1 whose the session is."), {server}), {}};
    return {Shape::Paused, runsOf(tr("Asking %1 whose token this is."), {server}), {}};
}

SignInTexts::Note SignInTexts::notMade(const ApiError &error, const ServerUrl &server)
{
    const bool isLost = error.sent == ApiError::Sent::Unknown
        || (error.sent == ApiError::Sent::Yes && error.kind == ApiError::Kind::Unreadable);
    if (isLost)
        return {Shape::Warning,
                runsOf(tr("Coder’s answer was lost. It may have made a session for Fairlead that "
                          "nobody can use; it ends by itself.")),
                runsOf(tr("Add the account again to make another, or use the token page."))};
    if (error.kind == ApiError::Kind::Forbidden)
        return {Shape::Stop,
                runsOf(tr("Coder does not let the session of the command line make another.")),
                runsOf(tr("Open the token page instead; its token goes into step 2."))};
    return note(shapeOf(error), Texts::of(error, server));
}

SignInTexts::Note SignInTexts::notKept(const StoreError &error)
{
    Note made = note(Shape::Warning, Texts::of(error.state));
    made.what = runsOf(tr("The token could not be kept.")) + runsOf(u" "_s) + made.what;
    return made;
}

TextRuns SignInTexts::who(const SignIn::Known &known)
{
    //: USER on SERVER
    return runsOf(tr("%1 on %2"),
                  {one(known.user.username.plain(), true), one(known.at.server.display())});
}

SignInTexts::Note SignInTexts::maybeMoved(const Account &other)
{
    return {Shape::Unknown,
            //: %1 is an account such as "ada on coder.example.com"
            runsOf(tr("You have an account of the same user already: %1."),
                   {AccountSubject::fullName(other)}),
            runsOf(tr("Both addresses call themselves the same deployment, so it may have moved. "
                      "If you replace that account, its token is erased here and this one takes "
                      "its place."))};
}

QString SignInTexts::sessionEnd(const SignIn::Known &known)
{
    if (known.source == SignIn::Source::CommandLine)
        return tr("Fairlead gets a session of its own. The command line keeps its.");
    if (!known.key || known.key->expiresAt.kind == Moment::Kind::Unknown)
        return tr("Coder does not tell how long this token is valid.");
    if (known.key->expiresAt.kind == Moment::Kind::Never)
        return tr("This token does not expire.");
    const QString end = Texts::date(known.key->expiresAt.at);
    if (known.key->loginType == "token"_L1) // made by hand: it is not extended by use
        return tr("This token is valid until %1.").arg(end);
    return tr("Session until %1, extended while you use it.").arg(end);
}

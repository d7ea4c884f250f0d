// SPDX-License-Identifier: MIT
#pragma once

#include "dialogs/statusnote.h"
#include "session/signin.h"

#include <QCoreApplication>

/// The words of adding an account: what each step found out, and why it could not.
class SignInTexts
{
    Q_DECLARE_TR_FUNCTIONS(SignInTexts)

public:
    struct Note {
        StatusNote::Shape shape = StatusNote::Shape::Stop;
        TextRuns what{};
        TextRuns next{};
    };

    static Note reached(const SignIn::Reached &at);
    /// The same, where the deployment says that it is at \a other.
    static Note livesElsewhere(const SignIn::Reached &at, const WebAddress &other);
    /// The command line has a session on \a server.
    static Note commandLine(const ServerUrl &server);
    /// The command line has one there where Fairlead does not read it.
    static Note commandLineInKeyring(const ServerUrl &server);
    static Note asking(const ServerUrl &server);
    static Note needsConsent(const ServerUrl &server);
    /// \a tried is where the answer came from, where there was one.
    static Note addressProblem(const SignIn::AddressProblem &problem, const ServerUrl &tried,
                               bool offersOther);
    static Note tokenProblem(const SignIn::NeedsToken &state,
                             const std::optional<Account> &expected);
    static Note checkingToken(const SignIn::Asking &asking);
    /// Why there is no key of our own yet.
    static Note notMade(const ApiError &error, const ServerUrl &server);
    static Note notKept(const StoreError &error);

    /// "ada on coder.example.com", the user strong.
    static TextRuns who(const SignIn::Known &known);
    /// \a other may be the same account before its deployment moved.
    static Note maybeMoved(const Account &other);
    static QString sessionEnd(const SignIn::Known &known);

private:
    static Note commandLineProblem(SignIn::TokenProblem problem);
    static Note note(StatusNote::Shape shape, const Sentence &sentence);
};

// SPDX-License-Identifier: MIT
#pragma once

#include "coder/apierror.h"
#include "coder/serverurl.h"
#include "coder/webaddress.h"
#include "session/session.h"
#include "session/tokenstore.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

/// First what is, then what to do about it; whole sentences, plain text.
struct Sentence {
    QString what{};
    QString next{}; ///< empty where nothing needs doing

    friend bool operator==(const Sentence &, const Sentence &) = default;
};

/// What a person may do about a trouble, as the one button beside its sentence.
enum class Remedy { None, UnlockKeyring, CancelUnlock, SignInAgain, TryAgain };

/// The words for what goes wrong between Fairlead, a deployment and the keyring, once and for all
/// windows. Text of a server comes in as an argument between direction marks, never as a template.
class Texts
{
    Q_DECLARE_TR_FUNCTIONS(Texts)

public:
    static Sentence of(ServerUrl::Refusal refusal);
    /// Why a page an answer named is not opened.
    static Sentence of(WebAddress::State state);
    static Sentence of(const ApiError &error, const ServerUrl &server);
    static Sentence of(const CertificateProblem &problem, const ServerUrl &server);
    static Sentence of(StoreState state);
    static Sentence of(Session::Trouble trouble);

    static Remedy remedyFor(StoreState state);
    static Remedy remedyFor(Session::Trouble trouble);
    /// The label of its button; empty for None.
    static QString buttonFor(Remedy remedy);

    /// What stands behind "Details": Coder's own words, quoted, and the id of the request.
    static QStringList detailsOf(const ApiError &error);
    static QString quoted(const UntrustedText &words);
    static QString requestLine(const QString &requestId);

    /// Between U+2068 and U+2069, so that its direction does not disturb our words.
    static QString isolated(const QString &text);
    /// A date as the person's language writes it, without the day of the week.
    static QString date(const QDateTime &when);

private:
    static Sentence offline(const ApiError &error, const ServerUrl &server);
    static Sentence late(const ServerUrl &server);
    static Sentence serverFault(const ApiError &error, const ServerUrl &server);
    static Sentence refused(const ApiError &error);
    static Sentence throttled(const ApiError &error, const ServerUrl &server);
    static Sentence unreadable(const ApiError &error, const ServerUrl &server);
};

// SPDX-License-Identifier: MIT
#include "texts.h"

#include "datetexts.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

Sentence Texts::of(ServerUrl::Refusal refusal)
{
    switch (refusal) {
    case ServerUrl::Refusal::Empty:
        return {tr("There is no address yet."),
                tr("Enter the address of your Coder deployment, coder.example.com for instance.")};
    case ServerUrl::Refusal::Malformed:
        return {tr("This cannot be an address."),
                tr("Look for blanks and signs that do not belong there.")};
    case ServerUrl::Refusal::NotWeb:
        return {tr("This address is not one of a web server."),
                tr("Coder is reached by https, or by http where there is no other way.")};
    case ServerUrl::Refusal::HasUserInfo:
        return {tr("An address with a user name or a password in it is not taken."),
                tr("Leave out what stands before the @ sign.")};
    case ServerUrl::Refusal::NoHost:
        return {tr("This address names no server."),
                tr("Enter the name of the server, coder.example.com for instance.")};
    case ServerUrl::Refusal::BadPort:
        return {tr("The port in this address cannot be used."),
                tr("Use a number from 1 to 65535, or leave it out.")};
    }
    Q_UNREACHABLE();
}

Sentence Texts::of(WebAddress::State state)
{
    const QString next = tr("Fairlead does not open it. Show this to your administrator.");
    switch (state) {
    case WebAddress::State::Absent:
        return {tr("Coder gave no address for this page."),
                tr("Ask your administrator where it is.")};
    case WebAddress::State::Usable:
        return {tr("The address of this page can be used."), {}};
    case WebAddress::State::Malformed:
        return {tr("What Coder gave as the address of this page is not one."), next};
    case WebAddress::State::NotEncrypted:
        return {tr("The address of this page is not encrypted."), next};
    case WebAddress::State::NotWeb:
        return {tr("The address of this page is not one of the web."), next};
    case WebAddress::State::NoHost:
        return {tr("The address of this page names no server."), next};
    case WebAddress::State::HasUserInfo:
        return {tr("The address of this page holds a user name or a password."), next};
    case WebAddress::State::BadPort:
        return {tr("The address of this page has a port that cannot be used."), next};
    case WebAddress::State::TooLong:
        return {tr("The address of this page is too long."), next};
    }
    Q_UNREACHABLE();
}

Sentence Texts::of(const ApiError &error, const ServerUrl &server)
{
    const QString host = isolated(server.display());
    switch (error.kind) {
    case ApiError::Kind::Offline:
        return offline(error, server);
    case ApiError::Kind::Tls:
        if (error.certificate)
            return of(*error.certificate, server);
        return {tr("No encrypted connection to %1 could be made.").arg(host),
                tr("Nothing was sent. Ask your administrator which encryption the server offers.")};
    case ApiError::Kind::TimedOut:
        return late(server);
    case ApiError::Kind::SignedOut:
        if (error.verdicts.userSuspended)
            return {tr("Your Coder user is suspended."),
                    tr("Ask your administrator to activate it. Nothing here is lost.")};
        return {tr("Your Coder session has ended."), tr("Sign in again to go on.")};
    case ApiError::Kind::Forbidden:
    case ApiError::Kind::NotFound:
    case ApiError::Kind::Rejected:
        return refused(error);
    case ApiError::Kind::Throttled:
        return throttled(error, server);
    case ApiError::Kind::ServerFault:
        return serverFault(error, server);
    case ApiError::Kind::Unreadable:
        return unreadable(error, server);
    case ApiError::Kind::Redirected:
        return {tr("%1 sends requests on to %2.").arg(host, isolated(error.redirectHost)),
                tr("Fairlead does not follow. If that is the address of your deployment, add an "
                   "account with it.")};
    case ApiError::Kind::NotCoder:
        return {tr("What answers at %1 is not Coder.").arg(host),
                tr("A proxy or the sign-in page of a network may stand in between. Open the "
                   "address in your browser to see.")};
    }
    Q_UNREACHABLE();
}

Sentence Texts::offline(const ApiError &error, const ServerUrl &server)
{
    const QString host = isolated(server.display());
    switch (error.layer) {
    case ApiError::Layer::Name:
        return {tr("%1 was not found.").arg(isolated(server.host())),
                tr("No server goes by this name here. Check the spelling and your connection.")};
    case ApiError::Layer::Proxy:
        return {tr("The proxy did not let Fairlead through to %1.").arg(host),
                tr("Check the proxy in the settings of your system.")};
    case ApiError::Layer::Connect:
        return {tr("%1 does not answer.").arg(host),
                tr("The name was found, but nothing listens on port %1.")
                    .arg(QString::number(server.port()))};
    case ApiError::Layer::Tls:
    case ApiError::Layer::Http:
    case ApiError::Layer::Body:
        return {tr("The connection to %1 broke off.").arg(host), tr("Try again in a moment.")};
    }
    Q_UNREACHABLE();
}

Sentence Texts::late(const ServerUrl &server)
{
    return {tr("%1 did not answer in time.").arg(isolated(server.display())),
            tr("Try again in a moment.")};
}

Sentence Texts::serverFault(const ApiError &error, const ServerUrl &server)
{
    // Of whatever stands in front of Coder: 502 and 503 while it is away, 504 where it is slow.
    if (error.status == 504)
        return late(server);
    if (error.status >= 502)
        return {tr("%1 is down for maintenance or a restart.").arg(isolated(server.display())),
                tr("Wait a little; your links are safe.")};
    return {tr("Coder ran into an error of its own."),
            tr("Try again. If it stays, show the request under Details to your administrator.")};
}

Sentence Texts::refused(const ApiError &error)
{
    if (error.verdicts.scopeTooNarrow)
        return {tr("This token may not do that."),
                tr("It was made with a narrow scope. Sign in again with one from the token page.")};
    if (error.verdicts.deviceFlowUnsupported)
        return {tr("This provider does not link by device code."),
                tr("Link it on its page in your browser.")};
    if (error.verdicts.linkNotStored)
        return {tr("Coder could not store the link."),
                tr("Try again. If it stays, show the request under Details to your "
                   "administrator.")};
    if (error.kind == ApiError::Kind::Forbidden)
        return {tr("Coder does not allow this to you."),
                tr("Ask your administrator which rights you need.")};
    if (error.kind == ApiError::Kind::NotFound)
        return {tr("Coder does not know what was asked for."),
                tr("It may have been removed. Check again, or ask your administrator.")};
    return {tr("Coder refused this request."), tr("Its own words are under Details.")};
}

Sentence Texts::throttled(const ApiError &error, const ServerUrl &server)
{
    const QString what = tr("%1 asks for fewer requests.").arg(isolated(server.display()));
    if (!error.retryAfter)
        return {what, tr("Wait a minute or two before you try again.")};
    const auto seconds = static_cast<int>(error.retryAfter->count());
    if (seconds < 120)
        return {what, tr("Try again in %n second(s).", nullptr, seconds)};
    return {what, tr("Try again in %n minute(s).", nullptr, (seconds + 59) / 60)};
}

Sentence Texts::unreadable(const ApiError &error, const ServerUrl &server)
{
    const QString what
        = tr("%1 sent an answer that makes no sense.").arg(isolated(server.display()));
    if (error.field.isEmpty())
        return {what, tr("It was cut off or garbled. Try again in a moment.")};
    //: %1 is the name of a field in an answer of the server, such as links[2].provider_id
    return {what,
            tr("The field “%1” is not what it has to be. Show this to your administrator.")
                .arg(isolated(error.field))};
}

Sentence Texts::of(const CertificateProblem &problem, const ServerUrl &server)
{
    const QString host = isolated(server.display());
    const QString issuer = isolated(problem.issuer.plain());
    const QString from = date(problem.validFrom);
    const QString until = date(problem.validUntil);
    //: %1 is who issued a certificate, %2 and %3 are dates
    const QString facts = tr("Nothing was sent. The certificate was issued by %1 and is valid from "
                             "%2 until %3.");
    switch (problem.reason) {
    case CertificateProblem::Reason::SelfSigned:
        return {tr("The certificate of %1 vouches only for itself.").arg(host),
                facts.arg(issuer, from, until)};
    case CertificateProblem::Reason::UnknownIssuer:
        return {
            tr("The certificate of %1 comes from an issuer this system does not trust.").arg(host),
            facts.arg(issuer, from, until)};
    case CertificateProblem::Reason::Expired:
        return {tr("The certificate of %1 has expired.").arg(host),
                tr("Nothing was sent. It was issued by %1 and ended on %2. Tell your "
                   "administrator.")
                    .arg(issuer, until)};
    case CertificateProblem::Reason::NotYetValid:
        return {tr("The certificate of %1 is not valid yet.").arg(host),
                tr("Nothing was sent. It was issued by %1 and begins on %2. Check the date of "
                   "this computer.")
                    .arg(issuer, from)};
    case CertificateProblem::Reason::WrongHost:
        return {tr("The certificate belongs to another server than %1.").arg(host),
                facts.arg(issuer, from, until)};
    case CertificateProblem::Reason::Other:
        return {tr("The certificate of %1 cannot be trusted.").arg(host),
                facts.arg(issuer, from, until)};
    }
    Q_UNREACHABLE();
}

Sentence Texts::of(StoreState state)
{
    switch (state) {
    case StoreState::Ready:
        return {tr("The keyring is open."), {}};
    case StoreState::Locked:
        return {tr("The keyring is locked."),
                tr("Unlock it, or keep the token only until Fairlead quits.")};
    case StoreState::NoCollection:
        return {tr("There is no keyring yet to keep a token in."),
                tr("Create one in the password settings of your system, or keep the token only "
                   "until Fairlead quits.")};
    case StoreState::Absent:
        return {tr("This system has no keyring."),
                tr("Install one, GNOME Keyring for instance, or keep the token only until "
                   "Fairlead quits.")};
    case StoreState::Denied:
        return {tr("The keyring did not let Fairlead in."),
                tr("Allow it when the keyring asks, or keep the token only until Fairlead quits.")};
    case StoreState::Hung:
        return {tr("The keyring does not answer."),
                tr("It may be waiting for you in another window. You can keep the token only until "
                   "Fairlead quits.")};
    case StoreState::Broken:
        return {tr("The keyring answers with an error."),
                tr("Signing in to your desktop once more may help. You can keep the token only "
                   "until Fairlead quits.")};
    }
    Q_UNREACHABLE();
}

Sentence Texts::of(Session::Trouble trouble)
{
    switch (trouble) {
    case Session::Trouble::KeychainLocked:
        return {tr("The keyring that holds your token is locked."),
                tr("Unlock it to see your links.")};
    case Session::Trouble::KeychainNoCollection:
        return {tr("The keyring that held your token is gone."),
                tr("Sign in again; the token can be kept until Fairlead quits.")};
    case Session::Trouble::KeychainAbsent:
        return {tr("There is no keyring on this system, so your token is out of reach."),
                tr("Start the keyring and try again, or sign in again for this run.")};
    case Session::Trouble::KeychainDenied:
        return {tr("The keyring did not give Fairlead your token."),
                tr("Allow it when the keyring asks.")};
    case Session::Trouble::KeychainHung:
        return {tr("The keyring that holds your token does not answer."),
                tr("It may be waiting for you in another window.")};
    case Session::Trouble::KeychainBroken:
        return {tr("The keyring that holds your token answers with an error."),
                tr("Signing in to your desktop once more may help.")};
    case Session::Trouble::TokenMissing:
        return {tr("You are signed out: no token is kept for this account."),
                tr("Sign in again to see your links.")};
    case Session::Trouble::TokenRejected:
        return {tr("You are signed out: Coder no longer accepts your token."),
                tr("Sign in again. Your links are safe.")};
    case Session::Trouble::UserSuspended:
        return {tr("Your user is suspended on this deployment."),
                tr("Ask your administrator to activate it, then try again. Nothing here is lost.")};
    case Session::Trouble::ScopeTooNarrow:
        return {tr("Your token may not read your links."),
                tr("It was made with a narrow scope. Sign in again with one from the token page.")};
    case Session::Trouble::OtherUser:
        return {tr("The token kept for this account belongs to somebody else."),
                tr("Sign in again as yourself.")};
    case Session::Trouble::Unreachable:
        return {tr("Your deployment cannot be asked right now."),
                tr("You are still signed in. Try again in a moment.")};
    }
    Q_UNREACHABLE();
}

Remedy Texts::remedyFor(StoreState state)
{
    switch (state) {
    case StoreState::Ready:
        return Remedy::None;
    case StoreState::Locked:
    case StoreState::Denied:
        return Remedy::UnlockKeyring;
    case StoreState::NoCollection:
    case StoreState::Absent:
    case StoreState::Hung:
    case StoreState::Broken:
        return Remedy::TryAgain;
    }
    Q_UNREACHABLE();
}

Remedy Texts::remedyFor(Session::Trouble trouble)
{
    switch (trouble) {
    case Session::Trouble::KeychainLocked:
    case Session::Trouble::KeychainDenied:
        return Remedy::UnlockKeyring;
    case Session::Trouble::KeychainAbsent:
    case Session::Trouble::KeychainHung:
    case Session::Trouble::KeychainBroken:
    case Session::Trouble::UserSuspended:
    case Session::Trouble::Unreachable:
        return Remedy::TryAgain;
    case Session::Trouble::KeychainNoCollection:
    case Session::Trouble::TokenMissing:
    case Session::Trouble::TokenRejected:
    case Session::Trouble::ScopeTooNarrow:
    case Session::Trouble::OtherUser:
        return Remedy::SignInAgain;
    }
    Q_UNREACHABLE();
}

QString Texts::buttonFor(Remedy remedy)
{
    switch (remedy) {
    case Remedy::None:
        return {};
    case Remedy::UnlockKeyring:
        return tr("Unlock keyring");
    case Remedy::CancelUnlock:
        return tr("Cancel");
    case Remedy::SignInAgain:
        return tr("Sign in again…");
    case Remedy::TryAgain:
        return tr("Try again");
    }
    Q_UNREACHABLE();
}

QStringList Texts::detailsOf(const ApiError &error)
{
    QStringList lines;
    for (const UntrustedText &words : {error.message, error.detail}) {
        if (!words.isEmpty())
            lines.append(quoted(words));
    }
    if (!error.field.isEmpty()) {
        //: %1 is a name such as verification_uri
        lines.append(tr("What Coder gave as %1 cannot be used.").arg(isolated(error.field)));
    }
    if (error.address)
        lines.append(of(*error.address).what);
    if (error.status != 0)
        lines.append(tr("Status %1").arg(QString::number(error.status)));
    if (!error.requestId.isEmpty())
        lines.append(requestLine(error.requestId));
    return lines;
}

QString Texts::quoted(const UntrustedText &words)
{
    //: %1 is an English sentence of the server
    return tr("Coder said: “%1”").arg(words.isolated());
}

QString Texts::requestLine(const QString &requestId)
{
    //: %1 is the id under which the server's log knows the request
    return tr("Request %1").arg(UntrustedText::name(requestId).isolated());
}

QString Texts::isolated(const QString &text)
{
    return u'\u2068' + text + u'\u2069';
}

QString Texts::date(const QDateTime &when)
{
    return DateTexts::date(when, {});
}

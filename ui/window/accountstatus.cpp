// SPDX-License-Identifier: MIT
#include "window/accountstatus.h"

#include "base/clock.h"
#include "links/linkservice.h"
#include "linktexts.h"

#include <QCoreApplication>

using namespace std::chrono_literals;

namespace {

/// Shorter waits are not worth a word that comes and goes.
constexpr auto worthSaying = 5s;

QString badgeOf(Session::Trouble trouble)
{
    switch (trouble) {
    case Session::Trouble::KeychainLocked:
        return QCoreApplication::translate("AccountStatus", "keyring locked");
    case Session::Trouble::KeychainNoCollection:
    case Session::Trouble::KeychainAbsent:
    case Session::Trouble::KeychainDenied:
    case Session::Trouble::KeychainHung:
    case Session::Trouble::KeychainBroken:
        return QCoreApplication::translate("AccountStatus", "no keyring");
    case Session::Trouble::TokenMissing:
    case Session::Trouble::TokenRejected:
    case Session::Trouble::ScopeTooNarrow:
    case Session::Trouble::OtherUser:
        return QCoreApplication::translate("AccountStatus", "signed out");
    case Session::Trouble::UserSuspended:
        return QCoreApplication::translate("AccountStatus", "suspended");
    case Session::Trouble::Unreachable:
        return QCoreApplication::translate("AccountStatus", "offline");
    }
    Q_UNREACHABLE();
}

} // namespace

AccountStatus AccountStatus::of(LinkService &service, const Clock &clock)
{
    const Session &session = service.session();
    const Account &account = session.account();
    std::optional<std::chrono::seconds> askingFor;
    if (service.askingSince())
        askingFor = std::chrono::duration_cast<std::chrono::seconds>(clock.pace()
                                                                     - *service.askingSince());
    Session::State state = session.state();
    if (auto *in = std::get_if<Session::SignedIn>(&state); in && in->key)
        in->key->expiresAt.at = service.byOurClock(in->key->expiresAt.at);
    return {.id = account.id(),
            .server = account.server,
            .pageHost = account.page("/").host(),
            .userName = account.userName,
            .label = account.label,
            .session = std::move(state),
            .plainHttp = account.server.needsConsent(),
            .askingFor = askingFor,
            .learntAt = service.learntAt(),
            .problem = service.problem()};
}

std::optional<Session::Trouble> AccountStatus::trouble() const
{
    const auto *failed = std::get_if<Session::Failed>(&session);
    return failed ? std::optional(failed->why) : std::nullopt;
}

const ApiError *AccountStatus::failure() const
{
    if (const auto *failed = std::get_if<Session::Failed>(&session); failed && failed->error)
        return &*failed->error;
    return problem ? &*problem : nullptr;
}

bool AccountStatus::isOffline() const
{
    const ApiError *error = failure();
    if (!error)
        return trouble() == Session::Trouble::Unreachable;
    switch (error->kind) {
    case ApiError::Kind::Offline:
    case ApiError::Kind::Tls:
    case ApiError::Kind::Redirected:
    case ApiError::Kind::NotCoder:
        return true;
    case ApiError::Kind::TimedOut: // one slow provider may hold up the whole list
    case ApiError::Kind::SignedOut:
    case ApiError::Kind::Forbidden:
    case ApiError::Kind::NotFound:
    case ApiError::Kind::Throttled:
    case ApiError::Kind::Rejected:
    case ApiError::Kind::ServerFault:
    case ApiError::Kind::Unreadable:
        return trouble() == Session::Trouble::Unreachable;
    }
    Q_UNREACHABLE();
}

bool AccountStatus::isInMaintenance() const
{
    const ApiError *error = failure();
    return error && error->isMaintenance();
}

bool AccountStatus::couldNotCheck() const
{
    return isSignedIn() && (failure() || trouble() == Session::Trouble::Unreachable);
}

bool AccountStatus::isAway() const
{
    return isOffline() || isInMaintenance() || !isSignedIn();
}

bool AccountStatus::isListHeldUp() const
{
    const ApiError *error = failure();
    return std::holds_alternative<Session::SignedIn>(session) && error
        && (error->kind == ApiError::Kind::TimedOut || error->status == 504);
}

bool AccountStatus::isSignedIn() const
{
    return std::holds_alternative<Session::SignedIn>(session)
        || std::holds_alternative<Session::Checking>(session)
        || trouble() == Session::Trouble::Unreachable;
}

bool AccountStatus::isUnlocking() const
{
    const auto *restoring = std::get_if<Session::Restoring>(&session);
    return restoring && restoring->unlocking;
}

bool AccountStatus::isStarting() const
{
    return std::holds_alternative<Session::Restoring>(session)
        || std::holds_alternative<Session::Checking>(session)
        || (std::holds_alternative<Session::SignedIn>(session) && !learntAt.isValid() && !problem);
}

QString AccountStatus::title() const
{
    return label.isEmpty() ? identity() : label.isolated();
}

QString AccountStatus::identity() const
{
    return LinkTexts::account(userName, server);
}

QString AccountStatus::fullTitle() const
{
    if (label.isEmpty())
        return identity();
    //: %1 is the person's own name for an account, %2 is "ada on coder.example.com"
    return QCoreApplication::translate("AccountStatus", "%1 (%2)").arg(title(), identity());
}

QString AccountStatus::passingBadge() const
{
    if (std::holds_alternative<Session::SignedOut>(session))
        return QCoreApplication::translate("AccountStatus", "signed out");
    if (isInMaintenance())
        return QCoreApplication::translate("AccountStatus", "maintenance");
    if (const auto why = trouble())
        return badgeOf(*why);
    if (isUnlocking())
        return QCoreApplication::translate("AccountStatus", "waiting for the keyring");
    if (isOffline())
        return badgeOf(Session::Trouble::Unreachable);
    if (askingFor && *askingFor >= worthSaying) {
        return QCoreApplication::translate("AccountStatus", "asking for %1 s")
            .arg(askingFor->count());
    }
    if (couldNotCheck())
        return QCoreApplication::translate("AccountStatus", "could not check");
    return {};
}

QString AccountStatus::badge() const
{
    const QString passing = passingBadge();
    if (plainHttp && passing.isEmpty())
        return QCoreApplication::translate("AccountStatus", "not encrypted");
    //: %1 is a trouble in a few words, such as "offline"
    const QString both = QCoreApplication::translate("AccountStatus", "%1, not encrypted");
    return plainHttp ? both.arg(passing) : passing;
}

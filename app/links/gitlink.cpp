// SPDX-License-Identifier: MIT
#include "links/gitlink.h"

#include "links/linkhealth.h"

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

/// The types Coder itself calls git providers (codersdk/externalauth). Any other string is a
/// generic OAuth service, unless its name is all we have to go by.
constexpr std::array gitTypes{
    "github"_L1,           "gitlab"_L1,       "bitbucket-cloud"_L1,    "bitbucket"_L1,
    "bitbucket-server"_L1, "azure-devops"_L1, "azure-devops-entra"_L1, "gitea"_L1};

bool isGitType(const QString &type)
{
    return std::any_of(gitTypes.begin(), gitTypes.end(), [&](QLatin1StringView git) {
        return type.compare(git, Qt::CaseInsensitive) == 0;
    });
}

enum class Source { List, ById };

void take(GitLink &link, Source source, bool authenticated, ProviderWord word,
          const UntrustedText &text)
{
    link.saidById = source == Source::ById;
    link.couldNotCheck = {};
    link.authenticated = authenticated;
    link.word = word;
    link.serverText = text;
    link.falseUnconfirmed = false;
}

void forgetWord(GitLink &link)
{
    link.authenticated.reset();
    link.saidById = false;
    link.word = ProviderWord::None;
    link.serverText = {};
    link.falseUnconfirmed = false;
    link.couldNotCheck = {};
}

bool isOfTheProvider(ProviderWord word)
{
    return word == ProviderWord::RateLimited || word == ProviderWord::Unreachable;
}

/// The list said why it is a "no".
bool isExplained(ProviderWord word)
{
    return word == ProviderWord::TokenExpired || word == ProviderWord::Refused
        || word == ProviderWord::NotValidated;
}

/// A by-id 500.
void foldTrouble(GitLink &link, const ApiError &error)
{
    if (error.verdicts.scopeTooNarrow) {
        link.mayRead = false;
        return;
    }
    const ProviderWord word = error.verdicts.provider;
    if (isOfTheProvider(word))
        take(link, Source::ById, false, word, error.detail);
    else
        link.couldNotCheck = error.detail; // "could not check": the list's word stands
}

/// What was known was of another link, or of none. Only what by-id has said since the last list may
/// be about this one: it is linked, and as whom.
void startAfresh(GitLink &link)
{
    const bool isSeen = link.byIdAsked && link.authenticated == std::optional(true) && link.details;
    if (isSeen) {
        link.user = link.details->user;
    } else {
        forgetWord(link);
        link.user.reset();
    }
    if (link.stored && !isSeen)
        link.details.reset();
    link.lastKnown = LinkHealth::Unknown;
    link.healthBefore = LinkHealth::Unknown;
    link.healthSince = {};
}

bool isSameLink(const GitLink &link, const StoredLink *stored)
{
    return link.stored && stored && link.stored->createdAt == stored->createdAt;
}

/// By id never renews, so a "no" may only mean that a renewal is due: the list renews. One that
/// stands after that, where the list itself cannot tell, counts. True where the list is to be
/// asked.
bool foldNoOfRenewable(GitLink &link, bool isKnown, bool isFirstSinceList)
{
    if (!isKnown && link.falseUnconfirmed && isFirstSinceList) {
        take(link, Source::ById, false, ProviderWord::None, {});
        return false;
    }
    const bool isFirst = !isKnown && !link.falseUnconfirmed;
    link.falseUnconfirmed = !isKnown;
    return isFirst;
}

} // namespace

bool GitLink::isOtherService() const
{
    return provider && !isGitType(provider->type);
}

/// By id says of a link that could not be checked that it is one: there is nothing else to check.
bool GitLink::isLinked() const
{
    return stored || authenticated == std::optional(true) || isOfTheProvider(word);
}

/// Every listed link has a time of its last change; forgetEndOfBefore() takes it away.
bool GitLink::areTimesKnown() const
{
    return stored && stored->updatedAt.kind == Moment::Kind::At;
}

UntrustedText GitLink::name() const
{
    const QString id = key.provider.toString();
    const UntrustedText own = provider ? provider->displayName : UntrustedText::name(id);
    if (!sharesName || own.plain() == id)
        return own;
    const QString both = u"%1 (%2)"_s.arg(own.plain(), id);
    return UntrustedText::name(both.size() > UntrustedText::nameLength ? id : both);
}

bool GitLink::showsLike(const GitLink &other) const
{
    const auto shown = [](const GitLink &link) {
        return std::tie(link.key, link.provider, link.stored, link.details, link.user, link.mayRead,
                        link.authenticated, link.word, link.serverText, link.couldNotCheck,
                        link.checkProblem, link.healthBefore, link.healthSince, link.checking,
                        link.sharesName);
    };
    return shown(*this) == shown(other);
}

void foldListing(GitLink &link, const Provider *provider, const StoredLink *stored,
                 const QDateTime &now)
{
    link.checkProblem.reset();
    if (link.provider.has_value() != (provider != nullptr))
        link.lastKnown = LinkHealth::Unknown; // an orphan's health says nothing of the link
    link.provider = provider ? std::optional<Provider>(*provider) : std::nullopt;
    if (!stored && !link.mayRead)
        return; // to a token that may not read links none is listed (recordings, 10)
    if (!stored)
        link.byIdAsked = false; // the list is newer
    if (!stored && !link.isLinked())
        forgetWord(link);
    else if (!isSameLink(link, stored))
        startAfresh(link);
    link.stored = stored ? std::optional<StoredLink>(*stored) : std::nullopt;
    link.byIdAsked = false;
    if (!stored || !provider)
        return; // a link without a provider is not checked: its "no" is no answer
    // Line 4 of the table: a list that cannot tell leaves standing what by-id has said; what an
    // earlier list said no longer holds, and the last known health is shown.
    if (!asksById(link, now))
        take(link, Source::List, stored->authenticated, stored->word, stored->validateError);
    else if (!link.saidById && link.authenticated)
        forgetWord(link);
}

bool isTakenBack(const GitLink &before, const GitLink &after)
{
    if (before.isLinked() != after.isLinked())
        return true;
    // Of what is not linked the list says nothing, and by id that it does not work.
    return (after.isLinked() && before.authenticated && before.authenticated != after.authenticated)
        || (before.falseUnconfirmed && after.authenticated == std::optional(true));
}

bool isCouldNotCheck(const ApiError &error)
{
    return error.kind == ApiError::Kind::ServerFault && error.status == 500;
}

bool isOfTheDeployment(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::Offline:
    case ApiError::Kind::Tls:
    case ApiError::Kind::Throttled:
    case ApiError::Kind::Redirected:
    case ApiError::Kind::NotCoder:
        return true;
    case ApiError::Kind::ServerFault:
        return error.isMaintenance();
    case ApiError::Kind::TimedOut: // perhaps of this one provider
    case ApiError::Kind::Forbidden:
    case ApiError::Kind::NotFound:
    case ApiError::Kind::Rejected:
    case ApiError::Kind::Unreadable:
    case ApiError::Kind::SignedOut: // of the token
        return false;
    }
    Q_UNREACHABLE();
}

bool isNoWord(const ApiError &error)
{
    const Verdicts &verdicts = error.verdicts;
    return !isCouldNotCheck(error)
        || (!verdicts.scopeTooNarrow && !isOfTheProvider(verdicts.provider));
}

bool foldDetails(GitLink &link, const Answer<LinkDetails> &answer)
{
    const bool isFirstSinceList = !link.byIdAsked;
    const bool wasUnlisted = !link.stored && link.isLinked();
    link.byIdAsked = true;
    if (answer || !isNoWord(answer.error()))
        link.checkProblem.reset();
    if (!answer) {
        if (isCouldNotCheck(answer.error()))
            foldTrouble(link, answer.error());
        const bool isGone = answer.error().kind == ApiError::Kind::NotFound;
        return (isGone && link.provider) || (!link.stored && link.isLinked());
    }
    link.details = *answer;
    link.couldNotCheck = {};
    if (answer->user)
        link.user = answer->user;
    if (answer->authenticated)
        link.mayRead = true;
    if (!link.stored) {
        take(link, Source::ById, answer->authenticated, ProviderWord::None, {});
        return answer->authenticated || wasUnlisted; // changed since the list was read
    }
    if (answer->authenticated) {
        const bool news = link.authenticated == std::optional(false);
        take(link, Source::ById, true, ProviderWord::None, {});
        return news; // times and expiry changed with it, and only the list tells them
    }
    const bool isKnown = link.authenticated == std::optional(false);
    if (link.stored->hasRefreshToken)
        return foldNoOfRenewable(link, isKnown, isFirstSinceList);
    // The list's text tells more of the same "no"; that nobody could tell is no longer true.
    if (!isKnown || !isExplained(link.word))
        take(link, Source::ById, false, ProviderWord::None, {});
    return false;
}

bool forgetEndOfBefore(GitLink &link, const QDateTime &now)
{
    const bool isYesById = link.saidById && link.authenticated == std::optional(true);
    if (!isYesById || !link.stored || renewsItself(link) || !isPast(link.stored->expires, now))
        return false;
    link.stored->updatedAt = {};
    link.stored->expires = {};
    return true;
}

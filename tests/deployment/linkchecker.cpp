// SPDX-License-Identifier: MIT
#include "deployment/linkchecker.h"

#include "deployment/gitprovider.h"
#include "deployment/gotexts.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace simulated {

namespace {

using Delivery = ProviderAnswer::Delivery;

constexpr qsizetype mostOfReason = 400;

constexpr auto validatePrefix = "validate external auth token: "_L1;

LinkVerdict failedCheck(const QString &failure)
{
    return {.validateError = validatePrefix + failure, .failure = failure};
}

/// Coder's isFailedRefresh: no use in trying again.
bool isPermanent(const ProviderAnswer &answer)
{
    static const QStringList words{u"bad_refresh_token"_s,
                                   u"invalid_grant"_s,
                                   u"unauthorized_client"_s,
                                   u"unsupported_grant_type"_s,
                                   u"incorrect_client_credentials"_s,
                                   u"invalid_client"_s};
    if (words.contains(gotexts::oauthWord(answer.body)))
        return true;
    return answer.status == 400 || answer.status == 401 || answer.status == 200;
}

} // namespace

LinkChecker::LinkChecker(const GenerationTraits &traits, const WorldClock &clock,
                         const Delays &delays)
    : m_traits(traits), m_clock(clock), m_delays(delays)
{ }

bool LinkChecker::isExpired(const Link &link) const
{
    return link.expires && *link.expires <= m_clock.now();
}

Wait LinkChecker::silence() const
{
    return {.time = m_delays.hangingProvider, .isForEver = !m_traits.listBoundsProviders};
}

Wait LinkChecker::retries() const
{
    if (!m_traits.transientRefreshIsRetried)
        return {};
    return {.time = m_delays.transientRefresh};
}

LinkVerdict LinkChecker::check(const Link &link, GitProvider &provider) const
{
    if (isExpired(link))
        return {};
    LinkVerdict verdict = validate(link, provider);
    // Only the list ever gives up on a provider that says nothing
    verdict.wait.isForEver = verdict.saidNothing;
    return verdict;
}

LinkVerdict LinkChecker::refreshAndCheck(Link &link, Link &shown, GitProvider &provider) const
{
    if (isExpired(link)) {
        if (!provider.config().allowRefresh || !link.hasRefreshToken)
            return {.validateError = expiredText(link)};
        const ProviderAnswer answer = provider.refresh();
        if (!answer.grant)
            return failedRefresh(link, answer, provider);
        link.updatedAt = m_clock.now();
        link.expires = link.updatedAt + answer.grant->life.value_or(std::chrono::hours{1});
        link.isRevokedAtProvider = false;
        shown = link;
    }
    LinkVerdict verdict = validate(link, provider);
    if (!verdict.isAuthenticated && verdict.validateError.isEmpty()) {
        verdict.validateError = u"token failed to validate"_s;
        if (provider.config().type == "github"_L1)
            verdict.wait += {.time = m_delays.invalidGitHubToken};
    }
    return verdict;
}

QString LinkChecker::expiredText(const Link &link) const
{
    if (link.refreshFailure.isEmpty()) {
        return u"token expired, refreshing is either disabled or refreshing failed and will not be "
               "retried"_s;
    }
    return u"token expired and refreshing failed %1 with: %2"_s.arg(
        timeAgo(link.refreshFailedAt, m_clock.now()), link.refreshFailure);
}

LinkVerdict LinkChecker::failedRefresh(Link &link, const ProviderAnswer &answer,
                                       const GitProvider &provider) const
{
    const QString start = u"refresh token: "_s;
    switch (answer.delivery) {
    case Delivery::Refused:
        return {.validateError = start + gotexts::refusedConnection("POST", provider.tokenUrl()),
                .wait = retries()};
    case Delivery::Silent:
        return {.validateError = start + gotexts::deadlineExceeded("POST", provider.tokenUrl()),
                .wait = silence()};
    case Delivery::Answered:
        break;
    }
    const QString reason = gotexts::oauth2Failure(answer);
    LinkVerdict verdict{.validateError = start + reason};
    if (!isPermanent(answer)) {
        verdict.wait = retries();
        return verdict;
    }
    if (m_traits.failedRefreshDropsToken) {
        link.hasRefreshToken = false;
        link.updatedAt = m_clock.now();
        link.refreshFailure = reason.left(mostOfReason);
        link.refreshFailedAt = link.updatedAt;
    }
    return verdict;
}

LinkVerdict LinkChecker::validate(const Link &link, GitProvider &provider) const
{
    if (!provider.config().allowValidate)
        return {.isAuthenticated = true};
    return judge(provider.check(link.isRevokedAtProvider, link.account), provider);
}

LinkVerdict LinkChecker::judge(const ProviderAnswer &answer, const GitProvider &provider) const
{
    switch (answer.delivery) {
    case Delivery::Refused:
        return failedCheck(gotexts::refusedConnection("GET", provider.validateUrl()));
    case Delivery::Silent:
        return {.validateError
                = validatePrefix + gotexts::deadlineExceeded("GET", provider.validateUrl()),
                .saidNothing = true,
                .wait = silence()};
    case Delivery::Answered:
        break;
    }
    if (answer.status == 200) {
        return {.isAuthenticated = true, .account = QJsonDocument::fromJson(answer.body).object()};
    }
    if (answer.status == 401)
        return {};
    if (m_traits.limitMeansValid && answer.saysLimited)
        return {.isAuthenticated = true};
    if (answer.status == 403 && m_traits.forbiddenMeansRevoked)
        return {};
    return failedCheck(gotexts::statusAndBody(answer));
}

} // namespace simulated

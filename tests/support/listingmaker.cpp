// SPDX-License-Identifier: MIT
#include "support/listingmaker.h"

using namespace Qt::StringLiterals;

namespace make {

QDateTime noon()
{
    return QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
}

Moment at(const QDateTime &time)
{
    return {.kind = Moment::Kind::At, .at = time};
}

Moment never()
{
    return {.kind = Moment::Kind::Never};
}

Provider provider(const QString &id, const QString &type)
{
    return {.id = ProviderId(id),
            .type = type,
            .displayName = UntrustedText::name(id),
            .device = true,
            .allowRefresh = true,
            .allowValidate = true,
            .supportsRevocation = true};
}

StoredLink link(const QString &id)
{
    const Moment monthAgo = at(noon().addDays(-30));
    return {.provider = ProviderId(id),
            .createdAt = monthAgo,
            .updatedAt = monthAgo,
            .expires = never(),
            .authenticated = true};
}

StoredLink brokenLink(const QString &id, const QString &validateError)
{
    StoredLink broken = link(id);
    broken.authenticated = false;
    broken.word = providerWordIn(validateError);
    broken.validateError = UntrustedText::message(validateError);
    return broken;
}

Listing listing(const QList<Provider> &providers, const QList<StoredLink> &links)
{
    return {.providers = providers, .links = links};
}

LinkUser user(const QString &login)
{
    return {.login = UntrustedText::name(login)};
}

LinkDetails details(bool authenticated, const std::optional<LinkUser> &user)
{
    return {.authenticated = authenticated, .user = user};
}

ApiError couldNotCheck(const QString &detail)
{
    const QString message = u"Failed to validate token."_s;
    return {.kind = ApiError::Kind::ServerFault,
            .sent = ApiError::Sent::Yes,
            .layer = ApiError::Layer::Http,
            .status = 500,
            .verdicts = verdictsOf(message, detail),
            .message = UntrustedText::message(message),
            .detail = UntrustedText::message(detail)};
}

ApiError error(ApiError::Kind kind, int status)
{
    return {.kind = kind,
            .sent = status != 0 ? ApiError::Sent::Yes : ApiError::Sent::Unknown,
            .status = status};
}

} // namespace make

// SPDX-License-Identifier: MIT
#pragma once

#include "base/jsonfields.h"
#include "base/secret.h"
#include "base/strongid.h"
#include "base/untrustedtext.h"
#include "coder/apierror.h"
#include "coder/serverurl.h"
#include "coder/sessiontoken.h"
#include "coder/webaddress.h"

#include <QJsonValue>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

// Exactly what the server says, decoded. The decoders refuse what cannot be true with
// ApiError::Unreadable and the name of the field.

/// `providers[]` of GET /external-auth: what the admin configured.
struct Provider {
    ProviderId id{};
    bool hasUsableId = true;     ///< false: the entry is shown, no request is made with it
    QString type{};              ///< free text as configured, case kept; decides, is not shown
    UntrustedText displayName{}; ///< the id, then the type, where the server gives none
    QString displayIcon{}; ///< as configured; only its file name is looked at, to choose a mark
    bool device = false;   ///< links by device code rather than in the browser
    bool allowRefresh = false;
    bool allowValidate = false;
    std::optional<bool> supportsRevocation{}; ///< none: a server before v2.27
    std::optional<bool> supportsPkce{};       ///< none: a server before v2.30

    friend bool operator==(const Provider &, const Provider &) = default;
};

/// `links[]` of GET /external-auth: what this person connected.
struct StoredLink {
    ProviderId provider{};
    Moment createdAt{};
    Moment updatedAt{}; ///< moves on renewal too, not only on linking
    Moment expires{};
    bool hasRefreshToken = false;
    bool authenticated = false;
    ProviderWord word = ProviderWord::None; ///< drawn from the raw validate_error
    UntrustedText validateError{};

    friend bool operator==(const StoredLink &, const StoredLink &) = default;
};

/// GET /external-auth.
struct Listing {
    QList<Provider> providers{};
    QList<StoredLink> links{};

    friend bool operator==(const Listing &, const Listing &) = default;
};

/// A user or organisation at the provider.
struct LinkUser {
    std::optional<qint64> id{}; ///< none on servers before v2.14
    UntrustedText login{};
    UntrustedText name{};
    WebAddress profile{};

    friend bool operator==(const LinkUser &, const LinkUser &) = default;
};

struct Installation {
    qint64 id = 0;
    LinkUser account{};
    WebAddress configure{};

    friend bool operator==(const Installation &, const Installation &) = default;
};

/// GET /external-auth/{id}.
struct LinkDetails {
    bool authenticated = false;
    bool device = false;
    std::optional<LinkUser> user{};
    bool appInstallable = false;
    QList<Installation> installations{}; ///< the first page only
    WebAddress appInstall{};

    friend bool operator==(const LinkDetails &, const LinkDetails &) = default;
};

/// GET /external-auth/{id}/device, clamped to what can be true.
struct DeviceCode {
    Secret deviceCode{};
    QString userCode{};                               ///< exactly as sent
    WebAddress verification{};                        ///< usable
    std::optional<WebAddress> verificationComplete{}; ///< only of the same origin
    std::chrono::seconds lifetime{};
    bool lifetimeAssumed = false;     ///< the server gave none: about 15 minutes
    std::chrono::seconds interval{5}; ///< RFC 8628 3.2
};

/// GET /users/me.
struct User {
    QString id{};
    UntrustedText username{};
    UntrustedText name{};

    friend bool operator==(const User &, const User &) = default;
};

/// GET /users/me/keys/{id}: our own key.
struct ApiKey {
    QString id{};
    QString loginType{}; ///< `token` where others may use it too
    Moment expiresAt{};
    std::chrono::seconds lifetime{};

    friend bool operator==(const ApiKey &, const ApiKey &) = default;
};

/// GET /buildinfo, which needs no token.
struct BuildInfo {
    UntrustedText version{};
    WebAddress dashboard{};
    bool workspaceProxy = false;
    QString deploymentId{}; ///< empty on servers before v2.11

    friend bool operator==(const BuildInfo &, const BuildInfo &) = default;
};

/// DELETE /external-auth/{id}: the link is gone; what became of the provider's own access?
struct UnlinkOutcome {
    enum class Revocation {
        NotTold,  ///< a server before v2.27 does not revoke and says nothing
        NotTried, ///< no revoke address is configured
        Revoked,
        Failed,
    };
    Revocation revocation = Revocation::NotTold;
    UntrustedText reason{};
    QString requestId{}; ///< X-Coder-Request-Id, for reports

    friend bool operator==(const UnlinkOutcome &, const UnlinkOutcome &) = default;
};

/// The ids we make requests with: none that could change a path.
bool isUsableProviderId(const QString &id);

Answer<Listing> decodeListing(const QJsonValue &json);
Answer<LinkDetails> decodeLinkDetails(const QJsonValue &json, const ServerUrl &server);
Answer<DeviceCode> decodeDeviceCode(const QJsonValue &json, const ServerUrl &server);
Answer<User> decodeUser(const QJsonValue &json);
Answer<ApiKey> decodeApiKey(const QJsonValue &json);
Answer<BuildInfo> decodeBuildInfo(const QJsonValue &json, const ServerUrl &server);
Answer<UnlinkOutcome> decodeUnlinkOutcome(const QJsonValue &json);
Answer<SessionToken> decodeNewKey(const QJsonValue &json);

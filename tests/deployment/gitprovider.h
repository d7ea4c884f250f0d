// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/instant.h"
#include "deployment/providerknobs.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace simulated {

/// A provider as the deployment's admin configured it.
struct ProviderConfig {
    /// How its token endpoint tells errors: GitHub with status 200, RFC 8628 section 3.5 with 400.
    enum class ErrorStyle { GitHub, Rfc8628 };

    QString id{};
    QString type{};
    QString displayName{};
    QString displayIcon = QStringLiteral("/emojis/1f511.png");
    bool device = false;
    bool allowRefresh = true;
    bool allowValidate = true;
    bool hasRevokeUrl = false;
    bool hasInstallationsUrl = false;
    QString appInstallUrl{};
    QStringList codeChallengeMethods{QStringLiteral("S256")};
    ErrorStyle errorStyle = ErrorStyle::Rfc8628;
    QString clientId{};
    QStringList scopes{};
    QUrl base{}; ///< empty: a place on the simulated provider's own server
};

/// One device code from the moment it was given out.
struct DeviceGrant {
    enum class State { Pending, Approved, Denied, Used };

    QString deviceCode{};
    QString userCode{};
    Instant expiresAt{};
    std::chrono::seconds interval{5};
    std::optional<Instant> lastAsked{};
    State state = State::Pending;
    ProviderAccount account{};
};

/// A git provider: it answers what Coder asks it, as its documents say or as its knobs tell it to.
class GitProvider
{
public:
    using Log = std::function<void(const ProviderRequest &)>;

    GitProvider(ProviderConfig config, const WorldClock &clock, Log log);

    [[nodiscard]] const ProviderConfig &config() const { return m_config; }
    [[nodiscard]] ProviderKnobs &knobs() { return m_knobs; }
    [[nodiscard]] const ProviderKnobs &knobs() const { return m_knobs; }

    [[nodiscard]] QUrl verificationUrl() const;
    [[nodiscard]] QUrl deviceCodeUrl() const; ///< with its query
    [[nodiscard]] QUrl tokenUrl() const;
    [[nodiscard]] QUrl deviceTokenUrl(const QString &deviceCode) const; ///< with its query
    [[nodiscard]] QUrl validateUrl() const;
    [[nodiscard]] QUrl installationsUrl() const;
    [[nodiscard]] QUrl revokeUrl() const;
    [[nodiscard]] QByteArray revokeMethod() const;

    // What Coder asks. A token the person has revoked is refused whatever the knobs say.
    [[nodiscard]] ProviderAnswer startDevice();
    [[nodiscard]] ProviderAnswer exchange(const QString &deviceCode);
    [[nodiscard]] ProviderAnswer check(bool tokenIsRevoked, const ProviderAccount &account);
    [[nodiscard]] ProviderAnswer installations(bool tokenIsRevoked);
    [[nodiscard]] ProviderAnswer refresh();
    [[nodiscard]] ProviderAnswer revoke();

    /// The newest grants come last.
    [[nodiscard]] const std::vector<DeviceGrant> &grants() const { return m_grants; }
    /// The grant of a code that a person typed: case, blanks and hyphens do not matter.
    [[nodiscard]] DeviceGrant *grantOf(const QString &userCode);
    [[nodiscard]] bool isOpen(const DeviceGrant &grant) const;
    /// What signing in at the provider gives, by device code or in the browser.
    [[nodiscard]] Grant newGrant(const ProviderAccount &account) const;

private:
    [[nodiscard]] QUrl at(const QString &path) const;
    [[nodiscard]] bool isGitHub() const;
    [[nodiscard]] bool isGitHubStyle() const;
    [[nodiscard]] ProviderAnswer newDeviceCode();
    [[nodiscard]] ProviderAnswer judgeExchange(DeviceGrant *grant);
    [[nodiscard]] QByteArray pendingWord(DeviceGrant &grant);
    ProviderAnswer told(const QByteArray &method, const QUrl &url, ProviderAnswer answer) const;

    ProviderConfig m_config;
    ProviderKnobs m_knobs;
    std::vector<DeviceGrant> m_grants;
    const WorldClock &m_clock;
    Log m_log;
};

} // namespace simulated

// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/coderanswer.h"

namespace simulated {

class World;
class GitProvider;
struct Entry;

/// The five endpoints below /api/v2/external-auth (coderd/externalauth.go).
class ExternalAuthRoutes
{
public:
    explicit ExternalAuthRoutes(World &world) : m_world(world) { }

    /// \a segments come after "external-auth".
    [[nodiscard]] CoderAnswer answer(const HttpRequest &request, const QStringList &segments,
                                     const Entry &entry);

private:
    /// What by-id found out about a link.
    struct Findings {
        bool isAuthenticated = false;
        QJsonObject account{};
        bool isAppInstallable = false;
        QList<GoJson> installations{};
        QString failure{};
        bool isForEver = false; ///< the provider says nothing, and so does Coder
    };

    [[nodiscard]] CoderAnswer list(const Entry &entry);
    [[nodiscard]] CoderAnswer details(const Entry &entry, GitProvider &provider);
    [[nodiscard]] CoderAnswer unlink(const Entry &entry, GitProvider &provider);
    [[nodiscard]] CoderAnswer startDevice(GitProvider &provider);
    [[nodiscard]] CoderAnswer exchange(const Entry &entry, GitProvider &provider,
                                       const QByteArray &body);

    [[nodiscard]] GoJson providerJson(const GitProvider &provider) const;
    [[nodiscard]] GoJson accountJson(const QJsonObject &account) const;
    [[nodiscard]] Findings find(const Link &link, GitProvider &provider) const;
    /// Fills in what the installations URL said; the text is what went wrong.
    [[nodiscard]] QString readInstallations(const ProviderAnswer &answer, GitProvider &provider,
                                            Findings &findings) const;
    [[nodiscard]] CoderAnswer revoke(GitProvider &provider) const;
    [[nodiscard]] CoderAnswer store(const Entry &entry, const GitProvider &provider,
                                    const Grant &grant);

    World &m_world;
};

} // namespace simulated

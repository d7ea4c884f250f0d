// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/accountroutes.h"
#include "deployment/externalauthroutes.h"

#include <QHash>

namespace simulated {

/// Everything at the deployment's own address: API v2, the dashboard's pages, and the headers that
/// tell Coder from whatever may stand in front of it.
class CoderSite
{
public:
    explicit CoderSite(World &world);

    [[nodiscard]] CoderAnswer answer(const HttpRequest &request);
    /// The headers of every answer of Coder's (coderd/httpmw); a test's own answers may want them.
    void addCoderHeaders(HttpResponse &response) const;
    /// Coder's 429 (coderd/httpmw/ratelimit.go).
    [[nodiscard]] CoderAnswer rateLimitedAnswer(int limit) const;

private:
    [[nodiscard]] CoderAnswer apiAnswer(const HttpRequest &request);
    [[nodiscard]] CoderAnswer route(const HttpRequest &request, const QStringList &segments);
    [[nodiscard]] CoderAnswer unauthorized(const Entry &entry) const;
    [[nodiscard]] CoderAnswer otherAnswer(const HttpRequest &request) const;
    /// How many requests are left in this minute; none below zero.
    [[nodiscard]] int countDown(const HttpRequest &request);

    World &m_world;
    AccountRoutes m_accounts;
    ExternalAuthRoutes m_externalAuth;
    Instant m_windowStart{};
    QHash<QString, int> m_counts;
};

} // namespace simulated

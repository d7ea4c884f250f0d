// SPDX-License-Identifier: MIT
#include "deployment/codersite.h"

#include "deployment/pagetexts.h"
#include "deployment/random.h"
#include "deployment/world.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace simulated {

namespace {

constexpr auto apiRoot = "/api/v2";
constexpr std::chrono::minutes rateWindow{1};

bool isApi(const QByteArray &path)
{
    return path == apiRoot || path.startsWith("/api/v2/");
}

/// coderd/httpmw/csrf.go: asked of whoever comes with a cookie and without the header.
bool failsCsrf(const HttpRequest &request)
{
    const QByteArray cookie = request.cookie("coder_session_token");
    return request.method != "GET" && !cookie.isEmpty()
        && request.header("Coder-Session-Token") != cookie;
}

} // namespace

CoderSite::CoderSite(World &world) : m_world(world), m_accounts(world), m_externalAuth(world) { }

CoderAnswer CoderSite::answer(const HttpRequest &request)
{
    CoderAnswer answer = isApi(request.path) ? apiAnswer(request) : otherAnswer(request);
    addCoderHeaders(answer.response);
    return answer;
}

void CoderSite::addCoderHeaders(HttpResponse &response) const
{
    const QByteArray csrf = "csrf_token=" + randomText(43, alphanumerics).toLatin1();
    response.headers.append({"Set-Cookie"_ba, csrf + "; Path=/; HttpOnly; SameSite=Lax"});
    response.headers.append({"X-Coder-Build-Version"_ba, m_world.version.toLatin1()});
    response.headers.append(
        {"X-Coder-Request-Id"_ba, QUuid::createUuid().toByteArray(QUuid::WithoutBraces)});
    response.headers.append({"X-Content-Type-Options"_ba, "nosniff"_ba});
}

CoderAnswer CoderSite::rateLimitedAnswer(int limit) const
{
    CoderAnswer answer = errorAnswer(
        429, u"You've been rate limited for sending more than %1 requests in 1m0s."_s.arg(limit));
    // The library names the whole window, not what is left of it
    answer.response.headers.append({"Retry-After"_ba, "60"_ba});
    return answer;
}

int CoderSite::countDown(const HttpRequest &request)
{
    const Instant now = m_world.clock.now();
    if (now - m_windowStart >= rateWindow) {
        m_windowStart = now;
        m_counts.clear();
    }
    QString key = QString::fromLatin1(request.path);
    if (m_world.traits.limitsPerUser) {
        const Entry entry = m_world.keyring.judge(m_world.keyring.tokenIn(request));
        key += u' ' + (entry.isOpen() ? entry.user->id : QString());
    }
    return m_world.rateLimit - ++m_counts[key];
}

CoderAnswer CoderSite::apiAnswer(const HttpRequest &request)
{
    if (failsCsrf(request)) {
        return textAnswer(
            400, "text/plain",
            "Something is wrong with your CSRF token. Please refresh the page. If this "
            "error persists, try clearing your cookies.\n");
    }
    const int left = m_world.rateLimit > 0 ? countDown(request) : 0;
    CoderAnswer answer = left < 0 ? rateLimitedAnswer(m_world.rateLimit)
                                  : route(request, request.segments().sliced(2));
    if (m_world.rateLimit > 0) {
        const auto resetSeconds = std::chrono::duration_cast<std::chrono::seconds>(
            (m_windowStart + rateWindow).time_since_epoch());
        HttpHeaders &headers = answer.response.headers;
        headers.append({"X-RateLimit-Limit"_ba, QByteArray::number(m_world.rateLimit)});
        headers.append({"X-RateLimit-Remaining"_ba, QByteArray::number(std::max(0, left))});
        headers.append({"X-RateLimit-Reset"_ba, QByteArray::number(resetSeconds.count())});
    }
    return answer;
}

CoderAnswer CoderSite::route(const HttpRequest &request, const QStringList &segments)
{
    if (segments.isEmpty())
        return jsonAnswer(200, GoObject().text("message", u"\U0001F44B"_s).json());
    const QString &first = segments.first();
    if (first == "buildinfo"_L1 && segments.size() == 1)
        return request.method == "GET" ? m_accounts.buildInfo() : methodNotAllowedAnswer();
    const bool isUsers = first == "users"_L1;
    if (!isUsers && first != "external-auth"_L1)
        return errorAnswer(404, u"Route not found."_s);
    const Entry entry = m_world.keyring.judge(m_world.keyring.tokenIn(request));
    if (!entry.isOpen())
        return unauthorized(entry);
    m_world.keyring.noteUse(entry);
    const QStringList rest = segments.sliced(1);
    return isUsers ? m_accounts.answer(request, rest, entry)
                   : m_externalAuth.answer(request, rest, entry);
}

CoderAnswer CoderSite::unauthorized(const Entry &entry) const
{
    CoderAnswer answer = errorAnswer(401, entry.message, entry.detail);
    if (m_world.traits.acceptsBearer) {
        const QByteArray what = entry.isSuspended ? "is invalid"_ba : "has expired"_ba;
        answer.response.headers.append(
            {"WWW-Authenticate"_ba,
             R"(Bearer realm="coder", error="invalid_token", error_description="The access token )"
                 + what + R"(", resource_metadata=")" + m_world.dashboardUrl.toEncoded()
                 + R"(/.well-known/oauth-protected-resource")"});
    }
    return answer;
}

CoderAnswer CoderSite::otherAnswer(const HttpRequest &request) const
{
    if (request.path == "/healthz")
        return textAnswer(200, "text/plain", "OK");
    const bool isMissingIcon
        = request.path.startsWith("/icon/") && m_world.traits.missingIconIsNotFound;
    if (isMissingIcon)
        return textAnswer(404, "text/plain", "404 page not found\n");
    // coderd answers every other unknown path with the dashboard and 200 (site/site.go)
    return textAnswer(200, "text/html", pagetexts::dashboard());
}

} // namespace simulated

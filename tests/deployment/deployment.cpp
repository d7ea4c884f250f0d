// SPDX-License-Identifier: MIT
#include "deployment/deployment.h"

#include "deployment/standardproviders.h"

using namespace Qt::StringLiterals;

namespace simulated {

namespace {

bool isApi(const QByteArray &path)
{
    return path == "/api" || path.startsWith("/api/");
}

} // namespace

Deployment::Deployment(Generation generation, QObject *parent)
    : QObject(parent), m_world(generation), m_site(m_world), m_coderPages(m_world),
      m_providerPages(m_world), m_control(*this),
      m_coderServer(
          [this](const HttpRequest &request, const HttpReply &reply) { take(request, reply); }),
      m_providerServer([this](const HttpRequest &request, const HttpReply &reply) {
          const auto control = m_control.answer(request);
          reply.send(control ? *control : m_providerPages.answer(request));
      })
{
    m_world.providerLog = [this](const ProviderRequest &request) {
        m_providerRequests.append(request);
        emit providerAsked(request);
    };
    m_world.keyring.addUser(u"ada"_s, u"Ada Lovelace"_s);
    m_comeBackTimer.setSingleShot(true);
    connect(&m_comeBackTimer, &QTimer::timeout, this, [this] {
        if (!comeBack())
            qCritical("The deployment's port is taken by somebody else");
    });
}

Deployment::~Deployment() = default;

void Deployment::useTls(const TestAuthority &authority)
{
    m_coderServer.setTls(authority.serverConfiguration());
    m_providerServer.setTls(authority.serverConfiguration());
}

bool Deployment::listen(quint16 port)
{
    if (!m_coderServer.listen(port) || !m_providerServer.listen())
        return false;
    m_world.dashboardUrl = url();
    m_world.providerUrl = providerUrl();
    return true;
}

User &Deployment::user(const QString &username)
{
    User *found = m_world.keyring.userNamed(username);
    Q_ASSERT(found);
    return *found;
}

void Deployment::addUser(const QString &username, const QString &fullName)
{
    m_world.keyring.addUser(username, fullName);
}

void Deployment::suspend(const QString &username, bool isSuspended)
{
    user(username).isSuspended = isSuspended;
}

QString Deployment::mintToken(TokenScope scope, const QString &username)
{
    return m_world.keyring.mint(user(username), scope).token();
}

QString Deployment::mintApiToken(TokenScope scope, const QString &username)
{
    return m_world.keyring.mint(user(username), scope, u"script"_s).token();
}

void Deployment::revokeToken(const QString &token)
{
    m_world.keyring.remove(token.section(u'-', 0, 0));
}

void Deployment::expireToken(const QString &token)
{
    if (Key *key = m_world.keyring.keyWithId(token.section(u'-', 0, 0)))
        key->expiresAt = now();
}

GitProvider &Deployment::addProvider(const ProviderConfig &config)
{
    return m_world.addProvider(config);
}

void Deployment::addStandardProviders(GitHub gitHub)
{
    simulated::addStandardProviders(*this);
    if (gitHub == GitHub::NotLinked)
        unlink(u"github"_s);
}

void Deployment::removeProvider(const QString &id)
{
    m_world.removeProvider(id);
}

GitProvider &Deployment::provider(const QString &id)
{
    GitProvider *found = m_world.provider(id);
    Q_ASSERT(found);
    return *found;
}

Link &Deployment::link(const QString &providerId, const Grant &grant, const QString &username)
{
    return m_world.putLink(user(username).id, providerId, grant);
}

bool Deployment::unlink(const QString &providerId, const QString &username)
{
    return m_world.removeLink(user(username).id, providerId);
}

Link *Deployment::linkTo(const QString &providerId, const QString &username)
{
    return m_world.link(user(username).id, providerId);
}

bool Deployment::approve(const QString &userCode, const QString &login)
{
    GitProvider *asked = m_world.providerOfCode(userCode);
    if (!asked)
        return false;
    DeviceGrant *grant = asked->grantOf(userCode);
    grant->state = DeviceGrant::State::Approved;
    if (!login.isEmpty())
        grant->account.login = login;
    return true;
}

bool Deployment::deny(const QString &userCode)
{
    GitProvider *asked = m_world.providerOfCode(userCode);
    if (asked)
        asked->grantOf(userCode)->state = DeviceGrant::State::Denied;
    return asked != nullptr;
}

bool Deployment::expire(const QString &userCode)
{
    GitProvider *asked = m_world.providerOfCode(userCode);
    if (asked)
        asked->grantOf(userCode)->expiresAt = now();
    return asked != nullptr;
}

QString Deployment::newestUserCode(const QString &providerId)
{
    const std::vector<DeviceGrant> &grants = provider(providerId).grants();
    return grants.empty() ? QString() : grants.back().userCode;
}

void Deployment::goDownFor(std::chrono::milliseconds time)
{
    goDown();
    m_comeBackTimer.start(time);
}

QList<Request> Deployment::requestsTo(const QByteArray &method, const QByteArray &path) const
{
    QList<Request> some;
    std::copy_if(m_requests.cbegin(), m_requests.cend(), std::back_inserter(some),
                 [&](const Request &r) { return r.method == method && r.path == path; });
    return some;
}

void Deployment::forgetRequests()
{
    m_requests.clear();
    m_transmissions.clear();
    m_providerRequests.clear();
}

int Deployment::release()
{
    const QList<Held> held = std::exchange(m_held, {});
    for (const Held &each : held) {
        if (each.answer)
            deliver(*each.answer, each.reply, each.index);
        else
            answerTruly(each.request, each.reply, each.index);
    }
    return int(held.size());
}

void Deployment::take(const HttpRequest &request, const HttpReply &reply)
{
    if (const auto control = m_control.answer(request)) {
        reply.send(*control);
        return;
    }
    if (!isApi(request.path)) {
        if (auto page = m_coderPages.answer(request)) {
            m_site.addCoderHeaders(*page);
            reply.send(*page);
            return;
        }
    }
    takeCoderRequest(request, reply);
}

void Deployment::takeCoderRequest(const HttpRequest &request, const HttpReply &reply)
{
    const qsizetype index = note(request);
    if (const auto misconduct = misconductFor(request))
        carryOut(*misconduct, request, reply, index);
    else
        answerTruly(request, reply, index);
}

qsizetype Deployment::note(const HttpRequest &request)
{
    const QString token = m_world.keyring.tokenIn(request);
    const Request noted{
        .method = request.method,
        .path = request.path,
        .query = request.query,
        .headers = request.headers,
        .body = request.body,
        .hadToken = !token.isEmpty(),
        .isTokenValid = m_world.keyring.judge(token).isOpen(),
        .transmission = ++m_transmissions[request.method + ' ' + request.path + ' ' + request.body],
    };
    m_requests.append(noted);
    const qsizetype index = m_requests.size() - 1;
    emit requestArrived(noted);
    return index;
}

std::optional<Misconduct> Deployment::misconductFor(const HttpRequest &request)
{
    for (Misconduct &each : m_misconducts) {
        if (!each.concerns(request))
            continue;
        if (each.times > 0)
            --each.times;
        return each;
    }
    return std::nullopt;
}

void Deployment::answerTruly(const HttpRequest &request, const HttpReply &reply, qsizetype index)
{
    const CoderAnswer answer = m_site.answer(request);
    if (answer.wait.isForEver)
        return;
    if (answer.wait.time.count() == 0) {
        deliver(answer.response, reply, index);
        return;
    }
    QTimer::singleShot(answer.wait.time, this, [this, response = answer.response, reply, index] {
        deliver(response, reply, index);
    });
}

void Deployment::deliver(const HttpResponse &response, const HttpReply &reply, qsizetype index)
{
    // The log may have been cleared since
    if (index < m_requests.size())
        m_requests[index].status = response.status;
    HttpResponse dated = response;
    dated.headers.append({"Date"_ba, httpDate(now())});
    reply.send(dated);
}

void Deployment::carryOut(const Misconduct &misconduct, const HttpRequest &request,
                          const HttpReply &reply, qsizetype index)
{
    using Kind = Misconduct::Kind;
    if (misconduct.kind == Kind::HoldRequest) {
        m_held.append({.request = request, .reply = reply, .index = index});
        return;
    }
    HttpResponse truth;
    if (misconduct.needsTrueAnswer())
        truth = m_site.answer(request).response;
    else if (misconduct.kind == Kind::RateLimited)
        truth = m_site.rateLimitedAnswer(m_world.rateLimit).response;
    if (!misconduct.needsTrueAnswer())
        m_site.addCoderHeaders(truth);
    if (misconduct.kind == Kind::HoldAnswer) {
        m_held.append({.request = request, .reply = reply, .index = index, .answer = truth});
        return;
    }
    simulated::misbehave(misconduct, reply, truth);
}

} // namespace simulated

// SPDX-License-Identifier: MIT
#include "deployment/checks/stage.h"

#include "deployment/checks/stagesetup.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace simulated {

namespace {

using Knobs = ProviderKnobs;

const QString person = u"grace"_s;

QString idOf(const QString &token)
{
    return token.section(u'-', 0, 0);
}

/// Puts our token where a real one was recorded; the one of all A and B stands for a wrong one.
QByteArray withOurToken(const QByteArray &header, const QString &token)
{
    static const QRegularExpression real(
        u"(?<![0-9A-Za-z])(?!AAAAAAAAAA)[0-9A-Za-z]{10}-[0-9A-Za-z]{22}"
        "(?![0-9A-Za-z])"_s);
    return QString::fromLatin1(header).replace(real, token).toLatin1();
}

} // namespace

Stage::Stage(Generation generation) : m_deployment(generation)
{
    m_deployment.addUser(person, u"Grace Hopper"_s);
    m_deployment.world().delays = {.hangingProvider = 0ms, .hangingRevocation = 0ms};
}

bool Stage::listen()
{
    const bool isListening = m_deployment.listen();
    m_deployment.world().dashboardUrl = QUrl(u"http://coder.example:7080"_s);
    return isListening;
}

HttpRequest Stage::prepare(const RecordedAnswer &recorded)
{
    reset();
    m_recorded = &recorded;
    m_request = recorded.request;
    for (const Cue &cue : cues()) {
        if (recorded.name.startsWith(cue.prefix)) {
            (this->*cue.scene)(recorded.name.mid(cue.prefix.size()));
            break;
        }
    }
    for (auto &[key, value] : m_request.headers)
        value = withOurToken(value, m_token);
    if (recorded.withToken)
        m_request.headers.append({"Coder-Session-Token"_ba, m_token.toLatin1()});
    if (!m_deviceCode.isEmpty())
        m_request.body = R"({"device_code":")" + m_deviceCode.toLatin1() + R"("})";
    return m_request;
}

const QList<Stage::Cue> &Stage::cues()
{
    // The first that fits is played; what needs nothing but the reset has none
    static const QList<Cue> all{
        {"401-"_L1, &Stage::tokenScene},
        {"logout-use"_L1, &Stage::keyScene},
        {"key-"_L1, &Stage::keyScene},
        {"detail-orphan"_L1, &Stage::orphanScene},
        {"delete-orphan"_L1, &Stage::orphanScene},
        {"list-orphan"_L1, &Stage::orphanScene},
        {"list-default"_L1, &Stage::noProviderScene},
        {"detail-default"_L1, &Stage::noProviderScene},
        {"default-"_L1, &Stage::builtInScene},
        {"list-github-validate-"_L1, &Stage::validateScene},
        {"detail-github-validate-"_L1, &Stage::validateScene},
        {"detail-github-install-"_L1, &Stage::installScene},
        {"list-refresh-"_L1, &Stage::refreshScene},
        {"detail-refresh-"_L1, &Stage::refreshScene},
        {"detail-"_L1, &Stage::detailScene},
        {"list-"_L1, &Stage::listScene},
        {"rfc-exchange-"_L1, &Stage::rfcExchangeScene},
        {"exchange-"_L1, &Stage::exchangeScene},
        {"device-start-"_L1, &Stage::startScene},
        {"rfc-device-start-"_L1, &Stage::startScene},
        {"delete-"_L1, &Stage::deleteScene},
        {"scope-"_L1, &Stage::scopeScene},
        {"suspended-"_L1, &Stage::suspendedScene},
        {"rate-limit-"_L1, &Stage::rateLimitScene},
        {"redirect-other-host"_L1, &Stage::redirectScene},
    };
    return all;
}

void Stage::reset()
{
    m_deployment.behave();
    m_deployment.setRateLimit(1'000'000);
    m_deployment.suspend(person, false);
    m_deployment.world().links.clear();
    configureProviders();
    m_token = m_deployment.mintToken(TokenScope::All, person);
    m_deviceCode.clear();
}

void Stage::configureProviders()
{
    QStringList present;
    for (const auto &provider : m_deployment.world().providers) {
        present.append(provider->config().id);
        const Knobs fresh{.isDead = provider->config().id == "dead"_L1};
        provider->knobs() = fresh;
    }
    const QList<ProviderConfig> wanted = recordedProviders();
    const bool isComplete = std::equal(
        wanted.cbegin(), wanted.cend(), present.cbegin(), present.cend(),
        [](const ProviderConfig &config, const QString &id) { return config.id == id; });
    if (isComplete)
        return;
    m_deployment.world().providers.clear();
    for (const ProviderConfig &config : wanted)
        m_deployment.addProvider(config).knobs().isDead = config.id == "dead"_L1;
}

void Stage::linkOne(const QString &id)
{
    Grant grant;
    if (id == "gitea"_L1)
        grant = {.life = 1h, .renewable = true};
    else if (id == "norefresh"_L1)
        grant = {.life = -3s, .renewable = true};
    m_deployment.link(id, grant, person);
}

void Stage::linkOnly(const QStringList &ids)
{
    m_deployment.world().links.clear();
    for (const QString &id : ids)
        linkOne(id);
}

void Stage::linkEverything()
{
    linkOnly({u"github"_s, u"gitlab"_s, u"gitea"_s, u"norefresh"_s, u"github-web"_s, u"azure"_s,
              u"linear"_s, u"leaving"_s, u"slow"_s});
}

void Stage::linkAsOf(const RecordedAnswer &recorded)
{
    linkOnly(linkedProviders(recorded));
}

void Stage::startDevice(const QString &provider)
{
    const ProviderAnswer answer = m_deployment.provider(provider).startDevice();
    Q_UNUSED(answer)
    m_deviceCode = m_deployment.provider(provider).grants().back().deviceCode;
}

void Stage::setCheck(Knobs::Check check)
{
    // All three stood on the same host
    for (const QString &id : {u"github"_s, u"github-web"_s, u"leaving"_s})
        knobs(id).check = check;
}

void Stage::tokenScene(const QString &rest)
{
    if (rest == "malformed"_L1)
        m_token = u"nonsense"_s;
    else if (rest == "unknown-key"_L1)
        m_token = u"AAAAAAAAAA-BBBBBBBBBBBBBBBBBBBBBB"_s;
    else if (rest == "wrong-secret"_L1)
        m_token = idOf(m_token) + u"-BBBBBBBBBBBBBBBBBBBBBB"_s;
}

void Stage::keyScene(const QString &rest)
{
    if (rest.isEmpty() || rest == "deleted-use"_L1) {
        m_deployment.revokeToken(m_token);
        return;
    }
    if (rest == "self"_L1 || rest == "deleted"_L1)
        m_request.path = "/api/v2/users/me/keys/" + idOf(m_token).toLatin1();
}

void Stage::suspendedScene(const QString &)
{
    m_deployment.suspend(person);
}

void Stage::orphanScene(const QString &)
{
    if (m_request.path.endsWith("/leaving"))
        linkOne(u"leaving"_s);
    else
        linkAsOf(*m_recorded);
    m_deployment.removeProvider(u"leaving"_s);
}

void Stage::noProviderScene(const QString &)
{
    linkAsOf(*m_recorded);
    m_deployment.world().providers.clear();
}

void Stage::builtInScene(const QString &)
{
    m_deployment.world().providers.clear();
    m_deployment.addProvider(builtInProvider());
}

void Stage::rateLimitScene(const QString &rest)
{
    linkAsOf(*m_recorded);
    m_deployment.setRateLimit(3);
    m_deployment.advance(61s); // a minute of its own
    askList(m_deployment, m_token, rest.toInt());
}

void Stage::redirectScene(const QString &)
{
    m_deployment.misbehave(
        {.kind = Misconduct::Kind::Redirect, .location = QUrl(u"http://coder.example:7080"_s)});
}

} // namespace simulated

// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/coderpages.h"
#include "deployment/codersite.h"
#include "deployment/control.h"
#include "deployment/httpserver.h"
#include "deployment/misconduct.h"
#include "deployment/providerpages.h"
#include "deployment/requestlog.h"
#include "deployment/testauthority.h"
#include "deployment/world.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

namespace simulated {

/// A Coder deployment of a chosen generation and the git providers behind it, over real HTTP on
/// loopback, with everything a test or a demonstration may want to happen to them.
///
/// One user, ada, is there from the start. Providers and Coder have an origin each, so that what is
/// sent to the wrong one shows. How long a link lives, a key or a device code is measured on a
/// clock that advance() turns forward.
class Deployment : public QObject
{
    Q_OBJECT

public:
    /// The health of `github` in the standard set.
    enum class GitHub { Linked, NotLinked };

    explicit Deployment(Generation generation = Generation::Gen26b, QObject *parent = nullptr);
    ~Deployment() override;

    /// To be said before listen(): both servers speak TLS, vouched for by \a authority.
    void useTls(const TestAuthority &authority);
    /// Starts both servers; \a port is Coder's.
    [[nodiscard]] bool listen(quint16 port = 0);
    [[nodiscard]] QUrl url() const { return m_coderServer.url(); }
    /// Where the providers' pages are; `providerUrl()/ID/login/device`. Up even while Coder is
    /// down.
    [[nodiscard]] QUrl providerUrl() const { return m_providerServer.url(); }
    [[nodiscard]] const GenerationTraits &traits() const { return m_world.traits; }
    /// Everything there is, for what the methods below do not cover.
    [[nodiscard]] World &world() { return m_world; }

    [[nodiscard]] Instant now() const { return m_world.clock.now(); }
    void advance(std::chrono::seconds by) { m_world.clock.advance(by); }

    // People and their tokens; a name that is not there is a mistake of the test.
    void addUser(const QString &username, const QString &fullName);
    void suspend(const QString &username, bool isSuspended = true);
    [[nodiscard]] QString mintToken(TokenScope scope = TokenScope::All,
                                    const QString &username = QStringLiteral("ada"));
    /// An API token, as a person makes it for a script.
    [[nodiscard]] QString mintApiToken(TokenScope scope,
                                       const QString &username = QStringLiteral("ada"));
    void revokeToken(const QString &token);
    void expireToken(const QString &token);

    // Providers and links.
    GitProvider &addProvider(const ProviderConfig &config);
    /// A set with every health.
    void addStandardProviders(GitHub gitHub = GitHub::Linked);
    /// Its links stay and are orphans from now on.
    void removeProvider(const QString &id);
    [[nodiscard]] GitProvider &provider(const QString &id);
    [[nodiscard]] ProviderKnobs &knobs(const QString &id) { return provider(id).knobs(); }
    /// Links without any request, as if it had been done in the browser.
    Link &link(const QString &providerId, const Grant &grant = {},
               const QString &username = QStringLiteral("ada"));
    bool unlink(const QString &providerId, const QString &username = QStringLiteral("ada"));
    /// Null where there is none. The pointer does not outlive the next change of links.
    [[nodiscard]] Link *linkTo(const QString &providerId,
                               const QString &username = QStringLiteral("ada"));

    // What a person does with a user code; false where no provider gave that code.
    bool approve(const QString &userCode, const QString &login = {});
    bool deny(const QString &userCode);
    bool expire(const QString &userCode);
    /// The newest code of a provider; empty where it gave none.
    [[nodiscard]] QString newestUserCode(const QString &providerId);

    // Misconduct. The first that concerns a request is carried out; the pages and /control/ are
    // spared.
    void misbehave(const Misconduct &misconduct) { m_misconducts.append(misconduct); }
    void behave() { m_misconducts.clear(); }
    /// Lets go of everything held; returns how much that was.
    int release();
    [[nodiscard]] qsizetype heldCount() const { return m_held.size(); }
    /// Refuses connections, and drops those there are, until comeBack().
    void goDown() { m_coderServer.close(); }
    [[nodiscard]] bool comeBack() { return m_coderServer.listen(); }
    /// Down for so long; the control surface's way, since it cannot be reached to say comeBack().
    void goDownFor(std::chrono::milliseconds time);
    /// 0 is none.
    void setRateLimit(int perMinute) { m_world.rateLimit = perMinute; }

    // What was asked.
    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }
    [[nodiscard]] QList<Request> requestsTo(const QByteArray &method, const QByteArray &path) const;
    [[nodiscard]] const QList<ProviderRequest> &providerRequests() const
    {
        return m_providerRequests;
    }
    void forgetRequests();
    [[nodiscard]] qsizetype openConnections() const { return m_coderServer.openConnections(); }

signals:
    /// Before it is looked at, let alone answered.
    void requestArrived(const simulated::Request &request);
    void providerAsked(const simulated::ProviderRequest &request);

private:
    struct Held {
        HttpRequest request{};
        HttpReply reply{nullptr};
        qsizetype index = 0;
        std::optional<HttpResponse> answer{};
    };

    void take(const HttpRequest &request, const HttpReply &reply);
    void takeCoderRequest(const HttpRequest &request, const HttpReply &reply);
    void answerTruly(const HttpRequest &request, const HttpReply &reply, qsizetype index);
    void deliver(const HttpResponse &response, const HttpReply &reply, qsizetype index);
    void carryOut(const Misconduct &misconduct, const HttpRequest &request, const HttpReply &reply,
                  qsizetype index);
    [[nodiscard]] std::optional<Misconduct> misconductFor(const HttpRequest &request);
    [[nodiscard]] qsizetype note(const HttpRequest &request);
    [[nodiscard]] User &user(const QString &username);

    World m_world;
    CoderSite m_site;
    CoderPages m_coderPages;
    ProviderPages m_providerPages;
    Control m_control;
    QList<Misconduct> m_misconducts;
    QList<Held> m_held;
    QList<Request> m_requests;
    QHash<QByteArray, int> m_transmissions;
    QList<ProviderRequest> m_providerRequests;
    QTimer m_comeBackTimer;
    HttpServer m_coderServer;
    HttpServer m_providerServer;
};

} // namespace simulated

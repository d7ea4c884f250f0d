// SPDX-License-Identifier: MIT
#include "deployment/checks/rawclient.h"
#include "deployment/deployment.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace simulated;

namespace {

using Kind = Misconduct::Kind;

constexpr auto buildInfo = "/api/v2/buildinfo";
constexpr auto keys = "/api/v2/users/me/keys";

} // namespace

/// What the deployment can do to a client, seen from the wire.
class TestMisconduct : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void hangsAndKeepsTheConnection();
    void resetsTheConnection();
    void cutsTheBodyItPromised();
    void sendsGarbageInsteadOfHttp();
    void headersNeverEnd();
    void bodyNeverEnds();
    void dripsTheTrueAnswer();
    void servesAPageThatIsNotCoders();
    void redirectsWithoutCodersHeaders();
    void answersAnyStatusWithOrWithoutCodersHeaders();
    void rateLimitsInCodersWords();
    void sendsRawBytes();
    void heldRequestHasNoEffectBeforeItsRelease();
    void heldAnswerHasItsEffectAtOnce();
    void takesEffectWhereItIsTold();
    void concernsOnlyWhatItNames();
    void endsAfterSoManyRequests();
    void refusesConnectionsWhileDown();
    void countsTransmissions();
    void tellsOfARequestBeforeAnsweringIt();

private:
    [[nodiscard]] HttpRequest get(const QByteArray &path = buildInfo) const;
    [[nodiscard]] HttpRequest mintRequest() const;
    [[nodiscard]] HttpResponse ask(const HttpRequest &request) const;
    [[nodiscard]] std::unique_ptr<RawClient> send(const HttpRequest &request) const;
    [[nodiscard]] size_t keyCount() const { return m_deployment->world().keyring.keys().size(); }

    std::unique_ptr<Deployment> m_deployment;
    QByteArray m_token;
};

void TestMisconduct::init()
{
    m_deployment = std::make_unique<Deployment>();
    QVERIFY(m_deployment->listen());
    m_token = m_deployment->mintToken().toLatin1();
}

HttpRequest TestMisconduct::get(const QByteArray &path) const
{
    return {.method = "GET"_ba, .path = path, .headers = {{"Coder-Session-Token"_ba, m_token}}};
}

HttpRequest TestMisconduct::mintRequest() const
{
    HttpRequest request = get(keys);
    request.method = "POST"_ba;
    return request;
}

HttpResponse TestMisconduct::ask(const HttpRequest &request) const
{
    return RawClient::ask(m_deployment->url(), request);
}

std::unique_ptr<RawClient> TestMisconduct::send(const HttpRequest &request) const
{
    auto client = std::make_unique<RawClient>(m_deployment->url());
    client->send(request);
    return client;
}

void TestMisconduct::hangsAndKeepsTheConnection()
{
    m_deployment->misbehave({.kind = Kind::Hang});
    const auto client = send(get());
    QTRY_COMPARE(m_deployment->requests().size(), 1);
    // Another answer has come and gone meanwhile
    m_deployment->behave();
    QCOMPARE(ask(get()).status, 200);
    QVERIFY(client->isOpen());
    QVERIFY(client->bytes().isEmpty());
    QCOMPARE(m_deployment->requests().first().status, 0);
}

void TestMisconduct::resetsTheConnection()
{
    m_deployment->misbehave({.kind = Kind::Reset});
    const auto client = send(get());
    QTRY_COMPARE(m_deployment->requests().size(), 1);
    QTRY_VERIFY(!client->isOpen());
    QVERIFY(client->bytes().isEmpty());
}

void TestMisconduct::cutsTheBodyItPromised()
{
    const HttpResponse whole = ask(get());
    m_deployment->misbehave({.kind = Kind::CutBody});
    const auto client = send(get());
    QTRY_VERIFY(!client->bytes().isEmpty() && !client->isOpen());
    const HttpResponse cut = client->answer();
    QCOMPARE(cut.status, 0);
    QCOMPARE(headerValue(cut.headers, "Content-Length").toLongLong(), whole.body.size());
    QVERIFY(!cut.body.isEmpty());
    QVERIFY(whole.body.startsWith(cut.body) && cut.body.size() < whole.body.size());
}

void TestMisconduct::sendsGarbageInsteadOfHttp()
{
    m_deployment->misbehave({.kind = Kind::GarbageStatus});
    const auto client = send(get());
    QTRY_VERIFY(!client->bytes().isEmpty() && !client->isOpen());
    QVERIFY(!client->bytes().startsWith("HTTP/"));
}

void TestMisconduct::headersNeverEnd()
{
    m_deployment->misbehave({.kind = Kind::EndlessHeaders});
    const auto client = send(get());
    QTRY_VERIFY(client->bytes().size() > 1'000'000);
    QVERIFY(!client->bytes().contains("\r\n\r\n"));
    QVERIFY(client->isOpen());
}

void TestMisconduct::bodyNeverEnds()
{
    m_deployment->misbehave({.kind = Kind::EndlessBody});
    const auto client = send(get());
    QTRY_VERIFY(client->bytes().size() > 4'000'000);
    QVERIFY(client->bytes().startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(client->bytes().contains("X-Coder-Build-Version"));
    QVERIFY(client->isOpen());
}

void TestMisconduct::dripsTheTrueAnswer()
{
    m_deployment->misbehave({.kind = Kind::Drip, .pace = std::chrono::milliseconds{1}});
    const auto client = send(get("/api/v2/"));
    QSignalSpy closed(client.get(), &RawClient::closed);
    QTRY_VERIFY(!client->bytes().isEmpty());
    QVERIFY(client->bytes().size() < 200);
    QVERIFY(closed.wait());
    QCOMPARE(client->answer().status, 200);
}

void TestMisconduct::servesAPageThatIsNotCoders()
{
    m_deployment->misbehave({.kind = Kind::HtmlPage});
    const HttpResponse page = ask(get());
    QCOMPARE(page.status, 200);
    QVERIFY(headerValue(page.headers, "Content-Type").startsWith("text/html"));
    QVERIFY(!hasHeader(page.headers, "X-Coder-Build-Version"));
    QVERIFY(page.body.contains("<html"));
}

void TestMisconduct::redirectsWithoutCodersHeaders()
{
    m_deployment->misbehave(
        {.kind = Kind::Redirect, .location = QUrl(u"http://other.example:7080"_s)});
    const HttpResponse answer = ask(get());
    QCOMPARE(answer.status, 307);
    QCOMPARE(headerValue(answer.headers, "Location"), "http://other.example:7080"_ba);
    QVERIFY(!hasHeader(answer.headers, "X-Coder-Build-Version"));
}

void TestMisconduct::answersAnyStatusWithOrWithoutCodersHeaders()
{
    m_deployment->misbehave(
        {.kind = Kind::Status, .times = 1, .status = 503, .body = "<html>maintenance</html>"_ba});
    m_deployment->misbehave(Misconduct::coderError(500, u"Broken."_s, u"all of it"_s));
    const HttpResponse gateways = ask(get());
    QCOMPARE(gateways.status, 503);
    QVERIFY(!hasHeader(gateways.headers, "X-Coder-Build-Version"));
    const HttpResponse coders = ask(get());
    QCOMPARE(coders.status, 500);
    QVERIFY(hasHeader(coders.headers, "X-Coder-Build-Version"));
    QCOMPARE(headerValue(coders.headers, "Content-Type"), "application/json; charset=utf-8"_ba);
    QCOMPARE(coders.body,
             R"({"message":"Broken.","detail":"all of it"})"
             "\n"_ba);
}

void TestMisconduct::rateLimitsInCodersWords()
{
    m_deployment->misbehave({.kind = Kind::RateLimited});
    const HttpResponse answer = ask(get());
    QCOMPARE(answer.status, 429);
    QCOMPARE(headerValue(answer.headers, "Retry-After"), "60"_ba);
    QVERIFY(hasHeader(answer.headers, "X-Coder-Build-Version"));
    QVERIFY(answer.body.contains("rate limited"));
}

void TestMisconduct::sendsRawBytes()
{
    const QByteArray bytes = "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}"_ba;
    m_deployment->misbehave({.kind = Kind::Raw, .body = bytes});
    const auto client = send(get());
    QTRY_VERIFY(!client->bytes().isEmpty() && !client->isOpen());
    QCOMPARE(client->bytes(), bytes);
}

void TestMisconduct::heldRequestHasNoEffectBeforeItsRelease()
{
    const size_t before = keyCount();
    m_deployment->misbehave({.kind = Kind::HoldRequest, .times = 1});
    const auto client = send(mintRequest());
    QTRY_COMPARE(m_deployment->heldCount(), 1);
    QCOMPARE(keyCount(), before);
    QCOMPARE(m_deployment->release(), 1);
    QCOMPARE(keyCount(), before + 1);
    QTRY_COMPARE(client->answer().status, 201);
}

void TestMisconduct::heldAnswerHasItsEffectAtOnce()
{
    const size_t before = keyCount();
    m_deployment->misbehave({.kind = Kind::HoldAnswer, .times = 1});
    const auto client = send(mintRequest());
    QTRY_COMPARE(m_deployment->heldCount(), 1);
    QCOMPARE(keyCount(), before + 1);
    QVERIFY(client->bytes().isEmpty());
    QCOMPARE(m_deployment->release(), 1);
    QTRY_COMPARE(client->answer().status, 201);
    QCOMPARE(m_deployment->requests().first().status, 201);
}

void TestMisconduct::takesEffectWhereItIsTold()
{
    const size_t before = keyCount();
    m_deployment->misbehave({.kind = Kind::Status, .times = 1, .status = 502});
    QCOMPARE(ask(mintRequest()).status, 502);
    QCOMPARE(keyCount(), before);
    m_deployment->misbehave({.kind = Kind::Status, .takesEffect = true, .status = 502});
    QCOMPARE(ask(mintRequest()).status, 502);
    QCOMPARE(keyCount(), before + 1);
}

void TestMisconduct::concernsOnlyWhatItNames()
{
    m_deployment->misbehave({.kind = Kind::Status,
                             .method = "GET"_ba,
                             .path = "/api/v2/external-auth*"_ba,
                             .status = 504});
    QCOMPARE(ask(get()).status, 200);
    QCOMPARE(ask(mintRequest()).status, 201);
    QCOMPARE(ask(get("/api/v2/external-auth/github")).status, 504);
    m_deployment->behave();
    m_deployment->misbehave({.kind = Kind::Status, .path = buildInfo, .status = 504});
    QCOMPARE(ask(get("/api/v2/external-auth")).status, 200);
    QCOMPARE(ask(get()).status, 504);
}

void TestMisconduct::endsAfterSoManyRequests()
{
    m_deployment->misbehave({.kind = Kind::Status, .times = 2, .status = 503});
    QCOMPARE(ask(get()).status, 503);
    QCOMPARE(ask(get()).status, 503);
    QCOMPARE(ask(get()).status, 200);
}

void TestMisconduct::refusesConnectionsWhileDown()
{
    const QUrl address = m_deployment->url();
    m_deployment->misbehave({.kind = Kind::Hang, .times = 1});
    const auto waiting = send(get());
    QTRY_COMPARE(m_deployment->requests().size(), 1);
    m_deployment->goDown();
    QTRY_VERIFY(!waiting->isOpen());
    const auto refused = send(get());
    QTRY_VERIFY(refused->wasRefused());
    QVERIFY(m_deployment->comeBack());
    QCOMPARE(m_deployment->url(), address);
    QCOMPARE(ask(get()).status, 200);
}

void TestMisconduct::countsTransmissions()
{
    m_deployment->misbehave({.kind = Kind::Reset});
    for (int i = 0; i < 2; ++i) {
        const auto client = send(mintRequest());
        QTRY_COMPARE(m_deployment->requests().size(), i + 1);
    }
    QCOMPARE(m_deployment->requestsTo("POST", keys).last().transmission, 2);
    m_deployment->forgetRequests();
    m_deployment->behave();
    QCOMPARE(ask(mintRequest()).status, 201);
    const QList<Request> asked = m_deployment->requestsTo("POST", keys);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().transmission, 1);
    QVERIFY(asked.first().hadToken && asked.first().isTokenValid);
    QCOMPARE(asked.first().header("coder-session-token"), m_token);
}

void TestMisconduct::tellsOfARequestBeforeAnsweringIt()
{
    QList<size_t> keysThen;
    auto counter = [this, counts = &keysThen](const Request &) { counts->append(keyCount()); };
    connect(m_deployment.get(), &Deployment::requestArrived, this, counter);
    const size_t before = keyCount();
    QCOMPARE(ask(mintRequest()).status, 201);
    QCOMPARE(keysThen, QList<size_t>{before});
    QCOMPARE(keyCount(), before + 1);
}

QTEST_GUILESS_MAIN(TestMisconduct)
#include "tst_misconduct.moc"

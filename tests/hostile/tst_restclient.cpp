// SPDX-License-Identifier: MIT
#include "coder/restclient.h"
#include "hostile/rawserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTestEventLoop>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = ApiError::Kind;
using Layer = ApiError::Layer;
using Sent = ApiError::Sent;
using Verb = RestCall::Verb;

Q_DECLARE_METATYPE(ApiError::Kind)
Q_DECLARE_METATYPE(ApiError::Layer)
Q_DECLARE_METATYPE(ApiError::Sent)
Q_DECLARE_METATYPE(RestCall::Verb)

/// What a buggy or hostile server can do to us, over plain
/// sockets.
class TestRestClient : public QObject
{
    Q_OBJECT

private slots:
    void followsNoRedirect_data();
    void followsNoRedirect();
    void namesTheHostItWasSentTo_data();
    void namesTheHostItWasSentTo();
    void sendsAOneShotBodyToNoRedirect();
    void replaysNoCookie();
    void answersNoAuthenticationDemand_data();
    void answersNoAuthenticationDemand();
    void saysWhatItIsAndNothingMore();
    void takesNoEncodedAnswer_data();
    void takesNoEncodedAnswer();
    void inflatesNothing();
    void staysSmallInAFlood_data();
    void staysSmallInAFlood();
    void takesABodyUpToTheLimit_data();
    void takesABodyUpToTheLimit();
    void survivesAnEndlessHeaderBlock_data();
    void survivesAnEndlessHeaderBlock();
    void outlivesAFloodWhoseReceiverDied();
    void endsInAFloodWithoutBlocking();
    void timesOutOnSilence_data();
    void timesOutOnSilence();
    void waitsLongerForAList();
    void judgesEveryStatus_data();
    void judgesEveryStatus();
    void judgesInTheRightOrder_data();
    void judgesInTheRightOrder();
    void believesNoBrokenAnswer_data();
    void believesNoBrokenAnswer();
    void believesNoOddJson_data();
    void believesNoOddJson();
    void takesWhatIsRight_data();
    void takesWhatIsRight();
    void sendsAOneShotBodyOnce_data();
    void sendsAOneShotBodyOnce();
    void saysWhetherItMayHaveHadAnEffect_data();
    void saysWhetherItMayHaveHadAnEffect();
    void goesOnAfterAStaleConnection();
    void readsRetryAfterWithinReason_data();
    void readsRetryAfterWithinReason();
    void goesPastTheProxyToLoopback();
    void sendsTheTokenOnlyWhereItBelongs();
    void forgetsATokenWithItsConnections();
    void tellsOfARefusedTokenOnlyWhereCoderRefusedIt_data();
    void tellsOfARefusedTokenOnlyWhereCoderRefusedIt();
    void tellsNothingOfATokenThatWasReplaced();
    void cleansWhatItShows();
};

namespace {

constexpr const char *token = "ysLo4WDVUd-s8vA6TiiVOzM5uzC9QyIWY";
#ifdef __SANITIZE_ADDRESS__
constexpr qint64 mostGrowth = 24 * 1024; // freed memory is kept aside
constexpr qint64 longestStall = 500;
#else
constexpr qint64 mostGrowth = 5 * 1024; // KiB
constexpr qint64 longestStall = 100;    // ms
#endif

const QByteArray goodBody = R"({"good":true})";

/// For servers that never come to an end: short ones, so that no test waits long, and far apart, so
/// that a busy machine cannot be taken for the other one. Wherever an answer comes, the usual ones
/// hold.
RestLimits shortLimits()
{
    return {.idle = 300ms, .total = 3000ms, .listTotal = 4000ms};
}

/// What came of one call.
struct Outcome {
    int answers = 0;
    bool early = false;
    Answer<QJsonValue> answer = ApiError{};
    qint64 took = 0;

    [[nodiscard]] bool isGood() const
    {
        return answers == 1 && answer && answer->toObject().value("good"_L1).toBool();
    }
    [[nodiscard]] ApiError error() const
    {
        return answer ? ApiError{.status = -1} : answer.error();
    }
};

std::unique_ptr<RestClient> clientOf(const QString &address, const RestLimits &limits = {})
{
    auto client = std::make_unique<RestClient>(*ServerUrl::fromUserInput(address), limits);
    client->setToken(SessionToken::fromBytes(token));
    return client;
}

Outcome ask(RestClient &client, const RestCall &call = {.path = "/thing"})
{
    Outcome outcome;
    QObject receiver;
    QTestEventLoop loop;
    QElapsedTimer timer;
    timer.start();
    client.send(call, receiver, [&](const Answer<QJsonValue> &answer) {
        ++outcome.answers;
        outcome.answer = answer;
        outcome.took = timer.elapsed();
        loop.exitLoop();
    });
    outcome.early = outcome.answers > 0;
    loop.enterLoopMSecs(20'000);
    return outcome;
}

Outcome ask(const RawServer &server, const RestCall &call = {.path = "/thing"},
            const RestLimits &limits = {})
{
    const auto client = clientOf(server.address(), limits);
    return ask(*client, call);
}

Outcome askOne(const QByteArray &bytes)
{
    const RawServer server([&bytes](RawConnection &connection) {
        connection.read();
        connection.write(bytes);
    });
    return ask(server);
}

RestCall postOnce()
{
    return {.verb = Verb::Post,
            .path = "/device",
            .expectedStatus = 204,
            .onceOnlyBody = "{\"device_code\":\"d\"}"};
}

qint64 kibibytes(const char *field)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    const QRegularExpression line(QLatin1String(field) + u":\\s+(\\d+) kB"_s);
    return line.match(QString::fromLatin1(status.readAll())).captured(1).toLongLong();
}

/// From now on VmHWM is the peak since now (proc(5), clear_refs).
bool forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    return file.open(QIODevice::WriteOnly) && file.write("5") == 1 && file.flush();
}

/// The longest time in which the event loop did not come round.
class StallWatch
{
public:
    StallWatch()
    {
        QObject::connect(&m_ticks, &QTimer::timeout, &m_ticks, [this] { look(); });
        m_ticks.start(2);
        m_since.start();
    }
    [[nodiscard]] qint64 longest()
    {
        look();
        return m_longest;
    }

private:
    void look() { m_longest = std::max(m_longest, m_since.restart()); }

    QTimer m_ticks;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

/// Header lines without end.
void flood(RawConnection &connection)
{
    connection.write("HTTP/1.1 200 OK\r\nX-Coder-Build-Version: v2\r\n");
    const QByteArray line = "X-Fill: " + QByteArray(64 * 1024, 'x') + "\r\n";
    while (connection.write(line)) { }
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

} // namespace

void TestRestClient::followsNoRedirect_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Verb>("verb");
    QTest::addColumn<QByteArray>("otherHost");
    for (const int status : {300, 301, 302, 303, 304, 305, 307, 308}) {
        for (const auto &[verb, name] :
             {std::pair{Verb::Get, "GET"}, {Verb::Post, "POST"}, {Verb::Delete, "DELETE"}}) {
            for (const QByteArray &host : {"127.0.0.1"_ba, "127.0.0.2"_ba})
                QTest::addRow("%d %s to %s", status, name, host.constData())
                    << status << verb << host;
        }
    }
}

void TestRestClient::followsNoRedirect()
{
    QFETCH(int, status);
    QFETCH(Verb, verb);
    QFETCH(QByteArray, otherHost);
    const RawServer other(RawServer::saying(coderAnswer(200, goodBody)), otherHost);
    const RawServer server(RawServer::saying(
        coderAnswer(status, "", "Location: http://" + other.authority() + "/api/v2/thing\r\n")));
    const Outcome outcome = ask(server, {.verb = verb, .path = "/thing"});
    QCOMPARE(outcome.error().kind, Kind::Redirected);
    QCOMPARE(outcome.error().status, status);
    QCOMPARE(outcome.error().sent, Sent::Yes);
    QCOMPARE(outcome.error().redirectHost, QString::fromLatin1(other.authority()));
    QCOMPARE(outcome.error().redirectOrigin, u"http://"_s + outcome.error().redirectHost);
    QCOMPARE(server.requestCount(), 1);
    QCOMPARE(other.connections(), 0);
}

void TestRestClient::namesTheHostItWasSentTo_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("host"); // "itself" stands for the server's own
    QTest::newRow("https") << "https://sso.example/login"_ba << u"sso.example"_s;
    QTest::newRow("another alphabet") << "https://b\xc3\xbc"
                                         "cher.example/"_ba
                                      << QString();
    QTest::newRow("another alphabet, encoded")
        << "https://xn--bcher-kva.example/"_ba << u"xn--bcher-kva.example"_s;
    QTest::newRow("a password is not echoed")
        << "https://ada:hunter2@sso.example/"_ba << u"sso.example"_s;
    QTest::newRow("a path") << "/login"_ba << u"itself"_s;
    QTest::newRow("another host by scheme") << "//sso.example/"_ba << u"sso.example"_s;
    QTest::newRow("none") << ""_ba << QString();
    QTest::newRow("rubbish") << "https://a b\\c"_ba << QString();
    QTest::newRow("a file") << "file:///etc/passwd"_ba << QString();
    QTest::newRow("ftp") << "ftp://sso.example/x"_ba << u"sso.example"_s;
    QTest::newRow("markup") << "https://<b>sso</b>/"_ba << QString();
}

void TestRestClient::namesTheHostItWasSentTo()
{
    QFETCH(QByteArray, location);
    QFETCH(QString, host);
    const RawServer server(
        RawServer::saying(coderAnswer(302, "", "Location: " + location + "\r\n")));
    const Outcome outcome = ask(server);
    QCOMPARE(outcome.error().kind, Kind::Redirected);
    const QString expected = host == u"itself"_s ? QString::fromLatin1(server.authority()) : host;
    QCOMPARE(outcome.error().redirectOrigin.isEmpty(),
             outcome.error().redirectHost.isEmpty() || location.startsWith("ftp"));
    if (location.contains("\xc3"))
        QVERIFY(!outcome.error().redirectHost.contains(QRegularExpression(u"[^\\x21-\\x7e]"_s)));
    else
        QCOMPARE(outcome.error().redirectHost, expected);
    QCOMPARE(server.requestCount(), 1);
}

void TestRestClient::sendsAOneShotBodyToNoRedirect()
{
    for (const int status : {301, 302, 303, 307, 308}) {
        const RawServer other(RawServer::saying(coderAnswer(200, goodBody)));
        const RawServer server(RawServer::saying(
            coderAnswer(status, "", "Location: http://" + other.authority() + "/\r\n")));
        QCOMPARE(ask(server, postOnce()).error().kind, Kind::Redirected);
        QCOMPARE(server.requestCount(), 1);
        QCOMPARE(other.connections(), 0);
    }
}

void TestRestClient::replaysNoCookie()
{
    const RawServer server(RawServer::saying(coderAnswer(
        200, goodBody,
        "Set-Cookie: csrf_token=x; Path=/\r\nSet-Cookie: coder_session_token=evil; Path=/\r\n")));
    const auto client = clientOf(server.address());
    for (const Verb verb : {Verb::Get, Verb::Post, Verb::Delete})
        QVERIFY(ask(*client, {.verb = verb, .path = "/thing"}).isGood());
    QCOMPARE(server.requestCount(), 3);
    for (const RawRequest &request : server.requests())
        QVERIFY2(!request.hasHeader("Cookie"), request.head.constData());
}

void TestRestClient::answersNoAuthenticationDemand_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("demand");
    for (const QByteArray &demand :
         {R"(Basic realm="x")"_ba, "NTLM"_ba, "Negotiate"_ba, R"(Bearer realm="coder")"_ba,
          R"(Digest realm="x", nonce="y", qop="auth")"_ba}) {
        QTest::addRow("401 %s", demand.constData()) << 401 << demand;
        QTest::addRow("407 %s", demand.constData()) << 407 << demand;
    }
}

void TestRestClient::answersNoAuthenticationDemand()
{
    QFETCH(int, status);
    QFETCH(QByteArray, demand);
    const QByteArray header
        = (status == 401 ? "WWW-Authenticate: " : "Proxy-Authenticate: ") + demand + "\r\n";
    const RawServer server(RawServer::saying(coderAnswer(status, R"({"message":"no"})", header)));
    const auto client = clientOf(server.address());
    const Outcome outcome = ask(*client);
    QCOMPARE(outcome.answers, 1);
    QCOMPARE(outcome.error().kind, status == 401 ? Kind::SignedOut : Kind::NotCoder);
    QVERIFY(ask(*client).answers == 1);
    for (const RawRequest &request : server.requests()) {
        QVERIFY2(!request.hasHeader("Authorization"), request.head.constData());
        QVERIFY2(!request.hasHeader("Proxy-Authorization"), request.head.constData());
    }
    QCOMPARE(server.requestCount(), 2);
}

void TestRestClient::saysWhatItIsAndNothingMore()
{
    QCoreApplication::setApplicationVersion(u"1.2.3"_s);
    const RawServer server(RawServer::saying(coderAnswer(200, goodBody)));
    QVERIFY(ask(server).isGood());
    const RawRequest request = server.requests().constFirst();
    QCOMPARE(request.path, "/api/v2/thing"_ba);
    QCOMPARE(request.header("User-Agent"), "Fairlead/1.2.3"_ba);
    QCOMPARE(request.header("Accept-Language"), "en"_ba);
    QCOMPARE(request.header("Accept-Encoding"), "identity"_ba);
    QVERIFY(!request.head.contains("Mozilla"));
    QVERIFY(!request.hasHeader("Upgrade"));
    QVERIFY(!request.hasHeader("Referer"));
}

void TestRestClient::takesNoEncodedAnswer_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("identity") << "identity"_ba << true;
    for (const QByteArray &encoding :
         {"gzip"_ba, "GZIP"_ba, "deflate"_ba, "br"_ba, "zstd"_ba, "rot13"_ba, "identity, gzip"_ba})
        QTest::newRow(encoding.constData()) << encoding << false;
}

void TestRestClient::takesNoEncodedAnswer()
{
    QFETCH(QByteArray, encoding);
    QFETCH(bool, isTaken);
    const Outcome outcome
        = askOne(coderAnswer(200, goodBody, "Content-Encoding: " + encoding + "\r\n"));
    QCOMPARE(outcome.isGood(), isTaken);
    if (!isTaken)
        QCOMPARE(outcome.error().kind, Kind::Unreadable);
}

void TestRestClient::inflatesNothing()
{
    // zlib behind Qt's own length: 100 MB of blanks in 100 kB.
    const QByteArray bomb = qCompress(QByteArray(100'000'000, ' '), 9).sliced(4);
    QVERIFY(bomb.size() < 200'000);
    QVERIFY(forgetPeak());
    const qint64 before = kibibytes("VmRSS");
    const Outcome outcome = askOne(coderAnswer(200, bomb, "Content-Encoding: deflate\r\n"));
    QCOMPARE(outcome.error().kind, Kind::Unreadable);
    const qint64 growth = kibibytes("VmHWM") - before;
    QVERIFY2(growth < mostGrowth, qPrintable(QString::number(growth)));
}

void TestRestClient::staysSmallInAFlood_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("with its length") << "Content-Length: 300000000\r\n"_ba;
    QTest::newRow("without length") << "Connection: close\r\nTransfer-Encoding: identity\r\n"_ba;
    QTest::newRow("in chunks") << "Transfer-Encoding: chunked\r\n"_ba;
    QTest::newRow("with a shorter length at first") << "Content-Length: 1048577\r\n"_ba;
}

void TestRestClient::staysSmallInAFlood()
{
    QFETCH(QByteArray, headers);
    std::atomic<qint64> written = 0;
    const RawServer server([&](RawConnection &connection) {
        connection.read();
        connection.write(coderAnswer(200, "", headers));
        const QByteArray piece(64 * 1024, ' ');
        const QByteArray bytes = headers.contains("chunked") ? chunk(piece) : piece;
        while (written < 300'000'000 && connection.write(bytes))
            written += bytes.size();
    });
    QVERIFY(forgetPeak());
    const qint64 before = kibibytes("VmRSS");
    const Outcome outcome = ask(server);
    QCOMPARE(outcome.error().kind, Kind::Unreadable);
    QCOMPARE(outcome.error().layer, Layer::Body);
    QCOMPARE(outcome.error().sent, Sent::Yes);
    const qint64 growth = kibibytes("VmHWM") - before;
    QVERIFY2(growth < mostGrowth, qPrintable(QString::number(growth)));
    QTRY_COMPARE(server.ended(), 1);
    QVERIFY2(written < 20'000'000, qPrintable(QString::number(written)));
}

void TestRestClient::takesABodyUpToTheLimit_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<bool>("isChunked");
    QTest::addColumn<bool>("isTaken");
    const qsizetype limit = 1024 * 1024;
    for (const bool isChunked : {false, true}) {
        const char *how = isChunked ? "chunked" : "with length";
        QTest::addRow("the limit, %s", how) << limit << isChunked << true;
        QTest::addRow("one more, %s", how) << limit + 1 << isChunked << false;
    }
}

void TestRestClient::takesABodyUpToTheLimit()
{
    QFETCH(qsizetype, size);
    QFETCH(bool, isChunked);
    QFETCH(bool, isTaken);
    const QByteArray body = goodBody + QByteArray(size - goodBody.size(), ' ');
    const Outcome outcome = askOne(
        isChunked ? coderAnswer(200, chunk(body) + "0\r\n\r\n", "Transfer-Encoding: chunked\r\n")
                  : coderAnswer(200, body));
    QCOMPARE(outcome.isGood(), isTaken);
    if (!isTaken)
        QCOMPARE(outcome.error().kind, Kind::Unreadable);
}

void TestRestClient::survivesAnEndlessHeaderBlock_data()
{
    QTest::addColumn<bool>("oneLine");
    QTest::newRow("many lines") << false;
    QTest::newRow("one line") << true;
}

void TestRestClient::survivesAnEndlessHeaderBlock()
{
    QFETCH(bool, oneLine);
    const RawServer server([&](RawConnection &connection) {
        const auto request = connection.read();
        if (request && request->path.endsWith("/thing")) {
            connection.write(coderAnswer(200, goodBody));
        } else if (oneLine) {
            connection.write("HTTP/1.1 200 OK\r\nX-Fill: ");
            while (connection.write(QByteArray(64 * 1024, 'x'))) { }
        } else {
            flood(connection);
        }
    });
    const RawServer other(RawServer::saying(coderAnswer(200, goodBody)));
    const auto client = clientOf(server.address(), shortLimits());
    const auto neighbour = clientOf(other.address());
    StallWatch watch;
    QObject receiver;
    Outcome flooded;
    QElapsedTimer timer;
    timer.start();
    client->send({.path = "/flood"}, receiver, [&](const Answer<QJsonValue> &answer) {
        ++flooded.answers;
        flooded.answer = answer;
        flooded.took = timer.elapsed();
    });
    QTRY_COMPARE(server.requestCount(), 1);
    QVERIFY(ask(*neighbour).isGood());
    QTRY_COMPARE(flooded.answers, 1);
    QCOMPARE(flooded.error().kind, Kind::TimedOut);
    QCOMPARE(flooded.error().sent, Sent::Unknown);
    QVERIFY2(flooded.took < 2700,
             qPrintable(QString::number(flooded.took))); // the idle limit, not the total

    QVERIFY(ask(*client).isGood());
    QVERIFY(ask(*neighbour).isGood());
    QVERIFY2(watch.longest() < longestStall, qPrintable(QString::number(watch.longest())));
}

void TestRestClient::outlivesAFloodWhoseReceiverDied()
{
    const RawServer server([](RawConnection &connection) {
        const auto request = connection.read();
        if (request && request->path.endsWith("/flood"))
            flood(connection);
        else
            connection.write(coderAnswer(200, goodBody));
    });
    const auto client = clientOf(server.address(), shortLimits());
    auto receiver = std::make_unique<QObject>();
    int answers = 0;
    client->send({.path = "/flood"}, *receiver, [&](const Answer<QJsonValue> &) { ++answers; });
    QTRY_COMPARE(server.requestCount(), 1);
    receiver.reset();
    // Not even one request is lost to the wedged connection.
    QVERIFY(ask(*client).isGood());
    QCOMPARE(answers, 0);
}

void TestRestClient::endsInAFloodWithoutBlocking()
{
    for (const bool afterTheLimit : {false, true}) {
        const RawServer server([](RawConnection &connection) {
            connection.read();
            flood(connection);
        });
        auto client = clientOf(server.address(), shortLimits());
        QObject receiver;
        int answers = 0;
        client->send({.path = "/flood"}, receiver, [&](const Answer<QJsonValue> &) { ++answers; });
        QTRY_COMPARE(server.requestCount(), 1);
        if (afterTheLimit)
            QTRY_COMPARE(answers, 1);
        QElapsedTimer timer;
        timer.start();
        client.reset();
        QVERIFY2(timer.elapsed() < longestStall, qPrintable(QString::number(timer.elapsed())));
    }
}

void TestRestClient::timesOutOnSilence_data()
{
    QTest::addColumn<QByteArray>("first"); // at once
    QTest::addColumn<QByteArray>("drip");  // and then every 50 ms
    QTest::addColumn<int>("atLeast");
    QTest::addColumn<int>("atMost");
    QTest::addColumn<Layer>("layer");
    QTest::addColumn<Sent>("sent");

    QTest::newRow("silence") << ""_ba
                             << ""_ba << 280 << 2700 << Layer::Http << Sent::Unknown;
    QTest::newRow("half a status line") << "HTTP/1.1 2"_ba
                                        << ""_ba << 280 << 2700 << Layer::Http << Sent::Unknown;
    QTest::newRow("half a header block") << "HTTP/1.1 200 OK\r\nA: b\r\n"_ba
                                         << ""_ba << 280 << 2700 << Layer::Http << Sent::Unknown;
    QTest::newRow("a dripping header block")
        << "HTTP/1.1 200 OK\r\n"_ba
        << "A: b\r\n"_ba << 280 << 2700 << Layer::Http << Sent::Unknown;
    QTest::newRow("headers, then silence") << coderAnswer(200, "", "Content-Length: 500\r\n")
                                           << ""_ba << 280 << 2700 << Layer::Body << Sent::Yes;
    QTest::newRow("a beginning, then silence") << coderAnswer(200, "{", "Content-Length: 500\r\n")
                                               << ""_ba << 280 << 2700 << Layer::Body << Sent::Yes;
    QTest::newRow("a byte at a time") << coderAnswer(200, "{", "Content-Length: 500\r\n") << " "_ba
                                      << 2840 << 7000 << Layer::Body << Sent::Yes;
    QTest::newRow("a chunk size without end")
        << coderAnswer(200, "", "Transfer-Encoding: chunked\r\n") << "0"_ba << 280 << 7000
        << Layer::Body << Sent::Yes;
}

void TestRestClient::timesOutOnSilence()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, drip);
    QFETCH(int, atLeast);
    QFETCH(int, atMost);
    const RawServer server([&](RawConnection &connection) {
        const auto request = connection.read();
        if (request && request->path.endsWith("/next")) {
            connection.write(coderAnswer(200, goodBody));
            return;
        }
        connection.write(first);
        while (connection.stayFor(50ms) && connection.write(drip)) { }
    });
    const auto client = clientOf(server.address(), shortLimits());
    const Outcome outcome = ask(*client);
    QCOMPARE(outcome.answers, 1);
    QCOMPARE(outcome.error().kind, Kind::TimedOut);
    QTEST(outcome.error().layer, "layer");
    QTEST(outcome.error().sent, "sent");
    QVERIFY2(outcome.took >= atLeast && outcome.took < atMost,
             qPrintable(QString::number(outcome.took)));
    QVERIFY(ask(*client, {.path = "/next"}).isGood());
}

void TestRestClient::waitsLongerForAList()
{
    const RestCall list{.path = "/list", .patience = RestCall::Patience::List};
    const RawServer slow([](RawConnection &connection) {
        connection.read();
        connection.stayFor(600ms); // twice the idle limit
        connection.write(coderAnswer(200, goodBody));
        connection.stay();
    });
    QVERIFY(ask(slow, list, shortLimits()).isGood());

    const RawServer silent([](RawConnection &connection) {
        connection.read();
        connection.stay();
    });
    const Outcome never = ask(silent, list, shortLimits());
    QCOMPARE(never.error().kind, Kind::TimedOut);
    QVERIFY2(never.took >= 3790 && never.took < 8000, qPrintable(QString::number(never.took)));

    // Once it has begun, the idle limit counts.
    const RawServer stuck([](RawConnection &connection) {
        connection.read();
        connection.write(coderAnswer(200, "{", "Content-Length: 500\r\n"));
        connection.stay();
    });
    const Outcome begun = ask(stuck, list, shortLimits());
    QCOMPARE(begun.error().kind, Kind::TimedOut);
    QVERIFY2(begun.took < 3600, qPrintable(QString::number(begun.took)));
}

void TestRestClient::judgesEveryStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Kind>("html"); // a page of whoever
    QTest::addColumn<Kind>("json"); // Coder's own words
    QTest::addColumn<Kind>("bare"); // Coder's header and nothing else
    const auto add = [](int status, Kind html, Kind json, Kind bare) {
        QTest::addRow("%d", status) << status << html << json << bare;
    };
    for (const int status : {201, 202, 203, 206, 207})
        add(status, Kind::NotCoder, Kind::Unreadable, Kind::Unreadable);
    add(200, Kind::NotCoder, Kind::Unreadable, Kind::Unreadable); // its body is not JSON here
    add(401, Kind::NotCoder, Kind::SignedOut, Kind::Unreadable);
    add(403, Kind::NotCoder, Kind::Forbidden, Kind::Unreadable);
    add(404, Kind::NotCoder, Kind::NotFound, Kind::Unreadable);
    add(407, Kind::NotCoder, Kind::NotCoder, Kind::NotCoder);
    add(429, Kind::Throttled, Kind::Throttled, Kind::Throttled);
    for (const int status : {400, 402, 405, 409, 410, 412, 418, 428, 451, 499})
        add(status, Kind::NotCoder, Kind::Rejected, Kind::Unreadable);
    for (const int status : {500, 501, 505, 507, 599})
        add(status, Kind::NotCoder, Kind::ServerFault, Kind::ServerFault);
    for (const int status : {502, 503, 504})
        add(status, Kind::ServerFault, Kind::ServerFault, Kind::ServerFault);
}

void TestRestClient::judgesEveryStatus()
{
    QFETCH(int, status);
    QFETCH(Kind, html);
    QFETCH(Kind, json);
    QFETCH(Kind, bare);
    const QByteArray words = status == 200 ? "{\"message\":" : R"({"message":"<b>no</b>"})";
    for (const auto &[kind, type, body] :
         {std::tuple{html, "text/html; charset=utf-8"_ba, "<html>no"_ba},
          {json, "application/json; charset=utf-8"_ba, words},
          {bare, "text/plain"_ba, ""_ba}}) {
        const Outcome outcome = askOne(coderAnswer(status, body, "Content-Type: " + type + "\r\n"));
        QCOMPARE(outcome.answers, 1);
        QVERIFY(!outcome.early);
        QCOMPARE(outcome.error().kind, kind);
        QCOMPARE(outcome.error().status, status);
        QCOMPARE(outcome.error().sent, Sent::Yes);
    }
}

void TestRestClient::judgesInTheRightOrder_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Kind>("kind");
    const auto raw
        = [](const QByteArray &status, const QByteArray &headers, const QByteArray &body) {
              return "HTTP/1.1 " + status + "\r\n" + headers
                  + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
          };
    const QByteArray json = "Content-Type: application/json\r\n";
    QTest::newRow("a redirect without the header")
        << raw("307 x", "Location: https://a.example\r\n", "") << Kind::Redirected;
    QTest::newRow("a gateway's 503")
        << raw("503 x", "Content-Type: text/html\r\n", "<html>") << Kind::ServerFault;
    QTest::newRow("a gateway's 429")
        << raw("429 x", "Content-Type: text/html\r\n", "<html>") << Kind::Throttled;
    QTest::newRow("JSON without the header") << raw("200 x", json, goodBody) << Kind::NotCoder;
    QTest::newRow("a 401 without the header")
        << raw("401 x", json, R"({"message":"no"})") << Kind::NotCoder;
    QTest::newRow("a 404 without the header")
        << raw("404 x", json, R"({"message":"no"})") << Kind::NotCoder;
    QTest::newRow("a 500 without the header")
        << raw("500 x", json, R"({"message":"no"})") << Kind::NotCoder;
    QTest::newRow("nothing but a length") << raw("200 x", "", "") << Kind::NotCoder;
}

void TestRestClient::judgesInTheRightOrder()
{
    QFETCH(QByteArray, bytes);
    QTEST(askOne(bytes).error().kind, "kind");
}

void TestRestClient::believesNoBrokenAnswer_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<Kind>>(
        "kinds"); // where Qt tells the same end in two ways, both are honest
    const QList<Kind> broken{Kind::Offline};
    const QList<Kind> unreadable{Kind::Unreadable};
    const QList<Kind> either{Kind::Offline, Kind::Unreadable};
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    const QByteArray half = goodBody.first(6);

    QTest::newRow("a short body") << coderAnswer(200, half, "Content-Length: 13\r\n") << broken;
    QTest::newRow("a short body that is whole JSON")
        << coderAnswer(200, goodBody, "Content-Length: 500\r\n") << broken;
    QTest::newRow("a long body") << coderAnswer(200, goodBody, "Content-Length: 6\r\n")
                                 << unreadable;
    QTest::newRow("a negative length")
        << coderAnswer(200, half, "Content-Length: -1\r\n") << either;
    QTest::newRow("half a body, closed")
        << coderAnswer(200, half, chunked).replace(chunked, "") << either;
    QTest::newRow("nothing, closed")
        << "HTTP/1.1 200 OK\r\nX-Coder-Build-Version: v2\r\nContent-Type: application/json\r\n\r\n"_ba
        << unreadable;
    QTest::newRow("lost inside a chunk") << coderAnswer(200, "d\r\n" + half, chunked) << either;
    QTest::newRow("lost between chunks") << coderAnswer(200, chunk(half), chunked) << either;
    QTest::newRow("a bad chunk size")
        << coderAnswer(200, "zz\r\n" + goodBody + "\r\n0\r\n\r\n", chunked) << either;
    QTest::newRow("a negative chunk size")
        << coderAnswer(200, "-1\r\n" + goodBody + "\r\n0\r\n\r\n", chunked) << either;
    QTest::newRow("no status line") << "what?\r\n\r\n"_ba << broken;
    QTest::newRow("no HTTP") << QByteArray("\x16\x03\x01\x00\x05\x01\x00\x00\x01\x00", 10)
                             << broken;
    QTest::newRow("a status of letters") << "HTTP/1.1 abc OK\r\n\r\n"_ba << broken;
    QTest::newRow("only a status line")
        << "HTTP/1.1 200 OK\r\n"_ba << QList<Kind>{Kind::Offline, Kind::NotCoder};
    QTest::newRow("closed") << ""_ba << broken;
    QTest::newRow("204 where a body was promised")
        << "HTTP/1.1 204 x\r\nX-Coder-Build-Version: v2\r\n\r\n"_ba << unreadable;
}

void TestRestClient::believesNoBrokenAnswer()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<Kind>, kinds);
    const Outcome outcome = askOne(bytes);
    QCOMPARE(outcome.answers, 1);
    QVERIFY(!outcome.answer);
    QVERIFY2(kinds.contains(outcome.error().kind),
             qPrintable(QString::number(static_cast<int>(outcome.error().kind))));
    QVERIFY(outcome.error().sent != Sent::No);
}

void TestRestClient::believesNoOddJson_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    const QByteArray json = "application/json";
    QTest::newRow("empty") << ""_ba << json;
    QTest::newRow("blanks") << " \n"_ba << json;
    QTest::newRow("cut") << R"({"good":tr)"_ba << json;
    QTest::newRow("two values") << R"({"good":true}{"good":true})"_ba << json;
    QTest::newRow("two values with a comma") << R"({"good":true},{"good":true})"_ba << json;
    QTest::newRow("brackets that do not match") << R"({"good":true}],[{"good":true})"_ba << json;
    QTest::newRow("rubbish behind it") << R"({"good":true}x)"_ba << json;
    QTest::newRow("a zero behind it") << goodBody + QByteArray(1, '\0') << json;
    QTest::newRow("a trailing comma") << R"({"good":true},)"_ba << json;
    QTest::newRow("a byte order mark") << "\xef\xbb\xbf{\"good\":true}"_ba << json;
    QTest::newRow("invalid UTF-8") << "{\"good\":\"\xff\"}"_ba << json;
    QTest::newRow("an overlong letter") << "{\"good\":\"\xc0\xaf\"}"_ba << json;
    QTest::newRow("too deep") << QByteArray(1025, '[') + QByteArray(1025, ']') << json;
    QTest::newRow("a bare word") << "good"_ba << json;
    QTest::newRow("a page called JSON") << "<html></html>"_ba << json;
    QTest::newRow("text/plain") << goodBody << "text/plain"_ba;
    QTest::newRow("text/json") << goodBody << "text/json"_ba;
    QTest::newRow("almost the type") << goodBody << "application/jsonp"_ba;
    QTest::newRow("a problem") << goodBody << "application/problem+json"_ba;
    QTest::newRow("no type") << goodBody << ""_ba;
}

void TestRestClient::believesNoOddJson()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    const Outcome outcome = askOne(coderAnswer(200, body, "Content-Type: " + type + "\r\n"));
    QVERIFY(!outcome.answer);
    QCOMPARE(outcome.error().kind, Kind::Unreadable);
    QCOMPARE(outcome.error().layer, Layer::Body);
}

void TestRestClient::takesWhatIsRight_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("with length") << coderAnswer(200, goodBody);
    QTest::newRow("chunked") << coderAnswer(
        200, chunk(goodBody.first(4)) + chunk(goodBody.sliced(4)) + "0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n");
    QTest::newRow("until closed") << coderAnswer(200, goodBody, "Transfer-Encoding: identity\r\n");
    QTest::newRow("a line break behind it") << coderAnswer(200, goodBody + "\n");
    QTest::newRow("the type in capitals")
        << coderAnswer(200, goodBody, "CONTENT-TYPE: Application/JSON;charset=UTF-8\r\n");
    QTest::newRow("after 100 Continue")
        << "HTTP/1.1 100 Continue\r\n\r\n" + coderAnswer(200, goodBody);
    QTest::newRow("after a thousand of them")
        << QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(1000) + coderAnswer(200, goodBody);
    QTest::newRow("a reason phrase of markup")
        << coderAnswer(200, goodBody).replace("Whatever", "<img src=/dev/zero>");
}

void TestRestClient::takesWhatIsRight()
{
    QFETCH(QByteArray, bytes);
    const Outcome outcome = askOne(bytes);
    QVERIFY2(outcome.isGood(), qPrintable(QString::number(static_cast<int>(outcome.error().kind))));
    QVERIFY(!outcome.early);
}

void TestRestClient::sendsAOneShotBodyOnce_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<bool>("isReset");
    QTest::addColumn<bool>("isKeptAlive"); // a good answer to another request went before
    for (const bool isKeptAlive : {false, true}) {
        const char *where = isKeptAlive ? "on a used connection" : "on a fresh one";
        QTest::addRow("closed, %s", where) << ""_ba << false << isKeptAlive;
        QTest::addRow("reset, %s", where) << ""_ba << true << isKeptAlive;
        QTest::addRow("garbage, %s", where) << "what?\r\n\r\n"_ba << false << isKeptAlive;
        QTest::addRow("half an answer, %s", where) << "HTTP/1.1 204 No"_ba << false << isKeptAlive;
    }
}

void TestRestClient::sendsAOneShotBodyOnce()
{
    QFETCH(QByteArray, said);
    QFETCH(bool, isReset);
    QFETCH(bool, isKeptAlive);
    const RawServer server([&](RawConnection &connection) {
        auto request = connection.read();
        if (request && request->path.endsWith("/thing")) {
            connection.write(coderAnswer(200, goodBody));
            request = connection.read();
        }
        connection.write(said);
        if (isReset)
            connection.reset();
    });
    const auto client = clientOf(server.address());
    if (isKeptAlive)
        QVERIFY(ask(*client).isGood());
    const Outcome outcome = ask(*client, postOnce());
    QCOMPARE(outcome.answers, 1);
    QVERIFY(!outcome.answer);
    QCOMPARE(outcome.error().sent, Sent::Unknown);
    QCOMPARE(outcome.error().status, 0);
    const QList<RawRequest> requests = server.requests();
    QCOMPARE(std::count_if(requests.begin(), requests.end(),
                           [](const RawRequest &one) { return one.method == "POST"; }),
             1);
    QCOMPARE(requests.last().body, *postOnce().onceOnlyBody);
}

void TestRestClient::saysWhetherItMayHaveHadAnEffect_data()
{
    QTest::addColumn<Verb>("verb");
    QTest::newRow("GET") << Verb::Get;
    QTest::newRow("DELETE") << Verb::Delete;
    QTest::newRow("POST without body") << Verb::Post;
}

void TestRestClient::saysWhetherItMayHaveHadAnEffect()
{
    QFETCH(Verb, verb);
    const RestCall call{.verb = verb, .path = "/thing"};
    {
        const RawServer server([](RawConnection &connection) { connection.read(); });
        const Outcome outcome = ask(server, call);
        QCOMPARE(outcome.error().kind, Kind::Offline);
        QCOMPARE(outcome.error().layer, Layer::Http);
        QCOMPARE(outcome.error().sent, Sent::Unknown);
        // Qt repeats by itself: harmless here, and whoever unlinks looks again.
        QVERIFY(server.requestCount() >= 1
                && server.requestCount() <= (verb == Verb::Post ? 1 : 4));
    }
    QString nobody;
    {
        const RawServer gone([](RawConnection &) {});
        nobody = gone.address();
    }
    const auto client = clientOf(nobody);
    const Outcome refused = ask(*client, call);
    QCOMPARE(refused.error().kind, Kind::Offline);
    QCOMPARE(refused.error().layer, Layer::Connect);
    QCOMPARE(refused.error().sent, Sent::No);

    const auto lost = clientOf(u"http://127.0.0.1.invalid:1"_s);
    const Outcome unknown = ask(*lost, call);
    QCOMPARE(unknown.error().kind, Kind::Offline);
    QCOMPARE(unknown.error().layer, Layer::Name);
    QCOMPARE(unknown.error().sent, Sent::No);
}

void TestRestClient::goesOnAfterAStaleConnection()
{
    const RawServer server([](RawConnection &connection) {
        connection.read();
        connection.write(coderAnswer(200, goodBody)); // promises to stay, and closes
    });
    const auto client = clientOf(server.address());
    for (int i = 0; i < 5; ++i)
        QVERIFY(ask(*client).isGood());
}

void TestRestClient::readsRetryAfterWithinReason_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds"); // -1: none
    QTest::newRow("a minute") << "60"_ba << 60;
    QTest::newRow("blanks around") << "  60 "_ba << 60;
    QTest::newRow("zero") << "0"_ba << 1;
    QTest::newRow("negative") << "-5"_ba << 1;
    QTest::newRow("a day") << "86400"_ba << 600;
    QTest::newRow("beyond 32 bits") << "9000000000"_ba << 600;
    QTest::newRow("beyond 64 bits") << "9223372036854775808"_ba << -1;
    const QByteArray half = "Wed, 21 Oct 2026 07:28:00 GMT\r\nDate: Wed, 21 Oct 2026 ";
    QTest::newRow("a date") << half + "07:25:30 GMT" << 150; // by the server's own clock
    QTest::newRow("a date of the past") << half + "08:00:00 GMT" << 1;
    QTest::newRow("a date by no clock") << "Wed, 21 Oct 2026 07:28:00 GMT"_ba << -1;
    QTest::newRow("a date that is none") << "Wed, 42 Oct 2026 07:28:00 GMT"_ba << -1;
    QTest::newRow("words") << "soon"_ba << -1;
    QTest::newRow("a fraction") << "1.5"_ba << -1;
    QTest::newRow("nothing") << ""_ba << -1;
}

void TestRestClient::readsRetryAfterWithinReason()
{
    QFETCH(QByteArray, value);
    QFETCH(int, seconds);
    for (const int status : {429, 503}) {
        const Outcome outcome = askOne(coderAnswer(status, "{}", "Retry-After: " + value + "\r\n"));
        QCOMPARE(outcome.error().retryAfter,
                 seconds < 0 ? std::nullopt : std::optional(std::chrono::seconds(seconds)));
    }
}

void TestRestClient::goesPastTheProxyToLoopback()
{
    const RawServer proxy(RawServer::saying(coderAnswer(200, R"({"good":false})")));
    const RawServer server(RawServer::saying(coderAnswer(200, goodBody)));
    qputenv("http_proxy", "http://" + proxy.authority());
    const Outcome direct = ask(server);
    // The trap is live: an ordinary manager walks into it.
    QNetworkAccessManager ordinary;
    const std::unique_ptr<QNetworkReply> reply(
        ordinary.get(QNetworkRequest(QUrl(u"http://coder.invalid/x"_s))));
    QTRY_VERIFY(reply->isFinished());
    qunsetenv("http_proxy");
    QCOMPARE(proxy.requestCount(), 1);
    QCOMPARE(proxy.requests().constFirst().path, "http://coder.invalid/x"_ba);
    QVERIFY(direct.isGood());
    QCOMPARE(server.requestCount(), 1);
    QCOMPARE(server.requests().constFirst().path, "/api/v2/thing"_ba);
}

void TestRestClient::sendsTheTokenOnlyWhereItBelongs()
{
    const RawServer server(RawServer::saying(coderAnswer(200, goodBody)));
    const auto client = clientOf(server.address());
    QVERIFY(ask(*client, {.path = "/buildinfo", .withToken = false}).isGood());
    QVERIFY(ask(*client).isGood());
    client->setToken(std::nullopt);
    QVERIFY(ask(*client).isGood());
    const QList<RawRequest> requests = server.requests();
    QVERIFY(!requests.at(0).head.contains(token));
    QCOMPARE(requests.at(1).header("Coder-Session-Token"), QByteArray(token));
    QCOMPARE(requests.at(1).head.count(token), 1);
    QVERIFY(!requests.at(2).hasHeader("Coder-Session-Token"));
}

void TestRestClient::forgetsATokenWithItsConnections()
{
    const RawServer server(RawServer::saying(coderAnswer(200, goodBody)));
    const auto client = clientOf(server.address());
    QVERIFY(ask(*client).isGood());
    QCOMPARE(server.connections(), 1);
    QCOMPARE(server.ended(), 0);
    client->forgetToken();
    QTRY_COMPARE(server.ended(), 1);
    QVERIFY(!client->token());
    QVERIFY(ask(*client).isGood());
    QCOMPARE(server.connections(), 2);
    QVERIFY(!server.requests().constLast().hasHeader("Coder-Session-Token"));
    bool isAnswered = false;
    client->send({.path = "/thing"}, *this,
                 [&isAnswered](const Answer<QJsonValue> &answer) { isAnswered = bool(answer); });
    client->forgetToken(); // what is under way comes to its own end
    QTRY_VERIFY(isAnswered);
}

void TestRestClient::tellsOfARefusedTokenOnlyWhereCoderRefusedIt_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("withToken");
    QTest::addColumn<int>("refusals");
    const QByteArray words = R"({"message":"You are signed out."})";
    QTest::newRow("Coder's 401") << coderAnswer(401, words) << true << 1;
    QTest::newRow("to a request without token") << coderAnswer(401, words) << false << 0;
    QTest::newRow("a portal's page")
        << coderAnswer(401, "<html>", "Content-Type: text/html\r\n") << true << 0;
    QTest::newRow("a gateway's JSON")
        << coderAnswer(401, words).replace("X-Coder-Build-Version", "X-Gateway") << true << 0;
    QTest::newRow("JSON of another shape") << coderAnswer(401, R"({"error":"no"})") << true << 0;
    QTest::newRow("cut JSON") << coderAnswer(401, R"({"message":"You)") << true << 0;
    QTest::newRow("403") << coderAnswer(403, words) << true << 0;
    QTest::newRow("407") << coderAnswer(407, words) << true << 0;
}

void TestRestClient::tellsOfARefusedTokenOnlyWhereCoderRefusedIt()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, withToken);
    const RawServer server(RawServer::saying(bytes));
    const auto client = clientOf(server.address());
    QSignalSpy refused(client.get(), &RestClient::tokenRefused);
    QCOMPARE(ask(*client, {.path = "/thing", .withToken = withToken}).answers, 1);
    QTEST(static_cast<int>(refused.size()), "refusals");
    QVERIFY(client->token()); // nothing deletes it
}

void TestRestClient::tellsNothingOfATokenThatWasReplaced()
{
    std::atomic<bool> go = false;
    const RawServer server([&go](RawConnection &connection) {
        connection.read();
        while (!go && connection.stayFor(5ms)) { }
        connection.write(coderAnswer(401, R"({"message":"You are signed out."})"));
    });
    const auto client = clientOf(server.address(), {});
    QSignalSpy refused(client.get(), &RestClient::tokenRefused);
    QObject receiver;
    std::optional<Kind> kind;
    client->send({.path = "/thing"}, receiver, [&](const Answer<QJsonValue> &answer) {
        if (!answer)
            kind = answer.error().kind;
    });
    QTRY_COMPARE(server.requestCount(), 1);
    client->setToken(SessionToken::fromBytes("another-token"));
    go = true;
    QTRY_VERIFY(kind);
    QCOMPARE(*kind, Kind::SignedOut);
    QCOMPARE(refused.size(), 0);
}

void TestRestClient::cleansWhatItShows()
{
    const QByteArray words = R"({"message":"<b>a\u202eb</b>\n)" + QByteArray(2000, 'x')
        + R"(","detail":"GET https://x.example/a?device_code=s3cret&b=c: {\"user_code\": \"s3cret\"}"})";
    const ApiError error
        = askOne(coderAnswer(400, words,
                             "X-Coder-Request-Id: <b>\x01" + QByteArray(500, 'y') + "\r\n"))
              .error();
    QCOMPARE(error.kind, Kind::Rejected);
    QVERIFY(error.message.plain().startsWith(u"<b>ab</b> xxx"_s));
    QCOMPARE(error.message.plain().size(), UntrustedText::messageLength);
    QVERIFY(!error.detail.plain().contains(u"s3cret"_s));
    QVERIFY(error.detail.plain().contains(u"https://x.example/a"_s));
    QVERIFY(error.requestId.size() <= UntrustedText::nameLength);
    QVERIFY(!error.requestId.contains(u'\x01'));
}

QTEST_GUILESS_MAIN(TestRestClient)
#include "tst_restclient.moc"

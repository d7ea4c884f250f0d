// SPDX-License-Identifier: MIT
#include "coder/coderapi.h"
#include "coder/restclient.h"
#include "hostile/rawserver.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <functional>
#include <memory>

using namespace Qt::StringLiterals;

/// What each method of CoderApi sends, and that its handler runs once, later, or not at all.
class TestCoderApi : public QObject
{
    Q_OBJECT

private slots:
    void asksWhatItSays_data();
    void asksWhatItSays();
    void answersOnceAndNeverBeforeTheCallReturns_data();
    void answersOnceAndNeverBeforeTheCallReturns();
    void deathOfTheReceiverMidRequestIsQuiet_data();
    void deathOfTheReceiverMidRequestIsQuiet();
    void deathOfTheReceiverMidAnswerIsQuiet_data();
    void deathOfTheReceiverMidAnswerIsQuiet();
    void deathOfTheClientMidRequestIsQuiet_data();
    void deathOfTheClientMidRequestIsQuiet();
    void deathBeforeAnythingWasSentIsQuiet_data();
    void deathBeforeAnythingWasSentIsQuiet();
    void aHandlerMayEndEverything_data();
    void aHandlerMayEndEverything();
    void asksNothingWithAnIdThatChangesThePath_data();
    void asksNothingWithAnIdThatChangesThePath();
    void aRefusedIdIsQuietTowardsTheDead();
    void aRefusedTokenMayEndEverything();
    void writesADeviceCodeAsJson();
    void servesManyAtOnce();
};

namespace {

using Called = std::function<void(bool good)>;

/// One method with arguments that are good, and what must come of it on the wire.
struct Method {
    const char *name;
    std::function<void(CoderApi &, QObject &, Called)> call;
    QByteArray verb;
    QByteArray path;
    QByteArray body;
    QByteArray answer;
};

template <typename T>
CoderApi::Handler<T> telling(Called called)
{
    return [called = std::move(called)](const Answer<T> &answer) { called(answer.hasValue()); };
}

const ProviderId &github()
{
    static const ProviderId id(u"github"_s);
    return id;
}

QList<Method> methodsAboutMe()
{
    const QByteArray user = R"({"id":"fec75676","username":"grace"})";
    return {
        {"buildInfo",
         [](CoderApi &api, QObject &to, const Called &done) {
             api.buildInfo(to, telling<BuildInfo>(done));
         },
         "GET", "/api/v2/buildinfo", "", coderAnswer(200, R"({"version":"v2.30.0"})")},
        {"me",
         [](CoderApi &api, QObject &to, const Called &done) { api.me(to, telling<User>(done)); },
         "GET", "/api/v2/users/me", "", coderAnswer(200, user)},
        {"apiKey",
         [](CoderApi &api, QObject &to, const Called &done) {
             api.apiKey(u"ysLo4WDVUd"_s, to, telling<ApiKey>(done));
         },
         "GET", "/api/v2/users/me/keys/ysLo4WDVUd", "", coderAnswer(200, R"({"id":"ysLo4WDVUd"})")},
        {"createKey",
         [](CoderApi &api, QObject &to, const Called &done) {
             api.createKey(to, telling<SessionToken>(done));
         },
         "POST", "/api/v2/users/me/keys", "{}", coderAnswer(201, R"({"key":"abc"})")},
        {"deleteKey",
         [](CoderApi &api, QObject &to, const Called &done) {
             api.deleteKey(u"ysLo4WDVUd"_s, to, telling<Done>(done));
         },
         "DELETE", "/api/v2/users/me/keys/ysLo4WDVUd", "",
         "HTTP/1.1 204 No Content\r\nX-Coder-Build-Version: v2\r\n\r\n"},
    };
}

QList<Method> methodsAboutLinks()
{
    const QByteArray code
        = R"({"device_code":"d","user_code":"ABCD-1234",)"
          R"("verification_uri":"http://127.0.0.1/device","expires_in":900,"interval":5})";
    return {
        {"list",
         [](CoderApi &api, QObject &to, const Called &done) {
             api.list(to, telling<Listing>(done));
         },
         "GET", "/api/v2/external-auth", "", coderAnswer(200, R"({"providers":[],"links":null})")},
        {"details",
         [](CoderApi &api, QObject &to, const Called &done) {
             api.details(github(), to, telling<LinkDetails>(done));
         },
         "GET", "/api/v2/external-auth/github", "", coderAnswer(200, R"({"authenticated":true})")},
        {"unlink",
         [](CoderApi &api, QObject &to, const Called &done) {
             api.unlink(github(), to, telling<UnlinkOutcome>(done));
         },
         "DELETE", "/api/v2/external-auth/github", "", coderAnswer(200, R"("OK")")},
        {"requestDeviceCode",
         [](CoderApi &api, QObject &to, const Called &done) {
             api.requestDeviceCode(github(), to, telling<DeviceCode>(done));
         },
         "GET", "/api/v2/external-auth/github/device", "", coderAnswer(200, code)},
        {"exchangeDeviceCode",
         [](CoderApi &api, QObject &to, const Called &done) {
             api.exchangeDeviceCode(github(), Secret("d3v1c3"), to, telling<Done>(done));
         },
         "POST", "/api/v2/external-auth/github/device", R"({"device_code":"d3v1c3"})",
         "HTTP/1.1 204 No Content\r\nX-Coder-Build-Version: v2\r\n\r\n"},
    };
}

const QList<Method> &methods()
{
    static const QList<Method> all = methodsAboutMe() + methodsAboutLinks();
    return all;
}

void addMethods()
{
    QTest::addColumn<int>("index");
    for (qsizetype i = 0; i < methods().size(); ++i)
        QTest::newRow(methods().at(i).name) << static_cast<int>(i);
}

constexpr const char *token = "ysLo4WDVUd-s8vA6TiiVOzM5uzC9QyIWY";

/// A client of \a server with everything around it.
struct Client {
    explicit Client(const RawServer &server)
        : rest(std::make_unique<RestClient>(*ServerUrl::fromUserInput(server.address()))),
          api(std::make_unique<CoderApi>(*rest)), receiver(std::make_unique<QObject>())
    {
        rest->setToken(SessionToken::fromBytes(token));
    }

    void call(const Method &method)
    {
        method.call(*api, *receiver, [this](bool good) {
            ++answers;
            goodAnswers += good ? 1 : 0;
        });
    }

    std::unique_ptr<RestClient> rest;
    std::unique_ptr<CoderApi> api;
    std::unique_ptr<QObject> receiver;
    int answers = 0;
    int goodAnswers = 0;
};

/// A whole other request through the event loop: whatever was still to come has come by then.
bool anotherRoundTripWorks()
{
    const RawServer server(RawServer::saying(coderAnswer(200, R"({"version":"v2.30.0"})")));
    Client client(server);
    client.call(methods().first());
    return QTest::qWaitFor([&] { return client.goodAnswers == 1; });
}

} // namespace

void TestCoderApi::asksWhatItSays_data()
{
    addMethods();
}

void TestCoderApi::asksWhatItSays()
{
    QFETCH(int, index);
    const Method &method = methods().at(index);
    const RawServer server(RawServer::saying(method.answer));
    Client client(server);
    client.call(method);
    QTRY_COMPARE(client.goodAnswers, 1);

    QCOMPARE(server.requestCount(), 1);
    const RawRequest request = server.requests().constFirst();
    QCOMPARE(request.method, method.verb);
    QCOMPARE(request.path, method.path);
    QCOMPARE(request.body, method.body);
    QCOMPARE(request.hasHeader("Content-Type"), !method.body.isEmpty());
    QCOMPARE(request.header("Host"), server.authority());
    QCOMPARE(request.header("Accept"), "application/json"_ba);
    // The first contact is made without the token.
    QCOMPARE(request.header("Coder-Session-Token"),
             method.path.endsWith("/buildinfo") ? QByteArray() : token);
    QCOMPARE(request.head.count(token), method.path.endsWith("/buildinfo") ? 0 : 1);
}

void TestCoderApi::answersOnceAndNeverBeforeTheCallReturns_data()
{
    addMethods();
}

void TestCoderApi::answersOnceAndNeverBeforeTheCallReturns()
{
    QFETCH(int, index);
    const RawServer server(RawServer::saying(coderAnswer(404, R"({"message":"no"})")));
    Client client(server);
    client.call(methods().at(index));
    QCOMPARE(client.answers, 0);
    QTRY_COMPARE(client.answers, 1);
    QVERIFY(anotherRoundTripWorks());
    QCOMPARE(client.answers, 1);
    QCOMPARE(client.goodAnswers, 0);
}

void TestCoderApi::deathOfTheReceiverMidRequestIsQuiet_data()
{
    addMethods();
}

void TestCoderApi::deathOfTheReceiverMidRequestIsQuiet()
{
    QFETCH(int, index);
    const RawServer server([](RawConnection &connection) {
        if (connection.read())
            connection.stay();
    });
    Client client(server);
    QSignalSpy refused(client.rest.get(), &RestClient::tokenRefused);
    client.call(methods().at(index));
    QTRY_COMPARE(server.requestCount(), 1);
    client.receiver.reset();
    QTRY_COMPARE(server.ended(), 1); // the work ended, too
    QVERIFY(anotherRoundTripWorks());
    QCOMPARE(client.answers, 0);
    QCOMPARE(refused.size(), 0);

    // The client itself goes on.
    client.receiver = std::make_unique<QObject>();
    client.call(methods().at(index));
    QTRY_COMPARE(server.requestCount(), 2);
}

void TestCoderApi::deathOfTheReceiverMidAnswerIsQuiet_data()
{
    addMethods();
}

void TestCoderApi::deathOfTheReceiverMidAnswerIsQuiet()
{
    QFETCH(int, index);
    std::atomic<bool> half = false;
    const RawServer server([&half](RawConnection &connection) {
        connection.read();
        connection.write(coderAnswer(200, R"({"version":)", "Content-Length: 1000\r\n"));
        half = true;
        connection.stay();
    });
    Client client(server);
    client.call(methods().at(index));
    QTRY_VERIFY(half);
    client.receiver.reset();
    QTRY_COMPARE(server.ended(), 1);
    QVERIFY(anotherRoundTripWorks());
    QCOMPARE(client.answers, 0);
}

void TestCoderApi::deathOfTheClientMidRequestIsQuiet_data()
{
    addMethods();
}

void TestCoderApi::deathOfTheClientMidRequestIsQuiet()
{
    QFETCH(int, index);
    const RawServer server([](RawConnection &connection) {
        if (connection.read())
            connection.stay();
    });
    Client client(server);
    client.call(methods().at(index));
    QTRY_COMPARE(server.requestCount(), 1);
    client.api.reset();
    client.rest.reset();
    QTRY_COMPARE(server.ended(), 1);
    QVERIFY(anotherRoundTripWorks());
    QCOMPARE(client.answers, 0);
}

void TestCoderApi::deathBeforeAnythingWasSentIsQuiet_data()
{
    addMethods();
}

void TestCoderApi::deathBeforeAnythingWasSentIsQuiet()
{
    QFETCH(int, index);
    const RawServer server(RawServer::saying(methods().at(index).answer));
    Client client(server);
    client.call(methods().at(index));
    client.receiver.reset();
    Client other(server);
    other.call(methods().at(index));
    other.rest.reset();
    QVERIFY(anotherRoundTripWorks());
    QCOMPARE(client.answers + other.answers, 0);
}

void TestCoderApi::aHandlerMayEndEverything_data()
{
    addMethods();
}

void TestCoderApi::aHandlerMayEndEverything()
{
    QFETCH(int, index);
    const Method &method = methods().at(index);
    const RawServer server(RawServer::saying(method.answer));
    Client client(server);
    method.call(*client.api, *client.receiver, [&](bool) {
        ++client.answers;
        client.receiver.reset();
        client.rest.reset();
    });
    QTRY_COMPARE(client.answers, 1);
    QVERIFY(anotherRoundTripWorks());
    QCOMPARE(client.answers, 1);
}

void TestCoderApi::asksNothingWithAnIdThatChangesThePath_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id :
         {u""_s, u"."_s, u".."_s, u"../users/me"_s, u"a/b"_s, u"%2e%2e"_s, u"a?b"_s, u"#0"_s})
        QTest::addRow("\"%s\"", qPrintable(id)) << id;
}

void TestCoderApi::asksNothingWithAnIdThatChangesThePath()
{
    QFETCH(QString, id);
    const RawServer server(RawServer::saying(coderAnswer(200, "{}")));
    Client client(server);
    QList<ApiError> errors;
    const auto collect = [&errors](const auto &answer) {
        if (!answer)
            errors.append(answer.error());
    };
    const ProviderId provider(id);
    CoderApi &api = *client.api;
    QObject &to = *client.receiver;
    api.details(provider, to, collect);
    api.unlink(provider, to, collect);
    api.requestDeviceCode(provider, to, collect);
    api.exchangeDeviceCode(provider, Secret("d"), to, collect);
    api.apiKey(id, to, collect);
    api.deleteKey(id, to, collect);
    QCOMPARE(errors.size(), 0);
    QTRY_COMPARE(errors.size(), 6);
    for (const ApiError &error : std::as_const(errors)) {
        QCOMPARE(error.kind, ApiError::Kind::Unreadable);
        QCOMPARE(error.sent, ApiError::Sent::No);
        QCOMPARE(error.field, u"id"_s);
    }
    QVERIFY(anotherRoundTripWorks());
    QCOMPARE(server.connections(), 0);
}

void TestCoderApi::aRefusedIdIsQuietTowardsTheDead()
{
    const RawServer server(RawServer::saying(coderAnswer(200, "{}")));
    int answers = 0;
    const auto count = [&answers](const auto &) { ++answers; };
    Client client(server);
    client.api->details(ProviderId(u".."_s), *client.receiver, count);
    client.receiver.reset();
    Client other(server);
    other.api->unlink(ProviderId(u".."_s), *other.receiver, count);
    other.rest.reset();
    QVERIFY(anotherRoundTripWorks());
    QCOMPARE(answers, 0);
}

void TestCoderApi::aRefusedTokenMayEndEverything()
{
    const RawServer server(RawServer::saying(coderAnswer(401, R"({"message":"signed out"})")));
    Client client(server);
    int refusals = 0;
    connect(client.rest.get(), &RestClient::tokenRefused, this, [&] {
        ++refusals;
        client.receiver.reset();
        client.rest.reset();
    });
    client.call(methods().at(1));
    QTRY_COMPARE(refusals, 1);
    QVERIFY(anotherRoundTripWorks());
    QCOMPARE(client.answers, 0);
}

void TestCoderApi::writesADeviceCodeAsJson()
{
    const RawServer server(
        RawServer::saying("HTTP/1.1 204 No Content\r\nX-Coder-Build-Version: v2\r\n\r\n"));
    Client client(server);
    int good = 0;
    client.api->exchangeDeviceCode(github(), Secret(R"(a"b\c)"), *client.receiver,
                                   telling<Done>([&](bool is) { good += is ? 1 : 0; }));
    QTRY_COMPARE(good, 1);
    QCOMPARE(server.requests().constFirst().body, R"({"device_code":"a\"b\\c"})"_ba);
    QCOMPARE(server.requests().constFirst().header("Content-Type"), "application/json"_ba);
}

void TestCoderApi::servesManyAtOnce()
{
    const RawServer server(
        RawServer::saying(coderAnswer(200, R"({"id":"fec75676","username":"grace"})")));
    Client client(server);
    for (int i = 0; i < 40; ++i)
        client.call(methods().at(1));
    QTRY_COMPARE(client.goodAnswers, 40);
    QCOMPARE(server.requestCount(), 40);
    QVERIFY(server.mostAtOnce() <= 6); // Qt's own limit per host
    QVERIFY2(server.connections() <= 12, "they are kept, not made anew for every request");
}

QTEST_GUILESS_MAIN(TestCoderApi)
#include "tst_coderapi.moc"

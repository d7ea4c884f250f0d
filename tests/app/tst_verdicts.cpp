// SPDX-License-Identifier: MIT
#include "coder/verdicts.h"

#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(ExchangeWord)
Q_DECLARE_METATYPE(ProviderWord)

/// What the raw words of a server mean (RFC 8628 3.5).
class TestVerdicts : public QObject
{
    Q_OBJECT

private slots:
    void findsTheWordOfAnExchange_data();
    void findsTheWordOfAnExchange();
    void findsTheWordOfAProvider_data();
    void findsTheWordOfAProvider();
    void findsTheRest();
    void findsWordsFarBehindTheCut();
    void staysQuickOnHostileText_data();
    void staysQuickOnHostileText();
};

namespace {

/// How Coder passes on what a provider that follows RFC 8628 says.
QString quoted(const QString &body, int status = 400)
{
    return u"POST https://git.example/oauth/token?client_id=a&device_code=b: unexpected status code %1: "_s
               .arg(status)
        + u"unexpected status code %1, response has no message\n\tError: "_s.arg(status) + body;
}

/// What Go says of a request that has met no answer, after its method and address.
QStringList failuresOfATransport()
{
    return {u"http2: server sent GOAWAY and closed the connection; LastStreamID=1"_s,
            u"http2: client connection lost"_s,
            u"write tcp 10.0.0.1:1->10.0.0.2:443: write: broken pipe"_s,
            u"read tcp 10.0.0.1:1->10.0.0.2:443: read: connection timed out"_s,
            u"net/http: HTTP/1.x transport connection broken: malformed HTTP status"_s,
            u"net/http: timeout awaiting response headers"_s,
            u"Bad Gateway"_s, // of a proxy
            u"Service Unavailable"_s};
}

} // namespace

void TestVerdicts::findsTheWordOfAnExchange_data()
{
    QTest::addColumn<QString>("detail");
    QTest::addColumn<ExchangeWord>("word");
    using Word = ExchangeWord;

    QTest::newRow("nothing") << u""_s << Word::None;
    QTest::newRow("pending") << u"authorization_pending"_s << Word::AuthorizationPending;
    QTest::newRow("slow down") << u"slow_down"_s << Word::SlowDown;
    QTest::newRow("expired") << u"expired_token"_s << Word::ExpiredToken;
    QTest::newRow("denied") << u"access_denied"_s << Word::AccessDenied;
    QTest::newRow("another word") << u"incorrect_device_code"_s << Word::Other;
    QTest::newRow("pending in JSON")
        << quoted(uR"({"error":"authorization_pending"})"_s) << Word::AuthorizationPending;
    QTest::newRow("denied in JSON with blanks")
        << quoted(uR"({ "error" : "access_denied", "error_description": "slow_down" })"_s)
        << Word::AccessDenied;
    QTest::newRow("slow down in JSON, with 429")
        << quoted(uR"({"error":"slow_down"})"_s, 429) << Word::SlowDown;
    QTest::newRow("another word in JSON")
        << quoted(uR"({"error":"invalid_grant"})"_s) << Word::Other;
    QTest::newRow("another word with 503")
        << quoted(uR"({"error":"server_error"})"_s, 503) << Word::ProviderTrouble;
    QTest::newRow("429") << quoted(u"Too many requests"_s, 429) << Word::ProviderTrouble;
    QTest::newRow("503") << quoted(u"<html>"_s, 503) << Word::ProviderTrouble;
    QTest::newRow("not JSON") << u"invalid character '<' looking for beginning of value"_s
                              << Word::ProviderTrouble;
    QTest::newRow("cut JSON") << u"unexpected end of JSON input"_s << Word::ProviderTrouble;
    QTest::newRow("refused connection")
        << u"Post \"http://127.0.0.1:9/x\": dial tcp 127.0.0.1:9: connect: connection refused"_s
        << Word::ProviderTrouble;
    QTest::newRow("time-out") << u"Post \"https://x\": context deadline exceeded"_s
                              << Word::ProviderTrouble;
    QTest::newRow("closed") << u"Post \"https://x\": EOF"_s << Word::ProviderTrouble;
    QTest::newRow("certificate") << u"Post \"https://x\": tls: failed to verify certificate"_s
                                 << Word::ProviderTrouble;
    for (const QString &failure : failuresOfATransport())
        QTest::addRow("transport: %s", qUtf8Printable(failure))
            << u"Post \"https://x/token?client_id=a\": "_s + failure << Word::ProviderTrouble;
    QTest::newRow("an answer cut off")
        << u"stream error: stream ID 3; INTERNAL_ERROR"_s << Word::ProviderTrouble;
    QTest::newRow("an empty answer") << u"EOF"_s << Word::ProviderTrouble;
    QTest::newRow("no end of anything") << u"EOF expected"_s << Word::None;
    QTest::newRow("a refusal is no failure of the transport")
        << u"POST https://x/token?client_id=a: unexpected status code 400: Bad Request"_s
        << Word::None;
    QTest::newRow("a word in a description is not the word") << quoted(
        uR"({"error":"invalid_request","error_description":"not authorization_pending"})"_s)
                                                             << Word::Other;
    QTest::newRow("a longer word") << u"authorization_pending_forever"_s << Word::Other;
    QTest::newRow("capitals are no OAuth word") << u"Authorization_Pending"_s << Word::None;
    QTest::newRow("database trouble") << u"pq: could not serialize access"_s << Word::None;
}

void TestVerdicts::findsTheWordOfAnExchange()
{
    QFETCH(QString, detail);
    QTEST(exchangeWordIn(detail), "word");
}

void TestVerdicts::findsTheWordOfAProvider_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ProviderWord>("word");
    using Word = ProviderWord;

    QTest::newRow("nothing") << u""_s << Word::None;
    QTest::newRow("revoked") << u"token failed to validate"_s << Word::NotValidated;
    QTest::newRow("expired")
        << u"token expired, refreshing is either disabled or refreshing failed and will not be retried"_s
        << Word::TokenExpired;
    QTest::newRow("expired with a reason")
        << u"token expired and refreshing failed now with: oauth2: \"invalid_grant\""_s
        << Word::TokenExpired;
    QTest::newRow("renewal refused")
        << u"refresh token: oauth2: \"bad_refresh_token\" \"The refresh token passed is incorrect or expired.\""_s
        << Word::Refused;
    QTest::newRow("renewal refused with 400")
        << u"refresh token: oauth2: cannot fetch token: 400 Bad Request\nResponse: x"_s
        << Word::Refused;
    QTest::newRow("renewal met a 503")
        << u"refresh token: oauth2: cannot fetch token: 503 Service Unavailable\nResponse: x"_s
        << Word::Unreachable;
    QTest::newRow("renewal met a 429")
        << u"refresh token: oauth2: cannot fetch token: 429 Too Many Requests"_s
        << Word::RateLimited;
    QTest::newRow("renewal met no network")
        << u"refresh token: Post \"https://x\": dial tcp: lookup x: no such host"_s
        << Word::Unreachable;
    QTest::newRow("check met a 503")
        << u"validate external auth token: status 503: body: <html>"_s << Word::Unreachable;
    QTest::newRow("check met a 429")
        << u"validate external auth token: status 429: body: {}"_s << Word::RateLimited;
    QTest::newRow("check met a 403")
        << u"validate external auth token: status 403: body: forbidden"_s << Word::Other;
    QTest::newRow("check met a spoken limit")
        << u"validate external auth token: status 403: body: API Rate Limit exceeded"_s
        << Word::RateLimited;
    QTest::newRow("check timed out")
        << u"validate external auth token: Get \"https://x\": context deadline exceeded"_s
        << Word::Unreachable;
    for (const QString &failure : failuresOfATransport()) {
        QTest::addRow("renewal met: %s", qUtf8Printable(failure))
            << u"refresh token: Post \"https://x/token\": "_s + failure << Word::Unreachable;
        QTest::addRow("check met: %s", qUtf8Printable(failure))
            << u"validate external auth token: Get \"https://x/user\": "_s + failure
            << Word::Unreachable;
    }
    QTest::newRow("renewal was cut off")
        << u"refresh token: oauth2: cannot fetch token: http2: client connection lost"_s
        << Word::Unreachable;
    QTest::newRow("a status in a provider's page does not count")
        << u"validate external auth token: status 403: body: see status 503"_s << Word::Other;
    QTest::newRow("another text") << u"persist refreshed token: pq: x"_s << Word::Other;
    QTest::newRow("almost revoked") << u"Token failed to validate!"_s << Word::Other;
}

void TestVerdicts::findsTheWordOfAProvider()
{
    QFETCH(QString, text);
    QTEST(providerWordIn(text), "word");
}

void TestVerdicts::findsTheRest()
{
    QCOMPARE(verdictsOf(u"", u""), Verdicts());
    QVERIFY(verdictsOf(u"User is not active (status = \"suspended\"). Contact an admin.", u"")
                .userSuspended);
    QVERIFY(!verdictsOf(u"You are signed out.", u"User is not active").userSuspended);
    QVERIFY(verdictsOf(u"x", u"unauthorized: rbac: forbidden").scopeTooNarrow);
    QVERIFY(verdictsOf(u"x", u"delete: sql: no rows in result set").linkMissing);
    QVERIFY(verdictsOf(u"Git auth device flow not supported.", u"").deviceFlowUnsupported);
    QVERIFY(
        verdictsOf(u"Git auth provider does not support device flow.", u"").deviceFlowUnsupported);
    for (const QString &verb : {u"get"_s, u"insert"_s, u"update"_s})
        QVERIFY(verdictsOf(u"Failed to %1 external auth link."_s.arg(verb), u"x").linkNotStored);
    QVERIFY(!verdictsOf(u"Failed to delete external auth link.", u"x").linkNotStored);
}

void TestVerdicts::findsWordsFarBehindTheCut()
{
    const QString padding(2000, u'x');
    QCOMPARE(exchangeWordIn(quoted(uR"({"hint":"%1","error":"slow_down"})"_s.arg(padding))),
             ExchangeWord::SlowDown);
    QVERIFY(verdictsOf(u"x", padding + u"rbac: forbidden"_s).scopeTooNarrow);
}

void TestVerdicts::staysQuickOnHostileText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("words without end") << u"a_"_s.repeated(500'000);
    QTest::newRow("quotes without end") << u"\"error\":"_s.repeated(100'000);
    QTest::newRow("blanks without end") << u"\"error\""_s + QString(1'000'000, u' ');
    QTest::newRow("addresses without end") << u": Post \"https"_s.repeated(100'000);
    QTest::newRow("statuses without end") << u"status ="_s.repeated(100'000);
}

void TestVerdicts::staysQuickOnHostileText()
{
    QFETCH(QString, text);
    QElapsedTimer timer;
    timer.start();
    const Verdicts verdicts = verdictsOf(text, text);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(verdicts.exchange != ExchangeWord::AuthorizationPending);
}

QTEST_GUILESS_MAIN(TestVerdicts)
#include "tst_verdicts.moc"

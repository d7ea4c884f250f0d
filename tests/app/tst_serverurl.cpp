// SPDX-License-Identifier: MIT
#include "coder/serverurl.h"

#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(ServerUrl::Refusal)

/// Whatever a person pastes becomes an origin or a named refusal.
class TestServerUrl : public QObject
{
    Q_OBJECT

private slots:
    void becomesAnOrigin_data();
    void becomesAnOrigin();
    void isRefusedByName_data();
    void isRefusedByName();
    void knowsWhenPlainHttpNeedsConsent_data();
    void knowsWhenPlainHttpNeedsConsent();
    void marksInternationalNames();
    void movesToHttps_data();
    void movesToHttps();
    void buildsItsAddressesItself();
    void knowsItsOrigin_data();
    void knowsItsOrigin();
    void isNullUntilItIsSomething();
};

namespace {

ServerUrl server(const QString &typed)
{
    const auto result = ServerUrl::fromUserInput(typed);
    return result ? *result : ServerUrl();
}

} // namespace

void TestServerUrl::becomesAnOrigin_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("origin");
    QTest::addColumn<QString>("display");

    QTest::newRow("a bare name is https")
        << u"coder.example.com"_s << u"https://coder.example.com"_s << u"coder.example.com"_s;
    QTest::newRow("blanks around") << u" \t coder.example.com \r\n"_s
                                   << u"https://coder.example.com"_s << u"coder.example.com"_s;
    QTest::newRow("a page link") << u"https://coder.example.com/settings/external-auth?tab=1#top"_s
                                 << u"https://coder.example.com"_s << u"coder.example.com"_s;
    QTest::newRow("a page link without scheme")
        << u"coder.example.com/settings"_s << u"https://coder.example.com"_s
        << u"coder.example.com"_s;
    QTest::newRow("a trailing slash") << u"https://coder.example.com/"_s
                                      << u"https://coder.example.com"_s << u"coder.example.com"_s;
    QTest::newRow("capitals") << u"HTTPS://Coder.EXAMPLE.com"_s << u"https://coder.example.com"_s
                              << u"coder.example.com"_s;
    QTest::newRow("a port") << u"coder.example.com:8443"_s << u"https://coder.example.com:8443"_s
                            << u"coder.example.com:8443"_s;
    QTest::newRow("the default port goes")
        << u"https://coder.example.com:443"_s << u"https://coder.example.com"_s
        << u"coder.example.com"_s;
    QTest::newRow("plain http keeps its scheme")
        << u"http://coder.example.com:80/x"_s << u"http://coder.example.com"_s
        << u"coder.example.com"_s;
    QTest::newRow("http on the port of https")
        << u"http://coder.example.com:443"_s << u"http://coder.example.com:443"_s
        << u"coder.example.com:443"_s;
    QTest::newRow("an empty port") << u"https://coder.example.com:/x"_s
                                   << u"https://coder.example.com"_s << u"coder.example.com"_s;
    QTest::newRow("IPv6") << u"http://[::1]:7080/api/v2"_s << u"http://[::1]:7080"_s
                          << u"[::1]:7080"_s;
    QTest::newRow("IPv6 without scheme")
        << u"[2001:db8::1]"_s << u"https://[2001:db8::1]"_s << u"[2001:db8::1]"_s;
    QTest::newRow("a loopback number in another form")
        << u"http://0x7f000001:7080"_s << u"http://127.0.0.1:7080"_s << u"127.0.0.1:7080"_s;
    QTest::newRow("another alphabet is shown in ASCII")
        << u"https://bücher.example"_s << u"https://xn--bcher-kva.example"_s
        << u"xn--bcher-kva.example"_s;
    QTest::newRow("a homograph") << u"https://cоder.example"_s << u"https://xn--cder-55d.example"_s
                                 << u"xn--cder-55d.example"_s;
    QTest::newRow("a query that holds an address")
        << u"coder.example.com?next=https://evil.example"_s << u"https://coder.example.com"_s
        << u"coder.example.com"_s;
    QTest::newRow("an at sign after the host")
        << u"https://coder.example.com/@ada/workspace"_s << u"https://coder.example.com"_s
        << u"coder.example.com"_s;
}

void TestServerUrl::becomesAnOrigin()
{
    QFETCH(QString, typed);
    const auto result = ServerUrl::fromUserInput(typed);
    QVERIFY(result.hasValue());
    QTEST(result->origin(), "origin");
    QTEST(result->display(), "display");
    QCOMPARE(server(result->origin()), *result);
    QVERIFY(!result->isNull());
}

void TestServerUrl::isRefusedByName_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<ServerUrl::Refusal>("why");
    using Refusal = ServerUrl::Refusal;

    QTest::newRow("nothing") << u""_s << Refusal::Empty;
    QTest::newRow("blanks") << u" \n\t"_s << Refusal::Empty;
    QTest::newRow("a file") << u"file:///etc/passwd"_s << Refusal::NotWeb;
    QTest::newRow("a path") << u"/etc/passwd"_s << Refusal::NoHost;
    QTest::newRow("ftp") << u"ftp://coder.example.com"_s << Refusal::NotWeb;
    QTest::newRow("a link of ours") << u"coder://coder.example.com"_s << Refusal::NotWeb;
    QTest::newRow("a script") << u"javascript:alert(1)"_s << Refusal::Malformed;
    QTest::newRow("a password") << u"https://ada:hunter2@coder.example.com"_s
                                << Refusal::HasUserInfo;
    QTest::newRow("a user") << u"ada@coder.example.com"_s << Refusal::HasUserInfo;
    QTest::newRow("an empty user") << u"https://@coder.example.com"_s << Refusal::HasUserInfo;
    QTest::newRow("a backslash trick")
        << u"https://coder.example.com\\@evil.example/"_s << Refusal::HasUserInfo;
    QTest::newRow("a backslash") << u"https://coder.example.com\\evil"_s << Refusal::Malformed;
    QTest::newRow("no host") << u"https://"_s << Refusal::NoHost;
    QTest::newRow("no host but a path") << u"https:///x"_s << Refusal::NoHost;
    QTest::newRow("no host but a port") << u"https://:443"_s << Refusal::NoHost;
    QTest::newRow("a scheme with one slash") << u"https:/coder.example.com"_s << Refusal::Malformed;
    QTest::newRow("a scheme without slashes") << u"https:coder.example.com"_s << Refusal::Malformed;
    QTest::newRow("a scheme alone") << u"https:"_s << Refusal::Malformed;
    QTest::newRow("port 0") << u"https://coder.example.com:0"_s << Refusal::BadPort;
    QTest::newRow("port 65536") << u"https://coder.example.com:65536"_s << Refusal::Malformed;
    QTest::newRow("a port of letters") << u"https://coder.example.com:http"_s << Refusal::Malformed;
    QTest::newRow("a blank inside") << u"coder example.com"_s << Refusal::Malformed;
    QTest::newRow("a line break inside")
        << u"coder.example.com\nevil.example"_s << Refusal::Malformed;
    QTest::newRow("a tab inside") << u"https://coder\t.example.com"_s << Refusal::Malformed;
    QTest::newRow("an invisible letter") << u"coder\u200B.example.com"_s << Refusal::Malformed;
    QTest::newRow("a reversal") << u"https://\u202Ecoder.example.com"_s << Refusal::Malformed;
    QTest::newRow("a percent-encoded slash")
        << u"https://coder%2fevil.example"_s << Refusal::Malformed;
    QTest::newRow("markup") << u"<b>coder</b>"_s << Refusal::Malformed;
    QTest::newRow("an option") << u"--help"_s << Refusal::Malformed;
}

void TestServerUrl::isRefusedByName()
{
    QFETCH(QString, typed);
    const auto result = ServerUrl::fromUserInput(typed);
    QVERIFY2(!result, result ? qPrintable(result->origin()) : "");
    QTEST(result.error(), "why");
}

void TestServerUrl::knowsWhenPlainHttpNeedsConsent_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isLoopback");
    QTest::addColumn<bool>("needsConsent");

    QTest::newRow("https") << u"https://coder.example.com"_s << false << false;
    QTest::newRow("http") << u"http://coder.example.com"_s << false << true;
    QTest::newRow("http on a local network") << u"http://192.168.1.4"_s << false << true;
    QTest::newRow("localhost") << u"http://localhost:3000"_s << true << false;
    QTest::newRow("LOCALHOST") << u"http://LOCALHOST:3000"_s << true << false;
    QTest::newRow("127.0.0.1") << u"http://127.0.0.1"_s << true << false;
    QTest::newRow("127.255.3.4") << u"http://127.255.3.4"_s << true << false;
    QTest::newRow("::1") << u"http://[::1]"_s << true << false;
    QTest::newRow("https on loopback") << u"https://localhost"_s << true << false;
    QTest::newRow("a name that begins like it")
        << u"http://localhost.evil.example"_s << false << true;
    QTest::newRow("a name that ends like it") << u"http://notlocalhost"_s << false << true;
    QTest::newRow("a name that begins with 127")
        << u"http://127.0.0.1.evil.example"_s << false << true;
    QTest::newRow("any address") << u"http://0.0.0.0"_s << false << true;
}

void TestServerUrl::knowsWhenPlainHttpNeedsConsent()
{
    QFETCH(QString, typed);
    const ServerUrl url = server(typed);
    QVERIFY(!url.isNull());
    QTEST(url.isLoopback(), "isLoopback");
    QTEST(url.needsConsent(), "needsConsent");
}

void TestServerUrl::marksInternationalNames()
{
    QVERIFY(server(u"https://bücher.example"_s).isInternationalised());
    QVERIFY(server(u"https://git.xn--bcher-kva.example"_s).isInternationalised());
    QVERIFY(!server(u"https://coder.example"_s).isInternationalised());
    QVERIFY(!server(u"https://axn--b.example"_s).isInternationalised());
}

void TestServerUrl::movesToHttps_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("origin");
    QTest::newRow("default port") << u"http://coder.example.com"_s
                                  << u"https://coder.example.com"_s;
    QTest::newRow("own port") << u"http://coder.example.com:8080"_s
                              << u"https://coder.example.com:8080"_s;
    QTest::newRow("port of https")
        << u"http://coder.example.com:443"_s << u"https://coder.example.com"_s;
}

void TestServerUrl::movesToHttps()
{
    QFETCH(QString, typed);
    QFETCH(QString, origin);
    const ServerUrl there = server(typed).encrypted();
    QCOMPARE(there.origin(), origin);
    QCOMPARE(there, server(origin));
    QVERIFY(there.isEncrypted());
}

void TestServerUrl::buildsItsAddressesItself()
{
    const ServerUrl url = server(u"https://coder.example.com:8443/anything"_s);
    QCOMPARE(url.resolved("/api/v2/users/me").toEncoded(),
             "https://coder.example.com:8443/api/v2/users/me"_ba);
    QCOMPARE(url.resolved("/a%2Fb?x=%26").toEncoded(),
             "https://coder.example.com:8443/a%2Fb?x=%26"_ba);
    QCOMPARE(url.host(), u"coder.example.com"_s);
    QCOMPARE(url.port(), 8443);
    QCOMPARE(server(u"https://coder.example.com"_s).port(), 443);
    QCOMPARE(server(u"http://coder.example.com"_s).port(), 80);
}

void TestServerUrl::knowsItsOrigin_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isOrigin");
    QTest::newRow("same") << u"https://coder.example.com/x"_s << true;
    QTest::newRow("same with port") << u"https://coder.example.com:443/x"_s << true;
    QTest::newRow("another port") << u"https://coder.example.com:8443/x"_s << false;
    QTest::newRow("plain") << u"http://coder.example.com/x"_s << false;
    QTest::newRow("plain on the port") << u"http://coder.example.com:443/x"_s << false;
    QTest::newRow("another host") << u"https://coder.example.com.evil.example/x"_s << false;
    QTest::newRow("a host below") << u"https://git.coder.example.com/x"_s << false;
    QTest::newRow("none") << u""_s << false;
}

void TestServerUrl::knowsItsOrigin()
{
    QFETCH(QString, url);
    QTEST(server(u"coder.example.com"_s).isOriginOf(QUrl(url)), "isOrigin");
}

void TestServerUrl::isNullUntilItIsSomething()
{
    QVERIFY(ServerUrl().isNull());
    QVERIFY(!ServerUrl().isOriginOf(QUrl(u"https://coder.example.com"_s)));
    QVERIFY(!ServerUrl().isLoopback());
}

QTEST_GUILESS_MAIN(TestServerUrl)
#include "tst_serverurl.moc"

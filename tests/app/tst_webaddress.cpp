// SPDX-License-Identifier: MIT
#include "coder/webaddress.h"

#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(WebAddress::State)

/// Which addresses of an answer a browser may be sent to.
class TestWebAddress : public QObject
{
    Q_OBJECT

private slots:
    void isJudged_data();
    void isJudged();
    void letsPlainHttpThroughInTwoCasesOnly_data();
    void letsPlainHttpThroughInTwoCasesOnly();
    void showsAsciiAlone();
    void isBoundedInLength();
};

namespace {

ServerUrl account(const QString &typed = u"https://coder.example.com"_s)
{
    const auto result = ServerUrl::fromUserInput(typed);
    return result ? *result : ServerUrl();
}

} // namespace

void TestWebAddress::isJudged_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<WebAddress::State>("state");
    using State = WebAddress::State;

    QTest::newRow("none") << u""_s << State::Absent;
    QTest::newRow("the usual one") << u"https://github.com/login/device"_s << State::Usable;
    QTest::newRow("with everything")
        << u"https://git.example:8443/a/b%20c?d=e&f=%2f#g"_s << State::Usable;
    QTest::newRow("a raw address") << u"https://[2001:db8::1]/x"_s << State::Usable;
    QTest::newRow("plain http") << u"http://github.com/login/device"_s << State::NotEncrypted;
    QTest::newRow("plain http on loopback") << u"http://127.0.0.1/x"_s << State::NotEncrypted;
    QTest::newRow("plain http on the account's host")
        << u"http://coder.example.com/x"_s << State::NotEncrypted;
    // Each of these the desktop's opener would have taken.
    QTest::newRow("file") << u"file:///etc/passwd"_s << State::NotWeb;
    QTest::newRow("a bare path") << u"/etc/passwd"_s << State::NotWeb;
    QTest::newRow("smb") << u"smb://evil.example/share"_s << State::NotWeb;
    QTest::newRow("javascript") << u"javascript:alert(1)"_s << State::NotWeb;
    QTest::newRow("data") << u"data:text/html,x"_s << State::NotWeb;
    QTest::newRow("mailto") << u"mailto:a@b.example?attach=/etc/passwd"_s << State::NotWeb;
    QTest::newRow("vscode") << u"vscode://x"_s << State::NotWeb;
    QTest::newRow("qrc") << u"qrc:/x"_s << State::NotWeb;
    QTest::newRow("a long option") << u"--help"_s << State::NotWeb;
    QTest::newRow("a short option") << u"-x"_s << State::NotWeb;
    QTest::newRow("no slashes") << u"https:evil.example"_s << State::NoHost;
    QTest::newRow("three slashes") << u"https:///evil.example"_s << State::NoHost;
    QTest::newRow("user and password")
        << u"https://user:pass@evil.example/"_s << State::HasUserInfo;
    QTest::newRow("a user that reads like a host")
        << u"https://github.com@evil.example/"_s << State::HasUserInfo;
    QTest::newRow("port 0") << u"https://evil.example:0/"_s << State::BadPort;
    QTest::newRow("port 70000") << u"https://evil.example:70000/"_s << State::Malformed;
    QTest::newRow("a backslash") << u"https://host\\@evil.example/"_s << State::Malformed;
    QTest::newRow("a line break at the end") << u"https://evil.example/\n"_s << State::Malformed;
    QTest::newRow("a quote") << u"https://evil.example/\"x"_s << State::Malformed;
    QTest::newRow("markup") << u"https://evil.example/<b>"_s << State::Malformed;
    QTest::newRow("a blank") << u"https://evil.example/a b"_s << State::Malformed;
    QTest::newRow("blanks around") << u" https://evil.example/"_s << State::Malformed;
    QTest::newRow("a zero") << u"https://evil.example/"_s + QChar(0) << State::Malformed;
    QTest::newRow("a reversal") << u"https://evil.example/\u202Ex"_s << State::Malformed;
    QTest::newRow("a blank host") << u"https://ev il.example/"_s << State::Malformed;
    QTest::newRow("an encoded slash in the host")
        << u"https://evil%2f.example/"_s << State::Malformed;
}

void TestWebAddress::isJudged()
{
    QFETCH(QString, raw);
    QFETCH(WebAddress::State, state);
    const WebAddress address = WebAddress::judge(raw, account());
    QCOMPARE(address.state(), state);
    QCOMPARE(address.isUsable(), state == WebAddress::State::Usable);
    QCOMPARE(address.isRefused(),
             state != WebAddress::State::Usable && state != WebAddress::State::Absent);
    if (!address.isUsable()) {
        QVERIFY(address.url().isEmpty());
        QCOMPARE(address.encoded(), QString());
        QCOMPARE(address.host(), QString());
    }
}

void TestWebAddress::letsPlainHttpThroughInTwoCasesOnly_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("raw");
    QTest::addColumn<bool>("isUsable");

    QTest::newRow("loopback to loopback")
        << u"http://127.0.0.1:7080"_s << u"http://localhost:9999/x"_s << true;
    QTest::newRow("loopback over TLS to loopback")
        << u"https://localhost"_s << u"http://[::1]/x"_s << true;
    QTest::newRow("loopback to elsewhere")
        << u"http://127.0.0.1:7080"_s << u"http://github.com/x"_s << false;
    QTest::newRow("loopback to a name that looks so")
        << u"http://127.0.0.1:7080"_s << u"http://localhost.evil.example/x"_s << false;
    QTest::newRow("consented to its own origin")
        << u"http://coder.lan:3000"_s << u"http://coder.lan:3000/x"_s << true;
    QTest::newRow("consented to another port")
        << u"http://coder.lan:3000"_s << u"http://coder.lan/x"_s << false;
    QTest::newRow("consented to another host")
        << u"http://coder.lan:3000"_s << u"http://git.lan:3000/x"_s << false;
    QTest::newRow("consented to loopback")
        << u"http://coder.lan:3000"_s << u"http://127.0.0.1/x"_s << false;
}

void TestWebAddress::letsPlainHttpThroughInTwoCasesOnly()
{
    QFETCH(QString, base);
    QFETCH(QString, raw);
    const WebAddress address = WebAddress::judge(raw, account(base));
    QTEST(address.isUsable(), "isUsable");
    if (!address.isUsable())
        QCOMPARE(address.state(), WebAddress::State::NotEncrypted);
}

void TestWebAddress::showsAsciiAlone()
{
    const WebAddress address = WebAddress::judge(
        u"https://gïthub.example:8443/a ü"_s.replace(u' ', u'_') + u"?q=1"_s, account());
    QCOMPARE(address.state(), WebAddress::State::Usable);
    QCOMPARE(address.host(), u"xn--gthub-cta.example:8443"_s);
    QCOMPARE(address.pathAndQuery(), u"/a_%C3%BC?q=1"_s);
    QCOMPARE(address.encoded(), u"https://xn--gthub-cta.example:8443/a_%C3%BC?q=1"_s);
    QCOMPARE(WebAddress::judge(u"https://git.example:443/x"_s, account()).host(), u"git.example"_s);
}

void TestWebAddress::isBoundedInLength()
{
    const QString start = u"https://git.example/"_s;
    const QString longest = start + QString(2048 - start.size(), u'x');
    QCOMPARE(WebAddress::judge(longest, account()).state(), WebAddress::State::Usable);
    QCOMPARE(WebAddress::judge(longest + u'x', account()).state(), WebAddress::State::TooLong);
}

QTEST_GUILESS_MAIN(TestWebAddress)
#include "tst_webaddress.moc"

// SPDX-License-Identifier: MIT
#include "coder/sessiontoken.h"

#include <QDebug>
#include <QTest>

using namespace Qt::StringLiterals;

/// A token is taken whole or not at all, and never printed.
class TestSessionToken : public QObject
{
    Q_OBJECT

private slots:
    void takesWhatATokenMayHold_data();
    void takesWhatATokenMayHold();
    void refusesTheRest_data();
    void refusesTheRest();
    void trimsTypedTextOnly();
    void knowsTheIdOfItsKey_data();
    void knowsTheIdOfItsKey();
    void cannotBePrinted();
};

void TestSessionToken::takesWhatATokenMayHold_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("Coder's shape") << "ysLo4WDVUd-s8vA6TiiVOzM5uzC9QyIWY"_ba;
    QTest::newRow("every letter allowed") << "AZaz09._~+/=-"_ba;
    QTest::newRow("one letter") << "x"_ba;
    QTest::newRow("the longest") << QByteArray(512, 'x');
}

void TestSessionToken::takesWhatATokenMayHold()
{
    QFETCH(QByteArray, text);
    const auto typed = SessionToken::fromText(QString::fromLatin1(text));
    const auto stored = SessionToken::fromBytes(text);
    QVERIFY(typed && stored);
    QCOMPARE(typed->bytes().toByteArray(), text);
    QCOMPARE(stored->bytes().toByteArray(), text);
    QVERIFY(*typed == *stored);
}

void TestSessionToken::refusesTheRest_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << u""_s;
    QTest::newRow("a second header") << u"abc\r\nX-Evil: 1"_s;
    QTest::newRow("a line feed") << u"abc\ndef"_s;
    QTest::newRow("a blank inside") << u"abc def"_s;
    QTest::newRow("a zero") << u"abc"_s + QChar(0);
    QTest::newRow("a colon") << u"abc:def"_s;
    QTest::newRow("a quote") << u"\"abc\""_s;
    QTest::newRow("a letter beyond ASCII") << u"abc\u00E9"_s;
    QTest::newRow("a letter beyond 8 bits") << u"abc\u0141"_s; // its low byte is 'A'
    QTest::newRow("a no-break blank at the end") << u"abc\u00A0"_s;
    QTest::newRow("too long") << QString(513, u'x');
    QTest::newRow("delete") << u"abc\x7f"_s;
}

void TestSessionToken::refusesTheRest()
{
    QFETCH(QString, text);
    QVERIFY(!SessionToken::fromText(text));
    QVERIFY(!SessionToken::fromBytes(text.toUtf8()));
}

void TestSessionToken::trimsTypedTextOnly()
{
    const auto typed = SessionToken::fromText(u" \t\r\nabc-def\r\n ");
    QVERIFY(typed);
    QCOMPARE(typed->bytes().toByteArray(), "abc-def"_ba);
    QVERIFY(!SessionToken::fromText(u" \r\n "));
    QVERIFY(!SessionToken::fromBytes("abc-def\n"));
}

void TestSessionToken::knowsTheIdOfItsKey_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("id");
    QTest::newRow("Coder's shape") << "ysLo4WDVUd-s8vA6TiiVOzM5uzC9QyIWY"_ba << u"ysLo4WDVUd"_s;
    QTest::newRow("no hyphen") << "ysLo4WDVUds8vA6TiiVOzM5uzC9QyIWY"_ba << QString();
    QTest::newRow("a hyphen too early") << "ysLo4WDVU-ds8vA6TiiVOzM5uzC9QyIWY"_ba << QString();
    QTest::newRow("ten letters") << "ysLo4WDVUd"_ba << QString();
    QTest::newRow("a path in place of an id")
        << "../users/x-s8vA6TiiVOzM5uzC9QyIWY"_ba << QString();
}

void TestSessionToken::knowsTheIdOfItsKey()
{
    QFETCH(QByteArray, token);
    const auto read = SessionToken::fromBytes(token);
    QVERIFY(read);
    QTEST(read->keyId(), "id");
}

void TestSessionToken::cannotBePrinted()
{
    QString printed;
    QDebug(&printed) << *SessionToken::fromBytes("ysLo4WDVUd-s8vA6TiiVOzM5uzC9QyIWY");
    QVERIFY(printed.contains(u"<token>"_s));
    QVERIFY(!printed.contains(u"ysLo"_s));
}

QTEST_GUILESS_MAIN(TestSessionToken)
#include "tst_sessiontoken.moc"

// SPDX-License-Identifier: MIT
#include "base/untrustedtext.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

/// What a person will read loses whatever could mislead or freeze.
class TestUntrustedText : public QObject
{
    Q_OBJECT

private slots:
    void cleansOnce_data();
    void cleansOnce();
    void dropsEveryInvisibleCategory_data();
    void dropsEveryInvisibleCategory();
    void cutsWithAnEllipsis_data();
    void cutsWithAnEllipsis();
    void neverCutsWithoutSayingSo_data();
    void neverCutsWithoutSayingSo();
    void neverSplitsASurrogatePair();
    void cleansAMegabyteAtOnce_data();
    void cleansAMegabyteAtOnce();
    void isolatesItsDirection();
    void isEmptyWhereNothingIsVisible();
};

void TestUntrustedText::cleansOnce_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("plain");

    QTest::newRow("plain words stay") << u"Ada Lovelace"_s << u"Ada Lovelace"_s;
    QTest::newRow("markup stays text")
        << u"<img src=\"file:///x\"> &amp; <b>"_s << u"<img src=\"file:///x\"> &amp; <b>"_s;
    QTest::newRow("a reversed name") << u"evil\u202Etxt.exe"_s << u"eviltxt.exe"_s;
    QTest::newRow("a zero in the middle") << QString::fromUtf16(u"ab\0cd", 5) << u"abcd"_s;
    QTest::newRow("line breaks and tabs are one blank") << u"a\r\n\t b"_s << u"a b"_s;
    QTest::newRow("separators are blanks") << u"a\u2028b\u2029c\u00A0d"_s << u"a b c d"_s;
    QTest::newRow("blanks around go") << u"  \t a  "_s << u"a"_s;
    QTest::newRow("a bell between blanks leaves one") << u"a \a b"_s << u"a b"_s;
    QTest::newRow("letters that look like nothing are blanks")
        << u"a\u115F\u1160\u3164\uFFA0\u2800z"_s << u"a z"_s;
    QTest::newRow("composed") << u"e\u0301"_s << u"\u00E9"_s;
    QTest::newRow("three marks are a script, more are an attack")
        << u"x\u0315\u0316\u0317\u0318\u0319y"_s << u"x\u0316\u0317\u0315y"_s;
    QTest::newRow("marks start again at the next letter")
        << u"x\u0316\u0317\u0318z\u0316\u0317\u0318"_s
        << u"x\u0316\u0317\u0318z\u0316\u0317\u0318"_s;
    QTest::newRow("half a surrogate pair")
        << QString(QChar(0xD83D)) + u"a"_s + QChar(0xDE00) << u"a"_s;
    QTest::newRow("a whole one") << u"\U0001F600"_s << u"\U0001F600"_s;
    QTest::newRow("flags of a private plane") << u"a\U000F0000b"_s << u"ab"_s;
}

void TestUntrustedText::cleansOnce()
{
    QFETCH(QString, raw);
    QTEST(UntrustedText::name(raw).plain(), "plain");
    QTEST(UntrustedText::message(raw).plain(), "plain");
}

void TestUntrustedText::dropsEveryInvisibleCategory_data()
{
    QTest::addColumn<char32_t>("code");
    for (const char32_t code :
         {U'\x01', U'\x7f', U'\u0085', U'\u00AD', U'\u200B', U'\u200D', U'\u200E', U'\u202A',
          U'\u2066', U'\u2069', U'\uFEFF', U'\U000E0041', U'\uE000', U'\uFFFE', U'\u0378'})
        QTest::addRow("U+%04X", static_cast<unsigned>(code)) << code;
}

void TestUntrustedText::dropsEveryInvisibleCategory()
{
    QFETCH(char32_t, code);
    const QString raw = u"a"_s + QString::fromUcs4(&code, 1) + u"b"_s;
    const QString plain = UntrustedText::name(raw).plain();
    // U+0085 is a line break, too.
    QCOMPARE(plain, code == U'\u0085' ? u"a b"_s : u"ab"_s);
}

void TestUntrustedText::cutsWithAnEllipsis_data()
{
    QTest::addColumn<qsizetype>("length");
    for (const qsizetype length : {1, 127, 128, 129, 300, 301, 5000})
        QTest::addRow("%d letters", static_cast<int>(length)) << length;
}

void TestUntrustedText::cutsWithAnEllipsis()
{
    QFETCH(qsizetype, length);
    const QString raw(length, u'x');
    const auto expected
        = [&](qsizetype limit) { return length <= limit ? raw : raw.first(limit - 1) + u'…'; };
    QCOMPARE(UntrustedText::name(raw).plain(), expected(128));
    QCOMPARE(UntrustedText::message(raw).plain(), expected(300));
}

void TestUntrustedText::neverCutsWithoutSayingSo_data()
{
    QTest::addColumn<QString>("unit");
    QTest::newRow("two marks that compose") << u"e\u0302\u0301"_s;
    QTest::newRow("three marks that compose in part") << u"o\u0302\u0323\u0301"_s;
    QTest::newRow("a syllable of three letters") << u"\u1112\u1161\u11AB"_s;
    QTest::newRow("between invisible ones") << u"x\u200B\u200B\u200B\u200B\u200B\u200B"_s;
}

void TestUntrustedText::neverCutsWithoutSayingSo()
{
    QFETCH(QString, unit);
    const UntrustedText all = UntrustedText::name(unit.repeated(5000));
    QVERIFY(all.plain().endsWith(u'…'));
    QCOMPARE(all.plain().size(), UntrustedText::nameLength);
    QVERIFY(!UntrustedText::name(unit.repeated(30)).plain().endsWith(u'…'));
}

void TestUntrustedText::neverSplitsASurrogatePair()
{
    const QString raw = QString(126, u'x') + u"\U0001F600\U0001F600"_s;
    QCOMPARE(UntrustedText::name(raw).plain(), QString(126, u'x') + u'…');
}

void TestUntrustedText::cleansAMegabyteAtOnce_data()
{
    QTest::addColumn<QString>("raw");
    QTest::newRow("letters") << QString(1'000'000, u'x');
    QTest::newRow("invisible letters") << QString(1'000'000, QChar(0x200B));
    QTest::newRow("blanks") << QString(1'000'000, u' ');
    QTest::newRow("marks") << u"x"_s + QString(1'000'000, QChar(0x0301));
    QTest::newRow("halves") << QString(1'000'000, QChar(0xD800));
}

void TestUntrustedText::cleansAMegabyteAtOnce()
{
    QFETCH(QString, raw);
    QElapsedTimer timer;
    timer.start();
    const UntrustedText text = UntrustedText::message(raw);
    // Measured at about 10 ms; a quadratic way would take minutes.
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(text.plain().size() <= UntrustedText::messageLength);
}

void TestUntrustedText::isolatesItsDirection()
{
    QCOMPARE(UntrustedText::name(u"אבג").isolated(), u"\u2068אבג\u2069"_s);
}

void TestUntrustedText::isEmptyWhereNothingIsVisible()
{
    QVERIFY(UntrustedText().isEmpty());
    QVERIFY(UntrustedText::name(u" \u200B\u3164\n").isEmpty());
    QVERIFY(!UntrustedText::name(u"x").isEmpty());
    QCOMPARE(UntrustedText::name(u" x "), UntrustedText::name(u"x"));
}

QTEST_GUILESS_MAIN(TestUntrustedText)
#include "tst_untrustedtext.moc"

// SPDX-License-Identifier: MIT
#include "base/jsonfields.h"

#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Moment::Kind)

/// One object of an answer, read field by field; the first misfit is named.
class TestJsonFields : public QObject
{
    Q_OBJECT

private slots:
    void readsTimes_data();
    void readsTimes();
    void keepsMilliseconds();
    void refusesToReadAnythingElseAsATime_data();
    void refusesToReadAnythingElseAsATime();
    void keepsWholeNumbersOf64Bits_data();
    void keepsWholeNumbersOf64Bits();
    void namesTheFirstMisfit();
    void givesDefaultsForWhatIsAbsentOrNull();
    void refusesAnotherType_data();
    void refusesAnotherType();
    void tellsAbsentFromFalse();
};

namespace {

JsonFields fieldsOf(const QByteArray &json, const QString &path = {})
{
    return JsonFields(QJsonDocument::fromJson(json).object(), path);
}

} // namespace

void TestJsonFields::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Moment::Kind>("kind");
    QTest::addColumn<QDateTime>("at");
    using Kind = Moment::Kind;
    const QDateTime noon(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

    QTest::newRow("no fraction") << u"2026-11-22T12:00:00Z"_s << Kind::At << noon;
    QTest::newRow("one digit") << u"2026-11-22T12:00:00.5Z"_s << Kind::At << noon.addMSecs(500);
    QTest::newRow("six digits") << u"2026-11-22T12:00:00.123456Z"_s << Kind::At
                                << noon.addMSecs(123);
    QTest::newRow("nine digits") << u"2026-11-22T12:00:00.123456789Z"_s << Kind::At
                                 << noon.addMSecs(123);
    QTest::newRow("an offset") << u"2026-11-22T14:30:00+02:30"_s << Kind::At << noon;
    QTest::newRow("a negative one") << u"2026-11-22T04:00:00.000000-08:00"_s << Kind::At << noon;
    QTest::newRow("none counts as UTC") << u"2026-11-22T12:00:00"_s << Kind::At << noon;
    QTest::newRow("Go's zero time") << u"0001-01-01T00:00:00Z"_s << Kind::Never << QDateTime();
    QTest::newRow("Go's zero time elsewhere")
        << u"0001-01-01T00:00:00+01:00"_s << Kind::Never << QDateTime();
    QTest::newRow("before 2000") << u"1999-12-31T23:59:59Z"_s << Kind::Never << QDateTime();
    QTest::newRow("2000") << u"2000-01-01T00:00:00Z"_s << Kind::At
                          << QDateTime(QDate(2000, 1, 1), QTime(0, 0), Qt::UTC);
    QTest::newRow("2200") << u"2200-12-31T00:00:00Z"_s << Kind::At
                          << QDateTime(QDate(2200, 12, 31), QTime(0, 0), Qt::UTC);
    QTest::newRow("after 2200") << u"2201-01-01T00:00:00Z"_s << Kind::Never << QDateTime();
    QTest::newRow("no end") << u"9999-12-31T23:59:59Z"_s << Kind::Never << QDateTime();
}

void TestJsonFields::readsTimes()
{
    QFETCH(QString, text);
    QFETCH(Moment::Kind, kind);
    QFETCH(QDateTime, at);
    const Moment moment = momentFrom(text);
    QCOMPARE(moment.kind, kind);
    QCOMPARE(moment.at, at);
    if (kind == Moment::Kind::At)
        QCOMPARE(moment.at.timeSpec(), Qt::UTC);
}

void TestJsonFields::keepsMilliseconds()
{
    QCOMPARE(momentFrom(u"2026-11-22T20:04:37.293417Z"_s).at.time(), QTime(20, 4, 37, 293));
}

void TestJsonFields::refusesToReadAnythingElseAsATime_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("absent") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("null") << QJsonValue();
    QTest::newRow("a number") << QJsonValue(1'790'000'000);
    const QStringList texts{u""_s,
                            u"never"_s,
                            u"2026-11-22"_s,
                            u"2026-11-22T25:00:00Z"_s,
                            u"2026-02-30T12:00:00Z"_s,
                            u"2026-11-22T23:59:60Z"_s,
                            u"0000-01-01T00:00:00Z"_s,
                            u"10000-01-01T00:00:00Z"_s,
                            u"2026-W47-7T12:00:00Z"_s,
                            u"2026-11-22T12:00:00,5Z"_s,
                            u"2026-11-22T12:00:00.1234567890Z"_s,
                            u" 2026-11-22T12:00:00Z"_s,
                            u"2026-11-22T12:00:00Z<b>"_s,
                            u"2026-11-22 12:00:00"_s};
    for (const QString &text : texts)
        QTest::addRow("\"%s\"", qPrintable(text)) << QJsonValue(text);
}

void TestJsonFields::refusesToReadAnythingElseAsATime()
{
    QFETCH(QJsonValue, value);
    QCOMPARE(momentFrom(value), Moment());
}

void TestJsonFields::keepsWholeNumbersOf64Bits_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<bool>("isWhole");
    QTest::addColumn<qint64>("value");

    QTest::newRow("zero") << "0"_ba << true << qint64(0);
    QTest::newRow("beyond 32 bits") << "3000000000"_ba << true << qint64(3'000'000'000);
    QTest::newRow("beyond a double")
        << "9007199254740993"_ba << true << qint64(9'007'199'254'740'993);
    QTest::newRow("the largest") << "9223372036854775807"_ba << true
                                 << std::numeric_limits<qint64>::max();
    QTest::newRow("the smallest") << "-9223372036854775808"_ba << true
                                  << std::numeric_limits<qint64>::min();
    QTest::newRow("with an exponent") << "1e3"_ba << true << qint64(1000);
    QTest::newRow("too large") << "9223372036854775808"_ba << false << qint64(0);
    QTest::newRow("far too large") << "1e300"_ba << false << qint64(0);
    QTest::newRow("a fraction") << "1.5"_ba << false << qint64(0);
    QTest::newRow("text") << "\"5\""_ba << false << qint64(0);
    QTest::newRow("true") << "true"_ba << false << qint64(0);
    QTest::newRow("null") << "null"_ba << false << qint64(0);
}

void TestJsonFields::keepsWholeNumbersOf64Bits()
{
    QFETCH(QByteArray, number);
    QFETCH(bool, isWhole);
    QFETCH(qint64, value);
    JsonFields in = fieldsOf("{\"n\":" + number + "}");
    QCOMPARE(in.maybeInteger("n"_L1), isWhole ? std::optional(value) : std::nullopt);
    QCOMPARE(in.misfit(), QString());
    QCOMPARE(in.integer("n"_L1), value);
    QCOMPARE(in.misfit(), isWhole ? QString() : u"n"_s);
}

void TestJsonFields::namesTheFirstMisfit()
{
    JsonFields in = fieldsOf(R"({"a": 1, "b": true})", u"links[2]"_s);
    QCOMPARE(in.pathOf("a"_L1), u"links[2].a"_s);
    QVERIFY(in.flag("b"_L1));
    QCOMPARE(in.misfit(), QString());
    QCOMPARE(in.text("a"_L1), QString());
    QCOMPARE(in.text("gone"_L1), QString());
    in.refuse("b"_L1);
    QCOMPARE(in.misfit(), u"links[2].a"_s);
    QCOMPARE(fieldsOf("{}").pathOf("a"_L1), u"a"_s);
}

void TestJsonFields::givesDefaultsForWhatIsAbsentOrNull()
{
    for (const QByteArray &json : {"{}"_ba, R"({"f": null})"_ba}) {
        JsonFields in = fieldsOf(json);
        QCOMPARE(in.text("f"_L1, u"none"_s), u"none"_s);
        QCOMPARE(in.name("f"_L1), UntrustedText());
        QCOMPARE(in.flag("f"_L1, true), true);
        QCOMPARE(in.maybeFlag("f"_L1), std::nullopt);
        QCOMPARE(in.moment("f"_L1), Moment());
        QVERIFY(in.array("f"_L1).isEmpty());
        QVERIFY(!in.object("f"_L1));
        QCOMPARE(in.misfit(), QString());
    }
}

void TestJsonFields::refusesAnotherType_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("fits"); // the one reader it is right for
    QTest::newRow("text") << R"("x")"_ba << u"text"_s;
    QTest::newRow("number") << "1"_ba << u"integer"_s;
    QTest::newRow("flag") << "true"_ba << u"flag"_s;
    QTest::newRow("array") << "[1]"_ba << u"array"_s;
    QTest::newRow("object") << R"({"x":1})"_ba << u"object"_s;
}

void TestJsonFields::refusesAnotherType()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, fits);
    const auto fieldIsRefusedBy = [&](auto read) {
        JsonFields in = fieldsOf("{\"f\":" + value + "}");
        read(in);
        return in.misfit() == u"f"_s;
    };
    QCOMPARE(fieldIsRefusedBy([](JsonFields &in) { in.text("f"_L1); }), fits != u"text"_s);
    QCOMPARE(fieldIsRefusedBy([](JsonFields &in) { in.text("f"_L1, {}); }), fits != u"text"_s);
    QCOMPARE(fieldIsRefusedBy([](JsonFields &in) { in.name("f"_L1); }), fits != u"text"_s);
    QCOMPARE(fieldIsRefusedBy([](JsonFields &in) { in.integer("f"_L1); }), fits != u"integer"_s);
    QCOMPARE(fieldIsRefusedBy([](JsonFields &in) { in.flag("f"_L1); }), fits != u"flag"_s);
    QCOMPARE(fieldIsRefusedBy([](JsonFields &in) { in.flag("f"_L1, false); }), fits != u"flag"_s);
    QCOMPARE(fieldIsRefusedBy([](JsonFields &in) { in.maybeFlag("f"_L1); }), fits != u"flag"_s);
    QCOMPARE(fieldIsRefusedBy([](JsonFields &in) { in.array("f"_L1); }), fits != u"array"_s);
    QCOMPARE(fieldIsRefusedBy([](JsonFields &in) { in.object("f"_L1); }), fits != u"object"_s);
}

void TestJsonFields::tellsAbsentFromFalse()
{
    QCOMPARE(fieldsOf(R"({"f": false})").maybeFlag("f"_L1), std::optional(false));
    QCOMPARE(fieldsOf(R"({"f": true})").maybeFlag("f"_L1), std::optional(true));
    JsonFields required = fieldsOf("{}");
    QVERIFY(!required.flag("f"_L1));
    QCOMPARE(required.misfit(), u"f"_s);
}

QTEST_GUILESS_MAIN(TestJsonFields)
#include "tst_jsonfields.moc"

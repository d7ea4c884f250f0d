// SPDX-License-Identifier: MIT
#include "language.h"

#include "datetexts.h"
#include "dialogs/devicelinktexts.h"
#include "linktexts.h"
#include "support/listingmaker.h"

#include <QApplication>
#include <QScopeGuard>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Which words and which dates a person gets.
class TestLanguage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void takesTheRegionOfThePerson_data();
    void takesTheRegionOfThePerson();
    void speaksTheChosenLanguage();
    void countsInTheChosenLanguage();
    void speaksEnglishWhereItKnowsNoWords();
    void writesDatesAsPeopleDo_data();
    void writesDatesAsPeopleDo();
    void countsDownInTheDigitsOfTheLanguage();

private:
    QLocale m_before;
};

void TestLanguage::initTestCase()
{
    Q_INIT_RESOURCE(translations);
}

void TestLanguage::cleanup()
{
    QLocale::setDefault(m_before);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestLanguage::takesTheRegionOfThePerson_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QLocale>("system");
    QTest::addColumn<QLocale>("locale");
    const QLocale austria(QLocale::German, QLocale::Austria);
    const QLocale india(QLocale::English, QLocale::India);
    QTest::newRow("none") << QString() << austria << austria;
    QTest::newRow("the same") << u"de"_s << austria << austria;
    QTest::newRow("another") << u"de"_s << india << QLocale(QLocale::German, QLocale::Germany);
    QTest::newRow("English in India") << u"en"_s << india << india;
    QTest::newRow("unknown") << u"tlh"_s << austria << austria;
    QTest::newRow("a system that is not spoken")
        << QString() << QLocale(QLocale::Arabic, QLocale::Egypt)
        << QLocale(QLocale::English, QLocale::Egypt);
}

void TestLanguage::takesTheRegionOfThePerson()
{
    QFETCH(const QString, choice);
    QFETCH(const QLocale, system);
    QFETCH(const QLocale, locale);
    QCOMPARE(Language::localeFor(choice, system), locale);
}

void TestLanguage::speaksTheChosenLanguage()
{
    {
        const Translation german(u"de"_s);
        QCOMPARE(LinkTexts::word(LinkHealth::NotLinked), u"Nicht verknüpft"_s);
        QCOMPARE(QLocale().language(), QLocale::German);
    }
    const Translation english(u"en"_s);
    QCOMPARE(LinkTexts::word(LinkHealth::NotLinked), u"Not linked"_s);
}

void TestLanguage::countsInTheChosenLanguage()
{
    const Translation german(u"de"_s);
    const Today today{.now = make::noon()};
    QCOMPARE(DateTexts::ahead(make::noon().addDays(2), today), u"in 2 Tagen"_s);
    QCOMPARE(DateTexts::ahead(make::noon().addSecs(3600 * 23), today), u"in 23 Stunden"_s);
    QCOMPARE(DateTexts::ago(make::noon().addSecs(-60), today), u"vor 1 Minute"_s);
    QCOMPARE(DateTexts::day(make::noon(), today), u"heute um 12:00"_s);
}

void TestLanguage::speaksEnglishWhereItKnowsNoWords()
{
    const Translation klingon(u"tlh"_s);
    QCOMPARE(LinkTexts::word(LinkHealth::NotLinked), u"Not linked"_s);
    QCOMPARE(DateTexts::ahead(make::noon().addDays(2), {.now = make::noon()}), u"in 2 days"_s);
}

void TestLanguage::writesDatesAsPeopleDo_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("time");
    const QLocale germany(QLocale::German, QLocale::Germany);
    const QLocale america(QLocale::English, QLocale::UnitedStates);
    const QLocale egypt(QLocale::Arabic, QLocale::Egypt);
    const QLocale israel(QLocale::Hebrew, QLocale::Israel);
    const QChar narrow(0x202f); // CLDR's blank before PM, from some version of Qt on
    const QString pm
        = america.timeFormat(QLocale::ShortFormat).contains(narrow) ? narrow + u"PM"_s : u" PM"_s;
    QTest::newRow("de_DE") << germany << u"14. März 2026"_s << u"18:40"_s;
    QTest::newRow("en_US") << america << u"March 14, 2026"_s << u"6:40"_s + pm;
    QTest::newRow("ar_EG") << egypt << u"١٤ مارس ٢٠٢٦"_s << QString();
    QTest::newRow("he_IL") << israel << u"14 במרץ 2026"_s << u"18:40"_s;
}

void TestLanguage::writesDatesAsPeopleDo()
{
    QFETCH(const QLocale, locale);
    QFETCH(const QString, date);
    QFETCH(const QString, time);
    const QDateTime when(QDate(2026, 3, 14), QTime(18, 40), Qt::UTC);
    const Today today{.now = make::noon(), .locale = locale};
    QCOMPARE(DateTexts::date(when, today), date);
    if (time.isEmpty()) // which letters stand for "after noon" changes between versions of Qt
        QVERIFY(DateTexts::time(when, today).startsWith(u"٦:٤٠"));
    else
        QCOMPARE(DateTexts::time(when, today), time);
}

void TestLanguage::countsDownInTheDigitsOfTheLanguage()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(DeviceLinkTexts::time(14min + 2s, false), u"14:02"_s);
    QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
    QCOMPARE(DeviceLinkTexts::time(14min + 2s, false), u"١٤:٠٢"_s);
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"

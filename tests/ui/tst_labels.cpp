// SPDX-License-Identifier: MIT
#include "measures.h"
#include "theme.h"
#include "widgets/countdownbar.h"
#include "widgets/emphasislabel.h"
#include "widgets/plainlabel.h"

#include <QApplication>
#include <QImage>
#include <QScopeGuard>
#include <QTest>
#include <QTimer>
#include <QVBoxLayout>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

int widthOfInk(const QImage &image, const QColor &color)
{
    int widest = 0;
    for (int x = 0; x < image.width(); ++x)
        widest += image.pixelColor(x, image.height() / 2) == color ? 1 : 0;
    return widest;
}

} // namespace

class TestLabels : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void markupStaysText();
    void markupStaysTextInStrongParts();
    void ampersandsStay();
    void secondaryTextIsAsLargeAsTheBody();
    void followsTheApplicationsFont();
    void argumentsKeepTheirStrength();
    void argumentsAreNotReadAsPlaceholders();
    void theWholeSentenceIsItsName();
    void standsAtTheEndWhereTextRunsFromRightToLeft();
    void wrapsIntoItsHeight();
    void aWidthBelowNothingTellsNothing();
    void heightsAreThoseOfEachWidth();
    void heightsFollowWhatTheyDependOn_data();
    void heightsFollowWhatTheyDependOn();
    void breaksInsideLongWords();
    void barShowsWhatIsLeft();
    void barMirrors();

private:
    Theme m_theme{};
};

void TestLabels::initTestCase()
{
    m_theme.apply(*qobject_cast<QApplication *>(QCoreApplication::instance()), Scheme::Light);
}

void TestLabels::markupStaysText()
{
    const QString hostile = u"<b>x</b><img src='file:///etc/hostname'><a href='x'>y</a>"_s;
    PlainLabel label(hostile);
    QCOMPARE(label.textFormat(), Qt::PlainText);
    label.setWordWrap(false);
    QVERIFY(label.sizeHint().width() >= label.fontMetrics().horizontalAdvance(hostile));
    label.setSelectable(true);
    QVERIFY(label.sizeHint().width() >= label.fontMetrics().horizontalAdvance(hostile));
    QVERIFY(!label.textInteractionFlags().testFlag(Qt::LinksAccessibleByMouse));
}

void TestLabels::markupStaysTextInStrongParts()
{
    EmphasisLabel label(runsOf(u"Open %1"_s, {{{.text = u"<i>host</i>"_s, .strong = true}}}));
    QCOMPARE(label.text(), u"Open <i>host</i>"_s);
    QCOMPARE(label.textFormat(), Qt::PlainText);
}

void TestLabels::ampersandsStay()
{
    PlainLabel label(u"R&D"_s);
    PlainLabel without(u"RD"_s);
    label.setWordWrap(false);
    without.setWordWrap(false);
    QVERIFY(label.sizeHint().width() > without.sizeHint().width());
}

void TestLabels::secondaryTextIsAsLargeAsTheBody()
{
    const PlainLabel body(u"x"_s);
    const PlainLabel secondary(u"x"_s, PlainLabel::Kind::Secondary);
    QCOMPARE(secondary.font(), body.font());
    QCOMPARE(secondary.foregroundRole(), QPalette::PlaceholderText);
}

void TestLabels::followsTheApplicationsFont()
{
    const QFont before = QApplication::font();
    QWidget window;
    QVBoxLayout layout(&window);
    PlainLabel title(u"x"_s, PlainLabel::Kind::Title);
    PlainLabel head(u"x"_s, PlainLabel::Kind::SectionHead);
    PlainLabel body(u"x"_s);
    PlainLabel alone(u"x"_s, PlainLabel::Kind::Title);
    for (PlainLabel *label : {&title, &head, &body})
        layout.addWidget(label);
    window.show();
    alone.show();
    QFont larger = before;
    larger.setPointSizeF(before.pointSizeF() * 2);
    const auto isAbout = [](const QWidget &widget, qreal size) {
        return qAbs(widget.font().pointSizeF() - size) < 0.3;
    };
    // Qt tells widgets of a new font only once the application runs.
    QTimer::singleShot(0, &body, [&] {
        const auto done = qScopeGuard([] { QCoreApplication::quit(); });
        QApplication::setFont(larger);
        QTRY_VERIFY(isAbout(title, larger.pointSizeF() * 1.4));
        QTRY_VERIFY(isAbout(alone, larger.pointSizeF() * 1.4));
        QTRY_VERIFY(isAbout(head, larger.pointSizeF()));
        QTRY_VERIFY(isAbout(body, larger.pointSizeF()));
    });
    QCoreApplication::exec();
    QVERIFY(isAbout(title, larger.pointSizeF() * 1.4));
    QApplication::setFont(before);
    QVERIFY(title.font().weight() == QFont::DemiBold && head.font().weight() == QFont::DemiBold);
}

void TestLabels::argumentsKeepTheirStrength()
{
    const TextRuns runs
        = runsOf(u"Open %1 for %2."_s,
                 {{{.text = u"git.example"_s, .strong = true}, {.text = u"/login/device"_s}},
                  {{.text = u"ada"_s, .strong = true}}});
    QStringList strong;
    for (const TextRun &run : runs) {
        if (run.strong)
            strong.append(run.text);
    }
    QCOMPARE(strong, (QStringList{u"git.example"_s, u"ada"_s}));
    QCOMPARE(plainTextOf(runs), u"Open git.example/login/device for ada."_s);
    // Every argument is set apart from the direction of the sentence.
    QString all;
    for (const TextRun &run : runs)
        all += run.text;
    QCOMPARE(all.count(QChar(0x2068)), 2);
    QCOMPARE(all.count(QChar(0x2069)), 2);
}

void TestLabels::argumentsAreNotReadAsPlaceholders()
{
    const TextRuns runs = runsOf(u"%2, %1 and 100 %"_s, {{{.text = u"%2"_s}}, {{.text = u"b"_s}}});
    QCOMPARE(plainTextOf(runs), u"b, %2 and 100 %"_s);
    QCOMPARE(plainTextOf(runsOf(u"%3 stays"_s, {{{.text = u"a"_s}}})), u"%3 stays"_s);
}

void TestLabels::theWholeSentenceIsItsName()
{
    EmphasisLabel label(runsOf(u"Linked as %1."_s, {{{.text = u"@ada"_s, .strong = true}}}));
    QCOMPARE(label.accessibleName(), u"Linked as @ada."_s);
    label.setRuns({{.text = u"Gone."_s}});
    QCOMPARE(label.accessibleName(), u"Gone."_s);
}

void TestLabels::standsAtTheEndWhereTextRunsFromRightToLeft()
{
    const auto firstInk = [](QWidget &label) {
        const QImage image = label.grab().toImage();
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 0; y < image.height(); ++y) {
                if (image.pixelColor(x, y).lightness() < 100)
                    return x;
            }
        }
        return -1;
    };
    PlainLabel plain(u"HH"_s);
    EmphasisLabel strong({{.text = u"HH"_s, .strong = true}});
    for (PlainLabel *label : {&plain, static_cast<PlainLabel *>(&strong)}) {
        label->resize(400, 40);
        QVERIFY(firstInk(*label) < 20);
        label->setLayoutDirection(Qt::RightToLeft);
        QVERIFY(firstInk(*label) > 300);
        label->setLayoutDirection(Qt::LeftToRight);
        QVERIFY(firstInk(*label) < 20);
    }
}

void TestLabels::wrapsIntoItsHeight()
{
    const EmphasisLabel label({{.text = u"Renews itself."_s, .strong = true},
                               {.text = u" Coder renews this link in time."_s}});
    const int line = Measures().line();
    const int wide = label.heightForWidth(2000);
    const int narrow = label.heightForWidth(line * 6);
    QVERIFY(qAbs(wide - line) <= 1);
    QVERIFY(narrow >= 2 * line);
    QVERIFY(label.hasHeightForWidth());
}

void TestLabels::heightsFollowWhatTheyDependOn_data()
{
    using Change = std::function<void(PlainLabel &)>;
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
    row("a longer text", [](PlainLabel &label) { label.setText(label.text().repeated(4)); });
    row("a shorter text", [](PlainLabel &label) { label.setText(u"x"_s); });
    row("a larger font", [](PlainLabel &label) { label.setKind(PlainLabel::Kind::Title); });
    row("margins", [](PlainLabel &label) { label.setContentsMargins(30, 20, 30, 20); });
    row("selectable", [](PlainLabel &label) { label.setSelectable(true); });
    row("a single line", [](PlainLabel &label) { label.setSingleLine(); });
    row("a font of its own", [](PlainLabel &label) {
        QFont font = label.font();
        font.setPointSizeF(font.pointSizeF() * 3);
        label.setFont(font);
    });
}

/// Heights are remembered: layouts ask for them again and again.
void TestLabels::heightsFollowWhatTheyDependOn()
{
    QFETCH(const std::function<void(PlainLabel &)>, change);
    const QString text = u"This link works, and was made by somebody."_s;
    const QList<int> widths{2000, 40, 90, 200, 90, 150, 2000};
    const auto heights = [&](const PlainLabel &label) {
        QList<int> answers;
        for (const int width : widths)
            answers.append(label.heightForWidth(width));
        return answers;
    };
    PlainLabel asked(text);
    asked.ensurePolished();
    const QList<int> before = heights(asked);
    QVERIFY(before.at(1) > before.at(3));
    change(asked);
    const QList<int> after = heights(asked);
    for (qsizetype i = 0; i < widths.size(); ++i) {
        PlainLabel first(text); // nothing remembered
        first.ensurePolished();
        change(first);
        QCOMPARE(after.at(i), first.heightForWidth(widths.at(i)));
    }
}

/// Layouts that have less than nothing to give ask for that, too.
void TestLabels::aWidthBelowNothingTellsNothing()
{
    const PlainLabel asked(u"No renewal"_s);
    const PlainLabel fresh(u"No renewal"_s);
    QVERIFY(asked.heightForWidth(-5) < fresh.heightForWidth(30));
    QCOMPARE(asked.heightForWidth(30), fresh.heightForWidth(30));
}

/// As far as is remembered: a text on two lines is not taken for one on one.
void TestLabels::heightsAreThoseOfEachWidth()
{
    const QString text = u"This link works, and was made by somebody."_s;
    PlainLabel plain(text);
    EmphasisLabel emphasis({{.text = text, .strong = true}});
    for (int width = 20; width < 600; width += 7) {
        const PlainLabel freshPlain(text);
        const EmphasisLabel freshEmphasis({{.text = text, .strong = true}});
        QCOMPARE(plain.heightForWidth(width), freshPlain.heightForWidth(width));
        QCOMPARE(emphasis.heightForWidth(width), freshEmphasis.heightForWidth(width));
    }
}

void TestLabels::breaksInsideLongWords()
{
    const EmphasisLabel label({{.text = QString(200, u'm')}});
    const int line = Measures().line();
    QVERIFY(label.minimumSizeHint().width() <= 6 * line);
    QVERIFY(label.heightForWidth(10 * line) > 5 * line);
}

void TestLabels::barShowsWhatIsLeft()
{
    CountdownBar bar;
    bar.resize(200, Measures().barHeight());
    const QColor link = m_theme.palette().color(QPalette::Link);
    bar.setFraction(1);
    QVERIFY(widthOfInk(bar.grab().toImage(), link) >= 196);
    bar.setFraction(0.5);
    QVERIFY(qAbs(widthOfInk(bar.grab().toImage(), link) - 100) <= 4);
    bar.setFraction(-1);
    QCOMPARE(bar.fraction(), 0.0);
    QCOMPARE(widthOfInk(bar.grab().toImage(), link), 0);
}

void TestLabels::barMirrors()
{
    CountdownBar bar;
    bar.resize(200, Measures().barHeight());
    bar.setFraction(0.5);
    const QColor link = m_theme.palette().color(QPalette::Link);
    QCOMPARE(bar.grab().toImage().pixelColor(50, bar.height() / 2), link);
    bar.setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(bar.grab().toImage().pixelColor(150, bar.height() / 2), link);
    QVERIFY(bar.grab().toImage().pixelColor(50, bar.height() / 2) != link);
}

QTEST_MAIN(TestLabels)
#include "tst_labels.moc"

// SPDX-License-Identifier: MIT
#include "style.h"
#include "theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QScopeGuard>
#include <QTest>
#include <QTimer>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace {

/// The colours of the design, written out a second time on purpose.
struct Expected {
    QPalette::ColorRole role;
    const char *light;
    const char *dark;
};

constexpr Expected design[] = {
    {QPalette::Window, "#F0F2F4", "#23282D"},
    {QPalette::AlternateBase, "#F7F8F9", "#20252A"},
    {QPalette::Base, "#FFFFFF", "#1B1F23"},
    {QPalette::Button, "#FFFFFF", "#2E353B"},
    {QPalette::WindowText, "#1A2127", "#E7EBEE"},
    {QPalette::Text, "#1A2127", "#E7EBEE"},
    {QPalette::ButtonText, "#1A2127", "#E7EBEE"},
    {QPalette::PlaceholderText, "#55606A", "#A6B0B9"},
    {QPalette::Link, "#12598A", "#7FC1EC"},
    {QPalette::LinkVisited, "#12598A", "#7FC1EC"},
    {QPalette::Highlight, "#12598A", "#2778AE"},
    {QPalette::HighlightedText, "#FFFFFF", "#FFFFFF"},
    {QPalette::Mid, "#828D97", "#76818B"},
    {QPalette::Midlight, "#D9DEE2", "#343B42"},
    {QPalette::Light, "#FFFFFF", "#3A424A"},
    {QPalette::Dark, "#6B757E", "#8C969F"},
    {QPalette::Shadow, "#3B434A", "#0C0E10"},
    {QPalette::ToolTipBase, "#1A2127", "#E7EBEE"},
    {QPalette::ToolTipText, "#FFFFFF", "#1A2127"},
};

struct Ratios {
    const char *what;
    Scheme scheme;
    qreal base;
    qreal window;
    qreal selected; // 0 where the design gives none
};

constexpr Ratios ratios[] = {
    {"text", Scheme::Light, 16.3, 14.5, 11.8},   {"text", Scheme::Dark, 13.8, 12.4, 8.8},
    {"secondary", Scheme::Light, 6.4, 5.7, 4.7}, {"secondary", Scheme::Dark, 7.5, 6.8, 4.8},
    {"link", Scheme::Light, 7.4, 6.6, 5.4},      {"link", Scheme::Dark, 8.5, 7.6, 5.4},
    {"border", Scheme::Light, 3.4, 3.0, 0},      {"border", Scheme::Dark, 4.2, 3.7, 0},
    {"resting", Scheme::Light, 3.7, 3.3, 0},     {"resting", Scheme::Dark, 4.5, 4.1, 0},
    {"ok", Scheme::Light, 6.7, 5.9, 4.8},        {"ok", Scheme::Dark, 8.3, 7.4, 5.3},
    {"soon", Scheme::Light, 6.5, 5.8, 4.7},      {"soon", Scheme::Dark, 9.0, 8.0, 5.7},
    {"bad", Scheme::Light, 6.5, 5.8, 4.7},       {"bad", Scheme::Dark, 7.5, 6.7, 4.8},
    {"wait", Scheme::Light, 6.6, 5.9, 4.8},      {"wait", Scheme::Dark, 8.2, 7.4, 5.2},
};

QColor colorNamed(const Theme &theme, QLatin1String what)
{
    const QPalette &palette = theme.palette();
    if (what == "text"_L1)
        return palette.color(QPalette::Text);
    if (what == "secondary"_L1)
        return palette.color(QPalette::PlaceholderText);
    if (what == "link"_L1)
        return palette.color(QPalette::Link);
    if (what == "border"_L1)
        return palette.color(QPalette::Mid);
    if (what == "resting"_L1)
        return palette.color(QPalette::Disabled, QPalette::Text);
    if (what == "ok"_L1)
        return theme.healthColor(HealthTone::Ok);
    if (what == "soon"_L1)
        return theme.healthColor(HealthTone::Soon);
    if (what == "bad"_L1)
        return theme.healthColor(HealthTone::Bad);
    return theme.healthColor(HealthTone::Wait);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void paintsTheColoursOfTheDesign_data();
    void paintsTheColoursOfTheDesign();
    void keepsTheContrastsOfTheDesign_data();
    void keepsTheContrastsOfTheDesign();
    void writesOnHighlightAndToolTipsReadably();
    void quietIsTheColourOfSecondaryText();
    void restingControlsLookTheirPart();
    void highContrastIsBlackAndWhite_data();
    void highContrastIsBlackAndWhite();
    void highContrastKeepsTheDesktopsOwnColours();
    void doesNotTakeAnOrdinaryDesktopForHighContrast();
    void appliesToTheWholeApplication();
    void changesSchemeUnderLivingWidgets();

private:
    static void apply(Theme &theme, Scheme scheme, Contrast contrast = Contrast::Normal)
    {
        theme.apply(*qobject_cast<QApplication *>(QCoreApplication::instance()), scheme, contrast);
    }
};

void TestTheme::paintsTheColoursOfTheDesign_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("light") << Scheme::Light;
    QTest::newRow("dark") << Scheme::Dark;
}

void TestTheme::paintsTheColoursOfTheDesign()
{
    QFETCH(Scheme, scheme);
    const QPalette palette = Theme::paletteFor(scheme, Contrast::Normal);
    for (const Expected &expected : design) {
        const QColor color(QLatin1String(scheme == Scheme::Light ? expected.light : expected.dark));
        QCOMPARE(palette.color(QPalette::Active, expected.role), color);
        QCOMPARE(palette.color(QPalette::Inactive, expected.role), color);
    }
}

void TestTheme::keepsTheContrastsOfTheDesign_data()
{
    QTest::addColumn<Ratios>("expected");
    for (const Ratios &row : ratios) {
        QTest::addRow("%s on %s", row.what, row.scheme == Scheme::Light ? "light" : "dark") << row;
    }
}

void TestTheme::keepsTheContrastsOfTheDesign()
{
    QFETCH(Ratios, expected);
    Theme theme;
    apply(theme, expected.scheme);
    const QColor color = colorNamed(theme, QLatin1String(expected.what));
    const auto ratioOn
        = [&color](const QColor &ground) { return Theme::contrastRatio(color, ground); };
    constexpr qreal rounding = 0.06;
    const qreal base = ratioOn(theme.palette().color(QPalette::Base));
    const qreal window = ratioOn(theme.palette().color(QPalette::Window));
    QVERIFY2(qAbs(base - expected.base) < rounding, qPrintable(QString::number(base)));
    QVERIFY2(qAbs(window - expected.window) < rounding, qPrintable(QString::number(window)));
    if (expected.selected > 0) {
        const qreal selected = ratioOn(theme.selectedRow().background);
        QVERIFY2(qAbs(selected - expected.selected) < rounding,
                 qPrintable(QString::number(selected)));
        QVERIFY(base >= 4.5 && window >= 4.5 && selected >= 4.5);
    } else {
        QVERIFY(base >= 2.95 && window >= 2.95);
    }
}

void TestTheme::writesOnHighlightAndToolTipsReadably()
{
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const QPalette palette = Theme::paletteFor(scheme, Contrast::Normal);
        const auto ratio = [&palette](QPalette::ColorRole text, QPalette::ColorRole ground) {
            return Theme::contrastRatio(palette.color(text), palette.color(ground));
        };
        QVERIFY(ratio(QPalette::HighlightedText, QPalette::Highlight) >= 4.5);
        QVERIFY(ratio(QPalette::ToolTipText, QPalette::ToolTipBase) >= 13);
        QVERIFY(ratio(QPalette::Text, QPalette::Midlight) >= 4.5); // initials
        QVERIFY(ratio(QPalette::ButtonText, QPalette::Button) >= 4.5);
    }
}

void TestTheme::quietIsTheColourOfSecondaryText()
{
    Theme theme;
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        apply(theme, scheme);
        QCOMPARE(theme.healthColor(HealthTone::Quiet),
                 theme.palette().color(QPalette::PlaceholderText));
    }
}

void TestTheme::restingControlsLookTheirPart()
{
    const QPalette light = Theme::paletteFor(Scheme::Light, Contrast::Normal);
    const QPalette dark = Theme::paletteFor(Scheme::Dark, Contrast::Normal);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::PlaceholderText, QPalette::Link}) {
        QCOMPARE(light.color(QPalette::Disabled, role), QColor(0x7D, 0x86, 0x8F));
        QCOMPARE(dark.color(QPalette::Disabled, role), QColor(0x7D, 0x87, 0x90));
    }
}

void TestTheme::highContrastIsBlackAndWhite_data()
{
    paintsTheColoursOfTheDesign_data();
}

void TestTheme::highContrastIsBlackAndWhite()
{
    QFETCH(Scheme, scheme);
    Theme theme;
    apply(theme, scheme, Contrast::High);
    const QPalette &palette = theme.palette();
    const QColor ink = palette.color(QPalette::Text);
    QCOMPARE(ink, QColor(scheme == Scheme::Light ? Qt::black : Qt::white));
    QCOMPARE(Theme::contrastRatio(ink, palette.color(QPalette::Base)), 21.0);
    QCOMPARE(Theme::contrastRatio(ink, palette.color(QPalette::Window)), 21.0);
    QCOMPARE(palette.color(QPalette::Mid), ink);
    QCOMPARE(palette.color(QPalette::PlaceholderText), ink);
    for (const HealthTone tone :
         {HealthTone::Ok, HealthTone::Soon, HealthTone::Bad, HealthTone::Wait, HealthTone::Quiet}) {
        QCOMPARE(theme.healthColor(tone), ink);
    }
    const Theme::SelectedRow row = theme.selectedRow();
    QCOMPARE(row.background, palette.color(QPalette::Highlight));
    QVERIFY(row.shapesFollowText);
    QCOMPARE(Theme::contrastRatio(row.text, row.background), 21.0);
    QCOMPARE(Theme::contrastRatio(row.secondary, row.background), 21.0);
}

void TestTheme::highContrastKeepsTheDesktopsOwnColours()
{
    QPalette desktop(Qt::black);
    for (const auto role : {QPalette::Window, QPalette::Base})
        desktop.setColor(role, Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        desktop.setColor(role, Qt::white);
    desktop.setColor(QPalette::Highlight, Qt::yellow);
    const QPalette palette = Theme::paletteFor(Scheme::Light, Contrast::High, desktop);
    QCOMPARE(palette.color(QPalette::Window), QColor(Qt::black));
    QCOMPARE(palette.color(QPalette::Highlight), QColor(Qt::yellow));
    QCOMPARE(palette.color(QPalette::Mid), QColor(Qt::white));
    // The wish for high contrast comes from the person; without it the desktop's is not taken.
    QCOMPARE(Theme::paletteFor(Scheme::Light, Contrast::Normal, desktop).color(QPalette::Window),
             QColor(0xF0, 0xF2, 0xF4));
}

void TestTheme::doesNotTakeAnOrdinaryDesktopForHighContrast()
{
    const QPalette ordinary(QColor(0xEF, 0xEF, 0xEF));
    QCOMPARE(Theme::paletteFor(Scheme::Dark, Contrast::High, ordinary).color(QPalette::Window),
             QColor(Qt::black));
}

void TestTheme::appliesToTheWholeApplication()
{
    Theme theme;
    apply(theme, Scheme::Dark);
    QVERIFY(qobject_cast<Style *>(QApplication::style()));
    QCOMPARE(QApplication::palette().color(QPalette::Base), QColor(0x1B, 0x1F, 0x23));
    QCOMPARE(QToolTip::palette().color(QPalette::ToolTipBase), QColor(0xE7, 0xEB, 0xEE));
    QCOMPARE(theme.scheme(), Scheme::Dark);
}

void TestTheme::changesSchemeUnderLivingWidgets()
{
    Theme theme;
    apply(theme, Scheme::Light);
    const QStyle *style = QApplication::style();
    QLineEdit field;
    field.show();
    QCOMPARE(field.palette().color(QPalette::Base), QColor(Qt::white));
    // Qt tells widgets of a new palette only once the application runs.
    QTimer::singleShot(0, &field, [&theme, &field] {
        const auto done = qScopeGuard([] { QCoreApplication::quit(); });
        apply(theme, Scheme::Dark);
        QTRY_COMPARE(field.palette().color(QPalette::Base), QColor(0x1B, 0x1F, 0x23));
    });
    QCoreApplication::exec();
    QCOMPARE(field.palette().color(QPalette::Base), QColor(0x1B, 0x1F, 0x23));
    QCOMPARE(QApplication::style(), style);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"

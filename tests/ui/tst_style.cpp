// SPDX-License-Identifier: MIT
#include "measures.h"
#include "pictures/icons.h"
#include "style.h"
#include "theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyleOptionMenuItem>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

bool holds(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

} // namespace

class TestStyle : public QObject
{
    Q_OBJECT

private slots:
    void defaultButtonIsFilledAndItsLabelReadable();
    void focusShowsOnEveryButton();
    void fieldEdgesCanBeSeenInTheDark();
    void selectedMenuItemsRecolourTheirIcons();
    void sizesFollowTheFont();
    void nothingMoves();
    void externalLinkStandsAfterTheWords();
    void fieldsKeepRoomForALargerFont();

private:
    static void apply(Theme &theme, Scheme scheme, Contrast contrast = Contrast::Normal)
    {
        theme.apply(*qobject_cast<QApplication *>(QCoreApplication::instance()), scheme, contrast);
    }
};

void TestStyle::defaultButtonIsFilledAndItsLabelReadable()
{
    Theme theme;
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        apply(theme, scheme);
        QPushButton button(u"Link"_s);
        button.setDefault(true);
        button.resize(button.sizeHint());
        QImage filled = button.grab().toImage();
        QCOMPARE(filled.pixelColor(filled.width() / 2, 4),
                 theme.palette().color(QPalette::Highlight));
        QVERIFY(holds(filled, theme.palette().color(QPalette::HighlightedText)));
        button.setEnabled(false); // at rest nothing is emphasised
        QVERIFY(!holds(button.grab().toImage(), theme.palette().color(QPalette::Highlight)));
        button.setEnabled(true);
        button.setDefault(false);
        QImage plain = button.grab().toImage();
        QCOMPARE(plain.pixelColor(plain.width() / 2, 4), theme.palette().color(QPalette::Button));
        QCOMPARE(plain.pixelColor(plain.width() / 2, 0), theme.palette().color(QPalette::Mid));
    }
}

void TestStyle::focusShowsOnEveryButton()
{
    Theme theme;
    apply(theme, Scheme::Light);
    const auto painted = [](QStyleOptionButton::ButtonFeatures features, QStyle::State state) {
        QStyleOptionButton option;
        option.rect = QRect(0, 0, 80, 30);
        option.palette = QApplication::palette();
        option.state = QStyle::State_Enabled | state;
        option.features = features;
        QImage image(option.rect.size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        QApplication::style()->drawControl(QStyle::CE_PushButton, &option, &painter);
        return image;
    };
    for (const auto &features :
         {QStyleOptionButton::ButtonFeatures(),
          QStyleOptionButton::ButtonFeatures(QStyleOptionButton::Flat),
          QStyleOptionButton::ButtonFeatures(QStyleOptionButton::DefaultButton)}) {
        const QImage focused = painted(features, QStyle::State_HasFocus);
        QVERIFY(focused != painted(features, QStyle::State_None));
        const QColor ring = features.testFlag(QStyleOptionButton::DefaultButton)
            ? theme.palette().color(QPalette::Highlight)
            : theme.palette().color(QPalette::Link);
        QCOMPARE(focused.pixelColor(40, 0), ring);
        QCOMPARE(focused.pixelColor(40, 1), ring);
    }
    const QImage main = painted(QStyleOptionButton::DefaultButton, QStyle::State_HasFocus);
    QCOMPARE(main.pixelColor(40, 2), theme.palette().color(QPalette::HighlightedText));
}

void TestStyle::fieldEdgesCanBeSeenInTheDark()
{
    Theme theme;
    apply(theme, Scheme::Dark);
    QLineEdit field;
    field.resize(field.sizeHint());
    const QImage image = field.grab().toImage();
    QCOMPARE(image.pixelColor(image.width() / 2, 0), theme.palette().color(QPalette::Mid));
    QCOMPARE(image.pixelColor(image.width() / 2, 3), theme.palette().color(QPalette::Base));
}

void TestStyle::selectedMenuItemsRecolourTheirIcons()
{
    Theme theme;
    apply(theme, Scheme::Light);
    const Icons icons;
    const QColor bad = theme.healthColor(HealthTone::Bad);
    QStyleOptionMenuItem option;
    option.rect = QRect(0, 0, 200, 30);
    option.palette = QApplication::palette();
    option.font = QApplication::font();
    option.icon = icons.icon(u"health/expired"_s, bad, bad);
    option.maxIconWidth = 30;
    option.text = u"GitLab: expired"_s;
    option.menuItemType = QStyleOptionMenuItem::Normal;
    const auto painted = [&option](QStyle::State state) {
        option.state = QStyle::State_Enabled | state;
        QImage image(option.rect.size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(option.palette.color(QPalette::Base));
        QPainter painter(&image);
        QApplication::style()->drawControl(QStyle::CE_MenuItem, &option, &painter);
        return image;
    };
    QVERIFY(holds(painted(QStyle::State_None), bad));
    const QImage chosen = painted(QStyle::State_Selected);
    QVERIFY(!holds(chosen, bad));
    QCOMPARE(chosen.pixelColor(199, 15), theme.palette().color(QPalette::Highlight));
    QVERIFY(holds(chosen.copy(0, 0, 40, 30), theme.palette().color(QPalette::HighlightedText)));
}

void TestStyle::sizesFollowTheFont()
{
    Theme theme;
    apply(theme, Scheme::Light);
    const QFont before = QApplication::font();
    QFont larger = before;
    larger.setPointSizeF(before.pointSizeF() * 2);
    for (const QFont &font : {before, larger}) {
        QApplication::setFont(font);
        const Measures measures;
        QPushButton button(u"Unlink…"_s);
        QLineEdit field;
        QCOMPARE(button.sizeHint().height(), measures.controlHeight());
        QCOMPARE(field.sizeHint().height(), measures.controlHeight());
        QVERIFY(button.sizeHint().width() >= measures.lines(4.5));
        QVERIFY(measures.codeFont().pointSizeF() >= qMax(28.0, font.pointSizeF() * 2.8 - 0.1));
        QVERIFY(qAbs(measures.titleFont().pointSizeF() - font.pointSizeF() * 1.4) < 0.3);
    }
    QApplication::setFont(before);
}

void TestStyle::nothingMoves()
{
    Theme theme;
    apply(theme, Scheme::Light);
    QCOMPARE(QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
}

void TestStyle::externalLinkStandsAfterTheWords()
{
    Theme theme;
    apply(theme, Scheme::Light);
    const Icons icons;
    // Without words to compare with, only the icon leaves ink; spaces keep its place.
    const auto middleOfInk = [&icons](const QString &name, Qt::LayoutDirection direction) {
        QPushButton button(icons.icon(name), QString(12, QChar(QChar::Nbsp)));
        button.setLayoutDirection(direction);
        button.resize(button.sizeHint());
        const QImage image = button.grab().toImage();
        QRect ink;
        for (int y = 4; y < image.height() - 4; ++y) {
            for (int x = 4; x < image.width() - 4; ++x) {
                if (image.pixelColor(x, y).lightness() < 128)
                    ink |= QRect(x, y, 1, 1);
            }
        }
        return ink.isEmpty() ? -1.0 : ink.center().x() / qreal(image.width());
    };
    QVERIFY(middleOfInk(u"external-link"_s, Qt::LeftToRight) > 0.6);
    QVERIFY(middleOfInk(u"refresh-cw"_s, Qt::LeftToRight) < 0.4);
    const qreal mirrored = middleOfInk(u"external-link"_s, Qt::RightToLeft);
    QVERIFY(mirrored > 0 && mirrored < 0.4);
}

void TestStyle::fieldsKeepRoomForALargerFont()
{
    Theme theme;
    apply(theme, Scheme::Light);
    QLineEdit field;
    field.setFont(Measures().codeFont());
    QVERIFY(field.sizeHint().height() >= QFontMetrics(field.font()).height());
}

QTEST_MAIN(TestStyle)
#include "tst_style.moc"

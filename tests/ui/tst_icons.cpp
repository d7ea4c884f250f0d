// SPDX-License-Identifier: MIT
#include "pictures/icons.h"
#include "pictures/providermark.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QStringList &healthNames()
{
    static const QStringList names{
        u"health/needs-reconnect"_s,      u"health/expired"_s,      u"health/expiring-soon"_s,
        u"health/app-not-installed"_s,    u"health/valid"_s,        u"health/renews-itself"_s,
        u"health/not-verifiable"_s,       u"health/rate-limited"_s, u"health/not-linked"_s,
        u"health/provider-unreachable"_s, u"health/orphan"_s,       u"health/unknown"_s};
    return names;
}

const QStringList &interfaceNames()
{
    static const QStringList names{u"search"_s,
                                   u"x"_s,
                                   u"chevron-up"_s,
                                   u"chevron-down"_s,
                                   u"chevron-right"_s,
                                   u"chevron-left"_s,
                                   u"external-link"_s,
                                   u"refresh-cw"_s,
                                   u"check"_s,
                                   u"minus"_s,
                                   u"eye"_s,
                                   u"eye-off"_s,
                                   u"shield-alert"_s,
                                   u"copy"_s,
                                   u"clock"_s,
                                   u"info"_s,
                                   u"circle-question-mark"_s};
    return names;
}

const QStringList &trayNames()
{
    static const QStringList names{u"tray/ok"_s, u"tray/attention"_s, u"tray/linking"_s,
                                   u"tray/offline"_s, u"tray/signedout"_s};
    return names;
}

QImage drawn(const Icons &icons, const QString &name, int size, const QColor &color, qreal scale)
{
    return icons.pixmap(name, size, color, scale).toImage().convertToFormat(QImage::Format_ARGB32);
}

/// How many of the pixels are covered, 0 to 1.
qreal coverage(const QImage &image)
{
    qreal sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            sum += qAlpha(image.pixel(x, y)) / 255.0;
    }
    return sum / (image.width() * image.height());
}

/// How much the coverage of two drawings of one size differs, 0 to 1.
qreal difference(const QImage &one, const QImage &other)
{
    qreal sum = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            sum += qAbs(qAlpha(one.pixel(x, y)) - qAlpha(other.pixel(x, y))) / 255.0;
    }
    return sum / (one.width() * one.height());
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT

private slots:
    void holdsEveryDrawingOfTheInterface();
    void rendersEveryDrawing_data();
    void rendersEveryDrawing();
    void shapesDifferWithoutColour_data();
    void shapesDifferWithoutColour();
    void shapesStayInTheirBox();
    void paintsTheSameDrawingInAnotherColour();
    void answersNothingForAnUnknownName();
    void followsThePaletteOfTheApplication();
    void keepsTheColourOfAHealth();
    void outlivesTheIconsItCameFrom();
    void applicationIconKeepsItsColours();
    void mirrorsOnlyWhatPointsAlongTheText();
    void onlyTheExternalLinkStandsAfterText();
    void choosesTheMark_data();
    void choosesTheMark();
    void everyMarkIsThere();
    void initialsStandOnTheirGround();
};

void TestIcons::holdsEveryDrawingOfTheInterface()
{
    const Icons icons;
    const QStringList names = Icons::names();
    for (const QString &name : healthNames() + interfaceNames() + trayNames())
        QVERIFY2(names.contains(name), qPrintable(name));
    QCOMPARE(names.filter(u"health/"_s).size(), healthNames().size());
    QCOMPARE(names.filter(u"tray/"_s).size(), trayNames().size());
}

void TestIcons::rendersEveryDrawing_data()
{
    const Icons icons;
    QTest::addColumn<QString>("name");
    for (const QString &name : Icons::names()) {
        if (name != "icon"_L1)
            QTest::newRow(qPrintable(name)) << name;
    }
}

void TestIcons::rendersEveryDrawing()
{
    QFETCH(QString, name);
    const Icons icons;
    const QColor color(0x12, 0x59, 0x8A);
    for (const qreal scale : {1.0, 2.0}) {
        const QPixmap picture = icons.pixmap(name, 16, color, scale);
        QCOMPARE(picture.size(), QSize(16, 16) * scale);
        QCOMPARE(picture.devicePixelRatio(), scale);
        const QImage image = drawn(icons, name, 16, color, scale);
        QVERIFY(coverage(image) > 0.03);
        QVERIFY(coverage(image) < 0.97);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (pixel.alpha() > 250)
                    QCOMPARE(QColor(pixel.rgb()), color);
            }
        }
    }
}

void TestIcons::shapesDifferWithoutColour_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<int>("size");
    QTest::newRow("healths, in a list") << healthNames() << 16;
    QTest::newRow("healths, large") << healthNames() << 36;
    QTest::newRow("tray, small") << trayNames() << 16;
    QTest::newRow("tray, large") << trayNames() << 32;
}

void TestIcons::shapesDifferWithoutColour()
{
    QFETCH(QStringList, names);
    QFETCH(int, size);
    const Icons icons;
    for (const QString &one : names) {
        for (const QString &other : names) {
            if (one == other)
                continue;
            const qreal differs = difference(drawn(icons, one, size, Qt::black, 1),
                                             drawn(icons, other, size, Qt::black, 1));
            QVERIFY2(differs > 0.03, qPrintable(u"%1 %2 %3"_s.arg(one, other).arg(differs)));
        }
    }
}

void TestIcons::shapesStayInTheirBox()
{
    const Icons icons;
    for (const QString &name : healthNames()) {
        const QImage image = drawn(icons, name, 32, Qt::black, 1);
        // A shape that reaches the corners has lost its mask or its view box.
        QVERIFY2(qAlpha(image.pixel(0, 0)) == 0 && qAlpha(image.pixel(31, 0)) == 0,
                 qPrintable(name));
    }
}

void TestIcons::paintsTheSameDrawingInAnotherColour()
{
    const Icons icons;
    const QImage red = drawn(icons, u"check"_s, 24, Qt::red, 1);
    const QImage blue = drawn(icons, u"check"_s, 24, Qt::blue, 1);
    QVERIFY(red != blue);
    QCOMPARE(difference(red, blue), 0.0);
}

void TestIcons::answersNothingForAnUnknownName()
{
    const Icons icons;
    QTest::ignoreMessage(QtWarningMsg, "no drawing named \"nothing\"");
    QTest::ignoreMessage(QtWarningMsg, "no drawing named \"nothing\"");
    QVERIFY(icons.pixmap(u"nothing"_s, 16, Qt::black, 1).isNull());
    QVERIFY(icons.icon(u"nothing"_s).isNull());
    QVERIFY(!Icons::contains(u"nothing"_s));
}

void TestIcons::followsThePaletteOfTheApplication()
{
    const QPalette before = QGuiApplication::palette();
    const Icons icons;
    const QIcon icon = icons.icon(u"check"_s);
    QPalette palette;
    palette.setColor(QPalette::All, QPalette::ButtonText, Qt::red);
    QGuiApplication::setPalette(palette);
    const QImage red = icon.pixmap(QSize(24, 24), 1).toImage();
    palette.setColor(QPalette::All, QPalette::ButtonText, Qt::blue);
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, Qt::gray);
    QGuiApplication::setPalette(palette);
    const QImage blue = icon.pixmap(QSize(24, 24), 1).toImage();
    const QImage gray = icon.pixmap(QSize(24, 24), 1, QIcon::Disabled).toImage();
    QGuiApplication::setPalette(before);
    const auto full = [](const QImage &image) {
        QColor best(Qt::transparent);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() > best.alpha())
                    best = image.pixelColor(x, y);
            }
        }
        return best.rgb();
    };
    QCOMPARE(full(red), QColor(Qt::red).rgb());
    QCOMPARE(full(blue), QColor(Qt::blue).rgb());
    QCOMPARE(full(gray), QColor(Qt::gray).rgb());
}

void TestIcons::keepsTheColourOfAHealth()
{
    const Icons icons;
    const QIcon icon = icons.icon(u"health/app-not-installed"_s, Qt::red, Qt::gray);
    QCOMPARE(icon.pixmap(QSize(32, 32), 1).toImage().pixelColor(6, 6), QColor(Qt::red));
    QCOMPARE(icon.pixmap(QSize(32, 32), 1, QIcon::Disabled).toImage().pixelColor(6, 6),
             QColor(Qt::gray));
    QVERIFY(icon.isMask());
}

void TestIcons::outlivesTheIconsItCameFrom()
{
    QIcon icon;
    {
        const Icons icons;
        icon = icons.icon(u"search"_s);
    }
    QVERIFY(!icon.pixmap(QSize(16, 16), 1).isNull());
}

void TestIcons::applicationIconKeepsItsColours()
{
    const Icons icons;
    const QIcon icon = icons.applicationIcon();
    QVERIFY(!icon.isMask());
    const QImage image = icon.pixmap(QSize(64, 64), 1).toImage();
    QCOMPARE(image.pixelColor(8, 20), QColor(0x12, 0x59, 0x8A));
    QCOMPARE(image.pixelColor(6, 44), QColor(0xF3, 0xC1, 0x5F));
    QCOMPARE(image.pixelColor(46, 40), QColor(Qt::white));
}

void TestIcons::mirrorsOnlyWhatPointsAlongTheText()
{
    const Icons icons;
    const auto image = [&icons](const QString &name) {
        return icons.icon(name, Qt::black, Qt::black).pixmap(QSize(24, 24), 1).toImage();
    };
    const QImage chevron = image(u"chevron-right"_s);
    const QImage link = image(u"external-link"_s);
    const QImage health = image(u"health/renews-itself"_s);
    const QImage mark = image(u"mark/gitea"_s);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const QImage chevronMirrored = image(u"chevron-right"_s);
    const QImage linkMirrored = image(u"external-link"_s);
    const QImage healthMirrored = image(u"health/renews-itself"_s);
    const QImage markMirrored = image(u"mark/gitea"_s);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QVERIFY(difference(chevron.mirrored(true, false), chevronMirrored) < 0.01);
    QVERIFY(difference(chevron, chevronMirrored) > 0.05);
    QVERIFY(difference(link.mirrored(true, false), linkMirrored) < 0.01);
    QCOMPARE(healthMirrored, health);
    QCOMPARE(markMirrored, mark);
}

void TestIcons::onlyTheExternalLinkStandsAfterText()
{
    const Icons icons;
    QVERIFY(Icons::standsAfterText(icons.icon(u"external-link"_s)));
    QVERIFY(!Icons::standsAfterText(icons.icon(u"refresh-cw"_s)));
    QVERIFY(!Icons::standsAfterText(icons.icon(u"chevron-down"_s)));
}

void TestIcons::choosesTheMark_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("displayIcon");
    QTest::addColumn<QString>("displayName");
    QTest::addColumn<QString>("iconName");
    QTest::addColumn<QString>("initials");
    const auto row = [](const char *claim, const QString &type, const QString &icon,
                        const QString &name, const QString &mark, const QString &initials) {
        QTest::newRow(claim) << type << icon << name << mark << initials;
    };
    row("by type", u"github"_s, {}, u"GitHub"_s, u"mark/github"_s, u"GI"_s);
    row("bitbucket server", u"bitbucket-server"_s, {}, u"Bitbucket Server"_s, u"mark/bitbucket"_s,
        u"BS"_s);
    row("the admin's picture goes before the type", u"gitea"_s, u"/icon/forgejo.svg"_s,
        u"Forgejo"_s, u"mark/forgejo"_s, u"FO"_s);
    row("a query is no part of the name", u"oidc"_s, u"/icon/gitlab.svg?monochrome"_s, u"Git"_s,
        u"mark/gitlab"_s, u"GI"_s);
    row("another host, never fetched", u"oidc"_s, u"https://pictures.example/a/Codeberg.PNG#x"_s,
        u"Codeberg"_s, u"mark/codeberg"_s, u"CO"_s);
    row("a picture without a mark leaves the type", u"gitlab"_s, u"/emojis/1f511.png"_s,
        u"GitLab"_s, u"mark/gitlab"_s, u"GI"_s);
    row("only the file name counts", u"oidc"_s, u"/github.svg/other.svg"_s, u"Other"_s, {},
        u"OT"_s);
    row("a path never reaches the resources", u"oidc"_s, u"/../../icon.svg"_s, u"Any"_s, {},
        u"AN"_s);
    row("azure devops", u"azure-devops"_s, u"/icon/azure-devops.svg"_s, u"Azure DevOps"_s, {},
        u"AD"_s);
    row("entra", u"azure-devops-entra"_s, u"/icon/azure-devops.svg"_s, u"Azure DevOps (Entra)"_s,
        {}, u"AD"_s);
    row("slack", u"slack"_s, u"/icon/slack.svg"_s, u"Slack"_s, {}, u"SL"_s);
    row("an id", {}, {}, u"leaving"_s, {}, u"LE"_s);
    row("one letter", {}, {}, u"x"_s, {}, u"X"_s);
    row("signs before letters", {}, {}, u"[our] git"_s, {}, u"OG"_s);
    row("no letters", {}, {}, u"\u202E\u0301!"_s, {}, u"?"_s);
    row("nothing", {}, {}, {}, {}, u"?"_s);
    row("letters beyond the first plane", {}, {}, u"\U00010428\U00010429"_s, {},
        u"\U00010400\U00010401"_s);
}

void TestIcons::choosesTheMark()
{
    QFETCH(QString, type);
    QFETCH(QString, displayIcon);
    QFETCH(QString, displayName);
    QFETCH(QString, iconName);
    QFETCH(QString, initials);
    const ProviderMark mark = markFor(type, displayIcon, displayName);
    QCOMPARE(mark.iconName, iconName);
    QCOMPARE(mark.initials, initials);
}

void TestIcons::everyMarkIsThere()
{
    const Icons icons;
    const QStringList marks = Icons::names().filter(u"mark/"_s);
    QVERIFY(marks.size() > 10);
    for (const QString &name : marks) {
        const QString file = u"/icon/%1.svg"_s.arg(name.sliced(5));
        QCOMPARE(markFor(u"", file, u"Any").iconName, name);
    }
    for (const QString &type : {u"github"_s, u"gitlab"_s, u"bitbucket"_s, u"bitbucket-cloud"_s,
                                u"bitbucket-server"_s, u"gitea"_s, u"jfrog"_s}) {
        QVERIFY2(marks.contains(markFor(type, u"", u"Any").iconName), qPrintable(type));
    }
}

void TestIcons::initialsStandOnTheirGround()
{
    const Icons icons;
    QPalette palette;
    palette.setColor(QPalette::All, QPalette::Midlight, QColor(0xD9, 0xDE, 0xE2));
    palette.setColor(QPalette::All, QPalette::Text, Qt::black);
    const auto painted = [&](MarkGround ground) {
        QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintMark(painter, image.rect(), markForPerson(u"ada"), icons, palette, Qt::black, ground);
        return image;
    };
    QCOMPARE(markForPerson(u"ada").initials, u"A"_s);
    const QImage square = painted(MarkGround::Square);
    const QImage disc = painted(MarkGround::Disc);
    QCOMPARE(square.pixelColor(3, 3), QColor(0xD9, 0xDE, 0xE2));
    QCOMPARE(disc.pixelColor(3, 3).alpha(), 0);
    QCOMPARE(disc.pixelColor(4, 20), QColor(0xD9, 0xDE, 0xE2));
    QVERIFY(difference(square, disc) > 0.02);
}

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"

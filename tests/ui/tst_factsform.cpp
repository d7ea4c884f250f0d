// SPDX-License-Identifier: MIT
#include "measures.h"
#include "pictures/icons.h"
#include "theme.h"
#include "ui/linkworld.h"
#include "widgets/plainlabel.h"
#include "window/addresslink.h"
#include "window/mainwindow.h"

#include <QApplication>
#include <QPushButton>
#include <QScopeGuard>
#include <QTest>

using namespace Qt::StringLiterals;

/// What is known of a link stays readable while it becomes more and less.
class TestFactsForm : public QObject
{
    Q_OBJECT

private slots:
    void accountAppearsWithTheLink_data();
    void accountAppearsWithTheLink();
    void anAddressReadsTheSameFromRightToLeft();
    void leadsToTheProvidersListOfApps();
};

void TestFactsForm::accountAppearsWithTheLink_data()
{
    QTest::addColumn<bool>("loginKnownAtOnce");
    QTest::newRow("the login comes with the link") << true;
    QTest::newRow("the login comes later") << false;
}

void TestFactsForm::accountAppearsWithTheLink()
{
    QFETCH(bool, loginKnownAtOnce);
    Theme theme;
    theme.apply(*qApp, Scheme::Light);
    const Icons icons;
    LinkWorld world;
    world.addAdaWith(LinkHealth::NotLinked);
    const LinkKey key = LinkWorld::key(u"github"_s);
    MainWindow window(world.model, world.book, world.clock, theme, icons);
    window.setAccounts(world.accounts);
    window.showLink(key);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));

    LinkUser ada = make::user(u"ada"_s);
    ada.profile = LinkWorld::page(u"https://git.example/ada"_s);
    if (loginKnownAtOnce)
        world.book.applyDetails(key, make::details(true, ada));
    world.book.applyListing(LinkWorld::ada(), LinkWorld::listingFor(LinkHealth::Valid));
    world.book.applyDetails(key, make::details(true, ada));

    auto *login = window.findChild<PlainLabel *>(u"login"_s);
    QTRY_VERIFY(login->text().contains(u"@ada"_s));
    QVERIFY(login->isVisible());
    QVERIFY2(login->height() >= login->fontMetrics().height(),
             qPrintable(QString::number(login->height())));
    QVERIFY(login->width() >= login->fontMetrics().horizontalAdvance(login->text()));
    const QWidget *row = login->parentWidget();
    QVERIFY(row->rect().contains(login->geometry()));
    auto *profile = window.findChild<AddressLink *>(u"profile"_s);
    QVERIFY(profile->geometry().top() > row->geometry().bottom());
    const auto textBegins = [&window](const QWidget *value) {
        return value->mapTo(&window, value->contentsRect().topLeft()).x();
    };
    const auto *since = window.findChild<PlainLabel *>(u"linkedSince"_s);
    QCOMPARE(textBegins(profile), textBegins(since));
    QCOMPARE(row->mapTo(&window, QPoint()).x() + Measures::focusWidth, textBegins(since));
}

void TestFactsForm::anAddressReadsTheSameFromRightToLeft()
{
    AddressLink link;
    link.setAddress(LinkWorld::page(u"https://git.example/ada"_s));
    link.resize(link.sizeHint());
    const QImage usual = link.grab().toImage();
    const auto restore = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    link.resize(link.sizeHint());
    QCOMPARE(link.grab().toImage(), usual);
}

/// Its host is in sight, and where none is known nothing is guessed.
void TestFactsForm::leadsToTheProvidersListOfApps()
{
    Theme theme;
    theme.apply(*qApp, Scheme::Light);
    const Icons icons;
    LinkWorld world;
    world.addAdaWith(LinkHealth::Valid);
    const LinkKey key = LinkWorld::key(u"github"_s);
    MainWindow window(world.model, world.book, world.clock, theme, icons);
    window.setAccounts(world.accounts);
    window.showLink(key);
    window.show();
    auto *apps = window.findChild<QPushButton *>(u"authorisedApps"_s);
    QVERIFY(apps && !apps->isVisible());

    LinkUser ada = make::user(u"ada"_s);
    ada.profile = LinkWorld::page(u"https://git.example/ada"_s);
    world.book.applyDetails(key, make::details(true, ada));
    QVERIFY(apps->isVisible());
    QCOMPARE(apps->accessibleName(), u"git.example/settings/applications"_s);
    QList<WebAddress> opened;
    connect(&window, &MainWindow::openWished, this,
            [&opened](const WebAddress &page) { opened.append(page); });
    apps->click();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().encoded(), u"https://git.example/settings/applications"_s);
}

QTEST_MAIN(TestFactsForm)
#include "tst_factsform.moc"

// SPDX-License-Identifier: MIT
#include "desktop/traymenu.h"

#include "support/dialogstage.h"

#include <QPointer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const LinkKey github{.account = AccountId(u"https://coder.example.com/1"_s),
                     .provider = ProviderId(u"github"_s)};

QAction *entryOf(const QMenu &menu, const QString &text)
{
    const QList<QAction *> entries = menu.actions();
    for (QAction *entry : entries) {
        if (entry->text().startsWith(text))
            return entry;
    }
    return nullptr;
}

/// The menu on the screen, as an XEmbed tray shows it.
struct Scene {
    Scene() { menu.setContent(linking()); }

    [[nodiscard]] TrayContent linking()
    {
        return {.state = TrayContent::State::Linking,
                .flows = {{.link = github,
                           .provider = UntrustedText::name(u"GitHub"),
                           .deadline = stage.clock.deadline() + 15min}}};
    }
    /// What is offered for the flow, opened by a click.
    [[nodiscard]] QMenu *openFlow()
    {
        // Since Qt 6.8 a menu closes at a click of a pointer that has not moved since it opened.
        QCursor::setPos({400, 400});
        QCoreApplication::processEvents();
        menu.popup({0, 0});
        QAction *entry = entryOf(menu, u"Linking GitHub"_s);
        if (!entry || !QTest::qWaitForWindowExposed(&menu))
            return nullptr;
        click(menu, *entry);
        return entry->menu();
    }
    static void click(QMenu &where, const QAction &entry)
    {
        QTest::mouseClick(&where, Qt::LeftButton, {},
                          where.actionGeometry(const_cast<QAction *>(&entry)).center());
    }

    DialogStage stage;
    TrayMenu menu{stage.icons, stage.theme, stage.clock};
};

} // namespace

/// The menu where Fairlead itself draws it.
class TestTrayMenu : public QObject
{
    Q_OBJECT

private slots:
    void outlivesTheClickThatEmptiesIt();
    void forgetsWhatItNoLongerOffers();
    void tellsWhatIsDoneInTheBrowser_data();
    void tellsWhatIsDoneInTheBrowser();
    void offersToLookAtWhatIsDoneInTheBrowser();
    void saysWhoseALinkingIsWhereTheProviderDoesNot_data();
    void saysWhoseALinkingIsWhereTheProviderDoesNot();
    void saysWhoseALinkIsWhereTheProviderDoesNot();
};

void TestTrayMenu::outlivesTheClickThatEmptiesIt()
{
    Scene scene;
    const QPointer<QMenu> flow = scene.openFlow();
    QVERIFY(flow);
    QTRY_VERIFY(flow->isVisible());
    QPointer<QAction> cancel = entryOf(*flow, u"Cancel"_s);
    QVERIFY(cancel);
    int wishes = 0;
    connect(&scene.menu, &TrayMenu::flowCancelWished, this, [&] {
        ++wishes;
        scene.menu.setContent({.state = TrayContent::State::AllWell});
        QVERIFY(flow); // Qt is not done with it
        QVERIFY(cancel);
    });
    Scene::click(*flow, *cancel);
    QCOMPARE(wishes, 1);
    QTRY_VERIFY(!flow);
    QVERIFY(!entryOf(scene.menu, u"Linking"_s));
}

void TestTrayMenu::forgetsWhatItNoLongerOffers()
{
    Scene scene;
    const QPointer<QMenu> flow = scene.openFlow();
    QTRY_VERIFY(flow && flow->isVisible());
    const QPointer<QAction> open = entryOf(scene.menu, u"Open Fairlead"_s);
    scene.menu.setContent({.state = TrayContent::State::AllWell});
    QVERIFY(flow && !flow->isVisible());
    QTRY_VERIFY(!flow);
    QTRY_VERIFY(!open);
    QCOMPARE(scene.menu.actions().size(), 4); // open, check, a line, quit
}

void TestTrayMenu::tellsWhatIsDoneInTheBrowser_data()
{
    using Doing = TrayContent::Flow::Doing;
    QTest::addColumn<int>("doing");
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("label");
    QTest::newRow("looking") << int(Doing::Looking) << u"Gitea"_s
                             << u"Gitea: linking in the browser"_s;
    QTest::newRow("unanswered") << int(Doing::Unanswered) << u"Gitea"_s
                                << u"Gitea: linking in the browser, Coder does not answer"_s;
    QTest::newRow("signed out") << int(Doing::SignedOut) << u"Gitea"_s
                                << u"Gitea: linking in the browser, signed out of Coder"_s;
    QTest::newRow("stopped") << int(Doing::StoppedLooking) << u"Gitea"_s
                             << u"Gitea: stopped looking for a link"_s;
    QTest::newRow("a name of a server's making")
        << int(Doing::Looking) << u"<b>Git&ea</b>"_s << u"github: linking in the browser"_s;
}

void TestTrayMenu::tellsWhatIsDoneInTheBrowser()
{
    QFETCH(const int, doing);
    QFETCH(const QString, provider);
    QFETCH(const QString, label);
    Scene scene;
    scene.menu.setContent({.state = TrayContent::State::Linking,
                           .flows = {{.link = github,
                                      .provider = UntrustedText::name(provider),
                                      .doing = static_cast<TrayContent::Flow::Doing>(doing)}}});
    QCOMPARE(scene.menu.actions().constFirst()->text(), label);
}

void TestTrayMenu::offersToLookAtWhatIsDoneInTheBrowser()
{
    Scene scene;
    scene.menu.setContent({.state = TrayContent::State::Linking,
                           .flows = {{.link = github,
                                      .provider = UntrustedText::name(u"Gitea"),
                                      .doing = TrayContent::Flow::Doing::Looking}}});
    const QMenu &flow = *scene.menu.actions().constFirst()->menu();
    QList<LinkKey> shown;
    QList<LinkKey> checked;
    connect(&scene.menu, &TrayMenu::flowShowWished, this,
            [&shown](const LinkKey &link) { shown.append(link); });
    connect(&scene.menu, &TrayMenu::flowCheckWished, this,
            [&checked](const LinkKey &link) { checked.append(link); });
    QVERIFY(!entryOf(flow, u"Copy code"_s));
    entryOf(flow, u"Show"_s)->trigger();
    QCOMPARE(shown, QList<LinkKey>{github});
    entryOf(flow, u"Check now"_s)->trigger();
    QCOMPARE(checked, QList<LinkKey>{github});
    QVERIFY(entryOf(flow, u"Cancel"_s));
}

void TestTrayMenu::saysWhoseALinkingIsWhereTheProviderDoesNot_data()
{
    using Doing = TrayContent::Flow::Doing;
    const LinkKey unnamed{.account = github.account, .provider = ProviderId(u"für-alle"_s)};
    QTest::addColumn<TrayContent::Flow>("flow");
    QTest::addColumn<QString>("label");
    const auto row = [](const char *name, const LinkKey &link, Doing doing, const QString &label) {
        QTest::newRow(name) << TrayContent::Flow{.link = link,
                                                 .provider
                                                 = UntrustedText::name(link.provider.toString()),
                                                 .doing = doing,
                                                 .account = u"ada on coder.example.com"_s}
                            << label;
    };
    row("by device code", github, Doing::CountingDown,
        u"Linking github (ada on coder.example.com), 0:00 left"_s);
    row("in the browser", github, Doing::Looking,
        u"github (ada on coder.example.com): linking in the browser"_s);
    row("by device code, unnamed", unnamed, Doing::CountingDown,
        u"Linking a provider for ada on coder.example.com, 0:00 left"_s);
    row("in the browser, unnamed", unnamed, Doing::StoppedLooking,
        u"A provider (ada on coder.example.com): stopped looking for a link"_s);
}

void TestTrayMenu::saysWhoseALinkingIsWhereTheProviderDoesNot()
{
    QFETCH(const TrayContent::Flow, flow);
    QFETCH(const QString, label);
    Scene scene;
    scene.menu.setContent({.state = TrayContent::State::Linking, .flows = {flow}});
    QCOMPARE(scene.menu.actions().constFirst()->text(), label);
}

void TestTrayMenu::saysWhoseALinkIsWhereTheProviderDoesNot()
{
    Scene scene;
    const UntrustedText name = UntrustedText::name(u"GitHub");
    TrayContent content{.state = TrayContent::State::Attention};
    for (const QString &account : {u"Home"_s, u"ada on coder.git.example"_s, QString()})
        content.items.append(
            {.link = github, .provider = name, .health = LinkHealth::Expired, .account = account});
    content.items.append({.link = {.account = github.account, .provider = ProviderId(u"für"_s)},
                          .account = u"Home"_s});
    scene.menu.setContent(content);
    const QList<QAction *> entries = scene.menu.actions();
    QCOMPARE(entries.at(1)->text(), u"GitHub (Home): expired"_s);
    QCOMPARE(entries.at(2)->text(), u"GitHub (ada on coder.git.example): expired"_s);
    QCOMPARE(entries.at(3)->text(), u"GitHub: expired"_s);
    QCOMPARE(entries.at(4)->text(), u"A provider (Home): reconnect needed"_s);
}

QTEST_MAIN(TestTrayMenu)
#include "tst_traymenu.moc"

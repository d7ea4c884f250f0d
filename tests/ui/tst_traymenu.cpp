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

QTEST_MAIN(TestTrayMenu)
#include "tst_traymenu.moc"

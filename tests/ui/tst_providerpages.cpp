// SPDX-License-Identifier: MIT
#include "providerpages.h"

#include "dialogs/changedhostdialog.h"
#include "session/preferences.h"
#include "session/settingsfile.h"
#include "support/dialogstage.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Scene {
    Scene() { window.show(); }

    [[nodiscard]] static WebAddress page(const QString &address)
    {
        return WebAddress::judge(address,
                                 *ServerUrl::fromUserInput(u"https://coder.example.com"_s));
    }
    void open(const QString &address) { pages.open(page(address), key, &window); }
    /// Null where nothing is asked.
    [[nodiscard]] ChangedHostDialog *question() const
    {
        return window.findChild<ChangedHostDialog *>();
    }

    DialogStage stage;
    QTemporaryDir folder;
    SettingsFile file{folder.filePath(u"fairlead/settings.json"_s)};
    Preferences preferences{file};
    QWidget window;
    const LinkKey key{.account = AccountId(u"ada"_s), .provider = ProviderId(u"github"_s)};
    ProviderPages pages{preferences, stage.tools()};
};

} // namespace

/// Pages of a provider, such as a profile or the apps it lets in.
class TestProviderPages : public QObject
{
    Q_OBJECT

private slots:
    void opensInTheBrowserOfTheProvider();
    void asksBeforeAnotherHost();
    void tellsThatNoBrowserStarts();
};

void TestProviderPages::opensInTheBrowserOfTheProvider()
{
    Scene scene;
    scene.open(u"https://github.com/ada"_s);
    QCOMPARE(scene.stage.browser.opened, QStringList{u"https://github.com/ada"_s});
    QCOMPARE(scene.stage.browser.openedIn, QString());
    scene.preferences.setBrowser(scene.key.account, scene.key.provider, u"a.desktop"_s);
    scene.open(u"https://github.com/ada"_s);
    QCOMPARE(scene.stage.browser.openedIn, u"a.desktop"_s);
    QCOMPARE(scene.stage.browser.opened.size(), 2);
}

void TestProviderPages::asksBeforeAnotherHost()
{
    Scene scene;
    scene.preferences.setBrowser(scene.key.account, scene.key.provider, u"a.desktop"_s);
    scene.preferences.setAcceptedHost(scene.key.account, scene.key.provider, u"github.com"_s);
    scene.open(u"https://github.example/ada"_s);
    QVERIFY(scene.question());
    QCOMPARE(scene.stage.browser.opened, QStringList());
    scene.question()->accept();
    QCOMPARE(scene.stage.browser.opened, QStringList{u"https://github.example/ada"_s});
    QCOMPARE(scene.stage.browser.openedIn, u"a.desktop"_s);
    QCOMPARE(scene.preferences.acceptedHost(scene.key.account, scene.key.provider),
             u"github.example"_s);
}

void TestProviderPages::tellsThatNoBrowserStarts()
{
    Scene scene;
    const QSignalSpy told(&scene.pages, &ProviderPages::notOpened);
    scene.open(u"https://github.com/ada"_s);
    QVERIFY(told.isEmpty());
    scene.stage.browser.works = false;
    scene.open(u"https://github.com/ada"_s);
    QCOMPARE(told.size(), 1);
}

QTEST_MAIN(TestProviderPages)
#include "tst_providerpages.moc"

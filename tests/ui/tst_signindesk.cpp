// SPDX-License-Identifier: MIT
#include "signindesk.h"

#include "dialogs/signindialog.h"
#include "session/memorytokenstore.h"
#include "support/accountstage.h"
#include "support/clifolder.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// The desk, beside an account that is signed in already.
class Scene : public AccountStage
{
public:
    Scene()
    {
        desk.setAddress(deployment.url().toString());
        cliFolder.signIn(deployment.url().toString(), deployment.mintToken());
    }
    [[nodiscard]] static QList<SignInDialog *> dialogs()
    {
        QList<SignInDialog *> shown;
        const QWidgetList windows = QApplication::topLevelWidgets();
        for (QWidget *window : windows) {
            if (auto *dialog = qobject_cast<SignInDialog *>(window); dialog && dialog->isVisible())
                shown.append(dialog);
        }
        return shown;
    }

    CliFolder cliFolder;
    QWidget window;
    MemoryTokenStore thisRun;
    SignInDesk desk{{.accounts = accounts,
                     .services = services,
                     .preferences = preferences,
                     .keychain = keychain,
                     .thisRun = thisRun,
                     .cli = cliFolder.cli()},
                    stage.tools()};
};

} // namespace

/// One sign-in at a time, for the account that was meant, and nothing of it left behind.
class TestSignInDesk : public QObject
{
    Q_OBJECT

private slots:
    void isForTheAccountThatWasMeantLast();
    void givesBackAKeyThatWasMadeForNothing();
    void givesUpWhatIsOnItsWayToBeKept_data();
    void givesUpWhatIsOnItsWayToBeKept();
};

void TestSignInDesk::isForTheAccountThatWasMeantLast()
{
    Scene scene;
    QVERIFY(scene.signIn());
    const AccountId ada = scene.key({}).account;
    scene.desk.begin({}, &scene.window);
    QCOMPARE(Scene::dialogs().size(), 1);
    QVERIFY(!Scene::dialogs().constFirst()->signIn().expected());
    scene.desk.begin({}, &scene.window);
    QCOMPARE(Scene::dialogs().size(), 1);

    scene.desk.begin(ada, &scene.window);
    QCOMPARE(Scene::dialogs().size(), 1);
    QVERIFY(Scene::dialogs().constFirst()->signIn().expected());
    QCOMPARE(Scene::dialogs().constFirst()->signIn().expected()->id(), ada);
}

void TestSignInDesk::givesBackAKeyThatWasMadeForNothing()
{
    Scene scene;
    scene.keychain.failure = StoreState::Broken;
    scene.desk.begin({}, &scene.window);
    QCOMPARE(Scene::dialogs().size(), 1);
    SignInDialog &dialog = *Scene::dialogs().constFirst();
    buttonOf(dialog, "useCommandLine")->click();
    QTRY_VERIFY(dialog.signIn().as<SignIn::Known>());
    const auto keys = scene.deployment.world().keyring.keys().size();
    QTRY_VERIFY(buttonOf(dialog, "addAccount")->isEnabled());
    buttonOf(dialog, "addAccount")->click();
    QTRY_VERIFY(dialog.signIn().as<SignIn::Known>()
                && dialog.signIn().as<SignIn::Known>()->problem);
    QCOMPARE(scene.deployment.world().keyring.keys().size(), keys + 1);
    buttonOf(dialog, "cancel")->click();
    QTRY_COMPARE(scene.deployment.world().keyring.keys().size(), keys);
}

void TestSignInDesk::givesUpWhatIsOnItsWayToBeKept_data()
{
    QTest::addColumn<bool>("isAnswered");
    QTest::newRow("the keyring has not answered yet") << false;
    QTest::newRow("it just has") << true;
}

void TestSignInDesk::givesUpWhatIsOnItsWayToBeKept()
{
    QFETCH(const bool, isAnswered);
    Scene scene;
    scene.desk.begin({}, &scene.window);
    QCOMPARE(Scene::dialogs().size(), 1);
    const QPointer<SignInDialog> dialog = Scene::dialogs().constFirst();
    buttonOf(*dialog, "useCommandLine")->click();
    QTRY_VERIFY(buttonOf(*dialog, "addAccount")->isEnabled());
    scene.keychain.hold();
    buttonOf(*dialog, "addAccount")->click();
    QTRY_COMPARE(scene.keychain.writes, 1);
    QCOMPARE(scene.keychain.tokens.size(), 1);
    if (isAnswered)
        scene.keychain.letGo();
    scene.desk.giveUpAny();
    QVERIFY(Scene::dialogs().isEmpty());
    QTRY_VERIFY(!dialog);
    scene.keychain.letGo();
    QCoreApplication::processEvents();
    QVERIFY(scene.keychain.tokens.isEmpty());
    QVERIFY(scene.accounts.accounts().isEmpty());
    QVERIFY(scene.services.all().empty());
}

QTEST_MAIN(TestSignInDesk)
#include "tst_signindesk.moc"

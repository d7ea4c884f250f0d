// SPDX-License-Identifier: MIT
#include "devicelinkdesk.h"

#include "dialogs/devicelinkdialog.h"
#include "support/accountstage.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Flow = DeviceLinkFlow;

/// The desk of somebody who is signed in, beside a window.
struct Scene : AccountStage {
    Scene() { window.show(); }

    [[nodiscard]] bool begin()
    {
        deployment.unlink(u"github"_s);
        if (!signIn())
            return false;
        desk.begin(key(u"github"_s), &window);
        return QTest::qWaitFor([this] { return desk.flow()->as<Flow::AwaitingUser>() != nullptr; });
    }
    void sendToBackground() { buttonOf(window, "background")->click(); }
    /// Lets polls and looks go out until the flow has come to an end.
    [[nodiscard]] bool settle()
    {
        const QSignalSpy settled(&desk, &DeviceLinkDesk::settled);
        stage.clock.advance(6s);
        return QTest::qWaitFor([&] {
            if (settled.isEmpty() && desk.flow() && desk.flow()->as<Flow::Verifying>())
                stage.clock.advance(100ms);
            return !settled.isEmpty();
        });
    }
    [[nodiscard]] bool denyInBackground()
    {
        sendToBackground();
        return deployment.deny(deployment.newestUserCode(u"github"_s)) && settle();
    }
    /// Null where none is on the screen.
    [[nodiscard]] DeviceLinkDialog *dialog() const
    {
        auto *dialog = window.findChild<DeviceLinkDialog *>();
        return dialog && dialog->isVisible() ? dialog : nullptr;
    }

    QWidget window;
    DeviceLinkDesk desk{services, links, preferences, stage.tools()};
};

} // namespace

class TestDeviceLinkDesk : public QObject
{
    Q_OBJECT

private slots:
    void goesOnInTheBackground();
    void leavesAndComesBackWithTheWindow();
    void staysInTheBackgroundWhereItWasSent();
    void keepsAFailureUntilItWasSeen();
    void letsGoOfWhatEndedWellInTheBackground();
    void showsNothingWhereAllWasSeen();
    void anotherWishShowsWhatIsUnderWay();
    void anotherLinkTakesThePlaceOfAFailure();
};

void TestDeviceLinkDesk::goesOnInTheBackground()
{
    Scene scene;
    QVERIFY(scene.begin());
    QVERIFY(scene.dialog());
    scene.sendToBackground();
    QVERIFY(!scene.dialog());
    QVERIFY(scene.desk.isUnderWay());
    scene.desk.showUnseen(); // there is nothing new to see
    QVERIFY(!scene.dialog());
}

void TestDeviceLinkDesk::leavesAndComesBackWithTheWindow()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.desk.hideWithWindow();
    QVERIFY(!scene.dialog());
    QVERIFY(scene.desk.isUnderWay());
    scene.desk.showUnseen();
    QVERIFY(scene.dialog());
}

void TestDeviceLinkDesk::staysInTheBackgroundWhereItWasSent()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.desk.hideWithWindow();
    scene.desk.show(); // from the tray
    scene.sendToBackground();
    scene.desk.hideWithWindow();
    scene.desk.showUnseen();
    QVERIFY(!scene.dialog());
}

void TestDeviceLinkDesk::keepsAFailureUntilItWasSeen()
{
    Scene scene;
    QVERIFY(scene.begin());
    QVERIFY(scene.denyInBackground());
    QVERIFY(!scene.desk.isUnderWay());
    QVERIFY(!scene.dialog()); // nobody is interrupted
    scene.desk.showUnseen();
    QVERIFY(scene.dialog());
    QVERIFY2(wordsIn(*scene.dialog()).contains(u"declined"_s),
             qPrintable(wordsIn(*scene.dialog())));
    buttonOf(*scene.dialog(), "close")->click();
    QVERIFY(!scene.dialog());
    QVERIFY(!scene.desk.flow());
    scene.desk.showUnseen();
    QVERIFY(!scene.dialog());
}

void TestDeviceLinkDesk::letsGoOfWhatEndedWellInTheBackground()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.sendToBackground();
    QVERIFY(scene.deployment.approve(scene.deployment.newestUserCode(u"github"_s)));
    QVERIFY(scene.settle());
    QVERIFY(!scene.desk.flow());
    scene.desk.showUnseen();
    QVERIFY(!scene.dialog());
}

void TestDeviceLinkDesk::showsNothingWhereAllWasSeen()
{
    Scene scene;
    QVERIFY(scene.begin());
    QVERIFY(scene.deployment.deny(scene.deployment.newestUserCode(u"github"_s)));
    QVERIFY(scene.settle());
    QVERIFY(scene.dialog());
    buttonOf(*scene.dialog(), "close")->click();
    scene.desk.showUnseen();
    QVERIFY(!scene.dialog());
}

void TestDeviceLinkDesk::anotherWishShowsWhatIsUnderWay()
{
    Scene scene;
    QVERIFY(scene.begin());
    scene.sendToBackground();
    scene.desk.begin(scene.key(u"gitlab"_s), &scene.window);
    QVERIFY(scene.dialog());
    QCOMPARE(scene.desk.key(), scene.key(u"github"_s));
    QCOMPARE(scene.count("GET", "/external-auth/gitlab/device"), 0);
}

void TestDeviceLinkDesk::anotherLinkTakesThePlaceOfAFailure()
{
    Scene scene;
    QVERIFY(scene.begin());
    const QString before = scene.deployment.newestUserCode(u"github"_s);
    QVERIFY(scene.denyInBackground());
    scene.desk.begin(scene.key(u"github"_s), &scene.window);
    QTRY_VERIFY(scene.desk.flow()->as<Flow::AwaitingUser>());
    QVERIFY(scene.dialog());
    QVERIFY(scene.desk.flow()->as<Flow::AwaitingUser>()->code.userCode != before);
}

QTEST_MAIN(TestDeviceLinkDesk)
#include "tst_devicelinkdesk.moc"

// SPDX-License-Identifier: MIT
#include "dialogs/webaddressdialog.h"

#include "support/dialogstage.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Scene {
    explicit Scene(const QString &before = {})
        : account{.server = *ServerUrl::fromUserInput(u"https://coder.example.com"_s),
                  .userId = u"u"_s,
                  .dashboard = judged(u"https://dash.example.com"_s),
                  .webAddress = judged(before)},
          dialog(account, stage.tools())
    {
        QObject::connect(&dialog, &WebAddressDialog::chosen, &dialog,
                         [this](const WebAddress &address) { chosen.append(address); });
        dialog.show();
    }
    static WebAddress judged(const QString &address)
    {
        return WebAddress::judge(address,
                                 *ServerUrl::fromUserInput(u"https://coder.example.com"_s));
    }
    [[nodiscard]] QLineEdit &field() const { return *named<QLineEdit>(dialog, "webAddress"); }

    DialogStage stage;
    Account account;
    QList<WebAddress> chosen;
    WebAddressDialog dialog;
};

} // namespace

/// Another address for the pages of a deployment.
class TestWebAddressDialog : public QObject
{
    Q_OBJECT

private slots:
    void saysWherePagesOpenNow();
    void takesAnAddressAsPeoplePasteIt();
    void refusesWhatABrowserMayNotBeSentTo_data();
    void refusesWhatABrowserMayNotBeSentTo();
    void goesBackToTheDeploymentsOwn();
};

void TestWebAddressDialog::saysWherePagesOpenNow()
{
    const Scene scene;
    QVERIFY2(wordsIn(scene.dialog)
                 .contains(u"The pages of coder.example.com open on dash.example.com."_s),
             qPrintable(wordsIn(scene.dialog)));
    QCOMPARE(scene.field().accessibleName(), u"Web address"_s);
    QVERIFY(!buttonOf(scene.dialog, "useOwnAddress"));
}

void TestWebAddressDialog::takesAnAddressAsPeoplePasteIt()
{
    Scene scene;
    QTest::keyClicks(&scene.field(), u"web.example.com/settings?x=1"_s);
    QTest::keyClick(&scene.field(), Qt::Key_Return);
    QCOMPARE(scene.chosen.size(), 1);
    QCOMPARE(scene.chosen.first().encoded(), u"https://web.example.com"_s);
    QVERIFY(!scene.dialog.isVisible());
}

void TestWebAddressDialog::refusesWhatABrowserMayNotBeSentTo_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("a file") << u"file:///etc/passwd"_s;
    QTest::newRow("not encrypted") << u"http://web.example.com"_s;
    QTest::newRow("this machine") << u"http://127.0.0.1:3000"_s;
    QTest::newRow("a password") << u"https://ada:pass@web.example.com"_s;
}

void TestWebAddressDialog::refusesWhatABrowserMayNotBeSentTo()
{
    QFETCH(const QString, typed);
    Scene scene;
    scene.field().setText(typed);
    buttonOf(scene.dialog, "saveWebAddress")->click();
    QVERIFY(scene.chosen.isEmpty());
    QVERIFY(scene.dialog.isVisible());
    QVERIFY(named<QWidget>(scene.dialog, "webAddressNote")->isVisible());
    QVERIFY(!wordsIn(scene.dialog).contains(u"administrator"_s)); // the person can mend it
    QVERIFY(!wordsIn(scene.dialog).contains(u"pass@"_s));
    QCOMPARE(scene.field().text(), typed);
}

void TestWebAddressDialog::goesBackToTheDeploymentsOwn()
{
    Scene scene(u"https://web.example.com"_s);
    QCOMPARE(scene.field().text(), u"https://web.example.com"_s);
    QCOMPARE(buttonOf(scene.dialog, "useOwnAddress")->text(), u"Use dash.example.com"_s);
    buttonOf(scene.dialog, "useOwnAddress")->click();
    QCOMPARE(scene.chosen, QList<WebAddress>{WebAddress()});

    Scene emptied(u"https://web.example.com"_s);
    emptied.field().clear();
    buttonOf(emptied.dialog, "saveWebAddress")->click();
    QCOMPARE(emptied.chosen, QList<WebAddress>{WebAddress()});
}

QTEST_MAIN(TestWebAddressDialog)
#include "tst_webaddressdialog.moc"

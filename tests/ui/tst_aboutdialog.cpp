// SPDX-License-Identifier: MIT
#include "dialogs/aboutdialog.h"

#include "support/dialogstage.h"

#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;

/// What is said of others' work that Fairlead is made of.
class TestAboutDialog : public QObject
{
    Q_OBJECT

private slots:
    void namesEveryWorkAndItsLicence_data();
    void namesEveryWorkAndItsLicence();
    void holdsTheTextsOfWhatItBrings();
};

void TestAboutDialog::namesEveryWorkAndItsLicence_data()
{
    QTest::addColumn<QString>("work");
    QTest::addColumn<QString>("licence");
    QTest::newRow("Fairlead") << u"Fairlead"_s << u"MIT"_s;
    QTest::newRow("Qt") << u"Qt"_s << u"LGPL"_s;
    QTest::newRow("QtKeychain") << u"QtKeychain"_s << u"BSD"_s;
    QTest::newRow("qrcodegen") << u"QR Code generator"_s << u"MIT"_s;
    QTest::newRow("icons") << u"Lucide"_s << u"ISC"_s;
    QTest::newRow("marks") << u"Simple Icons"_s << u"CC0"_s;
}

void TestAboutDialog::namesEveryWorkAndItsLicence()
{
    QFETCH(const QString, work);
    QFETCH(const QString, licence);
    DialogStage stage;
    AboutDialog dialog(stage.icons);
    dialog.show();
    const QString words = wordsIn(dialog);
    QVERIFY2(words.contains(work), qPrintable(words));
    QVERIFY2(words.contains(licence), qPrintable(words));
}

void TestAboutDialog::holdsTheTextsOfWhatItBrings()
{
    DialogStage stage;
    const AboutDialog dialog(stage.icons);
    const QString texts = named<QPlainTextEdit>(dialog, "licenceTexts")->toPlainText();
    QVERIFY(texts.contains(u"Permission to use, copy, modify, and/or distribute"_s)); // ISC
    QVERIFY(texts.contains(u"CC0 1.0 Universal"_s));
}

QTEST_MAIN(TestAboutDialog)
#include "tst_aboutdialog.moc"

// SPDX-License-Identifier: MIT
#include "dialogs/settingsdialog.h"

#include "session/preferences.h"
#include "session/settingsfile.h"
#include "support/dialogstage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// What is chosen is kept at once, and told where it can be shown at once.
class TestSettingsDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsWhatWasChosenBefore();
    void showsTheUsualWhereTheFileHoldsNonsense();
    void keepsAndTellsAnotherAppearance();
    void keepsAndTellsAnotherTrayIcon();
    void keepsTheLanguageAndSaysWhenItShows();
    void namesLanguagesInThemselves();
    void keepsWhetherClosingEndsTheProgram();
    void isLeftByEscape();

private:
    [[nodiscard]] QComboBox &choice(const char *name) const
    {
        return *named<QComboBox>(*m_dialog, name);
    }
    void open()
    {
        m_preferences = std::make_unique<Preferences>(*m_file);
        m_dialog = std::make_unique<SettingsDialog>(*m_preferences);
        m_dialog->show();
    }
    /// As the next run reads it.
    [[nodiscard]] Preferences kept() const { return Preferences(*m_file); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SettingsFile> m_file;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<SettingsDialog> m_dialog;
};

void TestSettingsDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = std::make_unique<SettingsFile>(m_folder->filePath(u"fairlead/accounts.json"_s));
    open();
}

void TestSettingsDialog::cleanup()
{
    m_dialog.reset();
}

void TestSettingsDialog::showsWhatWasChosenBefore()
{
    Preferences before(*m_file);
    before.setAppearance(Appearance::Dark);
    before.setLanguage(u"de"_s);
    before.setTrayIconStyle(TrayIconStyle::PlainLight);
    before.setKeepsRunningInTray(false);
    open();
    QCOMPARE(choice("appearance").currentText(), u"Dark"_s);
    QCOMPARE(choice("language").currentText(), u"Deutsch"_s);
    QCOMPARE(choice("trayIcon").currentText(), u"Light, for dark panels"_s);
    QVERIFY(!named<QCheckBox>(*m_dialog, "keepsRunning")->isChecked());
}

void TestSettingsDialog::showsTheUsualWhereTheFileHoldsNonsense()
{
    QVERIFY(m_file->setSection(u"preferences"_s,
                               QJsonObject{{u"appearance"_s, 7},
                                           {u"language"_s, u"tlh"_s},
                                           {u"tray_icon"_s, u"pink"_s},
                                           {u"keep_running_in_tray"_s, u"no"_s}}));
    open();
    QCOMPARE(choice("appearance").currentText(), u"As the system"_s);
    QCOMPARE(choice("language").currentText(), u"As the system"_s);
    QCOMPARE(choice("trayIcon").currentText(), u"Coloured"_s);
    QVERIFY(named<QCheckBox>(*m_dialog, "keepsRunning")->isChecked());
}

void TestSettingsDialog::keepsAndTellsAnotherAppearance()
{
    const QSignalSpy told(m_dialog.get(), &SettingsDialog::appearanceChosen);
    QTest::keyClick(&choice("appearance"), Qt::Key_Down);
    QCOMPARE(kept().appearance(), Appearance::Light);
    QTest::keyClick(&choice("appearance"), Qt::Key_Down);
    QCOMPARE(kept().appearance(), Appearance::Dark);
    QCOMPARE(told.size(), 2);
}

void TestSettingsDialog::keepsAndTellsAnotherTrayIcon()
{
    const QSignalSpy told(m_dialog.get(), &SettingsDialog::trayIconStyleChosen);
    QTest::keyClick(&choice("trayIcon"), Qt::Key_End);
    QCOMPARE(kept().trayIconStyle(), TrayIconStyle::PlainDark);
    QCOMPARE(told.size(), 1);
}

void TestSettingsDialog::keepsTheLanguageAndSaysWhenItShows()
{
    QTest::keyClick(&choice("language"), Qt::Key_End);
    QCOMPARE(kept().language(), u"de"_s);
    QVERIFY(wordsIn(*m_dialog).contains(u"when Fairlead is started again"_s));
    QTest::keyClick(&choice("language"), Qt::Key_Home);
    QVERIFY(kept().language().isEmpty());
}

/// Who came into a foreign language by mistake finds the way out.
void TestSettingsDialog::namesLanguagesInThemselves()
{
    QVERIFY(choice("language").findText(u"English"_s) > 0);
    QVERIFY(choice("language").findText(u"Deutsch"_s) > 0);
}

void TestSettingsDialog::keepsWhetherClosingEndsTheProgram()
{
    named<QCheckBox>(*m_dialog, "keepsRunning")->toggle();
    QVERIFY(!kept().keepsRunningInTray());
    named<QCheckBox>(*m_dialog, "keepsRunning")->toggle();
    QVERIFY(kept().keepsRunningInTray());
}

void TestSettingsDialog::isLeftByEscape()
{
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"

// SPDX-License-Identifier: MIT
#include "session/preferences.h"

#include "session/settingsfile.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Small things come back in the next run, and nonsense in the file does no harm.
class PreferencesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void beginsWithNothingRemembered();
    void remembersInTheNextRun();
    void tellsHostsOfAccountsAndProvidersApart();
    void survivesNonsense();
    void leavesOtherPreferencesAlone();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void PreferencesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"fairlead/accounts.json"_s);
}

void PreferencesTest::beginsWithNothingRemembered()
{
    SettingsFile file(m_path);
    const Preferences preferences(file);
    QVERIFY(preferences.windowGeometry().isEmpty());
    QVERIFY(preferences.splitterState().isEmpty());
    QVERIFY(!preferences.hidingExplained());
    QVERIFY(preferences.acceptedHost(AccountId(u"a"_s), ProviderId(u"p"_s)).isEmpty());
    QVERIFY(preferences.language().isEmpty());
    QCOMPARE(preferences.appearance(), Appearance::FollowSystem);
    QCOMPARE(preferences.trayIconStyle(), TrayIconStyle::Plate);
    QVERIFY(preferences.keepsRunningInTray());
}

void PreferencesTest::remembersInTheNextRun()
{
    const QByteArray geometry("\x00\x01\xff geometry", 12);
    {
        SettingsFile file(m_path);
        Preferences preferences(file);
        preferences.setWindowGeometry(geometry);
        preferences.setSplitterState("split");
        preferences.setHidingExplained();
        preferences.setAcceptedHost(AccountId(u"a"_s), ProviderId(u"p"_s), u"github.com"_s);
        preferences.setLanguage(u"de"_s);
        preferences.setAppearance(Appearance::Dark);
        preferences.setTrayIconStyle(TrayIconStyle::PlainDark);
        preferences.setKeepsRunningInTray(false);
    }
    SettingsFile file(m_path);
    const Preferences preferences(file);
    QCOMPARE(preferences.windowGeometry(), geometry);
    QCOMPARE(preferences.splitterState(), "split");
    QCOMPARE(preferences.language(), u"de"_s);
    QCOMPARE(preferences.appearance(), Appearance::Dark);
    QCOMPARE(preferences.trayIconStyle(), TrayIconStyle::PlainDark);
    QVERIFY(!preferences.keepsRunningInTray());
    QVERIFY(preferences.hidingExplained());
    QCOMPARE(preferences.acceptedHost(AccountId(u"a"_s), ProviderId(u"p"_s)), u"github.com"_s);
}

void PreferencesTest::tellsHostsOfAccountsAndProvidersApart()
{
    SettingsFile file(m_path);
    Preferences preferences(file);
    const AccountId one(u"https://one.example/u"_s);
    const AccountId two(u"https://two.example/u"_s);
    preferences.setAcceptedHost(one, ProviderId(u"github"_s), u"github.com"_s);
    preferences.setAcceptedHost(two, ProviderId(u"github"_s), u"git.example"_s);
    preferences.setAcceptedHost(one, ProviderId(u"gitlab"_s), u"gitlab.com"_s);
    QCOMPARE(preferences.acceptedHost(one, ProviderId(u"github"_s)), u"github.com"_s);
    QCOMPARE(preferences.acceptedHost(two, ProviderId(u"github"_s)), u"git.example"_s);
    QCOMPARE(preferences.acceptedHost(one, ProviderId(u"gitlab"_s)), u"gitlab.com"_s);
    QVERIFY(preferences.acceptedHost(two, ProviderId(u"gitlab"_s)).isEmpty());
}

void PreferencesTest::survivesNonsense()
{
    SettingsFile file(m_path);
    QVERIFY(file.setSection(u"preferences"_s,
                            QJsonObject{{u"window_geometry"_s, 7},
                                        {u"splitter_state"_s, QJsonArray{1}},
                                        {u"hiding_explained"_s, u"yes"_s},
                                        {u"accepted_hosts"_s, u"github.com"_s}}));
    Preferences preferences(file);
    QVERIFY(preferences.windowGeometry().isEmpty());
    QVERIFY(preferences.splitterState().isEmpty());
    QVERIFY(!preferences.hidingExplained());
    QVERIFY(preferences.acceptedHost(AccountId(u"a"_s), ProviderId(u"p"_s)).isEmpty());
    preferences.setAcceptedHost(AccountId(u"a"_s), ProviderId(u"p"_s), u"github.com"_s);
    QCOMPARE(preferences.acceptedHost(AccountId(u"a"_s), ProviderId(u"p"_s)), u"github.com"_s);
}

void PreferencesTest::leavesOtherPreferencesAlone()
{
    SettingsFile file(m_path);
    QVERIFY(file.setSection(u"preferences"_s, QJsonObject{{u"from_the_future"_s, 7}}));
    Preferences preferences(file);
    preferences.setHidingExplained();
    QCOMPARE(file.section(u"preferences"_s).toObject().value("from_the_future"_L1), QJsonValue(7));
}

QTEST_GUILESS_MAIN(PreferencesTest)
#include "tst_preferences.moc"

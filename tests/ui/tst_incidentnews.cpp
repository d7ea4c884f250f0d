// SPDX-License-Identifier: MIT
#include "desktop/incidentnews.h"

#include "session/accountbook.h"
#include "session/settingsfile.h"
#include "ui/linkworld.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// What is told of incidents: the first by name and host, the others by number.
class TestIncidentNews : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void tellsOneByName_data();
    void tellsOneByName();
    void tellsSeveralAtOnce();
    void keepsNamesOfServersOut();
    void tellsProvidersOfOneNameApart();
    void tellsNothingOfWhatIsGone();

private:
    [[nodiscard]] LinkKey key(const QString &id) const
    {
        return {.account = m_account.id(), .provider = ProviderId(id)};
    }

    QTemporaryDir m_folder;
    FakeClock m_clock;
    LinkBook m_links{m_clock};
    SettingsFile m_file{m_folder.filePath(u"fairlead/accounts.json"_s)};
    AccountBook m_accounts{m_file};
    const Account m_account{.server = *ServerUrl::fromUserInput(u"coder.example.com"_s),
                            .userId = u"ada-1"_s,
                            .userName = UntrustedText::name(u"ada"_s)};
};

void TestIncidentNews::initTestCase()
{
    QVERIFY(m_accounts.put(m_account));
    Listing listing = LinkWorld::listingFor(LinkHealth::NeedsReconnect);
    const Listing evil
        = LinkWorld::listingFor(LinkHealth::Expired, u"evil"_s, u"<b>Click here</b>"_s);
    listing.providers += evil.providers;
    listing.links += evil.links;
    m_links.applyListing(m_account.id(), listing);
}

void TestIncidentNews::tellsOneByName_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("body");
    QTest::newRow("broken") << static_cast<int>(Incident::Kind::Broken)
                            << u"GitHub needs to be reconnected"_s
                            << u"It does not work on coder.example.com until then."_s;
    QTest::newRow("ending")
        << static_cast<int>(Incident::Kind::Ending) << u"The link of GitHub ends soon"_s
        << u"It does not renew itself. Reconnect it on coder.example.com in time."_s;
}

void TestIncidentNews::tellsOneByName()
{
    QFETCH(const int, kind);
    QFETCH(const QString, title);
    QFETCH(const QString, body);
    const auto news
        = IncidentNews::of({{.kind = static_cast<Incident::Kind>(kind), .link = key(u"github"_s)}},
                           m_links, m_accounts);
    QVERIFY(news);
    QCOMPARE(news->link, key(u"github"_s)); // what a click opens
    QCOMPARE(LinkNewsTexts::title(*news), title);
    QCOMPARE(LinkNewsTexts::body(*news), body);
}

void TestIncidentNews::tellsSeveralAtOnce()
{
    const auto news = IncidentNews::of({{.link = key(u"github"_s)}, {.link = key(u"evil"_s)}},
                                       m_links, m_accounts);
    QVERIFY(news);
    QCOMPARE(news->link, key(u"github"_s));
    QCOMPARE(LinkNewsTexts::title(*news), u"2 links need attention"_s);
    QCOMPARE(LinkNewsTexts::body(*news), u"GitHub on coder.example.com and 1 more."_s);
}

void TestIncidentNews::keepsNamesOfServersOut()
{
    const auto one = IncidentNews::of({{.link = key(u"evil"_s)}}, m_links, m_accounts);
    QCOMPARE(LinkNewsTexts::title(*one), u"evil needs to be reconnected"_s);
    const auto two = IncidentNews::of({{.link = key(u"evil"_s)}, {.link = key(u"github"_s)}},
                                      m_links, m_accounts);
    QCOMPARE(LinkNewsTexts::body(*two), u"evil on coder.example.com and 1 more."_s);
}

void TestIncidentNews::tellsProvidersOfOneNameApart()
{
    LinkBook links(m_clock);
    Listing listing = LinkWorld::listingFor(LinkHealth::Valid);
    const Listing twin = LinkWorld::listingFor(LinkHealth::NeedsReconnect, u"github-ee"_s);
    listing.providers += twin.providers;
    listing.links += twin.links;
    links.applyListing(m_account.id(), listing);
    const auto news = IncidentNews::of({{.link = key(u"github-ee"_s)}}, links, m_accounts);
    QVERIFY(news);
    QCOMPARE(LinkNewsTexts::title(*news), u"GitHub (github-ee) needs to be reconnected"_s);
}

void TestIncidentNews::tellsNothingOfWhatIsGone()
{
    QVERIFY(!IncidentNews::of({}, m_links, m_accounts));
    QVERIFY(!IncidentNews::of({{.link = key(u"gone"_s)}}, m_links, m_accounts));
}

QTEST_MAIN(TestIncidentNews)
#include "tst_incidentnews.moc"

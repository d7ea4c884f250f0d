// SPDX-License-Identifier: MIT
#include "desktop/dunst.h"
#include "desktop/person.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(simulated::Generation)

/// The shipped program before servers of every generation, over TLS, with the certificate of an
/// authority that this machine trusts and the program knows nothing of.
class tst_TlsJourney : public QObject
{
    Q_OBJECT

private:
    simulated::TestAuthority m_authority;
    std::unique_ptr<simulated::Deployment> m_deployment;
    std::unique_ptr<Person> m_ada;

    bool setUp(simulated::Generation generation);
    bool signIn() { return m_ada->start() && m_ada->signIn(m_deployment->mintToken()); }
    bool seesEveryState();
    bool linksByDeviceCode();
    bool unlinks(const QString &receipt);
    bool linksInTheBrowser();

private slots:
    void initTestCase();
    void cleanup();

    void livesWithEveryGeneration_data();
    void livesWithEveryGeneration();
    void tellsNothingToAServerNobodyVouchesFor();
};

bool tst_TlsJourney::setUp(simulated::Generation generation)
{
    m_deployment = std::make_unique<simulated::Deployment>(generation);
    m_deployment->useTls(m_authority);
    if (!m_deployment->listen())
        return false;
    m_deployment->addStandardProviders(simulated::Deployment::GitHub::NotLinked);
    m_deployment->knobs(u"github"_s).interval = 1s;
    m_ada = std::make_unique<Person>(*m_deployment);
    return true;
}

void tst_TlsJourney::initTestCase()
{
    QVERIFY2(
        FairleadProcess::canTrust(),
        "A test's authority is trusted in a mount namespace: this needs root, or a system that "
        "lets its users have user namespaces");
    QVERIFY(m_authority.make());
}

void tst_TlsJourney::cleanup()
{
    m_ada.reset();
    m_deployment.reset();
    Dunst::all();
}

/// Old servers tell less in the list; what a person sees is the same all the same.
bool tst_TlsJourney::seesEveryState()
{
    static const QList<std::pair<QString, QString>> states{
        {u"GitHub Enterprise"_s, u"Reconnect needed"_s},
        {u"GitLab Archive"_s, u"Expired"_s},
        {u"Codeberg"_s, u"Expires soon"_s},
        {u"GitHub Apps"_s, u"App not installed"_s},
        {u"Bitbucket"_s, u"Valid"_s},
        {u"Gitea"_s, u"Renews itself"_s},
        {u"Azure DevOps"_s, u"Not verifiable"_s},
        {u"GitLab Mirror"_s, u"Provider unreachable"_s},
        {u"Bitbucket Server"_s, u"Rate limited"_s},
        {u"GitHub"_s, u"Not linked"_s},
        {u"GitLab"_s, u"Not linked"_s},
        {u"Forgejo"_s, u"Not linked"_s},
        {u"Slack"_s, u"Not verifiable"_s},
        {u"old-gitlab"_s, u"Provider removed"_s},
    };
    return std::all_of(states.cbegin(), states.cend(), [this](const auto &state) {
        return m_ada->seesRow(m_ada->row(state.first, state.second));
    });
}

bool tst_TlsJourney::linksByDeviceCode()
{
    const QString code = m_ada->beginLink(u"GitHub"_s);
    return m_deployment->approve(code) && Dunst::shows()
        && Dunst::all().value(0).title == u"GitHub is linked"_s && m_ada->reads(u"@ada"_s)
        && m_ada->press(u"Done"_s, u"Link by device code"_s)
        && m_ada->seesRow(m_ada->row(u"GitHub"_s, u"Valid"_s));
}

bool tst_TlsJourney::unlinks(const QString &receipt)
{
    return m_ada->press(u"Unlink"_s) && m_ada->press(u"Unlink"_s, u"Unlink"_s)
        && m_ada->seesWindow(u"Unlinked"_s) && m_ada->app().labels().contains(receipt)
        && !m_deployment->linkTo(u"github"_s) && m_ada->press(u"Done"_s, u"Unlinked"_s)
        && m_ada->seesRow(m_ada->row(u"GitHub"_s, u"Not linked"_s));
}

/// Forgejo has no device flow.
bool tst_TlsJourney::linksInTheBrowser()
{
    const auto dialog = u"Link in the browser"_s;
    const QString page = m_deployment->url().toString() + u"/external-auth/forgejo"_s;
    if (!m_ada->select(m_ada->row(u"Forgejo"_s, u"Not linked"_s))
        || !m_ada->press(u"Open page in browser"_s) || !m_ada->seesWindow(dialog)
        || !QTest::qWaitFor([&] { return m_ada->fairlead().openedPages().contains(page); },
                            Person::usualPatience))
        return false;
    m_deployment->link(u"forgejo"_s);
    return m_ada->reads(u"Forgejo is linked."_s) && m_ada->press(u"Done"_s, dialog)
        && m_ada->seesRow(m_ada->row(u"Forgejo"_s, u"Valid"_s));
}

void tst_TlsJourney::livesWithEveryGeneration_data()
{
    QTest::addColumn<simulated::Generation>("generation");
    QTest::addColumn<QString>("receipt");
    for (const simulated::Generation generation : simulated::allGenerations) {
        const simulated::GenerationTraits &traits = simulated::traitsOf(generation);
        QTest::addRow("%s", qPrintable(traits.name))
            << generation
            << (traits.revokes ? u"GitHub is unlinked"_s
                               : u"GitHub is unlinked, but not revoked"_s);
    }
}

void tst_TlsJourney::livesWithEveryGeneration()
{
    QFETCH(const simulated::Generation, generation);
    QFETCH(const QString, receipt);
    QVERIFY(setUp(generation));
    QCOMPARE(m_deployment->url().scheme(), u"https"_s);
    m_ada->fairlead().trustOnly(m_authority.trustFolder());
    QVERIFY(signIn());
    QVERIFY(m_ada->stretchesMainWindow());
    QVERIFY(seesEveryState());
    QVERIFY(linksByDeviceCode());
    QVERIFY(unlinks(receipt));
    QVERIFY(linksInTheBrowser());
    QVERIFY(m_ada->quit());

    m_deployment->forgetRequests();
    QVERIFY(m_ada->start());
    QVERIFY(m_ada->seesRow(m_ada->row(u"Forgejo"_s, u"Valid"_s)));
    QCOMPARE(m_ada->app().windows().size(), 1); // nobody asks for anything
    const auto lists = [this] { return m_deployment->requestsTo("GET", "/api/v2/external-auth"); };
    QTRY_VERIFY_WITH_TIMEOUT(!lists().isEmpty(), Person::usualPatience); // the row was known before
    QVERIFY(lists().constFirst().isTokenValid);
}

void tst_TlsJourney::tellsNothingToAServerNobodyVouchesFor()
{
    QVERIFY(setUp(simulated::Generation::Gen26b));
    QVERIFY(m_ada->start());
    const auto dialog = u"Add account"_s;
    QVERIFY(m_ada->press(dialog) && m_ada->seesWindow(dialog));
    QVERIFY(m_ada->type(u"Address"_s, m_deployment->url().toString(), dialog));
    QVERIFY(m_ada->press(u"Check"_s, dialog));
    QVERIFY(m_ada->reads(u"comes from an issuer this system does not trust"_s));
    QVERIFY(m_deployment->requests().isEmpty());
}

QTEST_GUILESS_MAIN(tst_TlsJourney)
#include "tst_tlsjourney.moc"

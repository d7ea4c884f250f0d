// SPDX-License-Identifier: MIT
#include "desktop/dunst.h"
#include "desktop/person.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using simulated::Deployment;
using simulated::Misconduct;

Q_DECLARE_METATYPE(simulated::Misconduct::Kind)

/// The shipped program with accounts on two deployments, of which one misbehaves: the other is not
/// to notice.
class tst_Neighbours : public QObject
{
    Q_OBJECT

private:
    Deployment m_good;
    Deployment m_bad{simulated::Generation::Gen25};
    std::unique_ptr<Person> m_first; ///< signed in to both once for all
    std::unique_ptr<Person> m_ada;

    bool start();
    bool goesOn();
    [[nodiscard]] bool showsRowFrom(const QString &beginning) const;
    [[nodiscard]] QString badRow() const
    {
        return Person::rowOn(m_bad, u"Codeberg"_s, u"Expires soon"_s);
    }

private slots:
    void initTestCase();
    void cleanup();

    void oneGoesOnWhileTheOtherMisbehaves_data();
    void oneGoesOnWhileTheOtherMisbehaves();
    void oneGoesOnWhereTheOtherBeginsToHang();
    void oneGoesOnWhereAProviderOfTheOtherHangs();
};

void tst_Neighbours::initTestCase()
{
    for (Deployment *deployment : {&m_good, &m_bad}) {
        QVERIFY(deployment->listen());
        deployment->addStandardProviders(Deployment::GitHub::NotLinked);
        deployment->knobs(u"github"_s).interval = 1s;
    }
    m_first = std::make_unique<Person>(m_good);
    QVERIFY(m_first->start() && m_first->signIn(m_good.mintToken()));
    QVERIFY(m_first->signInTo(m_bad, m_bad.mintToken()));
    QVERIFY(m_first->seesRow(badRow()));
    QVERIFY(m_first->quit());
}

void tst_Neighbours::cleanup()
{
    m_ada.reset();
    m_bad.behave();
    m_bad.knobs(u"gitea"_s).check = simulated::ProviderKnobs::Check::Ok;
    Dunst::all();
}

bool tst_Neighbours::start()
{
    m_good.unlink(u"github"_s);
    m_ada = std::make_unique<Person>(m_good);
    return m_ada->startAs(*m_first) && m_ada->stretchesMainWindow();
}

/// The main job, at the deployment that is well.
bool tst_Neighbours::goesOn()
{
    const QString code = m_ada->beginLink(u"GitHub"_s);
    return m_good.approve(code) && Dunst::shows()
        && Dunst::all().value(0).title == u"GitHub is linked"_s
        && m_ada->press(u"Done"_s, u"Link by device code"_s)
        && m_ada->seesRow(m_ada->row(u"GitHub"_s, u"Valid"_s))
        && m_ada->seesRow(m_ada->row(u"GitHub Enterprise"_s, u"Reconnect needed"_s));
}

bool tst_Neighbours::showsRowFrom(const QString &beginning) const
{
    const QList<AccessibleNode> rows = m_ada->app().rows();
    return std::any_of(rows.cbegin(), rows.cend(),
                       [&](const AccessibleNode &row) { return row.name().startsWith(beginning); });
}

void tst_Neighbours::oneGoesOnWhileTheOtherMisbehaves_data()
{
    using Kind = Misconduct::Kind;
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("told");
    QTest::newRow("hangs") << Kind::Hang << u"did not answer in time."_s;
    QTest::newRow("endless headers") << Kind::EndlessHeaders << u"did not answer in time."_s;
    QTest::newRow("endless body") << Kind::EndlessBody << u"sent an answer that makes no sense."_s;
    QTest::newRow("redirects") << Kind::Redirect << u"sends requests on to"_s;
}

void tst_Neighbours::oneGoesOnWhileTheOtherMisbehaves()
{
    QFETCH(const Misconduct::Kind, kind);
    QFETCH(const QString, told);
    m_bad.misbehave({.kind = kind,
                     .path = "/api/*"_ba,
                     .location = QUrl(u"https://elsewhere.example/login"_s)});
    QVERIFY(start());
    QVERIFY(goesOn());
    constexpr int longerThanALimit = 45'000;
    QVERIFY(m_ada->reads(told, longerThanALimit));

    m_bad.behave();
    QVERIFY(m_ada->press(u"Try again, ada on "_s + m_bad.url().authority()));
    QVERIFY(m_ada->seesRow(badRow()));
    QVERIFY(m_ada->quit());
}

/// What was known of it stays in sight.
void tst_Neighbours::oneGoesOnWhereTheOtherBeginsToHang()
{
    QVERIFY(start());
    QVERIFY(m_ada->seesRow(badRow()));
    m_bad.misbehave({.kind = Misconduct::Kind::Hang, .path = "/api/*"_ba});
    m_bad.forgetRequests();
    QVERIFY(m_ada->chooseInMenu(u"Check all now"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!m_bad.requests().isEmpty(), Person::usualPatience);
    QVERIFY(goesOn());
    QVERIFY(m_ada->seesRow(badRow()));
}

/// Servers of that time give up on no provider, so neither does their list; which account is being
/// waited for is said.
void tst_Neighbours::oneGoesOnWhereAProviderOfTheOtherHangs()
{
    m_bad.knobs(u"gitea"_s).check = simulated::ProviderKnobs::Check::Hang;
    QVERIFY(start());
    QVERIFY(goesOn());
    const QString waiting = u"ada on %1, asking for "_s.arg(m_bad.url().authority());
    QTRY_VERIFY_WITH_TIMEOUT(showsRowFrom(waiting), Person::usualPatience);
}

QTEST_GUILESS_MAIN(tst_Neighbours)
#include "tst_neighbours.moc"

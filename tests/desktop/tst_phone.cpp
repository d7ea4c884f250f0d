// SPDX-License-Identifier: MIT
#include "deployment/checks/visitor.h"
#include "desktop/daemon.h"
#include "desktop/dunst.h"
#include "desktop/person.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Somebody points a phone at the screen, and approves on the page that the QR code leads to.
class tst_Phone : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void approvesOnThePageOfTheScannedCode_data();
    void approvesOnThePageOfTheScannedCode();

private:
    /// What a reader of QR codes finds in a picture of the whole screen.
    [[nodiscard]] QStringList scan() const;

    QTemporaryDir m_folder;
    std::unique_ptr<simulated::Deployment> m_deployment;
    std::unique_ptr<Person> m_ada;
};

void tst_Phone::init()
{
    m_deployment = std::make_unique<simulated::Deployment>();
    QVERIFY(m_deployment->listen());
    m_deployment->addStandardProviders(simulated::Deployment::GitHub::NotLinked);
    for (const QString &id : {u"github"_s, u"gitlab"_s})
        m_deployment->knobs(id).interval = 1s;
    m_ada = std::make_unique<Person>(*m_deployment);
    QVERIFY(m_ada->start());
    QVERIFY(m_ada->signIn(m_deployment->mintToken()));
}

void tst_Phone::cleanup()
{
    m_ada.reset();
    m_deployment.reset();
    Dunst::all();
}

QStringList tst_Phone::scan() const
{
    const QString picture = m_folder.filePath(u"screen.png"_s);
    if (!outputOf(u"import"_s, {u"-window"_s, u"root"_s, picture}))
        return {};
    return outputOf(
               u"zbarimg"_s,
               {u"-q"_s, u"--nodbus"_s, u"--raw"_s, u"-Sdisable"_s, u"-Sqrcode.enable"_s, picture})
        .value_or(QString())
        .split(u'\n', Qt::SkipEmptyParts);
}

void tst_Phone::approvesOnThePageOfTheScannedCode_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("provider");
    QTest::newRow("GitHub's way") << u"github"_s << u"GitHub"_s;
    QTest::newRow("RFC 8628") << u"gitlab"_s << u"GitLab"_s;
}

void tst_Phone::approvesOnThePageOfTheScannedCode()
{
    QFETCH(const QString, id);
    QFETCH(const QString, provider);
    const QString code = m_ada->beginLink(provider);
    const QUrl page = m_deployment->provider(id).verificationUrl();
    QTRY_COMPARE(scan(), QStringList{page.toString()}); // it may not be painted yet

    const simulated::Visitor phone(*m_deployment);
    const QUrl scanned(scan().value(0));
    QVERIFY(phone.page(scanned, {{u"user_code"_s, code}}).contains(u"Approve"_s));
    QVERIFY(phone
                .page(QUrl(scanned.toString() + u"/decide"_s),
                      {{u"user_code"_s, code},
                       {u"decision"_s, u"approve"_s},
                       {u"login"_s, u"lovelace"_s}})
                .contains(u"is connected"_s));
    QVERIFY(Dunst::shows());
    QCOMPARE(Dunst::all().value(0).title, u"%1 is linked"_s.arg(provider));
    QVERIFY(scan().isEmpty()); // the code has done its work
    QVERIFY(m_ada->press(u"Done"_s, u"Link by device code"_s));
    QVERIFY(m_deployment->linkTo(id));
}

QTEST_GUILESS_MAIN(tst_Phone)
#include "tst_phone.moc"

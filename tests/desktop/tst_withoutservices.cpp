// SPDX-License-Identifier: MIT
#include "desktop/person.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The shipped program on a desktop without a tray and without a notification service: news comes
/// to the status line, the last place there is.
class tst_WithoutServices : public QObject
{
    Q_OBJECT

private slots:
    void tellsInTheStatusLine_data();
    void tellsInTheStatusLine();
};

void tst_WithoutServices::tellsInTheStatusLine_data()
{
    QTest::addColumn<bool>("approved");
    QTest::addColumn<QString>("news");
    QTest::newRow("approved") << true << u"GitHub is linked. For your account on %1."_s;
    QTest::newRow("declined") << false
                              << u"Access was declined at GitHub. Nothing was linked on %1."_s;
}

void tst_WithoutServices::tellsInTheStatusLine()
{
    QFETCH(const bool, approved);
    QFETCH(const QString, news);
    simulated::Deployment deployment;
    QVERIFY(deployment.listen());
    deployment.addStandardProviders(simulated::Deployment::GitHub::NotLinked);
    deployment.knobs(u"github"_s).interval = 1s;
    Person ada(deployment);
    QVERIFY(ada.start() && ada.signIn(deployment.mintToken()));
    const QString code = ada.beginLink(u"GitHub"_s);
    QVERIFY(!code.isEmpty());
    QVERIFY(ada.sendLinkToBackground());
    QVERIFY(approved ? deployment.approve(code) : deployment.deny(code));
    QVERIFY(ada.reads(news.arg(deployment.url().authority())));
    QVERIFY(ada.quit());
}

QTEST_GUILESS_MAIN(tst_WithoutServices)
#include "tst_withoutservices.moc"

// SPDX-License-Identifier: MIT
#include "unlinkdesk.h"

#include "dialogs/unlinkdialog.h"
#include "support/accountstage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using simulated::Misconduct;

namespace {

/// The desk of somebody who is signed in, beside a window.
struct Scene : AccountStage {
    Scene() { window.show(); }

    /// The question about \a provider, on the screen.
    [[nodiscard]] bool ask(const QString &provider)
    {
        desk.begin(key(provider), &window);
        return shows(u"Unlink "_s);
    }
    /// Confirmed, and Coder takes its time.
    [[nodiscard]] bool confirmAndHold()
    {
        deployment.misbehave({.kind = Misconduct::Kind::HoldAnswer, .method = "DELETE"});
        buttonOf(*dialogs().constFirst(), "unlink")->click();
        return QTest::qWaitFor([this] { return deployment.heldCount() == 1; });
    }
    void release()
    {
        deployment.behave();
        deployment.release();
    }
    /// Those a person sees.
    [[nodiscard]] QList<UnlinkDialog *> dialogs() const
    {
        QList<UnlinkDialog *> seen = window.findChildren<UnlinkDialog *>();
        seen.removeIf([](const UnlinkDialog *dialog) { return !dialog->isVisible(); });
        return seen;
    }
    /// Exactly one dialog, with these words in it.
    [[nodiscard]] bool shows(const QString &words) const
    {
        const QList<UnlinkDialog *> seen = dialogs();
        return seen.size() == 1 && wordsIn(*seen.constFirst()).contains(words);
    }

    QWidget window;
    UnlinkDesk desk{services, links, stage.tools()};
};

} // namespace

class TestUnlinkDesk : public QObject
{
    Q_OBJECT

private slots:
    void closingTheQuestionEndsIt();
    void anotherWishReplacesTheQuestion();
    void closingWhileDeletingOnlyHides();
    void anotherWishShowsWhatIsUnderWay();
    void failureComesBackIntoSight();
    void receiptStaysBesideTheNextQuestion();
    void leavingAccountTakesItsQuestionAlong();
};

void TestUnlinkDesk::closingTheQuestionEndsIt()
{
    Scene scene;
    QVERIFY(scene.signIn());
    QVERIFY(scene.ask(u"github"_s));
    scene.dialogs().constFirst()->reject();
    QVERIFY(scene.dialogs().isEmpty());
    QVERIFY(scene.ask(u"github"_s));
    QCOMPARE(scene.count("DELETE", "/external-auth/github"), 0);
}

void TestUnlinkDesk::anotherWishReplacesTheQuestion()
{
    Scene scene;
    QVERIFY(scene.signIn());
    QVERIFY(scene.ask(u"github"_s));
    QVERIFY(scene.shows(u"Unlink GitHub?"_s));
    QVERIFY(scene.ask(u"slack"_s));
    QVERIFY(scene.shows(u"Unlink Slack?"_s));
    buttonOf(*scene.dialogs().constFirst(), "unlink")->click();
    QTRY_VERIFY(!scene.deployment.linkTo(u"slack"_s));
    QVERIFY(scene.deployment.linkTo(u"github"_s));
}

void TestUnlinkDesk::closingWhileDeletingOnlyHides()
{
    Scene scene;
    QVERIFY(scene.signIn());
    QVERIFY(scene.ask(u"github"_s));
    QVERIFY(scene.confirmAndHold());
    QTest::keyClick(scene.dialogs().constFirst(), Qt::Key_Escape);
    QVERIFY(scene.dialogs().isEmpty());
    scene.release();
    QTRY_VERIFY(scene.shows(u"GitHub is unlinked"_s));
    QVERIFY(scene.shows(u"GitHub confirmed that the access is revoked."_s));
    QCOMPARE(scene.count("DELETE", "/external-auth/github"), 1);
}

void TestUnlinkDesk::anotherWishShowsWhatIsUnderWay()
{
    Scene scene;
    QVERIFY(scene.signIn());
    QVERIFY(scene.ask(u"github"_s));
    QVERIFY(scene.confirmAndHold());
    scene.dialogs().constFirst()->close();
    QVERIFY(scene.dialogs().isEmpty());
    scene.desk.begin(scene.key(u"slack"_s), &scene.window);
    QVERIFY(scene.shows(u"Unlinking GitHub"_s));
    scene.release();
    QTRY_VERIFY(scene.shows(u"GitHub confirmed that the access is revoked."_s));
}

void TestUnlinkDesk::failureComesBackIntoSight()
{
    Scene scene;
    QVERIFY(scene.signIn());
    QVERIFY(scene.ask(u"github"_s));
    scene.deployment.misbehave({.kind = Misconduct::Kind::Reset, .method = "DELETE"});
    buttonOf(*scene.dialogs().constFirst(), "unlink")->click();
    scene.dialogs().constFirst()->close();
    QVERIFY(scene.dialogs().isEmpty());
    QTRY_VERIFY(scene.shows(u"GitHub is still linked"_s));
    scene.deployment.behave();
    scene.desk.begin(scene.key(u"github"_s), &scene.window); // the same one, with its second try
    QVERIFY(scene.shows(u"GitHub is still linked"_s));
    buttonOf(*scene.dialogs().constFirst(), "unlink")->click();
    QTRY_VERIFY(scene.shows(u"GitHub is unlinked"_s));
}

void TestUnlinkDesk::receiptStaysBesideTheNextQuestion()
{
    Scene scene;
    QVERIFY(scene.signIn());
    QVERIFY(scene.ask(u"github"_s));
    buttonOf(*scene.dialogs().constFirst(), "unlink")->click();
    QTRY_VERIFY(scene.shows(u"GitHub is unlinked"_s));
    UnlinkDialog *receipt = scene.dialogs().constFirst();
    scene.desk.begin(scene.key(u"slack"_s), &scene.window);
    QCOMPARE(scene.dialogs().size(), 2);
    QVERIFY(wordsIn(*receipt).contains(u"GitHub is unlinked"_s));
    buttonOf(*receipt, "close")->click();
    QVERIFY(scene.shows(u"Unlink Slack?"_s));
}

void TestUnlinkDesk::leavingAccountTakesItsQuestionAlong()
{
    Scene scene;
    QVERIFY(scene.signIn());
    QVERIFY(scene.ask(u"github"_s));
    QVERIFY(scene.accounts.remove(scene.key(u"github"_s).account));
    QVERIFY(scene.dialogs().isEmpty());
}

QTEST_MAIN(TestUnlinkDesk)
#include "tst_unlinkdesk.moc"

// SPDX-License-Identifier: MIT
#include "dialogs/quitdialog.h"

#include "dialogs/statusnote.h"
#include "support/dialogstage.h"
#include "widgets/shapeview.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using Flow = DeviceLinkFlow;
using Loss = QuitDialog::Loss;

using Shape = StatusNote::Shape;

UntrustedText provider(QStringView name)
{
    return UntrustedText::name(name);
}

/// The picture beside the first words of a dialog.
QImage shownPicture(const QWidget &dialog)
{
    const auto views = dialog.findChildren<ShapeView *>();
    for (ShapeView *view : views) {
        if (view->isVisible())
            return view->grab().toImage();
    }
    return {};
}

QImage pictureOf(Shape shape, const DialogStage &stage)
{
    QWidget around; // alone in a window it would have the window's ground
    ShapeView view(stage.icons, stage.theme, &around);
    StatusNote::draw(view, shape);
    view.resize(view.sizeHint());
    return view.grab().toImage();
}

} // namespace

class TestQuitDialog : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatQuittingWouldLose_data();
    void saysWhatQuittingWouldLose();
    void namesTheAccountThatLeaves();
    void goesOnWithTheFlow();
    void namesAllThatWaits();
    void saysWhoseALinkIsWhereTheProviderDoesNot();
};

void TestQuitDialog::saysWhatQuittingWouldLose_data()
{
    QTest::addColumn<Loss>("loss");
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<QString>("words");
    const auto row
        = [](const char *name, const Flow::State &state, Shape shape, const QString &words) {
              QTest::newRow(name) << QuitDialog::lossIn(state) << shape << words;
          };
    const QString again = u"If you quit now, you see it when you start Fairlead again."_s;
    row("asked for", Flow::Requesting{}, Shape::Warning,
        u"A code for GitHub is being asked for.\nIf you quit now, nothing is linked."_s);
    row("waiting", Flow::AwaitingUser{}, Shape::Warning,
        u"A code for GitHub still waits to be approved.\n"
        "If you quit now, the code is lost and nothing is linked."_s);
    row("an answer was lost", Flow::AwaitingUser{.outcomeUnknown = true}, Shape::Warning,
        u"A code for GitHub still waits to be approved.\nIf you quit now, the code is lost. If you "
        "approved it already, you see the link when you start Fairlead again."_s);
    row("an answer is on its way", Flow::AwaitingUser{.exchanging = true}, Shape::Warning,
        u"A code for GitHub still waits to be approved.\nIf you quit now, the code is lost. If you "
        "approved it already, you see the link when you start Fairlead again."_s);
    row("approved", Flow::Verifying{.after = Flow::Verifying::After::Approval}, Shape::Paused,
        u"Coder accepted the approval for GitHub. Fairlead still reads the link.\n"_s + again);
    row("cancelled", Flow::Verifying{.after = Flow::Verifying::After::Cancel}, Shape::Paused,
        u"Fairlead still looks whether GitHub was linked all the same.\n"_s + again);
    row("expired", Flow::Verifying{.after = Flow::Verifying::After::Failure}, Shape::Paused,
        u"Fairlead still looks whether GitHub was linked all the same.\n"_s + again);
    QTest::newRow("in the browser")
        << Loss::NewsOfTheBrowser << Shape::Paused
        << u"A link to GitHub is still being made in the browser.\nIf you quit now, nothing tells "
           "you when it is done. What you approve there counts all the same."_s;
    QTest::newRow("unlinking")
        << Loss::UnlinkReceipt << Shape::Paused
        << u"GitHub is still being unlinked.\nIf you quit now, nothing tells "
           "you whether the access was revoked."_s;
    QTest::newRow("removing everything")
        << Loss::RestOfRemoval << Shape::Warning
        << u"What Fairlead has stored is still being removed.\nIf you quit now, some of it may "
           "stay."_s;
}

void TestQuitDialog::saysWhatQuittingWouldLose()
{
    QFETCH(const Loss, loss);
    QFETCH(const Shape, shape);
    QFETCH(const QString, words);
    DialogStage stage;
    QuitDialog dialog({{provider(u"GitHub"), loss}}, stage.tools());
    dialog.show();
    QCOMPARE(wordsIn(dialog), words);
    QCOMPARE(shownPicture(dialog), pictureOf(shape, stage));
    QVERIFY(buttonOf(dialog, "stay")->isDefault());
}

void TestQuitDialog::namesTheAccountThatLeaves()
{
    DialogStage stage;
    QuitDialog dialog({{.loss = Loss::RestOfSignOut, .account = {{.text = u"Work"_s}}}},
                      stage.tools());
    dialog.show();
    QCOMPARE(wordsIn(dialog),
             u"Work is still being signed out.\nIf you quit now, its token may stay stored and its "
             "session may go on."_s);
}

void TestQuitDialog::goesOnWithTheFlow()
{
    DialogStage stage;
    QuitDialog dialog({{provider(u"GitHub"), Loss::Code}}, stage.tools());
    dialog.show();
    dialog.present({{provider(u"GitHub"), Loss::NewsOfApproval}});
    QVERIFY2(wordsIn(dialog).contains(u"Coder accepted the approval for GitHub."_s),
             qPrintable(wordsIn(dialog)));
    QVERIFY(!wordsIn(dialog).contains(u"lost"_s));
    QTRY_COMPARE(clippedIn(dialog), QStringList());
}

void TestQuitDialog::namesAllThatWaits()
{
    DialogStage stage;
    const QuitDialog::Stake code{provider(u"GitHub"), Loss::Code};
    const QuitDialog::Stake gitea{provider(u"Gitea"), Loss::NewsOfTheBrowser};
    const QuitDialog::Stake gitLab{provider(u"GitLab"), Loss::NewsOfTheBrowser};
    QuitDialog dialog({code, gitea, gitLab}, stage.tools());
    dialog.show();
    const QString several
        = u"Links to Gitea, GitLab are still being made in the browser.\nIf you "
          "quit now, nothing tells you when they are done. What you approve there "
          "counts all the same."_s;
    QCOMPARE(
        wordsIn(dialog),
        u"A code for GitHub still waits to be approved.\nIf you quit now, the code is lost and "
        "nothing is linked.\n"_s
            + several);
    QTRY_COMPARE(clippedIn(dialog), QStringList());
    dialog.present({gitea, gitLab}); // the code was used
    QCOMPARE(wordsIn(dialog), several);
    dialog.present({gitLab});
    QVERIFY(
        wordsIn(dialog).startsWith(u"A link to GitLab is still being made in the browser.\n"_s));
}

void TestQuitDialog::saysWhoseALinkIsWhereTheProviderDoesNot()
{
    DialogStage stage;
    const TextRuns ada{{.text = u"ada on coder.example.com"_s}};
    const QuitDialog::Stake code{provider(u"GitHub"), Loss::Code, {{.text = u"Work"_s}}};
    const QuitDialog::Stake gitea{provider(u"Gitea"), Loss::NewsOfTheBrowser};
    const QuitDialog::Stake inBrowser{provider(u"GitHub"), Loss::NewsOfTheBrowser, ada};
    const QuitDialog::Stake unlinking{provider(u"GitHub"), Loss::UnlinkReceipt, ada};
    QuitDialog dialog({code, gitea, inBrowser, unlinking}, stage.tools());
    dialog.show();
    for (const QString &words :
         {u"A code for GitHub (Work) still waits to be approved."_s,
          u"Links to Gitea, GitHub (ada on coder.example.com) are still being made"_s,
          u"GitHub (ada on coder.example.com) is still being unlinked."_s})
        QVERIFY2(wordsIn(dialog).contains(words), qPrintable(wordsIn(dialog)));
    QTRY_COMPARE(clippedIn(dialog), QStringList());
    dialog.present({inBrowser});
    QVERIFY(wordsIn(dialog).startsWith(
        u"A link to GitHub (ada on coder.example.com) is still being made in the browser."_s));
}

QTEST_MAIN(TestQuitDialog)
#include "tst_quitdialog.moc"

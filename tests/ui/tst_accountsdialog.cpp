// SPDX-License-Identifier: MIT
#include "dialogs/accountsdialog.h"

#include "dialogs/accountrows.h"
#include "measures.h"
#include "support/dialogstage.h"
#include "ui/linkworld.h"
#include "window/linkdelegate.h"
#include "window/linkrows.h"
#include "window/rowlist.h"

#include <QAbstractItemModelTester>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

AccountStatus third()
{
    AccountStatus account = LinkWorld::signedIn(AccountId(u"eve"_s), u"dev.example.org"_s);
    account.session = Session::Failed{.why = Session::Trouble::TokenRejected};
    return account;
}

struct Scene {
    Scene()
    {
        stage.clock.setWall(make::noon());
        world.addAda();
        world.addGrace();
        world.accounts.append(third());
        dialog.setAccounts(world.accounts);
        dialog.show();
        if (!QTest::qWaitForWindowActive(&dialog)) // else keys find nobody
            qFatal("The dialog is not active");
    }
    [[nodiscard]] QPushButton &button(const char *name) { return *buttonOf(dialog, name); }
    [[nodiscard]] RowList &list() { return *named<RowList>(dialog, "accounts"); }
    [[nodiscard]] QLineEdit &name() { return *named<QLineEdit>(dialog, "accountName"); }
    [[nodiscard]] QStringList spoken()
    {
        QStringList rows;
        for (int row = 0; row < list().model()->rowCount(); ++row)
            rows.append(list().model()->index(row, 0).data(Qt::AccessibleTextRole).toString());
        return rows;
    }

    void resize(int width)
    {
        (void)dialog.grab(); // a dialog that was never painted still seeks its size
        QCoreApplication::sendPostedEvents(&dialog, QEvent::MetaCall);
        dialog.resize(width, dialog.height());
    }
    /// What stands in the line of \a row that holds \a text, from its start.
    [[nodiscard]] QStringList lineWith(const QString &text, int row)
    {
        const auto *delegate = qobject_cast<LinkDelegate *>(list().itemDelegate());
        const QModelIndex index = list().model()->index(row, 0);
        QMap<int, QMap<int, QString>> lines;
        for (const PaintedText &painted : delegate->painted(list().optionFor(index), index))
            lines[painted.rect.top()][painted.rect.left()] = painted.text;
        for (const QMap<int, QString> &line : std::as_const(lines)) {
            const QStringList texts = line.values();
            if (texts.contains(text))
                return texts;
        }
        return {};
    }

    DialogStage stage;
    LinkWorld world;
    AccountsDialog dialog{stage.tools()};
};

/// Where \a widget is in its window.
QRect placeOf(const QWidget &widget)
{
    return {widget.mapTo(widget.window(), QPoint()), widget.size()};
}

} // namespace

class TestAccountsDialog : public QObject
{
    Q_OBJECT

private slots:
    void saysHowItStandsWithEach();
    void isUsableWithoutAnAccount();
    void renamesBySayingSo();
    void newsDoesNotDisturbAName();
    void ordersByButtonsAndKeys();
    void selectionStaysWithItsAccount();
    void offersToSignInOrOut();
    void reportsWhatIsWished();
    void tellsTheSmallestChange();
    void buttonsGoBelowANarrowList();
    void narrowRowsKeepEachTextWhole();
};

void TestAccountsDialog::saysHowItStandsWithEach()
{
    Scene scene;
    QCOMPARE(scene.spoken(),
             (QStringList{u"ada on coder.example.com, signed in"_s,
                          u"grace on coder.git.example, signed in"_s,
                          u"eve on dev.example.org, signed out"_s}));
    scene.world.accounts.first().label = UntrustedText::name(u"Work");
    scene.dialog.setAccounts(scene.world.accounts);
    QCOMPARE(scene.spoken().constFirst(), u"Work, signed in"_s);
    const QModelIndex first = scene.list().model()->index(0, 0);
    QVERIFY(first.data(Qt::ToolTipRole).toString().contains(u"coder.example.com"_s));
    QTRY_COMPARE(clippedIn(scene.dialog), QStringList());
    const auto shape
        = [&] { return static_cast<LinkHealth>(first.data(LinkRows::HealthRole).toInt()); };
    QCOMPARE(shape(), LinkHealth::Valid);
    scene.world.accounts.first().problem = make::error(ApiError::Kind::Throttled, 429);
    scene.dialog.setAccounts(scene.world.accounts);
    QCOMPARE(scene.spoken().constFirst(), u"Work, could not check"_s);
    QCOMPARE(shape(), LinkHealth::ProviderUnreachable);
}

void TestAccountsDialog::isUsableWithoutAnAccount()
{
    DialogStage stage;
    AccountsDialog dialog(stage.tools());
    dialog.show();
    QVERIFY(wordsIn(dialog).contains(u"No account yet."_s));
    QVERIFY(buttonOf(dialog, "addAccount")->isEnabled());
    for (const char *name : {"signOut", "removeAccount", "moveUp", "moveDown"}) {
        QVERIFY(!buttonOf(dialog, name)->isEnabled());
        QVERIFY(!buttonOf(dialog, name)->toolTip().isEmpty());
    }
}

void TestAccountsDialog::renamesBySayingSo()
{
    Scene scene;
    const QSignalSpy renamed(&scene.dialog, &AccountsDialog::renameWished);
    QCOMPARE(scene.name().placeholderText(), u"ada on coder.example.com"_s);
    QTest::keyClick(&scene.list(), Qt::Key_F2);
    QCOMPARE(scene.dialog.focusWidget(), &scene.name());
    QTest::keyClicks(&scene.name(), u"Work"_s);
    QTest::keyClick(&scene.name(), Qt::Key_Return);
    QVERIFY(scene.dialog.isVisible());
    QCOMPARE(renamed.size(), 1);
    QCOMPARE(renamed.constFirst().at(0).value<AccountId>(), LinkWorld::ada());
    QCOMPARE(renamed.constFirst().at(1).toString(), u"Work"_s);
    scene.world.accounts.first().label = UntrustedText::name(u"Work");
    scene.dialog.setAccounts(scene.world.accounts);
    scene.name().selectAll();
    QTest::keyClick(&scene.name(), Qt::Key_Backspace);
    scene.list().setFocus();
    QCOMPARE(renamed.size(), 2);
    QVERIFY(renamed.constLast().at(1).toString().isEmpty());
    QTest::keyClicks(&scene.name(), QString(200, u'a'));
    QCOMPARE(scene.name().text().size(), qsizetype(AccountsDialog::longestName));
}

void TestAccountsDialog::newsDoesNotDisturbAName()
{
    Scene scene;
    scene.name().setFocus();
    QTest::keyClicks(&scene.name(), u"Wo"_s);
    scene.world.accounts.first().problem = make::error(ApiError::Kind::Offline);
    scene.dialog.setAccounts(scene.world.accounts);
    QCOMPARE(scene.name().text(), u"Wo"_s);
}

void TestAccountsDialog::ordersByButtonsAndKeys()
{
    Scene scene;
    const QSignalSpy moved(&scene.dialog, &AccountsDialog::moveWished);
    QVERIFY(!scene.button("moveUp").isEnabled());
    QVERIFY(!scene.button("moveUp").toolTip().isEmpty());
    scene.button("moveDown").click();
    QCOMPARE(moved.constLast().at(0).value<AccountId>(), LinkWorld::ada());
    QCOMPARE(moved.constLast().at(1).toInt(), 1);
    scene.dialog.select(third().id);
    QVERIFY(!scene.button("moveDown").isEnabled());
    QTest::keyClick(&scene.list(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(moved.constLast().at(0).value<AccountId>(), third().id);
    QCOMPARE(moved.constLast().at(1).toInt(), 1);
    QCOMPARE(scene.dialog.selected(), third().id); // the key moves the account, not the selection
    QTest::keyClick(&scene.list(), Qt::Key_Down);
    QCOMPARE(moved.size(), 2);
}

void TestAccountsDialog::selectionStaysWithItsAccount()
{
    Scene scene;
    scene.dialog.select(third().id);
    scene.world.accounts.move(2, 0);
    scene.dialog.setAccounts(scene.world.accounts);
    QCOMPARE(scene.dialog.selected(), third().id);
    QCOMPARE(scene.list().currentIndex().row(), 0);
    scene.world.accounts.removeFirst();
    scene.dialog.setAccounts(scene.world.accounts);
    QCOMPARE(scene.dialog.selected(), LinkWorld::ada()); // somebody is always selected
}

void TestAccountsDialog::offersToSignInOrOut()
{
    Scene scene;
    const QSignalSpy out(&scene.dialog, &AccountsDialog::signOutWished);
    const QSignalSpy in(&scene.dialog, &AccountsDialog::signInWished);
    QCOMPARE(scene.button("signOut").text(), u"Sign out…"_s);
    scene.button("signOut").click();
    QCOMPARE(out.constLast().at(0).value<AccountId>(), LinkWorld::ada());
    scene.dialog.select(third().id);
    QCOMPARE(scene.button("signOut").text(), u"Sign in again…"_s);
    QCOMPARE(scene.button("signOut").accessibleName(), u"Sign in again"_s);
    scene.button("signOut").click();
    QCOMPARE(in.constLast().at(0).value<AccountId>(), third().id);
    QCOMPARE(out.size(), 1);
}

void TestAccountsDialog::reportsWhatIsWished()
{
    Scene scene;
    const QSignalSpy added(&scene.dialog, &AccountsDialog::addWished);
    const QSignalSpy removed(&scene.dialog, &AccountsDialog::removeWished);
    scene.button("addAccount").click();
    QCOMPARE(added.size(), 1);
    scene.button("removeAccount").click();
    QTest::keyClick(&scene.list(), Qt::Key_Delete);
    QCOMPARE(removed.size(), 2);
    QCOMPARE(removed.constLast().at(0).value<AccountId>(), LinkWorld::ada());
    QTest::keyClick(&scene.dialog, Qt::Key_Escape);
    QVERIFY(!scene.dialog.isVisible());
}

void TestAccountsDialog::tellsTheSmallestChange()
{
    LinkWorld world;
    world.addAda();
    world.addGrace();
    AccountRows rows(world.clock);
    const QAbstractItemModelTester tester(&rows,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    rows.setAccounts(world.accounts);
    const QSignalSpy data(&rows, &QAbstractItemModel::dataChanged);
    const QSignalSpy moved(&rows, &QAbstractItemModel::rowsMoved);
    const QSignalSpy reset(&rows, &QAbstractItemModel::modelReset);
    rows.setAccounts(world.accounts);
    QCOMPARE(data.size(), 0);
    world.accounts.swapItemsAt(0, 1);
    rows.setAccounts(world.accounts);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(data.size(), 0);
    world.accounts.last().session = Session::SignedOut{};
    rows.setAccounts(world.accounts);
    QCOMPARE(data.size(), 1);
    QCOMPARE(reset.size(), 0);
}

void TestAccountsDialog::buttonsGoBelowANarrowList()
{
    Scene scene;
    const QList<const char *> names{"addAccount", "signOut", "removeAccount", "moveUp", "moveDown"};
    const auto areBelow = [&] {
        return std::all_of(names.cbegin(), names.cend(), [&](const char *name) {
            return placeOf(scene.button(name)).top() > placeOf(scene.list()).bottom();
        });
    };
    const auto areBeside = [&] {
        return std::all_of(names.cbegin(), names.cend(), [&](const char *name) {
            return placeOf(scene.button(name)).left() > placeOf(scene.list()).right();
        });
    };
    QTRY_VERIFY(areBeside());
    scene.resize(scene.dialog.minimumWidth());
    QTRY_VERIFY(areBelow());
    QCOMPARE(scene.dialog.width(), scene.dialog.minimumWidth());
    QTRY_COMPARE(clippedIn(scene.dialog), QStringList());
    QTRY_COMPARE(scene.dialog.findChild<QScrollArea *>()->horizontalScrollBar()->maximum(), 0);
    scene.resize(Measures().lines(38));
    QTRY_VERIFY(areBeside());
}

void TestAccountsDialog::narrowRowsKeepEachTextWhole()
{
    Scene scene;
    AccountStatus ada = scene.world.accounts.constFirst();
    Session::SignedIn in;
    in.key = ApiKey{.expiresAt = make::at(make::noon().addDays(5))};
    ada.session = in;
    ada.label = UntrustedText::name(u"Work");
    scene.world.accounts.replace(0, ada);
    scene.dialog.setAccounts(scene.world.accounts);
    const QString ends = u"session ends in 5 days"_s;
    const QModelIndex first = scene.list().model()->index(0, 0);
    const auto rowHeight = [&] { return scene.list().visualRect(first).height(); };
    QTRY_COMPARE(rowHeight(), Measures().rowHeight());
    QCOMPARE(scene.lineWith(ends, 0), (QStringList{ada.identity(), ends}));
    scene.resize(Measures().lines(20));
    QTRY_COMPARE(rowHeight(), Measures().rowHeight() + Measures().line());
    QCOMPARE(scene.lineWith(ends, 0), (QStringList{u"signed in"_s, ends}));
    QCOMPARE(scene.lineWith(ada.identity(), 0), QStringList{ada.identity()});
    QTRY_COMPARE(scene.list().visualRect(first.siblingAtRow(1)).top(),
                 scene.list().visualRect(first).bottom() + 1);
    const QString tip = first.data(Qt::ToolTipRole).toString().replace(QChar::Nbsp, u' ');
    QVERIFY2(tip.contains(u"signed in"_s) && tip.contains(ends), qPrintable(tip));
}

QTEST_MAIN(TestAccountsDialog)
#include "tst_accountsdialog.moc"

// SPDX-License-Identifier: MIT
#include "widgets/announce.h"

#include "datetexts.h"
#include "desktop/accessibleapp.h"
#include "dialogs/statusnote.h"
#include "dialogs/waitingline.h"
#include "pictures/icons.h"
#include "support/dialogstage.h"
#include "support/listingmaker.h"
#include "theme.h"
#include "ui/linkworld.h"
#include "window/accountstrip.h"
#include "window/detailspane.h"
#include "window/shownlink.h"
#include "window/statusline.h"

#include <QAccessible>
#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Everything assistive technology was told, in order.
QStringList heard;

void hear(QAccessibleEvent *event)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    if (event->type() == QAccessible::Announcement)
        heard.append(static_cast<QAccessibleAnnouncementEvent *>(event)->message());
#else
    if (event->type() != QAccessible::Alert)
        return;
    const auto *label = qobject_cast<const QLabel *>(event->object());
    const QString name = label ? label->accessibleName() : QString();
    heard.append(label && name.isEmpty() ? label->text() : name);
#endif
}

AccountStatus offlineSince(const QDateTime &learnt)
{
    return {.id = AccountId(u"ada"_s),
            .server = *ServerUrl::fromUserInput(u"coder.example.com"_s),
            .session = Session::SignedIn{},
            .learntAt = learnt,
            .problem = make::error(ApiError::Kind::Offline)};
}

} // namespace

/// A change that a person sees is told to one who does not, once, and only while it shows.
class TestAnnouncements : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void notesAreToldWhenTheyAppear();
    void notesAreToldWhenTheyChange();
    void notesAreNotToldTwice();
    void hiddenWordsAreNotTold();
    void noticesAreToldAndAgesAreNot();
    void stripsAreToldOnceAsTheirAgeGrows();
    void waitingIsToldAtMilestones();
    void failedChecksAreToldWhereNothingWasShown();

private:
    DialogStage m_stage;
};

void TestAnnouncements::initTestCase()
{
    const AccessibleApp asking; // nobody is told anything while nobody asks
    QTRY_VERIFY(QAccessible::isActive());
}

void TestAnnouncements::init()
{
    heard.clear();
    QAccessible::installUpdateHandler(hear);
}

void TestAnnouncements::cleanup()
{
    QAccessible::installUpdateHandler(nullptr);
}

void TestAnnouncements::notesAreToldWhenTheyAppear()
{
    StatusNote note(m_stage.icons, m_stage.theme);
    note.setNote(StatusNote::Shape::Stop, {.what = u"It failed."_s, .next = u"Try again."_s});
    QCOMPARE(heard, QStringList());
    note.show();
    QCOMPARE(heard.size(), 1);
    QVERIFY(heard.first().startsWith(u"It failed."_s));
    note.hide();
    note.show(); // it failed once more
    QCOMPARE(heard.size(), 2);
}

void TestAnnouncements::notesAreToldWhenTheyChange()
{
    StatusNote note(m_stage.icons, m_stage.theme);
    note.show();
    heard.clear();
    note.setNote(StatusNote::Shape::Good, {.what = u"Linked."_s});
    QCOMPARE(heard, QStringList{u"Linked."_s});
}

void TestAnnouncements::notesAreNotToldTwice()
{
    StatusNote note(m_stage.icons, m_stage.theme);
    note.show();
    heard.clear();
    for (int time = 0; time < 3; ++time)
        note.setNote(StatusNote::Shape::Good, {.what = u"Linked."_s});
    QCOMPARE(heard.size(), 1);
}

void TestAnnouncements::hiddenWordsAreNotTold()
{
    QLabel label(u"Nobody sees this."_s);
    announce(label, {label.text()});
    QCOMPARE(heard, QStringList());
}

void TestAnnouncements::noticesAreToldAndAgesAreNot()
{
    StatusLine line(m_stage.clock, m_stage.icons);
    line.show();
    heard.clear();
    line.setAge(u"Learnt 2 minutes ago"_s);
    QCOMPARE(heard, QStringList());
    line.setNotice(u"GitHub is linked."_s);
    QCOMPARE(heard, QStringList{u"GitHub is linked."_s});
}

void TestAnnouncements::stripsAreToldOnceAsTheirAgeGrows()
{
    AccountStrip strip(m_stage.theme, m_stage.icons);
    const AccountStatus account = offlineSince(make::noon());
    for (const int minutes : {2, 3, 4}) {
        const auto content
            = StripContent::of(account, {.now = make::noon().addSecs(60 * minutes)}, false);
        QVERIFY(content);
        strip.show({.accounts = {account.id}, .content = *content});
    }
    QCOMPARE(heard.size(), 1);
    QVERIFY(heard.first().startsWith(u"Offline."_s));
    AccountStatus signedOut = account;
    signedOut.session = Session::Failed{.why = Session::Trouble::TokenRejected};
    strip.show({.accounts = {account.id},
                .content = *StripContent::of(signedOut, {.now = make::noon()}, false)});
    QCOMPARE(heard.size(), 2);
    QVERIFY(heard.last().startsWith(u"You are signed out"_s));
}

/// A filter may have hidden the link while it was being checked.
void TestAnnouncements::failedChecksAreToldWhereNothingWasShown()
{
    LinkWorld world;
    world.addAdaWith(LinkHealth::RenewsItself);
    const LinkKey key = LinkWorld::key(u"github"_s);
    world.book.setCheckProblem(key, make::error(ApiError::Kind::ServerFault, 502));
    const Theme theme;
    const Icons icons;
    DetailsPane pane(theme, icons);
    pane.show();
    const ShownLink shown{.link = *world.book.find(key),
                          .health = LinkHealth::RenewsItself,
                          .account = world.accounts.constFirst(),
                          .learntAt = world.book.learntAt(key),
                          .today = {.now = world.clock.wall(), .locale = QLocale::c()}};
    for (const std::optional<ShownLink> &one :
         {std::optional<ShownLink>(), std::optional(shown), std::optional(shown)})
        pane.show(one);
    QCOMPARE(heard.size(), 1);
    QVERIFY2(heard.constFirst().contains(u"The last check failed"_s),
             qPrintable(heard.constFirst()));
}

void TestAnnouncements::waitingIsToldAtMilestones()
{
    WaitingLine line(m_stage.icons, m_stage.theme, DialogStage::subject());
    line.show();
    heard.clear();
    const DeviceLinkFlow::AwaitingUser state{.code = {.lifetime = 900s}};
    for (auto left = 900s; left > 0s; left -= 1s)
        line.present(state, left);
    QCOMPARE(heard.size(), 4); // at the start, at five minutes, at one, at half a one
    QVERIFY2(heard.first().contains(u"15 minute"_s), qPrintable(heard.first()));
    QVERIFY2(heard.last().contains(u"30 second"_s), qPrintable(heard.last()));
}

QTEST_MAIN(TestAnnouncements)
#include "tst_announcements.moc"

// SPDX-License-Identifier: MIT
#include "desktop/daemon.h"
#include "desktop/fakenotifications.h"
#include "desktop/notificationpicture.h"
#include "desktop/notifier.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusServiceWatcher>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

QString windowOfDunst()
{
    return outputOf(u"xdotool"_s, {u"search"_s, u"--onlyvisible"_s, u"--class"_s, u"Dunst"_s})
        .value_or(QString())
        .section(u'\n', -1);
}

} // namespace

/// Notifier before a real dunst with real clicks, before a service that notes every argument, and
/// before none.
class tst_Notifier : public QObject
{
    Q_OBJECT

private:
    const QStringList m_capable{u"actions"_s, u"body"_s, u"body-markup"_s};
    const LinkKey m_github{.account = AccountId(u"https://coder.example.com/1"_s),
                           .provider = ProviderId(u"github"_s)};
    const LinkKey m_gitlab{.account = AccountId(u"https://coder.example.com/1"_s),
                           .provider = ProviderId(u"gitlab"_s)};
    QImage m_picture{16, 16, QImage::Format_ARGB32};
    QTemporaryDir m_folder;
    std::unique_ptr<Daemon> m_dunst;

    LinkNews newsOf(LinkNews::Kind kind, const QString &provider = u"GitHub"_s) const
    {
        return {.kind = kind,
                .link = m_github,
                .provider = UntrustedText::name(provider),
                .server = *ServerUrl::fromUserInput(u"https://coder.example.com"_s)};
    }
    bool startDunst();

private slots:
    void initTestCase();
    void cleanup();

    void sendsWhatTheSpecificationSays();
    void saysWhatHappened_data();
    void saysWhatHappened();
    void asksForCapabilitiesOnce();
    void sendsNoButtonsToAServiceWithoutThem();
    void replacesTheNewsOfTheSameLink();
    void replacesNewsWhoseNumberIsNotKnownYet();
    void hearsOnlyItsOwnNotifications();
    void handsTheActivationTokenOn();
    void opensTheWindowFromANotice();
    void withdrawsWhatIsSeen();
    void forgetsTheNumbersOfAServiceThatIsGone();
    void fallsBackAtOnceWithoutAService();
    void fallsBackWhereTheServiceRefuses();
    void opensTheLinkByARealClick();
    void getsANewCodeByARealChoice();
    void leadsFromAnEndingSessionToSigningIn_data();
    void leadsFromAnEndingSessionToSigningIn();
};

void tst_Notifier::initTestCase()
{
    QGuiApplication::setApplicationDisplayName(u"Fairlead"_s);
    QGuiApplication::setDesktopFileName(u"dev.fairlead.Fairlead"_s);
    m_picture.fill(Qt::red);
    qDBusRegisterMetaType<NotificationPicture>();
}

void tst_Notifier::cleanup()
{
    m_dunst.reset();
}

bool tst_Notifier::startDunst()
{
    // `dunstctl context` takes the first line that names the new code.
    QFile chooser(m_folder.filePath(u"choose"_s));
    if (!chooser.open(QIODevice::WriteOnly))
        return false;
    chooser.write("#!/bin/sh\nexec grep -m1 'Get a new code'\n");
    chooser.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    chooser.close();
    QFile settings(m_folder.filePath(u"dunstrc"_s));
    if (!settings.open(QIODevice::WriteOnly))
        return false;
    settings.write("[global]\n origin=top-right\n offset=10x40\n markup=full\n idle_threshold=0\n"
                   " mouse_left_click=do_action,close_current\n dmenu="
                   + chooser.fileName().toUtf8() + "\n");
    settings.close();
    m_dunst = std::make_unique<Daemon>();
    return m_dunst->start(u"dunst"_s, {u"-conf"_s, settings.fileName()},
                          u"org.freedesktop.Notifications"_s);
}

void tst_Notifier::sendsWhatTheSpecificationSays()
{
    FakeNotifications service(m_capable);
    QVERIFY(service.takeName());
    Notifier notifier(QDBusConnection::sessionBus(), m_picture);
    notifier.tell(newsOf(LinkNews::Kind::Linked));
    QTRY_COMPARE(service.told.size(), 1);
    const auto &told = service.told.constFirst();
    QCOMPARE(told.replaces, 0U);
    QCOMPARE(told.icon, u"dev.fairlead.Fairlead"_s);
    QCOMPARE(told.title, u"GitHub is linked"_s);
    QCOMPARE(told.body, u"For your account on coder.example.com."_s);
    QCOMPARE(told.actions, (QStringList{u"default"_s, u"Show link"_s, u"show"_s, u"Show link"_s}));
    QCOMPARE(told.hints.value(u"urgency"_s).typeId(), qMetaTypeId<uchar>()); // a byte
    QCOMPARE(told.hints.value(u"desktop-entry"_s).toString(), u"dev.fairlead.Fairlead"_s);
    const auto picture
        = qdbus_cast<NotificationPicture>(told.hints.value(u"image-data"_s).value<QDBusArgument>());
    QCOMPARE(picture.image.size(), QSize(16, 16));
    QCOMPARE(picture.image.pixelColor(3, 3), QColor(Qt::red));
}

void tst_Notifier::saysWhatHappened_data()
{
    QTest::addColumn<LinkNews::Kind>("kind");
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("title");
    using Kind = LinkNews::Kind;
    QTest::newRow("linked") << Kind::Linked << u"GitHub"_s << u"GitHub is linked"_s;
    QTest::newRow("expired") << Kind::Expired << u"GitHub"_s
                             << u"The code for GitHub has expired"_s;
    QTest::newRow("denied") << Kind::Denied << u"GitHub"_s << u"Access was declined at GitHub"_s;
    QTest::newRow("failed") << Kind::Failed << u"GitHub"_s << u"GitHub could not be linked"_s;
    QTest::newRow("unread") << Kind::LinkedUnread << u"GitHub"_s
                            << u"Coder accepted the approval for GitHub"_s;
    QTest::newRow("approved") << Kind::ApprovedAfterCancel << u"GitHub"_s
                              << u"GitHub is linked although you cancelled"_s;
    QTest::newRow("maybe renewed")
        << Kind::MaybeRenewed << u"GitHub"_s << u"The link of GitHub has changed"_s;
    QTest::newRow("stopped looking")
        << Kind::StoppedLooking << u"GitHub"_s << u"Fairlead has stopped looking at GitHub"_s;
    QTest::newRow("linked, broken")
        << Kind::LinkedBroken << u"GitHub"_s << u"GitHub was linked, but the link does not work"_s;
    QTest::newRow("maybe linked") << Kind::MaybeLinked << u"GitHub"_s
                                  << u"Whether GitHub is linked is not known"_s;
    QTest::newRow("maybe approved") << Kind::MaybeApprovedAfterCancel << u"GitHub"_s
                                    << u"GitHub may be linked although you cancelled"_s;
    QTest::newRow("broken") << Kind::Broken << u"GitHub"_s << u"GitHub needs to be reconnected"_s;
    QTest::newRow("ending") << Kind::Ending << u"GitHub"_s << u"The link of GitHub ends soon"_s;
    const QString markup = u"<img src=\"/dev/zero\">"_s;
    QTest::newRow("markup") << Kind::Linked << markup << u"github is linked"_s;
    QTest::newRow("too long") << Kind::Expired << QString(41, u'x')
                              << u"The code for github has expired"_s;
    QTest::newRow("another alphabet")
        << Kind::Denied << u"ГитХаб"_s << u"Access was declined at github"_s;
    QTest::newRow("a placeholder") << Kind::Linked << u"%1"_s << u"github is linked"_s;
}

void tst_Notifier::saysWhatHappened()
{
    QFETCH(const LinkNews::Kind, kind);
    QFETCH(const QString, provider);
    QFETCH(const QString, title);
    FakeNotifications service(m_capable);
    QVERIFY(service.takeName());
    Notifier notifier(QDBusConnection::sessionBus(), m_picture);
    notifier.tell(newsOf(kind, provider));
    QTRY_COMPARE(service.told.size(), 1);
    QCOMPARE(service.told.constFirst().title, title);
    QVERIFY(service.told.constFirst().body.contains(u"coder.example.com"_s));
    QVERIFY(!service.told.constFirst().body.contains(u'<'));
}

void tst_Notifier::asksForCapabilitiesOnce()
{
    FakeNotifications service(m_capable);
    QVERIFY(service.takeName());
    Notifier notifier(QDBusConnection::sessionBus(), m_picture);
    notifier.tell(newsOf(LinkNews::Kind::Linked));
    notifier.tell(newsOf(LinkNews::Kind::Expired));
    QTRY_COMPARE(service.told.size(), 2);
    notifier.tell(newsOf(LinkNews::Kind::Denied));
    QTRY_COMPARE(service.told.size(), 3);
    QCOMPARE(service.timesAsked, 1);
}

void tst_Notifier::sendsNoButtonsToAServiceWithoutThem()
{
    FakeNotifications service({u"body"_s});
    QVERIFY(service.takeName());
    Notifier notifier(QDBusConnection::sessionBus(), m_picture);
    notifier.tell(newsOf(LinkNews::Kind::Expired));
    QTRY_COMPARE(service.told.size(), 1);
    QVERIFY(service.told.constFirst().actions.isEmpty());
}

void tst_Notifier::replacesTheNewsOfTheSameLink()
{
    FakeNotifications service(m_capable);
    QVERIFY(service.takeName());
    Notifier notifier(QDBusConnection::sessionBus(), m_picture);
    notifier.tell(newsOf(LinkNews::Kind::Expired));
    QTRY_COMPARE(service.told.size(), 1);
    notifier.tell(newsOf(LinkNews::Kind::Linked));
    QTRY_COMPARE(service.told.size(), 2);
    QCOMPARE(service.told.constLast().replaces, service.told.constFirst().id);
    LinkNews other = newsOf(LinkNews::Kind::Linked);
    other.link = m_gitlab;
    notifier.tell(other);
    QTRY_COMPARE(service.told.size(), 3);
    QCOMPARE(service.told.constLast().replaces, 0U);
}

void tst_Notifier::replacesNewsWhoseNumberIsNotKnownYet()
{
    FakeNotifications service(m_capable);
    QVERIFY(service.takeName());
    Notifier notifier(QDBusConnection::sessionBus(), m_picture);
    notifier.tell(newsOf(LinkNews::Kind::Expired));
    notifier.tell(newsOf(LinkNews::Kind::Linked));
    QTRY_COMPARE(service.told.size(), 2);
    QCOMPARE(service.told.constLast().replaces, service.told.constFirst().id);
    QCOMPARE(service.told.constLast().title, LinkNewsTexts::title(newsOf(LinkNews::Kind::Linked)));
}

void tst_Notifier::hearsOnlyItsOwnNotifications()
{
    FakeNotifications service(m_capable);
    QVERIFY(service.takeName());
    Notifier notifier(QDBusConnection::sessionBus(), m_picture);
    const QSignalSpy opened(&notifier, &Notifier::openLinkWished);
    const QSignalSpy renewed(&notifier, &Notifier::newCodeWished);
    notifier.tell(newsOf(LinkNews::Kind::Expired));
    QTRY_COMPARE(service.told.size(), 1);
    const uint id = service.told.constFirst().id;
    // The reply with the number and the signals travel in this order.
    emit service.ActionInvoked(id + 1, u"default"_s);
    emit service.ActionInvoked(id, u"something else"_s);
    emit service.NotificationClosed(id + 1, 2);
    emit service.ActionInvoked(id, u"new-code"_s);
    QTRY_COMPARE(renewed.size(), 1);
    QCOMPARE(opened.size(), 0);
    QCOMPARE(renewed.first().first().value<LinkKey>(), m_github);
    emit service.NotificationClosed(id, 2);
    emit service.ActionInvoked(id, u"default"_s); // of somebody who got the number after us
    // What is heard about another one comes after all that.
    LinkNews other = newsOf(LinkNews::Kind::Linked);
    other.link = m_gitlab;
    notifier.tell(other);
    QTRY_COMPARE(service.told.size(), 2);
    emit service.ActionInvoked(service.told.constLast().id, u"default"_s);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().value<LinkKey>(), m_gitlab);
    notifier.tell(newsOf(LinkNews::Kind::Linked));
    QTRY_COMPARE(service.told.size(), 3);
    QCOMPARE(service.told.constLast().replaces, 0U);
}

void tst_Notifier::handsTheActivationTokenOn()
{
    FakeNotifications service(m_capable);
    QVERIFY(service.takeName());
    Notifier notifier(QDBusConnection::sessionBus(), m_picture);
    const QSignalSpy opened(&notifier, &Notifier::openLinkWished);
    notifier.tell(newsOf(LinkNews::Kind::Linked));
    QTRY_COMPARE(service.told.size(), 1);
    const uint id = service.told.constFirst().id;
    emit service.ActivationToken(id, u"token-of-the-compositor"_s);
    emit service.ActionInvoked(id, u"show"_s);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(opened.first().at(1).toString(), u"token-of-the-compositor"_s);
}

void tst_Notifier::opensTheWindowFromANotice()
{
    FakeNotifications service(m_capable);
    QVERIFY(service.takeName());
    Notifier notifier(QDBusConnection::sessionBus(), m_picture);
    const QSignalSpy opened(&notifier, &Notifier::openWindowWished);
    const QSignalSpy signIn(&notifier, &Notifier::signInWished);
    const QString words = u"Fairlead stays open."_s;
    notifier.tell({.kind = LinkNews::Kind::Notice, .words = words});
    QTRY_COMPARE(service.told.size(), 1);
    const auto &told = service.told.constFirst();
    QCOMPARE(told.title, words);
    QCOMPARE(told.body, QString());
    QCOMPARE(told.actions.value(1), u"Show Fairlead"_s);
    emit service.ActivationToken(told.id, u"token-of-the-compositor"_s);
    emit service.ActionInvoked(told.id, u"default"_s);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toString(), u"token-of-the-compositor"_s);
    QCOMPARE(signIn.size(), 0);
    notifier.withdraw({});
    QTRY_COMPARE(service.closed, QList<uint>{told.id});
}

void tst_Notifier::withdrawsWhatIsSeen()
{
    FakeNotifications service(m_capable);
    QVERIFY(service.takeName());
    Notifier notifier(QDBusConnection::sessionBus(), m_picture);
    notifier.withdraw(m_github); // nothing there yet
    notifier.tell(newsOf(LinkNews::Kind::Linked));
    QTRY_COMPARE(service.told.size(), 1);
    const QSignalSpy opened(&notifier, &Notifier::openLinkWished);
    emit service.ActionInvoked(service.told.constFirst().id, u"default"_s);
    QTRY_COMPARE(opened.size(), 1); // by now the number is known here
    notifier.withdraw(m_github);
    QTRY_COMPARE(service.closed, QList<uint>{service.told.constFirst().id});
}

void tst_Notifier::forgetsTheNumbersOfAServiceThatIsGone()
{
    Notifier notifier(QDBusConnection::sessionBus(), m_picture);
    const QSignalSpy opened(&notifier, &Notifier::openLinkWished);
    auto service = std::make_unique<FakeNotifications>(m_capable);
    QVERIFY(service->takeName());
    notifier.tell(newsOf(LinkNews::Kind::Linked));
    QTRY_COMPARE(service->told.size(), 1);
    const uint id = service->told.constFirst().id;
    QDBusServiceWatcher watcher(u"org.freedesktop.Notifications"_s, QDBusConnection::sessionBus());
    const QSignalSpy gone(&watcher, &QDBusServiceWatcher::serviceUnregistered);
    service.reset();
    QTRY_COMPARE(gone.size(), 1); // and the notifier has heard it before us
    service = std::make_unique<FakeNotifications>(QStringList{});
    QVERIFY(service->takeName());
    emit service->ActionInvoked(id, u"default"_s);
    notifier.tell(newsOf(LinkNews::Kind::Expired));
    QTRY_COMPARE(service->told.size(), 1);
    QCOMPARE(service->told.constFirst().replaces, 0U);
    QVERIFY(service->told.constFirst().actions.isEmpty()); // asked anew what it can do
    QCOMPARE(opened.size(), 0);
}

void tst_Notifier::fallsBackAtOnceWithoutAService()
{
    for (const QDBusConnection &bus :
         {QDBusConnection::sessionBus(), QDBusConnection(u"nowhere"_s)}) {
        Notifier notifier(bus, m_picture);
        const QSignalSpy fallback(&notifier, &Notifier::fallbackWished);
        QElapsedTimer waited;
        waited.start();
        notifier.tell(newsOf(LinkNews::Kind::Linked));
        QTRY_COMPARE(fallback.size(), 1);
        QVERIFY(waited.elapsed() < 1000);
        QCOMPARE(fallback.first().at(0).toString(), u"GitHub is linked"_s);
        QCOMPARE(fallback.first().at(1).toString(), u"For your account on coder.example.com."_s);
    }
}

void tst_Notifier::fallsBackWhereTheServiceRefuses()
{
    FakeNotifications service(m_capable);
    service.refuses = true;
    QVERIFY(service.takeName());
    Notifier notifier(QDBusConnection::sessionBus(), m_picture);
    const QSignalSpy fallback(&notifier, &Notifier::fallbackWished);
    notifier.tell(newsOf(LinkNews::Kind::Linked));
    QTRY_COMPARE(fallback.size(), 1);
}

void tst_Notifier::opensTheLinkByARealClick()
{
    QVERIFY(startDunst());
    Notifier notifier(QDBusConnection::sessionBus(), m_picture);
    const QSignalSpy opened(&notifier, &Notifier::openLinkWished);
    notifier.tell(newsOf(LinkNews::Kind::Linked));
    QTRY_VERIFY(!windowOfDunst().isEmpty());
    QVERIFY(outputOf(
        u"xdotool"_s,
        {u"mousemove"_s, u"--window"_s, windowOfDunst(), u"40"_s, u"20"_s, u"click"_s, u"1"_s}));
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().value<LinkKey>(), m_github);
    QTRY_VERIFY(windowOfDunst().isEmpty());
    const QString history = outputOf(u"dunstctl"_s, {u"history"_s}).value_or(QString());
    QVERIFY(history.contains(u"GitHub is linked"_s));
    QVERIFY(history.contains(u"For your account on coder.example.com."_s));
}

void tst_Notifier::getsANewCodeByARealChoice()
{
    QVERIFY(startDunst());
    Notifier notifier(QDBusConnection::sessionBus(), m_picture);
    const QSignalSpy opened(&notifier, &Notifier::openLinkWished);
    const QSignalSpy renewed(&notifier, &Notifier::newCodeWished);
    notifier.tell(newsOf(LinkNews::Kind::Expired));
    QTRY_VERIFY(!windowOfDunst().isEmpty());
    QVERIFY(outputOf(u"dunstctl"_s, {u"context"_s}));
    QTRY_COMPARE(renewed.size(), 1);
    QCOMPARE(renewed.first().first().value<LinkKey>(), m_github);
    QCOMPARE(opened.size(), 0);
}

void tst_Notifier::leadsFromAnEndingSessionToSigningIn_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("its button") << u"sign-in"_s;
    QTest::newRow("a click on it") << u"default"_s;
}

void tst_Notifier::leadsFromAnEndingSessionToSigningIn()
{
    QFETCH(const QString, action);
    FakeNotifications service(m_capable);
    QVERIFY(service.takeName());
    Notifier notifier(QDBusConnection::sessionBus(), m_picture);
    const QSignalSpy opened(&notifier, &Notifier::openLinkWished);
    const QSignalSpy wished(&notifier, &Notifier::signInWished);
    LinkNews news = newsOf(LinkNews::Kind::SessionEnds);
    news.link.provider = {};
    news.when = u"in 2 days"_s;
    notifier.tell(news);
    QTRY_COMPARE(service.told.size(), 1);
    QVERIFY(service.told.constFirst().actions.contains(u"Sign in again"_s));
    emit service.ActivationToken(service.told.constFirst().id, u"token-1"_s);
    emit service.ActionInvoked(service.told.constFirst().id, action);
    QTRY_COMPARE(wished.size(), 1);
    QCOMPARE(wished.first().first().value<AccountId>(), m_github.account);
    QCOMPARE(wished.first().at(1).toString(), u"token-1"_s);
    QCOMPARE(opened.size(), 0);
}

QTEST_MAIN(tst_Notifier)
#include "tst_notifier.moc"

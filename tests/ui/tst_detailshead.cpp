// SPDX-License-Identifier: MIT
#include "window/detailshead.h"

#include "links/incidents.h"
#include "pictures/icons.h"
#include "theme.h"
#include "ui/linkworld.h"
#include "widgets/emphasislabel.h"
#include "window/shownlink.h"

#include <QApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The head over one of ada's links.
struct Shown : LinkWorld {
    Shown() { addAda(); }

    [[nodiscard]] QString state(const QString &provider = u"github"_s)
    {
        const LinkKey shown = key(provider);
        head.show({.link = *book.find(shown),
                   .health = book.health(*book.find(shown)),
                   .maybeLimited = perhapsLimited(book.links(), clock.wall()).contains(shown),
                   .account = accounts.constFirst(),
                   .learntAt = book.learntAt(shown),
                   .today = {.now = clock.wall(), .locale = QLocale(QLocale::English)}});
        QString text = head.findChild<EmphasisLabel *>(u"state"_s)->text();
        return text.remove(u'\u2068').remove(u'\u2069');
    }
    void turn(const QString &text)
    {
        Listing listing;
        for (const QString &id : {u"github"_s, u"work"_s}) {
            listing.providers.append(
                named(id, u"github"_s, id == u"work"_s ? u"Work"_s : u"GitHub"_s));
            listing.links.append(text.isNull() ? make::link(id) : make::brokenLink(id, text));
        }
        book.applyListing(ada(), listing);
    }

    Theme theme{};
    Icons icons{};
    DetailsHead head{theme, icons};
};

} // namespace

/// How a link is said to be, as far as that can be told.
class TestDetailsHead : public QObject
{
    Q_OBJECT

private slots:
    void aPossibleLimitIsToldCalmly();
    void aRevokedLinkIsToldAsSuch();
    void aSilentListIsExplained();
    void aRefusalWithoutAReasonIsExplained();
    void maintenanceTellsHowThingsWere();
    void whatIsRecalledTellsHowThingsWere();
};

void TestDetailsHead::aPossibleLimitIsToldCalmly()
{
    Shown shown;
    shown.turn({});
    shown.clock.advance(20min);
    shown.turn(u"token failed to validate"_s);
    QCOMPARE(
        shown.state(),
        u"Perhaps rate limited. GitHub refused several links at the same moment, which points to a "
        "limit on requests rather than to the links. Wait an hour and check again before you "
        "reconnect."_s);
    shown.clock.advance(2h);
    shown.book.reconsider();
    QCOMPARE(shown.state(),
             u"Reconnect needed. GitHub no longer accepts this link. Clones and pushes fail until "
             "you reconnect."_s);
}

void TestDetailsHead::aRevokedLinkIsToldAsSuch()
{
    Shown shown;
    shown.turn({});
    shown.turn(u"refresh token: oauth2: \"bad_refresh_token\" \"x\""_s);
    QVERIFY(shown.state().startsWith(u"Reconnect needed. GitHub no longer accepts this link."_s));
}

void TestDetailsHead::aSilentListIsExplained()
{
    Shown shown;
    shown.turn(u""_s);
    QCOMPARE(
        shown.state(),
        u"Unknown. Coder has not said yet whether this link works. The list of this server does "
        "not tell; Fairlead asks for each link in turn."_s);
    shown.book.applyDetails(LinkWorld::key(u"github"_s), make::details(true));
    QVERIFY(!shown.state().contains(u"does not tell"_s));
}

void TestDetailsHead::aRefusalWithoutAReasonIsExplained()
{
    Shown shown;
    shown.turn(u""_s);
    shown.book.applyDetails(LinkWorld::key(u"github"_s), make::details(false));
    QCOMPARE(shown.state(),
             u"Reconnect needed. GitHub no longer accepts this link. Clones and pushes fail until "
             "you reconnect. This server does not tell why."_s);
}

void TestDetailsHead::maintenanceTellsHowThingsWere()
{
    Shown shown;
    shown.turn({});
    shown.clock.advance(2h);
    shown.accounts.first().problem = make::error(ApiError::Kind::ServerFault, 503);
    QCOMPARE(shown.state(), u"Was valid when last seen, 2 hours ago."_s);
}

void TestDetailsHead::whatIsRecalledTellsHowThingsWere()
{
    Shown shown;
    shown.turn({});
    shown.clock.advance(3h);
    shown.accounts.first().session = Session::Restoring{};
    QCOMPARE(shown.state(), u"Was valid when last seen, 3 hours ago."_s);
}

QTEST_MAIN(TestDetailsHead)
#include "tst_detailshead.moc"

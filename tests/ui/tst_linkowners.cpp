// SPDX-License-Identifier: MIT
#include "linkowners.h"

#include "desktop/traycontent.h"
#include "session/accountbook.h"
#include "session/settingsfile.h"
#include "ui/linkworld.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Ada on two deployments, each of which has providers.
struct Scene {
    Scene()
    {
        accounts.put(home);
        accounts.put(work);
    }
    [[nodiscard]] static Account accountOn(const QString &host)
    {
        return {.server = *ServerUrl::fromUserInput(host),
                .userId = u"1"_s,
                .userName = UntrustedText::name(u"ada")};
    }
    void list(const Account &account, const QString &id, const QString &name)
    {
        world.book.applyListing(account.id(),
                                LinkWorld::listingFor(LinkHealth::NotLinked, id, name));
    }
    [[nodiscard]] const Account *toName(const QString &provider)
    {
        const LinkKey key = LinkWorld::key(provider, home.id());
        return owners.toName(key, world.book.find(key)->name());
    }

    QTemporaryDir folder;
    SettingsFile file{folder.filePath(u"settings.json"_s)};
    AccountBook accounts{file};
    LinkWorld world;
    LinkOwners owners{world.book, accounts};
    const Account home = accountOn(u"coder.example.com"_s);
    const Account work = accountOn(u"coder.git.example"_s);
};

} // namespace

class TestLinkOwners : public QObject
{
    Q_OBJECT

private slots:
    void namesWhereAnotherAccountHasTheNameToo();
    void isSilentWhereTheNameTells();
    void namesWhereMenusWouldShowTheSame();
    void namesWhereTheIdIsPartOfTheName();
    void trayEntriesSayWhoseTheyAre();
    void namesOnlyWhatTheMenuShows();
};

void TestLinkOwners::namesWhereAnotherAccountHasTheNameToo()
{
    Scene scene;
    scene.list(scene.home, u"github"_s, u"GitHub"_s);
    scene.list(scene.work, u"github-ee"_s, u"GitHub"_s); // by what it is called, not by its id
    QVERIFY(scene.toName(u"github"_s));
    QCOMPARE(scene.toName(u"github"_s)->id(), scene.home.id());
}

void TestLinkOwners::isSilentWhereTheNameTells()
{
    Scene scene;
    scene.list(scene.home, u"github"_s, u"GitHub"_s);
    QVERIFY(!scene.toName(u"github"_s)); // the only account with links
    scene.list(scene.work, u"github"_s, u"GitHub Enterprise"_s);
    QVERIFY(!scene.toName(u"github"_s));
    scene.list(scene.work, u"gitea"_s, u"Gitea"_s);
    QVERIFY(!scene.toName(u"github"_s));
}

/// There the id stands in for a name with other letters.
void TestLinkOwners::namesWhereMenusWouldShowTheSame()
{
    Scene scene;
    scene.list(scene.home, u"github"_s, u"GitHub am Nordufer, für alle"_s);
    scene.list(scene.work, u"github"_s, u"GitHub (München)"_s);
    QVERIFY(scene.toName(u"github"_s));
}

/// Which is behind it where an account has several of that name.
void TestLinkOwners::namesWhereTheIdIsPartOfTheName()
{
    Scene scene;
    const auto listTwins = [&scene](const Account &account, const QString &other) {
        Listing listing = LinkWorld::listingFor(LinkHealth::NotLinked);
        listing.providers += LinkWorld::listingFor(LinkHealth::NotLinked, other).providers;
        scene.world.book.applyListing(account.id(), listing);
    };
    listTwins(scene.home, u"github-ee"_s);
    listTwins(scene.work, u"github-lab"_s);
    QVERIFY(scene.toName(u"github"_s));
    QVERIFY(!scene.toName(u"github-ee"_s));
}

void TestLinkOwners::trayEntriesSayWhoseTheyAre()
{
    Scene scene;
    scene.list(scene.home, u"github"_s, u"GitHub"_s);
    const LinkKey link = LinkWorld::key(u"github"_s, scene.home.id());
    const UntrustedText name = UntrustedText::name(u"GitHub");
    const auto entry = [&] {
        TrayContent content{.items = {{.link = link, .provider = name}},
                            .flows = {{.link = link, .provider = name}}};
        content.nameOwners(scene.owners);
        const QString account = content.flows.constFirst().account;
        return content.items.constFirst().account == account ? account : u"not the same"_s;
    };
    QCOMPARE(entry(), QString());
    scene.list(scene.work, u"github"_s, u"GitHub"_s);
    QCOMPARE(entry(), u"ada on coder.example.com"_s);
    QVERIFY(scene.accounts.rename(scene.home.id(), UntrustedText::name(u"Home")));
    QCOMPARE(entry(), u"Home"_s);
    QVERIFY(scene.accounts.rename(scene.home.id(), UntrustedText::name(u"<b>Home</b>")));
    QCOMPARE(entry(), u"ada on coder.example.com"_s); // some panels show markup
}

/// Where thousands need attention the rest would be named for nobody.
void TestLinkOwners::namesOnlyWhatTheMenuShows()
{
    Scene scene;
    scene.list(scene.home, u"github"_s, u"GitHub"_s);
    scene.list(scene.work, u"github"_s, u"GitHub"_s);
    const TrayContent::Item item{.link = LinkWorld::key(u"github"_s, scene.work.id()),
                                 .provider = UntrustedText::name(u"GitHub")};
    TrayContent content{.items = QList<TrayContent::Item>(TrayContent::mostItems + 1, item)};
    content.nameOwners(scene.owners);
    QCOMPARE(content.items.at(TrayContent::mostItems - 1).account, u"ada on coder.git.example"_s);
    QCOMPARE(content.items.last().account, QString());
}

QTEST_MAIN(TestLinkOwners)
#include "tst_linkowners.moc"

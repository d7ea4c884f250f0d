// SPDX-License-Identifier: MIT
#include "links/linkcache.h"

#include "links/linkbook.h"
#include "links/linkhealth.h"
#include "session/account.h"
#include "support/fakeclock.h"
#include "support/files.h"
#include "support/listingmaker.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using files::contentOf;
using files::modeOf;
using files::put;

namespace {

Account accountOf(const QString &host)
{
    return {.server = *ServerUrl::fromUserInput(host), .userId = u"ada-1"_s};
}

/// One run of Fairlead over the same file and the same time.
struct Run {
    Run(const QString &path, FakeClock &clock, const QList<Account> &accounts)
        : book(clock), cache(path, book, clock)
    {
        for (const Account &account : accounts)
            book.addAccount(account.id());
        cache.recall(accounts);
    }

    LinkBook book;
    LinkCache cache;
};

Provider gitHub()
{
    Provider provider = make::provider(u"github"_s, u"github"_s);
    provider.device = true;
    provider.supportsRevocation = true;
    provider.supportsPkce = false;
    return provider;
}

/// Everything that an answer can say, at its oddest.
Listing everything()
{
    Provider old = make::provider(u"old"_s);
    old.displayName = UntrustedText::name(u"Old \"Git\" – ä"_s);
    Provider untold = make::provider(u"untold"_s, u"Weird/Type"_s);
    untold.supportsRevocation = std::nullopt;
    untold.supportsPkce = std::nullopt;
    untold.displayIcon = u"/icon/gitea.svg"_s;
    StoredLink ending = make::link(u"github"_s);
    ending.expires = make::at(make::noon().addSecs(3600));
    ending.hasRefreshToken = false;
    StoredLink broken = make::brokenLink(u"old"_s, u"refresh token: oauth2: \"bad\" \"x\""_s);
    broken.updatedAt = {};
    StoredLink orphan = make::link(u"gone"_s);
    orphan.expires = make::never();
    return make::listing({gitHub(), old, untold}, {ending, broken, orphan});
}

LinkDetails withApps(const ServerUrl &server)
{
    LinkUser ada = make::user(u"ada"_s);
    ada.id = 9'007'199'254'740'993; // more than a double holds
    ada.profile = WebAddress::judge(u"https://git.example/ada?x=%2F"_s, server);
    LinkDetails details = make::details(true, ada);
    details.device = true;
    details.appInstallable = true;
    details.appInstall = WebAddress::judge(u"ftp://git.example/app"_s, server);
    Installation installation{.id = 7, .account = make::user(u"engines"_s)};
    installation.configure = WebAddress::judge(u"https://git.example/apps/7"_s, server);
    details.installations = {installation};
    return details;
}

} // namespace

/// What was known is there at the next start, is its owner's alone, and can do no harm.
class LinkCacheTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void isThereAtTheNextStart();
    void healthIsDerivedAnew();
    void keepsWhatOnlyByIdTold();
    void keepsSinceWhenAHealthHolds();
    void keepsThatAnAddressWasRefused();
    void anIdOfNoUseCostsNothingElse();
    void isReadableByItsOwnerOnly();
    void isWrittenOnceABurst();
    void writesNothingWhereNothingWasLearnt();
    void neverOutlivesAnAnswer();
    void anAccountLeavesWithItsPart();
    void forgottenIsForgottenAtOnce();
    void forgettingDoesNotWaitForTheOthers();
    void nothingIsForgottenTwice();
    void whoSignedOutIsNotRecalled();
    void comesBackWithTheNextAnswer();
    void clearingLeavesNoFile();
    void onceRemovedNothingBringsItBack();
    void accountsOfOthersAreNotRecalled();
    void survivesAnythingInTheFile_data();
    void survivesAnythingInTheFile();
    void survivesOddFiles_data();
    void survivesOddFiles();
    void textsAndAddressesPassTheirJudgesAgain();
    void survivesMutations();
    void anAccountTooLargeKeepsItsLinks();
    void aFolderInTheWayIsNoTrouble();
    void recallsTwoHundredLinksInAFrame();

private:
    [[nodiscard]] QJsonObject root() const
    {
        return QJsonDocument::fromJson(contentOf(m_path)).object();
    }
    /// A run that learns all there is and ends.
    void learnEverything();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeClock> m_clock;
    QString m_path;
    const Account m_ada = accountOf(u"coder.example.com"_s);
    const Account m_grace = accountOf(u"coder.git.example"_s);
    const LinkKey m_gitHub{.account = m_ada.id(), .provider = ProviderId(u"github"_s)};
};

void LinkCacheTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(u"fairlead/links-cache.json"_s);
    m_clock = std::make_unique<FakeClock>();
    m_clock->setWall(make::noon());
}

void LinkCacheTest::learnEverything()
{
    Run run(m_path, *m_clock, {m_ada, m_grace});
    run.book.applyListing(m_ada.id(), everything());
    run.book.applyDetails(m_gitHub, withApps(m_ada.server));
    run.book.applyListing(m_grace.id(), make::listing({gitHub()}, {}));
}

void LinkCacheTest::isThereAtTheNextStart()
{
    learnEverything();
    LinkBook before(*m_clock);
    before.applyListing(m_ada.id(), everything());
    LinkDetails details = withApps(m_ada.server);
    details.appInstall = {};
    before.applyDetails(m_gitHub, details);

    m_clock->advance(10min);
    Run next(m_path, *m_clock, {m_ada, m_grace});
    QCOMPARE(next.book.listedAt(m_ada.id()), make::noon());
    QCOMPARE(next.book.learntAt(m_gitHub), make::noon());
    QCOMPARE(next.book.accounts(), (QList<AccountId>{m_ada.id(), m_grace.id()}));
    AccountLinks found = next.book.knownOf(m_ada.id());
    QCOMPARE(found.links.size(), before.links().size());
    for (size_t i = 0; i < found.links.size(); ++i) {
        GitLink expected = before.links()[i];
        expected.byIdAsked = false; // of this run
        if (found.links[i].link.details)
            found.links[i].link.details->appInstall = {}; // told apart below
        QVERIFY2(found.links[i].link == expected, qPrintable(expected.key.provider.toString()));
    }
    QCOMPARE(next.book.find(m_gitHub)->user->id, std::optional<qint64>(9'007'199'254'740'993));
    QCOMPARE(next.book.knownOf(m_grace.id()).links.size(), 1U);
}

void LinkCacheTest::healthIsDerivedAnew()
{
    {
        Run run(m_path, *m_clock, {m_ada});
        Listing listing = everything();
        listing.links[0].authenticated = false; // as servers before v2.13 say of every link
        run.book.applyListing(m_ada.id(), listing);
        run.book.applyDetails(m_gitHub, make::details(false));
        QCOMPARE(run.book.health(*run.book.find(m_gitHub)), LinkHealth::NeedsReconnect);
    }
    m_clock->advance(2h);
    const Run next(m_path, *m_clock, {m_ada});
    QCOMPARE(next.book.health(*next.book.find(m_gitHub)), LinkHealth::Expired);
}

/// Line 4 of the table: what by-id said is the last known state.
void LinkCacheTest::keepsWhatOnlyByIdTold()
{
    Listing silent = make::listing({gitHub()}, {make::brokenLink(u"github"_s)});
    {
        Run run(m_path, *m_clock, {m_ada});
        run.book.applyListing(m_ada.id(), silent);
        run.book.applyDetails(m_gitHub, withApps(m_ada.server));
    }
    Run next(m_path, *m_clock, {m_ada});
    QCOMPARE(next.book.health(*next.book.find(m_gitHub)), LinkHealth::Valid);
    next.book.applyListing(m_ada.id(), silent);
    QCOMPARE(next.book.health(*next.book.find(m_gitHub)), LinkHealth::Valid);
}

void LinkCacheTest::keepsSinceWhenAHealthHolds()
{
    const LinkKey old{.account = m_ada.id(), .provider = ProviderId(u"old"_s)};
    learnEverything();
    m_clock->advance(24h);
    Run next(m_path, *m_clock, {m_ada});
    QCOMPARE(next.book.find(old)->healthSince, make::noon());
    next.book.applyListing(m_ada.id(), everything());
    QCOMPARE(next.book.find(old)->healthSince, make::noon());
    QVERIFY(!seenToBegin(*next.book.find(old)).isValid()); // it was broken at the first look
    Listing mended = everything();
    mended.links[1] = make::link(u"old"_s);
    next.book.applyListing(m_ada.id(), mended);
    QCOMPARE(seenToBegin(*next.book.find(old)), make::noon().addDays(1));
}

void LinkCacheTest::keepsThatAnAddressWasRefused()
{
    learnEverything();
    const Run next(m_path, *m_clock, {m_ada});
    QVERIFY(next.book.find(m_gitHub)->details->appInstall.isRefused());
    QVERIFY(!contentOf(m_path).contains("ftp:"));
}

/// Such entries are told apart by their place in an answer, which is another in the file.
void LinkCacheTest::anIdOfNoUseCostsNothingElse()
{
    const QByteArray answer = R"({"providers":[{"id":"github","type":"github"},
        {"id":"github","type":"github"},{"id":"bad provider","type":"gitea"}],
        "links":[{"provider_id":"bad link"},{"provider_id":"gone"},{"provider_id":"github"}]})";
    const Answer<Listing> listing = decodeListing(QJsonDocument::fromJson(answer).object());
    QVERIFY(listing);
    {
        Run run(m_path, *m_clock, {m_ada});
        run.book.applyListing(m_ada.id(), *listing);
        QCOMPARE(run.book.links().size(), 4U);
    }
    const Run next(m_path, *m_clock, {m_ada});
    const GitLink *linked = next.book.find(m_gitHub);
    QVERIFY(linked && linked->provider && linked->stored);
    const GitLink *orphan
        = next.book.find({.account = m_ada.id(), .provider = ProviderId(u"gone"_s)});
    QVERIFY(orphan && orphan->stored);
    QCOMPARE(next.book.links().size(), 2U);
}

void LinkCacheTest::isReadableByItsOwnerOnly()
{
    QVERIFY(put(m_path, "{}"));
    QCOMPARE(chmod(QFile::encodeName(m_path).constData(), 0644), 0);
    QCOMPARE(chmod(QFile::encodeName(QFileInfo(m_path).path()).constData(), 0755), 0);
    const mode_t before = umask(0);
    learnEverything();
    umask(before);
    QCOMPARE(modeOf(m_path), 0600U);
    QCOMPARE(modeOf(QFileInfo(m_path).path()), 0700U);
    QCOMPARE(QDir(QFileInfo(m_path).path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{u"links-cache.json"_s});
}

void LinkCacheTest::isWrittenOnceABurst()
{
    Run run(m_path, *m_clock, {m_ada, m_grace});
    QCOMPARE(m_clock->untilNextTimer(), -1ms); // nothing to do, nothing to wake up for
    run.book.applyListing(m_ada.id(), everything());
    m_clock->advance(9s);
    run.book.applyDetails(m_gitHub, withApps(m_ada.server));
    run.book.applyListing(m_grace.id(), make::listing({gitHub()}, {}));
    QVERIFY(!QFile::exists(m_path));
    m_clock->advance(1s);
    QCOMPARE(root().value("accounts"_L1).toObject().size(), 2);
    QCOMPARE(m_clock->untilNextTimer(), -1ms);
    QVERIFY(QFile::remove(m_path));
    m_clock->advance(24h);
    run.book.reconsider();
    m_clock->advance(24h);
    QVERIFY2(!QFile::exists(m_path), "nothing was learnt, so nothing is written");
}

void LinkCacheTest::writesNothingWhereNothingWasLearnt()
{
    {
        Run run(m_path, *m_clock, {m_ada});
        run.book.addAccount(m_grace.id());
        run.book.applyDetails(m_gitHub, withApps(m_ada.server)); // of no link that is known
    }
    QVERIFY(!QFile::exists(m_path));
    learnEverything();
    const QByteArray before = contentOf(m_path);
    QVERIFY(put(m_path, before + "   "));
    {
        Run run(m_path, *m_clock, {m_ada});
        QCOMPARE(run.book.links().size(), 4U);
    }
    QCOMPARE(contentOf(m_path), before + "   ");
}

void LinkCacheTest::neverOutlivesAnAnswer()
{
    learnEverything();
    LinkBook book(*m_clock);
    book.applyListing(m_ada.id(), make::listing({gitHub()}, {}));
    LinkCache late(m_path, book, *m_clock);
    late.recall({m_ada});
    QCOMPARE(book.links().size(), 1U);
    QCOMPARE(book.health(*book.find(m_gitHub)), LinkHealth::NotLinked);

    Run next(m_path, *m_clock, {m_ada});
    next.book.applyListing(m_ada.id(), make::listing({gitHub()}, {}));
    QCOMPARE(next.book.links().size(), 1U);
    QCOMPARE(next.book.health(*next.book.find(m_gitHub)), LinkHealth::NotLinked);
    QVERIFY(!next.book.find(m_gitHub)->stored);
}

void LinkCacheTest::anAccountLeavesWithItsPart()
{
    learnEverything();
    Run run(m_path, *m_clock, {m_ada, m_grace});
    run.book.removeAccount(m_ada.id());
    m_clock->advance(0ms);
    const QJsonObject left = root().value("accounts"_L1).toObject();
    QCOMPARE(left.keys(), QStringList{m_grace.id().toString()});
    run.book.removeAccount(m_grace.id());
    QVERIFY(!QFile::exists(m_path));
}

void LinkCacheTest::forgottenIsForgottenAtOnce()
{
    learnEverything();
    {
        Run run(m_path, *m_clock, {m_ada, m_grace});
        run.cache.forget(m_ada.id());
        QVERIFY(!contentOf(m_path).contains("coder.example.com"));
        run.book.applyListing(m_grace.id(), make::listing({gitHub()}, {}));
    }
    QVERIFY(!contentOf(m_path).contains("coder.example.com"));
    QVERIFY(contentOf(m_path).contains("coder.git.example"));
}

/// What is known of them takes long to write anew: that goes on turn by turn.
void LinkCacheTest::forgettingDoesNotWaitForTheOthers()
{
    learnEverything();
    Run run(m_path, *m_clock, {m_ada, m_grace});
    run.cache.forget(m_ada.id());
    QVERIFY(!QFile::exists(m_path));
    m_clock->advance(0ms);
    QCOMPARE(root().value("accounts"_L1).toObject().keys(), QStringList{m_grace.id().toString()});
    QCOMPARE(m_clock->untilNextTimer(), -1ms);
}

void LinkCacheTest::nothingIsForgottenTwice()
{
    learnEverything();
    Run run(m_path, *m_clock, {m_ada, m_grace});
    run.cache.forget(m_ada.id());
    m_clock->advance(0ms);
    const QByteArray left = contentOf(m_path) + "   ";
    QVERIFY(put(m_path, left));
    run.book.forgetLinks(m_ada.id());
    m_clock->advance(24h);
    QCOMPARE(contentOf(m_path), left);
}

/// As where the last run came to its end in the middle of a sign-out.
void LinkCacheTest::whoSignedOutIsNotRecalled()
{
    learnEverything();
    Account gone = m_ada;
    gone.keeping = Account::Keeping::Nowhere;
    const Run run(m_path, *m_clock, {gone, m_grace});
    QVERIFY(!run.book.find(m_gitHub));
    QCOMPARE(run.book.links().size(), 1U);
    m_clock->advance(10s);
    QCOMPARE(root().value("accounts"_L1).toObject().keys(), QStringList{m_grace.id().toString()});
}

void LinkCacheTest::comesBackWithTheNextAnswer()
{
    learnEverything();
    {
        Run run(m_path, *m_clock, {m_ada});
        run.cache.forget(m_ada.id());
        QVERIFY(!QFile::exists(m_path));
        run.book.applyListing(m_ada.id(), everything());
    }
    const Run next(m_path, *m_clock, {m_ada});
    QCOMPARE(next.book.links().size(), 4U);
}

void LinkCacheTest::clearingLeavesNoFile()
{
    learnEverything();
    {
        Run run(m_path, *m_clock, {m_ada, m_grace});
        run.book.applyListing(m_ada.id(), everything()); // and not yet written
        run.cache.clear();
        QVERIFY(!QFile::exists(m_path));
    }
    QVERIFY(!QFile::exists(m_path));
}

void LinkCacheTest::onceRemovedNothingBringsItBack()
{
    learnEverything();
    {
        Run run(m_path, *m_clock, {m_ada, m_grace});
        QVERIFY(!run.cache.files().isEmpty());
        run.cache.remove();
        QVERIFY(run.cache.files().isEmpty());
        run.book.applyListing(m_ada.id(), everything());
        m_clock->advance(10min);
        run.cache.forget(m_grace.id());
        run.book.applyListing(m_ada.id(), everything());
    }
    QVERIFY(!QFile::exists(m_path));
    QVERIFY(!QDir(QFileInfo(m_path).path()).exists());
}

void LinkCacheTest::accountsOfOthersAreNotRecalled()
{
    learnEverything();
    const Run next(m_path, *m_clock, {accountOf(u"evil.example"_s)});
    QVERIFY(next.book.links().empty());
}

void LinkCacheTest::survivesAnythingInTheFile_data()
{
    QTest::addColumn<QByteArray>("content");

    const QByteArray id = R"("https://coder.example.com/ada-1")";
    const auto record = [&](const QByteArray &json) {
        return R"({"version":1,"accounts":{)" + id + ":" + json + "}}";
    };
    const QByteArray time = R"("listed_at":"2026-11-22T10:00:00Z")";
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("links=1");
    QTest::newRow("binary") << QByteArray("\x00\xff\xfe{}\x01", 6);
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("without a version") << QByteArray(R"({"accounts":{}})");
    QTest::newRow("of another version") << QByteArray(R"({"version":2,"accounts":{}})");
    QTest::newRow("version as text") << QByteArray(R"({"version":"1","accounts":{}})");
    QTest::newRow("accounts as a list") << QByteArray(R"({"version":1,"accounts":[]})");
    QTest::newRow("huge") << QByteArray(17 * 1024 * 1024, ' ') + R"({"version":1})";
    QTest::newRow("deep") << record(QByteArray(100'000, '[') + QByteArray(100'000, ']'));
    QTest::newRow("an account as text") << record(R"("x")");
    QTest::newRow("an account without a time")
        << record(R"({"providers":[],"links":[],"verdicts":{}})");
    QTest::newRow("learnt in the future") << record(
        R"({"listed_at":"2030-01-01T00:00:00Z","providers":[],"links":[],"verdicts":{}})");
    QTest::newRow("no lists") << record("{" + time + R"(,"verdicts":{}})");
    QTest::newRow("a provider as a number")
        << record("{" + time + R"(,"providers":[1],"links":[],"verdicts":{}})");
    QTest::newRow("a link that nobody judged")
        << record("{" + time + R"(,"providers":[{"id":"a"}],"links":[{"provider_id":"a"}]})");
    QTest::newRow("a health nobody knows")
        << record("{" + time
                  + R"(,"providers":[{"id":"a"}],"links":[],"verdicts":{"a":{"word":"none",)"
                    R"("said_by_id":false,"false_unconfirmed":false,"health":"superb"}}})");
    QTest::newRow("details of another shape") << record(
        "{" + time
        + R"(,"providers":[{"id":"a"}],"links":[],"verdicts":{"a":{"word":"none",)"
          R"("said_by_id":false,"false_unconfirmed":false,"health":"valid","health_before":"unknown",)"
          R"("details":{"authenticated":"yes"}}}})");
}

void LinkCacheTest::survivesAnythingInTheFile()
{
    QFETCH(const QByteArray, content);
    QVERIFY(put(m_path, content));
    {
        Run run(m_path, *m_clock, {m_ada});
        QVERIFY(run.book.links().empty());
        QVERIFY(!run.book.listedAt(m_ada.id()).isValid());
        run.book.applyListing(m_ada.id(), everything());
    }
    const Run next(m_path, *m_clock, {m_ada}); // and it is mended
    QCOMPARE(next.book.links().size(), 4U);
}

void LinkCacheTest::survivesOddFiles_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const char *kind : {"folder", "pipe", "loop", "zeros", "half"})
        QTest::newRow(kind) << QByteArray(kind);
}

void LinkCacheTest::survivesOddFiles()
{
    QFETCH(const QByteArray, kind);
    const QByteArray path = QFile::encodeName(m_path);
    learnEverything();
    const QByteArray whole = contentOf(m_path);
    QVERIFY(QFile::remove(m_path));
    if (kind == "folder")
        QVERIFY(QDir().mkpath(m_path));
    else if (kind == "pipe")
        QCOMPARE(mkfifo(path.constData(), 0600), 0);
    else if (kind == "loop")
        QVERIFY(QFile::link(m_path, m_path));
    else if (kind == "zeros")
        QVERIFY(QFile::link(u"/dev/zero"_s, m_path));
    else
        QVERIFY(put(m_path, whole.first(whole.size() / 2)));
    const Run run(m_path, *m_clock, {m_ada});
    QVERIFY(run.book.links().empty());
}

void LinkCacheTest::textsAndAddressesPassTheirJudgesAgain()
{
    learnEverything();
    QByteArray content = contentOf(m_path);
    const QByteArray evil
        = QByteArray("\\u202e<img src='file:///x'>\\u0000") + QByteArray(5000, 'w');
    QVERIFY(content.contains(R"("login":"ada")"));
    content.replace(R"("login":"ada")", R"("login":")" + evil + '"');
    content.replace("refresh token: oauth2: \\\"bad\\\" \\\"x\\\"", evil);
    content.replace("https://git.example/ada?x=%2F", "file:///etc/passwd");
    content.replace("https://git.example/apps/7", "http://git.example/apps/7");
    QVERIFY(put(m_path, content));
    const Run run(m_path, *m_clock, {m_ada});
    const GitLink *link = run.book.find(m_gitHub);
    QVERIFY(link);
    QVERIFY(link->user->login.plain().startsWith(u"<img"_s));
    QVERIFY(link->user->login.plain().size() <= UntrustedText::nameLength);
    QVERIFY(link->user->profile.isRefused());
    QVERIFY(link->details->installations.constFirst().configure.isRefused());
    for (const GitLink &one : run.book.links()) {
        QVERIFY(one.serverText.plain().size() <= UntrustedText::messageLength);
        QVERIFY(!one.serverText.plain().contains(QChar(0x202e)));
    }
    content.replace(R"("id":"github")", R"("id":"../../users/me")");
    QVERIFY(put(m_path, content));
    const Run other(m_path, *m_clock, {m_ada});
    for (const GitLink &one : other.book.links())
        QVERIFY(!one.key.provider.toString().contains(u'/'));
}

void LinkCacheTest::survivesMutations()
{
    learnEverything();
    const QByteArray whole = contentOf(m_path);
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    int understood = 0;
    for (int round = 0; round < 400; ++round) {
        QByteArray content = whole;
        for (int change = random.bounded(1, 4); change > 0; --change) {
            const qsizetype at = random.bounded(content.size());
            if (random.bounded(2) == 0)
                content[at] = static_cast<char>(random.bounded(256));
            else
                content.remove(at, random.bounded(1, 20));
        }
        QVERIFY(put(m_path, content));
        Run run(m_path, *m_clock, {m_ada, m_grace});
        for (const GitLink &link : run.book.links()) {
            QVERIFY(link.key.account == m_ada.id() || link.key.account == m_grace.id());
            QVERIFY(link.name().plain().size() <= UntrustedText::nameLength);
            QVERIFY(run.book.listedAt(link.key.account) <= m_clock->wall());
        }
        understood += run.book.links().empty() ? 0 : 1;
    }
    QVERIFY2(understood > 0, "the mutations are of what would be understood");
}

void LinkCacheTest::anAccountTooLargeKeepsItsLinks()
{
    LinkDetails details = withApps(m_ada.server);
    details.installations = QList<Installation>(20'000, details.installations.constFirst());
    {
        Run run(m_path, *m_clock, {m_ada});
        run.book.applyListing(m_ada.id(), everything());
        run.book.applyDetails(m_gitHub, details);
    }
    QVERIFY(QFileInfo(m_path).size() < 1024 * 1024);
    const Run next(m_path, *m_clock, {m_ada});
    QCOMPARE(next.book.links().size(), 4U);
    QVERIFY(!next.book.find(m_gitHub)->details);
}

void LinkCacheTest::aFolderInTheWayIsNoTrouble()
{
    QVERIFY(put(m_folder->filePath(u"fairlead"_s), "in the way"));
    QTest::ignoreMessage(QtWarningMsg, "the last known links could not be kept");
    learnEverything();
    const Run next(m_path, *m_clock, {m_ada});
    QVERIFY(next.book.links().empty());
}

/// It comes before the first frame.
void LinkCacheTest::recallsTwoHundredLinksInAFrame()
{
    Listing listing;
    {
        Run run(m_path, *m_clock, {m_ada});
        for (int number = 0; number < 200; ++number) {
            const QString id = u"provider-%1"_s.arg(number);
            listing.providers.append(make::provider(id));
            listing.links.append(make::link(id));
        }
        run.book.applyListing(m_ada.id(), listing);
        for (const Provider &provider : std::as_const(listing.providers))
            run.book.applyDetails({.account = m_ada.id(), .provider = provider.id},
                                  withApps(m_ada.server));
    }
    double best = 1e9;
    for (int round = 0; round < 5; ++round) {
        const std::clock_t begin = std::clock(); // of this process: others may be busy
        const Run next(m_path, *m_clock, {m_ada});
        best = std::min(best, 1e3 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
        QCOMPARE(next.book.links().size(), 200U);
    }
    qInfo("200 links with details recalled in %.1f ms", best);
    QVERIFY(best < 100); // unoptimised and under a sanitizer, too
}

QTEST_GUILESS_MAIN(LinkCacheTest)
#include "tst_linkcache.moc"

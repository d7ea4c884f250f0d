// SPDX-License-Identifier: MIT
#include "dialogs/authorisedapps.h"
#include "dialogs/unlinkdialog.h"
#include "support/dialogstage.h"
#include "support/signedinclient.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulated;

namespace {

/// A link as the lists of a real server tell of it.
GitLink learn(CoderApi &api, const QString &id)
{
    GitLink link{.key = {.provider = ProviderId(id)}};
    int answers = 0;
    QObject receiver;
    api.list(receiver, [&](const Answer<Listing> &answer) {
        ++answers;
        if (!answer)
            return;
        for (const Provider &provider : answer->providers) {
            if (provider.id == link.key.provider)
                link.provider = provider;
        }
        for (const StoredLink &stored : answer->links) {
            if (stored.provider == link.key.provider)
                link.stored = stored;
        }
    });
    api.details(link.key.provider, receiver, [&](const Answer<LinkDetails> &answer) {
        ++answers;
        if (answer)
            link.user = answer->user;
    });
    (void)QTest::qWaitFor([&answers] { return answers == 2; });
    return link;
}

struct Scene {
    explicit Scene(const QString &id = u"github"_s, Generation generation = Generation::Gen26b)
        : client(generation)
    {
        if (id == u"github"_s)
            client.deployment.link(id);
        unlinking = std::make_unique<Unlinking>(client.api, client.calls, learn(client.api, id));
        LinkSubject subject = DialogStage::subject(unlinking->link().name().plain());
        subject.server = client.rest.server();
        dialog = std::make_unique<UnlinkDialog>(*unlinking, subject, stage.tools());
        dialog->show();
    }

    [[nodiscard]] QString words() const { return wordsIn(*dialog); }
    [[nodiscard]] QPushButton &button(const char *name) const { return *buttonOf(*dialog, name); }
    [[nodiscard]] bool confirm()
    {
        button("unlink").click();
        return QTest::qWaitFor([this] {
            return unlinking->as<Unlinking::Removed>() || unlinking->as<Unlinking::Failed>();
        });
    }

    DialogStage stage;
    SignedInClient client;
    std::unique_ptr<Unlinking> unlinking;
    std::unique_ptr<UnlinkDialog> dialog;
};

} // namespace

class TestUnlinkDialog : public QObject
{
    Q_OBJECT

private slots:
    void saysBeforehandWhatWillHappen();
    void oldServersAreToldApart();
    void cancelIsTheEasyAnswer();
    void escapeUnlinksNothing();
    void revokedIsToldAsConfirmed();
    void failedRevocationIsToldWithTheWayToEndIt();
    void reportCanBeCopied();
    void lostAnswerIsLookedUp();
    void stillLinkedIsToldAfterASecondLook();
    void linkGoneBeforeIsTold();
    void withoutTheListNothingIsClaimed();
    void orphansAreToldHonestly();
    void authorisedAppsAreKnownForGitHubOnly();
    void survivesItsUnlinking();
};

void TestUnlinkDialog::saysBeforehandWhatWillHappen()
{
    Scene scene;
    const QString words = scene.words();
    QVERIFY2(words.contains(u"Unlink GitHub?"_s), qPrintable(words));
    QVERIFY(words.contains(u"Coder forgets the link, so clones and pushes in workspaces fail."_s));
    QVERIFY(words.contains(u"Coder asks GitHub to revoke its access."_s));
    const QString login = scene.unlinking->link().user->login.plain();
    QVERIFY(words.contains(u"GitHub then ends every token of this app for @%1."_s.arg(login)));
    QCOMPARE(scene.client.count("DELETE", "/external-auth/github"), 0);
}

void TestUnlinkDialog::oldServersAreToldApart()
{
    Scene scene(u"github"_s, Generation::Gen24);
    QVERIFY(scene.words().contains(u"This Coder server is too old to revoke access"_s));
    QVERIFY(scene.confirm());
    QVERIFY2(scene.words().contains(u"GitHub is unlinked, but not revoked"_s),
             qPrintable(scene.words()));
    QVERIFY(scene.words().contains(u"This Coder server does not revoke access at GitHub."_s));
}

void TestUnlinkDialog::cancelIsTheEasyAnswer()
{
    Scene scene;
    QPushButton &cancel = scene.button("close");
    QCOMPARE(cancel.text(), u"Cancel"_s);
    QVERIFY(cancel.isDefault());
    QCOMPARE(scene.dialog->focusWidget(), &cancel);
    QTest::keyClick(scene.dialog.get(), Qt::Key_Return);
    QVERIFY(!scene.dialog->isVisible());
    QVERIFY(scene.unlinking->as<Unlinking::Confirming>());
}

void TestUnlinkDialog::escapeUnlinksNothing()
{
    Scene scene;
    QTest::keyClick(scene.dialog.get(), Qt::Key_Escape);
    QVERIFY(!scene.dialog->isVisible());
    QVERIFY(scene.client.deployment.linkTo(u"github"_s));
}

void TestUnlinkDialog::revokedIsToldAsConfirmed()
{
    Scene scene;
    QVERIFY(scene.confirm());
    QCOMPARE(scene.dialog->windowTitle(), u"Unlinked"_s);
    const QString words = scene.words();
    QVERIFY2(words.contains(u"GitHub is unlinked\n"_s), qPrintable(words));
    QVERIFY(words.contains(u"Coder no longer has the link."_s));
    QVERIFY(words.contains(u"GitHub confirmed that the access is revoked."_s));
    QCOMPARE(scene.button("close").text(), u"Done"_s);
    QVERIFY(!scene.button("copyReport").isVisible());
    QVERIFY(!scene.client.deployment.linkTo(u"github"_s));
}

void TestUnlinkDialog::failedRevocationIsToldWithTheWayToEndIt()
{
    Scene scene;
    scene.client.deployment.knobs(u"github"_s).revocation = ProviderKnobs::Revocation::ServerError;
    QVERIFY(scene.confirm());
    QString words = scene.words();
    QVERIFY2(words.contains(u"GitHub is unlinked, but not revoked"_s), qPrintable(words));
    QVERIFY(words.contains(
        u"GitHub did not confirm that the access is revoked. A token may still work."_s));
    QVERIFY(words.contains(u"To end it yourself, remove the app on "_s));
    QVERIFY(!words.contains(u"Coder said"_s));
    buttonOf(*scene.dialog, "details")->click();
    words = scene.words();
    QVERIFY2(words.contains(u"Coder said: “"_s), qPrintable(words));
    const QString request = scene.unlinking->as<Unlinking::Removed>()->outcome.requestId;
    QVERIFY(!request.isEmpty());
    QVERIFY2(words.contains(u"\nRequest "_s + request), qPrintable(words));
    QTRY_COMPARE(clippedIn(*scene.dialog), QStringList());

    const WebAddress page = authorisedAppsPage(scene.unlinking->link(), scene.client.rest.server());
    QCOMPARE(scene.button("authorisedApps").isVisible(), page.isUsable());
    if (page.isUsable()) {
        QVERIFY(words.contains(page.host()));
        scene.button("authorisedApps").click();
        QCOMPARE(scene.stage.browser.opened, QStringList(page.encoded()));
    }
}

void TestUnlinkDialog::reportCanBeCopied()
{
    Scene scene;
    scene.client.deployment.knobs(u"github"_s).revocation = ProviderKnobs::Revocation::ServerError;
    QVERIFY(scene.confirm());
    scene.button("copyReport").click();
    const QString report = QGuiApplication::clipboard()->text();
    QVERIFY2(report.contains(u"GitHub is unlinked, but not revoked\nAccount: ada on "_s),
             qPrintable(report));
    QVERIFY(report.contains(u"Coder said: “"_s));
    QVERIFY(report.contains(u"\nRequest "_s));
    QVERIFY(
        !report.contains(QString::fromLatin1(scene.client.rest.token()->bytes().toByteArray())));
}

void TestUnlinkDialog::lostAnswerIsLookedUp()
{
    Scene scene;
    scene.client.deployment.misbehave(
        {.kind = Misconduct::Kind::Reset, .method = "DELETE", .takesEffect = true});
    QVERIFY(scene.confirm());
    const auto *removed = scene.unlinking->as<Unlinking::Removed>();
    QVERIFY(removed);
    QVERIFY(scene.words().contains(u"GitHub is unlinked\n"_s));
    QVERIFY2(scene.words().contains(removed->alreadyGone
                                        ? u"it was gone already"_s
                                        : u"The connection broke off before Coder could say"_s),
             qPrintable(scene.words()));
    QVERIFY(!scene.words().contains(u"confirmed"_s));
}

void TestUnlinkDialog::stillLinkedIsToldAfterASecondLook()
{
    Scene scene;
    scene.client.deployment.misbehave({.kind = Misconduct::Kind::Reset, .method = "DELETE"});
    QVERIFY(scene.confirm());
    const QString words = scene.words();
    QVERIFY2(words.contains(u"GitHub is still linked"_s), qPrintable(words));
    QVERIFY(words.contains(u"Coder could not remove the link. Nothing has changed."_s));
    QVERIFY(words.contains(u"Fairlead looked again: the link is still there."_s));
    scene.client.deployment.behave();
    QCOMPARE(scene.button("unlink").text(), u"Try again"_s);
    QVERIFY(scene.button("unlink").isDefault());
    QVERIFY(scene.confirm());
    QVERIFY(scene.unlinking->as<Unlinking::Removed>());
}

void TestUnlinkDialog::linkGoneBeforeIsTold()
{
    Scene scene;
    scene.client.deployment.unlink(u"github"_s);
    QVERIFY(scene.confirm());
    QVERIFY2(scene.words().contains(u"Coder no longer has the link; it was gone already."_s),
             qPrintable(scene.words()));
}

void TestUnlinkDialog::withoutTheListNothingIsClaimed()
{
    Scene scene;
    scene.client.deployment.misbehave({.kind = Misconduct::Kind::Reset});
    QVERIFY(scene.confirm());
    const QString words = scene.words();
    QVERIFY2(words.contains(u"Is GitHub unlinked?"_s), qPrintable(words));
    QVERIFY(!words.contains(u"Nothing has changed"_s));
    QVERIFY(!words.contains(u"no longer has"_s));
}

void TestUnlinkDialog::orphansAreToldHonestly()
{
    Scene scene(u"old-gitlab"_s);
    QVERIFY(scene.unlinking->plan().orphan);
    QVERIFY2(scene.words().contains(u"Try to unlink old-gitlab?"_s), qPrintable(scene.words()));
    QVERIFY(scene.words().contains(u"Coder usually refuses to remove such a link."_s));
    QCOMPARE(scene.button("unlink").text(), u"Try to unlink"_s);
    QVERIFY(scene.confirm());
    QVERIFY2(scene.words().contains(u"old-gitlab is still linked"_s), qPrintable(scene.words()));
    QVERIFY(scene.words().contains(u"Only an administrator can"_s));
}

void TestUnlinkDialog::authorisedAppsAreKnownForGitHubOnly()
{
    const ServerUrl server = *ServerUrl::fromUserInput(u"coder.example.com"_s);
    const WebAddress profile = WebAddress::judge(u"https://git.example/ada?tab=1#top"_s, server);
    GitLink link{.provider = Provider{.type = u"GitHub"_s}, .user = LinkUser{.profile = profile}};
    QCOMPARE(authorisedAppsPage(link, server).encoded(),
             u"https://git.example/settings/applications"_s);
    link.provider->type = u"gitlab"_s;
    QVERIFY(!authorisedAppsPage(link, server).isUsable());
    link.provider->type = u"github"_s;
    link.user->profile = WebAddress();
    QVERIFY(!authorisedAppsPage(link, server).isUsable());
}

void TestUnlinkDialog::survivesItsUnlinking()
{
    Scene scene;
    scene.unlinking.reset();
    scene.button("unlink").click();
    QVERIFY(scene.dialog->isVisible());
    scene.button("close").click();
    QVERIFY(!scene.dialog->isVisible());
}

QTEST_MAIN(TestUnlinkDialog)
#include "tst_unlinkdialog.moc"

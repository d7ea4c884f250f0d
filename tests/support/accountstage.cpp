// SPDX-License-Identifier: MIT
#include "support/accountstage.h"

#include "links/linkservice.h"
#include "session/signin.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTest>

AccountStage::AccountStage()
{
    if (!deployment.listen())
        qFatal("No port to listen on");
    deployment.addStandardProviders();
    stage.clock.setWall(QDateTime::currentDateTimeUtc());
}

AccountStage::~AccountStage()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

bool AccountStage::signIn()
{
    SignIn signIn(keychain, keychain);
    signIn.checkAddress(deployment.url().toString());
    if (!QTest::qWaitFor([&] { return signIn.as<SignIn::NeedsToken>() != nullptr; }))
        return false;
    signIn.checkToken(deployment.mintToken());
    if (!QTest::qWaitFor([&] { return signIn.as<SignIn::Known>() != nullptr; }))
        return false;
    signIn.keep(Account::Keeping::Keychain);
    if (!QTest::qWaitFor([&] { return signIn.as<SignIn::Finished>() != nullptr; }))
        return false;
    services.adopt(signIn);
    m_account = signIn.as<SignIn::Finished>()->account.id();
    return QTest::qWaitFor([this] {
        const LinkService *service = services.find(m_account);
        return service && service->learntAt().isValid();
    });
}

qsizetype AccountStage::count(const QByteArray &method, const QByteArray &pathAfterApi) const
{
    return deployment.requestsTo(method, "/api/v2" + pathAfterApi).size();
}

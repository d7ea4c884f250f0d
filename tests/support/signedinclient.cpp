// SPDX-License-Identifier: MIT
#include "support/signedinclient.h"

using namespace Qt::StringLiterals;

SignedInClient::SignedInClient(simulated::Generation generation, const RestLimits &limits)
    : deployment(generation), rest(listening(deployment), limits), api(rest), calls(api)
{
    deployment.addStandardProviders(simulated::Deployment::GitHub::NotLinked);
    useNewToken();
}

ServerUrl SignedInClient::listening(simulated::Deployment &deployment)
{
    if (!deployment.listen())
        qFatal("No port to listen on");
    return *ServerUrl::fromUserInput(deployment.url().toString());
}

void SignedInClient::useNewToken(simulated::TokenScope scope)
{
    rest.setToken(SessionToken::fromText(deployment.mintToken(scope)));
}

qsizetype SignedInClient::count(const QByteArray &method, const QByteArray &pathAfterApi) const
{
    return deployment.requestsTo(method, "/api/v2" + pathAfterApi).size();
}

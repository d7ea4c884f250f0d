// SPDX-License-Identifier: MIT
#pragma once

#include "coder/coderapi.h"
#include "coder/restclient.h"
#include "deployment/deployment.h"
#include "links/listcalls.h"

/// A simulated deployment with every kind of link, and a client of ada's that is signed in to it.
class SignedInClient
{
public:
    explicit SignedInClient(simulated::Generation generation = simulated::Generation::Gen26b,
                            const RestLimits &limits = {});

    simulated::Deployment deployment;
    RestClient rest;
    CoderApi api;
    ListCalls calls;

    /// As if the person had signed in once more.
    void useNewToken(simulated::TokenScope scope = simulated::TokenScope::All);
    [[nodiscard]] qsizetype count(const QByteArray &method, const QByteArray &pathAfterApi) const;
    /// All requests, whatever they were.
    [[nodiscard]] qsizetype count() const { return deployment.requests().size(); }

private:
    [[nodiscard]] static ServerUrl listening(simulated::Deployment &deployment);
};

// SPDX-License-Identifier: MIT
#pragma once

namespace simulated {

class Deployment;

/// Adds providers and ada's links to them so that every health a link can have is there:
///
/// | id                | type             | device | health                                     |
/// |-------------------|------------------|--------|--------------------------------------------|
/// | github            | github           | yes    | valid, two installations                   |
/// | gitlab            | gitlab           | yes    | not linked; RFC 8628 errors                |
/// | gitea             | gitea            | no     | renews itself, in 5 hours                  |
/// | codeberg          | gitea            | no     | expires in 26 hours, no renewal            |
/// | gitlab-archive    | gitlab           | no     | expired two days ago                       |
/// | github-enterprise | github           | yes    | revoked at the provider: reconnect         |
/// | azure-devops      | azure-devops     | no     | cannot be verified                         |
/// | gitlab-mirror     | gitlab           | no     | unreachable: status 503                    |
/// | bitbucket-server  | bitbucket-server | no     | rate limited                               |
/// | github-apps       | github           | yes    | app not installed                          |
/// | bitbucket         | bitbucket-cloud  | no     | valid                                      |
/// | forgejo           | gitea            | no     | not linked, in the browser only            |
/// | slack             | slack            | no     | another service, cannot be verified        |
/// | old-gitlab        | –                | –      | orphan: a link whose provider is gone      |
void addStandardProviders(Deployment &deployment);

} // namespace simulated

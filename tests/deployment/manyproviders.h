// SPDX-License-Identifier: MIT
#pragma once

namespace simulated {

class Deployment;

/// Adds \a count providers, `git-0001` and on, and ada's links to them, all by rule: types take
/// turns by seven and states by ten, so that every type is met in every state. Of ten, four are
/// valid, two not linked; one each renews itself, expires within a day, has expired, and was
/// revoked at the provider.
void addManyProviders(Deployment &deployment, int count);

} // namespace simulated

// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/httpmessage.h"

namespace simulated {

class GitProvider;
class World;

/// The pages of the git providers: where a person types the device code, sees which application
/// asks, and approves or denies; where an app is installed; where an authorised app is thrown out.
class ProviderPages
{
public:
    explicit ProviderPages(World &world) : m_world(world) { }

    [[nodiscard]] HttpResponse answer(const HttpRequest &request);

private:
    [[nodiscard]] HttpResponse codeEntry(GitProvider &provider, const QString &typed) const;
    [[nodiscard]] HttpResponse consent(GitProvider &provider, const QString &typed) const;
    [[nodiscard]] HttpResponse decide(const HttpRequest &request, GitProvider &provider) const;
    [[nodiscard]] HttpResponse settings(const HttpRequest &request, GitProvider &provider);
    [[nodiscard]] HttpResponse install(const HttpRequest &request, GitProvider &provider) const;

    World &m_world;
};

} // namespace simulated

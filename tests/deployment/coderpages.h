// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/httpmessage.h"

#include <optional>

namespace simulated {

class GitProvider;
class World;
struct Link;
struct User;

/// The pages of the deployment that a person opens: the list of all pages, `/cli-auth`, and
/// `/external-auth/ID` with its callback, where a link is made in the browser. The browser is
/// always signed in as the first user.
class CoderPages
{
public:
    explicit CoderPages(World &world) : m_world(world) { }

    /// Nothing for what is not a page of ours.
    [[nodiscard]] std::optional<HttpResponse> answer(const HttpRequest &request);

private:
    [[nodiscard]] HttpResponse overview() const;
    [[nodiscard]] HttpResponse mintedToken();
    void approve(const HttpRequest &request, GitProvider &provider);
    [[nodiscard]] HttpResponse linkPage(const HttpRequest &request, GitProvider &provider);
    [[nodiscard]] HttpResponse callback(const HttpRequest &request, GitProvider &provider);
    [[nodiscard]] QString stateOf(const Link *stored) const;
    [[nodiscard]] const User &browserUser() const;

    World &m_world;
};

} // namespace simulated

// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/httpmessage.h"

#include <optional>

namespace simulated {

class World;
struct User;

/// The pages of the deployment that a person opens: the list of all pages, `/cli-auth`, and
/// `/external-auth/ID` where a link is made in the browser. The browser is always signed in as
/// the first user.
class CoderPages
{
public:
    explicit CoderPages(World &world) : m_world(world) { }

    /// Nothing for what is not a page of ours.
    [[nodiscard]] std::optional<HttpResponse> answer(const HttpRequest &request);

private:
    [[nodiscard]] HttpResponse overview() const;
    [[nodiscard]] HttpResponse mintedToken();
    [[nodiscard]] HttpResponse browserLink(const HttpRequest &request, const QString &providerId);
    [[nodiscard]] const User &browserUser() const;

    World &m_world;
};

} // namespace simulated

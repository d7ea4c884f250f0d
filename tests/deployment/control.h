// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/httpmessage.h"

#include <QJsonObject>

#include <optional>

namespace simulated {

class Deployment;

/// Deployment's controls over HTTP, for whoever is not in its process.
///
/// They live under /control/ at both origins; the providers' one stays up while Coder is down.
/// GET answers with JSON (the bare /control/ with a page), POST takes a form and answers
/// `{"ok": true, …}` or, with status 400, `{"ok": false, "error": "…"}`.
///
///     GET  state                                providers, links, codes that wait, held requests
///     GET  requests, provider-requests          what was asked, oldest first; no token is shown
///     POST approve          code [login]        as the person at the provider's page
///     POST deny             code
///     POST expire           code
///     POST provider         id [KNOB…]          see below
///     POST remove-provider  id                  its link becomes an orphan
///     POST link             id [life] [renewable=1] [login]    life in seconds
///     POST unlink           id
///     POST revoke           id                  the provider takes Coder's access away
///     POST token            [user] [scope=all|narrow|read-only]    answers {"token": …}
///     POST revoke-token     token
///     POST expire-token     token
///     POST suspend          user                and `activate`
///     POST misbehave        kind [path] [method] [times] [takes_effect=1] [status] [media_type]
///                           [body] [coders=1] [location] [pace]
///     POST behave, release
///     POST down             [seconds]           comes back by itself after 10 s or so many
///     POST rate-limit       limit               0 is none
///     POST advance          seconds             turns the deployment's clock forward
///
/// KNOB is any of device_start, exchange, check, installations, refresh, revocation (words of
/// controlwords.cpp), dead=0|1, code_life, interval, enforces_interval=0|1, slow_downs,
/// exchange_word, installation_count, token_life (empty: for ever), gives_refresh_tokens=0|1,
/// login. Misconduct: hang, reset, cut-body, garbage-status, endless-headers, endless-body, drip,
/// html-page, redirect, status, rate-limited, raw, hold-request, hold-answer. A `path` may end in
/// `*`.
class Control
{
public:
    explicit Control(Deployment &deployment) : m_deployment(deployment) { }

    /// Nothing for what is not below /control/.
    [[nodiscard]] std::optional<HttpResponse> answer(const HttpRequest &request);

private:
    using Fields = QHash<QString, QString>;

    [[nodiscard]] QJsonObject show(const QString &what);
    [[nodiscard]] QJsonObject act(const QString &what, const Fields &fields);
    [[nodiscard]] QJsonObject actOnCode(const QString &what, const Fields &fields);
    [[nodiscard]] QJsonObject actOnProvider(const QString &what, const Fields &fields);
    [[nodiscard]] QJsonObject actOnPeople(const QString &what, const Fields &fields);
    [[nodiscard]] QJsonObject actOnServer(const QString &what, const Fields &fields);
    [[nodiscard]] QJsonObject link(const QString &id, const Fields &fields);
    [[nodiscard]] QJsonObject state();
    [[nodiscard]] HttpResponse overview();

    Deployment &m_deployment;
};

} // namespace simulated

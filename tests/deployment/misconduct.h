// SPDX-License-Identifier: MIT
#pragma once

#include "deployment/httpconnection.h"

#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>

namespace simulated {

/// How the deployment, or something in front of it, misbehaves towards certain requests.
struct Misconduct {
    enum class Kind {
        Hang,           ///< takes the request and never answers
        Reset,          ///< drops the connection
        CutBody,        ///< the true answer's head and half of its body, then the end
        GarbageStatus,  ///< a first line that is not HTTP
        EndlessHeaders, ///< a head that never ends
        EndlessBody,    ///< a good head and a body that never ends
        Drip,           ///< the true answer, a byte at a time
        HtmlPage,       ///< 200 and a page, as a gateway's sign-in has it
        Redirect,       ///< 307 to `location`
        Status,         ///< `status` with `body`
        RateLimited,    ///< Coder's own 429
        Raw,            ///< `body` as it is, then the end
        HoldRequest,    ///< nothing happens until release()
        HoldAnswer,     ///< the request takes effect, its answer waits for release()
    };

    Kind kind = Kind::Hang;
    QByteArray method{};   ///< empty: any
    QByteArray path{};     ///< the whole path, or its beginning with a `*` at the end; empty: any
    int times = everyTime; ///< how many requests it concerns
    bool takesEffect = false; ///< the request is carried out although its true answer is not sent
    int status = 503;
    QByteArray mediaType = QByteArrayLiteral("text/html");
    QByteArray body{};
    bool isCoders = false; ///< with the headers only Coder sends
    QUrl location{};
    std::chrono::milliseconds pace{20}; ///< of Drip

    static constexpr int everyTime = -1;

    /// An error of Coder's own making.
    [[nodiscard]] static Misconduct coderError(int status, const QString &message,
                                               const QString &detail = {});

    [[nodiscard]] bool concerns(const HttpRequest &request) const;
    /// Whether the true answer is needed at once, for its effect or for its text.
    [[nodiscard]] bool needsTrueAnswer() const;
};

/// Carries \a misconduct out on \a reply; \a truth is what a well-behaved server would have said,
/// or, where that is not needed, an empty answer with the headers of one.
void misbehave(const Misconduct &misconduct, const HttpReply &reply, const HttpResponse &truth);

} // namespace simulated

// SPDX-License-Identifier: MIT
#include "deployment/misconduct.h"

#include "deployment/coderanswer.h"
#include "deployment/pagetexts.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace simulated {

namespace {

/// Writes \a piece again each time some of it has left, until the client goes.
void writeForEver(HttpConnection &connection, const QByteArray &piece)
{
    QObject::connect(&connection, &HttpConnection::written, &connection,
                     [&connection, piece] { connection.write(piece); });
    connection.write(piece);
}

void drip(HttpConnection &connection, const QByteArray &bytes, std::chrono::milliseconds pace)
{
    auto *timer = new QTimer(&connection);
    QObject::connect(timer, &QTimer::timeout, &connection,
                     [&connection, timer, bytes, sent = 0]() mutable {
                         connection.write(bytes.mid(sent, 1));
                         if (++sent < bytes.size())
                             return;
                         timer->deleteLater();
                         connection.finish();
                     });
    timer->start(pace);
}

void cutBody(HttpConnection &connection, const HttpResponse &truth)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(truth.status) + ' '
        + reasonPhrase(truth.status) + "\r\n";
    for (const auto &[key, value] : truth.headers)
        head += key + ": " + value + "\r\n";
    // An answer without a body is cut short of one that it promised
    const qsizetype size = std::max<qsizetype>(truth.body.size(), 2);
    connection.write(head + "Content-Length: " + QByteArray::number(size) + "\r\n\r\n"
                     + truth.body.left(truth.body.size() / 2));
    connection.close();
}

HttpResponse ownAnswer(const Misconduct &misconduct, const HttpResponse &truth)
{
    HttpResponse response;
    if (misconduct.isCoders) {
        for (const auto &header : truth.headers) {
            if (header.first != "Content-Type")
                response.headers.append(header);
        }
    }
    response.status = misconduct.status;
    response.body = misconduct.body;
    response.headers.append({"Content-Type"_ba, misconduct.mediaType + "; charset=utf-8"});
    return response;
}

HttpResponse signInPage(const Misconduct &misconduct, const HttpResponse &truth)
{
    Misconduct page = misconduct;
    page.status = 200;
    page.mediaType = "text/html"_ba;
    if (page.body.isEmpty())
        page.body
            = pagetexts::document(u"Sign in"_s, u"<p>Your company asks you to sign in.</p>"_s);
    return ownAnswer(page, truth);
}

HttpResponse redirect(const QUrl &location)
{
    const QByteArray target = location.toEncoded();
    return {.status = 307,
            .headers
            = {{"Content-Type"_ba, "text/html; charset=utf-8"_ba}, {"Location"_ba, target}},
            .body = "<a href=\"" + target + "\">Temporary Redirect</a>.\n\n"};
}

void endlessBody(HttpConnection &connection, const HttpResponse &truth)
{
    QByteArray head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n";
    for (const auto &[key, value] : truth.headers)
        head += key + ": " + value + "\r\n";
    connection.write(head + "\r\n");
    const QByteArray spaces(16'384, ' ');
    writeForEver(connection, QByteArray::number(spaces.size(), 16) + "\r\n" + spaces + "\r\n");
}

} // namespace

Misconduct Misconduct::coderError(int status, const QString &message, const QString &detail)
{
    return {.kind = Kind::Status,
            .status = status,
            .mediaType = "application/json"_ba,
            .body = errorAnswer(status, message, detail).response.body,
            .isCoders = true};
}

bool Misconduct::concerns(const HttpRequest &request) const
{
    if (times == 0 || (!method.isEmpty() && method != request.method))
        return false;
    if (path.endsWith('*'))
        return request.path.startsWith(path.chopped(1));
    return path.isEmpty() || path == request.path;
}

bool Misconduct::needsTrueAnswer() const
{
    const bool showsIt = kind == Kind::CutBody || kind == Kind::Drip || kind == Kind::EndlessBody
        || kind == Kind::HoldAnswer;
    return takesEffect || showsIt;
}

namespace {

/// The kinds that are no answer at all; false for those that are one.
bool breakProtocol(const Misconduct &misconduct, HttpConnection &connection)
{
    using Kind = Misconduct::Kind;
    switch (misconduct.kind) {
    case Kind::Reset:
        connection.reset();
        return true;
    case Kind::GarbageStatus:
        connection.write("\x01\x02 not HTTP at all\r\n\r\n"_ba);
        connection.close();
        return true;
    case Kind::EndlessHeaders:
        connection.write("HTTP/1.1 200 OK\r\n");
        writeForEver(connection, "X-More: " + QByteArray(1024, 'x') + "\r\n");
        return true;
    case Kind::Raw:
        connection.write(misconduct.body);
        connection.close();
        return true;
    case Kind::Hang:
    case Kind::HoldRequest:
    case Kind::HoldAnswer:
        return true;
    case Kind::CutBody:
    case Kind::EndlessBody:
    case Kind::Drip:
    case Kind::HtmlPage:
    case Kind::Redirect:
    case Kind::Status:
    case Kind::RateLimited:
        break;
    }
    return false;
}

} // namespace

void misbehave(const Misconduct &misconduct, const HttpReply &reply, const HttpResponse &truth)
{
    using Kind = Misconduct::Kind;
    HttpConnection *connection = reply.connection();
    if (!connection || breakProtocol(misconduct, *connection))
        return;
    const Kind kind = misconduct.kind;
    if (kind == Kind::CutBody)
        cutBody(*connection, truth);
    else if (kind == Kind::EndlessBody)
        endlessBody(*connection, truth);
    else if (kind == Kind::Drip)
        drip(*connection, truth.toBytes(), misconduct.pace);
    else if (kind == Kind::HtmlPage)
        reply.send(signInPage(misconduct, truth));
    else if (kind == Kind::Redirect)
        reply.send(redirect(misconduct.location));
    else if (kind == Kind::Status)
        reply.send(ownAnswer(misconduct, truth));
    else
        reply.send(truth);
}

} // namespace simulated

// SPDX-License-Identifier: MIT
#include "hostile/rawserver.h"

#include <QtGlobal>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace {

QByteArray headerIn(const QByteArray &head, const QByteArray &name, bool *found)
{
    const QByteArray wanted = name.toLower();
    const QList<QByteArray> lines = head.split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        if (colon > 0 && lines[i].first(colon).trimmed().toLower() == wanted) {
            *found = true;
            return lines[i].sliced(colon + 1).trimmed();
        }
    }
    *found = false;
    return {};
}

/// Whether the other side has not hung up; the thread that serves it may not know yet.
bool isOpen(int socket)
{
    char byte = 0;
    const ssize_t seen = ::recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return seen > 0 || (seen < 0 && (errno == EAGAIN || errno == EWOULDBLOCK));
}

} // namespace

bool RawRequest::hasHeader(const QByteArray &name) const
{
    bool found = false;
    headerIn(head, name, &found);
    return found;
}

QByteArray RawRequest::header(const QByteArray &name) const
{
    bool found = false;
    return headerIn(head, name, &found);
}

RawConnection::~RawConnection()
{
    const std::lock_guard guard(m_server.m_lock);
    m_server.m_open.erase(m_socket);
    ::close(m_socket);
    ++m_server.m_ended;
}

std::optional<RawRequest> RawConnection::read()
{
    RawRequest request;
    qsizetype headEnd = -1;
    qsizetype length = 0;
    while (headEnd < 0 || m_received.size() < headEnd + length) {
        char buffer[16 * 1024];
        if (headEnd < 0 && (headEnd = m_received.indexOf("\r\n\r\n")) >= 0) {
            headEnd += 4;
            request.head = m_received.first(headEnd);
            length = request.header("Content-Length").toLongLong();
            continue;
        }
        const ssize_t size = ::recv(m_socket, buffer, sizeof buffer, 0);
        if (size <= 0)
            return std::nullopt;
        m_received.append(buffer, size);
    }
    request.body = m_received.sliced(headEnd, length);
    m_received = m_received.sliced(headEnd + length);
    const QList<QByteArray> words = request.head.first(request.head.indexOf("\r\n")).split(' ');
    request.method = words.value(0);
    request.path = words.value(1);
    const std::lock_guard guard(m_server.m_lock);
    m_server.m_requests.append(request);
    return request;
}

bool RawConnection::write(const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t size = ::send(m_socket, bytes.constData() + at,
                                    static_cast<size_t>(bytes.size() - at), MSG_NOSIGNAL);
        if (size <= 0)
            return false;
        at += size;
    }
    return true;
}

bool RawConnection::stayFor(std::chrono::milliseconds time)
{
    pollfd waiting{.fd = m_socket, .events = POLLRDHUP, .revents = 0};
    return ::poll(&waiting, 1, static_cast<int>(time.count())) == 0;
}

void RawConnection::stay()
{
    stayFor(std::chrono::milliseconds(-1));
}

void RawConnection::reset()
{
    const linger atOnce{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
}

RawServer::RawServer(Script script, const QByteArray &host)
    : m_script(std::move(script)), m_host(host)
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    ::inet_pton(AF_INET, host.constData(), &address.sin_addr);
    socklen_t size = sizeof address;
    auto *any = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, any, size) != 0 || ::listen(m_listener, 64) != 0
        || ::getsockname(m_listener, any, &size) != 0)
        qFatal("no loopback server");
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { accept(); });
}

RawServer::~RawServer()
{
    ::shutdown(m_listener, SHUT_RDWR);
    m_acceptor.join();
    ::close(m_listener);
    {
        const std::lock_guard guard(m_lock);
        for (const int socket : m_open)
            ::shutdown(socket, SHUT_RDWR);
    }
    for (std::thread &thread : m_threads)
        thread.join();
}

RawServer::Script RawServer::saying(const QByteArray &bytes)
{
    return [bytes](RawConnection &connection) {
        while (connection.read() && connection.write(bytes)) { }
    };
}

QByteArray RawServer::authority() const
{
    return m_host + ':' + QByteArray::number(m_port);
}

QString RawServer::address() const
{
    return u"http://"_s + QString::fromLatin1(authority());
}

QList<RawRequest> RawServer::requests() const
{
    const std::lock_guard guard(m_lock);
    return m_requests;
}

int RawServer::mostAtOnce() const
{
    const std::lock_guard guard(m_lock);
    return m_mostAtOnce;
}

void RawServer::accept()
{
    for (;;) {
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            return;
        ++m_connections;
        const std::lock_guard guard(m_lock);
        m_open.insert(socket);
        m_mostAtOnce = std::max(
            m_mostAtOnce, static_cast<int>(std::count_if(m_open.begin(), m_open.end(), isOpen)));
        m_threads.emplace_back([this, socket] { serve(socket); });
    }
}

void RawServer::serve(int socket)
{
    RawConnection connection(*this, socket);
    m_script(connection);
}

QByteArray coderAnswer(int status, const QByteArray &body, const QByteArray &headers)
{
    QByteArray answer = "HTTP/1.1 " + QByteArray::number(status) + " Whatever\r\n" + headers;
    const QByteArray given = headers.toLower();
    if (!given.contains("x-coder-build-version:"))
        answer += "X-Coder-Build-Version: v0.0.0-devel\r\n";
    if (!given.contains("content-type:"))
        answer += "Content-Type: application/json; charset=utf-8\r\n";
    if (!given.contains("content-length:") && !given.contains("transfer-encoding:"))
        answer += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return answer + "\r\n" + body;
}

// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <vector>

/// A request as it came over the wire.
struct RawRequest {
    QByteArray method{};
    QByteArray path{};
    QByteArray head{}; ///< request line and header lines, as sent
    QByteArray body{};

    [[nodiscard]] bool hasHeader(const QByteArray &name) const;
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

class RawServer;

/// One accepted connection, in the hands of a script that runs on a thread of its own and may
/// block.
class RawConnection
{
public:
    RawConnection(RawServer &server, int socket) : m_server(server), m_socket(socket) { }
    RawConnection(const RawConnection &) = delete;
    RawConnection &operator=(const RawConnection &) = delete;
    ~RawConnection();

    /// The next request, whole; none when the client has gone.
    std::optional<RawRequest> read();
    /// False when the client has gone.
    bool write(const QByteArray &bytes);
    /// Stays silent for so long, or until the client goes: then false.
    bool stayFor(std::chrono::milliseconds time);
    /// Silent until the client goes.
    void stay();
    /// Ends with a reset instead of a proper close.
    void reset();

private:
    RawServer &m_server;
    int m_socket;
    QByteArray m_received;
};

/// A server that does to its clients exactly what its script says, byte by byte, and keeps count.
class RawServer
{
public:
    using Script = std::function<void(RawConnection &)>;

    /// \a host is a loopback address.
    explicit RawServer(Script script, const QByteArray &host = "127.0.0.1");
    RawServer(const RawServer &) = delete;
    RawServer &operator=(const RawServer &) = delete;
    ~RawServer();

    /// Answers every request of every connection with \a bytes.
    static Script saying(const QByteArray &bytes);

    [[nodiscard]] quint16 port() const { return m_port; }
    /// `http://127.0.0.1:port`.
    [[nodiscard]] QString address() const;
    [[nodiscard]] QByteArray authority() const;
    [[nodiscard]] int connections() const { return m_connections; }
    /// How many of them were open at the same time, at the most.
    [[nodiscard]] int mostAtOnce() const;
    [[nodiscard]] QList<RawRequest> requests() const;
    [[nodiscard]] int requestCount() const { return static_cast<int>(requests().size()); }
    /// How many connections have ended.
    [[nodiscard]] int ended() const { return m_ended; }

private:
    friend class RawConnection;
    void accept();
    void serve(int socket);

    Script m_script;
    QByteArray m_host;
    int m_listener = -1;
    quint16 m_port = 0;
    std::atomic<int> m_connections = 0;
    std::atomic<int> m_ended = 0;
    mutable std::mutex m_lock;
    QList<RawRequest> m_requests;
    std::set<int> m_open;
    int m_mostAtOnce = 0;
    std::vector<std::thread> m_threads;
    std::thread m_acceptor;
};

/// An answer of Coder's: build header, length and JSON type are added unless \a headers say
/// otherwise.
QByteArray coderAnswer(int status, const QByteArray &body, const QByteArray &headers = {});

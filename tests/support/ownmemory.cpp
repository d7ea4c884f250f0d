// SPDX-License-Identifier: MIT
#include "support/ownmemory.h"

#include <QByteArray>
#include <QFile>
#include <QList>

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

struct Range {
    quintptr begin = 0;
    quintptr end = 0;
};

constexpr quintptr chunk = 64 * 1024;
constexpr quintptr longestSecret = 1024;
/// A sanitizer's tables are larger.
constexpr quintptr largestRange = quintptr(1) << 28;

QList<Range> writableRanges()
{
    QFile maps(u"/proc/self/maps"_s);
    QList<Range> ranges;
    if (!maps.open(QIODevice::ReadOnly))
        qFatal("No list of what is mapped");
    const QList<QByteArray> lines = maps.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() < 2 || !words[1].startsWith("rw"))
            continue;
        const QList<QByteArray> ends = words[0].split('-');
        const Range range{.begin = ends[0].toULongLong(nullptr, 16),
                          .end = ends[1].toULongLong(nullptr, 16)};
        if (range.end - range.begin < largestRange)
            ranges.append(range);
    }
    return ranges;
}

bool isWideAt(const char *at, QByteArrayView secret)
{
    for (qsizetype i = 0; i < secret.size(); ++i) {
        if (at[2 * i] != secret[i] || at[2 * i + 1] != 0)
            return false;
    }
    return true;
}

} // namespace

/// Read by way of the kernel, which no sanitizer minds, into a buffer that is left out.
int OwnMemory::wideCopies(QByteArrayView secret)
{
    static std::array<char, chunk + 2 * longestSecret> buffer;
    const auto own = reinterpret_cast<quintptr>(buffer.data());
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    int copies = 0;
    const QList<Range> ranges = writableRanges();
    for (const Range &range : ranges) {
        for (quintptr at = range.begin; at < range.end; at += chunk) {
            if (at < own + buffer.size() && own < at + buffer.size())
                continue;
            const auto wanted = std::min<quintptr>(buffer.size(), range.end - at);
            const ssize_t got = ::pread(memory, buffer.data(), wanted, static_cast<off_t>(at));
            const ssize_t last = got - 2 * secret.size();
            for (ssize_t i = 0; i <= last && i < ssize_t(chunk); ++i)
                copies += isWideAt(buffer.data() + i, secret) ? 1 : 0;
        }
    }
    ::close(memory);
    return copies;
}

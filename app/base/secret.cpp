// SPDX-License-Identifier: MIT
#include "base/secret.h"

#include <QtGlobal>

#include <sys/mman.h>
#include <unistd.h>

#include <cstring>

void wipe(void *memory, std::size_t size)
{
    volatile char *at = static_cast<volatile char *>(memory);
    while (size-- > 0)
        *at++ = 0;
}

void wipe(QByteArray &bytes)
{
    wipe(bytes.data(), static_cast<std::size_t>(bytes.size()));
}

void wipe(QString &text)
{
    wipe(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
}

/// Whole pages, because MADV_DONTDUMP knows nothing smaller.
struct Secret::Pages {
    explicit Pages(QByteArrayView bytes)
        : size(static_cast<std::size_t>(bytes.size())), mapped((size / page() + 1) * page()),
          memory(mmap(nullptr, mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
    {
        if (memory == MAP_FAILED)
            qFatal("out of memory");
        madvise(memory, mapped, MADV_DONTDUMP);
        std::memcpy(memory, bytes.data(), size);
    }
    Pages(const Pages &) = delete;
    Pages &operator=(const Pages &) = delete;
    ~Pages()
    {
        wipe(memory, size);
        munmap(memory, mapped);
    }

    static std::size_t page() { return static_cast<std::size_t>(sysconf(_SC_PAGESIZE)); }

    std::size_t size = 0;
    std::size_t mapped = 0;
    void *memory = nullptr;
};

Secret::Secret(QByteArrayView bytes)
{
    if (!bytes.isEmpty())
        m_pages = std::make_shared<const Pages>(bytes);
}

QByteArrayView Secret::bytes() const
{
    if (!m_pages)
        return {};
    return {static_cast<const char *>(m_pages->memory), static_cast<qsizetype>(m_pages->size)};
}

bool operator==(const Secret &a, const Secret &b)
{
    const QByteArrayView left = a.bytes();
    const QByteArrayView right = b.bytes();
    if (left.size() != right.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        difference |= static_cast<unsigned char>(left[i]) ^ static_cast<unsigned char>(right[i]);
    return difference == 0;
}

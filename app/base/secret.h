// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDebug>
#include <QString>

#include <cstddef>
#include <memory>

/// Bytes nobody may print: kept on pages of their own that core dumps leave out, and overwritten
/// when the last copy goes. Copies share the same pages.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArrayView bytes);

    [[nodiscard]] QByteArrayView bytes() const;
    [[nodiscard]] bool isEmpty() const { return bytes().isEmpty(); }

    /// Equal contents; takes the same time wherever the first difference is.
    friend bool operator==(const Secret &a, const Secret &b);
    friend QDebug operator<<(QDebug debug, const Secret &) { return debug << "<secret>"; }

private:
    struct Pages;
    std::shared_ptr<const Pages> m_pages;
};

/// Overwrites \a size bytes in a way the compiler may not leave out.
void wipe(void *memory, std::size_t size);
/// The same for the bytes of \a bytes, which nobody else may hold.
void wipe(QByteArray &bytes);
/// And for the letters of \a text, which nobody else may hold.
void wipe(QString &text);
